#include "rowsort.h"

#include <algorithm>
#include <array>
#include <limits>

namespace evident {

namespace {

constexpr size_t rowsBetweenStops = 4096;
constexpr int digits = 8;
constexpr size_t digitValues = 256;

struct KeyedRow
{
    quint64 key = 0;
    Row row = 0;
};

size_t digitOf(quint64 key, int digit)
{
    return size_t(key >> (8 * digit)) & (digitValues - 1);
}

/// How often each value of each digit occurs.
using Histograms = std::array<std::array<size_t, digitValues>, digits>;

/// One pass of a radix sort: stable by one digit.
void scatter(const std::vector<KeyedRow> &from, std::vector<KeyedRow> &to, int digit,
             const std::array<size_t, digitValues> &histogram)
{
    std::array<size_t, digitValues> places = {};
    for (size_t value = 1; value < digitValues; ++value)
        places[value] = places[value - 1] + histogram[value - 1];
    for (const KeyedRow &keyed : from)
        to[places[digitOf(keyed.key, digit)]++] = keyed;
}

} // namespace

std::vector<Row> sortedRows(std::vector<Row> rows, const std::function<quint64(Row)> &key, bool descending,
                            std::stop_token stop)
{
    if (!std::ranges::is_sorted(rows))
        std::ranges::sort(rows);
    std::vector<KeyedRow> keyed(rows.size());
    Histograms histograms = {};
    for (size_t index = 0; index < rows.size(); ++index) {
        if (index % rowsBetweenStops == 0 && stop.stop_requested())
            return {};
        // Reversed keys, not a reversed result: equal keys keep their order.
        const quint64 value = descending ? ~key(rows[index]) : key(rows[index]);
        keyed[index] = {value, rows[index]};
        for (int digit = 0; digit < digits; ++digit)
            ++histograms[size_t(digit)][digitOf(value, digit)];
    }
    std::vector<KeyedRow> other(rows.size());
    for (int digit = 0; digit < digits; ++digit) {
        if (stop.stop_requested())
            return {};
        const std::array<size_t, digitValues> &histogram = histograms[size_t(digit)];
        // A digit that all keys share orders nothing.
        if (std::ranges::find(histogram, rows.size()) != histogram.end())
            continue;
        scatter(keyed, other, digit, histogram);
        keyed.swap(other);
    }
    std::ranges::transform(keyed, rows.begin(), &KeyedRow::row);
    return rows;
}

quint64 timeSortKey(qint64 time)
{
    if (time == noTime)
        return std::numeric_limits<quint64>::max();
    return quint64(time) ^ (quint64(1) << 63);
}

} // namespace evident
