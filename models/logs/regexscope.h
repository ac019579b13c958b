#pragma once

#include <QStringView>

namespace evident {

/// Whether a regular expression's matches depend on nothing but the characters that they are made of: it looks neither
/// ahead nor back, knows no beginning and no end, and never refuses to go back. Then all of its matches in a text are
/// among those in a longer text. False where there is doubt.
bool matchesAnywhere(QStringView pattern);

} // namespace evident
