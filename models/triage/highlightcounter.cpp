#include "highlightcounter.h"

#include "rowparts.h"

#include <algorithm>
#include <array>
#include <span>

namespace evident {

namespace {

/// What is worth a thread of its own.
constexpr Row smallestPart = 32 * Columns::chunkRows;
/// Of records that are too old to be counted by the hour.
constexpr qint64 longAgo = LastHour::hoursLookedAt + 1;

quint64 mixed(quint64 hash, quint64 value)
{
    hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL;
    return hash ^ (hash >> 29U);
}

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
    std::array<quint32, Columns::chunkRows> methods{};
    std::array<quint32, Columns::chunkRows> applications{};
    std::array<quint32, Columns::chunkRows> addresses{};
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

void HighlightCounter::addHour(Part &part, size_t row, qint64 hoursBack)
{
    const Block &block = part.block;
    const quint32 shape = block.shapes[row];
    bool distinct = false;
    if (hoursBack < longAgo) {
        quint64 hash = mixed(quint64(block.times[row]), shape);
        hash = mixed(hash, quint64(block.users[row]) << 32U | block.applications[row]);
        hash = mixed(hash, quint64(block.methods[row]) << 32U | block.addresses[row]);
        distinct = m_distinct->insert(hash);
    }
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

/// `fetch` reads a column of the block's rows.
template <typename Fetch>
void HighlightCounter::addBlock(Part &part, Row count, const Fetch &fetch)
{
    Block &block = part.block;
    fetch(LogColumn::Time, std::span(block.times).first(count));
    fetch(LogColumn::Shape, std::span(block.shapes).first(count));
    fetch(LogColumn::User, std::span(block.users).first(count));
    fetch(LogColumn::Application, std::span(block.applications).first(count));
    fetch(LogColumn::Method, std::span(block.methods).first(count));
    fetch(LogColumn::Address, std::span(block.addresses).first(count));
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
        addHour(part, row, time < m_hour->windowBegin() ? longAgo : (m_hour->end - 1 - time) / hourMs);
    }
}

void HighlightCounter::addPart(Part &part, const RowSet &rows, Row first, Row last, const std::stop_token &stop)
{
    for (Row position = first; position < last && !stop.stop_requested();) {
        const Row count = std::min(last - position, Columns::chunkRows - position % Columns::chunkRows);
        addBlock(part, count, [&](LogColumn column, auto values) {
            if (rows.isAll())
                m_log.columns().read(column, position, values);
            else
                m_log.columns().gather(column, rows.rows().subspan(position, count), values);
        });
        position += count;
    }
}

/// How many records DistinctRecords is to take.
Row HighlightCounter::rowsInWindow(const RowSet &rows) const
{
    std::array<qint64, Columns::chunkRows> times; // NOLINT(cppcoreguidelines-pro-type-member-init): read into
    const qint64 begin = m_hour->windowBegin();
    Row inWindow = 0;
    for (Row first = 0; first < rows.size();) {
        const Row count = std::min(rows.size() - first, Columns::chunkRows - first % Columns::chunkRows);
        const std::span<qint64> block = std::span(times).first(count);
        if (rows.isAll())
            m_log.columns().read(LogColumn::Time, first, block);
        else
            m_log.columns().gather(LogColumn::Time, rows.rows().subspan(first, count), block);
        inWindow += Row(std::count_if(block.begin(), block.end(), [begin](qint64 time) { return time >= begin; }));
        first += count;
    }
    return inWindow;
}

void HighlightCounter::count(const RowSet &rows, const std::stop_token &stop)
{
    if (m_hour)
        m_distinct.emplace(rowsInWindow(rows));
    const Row partCount = rows.size() > 0 ? partsOf(rows.size(), smallestPart) : 1;
    std::vector<Part> parts(partCount);
    forParts(0, rows.size(), partCount,
             [&](Row part, Row first, Row last) { addPart(parts[part], rows, first, last, stop); });
    m_distinct.reset();
    for (const Part &part : parts) {
        m_minutes.merge(part.minutes);
        if (part.shapes.size() > m_shapes.size())
            m_shapes.resize(part.shapes.size());
        for (size_t shape = 0; shape < part.shapes.size(); ++shape)
            m_shapes[shape].add(part.shapes[shape]);
    }
}

} // namespace evident
