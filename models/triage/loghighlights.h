#pragma once

#include "bulkspan.h"
#include "facets.h"
#include "log.h"
#include "query.h"
#include "resolution.h"
#include "risingvalues.h"
#include "rowset.h"
#include "silences.h"

#include <QList>
#include <QString>

#include <optional>
#include <stop_token>
#include <vector>

namespace evident {

/// What stands out in some rows of a log. Each number is what the query language counts: rows that `user:jdoe` keeps,
/// whichever spelling they have. The order of the rows does not matter; what is new, rising or silent does not depend
/// on records being repeated either.
struct LogHighlights
{
    struct Code
    {
        Kind kind = Kind::None;
        qint64 code = noCode;
        QString level; ///< these of most of its records
        QString description;
        qint64 count = 0;
        qint64 drift = 0; ///< of them, in other words than the catalog's
        qint64 formDrift = 0; ///< in another form
        bool unknown = false;
        bool operator==(const Code &) const = default;
    };
    /// A value of Code (of all records), User or Application (of errors) that the last hour has more of.
    struct Rising
    {
        Field field = Field::Code;
        Kind kind = Kind::None; ///< kind, code and description: of Field::Code
        qint64 code = noCode;
        QString value; ///< of the others
        QString description;
        qint64 lastHour = 0;
        qint64 hourBefore = 0;
        Rise rise;
    };

    qint64 matched = 0;
    qint64 errors = 0; ///< error and worse; of matched, as all that follows
    QStringList errorLevels; ///< the levels of records that mean an error or worse
    std::optional<BulkSpan> times; ///< what is rising or silent is told without strays
    FacetCounts levels;
    FacetCounts methods;
    FacetCounts ownersOfErrors; ///< by token
    QList<Code> codes; ///< most frequent first
    qint64 unknownCode = 0;
    qint64 drift = 0;
    qint64 formDrift = 0;
    FacetCounts usersByErrors; ///< the first ones
    FacetCounts applicationsByErrors;
    std::optional<LastHour> lastHour; ///< none: the rows are of too short a time to compare hours
    QList<Rising> rising; ///< codes, then users, then applications; new ones first, then the most frequent
    std::vector<Silence> silences; ///< the most unusual first

    static constexpr size_t mostTold = 10; ///< of users and of applications
    static constexpr qsizetype mostRising = 5; ///< of each field
};

/// By columns alone, on several threads. When stopped, of no use.
LogHighlights logHighlights(const Log &log, const Resolution &resolution, const RowSet &rows,
                            const std::stop_token &stop = {});

/// The records of errors and worse: a group for a query. Of a log that has none, what keeps none.
Group errorGroup(const QStringList &errorLevels);
/// A group of one value.
Group valueGroup(Field field, const QString &value);

} // namespace evident
