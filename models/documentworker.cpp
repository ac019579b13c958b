#include "documentworker.h"

#include "errorrows.h"
#include "filemerge.h"
#include "lowering.h"
#include "rowfilter.h"
#include "rowsort.h"
#include "sortkeys.h"
#include "timespan.h"

#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace evident {

namespace {

/// Rows looked at between two looks at the clock: few while there is nothing to show or more to come.
constexpr Row sliceRows = 65'536;
constexpr Row largeSliceRows = 2'097'152;
/// The table hears of new rows at most this often, the facets less often; both at once when all is done.
constexpr qint64 rowsEveryMs = 50;
constexpr qint64 facetsEveryMs = 250;
constexpr qint64 sortEveryMs = 500;
/// A sort, or a count of facets, waits so many times as long as the one before took: loading needs the processors.
constexpr qint64 restForWork = 4;

/// Values of a facet that only the log knows: the most frequent ones are listed.
constexpr size_t mostFacetValues = 5000;

bool asksFor(const Query &query, Field field)
{
    return std::ranges::any_of(query.groups(), [field](const Group &group) {
        return std::ranges::any_of(group, [field](const Term &term) { return term.field == field; });
    });
}

bool isDue(const QElapsedTimer &since, qint64 pause, bool always)
{
    return always || !since.isValid() || since.elapsed() >= pause;
}

bool hasWildcard(const Term &term)
{
    return std::ranges::any_of(term.values, [](const Value &value) {
        const auto *text = std::get_if<TextValue>(&value);
        return text && text->text.contains(u'*');
    });
}

} // namespace

/// What is known of a log whatever the request.
struct LogDocument::Worker::Known
{
    explicit Known(const Log &log)
        : sortKeys(log)
    { }

    SortKeyMaker sortKeys;
    QHash<Field, IdSet> toldValues; ///< ids that facets have listed
};

/// One request being answered: what was looked at so far, what is kept, and the counts.
class LogDocument::Worker::Run
{
public:
    /// `again`: the request was answered before, and is silent until it is answered anew.
    Run(const Log &log, Known &known, Request request, bool again)
        : m_log(log),
          m_known(known),
          m_request(std::move(request)),
          m_again(again),
          m_resolver(m_request.catalog),
          m_revision(log.columns().revision())
    {
        for (const Field field : facetFields()) {
            if (!m_request.query.facetValues(field).isEmpty())
                m_withoutFacet.push_back({field, m_request.query.withoutFacet(field), {}, RowTally({field})});
        }
        m_settled = found();
    }

    quint64 generation() const { return m_request.generation; }
    /// Some terms can be answered only when the whole log is known.
    bool needsWholeLog() const
    {
        return evident::asksForDuplicates(m_request.query) || asksFor(m_request.query, Field::Since);
    }
    bool upToDate() const { return m_seen == m_log.columns().size() && m_revision == m_log.columns().revision(); }
    /// The log is another whole than what was asked about.
    bool isOutdated() const
    {
        return needsWholeLog() && m_preparedFor > 0
            && (m_preparedFor != m_log.columns().size() || m_revision != m_log.columns().revision());
    }
    bool isSilent() const { return m_again; }

    /// Looks at the next slice. False when stopped.
    bool advance(bool wholeLogKnown, std::stop_token stop)
    {
        lookBack();
        const Row last = sliceEnd(wholeLogKnown && m_toldOnce ? largeSliceRows : sliceRows);
        prepare(wholeLogKnown, stop);
        if (last == m_seen)
            return true;
        m_all.addRange(m_log, m_seen, last, stop);
        if (m_lowered.isEmpty()) {
            m_matched.addRange(m_log, m_seen, last, stop);
        } else {
            const size_t before = m_kept.size();
            m_undecided += filterRows(m_log, m_lowered, m_seen, last, stop, m_kept);
            m_matched.add(m_log, RowSet::of({m_kept.begin() + qsizetype(before), m_kept.end()}), stop);
        }
        for (Without &without : m_withoutFacet) {
            std::vector<Row> rows;
            filterRows(m_log, without.lowered, m_seen, last, stop, rows);
            without.tally.add(m_log, RowSet::of(std::move(rows)), stop);
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
        batch.undecided = m_undecided;
        const bool everything = m_lowered.isEmpty();
        if (!isSorted() && everything) {
            batch.rows = RowSet::all(m_seen);
        } else if (everything) {
            std::vector<Row> all(m_seen);
            std::iota(all.begin(), all.end(), Row(0));
            batch.rows = ordered(std::move(all), stop);
        } else {
            batch.rows = ordered(m_kept, stop);
        }
        batch.shown = batch.rows;
        if (hasContext()) {
            std::vector<Row> shown = withContext(m_log, m_kept, m_request.contextLines, m_seen);
            batch.shown = ShownRows(ordered(std::move(shown), stop), m_kept, m_seen);
        }
        if (!isReplaced()) {
            batch.grown = m_toldOnce;
            batch.changedFrom = std::exchange(m_changedFrom, RowSet::none);
        }
        m_toldOnce = true;
        if (complete)
            batch.errorMarks = evident::errorMarks(m_log, *m_resolution, batch.shown.rows(), stop);
        return batch;
    }
    /// Several files are merged by time, which is their order.
    bool isSorted() const { return m_request.sortKey != SortKey::FileOrder || m_log.partCount() > 1; }
    /// What more rows are found changes those of before, which costs more the more there are.
    bool isReplaced() const { return isSorted() || hasContext(); }

    FacetBatch facets() const
    {
        FacetBatch batch;
        batch.generation = m_request.generation;
        batch.resolution = m_resolution;
        for (const Field field : facetFields()) {
            const auto own = std::ranges::find(m_withoutFacet, field, &Without::field);
            const RowTally &tally = own == m_withoutFacet.end() ? m_matched : own->tally;
            IdSet &told = m_known.toldValues[field];
            batch.facets.insert(field, tally.counts(field, m_log, *m_resolution, mostFacetValues, told));
        }
        const std::vector<qint64> shapes = m_all.shapes();
        for (size_t shape = 0; shape < shapes.size() && qsizetype(shape) < m_resolution->size(); ++shape) {
            const ResolvedEvent &event = m_resolution->at(qsizetype(shape));
            if (event.code != noCode && shapes[shape] > 0)
                batch.codeCounts[{event.kind, event.code}] += shapes[shape];
        }
        return batch;
    }

private:
    /// What was found in the rows that stay what they are.
    struct Settled
    {
        Row seen = 0;
        size_t kept = 0;
        RowTally all;
        RowTally matched;
        std::vector<RowTally> without;
    };

    /// What was found so far.
    Settled found() const
    {
        Settled found{m_seen, m_kept.size(), m_all, m_matched, {}};
        for (const Without &without : m_withoutFacet)
            found.without.push_back(without.tally);
        return found;
    }

    /// Rows that were looked at may be others now: back to before them.
    void lookBack()
    {
        const quint64 revision = m_log.columns().revision();
        if (revision == m_revision)
            return;
        m_revision = revision;
        if (m_settled.seen >= m_seen)
            return;
        m_seen = m_settled.seen;
        m_kept.resize(m_settled.kept);
        m_all = m_settled.all;
        m_matched = m_settled.matched;
        for (size_t i = 0; i < m_withoutFacet.size(); ++i)
            m_withoutFacet[i].tally = m_settled.without[i];
        m_changedFrom = std::min(m_changedFrom, m_lowered.isEmpty() ? m_seen : Row(m_kept.size()));
    }

    /// Rows that may become others are looked at by themselves, and what was found before them is kept.
    Row sliceEnd(Row most)
    {
        const Row size = m_log.columns().size();
        const Row settled = m_log.settledRows();
        const Row last = size > m_seen ? m_seen + std::min(size - m_seen, most) : m_seen;
        if (m_seen < settled)
            return std::min(last, settled);
        if (m_seen == settled && last > m_seen)
            m_settled = found();
        return last;
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
        if (m_preparedFor == 0)
            m_preparedFor = m_log.columns().size();
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
            context.lastRecordTime = lastTime();
        if (!m_duplicates && evident::asksForDuplicates(m_request.query))
            m_duplicates = std::make_shared<const std::vector<Row>>(duplicateRows(m_log, stop));
        const RowFacts facts{m_duplicates, m_request.bookmarked, m_request.findings};
        m_lowered = lowerQuery(m_request.query, context, m_log, *m_resolution, facts);
        for (Without &without : m_withoutFacet)
            without.lowered = lowerQuery(without.query, context, m_log, *m_resolution, facts);
        for (const Group &group : m_request.query.groups())
            tellValues(group, context);
    }

    /// What stands around a record is its context in the order of the file or of time alone.
    bool hasContext() const
    {
        return m_request.contextLines > 0 && !m_lowered.isEmpty()
            && (m_request.sortKey == SortKey::FileOrder || m_request.sortKey == SortKey::Time);
    }

    /// Ascending rows in the order that is asked for.
    RowSet ordered(std::vector<Row> rows, const std::stop_token &stop) const
    {
        if (!isSorted())
            return RowSet::of(std::move(rows));
        if (m_request.sortKey == SortKey::FileOrder)
            return RowSet::of(mergedByTime(m_log, std::move(rows), stop));
        return RowSet::of(sortedRows(std::move(rows), m_known.sortKeys.keys(m_request.sortKey, m_resolution, stop),
                                     m_request.sortOrder == Qt::DescendingOrder, stop));
    }

    std::optional<qint64> lastTime() const
    {
        const std::optional<TimeSpan> span = timeSpan(m_log.columns(), RowSet::all(m_log.columns().size()));
        return span ? std::optional(span->last) : std::nullopt;
    }

    /// The values that the query names in a facet are listed there, however rare they are.
    void tellValues(const Group &group, const MatchContext &context)
    {
        const Term &term = group.first();
        if (group.size() > 1 || !facetFields().contains(term.field) || hasWildcard(term))
            return;
        for (const std::vector<LoweredTerm> &terms : lowerQuery(Query({group}), context, m_log, *m_resolution).groups) {
            if (terms.front().on == LoweredTerm::On::Text)
                m_known.toldValues[term.field].insert(terms.front().ids);
        }
    }

    const Log &m_log;
    Known &m_known;
    const Request m_request;
    const bool m_again;
    const Resolver m_resolver;
    std::shared_ptr<const Resolution> m_resolution;
    std::array<quint32, 5> m_dictionarySizes{};
    std::shared_ptr<const std::vector<Row>> m_duplicates;
    LoweredQuery m_lowered;
    Row m_seen = 0;
    std::vector<Row> m_kept;
    qint64 m_undecided = 0;
    RowTally m_all{QList<Field>()}; ///< shapes alone: where codes occur
    RowTally m_matched{facetFields()};
    std::vector<Without> m_withoutFacet;
    bool m_toldOnce = false;
    Row m_preparedFor = 0; ///< rows that the log had then

    Settled m_settled;
    quint64 m_revision; ///< of the rows that were looked at
    Row m_changedFrom = RowSet::none; ///< position of kept rows
};

void LogDocument::Worker::setRequest(Request request)
{
    const std::scoped_lock lock(m_mutex);
    m_stopRun.request_stop();
    m_stopRun = std::stop_source();
    m_request = std::move(request);
    ++m_news;
    m_wake.notify_all();
}

void LogDocument::Worker::answer(std::stop_token stop)
{
    std::unique_ptr<Known> known;
    std::unique_ptr<Run> run;
    QElapsedTimer sinceRows;
    QElapsedTimer sinceFacets;
    qint64 sortTook = 0;
    qint64 facetsTook = 0;
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
            const bool again = run && run->generation() == m_request.generation;
            if (!again || run->isOutdated()) {
                if (!known)
                    known = std::make_unique<Known>(*log);
                run = std::make_unique<Run>(*log, *known, m_request, again);
                sinceRows.invalidate();
                sinceFacets.invalidate();
                // All is there: it is sorted once, unless it takes long to find what.
                if (run->isReplaced() && indexed)
                    sinceRows.start();
            }
        }
        if (run->needsWholeLog() && !indexed)
            continue;

        bool stopped = false;
        do {
            stopped = !run->advance(indexed, stopRun);
            const bool all = run->upToDate() && indexed;
            if (run->isSilent() && !all)
                continue;
            const qint64 sortPause = std::max(sortEveryMs, restForWork * sortTook);
            if (!stopped && isDue(sinceRows, run->isReplaced() ? sortPause : rowsEveryMs, all)) {
                sinceRows.start();
                Batch batch = run->rows(all, stopRun);
                sortTook = sinceRows.restart();
                stopped = stopRun.stop_requested();
                if (!stopped)
                    post([batch = std::move(batch)](LogDocument *document) { document->takeRows(batch); });
            }
            if (!stopped && isDue(sinceFacets, std::max(facetsEveryMs, restForWork * facetsTook), all)) {
                sinceFacets.start();
                FacetBatch batch = run->facets();
                facetsTook = sinceFacets.restart();
                post([batch = std::move(batch)](LogDocument *document) { document->takeFacets(batch); });
            }
        } while (!stopped && !run->upToDate());
    }
}

} // namespace evident
