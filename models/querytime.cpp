#include "querytime.h"

#include "timefilter.h"
#include "timeterms.h"

#include <algorithm>
#include <optional>

namespace evident {

namespace {

/// The value of a group that keeps one time and nothing else.
std::optional<TimeValue> onlyTime(const Group &group)
{
    if (group.size() != 1)
        return {};
    const Term &term = group.first();
    if (term.field != Field::Time || term.negated || term.values.size() != 1)
        return {};
    const auto *value = std::get_if<TimeValue>(&term.values.first());
    return value ? std::optional(*value) : std::nullopt;
}

bool isChosenSpan(const Group &group)
{
    const std::optional<TimeValue> value = onlyTime(group);
    return value && value->from && value->to && value->from->offsetSeconds && value->to->offsetSeconds
        && value->from->date.isValid();
}

bool keepsAll(const Group &group, const TimeSpan &span, const QTimeZone &zone)
{
    const std::optional<TimeValue> value = onlyTime(group);
    const auto intervals = value ? TimeFilter(*value, zone).intervals() : std::nullopt;
    return intervals && std::ranges::any_of(*intervals, [&span](const ZoneClock::Interval &interval) {
               return interval.begin <= span.first && span.last < interval.end;
           });
}

} // namespace

Query withTimeSpan(const Query &query, const TimeSpan &span, const QTimeZone &zone)
{
    QList<Group> groups = query.groups();
    groups.removeIf([&](const Group &group) { return isChosenSpan(group) || keepsAll(group, span, zone); });
    const TimeValue value{timePoint(span.first, zone), timePoint(span.last + 1, zone)};
    groups.append({Term{Field::Time, {}, false, {value}}});
    return Query(groups);
}

Query withoutTimeSpan(const Query &query)
{
    QList<Group> groups = query.groups();
    groups.removeIf(isChosenSpan);
    return Query(groups);
}

Query outsideTimeSpan(const Query &query, const TimeSpan &span, const QTimeZone &zone)
{
    constexpr qint64 minute = 60'000;
    const qint64 begin = span.first - ((span.first % minute) + minute) % minute;
    const qint64 end = span.last + minute - ((span.last % minute) + minute) % minute;
    QList<Group> groups = query.groups();
    const Group outside{Term{
        Field::Time, {}, false, {TimeValue{{}, timePoint(begin, zone)}, TimeValue{timePoint(end, zone), {}, true}}}};
    if (!groups.contains(outside))
        groups.append(outside);
    return Query(groups);
}

bool hasTimeSpan(const Query &query)
{
    return std::ranges::any_of(query.groups(), isChosenSpan);
}

} // namespace evident
