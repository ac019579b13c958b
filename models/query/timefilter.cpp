#include "timefilter.h"

#include "timevalue.h"

#include <QDateTime>

#include <algorithm>
#include <limits>

namespace evident {

namespace {

using Interval = ZoneClock::Interval;

// Far outside of all times, with room for an offset.
constexpr qint64 beforeAll = std::numeric_limits<qint64>::min() / 2;
constexpr qint64 afterAll = std::numeric_limits<qint64>::max() / 2;
constexpr qint64 dayLength = 86'400'000;

// Logs lie within; before and after, the zone keeps the offset it has there.
constexpr int firstYear = 1990;
constexpr int lastYear = 2060;

ZoneClock clockOf(const TimePoint &point, const QTimeZone &zone)
{
    return point.offsetSeconds ? ZoneClock(*point.offsetSeconds) : ZoneClock(zone);
}

qint64 onItsClock(const TimePoint &point)
{
    const qint64 timeOfDay = point.time.isValid() ? point.time.msecsSinceStartOfDay() : 0;
    return (point.date.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * dayLength + timeOfDay;
}

std::vector<Interval> inBoth(const std::vector<Interval> &a, const std::vector<Interval> &b)
{
    std::vector<Interval> both;
    for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
        const Interval common{std::max(left->begin, right->begin), std::min(left->end, right->end)};
        if (common.begin < common.end)
            both.push_back(common);
        if (left->end < right->end)
            ++left;
        else
            ++right;
    }
    return both;
}

std::vector<Interval> datedIntervals(const TimeValue &value, const QTimeZone &zone)
{
    std::vector<Interval> intervals{{beforeAll, afterAll}};
    if (value.from) {
        const qint64 begin = onItsClock(*value.from);
        const qint64 end = value.to || value.endless ? afterAll : begin + unitOf(*value.from);
        intervals = clockOf(*value.from, zone).shows(begin, end);
    }
    if (value.to)
        intervals = inBoth(intervals, clockOf(*value.to, zone).shows(beforeAll, onItsClock(*value.to)));
    return intervals;
}

} // namespace

ZoneClock::ZoneClock(const QTimeZone &zone)
{
    const QTimeZone valid = zone.isValid() ? zone : QTimeZone::utc();
    const QDateTime first(QDate(firstYear, 1, 1), QTime(0, 0), Qt::UTC);
    m_segments.push_back({beforeAll, valid.offsetFromUtc(first) * qint64(1000)});
    if (!valid.hasTransitions())
        return;
    const QTimeZone::OffsetDataList changes =
        valid.transitions(first, QDateTime(QDate(lastYear, 1, 1), QTime(0, 0), Qt::UTC));
    for (const QTimeZone::OffsetData &change : changes)
        m_segments.push_back({change.atUtc.toMSecsSinceEpoch(), change.offsetFromUtc * qint64(1000)});
}

ZoneClock::ZoneClock(int offsetSeconds)
    : m_segments{{beforeAll, offsetSeconds * qint64(1000)}}
{ }

/// The first segment that begins after the time.
std::vector<ZoneClock::Segment>::const_iterator ZoneClock::after(qint64 utc) const
{
    return std::upper_bound(m_segments.begin() + 1, m_segments.end(), utc,
                            [](qint64 time, const Segment &segment) { return time < segment.begin; });
}

qint64 ZoneClock::clockTime(qint64 utc) const
{
    return utc + std::prev(after(utc))->offset;
}

ZoneClock::Interval ZoneClock::steadyAround(qint64 utc) const
{
    const auto next = after(utc);
    return {std::prev(next)->begin, next == m_segments.end() ? afterAll : next->begin};
}

std::vector<ZoneClock::Interval> ZoneClock::shows(qint64 begin, qint64 end) const
{
    std::vector<Interval> intervals;
    for (auto segment = m_segments.begin(); segment != m_segments.end(); ++segment) {
        const auto next = std::next(segment);
        const Interval part{std::max(begin - segment->offset, segment->begin),
                            std::min(end - segment->offset, next == m_segments.end() ? afterAll : next->begin)};
        if (part.begin >= part.end)
            continue;
        if (!intervals.empty() && intervals.back().end == part.begin)
            intervals.back().end = part.end;
        else
            intervals.push_back(part);
    }
    return intervals;
}

TimeFilter::TimeFilter(const TimeValue &value, const QTimeZone &zone)
{
    const std::optional<TimePoint> &known = value.from ? value.from : value.to;
    if (!known)
        return;
    if (known->date.isValid()) {
        m_intervals = datedIntervals(value, zone);
        return;
    }
    m_daily = clockOf(*known, zone);
    m_dailyBegin = value.from ? value.from->time.msecsSinceStartOfDay() : 0;
    if (value.to)
        m_dailyEnd = value.to->time.msecsSinceStartOfDay();
    else
        m_dailyEnd = value.endless ? dayLength : m_dailyBegin + unitOf(*value.from);
}

bool TimeFilter::accepts(qint64 utc) const
{
    if (m_daily)
        return acceptsClockTime(m_daily->clockTime(utc));
    return std::any_of(m_intervals.begin(), m_intervals.end(),
                       [utc](const Interval &interval) { return utc >= interval.begin && utc < interval.end; });
}

bool TimeFilter::acceptsClockTime(qint64 clockTime) const
{
    const qint64 sinceMidnight = clockTime % dayLength;
    const qint64 timeOfDay = sinceMidnight < 0 ? sinceMidnight + dayLength : sinceMidnight;
    const bool begun = timeOfDay >= m_dailyBegin;
    const bool ended = timeOfDay >= m_dailyEnd;
    return m_dailyBegin < m_dailyEnd ? begun && !ended : begun || !ended;
}

void TimeFilter::mark(std::span<const qint64> utc, std::span<quint8> marks) const
{
    Interval steady;
    qint64 offset = 0;
    for (std::size_t i = 0; i < utc.size(); ++i) {
        if (!m_daily) {
            marks[i] |= quint8(accepts(utc[i]));
            continue;
        }
        if (utc[i] < steady.begin || utc[i] >= steady.end) {
            steady = m_daily->steadyAround(utc[i]);
            offset = m_daily->clockTime(utc[i]) - utc[i];
        }
        marks[i] |= quint8(acceptsClockTime(utc[i] + offset));
    }
}

std::optional<std::vector<ZoneClock::Interval>> TimeFilter::intervals() const
{
    if (m_daily)
        return {};
    return m_intervals;
}

} // namespace evident
