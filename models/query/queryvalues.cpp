#include "queryvalues.h"

#include "decimal.h"
#include "ipaddress.h"
#include "querykeys.h"
#include "timevalue.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// The user's text inside a message.
QString shown(QStringView text)
{
    constexpr qsizetype longest = 64;
    return text.size() <= longest ? visibleText(text) : visibleText(text.first(longest)) + u'…';
}

struct ValueReasons
{
    Q_DECLARE_TR_FUNCTIONS(evident::QueryValue)

public:
    static Error notACode(QStringView text)
    {
        return {tr("“%1” is not an event code. Write a number (702), a range (600-699) or a comparison (>=900).")
                    .arg(shown(text))};
    }
    static Error reversedCodes() { return {tr("The range of codes ends before it begins.")}; }
    static Error noCodeBelow() { return {tr("There is no code below 0.")}; }
    static Error unknownToken(Field field, QStringView text)
    {
        return {tr("“%1” is not a value of “%2”. It takes: %3.")
                    .arg(shown(text), queryKey(field), fieldTokens(field).join(u", "_s))};
    }
    static Error notAnAddress(QStringView text)
    {
        return {tr("“%1” is not an IP address or prefix. A text that is no address is written in quotation marks.")
                    .arg(shown(text))};
    }
    static Error neverAbsent(Field field) { return {tr("“%1” needs a value that is not empty.").arg(queryKey(field))}; }
};

constexpr qsizetype codeDigits = 18;
constexpr qint64 highestCode = 999'999'999'999'999'999;

Result<Value> parseComparison(QStringView text)
{
    const bool above = text.front() == u'>';
    const bool orEqual = text.size() > 1 && text[1] == u'=';
    const std::optional<qint64> bound = decimalNumber<qint64>(text.sliced(orEqual ? 2 : 1), codeDigits);
    if (!bound || (above && !orEqual && *bound == highestCode))
        return ValueReasons::notACode(text);
    if (above)
        return Value(CodeValue{orEqual ? *bound : *bound + 1, std::nullopt});
    if (!orEqual && *bound == 0)
        return ValueReasons::noCodeBelow();
    return Value(CodeValue{std::nullopt, orEqual ? *bound : *bound - 1});
}

Result<Value> parseCode(QStringView text)
{
    if (text.startsWith(u'<') || text.startsWith(u'>'))
        return parseComparison(text);
    const qsizetype dash = text.indexOf(u'-');
    const std::optional<qint64> first = decimalNumber<qint64>(dash < 0 ? text : text.first(dash), codeDigits);
    const std::optional<qint64> last = dash < 0 ? first : decimalNumber<qint64>(text.sliced(dash + 1), codeDigits);
    if (!first || !last)
        return ValueReasons::notACode(text);
    if (*last < *first)
        return ValueReasons::reversedCodes();
    return Value(CodeValue{first, last});
}

bool isAddressPattern(QStringView text)
{
    return text.contains(u'*')
        && std::all_of(text.begin(), text.end(), [](QChar c) { return u"*.:0123456789abcdefABCDEF"_s.contains(c); });
}

Result<Value> parseAddress(const QString &text, bool quoted)
{
    if (IpPrefix::parse(text) || isAddressPattern(text))
        return Value(AddressValue{text});
    if (quoted)
        return Value(TextValue{text});
    return ValueReasons::notAnAddress(text);
}

Result<Value> parseToken(Field field, const QString &text, const QStringList &tokens)
{
    for (const QString &token : tokens) {
        if (token.compare(text, Qt::CaseInsensitive) == 0)
            return Value(TextValue{token});
    }
    return ValueReasons::unknownToken(field, text);
}

} // namespace

Result<Value> parseQueryValue(Field field, const QString &text, bool quoted)
{
    if (text.isEmpty()) {
        const bool alwaysThere = field == Field::Since || field == Field::Is || field == Field::Has;
        if (alwaysThere)
            return ValueReasons::neverAbsent(field);
        return Value(TextValue{});
    }
    switch (field) {
    case Field::Code:
        return parseCode(text);
    case Field::Time:
        return parseTimeValue(text);
    case Field::Since:
        return parseSpanValue(text);
    case Field::SourceIp:
        return parseAddress(text, quoted);
    default:
        break;
    }
    if (const QStringList tokens = fieldTokens(field); !tokens.isEmpty())
        return parseToken(field, text, tokens);
    return Value(TextValue{text});
}

std::optional<Value> queryValue(Field field, const QString &text)
{
    const Result<Value> value = parseQueryValue(field, text, true);
    return value ? std::optional(value.value()) : std::nullopt;
}

} // namespace evident
