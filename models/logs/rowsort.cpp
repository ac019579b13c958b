#include "rowsort.h"

#include "rowparts.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <numeric>
#include <utility>

namespace evident {

namespace {

constexpr size_t rowsBetweenStops = 4096;
/// What is worth a thread of its own.
constexpr Row smallestPart = 16 * Columns::chunkRows;

// Eleven bits at once: a count for each value stays in the processor's nearest cache.
constexpr int digitBits = 11;
constexpr size_t digitValues = size_t(1) << digitBits;

/// Orders numbers by `keyBits` of their bits from `firstBit` on, stable. False when stopped.
bool sortByBits(std::vector<quint64> &numbers, int firstBit, int keyBits, const std::stop_token &stop)
{
    const int digits = (keyBits + digitBits - 1) / digitBits;
    const auto digitOf = [firstBit](quint64 number, int digit) {
        return size_t(number >> (firstBit + digitBits * digit)) & (digitValues - 1);
    };
    std::vector<std::array<Row, digitValues>> places(size_t(std::max(digits, 1)));
    for (const quint64 number : numbers) {
        for (int digit = 0; digit < digits; ++digit)
            ++places[size_t(digit)][digitOf(number, digit)];
    }
    std::vector<quint64> to(numbers.size());
    for (int digit = 0; digit < digits; ++digit) {
        std::array<Row, digitValues> &place = places[size_t(digit)];
        // A digit that all keys share orders nothing.
        if (std::ranges::find(place, Row(numbers.size())) != place.end())
            continue;
        Row before = 0;
        for (Row &count : place)
            before += std::exchange(count, before);
        for (size_t begin = 0; begin < numbers.size(); begin += rowsBetweenStops) {
            if (stop.stop_requested())
                return false;
            for (const quint64 number :
                 std::span(numbers).subspan(begin, std::min(rowsBetweenStops, numbers.size() - begin)))
                to[place[digitOf(number, digit)]++] = number;
        }
        numbers.swap(to);
    }
    return true;
}

/// The places of the keys in their order, each in the low `placeBits` of its number. The keys have `keyBits` bits: as
/// many of them as have room beside a place are ordered by at once, the low ones first. Nothing when stopped.
std::vector<quint64> orderOf(std::vector<quint64> keys, int keyBits, int placeBits, const std::stop_token &stop)
{
    const int room = 64 - placeBits;
    const auto beside = [placeBits](quint64 bits, size_t place) { return bits << placeBits | place; };
    if (keyBits <= room) {
        for (size_t place = 0; place < keys.size(); ++place)
            keys[place] = beside(keys[place], place);
        return sortByBits(keys, placeBits, keyBits, stop) ? std::move(keys) : std::vector<quint64>();
    }
    std::vector<quint64> order(keys.size());
    std::iota(order.begin(), order.end(), quint64(0));
    for (int shift = 0; shift < keyBits; shift += room) {
        for (quint64 &number : order) {
            const size_t place = size_t(number & ((quint64(1) << placeBits) - 1));
            number = beside(keys[place] >> shift, place); // what is too much falls off
        }
        if (!sortByBits(order, placeBits, std::min(room, keyBits - shift), stop))
            return {};
    }
    return order;
}

struct KeyRange
{
    quint64 least = std::numeric_limits<quint64>::max();
    quint64 most = 0;
    bool ascending = true;
};

/// Asks for the keys, reversed for a descending order: not the result is reversed, so that equal keys keep their order.
KeyRange readKeys(std::span<const Row> rows, std::span<quint64> keys, const SortKeys &keysOf, bool descending,
                  const std::stop_token &stop)
{
    const Row parts = partsOf(Row(rows.size()), smallestPart);
    std::vector<KeyRange> ranges(parts);
    forParts(0, Row(rows.size()), parts, [&](Row part, Row first, Row last) {
        KeyRange range;
        for (size_t begin = first; begin < last && !stop.stop_requested(); begin += rowsBetweenStops) {
            const size_t count = std::min<size_t>(rowsBetweenStops, last - begin);
            const std::span<quint64> block = keys.subspan(begin, count);
            keysOf(rows.subspan(begin, count), block);
            quint64 previous = begin == first ? 0 : keys[begin - 1];
            for (quint64 &key : block) {
                key = descending ? ~key : key;
                range.least = std::min(range.least, key);
                range.most = std::max(range.most, key);
                range.ascending = range.ascending && previous <= key;
                previous = key;
            }
        }
        ranges[part] = range;
    });
    KeyRange all;
    for (const KeyRange &range : ranges) {
        all.ascending = all.ascending && range.ascending && all.most <= range.least;
        all.least = std::min(all.least, range.least);
        all.most = std::max(all.most, range.most);
    }
    return all;
}

} // namespace

std::vector<Row> sortedRows(std::vector<Row> rows, const SortKeys &keysOf, bool descending, std::stop_token stop)
{
    if (!std::ranges::is_sorted(rows))
        std::ranges::sort(rows);
    if (rows.empty())
        return rows;
    std::vector<quint64> keys(rows.size());
    const KeyRange range = readKeys(rows, keys, keysOf, descending, stop);
    if (stop.stop_requested())
        return {};
    if (range.ascending)
        return rows;
    for (quint64 &key : keys)
        key -= range.least;
    const int keyBits = int(std::bit_width(range.most - range.least));
    const int placeBits = std::max(1, int(std::bit_width(rows.size() - 1)));
    const std::vector<quint64> order = orderOf(std::move(keys), keyBits, placeBits, stop);
    if (order.empty())
        return {};
    const auto placeOf = [placeBits](quint64 number) { return Row(number & ((quint64(1) << placeBits) - 1)); };
    if (rows.back() == rows.size() - 1) { // all rows: they are their own places
        std::ranges::transform(order, rows.begin(), placeOf);
        return rows;
    }
    std::vector<Row> sorted(rows.size());
    std::ranges::transform(order, sorted.begin(), [&](quint64 number) { return rows[placeOf(number)]; });
    return sorted;
}

} // namespace evident
