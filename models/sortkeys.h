#pragma once

#include "logdocument.h"

#include <functional>

namespace evident {

/// What a row is sorted by, as a number: times as they are, texts by their rank among the log's texts in the locale's
/// order (absent ones last), levels by weight. `log` and `resolution` must outlive the function.
std::function<quint64(Row)> sortKeyFunction(LogDocument::SortKey key, const Log &log, const Resolution &resolution);

} // namespace evident
