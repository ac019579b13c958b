#include "rowfilter.h"

#include "blockfilter.h"
#include "rowparts.h"

#include <algorithm>
#include <atomic>

namespace evident {

namespace {

// What is worth a thread of its own.
constexpr Row smallestPart = 32 * Columns::chunkRows;
constexpr Row smallestPartWithTexts = 2 * Columns::chunkRows;

/// Chunk after chunk; the stop is looked at between them.
void filterPart(BlockFilter &filter, Row first, Row last, const std::stop_token &stop, std::vector<Row> &kept)
{
    for (Row row = first; row < last && !stop.stop_requested();) {
        const Row end = row + std::min(last - row, Columns::chunkRows - row % Columns::chunkRows);
        filter.filter(row, end, stop, kept);
        row = end;
    }
}

} // namespace

qint64 filterRows(const Log &log, const LoweredQuery &query, Row first, Row last, std::stop_token stop,
                  std::vector<Row> &kept)
{
    if (first >= last)
        return 0;
    const auto filter = std::make_unique<BlockFilter>(log, query);
    const Row parts = partsOf(last - first, filter->readsTexts() ? smallestPartWithTexts : smallestPart);
    if (parts == 1) {
        filterPart(*filter, first, last, stop, kept);
        return filter->undecided();
    }
    std::vector<std::vector<Row>> keptBy(parts);
    std::atomic<qint64> undecided = 0;
    forParts(first, last, parts, [&](Row part, Row from, Row to) {
        const auto own = std::make_unique<BlockFilter>(log, query);
        filterPart(*own, from, to, stop, keptBy[part]);
        undecided += own->undecided();
    });
    for (const std::vector<Row> &rows : keptBy)
        kept.insert(kept.end(), rows.begin(), rows.end());
    return undecided;
}

} // namespace evident
