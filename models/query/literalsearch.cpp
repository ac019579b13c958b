#include "literalsearch.h"

#include "jsonspelling.h"

#include <cstring>
#include <string_view>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 'a' - 'A') : c;
}

char raised(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// How often a character stands in records, roughly: what is not listed is rare.
std::size_t frequency(char c)
{
    constexpr std::string_view rareFirst = "qzj\\xkwvby'/gp_-mfh98765cd43ul0s21niora.:, t\"e";
    const std::size_t place = rareFirst.find(c);
    return place == std::string_view::npos ? 0 : place + 1;
}

bool isAscii(QByteArrayView text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) < 0; });
}

/// The places of one byte, one after another.
class ByteFinder
{
public:
    ByteFinder(char byte, const char *begin, const char *end)
        : m_byte(byte),
          m_end(end)
    {
        seek(begin);
    }

    const char *position() const { return m_position; } ///< the end when there is none any more
    void seek(const char *from)
    {
        const void *found = from < m_end ? std::memchr(from, m_byte, static_cast<std::size_t>(m_end - from)) : nullptr;
        m_position = found ? static_cast<const char *>(found) : m_end;
    }

private:
    char m_byte;
    const char *m_end;
    const char *m_position = nullptr;
};

} // namespace

LiteralSearch::LiteralSearch(const QString &literal)
    : m_folded(literal.toCaseFolded())
{
    const bool escapable = std::any_of(m_folded.begin(), m_folded.end(),
                                       [](QChar c) { return c.unicode() < 0x20 || u"\\\"/"_s.contains(c); });
    m_needsOnlyUnicodeEscapes = !escapable;
    const QByteArray utf8 = m_folded.toUtf8();
    if (!isAscii(utf8))
        return;
    m_ascii = utf8;
    chooseAnchor();
}

void LiteralSearch::chooseAnchor()
{
    for (qsizetype i = 1; i < m_ascii.size(); ++i) {
        if (frequency(m_ascii[i]) < frequency(m_ascii[m_anchor]))
            m_anchor = i;
    }
}

bool LiteralSearch::isIn(QByteArrayView utf8) const
{
    if (isInPlain(utf8))
        return true;
    const std::string_view bytes(utf8.data(), static_cast<std::size_t>(utf8.size()));
    const bool escapes = m_needsOnlyUnicodeEscapes ? bytes.find("\\u") != std::string_view::npos
                                                   : bytes.find('\\') != std::string_view::npos;
    return escapes && isInPlain(withoutJsonEscapes(utf8));
}

bool LiteralSearch::isInPlain(QByteArrayView utf8) const
{
    if (m_folded.isEmpty())
        return true;
    if (!m_ascii.isEmpty())
        return isAsciiIn(utf8);
    // No ASCII character folds to one beyond.
    return !isAscii(utf8) && QString::fromUtf8(utf8).contains(m_folded, Qt::CaseInsensitive);
}

bool LiteralSearch::isAsciiIn(QByteArrayView utf8) const
{
    if (utf8.size() < m_ascii.size())
        return false;
    const char *begin = utf8.data() + m_anchor;
    const char *end = utf8.data() + utf8.size() - (m_ascii.size() - 1 - m_anchor);
    const char anchor = m_ascii[m_anchor];
    ByteFinder lower(anchor, begin, end);
    if (raised(anchor) == anchor) {
        for (; lower.position() != end; lower.seek(lower.position() + 1)) {
            if (standsAt(lower.position() - m_anchor))
                return true;
        }
        return false;
    }
    ByteFinder upper(raised(anchor), begin, end);
    while (lower.position() != end || upper.position() != end) {
        ByteFinder &next = lower.position() < upper.position() ? lower : upper;
        if (standsAt(next.position() - m_anchor))
            return true;
        next.seek(next.position() + 1);
    }
    return false;
}

bool LiteralSearch::standsAt(const char *position) const
{
    return std::equal(m_ascii.begin(), m_ascii.end(), position,
                      [](char own, char other) { return own == lowered(other); });
}

} // namespace evident
