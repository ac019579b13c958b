#include "packing.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace evident {

namespace {

/// 2026-01-15T09:00:00Z
constexpr time_t memberTime = 1'768'467'600;

la_ssize_t append(archive *, void *bytes, const void *data, size_t size)
{
    static_cast<QByteArray *>(bytes)->append(static_cast<const char *>(data), qsizetype(size));
    return la_ssize_t(size);
}

void require(int code, archive *writer)
{
    if (code != ARCHIVE_OK)
        qFatal("Packing: %s", archive_error_string(writer));
}

void writeMember(archive *writer, const ZipMember &member)
{
    const std::unique_ptr<archive_entry, void (*)(archive_entry *)> entry(archive_entry_new(), archive_entry_free);
    const bool folder = member.name.endsWith('/');
    archive_entry_set_pathname(entry.get(), member.name.constData());
    archive_entry_set_filetype(entry.get(), folder ? AE_IFDIR : AE_IFREG);
    archive_entry_set_perm(entry.get(), folder ? 0755 : 0644);
    archive_entry_set_mtime(entry.get(), memberTime, 0);
    archive_entry_set_size(entry.get(), member.bytes.size());
    require(archive_write_header(writer, entry.get()), writer);
    if (!member.bytes.isEmpty()
        && archive_write_data(writer, member.bytes.constData(), size_t(member.bytes.size())) < 0)
        qFatal("Packing: %s", archive_error_string(writer));
}

} // namespace

QByteArray packed(Compression compression, const QByteArray &bytes)
{
    QByteArray result;
    archive *writer = archive_write_new();
    const int filter = compression == Compression::Gzip ? ARCHIVE_FILTER_GZIP
        : compression == Compression::Zstd              ? ARCHIVE_FILTER_ZSTD
        : compression == Compression::Xz                ? ARCHIVE_FILTER_XZ
                                                        : ARCHIVE_FILTER_BZIP2;
    require(archive_write_add_filter(writer, filter), writer);
    require(archive_write_set_format_raw(writer), writer);
    require(archive_write_set_bytes_in_last_block(writer, 1), writer);
    require(archive_write_open(writer, &result, nullptr, append, nullptr), writer);
    writeMember(writer, {"data", bytes});
    require(archive_write_close(writer), writer);
    archive_write_free(writer);
    return result;
}

QByteArray zipOf(const QList<ZipMember> &members, const QByteArray &password)
{
    QByteArray result;
    archive *writer = archive_write_new();
    require(archive_write_set_format_zip(writer), writer);
    require(archive_write_set_bytes_in_last_block(writer, 1), writer);
    if (!password.isEmpty()) {
        require(archive_write_set_options(writer, "zip:encryption=traditional"), writer);
        require(archive_write_set_passphrase(writer, password.constData()), writer);
    }
    require(archive_write_open(writer, &result, nullptr, append, nullptr), writer);
    for (const ZipMember &member : members)
        writeMember(writer, member);
    require(archive_write_close(writer), writer);
    archive_write_free(writer);
    return result;
}

} // namespace evident
