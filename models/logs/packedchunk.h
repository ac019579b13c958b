#pragma once

#include "columns.h"

#include <array>
#include <memory>
#include <span>
#include <vector>

namespace evident {

/// Values of one column of a full chunk: base + slope * row + what is stored. All arithmetic wraps.
struct PackedColumn
{
    quint64 base = 0;
    quint64 slope = 0;
    quint64 mask = 0;
    quint64 largest = 0; ///< that is stored
    quint32 begin = 0;
    quint8 width = 0; ///< bytes a value: 0, 1, 2, 3, 4 or 8
    bool missing = false; ///< a stored 0 is a missing time
};

/// The columns of a full chunk in as few bytes as they need. Immutable. Rows count from the chunk's first.
class PackedChunk
{
public:
    explicit PackedChunk(std::span<const RecordColumns, Columns::chunkRows> records);

    quint64 value(LogColumn column, Row row) const noexcept;
    /// The values of the rows from `first` on. Those of 64 bits are cut to the span's type.
    void read(LogColumn column, Row first, std::span<quint32> values) const noexcept;
    void read(LogColumn column, Row first, std::span<quint64> values) const noexcept;
    /// Adds the values of `count` rows, which are ids, from what is stored.
    void addCounts(LogColumn column, Row first, Row count, std::vector<quint32> &counts) const;
    std::optional<ColumnBounds> bounds(LogColumn column) const noexcept;
    qint64 memory() const noexcept; ///< bytes

private:
    std::array<PackedColumn, logColumnCount> m_columns;
    std::unique_ptr<uchar[]> m_bytes;
    size_t m_size = 0;
};

/// One column of a record, widened; times and offsets as the bits they are.
quint64 columnOf(const RecordColumns &record, LogColumn column) noexcept;

} // namespace evident
