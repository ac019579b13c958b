#pragma once

#include <QString>

namespace evident {

/// A text for a cell of a Markdown table: nothing in it is read as markup, as a link or as a formula; control
/// characters and line breaks are written visibly.
QString markdownText(const QString &text);

/// The same for a ticket, whose system looks for names and numbers in what is shown: words with anything but letters,
/// digits and the marks of plain sentences stand in code spans, in which nothing is a mention, an issue or an address.
/// Escaping alone does not keep `@here` from being one. Within a table a `|` needs a backslash still, in code too.
QString markdownWords(const QString &text);

} // namespace evident
