#pragma once

#include "log.h"
#include "risingvalues.h"
#include "rowset.h"
#include "silences.h"

#include <atomic>
#include <optional>
#include <stop_token>
#include <vector>

namespace evident {

/// How many records of something there are: `lastHour` and `hourBefore` as a query counts them, the rest a repeated one
/// once.
struct ValueCounts
{
    qint64 lastHour = 0;
    qint64 hourBefore = 0;
    qint64 errors = 0; ///< at any time or none; of users and applications, all others are of errors too
    HourCounts distinct;

    void add(const ValueCounts &other);
};

/// Counts rows by shape, user and application in the hours that LastHour looks at, and the minutes that have any. Large
/// sets are shared among threads.
class HighlightCounter
{
public:
    /// `isError` by shape; without `hour` there is nothing to compare.
    HighlightCounter(const Log &log, std::vector<char> isError, const std::optional<LastHour> &hour);
    ~HighlightCounter();
    HighlightCounter(const HighlightCounter &) = delete;
    HighlightCounter &operator=(const HighlightCounter &) = delete;

    void count(const RowSet &rows, const std::stop_token &stop);

    const std::vector<ValueCounts> &shapes() const noexcept { return m_shapes; } ///< by ShapeId
    ValueCounts ofUser(quint32 id) const { return m_users.at(id); }
    ValueCounts ofApplication(quint32 id) const { return m_applications.at(id); }
    quint32 userCount() const noexcept { return m_users.size(); } ///< ids
    quint32 applicationCount() const noexcept { return m_applications.size(); }
    const MinuteTimes &minutes() const noexcept { return m_minutes; }

private:
    /// Counts of errors by dictionary id, which all threads share: there may be millions of ids.
    class SharedCounts
    {
    public:
        explicit SharedCounts(quint32 ids)
            : m_counts(ids)
        { }
        quint32 size() const noexcept { return quint32(m_counts.size()); }
        ValueCounts at(quint32 id) const;
        void addError(quint32 id);
        /// `hoursBack`: 0 for the last hour; distinct: not a repeated record.
        void addHour(quint32 id, qint64 hoursBack, bool distinct);

    private:
        struct Counts
        {
            std::atomic<quint32> errors = 0;
            std::atomic<quint32> lastHour = 0;
            std::atomic<quint32> hourBefore = 0;
            std::atomic<quint32> distinctLast = 0;
            std::atomic<quint32> distinctBefore = 0;
            std::atomic<quint32> distinctEarlier = 0;
            std::atomic<bool> seen = false;
        };
        std::vector<Counts> m_counts;
    };
    struct Block;
    struct Part;

    template <typename RowAt, typename Fetch>
    void addBlock(Part &part, Row count, const RowAt &rowAt, const Fetch &fetch);
    void addHour(Part &part, size_t row, qint64 hoursBack, bool distinct);
    void addPart(Part &part, const RowSet &rows, Row first, Row last, const std::stop_token &stop);
    bool isError(quint32 shape) const { return shape < m_isError.size() && m_isError[shape] != 0; }
    void findRepeated(const RowSet &rows, const std::stop_token &stop);
    bool isRepeated(Row row) const { return row < m_repeated.size() && m_repeated[row]; }

    const Log &m_log;
    const std::vector<char> m_isError;
    const std::optional<LastHour> m_hour;
    std::vector<ValueCounts> m_shapes;
    SharedCounts m_users;
    SharedCounts m_applications;
    MinuteTimes m_minutes;
    /// By row: the records in the hours that are looked at that say the same as an earlier one. See samerecords.h.
    std::vector<bool> m_repeated;
};

} // namespace evident
