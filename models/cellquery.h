#pragma once

#include "query.h"

#include <QList>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace evident {

class LogModel;

/// One way in which a cell of a log can change the query.
struct CellEdit
{
    enum class Kind { Only, Not, HideCode, From, Until, AroundShort, AroundLong };

    Kind kind = Kind::Only;
    QString value; ///< of Only, Not: as a person reads it; "" is absent. Of HideCode: the code
    Query query; ///< the whole of it, changed
    bool operator==(const CellEdit &) const = default;
};

inline constexpr qint64 aroundShortMs = 60'000;
inline constexpr qint64 aroundLongMs = 5 * 60'000;

/// What can be made of the cell at this position of the table: only its value, not its value; from its record's time,
/// until it, around it; all but its code. Nothing here reads a file.
QList<CellEdit> cellEdits(const LogModel &model, int row, int column, const Query &query);

/// The query that keeps no other value of the field; excluded: all others.
Query withOnly(const Query &query, Field field, const QString &value);
Query withoutValue(const Query &query, Field field, const QString &value);

} // namespace evident
