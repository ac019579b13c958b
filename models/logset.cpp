#include "logset.h"

#include "lowering.h"
#include "rowfilter.h"
#include "rowtexts.h"
#include "texthash.h"
#include "timespan.h"

#include <QHash>

#include <unordered_map>

namespace evident {

LogSet::LogSet(CatalogPointer catalog)
    : m_resolver(std::move(catalog))
{ }

void LogSet::add(const QString &path, const LogOptions &options, const Progress &progress)
{
    const OpenProgress opening = [&](qint64 done, qint64 total) {
        if (progress)
            progress(path, Phase::Preparing, done, total);
    };
    const Result<LogExpansion> expansion = expandLogPath(path, options, {}, opening);
    if (!expansion)
        return addFailure(path, expansion.error());
    for (const LogLocation &location : expansion.value().locations)
        addLog(location, options, progress);
    // Mostly the last member says already what is wrong with the archive.
    if (expansion.value().damage && m_files.back().error.isEmpty())
        addFailure(path, *expansion.value().damage);
}

void LogSet::addFailure(const QString &path, const Error &error)
{
    File &file = m_files.emplace_back();
    file.path = path;
    file.error = error.message;
    file.asks = error.kind == Error::Kind::Question;
}

void LogSet::addLog(const LogLocation &location, const LogOptions &options, const Progress &progress)
{
    const QString path = location.name();
    const auto tell = [&](Phase phase, qint64 done, qint64 total) {
        if (progress)
            progress(path, phase, done, total);
    };
    Result<std::shared_ptr<Log>> opened =
        Log::open(location, options, {}, [&](qint64 done, qint64 total) { tell(Phase::Preparing, done, total); });
    if (!opened)
        return addFailure(path, opened.error());
    File &file = m_files.emplace_back();
    file.path = path;
    file.log = std::move(opened).value();
    const std::shared_ptr<Log> &log = file.log;
    log->index({}, [&] { tell(Phase::Reading, log->bytesRead(), log->bytesTotal()); });
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
    std::unordered_multimap<quint64, Place> seen;
    std::vector<std::vector<Row>> repeated(m_files.size());
    const auto isSeen = [&](quint64 hash, QByteArrayView text) {
        const auto [first, last] = seen.equal_range(hash);
        return std::any_of(first, last, [&](const auto &candidate) {
            const Place &place = candidate.second;
            const std::optional<QByteArray> other = rowText(*m_files[place.file].log, place.row);
            return other && *other == text;
        });
    };
    for (std::size_t file = 0; file < m_files.size(); ++file) {
        std::vector<Row> some;
        for (Row position = 0; position < rows[file].size(); position += Row(some.size())) {
            some.resize(std::min(rows[file].size() - position, Columns::chunkRows));
            for (Row index = 0; index < some.size(); ++index)
                some[index] = rows[file].at(position + index);
            RowTexts texts(*m_files[file].log, some);
            for (const Row row : some) {
                const std::optional<QByteArrayView> text = texts.next();
                const quint64 hash = text ? textHash(*text) : 0;
                if (!text)
                    continue;
                if (!isSeen(hash, *text))
                    seen.emplace(hash, Place{file, row});
                else if (hasEventId(*m_files[file].log, row, *text))
                    repeated[file].push_back(row);
            }
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
        const Row count = file.log->columns().size();
        file.undecided = 0;
        if (lowered.isEmpty()) {
            file.matched = RowSet::all(count);
            continue;
        }
        std::vector<Row> rows;
        file.undecided = filterRows(*file.log, lowered, 0, count, {}, rows);
        file.matched = RowSet::of(std::move(rows));
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
