#include "pagetext.h"

#include "catalogpage.h"
#include "pageedition.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

Error pageError(const char *text, const QString &name)
{
    return Error{QCoreApplication::translate("evident::CatalogPage", text).arg(name)};
}

bool isPacked(const QByteArray &bytes)
{
    const QByteArrayView marks[] = {"\x1f\x8b", "PK\x03\x04", "\3757zXZ", "BZh", "\x28\xb5\x2f\xfd"};
    return std::any_of(std::begin(marks), std::end(marks),
                       [&bytes](QByteArrayView mark) { return bytes.startsWith(mark); });
}

/// Browsers take Latin-1 and ASCII for Windows-1252, too.
bool declaresWindows1252(const QByteArray &bytes)
{
    constexpr qsizetype head = 16 * 1024;
    static const QRegularExpression declaration(
        u"<meta[^>]{1,300}\\bcharset\\s*=\\s*[\"']?\\s*(windows-1252|cp1252|iso-8859-1|latin1|us-ascii)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return declaration.match(QString::fromLatin1(bytes.first(std::min(bytes.size(), head)))).hasMatch();
}

QString fromWindows1252(const QByteArray &bytes)
{
    // What differs from Latin-1: 80 to 9F, without five that have no meaning.
    constexpr char16_t differing[] = {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                      0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                      0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};
    QString text = QString::fromLatin1(bytes);
    for (QChar &c : text) {
        if (c >= QChar(0x80) && c <= QChar(0x9F))
            c = differing[c.unicode() - 0x80];
    }
    return text;
}

} // namespace

Result<QString> pageText(const QByteArray &bytes, const QString &name)
{
    if (bytes.size() > largestCatalogPage) {
        return Error{
            QCoreApplication::translate("evident::CatalogPage", "%1 is larger than %2 MiB: no page of the vendor's is.")
                .arg(name)
                .arg(largestCatalogPage / (1024 * 1024))};
    }
    if (isPacked(bytes)) {
        return pageError(
            QT_TRANSLATE_NOOP("evident::CatalogPage", "%1 is compressed. Unpack it and choose the page in it."), name);
    }

    const std::optional<QStringConverter::Encoding> mark = QStringConverter::encodingForData(bytes);
    QStringDecoder decode(mark.value_or(QStringConverter::Utf8));
    QString text = decode(bytes);
    if (text.contains(QChar::Null)) {
        return pageError(QT_TRANSLATE_NOOP("evident::CatalogPage", "%1 is a binary file, not a page of text."), name);
    }
    if (!mark && isHtml(text) && (decode.hasError() || declaresWindows1252(bytes)))
        text = fromWindows1252(bytes);
    else if (decode.hasError())
        return pageError(QT_TRANSLATE_NOOP("evident::CatalogPage", "%1 cannot be decoded: it is not valid UTF-8."),
                         name);
    if (QStringView(text).trimmed().isEmpty())
        return pageError(QT_TRANSLATE_NOOP("evident::CatalogPage", "%1 is empty."), name);
    return text;
}

bool PageLineReader::next()
{
    if (m_rest.isEmpty())
        return false;
    const auto *end = std::find_if(m_rest.begin(), m_rest.end(), [](QChar c) { return c == u'\n' || c == u'\r'; });
    m_line = m_rest.first(end - m_rest.begin());
    m_rest = m_rest.sliced(m_line.size());
    if (!m_rest.isEmpty())
        m_rest = m_rest.sliced(m_rest.startsWith(u"\r\n") ? 2 : 1);
    m_number += 1;
    return true;
}

} // namespace evident
