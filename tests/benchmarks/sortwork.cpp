// Sorts four million records by a column, beside std::sort of as many random 64-bit keys.

#include "rowslog.h"
#include "rowsort.h"
#include "sortkeys.h"
#include "work.h"

#include <algorithm>
#include <numeric>
#include <random>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr double sortGoal = 1.5;

using SortKey = LogDocument::SortKey;

std::vector<Row> sortBy(const LogSet::File &file, SortKey key, bool descending)
{
    std::vector<Row> rows(file.log->columns().size());
    std::iota(rows.begin(), rows.end(), Row(0));
    return sortedRows(std::move(rows), sortKeyFunction(key, *file.log, file.resolution), descending);
}

/// That the rows are in the order of their keys.
bool isSorted(const LogSet::File &file, SortKey key, const std::vector<Row> &rows)
{
    const auto keyOf = sortKeyFunction(key, *file.log, file.resolution);
    return rows.size() == file.log->columns().size()
        && std::ranges::is_sorted(rows, [&](Row left, Row right) { return keyOf(left) < keyOf(right); });
}

Measurement measure(const LogSet::File &file, const QString &name, SortKey key, const BenchmarkSettings &settings)
{
    Measurement result;
    result.title = u"sort: %1"_s.arg(name);
    result.unit = u"ms"_s;
    result.referenceName = u"std::sort"_s;
    result.atMostTimes = sortGoal;
    result.records = file.log->columns().size();
    std::vector<double> ours;
    std::vector<double> reference;
    std::mt19937_64 random(settings.seed);
    for (int run = 0; run < settings.runs; ++run) {
        std::vector<Row> rows;
        ours.push_back(timed(1, [&] { rows = sortBy(file, key, false); }).front());
        if (!isSorted(file, key, rows))
            return failedMeasurement(result.title, u"the rows are not in the order of their keys"_s);
        std::vector<quint64> keys(file.log->columns().size());
        std::ranges::generate(keys, std::ref(random));
        reference.push_back(timed(1, [&] { std::sort(keys.begin(), keys.end()); }).front());
    }
    result.compare(ours, reference);
    return result;
}

QList<Measurement> measureSort(const BenchmarkSettings &settings)
{
    const Result<std::shared_ptr<LogSet>> logs = manyRows(settings);
    if (!logs)
        return {failedMeasurement(u"sort"_s, logs.error().message)};
    const LogSet::File &file = logs.value()->files().front();
    QList<Measurement> measurements;
    for (const auto &[name, key] :
         {std::pair(u"time"_s, SortKey::Time), std::pair(u"user"_s, SortKey::User), std::pair(u"code"_s, SortKey::Code),
          std::pair(u"description"_s, SortKey::Description), std::pair(u"method"_s, SortKey::Method)})
        measurements.append(measure(file, name, key, settings));
    return measurements;
}

const bool added = addWork({40, u"sort"_s, u"four million records by a column"_s, true, measureSort});

} // namespace

} // namespace evident
