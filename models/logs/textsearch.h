#pragma once

#include "bytepattern.h"
#include "literalsearch.h"
#include "matcher.h"

#include <QByteArrayView>

#include <memory>
#include <vector>

namespace evident {

/// What is searched in the raw text of records for one term, compiled. Says of a record what TermMatcher::matchesRaw
/// says. A TextFinder does the searching. Immutable; any thread.
class TextSearch
{
public:
    /// One way of finding records in a block of many, over bytes. Together the ways find all that match.
    struct Way
    {
        std::shared_ptr<const BytePattern> pattern;
        bool isSure = false; ///< who has a match, matches; else it must be asked
        char needs = '\0'; ///< a character that every match begins with; NUL: any
    };

    /// For a term of Field::Text, or one that was made for the same term before. Compiling takes milliseconds: on a
    /// worker.
    static std::shared_ptr<const TextSearch> of(const TermMatcher &matcher);
    /// For a term of a field that is read from records: finds those whose text may have one of its values. Null where
    /// there is no telling: a value has a wildcard, is "", or may stand in the record in another form.
    static std::shared_ptr<const TextSearch> forValues(const TermMatcher &matcher);

    enum class Verdict {
        No,
        Yes,
        Unknown, ///< the regular expression ran into its limits
    };
    /// Of one record's text alone.
    Verdict verdict(QByteArrayView record, ByteMatcher &matcher) const;

    /// None: every record that has all of required() must be asked for its verdict().
    const std::vector<Way> &ways() const noexcept { return m_ways; }
    /// What every match has in it.
    const std::vector<std::shared_ptr<const BytePattern>> &required() const noexcept { return m_required; }
    /// A block must be valid UTF-8 without byte-order marks to be searched.
    bool needsText() const noexcept { return m_expression != nullptr; }

private:
    enum class Purpose { Text, Values };
    TextSearch(const Term &term, Purpose purpose);
    static std::shared_ptr<const TextSearch> shared(const Term &term, Purpose purpose);
    bool addLiteral(const QString &literal, Purpose purpose);
    void addRegex(const RegexValue &value);
    void addRequired(const QString &literal, bool ignoreCase);

    bool m_isForCandidates = false;
    std::vector<Way> m_ways;
    std::vector<std::shared_ptr<const BytePattern>> m_required;
    std::vector<LiteralSearch> m_words;
    std::shared_ptr<const BytePattern> m_expression;
};

/// Whether the text is valid UTF-8 with no byte-order mark in it: what a regular expression is asked about must be.
bool isPlainText(QByteArrayView text);

} // namespace evident
