#pragma once

#include <QStringView>

#include <optional>

namespace evident {

/// ASCII digits and nothing else, at most `maximumDigits` of them: so many that Number holds them all. (Qt also takes
/// signs and spaces.)
template <typename Number>
std::optional<Number> decimalNumber(QStringView text, qsizetype maximumDigits)
{
    if (text.isEmpty() || text.size() > maximumDigits)
        return std::nullopt;
    Number number = 0;
    for (const QChar digit : text) {
        if (digit < u'0' || digit > u'9')
            return std::nullopt;
        number = number * 10 + (digit.unicode() - u'0');
    }
    return number;
}

} // namespace evident
