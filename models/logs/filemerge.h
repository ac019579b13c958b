#pragma once

#include "log.h"

#include <stop_token>
#include <vector>

namespace evident {

/// The rows of a log of several files in one order: by time, ties by file, then position. A record without a time stays
/// behind its predecessor in its file, also when that is not among the rows; one without such a predecessor goes first.
/// Files that are in order, or nearly so, are merged run by run, others sorted. `rows` ascend. Empty when stopped.
std::vector<Row> mergedByTime(const Log &log, std::vector<Row> rows, const std::stop_token &stop = {});

} // namespace evident
