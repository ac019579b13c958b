#pragma once

#include <QString>
#include <QTimeZone>

#include <functional>

namespace evident {

/// How far opening a file is: bytes taken and bytes in all, 0 where that is not known. Called often, in the thread that
/// opens.
using OpenProgress = std::function<void(qint64, qint64)>;

/// How a file is to be read. All have a default that looks at the file itself.
struct LogOptions
{
    QString formatName; ///< one of formatNames(); "" detects by content
    QString encoding; ///< "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252" or another that Qt knows; "" decides by
                      ///< byte-order mark, else UTF-8
    QTimeZone inputZone = QTimeZone::systemTimeZone(); ///< of records without one
    qint64 maxSpool = qint64(64) << 30; ///< bytes that may be spooled to disk for one file or archive
    bool allowLargeSpool = false; ///< whatever maxSpool says, and however much comes out of a small compressed file
    QString textPattern; ///< for format `text`: a regular expression whose group `code` is the event code; "" finds
                         ///< clear keys only

    bool operator==(const LogOptions &) const = default;
};

/// What a log turned out to be.
struct LogInfo
{
    QString path; ///< as it was given; of an archive's member: "a.zip!member"
    QString formatName; ///< see cli.md: "cas-user-json", "ndjson", "text" …
    QString formatReason; ///< why, in words: what was seen
    QString guess; ///< a sentence on what the format's reader had to guess; "" where there was nothing
    QString encoding;
    QString suggestedEncoding; ///< "windows-1252" when bytes of the file's beginning are no UTF-8, "UTF-16LE" or
                               ///< "UTF-16BE" when it looks like that and has no byte-order mark
    QString compression; ///< "none", "gzip", "zstd", "xz", "bzip2" or "zip"
    qint64 bytes = 0; ///< of the file on disk; of an archive's member, unpacked
};

} // namespace evident
