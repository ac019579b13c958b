#include "datafile.h"

#include "benchmarkdata.h"
#include "childprocess.h"

#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace evident {

Result<QString> dataFile(const BenchmarkSettings &settings, const QString &shape)
{
    return dataFile(settings, BenchmarkData{shape, settings.bytes, 0, settings.seed});
}

Result<QString> dataFile(const BenchmarkSettings &settings, const BenchmarkData &data)
{
    const QString specification = u"%1,%2,%3"_s.arg(data.shape).arg(data.bytes).arg(data.records);
    const Result<ChildRun> run = runChild(QStringList{settings.ownProgram} + settings.arguments()
                                          + QStringList{u"--make-data"_s, specification});
    if (!run)
        return run.error();
    if (run.value().exitCode != 0)
        return Error{u"No log of the shape “%1” could be made."_s.arg(data.shape)};
    return QFile::decodeName(run.value().output.trimmed());
}

int makeDataFile(const QString &specification, const BenchmarkSettings &settings)
{
    const QStringList parts = specification.split(u',');
    if (parts.size() != 3)
        return 2;
    const Result<QString> path =
        benchmarkFile(settings.dataFolder, {parts[0], parts[1].toLongLong(), parts[2].toLongLong(), settings.seed});
    if (!path) {
        std::fprintf(stderr, "%s\n", qPrintable(path.error().message));
        return 1;
    }
    std::puts(QFile::encodeName(path.value()).constData());
    return 0;
}

} // namespace evident
