#include "timeterms.h"

#include <QDateTime>

#include <algorithm>

namespace evident {

namespace {

void addOffset(std::optional<TimePoint> &point, const QTimeZone &zone)
{
    if (!point || !point->date.isValid() || point->offsetSeconds)
        return;
    const QDateTime local(point->date, point->time.isValid() ? point->time : QTime(0, 0), zone);
    point->offsetSeconds = local.offsetFromUtc();
}

/// A single term that keeps days or moments from one to another.
bool isTimeRange(const Group &group)
{
    if (group.size() != 1 || group.first().field != Field::Time || group.first().negated
        || group.first().values.size() != 1)
        return false;
    const auto *time = std::get_if<TimeValue>(&group.first().values.first());
    if (!time)
        return false;
    const std::optional<TimePoint> &point = time->from ? time->from : time->to;
    return point && point->date.isValid();
}

} // namespace

TimePoint timePoint(qint64 utcMs, const QTimeZone &zone)
{
    // Offsets of the past have seconds, which the query has no word for.
    constexpr int minute = 60;
    const int offset = QDateTime::fromMSecsSinceEpoch(utcMs, zone).offsetFromUtc() / minute * minute;
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(utcMs, Qt::OffsetFromUTC, offset);
    return {time.date(), time.time(), offset};
}

Query withOffsets(const Query &query, const QTimeZone &zone)
{
    QList<Group> groups = query.groups();
    for (Group &group : groups) {
        for (Term &term : group) {
            for (Value &value : term.values) {
                if (auto *time = std::get_if<TimeValue>(&value)) {
                    // A day is not always 24 hours long.
                    if (time->from && time->from->date.isValid() && !time->from->time.isValid() && !time->to
                        && !time->endless && !time->from->offsetSeconds)
                        time->to = TimePoint{time->from->date.addDays(1), {}, {}};
                    addOffset(time->from, zone);
                    addOffset(time->to, zone);
                }
            }
        }
    }
    return Query(groups);
}

Query withoutTimeRange(const Query &query)
{
    QList<Group> groups = query.groups();
    groups.removeIf(isTimeRange);
    return Query(groups);
}

} // namespace evident
