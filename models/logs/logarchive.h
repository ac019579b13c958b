#pragma once

#include "archivereader.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

namespace evident {

/// A zip archive as a list of documents. Nothing is ever extracted to a name of the archive's. Any thread.
class LogArchive
{
public:
    /// What is to be read of an archive, in its order: no folders, no empty members.
    struct Listing
    {
        std::vector<ArchiveMember> members;
        std::optional<Error> damage; ///< why there may be more
    };

    /// `name` is the archive, as messages call it.
    LogArchive(std::shared_ptr<const Source> source, QString name);

    /// An error when nothing can be read of the archive at all.
    Result<Listing> list(const std::stop_token &stop) const;
    struct Document
    {
        ArchiveMember member;
        Unpacked text;
    };
    /// Unpacks the member of this name and number, or with -1 the first of this name, and what is compressed in it once
    /// more. Cheap where members are asked for in their order. All that is unpacked of one archive counts together.
    Result<Document> unpack(const QString &memberName, qint64 number, SpoolJob job) const;

private:
    Result<Unpacked> unpackPresent(ArchiveReader &reader, const ArchiveMember &member, SpoolJob &job) const;
    Result<std::unique_ptr<ArchiveReader>> readerBefore(qint64 number, const std::stop_token &stop) const;

    const std::shared_ptr<const Source> m_source;
    const QString m_name;
    mutable std::mutex m_mutex;
    mutable std::unique_ptr<ArchiveReader> m_idle; ///< guarded: where the last unpacking ended
    mutable std::atomic<qint64> m_unpackedBytes = 0;
};

} // namespace evident
