#pragma once

#include "event.h"
#include "resolution.h"

#include <QByteArrayView>

namespace evident {

/// A code as a number: digits, perhaps with leading zeros or as `702.0`. noCode where it is none.
qint64 parseCode(QByteArrayView text);

/// The kind that a record's `eventType` stands for: Administration is admin, system is system, all else is user.
Kind kindOfEventType(QByteArrayView eventType);

} // namespace evident
