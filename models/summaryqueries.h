#pragma once

#include "query.h"

#include <QTimeZone>

namespace evident {

// Groups of a query that keep what a number of a summary counts; see also valueGroup() and errorGroup().

/// What keeps the records of one code: the numberings overlap. noCode: those that have none.
QList<Group> codeGroups(Kind kind, qint64 code);
/// From `begin` up to (not with) `end`, ms UTC; with its offset, so that it means the same in every zone.
Group timeGroup(qint64 begin, qint64 end, const QTimeZone &zone);

} // namespace evident
