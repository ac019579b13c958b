#include "jsonwriter.h"

namespace evident {

namespace {

/// What a terminal might obey is escaped too, though JSON allows it: DEL, and U+0080 to U+009F.
void appendEscaped(QByteArray &json, QStringView text)
{
    static constexpr char hex[] = "0123456789abcdef";
    constexpr uchar upperControls = 0xc2; // begins U+0080 to U+00BF, whose second byte is their number
    json.append('"');
    const QByteArray utf8 = text.toUtf8();
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        auto c = uchar(utf8[i]);
        switch (c) {
        case '"':
            json.append("\\\"");
            break;
        case '\\':
            json.append("\\\\");
            break;
        case '\n':
            json.append("\\n");
            break;
        case '\r':
            json.append("\\r");
            break;
        case '\t':
            json.append("\\t");
            break;
        default:
            const bool isUpperControl = c == upperControls && uchar(utf8[i + 1]) < 0xa0;
            if (isUpperControl)
                c = uchar(utf8[++i]);
            if (isUpperControl || c < 0x20 || c == 0x7f) {
                json.append("\\u00");
                json.append(hex[c >> 4]);
                json.append(hex[c & 15]);
            } else {
                json.append(char(c));
            }
        }
    }
    json.append('"');
}

bool hasLoneSurrogate(QStringView text)
{
    return !text.isValidUtf16();
}

QString withoutLoneSurrogates(QStringView text)
{
    QString valid = text.toString();
    for (qsizetype i = 0; i < valid.size(); ++i) {
        if (valid[i].isHighSurrogate() && i + 1 < valid.size() && valid[i + 1].isLowSurrogate())
            ++i;
        else if (valid[i].isSurrogate())
            valid[i] = QChar(QChar::ReplacementCharacter);
    }
    return valid;
}

} // namespace

JsonWriter::JsonWriter(Layout layout)
    : m_layout(layout)
{ }

QByteArray JsonWriter::take()
{
    return std::exchange(m_json, {});
}

void JsonWriter::breakLine()
{
    if (m_layout == Layout::Indented) {
        m_json.append('\n');
        m_json.append(QByteArray(qsizetype(m_hasMembers.size()) * 2, ' '));
    }
}

void JsonWriter::beforeValue()
{
    if (std::exchange(m_afterKey, false) || m_hasMembers.empty())
        return;
    if (m_hasMembers.back())
        m_json.append(',');
    m_hasMembers.back() = true;
    breakLine();
}

void JsonWriter::open(char bracket)
{
    beforeValue();
    m_json.append(bracket);
    m_hasMembers.push_back(false);
}

void JsonWriter::close(char bracket)
{
    const bool hadMembers = m_hasMembers.back();
    m_hasMembers.pop_back();
    if (hadMembers)
        breakLine();
    m_json.append(bracket);
}

void JsonWriter::beginObject()
{
    open('{');
}

void JsonWriter::endObject()
{
    close('}');
}

void JsonWriter::beginArray()
{
    open('[');
}

void JsonWriter::endArray()
{
    close(']');
}

void JsonWriter::key(QLatin1StringView name)
{
    beforeValue();
    appendEscaped(m_json, QString(name));
    m_json.append(m_layout == Layout::Indented ? ": " : ":");
    m_afterKey = true;
}

void JsonWriter::text(QStringView value)
{
    beforeValue();
    if (hasLoneSurrogate(value))
        appendEscaped(m_json, withoutLoneSurrogates(value));
    else
        appendEscaped(m_json, value);
}

void JsonWriter::textOrNull(QStringView value)
{
    if (value.isEmpty())
        null();
    else
        text(value);
}

void JsonWriter::number(qint64 value)
{
    beforeValue();
    m_json.append(QByteArray::number(value));
}

void JsonWriter::boolean(bool value)
{
    beforeValue();
    m_json.append(value ? "true" : "false");
}

void JsonWriter::null()
{
    beforeValue();
    m_json.append("null");
}

} // namespace evident
