#pragma once

#include "filehandle.h"
#include "source.h"

#include <stop_token>

namespace evident {

/// A temporary file for bytes that cannot be read in place. It has no name, belongs to its owner alone and is gone with
/// its last user.
class Spool
{
public:
    /// `name` is the file that is spooled, as messages call it.
    static Result<Spool> create(const QString &name, qint64 maxBytes);
    Spool(FileHandle file, QString name, qint64 maxBytes);

    /// Appends. An error when the limit is reached or the disk is full.
    Result<void> write(QByteArrayView bytes);
    qint64 size() const noexcept { return m_size; }
    /// What was written, to be read. The spool takes no more.
    std::shared_ptr<Source> finish() &&;

private:
    FileHandle m_file;
    QString m_name;
    qint64 m_maxBytes = 0;
    qint64 m_size = 0;
};

/// Everything that a pipe or terminal gives until its end. Stopping is an error that says so.
Result<std::shared_ptr<Source>> spooledInput(const FileHandle &input, qint64 maxBytes, const std::stop_token &stop);

/// What an interrupted opening answers.
Error openingStopped(const QString &name);

} // namespace evident
