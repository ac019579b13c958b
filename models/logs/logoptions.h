#pragma once

#include <QString>
#include <QTimeZone>

namespace evident {

/// How a file is to be read. All have a default that looks at the file itself.
struct LogOptions
{
    QString formatName; ///< one of formatNames(); "" detects by content
    QString encoding; ///< "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"; "" decides by byte-order mark, else UTF-8
    QTimeZone inputZone = QTimeZone::systemTimeZone(); ///< of records without one
    qint64 maxSpool = qint64(64) << 30; ///< bytes that may be spooled to disk
    QString textPattern; ///< for format `text`: a regular expression whose group `code` is the event code; "" finds
                         ///< clear keys only

    bool operator==(const LogOptions &) const = default;
};

/// What a log turned out to be.
struct LogInfo
{
    QString path; ///< as it was given
    QString formatName; ///< see cli.md: "cas-user-json", "ndjson", "text" …
    QString formatReason; ///< why, in words: what was seen
    QString guess; ///< a sentence on what the format's reader had to guess; "" where there was nothing
    QString encoding;
    QString suggestedEncoding; ///< "windows-1252" when bytes of the file's beginning are no UTF-8
    QString compression; ///< "none"
    qint64 bytes = 0; ///< of the file on disk
};

} // namespace evident
