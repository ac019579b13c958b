#include "queryregex.h"

using namespace Qt::StringLiterals;

namespace evident {

namespace {

// A pattern's own settings can only lower the limits. The newline is set because libraries are built with different
// ones.
constexpr QLatin1StringView settings = "(*LIMIT_MATCH=1000000)(*LIMIT_HEAP=65536)(*LF)"_L1;

} // namespace

QRegularExpression regularExpression(const RegexValue &value)
{
    return QRegularExpression(settings + value.pattern,
                              value.ignoreCase ? QRegularExpression::CaseInsensitiveOption
                                               : QRegularExpression::NoPatternOption);
}

qsizetype patternErrorOffset(const QRegularExpression &expression)
{
    return std::max<qsizetype>(expression.patternErrorOffset() - settings.size(), 0);
}

} // namespace evident
