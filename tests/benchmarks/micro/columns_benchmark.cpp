#include "errorrows.h"
#include "facets.h"
#include "lineformat.h"
#include "lowering.h"
#include "rowfilter.h"
#include "rowsort.h"
#include "sortkeys.h"
#include "timeline.h"

#include <benchmark/benchmark.h>

#include <cmath>
#include <cstring>
#include <random>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

constexpr Row rowCount = 4'000'000;
constexpr int userCount = 50'000;

/// Records as a company's export has them: nearly in the order of time, few codes often and many rarely, users of whom
/// some do much.
QByteArray lines(int users)
{
    std::mt19937 random(1);
    const auto skewed = [&](int count) { // small numbers more often
        const double place = double(random()) / double(std::mt19937::max());
        return int(std::pow(place, 3.0) * count);
    };
    const auto number = [](qint64 value) { return QByteArray::number(value); };
    const QByteArray levels[] = {"info", "notice", "notice", "warning", "error", "critical"};
    QByteArray bytes;
    bytes.reserve(qsizetype(rowCount) * 72);
    qint64 time = 1'735'689'600'000;
    for (Row row = 0; row < rowCount; ++row) {
        time += qint64(random() % 5000);
        const int code = skewed(300);
        const qint64 shown = random() % 1000 == 0 ? 0 : time - qint64(random() % 3000);
        bytes += number(shown) + ';' + number(600 + code) + ';' + levels[code % 6] + ";Authentication;;u"
            + number(skewed(users)) + ';' + (random() % 3 == 0 ? "Approve" : "") + ";app" + number(skewed(60))
            + ";203.0.113." + number(skewed(256)) + '\n';
    }
    return bytes;
}

std::shared_ptr<Log> logOf(int users)
{
    LogOptions options;
    options.formatName = lineFormat().name();
    std::shared_ptr<Log> log = Log::fromBytes(u"made"_s, lines(users), options).value();
    log->index({});
    return log;
}

struct Sample
{
    std::shared_ptr<Log> log = logOf(userCount);
    std::shared_ptr<const Resolution> resolution;

    Sample()
    {
        auto resolved = std::make_shared<Resolution>();
        Resolver(std::make_shared<const CatalogSnapshot>()).extend(*resolved, *log);
        resolution = std::move(resolved);
    }
    LoweredQuery lowered(const QString &text) const
    {
        return lowerQuery(Query::parse(text).query, {}, *log, *resolution);
    }
};

const Sample &sample()
{
    static const Sample made;
    return made;
}

// What the goals are measured by.

void stdSort(benchmark::State &state)
{
    std::mt19937_64 random(1);
    std::vector<quint64> keys(rowCount);
    std::ranges::generate(keys, random);
    for (auto _ : state) {
        state.PauseTiming();
        std::vector<quint64> copy = keys;
        state.ResumeTiming();
        std::ranges::sort(copy);
        benchmark::DoNotOptimize(copy.data());
    }
}
BENCHMARK(stdSort)->Unit(benchmark::kMillisecond)->UseRealTime();

void copyBytes(benchmark::State &state)
{
    const std::vector<quint32> from(rowCount, 1);
    std::vector<quint32> to(rowCount);
    for (auto _ : state) {
        std::memcpy(to.data(), from.data(), from.size() * sizeof(quint32));
        benchmark::ClobberMemory();
    }
}
BENCHMARK(copyBytes)->Unit(benchmark::kMillisecond)->UseRealTime();

void decode(benchmark::State &state, LogColumn column)
{
    const Columns &columns = sample().log->columns();
    std::vector<qint64> values(Columns::chunkRows);
    for (auto _ : state) {
        for (Row row = 0; row + Columns::chunkRows <= rowCount; row += Columns::chunkRows) {
            columns.read(column, row, values);
            benchmark::DoNotOptimize(values.data());
        }
    }
}
BENCHMARK_CAPTURE(decode, offset, LogColumn::Offset)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(decode, time, LogColumn::Time)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(decode, shape, LogColumn::Shape)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(decode, user, LogColumn::User)->Unit(benchmark::kMillisecond)->UseRealTime();

void filter(benchmark::State &state, const char *query)
{
    const LoweredQuery lowered = sample().lowered(QString::fromLatin1(query));
    size_t kept = 0;
    for (auto _ : state) {
        std::vector<Row> rows;
        filterRows(*sample().log, lowered, 0, rowCount, {}, rows);
        kept = rows.size();
    }
    state.counters["kept"] = double(kept);
}
BENCHMARK_CAPTURE(filter, level, "level:error")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(filter, user, "user:u7")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(filter, users, "user:u1*")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(filter, notMethod, "-method:Approve")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(filter, time, "time:2025-02-01..2025-03-01")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(filter, daily, "time:09:00..10:30")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(filter, all, "level:error,warning user:u1* or ip:203.0.113.0/28 time:2025-02-01..2025-05-01")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

void lower(benchmark::State &state, const char *query)
{
    const Query parsed = Query::parse(QString::fromLatin1(query)).query;
    for (auto _ : state)
        benchmark::DoNotOptimize(lowerQuery(parsed, {}, *sample().log, *sample().resolution));
}
BENCHMARK_CAPTURE(lower, user, "user:u7")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(lower, users, "user:u1*")->Unit(benchmark::kMillisecond)->UseRealTime();

const QList<Field> shownFacets = {Field::Method, Field::User, Field::Application};

void countFacets(benchmark::State &state)
{
    for (auto _ : state) {
        RowTally tally(shownFacets);
        tally.addRange(*sample().log, 0, rowCount);
        benchmark::DoNotOptimize(tally.rows());
    }
}
BENCHMARK(countFacets)->Unit(benchmark::kMillisecond)->UseRealTime();

void countFacetsOfRows(benchmark::State &state)
{
    std::vector<Row> rows;
    filterRows(*sample().log, sample().lowered(u"level:notice"_s), 0, rowCount, {}, rows);
    const RowSet set = RowSet::of(std::move(rows));
    for (auto _ : state) {
        RowTally tally(shownFacets);
        tally.add(*sample().log, set);
        benchmark::DoNotOptimize(tally.rows());
    }
    state.counters["rows"] = double(set.size());
}
BENCHMARK(countFacetsOfRows)->Unit(benchmark::kMillisecond)->UseRealTime();

void listFacets(benchmark::State &state)
{
    RowTally tally(shownFacets);
    tally.addRange(*sample().log, 0, rowCount);
    for (auto _ : state) {
        IdSet told;
        for (const Field field : {Field::Level, Field::Method, Field::User, Field::Application})
            benchmark::DoNotOptimize(tally.counts(field, *sample().log, *sample().resolution, 5000, told));
    }
}
BENCHMARK(listFacets)->Unit(benchmark::kMillisecond)->UseRealTime();

void countTimeline(benchmark::State &state)
{
    const TimelineSeries series = TimelineSeries::bySeverity(*sample().resolution);
    for (auto _ : state) {
        const auto span = timeSpan(sample().log->columns(), RowSet::all(rowCount));
        Timeline timeline(TimelineBins(*span, 1000, QTimeZone("Europe/Berlin")), series);
        timeline.addRange(*sample().log, 0, rowCount);
        benchmark::DoNotOptimize(timeline.withoutTime());
    }
}
BENCHMARK(countTimeline)->Unit(benchmark::kMillisecond)->UseRealTime();

void markErrors(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(errorMarks(*sample().log, *sample().resolution, RowSet::all(rowCount)));
}
BENCHMARK(markErrors)->Unit(benchmark::kMillisecond)->UseRealTime();

void sortRows(benchmark::State &state, LogDocument::SortKey key, bool descending)
{
    std::vector<Row> all(rowCount);
    std::iota(all.begin(), all.end(), Row(0));
    for (auto _ : state) {
        SortKeyMaker maker(*sample().log);
        benchmark::DoNotOptimize(sortedRows(all, maker.keys(key, sample().resolution, {}), descending));
    }
}
BENCHMARK_CAPTURE(sortRows, time, LogDocument::SortKey::Time, false)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(sortRows, timeDown, LogDocument::SortKey::Time, true)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(sortRows, user, LogDocument::SortKey::User, false)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(sortRows, code, LogDocument::SortKey::Code, false)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(sortRows, method, LogDocument::SortKey::Method, false)->Unit(benchmark::kMillisecond)->UseRealTime();

void sortMillionUsers(benchmark::State &state)
{
    static const std::shared_ptr<Log> log = logOf(3'000'000);
    std::vector<Row> all(rowCount);
    std::iota(all.begin(), all.end(), Row(0));
    for (auto _ : state) {
        SortKeyMaker maker(*log);
        benchmark::DoNotOptimize(
            sortedRows(all, maker.keys(LogDocument::SortKey::User, sample().resolution, {}), false));
    }
    state.counters["users"] = double(log->texts(TextColumn::User).size());
}
BENCHMARK(sortMillionUsers)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
