#include "bookmark.h"

#include "fieldnames.h"
#include "log.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <limits>
#include <span>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar eventPrefix = u'e';
constexpr QChar textPrefix = u't';
/// Of a longer record the beginning tells which it is.
constexpr qint64 mostRead = qint64(1) << 20;

QString hashed(QChar prefix, QByteArrayView text)
{
    QCryptographicHash hash(QCryptographicHash::Blake2s_128);
    hash.addData(text);
    return prefix + QString::fromLatin1(hash.result().toHex());
}

/// The same record has the same id, in whatever file it is.
Result<QString> idOf(const Log &log, Row row)
{
    const bool isLong = log.columns().record(row).length > mostRead;
    const Result<QByteArray> text = isLong ? log.rawPart(row, 0, mostRead) : log.raw(row);
    if (!text)
        return text.error();
    const QString event = isLong ? QString() : fieldValue(log.fieldsOf(row, text.value()), eventIdNames());
    if (!event.isEmpty())
        return hashed(eventPrefix, event.toUtf8());
    return hashed(textPrefix, QByteArrayView(text.value()).trimmed());
}

} // namespace

bool Bookmark::mayBeIn(const QString &path) const
{
    // The command line has paths as they were typed.
    const QFileInfo other(path);
    if (file == path || file == other.absoluteFilePath() || id.startsWith(eventPrefix))
        return true;
    return time != noTime && QFileInfo(file).absolutePath() == other.absolutePath();
}

BookmarkSearch::BookmarkSearch(QList<Bookmark> bookmarks)
    : m_bookmarks(std::move(bookmarks)),
      m_rows(size_t(m_bookmarks.size()))
{
    m_firstTime = std::numeric_limits<qint64>::max();
    m_lastTime = std::numeric_limits<qint64>::min();
    for (int i = 0; i < int(m_bookmarks.size()); ++i) {
        const Bookmark &bookmark = m_bookmarks.at(i);
        if (bookmark.time == noTime) {
            m_byLength[bookmark.length].push_back(i);
            continue;
        }
        m_byTime[bookmark.time].push_back(i);
        m_firstTime = std::min(m_firstTime, bookmark.time);
        m_lastTime = std::max(m_lastTime, bookmark.time);
    }
}

/// Whether the chunk of this row may hold one of them.
bool BookmarkSearch::isWanted(const Columns &columns, Row first) const
{
    const std::optional<ColumnBounds> bounds = columns.bounds(LogColumn::Time, first);
    if (!bounds)
        return true;
    return (bounds->missing && !m_byLength.isEmpty())
        || (bounds->least <= m_lastTime && bounds->most >= m_firstTime && bounds->least <= bounds->most);
}

void BookmarkSearch::lookAt(const Log &log, Row row, const std::vector<int> &candidates)
{
    const QString path = log.info(row).path;
    QString id;
    for (const int candidate : candidates) {
        const Bookmark &bookmark = m_bookmarks.at(candidate);
        if (!bookmark.mayBeIn(path))
            continue;
        if (id.isEmpty()) {
            const Result<QString> read = idOf(log, row);
            if (!read)
                return;
            id = read.value();
        }
        if (bookmark.id == id)
            m_rows[size_t(candidate)].push_back(row);
    }
}

void BookmarkSearch::extend(const Log &log, const std::stop_token &stop)
{
    const Columns &columns = log.columns();
    if (const quint64 revision = columns.revision(); revision != m_revision) {
        m_revision = revision;
        m_seen = std::min(m_seen, log.settledRows());
        for (std::vector<Row> &rows : m_rows)
            rows.erase(std::ranges::lower_bound(rows, m_seen), rows.end());
    }
    std::array<qint64, Columns::chunkRows> times{};
    const Row end = columns.size();
    while (m_seen < end && !stop.stop_requested()) {
        const Row chunkEnd = std::min(end, m_seen - m_seen % Columns::chunkRows + Columns::chunkRows);
        const Row first = m_seen;
        m_seen = chunkEnd;
        if (m_bookmarks.isEmpty() || !isWanted(columns, first))
            continue;
        columns.read(LogColumn::Time, first, std::span(times).first(chunkEnd - first));
        for (Row row = first; row < chunkEnd; ++row) {
            if (const qint64 time = times[row - first]; time == noTime) {
                const auto found =
                    m_byLength.isEmpty() ? m_byLength.cend() : m_byLength.constFind(columns.record(row).length);
                if (found != m_byLength.cend())
                    lookAt(log, row, *found);
            } else if (time >= m_firstTime && time <= m_lastTime) {
                if (const auto found = m_byTime.constFind(time); found != m_byTime.cend())
                    lookAt(log, row, *found);
            }
        }
    }
}

/// Where its own file is there, it is there alone.
QHash<Row, Bookmark> BookmarkSearch::found(const Log &log) const
{
    QHash<Row, Bookmark> found;
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const Bookmark &bookmark = m_bookmarks.at(qsizetype(i));
        const std::vector<Row> &rows = m_rows[i];
        const bool atHome = std::ranges::any_of(rows, [&](Row row) { return log.info(row).path == bookmark.file; });
        for (size_t begin = 0, end = 0; begin < rows.size(); begin = end) {
            const size_t part = log.partOf(rows[begin]);
            for (end = begin + 1; end < rows.size() && log.partOf(rows[end]) == part;)
                ++end;
            const size_t chosen = begin + std::min(size_t(bookmark.ordinal), end - begin - 1);
            if (!atHome || log.info(rows[chosen]).path == bookmark.file)
                found.insert(rows[chosen], bookmark);
        }
    }
    return found;
}

Result<Bookmark> bookmarkOf(const Log &log, Row row, const std::stop_token &stop)
{
    const Result<QString> id = idOf(log, row);
    if (!id)
        return id.error();
    const RecordColumns record = log.columns().record(row);
    Bookmark bookmark{log.info(row).path, id.value(), record.time, record.length, 0, {}};
    BookmarkSearch same({bookmark});
    same.extend(log, stop);
    const std::vector<Row> &rows = same.m_rows.front();
    bookmark.ordinal = int(
        std::ranges::count_if(rows, [&](Row other) { return other < row && log.partOf(other) == log.partOf(row); }));
    return bookmark;
}

} // namespace evident
