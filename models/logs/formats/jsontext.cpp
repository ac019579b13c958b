#include "jsontext.h"

#include <QString>

#include <cstring>

namespace evident {

namespace {

/// The number of four hexadecimal digits; -1 where there are none.
int hex4(QByteArrayView text, qsizetype position)
{
    if (position + 4 > text.size())
        return -1;
    int value = 0;
    for (qsizetype i = position; i < position + 4; ++i) {
        const char c = text[i];
        int digit = -1;
        if (c >= '0' && c <= '9')
            digit = c - '0';
        else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
            digit = (c | 0x20) - 'a' + 10;
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

char *putUtf8(char32_t c, char *out)
{
    if (c < 0x80) {
        *out++ = char(c);
    } else if (c < 0x800) {
        *out++ = char(0xc0 | c >> 6);
        *out++ = char(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        *out++ = char(0xe0 | c >> 12);
        *out++ = char(0x80 | (c >> 6 & 0x3f));
        *out++ = char(0x80 | (c & 0x3f));
    } else {
        *out++ = char(0xf0 | c >> 18);
        *out++ = char(0x80 | (c >> 12 & 0x3f));
        *out++ = char(0x80 | (c >> 6 & 0x3f));
        *out++ = char(0x80 | (c & 0x3f));
    }
    return out;
}

/// The character of the `\uXXXX` whose digits begin at `position`, which moves behind it (and behind the other half of
/// a pair).
char32_t escapedCharacter(QByteArrayView text, int first, qsizetype &position)
{
    position += 4;
    const auto unit = char16_t(first);
    if (!QChar::isSurrogate(unit))
        return unit;
    if (QChar::isHighSurrogate(unit) && position + 6 <= text.size() && text[position] == '\\'
        && text[position + 1] == 'u') {
        const int second = hex4(text, position + 2);
        if (second >= 0 && QChar::isLowSurrogate(char16_t(second))) {
            position += 6;
            return QChar::surrogateToUcs4(unit, char16_t(second));
        }
    }
    return QChar::ReplacementCharacter;
}

} // namespace

std::size_t unescapeJson(QByteArrayView text, char *out)
{
    constexpr char names[] = "\"\\/bfnrt";
    constexpr char values[] = "\"\\/\b\f\n\r\t";
    char *const begin = out;
    qsizetype position = 0;
    while (position < text.size()) {
        const void *found = std::memchr(text.data() + position, '\\', size_t(text.size() - position));
        const qsizetype escape = found ? static_cast<const char *>(found) - text.data() : text.size();
        std::memcpy(out, text.data() + position, size_t(escape - position));
        out += escape - position;
        position = escape;
        if (position >= text.size())
            break;
        const char name = position + 1 < text.size() ? text[position + 1] : '\0';
        const void *simple = name != '\0' ? std::memchr(names, name, sizeof names - 1) : nullptr;
        const int unit = name == 'u' ? hex4(text, position + 2) : -1;
        if (simple) {
            *out++ = values[static_cast<const char *>(simple) - names];
            position += 2;
        } else if (unit >= 0) {
            position += 2;
            out = putUtf8(escapedCharacter(text, unit, position), out);
        } else {
            *out++ = text[position++];
        }
    }
    return std::size_t(out - begin);
}

QByteArray unescapedJson(QByteArrayView text)
{
    QByteArray result(text.size(), Qt::Uninitialized);
    result.truncate(qsizetype(unescapeJson(text, result.data())));
    return result;
}

QByteArray sanitisedJson(QByteArrayView text)
{
    const QByteArray valid = QString::fromUtf8(text).toUtf8();
    QByteArray result;
    result.reserve(valid.size() + 64);
    bool inString = false;
    for (qsizetype i = 0; i < valid.size(); ++i) {
        const char c = valid[i];
        if (c == '"')
            inString = !inString;
        if (uchar(c) < 0x20 && inString) {
            result += "\\u00" + QByteArray(1, c).toHex();
            continue;
        }
        result += c;
        if (c == '\\' && inString && i + 1 < valid.size() && uchar(valid[i + 1]) >= 0x20)
            result += valid[++i];
    }
    return result;
}

QByteArray compactJson(QByteArrayView text)
{
    QByteArray result;
    result.reserve(text.size());
    bool inString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"')
            inString = !inString;
        if (!inString && (c == ' ' || c == '\t' || c == '\r' || c == '\n'))
            continue;
        result += c;
        if (c == '\\' && inString && i + 1 < text.size())
            result += text[++i];
    }
    return result;
}

} // namespace evident
