#pragma once

#include "log.h"
#include "resolution.h"
#include "rowset.h"
#include "timelinebins.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace evident {

/// Which of some series each row belongs to, by its shape: levels by weight, owners, codes. Where there are methods, a
/// row's own one goes before its shape.
struct TimelineSeries
{
    std::vector<quint16> ofShape; ///< by ShapeId; shapes behind its end belong to the last series
    std::vector<quint16> ofMethod; ///< by its id, the same; empty: the shape alone decides
    int count = 1;

    /// By severity: Critical is 0, Unknown is 5.
    static TimelineSeries bySeverity(const Resolution &resolution);
    static TimelineSeries by(const Resolution &resolution, int count,
                             const std::function<int(const ResolvedEvent &)> &seriesOf);

    bool operator==(const TimelineSeries &) const = default;
};

/// How many rows stand in each bin of time, by series. Grows with the log: rows are added once each. A value; one
/// thread at a time.
class Timeline
{
public:
    Timeline(TimelineBins bins, TimelineSeries series);

    /// When stopped, the counts are of no use.
    void add(const Log &log, const RowSet &rows, std::stop_token stop = {});
    /// Rows from `first` up to (not with) `last` of the log's own order.
    void addRange(const Log &log, Row first, Row last, std::stop_token stop = {});
    /// For shapes that were not there before.
    void setSeries(TimelineSeries series) { m_series = std::move(series); }
    /// The same counts in other bins, which are made of these (TimelineBins::areMadeOf()).
    [[nodiscard]] Timeline inBins(TimelineBins bins) const;

    const TimelineBins &bins() const noexcept { return m_bins; }
    int seriesCount() const noexcept { return m_series.count; }
    quint32 count(int bin, int series) const { return m_counts[size_t(bin) * size_t(m_series.count) + size_t(series)]; }
    qint64 withoutTime() const noexcept { return m_withoutTime; }
    qint64 outside() const noexcept { return m_outside; } ///< of all bins

private:
    struct Block;
    bool addOutside(const Log &log, Row first, Row count);
    template <typename Fetch>
    void addBlock(Block &block, Row count, const Fetch &fetch);
    template <typename Add>
    void addParts(Row first, Row last, const Add &add);
    void merge(const Timeline &other);
    void findSeries(Block &block) const;

    TimelineBins m_bins;
    TimelineSeries m_series;
    std::vector<quint32> m_counts; ///< bin by bin, series by series
    qint64 m_withoutTime = 0;
    qint64 m_outside = 0;
};

} // namespace evident
