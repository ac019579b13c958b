#pragma once

#include "follower.h"
#include "logdocument.h"

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

namespace evident {

/// What rows are asked for.
struct LogDocument::Request
{
    quint64 generation = 0;
    Query query;
    QTimeZone zone;
    CatalogPointer catalog;
    SortKey sortKey = SortKey::FileOrder;
    Qt::SortOrder sortOrder = Qt::AscendingOrder;
    std::shared_ptr<const std::vector<Row>> bookmarked; ///< ascending
    FindingsPointer findings;
    int contextLines = 0;
};

/// Rows that a request keeps, so far.
struct LogDocument::Batch
{
    quint64 generation = 0;
    RowSet rows;
    ShownRows shown; ///< with their context
    bool grown = false; ///< rows() of before is a prefix of these; then there is no context
    Row changedFrom = RowSet::none; ///< but for the positions from this one on
    bool complete = false; ///< every record that is there was looked at
    std::shared_ptr<const Resolution> resolution;
    qint64 undecided = 0; ///< records for which a regular expression ran into its limits
    QList<QPair<double, Severity>> errorMarks; ///< when complete
};

struct LogDocument::FacetBatch
{
    quint64 generation = 0;
    QHash<Field, FacetCounts> facets;
    QHash<EventKey, qint64> codeCounts;
    std::shared_ptr<const Resolution> resolution;
};

/// The threads behind a LogDocument: one reads and indexes the log and then looks at its file, one answers the newest
/// request for rows. They talk to the document by queued calls alone, share the ownership of this, and outlive the
/// document where a read hangs.
class LogDocument::Worker : public std::enable_shared_from_this<Worker>
{
public:
    /// Of the document's thread, as all that is public.
    static std::shared_ptr<Worker> start(LogDocument *document, Request first);
    /// The document hears nothing any more, and the threads end as soon as they can. Waits for neither.
    void retire();

    void cancelLoading();
    void setRequest(Request request);
    void setFollowing(bool following);
    void look(); ///< at the file, now

private:
    class Run;
    struct Known;

    Worker(LogDocument *document, Request first);

    void read();
    std::shared_ptr<Log> openLog();
    Result<std::shared_ptr<Log>> openOnce(const std::stop_token &stop);
    void lookForOlderFiles();
    void index(const std::shared_ptr<Log> &log);
    void watch(const std::shared_ptr<Log> &log);
    bool pause(std::chrono::milliseconds interval);
    bool isFollowing();
    void answer(std::stop_token stop);
    void indexedMore();
    /// Calls in the document's thread, unless the document reads something else by then.
    template <typename Call>
    void post(Call call)
    {
        const std::scoped_lock lock(m_documentMutex);
        if (!m_document)
            return;
        QMetaObject::invokeMethod(
            m_document,
            [document = m_document, epoch = m_epoch, call = std::move(call)] {
                if (document->m_epoch == epoch)
                    call(document);
            },
            Qt::QueuedConnection);
    }

    std::mutex m_documentMutex;
    LogDocument *m_document; ///< null once it does not hear any more
    const quint64 m_epoch;
    const LogLocation m_location;
    const QStringList m_paths;
    const QByteArray m_bytes;
    const bool m_pasted;
    const LogOptions m_options;

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    // Guarded by the mutex:
    std::shared_ptr<Log> m_log;
    Request m_request;
    std::stop_source m_stopRun; ///< ends the run of an older request
    bool m_indexed = false;
    quint64 m_news = 0; ///< counts whatever the answering thread has to look at
    bool m_following = false;
    bool m_lookWanted = false;

    std::stop_source m_stopLoading;
    std::stop_source m_stop; ///< of everything
};

} // namespace evident
