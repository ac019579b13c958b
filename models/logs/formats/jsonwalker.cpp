#include "jsonwalker.h"

#include "asciichars.h"
#include "eventfields.h"
#include "jsontext.h"

#include <QtAlgorithms>

#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace evident {

namespace {

/// Bytes that are looked at in one go.
constexpr qptrdiff step = 16;
/// More different texts between values than that are not remembered.
constexpr size_t maxLinks = 160;
constexpr quint32 longestLink = 256;

constexpr quint16 beginning = 0;
constexpr quint16 unremembered = 1;

/// Which of 16 bytes end a string or are not plain in one: quotes, backslashes and control characters.
quint32 specialBytes(const char *text)
{
#ifdef __SSE2__
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(text));
    const __m128i quotes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
    const __m128i escapes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));
    const __m128i controls = _mm_cmpeq_epi8(_mm_max_epu8(bytes, _mm_set1_epi8(0x1f)), _mm_set1_epi8(0x1f));
    return quint32(_mm_movemask_epi8(_mm_or_si128(controls, _mm_or_si128(quotes, escapes))));
#else
    quint32 found = 0;
    for (unsigned i = 0; i < step; ++i) {
        const auto byte = uchar(text[i]);
        found |= quint32(byte == '"' || byte == '\\' || byte < 0x20) << i;
    }
    return found;
#endif
}

bool isSame16(const char *one, const char *other)
{
#ifdef __SSE2__
    const __m128i left = _mm_loadu_si128(reinterpret_cast<const __m128i *>(one));
    const __m128i right = _mm_loadu_si128(reinterpret_cast<const __m128i *>(other));
    return _mm_movemask_epi8(_mm_cmpeq_epi8(left, right)) == 0xffff;
#else
    return std::memcmp(one, other, step) == 0;
#endif
}

/// Whether the first `length` of 16 bytes are the same; at least one.
bool isSameBegin(const char *one, const char *other, quint32 length)
{
#ifdef __SSE2__
    const __m128i left = _mm_loadu_si128(reinterpret_cast<const __m128i *>(one));
    const __m128i right = _mm_loadu_si128(reinterpret_cast<const __m128i *>(other));
    const auto same = quint32(_mm_movemask_epi8(_mm_cmpeq_epi8(left, right)));
    return (~same << (32 - length)) == 0;
#else
    return std::memcmp(one, other, length) == 0;
#endif
}

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

const char *skipSpace(const char *at, const char *end)
{
    while (at < end && isSpace(*at))
        ++at;
    return at;
}

/// The quote that ends the string whose inside begins at `at`; nullptr when it is not plain or `end` comes too near.
const char *stringEnd(const char *at, const char *end, bool &escaped)
{
    while (end - at >= step) {
        const quint32 special = specialBytes(at);
        if (special == 0) {
            at += step;
            continue;
        }
        at += qCountTrailingZeroBits(special);
        if (*at == '"')
            return at;
        if (*at != '\\' || end - at < 2 || uchar(at[1]) < 0x20)
            return nullptr;
        escaped = true;
        at += 2;
    }
    return nullptr;
}

/// Behind the bracket that closes the one at `at`. Brackets that do not match, or are very many, are not plain.
const char *nestedEnd(const char *at, const char *end, bool oneLine)
{
    constexpr int mostLevels = 64;
    quint64 objects = 0; // a bit for each open bracket, the innermost the lowest
    int levels = 0;
    bool escaped = false;
    for (; at < end; ++at) {
        switch (*at) {
        case '"':
            at = stringEnd(at + 1, end, escaped);
            // A letter right behind a string: there is a quote too many, and what seems to be text is none.
            if (!at || (at + 1 < end && isLetter(at[1])))
                return nullptr;
            break;
        case '{':
        case '[':
            if (levels == mostLevels)
                return nullptr;
            objects = objects << 1 | quint64(*at == '{');
            ++levels;
            break;
        case '}':
        case ']':
            if ((objects & 1) != quint64(*at == '}'))
                return nullptr;
            objects >>= 1;
            if (--levels == 0)
                return at + 1;
            break;
        case '\n':
            if (oneLine)
                return nullptr;
            break;
        case '\\':
            return nullptr;
        default:
            break;
        }
    }
    return nullptr;
}

bool endsScalar(char c)
{
    return c == ',' || c == '}' || isSpace(c);
}

/// Behind the number, true or false at `at`; nullptr for what is none.
const char *scalarEnd(const char *at, const char *end)
{
    const char *const begin = at;
    bool numeric = true;
    for (; at < end && !endsScalar(*at); ++at) {
        const char c = *at;
        numeric = numeric && ((c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E');
    }
    const QByteArrayView token(begin, at - begin);
    return at < end && !token.isEmpty() && (numeric || token == "true" || token == "false") ? at : nullptr;
}

/// Ids are looked for under all names that a query looks for them.
JsonKey idKeyOf(QByteArrayView name)
{
    if (name.contains('\\')) {
        const QByteArray unescaped = unescapedJson(name);
        return unescaped.contains('\\') ? JsonKey::Other : idKeyOf(unescaped);
    }
    return isTransactionName(name) ? JsonKey::TransactionId
        : isActivityName(name)     ? JsonKey::ActivityId
                                   : JsonKey::Other;
}

} // namespace

JsonKey jsonKeyOf(QByteArrayView name)
{
    struct KeyName
    {
        QByteArrayView name;
        JsonKey key = JsonKey::Other;
    };
    static constexpr KeyName names[] = {
        {"eventId", JsonKey::EventId},
        {"eventLogDate", JsonKey::EventLogDate},
        {"eventType", JsonKey::EventType},
        {"eventLevel", JsonKey::EventLevel},
        {"eventCategory", JsonKey::EventCategory},
        {"eventCode", JsonKey::EventCode},
        {"eventDescription", JsonKey::EventDescription},
        {"activityCode", JsonKey::ActivityCode},
        {"activityKey", JsonKey::ActivityKey},
        {"adminUserName", JsonKey::AdminUserName},
        {"userId", JsonKey::UserId},
        {"sourceIPAddress", JsonKey::SourceIpAddress},
        {"application", JsonKey::Application},
        {"method", JsonKey::Method},
        {"message", JsonKey::Message},
        {"result", JsonKey::Result},
        {"userEventLogExportEntries", JsonKey::Page},
        {"elements", JsonKey::Page},
    };
    for (const KeyName &known : names) {
        if (known.name.size() == name.size() && std::memcmp(known.name.data(), name.data(), size_t(name.size())) == 0)
            return known.key;
    }
    return idKeyOf(name);
}

JsonWalker::JsonWalker()
    : m_links(2),
      m_texts(step)
{ }

/// Whether the text of `link` stands at `at`, and a value behind it. Before walk(), which it is compiled into.
inline bool JsonWalker::stands(const Link &link, const char *at, const char *end) const
{
    const qptrdiff length = link.length;
    if (end - at < length + step)
        return false;
    const char *const text = m_texts.data() + link.text;
    if (length < step) {
        if (!isSameBegin(text, at, link.length))
            return false;
    } else {
        for (qptrdiff done = 0; done + step < length; done += step) {
            if (!isSame16(text + done, at + done))
                return false;
        }
        if (!isSame16(text + length - step, at + length - step))
            return false;
    }
    return link.closes || uchar(at[length]) > uchar(' ');
}

const char *JsonWalker::walk(const char *begin, const char *end, bool oneLine, JsonTokens &tokens)
{
    // What is known of the keys is counted here, not in memory, until all are read.
    quint32 keys = 0;
    quint32 present = 0;
    quint32 escapedKeys = 0;
    quint32 unclear = 0;
    bool breaksLines = false;
    quint16 before = beginning;
    for (const char *at = begin;;) {
        const quint16 guess = m_links[before].next;
        const Link *link = &m_links[guess];
        if (guess != 0 && stands(*link, at, end)) {
            before = guess;
        } else {
            link = find(before, at, end);
            if (!link)
                return nullptr;
        }
        if (link->key == JsonKey::Page || (oneLine && link->breaksLine))
            return nullptr;
        breaksLines |= link->breaksLine;
        at += link->length;
        if (link->closes) {
            tokens.m_keys = keys;
            tokens.m_present = present;
            tokens.m_escaped = escapedKeys & present;
            tokens.m_unclear = unclear;
            tokens.m_mayBreakLines = breaksLines;
            return at;
        }
        if (end - at < step)
            return nullptr;

        const quint32 bit = quint32(1) << unsigned(link->key);
        unclear |= keys & bit;
        keys |= bit;
        present |= bit;
        escapedKeys &= ~bit;
        const char *value = at;
        bool escaped = false;
        switch (*at) {
        case '"':
            ++value;
            at = stringEnd(value, end, escaped);
            if (!at)
                return nullptr;
            tokens.m_tokens[size_t(link->key)] = {value, at - value};
            escapedKeys |= escaped ? bit : 0;
            ++at;
            break;
        case 'n':
            if (std::memcmp(at, "null", 4) != 0)
                return nullptr;
            at += 4;
            present &= ~bit;
            break;
        case '{':
        case '[':
            at = nestedEnd(at, end, oneLine);
            if (!at)
                return nullptr;
            present &= ~bit;
            unclear |= bit;
            breaksLines |= !oneLine; // it may
            break;
        default:
            at = scalarEnd(at, end);
            if (!at)
                return nullptr;
            tokens.m_tokens[size_t(link->key)] = {value, at - value};
            break;
        }
    }
}

/// Takes apart what stands at `at`, and remembers that it followed `before`, which becomes its index.
const JsonWalker::Link *JsonWalker::find(quint16 &before, const char *at, const char *end)
{
    const char *p = at;
    if (before == beginning && p < end && *p == '{')
        p = skipSpace(p + 1, end);
    else if (before != beginning)
        p = skipSpace(p, end);
    else
        return nullptr;

    Link parsed;
    if (p < end && *p == '}') {
        parsed.closes = true;
        ++p;
    } else {
        if (before != beginning) {
            if (p == end || *p != ',')
                return nullptr;
            p = skipSpace(p + 1, end);
        }
        if (p == end || *p != '"')
            return nullptr;
        bool escaped = false;
        const char *const quote = stringEnd(p + 1, end, escaped);
        if (!quote)
            return nullptr;
        parsed.key = jsonKeyOf({p + 1, quote - p - 1});
        p = skipSpace(quote + 1, end);
        if (p == end || *p != ':')
            return nullptr;
        p = skipSpace(p + 1, end);
        if (p == end)
            return nullptr;
    }
    parsed.length = quint32(p - at);
    parsed.breaksLine = std::memchr(at, '\n', size_t(parsed.length)) != nullptr;
    const quint16 index = indexOf(parsed, at);
    if (index != unremembered)
        m_links[before].next = index;
    before = index;
    return &m_links[index];
}

quint16 JsonWalker::indexOf(const Link &parsed, const char *at)
{
    for (size_t index = unremembered + 1; index < m_links.size(); ++index) {
        const Link &known = m_links[index];
        if (known.length == parsed.length && std::memcmp(m_texts.data() + known.text, at, parsed.length) == 0)
            return quint16(index);
    }
    if (m_links.size() >= maxLinks || parsed.length > longestLink) {
        const quint16 next = m_links[unremembered].next;
        m_links[unremembered] = parsed;
        m_links[unremembered].next = next;
        return unremembered;
    }
    Link link = parsed;
    link.text = quint32(m_texts.size() - step);
    m_texts.insert(m_texts.end() - step, at, at + parsed.length);
    m_links.push_back(link);
    return quint16(m_links.size() - 1);
}

} // namespace evident
