#pragma once

#include "filehandle.h"
#include "logoptions.h"
#include "source.h"

#include <limits>
#include <stop_token>

namespace evident {

/// For whom something is spooled, how much it may be, who can end it and who hears of it.
struct SpoolJob
{
    SpoolJob(QString file, qint64 limit)
        : name(std::move(file)),
          maxBytes(limit)
    { }
    SpoolJob(QString file, const LogOptions &options, std::stop_token stopped, OpenProgress heard);

    QString name; ///< of the file, as messages call it
    qint64 maxBytes;
    qint64 bytesBefore = 0; ///< that the same file or archive needed already; they count
    bool mayBeLarge = false; ///< the person said so
    std::stop_token stop;
    OpenProgress progress = [](qint64, qint64) {};
};

/// A temporary file for bytes that cannot be read in place. It has no name, belongs to its owner alone and is gone with
/// its last user.
class Spool
{
public:
    static Result<Spool> create(const SpoolJob &job);
    Spool(FileHandle file, const SpoolJob &job);

    /// Appends. A question when the limit is reached, an error when the disk is full.
    Result<void> write(QByteArrayView bytes);
    qint64 size() const noexcept { return m_size; }
    /// What was written, to be read. The spool takes no more.
    std::shared_ptr<Source> finish() &&;

private:
    FileHandle m_file;
    QString m_name;
    qint64 m_maxBytes = 0;
    qint64 m_bytesBefore = 0;
    qint64 m_size = 0;
    qint64 m_roomChecked = 0; ///< size up to which the disk is known to have room
};

/// Everything that a pipe or terminal gives until its end. Stopping is an error that says so.
Result<std::shared_ptr<Source>> spooledInput(const FileHandle &input, const SpoolJob &job);

/// What an interrupted opening answers.
Error openingStopped(const QString &name);

} // namespace evident
