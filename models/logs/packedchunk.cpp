#include "packedchunk.h"

#include "idcounts.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <functional>
#include <vector>

namespace evident {

namespace {

/// Bytes that may be read behind a chunk's last value, so that every value is read by one load of eight bytes.
constexpr size_t padding = 8;

using Values = std::array<quint64, Columns::chunkRows>;

/// The smallest width of 0, 1, 2, 3, 4, 8 bytes that holds `largest`.
quint8 widthFor(quint64 largest)
{
    const int bytes = (int(std::bit_width(largest)) + 7) / 8;
    return quint8(bytes > 4 ? 8 : bytes);
}

/// `valueAt` is what is left of a value when its slope is taken away.
template <typename ValueAt>
PackedColumn planFor(const Values &values, quint64 slope, ValueAt valueAt)
{
    qint64 least = qint64(values[0]);
    qint64 most = least;
    for (size_t row = 0; row < values.size(); ++row) {
        const qint64 value = qint64(valueAt(row));
        least = std::min(least, value);
        most = std::max(most, value);
    }
    PackedColumn plan;
    plan.base = quint64(least);
    plan.slope = slope;
    plan.largest = quint64(most) - quint64(least);
    return plan;
}

PackedColumn planFlat(const Values &values)
{
    return planFor(values, 0, [&](size_t row) { return values[row]; });
}

/// Positions grow about evenly: what differs from their average step is small, and nothing when records are lines.
PackedColumn planForPositions(const Values &values)
{
    const qint64 step = qint64(values.back() - values.front()) / qint64(values.size() - 1);
    const PackedColumn sloped =
        planFor(values, quint64(step), [&](size_t row) { return values[row] - quint64(step) * row; });
    const PackedColumn flat = planFlat(values);
    return sloped.largest < flat.largest ? sloped : flat;
}

/// A missing time is far from all others: it is stored as 0, and the least time as 1.
PackedColumn planForTimes(const Values &values)
{
    constexpr quint64 none = quint64(noTime);
    if (std::ranges::find(values, none) == values.end())
        return planFlat(values);
    qint64 least = std::numeric_limits<qint64>::max();
    qint64 most = noTime;
    for (const quint64 value : values) {
        if (value != none)
            least = std::min(least, qint64(value));
        most = std::max(most, qint64(value));
    }
    if (most == noTime)
        return planFlat(values);
    PackedColumn plan;
    plan.base = quint64(least) - 1;
    plan.missing = true;
    plan.largest = quint64(most) - plan.base;
    return plan;
}

/// Hashes have no order that would save bytes: they are kept as they are, unless all are the same.
PackedColumn planForHashes(const Values &values)
{
    PackedColumn plan;
    if (std::ranges::adjacent_find(values, std::not_equal_to()) == values.end())
        plan.base = values.front();
    else
        plan.largest = ~quint64(0);
    return plan;
}

PackedColumn planOf(LogColumn column, const Values &values)
{
    switch (column) {
    case LogColumn::Offset:
    case LogColumn::Line:
        return planForPositions(values);
    case LogColumn::Time:
        return planForTimes(values);
    case LogColumn::Transaction:
        return planForHashes(values);
    default:
        return planFlat(values);
    }
}

PackedColumn planFor(LogColumn column, const Values &values)
{
    PackedColumn plan = planOf(column, values);
    plan.width = widthFor(plan.largest);
    plan.mask = plan.width == 8 ? ~quint64(0) : (quint64(1) << (8 * plan.width)) - 1;
    return plan;
}

/// Calls `use` with the width as a constant, for loops that the compiler unrolls.
template <typename Use>
void withWidth(quint8 width, Use use)
{
    switch (width) {
    case 0:
        return use(std::integral_constant<size_t, 0>());
    case 1:
        return use(std::integral_constant<size_t, 1>());
    case 2:
        return use(std::integral_constant<size_t, 2>());
    case 3:
        return use(std::integral_constant<size_t, 3>());
    case 4:
        return use(std::integral_constant<size_t, 4>());
    default:
        return use(std::integral_constant<size_t, 8>());
    }
}

/// There is room for eight bytes behind each value: the next one writes over what is too much.
template <typename StoredAt>
void store(quint8 width, uchar *to, StoredAt storedAt)
{
    withWidth(width, [&](auto bytes) {
        for (size_t row = 0; row < Columns::chunkRows; ++row)
            qToLittleEndian<quint64>(storedAt(row), to + row * bytes);
    });
}

/// What is kept of the values.
void store(const Values &values, const PackedColumn &plan, uchar *to)
{
    if (plan.missing) {
        store(plan.width, to,
              [&](size_t row) { return values[row] == quint64(noTime) ? quint64(0) : values[row] - plan.base; });
    } else if (plan.slope != 0) {
        store(plan.width, to, [&](size_t row) { return values[row] - plan.base - plan.slope * row; });
    } else {
        store(plan.width, to, [&](size_t row) { return values[row] - plan.base; });
    }
}

template <size_t Width>
quint64 load(const uchar *bytes) noexcept
{
    if constexpr (Width == 0)
        return 0;
    else if constexpr (Width == 1)
        return *bytes;
    else if constexpr (Width == 2)
        return qFromLittleEndian<quint16>(bytes);
    else if constexpr (Width == 3)
        return qFromLittleEndian<quint32>(bytes) & 0xffffffU;
    else if constexpr (Width == 4)
        return qFromLittleEndian<quint32>(bytes);
    else
        return qFromLittleEndian<quint64>(bytes);
}

template <typename Value>
void decode(const PackedColumn &packed, const uchar *bytes, Row first, std::span<Value> values) noexcept
{
    const uchar *from = bytes + packed.begin + size_t(first) * packed.width;
    const Value base = Value(packed.base + packed.slope * first);
    const Value slope = Value(packed.slope);
    withWidth(packed.width, [&](auto width) {
        if (packed.missing) {
            for (size_t i = 0; i < values.size(); ++i) {
                const quint64 stored = load<width>(from + i * width);
                values[i] = stored == 0 ? Value(noTime) : Value(base + Value(stored));
            }
        } else if (slope != 0) {
            for (size_t i = 0; i < values.size(); ++i)
                values[i] = Value(base + slope * Value(i) + Value(load<width>(from + i * width)));
        } else {
            for (size_t i = 0; i < values.size(); ++i)
                values[i] = Value(base + Value(load<width>(from + i * width)));
        }
    });
}

template <typename ValueOf>
void fill(Values &values, std::span<const RecordColumns, Columns::chunkRows> records, ValueOf valueOf)
{
    for (size_t row = 0; row < values.size(); ++row)
        values[row] = quint64(valueOf(records[row]));
}

void fill(Values &values, std::span<const RecordColumns, Columns::chunkRows> records, LogColumn column)
{
    switch (column) {
    case LogColumn::Offset:
        return fill(values, records, [](const RecordColumns &record) { return record.offset; });
    case LogColumn::Length:
        return fill(values, records, [](const RecordColumns &record) { return record.length; });
    case LogColumn::Line:
        return fill(values, records, [](const RecordColumns &record) { return record.line; });
    case LogColumn::Time:
        return fill(values, records, [](const RecordColumns &record) { return record.time; });
    case LogColumn::Shape:
        return fill(values, records, [](const RecordColumns &record) { return record.shape; });
    case LogColumn::User:
        return fill(values, records, [](const RecordColumns &record) { return record.user; });
    case LogColumn::Method:
        return fill(values, records, [](const RecordColumns &record) { return record.method; });
    case LogColumn::Application:
        return fill(values, records, [](const RecordColumns &record) { return record.application; });
    case LogColumn::Address:
        return fill(values, records, [](const RecordColumns &record) { return record.address; });
    case LogColumn::Transaction:
        return fill(values, records, [](const RecordColumns &record) { return record.transaction; });
    }
}

} // namespace

PackedChunk::PackedChunk(std::span<const RecordColumns, Columns::chunkRows> records)
{
    std::vector<uchar> bytes(logColumnCount * sizeof(quint64) * Columns::chunkRows + padding);
    auto values = std::make_unique<Values>();
    size_t end = 0;
    for (size_t column = 0; column < logColumnCount; ++column) {
        fill(*values, records, LogColumn(column));
        PackedColumn &packed = m_columns[column];
        packed = planFor(LogColumn(column), *values);
        packed.begin = quint32(end);
        if (packed.width == 0)
            continue;
        store(*values, packed, bytes.data() + end);
        end += packed.width * values->size();
    }
    m_size = end + padding;
    m_bytes = std::make_unique_for_overwrite<uchar[]>(m_size);
    std::copy_n(bytes.data(), m_size, m_bytes.get());
}

quint64 PackedChunk::value(LogColumn column, Row row) const noexcept
{
    const PackedColumn &packed = m_columns[size_t(column)];
    const quint64 stored =
        qFromLittleEndian<quint64>(m_bytes.get() + packed.begin + size_t(row) * packed.width) & packed.mask;
    return packed.missing && stored == 0 ? quint64(noTime) : packed.base + packed.slope * row + stored;
}

void PackedChunk::read(LogColumn column, Row first, std::span<quint32> values) const noexcept
{
    decode(m_columns[size_t(column)], m_bytes.get(), first, values);
}

void PackedChunk::read(LogColumn column, Row first, std::span<quint64> values) const noexcept
{
    decode(m_columns[size_t(column)], m_bytes.get(), first, values);
}

void PackedChunk::addCounts(LogColumn column, Row first, Row count, IdCounts &counts) const
{
    const PackedColumn &packed = m_columns[size_t(column)];
    Q_ASSERT(packed.slope == 0 && !packed.missing);
    const uchar *from = m_bytes.get() + packed.begin + size_t(first) * packed.width;
    withWidth(packed.width, [&](auto width) {
        constexpr size_t bytes = decltype(width)::value;
        addIds(counts, count, quint32(packed.base), quint32(packed.largest),
               [from](size_t i) { return quint32(load<bytes>(from + i * bytes)); });
    });
}

std::optional<ColumnBounds> PackedChunk::bounds(LogColumn column) const noexcept
{
    const PackedColumn &packed = m_columns[size_t(column)];
    if (packed.slope != 0 || (column == LogColumn::Transaction && packed.width > 0))
        return {};
    if (column == LogColumn::Time && packed.width == 0 && qint64(packed.base) == noTime)
        return ColumnBounds{1, 0, true};
    return ColumnBounds{qint64(packed.base + (packed.missing ? 1 : 0)), qint64(packed.base + packed.largest),
                        packed.missing};
}

qint64 PackedChunk::memory() const noexcept
{
    return qint64(sizeof(PackedChunk) + m_size);
}

quint64 columnOf(const RecordColumns &record, LogColumn column) noexcept
{
    switch (column) {
    case LogColumn::Offset:
        return quint64(record.offset);
    case LogColumn::Length:
        return record.length;
    case LogColumn::Line:
        return record.line;
    case LogColumn::Time:
        return quint64(record.time);
    case LogColumn::Shape:
        return record.shape;
    case LogColumn::User:
        return record.user;
    case LogColumn::Method:
        return record.method;
    case LogColumn::Application:
        return record.application;
    case LogColumn::Address:
        return record.address;
    case LogColumn::Transaction:
        return record.transaction;
    }
    return 0;
}

} // namespace evident
