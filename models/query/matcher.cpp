#include "matcher.h"

#include "ipaddress.h"
#include "literalsearch.h"
#include "queryregex.h"

#include <QVarLengthArray>

#include <functional>
#include <limits>
#include <vector>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// Whole, with `*` for any number of characters. Greedy with one way back: never worse than the product of the lengths.
bool matchesWildcards(QStringView pattern, QStringView text)
{
    qsizetype inPattern = 0;
    qsizetype inText = 0;
    qsizetype star = -1;
    qsizetype resume = 0;
    while (inText < text.size()) {
        if (inPattern < pattern.size() && pattern[inPattern] == u'*') {
            star = inPattern++;
            resume = inText;
        } else if (inPattern < pattern.size() && pattern[inPattern] == text[inText]) {
            ++inPattern;
            ++inText;
        } else if (star >= 0) {
            inPattern = star + 1;
            inText = ++resume;
        } else {
            return false;
        }
    }
    while (inPattern < pattern.size() && pattern[inPattern] == u'*')
        ++inPattern;
    return inPattern == pattern.size();
}

/// A literal that is compared with whole values.
struct WholeText
{
    QString folded;
    QByteArray ascii; ///< the same, "" when it has other characters
    bool wildcards = false;

    explicit WholeText(const QString &text)
        : folded(text.toCaseFolded()),
          wildcards(text.contains(u'*'))
    {
        if (QtPrivate::isAscii(folded))
            ascii = folded.toLatin1();
    }
    /// Whether isAscii() tells all that matches() would.
    bool isPlainAscii() const { return !wildcards && !ascii.isEmpty(); }
    bool isAscii(QByteArrayView value) const
    {
        return value.size() == ascii.size() && value.compare(ascii, Qt::CaseInsensitive) == 0;
    }
    bool matches(QStringView value) const
    {
        if (!wildcards)
            return value.compare(folded, Qt::CaseInsensitive) == 0;
        // An absent value is nothing that a wildcard could stand for.
        return !value.isEmpty() && matchesWildcards(folded, value.toString().toCaseFolded());
    }
};

qsizetype indexOf(QStringView text, char character)
{
    return text.indexOf(QLatin1Char(character));
}

qsizetype indexOf(QByteArrayView text, char character)
{
    return text.indexOf(character);
}

qsizetype lastIndexOf(QStringView text, char character)
{
    return text.lastIndexOf(QLatin1Char(character));
}

qsizetype lastIndexOf(QByteArrayView text, char character)
{
    return text.lastIndexOf(character);
}

/// `CORP\jdoe@example.com` is also known without its domain, on either side or on both.
template <typename View>
QVarLengthArray<View, 4> namesOf(View user)
{
    QVarLengthArray<View, 4> names{user};
    const qsizetype at = indexOf(user, '@');
    if (at > 0)
        names.append(user.first(at));
    const qsizetype backslash = lastIndexOf(user, '\\');
    if (backslash < 0)
        return names;
    names.append(user.sliced(backslash + 1));
    if (at > backslash + 1)
        names.append(user.sliced(backslash + 1, at - backslash - 1));
    return names;
}

bool isAscii(QByteArrayView bytes)
{
    return std::none_of(bytes.begin(), bytes.end(), [](char byte) { return (byte & '\x80') != 0; });
}

EventFlags flagOf(QStringView token)
{
    if (token == "unknown"_L1)
        return EventFlag::UnknownCode;
    if (token == "drift"_L1)
        return EventFlag::WordDrift;
    if (token == "formdrift"_L1)
        return EventFlag::FormDrift;
    if (token == "textmatch"_L1)
        return EventFlag::TextMatch;
    if (token == "ambiguous"_L1)
        return EventFlag::Ambiguous;
    if (token == "notunderstood"_L1)
        return EventFlag::NotUnderstood;
    if (token == "marked"_L1)
        return EventFlag::Marked;
    if (token == "note"_L1)
        return EventFlag::HasNote;
    return {};
}

} // namespace

struct TermMatcher::Data
{
    Term term;
    bool absent = false; ///< one of the values is ""
    std::vector<WholeText> texts;
    std::vector<IpPrefix> prefixes;
    std::vector<LiteralSearch> words;
    std::vector<QRegularExpression> expressions;
    std::vector<CodeValue> codes;
    std::vector<TimeFilter> times;
    std::optional<qint64> since; ///< ms UTC
    EventFlags flags;
    bool duplicates = false;
    bool bookmarks = false;

    Data(const Term &ownTerm, const MatchContext &context)
        : term(ownTerm)
    {
        for (const Value &value : term.values)
            std::visit([&](const auto &each) { add(each, context); }, value);
    }

private:
    void add(const TextValue &value, const MatchContext &)
    {
        if (term.field == Field::Text) {
            words.emplace_back(value.text);
        } else if (term.field == Field::Is || term.field == Field::Has) {
            flags |= flagOf(value.text);
            duplicates = duplicates || value.text == "duplicate"_L1;
            bookmarks = bookmarks || value.text == "bookmarked"_L1;
        } else if (value.text.isEmpty()) {
            absent = true;
        } else {
            texts.emplace_back(value.text);
        }
    }
    void add(const RegexValue &value, const MatchContext &)
    {
        expressions.push_back(regularExpression(value));
        expressions.back().optimize();
    }
    void add(const CodeValue &value, const MatchContext &) { codes.push_back(value); }
    void add(const TimeValue &value, const MatchContext &context) { times.emplace_back(value, context.zone); }
    void add(const SpanValue &value, const MatchContext &context)
    {
        if (!context.lastRecordTime)
            return;
        const qint64 begin = *context.lastRecordTime - value.milliseconds;
        since = since ? std::min(*since, begin) : begin;
    }
    void add(const AddressValue &value, const MatchContext &)
    {
        if (const std::optional<IpPrefix> prefix = IpPrefix::parse(value.text))
            prefixes.push_back(*prefix);
        else
            texts.emplace_back(value.text);
    }
};

TermMatcher::TermMatcher(const Term &term, const MatchContext &context)
    : m_data(std::make_shared<const Data>(term, context))
{ }

bool TermMatcher::matchesValue(QStringView value) const
{
    if (value.isEmpty())
        return m_data->absent;
    const auto anyText = [this](QStringView name) {
        return std::any_of(m_data->texts.begin(), m_data->texts.end(),
                           [name](const WholeText &text) { return text.matches(name); });
    };
    if (m_data->term.field == Field::User) {
        const auto names = namesOf(value);
        return std::any_of(names.begin(), names.end(), anyText);
    }
    if (anyText(value))
        return true;
    if (m_data->prefixes.empty())
        return false;
    const std::optional<IpAddress> address = IpAddress::parse(value);
    return address && std::any_of(m_data->prefixes.begin(), m_data->prefixes.end(), [&](const IpPrefix &prefix) {
               return prefix.contains(*address);
           });
}

bool TermMatcher::matchesUtf8(QByteArrayView value) const
{
    const bool plain = m_data->prefixes.empty()
        && std::all_of(m_data->texts.begin(), m_data->texts.end(), std::mem_fn(&WholeText::isPlainAscii));
    if (value.isEmpty() || !plain || !isAscii(value))
        return matchesValue(QString::fromUtf8(value));
    const auto anyText = [this](QByteArrayView name) {
        return std::any_of(m_data->texts.begin(), m_data->texts.end(),
                           [name](const WholeText &text) { return text.isAscii(name); });
    };
    if (m_data->term.field != Field::User)
        return anyText(value);
    const auto names = namesOf(value);
    return std::any_of(names.begin(), names.end(), anyText);
}

bool TermMatcher::matchesCode(qint64 code) const
{
    if (code == noCode)
        return m_data->absent;
    return std::any_of(m_data->codes.begin(), m_data->codes.end(), [code](const CodeValue &range) {
        return (!range.first || code >= *range.first) && (!range.last || code <= *range.last);
    });
}

bool TermMatcher::matchesTime(std::optional<qint64> utcMs) const
{
    if (!utcMs)
        return m_data->absent;
    if (m_data->since && *utcMs >= *m_data->since)
        return true;
    return std::any_of(m_data->times.begin(), m_data->times.end(),
                       [utcMs](const TimeFilter &filter) { return filter.accepts(*utcMs); });
}

void TermMatcher::markTimes(std::span<const qint64> utcMs, std::span<quint8> marks) const
{
    const qint64 since = m_data->since.value_or(std::numeric_limits<qint64>::max());
    for (std::size_t i = 0; i < utcMs.size(); ++i)
        marks[i] = quint8(utcMs[i] >= since);
    for (const TimeFilter &filter : m_data->times)
        filter.mark(utcMs, marks);
}

std::optional<std::vector<ZoneClock::Interval>> TermMatcher::timeIntervals() const
{
    using Interval = ZoneClock::Interval;
    std::vector<Interval> all;
    if (m_data->since)
        all.push_back({*m_data->since, std::numeric_limits<qint64>::max()});
    for (const TimeFilter &filter : m_data->times) {
        const std::optional<std::vector<Interval>> intervals = filter.intervals();
        if (!intervals)
            return {};
        all.insert(all.end(), intervals->begin(), intervals->end());
    }
    std::sort(all.begin(), all.end(), [](const Interval &a, const Interval &b) { return a.begin < b.begin; });
    std::vector<Interval> apart;
    for (const Interval &interval : all) {
        if (!apart.empty() && interval.begin <= apart.back().end)
            apart.back().end = std::max(apart.back().end, interval.end);
        else
            apart.push_back(interval);
    }
    return apart;
}

bool TermMatcher::matchesRaw(QByteArrayView utf8) const
{
    if (std::any_of(m_data->words.begin(), m_data->words.end(),
                    [utf8](const LiteralSearch &word) { return word.isIn(utf8); }))
        return true;
    if (m_data->expressions.empty())
        return false;
    const QString text = QString::fromUtf8(utf8);
    return std::any_of(m_data->expressions.begin(), m_data->expressions.end(),
                       [&](const QRegularExpression &expression) { return expression.match(text).hasMatch(); });
}

bool TermMatcher::matchesFlags(EventFlags flags) const
{
    return (flags & m_data->flags) != EventFlags();
}

bool TermMatcher::asksForDuplicates() const
{
    return m_data->duplicates;
}

bool TermMatcher::asksForBookmarks() const
{
    return m_data->bookmarks;
}

const Term &TermMatcher::term() const
{
    return m_data->term;
}

QueryMatcher::QueryMatcher(const Query &query, const MatchContext &context)
{
    for (const Group &group : query.groups()) {
        std::vector<Alternative> alternatives;
        for (const Term &term : group)
            alternatives.push_back({TermMatcher(term, context), term.negated});
        m_groups.push_back(std::move(alternatives));
    }
}

namespace {

bool answers(const QuerySubject &subject, const TermMatcher &matcher)
{
    const Term &term = matcher.term();
    switch (term.field) {
    case Field::Text:
        return subject.matchesText(matcher);
    case Field::Code:
        return matcher.matchesCode(subject.code());
    case Field::Time:
    case Field::Since:
        return matcher.matchesTime(subject.time());
    case Field::Is:
    case Field::Has:
        return matcher.matchesFlags(subject.flags());
    default:
        return matcher.matchesValue(subject.value(term.field, term.name));
    }
}

} // namespace

bool QueryMatcher::matches(const QuerySubject &subject) const
{
    return std::all_of(m_groups.begin(), m_groups.end(), [&](const std::vector<Alternative> &group) {
        return std::any_of(group.begin(), group.end(), [&](const Alternative &alternative) {
            return answers(subject, alternative.matcher) != alternative.negated;
        });
    });
}

} // namespace evident
