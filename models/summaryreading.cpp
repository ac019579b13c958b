#include "summaryreading.h"

#include "logdocument.h"
#include "postbox.h"
#include "rowfilter.h"

#include <QElapsedTimer>

#include <algorithm>

namespace evident {

namespace {

/// It works a part of the time only: a log that loads needs the processors itself.
constexpr qint64 restsFor = 4;
constexpr qint64 longestRestMs = 30'000;

} // namespace

bool SummaryReading::Basis::answersTheSame(const Basis &other) const
{
    return log == other.log && query == other.query && zone == other.zone && complete == other.complete;
}

bool SummaryReading::Basis::isSame(const Basis &other) const
{
    return answersTheSame(other) && resolution == other.resolution && revision == other.revision
        && rows.size() == other.rows.size() && rows.rows().data() == other.rows.rows().data();
}

SummaryReading::SummaryReading(LogDocument *document, QObject *parent)
    : QObject(parent),
      m_document(document),
      m_postbox(std::make_shared<Postbox>(this)),
      m_query(document->query()),
      m_zone(document->zone())
{
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &SummaryReading::update);
    connect(document, &LogDocument::rowsChanged, this, &SummaryReading::takeQuery);
    connect(document, &LogDocument::zoneChanged, this, &SummaryReading::takeQuery);
    connect(document, &LogDocument::rowsGrown, this, &SummaryReading::takeQuery);
    connect(document, &LogDocument::rowsShrunk, this, &SummaryReading::update);
    connect(document, &LogDocument::rowsUpdated, this, &SummaryReading::update);
    connect(document, &LogDocument::errorMarksChanged, this, &SummaryReading::update);
    connect(document, &LogDocument::stateChanged, this, &SummaryReading::update);
}

SummaryReading::~SummaryReading()
{
    m_postbox->close();
}

void SummaryReading::setWanted(bool wanted)
{
    m_isWanted = wanted;
    update();
}

/// The rows that come answer the document's query; until they come, its query may be newer than its rows.
void SummaryReading::takeQuery()
{
    m_query = m_document->query();
    m_zone = m_document->zone();
    update();
}

SummaryReading::Basis SummaryReading::basis() const
{
    const std::shared_ptr<Log> &log = m_document->log();
    return {log,
            m_document->resolution(),
            m_document->rows(),
            log ? log->columns().revision() : 0,
            m_query,
            m_zone,
            !m_document->isLoading() && !m_document->isFiltering()};
}

void SummaryReading::update()
{
    const Basis now = basis();
    if (!now.log) {
        if (!m_started.log)
            return;
        m_started = {};
        m_job.stop();
        ++m_number;
        m_isRunning = false;
        m_summary.reset();
        emit changed();
        return;
    }
    if (!m_isWanted || now.isSame(m_started))
        return;
    if (now.answersTheSame(m_started) && (m_isRunning || m_rest.isActive()))
        return;
    start(now);
}

void SummaryReading::start(const Basis &basis)
{
    const bool asksAnew = !basis.answersTheSame(m_started);
    m_started = basis;
    m_isRunning = true;
    LogSummary head;
    head.countsDuplicates = true;
    if (m_summary && !asksAnew)
        head.duplicates = m_summary->duplicates;
    head.title = m_document->title();
    head.formatName = basis.log->info().formatName;
    head.bytes = basis.log->info().bytes;
    head.complete = basis.complete;
    head.query = basis.query;
    head.zone = basis.zone;
    m_job.set([this, postbox = m_postbox, number = ++m_number, basis, head](const std::stop_token &stop) {
        QElapsedTimer timer;
        timer.start();
        auto summary = std::make_shared<LogSummary>(head);
        summary->records = basis.log->columns().size();
        summary->highlights = logHighlights(*basis.log, *basis.resolution, basis.rows, stop);
        summary->oddities = logOddities(*basis.log, stop);
        if (stop.stop_requested())
            return;
        const auto post = [&](const std::shared_ptr<const LogSummary> &what, bool isAll) {
            postbox->post([this, number, what, took = timer.elapsed(), isAll] {
                if (number == m_number)
                    take(what, isAll ? std::optional(took) : std::nullopt);
            });
        };
        post(summary, !basis.complete);
        if (!basis.complete)
            return;
        auto counted = std::make_shared<LogSummary>(*summary);
        counted->duplicates = countRows(duplicateRows(*basis.log, stop), basis.rows);
        counted->countsDuplicates = false;
        if (!stop.stop_requested())
            post(counted, true);
    });
}

/// `tookMs`: all of it, after which nothing more comes.
void SummaryReading::take(std::shared_ptr<const LogSummary> summary, std::optional<qint64> tookMs)
{
    m_summary = std::move(summary);
    if (tookMs) {
        m_isRunning = false;
        m_rest.start(int(std::clamp<qint64>(*tookMs * restsFor, intervalMs, longestRestMs)));
    }
    emit changed();
}

} // namespace evident
