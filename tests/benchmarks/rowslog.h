#pragma once

#include "benchmarksettings.h"
#include "filteredlog.h"

#include <functional>

namespace evident {

/// A log of four million records (fewer when the benchmark's size is small), as the works on columns use it; or of as
/// many times four as there are copies of its file.
Result<std::shared_ptr<FilteredLog>> manyRows(const BenchmarkSettings &settings, int copies = 1);

/// Milliseconds of each run.
std::vector<double> timed(int runs, const std::function<void()> &work);

} // namespace evident
