#pragma once

#include "log.h"
#include "rowset.h"

#include <memory>
#include <span>
#include <vector>

namespace evident {

/// The rows (ascending, as what is returned) and those that stand up to `lines` before and behind each of them in its
/// file, up to (not with) the row `end`.
std::vector<Row> withContext(const Log &log, std::span<const Row> rows, int lines, Row end);

/// Rows as the table shows them: what a query keeps, and what stands around it for context. A value; copies share.
class ShownRows
{
public:
    ShownRows() = default;
    /// Without any context.
    ShownRows(RowSet rows)
        : m_rows(std::move(rows))
    { }
    /// `matches` (ascending) are those of the rows that are no context.
    ShownRows(RowSet rows, std::span<const Row> matches, Row end);

    const RowSet &rows() const noexcept { return m_rows; }
    bool isContext(Row position) const { return m_isMatch && !(*m_isMatch)[m_rows.at(position)]; }

private:
    RowSet m_rows;
    std::shared_ptr<const std::vector<bool>> m_isMatch; ///< by row; null: all are
};

} // namespace evident
