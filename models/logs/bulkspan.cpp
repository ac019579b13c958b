#include "bulkspan.h"

#include "rowparts.h"

#include <array>
#include <limits>
#include <span>
#include <utility>
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

/// Calls use(part, first, times) for the rows at positions from `begin` up to (not with) `end`, a chunk's at the most,
/// on several threads.
template <typename Use>
void forBlocks(const Columns &columns, const RowSet &rows, Row begin, Row end, Row parts, const Use &use)
{
    forParts(begin, end, parts, [&](Row part, Row from, Row to) {
        std::array<qint64, Columns::chunkRows> times; // NOLINT(cppcoreguidelines-pro-type-member-init): read into
        for (Row first = from; first < to;) {
            const Row count = std::min(to - first, Columns::chunkRows - first % Columns::chunkRows);
            const std::span<qint64> block = std::span(times).first(count);
            if (rows.isAll())
                columns.read(LogColumn::Time, first, block);
            else
                columns.gather(LogColumn::Time, rows.rows().subspan(first, count), block);
            use(part, first, block);
            first += count;
        }
    });
}

/// Calls add(part, time) for each time.
template <typename Part, typename Add>
void forTimes(const Columns &columns, const RowSet &rows, Row end, std::vector<Part> &parts, const Add &add)
{
    forBlocks(columns, rows, 0, end, Row(parts.size()), [&](Row part, Row, std::span<const qint64> times) {
        for (const qint64 time : times) {
            if (time != noTime)
                add(parts[part], time);
        }
    });
}

TimeSpan reachOf(const TimeSpan &core)
{
    const qint64 length = std::max(core.last - core.first + 1, BulkSpan::shortestMs);
    const qint64 reach = length > utmost / BulkSpan::farAway ? 2 * utmost : length * BulkSpan::farAway;
    return {core.first - reach, core.last + reach};
}

/// Behind its ends is nothing but strays. Looks at the times closer and closer until the core is known well enough.
TimeSpan findReach(const Columns &columns, const RowSet &rows, Row end, const TimeSpan &whole)
{
    TimeSpan looked = whole;
    while (true) {
        std::vector<Histogram> parts(partsOf(end, smallestPart), Histogram(looked));
        forTimes(columns, rows, end, parts, [](Histogram &histogram, qint64 time) { histogram.add(time); });
        Histogram &histogram = parts.front();
        for (size_t part = 1; part < parts.size(); ++part)
            histogram.merge(parts[part]);
        const TimeSpan core = histogram.core(BulkSpan::mostStrays(histogram.total()));
        const TimeSpan reach = reachOf(core);
        const TimeSpan next{std::max(looked.first, reach.first), std::min(looked.last, reach.last)};
        if (next == looked || histogram.width <= fineBucketMs
            || core.last - core.first >= bucketsOfCore * histogram.width)
            return reach;
        looked = next;
    }
}

/// The rows of a chunk that have a time.
struct Block
{
    TimeSpan span;
    Row count = 0;
};

std::vector<Block> blocksOf(const Columns &columns, const RowSet &rows, Row end)
{
    std::vector<Block> blocks((size_t(end) + Columns::chunkRows - 1) / Columns::chunkRows);
    const auto take = [&](Row, Row first, std::span<const qint64> times) {
        Block &block = blocks[first / Columns::chunkRows];
        for (const qint64 time : times) {
            if (time == noTime)
                continue;
            block.span.first = block.count > 0 ? std::min(block.span.first, time) : time;
            block.span.last = block.count > 0 ? std::max(block.span.last, time) : time;
            ++block.count;
        }
    };
    Row known = 0; // whose chunks tell it
    while (rows.isAll() && known + Columns::chunkRows <= end) {
        const std::optional<ColumnBounds> bounds = columns.bounds(LogColumn::Time, known);
        if (!bounds || bounds->missing)
            break;
        blocks[known / Columns::chunkRows] = {{bounds->least, bounds->most}, Columns::chunkRows};
        known += Columns::chunkRows;
    }
    forBlocks(columns, rows, known, end, partsOf(end, smallestPart), take);
    std::erase_if(blocks, [](const Block &block) { return block.count == 0; });
    return blocks;
}

/// A span that the core is not shorter than, where whole blocks tell that: of a log in the order of time.
std::optional<TimeSpan> certainCore(std::vector<Block> blocks, qint64 leftOut)
{
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

/// Tells the strays from the others.
void takeStrays(const Columns &columns, const RowSet &rows, Row end, BulkSpan &bulk)
{
    struct Sides
    {
        TimeSpan span{std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min()};
        qint64 before = 0;
        qint64 after = 0;
    };
    std::vector<Sides> parts(partsOf(end, smallestPart));
    forTimes(columns, rows, end, parts, [&reach = bulk.reach](Sides &sides, qint64 time) {
        if (inReach(time) < reach.first)
            ++sides.before;
        else if (inReach(time) > reach.last)
            ++sides.after;
        else
            sides.span = {std::min(sides.span.first, time), std::max(sides.span.last, time)};
    });
    bulk.span = parts.front().span;
    for (const Sides &part : parts) {
        bulk.span = {std::min(bulk.span.first, part.span.first), std::max(bulk.span.last, part.span.last)};
        bulk.before += part.before;
        bulk.after += part.after;
    }
}

bool contains(const TimeSpan &outer, const TimeSpan &inner)
{
    return inner.first >= outer.first && inner.last <= outer.last;
}

} // namespace

std::optional<BulkSpan> bulkSpan(const Columns &columns, const RowSet &rows)
{
    return bulkSpan(columns, rows, rows.size());
}

std::optional<BulkSpan> bulkSpan(const Columns &columns, const RowSet &rows, Row end)
{
    std::vector<Block> blocks = blocksOf(columns, rows, end);
    if (blocks.empty())
        return {};
    TimeSpan whole = blocks.front().span;
    for (const Block &block : blocks)
        whole = {std::min(whole.first, block.span.first), std::max(whole.last, block.span.last)};
    const TimeSpan near{inReach(whole.first), inReach(whole.last)};
    BulkSpan bulk{whole, whole, reachOf(near), 0, 0};
    if (near.last - near.first <= BulkSpan::farAway * BulkSpan::shortestMs)
        return bulk;
    const std::optional<TimeSpan> core = certainCore(std::move(blocks), BulkSpan::mostStrays(end));
    bulk.reach = core ? reachOf(*core) : findReach(columns, rows, end, near);
    if (core && !contains(bulk.reach, near))
        bulk.reach = findReach(columns, rows, end, near);
    if (!contains(bulk.reach, near))
        takeStrays(columns, rows, end, bulk);
    return bulk;
}

} // namespace evident
