#pragma once

#include "matcher.h"
#include "resolver.h"
#include "rowfilter.h"

namespace evident {

/// Brings a query down to columns: catalog terms to sets of shapes, dictionary terms to sets of ids. Made anew when
/// dictionaries or the resolution have grown; `duplicates` and `bookmarks` may be null when the query asks for neither.
LoweredQuery lowerQuery(const Query &query, const MatchContext &context, const Log &log, const Resolution &resolution,
                        std::shared_ptr<const std::vector<Row>> duplicates = {},
                        std::shared_ptr<const std::vector<Row>> bookmarks = {});

/// Whether the query needs duplicateRows() first.
bool asksForDuplicates(const Query &query);
/// Whether it needs to be told the rows that are bookmarked.
bool asksForBookmarks(const Query &query);

} // namespace evident
