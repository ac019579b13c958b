#include "spool.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QStandardPaths>

#include <algorithm>

namespace evident {

namespace {

constexpr qsizetype readSize = 256 * 1024;
/// How much is written before the disk is asked again.
constexpr qint64 roomStep = qint64(16) << 20;

/// Where large temporary files belong: where the user says, else the cache folder, because /tmp is memory on many
/// systems.
QStringList spoolFolders()
{
    if (qEnvironmentVariableIsSet("TMPDIR"))
        return {QDir::tempPath()};
    return {QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation), QDir::tempPath()};
}

} // namespace

SpoolJob::SpoolJob(QString file, const LogOptions &options, std::stop_token stopped, OpenProgress heard)
    : name(std::move(file)),
      maxBytes(options.allowLargeSpool ? std::numeric_limits<qint64>::max() : options.maxSpool),
      mayBeLarge(options.allowLargeSpool),
      stop(std::move(stopped))
{
    if (heard)
        progress = std::move(heard);
}

Result<Spool> Spool::create(const SpoolJob &job)
{
    Error error;
    const QStringList folders = spoolFolders();
    for (const QString &folder : folders) {
        QDir().mkpath(folder);
        Result<FileHandle> file = FileHandle::temporary(folder);
        if (file)
            return Spool(std::move(file).value(), job);
        error = file.error();
    }
    return error;
}

Spool::Spool(FileHandle file, const SpoolJob &job)
    : m_file(std::move(file)),
      m_name(job.name),
      m_maxBytes(job.maxBytes),
      m_bytesBefore(job.bytesBefore)
{ }

Result<void> Spool::write(QByteArrayView bytes)
{
    if (bytes.size() > m_maxBytes - m_bytesBefore - m_size) {
        return Error{QCoreApplication::translate("evident::Spool",
                                                 "“%1” needs more than the %2 that may be kept in temporary files.")
                         .arg(m_name, QLocale().formattedDataSize(m_maxBytes)),
                     Error::Kind::Question};
    }
    m_size += bytes.size();
    if (m_size > m_roomChecked) {
        if (!m_file.hasRoomFor(bytes.size()))
            return m_file.noRoom();
        m_roomChecked = m_size + roomStep;
    }
    return m_file.write(bytes);
}

std::shared_ptr<Source> Spool::finish() &&
{
    return fileSource(std::move(m_file));
}

Result<std::shared_ptr<Source>> spooledInput(const FileHandle &input, const SpoolJob &job)
{
    Result<Spool> spool = Spool::create(job);
    if (!spool)
        return spool.error();
    QByteArray buffer(readSize, Qt::Uninitialized);
    for (;;) {
        const Result<qint64> got = input.readNext({buffer.data(), size_t(buffer.size())}, job.stop);
        if (!got)
            return got.error();
        if (job.stop.stop_requested())
            return openingStopped(job.name);
        if (got.value() == 0)
            return std::move(spool).value().finish();
        if (const Result<void> written = spool.value().write(QByteArrayView(buffer).first(got.value())); !written)
            return written.error();
        job.progress(spool.value().size(), 0);
    }
}

Error openingStopped(const QString &name)
{
    return {QCoreApplication::translate("evident::Spool", "Opening “%1” was cancelled.").arg(name)};
}

} // namespace evident
