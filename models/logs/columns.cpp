#include "columns.h"

#include "stablearray.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <thread>
#include <vector>

namespace evident {

namespace {

enum Column { Offset, Length, Line, Time, Shape, User, Method, Application, Address, ColumnCount };

/// Bytes that may be read behind a chunk's last value, so that every value is read by one load of eight bytes.
constexpr size_t padding = 8;

using Values = std::array<quint64, Columns::chunkRows>;

quint64 columnOf(const RecordColumns &record, Column column)
{
    switch (column) {
    case Offset:
        return quint64(record.offset);
    case Length:
        return record.length;
    case Line:
        return record.line;
    case Time:
        return quint64(record.time);
    case Shape:
        return record.shape;
    case User:
        return record.user;
    case Method:
        return record.method;
    case Application:
        return record.application;
    case Address:
        return record.address;
    case ColumnCount:
        break;
    }
    return 0;
}

/// Values of one column of a full chunk: base + slope * row + what is stored. All arithmetic wraps.
struct PackedColumn
{
    quint64 base = 0;
    quint64 slope = 0;
    quint64 mask = 0;
    quint32 begin = 0;
    quint8 width = 0; ///< bytes a value
    bool missing = false; ///< a stored 0 is a missing time
};

/// The smallest width of 0, 1, 2, 3, 4, 8 bytes that holds `largest`.
quint8 widthFor(quint64 largest)
{
    const int bytes = (int(std::bit_width(largest)) + 7) / 8;
    return quint8(bytes > 4 ? 8 : bytes);
}

struct Plan
{
    PackedColumn column;
    quint64 largest = 0; ///< that is stored
};

Plan planFor(const Values &values, quint64 slope)
{
    qint64 least = qint64(values[0]);
    qint64 most = least;
    for (size_t row = 0; row < values.size(); ++row) {
        const qint64 value = qint64(values[row] - slope * row);
        least = std::min(least, value);
        most = std::max(most, value);
    }
    Plan plan;
    plan.column.base = quint64(least);
    plan.column.slope = slope;
    plan.largest = quint64(most) - quint64(least);
    return plan;
}

/// Positions grow about evenly: what differs from their average step is small, and nothing when records are lines.
Plan planForPositions(const Values &values)
{
    const qint64 step = qint64(values.back() - values.front()) / qint64(values.size() - 1);
    const Plan sloped = planFor(values, quint64(step));
    const Plan flat = planFor(values, 0);
    return sloped.largest < flat.largest ? sloped : flat;
}

/// A missing time is far from all others: it is stored as 0, and the least time as 1.
Plan planForTimes(const Values &values)
{
    constexpr quint64 none = quint64(noTime);
    if (std::ranges::find(values, none) == values.end())
        return planFor(values, 0);
    qint64 least = std::numeric_limits<qint64>::max();
    qint64 most = noTime;
    for (const quint64 value : values) {
        if (value != none)
            least = std::min(least, qint64(value));
        most = std::max(most, qint64(value));
    }
    if (most == noTime)
        return planFor(values, 0);
    Plan plan;
    plan.column.base = quint64(least) - 1;
    plan.column.missing = true;
    plan.largest = quint64(most) - plan.column.base;
    return plan;
}

struct PackedChunk
{
    std::array<PackedColumn, ColumnCount> columns;
    std::unique_ptr<uchar[]> bytes;
    size_t size = 0;

    quint64 value(Column column, Row row) const noexcept
    {
        const PackedColumn &packed = columns[column];
        const quint64 stored =
            qFromLittleEndian<quint64>(bytes.get() + packed.begin + size_t(row) * packed.width) & packed.mask;
        return packed.missing && stored == 0 ? quint64(noTime) : packed.base + packed.slope * row + stored;
    }
};

std::unique_ptr<PackedChunk> pack(const std::vector<RecordColumns> &records)
{
    auto chunk = std::make_unique<PackedChunk>();
    std::vector<uchar> bytes;
    bytes.reserve(records.size() * 48);
    auto values = std::make_unique<Values>();
    for (int column = 0; column < ColumnCount; ++column) {
        for (size_t row = 0; row < records.size(); ++row)
            (*values)[row] = columnOf(records[row], Column(column));
        const Plan plan = column == Offset || column == Line ? planForPositions(*values)
            : column == Time                                 ? planForTimes(*values)
                                                             : planFor(*values, 0);
        PackedColumn &packed = chunk->columns[size_t(column)];
        packed = plan.column;
        packed.width = widthFor(plan.largest);
        packed.mask = packed.width == 8 ? ~quint64(0) : (quint64(1) << (8 * packed.width)) - 1;
        packed.begin = quint32(bytes.size());
        for (size_t row = 0; row < records.size(); ++row) {
            const bool missing = packed.missing && (*values)[row] == quint64(noTime);
            const quint64 stored = missing ? 0 : (*values)[row] - packed.base - packed.slope * row;
            std::array<uchar, 8> little = {};
            qToLittleEndian(stored, little.data());
            bytes.insert(bytes.end(), little.begin(), little.begin() + packed.width);
        }
    }
    chunk->size = bytes.size() + padding;
    chunk->bytes = std::make_unique<uchar[]>(chunk->size);
    std::ranges::copy(bytes, chunk->bytes.get());
    return chunk;
}

} // namespace

struct Columns::Data
{
    StableArray<std::atomic<PackedChunk *>> chunks; ///< none: the chunk is the tail
    std::atomic<Row> size = 0;
    std::atomic<qint64> packedMemory = 0;

    // The tail holds the rows of the chunk that is not full. A reader that finds no packed chunk enters, looks again,
    // and reads the tail; the writer, having shown a packed chunk, waits for readers to leave before it writes the tail
    // anew. Reads take nanoseconds and the wait comes once a chunk.
    mutable std::atomic<quint32> tailReaders = 0;
    std::vector<RecordColumns> tail;

    // Of the writer alone.
    Row appended = 0;

    ~Data()
    {
        for (Row chunk = 0; chunk * quint64(chunkRows) < appended; ++chunk)
            delete chunks.at(chunk).load(std::memory_order_relaxed);
    }

    void packTail(Row chunk)
    {
        std::unique_ptr<PackedChunk> packed = pack(tail);
        packedMemory.fetch_add(qint64(sizeof(PackedChunk) + packed->size), std::memory_order_relaxed);
        chunks.make(chunk).store(packed.release());
        while (tailReaders.load() != 0)
            std::this_thread::yield();
    }

    quint64 value(Column column, Row row) const noexcept
    {
        const std::atomic<PackedChunk *> &slot = chunks.at(row / chunkRows);
        if (const PackedChunk *packed = slot.load(std::memory_order_acquire))
            return packed->value(column, row % chunkRows);
        tailReaders.fetch_add(1);
        const PackedChunk *packed = slot.load();
        const quint64 value = packed ? packed->value(column, row % chunkRows) : columnOf(tail[row % chunkRows], column);
        tailReaders.fetch_sub(1, std::memory_order_release);
        return value;
    }
};

Columns::Columns()
    : m_data(std::make_unique<Data>())
{
    // Room for all from the beginning: a reader may look into it while the writer appends. What a small log does not
    // fill costs no memory.
    m_data->tail.reserve(chunkRows);
}

Columns::~Columns() = default;

void Columns::append(const RecordColumns &record)
{
    const Row row = m_data->appended++;
    if (row % chunkRows == 0)
        m_data->chunks.make(row / chunkRows);
    if (row < chunkRows && row == m_data->tail.size())
        m_data->tail.push_back(record);
    else
        m_data->tail[row % chunkRows] = record;
    if (row % chunkRows == chunkRows - 1)
        m_data->packTail(row / chunkRows);
}

void Columns::publish()
{
    m_data->size.store(m_data->appended, std::memory_order_release);
}

Row Columns::size() const noexcept
{
    return m_data->size.load(std::memory_order_acquire);
}

RecordColumns Columns::record(Row row) const noexcept
{
    RecordColumns record;
    record.offset = qint64(m_data->value(Offset, row));
    record.length = quint32(m_data->value(Length, row));
    record.line = quint32(m_data->value(Line, row));
    record.time = time(row);
    record.shape = shape(row);
    record.user = user(row);
    record.method = method(row);
    record.application = application(row);
    record.address = address(row);
    return record;
}

qint64 Columns::time(Row row) const noexcept
{
    return qint64(m_data->value(Time, row));
}

ShapeId Columns::shape(Row row) const noexcept
{
    return ShapeId(m_data->value(Shape, row));
}

quint32 Columns::user(Row row) const noexcept
{
    return quint32(m_data->value(User, row));
}

quint32 Columns::method(Row row) const noexcept
{
    return quint32(m_data->value(Method, row));
}

quint32 Columns::application(Row row) const noexcept
{
    return quint32(m_data->value(Application, row));
}

quint32 Columns::address(Row row) const noexcept
{
    return quint32(m_data->value(Address, row));
}

qint64 Columns::memory() const noexcept
{
    return m_data->packedMemory.load(std::memory_order_relaxed) + m_data->chunks.memory()
        + qint64(m_data->tail.capacity() * sizeof(RecordColumns));
}

} // namespace evident
