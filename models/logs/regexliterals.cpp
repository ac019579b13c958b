#include "regexliterals.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr qsizetype shortest = 3;

/// Collects what stands outside of all groups. A walk that meets something it does not know gives up.
class LiteralReader
{
public:
    explicit LiteralReader(QStringView pattern)
        : m_pattern(pattern)
    { }

    QStringList read()
    {
        while (m_position < m_pattern.size()) {
            if (!readOne())
                return {};
        }
        endRun();
        return m_depth == 0 ? m_literals : QStringList();
    }

private:
    bool readOne();
    bool readEscape();
    bool readClass();
    bool openGroup();
    bool readRepeat();
    void take(QChar c);
    void endRun();

    QStringView m_pattern;
    qsizetype m_position = 0;
    int m_depth = 0;
    QString m_run;
    QStringList m_literals;
};

void LiteralReader::take(QChar c)
{
    if (m_depth == 0)
        m_run += c;
    ++m_position;
}

void LiteralReader::endRun()
{
    if (m_run.size() >= shortest)
        m_literals.append(m_run);
    m_run.clear();
}

bool LiteralReader::readOne()
{
    const QChar c = m_pattern[m_position];
    switch (c.unicode()) {
    case u'\\':
        return readEscape();
    case u'[':
        return readClass();
    case u'(':
        return openGroup();
    case u')':
        ++m_position;
        return --m_depth >= 0;
    case u'|':
        ++m_position;
        return m_depth > 0;
    case u'*':
    case u'?':
    case u'{':
    case u'+':
        return readRepeat();
    case u'.':
    case u'^':
    case u'$':
        endRun();
        ++m_position;
        return true;
    default:
        take(c);
        return true;
    }
}

/// A letter or digit behind a backslash is not itself; of those only what takes no more characters is known.
bool LiteralReader::readEscape()
{
    if (m_position + 1 >= m_pattern.size())
        return false;
    const QChar letter = m_pattern[m_position + 1];
    ++m_position;
    if (!letter.isLetterOrNumber()) {
        take(letter);
        return true;
    }
    endRun();
    ++m_position;
    return u"dDwWsSbBAzZtnrhHvVR"_s.contains(letter);
}

bool LiteralReader::readClass()
{
    endRun();
    ++m_position;
    if (m_position < m_pattern.size() && m_pattern[m_position] == u'^')
        ++m_position;
    const qsizetype first = m_position;
    while (m_position < m_pattern.size() && (m_pattern[m_position] != u']' || m_position == first)) {
        const bool escaped = m_pattern[m_position] == u'\\';
        if (m_pattern[m_position] == u'[' || (escaped && m_pattern.sliced(m_position).startsWith(u"\\Q")))
            return false;
        m_position += escaped ? 2 : 1;
    }
    ++m_position;
    return m_position <= m_pattern.size();
}

bool LiteralReader::openGroup()
{
    endRun();
    ++m_depth;
    ++m_position;
    const QStringView rest = m_pattern.sliced(m_position);
    if (rest.startsWith(u'*'))
        return false;
    if (!rest.startsWith(u'?'))
        return true;
    for (const QStringView known : {u"?:", u"?=", u"?!", u"?<=", u"?<!", u"?>", u"?<"}) {
        if (rest.startsWith(known)) {
            m_position += known.size();
            return true;
        }
    }
    return false;
}

/// `*`, `+`, `?`, `{3}`, `{3,}`, `{3,5}`: what it repeats may be missing, unless it is a `+`, and need not be followed
/// at once by what stands behind. A brace that begins no repeat is a character.
bool LiteralReader::readRepeat()
{
    const QChar kind = m_pattern[m_position];
    qsizetype size = 1;
    if (kind == u'{') {
        const qsizetype end = m_pattern.indexOf(u'}', m_position);
        const QStringView bounds = end < 0 ? QStringView() : m_pattern.sliced(m_position + 1, end - m_position - 1);
        const bool isRepeat = !bounds.isEmpty()
            && std::all_of(bounds.begin(), bounds.end(), [](QChar c) { return c == u',' || (c >= u'0' && c <= u'9'); });
        if (!isRepeat) {
            take(kind);
            return true;
        }
        size = bounds.size() + 2;
    }
    if (kind != u'+' && !m_run.isEmpty())
        m_run.chop(m_run.back().isLowSurrogate() ? 2 : 1);
    endRun();
    m_position += size;
    return true;
}

} // namespace

QStringList requiredLiterals(const QString &pattern)
{
    return LiteralReader(pattern).read();
}

} // namespace evident
