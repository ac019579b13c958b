#pragma once

#include "benchmarksettings.h"

namespace evident {

struct BenchmarkData;

/// benchmarkFile() in a child process: making a log takes memory, and the peak of a process counts as the least that
/// its children took.
Result<QString> dataFile(const BenchmarkSettings &settings, const QString &shape);
Result<QString> dataFile(const BenchmarkSettings &settings, const BenchmarkData &data);

/// That child: prints the file's path. Exit code.
int makeDataFile(const QString &specification, const BenchmarkSettings &settings);

} // namespace evident
