#pragma once

#include "log.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace evident {

/// The rows in the order of `key`, stable; equal keys keep the file's order in both directions.
/// `key` is asked once a row. Returns an empty list when stopped.
std::vector<Row> sortedRows(std::vector<Row> rows, const std::function<quint64(Row)> &key, bool descending,
                            std::stop_token stop = {});

/// A time as a sort key: rows without one come last when ascending.
quint64 timeSortKey(qint64 time);

} // namespace evident
