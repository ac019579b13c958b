#pragma once

#include <QString>

namespace evident {

class LogDocument;

/// That the document does not have all of its log, and why, for what leaves the window: whoever reads it cannot see the
/// window's notices. "" where all was read.
QString partialLogText(const LogDocument &document);

} // namespace evident
