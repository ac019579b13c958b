// What the timeline of ten million records costs: the first count, and each zoom into it.

#include "rowslog.h"
#include "timelinecounter.h"
#include "work.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr double oneFrameMs = 16;
constexpr Row wantedRows = 10'000'000;
/// Of four million.
constexpr int copies = 3;
/// As a wide window has room for.
constexpr int bars = 400;

qint64 countedRows(const TimelineReading &reading)
{
    qint64 rows = reading.withoutTime;
    for (int bin = 0; bin < reading.bins().count(); ++bin)
        rows += qint64(reading.total(bin));
    return rows;
}

/// From the whole down to a ten thousandth of it, around a place that is not its middle.
std::vector<TimeSpan> zooms(const TimeSpan &whole)
{
    std::vector<TimeSpan> zooms;
    const double length = double(whole.last) - double(whole.first) + 1;
    const double around = double(whole.first) + length * 0.3;
    for (double share = 1; share > 0.0001; share *= 0.8) {
        const auto first = qint64(around - length * share * 0.3);
        zooms.push_back({first, first + qint64(length * share)});
    }
    return zooms;
}

QList<Measurement> measureRows(TimelineCounter::Question question, const QString &title,
                               const BenchmarkSettings &settings)
{
    Measurement first;
    first.title = u"timeline: first count, %1"_s.arg(title);
    Measurement zoomed;
    zoomed.title = u"timeline: the slowest zoom, %1"_s.arg(title);
    first.unit = zoomed.unit = u"ms"_s;
    first.records = zoomed.records = question.rows.size();
    zoomed.atMost = oneFrameMs;
    std::vector<double> firstMs;
    std::vector<double> zoomMs;
    for (int run = 0; run < settings.runs; ++run) {
        TimelineCounter counter;
        std::optional<TimelineReading> reading;
        const auto read = [&](const std::optional<TimeSpan> &span) {
            reading = counter.read(question, {span, bars}, {}, {});
        };
        firstMs.push_back(timed(1, [&] { read({}); }).front());
        if (countedRows(*reading) != qint64(question.rows.size()))
            first.failure = u"%1 rows counted of %2"_s.arg(countedRows(*reading)).arg(question.rows.size());
        double slowest = 0;
        qint64 counted = question.rows.size();
        for (const TimeSpan &span : zooms(reading->whole.value_or(TimeSpan()))) {
            slowest = std::max(slowest, timed(1, [&] { read(span); }).front());
            if (countedRows(*reading) > counted)
                zoomed.failure = u"%1 rows counted in a part of %2"_s.arg(countedRows(*reading)).arg(counted);
            counted = countedRows(*reading);
        }
        zoomMs.push_back(slowest);
    }
    first.ours = Spread::of(firstMs);
    zoomed.ours = Spread::of(zoomMs);
    return {first, zoomed};
}

QList<Measurement> measureTimeline(const BenchmarkSettings &settings)
{
    const Result<std::shared_ptr<FilteredLog>> filtered = manyRows(settings, copies);
    if (!filtered)
        return {failedMeasurement(u"timeline"_s, filtered.error().message)};
    FilteredLog &log = *filtered.value();
    TimelineCounter::Question question;
    question.log = log.log();
    question.resolution = std::make_shared<const Resolution>(log.resolution());
    question.rows = RowSet::all(std::min(wantedRows, log.log()->columns().size()));
    question.zone = QTimeZone("Europe/Berlin");
    question.isComplete = true;
    QList<Measurement> measurements = measureRows(question, u"by level"_s, settings);
    question.grouping = TimelineGrouping::Method;
    measurements += measureRows(question, u"by method"_s, settings);
    log.filter(Query::parse(u"-level:error"_s).query, QTimeZone::utc());
    question.rows = log.rows();
    question.grouping = TimelineGrouping::Level;
    measurements += measureRows(question, u"rows of a query"_s, settings);
    return measurements;
}

const bool added =
    addWork({31, u"timeline"_s, u"counting and zooming the timeline of ten million records"_s, true, measureTimeline});

} // namespace

} // namespace evident
