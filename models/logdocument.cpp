#include "logdocument.h"

#include "documentworker.h"

#include <QFileInfo>

namespace evident {

LogDocument::LogDocument(QString path, LogOptions options, CatalogPointer catalog, QObject *parent)
    : QObject(parent),
      m_path(std::move(path)),
      m_options(std::move(options)),
      m_catalog(std::move(catalog)),
      m_resolution(std::make_shared<const Resolution>())
{ }

LogDocument::LogDocument(QString name, QByteArray bytes, LogOptions options, CatalogPointer catalog, QObject *parent)
    : LogDocument(std::move(name), std::move(options), std::move(catalog), parent)
{
    m_bytes = std::move(bytes);
    m_pasted = true;
}

LogDocument::~LogDocument() = default;

void LogDocument::load()
{
    if (!m_worker)
        start();
}

void LogDocument::start()
{
    m_worker = std::make_unique<Worker>(
        this, Worker::Request{++m_generation, m_query, m_zone, m_catalog, m_sortKey, m_sortOrder});
    m_filtering = true;
}

void LogDocument::cancel()
{
    if (m_worker)
        m_worker->cancelLoading();
}

void LogDocument::reload(const LogOptions &options)
{
    m_worker.reset();
    ++m_epoch;
    m_options = options;
    forget();
    start();
    emit stateChanged();
}

void LogDocument::forget()
{
    emit rowsAboutToChange();
    m_rows = {};
    m_undecided = 0;
    m_log.reset();
    m_resolution = std::make_shared<const Resolution>();
    emit rowsChanged();
    m_facets.clear();
    m_codeCounts.clear();
    m_errorText.clear();
    m_state = State::Opening;
    emit facetsChanged();
}

QString LogDocument::title() const
{
    return m_pasted ? m_path : QFileInfo(m_path).fileName();
}

bool LogDocument::isFile() const
{
    return !m_pasted;
}

qint64 LogDocument::bytesRead() const
{
    return m_log ? m_log->bytesRead() : 0;
}

qint64 LogDocument::bytesTotal() const
{
    return m_log ? m_log->bytesTotal() : 0;
}

Row LogDocument::recordCount() const
{
    return m_log ? m_log->columns().size() : 0;
}

qint64 LogDocument::notUnderstood() const
{
    return m_log ? m_log->notUnderstood() : 0;
}

const ResolvedEvent &LogDocument::eventOf(Row row) const
{
    static const ResolvedEvent nothing;
    if (!m_log || row >= m_log->columns().size())
        return nothing;
    const ShapeId shape = m_log->columns().shape(row);
    return qsizetype(shape) < m_resolution->size() ? m_resolution->at(qsizetype(shape)) : nothing;
}

void LogDocument::setCatalog(const CatalogPointer &catalog)
{
    m_catalog = catalog;
    requestRows();
}

void LogDocument::setQuery(const Query &query)
{
    if (query == m_query)
        return;
    m_query = query;
    requestRows();
}

void LogDocument::setZone(const QTimeZone &zone)
{
    if (zone == m_zone)
        return;
    m_zone = zone;
    requestRows();
}

void LogDocument::setSort(SortKey key, Qt::SortOrder order)
{
    if (key == m_sortKey && order == m_sortOrder)
        return;
    m_sortKey = key;
    m_sortOrder = order;
    requestRows();
}

void LogDocument::requestRows()
{
    if (!m_worker)
        return;
    m_filtering = true;
    m_worker->setRequest({++m_generation, m_query, m_zone, m_catalog, m_sortKey, m_sortOrder});
}

qint64 LogDocument::countOfCode(const EventKey &key) const
{
    return m_codeCounts.value(key);
}

QList<Field> LogDocument::facetFields()
{
    return {Field::Level, Field::Category, Field::Method, Field::Outcome, Field::User, Field::Application};
}

void LogDocument::setState(State state)
{
    m_state = state;
    emit stateChanged();
}

void LogDocument::opened(std::shared_ptr<Log> log)
{
    m_log = std::move(log);
    setState(State::Loading);
}

void LogDocument::failed(const QString &reason)
{
    m_errorText = reason;
    m_filtering = false;
    setState(State::Failed);
}

void LogDocument::indexed()
{
    if (const std::optional<Error> error = m_log->error())
        m_errorText = error->message;
    emit progressChanged();
    switch (m_log->state()) {
    case Log::State::Cancelled:
        setState(State::Cancelled);
        break;
    case Log::State::Failed:
        setState(State::Failed);
        break;
    default:
        setState(State::Complete);
    }
}

void LogDocument::takeRows(const Batch &batch)
{
    if (batch.generation != m_generation || !m_log)
        return;
    m_filtering = !batch.complete;
    if (batch.resolution != m_resolution) {
        m_resolution = batch.resolution;
        emit resolutionChanged();
    }
    const Row before = m_rows.size();
    if (!batch.grown) {
        emit rowsAboutToChange();
        m_rows = batch.rows;
        emit rowsChanged();
    } else if (batch.rows.size() > before) {
        emit rowsAboutToGrow(int(before), int(batch.rows.size()) - 1);
        m_rows = batch.rows;
        emit rowsGrown();
    }
    m_undecided = batch.undecided;
    m_errorMarks = batch.errorMarks;
    emit errorMarksChanged();
    emit progressChanged();
}

void LogDocument::takeFacets(const FacetBatch &batch)
{
    if (batch.generation != m_generation)
        return;
    m_facets = batch.facets;
    m_codeCounts = batch.codeCounts;
    emit facetsChanged();
}

} // namespace evident
