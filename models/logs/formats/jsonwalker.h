#pragma once

#include <QByteArrayView>

#include <array>
#include <vector>

namespace evident {

/// The keys of an event that columns have a use for; by others an object is known to be an event, or a page of them.
enum class JsonKey : quint8 {
    Other,
    EventId,
    EventLogDate,
    EventType,
    EventLevel,
    EventCategory,
    EventCode,
    EventDescription,
    ActivityCode,
    ActivityKey,
    AdminUserName,
    UserId,
    SourceIpAddress,
    Application,
    Method,
    Message,
    Result,
    TransactionId, ///< by any of its names
    ActivityId,
    Page, ///< whose value is the array of a page's records
};
inline constexpr size_t jsonKeyCount = size_t(JsonKey::Page);

/// The key of this name, as it stands between its quotes.
JsonKey jsonKeyOf(QByteArrayView name);
/// Whether only an event has this key; others have a message or a result too.
constexpr bool identifiesEvent(JsonKey key)
{
    return key >= JsonKey::EventId && key <= JsonKey::AdminUserName;
}

/// Those keys, a bit each.
inline constexpr quint32 eventKeys = [] {
    quint32 keys = 0;
    for (unsigned key = 0; key < jsonKeyCount; ++key)
        keys |= identifiesEvent(JsonKey(key)) ? quint32(1) << key : 0;
    return keys;
}();

/// What an object says under the keys that are known: the last value of each, as it stands in the text, strings without
/// their quotes. Nested values and null are none.
class JsonTokens
{
public:
    void clear() { m_present = m_escaped = m_keys = m_unclear = 0; }
    bool has(JsonKey key) const { return (m_present >> unsigned(key) & 1) != 0; }
    bool hasKey(JsonKey key) const { return (m_keys >> unsigned(key) & 1) != 0; } ///< whatever its value
    bool isEscaped(JsonKey key) const { return (m_escaped >> unsigned(key) & 1) != 0; } ///< a string with a backslash
    QByteArrayView at(JsonKey key) const
    {
        return has(key) ? QByteArrayView(m_tokens[size_t(key)].begin, m_tokens[size_t(key)].size) : QByteArrayView();
    }
    /// Several values under the key, or a nested one.
    bool isUnclear(JsonKey key) const { return (m_unclear >> unsigned(key) & 1) != 0; }
    /// Whether the object may have line breaks in it.
    bool mayBreakLines() const { return m_mayBreakLines; }
    bool isEvent() const { return (m_keys & eventKeys) != 0; }

    void set(JsonKey key, const char *begin, const char *end, bool escaped)
    {
        const quint32 bit = quint32(1) << unsigned(key);
        m_tokens[size_t(key)] = {begin, end - begin};
        m_unclear |= m_keys & bit;
        m_keys |= bit;
        m_present |= bit;
        m_escaped = escaped ? m_escaped | bit : m_escaped & ~bit;
    }
    void setNothing(JsonKey key)
    {
        const quint32 bit = quint32(1) << unsigned(key);
        m_unclear |= m_keys & bit;
        m_keys |= bit;
        m_present &= ~bit;
        m_escaped &= ~bit;
    }
    void setNested(JsonKey key)
    {
        setNothing(key);
        m_unclear |= quint32(1) << unsigned(key);
    }

private:
    friend class JsonWalker;
    struct Token
    {
        const char *begin;
        qsizetype size;
    };
    std::array<Token, jsonKeyCount> m_tokens; // what is present was set
    quint32 m_keys = 0;
    quint32 m_present = 0;
    quint32 m_escaped = 0;
    quint32 m_unclear = 0;
    bool m_mayBreakLines = true;
};

/// Reads plain JSON objects at the speed of comparing them with those before.
///
/// The programs that write event logs keep the order of their keys and the space between them. So what stands between
/// two values (`,"userId":`) is remembered with what followed it last time, and is compared there in one go; only where
/// something else stands is it taken apart. Objects of any order of keys are read, those of an unknown order more
/// slowly. What is not plain (broken, or with control characters in its strings) is left to a full parser.
///
/// Not shared between threads. UTF-8 is not looked at.
class JsonWalker
{
public:
    JsonWalker();

    /// Reads the object that begins at `begin`, and gives the position behind it; nullptr when it is not plain, when it
    /// is a page of records, or when `end` comes too near. Bytes up to `end` may be read. `oneLine`: the object may
    /// have no line break.
    const char *walk(const char *begin, const char *end, bool oneLine, JsonTokens &tokens);

private:
    /// What stands between two values, or around the first and last.
    struct Link
    {
        quint32 text = 0; ///< position in m_texts
        quint32 length = 0;
        quint16 next = 0; ///< that followed last time; 0 when none did
        JsonKey key = JsonKey::Other;
        bool closes = false; ///< the object ends with it
        bool breaksLine = false;
    };

    bool stands(const Link &link, const char *at, const char *end) const;
    const Link *find(quint16 &before, const char *at, const char *end);
    quint16 indexOf(const Link &parsed, const char *at);

    std::vector<Link> m_links; ///< 0 stands for the beginning; the second is for what is not remembered
    std::vector<char> m_texts;
};

} // namespace evident
