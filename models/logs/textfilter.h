#pragma once

#include "rowfilter.h"
#include "textfinder.h"

#include <map>
#include <memory>
#include <stop_token>
#include <vector>

namespace evident {

/// Answers those terms of queries that columns cannot: by the records' texts, for many rows at once. One thread at a
/// time.
class TextFilter
{
public:
    explicit TextFilter(const Log &log); ///< which outlives this

    static bool isFor(const LoweredTerm &term)
    {
        return term.on == LoweredTerm::On::Raw || term.on == LoweredTerm::On::Named;
    }

    /// Leaves those of the rows, which ascend, for which one of the terms holds. None does for a row whose text cannot
    /// be read, nor one with a regular expression where that came to no end.
    void keep(const std::vector<const LoweredTerm *> &terms, std::vector<Row> &rows, const std::stop_token &stop);
    /// How often a regular expression ran into its limits so far.
    qint64 undecided() const noexcept { return m_undecided; }

private:
    std::vector<Row> held(const LoweredTerm &term, const std::vector<Row> &rows, const std::stop_token &stop);
    TextHits byFields(const LoweredTerm &term, const std::vector<Row> &rows, const std::stop_token &stop);
    TextFinder *finder(const LoweredTerm &term);

    struct Search
    {
        std::shared_ptr<const TextSearch> search; ///< may be null for a term of a field
        std::unique_ptr<TextFinder> finder;
    };

    const Log &m_log;
    std::map<const TermMatcher *, Search> m_searches;
    qint64 m_undecided = 0;
};

} // namespace evident
