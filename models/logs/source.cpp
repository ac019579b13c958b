#include "source.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

namespace evident {

namespace {

class FileSource final : public Source
{
public:
    explicit FileSource(FileHandle file)
        : m_file(std::move(file))
    { }

    Result<qint64> size() const override { return m_file.size(); }
    Result<qint64> read(qint64 position, std::span<char> buffer) const override
    {
        return m_file.readAt(position, buffer);
    }
    Result<FileStatus> status() const override { return m_file.status(); }

private:
    FileHandle m_file;
};

class MemorySource final : public Source
{
public:
    explicit MemorySource(QByteArray bytes)
        : m_bytes(std::move(bytes))
    { }

    Result<qint64> size() const override { return qint64(m_bytes.size()); }
    Result<qint64> read(qint64 position, std::span<char> buffer) const override
    {
        const qint64 count = std::clamp<qint64>(m_bytes.size() - position, 0, qint64(buffer.size()));
        if (count > 0)
            std::memcpy(buffer.data(), m_bytes.constData() + position, size_t(count));
        return count;
    }

private:
    const QByteArray m_bytes;
};

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::Source)
};

} // namespace

Result<FileStatus> Source::status() const
{
    return Error{Messages::tr("This text is no file.")};
}

Result<std::shared_ptr<Source>> openFileSource(const QString &path)
{
    Result<FileHandle> file = FileHandle::openForReading(path);
    if (!file)
        return file.error();
    switch (file.value().kind()) {
    case FileHandle::Kind::Regular:
        return fileSource(std::move(file).value());
    case FileHandle::Kind::Folder:
        return Error{Messages::tr("“%1” is a folder, not a file.").arg(path)};
    case FileHandle::Kind::Pipe:
        return Error{Messages::tr("“%1” is a pipe, not a file.").arg(path)};
    case FileHandle::Kind::Terminal:
    case FileHandle::Kind::Device:
        break;
    }
    return Error{Messages::tr("“%1” is a device, not a file.").arg(path)};
}

std::shared_ptr<Source> fileSource(FileHandle file)
{
    return std::make_shared<FileSource>(std::move(file));
}

std::shared_ptr<Source> memorySource(QByteArray bytes)
{
    return std::make_shared<MemorySource>(std::move(bytes));
}

Result<QByteArray> readBytes(const Source &source, qint64 position, qint64 size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    const Result<qint64> got = source.read(position, {bytes.data(), size_t(size)});
    if (!got)
        return got.error();
    bytes.truncate(got.value());
    return bytes;
}

} // namespace evident
