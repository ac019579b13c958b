#pragma once

#include "log.h"

#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace evident {

/// Fills in what the rows are sorted by, for some thousand rows at a time. Called from several threads at once.
using SortKeys = std::function<void(std::span<const Row> rows, std::span<quint64> keys)>;

/// The rows in the order of their keys, stable; equal keys keep the file's order in both directions. Each row's key is
/// asked for once. Returns an empty list when stopped.
std::vector<Row> sortedRows(std::vector<Row> rows, const SortKeys &keysOf, bool descending, std::stop_token stop = {});

} // namespace evident
