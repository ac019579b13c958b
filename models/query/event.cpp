#include "event.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

template <typename Enum, std::size_t N>
using Tokens = std::array<std::pair<Enum, QLatin1StringView>, N>;

constexpr Tokens<Kind, 6> kindTokens{{
    {Kind::None, ""_L1},
    {Kind::User, "user"_L1},
    {Kind::System, "system"_L1},
    {Kind::Admin, "admin"_L1},
    {Kind::Am, "am"_L1},
    {Kind::Idr, "idr"_L1},
}};

constexpr Tokens<Outcome, 5> outcomeTokens{{
    {Outcome::Unknown, ""_L1},
    {Outcome::Success, "success"_L1},
    {Outcome::Failure, "failure"_L1},
    {Outcome::Pending, "pending"_L1},
    {Outcome::None, "none"_L1},
}};

constexpr Tokens<Owner, 7> ownerTokens{{
    {Owner::Unknown, "unknown"_L1},
    {Owner::User, "user"_L1},
    {Owner::HelpDesk, "helpdesk"_L1},
    {Owner::Identity, "identity"_L1},
    {Owner::Network, "network"_L1},
    {Owner::Vendor, "vendor"_L1},
    {Owner::Nobody, "none"_L1},
}};

constexpr Tokens<Severity, 14> severitySpellings{{
    {Severity::Critical, "critical"_L1},
    {Severity::Critical, "crit"_L1},
    {Severity::Critical, "fatal"_L1},
    {Severity::Critical, "alert"_L1},
    {Severity::Critical, "emergency"_L1},
    {Severity::Critical, "emerg"_L1},
    {Severity::Error, "error"_L1},
    {Severity::Error, "err"_L1},
    {Severity::Warning, "warning"_L1},
    {Severity::Warning, "warn"_L1},
    {Severity::Notice, "notice"_L1},
    {Severity::Info, "info"_L1},
    {Severity::Info, "information"_L1},
    {Severity::Info, "informational"_L1},
}};

template <typename Enum, std::size_t N>
QString tokenOf(const Tokens<Enum, N> &tokens, Enum value)
{
    for (const auto &[candidate, token] : tokens) {
        if (candidate == value)
            return token;
    }
    return {};
}

template <typename Enum, std::size_t N>
std::optional<Enum> fromToken(const Tokens<Enum, N> &tokens, QStringView text)
{
    for (const auto &[candidate, token] : tokens) {
        if (text.compare(token, Qt::CaseInsensitive) == 0)
            return candidate;
    }
    return std::nullopt;
}

QChar foldedForm(QChar character)
{
    switch (character.unicode()) {
    case 0x2010: // hyphen, non-breaking hyphen, figure dash
    case 0x2011:
    case 0x2012:
    case 0x2013: // en dash, em dash, horizontal bar
    case 0x2014:
    case 0x2015:
    case 0x2212: // minus
        return u'-';
    case 0x2018: // single quotes
    case 0x2019:
    case 0x201a:
    case 0x201b:
        return u'\'';
    case 0x201c: // double quotes
    case 0x201d:
    case 0x201e:
    case 0x201f:
        return u'"';
    default:
        return character.isSpace() ? QChar(u' ') : character;
    }
}

} // namespace

QString kindToken(Kind kind)
{
    return tokenOf(kindTokens, kind);
}

QString outcomeToken(Outcome outcome)
{
    return tokenOf(outcomeTokens, outcome);
}

QString ownerToken(Owner owner)
{
    return tokenOf(ownerTokens, owner);
}

std::optional<Kind> kindFromToken(QStringView token)
{
    return fromToken(kindTokens, token);
}

std::optional<Outcome> outcomeFromToken(QStringView token)
{
    return fromToken(outcomeTokens, token);
}

std::optional<Owner> ownerFromToken(QStringView token)
{
    return fromToken(ownerTokens, token);
}

Severity severityOf(QStringView level)
{
    return fromToken(severitySpellings, level.trimmed()).value_or(Severity::Unknown);
}

QString foldedText(QStringView text)
{
    QString folded;
    folded.reserve(text.size());
    for (const QChar original : text) {
        const QChar character = foldedForm(original);
        if (character != u' ' || (!folded.isEmpty() && folded.back() != u' '))
            folded.append(character);
    }
    while (!folded.isEmpty() && (folded.back() == u' ' || folded.back() == u'.'))
        folded.chop(1);
    return folded.toCaseFolded();
}

bool isInvisible(char32_t character)
{
    const auto within = [character](char32_t first, char32_t last) { return character >= first && character <= last; };
    return character < 0x20 || within(0x7f, 0x9f) // controls
        || character == 0xad || character == 0x61c
        || character == 0x180e // soft hyphen, Arabic mark, Mongolian separator
        || within(0x200b, 0x200f) // zero width, direction marks
        || within(0x2028, 0x202e) // line and paragraph separators, embeddings and overrides
        || within(0x2060, 0x206f) // word joiner, invisible operators, isolates
        || within(0xd800, 0xdfff) // half of a pair
        || character == 0xfeff || within(0xfff9, 0xfffb) // zero-width space, annotations
        || within(0xe0000, 0xe007f); // tags
}

QString visibleText(QStringView text, bool keepBreaks)
{
    QString visible;
    visible.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t character = text[i].unicode();
        qsizetype units = 1;
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            character = QChar::surrogateToUcs4(text[i], text[i + 1]);
            units = 2;
        }
        // A carriage return alone would let a terminal write over what stands before it.
        const bool lineEnd = character == U'\n' || (character == U'\r' && i + 1 < text.size() && text[i + 1] == u'\n');
        const bool kept = keepBreaks && (character == U'\t' || lineEnd);
        if (isInvisible(character) && !kept)
            visible += u"\\u{"_s + QString::number(static_cast<uint>(character), 16) + u'}';
        else
            visible += text.sliced(i, units);
        i += units - 1;
    }
    return visible;
}

} // namespace evident
