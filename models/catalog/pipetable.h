#pragma once

#include "pagebuilder.h"

#include <QStringList>

namespace evident {

/// The cells of a line of a pipe table, trimmed: the bars at its two ends may be there or not, `\|` is a bar within a
/// cell. A line without a separating bar has one cell.
QStringList pipeCells(const QString &line);

/// Feeds the lines of a page in the pipe edition to the builder.
void readPipePage(const QStringList &lines, PageBuilder &builder);

} // namespace evident
