#include "silences.h"

#include <algorithm>
#include <array>
#include <span>
#include <tuple>

namespace evident {

namespace {

constexpr qint64 dayMinutes = 24LL * 60;
/// How far around a silence it is looked how often records come: long enough to see the rate of a quiet log, short
/// enough not to mix night and day.
constexpr qint64 minutesAround = 180;
/// Of a log that begins or ends just there: so many count at least, or one burst would be taken for the usual.
constexpr qint64 fewestAround = 30;
/// With fewer minutes that have records, nobody knows what is usual.
constexpr qint64 fewestOccupied = 10;
/// Silences at the same hours: a day and a week before and after.
constexpr std::array<qint64, 4> repeatedAfter{-7 * dayMinutes, -dayMinutes, dayMinutes, 7 * dayMinutes};

/// Down, below zero too.
qint64 minuteOf(qint64 utcMs)
{
    const qint64 minute = utcMs / MinuteTimes::minuteMs;
    return utcMs % MinuteTimes::minuteMs < 0 ? minute - 1 : minute;
}

/// Between two minutes that have records and follow each other.
struct Pause
{
    size_t after = 0; ///< its place among the minutes
    Silence silence;
};

/// How many of the sorted minutes are from `first` up to (not with) `last`.
qint64 countBetween(std::span<const qint64> minutes, qint64 first, qint64 last)
{
    return std::lower_bound(minutes.begin(), minutes.end(), last)
        - std::lower_bound(minutes.begin(), minutes.end(), first);
}

/// How far apart minutes with records are around a silence, ms; 0: too few to tell.
qint64 usualAround(std::span<const qint64> minutes, const Silence &silence)
{
    const qint64 before = minuteOf(silence.begin) + 1;
    const qint64 after = minuteOf(silence.end);
    const qint64 occupied =
        countBetween(minutes, before - minutesAround, before) + countBetween(minutes, after, after + minutesAround);
    if (occupied < fewestOccupied)
        return 0;
    const qint64 lookedAt = std::clamp(before - minutes.front(), fewestAround, minutesAround)
        + std::clamp(minutes.back() + 1 - after, fewestAround, minutesAround);
    return std::max(MinuteTimes::minuteMs, lookedAt * MinuteTimes::minuteMs / occupied);
}

/// Whether another pause covers most of this one's time of day some minutes later: nights are not all of one length,
/// but a night does not make a silent day usual.
bool isRepeated(std::span<const Pause> pauses, const Pause &pause, qint64 minutesLater)
{
    const qint64 shift = minutesLater * MinuteTimes::minuteMs;
    const qint64 begin = pause.silence.begin + shift;
    const qint64 end = pause.silence.end + shift;
    auto other = std::partition_point(pauses.begin(), pauses.end(),
                                      [begin](const Pause &each) { return each.silence.end <= begin; });
    for (; other != pauses.end() && other->silence.begin < end; ++other) {
        const qint64 common = std::min(end, other->silence.end) - std::max(begin, other->silence.begin);
        if (other->after != pause.after && common * 4 >= pause.silence.length() * 3)
            return true;
    }
    return false;
}

} // namespace

void MinuteTimes::Minute::add(qint64 utcMs)
{
    add(Minute{utcMs, utcMs, 1, 1});
}

void MinuteTimes::Minute::add(const Minute &other)
{
    if (atFirst == 0) {
        *this = other;
        return;
    }
    if (other.first <= first) {
        atFirst = other.first < first ? other.atFirst : atFirst + other.atFirst;
        first = other.first;
    }
    if (other.last >= last) {
        atLast = other.last > last ? other.atLast : atLast + other.atLast;
        last = other.last;
    }
}

void MinuteTimes::enter(qint64 utcMs)
{
    const qint64 number = minuteOf(utcMs);
    m_minute = &m_minutes[number];
    m_begin = number * minuteMs;
}

void MinuteTimes::merge(const MinuteTimes &other)
{
    for (const auto &[number, minute] : other.m_minutes)
        m_minutes[number].add(minute);
}

std::vector<Silence> MinuteTimes::unusual(const TimeSpan &span) const
{
    std::vector<qint64> minutes;
    minutes.reserve(m_minutes.size());
    for (const auto &[number, minute] : m_minutes) {
        if (number >= minuteOf(span.first) && number <= minuteOf(span.last))
            minutes.push_back(number);
    }
    std::sort(minutes.begin(), minutes.end());
    std::vector<Pause> pauses; // long enough to be unusual, or to make another one usual
    for (size_t i = 1; i < minutes.size(); ++i) {
        const Minute &before = m_minutes.at(minutes[i - 1]);
        const Minute &after = m_minutes.at(minutes[i]);
        if ((after.first - before.last) * 2 >= unusualRatio * minuteMs)
            pauses.push_back({i, {before.last, after.first, 0, before.atLast + after.atFirst}});
    }
    std::vector<Silence> unusual;
    for (const Pause &pause : pauses) {
        Silence silence = pause.silence;
        silence.usual = usualAround(minutes, silence);
        if (silence.usual == 0 || silence.length() <= unusualRatio * silence.usual)
            continue;
        if (std::none_of(repeatedAfter.begin(), repeatedAfter.end(),
                         [&](qint64 later) { return isRepeated(pauses, pause, later); }))
            unusual.push_back(silence);
    }
    std::sort(unusual.begin(), unusual.end(), [](const Silence &left, const Silence &right) {
        const double leftRatio = double(left.length()) / double(left.usual);
        const double rightRatio = double(right.length()) / double(right.usual);
        return std::tuple(-leftRatio, left.begin) < std::tuple(-rightRatio, right.begin);
    });
    return unusual;
}

} // namespace evident
