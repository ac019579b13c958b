#pragma once

#include "resolution.h"

#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace evident {

/// A record without a time.
inline constexpr qint64 noTime = std::numeric_limits<qint64>::min();

/// Row of a record in its log: its position in the file's order.
using Row = quint32;

/// What memory holds of one record. Ids are positions in the log's dictionaries, 0 is absent.
struct RecordColumns
{
    qint64 offset = 0; ///< of the record's first byte in the source
    quint32 length = 0; ///< bytes
    quint32 line = 0; ///< 1-based line on which it starts
    qint64 time = noTime; ///< ms since 1970 UTC
    ShapeId shape = 0;
    quint32 user = 0;
    quint32 method = 0;
    quint32 application = 0;
    quint32 address = 0;
    quint64 transaction = 0; ///< see Columns::transaction()

    bool operator==(const RecordColumns &) const = default;
};

enum class LogColumn : quint8 { Offset, Length, Line, Time, Shape, User, Method, Application, Address, Transaction };
inline constexpr size_t logColumnCount = size_t(LogColumn::Transaction) + 1;

/// Between what the values of a chunk's rows lie, both included. Missing times are not among them; `least` is above
/// `most` when all are missing.
struct ColumnBounds
{
    qint64 least = 0;
    qint64 most = 0;
    bool missing = false; ///< some rows have no time
};

/// Append-only columns in chunks of fixed size. A full chunk is packed: each column keeps its smallest value and the
/// bytes that the differences need (none where the column is constant), so that a field the file does not have costs
/// nothing. One writer; any number of readers without a lock, on rows below size(). The last rows can be taken back:
/// what a file's end cuts off is completed when the file grows.
class Columns
{
public:
    static constexpr Row chunkRows = 4096;

    Columns();
    ~Columns();
    Columns(const Columns &) = delete;
    Columns &operator=(const Columns &) = delete;

    void append(const RecordColumns &record); ///< writer only; not yet visible
    void publish(); ///< writer only: what was appended becomes visible
    /// Writer only: whether takeBack() can take back the rows from `first` on; only some of the last ones can.
    bool canTakeBack(Row first) const noexcept;
    /// Writer only: what is appended next stands in place of the rows from `first` on. Readers see a row as it was or
    /// as it is then; size() stays until publish().
    void takeBack(Row first);

    Row size() const noexcept;
    /// How often rows that had been published were changed or taken back; it counts when they all are.
    quint64 revision() const noexcept;
    RecordColumns record(Row row) const noexcept;
    qint64 offset(Row row) const noexcept;
    qint64 time(Row row) const noexcept;
    ShapeId shape(Row row) const noexcept;
    quint32 user(Row row) const noexcept;
    quint32 method(Row row) const noexcept;
    quint32 application(Row row) const noexcept;
    quint32 address(Row row) const noexcept;
    /// A hash of the id of the record's transaction; of its activity where it has no transaction's; 0 where it has
    /// neither. See transactionhash.h.
    quint64 transaction(Row row) const noexcept;
    qint64 memory() const noexcept; ///< bytes

    // Many rows at once, at a small part of what they cost one by one.
    /// The values of the rows from `first` on, as many as the span takes; cut to 32 bits where the span has them.
    void read(LogColumn column, Row first, std::span<quint32> values) const noexcept;
    void read(LogColumn column, Row first, std::span<qint64> values) const noexcept;
    /// The values of the rows, in their order. Cheap where neighbours belong to one chunk.
    void gather(LogColumn column, std::span<const Row> rows, std::span<quint32> values) const noexcept;
    void gather(LogColumn column, std::span<const Row> rows, std::span<qint64> values) const noexcept;
    /// Adds how often each id stands in `count` rows from `first` on, of a column of ids.
    void addCounts(LogColumn column, Row first, Row count, std::vector<quint32> &counts) const;
    /// Of the chunk that has the row; none of the last chunk, nor where the values rise with the rows or are hashes
    /// that differ.
    std::optional<ColumnBounds> bounds(LogColumn column, Row row) const noexcept;

private:
    struct Data;
    std::unique_ptr<Data> m_data;
};

} // namespace evident
