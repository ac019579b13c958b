#include "risingvalues.h"

#include <algorithm>

namespace evident {

namespace {

constexpr qint64 secondMs = 1000;

/// A code that comes a few times a day is "not seen before" in many an hour. With five in an hour after none at all,
/// chance is below one in a hundred, whatever its rate.
constexpr qint64 fewestNew = 5;
/// Below it, three times as many are too often chance: ten where three are usual come about once in three hundred
/// hours.
constexpr qint64 fewestRising = 10;
/// What doubles is an ordinary day.
constexpr double risingRatio = 3;

/// How much busier the rest has become, at least 1.
double growth(double now, double before)
{
    return before > 0 ? std::max(1.0, now / before) : 1.0;
}

/// Down, below zero too.
qint64 wholeSeconds(qint64 ms)
{
    const qint64 rest = ms % secondMs;
    return ms - (rest < 0 ? rest + secondMs : rest);
}

} // namespace

LastHour::LastHour(qint64 firstTime, qint64 lastTime)
    : end(wholeSeconds(lastTime) + secondMs),
      hours(std::clamp(double(begin() - firstTime) / double(hourMs), 0.0, double(hoursLookedAt)))
{ }

HourCounts HourCounts::operator-(const HourCounts &other) const
{
    return {last - other.last, before - other.before, earlier - other.earlier, seen};
}

std::optional<Rise> riseOf(const HourCounts &counts, const HourCounts &others, double hours)
{
    Rise rise;
    rise.usual = double(counts.before + counts.earlier) / hours;
    rise.isNew = !counts.seen;
    if (rise.isNew)
        return counts.last >= fewestNew ? std::optional(rise) : std::nullopt;
    const double othersUsual = double(others.before + others.earlier) / hours;
    const double fromBefore = double(counts.before) * growth(double(others.last), double(others.before));
    const double fromUsual = rise.usual * growth(double(others.last), othersUsual);
    const bool rises =
        counts.last >= fewestRising && double(counts.last) >= risingRatio * std::max(fromBefore, fromUsual);
    return rises ? std::optional(rise) : std::nullopt;
}

} // namespace evident
