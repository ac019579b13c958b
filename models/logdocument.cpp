#include "logdocument.h"

#include "documentworker.h"
#include "lowering.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace evident {

QString logTitle(const QStringList &paths)
{
    QString name = QFileInfo(paths.first()).fileName();
    if (paths.size() == 1)
        return name;
    return LogDocument::tr("%1 + %n more", "name of a file, how many others", int(paths.size()) - 1).arg(name);
}

LogDocument::LogDocument(const QStringList &paths, LogOptions options, CatalogPointer catalog, QObject *parent)
    : LogDocument(LogLocation(paths.first()), std::move(options), std::move(catalog), parent)
{
    m_paths = paths;
}

LogDocument::LogDocument(LogLocation location, LogOptions options, CatalogPointer catalog, QObject *parent)
    : QObject(parent),
      m_location(std::move(location)),
      m_paths{m_location.name()},
      m_options(std::move(options)),
      m_catalog(std::move(catalog)),
      m_resolution(std::make_shared<const Resolution>())
{ }

LogDocument::LogDocument(QString name, QByteArray bytes, LogOptions options, CatalogPointer catalog, QObject *parent)
    : LogDocument(LogLocation(std::move(name)), std::move(options), std::move(catalog), parent)
{
    m_bytes = std::move(bytes);
    m_pasted = true;
}

LogDocument::~LogDocument()
{
    stop();
}

void LogDocument::load()
{
    if (!m_worker)
        start();
}

void LogDocument::start()
{
    m_sinceStart.start();
    m_worker = Worker::start(this, makeRequest());
    m_location = m_location.reopened();
    m_filtering = true;
}

void LogDocument::stop()
{
    if (m_worker)
        m_worker->retire();
    m_worker.reset();
    m_nextLog.reset();
    ++m_epoch;
}

void LogDocument::cancel()
{
    if (m_worker)
        m_worker->cancelLoading();
}

void LogDocument::reload(const LogOptions &options)
{
    stop();
    m_options = options;
    m_startingOver = false;
    m_notice.clear();
    forget();
    start();
    emit stateChanged();
}

/// Reads what the file is now. What is shown stays until there is something to show.
void LogDocument::startOver(const QString &notice)
{
    stop();
    m_startingOver = true;
    if (!notice.isEmpty())
        m_notice = notice;
    m_errorText.clear();
    m_state = State::Opening;
    start();
    emit stateChanged();
}

void LogDocument::forget()
{
    emit rowsAboutToChange();
    m_rows = {};
    m_shown = {};
    m_undecided = 0;
    m_log.reset();
    m_resolution = std::make_shared<const Resolution>();
    emit rowsChanged();
    m_facets.clear();
    m_codeCounts.clear();
    m_errorText.clear();
    m_asks = false;
    m_preparedBytes = 0;
    m_preparedTotal = 0;
    m_state = State::Opening;
    emit facetsChanged();
}

QString LogDocument::title() const
{
    if (m_pasted)
        return m_location.path;
    if (const QStringList files = this->files(); files.size() > 1 || m_paths.size() > 1)
        return logTitle(files.isEmpty() ? m_paths : files);
    LogLocation shown = m_location;
    shown.path = QFileInfo(m_location.path).fileName();
    return shown.name();
}

QStringList LogDocument::files() const
{
    QStringList files;
    for (size_t part = 0; m_log && !m_pasted && part < m_log->partCount(); ++part)
        files.append(m_log->partInfo(part).path);
    return files;
}

QStringList LogDocument::leftOut() const
{
    return m_log ? m_log->leftOut() : QStringList();
}

bool LogDocument::isFile() const
{
    return !m_pasted;
}

void LogDocument::setFollowing(bool following)
{
    if (following == m_following || (following && !followObstacle().isEmpty()))
        return;
    m_following = following;
    if (m_worker)
        m_worker->setFollowing(following);
    emit followingChanged();
}

QString LogDocument::followObstacle() const
{
    if (m_pasted)
        return tr("Pasted text cannot be followed.");
    return m_log ? m_log->growthObstacle() : QString();
}

void LogDocument::look()
{
    if (m_worker)
        m_worker->look();
}

void LogDocument::dismissNotice()
{
    m_notice.clear();
}

qint64 LogDocument::bytesRead() const
{
    return newestLog() ? newestLog()->bytesRead() : m_preparedBytes;
}

qint64 LogDocument::bytesTotal() const
{
    return newestLog() ? newestLog()->bytesTotal() : m_preparedTotal;
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
    const bool asksForTime = std::ranges::any_of(m_query.groups(), [](const Group &group) {
        return std::ranges::any_of(group, [](const Term &term) { return term.field == Field::Time; });
    });
    if (asksForTime) {
        requestSameRows();
    } else if (m_log) {
        emit resolutionChanged(); // the same rows, in other words
    }
    emit zoneChanged();
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
    m_worker->setRequest(makeRequest());
}

void LogDocument::requestSameRows()
{
    const bool isAnswered = m_shownGeneration == m_generation;
    requestRows();
    if (isAnswered)
        m_shownGeneration = m_generation;
}

LogDocument::Request LogDocument::makeRequest()
{
    return {++m_generation, m_query,      m_zone,     m_catalog,     m_sortKey,
            m_sortOrder,    m_bookmarked, m_findings, m_contextLines};
}

void LogDocument::setBookmarkedRows(std::shared_ptr<const std::vector<Row>> rows)
{
    m_bookmarked = std::move(rows);
    if (asksForBookmarks(m_query))
        requestSameRows();
}

void LogDocument::setFindings(FindingsPointer findings)
{
    m_findings = std::move(findings);
    if (asksForFindings(m_query))
        requestSameRows();
}

void LogDocument::setContextLines(int lines)
{
    const int wanted = std::clamp(lines, 0, mostContextLines);
    if (std::exchange(m_contextLines, wanted) != wanted)
        requestSameRows();
}

void LogDocument::showRows(const Batch &batch)
{
    m_rows = batch.rows;
    m_shown = batch.shown;
}

qint64 LogDocument::countOfCode(const EventKey &key) const
{
    return m_codeCounts.value(key);
}

QList<Field> LogDocument::facetFields()
{
    return {Field::Level, Field::Category, Field::Method,     Field::Outcome,
            Field::Owner, Field::User,     Field::Application};
}

void LogDocument::setState(State state)
{
    m_state = state;
    emit stateChanged();
}

void LogDocument::opened(std::shared_ptr<Log> log)
{
    (m_startingOver && m_log ? m_nextLog : m_log) = std::move(log);
    m_errorText.clear();
    setState(State::Loading);
    if (!followObstacle().isEmpty())
        setFollowing(false);
}

void LogDocument::takeExpansion(const LogExpansion &expansion)
{
    m_location = expansion.locations.front().reopened();
    m_archiveDamage = expansion.damage ? expansion.damage->message : QString();
    if (expansion.locations.size() > 1)
        emit expanded({expansion.locations.begin() + 1, expansion.locations.end()});
}

void LogDocument::prepared(qint64 done, qint64 total)
{
    m_preparedBytes = done;
    m_preparedTotal = total;
    emit progressChanged();
}

void LogDocument::failed(const Error &error)
{
    m_errorText = error.message;
    m_asks = error.kind == Error::Kind::Question;
    m_filtering = false;
    setState(State::Failed);
}

void LogDocument::indexed()
{
    updateState();
}

/// By what the log says.
void LogDocument::updateState()
{
    const std::shared_ptr<Log> &log = newestLog();
    m_errorText = log->error() ? log->error()->message : m_archiveDamage;
    emit progressChanged();
    switch (log->state()) {
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

void LogDocument::fileChanged(const Follower::Look &look)
{
    if (look.startOver)
        startOver(look.message);
    else if (look.change != Follower::Change::Appended)
        setNotice(look.message);
    else if (const QString error = newestLog()->error().value_or(Error()).message; error != m_errorText)
        updateState();
    else
        emit progressChanged();
}

void LogDocument::setNotice(const QString &notice)
{
    m_notice = notice;
    emit stateChanged();
}

void LogDocument::takeOlderFiles(const QStringList &paths)
{
    m_olderFiles = paths;
    emit olderFilesFound();
}

/// A log that starts over takes the place of the one before, with its rows.
void LogDocument::takeNextLog(const Batch &batch)
{
    m_refreshing = true;
    emit rowsAboutToChange();
    m_log = std::move(m_nextLog);
    m_nextLog.reset();
    m_resolution = batch.resolution;
    showRows(batch);
    m_shownGeneration = batch.generation;
    emit rowsChanged();
    m_refreshing = false;
    emit resolutionChanged();
}

void LogDocument::replaceRows(const Batch &batch)
{
    m_refreshing = batch.generation == m_shownGeneration;
    emit rowsAboutToChange();
    showRows(batch);
    m_shownGeneration = batch.generation;
    emit rowsChanged();
    m_refreshing = false;
}

void LogDocument::extendRows(const Batch &batch)
{
    const Row before = shownRows().size();
    const Row now = batch.shown.rows().size();
    if (now < before)
        emit rowsAboutToShrink(int(now), int(before) - 1);
    else if (now > before)
        emit rowsAboutToGrow(int(before), int(now) - 1);
    showRows(batch);
    if (now < before)
        emit rowsShrunk();
    else if (now > before)
        emit rowsGrown();
    if (batch.changedFrom < std::min(before, now))
        emit rowsUpdated(int(batch.changedFrom), int(std::min(before, now)) - 1);
}

void LogDocument::takeRows(const Batch &batch)
{
    constexpr qint64 longestWaitMs = 500;
    if (batch.generation != m_generation || !m_log)
        return;
    if (m_nextLog && !batch.complete && m_sinceStart.elapsed() < longestWaitMs)
        return;
    m_filtering = !batch.complete || (!m_findings && asksForFindings(m_query));
    if (m_nextLog)
        takeNextLog(batch);
    if (batch.resolution != m_resolution) {
        m_resolution = batch.resolution;
        emit resolutionChanged();
    }
    if (batch.grown)
        extendRows(batch);
    else
        replaceRows(batch);
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
