#include "timeline.h"

#include "rowparts.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

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
    std::array<quint32, Columns::chunkRows> methods{};
    std::array<quint16, Columns::chunkRows> series{};
    Row count = 0;
};

Timeline::Timeline(TimelineBins bins, TimelineSeries series)
    : m_bins(std::move(bins)),
      m_series(std::move(series)),
      m_counts(size_t(m_bins.count()) * size_t(m_series.count))
{ }

/// Of the shapes and methods that were read.
void Timeline::findSeries(Block &block) const
{
    const auto last = quint16(m_series.count - 1);
    const std::vector<quint16> &ofShape = m_series.ofShape;
    for (Row i = 0; i < block.count; ++i)
        block.series[i] = block.shapes[i] < ofShape.size() ? ofShape[block.shapes[i]] : last;
    const std::vector<quint16> &ofMethod = m_series.ofMethod;
    for (Row i = 0; !ofMethod.empty() && i < block.count; ++i) {
        if (const quint32 method = block.methods[i])
            block.series[i] = method < ofMethod.size() ? ofMethod[method] : last;
    }
}

/// `fetch` reads a column of the block's rows.
template <typename Fetch>
void Timeline::addBlock(Block &block, Row count, const Fetch &fetch)
{
    block.count = count;
    const std::span<qint64> times = std::span(block.times).first(count);
    fetch(LogColumn::Time, times);
    bool foundSeries = false;
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
            if (!std::exchange(foundSeries, true)) {
                fetch(LogColumn::Shape, std::span(block.shapes).first(count));
                if (!m_series.ofMethod.empty())
                    fetch(LogColumn::Method, std::span(block.methods).first(count));
                findSeries(block);
            }
        }
        ++counts[block.series[i]];
    }
}

/// Whether a chunk's bounds say that none of its rows is in a bin; then they are counted.
bool Timeline::addOutside(const Log &log, Row first, Row count)
{
    const auto bounds = count == Columns::chunkRows ? log.columns().bounds(LogColumn::Time, first) : std::nullopt;
    if (!bounds || bounds->missing || m_bins.count() == 0
        || (bounds->least < m_bins.end(m_bins.count() - 1) && bounds->most >= m_bins.begin(0)))
        return false;
    m_outside += count;
    return true;
}

Timeline Timeline::inBins(TimelineBins bins) const
{
    Timeline other(std::move(bins), m_series);
    other.m_withoutTime = m_withoutTime;
    other.m_outside = m_outside;
    const auto series = size_t(m_series.count);
    for (int bin = 0; bin < m_bins.count(); ++bin) {
        const quint32 *from = m_counts.data() + size_t(bin) * series;
        const int target = other.m_bins.binOf(m_bins.begin(bin));
        for (size_t i = 0; i < series; ++i) {
            if (target < 0)
                other.m_outside += from[i];
            else
                other.m_counts[size_t(target) * series + i] += from[i];
        }
    }
    return other;
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
            if (!timeline.addOutside(log, row, count)) {
                timeline.addBlock(block, count,
                                  [&](LogColumn column, auto values) { log.columns().read(column, row, values); });
            }
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
