#pragma once

#include "rowset.h"
#include "timespan.h"

#include <algorithm>
#include <optional>
#include <stop_token>

namespace evident {

/// The times of some rows without strays: the few that a wrong clock or a damaged line dated so far away that beside
/// them all others would be one bar. No row is lost by it, whoever leaves the strays out says how many they are.
struct BulkSpan
{
    TimeSpan whole; ///< of all rows
    TimeSpan span; ///< without strays
    TimeSpan reach; ///< no stray is within, each is outside
    qint64 before = 0; ///< strays that are earlier
    qint64 after = 0; ///< and later

    qint64 strays() const noexcept { return before + after; }
    /// One more, by the reach that there is; whether it is a stray.
    bool add(qint64 time)
    {
        whole = {std::min(whole.first, time), std::max(whole.last, time)};
        const bool isStray = time < reach.first || time > reach.last;
        if (isStray)
            ++(time < reach.first ? before : after);
        else
            span = {std::min(span.first, time), std::max(span.last, time)};
        return isStray;
    }
    bool operator==(const BulkSpan &) const = default;

    /// So many of a thousand rows, and at least one, may be strays at each end; all others are the core.
    static constexpr qint64 strayPerMille = 1;
    /// A stray is further from the core than so many times its length: with it the core is less than a twentieth.
    static constexpr qint64 farAway = 20;
    /// A shorter core counts as so long: what is seen well beside it is no stray.
    static constexpr qint64 shortestMs = 60LL * 60 * 1000;
    /// With fewer times nobody knows which of them are astray.
    static constexpr qint64 fewest = 10;
    /// How many of some times may be strays at each end.
    static constexpr qint64 mostStrays(qint64 times)
    {
        return times < fewest ? 0 : std::max<qint64>(1, times * strayPerMille / 1000);
    }
};

/// Nothing when no row has a time. On several threads. When stopped, of no use.
std::optional<BulkSpan> bulkSpan(const Columns &columns, const RowSet &rows, const std::stop_token &stop = {});
/// The same of those at positions below `end`.
std::optional<BulkSpan> bulkSpan(const Columns &columns, const RowSet &rows, Row end, const std::stop_token &stop = {});

} // namespace evident
