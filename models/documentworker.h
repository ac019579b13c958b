#pragma once

#include "logdocument.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace evident {

/// Rows that a request keeps, so far.
struct LogDocument::Batch
{
    quint64 generation = 0;
    RowSet rows;
    bool grown = false; ///< rows() of before is a prefix of these
    bool complete = false; ///< every record that is there was looked at
    std::shared_ptr<const Resolution> resolution;
    QList<QPair<double, Severity>> errorMarks; ///< when complete
};

struct LogDocument::FacetBatch
{
    quint64 generation = 0;
    QHash<Field, FacetCounts> facets;
    QHash<EventKey, qint64> codeCounts;
    std::shared_ptr<const Resolution> resolution;
};

/// The threads behind a LogDocument: one reads and indexes the log, one answers the newest request for rows. They talk
/// to the document by queued calls alone, and are joined before it goes.
class LogDocument::Worker
{
public:
    struct Request
    {
        quint64 generation = 0;
        Query query;
        QTimeZone zone;
        CatalogPointer catalog;
        SortKey sortKey = SortKey::FileOrder;
        Qt::SortOrder sortOrder = Qt::AscendingOrder;
    };

    Worker(LogDocument *document, Request first);
    ~Worker();

    void cancelLoading();
    void setRequest(Request request);

private:
    class Run;
    struct Known;

    void index(std::stop_token stop);
    void answer(std::stop_token stop);
    void indexedMore();
    /// Calls in the document's thread, unless the document reads something else by then.
    template <typename Call>
    void post(Call call);

    LogDocument *m_document;
    const quint64 m_epoch;
    const QString m_path;
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

    std::jthread m_indexer;
    std::jthread m_answerer;
};

} // namespace evident
