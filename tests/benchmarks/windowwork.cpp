// The real window: how soon it is there, how soon it shows rows, whether it ever stands still, what memory it takes.

#include "childprocess.h"
#include "datafile.h"
#include "work.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr double startGoalMs = 150;
constexpr double firstRowsGoalMs = 100;
constexpr double stallGoalMs = 50;
constexpr double frameGoalMs = 16;
constexpr double memoryGoalMiB = 100;
constexpr double mebibyte = 1 << 20;

struct WindowRun
{
    QJsonObject figures;
    qint64 peakRss = 0;
    double number(const QString &key) const { return figures[key].toDouble(); }
};

Result<WindowRun> runProgram(const QStringList &command)
{
    qputenv("EVIDENT_BENCHMARK_START", QByteArray::number(steadyNanoseconds()));
    const Result<ChildRun> run = runChild(command);
    if (!run)
        return run.error();
    const WindowRun result{QJsonDocument::fromJson(run.value().output).object(), run.value().peakRss};
    if (run.value().exitCode != 0 || result.figures.isEmpty())
        return Error{u"%1 ended with exit code %2."_s.arg(command.join(u' ')).arg(run.value().exitCode)};
    return result;
}

Measurement begin(const QString &title)
{
    Measurement result;
    result.title = title;
    result.unit = u"ms"_s;
    return result;
}

/// Runs the window several times, in one data folder, and keeps what it said.
class Window
{
public:
    Window(const BenchmarkSettings &settings, QString path)
        : m_settings(settings),
          m_path(std::move(path))
    { }

    QList<Measurement> measure() { return QList<Measurement>{start(true), start(false), firstRows()} + whileLoading(); }

private:
    Result<WindowRun> run(const QString &mode, const QString &folder, bool withFile = true) const
    {
        QStringList command{m_settings.windowProgram, mode, folder};
        if (withFile)
            command << m_path;
        return runProgram(command);
    }

    /// The first start makes the catalog's database; later ones find it.
    Measurement start(bool first) const
    {
        Measurement result = begin(first ? u"first start to usable window"_s : u"cold start to usable window"_s);
        result.referenceName = u"bare Qt window"_s;
        result.atMostOver = startGoalMs;
        const QTemporaryDir known;
        if (const auto made = run(u"start"_s, known.path(), false); !made)
            return failedMeasurement(result.title, made.error().message);
        std::vector<double> ours;
        std::vector<double> reference;
        for (int i = 0; i < m_settings.runs; ++i) {
            const QTemporaryDir unknown;
            const Result<WindowRun> own = run(u"start"_s, first ? unknown.path() : known.path(), false);
            const Result<WindowRun> bare = runProgram({m_settings.bareWindowProgram});
            if (!own || !bare)
                return failedMeasurement(result.title, (own ? bare.error() : own.error()).message);
            ours.push_back(own.value().number(u"usableMs"_s));
            reference.push_back(bare.value().number(u"usableMs"_s));
            result.peakRss = std::max(result.peakRss, own.value().peakRss);
        }
        result.compare(ours, reference);
        return result;
    }

    Measurement firstRows() const
    {
        Measurement result = begin(u"first rows painted, from the window shown"_s);
        result.atMost = firstRowsGoalMs;
        const QTemporaryDir folder;
        std::vector<double> ours;
        std::vector<double> sinceStart;
        for (int i = 0; i < m_settings.runs; ++i) {
            const Result<WindowRun> own = run(u"rows"_s, folder.path());
            if (!own)
                return failedMeasurement(result.title, own.error().message);
            ours.push_back(own.value().number(u"rowsMs"_s));
            sinceStart.push_back(own.value().number(u"usableMs"_s));
        }
        result.ours = Spread::of(ours);
        result.note = u"%1 ms from the start of the process"_s.arg(Spread::of(sinceStart).median, 0, 'f', 0);
        return result;
    }

    QList<Measurement> whileLoading() const
    {
        const QTemporaryDir folder;
        Measurement loading = begin(u"longest stall while loading: scroll, type, sort, resize"_s);
        Measurement loaded = begin(u"longest stall when loaded"_s);
        Measurement memory = begin(u"memory of the window over the command line's"_s);
        memory.unit = u"MiB"_s;
        memory.referenceName = u"evident --summary"_s;
        memory.atMostOver = memoryGoalMiB;
        loading.atMost = loaded.atMost = stallGoalMs;
        Measurement timeline = begin(u"the timeline painted, the longest of 20 times"_s);
        timeline.atMost = frameGoalMs;
        std::vector<double> timelineMs;
        std::vector<double> stallsLoading;
        std::vector<double> stallsLoaded;
        std::vector<double> own;
        std::vector<double> commandLine;
        for (int i = 0; i < m_settings.runs; ++i) {
            const Result<WindowRun> window = run(u"load"_s, folder.path());
            const Result<ChildRun> summary =
                runChild({m_settings.program, u"--data-dir"_s, folder.path(), u"--summary"_s, m_path});
            if (!window || !summary)
                return {failedMeasurement(loading.title, (window ? summary.error() : window.error()).message)};
            takeStall(loading, window.value(), u"Loading"_s, stallsLoading);
            takeStall(loaded, window.value(), u"Loaded"_s, stallsLoaded);
            timelineMs.push_back(window.value().number(u"timelineMs"_s));
            loading.records = window.value().figures[u"records"].toInteger();
            loading.peakRss = std::max(loading.peakRss, window.value().peakRss);
            own.push_back(double(window.value().peakRss) / mebibyte);
            commandLine.push_back(double(summary.value().peakRss) / mebibyte);
        }
        loading.ours = Spread::of(stallsLoading);
        loaded.ours = Spread::of(stallsLoaded);
        memory.compare(own, commandLine);
        timeline.ours = Spread::of(timelineMs);
        return {loading, loaded, timeline, memory};
    }

    /// The note says what the window was doing in the longest of all.
    static void takeStall(Measurement &measurement, const WindowRun &run, const QString &phase,
                          std::vector<double> &stalls)
    {
        const double stall = run.number(u"stall"_s + phase + u"Ms"_s);
        if (stalls.empty() || stall > *std::ranges::max_element(stalls)) {
            measurement.note = u"the longest at: %1; %2 steps, %3 ms"_s.arg(
                run.figures[u"during"_s + phase].toString(), QString::number(run.figures[u"steps"_s + phase].toInt()),
                QString::number(run.number(phase.toLower() + u"Ms"_s), 'f', 0));
        }
        stalls.push_back(stall);
    }

    const BenchmarkSettings &m_settings;
    const QString m_path;
};

QList<Measurement> measureWindow(const BenchmarkSettings &settings)
{
    const Result<QString> path = dataFile(settings, u"ndjson"_s);
    if (!path)
        return {failedMeasurement(u"window"_s, path.error().message)};
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_LOGGING_RULES", "default.warning=false"); // of the platform, that it lacks what no one sees
    return Window(settings, path.value()).measure();
}

const bool added = addWork(
    {50, u"window"_s, u"the real window: start, first rows, stalls while loading, memory"_s, true, measureWindow});

} // namespace

} // namespace evident
