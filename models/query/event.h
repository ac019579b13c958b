#pragma once

#include <QHashFunctions>
#include <QString>
#include <QStringView>

#include <compare>
#include <optional>

namespace evident {

/// Which numbering an event code belongs to. Codes are numbers within a kind; the numberings overlap.
enum class Kind : quint8 {
    None, ///< a line of text that carries no event
    User,
    System,
    Admin,
    Am, ///< Authentication Manager; never resolved in the catalog
    Idr, ///< identity router; never resolved in the catalog
};

/// The key of a catalog entry.
struct EventKey
{
    Kind kind = Kind::User;
    qint64 code = 0;

    auto operator<=>(const EventKey &) const = default;
};
inline size_t qHash(const EventKey &key, size_t seed = 0)
{
    return qHashMulti(seed, int(key.kind), key.code);
}

/// How the whole event ended, not its first half.
enum class Outcome : quint8 { Unknown, Success, Failure, Pending, None };

/// Who can end the trouble first. `Nobody` is the query's `none`: nobody needs to act.
enum class Owner : quint8 { Unknown, User, HelpDesk, Identity, Network, Vendor, Nobody };

/// The levels that have a look of their own, in order of weight. Levels are an open set: any other text is Unknown and
/// sorts last.
enum class Severity : quint8 { Critical, Error, Warning, Notice, Info, Unknown };

/// The tokens of the query language and of every machine-readable output; never translated. Kind::None and
/// Outcome::Unknown are "".
QString kindToken(Kind kind);
QString outcomeToken(Outcome outcome);
QString ownerToken(Owner owner);
std::optional<Kind> kindFromToken(QStringView token);
std::optional<Outcome> outcomeFromToken(QStringView token);
std::optional<Owner> ownerFromToken(QStringView token);

/// The severity of a level's text, without regard to case ("Error", "warn", "CRITICAL" are known spellings).
Severity severityOf(QStringView level);

/// Folds what two editions of one text may differ in by form alone: case, runs of space, dashes, curly quotes, the
/// final full stop. Two texts with the same folded form say the same.
QString foldedText(QStringView text);

/// Characters that are not seen, or that change how their neighbours are shown; half of a pair, too.
bool isInvisible(char32_t character);

/// Control and bidirectional-override characters written visibly as `\u{…}`; tab and line breaks too when `keepBreaks`
/// is false. Every text of a log that goes to a screen, a terminal or a ticket passes through here.
QString visibleText(QStringView text, bool keepBreaks = false);

} // namespace evident
