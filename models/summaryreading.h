#pragma once

#include "latestjob.h"
#include "logsummary.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace evident {

class LogDocument;
class Postbox;

/// Keeps the summary of a document's rows up to date, on a thread of its own: while it loads, when the query, the rows
/// or the catalog change. Only while it is wanted, and once a second at the most; a log that takes longer, the less
/// often. How many records repeat an earlier one comes later than the rest, and only of a log that has been read. Of
/// the GUI thread.
class SummaryReading : public QObject
{
    Q_OBJECT

public:
    explicit SummaryReading(LogDocument *document, QObject *parent = nullptr); ///< the document outlives this
    ~SummaryReading() override; ///< waits for nobody

    void setWanted(bool wanted); ///< it is looked at
    /// Null until there is one. It may be of the rows of a moment ago.
    const std::shared_ptr<const LogSummary> &summary() const { return m_summary; }

    static constexpr int intervalMs = 1000;

signals:
    void changed();

private:
    /// What a summary is made of.
    struct Basis
    {
        std::shared_ptr<Log> log;
        std::shared_ptr<const Resolution> resolution;
        RowSet rows;
        quint64 revision = 0; ///< of the columns
        Query query; ///< that keeps these rows
        QTimeZone zone;
        bool complete = false;

        bool isSame(const Basis &other) const;
        bool answersTheSame(const Basis &other) const; ///< of fewer or more records
    };

    void takeQuery();
    void update();
    void start(const Basis &basis);
    void take(const std::shared_ptr<LogSummary> &summary, qint64 tookMs);
    void forgetDuplicates();
    void countDuplicates();
    void takeDuplicates(qint64 count, bool isLast, qint64 tookMs);
    Basis basis() const;

    LogDocument *m_document;
    std::shared_ptr<Postbox> m_postbox;
    LatestJob m_job;
    QTimer m_rest; ///< nothing begins while it runs, unless something else is asked
    std::shared_ptr<const LogSummary> m_summary;
    Query m_query; ///< that the document's rows answer
    QTimeZone m_zone;
    Basis m_started; ///< of the newest job
    quint64 m_number = 0; ///< of that; what comes of others is dropped
    bool m_isWanted = false;
    bool m_isRunning = false;
    // Of the records that repeat an earlier one. A file that does not answer holds up nothing else.
    LatestJob m_countJob;
    QTimer m_countRest;
    std::optional<qint64> m_duplicates; ///< of what was asked last
    quint64 m_countNumber = 0;
    bool m_isCounting = false;
};

} // namespace evident
