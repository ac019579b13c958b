#include "filteredlog.h"

#include "lowering.h"
#include "rowfilter.h"
#include "timespan.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace evident {

FilteredLog::FilteredLog(CatalogPointer catalog, LogOptions options, Progress progress)
    : m_resolver(std::move(catalog)),
      m_options(std::move(options)),
      m_progress(std::move(progress))
{ }

QStringList FilteredLog::open(const QStringList &paths, Log::Take take)
{
    FilesProgress progress;
    if (m_progress)
        progress = [this](const QString &path, qint64 done, qint64 total) {
            m_progress(path, Phase::Preparing, done, total);
        };
    std::vector<OpenedFile> files;
    for (const QString &path : paths)
        openFile(path, m_options, {}, progress, files);
    QStringList leftOut = take == Log::Take::Logs ? takeOutOthers(files) : QStringList();
    std::ranges::move(files, std::back_inserter(m_opened));
    return leftOut;
}

void FilteredLog::read()
{
    size_t parts = 0;
    for (const OpenedFile &opened : m_opened) {
        File &file = m_files.emplace_back();
        file.path = opened.path;
        if (opened.input)
            file.part = parts++;
        if (opened.error) {
            file.error = opened.error->message;
            file.asks = opened.error->kind == Error::Kind::Question;
        }
    }
    Result<std::shared_ptr<Log>> log = Log::ofFiles(std::move(m_opened), m_options);
    m_opened.clear();
    if (!log)
        return;
    m_log = std::move(log).value();
    m_log->index({}, readingProgress());
    for (File &file : m_files) {
        if (const auto error = file.part ? m_log->partResult(*file.part).error : std::nullopt)
            file.error = error->message;
    }
    m_resolver.extend(m_resolution, *m_log);
    m_rows = RowSet::all(m_log->columns().size());
}

/// Tells of the file that is being read.
std::function<void()> FilteredLog::readingProgress() const
{
    if (!m_progress)
        return {};
    return [this, part = size_t(0), before = qint64(0)]() mutable {
        while (m_log->bytesRead() > before + m_log->partSize(part))
            before += m_log->partSize(part++);
        m_progress(m_log->partInfo(part).path, Phase::Reading, m_log->bytesRead() - before, m_log->partSize(part));
    };
}

void FilteredLog::findDuplicates()
{
    if (m_log && !m_duplicates)
        m_duplicates = std::make_shared<const std::vector<Row>>(duplicateRows(*m_log));
}

void FilteredLog::setBookmarked(std::vector<Row> rows)
{
    m_bookmarked = std::make_shared<const std::vector<Row>>(std::move(rows));
}

void FilteredLog::filter(const Query &query, const QTimeZone &zone)
{
    if (!m_log)
        return;
    if (asksForDuplicates(query))
        findDuplicates();
    MatchContext context{zone, {}};
    const RowSet all = RowSet::all(m_log->columns().size());
    if (const std::optional<TimeSpan> span = query.isEmpty() ? std::nullopt : timeSpan(m_log->columns(), all))
        context.lastRecordTime = span->last;
    const LoweredQuery lowered =
        lowerQuery(query, context, *m_log, m_resolution, {m_duplicates, m_bookmarked, m_findings});
    m_rows = all;
    std::vector<Row> kept;
    for (File &file : m_files) {
        file.undecided = 0;
        if (lowered.isEmpty() || !file.part)
            continue;
        const LogPartResult &part = m_log->partResult(*file.part);
        file.undecided = filterRows(*m_log, lowered, part.rowsBegin, part.rowsEnd, {}, kept);
    }
    if (!lowered.isEmpty())
        m_rows = RowSet::of(std::move(kept));
}

qint64 FilteredLog::fold()
{
    if (!m_log)
        return 0;
    const std::vector<Row> repeated = duplicateRows(*m_log, m_rows);
    std::vector<Row> kept;
    auto next = repeated.begin();
    for (Row position = 0; position < m_rows.size(); ++position) {
        const Row row = m_rows.at(position);
        if (next != repeated.end() && *next == row)
            ++next;
        else
            kept.push_back(row);
    }
    m_rows = RowSet::of(std::move(kept));
    return qint64(repeated.size());
}

Summary FilteredLog::summary() const
{
    SummaryBuilder builder;
    if (m_log)
        builder.add(*m_log, m_resolution, m_rows, m_duplicates ? *m_duplicates : std::vector<Row>());
    return builder.finish();
}

} // namespace evident
