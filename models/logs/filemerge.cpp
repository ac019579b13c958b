#include "filemerge.h"

#include <algorithm>
#include <iterator>

namespace evident {

namespace {

/// More runs than that are sorted at once sooner than merged pair by pair.
constexpr size_t maxRuns = 256;

/// What records of a file without a time have until one has it: before all times.
constexpr qint64 beforeAll = noTime;

struct TimedRow
{
    qint64 time = beforeAll;
    Row row = 0;
};

/// The time of each row, or of its last predecessor in its file that has one.
class EffectiveTimes
{
public:
    explicit EffectiveTimes(const Log &log)
        : m_log(log),
          m_times(Columns::chunkRows),
          m_offsets(Columns::chunkRows)
    { }

    /// Appends those of `rows` (ascending, behind those of the calls before) that belong to the chunk from `first` on.
    void add(Row first, Row last, std::span<const Row> rows, std::vector<TimedRow> &timed)
    {
        const Row count = last - first;
        m_log.columns().read(LogColumn::Time, first, std::span(m_times).first(count));
        m_log.columns().read(LogColumn::Offset, first, std::span(m_offsets).first(count));
        auto next = rows.begin();
        for (Row row = first; row < last; ++row) {
            const size_t part = Log::partAt(m_offsets[row - first]);
            if (part != m_part)
                m_last = beforeAll;
            m_part = part;
            if (m_times[row - first] != noTime)
                m_last = m_times[row - first];
            if (next != rows.end() && *next == row) {
                timed.push_back({m_last, row});
                ++next;
            }
        }
    }

private:
    const Log &m_log;
    std::vector<qint64> m_times;
    std::vector<qint64> m_offsets;
    size_t m_part = 0;
    qint64 m_last = beforeAll;
};

std::vector<TimedRow> timedRows(const Log &log, const std::vector<Row> &rows, const std::stop_token &stop)
{
    std::vector<TimedRow> timed;
    timed.reserve(rows.size());
    EffectiveTimes times(log);
    auto next = rows.begin();
    const Row end = rows.empty() ? 0 : rows.back() + 1;
    for (Row first = 0; first < end && !stop.stop_requested(); first += std::min(end - first, Columns::chunkRows)) {
        const Row last = first + std::min(end - first, Columns::chunkRows);
        const auto behind = std::lower_bound(next, rows.end(), last);
        times.add(first, last, std::span(next, behind), timed);
        next = behind;
    }
    return timed;
}

/// Where stretches in order begin, and the end.
std::vector<size_t> runsOf(const std::vector<TimedRow> &timed)
{
    std::vector<size_t> borders{0};
    for (size_t index = 1; index < timed.size() && borders.size() <= maxRuns; ++index) {
        if (timed[index].time < timed[index - 1].time)
            borders.push_back(index);
    }
    borders.push_back(timed.size());
    return borders;
}

/// Neighbours are merged until one run is left; equal times keep their order.
void mergeRuns(std::vector<TimedRow> &timed, std::vector<size_t> borders, const std::stop_token &stop)
{
    std::vector<TimedRow> other(timed.size());
    while (borders.size() > 2 && !stop.stop_requested()) {
        std::vector<size_t> merged{0};
        const auto at = [&](size_t border) { return timed.begin() + qptrdiff(borders[border]); };
        size_t run = 0;
        for (; run + 2 < borders.size(); run += 2) {
            std::merge(at(run), at(run + 1), at(run + 1), at(run + 2), other.begin() + qptrdiff(borders[run]),
                       [](const TimedRow &left, const TimedRow &right) { return left.time < right.time; });
            merged.push_back(borders[run + 2]);
        }
        if (run + 1 < borders.size()) {
            std::copy(at(run), at(run + 1), other.begin() + qptrdiff(borders[run]));
            merged.push_back(borders[run + 1]);
        }
        borders = std::move(merged);
        timed.swap(other);
    }
}

} // namespace

std::vector<Row> mergedByTime(const Log &log, std::vector<Row> rows, const std::stop_token &stop)
{
    std::vector<TimedRow> timed = timedRows(log, rows, stop);
    std::vector<size_t> borders = runsOf(timed);
    if (borders.size() <= maxRuns) {
        mergeRuns(timed, std::move(borders), stop);
    } else {
        std::ranges::stable_sort(timed, {}, &TimedRow::time);
    }
    if (stop.stop_requested())
        return {};
    std::ranges::transform(timed, rows.begin(), &TimedRow::row);
    return rows;
}

} // namespace evident
