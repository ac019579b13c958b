#include "literalpattern.h"

#include <QByteArrayList>

#include <algorithm>
#include <set>
#include <unordered_map>
#include <vector>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

using Variants = std::unordered_multimap<char32_t, char32_t>;

/// Characters by what they fold to, where that is another.
const Variants &variants()
{
    static const Variants all = [] {
        Variants found;
        for (char32_t c = 0x80; c < 0x20000; ++c) {
            if (const char32_t folded = QChar::toCaseFolded(c); folded != c)
                found.emplace(folded, c);
        }
        return found;
    }();
    return all;
}

/// A folded character in all cases.
std::vector<char32_t> casesOf(char32_t folded, bool beyondAscii)
{
    std::vector<char32_t> cases{folded};
    if (folded >= U'a' && folded <= U'z')
        cases.push_back(folded - U'a' + U'A');
    if (beyondAscii) {
        const auto [first, last] = variants().equal_range(folded);
        std::for_each(first, last, [&](const auto &entry) { cases.push_back(entry.second); });
    }
    return cases;
}

QString text(char32_t character)
{
    return QString::fromUcs4(&character, 1);
}

QByteArray byteExpression(QByteArrayView bytes)
{
    QByteArray expression;
    for (const char byte : bytes)
        expression += "\\x" + QByteArray(1, byte).toHex();
    return expression;
}

/// The character in all cases, as UTF-8.
QByteArray plainExpression(char32_t folded, bool beyondAscii)
{
    QByteArrayList all;
    for (const char32_t character : casesOf(folded, beyondAscii)) {
        // The upper case of ASCII is the search's.
        if (character >= 0x80 || character == folded)
            all.append(byteExpression(text(character).toUtf8()));
    }
    return all.size() == 1 ? all.first() : "(?:" + all.join('|') + ")";
}

char shortEscape(char32_t character)
{
    constexpr std::pair<char32_t, char> escapes[] = {{U'\\', '\\'}, {U'"', '"'},  {U'/', '/'},  {U'\n', 'n'},
                                                     {U'\t', 't'},  {U'\r', 'r'}, {U'\b', 'b'}, {U'\f', 'f'}};
    const auto *found = std::ranges::find(escapes, character, &std::pair<char32_t, char>::first);
    return found == std::end(escapes) ? '\0' : found->second;
}

/// What stands behind the backslash in the character's escapes.
QByteArrayList escapesOf(char32_t folded, bool beyondAscii)
{
    QByteArrayList all;
    for (const char32_t character : casesOf(folded, beyondAscii)) {
        QByteArray escape;
        for (const QChar unit : text(character))
            escape +=
                (escape.isEmpty() ? "u" : "\\\\u") + QByteArray::number(unit.unicode(), 16).rightJustified(4, '0');
        all.append(escape);
        if (const char letter = shortEscape(character))
            all.append(byteExpression(QByteArrayView(&letter, 1)));
    }
    return all;
}

/// What stands for bytes that are no text has no spelling of its own, and a byte-order mark may be dropped.
bool hasBytes(const QList<uint> &characters)
{
    return !characters.isEmpty() && std::none_of(characters.begin(), characters.end(), [](uint c) {
        return c == QChar::ReplacementCharacter || c == QChar::ByteOrderMark || QChar::isSurrogate(c);
    });
}

} // namespace

QByteArray exactPattern(const QString &literal)
{
    return hasBytes(literal.toUcs4()) ? byteExpression(literal.toUtf8()) : QByteArray();
}

LiteralPattern literalPattern(const QString &literal, Folding folding)
{
    const QList<uint> characters = literal.toCaseFolded().toUcs4();
    if (!hasBytes(characters))
        return {};
    const bool beyondAscii = folding == Folding::Unicode
        || std::any_of(characters.begin(), characters.end(), [](uint c) { return c >= 0x80; });
    LiteralPattern pattern;
    std::set<QByteArray> escapes;
    QByteArray behind; // what may follow a character
    for (qsizetype i = characters.size() - 1; i >= 0; --i) {
        for (const QByteArray &escape : escapesOf(characters[i], beyondAscii))
            escapes.insert(escape + behind);
        const QByteArray plain = plainExpression(characters[i], beyondAscii);
        behind = "(?=\\\\|" + plain + ")";
        pattern.plain.prepend(plain);
    }
    pattern.escapes = "\\\\(?:" + QByteArrayList(escapes.begin(), escapes.end()).join('|') + ")";
    return pattern;
}

} // namespace evident
