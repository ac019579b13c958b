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

/// By keys made anew: what a first sort costs.
std::vector<Row> sortBy(const FilteredLog &log, const std::shared_ptr<const Resolution> &resolution, SortKey key)
{
    std::vector<Row> rows(log.log()->columns().size());
    std::iota(rows.begin(), rows.end(), Row(0));
    SortKeyMaker keys(*log.log());
    return sortedRows(std::move(rows), keys.keys(key, resolution, {}), false);
}

/// That the rows are in the order of their keys.
bool isSorted(const FilteredLog &log, const std::shared_ptr<const Resolution> &resolution, SortKey key,
              const std::vector<Row> &rows)
{
    SortKeyMaker maker(*log.log());
    std::vector<quint64> keys(rows.size());
    maker.keys(key, resolution, {})(rows, keys);
    return rows.size() == log.log()->columns().size() && std::ranges::is_sorted(keys);
}

Measurement measure(const FilteredLog &log, const QString &name, SortKey key, const BenchmarkSettings &settings)
{
    Measurement result;
    result.title = u"sort: %1"_s.arg(name);
    result.unit = u"ms"_s;
    result.referenceName = u"std::sort"_s;
    result.atMostTimes = sortGoal;
    result.records = log.log()->columns().size();
    std::vector<double> ours;
    std::vector<double> reference;
    std::mt19937_64 random(settings.seed);
    const auto resolution = std::make_shared<const Resolution>(log.resolution());
    for (int run = 0; run < settings.runs; ++run) {
        std::vector<Row> rows;
        ours.push_back(timed(1, [&] { rows = sortBy(log, resolution, key); }).front());
        if (!isSorted(log, resolution, key, rows))
            return failedMeasurement(result.title, u"the rows are not in the order of their keys"_s);
        std::vector<quint64> keys(log.log()->columns().size());
        std::ranges::generate(keys, std::ref(random));
        reference.push_back(timed(1, [&] { std::sort(keys.begin(), keys.end()); }).front());
    }
    result.compare(ours, reference);
    return result;
}

QList<Measurement> measureSort(const BenchmarkSettings &settings)
{
    const Result<std::shared_ptr<FilteredLog>> log = manyRows(settings);
    if (!log)
        return {failedMeasurement(u"sort"_s, log.error().message)};
    QList<Measurement> measurements;
    for (const auto &[name, key] :
         {std::pair(u"time"_s, SortKey::Time), std::pair(u"user"_s, SortKey::User), std::pair(u"code"_s, SortKey::Code),
          std::pair(u"description"_s, SortKey::Description), std::pair(u"method"_s, SortKey::Method)})
        measurements.append(measure(*log.value(), name, key, settings));
    return measurements;
}

const bool added = addWork({40, u"sort"_s, u"four million records by a column"_s, true, measureSort});

} // namespace

} // namespace evident
