#include "spool.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QStandardPaths>

namespace evident {

namespace {

constexpr qsizetype readSize = 256 * 1024;

/// Where large temporary files belong: where the user says, else the cache folder, because /tmp is memory on many
/// systems.
QStringList spoolFolders()
{
    if (qEnvironmentVariableIsSet("TMPDIR"))
        return {QDir::tempPath()};
    return {QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation), QDir::tempPath()};
}

} // namespace

Result<Spool> Spool::create(const QString &name, qint64 maxBytes)
{
    Error error;
    const QStringList folders = spoolFolders();
    for (const QString &folder : folders) {
        QDir().mkpath(folder);
        Result<FileHandle> file = FileHandle::temporary(folder);
        if (file)
            return Spool(std::move(file).value(), name, maxBytes);
        error = file.error();
    }
    return error;
}

Spool::Spool(FileHandle file, QString name, qint64 maxBytes)
    : m_file(std::move(file)),
      m_name(std::move(name)),
      m_maxBytes(maxBytes)
{ }

Result<void> Spool::write(QByteArrayView bytes)
{
    if (bytes.size() > m_maxBytes - m_size) {
        return Error{QCoreApplication::translate("evident::Spool",
                                                 "“%1” needs more than the %2 that may be kept in temporary files.")
                         .arg(m_name, QLocale().formattedDataSize(m_maxBytes))};
    }
    m_size += bytes.size();
    return m_file.write(bytes);
}

std::shared_ptr<Source> Spool::finish() &&
{
    return fileSource(std::move(m_file));
}

Result<std::shared_ptr<Source>> spooledInput(const FileHandle &input, qint64 maxBytes, const std::stop_token &stop)
{
    Result<Spool> spool = Spool::create(input.name(), maxBytes);
    if (!spool)
        return spool.error();
    QByteArray buffer(readSize, Qt::Uninitialized);
    for (;;) {
        const Result<qint64> got = input.readNext({buffer.data(), size_t(buffer.size())}, stop);
        if (!got)
            return got.error();
        if (stop.stop_requested())
            return openingStopped(input.name());
        if (got.value() == 0)
            return std::move(spool).value().finish();
        if (const Result<void> written = spool.value().write(QByteArrayView(buffer).first(got.value())); !written)
            return written.error();
    }
}

Error openingStopped(const QString &name)
{
    return {QCoreApplication::translate("evident::Spool", "Opening “%1” was cancelled.").arg(name)};
}

} // namespace evident
