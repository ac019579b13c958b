#include "logarchive.h"

#include "streamunpacker.h"

#include <QCoreApplication>

namespace evident {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::LogArchive)
};

} // namespace

LogArchive::LogArchive(std::shared_ptr<const Source> source, QString name)
    : m_source(std::move(source)),
      m_name(std::move(name))
{ }

Result<LogArchive::Listing> LogArchive::list(const std::stop_token &stop) const
{
    Result<std::unique_ptr<ArchiveReader>> reader = ArchiveReader::open(m_source, m_name, stop);
    if (!reader)
        return reader.error();
    Listing listing;
    for (;;) {
        const Result<std::optional<ArchiveMember>> member = reader.value()->nextMember(stop);
        if (stop.stop_requested())
            return openingStopped(m_name);
        if (!member) {
            if (listing.members.empty())
                return member.error();
            listing.damage = member.error();
            return listing;
        }
        if (!member.value())
            return listing;
        if (member.value()->regular && member.value()->size != 0)
            listing.members.push_back(*member.value());
    }
}

Result<std::unique_ptr<ArchiveReader>> LogArchive::readerBefore(qint64 number, const std::stop_token &stop) const
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_idle && number >= m_idle->nextNumber())
            return std::move(m_idle);
    }
    return ArchiveReader::open(m_source, m_name, stop);
}

Result<LogArchive::Document> LogArchive::unpack(const QString &memberName, qint64 number, SpoolJob job) const
{
    Result<std::unique_ptr<ArchiveReader>> reader = readerBefore(number, job.stop);
    if (!reader)
        return reader.error();
    for (;;) {
        const Result<std::optional<ArchiveMember>> member = reader.value()->nextMember(job.stop);
        if (!member)
            return member.error();
        const bool isThere = member.value() && member.value()->name == memberName;
        if (isThere && (number < 0 || member.value()->number == number)) {
            Result<Unpacked> text = unpackPresent(*reader.value(), *member.value(), job);
            if (!text)
                return text.error();
            if (!text.value().damage) {
                const std::lock_guard lock(m_mutex);
                m_idle = std::move(reader).value();
            }
            return Document{*member.value(), std::move(text).value()};
        }
        if (!member.value())
            return Error{Messages::tr("“%1” is not in the archive any more.").arg(job.name)};
    }
}

Result<Unpacked> LogArchive::unpackPresent(ArchiveReader &reader, const ArchiveMember &member, SpoolJob &job) const
{
    if (member.encrypted)
        return Error{Messages::tr("“%1” is encrypted, and encrypted members cannot be read.").arg(job.name)};
    const Result<qint64> archiveSize = m_source->size();
    if (!archiveSize)
        return archiveSize.error();
    reader.setMemberName(job.name);
    job.bytesBefore = m_unpackedBytes;
    Result<Unpacked> text = unpackAll(reader, archiveSize.value(), job);
    if (!text)
        return text.error();
    m_unpackedBytes += text.value().size;
    const Result<QByteArray> head = readBytes(*text.value().source, 0, compressionHeadSize);
    if (!head)
        return head.error();
    const Compression inner = compressionOf(head.value());
    if (inner == Compression::None || inner == Compression::Zip)
        return text;
    job.bytesBefore = m_unpackedBytes;
    StreamUnpacker unpacker(inner, *text.value().source, job.name, job.stop);
    Result<Unpacked> innerText = unpackAll(unpacker, archiveSize.value(), job);
    if (innerText) {
        m_unpackedBytes += innerText.value().size;
        if (text.value().damage)
            innerText.value().damage = text.value().damage;
    }
    return innerText;
}

} // namespace evident
