#include "timeline.h"

#include "rowparts.h"

#include <algorithm>
#include <array>
#include <span>

namespace evident {

namespace {

/// What is worth a thread of its own.
constexpr Row smallestPart = 32 * Columns::chunkRows;

} // namespace

TimelineSeries TimelineSeries::bySeverity(const Resolution &resolution)
{
    return by(resolution, int(Severity::Unknown) + 1,
              [](const ResolvedEvent &event) { return int(severityOf(event.level)); });
}

TimelineSeries TimelineSeries::by(const Resolution &resolution, int count,
                                  const std::function<int(const ResolvedEvent &)> &seriesOf)
{
    TimelineSeries series;
    series.count = count;
    series.ofShape.reserve(size_t(resolution.size()));
    for (const ResolvedEvent &event : resolution)
        series.ofShape.push_back(quint16(seriesOf(event)));
    return series;
}

/// Where a block's values are read to.
struct Timeline::Block
{
    std::array<qint64, Columns::chunkRows> times{};
    std::array<quint32, Columns::chunkRows> shapes{};
};

Timeline::Timeline(TimelineBins bins, TimelineSeries series)
    : m_bins(std::move(bins)),
      m_series(std::move(series)),
      m_counts(size_t(m_bins.count()) * size_t(m_series.count))
{ }

quint16 Timeline::seriesOf(ShapeId shape) const
{
    return shape < m_series.ofShape.size() ? m_series.ofShape[shape] : quint16(m_series.count - 1);
}

/// `fetch` reads a column of the block's rows.
template <typename Fetch>
void Timeline::addBlock(Block &block, Row count, const Fetch &fetch)
{
    const std::span<qint64> times = std::span(block.times).first(count);
    const std::span<quint32> shapes = std::span(block.shapes).first(count);
    fetch(LogColumn::Time, times);
    fetch(LogColumn::Shape, shapes);
    // Neighbours are mostly of one bin.
    qint64 begin = 0;
    qint64 end = 0;
    quint32 *counts = nullptr;
    for (size_t i = 0; i < times.size(); ++i) {
        const qint64 time = times[i];
        if (time < begin || time >= end) {
            const int bin = time == noTime ? -1 : m_bins.binOf(time);
            if (bin < 0) {
                ++(time == noTime ? m_withoutTime : m_outside);
                continue;
            }
            begin = m_bins.begin(bin);
            end = m_bins.end(bin);
            counts = m_counts.data() + size_t(bin) * size_t(m_series.count);
        }
        ++counts[seriesOf(shapes[i])];
    }
}

void Timeline::merge(const Timeline &other)
{
    for (size_t i = 0; i < m_counts.size(); ++i)
        m_counts[i] += other.m_counts[i];
    m_withoutTime += other.m_withoutTime;
    m_outside += other.m_outside;
}

/// Parts of the rows are added by add(timeline, first, last) at the same time, each to a timeline of its own.
template <typename Add>
void Timeline::addParts(Row first, Row last, const Add &add)
{
    const Row parts = first < last ? partsOf(last - first, smallestPart) : 1;
    if (parts == 1)
        return add(*this, first, last);
    std::vector<Timeline> timelines(parts, Timeline(m_bins, m_series));
    forParts(first, last, parts, [&](Row part, Row from, Row to) { add(timelines[part], from, to); });
    for (const Timeline &timeline : timelines)
        merge(timeline);
}

void Timeline::addRange(const Log &log, Row first, Row last, std::stop_token stop)
{
    addParts(first, last, [&](Timeline &timeline, Row from, Row to) {
        Block block;
        for (Row row = from; row < to && !stop.stop_requested();) {
            const Row count = std::min(to - row, Columns::chunkRows - row % Columns::chunkRows);
            timeline.addBlock(block, count,
                              [&](LogColumn column, auto values) { log.columns().read(column, row, values); });
            row += count;
        }
    });
}

void Timeline::add(const Log &log, const RowSet &rows, std::stop_token stop)
{
    if (rows.isAll())
        return addRange(log, 0, rows.size(), stop);
    addParts(0, rows.size(), [&](Timeline &timeline, Row from, Row to) {
        Block block;
        for (Row position = from; position < to && !stop.stop_requested();) {
            const std::span<const Row> part =
                rows.rows().subspan(position, std::min(to - position, Columns::chunkRows));
            timeline.addBlock(block, Row(part.size()),
                              [&](LogColumn column, auto values) { log.columns().gather(column, part, values); });
            position += Row(part.size());
        }
    });
}

} // namespace evident
