#pragma once

#include "log.h"
#include "resolution.h"
#include "rowset.h"

#include <QList>
#include <QPair>

#include <optional>
#include <stop_token>

namespace evident {

/// Where warnings and worse stand in a list of rows, from 0 to 1, and how bad the worst one there is: of each of as
/// many stretches of the list as a scroll bar has pixels, the worst.
using ErrorMarks = QList<QPair<double, Severity>>;

ErrorMarks errorMarks(const Log &log, const Resolution &resolution, const RowSet &rows,
                      const std::stop_token &stop = {});

/// The first position from `from` on (or back from it) whose severity is error or worse. Where the marks of the same
/// rows are at hand, only stretches that have one are looked at, so that a list of any length takes no time.
std::optional<Row> errorPosition(const Log &log, const Resolution &resolution, const RowSet &rows, Row from,
                                 bool backwards, const ErrorMarks *marks = nullptr);

} // namespace evident
