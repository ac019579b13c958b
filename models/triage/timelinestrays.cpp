#include "timelinestrays.h"

#include <algorithm>
#include <span>

namespace evident {

namespace {

bool contains(const TimeSpan &outer, const TimeSpan &inner)
{
    return inner.first >= outer.first && inner.last <= outer.last;
}

} // namespace

/// Now and then while rows come, and when all are there.
bool TimelineStrays::isToBeJudged(Row end, bool isComplete) const
{
    return !m_bulk || end / 2 >= m_judged || (isComplete && end - m_judged > end / 1000)
        || qint64(m_rows.size()) > BulkSpan::mostStrays(end);
}

/// By what was judged.
void TimelineStrays::collect(const Columns &columns, const RowSet &rows, Row end, const BlockSpans &spans,
                             Row blockRows)
{
    BulkSpan &bulk = *m_bulk;
    m_spans.resize(spans.size());
    while (m_seen < end) {
        const size_t block = m_seen / blockRows;
        const std::optional<TimeSpan> &span = spans[block];
        const Row next = std::min(end, Row(block) * blockRows + blockRows);
        if (span && contains(bulk.reach, *span)) {
            bulk.add(span->first);
            bulk.add(span->last);
            m_spans[block] = span;
        } else if (span) {
            for (Row position = m_seen; position < next; ++position) {
                const qint64 time = columns.time(rows.at(position));
                if (time != noTime && bulk.add(time))
                    m_rows.push_back(rows.at(position));
                else if (time != noTime)
                    m_spans[block] = united(m_spans[block], TimeSpan{time, time});
            }
        }
        m_seen = next;
    }
}

void TimelineStrays::judge(const Columns &columns, const RowSet &rows, Row end, const std::stop_token &stop)
{
    m_bulk = bulkSpan(columns, rows, end, stop);
    m_judged = end;
    m_seen = 0;
    m_rows.clear();
    m_spans.clear();
    if (m_bulk)
        m_bulk->before = m_bulk->after = 0; // counted once more, with their rows
}

bool TimelineStrays::update(const Columns &columns, const RowSet &rows, Row end, bool isComplete,
                            const BlockSpans &spans, Row blockRows, const std::stop_token &stop)
{
    const TimelineStrays before = *this;
    if (m_bulk)
        collect(columns, rows, end, spans, blockRows);
    if (!isToBeJudged(end, isComplete))
        return true;
    judge(columns, rows, end, stop);
    if (stop.stop_requested()) {
        *this = before;
        return true;
    }
    if (m_bulk)
        collect(columns, rows, end, spans, blockRows);
    const Row known = before.m_seen;
    const auto isKnown = [&](Row row) { return known == rows.size() || row < rows.at(known); };
    return std::ranges::equal(before.m_rows, std::span(m_rows.begin(), std::ranges::partition_point(m_rows, isKnown)));
}

} // namespace evident
