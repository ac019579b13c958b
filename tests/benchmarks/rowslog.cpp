#include "rowslog.h"

#include "benchmarkdata.h"
#include "datafile.h"
#include "shippedcatalog.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace evident {

Result<std::shared_ptr<FilteredLog>> manyRows(const BenchmarkSettings &settings, int copies)
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
    auto filtered = std::make_shared<FilteredLog>(catalog.value(), LogOptions());
    filtered->open(QStringList(copies, path.value()));
    filtered->read();
    if (const QString &error = filtered->files().front().error; !error.isEmpty())
        return Error{error};
    const Row read = filtered->log()->columns().size();
    if (read != data.records * copies)
        return Error{u"%1 records read of %2 that were written."_s.arg(read).arg(data.records * copies)};
    return filtered;
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
