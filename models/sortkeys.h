#pragma once

#include "logdocument.h"
#include "rowsort.h"

#include <map>

namespace evident {

/// What rows of a log are sorted by, as numbers: times as they are, texts by their rank among the log's texts in the
/// locale's order (absent ones last), levels by weight. Ranks are kept from one sort to the next, until there are new
/// texts. One thread at a time.
class SortKeyMaker
{
public:
    /// `log` outlives this and the keys.
    explicit SortKeyMaker(const Log &log);

    /// For rows that the log has by now. When stopped, the keys are of no use.
    SortKeys keys(LogDocument::SortKey key, const std::shared_ptr<const Resolution> &resolution,
                  const std::stop_token &stop);

private:
    using Ranks = std::vector<quint32>; ///< by id; the last is that of every id behind it
    using SharedRanks = std::shared_ptr<const Ranks>;
    struct Known
    {
        quint32 texts = 0; ///< of the dictionary, when the ranks were made
        std::shared_ptr<const Resolution> resolution; ///< null for ranks that do not depend on it
        SharedRanks ranks;
        SharedRanks methods; ///< of SortKey::Method: the records' own
    };

    SortKeys byTime() const;
    SortKeys byText(LogDocument::SortKey key, TextColumn column, const std::stop_token &stop);
    SortKeys byShape(LogDocument::SortKey key, const std::shared_ptr<const Resolution> &resolution,
                     const std::stop_token &stop);
    SortKeys byMethod(const std::shared_ptr<const Resolution> &resolution, const std::stop_token &stop);

    const Log &m_log;
    std::map<LogDocument::SortKey, Known> m_known;
};

} // namespace evident
