#include "jsonscanner.h"

#include "lines.h"

#include <algorithm>
#include <utility>

namespace evident {

namespace {

using Inside = JsonPlace::Inside;

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool isLetter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

char at(QByteArrayView text, qsizetype position)
{
    return position < text.size() ? text[position] : '\0';
}

JsonPageKind pageKind(QByteArrayView key)
{
    if (key == "userEventLogExportEntries")
        return JsonPageKind::UserEvents;
    return key == "elements" ? JsonPageKind::AdminEvents : JsonPageKind::None;
}

/// Position of the quote that closes the string whose text begins at `begin`; `limit` where there is none before.
qsizetype closingQuote(QByteArrayView text, qsizetype begin, qsizetype limit)
{
    qsizetype position = begin;
    while (position < limit) {
        const char c = text[position];
        if (c == '"')
            return position;
        position += c == '\\' ? 2 : 1;
    }
    return limit;
}

qsizetype skipSpace(QByteArrayView text, qsizetype position)
{
    while (position < text.size() && isSpace(text[position]))
        ++position;
    return position;
}

/// A quote too many turns strings inside out: what stands between two records then seems to be text. If what seems to
/// be a string ends in `}, {`, gives the position behind its `}`; else -1. `comma`: there was one.
qsizetype seamBefore(QByteArrayView text, qsizetype begin, qsizetype quote, bool &comma)
{
    const auto back = [&](qsizetype position) { return trimmedEnd(text, begin, position); };
    qsizetype position = back(quote);
    if (position == begin || text[position - 1] != '{')
        return -1;
    position = back(position - 1);
    comma = position > begin && text[position - 1] == ',';
    if (comma)
        position = back(position - 1);
    return position > begin && text[position - 1] == '}' ? position : -1;
}

/// What follows a key: 1 the opening bracket of an array or a null, whose position is set; 0 something else; -1 the
/// text ends before.
int arrayAfterKey(QByteArrayView text, qsizetype &position)
{
    position = skipSpace(text, position);
    if (position == text.size())
        return -1;
    if (text[position] != ':')
        return 0;
    position = skipSpace(text, position + 1);
    if (position == text.size())
        return -1;
    return text[position] == '[' || text[position] == 'n' ? 1 : 0;
}

/// Space, commas, and between documents also byte-order marks (of files that were joined) and record separators.
qsizetype skipSeparators(QByteArrayView text, qsizetype position, Inside inside)
{
    for (; position < text.size(); ++position) {
        const char c = text[position];
        if (isSpace(c) || c == ',')
            continue;
        if (inside != Inside::Stream)
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

quint64 JsonPlace::packed() const
{
    return quint64(inside) | quint64(pageInArray) << 8 | quint64(wantedKey) << 9;
}

JsonPlace JsonPlace::unpacked(quint64 state)
{
    return {Inside(state & 0xff), (state >> 8 & 1) != 0, (state >> 9 & 1) != 0};
}

std::optional<JsonScanner::Record> JsonScanner::next(QByteArrayView text, bool atEnd, qsizetype &position)
{
    while (true) {
        const qsizetype begin = skipSeparators(text, position, m_place.inside);
        // Between a unit that was ended by what follows and that, nothing may be cut off: the unit would seem to go on.
        if (!m_endedEarly || atEnd)
            position = begin;
        if (begin == text.size())
            return std::nullopt;
        const Unit found = unit(text, atEnd, begin);
        if (found.end < 0)
            return std::nullopt;
        position = found.end;
        if (found.isRecord)
            return Record{begin, found.end};
    }
}

JsonScanner::Unit JsonScanner::unit(QByteArrayView text, bool atEnd, qsizetype begin)
{
    m_endedEarly = false;
    if (m_place.inside == Inside::Page)
        return pageUnit(text, atEnd, begin);
    const bool inStream = m_place.inside == Inside::Stream;
    switch (text[begin]) {
    case '{':
        return object(text, atEnd, begin);
    case '[':
        if (!inStream)
            return skipped(text, atEnd, begin, true);
        m_place = {Inside::Array};
        return {begin + 1};
    case ']':
        if (inStream)
            break;
        m_place.inside = m_place.inside == Inside::Records ? Inside::Page : Inside::Stream;
        return {begin + 1};
    case '}':
        if (m_place.inside != Inside::Records)
            break;
        leavePage();
        return {begin + 1};
    case '"':
        if (inStream)
            break;
        return string(text, atEnd, begin, true);
    default:
        break;
    }
    return debris(text, atEnd, begin);
}

/// Inside a page there are no records, only what leads to the next wanted array.
JsonScanner::Unit JsonScanner::pageUnit(QByteArrayView text, bool atEnd, qsizetype begin)
{
    const bool wanted = std::exchange(m_place.wantedKey, false);
    switch (text[begin]) {
    case '}':
        leavePage();
        return {begin + 1};
    case ':':
        m_place.wantedKey = wanted;
        return {begin + 1};
    case '[':
        if (!wanted)
            return skipped(text, atEnd, begin, false);
        m_place.inside = Inside::Records;
        return {begin + 1};
    case '{':
        return skipped(text, atEnd, begin, false);
    case '"': {
        const Unit found = string(text, atEnd, begin, false);
        if (found.end > begin + 1) {
            const JsonPageKind kind = pageKind(text.sliced(begin + 1, found.end - begin - 2));
            m_place.wantedKey = kind != JsonPageKind::None;
        }
        if (found.end < 0)
            m_place.wantedKey = wanted;
        return found;
    }
    default:
        break;
    }
    const auto isEnd = [](char c) { return isSpace(c) || c == ',' || c == '}' || c == ']' || c == '{' || c == '['; };
    const auto last = std::find_if(text.begin() + begin + 1, text.end(), isEnd);
    if (last == text.end() && !atEnd && text.size() - begin < maxRecordSize) {
        m_place.wantedKey = wanted;
        return {};
    }
    return {last - text.begin()};
}

void JsonScanner::leavePage()
{
    m_place = {m_place.pageInArray ? Inside::Array : Inside::Stream};
}

/// A record; or, outside of a wanted array, the beginning of a page up to that array.
JsonScanner::Unit JsonScanner::object(QByteArrayView text, bool atEnd, qsizetype begin)
{
    const bool mayBePage = m_place.inside != Inside::Records;
    const qsizetype limit = std::min(text.size(), begin + maxRecordSize);
    m_open.clear();
    bool keyNext = false; // of the object itself, not of one inside it
    qsizetype position = begin;
    while (position < limit) {
        const char c = text[position];
        switch (c) {
        case '"': {
            const qsizetype quote = closingQuote(text, position + 1, limit);
            if (quote >= limit)
                return unclosed(text, atEnd, begin, true);
            if (quote + 1 == text.size() && !atEnd)
                return {};
            bool comma = false;
            if (isLetter(at(text, quote + 1))) {
                if (const qsizetype seam = seamBefore(text, position + 1, quote, comma); seam >= 0) {
                    if (!comma)
                        m_place = {};
                    return endedEarly(text, begin, seam);
                }
            }
            const QByteArrayView key = text.sliced(position + 1, quote - position - 1);
            position = quote + 1;
            if (keyNext && mayBePage && pageKind(key) != JsonPageKind::None) {
                qsizetype value = position;
                const int isArray = arrayAfterKey(text, value);
                if (isArray < 0 && !atEnd && text.size() - begin < maxRecordSize)
                    return {};
                if (isArray > 0) {
                    m_lastPage = pageKind(key);
                    m_place = {text[value] == '[' ? Inside::Records : Inside::Page, m_place.inside == Inside::Array};
                    return {value + 1};
                }
            }
            keyNext = false;
            continue;
        }
        case '{':
            if (keyNext)
                return endedEarly(text, begin, position);
            [[fallthrough]];
        case '[':
            m_open.push_back(c);
            keyNext = m_open.size() == 1;
            break;
        case '}':
        case ']': {
            const char opening = c == '}' ? '{' : '[';
            while (!m_open.empty() && m_open.back() != opening)
                m_open.pop_back();
            if (m_open.empty())
                return endedEarly(text, begin, position);
            m_open.pop_back();
            if (m_open.empty())
                return {position + 1, true};
            break;
        }
        case ',':
            keyNext = m_open.size() == 1;
            break;
        default:
            break;
        }
        ++position;
    }
    return unclosed(text, atEnd, begin, true);
}

/// An array or object of no interest, up to its closing bracket.
JsonScanner::Unit JsonScanner::skipped(QByteArrayView text, bool atEnd, qsizetype begin, bool isRecord)
{
    const qsizetype limit = std::min(text.size(), begin + maxRecordSize);
    qsizetype depth = 0;
    for (qsizetype position = begin; position < limit; ++position) {
        const char c = text[position];
        if (c == '"') {
            position = closingQuote(text, position + 1, limit);
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return {position + 1, isRecord};
        }
    }
    return unclosed(text, atEnd, begin, isRecord);
}

JsonScanner::Unit JsonScanner::string(QByteArrayView text, bool atEnd, qsizetype begin, bool isRecord)
{
    const qsizetype limit = std::min(text.size(), begin + maxRecordSize);
    const qsizetype quote = closingQuote(text, begin + 1, limit);
    return quote < limit ? Unit{quote + 1, isRecord} : unclosed(text, atEnd, begin, isRecord);
}

/// Text that is no JSON where a document or a record should begin: a record that is not understood, up to the line's
/// end or to where something better begins.
JsonScanner::Unit JsonScanner::debris(QByteArrayView text, bool atEnd, qsizetype begin)
{
    const bool inStream = m_place.inside == Inside::Stream;
    const qsizetype limit = std::min(text.size(), begin + maxRecordSize);
    for (qsizetype position = begin + 1; position < limit; ++position) {
        const char c = text[position];
        bool ends = c == '\n';
        if (inStream && (c == '{' || c == '[')) {
            if (position + 1 == text.size() && !atEnd)
                return {};
            // Never the last of the debris: a bracket that ends the text is the beginning of something, here as where
            // more is known.
            const char following = position + 1 < limit ? text[position + 1] : ' ';
            ends = isSpace(following) || following == '{' || following == '[' || (c == '{' && following == '"');
        } else if (!inStream) {
            ends = ends || c == ',' || c == ']' || c == '{' || c == '[' || (c == '}' && text[begin] != '}');
        }
        if (ends) {
            m_endedEarly = true;
            return {trimmedEnd(text, begin, position), true};
        }
    }
    if (limit - begin == maxRecordSize)
        return {limit, true};
    if (!atEnd)
        return {};
    return {trimmedEnd(text, begin, text.size()), true};
}

/// The text ends within a unit, or the unit is longer than any: what follows then is looked at as a new document.
JsonScanner::Unit JsonScanner::unclosed(QByteArrayView text, bool atEnd, qsizetype begin, bool isRecord)
{
    if (text.size() - begin >= maxRecordSize) {
        m_place = {};
        return {begin + maxRecordSize, true};
    }
    if (!atEnd)
        return {};
    m_brokenOff = begin;
    return {trimmedEnd(text, begin, text.size()), isRecord};
}

/// A record without its closing bracket ends before the next one, without what parts the two.
JsonScanner::Unit JsonScanner::endedEarly(QByteArrayView text, qsizetype begin, qsizetype end)
{
    m_endedEarly = true;
    end = trimmedEnd(text, begin, end);
    if (end > begin + 1 && text[end - 1] == ',')
        end = trimmedEnd(text, begin, end - 1);
    return {end, true};
}

} // namespace evident
