// What the window asks of the columns of four million records: filters, facet counts, the timeline. A frame each.

#include "facets.h"
#include "findings.h"
#include "independentcount.h"
#include "rowslog.h"
#include "timeline.h"
#include "timespan.h"
#include "work.h"

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr double oneFrameMs = 16;

struct Filter
{
    QString title;
    QString query;
    QString pattern = {}; ///< what ripgrep counts the same records by; "" where it cannot
};

const QList<Filter> filters{
    {u"a level"_s, u"level:error"_s},
    {u"a range of codes"_s, u"code:600-699"_s, u"\"eventCode\":\"6[0-9][0-9]\""_s},
    {u"a user"_s, u"user:user1234@example.com"_s, u"\"userId\":\"user1234@example\\.com\""_s},
    {u"a method, not a level"_s, u"method:Approve -level:error"_s},
    {u"some hours"_s, u"time:2026-01-14T07:30Z..2026-01-14T09:00Z"_s, u"\"eventLogDate\":\"2026-01-14T0(7:[345]|8)"_s},
    {u"five terms"_s, u"level:error category:Authentication user:user1* app:VPN code:600-999"_s},
};

Measurement begin(const QString &title, qint64 records)
{
    Measurement result;
    result.title = title;
    result.unit = u"ms"_s;
    result.atMost = oneFrameMs;
    result.records = records;
    return result;
}

Measurement measureFilter(FilteredLog &log, const Filter &filter, const BenchmarkSettings &settings)
{
    Measurement result = begin(u"filter: %1"_s.arg(filter.title), log.log()->columns().size());
    const QueryParse parsed = Query::parse(filter.query);
    if (!parsed.ok())
        return failedMeasurement(result.title, parsed.error->reason);
    result.ours = Spread::of(timed(settings.runs, [&] { log.filter(parsed.query, QTimeZone::utc()); }));
    result.note = u"%1: %2 rows"_s.arg(filter.query).arg(log.rows().size());
    if (filter.pattern.isEmpty())
        return result;
    const Result<qint64> expected = matchingLines({u"-c"_s}, filter.pattern, log.files().front().path);
    if (!expected)
        result.failure = expected.error().message;
    else if (expected.value() != log.rows().size())
        result.failure = u"%1 rows kept, rg counts %2"_s.arg(log.rows().size()).arg(expected.value());
    return result;
}

Measurement measureFacets(const FilteredLog &log, const QString &title, const RowSet &rows,
                          const BenchmarkSettings &settings)
{
    Measurement result = begin(title, rows.size());
    qint64 counted = 0;
    result.ours = Spread::of(timed(settings.runs, [&] {
        RowTally tally;
        if (rows.isAll())
            tally.addRange(*log.log(), 0, rows.size());
        else
            tally.add(*log.log(), rows);
        for (const Field field :
             {Field::Level, Field::Category, Field::Method, Field::Outcome, Field::User, Field::Application})
            tally.counts(field, *log.log(), log.resolution());
        counted = tally.rows();
    }));
    if (counted != rows.size())
        result.failure = u"%1 rows counted of %2"_s.arg(counted).arg(rows.size());
    return result;
}

/// As many bins as a wide window has pixels, stacked by severity.
Measurement measureTimeline(const FilteredLog &log, const QString &title, const RowSet &rows,
                            const BenchmarkSettings &settings)
{
    constexpr int pixels = 1600;
    Measurement result = begin(title, rows.size());
    qint64 counted = 0;
    result.ours = Spread::of(timed(settings.runs, [&] {
        const auto span = timeSpan(log.log()->columns(), rows).value_or(TimeSpan());
        Timeline timeline(TimelineBins(span, pixels, QTimeZone::utc()), TimelineSeries::bySeverity(log.resolution()));
        timeline.add(*log.log(), rows);
        counted = timeline.withoutTime() + timeline.outside();
        for (int bin = 0; bin < timeline.bins().count(); ++bin) {
            for (int series = 0; series < timeline.seriesCount(); ++series)
                counted += timeline.count(bin, series);
        }
    }));
    if (counted != rows.size())
        result.failure = u"%1 rows counted of %2"_s.arg(counted).arg(rows.size());
    return result;
}

/// Not while a person waits, but whenever a log was read or has grown.
Measurement measureFindings(const FilteredLog &log, const BenchmarkSettings &settings)
{
    constexpr double aQuarterSecond = 250;
    Measurement result = begin(u"findings: all rows"_s, log.log()->columns().size());
    result.atMost = aQuarterSecond;
    const Result<RuleSet> rules = RuleSet::shipped();
    if (!rules)
        return failedMeasurement(result.title, rules.error().message);
    Findings findings;
    result.ours = Spread::of(
        timed(settings.runs, [&] { findings = findFindings(*log.log(), log.resolution(), rules.value(), u"en"_s); }));
    result.note = u"%1 findings, %2 more"_s.arg(findings.list.size()).arg(findings.leftOut);
    return result;
}

QList<Measurement> measureColumns(const BenchmarkSettings &settings)
{
    const Result<std::shared_ptr<FilteredLog>> filtered = manyRows(settings);
    if (!filtered)
        return {failedMeasurement(u"columns"_s, filtered.error().message)};
    FilteredLog &log = *filtered.value();
    QList<Measurement> measurements;
    for (const Filter &filter : filters)
        measurements.append(measureFilter(log, filter, settings));
    measurements.append(
        measureFacets(log, u"facet counts: all rows"_s, RowSet::all(log.log()->columns().size()), settings));
    measurements.append(
        measureTimeline(log, u"timeline: all rows"_s, RowSet::all(log.log()->columns().size()), settings));
    measurements.append(measureFindings(log, settings));
    log.filter(Query::parse(u"level:error"_s).query, QTimeZone::utc());
    measurements.append(measureFacets(log, u"facet counts: rows of a query"_s, log.rows(), settings));
    measurements.append(measureTimeline(log, u"timeline: rows of a query"_s, log.rows(), settings));
    return measurements;
}

const bool added = addWork(
    {30, u"columns"_s, u"filters by columns, counts of facets, the timeline and findings over four million records"_s,
     true, measureColumns});

} // namespace

} // namespace evident
