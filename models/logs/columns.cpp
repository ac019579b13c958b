#include "columns.h"

#include "idcounts.h"
#include "packedchunk.h"
#include "stablearray.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <thread>
#include <utility>
#include <vector>

namespace evident {

struct Columns::Data
{
    StableArray<std::atomic<PackedChunk *>> chunks; ///< none: the chunk is the tail
    std::atomic<Row> size = 0;
    std::atomic<quint64> revision = 0;
    std::atomic<qint64> packedMemory = 0;

    // The tail holds the rows of the last chunk, which is packed when a row of the next one comes. A reader that finds
    // no packed chunk enters, looks again, and reads the tail. The writer, having shown a packed chunk, waits for
    // readers to leave before it writes the tail anew; to change a row that readers may be looking at, it keeps new
    // ones out meanwhile. Reads take microseconds at most, and the wait comes once a chunk or change.
    mutable std::atomic<quint32> tailReaders = 0;
    std::atomic<bool> changing = false;
    std::vector<RecordColumns> tail;

    /// Holds the writer back from the tail while it lives.
    class TailReader
    {
    public:
        TailReader(std::atomic<quint32> &readers, const std::atomic<bool> &changing)
            : m_readers(readers)
        {
            for (m_readers.fetch_add(1); changing.load(); m_readers.fetch_add(1)) {
                m_readers.fetch_sub(1);
                std::this_thread::yield();
            }
        }
        ~TailReader() { m_readers.fetch_sub(1, std::memory_order_release); }
        TailReader(const TailReader &) = delete;
        TailReader &operator=(const TailReader &) = delete;

    private:
        std::atomic<quint32> &m_readers;
    };

    // Of the writer alone.
    Row appended = 0;
    Row tailChunk = 0;
    Row seen = 0; ///< rows that readers may be looking at
    bool changed = false; ///< one of them was changed since the last publish()

    ~Data()
    {
        for (Row chunk = 0; chunk < tailChunk; ++chunk)
            delete chunks.at(chunk).load(std::memory_order_relaxed);
    }

    void waitForReaders() const
    {
        while (tailReaders.load() != 0)
            std::this_thread::yield();
    }

    void change(RecordColumns &record, const RecordColumns &to)
    {
        changing.store(true);
        waitForReaders();
        record = to;
        changing.store(false);
        changed = true;
    }

    void packTail()
    {
        auto packed = std::make_unique<PackedChunk>(std::span<const RecordColumns, chunkRows>(tail.data(), chunkRows));
        packedMemory.fetch_add(packed->memory(), std::memory_order_relaxed);
        chunks.make(tailChunk).store(packed.release());
        waitForReaders();
        chunks.make(++tailChunk);
    }

    /// Calls one of both for a chunk: with the packed chunk, or with the tail while it holds that chunk.
    template <typename OfPacked, typename OfTail>
    auto withChunk(Row chunk, OfPacked ofPacked, OfTail ofTail) const noexcept
    {
        const std::atomic<PackedChunk *> &slot = chunks.at(chunk);
        if (const PackedChunk *packed = slot.load(std::memory_order_acquire))
            return ofPacked(*packed);
        const TailReader reading(tailReaders, changing);
        const PackedChunk *packed = slot.load();
        return packed ? ofPacked(*packed) : ofTail(tail);
    }

    quint64 value(LogColumn column, Row row) const noexcept
    {
        return withChunk(
            row / chunkRows, [&](const PackedChunk &packed) { return packed.value(column, row % chunkRows); },
            [&](const std::vector<RecordColumns> &records) { return columnOf(records[row % chunkRows], column); });
    }

    template <typename Value>
    void read(LogColumn column, Row first, std::span<Value> values) const noexcept
    {
        while (!values.empty()) {
            const Row inChunk = first % chunkRows;
            const std::span<Value> part = values.first(std::min<size_t>(values.size(), chunkRows - inChunk));
            withChunk(
                first / chunkRows, [&](const PackedChunk &packed) { packed.read(column, inChunk, part); },
                [&](const std::vector<RecordColumns> &records) {
                    for (size_t i = 0; i < part.size(); ++i)
                        part[i] = Value(columnOf(records[inChunk + i], column));
                });
            values = values.subspan(part.size());
            first += Row(part.size());
        }
    }

    template <typename Value>
    void gather(LogColumn column, std::span<const Row> rows, std::span<Value> values) const noexcept
    {
        for (size_t begin = 0; begin < rows.size();) {
            const Row chunk = rows[begin] / chunkRows;
            size_t end = begin + 1;
            while (end < rows.size() && rows[end] / chunkRows == chunk)
                ++end;
            withChunk(
                chunk,
                [&](const PackedChunk &packed) {
                    for (size_t i = begin; i < end; ++i)
                        values[i] = Value(packed.value(column, rows[i] % chunkRows));
                },
                [&](const std::vector<RecordColumns> &records) {
                    for (size_t i = begin; i < end; ++i)
                        values[i] = Value(columnOf(records[rows[i] % chunkRows], column));
                });
            begin = end;
        }
    }
};

Columns::Columns()
    : m_data(std::make_unique<Data>())
{
    // Room for all from the beginning: a reader may look into it while the writer appends. What a small log does not
    // fill costs no memory.
    m_data->tail.reserve(chunkRows);
    m_data->chunks.make(0);
}

Columns::~Columns() = default;

void Columns::append(const RecordColumns &record)
{
    const Row row = m_data->appended++;
    if (row / chunkRows != m_data->tailChunk)
        m_data->packTail();
    if (row < chunkRows && row == m_data->tail.size()) {
        m_data->tail.push_back(record);
        return;
    }
    RecordColumns &slot = m_data->tail[row % chunkRows];
    if (row >= m_data->seen)
        slot = record;
    else if (slot != record)
        m_data->change(slot, record);
}

void Columns::publish()
{
    const bool fewer = m_data->appended < m_data->size.load(std::memory_order_relaxed);
    const bool changed = std::exchange(m_data->changed, false);
    m_data->size.store(m_data->appended, std::memory_order_release);
    m_data->seen = std::max(m_data->seen, m_data->appended);
    if (fewer || changed)
        m_data->revision.fetch_add(1, std::memory_order_release);
}

bool Columns::canTakeBack(Row first) const noexcept
{
    return first <= m_data->appended && first / chunkRows >= m_data->tailChunk;
}

void Columns::takeBack(Row first)
{
    Q_ASSERT(canTakeBack(first));
    m_data->appended = first;
}

quint64 Columns::revision() const noexcept
{
    return m_data->revision.load(std::memory_order_acquire);
}

Row Columns::size() const noexcept
{
    return m_data->size.load(std::memory_order_acquire);
}

RecordColumns Columns::record(Row row) const noexcept
{
    return m_data->withChunk(
        row / chunkRows,
        [row](const PackedChunk &packed) {
            const auto value = [&](LogColumn column) { return packed.value(column, row % chunkRows); };
            RecordColumns record;
            record.offset = qint64(value(LogColumn::Offset));
            record.length = quint32(value(LogColumn::Length));
            record.line = quint32(value(LogColumn::Line));
            record.time = qint64(value(LogColumn::Time));
            record.shape = ShapeId(value(LogColumn::Shape));
            record.user = quint32(value(LogColumn::User));
            record.method = quint32(value(LogColumn::Method));
            record.application = quint32(value(LogColumn::Application));
            record.address = quint32(value(LogColumn::Address));
            record.transaction = value(LogColumn::Transaction);
            return record;
        },
        [row](const std::vector<RecordColumns> &records) { return records[row % chunkRows]; });
}

qint64 Columns::offset(Row row) const noexcept
{
    return qint64(m_data->value(LogColumn::Offset, row));
}

qint64 Columns::time(Row row) const noexcept
{
    return qint64(m_data->value(LogColumn::Time, row));
}

ShapeId Columns::shape(Row row) const noexcept
{
    return ShapeId(m_data->value(LogColumn::Shape, row));
}

quint32 Columns::user(Row row) const noexcept
{
    return quint32(m_data->value(LogColumn::User, row));
}

quint32 Columns::method(Row row) const noexcept
{
    return quint32(m_data->value(LogColumn::Method, row));
}

quint32 Columns::application(Row row) const noexcept
{
    return quint32(m_data->value(LogColumn::Application, row));
}

quint32 Columns::address(Row row) const noexcept
{
    return quint32(m_data->value(LogColumn::Address, row));
}

quint64 Columns::transaction(Row row) const noexcept
{
    return m_data->value(LogColumn::Transaction, row);
}

void Columns::read(LogColumn column, Row first, std::span<quint32> values) const noexcept
{
    m_data->read(column, first, values);
}

void Columns::read(LogColumn column, Row first, std::span<qint64> values) const noexcept
{
    m_data->read(column, first, std::span(reinterpret_cast<quint64 *>(values.data()), values.size()));
}

void Columns::gather(LogColumn column, std::span<const Row> rows, std::span<quint32> values) const noexcept
{
    m_data->gather(column, rows, values);
}

void Columns::gather(LogColumn column, std::span<const Row> rows, std::span<qint64> values) const noexcept
{
    m_data->gather(column, rows, values);
}

void Columns::addCounts(LogColumn column, Row first, Row count, IdCounts &counts) const
{
    const Row last = first + count;
    while (first < last) {
        const Row inChunk = first % chunkRows;
        const Row part = std::min(last - first, chunkRows - inChunk);
        const PackedChunk *packed = m_data->chunks.at(first / chunkRows).load(std::memory_order_acquire);
        if (packed) {
            packed->addCounts(column, inChunk, part, counts);
        } else {
            std::array<quint32, chunkRows> ids; // NOLINT(cppcoreguidelines-pro-type-member-init): read into
            read(column, first, std::span(ids).first(part));
            addIds(counts, std::span(ids).first(part));
        }
        first += part;
    }
}

std::optional<ColumnBounds> Columns::bounds(LogColumn column, Row row) const noexcept
{
    const PackedChunk *packed = m_data->chunks.at(row / chunkRows).load(std::memory_order_acquire);
    return packed ? packed->bounds(column) : std::nullopt;
}

qint64 Columns::memory() const noexcept
{
    return m_data->packedMemory.load(std::memory_order_relaxed) + m_data->chunks.memory()
        + qint64(m_data->tail.capacity() * sizeof(RecordColumns));
}

} // namespace evident
