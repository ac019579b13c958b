#include "regexscope.h"

#include <QString>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// Walks through a pattern once, from construct to construct. What it does not know ends the walk.
class ScopeReader
{
public:
    explicit ScopeReader(QStringView pattern)
        : m_pattern(pattern)
    { }

    bool read()
    {
        while (m_position < m_pattern.size()) {
            if (!readOne())
                return false;
        }
        return true;
    }

private:
    QStringView rest() const { return m_pattern.sliced(std::min(m_position, m_pattern.size())); }
    bool readOne();
    bool readEscape(QStringView known);
    bool readClass();
    bool openGroup();

    QStringView m_pattern;
    qsizetype m_position = 0;
};

bool ScopeReader::readOne()
{
    switch (m_pattern[m_position].unicode()) {
    case u'\\':
        return readEscape(u"dDwWsShHvVNtnrfeax0pP");
    case u'[':
        return readClass();
    case u'(':
        return openGroup();
    case u'^':
    case u'$':
        return false;
    case u'+': // behind another repeat it forbids going back
        if (m_position > 0 && u"*+?}"_s.contains(m_pattern[m_position - 1]))
            return false;
        break;
    default:
        break;
    }
    ++m_position;
    return true;
}

bool ScopeReader::readEscape(QStringView known)
{
    if (rest().size() < 2)
        return false;
    const QChar letter = m_pattern[m_position + 1];
    m_position += 2;
    return !letter.isLetterOrNumber() || known.contains(letter);
}

bool ScopeReader::readClass()
{
    ++m_position;
    if (rest().startsWith(u'^'))
        ++m_position;
    if (rest().startsWith(u']'))
        ++m_position;
    while (m_position < m_pattern.size() && m_pattern[m_position] != u']') {
        if (rest().startsWith(u"[:"_s)) {
            const qsizetype end = m_pattern.indexOf(u":]"_s, m_position);
            if (end < 0)
                return false;
            m_position = end + 2;
        } else if (m_pattern[m_position] == u'\\') {
            if (!readEscape(u"dDwWsShHvVtnrfeaxb0pP"))
                return false;
        } else {
            ++m_position;
        }
    }
    ++m_position;
    return true;
}

bool ScopeReader::openGroup()
{
    ++m_position;
    if (rest().startsWith(u'*'))
        return false;
    if (!rest().startsWith(u'?'))
        return true;
    // Of the many kinds of groups these only look at nothing outside.
    for (const QStringView known : {u"?:", u"?i)", u"?i:", u"?s)", u"?s:"}) {
        if (rest().startsWith(known)) {
            m_position += known.size();
            return true;
        }
    }
    const bool isNamed = rest().startsWith(u"?<") && !rest().startsWith(u"?<=") && !rest().startsWith(u"?<!");
    m_position += isNamed ? 2 : 0;
    return isNamed;
}

} // namespace

bool matchesAnywhere(QStringView pattern)
{
    return ScopeReader(pattern).read();
}

} // namespace evident
