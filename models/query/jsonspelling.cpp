#include "jsonspelling.h"

#include <QChar>

#include <cstring>
#include <optional>

namespace evident {

namespace {

std::optional<char> simpleEscape(char letter)
{
    switch (letter) {
    case '\\':
    case '"':
    case '/':
        return letter;
    case 'n':
        return '\n';
    case 't':
        return '\t';
    case 'r':
        return '\r';
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    default:
        return std::nullopt;
    }
}

int hexDigit(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    if (digit >= 'a' && digit <= 'f')
        return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F')
        return digit - 'A' + 10;
    return -1;
}

/// The UTF-16 unit of the `\uXXXX` at the front of the text.
std::optional<char16_t> unicodeEscape(QByteArrayView text)
{
    if (text.size() < 6 || text[0] != '\\' || text[1] != 'u')
        return std::nullopt;
    int unit = 0;
    for (qsizetype i = 2; i < 6; ++i) {
        const int digit = hexDigit(text[i]);
        if (digit < 0)
            return std::nullopt;
        unit = unit * 16 + digit;
    }
    return static_cast<char16_t>(unit);
}

void appendUtf8(QByteArray &target, char32_t character)
{
    const auto continuation = [&](int shift) {
        target.append(static_cast<char>(0x80 | ((character >> shift) & 0x3f)));
    };
    if (character < 0x80) {
        target.append(static_cast<char>(character));
    } else if (character < 0x800) {
        target.append(static_cast<char>(0xc0 | (character >> 6)));
        continuation(0);
    } else if (character < 0x10000) {
        target.append(static_cast<char>(0xe0 | (character >> 12)));
        continuation(6);
        continuation(0);
    } else {
        target.append(static_cast<char>(0xf0 | (character >> 18)));
        continuation(12);
        continuation(6);
        continuation(0);
    }
}

/// Appends what the escape at the front of the text stands for; its length, 0 when it is no escape.
qsizetype appendEscape(QByteArray &target, QByteArrayView text)
{
    if (text.size() < 2)
        return 0;
    if (const std::optional<char> simple = simpleEscape(text[1])) {
        target.append(*simple);
        return 2;
    }
    const std::optional<char16_t> unit = unicodeEscape(text);
    if (!unit)
        return 0;
    if (!QChar::isSurrogate(*unit)) {
        appendUtf8(target, *unit);
        return 6;
    }
    const std::optional<char16_t> second = unicodeEscape(text.sliced(6));
    if (QChar::isHighSurrogate(*unit) && second && QChar::isLowSurrogate(*second)) {
        appendUtf8(target, QChar::surrogateToUcs4(*unit, *second));
        return 12;
    }
    appendUtf8(target, QChar::ReplacementCharacter);
    return 6;
}

} // namespace

QByteArray withoutJsonEscapes(QByteArrayView utf8)
{
    QByteArray decoded;
    decoded.reserve(utf8.size());
    while (!utf8.isEmpty()) {
        const void *found = std::memchr(utf8.data(), '\\', static_cast<std::size_t>(utf8.size()));
        const qsizetype plain = found ? static_cast<const char *>(found) - utf8.data() : utf8.size();
        decoded.append(utf8.first(plain));
        utf8 = utf8.sliced(plain);
        if (utf8.isEmpty())
            break;
        qsizetype escape = appendEscape(decoded, utf8);
        if (escape == 0) {
            decoded.append('\\');
            escape = 1;
        }
        utf8 = utf8.sliced(escape);
    }
    return decoded;
}

} // namespace evident
