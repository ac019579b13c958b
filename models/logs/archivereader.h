#pragma once

#include "unpacker.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

struct archive;

namespace evident {

/// A member of an archive.
struct ArchiveMember
{
    QString name; ///< its path in the archive; a name and never a place to write to
    qint64 number = -1; ///< of all that is in the archive, from 0
    qint64 size = 0; ///< unpacked; -1 when the archive does not say
    qint64 modified = 0; ///< ms since 1970 UTC; 0 when the archive does not say
    bool encrypted = false;
    bool regular = true; ///< not a folder or a link

    bool operator==(const ArchiveMember &) const = default;
};

/// Goes once through a zip archive, from member to member, and unpacks the one it stands on. One thread at a time.
class ArchiveReader final : public Unpacker
{
public:
    /// `name` is the archive, as messages call it.
    static Result<std::unique_ptr<ArchiveReader>> open(std::shared_ptr<const Source> source, const QString &name,
                                                       const std::stop_token &stop);
    ~ArchiveReader() override;
    ArchiveReader(const ArchiveReader &) = delete;
    ArchiveReader &operator=(const ArchiveReader &) = delete;

    /// The number of the member that nextMember() goes to.
    qint64 nextNumber() const noexcept { return m_nextNumber; }
    /// Skips what is left of the present one. None at the end. `stop` ends this call and those of next() after it.
    Result<std::optional<ArchiveMember>> nextMember(const std::stop_token &stop);
    /// Of the present member, called `name` in messages.
    void setMemberName(const QString &name) { m_memberName = name; }
    Result<QByteArrayView> next() override;
    qint64 bytesTaken() const override { return m_taken; } ///< for the present member

private:
    ArchiveReader(std::shared_ptr<const Source> source, QString name);
    Error failure(const QString &name) const;

    struct Callbacks; ///< what libarchive asks for
    friend struct Callbacks;

    archive *m_archive;
    std::shared_ptr<const Source> m_source;
    QString m_name;
    QString m_memberName;
    std::stop_token m_stop;
    QByteArray m_buffer;
    qint64 m_position = 0; ///< of the next read
    qint64 m_taken = 0;
    qint64 m_nextNumber = 0;
    std::optional<Error> m_readError; ///< of the source
    std::optional<Error> m_failure; ///< told after the text that came before it
};

} // namespace evident
