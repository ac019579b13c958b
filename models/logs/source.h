#pragma once

#include "filehandle.h"
#include "result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <span>

namespace evident {

/// Bytes that can be read at any position. Positioned reads from any thread; never mapped, so that a file that its
/// writer cuts short cannot kill the program.
class Source
{
public:
    virtual ~Source() = default;

    /// Bytes that there are now.
    virtual Result<qint64> size() const = 0;
    /// Fills `buffer` from `position`; fewer bytes only at the end. An error names the file and the cause.
    virtual Result<qint64> read(qint64 position, std::span<char> buffer) const = 0;
    /// Of the file that it is; an error also when it is none.
    virtual Result<FileStatus> status() const;
};

/// A regular file, as it is.
Result<std::shared_ptr<Source>> openFileSource(const QString &path);
/// The same of a file that is open already.
std::shared_ptr<Source> fileSource(FileHandle file);

/// Bytes in memory: pasted text.
std::shared_ptr<Source> memorySource(QByteArray bytes);

/// Up to `size` bytes from `position`.
Result<QByteArray> readBytes(const Source &source, qint64 position, qint64 size);

} // namespace evident
