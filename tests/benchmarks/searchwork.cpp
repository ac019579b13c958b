// Words and regular expressions over a whole log, to a set of rows, beside ripgrep's count of the same.

#include "childprocess.h"
#include "datafile.h"
#include "filteredlog.h"
#include "independentcount.h"
#include "shippedcatalog.h"
#include "work.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr double searchGoal = 1.5;

/// The same question in our language and in ripgrep's.
struct Search
{
    QString title;
    QString query;
    QString pattern;
    bool isWord = true;
};

const QList<Search> searches{
    {u"a word in few records"_s, u"user1234@example.com"_s, u"user1234@example\\.com"_s},
    {u"a phrase in many records"_s, u"\"timed out\""_s, u"timed out"_s},
    {u"a word in most records"_s, u"authentication"_s, u"authentication"_s},
    {u"a word in no record"_s, u"zeppelin"_s, u"zeppelin"_s},
    {u"alternatives"_s, u"/eventCode\":\"(702|802|832)\"/"_s, u"eventCode\":\"(702|802|832)\""_s, false},
    {u"two parts"_s, u"/user1[0-9]*7@example\\.com.*Approve/"_s, u"user1[0-9]*7@example\\.com.*Approve"_s, false},
    {u"nothing to hold on to"_s, u"/[a-z]+ed - [A-Z][a-z]+ [a-z]+ed/"_s, u"[a-z]+ed - [A-Z][a-z]+ [a-z]+ed"_s, false},
};

QStringList countOptions(const Search &search)
{
    return {search.isWord ? u"-ci"_s : u"-c"_s};
}

Measurement beginSearch(const Search &search, const QString &what)
{
    Measurement result;
    result.title = u"%1, %2: %3"_s.arg(what, search.isWord ? u"words"_s : u"regex"_s, search.title);
    result.referenceName = u"rg %1"_s.arg(countOptions(search).first());
    return result;
}

/// In a log that is open already.
Measurement measureInProcess(FilteredLog &log, const Search &search, const BenchmarkSettings &settings)
{
    Measurement result = beginSearch(search, u"search"_s);
    result.atMostTimes = searchGoal;
    const QueryParse parsed = Query::parse(search.query);
    if (!parsed.ok())
        return failedMeasurement(result.title, parsed.error->reason);
    std::vector<double> ours;
    std::vector<double> reference;
    for (int run = 0; run < settings.runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        log.filter(parsed.query, QTimeZone::utc());
        ours.push_back(double(timer.nsecsElapsed()) / 1e9);
        timer.start();
        const Result<qint64> expected = matchingLines(countOptions(search), search.pattern, log.files().front().path);
        reference.push_back(double(timer.nsecsElapsed()) / 1e9);
        if (!expected)
            return failedMeasurement(result.title, expected.error().message);
        if (expected.value() != log.rows().size())
            return failedMeasurement(result.title,
                                     u"%1 records found, rg counts %2"_s.arg(log.rows().size()).arg(expected.value()));
    }
    result.compare(ours, reference);
    result.records = log.log()->columns().size();
    result.note = u"%1 found"_s.arg(log.rows().size());
    return result;
}

/// By the program, which reads the log first.
Measurement measureCommandLine(const QString &path, const Search &search, const BenchmarkSettings &settings)
{
    Measurement result = beginSearch(search, u"evident --summary --where"_s);
    const QTemporaryDir folder;
    const QStringList command{settings.program, u"--data-dir"_s, folder.path(),
                              u"--summary"_s,   u"--format"_s,   u"json"_s,
                              u"--where"_s,     search.query,    path};
    std::vector<double> ours;
    std::vector<double> reference;
    for (int run = 0; run < settings.runs; ++run) {
        const Result<ChildRun> own = runChild(command);
        QElapsedTimer timer;
        timer.start();
        const Result<qint64> expected = matchingLines(countOptions(search), search.pattern, path);
        reference.push_back(double(timer.nsecsElapsed()) / 1e9);
        if (!own || !expected)
            return failedMeasurement(result.title, (own ? expected.error() : own.error()).message);
        const QJsonObject summary = QJsonDocument::fromJson(own.value().output).object();
        const qint64 matched = summary[u"matched"].toInteger(-1);
        if (matched != expected.value())
            return failedMeasurement(result.title,
                                     u"%1 records found, rg counts %2"_s.arg(matched).arg(expected.value()));
        ours.push_back(own.value().seconds);
        result.records = summary[u"records"].toInteger();
    }
    result.compare(ours, reference);
    result.note = u"the whole process: it opens the log, searches, and counts repeated records"_s;
    return result;
}

QList<Measurement> measureSearch(const BenchmarkSettings &settings)
{
    const Result<QString> path = dataFile(settings, u"ndjson"_s);
    const Result<CatalogPointer> catalog = shippedCatalog();
    if (!path || !catalog)
        return {failedMeasurement(u"search"_s, (path ? catalog.error() : path.error()).message)};
    FilteredLog log(catalog.value(), {});
    log.open({path.value()});
    log.read();
    if (const QString &error = log.files().front().error; !error.isEmpty())
        return {failedMeasurement(u"search"_s, error)};
    QList<Measurement> measurements;
    for (const Search &search : searches)
        measurements.append(measureInProcess(log, search, settings));
    for (const qsizetype index : {qsizetype(0), qsizetype(4)})
        measurements.append(measureCommandLine(path.value(), searches.at(index), settings));
    return measurements;
}

const bool added =
    addWork({20, u"search"_s, u"words and regular expressions over a log, to a set of rows"_s, true, measureSearch});

} // namespace

} // namespace evident
