#pragma once

#include "query.h"

#include <QRegularExpression>

namespace evident {

/// The longest pattern and the most patterns that a query may have: compiling is what costs.
inline constexpr qsizetype maximumPatternLength = 4096;
inline constexpr int maximumPatterns = 64;

/// The expression of a value, with limits that end every match in bounded time and memory; a match that runs into them
/// is none. May be invalid.
QRegularExpression regularExpression(const RegexValue &value);

/// Where an invalid expression is wrong, as a position in the value's pattern.
qsizetype patternErrorOffset(const QRegularExpression &expression);

} // namespace evident
