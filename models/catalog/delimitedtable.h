#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace evident {

class PageBuilder;

/// The cells of a record, trimmed. One within quotes may hold separators, line breaks (each is a space) and doubled
/// quotes (RFC 4180); quotes that do not surround a cell are its text. Absent when a quote is not closed; with
/// `isLast` that quote is text, too.
std::optional<QStringList> delimitedCells(QStringView record, QChar separator, bool isLast = true);

/// Feeds the records of a page, whose cells a tab, comma or semicolon separates, to the builder.
void readDelimitedPage(const QString &text, QChar separator, PageBuilder &builder);

} // namespace evident
