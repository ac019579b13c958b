#include "jsonenvelope.h"

#include "jsonitem.h"
#include "jsontext.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace evident {

namespace {

bool isCode(QByteArrayView key)
{
    return key == "eventCode" || key == "activityCode";
}

bool mayHoldEvent(QByteArrayView string)
{
    const std::string_view text(string.data(), size_t(string.size()));
    return text.find('{') != std::string_view::npos
        && (text.find("eventCode") != std::string_view::npos || text.find("activityCode") != std::string_view::npos);
}

/// Walks an object once, from its first bracket to its last.
class EnvelopeScanner
{
public:
    explicit EnvelopeScanner(QByteArrayView object)
        : m_text(object.trimmed())
    { }

    std::optional<JsonEnvelope> scan();

private:
    static constexpr int maxDepth = 32;

    bool open();
    bool close();
    bool string();
    bool takeKey(QByteArrayView key);

    QByteArrayView m_text;
    qsizetype m_position = 0;
    int m_depth = 0;
    int m_array = 0; ///< depth of the outermost array that is open; 0: none is
    int m_eventDepth = 0; ///< depth of the event's object; 0: not seen
    std::array<qsizetype, maxDepth + 1> m_begins = {};
    QByteArrayView m_outerKey;
    JsonEnvelope m_found;
};

bool EnvelopeScanner::open()
{
    if (m_depth == maxDepth)
        return false;
    m_begins[size_t(++m_depth)] = m_position;
    if (m_text[m_position] == '[' && m_array == 0)
        m_array = m_depth;
    return true;
}

bool EnvelopeScanner::close()
{
    if (m_depth == 0)
        return false;
    if (m_depth == m_eventDepth && m_found.event.isEmpty()) {
        const qsizetype begin = m_begins[size_t(m_depth)];
        m_found.event = m_text.sliced(begin, m_position + 1 - begin);
    }
    if (m_depth == m_array)
        m_array = 0;
    --m_depth;
    // Behind the outer object there must be nothing more.
    return m_depth > 0 || m_position + 1 == m_text.size();
}

bool EnvelopeScanner::takeKey(QByteArrayView key)
{
    if (m_depth == 1) {
        m_outerKey = key;
        return !isCode(key) && key != "eventLogDate"; // else the outer object is the event
    }
    if (m_eventDepth == 0 && m_found.event.isEmpty() && isCode(key)) {
        m_eventDepth = m_depth;
        m_found.key = m_outerKey;
    }
    return true;
}

/// The string that begins at the position, which is moved to its last quote.
bool EnvelopeScanner::string()
{
    const qsizetype begin = m_position + 1;
    qsizetype end = begin;
    while (end < m_text.size() && m_text[end] != '"')
        end += m_text[end] == '\\' ? 2 : 1;
    if (end >= m_text.size())
        return false;
    m_position = end;
    if (m_array > 0)
        return true;
    const QByteArrayView text = m_text.sliced(begin, end - begin);
    qsizetype behind = end + 1;
    while (behind < m_text.size() && (m_text[behind] == ' ' || m_text[behind] == '\t'))
        ++behind;
    if (behind < m_text.size() && m_text[behind] == ':')
        return takeKey(text);
    if (m_eventDepth == 0 && m_found.event.isEmpty() && mayHoldEvent(text))
        m_found = {text, true, m_outerKey};
    return true;
}

std::optional<JsonEnvelope> EnvelopeScanner::scan()
{
    if (!m_text.startsWith('{'))
        return std::nullopt;
    for (; m_position < m_text.size(); ++m_position) {
        bool goesOn = true;
        const char c = m_text[m_position];
        if (c == '{' || c == '[')
            goesOn = open();
        else if (c == '}' || c == ']')
            goesOn = close();
        else if (c == '"')
            goesOn = string();
        if (!goesOn)
            return std::nullopt;
    }
    return m_depth == 0 && !m_found.event.isEmpty() ? std::optional(m_found) : std::nullopt;
}

} // namespace

std::optional<JsonEnvelope> findEnvelopedEvent(QByteArrayView object)
{
    return EnvelopeScanner(object).scan();
}

QByteArrayView objectInText(QByteArrayView text)
{
    const qsizetype begin = text.indexOf('{');
    return begin < 0 ? QByteArrayView() : text.sliced(begin).trimmed();
}

QList<RecordField> jsonEventFields(QByteArrayView object)
{
    QList<RecordField> outer = jsonFields(object);
    const std::optional<JsonEnvelope> envelope = findEnvelopedEvent(object);
    if (!envelope)
        return outer;
    const QByteArray text = envelope->isText ? unescapedJson(envelope->event) : envelope->event.toByteArray();
    QList<RecordField> fields = jsonFields(objectInText(text));
    if (fields.isEmpty())
        return outer;
    const QString key = QString::fromUtf8(unescapedJson(envelope->key));
    outer.removeIf([&key](const RecordField &field) { return field.name == key; });
    return fields + outer;
}

} // namespace evident
