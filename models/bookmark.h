#pragma once

#include "columns.h"
#include "result.h"

#include <QHash>
#include <QList>
#include <QString>

#include <memory>
#include <stop_token>
#include <vector>

namespace evident {

class Log;

/// A record that a person wants to find again: by what it is, since rows and places change when its file is rotated or
/// exported anew.
struct Bookmark
{
    QString file; ///< path of the file that it was in
    QString id; ///< a hash: of its event id ("e…"), or of its text where it has none ("t…")
    qint64 time = noTime; ///< of the record, ms UTC
    quint32 length = 0; ///< bytes of its text
    int ordinal = 0; ///< how many records with this id stand before it in its file
    QString note;

    bool operator==(const Bookmark &) const = default;
    bool isSameRecord(const Bookmark &other) const
    {
        return id == other.id && ordinal == other.ordinal && file == other.file;
    }
    /// Whether it may be in this file: an event id names an event wherever it is exported to, a text with a time names
    /// it where its log's older and newer files are, any other text in its own file.
    bool mayBeIn(const QString &path) const;
};

/// Of a record, to be kept. Reads it and those that may be the same: blocking, never on the GUI thread.
Result<Bookmark> bookmarkOf(const Log &log, Row row, const std::stop_token &stop = {});

/// Finds bookmarks in a log, also while that grows: reads only the records that have the time of one (or its length,
/// where there is no time). Of one thread at a time, never the GUI's.
class BookmarkSearch
{
public:
    explicit BookmarkSearch(QList<Bookmark> bookmarks);

    /// Looks at what the log has that was not looked at. When stopped, it goes on from there the next time.
    void extend(const Log &log, const std::stop_token &stop = {});
    QHash<Row, Bookmark> found(const Log &log) const;

private:
    bool isWanted(const Columns &columns, Row first) const;
    void lookAt(const Log &log, Row row, const std::vector<int> &candidates);

    friend Result<Bookmark> bookmarkOf(const Log &log, Row row, const std::stop_token &stop);

    QList<Bookmark> m_bookmarks;
    QHash<qint64, std::vector<int>> m_byTime;
    QHash<quint32, std::vector<int>> m_byLength; ///< of those without a time
    qint64 m_firstTime = 0;
    qint64 m_lastTime = 0;
    std::vector<std::vector<Row>> m_rows; ///< of each bookmark: the records with its id, ascending
    Row m_seen = 0;
    quint64 m_revision = 0;
};

} // namespace evident
