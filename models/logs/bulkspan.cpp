#include "bulkspan.h"

#include "rowparts.h"

#include <array>
#include <limits>
#include <span>
#include <vector>

namespace evident {

namespace {

/// What is worth a thread of its own.
constexpr Row smallestPart = 32 * Columns::chunkRows;
constexpr qint64 bucketCount = 4096;
/// The core is known well enough when it is so many buckets long, or a bucket is a minute.
constexpr qint64 bucketsOfCore = 64;
constexpr qint64 fineBucketMs = 60'000;
/// Times beyond, of millions of years, count as these: so that no sum of times overflows.
constexpr qint64 utmost = qint64(1) << 60;

qint64 inReach(qint64 time)
{
    return std::clamp(time, -utmost, utmost);
}

/// How many times there are in each stretch of a span.
struct Histogram
{
    explicit Histogram(const TimeSpan &of)
        : span(of),
          width((of.last - of.first) / bucketCount + 1),
          counts(size_t(bucketCount))
    { }

    void add(qint64 utc)
    {
        const qint64 time = inReach(utc);
        if (time < span.first)
            ++before;
        else if (time > span.last)
            ++after;
        else
            ++counts[size_t((time - span.first) / width)];
    }
    void merge(const Histogram &other)
    {
        before += other.before;
        after += other.after;
        for (size_t i = 0; i < counts.size(); ++i)
            counts[i] += other.counts[i];
    }
    qint64 total() const
    {
        qint64 sum = before + after;
        for (const qint64 count : counts)
            sum += count;
        return sum;
    }
    /// Of all but so many times at each end, to whole buckets. They are more than that, none of them beside the span.
    TimeSpan core(qint64 leftOut) const
    {
        qint64 first = 0;
        for (qint64 passed = before; passed + counts[size_t(first)] <= leftOut; ++first)
            passed += counts[size_t(first)];
        qint64 last = bucketCount - 1;
        for (qint64 passed = after; passed + counts[size_t(last)] <= leftOut; --last)
            passed += counts[size_t(last)];
        return {span.first + first * width, std::min(span.last, span.first + (last + 1) * width - 1)};
    }

    TimeSpan span;
    qint64 width = 1;
    qint64 before = 0;
    qint64 after = 0;
    std::vector<qint64> counts;
};

/// What is looked at.
struct Rows
{
    void read(Row first, std::span<qint64> times) const
    {
        if (rows.isAll())
            columns.read(LogColumn::Time, first, times);
        else
            columns.gather(LogColumn::Time, rows.rows().subspan(first, times.size()), times);
    }

    const Columns &columns;
    const RowSet &rows;
    Row end = 0; ///< positions
    const std::stop_token &stop;
};

/// Calls use(part, first, times) for the rows at positions from `begin` on, a chunk's at the most,
/// on several threads.
template <typename Use>
void forBlocks(const Rows &of, Row begin, Row parts, const Use &use)
{
    forParts(begin, of.end, parts, [&](Row part, Row from, Row to) {
        std::array<qint64, Columns::chunkRows> times; // NOLINT(cppcoreguidelines-pro-type-member-init): read into
        for (Row first = from; first < to && !of.stop.stop_requested();) {
            const Row count = std::min(to - first, Columns::chunkRows - first % Columns::chunkRows);
            const std::span<qint64> block = std::span(times).first(count);
            of.read(first, block);
            use(part, first, block);
            first += count;
        }
    });
}

TimeSpan reachOf(const TimeSpan &core)
{
    const qint64 length = std::max(core.last - core.first + 1, BulkSpan::shortestMs);
    const qint64 reach = length > utmost / BulkSpan::farAway ? 2 * utmost : length * BulkSpan::farAway;
    return {core.first - reach, core.last + reach};
}

/// The rows of a chunk that have a time.
struct Block
{
    TimeSpan span;
    Row count = 0;
};

std::vector<Block> blocksOf(const Rows &of)
{
    std::vector<Block> blocks((size_t(of.end) + Columns::chunkRows - 1) / Columns::chunkRows);
    Row known = 0; // whose chunks tell it
    while (of.rows.isAll() && known + Columns::chunkRows <= of.end) {
        const std::optional<ColumnBounds> bounds = of.columns.bounds(LogColumn::Time, known);
        if (!bounds || bounds->missing)
            break;
        blocks[known / Columns::chunkRows] = {{bounds->least, bounds->most}, Columns::chunkRows};
        known += Columns::chunkRows;
    }
    forBlocks(of, known, partsOf(of.end, smallestPart), [&](Row, Row first, std::span<const qint64> times) {
        Block block{{std::numeric_limits<qint64>::max(), noTime}, 0};
        for (const qint64 time : times) {
            // noTime is before all times.
            block.span.first = time == noTime ? block.span.first : std::min(block.span.first, time);
            block.span.last = std::max(block.span.last, time);
            block.count += time == noTime ? 0 : 1;
        }
        blocks[first / Columns::chunkRows] = block;
    });
    return blocks;
}

/// A span that the core is not shorter than, where whole blocks tell that: of a log in the order of time.
std::optional<TimeSpan> certainCore(std::vector<Block> blocks, qint64 leftOut)
{
    std::erase_if(blocks, [](const Block &block) { return block.count == 0; });
    TimeSpan core;
    qint64 passed = 0;
    std::ranges::sort(blocks, {}, [](const Block &block) { return block.span.last; });
    for (auto block = blocks.begin(); block != blocks.end() && passed <= leftOut; ++block) {
        passed += block->count;
        core.first = inReach(block->span.last);
    }
    if (passed <= leftOut)
        return {};
    passed = 0;
    std::ranges::sort(blocks, std::ranges::greater(), [](const Block &block) { return block.span.first; });
    for (auto block = blocks.begin(); block != blocks.end() && passed <= leftOut; ++block) {
        passed += block->count;
        core.last = inReach(block->span.first);
    }
    return core.first <= core.last ? std::optional(core) : std::nullopt;
}

TimeSpan common(const TimeSpan &left, const TimeSpan &right)
{
    return {std::max(left.first, right.first), std::min(left.last, right.last)};
}

/// Behind its ends is nothing but strays. Looks at the times closer and closer until the core is known well enough;
/// first at a span that most likely has it.
TimeSpan findReach(const Rows &of, const TimeSpan &whole, const TimeSpan &likely)
{
    TimeSpan looked = likely;
    while (true) {
        std::vector<Histogram> parts(partsOf(of.end, smallestPart), Histogram(looked));
        forBlocks(of, 0, Row(parts.size()), [&](Row part, Row, std::span<const qint64> times) {
            for (const qint64 time : times) {
                if (time != noTime)
                    parts[part].add(time);
            }
        });
        if (of.stop.stop_requested())
            return whole;
        Histogram &histogram = parts.front();
        for (size_t part = 1; part < parts.size(); ++part)
            histogram.merge(parts[part]);
        const qint64 leftOut = BulkSpan::mostStrays(histogram.total());
        if (histogram.before > leftOut || histogram.after > leftOut) {
            looked = whole;
            continue;
        }
        const TimeSpan core = histogram.core(leftOut);
        const TimeSpan reach = reachOf(core);
        const TimeSpan next = common(looked, reach);
        if (next == looked || histogram.width <= fineBucketMs
            || core.last - core.first >= bucketsOfCore * histogram.width)
            return reach;
        looked = next;
    }
}

bool contains(const TimeSpan &outer, const TimeSpan &inner)
{
    return inReach(inner.first) >= outer.first && inReach(inner.last) <= outer.last;
}

/// Tells the strays from the others.
void takeStrays(const Rows &of, const std::vector<Block> &blocks, BulkSpan &bulk)
{
    bulk.span = {std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min()};
    std::array<qint64, Columns::chunkRows> times; // NOLINT(cppcoreguidelines-pro-type-member-init): read into
    for (size_t i = 0; i < blocks.size() && !of.stop.stop_requested(); ++i) {
        if (blocks[i].count == 0)
            continue;
        if (contains(bulk.reach, blocks[i].span)) {
            bulk.add(blocks[i].span.first);
            bulk.add(blocks[i].span.last);
            continue;
        }
        const Row first = Row(i) * Columns::chunkRows;
        const std::span<qint64> block = std::span(times).first(std::min(of.end - first, Columns::chunkRows));
        of.read(first, block);
        for (const qint64 time : block) {
            if (time != noTime)
                bulk.add(time);
        }
    }
}

} // namespace

std::optional<BulkSpan> bulkSpan(const Columns &columns, const RowSet &rows, const std::stop_token &stop)
{
    return bulkSpan(columns, rows, rows.size(), stop);
}

std::optional<BulkSpan> bulkSpan(const Columns &columns, const RowSet &rows, Row end, const std::stop_token &stop)
{
    const Rows of{columns, rows, end, stop};
    const std::vector<Block> blocks = blocksOf(of);
    std::optional<TimeSpan> whole;
    for (const Block &block : blocks) {
        if (block.count > 0)
            whole = united(whole, block.span);
    }
    if (!whole)
        return {};
    const TimeSpan near{inReach(whole->first), inReach(whole->last)};
    BulkSpan bulk{*whole, *whole, reachOf(near), 0, 0};
    if (near.last - near.first <= BulkSpan::farAway * BulkSpan::shortestMs)
        return bulk;
    const std::optional<TimeSpan> core = certainCore(blocks, BulkSpan::mostStrays(end));
    bulk.reach = core ? reachOf(*core) : near;
    if (!core || !contains(bulk.reach, near))
        bulk.reach = findReach(of, near, common(near, bulk.reach));
    if (!contains(bulk.reach, near))
        takeStrays(of, blocks, bulk);
    return bulk;
}

} // namespace evident
