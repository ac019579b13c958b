#include "documentworker.h"

#include "lowering.h"
#include "rowfilter.h"
#include "rowsort.h"
#include "sortkeys.h"

#include <QElapsedTimer>
#include <QMetaObject>

#include <algorithm>
#include <array>
#include <numeric>

namespace evident {

namespace {

/// Rows looked at between two looks at the clock and at a cancel.
constexpr Row sliceRows = 65'536;
/// The table hears of new rows at most this often, the facets less often; both at once when all is done.
constexpr qint64 rowsEveryMs = 50;
constexpr qint64 facetsEveryMs = 250;
constexpr qint64 sortEveryMs = 500;
constexpr qint64 progressEveryMs = 100;

/// More marks than a scroll bar has pixels would not be seen.
constexpr size_t markCount = 512;

bool asksFor(const Query &query, Field field)
{
    return std::ranges::any_of(query.groups(), [field](const Group &group) {
        return std::ranges::any_of(group, [field](const Term &term) { return term.field == field; });
    });
}

std::optional<qint64> lastTime(const Log &log)
{
    qint64 last = noTime;
    for (Row row = 0, count = log.columns().size(); row < count; ++row)
        last = std::max(last, log.columns().time(row));
    return last == noTime ? std::nullopt : std::optional(last);
}

} // namespace

/// One request being answered: what was looked at so far, what is kept, and the counts.
class LogDocument::Worker::Run
{
public:
    Run(const Log &log, Request request)
        : m_log(log),
          m_request(std::move(request)),
          m_resolver(m_request.catalog)
    {
        for (const Field field : facetFields()) {
            if (!m_request.query.facetValues(field).isEmpty())
                m_withoutFacet.push_back({field, m_request.query.withoutFacet(field), {}, {}});
        }
    }

    quint64 generation() const { return m_request.generation; }
    /// Some terms can be answered only when the whole log is known.
    bool needsWholeLog() const
    {
        return evident::asksForDuplicates(m_request.query) || asksFor(m_request.query, Field::Since);
    }
    bool upToDate() const { return m_seen == m_log.columns().size(); }

    /// Looks at the next slice. False when stopped.
    bool advance(bool wholeLogKnown, std::stop_token stop)
    {
        const Row last = std::min(m_log.columns().size(), m_seen + sliceRows);
        prepare(wholeLogKnown, stop);
        m_all.addRange(m_log, m_seen, last);
        if (!m_lowered.isEmpty()) {
            const size_t before = m_kept.size();
            filterRows(m_log, m_lowered, m_seen, last, stop, m_kept);
            m_matched.add(m_log, RowSet::of({m_kept.begin() + qsizetype(before), m_kept.end()}));
        }
        for (Without &without : m_withoutFacet) {
            std::vector<Row> rows;
            filterRows(m_log, without.lowered, m_seen, last, stop, rows);
            without.tally.add(m_log, RowSet::of(std::move(rows)));
        }
        if (stop.stop_requested())
            return false;
        m_seen = last;
        return true;
    }

    Batch rows(bool complete, std::stop_token stop)
    {
        Batch batch;
        batch.generation = m_request.generation;
        batch.complete = complete;
        batch.resolution = m_resolution;
        const bool everything = m_lowered.isEmpty();
        if (m_request.sortKey == SortKey::FileOrder) {
            batch.grown = m_toldOnce;
            batch.rows = everything ? RowSet::all(m_seen) : RowSet::of(m_kept);
        } else {
            std::vector<Row> order = m_kept;
            if (everything) {
                order.resize(m_seen);
                std::iota(order.begin(), order.end(), Row(0));
            }
            batch.rows =
                RowSet::of(sortedRows(std::move(order), sortKeyFunction(m_request.sortKey, m_log, *m_resolution),
                                      m_request.sortOrder == Qt::DescendingOrder, stop));
        }
        m_toldOnce = true;
        if (complete)
            batch.errorMarks = errorMarks(batch.rows);
        return batch;
    }
    bool isSorted() const { return m_request.sortKey != SortKey::FileOrder; }

    FacetBatch facets() const
    {
        FacetBatch batch;
        batch.generation = m_request.generation;
        batch.resolution = m_resolution;
        const RowTally &matched = m_lowered.isEmpty() ? m_all : m_matched;
        for (const Field field : facetFields()) {
            const auto own = std::ranges::find(m_withoutFacet, field, &Without::field);
            const RowTally &tally = own == m_withoutFacet.end() ? matched : own->tally;
            batch.facets.insert(field, tally.counts(field, m_log, *m_resolution));
        }
        const std::vector<qint64> &shapes = m_all.shapes();
        for (size_t shape = 0; shape < shapes.size() && qsizetype(shape) < m_resolution->size(); ++shape) {
            const ResolvedEvent &event = m_resolution->at(qsizetype(shape));
            if (event.code != noCode && shapes[shape] > 0)
                batch.codeCounts[{event.kind, event.code}] += shapes[shape];
        }
        return batch;
    }

private:
    /// The worst severity in each of as many stretches of the rows as a scroll bar has pixels.
    QList<QPair<double, Severity>> errorMarks(const RowSet &rows) const
    {
        std::vector<Severity> severities;
        severities.reserve(size_t(m_resolution->size()));
        for (const ResolvedEvent &event : *m_resolution)
            severities.push_back(severityOf(event.level));
        std::vector<Severity> worst(markCount, Severity::Unknown);
        for (Row position = 0; position < rows.size(); ++position) {
            const Severity severity = severities[m_log.columns().shape(rows.at(position))];
            Severity &there = worst[size_t(quint64(position) * markCount / rows.size())];
            there = std::min(there, severity);
        }
        QList<QPair<double, Severity>> marks;
        for (size_t i = 0; i < worst.size(); ++i) {
            if (worst[i] <= Severity::Error)
                marks.append({(double(i) + 0.5) / markCount, worst[i]});
        }
        return marks;
    }

    struct Without
    {
        Field field;
        Query query;
        LoweredQuery lowered;
        RowTally tally;
    };

    /// Resolves what is new, and brings the query down again where new ids may change what its sets hold.
    void prepare(bool wholeLogKnown, std::stop_token stop)
    {
        const std::array<quint32, 5> sizes = {
            m_log.texts(TextColumn::User).size(), m_log.texts(TextColumn::Method).size(),
            m_log.texts(TextColumn::Application).size(), m_log.texts(TextColumn::Address).size(), m_log.shapeCount()};
        if (m_resolution && sizes == m_dictionarySizes)
            return;
        auto resolution = m_resolution ? std::make_shared<Resolution>(*m_resolution) : std::make_shared<Resolution>();
        m_resolver.extend(*resolution, m_log);
        m_resolution = std::move(resolution);
        m_dictionarySizes = sizes;

        MatchContext context;
        context.zone = m_request.zone;
        if (wholeLogKnown && asksFor(m_request.query, Field::Since))
            context.lastRecordTime = lastTime(m_log);
        if (!m_duplicates && evident::asksForDuplicates(m_request.query))
            m_duplicates = std::make_shared<const std::vector<Row>>(duplicateRows(m_log, stop));
        m_lowered = lowerQuery(m_request.query, context, m_log, *m_resolution, m_duplicates);
        for (Without &without : m_withoutFacet)
            without.lowered = lowerQuery(without.query, context, m_log, *m_resolution, m_duplicates);
    }

    const Log &m_log;
    const Request m_request;
    const Resolver m_resolver;
    std::shared_ptr<const Resolution> m_resolution;
    std::array<quint32, 5> m_dictionarySizes{};
    std::shared_ptr<const std::vector<Row>> m_duplicates;
    LoweredQuery m_lowered;
    Row m_seen = 0;
    std::vector<Row> m_kept;
    RowTally m_all;
    RowTally m_matched;
    std::vector<Without> m_withoutFacet;
    bool m_toldOnce = false;
};

LogDocument::Worker::Worker(LogDocument *document, Request first)
    : m_document(document),
      m_epoch(document->m_epoch),
      m_location(document->m_location),
      m_bytes(document->m_bytes),
      m_pasted(document->m_pasted),
      m_options(document->m_options),
      m_request(std::move(first)),
      m_indexer([this](std::stop_token stop) { index(stop); }),
      m_answerer([this](std::stop_token stop) { answer(stop); })
{ }

LogDocument::Worker::~Worker()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopRun.request_stop();
    }
    m_indexer.request_stop();
    m_answerer.request_stop();
}

void LogDocument::Worker::cancelLoading()
{
    m_indexer.request_stop();
}

void LogDocument::Worker::setRequest(Request request)
{
    const std::scoped_lock lock(m_mutex);
    m_stopRun.request_stop();
    m_stopRun = std::stop_source();
    m_request = std::move(request);
    ++m_news;
    m_wake.notify_all();
}

void LogDocument::Worker::indexedMore()
{
    const std::scoped_lock lock(m_mutex);
    ++m_news;
    m_wake.notify_all();
}

template <typename Call>
void LogDocument::Worker::post(Call call)
{
    QMetaObject::invokeMethod(
        m_document,
        [document = m_document, epoch = m_epoch, call = std::move(call)] {
            if (document->m_epoch == epoch)
                call(document);
        },
        Qt::QueuedConnection);
}

Result<std::shared_ptr<Log>> LogDocument::Worker::open(const std::stop_token &stop)
{
    if (m_pasted)
        return Log::fromBytes(m_location.path, m_bytes, m_options);
    QElapsedTimer sinceProgress;
    sinceProgress.start();
    const OpenProgress progress = [&](qint64 done, qint64 total) {
        if (sinceProgress.elapsed() < progressEveryMs)
            return;
        sinceProgress.restart();
        post([done, total](LogDocument *document) { document->prepared(done, total); });
    };
    if (m_location.container || !m_location.member.isEmpty())
        return Log::open(m_location, m_options, stop, progress);
    const Result<LogExpansion> expansion = expandLogPath(m_location.path, m_options, stop, progress);
    if (!expansion)
        return expansion.error();
    post([expansion = expansion.value()](LogDocument *document) { document->takeExpansion(expansion); });
    return Log::open(expansion.value().locations.front(), m_options, stop, progress);
}

void LogDocument::Worker::index(std::stop_token stop)
{
    Result<std::shared_ptr<Log>> result = open(stop);
    if (!result) {
        post([error = result.error()](LogDocument *document) { document->failed(error); });
        return;
    }
    const std::shared_ptr<Log> log = std::move(result).value();
    {
        const std::scoped_lock lock(m_mutex);
        m_log = log;
    }
    post([log](LogDocument *document) { document->opened(log); });

    QElapsedTimer sinceProgress;
    sinceProgress.start();
    log->index(stop, [&] {
        indexedMore();
        if (sinceProgress.elapsed() >= progressEveryMs) {
            sinceProgress.restart();
            post([](LogDocument *document) { emit document->progressChanged(); });
        }
    });
    {
        const std::scoped_lock lock(m_mutex);
        m_indexed = true;
    }
    indexedMore();
    post([](LogDocument *document) { document->indexed(); });
}

void LogDocument::Worker::answer(std::stop_token stop)
{
    std::unique_ptr<Run> run;
    QElapsedTimer sinceRows;
    QElapsedTimer sinceFacets;
    quint64 seenNews = 0;
    std::shared_ptr<Log> log;
    while (!stop.stop_requested()) {
        std::stop_token stopRun;
        bool indexed = false;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [&] { return m_log && (m_news != seenNews || !run); }))
                return;
            seenNews = m_news;
            indexed = m_indexed;
            stopRun = m_stopRun.get_token();
            log = m_log;
            if (!run || run->generation() != m_request.generation) {
                run = std::make_unique<Run>(*log, m_request);
                sinceRows.invalidate();
                sinceFacets.invalidate();
            }
        }
        if (run->needsWholeLog() && !indexed)
            continue;

        bool stopped = false;
        do {
            stopped = !run->advance(indexed, stopRun);
            const bool done = run->upToDate();
            const qint64 pause = run->isSorted() ? sortEveryMs : rowsEveryMs;
            if (!stopped && (!sinceRows.isValid() || sinceRows.elapsed() >= pause || (done && indexed))) {
                Batch batch = run->rows(done && indexed, stopRun);
                stopped = stopRun.stop_requested();
                if (!stopped)
                    post([batch = std::move(batch)](LogDocument *document) { document->takeRows(batch); });
                sinceRows.restart();
            }
            if (!stopped && (!sinceFacets.isValid() || sinceFacets.elapsed() >= facetsEveryMs || (done && indexed))) {
                post([batch = run->facets()](LogDocument *document) { document->takeFacets(batch); });
                sinceFacets.restart();
            }
        } while (!stopped && !run->upToDate());
    }
}

} // namespace evident
