#pragma once

#include <QString>

namespace evident {

/// A text for a cell of a Markdown table: nothing in it is read as markup, as a link or as a formula; control
/// characters and line breaks are written visibly.
QString markdownText(const QString &text);

} // namespace evident
