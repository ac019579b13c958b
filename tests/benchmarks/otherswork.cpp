// What other viewers need for the same file, where they are installed: for information only.

#include "childprocess.h"
#include "datafile.h"
#include "work.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

qint64 bytesReadBy(qint64 process)
{
    QFile file(u"/proc/%1/io"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    return file.readLine().mid(QByteArrayView("rchar: ").size()).trimmed().toLongLong();
}

/// glogg has no way to end by itself: it is done with its index when it has read the whole file.
Measurement measureGlogg(const QString &path)
{
    constexpr qint64 patienceMs = 600'000;
    Measurement result;
    result.title = u"for comparison: glogg, lines only"_s;
    QProcess glogg;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    glogg.setProcessEnvironment(environment);
    glogg.setStandardErrorFile(QProcess::nullDevice());
    glogg.setStandardOutputFile(QProcess::nullDevice());
    QElapsedTimer timer;
    timer.start();
    glogg.start(u"glogg"_s, {path});
    if (!glogg.waitForStarted())
        return failedMeasurement(result.title, glogg.errorString());
    const qint64 size = QFileInfo(path).size();
    while (glogg.state() == QProcess::Running && bytesReadBy(glogg.processId()) < size && timer.elapsed() < patienceMs)
        glogg.waitForFinished(5);
    if (bytesReadBy(glogg.processId()) >= size)
        result.ours = Spread::of({double(timer.elapsed()) / 1e3});
    else
        result.failure = u"it did not read the file"_s;
    glogg.kill();
    glogg.waitForFinished();
    return result;
}

QList<Measurement> measureOthers(const BenchmarkSettings &settings)
{
    const Result<QString> path = dataFile(settings, u"ndjson"_s);
    if (!path)
        return {failedMeasurement(u"others"_s, path.error().message)};
    const QTemporaryDir home;
    qputenv("HOME", home.path().toLocal8Bit());
    const QList<std::pair<QString, QStringList>> programs{
        {u"lnav"_s, {u"lnav"_s, u"-n"_s, u"-q"_s, u"-c"_s, u";SELECT count(*) FROM all_logs"_s, path.value()}},
        {u"jq, one field"_s, {u"jq"_s, u"-c"_s, u"select(.eventCode == \"0\")"_s, path.value()}},
    };
    QList<Measurement> measurements;
    for (const auto &[name, command] : programs) {
        if (QStandardPaths::findExecutable(command.first()).isEmpty())
            continue;
        const Result<ChildRun> run = runChild(command);
        if (!run) {
            measurements.append(failedMeasurement(name, run.error().message));
            continue;
        }
        Measurement result;
        result.title = u"for comparison: %1"_s.arg(name);
        result.ours = Spread::of({run.value().seconds});
        result.peakRss = run.value().peakRss;
        result.note = u"exit code %1"_s.arg(run.value().exitCode);
        measurements.append(result);
    }
    if (!QStandardPaths::findExecutable(u"glogg"_s).isEmpty())
        measurements.append(measureGlogg(path.value()));
    return measurements;
}

const bool added =
    addWork({80, u"others"_s, u"what lnav, jq and glogg need for the same file, where they are installed"_s, false,
             measureOthers});

} // namespace

} // namespace evident
