#include "jsonscanner.h"

namespace evident {

namespace {

/// Space, commas, and between documents also byte-order marks (of files that were joined) and record separators.
qsizetype skipSeparators(QByteArrayView text, qsizetype position, JsonPlace::Inside inside)
{
    for (; position < text.size(); ++position) {
        const char c = text[position];
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == ',')
            continue;
        if (inside != JsonPlace::Inside::Stream)
            break;
        if (c == '\x1e')
            continue;
        if (!text.sliced(position).startsWith("\xef\xbb\xbf"))
            break;
        position += 2;
    }
    return position;
}

} // namespace

std::optional<JsonScanner::Record> JsonScanner::next(QByteArrayView text, bool atEnd, qsizetype &position)
{
    while (true) {
        const qsizetype begin = skipSeparators(text, position, m_place.inside);
        // Between a unit that was ended by what follows and that, nothing may be cut off: the unit would seem to go on.
        if (!m_endedEarly || atEnd)
            position = begin;
        if (begin == text.size())
            return std::nullopt;
        m_unit.start(m_place, text, begin);
        const std::optional<qsizetype> end = m_unit.end(text, atEnd);
        m_endedEarly = end && m_unit.endedEarly();
        if (!end)
            return std::nullopt;
        position = *end;
        takePlace();
        if (m_unit.isBrokenOff())
            m_brokenOff = begin;
        if (m_unit.isRecord())
            return Record{begin, *end};
    }
}

qsizetype JsonScanner::recordBegin(QByteArrayView text, qsizetype position) const
{
    if (m_place.inside == JsonPlace::Inside::Page)
        return -1;
    const qsizetype begin = skipSeparators(text, position, m_place.inside);
    return begin < text.size() && text[begin] == '{' ? begin : -1;
}

JsonScanner::Skipped JsonScanner::skip(QByteArrayView text, bool atEnd)
{
    constexpr qsizetype longestSeparator = 3; // a byte-order mark
    if (!m_isSkipping) {
        if (text.size() < longestSeparator && !atEnd)
            return {};
        m_endedEarly = false;
        if (const qsizetype begin = skipSeparators(text, 0, m_place.inside); begin > 0)
            return {begin, true, false};
        m_unit.start(m_place, text, 0);
    }
    const std::optional<qsizetype> end = m_unit.end(text, atEnd);
    m_isSkipping = !end;
    if (!end)
        return {m_unit.forget(), false, false};
    takePlace();
    return {*end, true, m_unit.isRecord()};
}

void JsonScanner::takePlace()
{
    m_place = m_unit.place();
    if (m_unit.page() != JsonPageKind::None)
        m_lastPage = m_unit.page();
}

} // namespace evident
