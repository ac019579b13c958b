#include "syslogheader.h"

#include "asciichars.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

class HeaderReader
{
public:
    explicit HeaderReader(QByteArrayView line)
        : m_line(line)
    { }

    std::optional<SyslogHeader> read();

private:
    char at(qsizetype position) const { return position < m_line.size() ? m_line[position] : '\0'; }
    qsizetype digitsAt(qsizetype position) const;
    QByteArrayView taken(qsizetype end);
    QByteArrayView token();
    QByteArrayView nilToken();
    void skipOctetCount();
    void readPriority();
    bool skipVersion();
    bool readTime();
    bool readBsdTime();
    void readStructuredData();
    void readTag();
    void readRestOfVersion1();

    QByteArrayView m_line;
    qsizetype m_position = 0;
    SyslogHeader m_header;
};

qsizetype HeaderReader::digitsAt(qsizetype position) const
{
    qsizetype end = position;
    while (isDigit(at(end)))
        ++end;
    return end - position;
}

/// The text up to `end`, behind which a space is skipped.
QByteArrayView HeaderReader::taken(qsizetype end)
{
    const QByteArrayView text = m_line.sliced(m_position, end - m_position);
    m_position = end;
    while (at(m_position) == ' ')
        ++m_position;
    return text;
}

QByteArrayView HeaderReader::token()
{
    const qsizetype space = m_line.indexOf(' ', m_position);
    return taken(space < 0 ? m_line.size() : space);
}

QByteArrayView HeaderReader::nilToken()
{
    const QByteArrayView text = token();
    return text == "-" ? QByteArrayView() : text;
}

/// `123 <13>…`, as RFC 6587 frames messages.
void HeaderReader::skipOctetCount()
{
    const qsizetype digits = digitsAt(0);
    if (digits > 0 && at(digits) == ' ' && at(digits + 1) == '<')
        m_position = digits + 1;
}

void HeaderReader::readPriority()
{
    const qsizetype digits = at(m_position) == '<' ? digitsAt(m_position + 1) : 0;
    if (digits < 1 || digits > 3 || at(m_position + 1 + digits) != '>')
        return;
    m_header.priority = m_line.sliced(m_position + 1, digits);
    m_position += digits + 2;
    while (at(m_position) == ' ')
        ++m_position;
}

bool HeaderReader::skipVersion()
{
    const qsizetype digits = digitsAt(m_position);
    const qsizetype behind = m_position + digits + 1;
    const bool isNil = at(behind) == '-' && at(behind + 1) == ' ';
    if (digits < 1 || digits > 2 || at(behind - 1) != ' ' || (!isNil && digitsAt(behind) != 4))
        return false;
    m_position = behind;
    return true;
}

bool HeaderReader::readTime()
{
    constexpr qsizetype dateLength = 10; // "2026-01-15"
    if (digitsAt(m_position) != 4 || at(m_position + 4) != '-')
        return readBsdTime();
    const qsizetype dateEnd = m_position + dateLength;
    const bool isParted = at(dateEnd) == ' ' && digitsAt(dateEnd + 1) == 2 && at(dateEnd + 3) == ':';
    const qsizetype space = m_line.indexOf(' ', isParted ? dateEnd + 1 : m_position);
    m_header.time = taken(space < 0 ? m_line.size() : space);
    return true;
}

/// `Jan 15 09:14:02` or `Jan  5 09:14:02`.
bool HeaderReader::readBsdTime()
{
    for (qsizetype i = 0; i < 3; ++i) {
        if (!isLetter(at(m_position + i)))
            return false;
    }
    qsizetype day = m_position + 3;
    while (at(day) == ' ')
        ++day;
    const qsizetype dayDigits = digitsAt(day);
    const qsizetype hour = day + dayDigits + 1;
    if (day == m_position + 3 || dayDigits < 1 || dayDigits > 2 || digitsAt(hour) != 2 || at(hour + 2) != ':')
        return false;
    const qsizetype space = m_line.indexOf(' ', hour);
    m_header.time = taken(space < 0 ? m_line.size() : space);
    return true;
}

/// Elements in brackets, whose quoted values may have brackets too.
void HeaderReader::readStructuredData()
{
    if (at(m_position) == '-' && (at(m_position + 1) == ' ' || m_position + 1 == m_line.size())) {
        taken(m_position + 1);
        return;
    }
    qsizetype end = m_position;
    while (at(end) == '[') {
        bool inQuotes = false;
        qsizetype i = end + 1;
        for (; i < m_line.size() && (inQuotes || m_line[i] != ']'); ++i) {
            if (m_line[i] == '"')
                inQuotes = !inQuotes;
            else if (m_line[i] == '\\' && inQuotes)
                ++i;
        }
        if (i >= m_line.size())
            return;
        end = i + 1;
    }
    m_header.structuredData = taken(end);
}

/// `host program[123]:`, of which the host may be missing.
void HeaderReader::readTag()
{
    const auto isTag = [](QByteArrayView text) { return text.endsWith(':') || text.contains('['); };
    const auto isAtMessage = [this] { return at(m_position) == '{' || uchar(at(m_position)) == 0xef; };
    if (isAtMessage())
        return;
    QByteArrayView tag = token();
    if (!isTag(tag) && !isAtMessage()) {
        m_header.host = tag;
        tag = token();
    }
    const bool ends = isTag(tag);
    if (tag.endsWith(':'))
        tag.chop(1);
    const qsizetype bracket = tag.indexOf('[');
    if (bracket >= 0 && tag.endsWith(']')) {
        m_header.processId = tag.sliced(bracket + 1).chopped(1);
        tag = tag.first(bracket);
    }
    m_header.program = tag;
    if (!ends)
        readRestOfVersion1();
}

/// What RFC 5424 has behind the program, where only its version is missing.
void HeaderReader::readRestOfVersion1()
{
    const qsizetype before = m_position;
    const QByteArrayView processId = nilToken();
    const QByteArrayView messageId = nilToken();
    const qsizetype data = m_position;
    readStructuredData();
    if (m_position == data) {
        m_position = before;
        return;
    }
    m_header.processId = processId;
    m_header.messageId = messageId;
}

std::optional<SyslogHeader> HeaderReader::read()
{
    skipOctetCount();
    readPriority();
    if (skipVersion()) {
        m_header.time = nilToken();
        m_header.host = nilToken();
        m_header.program = nilToken();
        m_header.processId = nilToken();
        m_header.messageId = nilToken();
        readStructuredData();
    } else if (readTime() || !m_header.priority.isEmpty()) {
        readTag();
    } else {
        return std::nullopt;
    }
    m_header.end = m_position;
    return m_header;
}

} // namespace

std::optional<SyslogHeader> parseSyslogHeader(QByteArrayView line)
{
    return HeaderReader(line).read();
}

qint64 syslogTime(const SyslogHeader &header, const TimeReader &times)
{
    const bool isIso = !header.time.isEmpty() && isDigit(header.time[0]);
    return isIso ? times.iso(header.time) : times.syslog(header.time);
}

QList<RecordField> syslogFields(const SyslogHeader &header)
{
    const std::pair<QString, QByteArrayView> parts[] = {
        {u"syslogTime"_s, header.time},     {u"host"_s, header.host},
        {u"program"_s, header.program},     {u"processId"_s, header.processId},
        {u"messageId"_s, header.messageId}, {u"structuredData"_s, header.structuredData},
        {u"priority"_s, header.priority},
    };
    QList<RecordField> fields;
    for (const auto &[name, value] : parts) {
        if (!value.isEmpty())
            fields.append({name, QString::fromUtf8(value)});
    }
    return fields;
}

} // namespace evident
