#include "highlightcounter.h"

#include "rowparts.h"
#include "samerecords.h"

#include <algorithm>
#include <array>
#include <span>

namespace evident {

namespace {

/// What is worth a thread of its own.
constexpr Row smallestPart = 32 * Columns::chunkRows;
/// Of records that are too old to be counted by the hour.
constexpr qint64 longAgo = LastHour::hoursLookedAt + 1;

void addOne(std::atomic<quint32> &count)
{
    count.fetch_add(1, std::memory_order_relaxed);
}

} // namespace

void ValueCounts::add(const ValueCounts &other)
{
    lastHour += other.lastHour;
    hourBefore += other.hourBefore;
    errors += other.errors;
    distinct.last += other.distinct.last;
    distinct.before += other.distinct.before;
    distinct.earlier += other.distinct.earlier;
    distinct.seen = distinct.seen || other.distinct.seen;
}

ValueCounts HighlightCounter::SharedCounts::at(quint32 id) const
{
    const Counts &counts = m_counts[id];
    return {counts.lastHour,
            counts.hourBefore,
            counts.errors,
            {counts.distinctLast, counts.distinctBefore, counts.distinctEarlier, counts.seen}};
}

void HighlightCounter::SharedCounts::addError(quint32 id)
{
    if (id < m_counts.size())
        addOne(m_counts[id].errors);
}

void HighlightCounter::SharedCounts::addHour(quint32 id, qint64 hoursBack, bool distinct)
{
    if (id >= m_counts.size())
        return;
    Counts &counts = m_counts[id];
    if (hoursBack > 0)
        counts.seen.store(true, std::memory_order_relaxed);
    if (hoursBack <= 1)
        addOne(hoursBack == 0 ? counts.lastHour : counts.hourBefore);
    if (distinct)
        addOne(hoursBack == 0 ? counts.distinctLast : hoursBack == 1 ? counts.distinctBefore : counts.distinctEarlier);
}

struct HighlightCounter::Block
{
    std::array<qint64, Columns::chunkRows> times{};
    std::array<quint32, Columns::chunkRows> shapes{};
    std::array<quint32, Columns::chunkRows> users{};
    std::array<quint32, Columns::chunkRows> applications{};
};

/// What one thread counts.
struct HighlightCounter::Part
{
    Block block;
    std::vector<ValueCounts> shapes;
    MinuteTimes minutes;
};

HighlightCounter::HighlightCounter(const Log &log, std::vector<char> isError, const std::optional<LastHour> &hour)
    : m_log(log),
      m_isError(std::move(isError)),
      m_hour(hour),
      m_users(log.texts(TextColumn::User).size()),
      m_applications(log.texts(TextColumn::Application).size())
{ }

HighlightCounter::~HighlightCounter() = default;

void HighlightCounter::addHour(Part &part, size_t row, qint64 hoursBack, bool distinct)
{
    const Block &block = part.block;
    const quint32 shape = block.shapes[row];
    ValueCounts &counts = part.shapes[shape];
    counts.lastHour += hoursBack == 0 ? 1 : 0;
    counts.hourBefore += hoursBack == 1 ? 1 : 0;
    counts.distinct.seen = counts.distinct.seen || hoursBack > 0;
    if (distinct)
        ++(hoursBack == 0 ? counts.distinct.last : hoursBack == 1 ? counts.distinct.before : counts.distinct.earlier);
    if (isError(shape)) {
        m_users.addHour(block.users[row], hoursBack, distinct);
        m_applications.addHour(block.applications[row], hoursBack, distinct);
    }
}

/// `rowAt` tells which row is the block's first, second..; `fetch` reads a column of them.
template <typename RowAt, typename Fetch>
void HighlightCounter::addBlock(Part &part, Row count, const RowAt &rowAt, const Fetch &fetch)
{
    Block &block = part.block;
    fetch(LogColumn::Time, std::span(block.times).first(count));
    fetch(LogColumn::Shape, std::span(block.shapes).first(count));
    fetch(LogColumn::User, std::span(block.users).first(count));
    fetch(LogColumn::Application, std::span(block.applications).first(count));
    for (size_t row = 0; row < count; ++row) {
        const quint32 shape = block.shapes[row];
        if (isError(shape)) {
            m_users.addError(block.users[row]);
            m_applications.addError(block.applications[row]);
        }
        const qint64 time = block.times[row];
        if (time == noTime)
            continue;
        part.minutes.add(time);
        if (!m_hour || time >= m_hour->end)
            continue;
        if (shape >= part.shapes.size())
            part.shapes.resize(shape + 1);
        if (time < m_hour->windowBegin())
            addHour(part, row, longAgo, false);
        else
            addHour(part, row, (m_hour->end - 1 - time) / hourMs, !isRepeated(rowAt(row)));
    }
}

void HighlightCounter::addPart(Part &part, const RowSet &rows, Row first, Row last, const std::stop_token &stop)
{
    for (Row position = first; position < last && !stop.stop_requested();) {
        const Row count = std::min(last - position, Columns::chunkRows - position % Columns::chunkRows);
        addBlock(
            part, count, [&](size_t row) { return rows.at(position + Row(row)); },
            [&](LogColumn column, auto values) {
                if (rows.isAll())
                    m_log.columns().read(column, position, values);
                else
                    m_log.columns().gather(column, rows.rows().subspan(position, count), values);
            });
        position += count;
    }
}

void HighlightCounter::findRepeated(const RowSet &rows, const std::stop_token &stop)
{
    sameRecords(m_log, rows, {m_hour->windowBegin(), false}, stop).visit([this](std::span<const Row> same) {
        if (same.back() >= m_repeated.size())
            m_repeated.resize(size_t(same.back()) + 1);
        for (const Row row : same.subspan(1))
            m_repeated[row] = true;
    });
}

void HighlightCounter::count(const RowSet &rows, const std::stop_token &stop)
{
    if (m_hour)
        findRepeated(rows, stop);
    const Row partCount = rows.size() > 0 ? partsOf(rows.size(), smallestPart) : 1;
    std::vector<Part> parts(partCount);
    forParts(0, rows.size(), partCount,
             [&](Row part, Row first, Row last) { addPart(parts[part], rows, first, last, stop); });
    m_repeated = {};
    for (const Part &part : parts) {
        m_minutes.merge(part.minutes);
        if (part.shapes.size() > m_shapes.size())
            m_shapes.resize(part.shapes.size());
        for (size_t shape = 0; shape < part.shapes.size(); ++shape)
            m_shapes[shape].add(part.shapes[shape]);
    }
}

} // namespace evident
