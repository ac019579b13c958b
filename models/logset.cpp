#include "logset.h"

#include "lowering.h"
#include "rowfilter.h"
#include "timespan.h"

#include <QHash>

#include <unordered_map>

namespace evident {

namespace {

std::vector<Row> keptRows(const Log &log, const LoweredQuery &query)
{
    std::vector<Row> rows;
    filterRows(log, query, 0, log.columns().size(), {}, rows);
    return rows;
}

} // namespace

LogSet::LogSet(CatalogPointer catalog)
    : m_resolver(std::move(catalog))
{ }

void LogSet::add(const QString &path, const LogOptions &options, const Progress &progress)
{
    File &file = m_files.emplace_back();
    file.path = path;
    Result<std::shared_ptr<Log>> opened = Log::open(path, options);
    if (!opened) {
        file.error = opened.error().message;
        return;
    }
    file.log = std::move(opened).value();
    const std::shared_ptr<Log> &log = file.log;
    log->index({}, [&] {
        if (progress)
            progress(path, log->bytesRead(), log->bytesTotal());
    });
    if (const std::optional<Error> error = log->error())
        file.error = error->message;
    m_resolver.extend(file.resolution, *log);
    file.matched = RowSet::all(log->columns().size());
}

/// For each file, those of its `rows` that repeat an earlier row, of an earlier file too: the same text, and an event
/// id in it. A hash proposes, the texts decide.
std::vector<std::vector<Row>> LogSet::repeatedRows(const std::vector<RowSet> &rows) const
{
    struct Place
    {
        std::size_t file = 0;
        Row row = 0;
    };
    std::unordered_multimap<std::size_t, Place> seen;
    std::vector<std::vector<Row>> repeated(m_files.size());
    const auto hasText = [this](const Place &place, const QByteArray &text) {
        const Result<QByteArray> other = m_files[place.file].log->raw(place.row);
        return other && other.value() == text;
    };
    for (std::size_t file = 0; file < m_files.size(); ++file) {
        for (Row position = 0; position < rows[file].size(); ++position) {
            const Row row = rows[file].at(position);
            const Result<QByteArray> text = m_files[file].log->raw(row);
            if (!text)
                continue;
            const std::size_t hash = qHash(text.value(), 0);
            const auto [first, last] = seen.equal_range(hash);
            const bool isSeen = std::any_of(
                first, last, [&](const auto &candidate) { return hasText(candidate.second, text.value()); });
            if (!isSeen)
                seen.emplace(hash, Place{file, row});
            else if (hasEventId(*m_files[file].log, row, text.value()))
                repeated[file].push_back(row);
        }
    }
    return repeated;
}

void LogSet::findDuplicates()
{
    if (!m_files.empty() && m_files.back().duplicates)
        return;
    if (m_files.size() == 1 && m_files.front().log) {
        m_files.front().duplicates = std::make_shared<const std::vector<Row>>(duplicateRows(*m_files.front().log));
        return;
    }
    std::vector<RowSet> all;
    for (const File &file : m_files)
        all.push_back(file.log ? RowSet::all(file.log->columns().size()) : RowSet());
    std::vector<std::vector<Row>> repeated = repeatedRows(all);
    for (std::size_t i = 0; i < m_files.size(); ++i)
        m_files[i].duplicates = std::make_shared<const std::vector<Row>>(std::move(repeated[i]));
}

std::optional<qint64> LogSet::lastTime() const
{
    std::optional<qint64> last;
    for (const File &file : m_files) {
        if (!file.log)
            continue;
        const Columns &columns = file.log->columns();
        if (const std::optional<TimeSpan> span = timeSpan(columns, RowSet::all(columns.size())))
            last = std::max(last.value_or(span->last), span->last);
    }
    return last;
}

void LogSet::filter(const Query &query, const QTimeZone &zone)
{
    if (asksForDuplicates(query))
        findDuplicates();
    const MatchContext context{zone, query.isEmpty() ? std::nullopt : lastTime()};
    for (File &file : m_files) {
        if (!file.log)
            continue;
        const LoweredQuery lowered = lowerQuery(query, context, *file.log, file.resolution, file.duplicates);
        if (lowered.isEmpty())
            file.matched = RowSet::all(file.log->columns().size());
        else
            file.matched = RowSet::of(keptRows(*file.log, lowered));
    }
}

qint64 LogSet::fold()
{
    std::vector<RowSet> matched;
    for (const File &file : m_files)
        matched.push_back(file.matched);
    const std::vector<std::vector<Row>> repeated = repeatedRows(matched);
    qint64 dropped = 0;
    for (std::size_t i = 0; i < m_files.size(); ++i) {
        std::vector<Row> kept;
        for (Row position = 0; position < matched[i].size(); ++position) {
            const Row row = matched[i].at(position);
            if (!std::binary_search(repeated[i].begin(), repeated[i].end(), row))
                kept.push_back(row);
        }
        dropped += qint64(repeated[i].size());
        m_files[i].matched = RowSet::of(std::move(kept));
    }
    return dropped;
}

Summary LogSet::summary() const
{
    SummaryBuilder builder;
    for (const File &file : m_files) {
        if (!file.log)
            continue;
        const RowSet duplicates = file.duplicates ? RowSet::of(*file.duplicates) : RowSet();
        builder.add(*file.log, file.resolution, file.matched, duplicates);
    }
    return builder.finish();
}

} // namespace evident
