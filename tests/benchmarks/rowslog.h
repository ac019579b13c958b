#pragma once

#include "benchmarksettings.h"
#include "filteredlog.h"

#include <functional>

namespace evident {

/// A log of four million records (fewer when the benchmark's size is small), as the works on columns use it.
Result<std::shared_ptr<FilteredLog>> manyRows(const BenchmarkSettings &settings);

/// Milliseconds of each run.
std::vector<double> timed(int runs, const std::function<void()> &work);

} // namespace evident
