#include "rowslog.h"

#include "benchmarkdata.h"
#include "datafile.h"
#include "shippedcatalog.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace evident {

Result<std::shared_ptr<LogSet>> manyRows(const BenchmarkSettings &settings)
{
    constexpr qint64 wanted = 4'000'000;
    constexpr qint64 bytesARow = 256; // so that a small run stays small
    BenchmarkData data{u"ndjson"_s};
    data.records = std::min(wanted, settings.bytes / bytesARow);
    data.seed = settings.seed;
    const Result<QString> path = dataFile(settings, data);
    if (!path)
        return path.error();
    const Result<CatalogPointer> catalog = shippedCatalog();
    if (!catalog)
        return catalog.error();
    auto logs = std::make_shared<LogSet>(catalog.value());
    logs->add(path.value(), {});
    const LogSet::File &file = logs->files().front();
    if (!file.error.isEmpty())
        return Error{file.error};
    if (file.log->columns().size() != data.records)
        return Error{u"%1 records read of %2 that were written."_s.arg(file.log->columns().size()).arg(data.records)};
    return logs;
}

std::vector<double> timed(int runs, const std::function<void()> &work)
{
    std::vector<double> milliseconds;
    for (int run = 0; run < runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        work();
        milliseconds.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    return milliseconds;
}

} // namespace evident
