#pragma once

#include "query.h"
#include "timespan.h"

#include <QTimeZone>

namespace evident {

// A stretch of time that was chosen on the timeline is a term of the query, with its offset from UTC:
// `time:2026-01-15T09:00+01:00..2026-01-15T10:30+01:00`. There is one of them at the most.

/// In place of an earlier one, and of what a person wrote that keeps all of this span: the query says the same without.
Query withTimeSpan(const Query &query, const TimeSpan &span, const QTimeZone &zone);
Query withoutTimeSpan(const Query &query);
bool hasTimeSpan(const Query &query);
/// Records at the far side of both ends of a span, which is rounded to minutes: `time:..2026-01-15T09:00Z,2026-…`.
Query outsideTimeSpan(const Query &query, const TimeSpan &span, const QTimeZone &zone);

} // namespace evident
