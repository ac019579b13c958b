#pragma once

#include "query.h"
#include "resolution.h"
#include "timefilter.h"

#include <QByteArrayView>
#include <QTimeZone>

#include <memory>
#include <span>

namespace evident {

/// What a query is read against besides the record.
struct MatchContext
{
    QTimeZone zone = QTimeZone::utc(); ///< of time terms without an offset
    std::optional<qint64> lastRecordTime; ///< of the log, ms UTC: what `since:` counts back from
};

/// One term made ready to be asked often. The term's `negated` is not applied here: who joins terms applies it.
/// Immutable after construction; may be shared between threads. Copies are cheap.
class TermMatcher
{
public:
    TermMatcher(const Term &term, const MatchContext &context);

    /// For every field whose value is a text, "" being absent. Also Kind, Outcome, Owner (their tokens) and SourceIp.
    bool matchesValue(QStringView value) const;
    /// The same of a value as a log has it (invalid bytes count as U+FFFD). Cheap for what is ASCII.
    bool matchesUtf8(QByteArrayView value) const;
    bool matchesCode(qint64 code) const; ///< noCode is absent
    bool matchesTime(std::optional<qint64> utcMs) const;
    /// matchesTime() of many times, none absent: sets each mark to 0 or 1.
    void markTimes(std::span<const qint64> utcMs, std::span<quint8> marks) const;
    /// The times that match, ascending and apart; nothing when a value is a time of every day.
    std::optional<std::vector<ZoneClock::Interval>> timeIntervals() const;
    /// Field::Text against the raw text of a record, UTF-8 (invalid bytes count as U+FFFD). Words match without regard
    /// to case and also in JSON's other spellings (`\\`, `\"`, `\/`, `\uXXXX`); a regex matches as written, `^` and `$`
    /// are the record's ends.
    bool matchesRaw(QByteArrayView utf8) const;
    /// `is:` and `has:`, as far as the event's flags answer it.
    bool matchesFlags(EventFlags flags) const;
    /// `is:duplicate`, `is:bookmarked`: facts of a row, not of its event.
    bool asksForDuplicates() const;
    bool asksForBookmarks() const;

    const Term &term() const;

private:
    struct Data;
    std::shared_ptr<const Data> m_data;
};

/// What a query can be asked about: a record or a catalog entry, through this small accessor.
class QuerySubject
{
public:
    virtual ~QuerySubject() = default;
    virtual QString value(Field field, const QString &name) const = 0; ///< "" is absent
    virtual qint64 code() const = 0;
    virtual std::optional<qint64> time() const = 0;
    virtual EventFlags flags() const = 0;
    /// One word, phrase or regex of the query. A record searches its raw text; an entry its words, synonyms and typos.
    virtual bool matchesText(const TermMatcher &matcher) const = 0;
};

/// A whole query made ready: groups of alternatives.
class QueryMatcher
{
public:
    QueryMatcher(const Query &query, const MatchContext &context);
    bool matches(const QuerySubject &subject) const;

private:
    struct Alternative
    {
        TermMatcher matcher;
        bool negated = false;
    };
    std::vector<std::vector<Alternative>> m_groups;
};

} // namespace evident
