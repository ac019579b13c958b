#pragma once

#include "event.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>
#include <QTime>

#include <optional>
#include <variant>

namespace evident {

/// What a term asks about. The first spelling of each key is the canonical one (see queryKey()).
enum class Field : quint8 {
    Text, ///< a word, phrase or regular expression without a key
    User,
    Code,
    Kind,
    Level,
    Category,
    Method,
    Outcome,
    Owner,
    Application,
    SourceIp,
    Transaction,
    Activity,
    Device,
    Policy,
    Result,
    File,
    Description,
    Time,
    Since,
    Finding,
    Is,
    Has,
    Named, ///< `field.NAME`: any field that a record has
};

/// The canonical key of a field, "user" for Field::User; "" for Text, "field." for Named.
QString queryKey(Field field);
/// Every key a term may have, canonical spellings only: for completion.
QStringList queryKeys();

/// A literal. In a keyed term `*` is a wildcard, the match is whole and case-folded, and "" means absent; as a word it
/// is searched.
struct TextValue
{
    QString text;
    bool operator==(const TextValue &) const = default;
};
/// Of Field::Text only. A slash stands in the pattern as itself.
struct RegexValue
{
    QString pattern;
    bool ignoreCase = false;
    bool operator==(const RegexValue &) const = default;
};
/// Codes from first to last, both included. `>=900` has no last, `<500` no first.
struct CodeValue
{
    std::optional<qint64> first;
    std::optional<qint64> last;
    bool operator==(const CodeValue &) const = default;
};
/// One end of a time range as it was written: a day or a moment, with its offset from UTC when one was given.
struct TimePoint
{
    QDate date; ///< invalid: a time of every day
    QTime time; ///< invalid: the whole day
    std::optional<int> offsetSeconds;
    bool operator==(const TimePoint &) const = default;
};
/// Half-open. Without `to` it is the unit that `from` names: its day, its minute, its second (the smallest that is not
/// zero; a second written as `09:00:00` is parsed to a range). With `endless` it is all that follows `from`. An open
/// start has no `from`; both ends open is not a TimeValue. Both ends are days or moments, or both are times of every
/// day; a daily range may run over midnight.
struct TimeValue
{
    std::optional<TimePoint> from;
    std::optional<TimePoint> to;
    bool endless = false; ///< `from..`
    bool operator==(const TimeValue &) const = default;
};
/// `since:2h`: counted back from the log's last record. Whole seconds.
struct SpanValue
{
    qint64 milliseconds = 0;
    bool operator==(const SpanValue &) const = default;
};
/// An address or a prefix, IPv4 or IPv6, with `*` allowed where it is text. What is no address can be asked for in
/// quotes and is a TextValue.
struct AddressValue
{
    QString text; ///< as written
    bool operator==(const AddressValue &) const = default;
};

using Value = std::variant<TextValue, RegexValue, CodeValue, TimeValue, SpanValue, AddressValue>;

struct Term
{
    Field field = Field::Text;
    QString name; ///< of Field::Named
    bool negated = false;
    QList<Value> values; ///< any of them; never empty, one for Field::Text
    bool operator==(const Term &) const = default;
};

/// Terms joined by `or`.
using Group = QList<Term>;

/// What is wrong with a query's text, and where.
struct QueryError
{
    qsizetype position = 0; ///< in UTF-16 units
    qsizetype length = 0; ///< of the wrong term
    QString reason; ///< a whole sentence, translated
    bool operator==(const QueryError &) const = default;
};

struct QueryParse;

/// The one query of the box, the facets, the timeline, saved views and the command line: an `and` of groups.
/// A value type; parse(toString()) is the same query. The empty query keeps everything.
class Query
{
public:
    Query() = default;
    explicit Query(QList<Group> groups);

    /// The longest text that parse() takes, in UTF-16 units.
    static constexpr qsizetype maximumLength = 65536;

    /// Never throws, and needs time and memory linear in the text, whatever the text. Texts over 64 KiB are refused
    /// with an error.
    static QueryParse parse(QStringView text);
    /// Canonical.
    QString toString() const;

    const QList<Group> &groups() const noexcept { return m_groups; }
    bool isEmpty() const noexcept { return m_groups.isEmpty(); }
    bool operator==(const Query &) const = default;

    // How a facet edits the query. A facet owns the group that is one single term of its field with values a facet can
    // list (texts, single codes, addresses; no ranges): one group of values that are kept, one negated group of values
    // that are not. A value is in one of them at most. What the field cannot have (`code:abc`, `kind:x`) leaves the
    // query as it is, and so does a field without facet (Text, Named), and a value that would make the text longer than
    // parse() takes.
    QStringList facetValues(Field field, bool excluded = false) const;
    [[nodiscard]] Query withFacetValue(Field field, const QString &value, bool excluded = false) const;
    [[nodiscard]] Query withoutFacetValue(Field field, const QString &value, bool excluded = false) const;
    /// The query without the facet's including group: what the facet's own counts are made with.
    [[nodiscard]] Query withoutFacet(Field field) const;
    /// The query with one more group, unless it has it already.
    [[nodiscard]] Query withGroup(const Group &group) const;

private:
    QList<Group> m_groups;
};

struct QueryParse
{
    Query query; ///< empty when there is an error
    std::optional<QueryError> error; ///< the first one
    bool ok() const noexcept { return !error.has_value(); }
};

/// A stretch of a query's text and what it is: for the box, that paints keys muted and underlines what is wrong.
struct QueryToken
{
    enum class Type { Key /* with its colon */, Value, Word, Phrase, Regex, Not, Or };
    Type type = Type::Word;
    qsizetype position = 0;
    qsizetype length = 0;
    bool operator==(const QueryToken &) const = default;
};
/// Tolerant: whatever is typed so far gets tokens.
QList<QueryToken> queryTokens(QStringView text);

/// What a text means as a value of a field, as if written in quotes: "702" is a code for Field::Code, "" is absent for
/// nearly all. Nothing when the field cannot have it. For whoever makes a term out of a cell.
std::optional<Value> queryValue(Field field, const QString &text);

/// A value written as the language wants it, quoted where it must be: `a b` becomes `"a b"`.
QString quotedQueryValue(const QString &value);

} // namespace evident
