#pragma once

#include <QString>

namespace evident {

/// A text for HTML, between tags or in a quoted attribute: nothing in it is markup; control characters and line breaks
/// are written visibly.
QString htmlText(const QString &text);

/// A tool tip that shows the text as it is. Qt takes one that looks like markup for it, and does not wrap what does
/// not.
QString plainToolTip(const QString &text);

} // namespace evident
