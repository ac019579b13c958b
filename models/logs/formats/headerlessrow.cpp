#include "headerlessrow.h"

#include "eventfields.h"
#include "resolution.h"

#include <algorithm>
#include <cstring>

namespace evident {

namespace {

bool isNull(QByteArrayView value)
{
    return value.isEmpty() || value == "null";
}

bool isNumber(QByteArrayView value)
{
    return parseCode(value) != noCode;
}

/// As the ids of a service's objects are: `3f2a…-…`.
bool isIdentifier(QByteArrayView value)
{
    constexpr qsizetype fewest = 8;
    return value.size() >= fewest && std::ranges::all_of(value, [](char c) {
               return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f') || c == '-';
           });
}

template <std::size_t N>
bool isOneOf(QByteArrayView value, const std::array<QByteArrayView, N> &names)
{
    return std::ranges::any_of(names,
                               [value](QByteArrayView name) { return value.compare(name, Qt::CaseInsensitive) == 0; });
}

bool isType(QByteArrayView value)
{
    static constexpr std::array<QByteArrayView, 3> types = {"user", "system", "Administration"};
    return isOneOf(value, types);
}

bool isMethod(QByteArrayView value)
{
    static constexpr std::array<QByteArrayView, 18> methods = {"Approve",
                                                               "Biometric",
                                                               "Biometrics",
                                                               "Device Biometrics",
                                                               "SecurID",
                                                               "SecurID OTP",
                                                               "RSA SecurID",
                                                               "SecurID Token",
                                                               "Authenticate OTP",
                                                               "Authenticate Tokencode",
                                                               "SMS OTP",
                                                               "Voice OTP",
                                                               "Emergency Access Code",
                                                               "Emergency Tokencode",
                                                               "Hardware Authenticator",
                                                               "FIDO",
                                                               "Password",
                                                               "LDAP Password"};
    return isOneOf(value, methods);
}

} // namespace

QByteArrayView HeaderlessRow::piece(qsizetype index) const
{
    return pieces(index, index);
}

/// With the commas between them.
QByteArrayView HeaderlessRow::pieces(qsizetype first, qsizetype last) const
{
    const qsizetype begin = m_begins[size_t(first)];
    return m_line.sliced(begin, m_begins[size_t(last) + 1] - 1 - begin);
}

void HeaderlessRow::cutPieces(QByteArrayView line)
{
    m_line = line;
    m_begins.clear();
    m_begins.push_back(0);
    for (qsizetype position = 0; position < line.size();) {
        const void *found = std::memchr(line.data() + position, ',', size_t(line.size() - position));
        if (!found)
            break;
        position = static_cast<const char *>(found) - line.data() + 1;
        m_begins.push_back(position);
    }
    m_begins.push_back(line.size() + 1);
}

/// Somebody's spreadsheet may have put the quotes there that the writer did not.
bool HeaderlessRow::splitQuoted(QByteArrayView line)
{
    if (!line.contains('"'))
        return false;
    qsizetype end = 0;
    if (m_splitter.split(line, 0, end) != line.size() || qsizetype(m_splitter.fields().size()) != columns)
        return false;
    for (size_t i = 0; i < size_t(columns); ++i) {
        const CsvField &field = m_splitter.fields()[i];
        m_values[i] = isNull(field.text) ? QByteArrayView() : field.text;
        m_hasQuotes[i] = field.hasQuotes;
    }
    return isNull(value(HeaderlessColumn::EventCode)) || isNumber(value(HeaderlessColumn::EventCode));
}

/// A blank behind a comma is prose: the writer puts none between values. Only as long as enough pieces stay.
void HeaderlessRow::joinProse()
{
    const auto isProse = [this](qsizetype begin) { return begin < m_line.size() && m_line[begin] == ' '; };
    const auto count = std::count_if(m_begins.begin() + 1, m_begins.end() - 1, isProse);
    if (qsizetype(m_begins.size()) - 1 - count >= columns)
        m_begins.erase(std::remove_if(m_begins.begin() + 1, m_begins.end() - 1, isProse), m_begins.end() - 1);
}

bool HeaderlessRow::isCode(qsizetype index) const
{
    return isNumber(piece(index));
}

/// The customer's and the user's name may hold commas; type and code tell where they end.
HeaderlessRow::Left HeaderlessRow::findLeft() const
{
    const qsizetype count = qsizetype(m_begins.size()) - 1;
    const qsizetype extra = count - columns;
    Left best;
    for (qsizetype type = 2; type <= 2 + extra; ++type) {
        if (!isType(piece(type)))
            continue;
        for (qsizetype code = type + 3; code <= 5 + extra; ++code) {
            if (isCode(code) && (best.code < 0 || code - type < best.code - best.type)) {
                best = {type, code};
                break;
            }
        }
    }
    const bool mayLackCode = isNull(piece(5)) && (extra == 0 || isType(piece(2)));
    if (best.code < 0 && (isCode(5) || mayLackCode))
        best = {2, 5};
    return best;
}

/// How much the piece at `position` looks like a policy's id with a method before it and the policy's name behind it;
/// -1 where it cannot be.
int HeaderlessRow::scoreOfPolicy(qsizetype position, qsizetype code) const
{
    const QByteArrayView id = piece(position);
    const QByteArrayView method = piece(position - 1);
    const bool mayBe = isNumber(id) || isIdentifier(id) || isNull(id);
    // Between code and method there are description and application at least.
    if (!mayBe || position - 1 < code + 3 || isNumber(method))
        return -1;
    const qsizetype last = qsizetype(m_begins.size()) - 3; // the authentication details
    const qsizetype nulls =
        std::count_if(m_begins.begin() + position + 1, m_begins.begin() + last + 1, [this](qsizetype begin) {
            const QByteArrayView rest = m_line.sliced(begin);
            return rest.startsWith("null,");
        });
    // A value of several pieces has no `null` among them: only one that stands alone is.
    const bool hasNullAtAnEnd = piece(position + 1) == "null" || piece(last) == "null";
    if (last - position > 2 && nulls > (hasNullAtAnEnd ? 1 : 0))
        return -1;
    return (isNull(id) ? 1 : 3) + (isMethod(method) ? 2 : isNull(method) ? 1 : 0);
}

/// Where the policy's id stands; -1 where two places are as good.
qsizetype HeaderlessRow::findPolicy(qsizetype code) const
{
    const qsizetype rightmost = qsizetype(m_begins.size()) - 1 - 4;
    qsizetype best = -1;
    int bestScore = -1;
    bool isClear = false;
    for (qsizetype position = rightmost; position >= code + 4; --position) {
        const int score = scoreOfPolicy(position, code);
        if (score < 0 || score < bestScore)
            continue;
        isClear = score > bestScore;
        best = position;
        bestScore = score;
    }
    return isClear ? best : -1;
}

void HeaderlessRow::set(HeaderlessColumn column, qsizetype first, qsizetype last)
{
    const QByteArrayView text = pieces(first, last);
    m_values[size_t(column)] = isNull(text) ? QByteArrayView() : text;
}

void HeaderlessRow::blend(HeaderlessColumn firstColumn, HeaderlessColumn lastColumn, qsizetype first, qsizetype last)
{
    m_blends.push_back({firstColumn, lastColumn, pieces(first, last)});
}

/// The policy's name and the details of the authentication, from behind the policy's id.
void HeaderlessRow::setTail(qsizetype policy)
{
    const qsizetype first = policy + 1;
    const qsizetype last = qsizetype(m_begins.size()) - 3;
    if (last - first == 1 || piece(first) == "null") {
        set(HeaderlessColumn::PolicyName, first, first);
        set(HeaderlessColumn::AuthenticationDetails, first + 1, last);
    } else if (piece(last) == "null") {
        set(HeaderlessColumn::PolicyName, first, last - 1);
    } else {
        blend(HeaderlessColumn::PolicyName, HeaderlessColumn::AuthenticationDetails, first, last);
    }
}

/// Description and application: the vendor's descriptions end with a full stop; else the application has no comma.
void HeaderlessRow::setDescription(qsizetype first, qsizetype last)
{
    qsizetype end = last - 1;
    for (qsizetype index = first; index < last; ++index) {
        if (piece(index).endsWith('.'))
            end = index;
    }
    set(HeaderlessColumn::EventDescription, first, end);
    set(HeaderlessColumn::Application, end + 1, last);
}

bool HeaderlessRow::split(QByteArrayView line)
{
    m_values = {};
    m_hasQuotes = {};
    m_blends.clear();
    cutPieces(line);
    if (qsizetype(m_begins.size()) - 1 < columns)
        return false;
    if (qsizetype(m_begins.size()) - 1 > columns) {
        if (splitQuoted(line))
            return true;
        m_values = {};
        m_hasQuotes = {};
        joinProse();
    }
    const auto [type, code] = findLeft();
    if (code < 0)
        return false;
    set(HeaderlessColumn::EventLogDate, 0, 0);
    set(HeaderlessColumn::CustomerName, 1, type - 1);
    set(HeaderlessColumn::EventType, type, type);
    set(HeaderlessColumn::EventCategory, type + 1, type + 1);
    set(HeaderlessColumn::UserId, type + 2, code - 1);
    set(HeaderlessColumn::EventCode, code, code);

    const qsizetype last = qsizetype(m_begins.size()) - 2;
    set(HeaderlessColumn::AssuranceLevel, last, last);
    const bool isExact = last - code == 7;
    const qsizetype policy = isExact ? last - 3 : findPolicy(code);
    if (policy < 0) {
        blend(HeaderlessColumn::EventDescription, HeaderlessColumn::AuthenticationDetails, code + 1, last - 1);
        return true;
    }
    set(HeaderlessColumn::PolicyId, policy, policy);
    set(HeaderlessColumn::Method, policy - 1, policy - 1);
    setTail(policy);
    if (isExact) {
        set(HeaderlessColumn::EventDescription, code + 1, code + 1);
        set(HeaderlessColumn::Application, code + 2, code + 2);
    } else {
        setDescription(code + 1, policy - 2);
    }
    return true;
}

} // namespace evident
