// One line is appended to a large log that is followed: how soon the document has it, and how much is read for it.

#include "datafile.h"
#include "logdocument.h"
#include "shippedcatalog.h"
#include "work.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr double withinMs = 1000;
constexpr double atMostKib = 1024;
constexpr int patienceMs = 60'000;

/// Bytes that this process has read so far, of files and the rest.
qint64 bytesReadSoFar()
{
    QFile file(u"/proc/self/io"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("rchar: "))
            return line.sliced(7).toLongLong();
    }
    return 0;
}

/// False when it does not come about in time.
bool waitFor(const std::function<bool()> &condition)
{
    QEventLoop loop;
    const QDeadlineTimer deadline(patienceMs);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        loop.processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 5);
    }
    return true;
}

Measurement row(const QString &title, const QString &unit, double goal, const std::vector<double> &values)
{
    Measurement result;
    result.title = title;
    result.unit = unit;
    result.atMost = goal;
    result.ours = Spread::of(values);
    return result;
}

QList<Measurement> measureAppends(const QString &path, const BenchmarkSettings &settings, const CatalogPointer &catalog)
{
    LogDocument document(path, {}, catalog);
    document.setFollowing(true);
    document.load();
    const auto settled = [&] { return document.state() == LogDocument::State::Complete && !document.isFiltering(); };
    if (!waitFor(settled))
        return {failedMeasurement(u"follow"_s, u"the log did not load"_s)};

    QFile file(path);
    std::vector<double> milliseconds;
    std::vector<double> kibibytes;
    for (int run = 0; run < settings.runs; ++run) {
        const Row before = document.rows().size();
        const qint64 readBefore = bytesReadSoFar();
        QElapsedTimer timer;
        timer.start();
        if (!file.open(QIODevice::Append) || file.write("{\"eventCode\":\"702\",\"userId\":\"jdoe\"}\n") < 0)
            return {failedMeasurement(u"follow"_s, file.errorString())};
        file.close();
        if (!waitFor([&] { return document.rows().size() == before + 1; }))
            return {failedMeasurement(u"follow"_s, u"an appended record did not appear"_s)};
        milliseconds.push_back(double(timer.nsecsElapsed()) / 1e6);
        kibibytes.push_back(double(bytesReadSoFar() - readBefore) / 1024);
    }
    return {row(u"follow: an appended line is there"_s, u"ms"_s, withinMs, milliseconds),
            row(u"follow: read for it"_s, u"KiB"_s, atMostKib, kibibytes)};
}

QList<Measurement> measureFollow(const BenchmarkSettings &settings)
{
    const Result<QString> path = dataFile(settings, u"ndjson"_s);
    if (!path)
        return {failedMeasurement(u"follow"_s, path.error().message)};
    const Result<CatalogPointer> catalog = shippedCatalog();
    if (!catalog)
        return {failedMeasurement(u"follow"_s, catalog.error().message)};
    // The log itself is other works' too.
    const QString copy = path.value() + u".followed"_s;
    QFile::remove(copy);
    if (!QFile::copy(path.value(), copy))
        return {failedMeasurement(u"follow"_s, u"“%1” cannot be written"_s.arg(copy))};
    const QList<Measurement> measurements = measureAppends(copy, settings, catalog.value());
    QFile::remove(copy);
    return measurements;
}

const bool added = addWork({60, u"follow"_s, u"a line appended to a log that is followed"_s, true, measureFollow});

} // namespace

} // namespace evident
