// The benchmark of the engine and of the real window. See README.md beside this file.

#include "benchmarkdata.h"
#include "childprocess.h"
#include "datafile.h"
#include "openprobe.h"
#include "table.h"
#include "work.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Measures Evident beside other programs that do the same work, and prints one table."_s);
    parser.addHelpOption();
    parser.addOptions({
        {u"size"_s, u"Bytes of a log: 256M, 1G, 10G."_s, u"size"_s, u"1G"_s},
        {u"only"_s, u"Works, by name, parted by commas; all but those in brackets by default."_s, u"work,…"_s},
        {u"shapes"_s, u"Shapes of logs that are opened, parted by commas."_s, u"shape,…"_s},
        {u"runs"_s, u"How often each is measured."_s, u"number"_s, u"5"_s},
        {u"seed"_s, u"Of the logs."_s, u"number"_s, u"1"_s},
        {u"linear"_s, u"Also the work “linear”: up to eight times the size."_s},
        {u"json"_s, u"Also writes the table to a file."_s, u"file"_s},
        {u"data"_s, u"Where the logs lie."_s, u"folder"_s, u"build/bench-data"_s},
        {u"list"_s, u"Says which works and shapes there are."_s},
    });
    // For its own children.
    for (const QString &name : {u"work"_s, u"probe-open"_s, u"make-data"_s}) {
        QCommandLineOption option(name, {}, u"value"_s);
        option.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOption(option);
    }
}

QStringList listOf(const QString &value)
{
    return value.split(u',', Qt::SkipEmptyParts);
}

Result<BenchmarkSettings> settingsOf(const QCommandLineParser &parser)
{
    BenchmarkSettings settings;
    const std::optional<qint64> bytes = byteSize(parser.value(u"size"_s));
    bool runsOk = false;
    bool seedOk = false;
    settings.runs = parser.value(u"runs"_s).toInt(&runsOk);
    settings.seed = parser.value(u"seed"_s).toULongLong(&seedOk);
    if (!bytes || !runsOk || settings.runs < 1 || !seedOk)
        return Error{u"a size is like 256M or 1G, runs and seed are whole numbers"_s};
    settings.bytes = *bytes;
    settings.only = listOf(parser.value(u"only"_s));
    if (parser.isSet(u"linear"_s)) {
        for (const Work &work : works()) {
            if (work.name == u"linear" || (work.runsByDefault && !parser.isSet(u"only"_s)))
                settings.only << work.name;
        }
    }
    settings.shapes = listOf(parser.value(u"shapes"_s));
    settings.jsonFile = parser.value(u"json"_s);
    settings.dataFolder = QDir(parser.value(u"data"_s));
    settings.program = QStringLiteral(EVIDENT_PROGRAM);
    settings.ownProgram = QCoreApplication::applicationFilePath();
    settings.windowProgram = QStringLiteral(EVIDENT_WINDOW_BENCHMARK);
    settings.bareWindowProgram = QStringLiteral(EVIDENT_BARE_WINDOW);
    for (const QString &name : settings.only) {
        if (std::ranges::none_of(works(), [&name](const Work &work) { return work.name == name; }))
            return Error{u"there is no work “%1”; --list says which there are"_s.arg(name)};
    }
    return settings;
}

void list()
{
    for (const Work &work : works()) {
        const QString name = work.runsByDefault ? work.name : u'[' + work.name + u']';
        std::printf("%s\n", qPrintable(name.leftJustified(12) + work.description));
    }
    std::printf("shapes      %s\n", qPrintable(benchmarkShapes().join(u", "_s)));
}

/// One work, in this process; its parent reads what it prints.
int runWork(const QString &name, const BenchmarkSettings &settings)
{
    for (const Work &work : works()) {
        if (work.name != name)
            continue;
        QJsonArray array;
        for (const Measurement &measurement : work.run(settings))
            array.append(measurement.toJson());
        std::puts(QJsonDocument(array).toJson(QJsonDocument::Compact).constData());
        return 0;
    }
    return 2;
}

QList<Measurement> measure(const Work &work, const BenchmarkSettings &settings)
{
    std::fprintf(stderr, "%s: %s\n", qPrintable(work.name), qPrintable(work.description));
    const Result<ChildRun> run =
        runChild(QStringList{settings.ownProgram} + settings.arguments() + QStringList{u"--work"_s, work.name});
    if (!run)
        return {failedMeasurement(work.name, run.error().message)};
    const QJsonArray array = QJsonDocument::fromJson(run.value().output).array();
    if (run.value().exitCode != 0 || array.isEmpty())
        return {failedMeasurement(work.name, u"it ended with exit code %1 and no figures"_s.arg(run.value().exitCode))};
    QList<Measurement> measurements;
    for (const QJsonValue &value : array)
        measurements.append(Measurement::fromJson(value.toObject()));
    return measurements;
}

bool writeJson(const QString &path, const BenchmarkSettings &settings, const QList<Measurement> &measurements)
{
    QJsonArray array;
    for (const Measurement &measurement : measurements)
        array.append(measurement.toJson());
    const QJsonObject object{{u"size"_s, settings.bytes}, {u"runs"_s, settings.runs}, {u"measurements"_s, array}};
    QSaveFile file(path);
    const QByteArray json = QJsonDocument(object).toJson();
    return file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.commit();
}

int runAll(const BenchmarkSettings &settings)
{
    QList<Measurement> measurements;
    for (const Work &work : works()) {
        if (settings.only.isEmpty() ? work.runsByDefault : settings.only.contains(work.name))
            measurements += measure(work, settings);
    }
    std::printf("logs of %s, %d runs each, page cache warm; median (least..most)\n\n%s",
                qPrintable(byteSizeText(settings.bytes)), settings.runs, qPrintable(tableText(measurements)));
    bool good = true;
    if (!settings.jsonFile.isEmpty() && !writeJson(settings.jsonFile, settings, measurements)) {
        std::fprintf(stderr, "%s cannot be written.\n", qPrintable(settings.jsonFile));
        good = false;
    }
    for (const Measurement &measurement : measurements) {
        if (measurement.failure.isEmpty())
            continue;
        std::fprintf(stderr, "FAILED: %s: %s\n", qPrintable(measurement.title), qPrintable(measurement.failure));
        good = false;
    }
    return good ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application);
    if (parser.isSet(u"probe-open"_s))
        return runOpenProbe(parser.value(u"probe-open"_s));
    const Result<BenchmarkSettings> settings = settingsOf(parser);
    if (!settings) {
        std::fprintf(stderr, "evident_benchmark: %s\n", qPrintable(settings.error().message));
        return 2;
    }
    if (parser.isSet(u"make-data"_s))
        return makeDataFile(parser.value(u"make-data"_s), settings.value());
    if (parser.isSet(u"list"_s)) {
        list();
        return 0;
    }
    return parser.isSet(u"work"_s) ? runWork(parser.value(u"work"_s), settings.value()) : runAll(settings.value());
}
