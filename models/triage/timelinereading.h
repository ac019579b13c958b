#pragma once

#include "timeline.h"
#include "timespan.h"

#include <QList>
#include <QString>

#include <optional>

namespace evident {

/// What the records of a timeline are told apart by.
enum class TimelineGrouping : quint8 { Level, Owner, Method, Code };

/// One of the parts that a bar is stacked from.
struct TimelinePart
{
    QString value; ///< a method or a code as the query has it, "" is absent; of levels and owners their number tells
    bool isRest = false; ///< all that have no part of their own
    bool operator==(const TimelinePart &) const = default;
};

/// How many records stand in each bin of time: what a timeline shows. By Level, part 0 is Severity::Critical and part 5
/// Severity::Unknown; by Owner, a part's number is the Owner's; by Method and Code the most frequent come first, then
/// the rest.
struct TimelineReading
{
    TimelineGrouping grouping = TimelineGrouping::Level;
    QList<TimelinePart> parts;
    /// Of no use are its rows outside and without a time: some were passed over.
    Timeline counts{TimelineBins(), TimelineSeries()};
    std::optional<TimeSpan> whole; ///< of all the rows; none when no row has a time
    std::optional<TimeSpan> bulk; ///< without strays, see BulkSpan
    qint64 straysBefore = 0; ///< rows
    qint64 straysAfter = 0;
    qint64 rows = 0;
    qint64 withoutTime = 0;
    bool isComplete = false; ///< all that match are among them

    const TimelineBins &bins() const noexcept { return counts.bins(); }
    qint64 strays() const noexcept { return straysBefore + straysAfter; }
    quint64 total(int bin) const
    {
        quint64 sum = 0;
        for (int part = 0; part < counts.seriesCount(); ++part)
            sum += counts.count(bin, part);
        return sum;
    }
};

} // namespace evident
