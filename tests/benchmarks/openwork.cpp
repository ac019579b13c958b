// Opens a log, indexes it and resolves every record, beside `wc -l` of the same file.

#include "benchmarkdata.h"
#include "childprocess.h"
#include "datafile.h"
#include "independentcount.h"
#include "openprobe.h"
#include "work.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr double openGoal = 4;
constexpr qint64 bytesPerRecord = 32;
constexpr qint64 fixedBytes = 64LL << 20;

/// Of the formats that people hold in their hands most; what the generator cannot write yet is passed over.
const QStringList wantedShapes{u"ndjson"_s,         u"syslog-json"_s,    u"cas-user-json"_s,
                               u"cas-user-pages"_s, u"cas-user-array"_s, u"tool-csv"_s,
                               u"headerless-csv"_s, u"am-log"_s,         u"text"_s};

/// Those of full user items: the goal was set for them.
bool hasGoal(const QString &shape)
{
    return shape.startsWith("cas-user-"_L1) || shape == u"ndjson" || shape == u"syslog-json";
}

/// What is measured of one file.
class OpenShape
{
public:
    OpenShape(const BenchmarkSettings &settings, const QString &shape)
        : m_settings(settings),
          m_shape(shape)
    { }

    QList<Measurement> measure()
    {
        const Result<QString> path = dataFile(m_settings, m_shape);
        if (!path)
            return {failedMeasurement(m_shape, path.error().message)};
        m_path = path.value();
        const Result<IndependentCount> expected = independentCount(m_shape, m_path); // warms the page cache, too
        if (!expected)
            return {failedMeasurement(m_shape, expected.error().message)};
        m_expected = expected.value();
        QList<Measurement> measurements{inProcess(), memory()};
        if (hasGoal(m_shape) && !m_shape.startsWith("cas-"_L1))
            measurements.append(commandLine());
        return measurements;
    }

private:
    Measurement inProcess()
    {
        Measurement result = begin(u"open + resolve, %1"_s.arg(m_shape));
        std::vector<double> ours;
        std::vector<double> reference;
        for (int run = 0; run < m_settings.runs; ++run) {
            const Result<OpenFigures> figures = probeOpen(m_settings.ownProgram, m_path);
            const Result<ChildRun> lines = runChild({u"wc"_s, u"-l"_s, m_path});
            if (!figures || !lines)
                return failedMeasurement(result.title, (figures ? lines.error() : figures.error()).message);
            m_figures = figures.value();
            ours.push_back(m_figures.seconds);
            reference.push_back(lines.value().seconds);
            m_peak = std::max(m_peak, m_figures.peakRss);
        }
        result.compare(ours, reference);
        result.records = m_figures.records;
        result.peakRss = m_peak;
        result.failure = difference(m_expected, m_figures.records, m_figures.codes);
        result.note = u"%1, %2 of %3 records not understood; columns %4 B a record, dictionaries %5"_s.arg(
            m_figures.format, QString::number(m_figures.notUnderstood), QString::number(m_figures.records),
            QString::number(double(m_figures.columnBytes) / double(std::max<qint64>(1, m_figures.records)), 'f', 1),
            byteSizeText(m_figures.dictionaryBytes));
        return result;
    }

    Measurement memory() const
    {
        Measurement result;
        result.title = u"memory, %1"_s.arg(m_shape);
        result.unit = u"MiB"_s;
        result.referenceName = u"32 B/record + 64 MiB + texts"_s;
        constexpr double mebibyte = 1 << 20;
        const qint64 allowed = bytesPerRecord * m_figures.records + fixedBytes + m_figures.dictionaryBytes;
        result.compare({double(m_peak) / mebibyte}, {double(allowed) / mebibyte});
        result.atMostTimes = 1;
        result.records = m_figures.records;
        result.peakRss = m_peak;
        return result;
    }

    Measurement commandLine() const
    {
        Measurement result = begin(u"evident --summary, %1"_s.arg(m_shape));
        const QTemporaryDir folder;
        const QStringList summary{m_settings.program, u"--data-dir"_s, folder.path(), u"--summary"_s,
                                  u"--format"_s,      u"json"_s,       m_path};
        std::vector<double> ours;
        std::vector<double> reference;
        for (int run = 0; run < m_settings.runs; ++run) {
            const Result<ChildRun> own = runChild(summary);
            const Result<ChildRun> lines = runChild({u"wc"_s, u"-l"_s, m_path});
            if (!own || !lines)
                return failedMeasurement(result.title, (own ? lines.error() : own.error()).message);
            if (own.value().exitCode != 0)
                return failedMeasurement(result.title, u"exit code %1"_s.arg(own.value().exitCode));
            ours.push_back(own.value().seconds);
            reference.push_back(lines.value().seconds);
            result.peakRss = std::max(result.peakRss, own.value().peakRss);
            if (result.failure.isEmpty())
                result.failure = summaryDifference(own.value().output, result.records);
        }
        result.compare(ours, reference);
        result.note = u"the whole process; it also counts repeated records"_s;
        return result;
    }

    QString summaryDifference(const QByteArray &json, qint64 &records) const
    {
        const QJsonObject summary = QJsonDocument::fromJson(json).object();
        CodeCounts codes;
        for (const QJsonValue &entry : summary[u"byCode"].toArray())
            codes[entry[u"code"].toInteger(noCode)] += entry[u"count"].toInteger();
        records = summary[u"records"].toInteger();
        return difference(m_expected, records, codes);
    }

    Measurement begin(const QString &title) const
    {
        Measurement result;
        result.title = title;
        result.referenceName = u"wc -l"_s;
        result.bytes = m_settings.bytes;
        if (hasGoal(m_shape))
            result.atMostTimes = openGoal;
        return result;
    }

    const BenchmarkSettings &m_settings;
    const QString m_shape;
    QString m_path;
    IndependentCount m_expected;
    OpenFigures m_figures;
    qint64 m_peak = 0;
};

QList<Measurement> measureOpen(const BenchmarkSettings &settings)
{
    QList<Measurement> measurements;
    const QStringList known = benchmarkShapes();
    for (const QString &shape : settings.shapes.isEmpty() ? wantedShapes : settings.shapes) {
        if (known.contains(shape) || settings.shapes.contains(shape))
            measurements += OpenShape(settings, shape).measure();
    }
    return measurements;
}

const bool added = addWork(
    {10, u"open"_s, u"open, index and resolve every record, of each shape of logs; its memory"_s, true, measureOpen});

} // namespace

} // namespace evident
