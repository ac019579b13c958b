#pragma once

#include "query.h"
#include "result.h"

namespace evident {

/// The value behind `time:`, or why it is none.
Result<Value> parseTimeValue(QStringView text);
/// The value behind `since:`, or why it is none.
Result<Value> parseSpanValue(QStringView text);

/// As parseTimeValue() and parseSpanValue() read them, in the shortest form.
QString printed(const TimeValue &value);
QString printed(const SpanValue &value);

/// How long the unit is that a point names when it stands alone, in milliseconds; for a moment the smallest that is not
/// zero.
qint64 unitOf(const TimePoint &point);

} // namespace evident
