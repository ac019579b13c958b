#include "jsonwriter.h"

#include "event.h"

using namespace Qt::StringLiterals;

namespace evident {

namespace {

void appendUnit(QByteArray &json, char16_t unit)
{
    constexpr int digits = 4;
    constexpr int base = 16;
    json.append("\\u" + QByteArray::number(unit, base).rightJustified(digits, '0'));
}

/// What a terminal might obey is escaped too, though JSON allows it: controls, and what turns the direction of text.
void appendEscaped(QByteArray &json, QStringView text)
{
    json.append('"');
    qsizetype told = 0; // units before this one are written
    const auto tellUpTo = [&](qsizetype end, qsizetype next) {
        json.append(text.sliced(told, end - told).toUtf8());
        told = next;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype units = text[i].isHighSurrogate() ? 2 : 1;
        const char32_t c = units == 2 ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        const qsizetype shorts = u"\"\\\n\r\t"_s.indexOf(text[i]);
        if (shorts >= 0) {
            tellUpTo(i, i + 1);
            json.append('\\').append("\"\\nrt"[shorts]);
        } else if (isInvisible(c)) {
            tellUpTo(i, i + units);
            for (qsizetype unit = i; unit < told; ++unit)
                appendUnit(json, text[unit].unicode());
        }
        i += units - 1;
    }
    tellUpTo(text.size(), text.size());
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
