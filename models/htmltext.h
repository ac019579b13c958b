#pragma once

#include <QString>

namespace evident {

/// A text for HTML, between tags or in a quoted attribute: nothing in it is markup; control characters and line breaks
/// are written visibly.
QString htmlText(const QString &text);

} // namespace evident
