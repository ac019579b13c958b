#pragma once

#include "latestjob.h"
#include "timelinereading.h"

#include <QObject>

#include <memory>
#include <optional>
#include <stop_token>

namespace evident {

class LogDocument;
class Postbox;
class TimelineCounter;

/// The rows of a document over time, as a timeline shows them: counted on a thread of its own, again whenever the rows
/// or what is wanted of them change. Of the GUI thread, which never waits for it.
class TimelineModel : public QObject
{
    Q_OBJECT

public:
    explicit TimelineModel(LogDocument *document, QObject *parent = nullptr);
    ~TimelineModel() override; ///< waits for nobody

    LogDocument *document() const { return m_document; }
    /// The newest counts; what is wanted may be others, which changed() tells. Never null.
    const std::shared_ptr<const TimelineReading> &reading() const { return m_reading; }
    bool isCounting() const { return m_isRequested || m_answered != m_asked; }

    /// Nothing is counted while nobody looks.
    void setActive(bool active);
    TimelineGrouping grouping() const { return m_grouping; }
    void setGrouping(TimelineGrouping grouping);
    void setMostBins(int most); ///< as many as there is room for
    /// What the bins are to hold; none: all that the rows have, without strays.
    const std::optional<TimeSpan> &span() const { return m_span; }
    void setSpan(const std::optional<TimeSpan> &span);
    /// All that the rows have, with strays.
    bool isWithStrays() const { return m_isWithStrays; }
    void showStrays();

signals:
    void changed(); ///< reading()

private:
    void rowsReplaced();
    void request();
    void ask();
    void take(quint64 number, TimelineReading reading);

    LogDocument *m_document;
    std::shared_ptr<Postbox> m_postbox;
    std::shared_ptr<TimelineCounter> m_counter; ///< of the job's thread
    LatestJob m_job;
    std::stop_source m_stopCounting; ///< the rows are others
    std::shared_ptr<const TimelineReading> m_reading;
    TimelineGrouping m_grouping = TimelineGrouping::Level;
    std::optional<TimeSpan> m_span;
    bool m_isWithStrays = false;
    int m_mostBins = 0;
    bool m_active = false;
    bool m_isRequested = false; ///< a call of ask() is in the queue
    bool m_askedComplete = false;
    quint64 m_rows = 0; ///< counts how often they became others
    quint64 m_asked = 0;
    quint64 m_answered = 0;
};

} // namespace evident
