#include "bookmarkstore.h"

#include "statefolder.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

const QString stateName = u"bookmarks"_s;
const QString listKey = u"bookmarks"_s;
const QString fileKey = u"file"_s;
const QString idKey = u"id"_s;
const QString timeKey = u"time"_s;
const QString lengthKey = u"length"_s;
const QString ordinalKey = u"ordinal"_s;
const QString noteKey = u"note"_s;

QJsonObject toJson(const Bookmark &bookmark)
{
    QJsonObject object{{fileKey, bookmark.file}, {idKey, bookmark.id}, {lengthKey, qint64(bookmark.length)}};
    if (bookmark.time != noTime)
        object.insert(timeKey, bookmark.time);
    if (bookmark.ordinal > 0)
        object.insert(ordinalKey, bookmark.ordinal);
    if (!bookmark.note.isEmpty())
        object.insert(noteKey, bookmark.note);
    return object;
}

Bookmark fromJson(const QJsonObject &object)
{
    Bookmark bookmark;
    bookmark.file = object.value(fileKey).toString();
    bookmark.id = object.value(idKey).toString();
    bookmark.time = object.value(timeKey).toInteger(noTime);
    bookmark.length = quint32(object.value(lengthKey).toInteger());
    bookmark.ordinal = std::max(0, object.value(ordinalKey).toInt());
    bookmark.note = object.value(noteKey).toString().left(BookmarkStore::longestNote);
    return bookmark;
}

void take(QList<Bookmark> &bookmarks, const Bookmark &bookmark)
{
    bookmarks.removeIf([&](const Bookmark &each) { return each.isSameRecord(bookmark); });
    bookmarks.append(bookmark);
}

QList<Bookmark> bookmarksOf(const QJsonObject &object)
{
    QList<Bookmark> bookmarks;
    for (const auto &value : object.value(listKey).toArray()) {
        const Bookmark bookmark = fromJson(value.toObject());
        if (!bookmark.id.isEmpty() && bookmarks.size() < BookmarkStore::mostBookmarks)
            bookmarks.append(bookmark);
    }
    return bookmarks;
}

} // namespace

BookmarkStore::BookmarkStore(StateFolder &folder, QObject *parent)
    : QObject(parent),
      m_folder(folder),
      m_bookmarks(bookmarksOf(folder.load(stateName)))
{ }

void BookmarkStore::reload()
{
    QList<Bookmark> bookmarks = bookmarksOf(m_folder.load(stateName));
    if (bookmarks == m_bookmarks)
        return;
    m_bookmarks = std::move(bookmarks);
    emit changed();
}

Result<void> BookmarkStore::change(const Change &change)
{
    const Result<QJsonObject> changed = m_folder.change(stateName, [&change](QJsonObject &object) {
        QList<Bookmark> bookmarks = bookmarksOf(object);
        change(bookmarks);
        QJsonArray array;
        for (const Bookmark &bookmark : std::as_const(bookmarks))
            array.append(toJson(bookmark));
        object.insert(listKey, array);
    });
    reload();
    return changed ? Result<void>() : Result<void>(changed.error());
}

Result<void> BookmarkStore::put(const QList<Bookmark> &bookmarks)
{
    bool full = false;
    Result<void> written = change([&](QList<Bookmark> &all) {
        for (Bookmark bookmark : bookmarks) {
            bookmark.note = bookmark.note.left(longestNote);
            take(all, bookmark);
        }
        full = all.size() > mostBookmarks;
        if (full)
            all.resize(mostBookmarks);
    });
    if (full)
        return Error{tr("There is no room for more than %Ln bookmark(s).", nullptr, int(mostBookmarks))};
    return written;
}

Result<void> BookmarkStore::remove(const QList<Bookmark> &bookmarks)
{
    return change([&](QList<Bookmark> &all) {
        all.removeIf([&](const Bookmark &each) {
            return std::ranges::any_of(bookmarks, [&](const Bookmark &gone) { return gone.isSameRecord(each); });
        });
    });
}

} // namespace evident
