#include "eventscan.h"

#include "rowparts.h"
#include "samerecords.h"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>

namespace evident {

namespace {

/// What is worth a thread of its own.
constexpr Row smallestPart = 32 * Columns::chunkRows;
constexpr qint64 hourMs = 3'600'000;

qint64 hourOf(qint64 time)
{
    return time / hourMs - (time % hourMs < 0 ? 1 : 0);
}

/// A block's values, read at once.
struct Block
{
    std::array<quint32, Columns::chunkRows> shapes{};
    std::array<qint64, Columns::chunkRows> times{};
    std::array<quint32, Columns::chunkRows> users{};
};

/// Calls use(part, row, count) for stretches of no more than a block, several at a time but none of one part.
template <typename Use>
void forBlocks(Row rows, Row parts, const std::stop_token &stop, const Use &use)
{
    forParts(0, rows, parts, [&](Row part, Row first, Row last) {
        for (Row row = first; row < last && !stop.stop_requested();) {
            const Row count = std::min(last - row, Columns::chunkRows - row % Columns::chunkRows);
            use(part, row, count);
            row += count;
        }
    });
}

bool isTimeBefore(const ScannedEvent &left, const ScannedEvent &right)
{
    return std::tie(left.time, left.row) < std::tie(right.time, right.row);
}

/// One thread's share of a scan.
class PartScan
{
public:
    PartScan(const Log &log, const std::vector<bool> &wanted)
        : m_wanted(wanted.begin(), wanted.end()),
          m_order(log),
          m_columns(log.columns())
    { }

    void add(Row row, Row count)
    {
        m_columns.read(LogColumn::Shape, row, std::span(m_block.shapes).first(count));
        m_columns.read(LogColumn::Time, row, std::span(m_block.times).first(count));
        for (Row i = 0; i < count; ++i) {
            const ScannedEvent event{m_block.times[i], row + i, m_block.shapes[i]};
            if (event.time == noTime) {
                ++m_scan.withoutTime;
                continue;
            }
            addHour(event.time);
            addFirst(event);
            if (event.shape < m_wanted.size() && m_wanted[event.shape] != 0)
                m_scan.events.push_back(event);
        }
    }

    void mergeInto(EventScan &scan)
    {
        scan.events.insert(scan.events.end(), m_scan.events.begin(), m_scan.events.end());
        std::vector<ScannedEvent>().swap(m_scan.events);
        scan.hours.insert(scan.hours.end(), m_scan.hours.begin(), m_scan.hours.end());
        scan.withoutTime += m_scan.withoutTime;
        if (scan.firsts.size() < m_scan.firsts.size())
            scan.firsts.resize(m_scan.firsts.size());
        for (size_t shape = 0; shape < m_scan.firsts.size(); ++shape) {
            const std::optional<ScannedEvent> &first = m_scan.firsts[shape];
            if (first && (!scan.firsts[shape] || m_order.isBefore(*first, *scan.firsts[shape])))
                scan.firsts[shape] = first;
        }
    }

private:
    void addHour(qint64 time)
    {
        if (time >= m_hourBegin && time < m_hourBegin + hourMs)
            return;
        const qint64 hour = hourOf(time);
        m_hourBegin = hour * hourMs;
        // A log that leaps to and fro names an hour often.
        constexpr size_t mostUnsorted = 1 << 16;
        m_scan.hours.push_back(hour);
        if (m_scan.hours.size() >= m_hoursKept + mostUnsorted) {
            std::ranges::sort(m_scan.hours);
            m_scan.hours.erase(std::unique(m_scan.hours.begin(), m_scan.hours.end()), m_scan.hours.end());
            m_hoursKept = m_scan.hours.size();
        }
    }

    void addFirst(const ScannedEvent &event)
    {
        if (event.shape >= m_scan.firsts.size())
            m_scan.firsts.resize(event.shape + 1);
        std::optional<ScannedEvent> &first = m_scan.firsts[event.shape];
        if (!first || event.time < first->time || (event.time == first->time && m_order.isBefore(event, *first)))
            first = event;
    }

    const std::vector<quint8> m_wanted; ///< bytes are read faster than bits
    const ContentOrder m_order;
    const Columns &m_columns;
    Block m_block;
    EventScan m_scan;
    qint64 m_hourBegin = std::numeric_limits<qint64>::max() - hourMs;
    size_t m_hoursKept = 0;
};

/// Leaves one of those of this stretch, which are of one time, that say the same. Returns its new end.
size_t dropRepeats(const Log &log, std::span<ScannedEvent> events)
{
    std::vector<std::pair<RecordIdentity, Row>> records;
    records.reserve(events.size());
    for (const ScannedEvent &event : events)
        records.emplace_back(RecordIdentity(log.columns().record(event.row)), event.row);
    std::ranges::sort(records);
    const auto same = [](const auto &left, const auto &right) { return left.first == right.first; };
    records.erase(std::unique(records.begin(), records.end(), same), records.end());
    std::ranges::transform(records, events.begin(), [](const auto &record) {
        return ScannedEvent{record.first.time, record.second, record.first.shape};
    });
    return records.size();
}

void sortAndDropRepeats(const Log &log, std::vector<ScannedEvent> &events)
{
    if (!std::ranges::is_sorted(events, isTimeBefore))
        std::ranges::sort(events, isTimeBefore);
    size_t kept = 0;
    for (size_t first = 0; first < events.size();) {
        size_t end = first + 1;
        while (end < events.size() && events[end].time == events[first].time)
            ++end;
        const size_t count = end - first == 1 ? 1 : dropRepeats(log, std::span(events).subspan(first, end - first));
        std::copy_n(events.begin() + qsizetype(first), count, events.begin() + qsizetype(kept));
        kept += count;
        first = end;
    }
    events.resize(kept);
}

} // namespace

EventScan scanEvents(const Log &log, Row count, const std::vector<bool> &wanted, const std::stop_token &stop)
{
    const Row parts = partsOf(count, smallestPart);
    std::vector<std::unique_ptr<PartScan>> scans;
    scans.reserve(parts);
    for (Row part = 0; part < parts; ++part)
        scans.push_back(std::make_unique<PartScan>(log, wanted));
    forBlocks(count, parts, stop, [&](Row part, Row row, Row rows) { scans[part]->add(row, rows); });
    EventScan scan;
    for (const std::unique_ptr<PartScan> &part : scans)
        part->mergeInto(scan);
    if (stop.stop_requested())
        return scan;
    std::ranges::sort(scan.hours);
    scan.hours.erase(std::unique(scan.hours.begin(), scan.hours.end()), scan.hours.end());
    for (const std::optional<ScannedEvent> &first : scan.firsts) {
        if (first && (scan.begin == noTime || first->time < scan.begin))
            scan.begin = first->time;
    }
    sortAndDropRepeats(log, scan.events);
    return scan;
}

std::vector<ScannedEvent> scanEventsOf(const Log &log, Row count, const std::vector<bool> &wanted, const IdSet &users,
                                       const std::stop_token &stop)
{
    const Row parts = partsOf(count, smallestPart);
    std::vector<std::vector<ScannedEvent>> found(parts);
    std::vector<std::unique_ptr<Block>> blocks;
    blocks.reserve(parts);
    for (Row part = 0; part < parts; ++part)
        blocks.push_back(std::make_unique<Block>());
    const Columns &columns = log.columns();
    forBlocks(count, parts, stop, [&](Row part, Row row, Row rows) {
        Block &block = *blocks[part];
        columns.read(LogColumn::Shape, row, std::span(block.shapes).first(rows));
        columns.read(LogColumn::User, row, std::span(block.users).first(rows));
        for (Row i = 0; i < rows; ++i) {
            const ShapeId shape = block.shapes[i];
            if (shape >= wanted.size() || !wanted[shape] || !users.contains(block.users[i]))
                continue;
            if (const qint64 time = columns.time(row + i); time != noTime)
                found[part].push_back({time, row + i, shape});
        }
    });
    std::vector<ScannedEvent> events;
    for (std::vector<ScannedEvent> &part : found)
        events.insert(events.end(), part.begin(), part.end());
    if (!stop.stop_requested())
        sortAndDropRepeats(log, events);
    return events;
}

std::strong_ordering ContentOrder::compareShapes(ShapeId left, ShapeId right) const
{
    if (left == right)
        return std::strong_ordering::equal;
    const EventShape a = m_log.shape(left);
    const EventShape b = m_log.shape(right);
    const auto facts = [](const EventShape &shape) {
        return std::tuple(shape.code, shape.kind, shape.understood, shape.failed, shape.ownDescriptionKept);
    };
    if (facts(a) != facts(b))
        return facts(a) < facts(b) ? std::strong_ordering::less : std::strong_ordering::greater;
    for (const auto id : {&EventShape::level, &EventShape::category, &EventShape::description}) {
        if (a.*id != b.*id)
            return m_log.names().utf8(a.*id) < m_log.names().utf8(b.*id) ? std::strong_ordering::less
                                                                         : std::strong_ordering::greater;
    }
    return std::strong_ordering::equal;
}

std::strong_ordering ContentOrder::compare(Row left, Row right) const
{
    const RecordColumns a = m_log.columns().record(left);
    const RecordColumns b = m_log.columns().record(right);
    if (const auto order = compareShapes(a.shape, b.shape); order != 0)
        return order;
    const std::array<std::tuple<TextColumn, quint32, quint32>, 4> texts{
        {{TextColumn::User, a.user, b.user},
         {TextColumn::Address, a.address, b.address},
         {TextColumn::Application, a.application, b.application},
         {TextColumn::Method, a.method, b.method}}};
    for (const auto &[column, one, other] : texts) {
        if (one != other) {
            const Dictionary &dictionary = m_log.texts(column);
            return dictionary.utf8(one) < dictionary.utf8(other) ? std::strong_ordering::less
                                                                 : std::strong_ordering::greater;
        }
    }
    return a.transaction <=> b.transaction;
}

} // namespace evident
