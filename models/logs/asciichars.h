#pragma once

namespace evident {

// Of what log formats are made of: ASCII, whatever the locale says.

inline bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

inline bool isLetter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/// As far as zones lie apart from UTC (and a bit), in hours.
inline constexpr int maxOffsetHours = 18;

} // namespace evident
