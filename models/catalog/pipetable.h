#pragma once

#include <QString>
#include <QStringList>

namespace evident {

class PageBuilder;

/// The cells of a line of a pipe table, trimmed: the bars at its two ends may be there or not, `\|` is a bar within a
/// cell. A line without a separating bar has one cell.
QStringList pipeCells(QStringView line);

/// Feeds the lines of a page in the pipe edition to the builder.
void readPipePage(const QString &text, PageBuilder &builder);

} // namespace evident
