// That time and memory grow with the log and not faster: one, two, four and eight times the size.

#include "benchmarkdata.h"
#include "datafile.h"
#include "openprobe.h"
#include "work.h"

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// A log eight times as long may take so much longer for each byte.
constexpr double linearGoal = 1.15;

struct Size
{
    std::vector<double> secondsPerGigabyte;
    OpenFigures figures;
};

Result<Size> measureSize(const BenchmarkSettings &settings, qint64 bytes)
{
    const Result<QString> path = dataFile(settings, BenchmarkData{u"ndjson"_s, bytes, 0, settings.seed});
    if (!path)
        return path.error();
    Size size;
    for (int run = 0; run <= settings.runs; ++run) { // the first only warms the page cache
        const Result<OpenFigures> figures = probeOpen(settings.ownProgram, path.value());
        if (!figures)
            return figures.error();
        size.figures = figures.value();
        if (run > 0)
            size.secondsPerGigabyte.push_back(size.figures.seconds * 1e9 / double(bytes));
    }
    return size;
}

QList<Measurement> measureLinear(const BenchmarkSettings &settings)
{
    QList<Measurement> measurements;
    std::vector<double> first;
    for (const qint64 factor : {1, 2, 4, 8}) {
        Measurement result;
        result.title = u"open + resolve, %1 ndjson"_s.arg(byteSizeText(settings.bytes * factor));
        result.unit = u"s/GB"_s;
        result.referenceName = u"the smallest's"_s;
        result.atMostTimes = linearGoal;
        const Result<Size> size = measureSize(settings, settings.bytes * factor);
        if (!size) {
            measurements.append(failedMeasurement(result.title, size.error().message));
            continue;
        }
        if (first.empty())
            first = size.value().secondsPerGigabyte;
        result.compare(size.value().secondsPerGigabyte, first);
        result.records = size.value().figures.records;
        result.peakRss = size.value().figures.peakRss;
        measurements.append(result);
    }
    return measurements;
}

const bool added = addWork(
    {70, u"linear"_s, u"one, two, four and eight times the size, each beside the first"_s, false, measureLinear});

} // namespace

} // namespace evident
