#include "filehandle.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <utility>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

/// What a temporary file leaves free on its disk, at most; of a small disk it is less.
constexpr qint64 freeSpaceKept = qint64(256) << 20;
constexpr qint64 smallestFreeShare = 50; ///< one part in so many

/// How long a wait for a pipe may last before the stop is looked at again.
constexpr int pollMilliseconds = 20;

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::FileHandle)
};

Error openError(const QString &path, int code)
{
    switch (code) {
    case ENOENT:
    case ENOTDIR:
        return {Messages::tr("The file “%1” does not exist.").arg(path)};
    case EACCES:
    case EPERM:
        return {Messages::tr("You have no permission to read “%1”.").arg(path)};
    default:
        return {Messages::tr("“%1” cannot be opened: %2.").arg(path, qt_error_string(code))};
    }
}

Error readError(const QString &name, int code)
{
    if (code == EISDIR)
        return {Messages::tr("“%1” is a folder, not a file.").arg(name)};
    return {Messages::tr("“%1” cannot be read: %2.").arg(name, qt_error_string(code))};
}

FileStatus statusFrom(const struct stat &status)
{
    constexpr qint64 nanoseconds = 1'000'000'000;
    return {quint64(status.st_dev), quint64(status.st_ino), quint64(status.st_nlink), qint64(status.st_size),
            qint64(status.st_mtim.tv_sec) * nanoseconds + status.st_mtim.tv_nsec};
}

/// A thousand open files are the customary limit, which a process may raise for itself; thousands of logs need it.
bool raiseFileLimit()
{
    rlimit limit = {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= limit.rlim_max)
        return false;
    limit.rlim_cur = limit.rlim_max;
    return ::setrlimit(RLIMIT_NOFILE, &limit) == 0;
}

/// open(2) that raises the limit of open files when it is reached.
int opened(const QByteArray &path, int flags)
{
    const int descriptor = ::open(path.constData(), flags | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0 && errno == EMFILE && raiseFileLimit())
        return ::open(path.constData(), flags | O_CLOEXEC, S_IRUSR | S_IWUSR);
    return descriptor;
}

} // namespace

Result<FileHandle> FileHandle::openForReading(const QString &path)
{
    const int descriptor = opened(QFile::encodeName(path), O_RDONLY | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0)
        return openError(path, errno);
    return FileHandle(descriptor, path);
}

FileHandle FileHandle::standardInput()
{
    return FileHandle(::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0), Messages::tr("standard input"));
}

void FileHandle::allowManyFiles()
{
    rlimit limit = {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

Result<FileHandle> FileHandle::temporary(const QString &folder)
{
#ifdef O_TMPFILE
    const int unnamed = opened(QFile::encodeName(folder), O_TMPFILE | O_RDWR);
    if (unnamed >= 0)
        return FileHandle(unnamed, folder);
#endif
    // Not every file system knows files without a name: make one with a name, readable by its owner only, and take the
    // name away.
    QByteArray name = QFile::encodeName(QDir(folder).filePath(u"evident-XXXXXX"_s));
    const int named = ::mkstemp(name.data());
    if (named < 0)
        return Error{Messages::tr("No temporary file can be made in “%1”: %2.").arg(folder, qt_error_string(errno))};
    ::unlink(name.constData());
    ::fcntl(named, F_SETFD, FD_CLOEXEC);
    return FileHandle(named, folder);
}

FileHandle::FileHandle(int descriptor, QString name)
    : m_descriptor(descriptor),
      m_name(std::move(name))
{ }

FileHandle::~FileHandle()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

FileHandle::FileHandle(FileHandle &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)),
      m_name(std::move(other.m_name))
{ }

FileHandle &FileHandle::operator=(FileHandle &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_name, other.m_name);
    return *this;
}

FileHandle::Kind FileHandle::kind() const
{
    struct stat status = {};
    if (::fstat(m_descriptor, &status) != 0)
        return Kind::Device;
    if (S_ISREG(status.st_mode))
        return Kind::Regular;
    if (S_ISDIR(status.st_mode))
        return Kind::Folder;
    if (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode))
        return Kind::Pipe;
    return ::isatty(m_descriptor) ? Kind::Terminal : Kind::Device;
}

Result<qint64> FileHandle::size() const
{
    struct stat status = {};
    if (::fstat(m_descriptor, &status) != 0)
        return readError(m_name, errno);
    return qint64(status.st_size);
}

Result<FileStatus> FileHandle::status() const
{
    struct stat status = {};
    if (::fstat(m_descriptor, &status) != 0)
        return readError(m_name, errno);
    return statusFrom(status);
}

Result<std::optional<FileStatus>> FileHandle::statusOf(const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) == 0)
        return std::optional(statusFrom(status));
    if (errno == ENOENT || errno == ENOTDIR)
        return std::optional<FileStatus>();
    return readError(path, errno);
}

qint64 FileHandle::modified() const
{
    struct stat status = {};
    ::fstat(m_descriptor, &status);
    return qint64(status.st_mtime) * 1000;
}

Result<qint64> FileHandle::readAt(qint64 position, std::span<char> buffer) const
{
    size_t done = 0;
    while (done < buffer.size()) {
        const ssize_t got = ::pread(m_descriptor, buffer.data() + done, buffer.size() - done, position + qint64(done));
        if (got == 0)
            break;
        if (got > 0)
            done += size_t(got);
        else if (errno != EINTR)
            return readError(m_name, errno);
    }
    return qint64(done);
}

Result<qint64> FileHandle::readNext(std::span<char> buffer, const std::stop_token &stop) const
{
    // Standard input may be closed; poll() would wait for a descriptor that is none for ever.
    if (m_descriptor < 0)
        return readError(m_name, EBADF);
    while (!stop.stop_requested()) {
        pollfd wanted = {m_descriptor, POLLIN, 0};
        if (::poll(&wanted, 1, pollMilliseconds) == 0)
            continue;
        const ssize_t got = ::read(m_descriptor, buffer.data(), buffer.size());
        if (got >= 0)
            return qint64(got);
        if (errno != EINTR && errno != EAGAIN)
            return readError(m_name, errno);
    }
    return qint64(0);
}

Result<void> FileHandle::write(QByteArrayView bytes) const
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(), size_t(bytes.size()));
        if (written >= 0)
            bytes = bytes.sliced(written);
        else if (errno == ENOSPC || errno == EDQUOT || errno == EFBIG)
            return noRoom();
        else if (errno != EINTR)
            return Error{
                Messages::tr("The temporary file in “%1” cannot be written: %2.").arg(m_name, qt_error_string(errno))};
    }
    return {};
}

bool FileHandle::hasRoomFor(qint64 bytes) const
{
    struct statvfs disk = {};
    if (::fstatvfs(m_descriptor, &disk) != 0 || disk.f_blocks == 0)
        return true; // writing will tell
    const auto unit = qint64(disk.f_frsize);
    const qint64 kept = std::min(freeSpaceKept, qint64(disk.f_blocks) * unit / smallestFreeShare);
    return qint64(disk.f_bavail) * unit - kept >= bytes;
}

Error FileHandle::noRoom() const
{
    return {Messages::tr("There is no room left for temporary files in “%1”.").arg(m_name)};
}

} // namespace evident
