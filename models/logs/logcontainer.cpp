#include "logcontainer.h"

#include "filehandle.h"

#include <QDateTime>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

bool isStandardInput(const QString &path)
{
    return path == "-"_L1 || path == "/dev/stdin"_L1;
}

} // namespace

Result<std::shared_ptr<const LogContainer>> LogContainer::open(const QString &path, const SpoolJob &job)
{
    Result<FileHandle> file = isStandardInput(path) ? FileHandle::standardInput() : FileHandle::openForReading(path);
    if (!file)
        return file.error();
    const auto container = std::make_shared<LogContainer>();
    const FileHandle::Kind kind = file.value().kind();
    const bool inPlace = kind == FileHandle::Kind::Regular && !isStandardInput(path);
    const bool spooled = isStandardInput(path) || kind == FileHandle::Kind::Pipe || kind == FileHandle::Kind::Terminal;
    container->canBeReopened = !spooled;
    container->fileTime =
        kind == FileHandle::Kind::Regular ? file.value().modified() : QDateTime::currentMSecsSinceEpoch();
    // What can neither be read in place nor spooled gets the message of a file source.
    SpoolJob spoolJob = job;
    spoolJob.name = file.value().name();
    Result<std::shared_ptr<Source>> source = inPlace ? Result(fileSource(std::move(file).value()))
        : spooled                                    ? spooledInput(file.value(), spoolJob)
                                                     : openFileSource(path);
    if (!source)
        return source.error();
    container->source = source.value();
    const Result<QByteArray> head = readBytes(*container->source, 0, compressionHeadSize);
    if (!head)
        return head.error();
    container->compression = compressionOf(head.value());
    if (container->compression == Compression::Zip)
        container->archive = std::make_shared<const LogArchive>(container->source, path);
    return std::shared_ptr<const LogContainer>(container);
}

} // namespace evident
