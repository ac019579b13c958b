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

int restMs(qint64 tookMs)
{
    return int(std::clamp<qint64>(tookMs * restsFor, SummaryReading::intervalMs, longestRestMs));
}

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
    m_countRest.setSingleShot(true);
    connect(&m_countRest, &QTimer::timeout, this, &SummaryReading::countDuplicates);
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
    countDuplicates();
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
        forgetDuplicates();
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
    if (!basis.answersTheSame(m_started))
        forgetDuplicates();
    m_started = basis;
    m_isRunning = true;
    LogSummary head;
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
        postbox->post([this, number, summary, took = timer.elapsed()] {
            if (number == m_number)
                take(summary, took);
        });
    });
}

void SummaryReading::take(const std::shared_ptr<LogSummary> &summary, qint64 tookMs)
{
    m_isRunning = false;
    summary->duplicates = m_duplicates;
    summary->countsDuplicates = true;
    m_summary = summary;
    m_rest.start(restMs(tookMs));
    emit changed();
    countDuplicates();
}

void SummaryReading::forgetDuplicates()
{
    m_countJob.stop();
    ++m_countNumber;
    m_isCounting = false;
    m_countRest.stop();
    m_duplicates.reset();
}

/// When the rest is there, as the file is read for it. What was counted of a moment ago stays until then.
void SummaryReading::countDuplicates()
{
    const bool isWanted = m_isWanted && m_summary && m_summary->complete && m_summary->countsDuplicates && !m_isRunning;
    if (!isWanted || m_isCounting || m_countRest.isActive())
        return;
    m_isCounting = true;
    m_countJob.set([this, postbox = m_postbox, number = ++m_countNumber, of = m_number, log = m_started.log,
                    rows = m_started.rows](const std::stop_token &stop) {
        QElapsedTimer timer;
        timer.start();
        const qint64 count = countRows(duplicateRows(*log, stop), rows);
        if (stop.stop_requested())
            return;
        postbox->post([this, number, of, count, took = timer.elapsed()] {
            if (number == m_countNumber)
                takeDuplicates(count, of == m_number, took);
        });
    });
}

/// `isLast`: no newer summary is under way, or there.
void SummaryReading::takeDuplicates(qint64 count, bool isLast, qint64 tookMs)
{
    m_isCounting = false;
    m_duplicates = count;
    auto summary = std::make_shared<LogSummary>(*m_summary);
    summary->duplicates = count;
    summary->countsDuplicates = !isLast;
    m_summary = std::move(summary);
    m_countRest.start(restMs(tookMs));
    emit changed();
}

} // namespace evident
