#pragma once

#include "timefilter.h"
#include "timespan.h"

#include <QTimeZone>

#include <algorithm>
#include <vector>

namespace evident {

/// Stretches of time, half-open and without gaps, of one round width: from a millisecond up to weeks. They begin where
/// the zone's clock shows a multiple of the width (weeks on Mondays); a day of 23 or 25 hours is one of them. A value.
class TimelineBins
{
public:
    TimelineBins() = default;
    /// As many as hold the wanted span, `most` at the most (and one more for each end that is cut), in the smallest
    /// width that allows it.
    TimelineBins(const TimeSpan &wanted, int most, const QTimeZone &zone);
    /// The same in one of fewer widths, each of which divides all wider ones of these and of those: to count in once,
    /// and to make the others of.
    static TimelineBins toMakeOthersOf(const TimeSpan &wanted, int most, const QTimeZone &zone);

    int count() const noexcept { return m_edges.empty() ? 0 : int(m_edges.size()) - 1; }
    qint64 width() const noexcept { return m_width; } ///< ms, of most of them
    qint64 begin(int bin) const { return m_edges[size_t(bin)]; } ///< ms UTC
    qint64 end(int bin) const { return m_edges[size_t(bin) + 1]; }
    /// Whether each of them that has a part of the others' time holds whole ones of these.
    bool areMadeOf(const TimelineBins &others) const;
    /// The bin of a time, -1 when it is in none.
    int binOf(qint64 utc) const noexcept
    {
        if (m_edges.empty() || utc < m_edges.front() || utc >= m_edges.back())
            return -1;
        // Right but for changes of the clock. In doubles: the whole span may be more than 64 bits hold.
        const double bins = (double(utc) - double(m_edges.front())) * m_binsPerMs;
        int bin = int(std::clamp(bins, 0.0, double(count() - 1)));
        while (utc < m_edges[size_t(bin)])
            --bin;
        while (utc >= m_edges[size_t(bin) + 1])
            ++bin;
        return bin;
    }

private:
    void build(const TimeSpan &span, const QTimeZone &zone); ///< of m_width

    std::vector<qint64> m_edges;
    qint64 m_width = 0;
    double m_binsPerMs = 0;
};

} // namespace evident
