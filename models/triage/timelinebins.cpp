#include "timelinebins.h"

#include <algorithm>
#include <span>

namespace evident {

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 week = 7 * day;
/// 1970 began on a Thursday: weeks are counted from the Monday after it.
constexpr qint64 firstMonday = 4 * day;

/// Times of more than a hundred million years from now are in no bin.
constexpr qint64 farAway = qint64(1) << 61;

constexpr qint64 widths[] = {
    1,           2,           5,           10,          20,          50,          100,       200,        500,
    second,      2 * second,  5 * second,  10 * second, 15 * second, 30 * second, minute,    2 * minute, 5 * minute,
    10 * minute, 15 * minute, 30 * minute, hour,        2 * hour,    3 * hour,    6 * hour,  12 * hour,  day,
    2 * day,     week,        2 * week,    4 * week,    13 * week,   26 * week,   52 * week,
};

/// Each divides the next one and every one of those above that is not smaller.
constexpr qint64 dividingWidths[] = {
    1,           10,   100,      second,   5 * second, 15 * second, 30 * second, minute,    5 * minute, 15 * minute,
    30 * minute, hour, 3 * hour, 6 * hour, 12 * hour,  day,         week,        13 * week, 52 * week,
};

qint64 widthFor(const TimeSpan &span, int most, std::span<const qint64> choice)
{
    const quint64 length = span.last < span.first ? 1 : quint64(span.last) - quint64(span.first) + 1;
    const quint64 least = (length - 1) / quint64(std::max(most, 1)) + 1;
    for (const qint64 width : choice) {
        if (quint64(width) >= least)
            return width;
    }
    const quint64 longest = quint64(choice.back());
    return qint64((least - 1) / longest + 1) * choice.back();
}

/// So that no sum of times overflows.
TimeSpan inReach(const TimeSpan &wanted)
{
    return {std::clamp(wanted.first, -farAway, farAway), std::clamp(wanted.last, -farAway, farAway)};
}

/// The last multiple of the width that is not after a time of the clock.
qint64 roundedDown(qint64 clockTime, qint64 width)
{
    const qint64 origin = width % week == 0 ? firstMonday : 0;
    const qint64 rest = (clockTime - origin) % width;
    return clockTime - (rest < 0 ? rest + width : rest);
}

/// The first moment after `utc` at which the clock shows `clockTime` or a later one.
qint64 momentAfter(const ZoneClock &clock, qint64 utc, qint64 clockTime)
{
    for (const ZoneClock::Interval &shown : clock.shows(clockTime, clockTime + day)) {
        if (shown.end > utc + 1)
            return std::max(shown.begin, utc + 1);
    }
    return utc + 1;
}

} // namespace

TimelineBins::TimelineBins(const TimeSpan &wanted, int most, const QTimeZone &zone)
{
    const TimeSpan span = inReach(wanted);
    m_width = widthFor(span, most, widths);
    build(span, zone);
}

TimelineBins TimelineBins::toMakeOthersOf(const TimeSpan &wanted, int most, const QTimeZone &zone)
{
    const TimeSpan span = inReach(wanted);
    TimelineBins bins;
    bins.m_width = widthFor(span, most, dividingWidths);
    bins.build(span, zone);
    return bins;
}

bool TimelineBins::areMadeOf(const TimelineBins &others) const
{
    return std::ranges::all_of(m_edges, [&others](qint64 edge) {
        const int bin = others.binOf(edge);
        return bin < 0 || others.begin(bin) == edge;
    });
}

void TimelineBins::build(const TimeSpan &span, const QTimeZone &zone)
{
    m_binsPerMs = 1.0 / double(m_width);
    const ZoneClock clock(zone);
    const auto isEdge = [&](qint64 utc) { return roundedDown(clock.clockTime(utc), m_width) == clock.clockTime(utc); };
    const qint64 shown = clock.clockTime(span.first);
    qint64 edge = span.first - (shown - roundedDown(shown, m_width));
    // The clock may have been put back or forward since it showed that.
    if (!isEdge(edge))
        edge = std::min(span.first, momentAfter(clock, edge - day, roundedDown(shown, m_width)));
    m_edges.push_back(edge);
    while (m_edges.back() <= span.last) {
        qint64 next = m_edges.back() + m_width;
        if (!isEdge(next)) {
            const qint64 clockTime = clock.clockTime(m_edges.back());
            next = momentAfter(clock, m_edges.back(), roundedDown(clockTime, m_width) + m_width);
        }
        m_edges.push_back(next);
    }
}

} // namespace evident
