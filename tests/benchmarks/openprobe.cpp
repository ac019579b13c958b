#include "openprobe.h"

#include "childprocess.h"
#include "facets.h"
#include "resolver.h"
#include "shippedcatalog.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace evident {

Result<OpenedLog> openLog(const QString &path)
{
    const Result<CatalogPointer> catalog = shippedCatalog();
    if (!catalog)
        return catalog.error();
    const Resolver resolver(catalog.value());

    QElapsedTimer timer;
    timer.start();
    LogOptions options;
    options.inputZone = QTimeZone::utc();
    Result<std::shared_ptr<Log>> log = Log::open(path, options);
    if (!log)
        return log.error();
    OpenedLog opened;
    opened.log = std::move(log).value();
    opened.log->index({});
    resolver.extend(opened.resolution, *opened.log);
    opened.seconds = double(timer.nsecsElapsed()) / 1e9;

    if (const std::optional<Error> error = opened.log->error())
        return *error;
    opened.dictionaryBytes = opened.log->names().memory();
    for (const TextColumn column : {TextColumn::User, TextColumn::Method, TextColumn::Application, TextColumn::Address})
        opened.dictionaryBytes += opened.log->texts(column).memory();
    return opened;
}

CodeCounts codeCounts(const OpenedLog &opened)
{
    RowTally tally;
    tally.addRange(*opened.log, 0, opened.log->columns().size());
    CodeCounts counts;
    const std::vector<qint64> shapes = tally.shapes();
    for (std::size_t shape = 0; shape < shapes.size(); ++shape) {
        if (shapes[shape] > 0)
            counts[opened.log->shape(ShapeId(shape)).code] += shapes[shape];
    }
    return counts;
}

int runOpenProbe(const QString &path)
{
    const Result<OpenedLog> result = openLog(path);
    if (!result) {
        std::fprintf(stderr, "%s\n", qPrintable(result.error().message));
        return 1;
    }
    const OpenedLog &opened = result.value();
    QJsonObject codes;
    const CodeCounts counts = codeCounts(opened);
    for (auto code = counts.begin(); code != counts.end(); ++code)
        codes.insert(QString::number(code.key()), code.value());
    const QJsonObject figures{
        {u"seconds"_s, opened.seconds},
        {u"records"_s, qint64(opened.log->columns().size())},
        {u"notUnderstood"_s, opened.log->notUnderstood()},
        {u"format"_s, opened.log->info().formatName},
        {u"codes"_s, codes},
        {u"columnBytes"_s, opened.log->columns().memory()},
        {u"dictionaryBytes"_s, opened.dictionaryBytes},
    };
    std::puts(QJsonDocument(figures).toJson(QJsonDocument::Compact).constData());
    return 0;
}

Result<OpenFigures> probeOpen(const QString &ownProgram, const QString &path)
{
    const Result<ChildRun> run = runChild({ownProgram, u"--probe-open"_s, path});
    if (!run)
        return run.error();
    const QJsonObject object = QJsonDocument::fromJson(run.value().output).object();
    if (run.value().exitCode != 0 || object.isEmpty())
        return Error{u"%1 could not be opened."_s.arg(path)};
    OpenFigures figures;
    figures.seconds = object[u"seconds"].toDouble();
    figures.records = object[u"records"].toInteger();
    figures.notUnderstood = object[u"notUnderstood"].toInteger();
    figures.format = object[u"format"].toString();
    const QJsonObject codes = object[u"codes"].toObject();
    for (auto code = codes.begin(); code != codes.end(); ++code)
        figures.codes.insert(code.key().toLongLong(), code.value().toInteger());
    figures.columnBytes = object[u"columnBytes"].toInteger();
    figures.dictionaryBytes = object[u"dictionaryBytes"].toInteger();
    figures.peakRss = run.value().peakRss;
    return figures;
}

} // namespace evident
