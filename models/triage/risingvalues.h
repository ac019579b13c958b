#pragma once

#include <QtGlobal>

#include <optional>

namespace evident {

inline constexpr qint64 hourMs = 60LL * 60 * 1000;

/// The last hour of some records and what it is held against, UTC: hours are counted back from the last record, whole
/// seconds.
struct LastHour
{
    /// A day: what comes at certain hours (a night's job, the morning) is no news in the evening.
    static constexpr qint64 hoursLookedAt = 24;

    explicit LastHour(qint64 firstTime, qint64 lastTime);

    qint64 begin() const noexcept { return end - hourMs; }
    qint64 beforeBegin() const noexcept { return end - 2 * hourMs; }
    /// Records of earlier times only tell that something is not new.
    qint64 windowBegin() const noexcept { return end - (hoursLookedAt + 1) * hourMs; }
    /// Whether there is an hour to compare with.
    bool isComparable() const noexcept { return hours >= 1; }

    qint64 end = 0; ///< just behind the last record
    double hours = 0; ///< before the last hour that are looked at; fewer than one: the log is too short
};

/// How many records there were, a repeated one counted once.
struct HourCounts
{
    qint64 last = 0; ///< in the last hour
    qint64 before = 0; ///< in the hour before it
    qint64 earlier = 0; ///< in the hours before that one
    bool seen = false; ///< at any time before the last hour

    HourCounts operator-(const HourCounts &other) const;
};

/// What the last hour is of a value.
struct Rise
{
    bool isNew = false; ///< never seen before; else it is more than was to be expected
    double usual = 0; ///< records an hour, of the hours before
};

/// When something is new or rising. New is what was not seen before at all; rising what is several times as frequent as
/// in the hour before and as in the mean hour, with an allowance for how much busier all the rest has become: in the
/// morning everything rises, and nothing of it is news. `others` are the ordinary records, those that are no errors;
/// for what is ordinary itself, all others.
std::optional<Rise> riseOf(const HourCounts &counts, const HourCounts &others, double hours);

} // namespace evident
