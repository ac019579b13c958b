#pragma once

#include "facets.h"
#include "timelinereading.h"
#include "timelinestrays.h"

#include <QTimeZone>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace evident {

/// Counts the rows of a timeline once, in fine bins, and makes what any zoom shows of them; only where the zoom is
/// finer are rows looked at again. Rows that come later are added. One thread at a time.
class TimelineCounter
{
public:
    /// What is counted.
    struct Question
    {
        quint64 number = 0; ///< of an equal number, the rows begin with those of before, but for unsettled ones
        std::shared_ptr<const Log> log;
        std::shared_ptr<const Resolution> resolution;
        RowSet rows;
        QTimeZone zone;
        TimelineGrouping grouping = TimelineGrouping::Level;
        bool isComplete = false; ///< these are all
    };
    /// What is shown of it.
    struct Wanted
    {
        std::optional<TimeSpan> span; ///< none: the whole
        int bins = 1; ///< at the most
        bool withStrays = false; ///< the whole is with them
    };

    /// Nothing when stopped: `stop` ends it while it counts for this zoom alone, `stopCounting` always.
    std::optional<TimelineReading> read(const Question &asked, const Wanted &wanted, const std::stop_token &stop,
                                        const std::stop_token &stopCounting);

private:
    void startOver(const Question &question);
    void forgetCounts();
    bool chooseParts(const Question &question, const std::stop_token &stop);
    void updateSeries(const Question &question);
    bool countSettled(const Question &question, const std::stop_token &stop);
    void findSpans(const Question &question, Row end);
    void tellSpans(TimelineReading &reading, const Question &question) const;
    void countIn(Timeline &counts, const Question &question, const std::stop_token &stop) const;
    std::vector<Row> straysBeside(const Log &log, const TimelineBins &bins) const;
    void makeRoom(const TimeSpan &span, const Question &question);

    std::optional<quint64> m_number;
    RowSet m_rows; ///< that the question began with, in the log's own order
    bool m_isReordered = false; ///< sorted rows never grow: they are replaced
    TimelineGrouping m_grouping = TimelineGrouping::Level;
    QList<TimelinePart> m_parts;
    Row m_partsOf = 0; ///< rows by which the parts were chosen
    RowTally m_tally;
    Row m_tallied = 0; ///< positions
    std::shared_ptr<const Resolution> m_resolution; ///< of the series
    TimelineSeries m_series;
    Timeline m_counts{TimelineBins(), TimelineSeries()}; ///< in fine bins
    Row m_counted = 0; ///< positions
    TimelineStrays::BlockSpans m_spans; ///< of each block of positions that was counted
    TimelineStrays m_strays; ///< of those that were counted; hardly one of them is in a fine bin
};

} // namespace evident
