#pragma once

#include "columns.h"
#include "rowset.h"

#include <optional>

namespace evident {

/// From the earliest to the latest time, both included, ms UTC.
struct TimeSpan
{
    qint64 first = 0;
    qint64 last = 0;
    bool operator==(const TimeSpan &) const = default;
};

/// From the earlier begin to the later end.
std::optional<TimeSpan> united(const std::optional<TimeSpan> &left, const std::optional<TimeSpan> &right);

/// The times of some rows; nothing when none of them has one. Of all rows of a log, full chunks tell it at once.
std::optional<TimeSpan> timeSpan(const Columns &columns, const RowSet &rows);
/// The same of those at positions from `from` up to (not with) `end`.
std::optional<TimeSpan> timeSpan(const Columns &columns, const RowSet &rows, Row from, Row end);

} // namespace evident
