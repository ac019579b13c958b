#pragma once

#include "timespan.h"

#include <QtGlobal>

#include <unordered_map>
#include <vector>

namespace evident {

/// A time without any record: from the last one before it to the first one after it, ms UTC.
struct Silence
{
    qint64 begin = 0;
    qint64 end = 0;
    qint64 usual = 0; ///< how far apart minutes with records are around it, ms
    qint64 records = 0; ///< that stand at its two ends

    qint64 length() const noexcept { return end - begin; }
    bool operator==(const Silence &) const = default;
};

/// The minutes that have records, and when in them: all that silences follow from, whatever the order of the records
/// and however often they are repeated. A value; one thread at a time.
class MinuteTimes
{
public:
    void add(qint64 utcMs)
    {
        if (utcMs < m_begin || utcMs >= m_begin + minuteMs)
            enter(utcMs);
        m_minute->add(utcMs);
    }
    void merge(const MinuteTimes &other);

    /// Silences of a span that are unusually long, the most unusual first. Unusual is one that is longer than
    /// `unusualRatio` times what lies between minutes with records in the hours around it, so that records were to be
    /// expected in at least so many of its minutes. What the day before or after, or the week, has as well at these
    /// hours, is usual: nights, weekends.
    std::vector<Silence> unusual(const TimeSpan &span) const;

    static constexpr qint64 minuteMs = 60'000;
    /// In ten minutes with records each at random, none is one of twenty thousand.
    static constexpr qint64 unusualRatio = 10;

private:
    struct Minute
    {
        qint64 first = 0;
        qint64 last = 0;
        qint64 atFirst = 0; ///< records that have just this time
        qint64 atLast = 0;

        void add(qint64 utcMs);
        void add(const Minute &other);
    };

    void enter(qint64 utcMs);

    std::unordered_map<qint64, Minute> m_minutes; ///< by number; its elements never move
    Minute *m_minute = nullptr; ///< the one of the last record
    qint64 m_begin = 0; ///< of that one
};

} // namespace evident
