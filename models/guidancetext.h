#pragma once

#include "recorddetails.h"

#include <QStringList>

namespace evident {

/// Guidance as lines of plain text, for the clipboard and a terminal: what it means, causes, numbered steps, who can
/// fix it, related codes. Control characters are visible.
QStringList guidanceLines(const Guidance &guidance, const QList<RelatedEntry> &related);

} // namespace evident
