#include "timespan.h"

#include <algorithm>
#include <array>

namespace evident {

namespace {

class SpanBuilder
{
public:
    void add(qint64 first, qint64 last)
    {
        m_first = std::min(m_first, first);
        m_last = std::max(m_last, last);
    }
    void add(std::span<const qint64> times)
    {
        for (const qint64 time : times) {
            // noTime is before all times.
            m_first = time == noTime ? m_first : std::min(m_first, time);
            m_last = std::max(m_last, time);
        }
    }
    std::optional<TimeSpan> finish() const
    {
        return m_last == noTime ? std::nullopt : std::optional(TimeSpan{m_first, m_last});
    }

private:
    qint64 m_first = std::numeric_limits<qint64>::max();
    qint64 m_last = noTime;
};

} // namespace

std::optional<TimeSpan> united(const std::optional<TimeSpan> &left, const std::optional<TimeSpan> &right)
{
    if (!left || !right)
        return left ? left : right;
    return TimeSpan{std::min(left->first, right->first), std::max(left->last, right->last)};
}

std::optional<TimeSpan> timeSpan(const Columns &columns, const RowSet &rows)
{
    return timeSpan(columns, rows, 0, rows.size());
}

std::optional<TimeSpan> timeSpan(const Columns &columns, const RowSet &rows, Row from, Row end)
{
    SpanBuilder span;
    std::array<qint64, Columns::chunkRows> times; // NOLINT(cppcoreguidelines-pro-type-member-init): read into
    for (Row first = from; first < end;) {
        const Row count = std::min(end - first, Columns::chunkRows - first % Columns::chunkRows);
        const std::span<qint64> block = std::span(times).first(count);
        if (!rows.isAll()) {
            columns.gather(LogColumn::Time, rows.rows().subspan(first, count), block);
            span.add(block);
        } else if (const auto bounds = columns.bounds(LogColumn::Time, first); bounds && count == Columns::chunkRows) {
            if (bounds->least <= bounds->most)
                span.add(bounds->least, bounds->most);
        } else {
            columns.read(LogColumn::Time, first, block);
            span.add(block);
        }
        first += count;
    }
    return span.finish();
}

} // namespace evident
