#pragma once

#include "timespan.h"

#include <QList>
#include <QString>
#include <QTimeZone>

namespace evident {

/// A moment that an axis of time names.
struct TimelineTick
{
    qint64 time = 0; ///< ms UTC
    QString text;
    bool isDay = false; ///< its text is a date, where others are times of the day
    bool operator==(const TimelineTick &) const = default;
};

/// Round moments of the zone's clock within a span, `most` at the most, as finely named as they lie close. The first of
/// each day names the day. Where the clock is put back, a time of the day is there twice.
QList<TimelineTick> timelineTicks(const TimeSpan &span, int most, const QTimeZone &zone);

} // namespace evident
