#include "jsonunit.h"

#include "asciichars.h"
#include "lines.h"

#include <algorithm>

namespace evident {

namespace {

using Inside = JsonPlace::Inside;

/// How far is looked back and ahead from where a unit may end: so much is kept of what has been passed.
constexpr qsizetype surroundings = 4096;
/// Brackets whose kinds are remembered: those deeper are only counted.
constexpr size_t deepest = 1'000'000;

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool endsToken(char c)
{
    return isSpace(c) || c == ',' || c == '}' || c == ']' || c == '{' || c == '[';
}

JsonPageKind pageKind(QByteArrayView key)
{
    if (key == "userEventLogExportEntries")
        return JsonPageKind::UserEvents;
    return key == "elements" ? JsonPageKind::AdminEvents : JsonPageKind::None;
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

/// Whether text that is no JSON ends before `c`: at the line's end, or where something better begins.
bool endsDebris(char first, char c, char following, bool inStream)
{
    if (c == '\n')
        return true;
    if (inStream) {
        return (c == '{' || c == '[')
            && (isSpace(following) || following == '{' || following == '[' || (c == '{' && following == '"'));
    }
    return c == ',' || c == ']' || c == '{' || c == '[' || (c == '}' && first != '}');
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

void JsonUnit::start(JsonPlace place, QByteArrayView text, qsizetype begin)
{
    m_place = place;
    m_page = JsonPageKind::None;
    m_isRecord = true;
    m_endedEarly = false;
    m_isBrokenOff = false;
    m_first = text[begin];
    m_begin = begin;
    m_at = begin;
    m_inString = false;
    m_keyNext = false;
    m_open.clear();
    m_deeper = 0;
    m_shape = place.inside == Inside::Page ? shapeInPage(m_first) : shapeIn(m_first);
}

JsonUnit::Shape JsonUnit::shapeIn(char first)
{
    const bool inStream = m_place.inside == Inside::Stream;
    switch (first) {
    case '{':
        return Shape::Object;
    case '[':
        if (!inStream)
            return Shape::Nested;
        m_place = {Inside::Array};
        break;
    case ']':
        if (inStream)
            return Shape::Debris;
        m_place.inside = m_place.inside == Inside::Records ? Inside::Page : Inside::Stream;
        break;
    case '}':
        if (m_place.inside != Inside::Records)
            return Shape::Debris;
        leavePage();
        break;
    case '"':
        return inStream ? Shape::Debris : Shape::String;
    default:
        return Shape::Debris;
    }
    m_isRecord = false;
    return Shape::Sign;
}

/// Inside a page there are no records, only what leads to the next wanted array.
JsonUnit::Shape JsonUnit::shapeInPage(char first)
{
    const bool wanted = m_place.wantedKey;
    m_isRecord = false;
    m_place.wantedKey = wanted && first == ':';
    switch (first) {
    case '}':
        leavePage();
        return Shape::Sign;
    case ':':
        return Shape::Sign;
    case '[':
        if (!wanted)
            return Shape::Nested;
        m_place.inside = Inside::Records;
        return Shape::Sign;
    case '{':
        return Shape::Nested;
    case '"':
        return Shape::String;
    default:
        return Shape::Token;
    }
}

void JsonUnit::leavePage()
{
    m_place = {m_place.pageInArray ? Inside::Array : Inside::Stream};
}

std::optional<qsizetype> JsonUnit::end(QByteArrayView text, bool atEnd)
{
    const std::optional<qsizetype> found = inner(text, atEnd);
    if (found || !atEnd)
        return found;
    m_isBrokenOff = m_shape != Shape::Token && m_shape != Shape::Debris;
    return trimmed(text, text.size());
}

qsizetype JsonUnit::forget()
{
    const qsizetype bytes = std::max<qsizetype>(0, m_at - surroundings);
    m_begin -= bytes;
    m_at -= bytes;
    m_stringBegin -= bytes;
    return bytes;
}

std::optional<qsizetype> JsonUnit::inner(QByteArrayView text, bool atEnd)
{
    switch (m_shape) {
    case Shape::Sign:
        break;
    case Shape::Object:
        return objectEnd(text, atEnd);
    case Shape::Nested:
        return nestedEnd(text);
    case Shape::String:
        return stringEnd(text);
    case Shape::Token:
        return tokenEnd(text);
    case Shape::Debris:
        return debrisEnd(text, atEnd);
    }
    return m_begin + 1;
}

/// A record; or, outside of a wanted array, the beginning of a page up to that array.
std::optional<qsizetype> JsonUnit::objectEnd(QByteArrayView text, bool atEnd)
{
    while (m_at < text.size()) {
        if (m_inString) {
            if (!passString(text) || (m_at + 1 == text.size() && !atEnd))
                return {};
            if (const auto early = seam(text))
                return early;
            bool needsMore = false;
            if (const auto array = arrayOfPage(text, atEnd, needsMore); array || needsMore)
                return array;
            m_inString = false;
            m_keyNext = false;
            ++m_at;
            continue;
        }
        const char c = text[m_at];
        switch (c) {
        case '"':
            m_inString = true;
            m_stringBegin = m_at;
            break;
        case '{':
            if (m_keyNext)
                return endEarly(text, m_at);
            [[fallthrough]];
        case '[':
            open(c);
            m_keyNext = m_open.size() == 1;
            break;
        case '}':
        case ']':
            if (!close(c))
                return endEarly(text, m_at);
            if (m_open.empty())
                return m_at + 1;
            break;
        case ',':
            m_keyNext = m_open.size() == 1;
            break;
        default:
            break;
        }
        ++m_at;
    }
    return {};
}

/// An array or object of no interest, up to its closing bracket.
std::optional<qsizetype> JsonUnit::nestedEnd(QByteArrayView text)
{
    for (; m_at < text.size(); ++m_at) {
        if (m_inString) {
            if (!passString(text))
                return {};
            m_inString = false;
            continue;
        }
        const char c = text[m_at];
        if (c == '"') {
            m_inString = true;
        } else if (c == '{' || c == '[') {
            ++m_deeper;
        } else if ((c == '}' || c == ']') && --m_deeper == 0) {
            return m_at + 1;
        }
    }
    return {};
}

std::optional<qsizetype> JsonUnit::stringEnd(QByteArrayView text)
{
    if (!m_inString) {
        m_inString = true;
        m_at = m_begin + 1;
    }
    if (!passString(text))
        return {};
    if (m_place.inside == Inside::Page && m_begin >= 0)
        m_place.wantedKey = pageKind(text.sliced(m_begin + 1, m_at - m_begin - 1)) != JsonPageKind::None;
    return m_at + 1;
}

std::optional<qsizetype> JsonUnit::tokenEnd(QByteArrayView text)
{
    const auto last = std::find_if(text.begin() + std::max(m_at, m_begin + 1), text.end(), endsToken);
    m_at = last - text.begin();
    return m_at < text.size() ? std::optional(m_at) : std::nullopt;
}

/// Text that is no JSON where a document or a record should begin: a record that is not understood.
std::optional<qsizetype> JsonUnit::debrisEnd(QByteArrayView text, bool atEnd)
{
    const bool inStream = m_place.inside == Inside::Stream;
    for (m_at = std::max(m_at, m_begin + 1); m_at < text.size(); ++m_at) {
        const char c = text[m_at];
        const bool isLast = m_at + 1 == text.size();
        if (isLast && !atEnd && inStream && (c == '{' || c == '['))
            return {};
        // A bracket that ends the text is the beginning of something, here as where more is known.
        if (endsDebris(m_first, c, isLast ? ' ' : text[m_at + 1], inStream)) {
            m_endedEarly = true;
            return trimmed(text, m_at);
        }
    }
    return {};
}

/// Where the record ended, if the string that closes here is none but what stands between it and the next.
std::optional<qsizetype> JsonUnit::seam(QByteArrayView text)
{
    if (m_at + 1 == text.size() || !isLetter(text[m_at + 1]))
        return {};
    bool comma = false;
    const qsizetype begin = std::max({m_stringBegin + 1, m_at - surroundings, qsizetype(0)});
    const qsizetype end = seamBefore(text, begin, m_at, comma);
    if (end < 0)
        return {};
    if (!comma)
        m_place = {};
    return endEarly(text, end);
}

/// Where the wanted array begins, if the string that closes here is its name.
std::optional<qsizetype> JsonUnit::arrayOfPage(QByteArrayView text, bool atEnd, bool &needsMore)
{
    if (!m_keyNext || m_place.inside == Inside::Records || m_stringBegin < 0)
        return {};
    const JsonPageKind kind = pageKind(text.sliced(m_stringBegin + 1, m_at - m_stringBegin - 1));
    if (kind == JsonPageKind::None)
        return {};
    qsizetype value = m_at + 1;
    const QByteArrayView near = text.first(std::min(text.size(), value + surroundings));
    const int isArray = arrayAfterKey(near, value);
    needsMore = isArray < 0 && !atEnd && near.size() == text.size();
    if (isArray <= 0)
        return {};
    m_page = kind;
    m_isRecord = false;
    m_place = {text[value] == '[' ? Inside::Records : Inside::Page, m_place.inside == Inside::Array};
    return value + 1;
}

/// Goes to the quote that closes the string; false: there is none yet.
bool JsonUnit::passString(QByteArrayView text)
{
    qsizetype position = m_at;
    bool isClosed = false;
    while (position < text.size() && !isClosed) {
        const char c = text[position];
        if (c == '\\' && position + 1 == text.size())
            break;
        isClosed = c == '"';
        position += isClosed ? 0 : c == '\\' ? 2 : 1;
    }
    m_at = position;
    return isClosed;
}

void JsonUnit::open(char bracket)
{
    if (m_open.size() < deepest)
        m_open.push_back(bracket);
    else
        ++m_deeper;
}

/// False: nothing is open that the bracket could close.
bool JsonUnit::close(char bracket)
{
    if (m_deeper > 0) {
        --m_deeper;
        return true;
    }
    const char opening = bracket == '}' ? '{' : '[';
    while (!m_open.empty() && m_open.back() != opening)
        m_open.pop_back();
    if (m_open.empty())
        return false;
    m_open.pop_back();
    return true;
}

/// `end` without the space before it.
qsizetype JsonUnit::trimmed(QByteArrayView text, qsizetype end) const
{
    return trimmedEnd(text, std::max({m_begin, end - surroundings, qsizetype(0)}), end);
}

/// A record without its closing bracket ends before the next one, without what parts the two.
qsizetype JsonUnit::endEarly(QByteArrayView text, qsizetype end)
{
    m_endedEarly = true;
    end = trimmed(text, end);
    return end > m_begin + 1 && end > 0 && text[end - 1] == ',' ? trimmed(text, end - 1) : end;
}

} // namespace evident
