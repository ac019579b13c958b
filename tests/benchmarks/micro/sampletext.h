#pragma once

#include "logwriter.h"

namespace evident {

/// A few megabytes of a log, made once.
const QByteArray &sampleText(LogShape shape);

} // namespace evident
