#pragma once

#include "bulkspan.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace evident {

/// Which rows of a timeline are strays, while rows come in the log's own order: judged anew only when there are many
/// more of them. One thread at a time.
class TimelineStrays
{
public:
    using BlockSpans = std::vector<std::optional<TimeSpan>>;

    /// Looks at the rows at positions up to (not with) `end`; `spans` are of blocks of `blockRows` positions. False
    /// when rows of an earlier look became strays, or are none any more. When stopped, all is as before.
    bool update(const Columns &columns, const RowSet &rows, Row end, bool isComplete, const BlockSpans &spans,
                Row blockRows, const std::stop_token &stop);

    const std::optional<BulkSpan> &bulk() const noexcept { return m_bulk; } ///< of the rows that were looked at
    const std::vector<Row> &rows() const noexcept { return m_rows; } ///< the strays
    const BlockSpans &spans() const noexcept { return m_spans; } ///< of the blocks, without strays

private:
    bool isToBeJudged(Row end, bool isComplete) const;
    void collect(const Columns &columns, const RowSet &rows, Row end, const BlockSpans &spans, Row blockRows);
    void judge(const Columns &columns, const RowSet &rows, Row end, const std::stop_token &stop);

    std::optional<BulkSpan> m_bulk;
    std::vector<Row> m_rows;
    BlockSpans m_spans;
    Row m_judged = 0; ///< positions there were then
    Row m_seen = 0; ///< positions
};

} // namespace evident
