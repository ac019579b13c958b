#pragma once

#include "result.h"

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <span>
#include <stop_token>

namespace evident {

/// What tells one file from another, and whether it changed.
struct FileStatus
{
    quint64 device = 0;
    quint64 number = 0; ///< on its device
    quint64 names = 0; ///< that it has: 0 when it was deleted
    qint64 size = 0; ///< bytes
    qint64 modified = 0; ///< ns since 1970 UTC

    bool isSameFile(const FileStatus &other) const { return device == other.device && number == other.number; }
};

/// An open file of the operating system. Everything in this room that only POSIX has stands behind this class.
/// Move-only.
class FileHandle
{
public:
    enum class Kind { Regular, Folder, Pipe, Terminal, Device };

    /// Never waits for a pipe's writer. An error names the file and the cause.
    static Result<FileHandle> openForReading(const QString &path);
    static FileHandle standardInput();
    /// Lets the process have as many files open at once as the system allows it: every log keeps its file. For a
    /// program's beginning.
    static void allowManyFiles();
    /// A file for reading and writing in `folder` that has no name, is its owner's alone and is gone when closed.
    static Result<FileHandle> temporary(const QString &folder);

    /// Takes over `descriptor`; `name` is what messages call the file.
    FileHandle(int descriptor, QString name);
    ~FileHandle();
    FileHandle(FileHandle &&other) noexcept;
    FileHandle &operator=(FileHandle &&other) noexcept;

    const QString &name() const noexcept { return m_name; }
    Kind kind() const;
    Result<qint64> size() const;
    Result<FileStatus> status() const;
    /// Of the file that has this name now; none when no file has it.
    static Result<std::optional<FileStatus>> statusOf(const QString &path);
    qint64 modified() const; ///< ms since 1970 UTC

    /// Fills `buffer` from `position`; fewer bytes only at the end. Any thread.
    Result<qint64> readAt(qint64 position, std::span<char> buffer) const;
    /// Of a pipe or terminal: waits for the next bytes, 0 at the end. When stopped: 0 too.
    Result<qint64> readNext(std::span<char> buffer, const std::stop_token &stop) const;
    Result<void> write(QByteArrayView bytes) const;
    /// Whether the file can grow by `bytes` and leave the disk a little for others.
    bool hasRoomFor(qint64 bytes) const;
    Error noRoom() const; ///< what is said when it cannot

private:
    int m_descriptor = -1;
    QString m_name;
};

} // namespace evident
