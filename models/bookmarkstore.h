#pragma once

#include "bookmark.h"
#include "result.h"

#include <QObject>

#include <functional>

class QJsonObject;

namespace evident {

class StateFolder;

/// The bookmarks of all logs, with their notes. Each change is made to what the file holds at that time. An error of a
/// change: it holds, but only until the program ends.
class BookmarkStore : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostBookmarks = 5000;
    static constexpr qsizetype longestNote = 2000;

    /// The folder outlives this.
    explicit BookmarkStore(StateFolder &folder, QObject *parent = nullptr);

    const QList<Bookmark> &all() const { return m_bookmarks; }
    void reload(); ///< what another program may have written

    /// Takes the place of the one of the same record.
    Result<void> put(const QList<Bookmark> &bookmarks);
    Result<void> remove(const QList<Bookmark> &bookmarks);

signals:
    void changed();

private:
    using Change = std::function<void(QList<Bookmark> &)>;
    Result<void> change(const Change &change);

    StateFolder &m_folder;
    QList<Bookmark> m_bookmarks;
};

} // namespace evident
