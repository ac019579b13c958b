#pragma once

#include "source.h"
#include "spool.h"

#include <QByteArrayView>

namespace evident {

/// What the bytes of a file are.
struct Encoding
{
    QString name; ///< "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252" …
    qint64 markSize = 0; ///< bytes of the byte-order mark at the file's beginning

    bool isUtf8() const;
    bool operator==(const Encoding &) const = default;
};

/// How an encoding that a person names is called here; an error for one that is not known.
Result<QString> encodingName(const QString &wanted);

/// By the byte-order mark, else UTF-8; `wanted`, unless empty, decides instead. An error for an encoding that is not
/// known.
Result<Encoding> chooseEncoding(QByteArrayView head, const QString &wanted);

/// What a file without a byte-order mark may be in, when its beginning hardly is UTF-8: "UTF-16LE", "UTF-16BE",
/// "windows-1252"; "" when it is all right.
QString suggestedEncoding(QByteArrayView head);

/// A text transcoded to UTF-8.
struct TranscodedText
{
    std::shared_ptr<Source> source;
    qint64 invalidBytes = 0; ///< that were replaced by U+FFFD
};
/// Reads all of `source` into a temporary file.
Result<TranscodedText> transcoded(const Source &source, const Encoding &encoding, const SpoolJob &job);

/// Counts the bytes of a text that belong to no character of UTF-8. The text comes in pieces of any size.
class Utf8Check
{
public:
    void add(QByteArrayView piece);
    /// After the last piece, of all of them.
    qint64 invalidBytes() const { return m_invalid + m_unfinished.size(); }
    /// The same, without a character that may go on in bytes that follow.
    qint64 invalidBytesSoFar() const { return m_invalid; }

private:
    qint64 m_invalid = 0;
    QByteArray m_unfinished; ///< a character's first bytes
};

} // namespace evident
