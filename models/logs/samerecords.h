#pragma once

#include "log.h"
#include "rowset.h"

#include <compare>
#include <span>
#include <stop_token>
#include <vector>

namespace evident {

/// What the columns have of all that a record says, and nothing of where it stands. Records that agree in it are one
/// that was written twice: whatever counts a repeated record once goes by this.
struct RecordIdentity
{
    explicit RecordIdentity(const RecordColumns &record) noexcept
        : time(record.time),
          shape(record.shape),
          user(record.user),
          address(record.address),
          application(record.application),
          method(record.method),
          transaction(record.transaction)
    { }

    qint64 time;
    ShapeId shape;
    quint32 user;
    quint32 address;
    quint32 application;
    quint32 method;
    quint64 transaction;

    auto operator<=>(const RecordIdentity &) const = default;
};

/// Rows whose records say the same as another one's.
class SameRecords
{
public:
    void add(std::span<const Row> same)
    {
        m_rows.insert(m_rows.end(), same.begin(), same.end());
        m_ends.push_back(m_rows.size());
    }
    /// Calls visit(rows) for those that say the same: several, ascending.
    template <typename Visit>
    void visit(const Visit &visit) const
    {
        size_t begin = 0;
        for (const size_t end : m_ends) {
            visit(std::span(m_rows).subspan(begin, end - begin));
            begin = end;
        }
    }

private:
    std::vector<Row> m_rows;
    std::vector<size_t> m_ends; ///< of those that say the same
};

/// Which of the rows are compared.
struct SameRecordsAmong
{
    qint64 earliest = noTime; ///< the others are of an earlier time
    bool understoodOnly = false;
};

/// Of rows in any order. By columns alone, on several threads; a log that repeats little costs no more than looking at
/// each row once. When stopped, of no use.
SameRecords sameRecords(const Log &log, const RowSet &rows, const SameRecordsAmong &among,
                        const std::stop_token &stop = {});

} // namespace evident
