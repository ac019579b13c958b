#pragma once

#include "findings.h"
#include "matcher.h"
#include "resolver.h"
#include "rowfilter.h"

namespace evident {

/// What a query may ask of rows that neither columns nor texts tell. Null where it is not known: nobody has it then.
struct RowFacts
{
    std::shared_ptr<const std::vector<Row>> duplicates; ///< ascending, as are bookmarks
    std::shared_ptr<const std::vector<Row>> bookmarks;
    FindingsPointer findings;
};

/// Brings a query down to columns: catalog terms to sets of shapes, dictionary terms to sets of ids. Made anew when
/// dictionaries or the resolution have grown.
LoweredQuery lowerQuery(const Query &query, const MatchContext &context, const Log &log, const Resolution &resolution,
                        const RowFacts &facts = {});

/// Whether the query needs duplicateRows() first.
bool asksForDuplicates(const Query &query);
/// Whether it needs to be told the rows that are bookmarked.
bool asksForBookmarks(const Query &query);
/// Whether it needs to be told the findings.
bool asksForFindings(const Query &query);

} // namespace evident
