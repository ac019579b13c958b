#pragma once

#include "filteredlog.h"
#include "recordwriter.h"

#include <vector>

namespace evident {

/// The kept rows in the order in which they are printed: one file's in its own, several merged by time as
/// mergedByTime() does it.
std::vector<Row> recordOrder(const FilteredLog &log);

/// These rows in the order of a column, stable; levels by weight, numbers as numbers, texts without regard to case.
/// Absent values come last, first when descending.
std::vector<Row> sortedByColumn(const FilteredLog &log, const std::vector<Row> &rows, RecordColumn column,
                                bool descending);

} // namespace evident
