#include "amline.h"

#include "asciichars.h"
#include "lines.h"

#include <algorithm>
#include <cstring>

namespace evident {

namespace {

/// `2026-01-15 09:14:02`
bool isDateTime(QByteArrayView text)
{
    constexpr char form[] = "0000-00-00 00:00:00";
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (form[i] == '0' ? !isDigit(text[i]) : text[i] != form[i] && !(i == 10 && text[i] == 'T'))
            return false;
    }
    return true;
}

qsizetype commaFrom(QByteArrayView text, qsizetype from)
{
    const void *found = from < text.size() ? std::memchr(text.data() + from, ',', size_t(text.size() - from)) : nullptr;
    return found ? static_cast<const char *>(found) - text.data() : -1;
}

AmLine::Log logOf(QByteArrayView logger)
{
    if (logger.startsWith("audit.runtime."))
        return AmLine::Log::Runtime;
    if (logger.startsWith("audit.admin."))
        return AmLine::Log::Admin;
    return logger.startsWith("system.com.rsa") ? AmLine::Log::System : AmLine::Log::Unknown;
}

/// The end of the quoted value that begins at `begin`: the comma behind it, or the text's end; -1 where no quote
/// closes it.
qsizetype quotedEnd(QByteArrayView text, qsizetype begin, CsvField &field)
{
    qsizetype quote = text.indexOf('"', begin);
    while (quote >= 0) {
        if (quote + 1 < text.size() && text[quote + 1] == '"') {
            field.hasQuotes = true;
            quote = text.indexOf('"', quote + 2);
            continue;
        }
        qsizetype end = quote + 1;
        while (end < text.size() && text[end] == ' ')
            ++end;
        if (end == text.size() || text[end] == ',') {
            field.text = text.sliced(begin, quote - begin);
            return end;
        }
        quote = text.indexOf('"', quote + 1);
    }
    return -1;
}

using Names = std::vector<QByteArrayView>;

/// Of the pieces behind the session.
const Names &namesOf(AmLine::Log log)
{
    static const Names none;
    static const Names runtime = {"userGuid",
                                  "identitySourceId",
                                  "securityDomainId",
                                  "userId",
                                  "firstName",
                                  "lastName",
                                  "agentId",
                                  "agentSecurityDomainId",
                                  "agentIP",
                                  "agentName",
                                  "agentType",
                                  "methodId",
                                  "method",
                                  "policyId",
                                  "policyExpression",
                                  "",
                                  "",
                                  "",
                                  "",
                                  "",
                                  "",
                                  "",
                                  "tokenId",
                                  "tokenSerial"};
    static const Names admin = {"",
                                "userGuid",
                                "identitySourceId",
                                "securityDomainId",
                                "userId",
                                "firstName",
                                "lastName",
                                "targetObject1Type",
                                "targetObject1Id",
                                "targetObject1IdentitySourceId",
                                "targetObject1SecurityDomainId",
                                "targetObject1Name",
                                "targetObject2Type",
                                "targetObject2Id",
                                "targetObject2IdentitySourceId",
                                "targetObject2SecurityDomainId",
                                "targetObject2Name"};
    static const Names system = {"userGuid", "identitySourceId", "securityDomainId", "userId", "firstName", "lastName"};
    switch (log) {
    case AmLine::Log::Runtime:
        return runtime;
    case AmLine::Log::Admin:
        return admin;
    case AmLine::Log::System:
        return system;
    case AmLine::Log::Unknown:
        break;
    }
    return none;
}

} // namespace

/// Where the pieces begin: behind the time, whose milliseconds are parted by a comma too. Without a time, at the
/// line's beginning.
qsizetype AmLine::findTime(QByteArrayView line)
{
    constexpr qsizetype length = 19;
    constexpr int commasToSee = 4; // a header may have some
    m_header = {};
    m_time = {};
    qsizetype comma = commaFrom(line, 0);
    for (int i = 0; comma >= 0 && i < commasToSee; ++i, comma = commaFrom(line, comma + 1)) {
        if (comma < length || !isDateTime(line.sliced(comma - length, length)))
            continue;
        qsizetype end = comma;
        if (comma + 1 < line.size() && isDigit(line[comma + 1])) {
            const qsizetype next = commaFrom(line, comma + 1);
            end = next < 0 ? line.size() : next;
        }
        m_header = line.first(comma - length);
        m_time = line.sliced(comma - length, end - (comma - length));
        return std::min(end + 1, line.size());
    }
    return 0;
}

void AmLine::splitPieces(QByteArrayView text)
{
    m_pieces.clear();
    qsizetype position = 0;
    while (true) {
        while (position < text.size() && text[position] == ' ')
            ++position;
        CsvField field;
        qsizetype end = -1;
        if (position < text.size() && text[position] == '"')
            end = quotedEnd(text, position + 1, field);
        if (end < 0) {
            const qsizetype comma = commaFrom(text, position);
            end = comma < 0 ? text.size() : comma;
            field = {text.sliced(position, trimmedEnd(text, position, end) - position)};
        }
        m_pieces.push_back(field);
        if (end >= text.size())
            return;
        position = end + 1;
    }
}

void AmLine::findLogger()
{
    constexpr size_t piecesToSee = 4;
    m_logger = -1;
    m_log = Log::Unknown;
    for (size_t i = 0; i < std::min(piecesToSee, m_pieces.size()) && m_logger < 0; ++i) {
        m_log = logOf(m_pieces[i].text);
        if (m_log != Log::Unknown)
            m_logger = qsizetype(i);
    }
}

/// `AUTHN_LOGIN_EVENT,13002,SUCCESS`. Which the results are is known only where the piece's place does not say it.
bool AmLine::isAction(qsizetype piece) const
{
    if (piece + Result >= qsizetype(m_pieces.size()))
        return false;
    const QByteArrayView action = m_pieces[size_t(piece)].text;
    const QByteArrayView code = m_pieces[size_t(piece + Code)].text;
    const QByteArrayView result = m_pieces[size_t(piece + Result)].text;
    const auto isKeyCharacter = [](char c) { return (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_'; };
    return (code.size() == 4 || code.size() == 5) && std::all_of(code.begin(), code.end(), isDigit) && !action.isEmpty()
        && !isDigit(action[0]) && std::all_of(action.begin(), action.end(), isKeyCharacter)
        && (m_logger >= 0 || result == "SUCCESS" || result == "FAIL");
}

void AmLine::findAction()
{
    constexpr qsizetype behindLogger = 6; // level, two ids, two addresses
    m_action = -1;
    const auto count = qsizetype(m_pieces.size());
    qsizetype i = m_logger >= 0 ? m_logger + behindLogger : 0;
    if (m_logger >= 0 && i < count && !isAction(i))
        i = m_logger + 1;
    while (i < count && !isAction(i))
        ++i;
    if (i < count)
        m_action = i;
}

/// Without a logger, the number of pieces from the action on tells.
void AmLine::guessLog()
{
    constexpr qsizetype runtimePieces = 31;
    constexpr qsizetype adminPieces = 23;
    constexpr qsizetype systemPieces = 18;
    switch (qsizetype(m_pieces.size()) - m_action) {
    case runtimePieces:
        m_log = Log::Runtime;
        break;
    case adminPieces:
        m_log = Log::Admin;
        break;
    case systemPieces:
        m_log = Log::System;
        break;
    default:
        break;
    }
}

bool AmLine::split(QByteArrayView line)
{
    splitPieces(line.sliced(findTime(line)));
    findLogger();
    findAction();
    if (m_logger < 0 && m_action >= 0)
        guessLog();
    return m_logger >= 0 || m_action >= 0;
}

QByteArrayView AmLine::level() const
{
    const qsizetype place = m_logger + 1;
    return m_logger >= 0 && place < qsizetype(m_pieces.size()) ? m_pieces[size_t(place)].text : QByteArrayView();
}

CsvField AmLine::piece(int fromAction) const
{
    const qsizetype place = m_action + fromAction;
    return m_action >= 0 && place >= 0 && place < qsizetype(m_pieces.size()) ? m_pieces[size_t(place)] : CsvField();
}

CsvField AmLine::user() const
{
    constexpr int user = Session + 4;
    if (m_log == Log::Unknown)
        return {};
    return piece(m_log == Log::Admin ? user + 1 : user);
}

QByteArrayView AmLine::nameOf(qsizetype piece) const
{
    static constexpr QByteArrayView common[] = {"eventId",         "instanceId", "clientIPAddress",
                                                "serverIPAddress", "action",     "actionCode",
                                                "result",          "reason",     "sessionId"};
    if (m_logger >= 0 && piece <= m_logger + 1) {
        static constexpr QByteArrayView beforeAction[] = {"host", "logger", "level"};
        const qsizetype place = piece - m_logger + 1;
        return place >= 0 ? beforeAction[place] : QByteArrayView();
    }
    if (m_action < 0)
        return {};
    const qsizetype place = piece - m_action - EventId;
    if (place < 0)
        return {};
    constexpr auto commonPieces = qsizetype(std::size(common));
    if (place < commonPieces)
        return common[place];
    const Names &names = namesOf(m_log);
    const qsizetype behind = place - commonPieces;
    return behind < qsizetype(names.size()) ? names[size_t(behind)] : QByteArrayView();
}

} // namespace evident
