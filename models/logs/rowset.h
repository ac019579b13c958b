#pragma once

#include "columns.h"

#include <limits>
#include <memory>
#include <span>
#include <vector>

namespace evident {

/// Rows in an order: what a query keeps of a log, as the table shows them. The rows of a whole log in its own order
/// cost nothing. A value; copies share.
class RowSet
{
public:
    static constexpr Row none = std::numeric_limits<Row>::max(); ///< no position

    RowSet() = default;
    /// All rows below `count` in the file's order.
    static RowSet all(Row count)
    {
        RowSet set;
        set.m_count = count;
        return set;
    }
    static RowSet of(std::vector<Row> rows)
    {
        RowSet set;
        set.m_count = Row(rows.size());
        set.m_rows = std::make_shared<const std::vector<Row>>(std::move(rows));
        return set;
    }

    Row size() const noexcept { return m_count; }
    Row at(Row position) const noexcept { return m_rows ? (*m_rows)[position] : position; }
    bool isAll() const noexcept { return !m_rows; }
    /// The rows in their order, for readers of many; empty when isAll().
    std::span<const Row> rows() const noexcept
    {
        return m_rows ? std::span<const Row>(*m_rows) : std::span<const Row>();
    }

private:
    std::shared_ptr<const std::vector<Row>> m_rows;
    Row m_count = 0;
};

} // namespace evident
