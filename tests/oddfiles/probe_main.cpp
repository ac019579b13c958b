#include "log.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

/// Reads some records back, evenly spread: how many could not be.
int recordsLost(const Log &log)
{
    constexpr Row wanted = 100;
    const Row step = std::max<Row>(1, log.columns().size() / wanted);
    int count = 0;
    for (Row row = 0; row < log.columns().size(); row += step)
        count += log.fields(row) ? 0 : 1;
    return count;
}

} // namespace

/// The engine alone: opens and indexes one log and says on standard output, as JSON, what came of it. For tests that
/// measure what that takes.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QString path = application.arguments().value(1);
    const Result<std::shared_ptr<Log>> opened = Log::open(path, {});
    if (!opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().message));
        return 1;
    }
    Log &log = *opened.value();
    log.index({});
    QJsonObject facts{
        {u"format"_s, log.info().formatName},
        {u"records"_s, qint64(log.columns().size())},
        {u"notUnderstood"_s, log.notUnderstood()},
        {u"invalidBytes"_s, log.invalidBytes()},
        {u"bytesRead"_s, log.bytesRead()},
        {u"columnsMemory"_s, log.columns().memory()},
        {u"error"_s, log.error() ? log.error()->message : QString()},
        {u"lost"_s, recordsLost(log)},
    };
    if (log.columns().size() > 0) {
        const RecordColumns last = log.columns().record(log.columns().size() - 1);
        facts[u"lastOffset"_s] = last.offset;
        facts[u"lastLength"_s] = qint64(last.length);
        facts[u"lastLine"_s] = qint64(last.line);
    }
    std::puts(QJsonDocument(facts).toJson(QJsonDocument::Compact).constData());
    return 0;
}
