#include "archivereader.h"

#include <QCoreApplication>

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <cerrno>
#include <cstdio>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 bufferSize = 64 * 1024;

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::ArchiveReader)
};

QString nameOf(archive_entry *entry)
{
    const char *utf8 = archive_entry_pathname_utf8(entry);
    const QString name = QString::fromUtf8(utf8 ? utf8 : archive_entry_pathname(entry));
    // A location without a member's name is the archive itself.
    return name.isEmpty() ? u"unnamed"_s : name;
}

} // namespace

struct ArchiveReader::Callbacks
{
    static la_ssize_t read(archive *archive, void *data, const void **bytes)
    {
        auto *self = static_cast<ArchiveReader *>(data);
        if (self->m_stop.stop_requested()) {
            archive_set_error(archive, EINTR, "cancelled");
            return ARCHIVE_FATAL;
        }
        const Result<qint64> got =
            self->m_source->read(self->m_position, {self->m_buffer.data(), size_t(self->m_buffer.size())});
        if (!got) {
            self->m_readError = got.error();
            archive_set_error(archive, EIO, "unreadable");
            return ARCHIVE_FATAL;
        }
        self->m_position += got.value();
        self->m_taken += got.value();
        *bytes = self->m_buffer.constData();
        return got.value();
    }

    static la_int64_t skip(archive *, void *data, la_int64_t count)
    {
        auto *self = static_cast<ArchiveReader *>(data);
        const Result<qint64> size = self->m_source->size();
        const qint64 skipped = std::clamp<qint64>((size ? size.value() : 0) - self->m_position, 0, count);
        self->m_position += skipped;
        return skipped;
    }

    static la_int64_t seek(archive *, void *data, la_int64_t offset, int whence)
    {
        auto *self = static_cast<ArchiveReader *>(data);
        const Result<qint64> size = self->m_source->size();
        if (!size)
            return ARCHIVE_FATAL;
        const qint64 from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? self->m_position : size.value();
        if (from + offset < 0)
            return ARCHIVE_FATAL;
        self->m_position = from + offset;
        return self->m_position;
    }
};

Result<std::unique_ptr<ArchiveReader>> ArchiveReader::open(std::shared_ptr<const Source> source, const QString &name,
                                                           const std::stop_token &stop)
{
    std::unique_ptr<ArchiveReader> reader(new ArchiveReader(std::move(source), name));
    reader->m_stop = stop;
    archive *archive = reader->m_archive;
    archive_read_support_format_zip(archive);
    archive_read_set_callback_data(archive, reader.get());
    archive_read_set_read_callback(archive, Callbacks::read);
    archive_read_set_skip_callback(archive, Callbacks::skip);
    archive_read_set_seek_callback(archive, Callbacks::seek);
    if (archive_read_open1(archive) != ARCHIVE_OK)
        return stop.stop_requested() ? openingStopped(name) : reader->failure(name);
    return reader;
}

ArchiveReader::ArchiveReader(std::shared_ptr<const Source> source, QString name)
    : m_archive(archive_read_new()),
      m_source(std::move(source)),
      m_name(std::move(name)),
      m_buffer(bufferSize, Qt::Uninitialized)
{ }

ArchiveReader::~ArchiveReader()
{
    archive_read_free(m_archive);
}

Result<std::optional<ArchiveMember>> ArchiveReader::nextMember(const std::stop_token &stop)
{
    m_stop = stop;
    m_failure.reset();
    archive_entry *entry = nullptr;
    int code = ARCHIVE_RETRY;
    while (code == ARCHIVE_RETRY && !stop.stop_requested())
        code = archive_read_next_header(m_archive, &entry);
    if (stop.stop_requested())
        return openingStopped(m_name);
    if (code == ARCHIVE_EOF)
        return std::optional<ArchiveMember>();
    // A warning is about a name or a date.
    if (code != ARCHIVE_OK && code != ARCHIVE_WARN)
        return failure(m_name);
    m_taken = 0;
    ArchiveMember member;
    member.name = nameOf(entry);
    member.number = m_nextNumber++;
    member.size = archive_entry_size_is_set(entry) ? archive_entry_size(entry) : -1;
    member.modified = archive_entry_mtime_is_set(entry) ? qint64(archive_entry_mtime(entry)) * 1000 : 0;
    member.encrypted = archive_entry_is_encrypted(entry) != 0;
    member.regular = archive_entry_filetype(entry) == AE_IFREG;
    m_memberName = QString(m_name); // moved: the thread sanitizer does not see Qt's own copying assignment
    return std::optional(member);
}

Result<QByteArrayView> ArchiveReader::next()
{
    while (!m_failure) {
        const void *bytes = nullptr;
        size_t size = 0;
        la_int64_t offset = 0;
        const int code = archive_read_data_block(m_archive, &bytes, &size, &offset);
        if (m_stop.stop_requested())
            return openingStopped(m_memberName);
        if (code == ARCHIVE_EOF)
            return QByteArrayView();
        const bool warned = code == ARCHIVE_WARN; // of a wrong checksum, when the text is there
        if (code != ARCHIVE_OK && code != ARCHIVE_RETRY)
            m_failure = failure(m_memberName);
        if ((code == ARCHIVE_OK || warned) && size > 0)
            return QByteArrayView(static_cast<const char *>(bytes), qsizetype(size));
    }
    return *m_failure;
}

Error ArchiveReader::failure(const QString &name) const
{
    if (m_readError)
        return *m_readError;
    const QString reason = QString::fromUtf8(archive_error_string(m_archive));
    const qint64 at = archive_filter_bytes(m_archive, -1);
    const Result<qint64> size = m_source->size();
    if (reason.startsWith("Truncated"_L1) || (size && at >= size.value()))
        return cutOffError(name, at);
    if (reason.startsWith("Unsupported"_L1))
        return {Messages::tr("“%1” cannot be unpacked: %2.").arg(name, reason)};
    return damageError(name, at, reason);
}

} // namespace evident
