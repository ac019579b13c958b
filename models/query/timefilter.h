#pragma once

#include "query.h"

#include <QTimeZone>

#include <span>
#include <vector>

namespace evident {

/// The wall clock of a zone, made ready to be asked for millions of records: its changes of offset are looked up once.
/// Times are ms since 1970, in UTC or on the clock.
class ZoneClock
{
public:
    /// Half-open, in UTC.
    struct Interval
    {
        qint64 begin = 0;
        qint64 end = 0;
    };

    explicit ZoneClock(const QTimeZone &zone);
    explicit ZoneClock(int offsetSeconds);

    qint64 clockTime(qint64 utc) const;
    /// From when to when the clock has the offset from UTC that it has at `utc`.
    Interval steadyAround(qint64 utc) const;
    /// When the clock shows a time from `begin` up to (not with) `end`: in parts where it was put back or forward.
    /// Ascending.
    std::vector<Interval> shows(qint64 begin, qint64 end) const;

private:
    struct Segment
    {
        qint64 begin; ///< UTC
        qint64 offset;
    };
    std::vector<Segment>::const_iterator after(qint64 utc) const;

    std::vector<Segment> m_segments; ///< ascending; the first begins before all time
};

/// One value of a `time:` term, read in a zone.
class TimeFilter
{
public:
    TimeFilter(const TimeValue &value, const QTimeZone &zone);

    bool accepts(qint64 utc) const;
    /// The same of many times: sets what belongs to a time that is accepted to 1, and leaves the others.
    void mark(std::span<const qint64> utc, std::span<quint8> marks) const;
    /// What it accepts, ascending; nothing when that is a time of every day.
    std::optional<std::vector<ZoneClock::Interval>> intervals() const;

private:
    bool acceptsClockTime(qint64 clockTime) const;

    std::vector<ZoneClock::Interval> m_intervals;
    std::optional<ZoneClock> m_daily; ///< the clock of a daily range
    qint64 m_dailyBegin = 0; ///< ms of the day
    qint64 m_dailyEnd = 0; ///< not above m_dailyBegin: over midnight
};

} // namespace evident
