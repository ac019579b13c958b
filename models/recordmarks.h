#pragma once

#include "bookmark.h"
#include "latestjob.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace evident {

class BookmarkStore;
class LogDocument;
class Postbox;

/// Which records of a log are bookmarked. They are looked for, and read, on a thread of its own, again when the log
/// grows or is another one; the document is told, for `is:bookmarked`. Of the GUI thread, which never waits for it.
class RecordMarks : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    RecordMarks(LogDocument *document, BookmarkStore &store, QObject *parent = nullptr);
    ~RecordMarks() override; ///< waits for nobody

    bool isMarked(Row row) const { return m_found.contains(row); }
    std::optional<Bookmark> bookmarkOf(Row row) const;
    QList<Bookmark> all() const { return m_found.values(); } ///< that are in this log
    const std::vector<Row> &rows() const { return *m_rows; } ///< ascending

    /// With this note, where it is none yet: as soon as the record was read. marked() tells of it.
    void mark(Row row, const QString &note = {});

signals:
    void changed(); ///< rows that are marked, or their notes
    void marked(const evident::Bookmark &bookmark);
    void failed(const QString &reason); ///< a whole sentence

private:
    struct Wish
    {
        Row row = 0;
        QString note;
    };
    void look();
    void lookAnew();
    void startSearch();
    void takeFound(const QHash<Row, Bookmark> &found);
    void readWishes();
    void takeRead(size_t count, const QList<Bookmark> &bookmarks, const QString &error);

    LogDocument *m_document;
    BookmarkStore &m_store;
    std::shared_ptr<Postbox> m_postbox;
    LatestJob m_searchJob;
    LatestJob m_readJob;
    std::shared_ptr<const Log> m_log; ///< that was looked at
    std::shared_ptr<BookmarkSearch> m_search; ///< of the job while one runs
    Row m_lookedAt = 0; ///< rows that the log had
    quint64 m_revision = 0;
    bool m_isLooking = false;
    bool m_isAnew = false; ///< what was found is to be told, though it is the same
    quint64 m_number = 0; ///< of the newest search; what comes of others is dropped
    quint64 m_readNumber = 0;
    std::vector<Wish> m_wishes;
    QHash<Row, Bookmark> m_found;
    std::shared_ptr<const std::vector<Row>> m_rows;
};

} // namespace evident
