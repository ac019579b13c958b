#pragma once

#include "query.h"

namespace evident {

// Repeated records are folded by the query itself: `-is:duplicate` keeps the first of each.

bool isFolding(const Query &query);
Query withFolding(const Query &query, bool folding);

} // namespace evident
