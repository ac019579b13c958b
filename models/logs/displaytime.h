#pragma once

#include <QByteArrayView>

#include <optional>

namespace evident {

/// Which of the first two numbers of a date like `1/2/2026` is the day.
enum class DateOrder { MonthFirst, DayFirst };

/// A time as programs show it to people.
struct DisplayTime
{
    int year = 0;
    int month = 0; ///< 1 to 12
    int day = 0; ///< 1 to 31; the month may be shorter
    qint64 msOfDay = 0;
    std::optional<qint64> offset; ///< ms ahead of UTC; none: the text names no zone

    bool operator==(const DisplayTime &) const = default;
};

/// Reads `1/15/2026, 9:14:02 AM`, `15.01.2026 09:14:02`, `15/01/26 09:14`, `Jan 15, 2026 9:14:02 AM`,
/// `Thu, 15 Jan 2026 09:14:02.118`, `2026-01-15 09:14:02 UTC` and the like, and nothing else in `text` but space around
/// it. The spaces may be those that browsers put there (U+202F, U+00A0). With dots the day comes first; else `order`
/// decides, unless only the other way round is a date. A zone is `Z`, `UTC`, `GMT`, an offset, `CET` and `CEST`, or one
/// of the abbreviations of RFC 5322. No allocation.
std::optional<DisplayTime> parseDisplayTime(QByteArrayView text, DateOrder order);

/// What the numbers of a time tell of the order of day and month.
enum class DateHint {
    None, ///< there is nothing to be told: no time, a month's name, the year first, dots
    Ambiguous,
    MonthFirst,
    DayFirst,
};
DateHint dateHint(QByteArrayView text);

} // namespace evident
