#pragma once

#include "event.h"
#include "format.h"
#include "resolution.h"

#include <QByteArrayView>

namespace evident {

/// A code as a number: digits, perhaps with leading zeros or as `702.0`. noCode where it is none.
qint64 parseCode(QByteArrayView text);

/// Without regard to case, of ASCII.
inline bool isSameWord(QByteArrayView text, QByteArrayView known)
{
    return text.size() == known.size() && text.compare(known, Qt::CaseInsensitive) == 0;
}
/// A name without what tools add for its type: `_s`, `_d`, `_t`, `_b`, `_g`.
QByteArrayView withoutType(QByteArrayView name);
/// Whether a field of this name has the id of a record's transaction or activity: `transactionId`, `userActivityId`,
/// `activityId`, without regard to case and to what tools add for the type (`transactionId_s`), and as tables are
/// headed, `Transaction ID`.
bool isTransactionName(QByteArrayView name);
bool isActivityName(QByteArrayView name);
/// A record says `value` for its id. That it said another before makes its ids unclear.
inline void takeId(QByteArrayView value, QByteArrayView &id, ParsedRecord &record)
{
    if (value.isEmpty())
        return;
    record.idsAreUnclear |= !id.isEmpty() && id != value;
    id = value;
}

/// The kind that a record's `eventType` stands for: Administration is admin, system is system, all else is user.
Kind kindOfEventType(QByteArrayView eventType);

} // namespace evident
