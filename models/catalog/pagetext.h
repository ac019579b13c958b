#pragma once

#include "result.h"

#include <QByteArray>
#include <QString>
#include <QStringView>

namespace evident {

/// The text of a vendor's page: as its byte order mark says, else UTF-8; HTML also as it declares itself, and in
/// Windows-1252. What is too large, packed, binary, undecodable or empty is an error that names `name` and the cause.
Result<QString> pageText(const QByteArray &bytes, const QString &name);

/// Goes through the lines of a text; `\n`, `\r\n` and `\r` end one. Nothing is copied: a text may have many millions.
class PageLineReader
{
public:
    explicit PageLineReader(QStringView text)
        : m_rest(text)
    { }

    /// False at the end. A text that ends with a line break has no line behind it.
    bool next();
    QStringView line() const { return m_line; } ///< without its line break
    int number() const { return m_number; } ///< 1-based

private:
    QStringView m_rest;
    QStringView m_line;
    int m_number = 0;
};

} // namespace evident
