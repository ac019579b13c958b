#include "recordmarks.h"

#include "bookmarkstore.h"
#include "logdocument.h"
#include "postbox.h"

#include <algorithm>
#include <utility>

namespace evident {

RecordMarks::RecordMarks(LogDocument *document, BookmarkStore &store, QObject *parent)
    : QObject(parent),
      m_document(document),
      m_store(store),
      m_postbox(std::make_shared<Postbox>(this)),
      m_rows(std::make_shared<const std::vector<Row>>())
{
    connect(document, &LogDocument::stateChanged, this, &RecordMarks::look);
    connect(document, &LogDocument::progressChanged, this, &RecordMarks::look);
    connect(document, &LogDocument::rowsChanged, this, &RecordMarks::look);
    connect(document, &LogDocument::rowsGrown, this, &RecordMarks::look);
    connect(&store, &BookmarkStore::changed, this, &RecordMarks::lookAnew);
}

RecordMarks::~RecordMarks()
{
    m_postbox->close();
}

std::optional<Bookmark> RecordMarks::bookmarkOf(Row row) const
{
    const auto found = m_found.constFind(row);
    return found == m_found.cend() ? std::nullopt : std::optional(*found);
}

/// At what the log has besides; at all of it, where it is another.
void RecordMarks::look()
{
    const std::shared_ptr<Log> &log = m_document->log();
    if (log != m_log) {
        m_wishes.clear();
        ++m_readNumber;
        lookAnew();
        return;
    }
    const bool news = log && (log->columns().size() != m_lookedAt || log->columns().revision() != m_revision);
    if (!m_isLooking && m_search && news)
        startSearch();
}

void RecordMarks::lookAnew()
{
    m_searchJob.stop();
    ++m_number;
    m_isLooking = false;
    m_isAnew = true; // a note may have been changed, and back, before anybody was told
    const bool sameLog = m_log == m_document->log();
    m_log = m_document->log();
    m_search.reset();
    m_lookedAt = 0;
    if (!sameLog || m_store.all().isEmpty())
        takeFound({}); // else the rows of before stay until there are others
    if (!m_log || m_store.all().isEmpty())
        return;
    m_search = std::make_shared<BookmarkSearch>(m_store.all());
    startSearch();
}

void RecordMarks::startSearch()
{
    m_isLooking = true;
    m_lookedAt = m_log->columns().size();
    m_revision = m_log->columns().revision();
    m_searchJob.set(
        [this, postbox = m_postbox, log = m_log, search = m_search, number = m_number](const std::stop_token &stop) {
            search->extend(*log, stop);
            if (stop.stop_requested())
                return;
            postbox->post([this, number, found = search->found(*log)] {
                if (number != m_number)
                    return;
                m_isLooking = false;
                takeFound(found);
                look(); // at what came meanwhile
            });
        });
}

void RecordMarks::takeFound(const QHash<Row, Bookmark> &found)
{
    if (!std::exchange(m_isAnew, false) && found == m_found)
        return;
    m_found = found;
    std::vector<Row> rows(found.keyBegin(), found.keyEnd());
    std::ranges::sort(rows);
    const bool otherRows = rows != *m_rows;
    m_rows = std::make_shared<const std::vector<Row>>(std::move(rows));
    if (otherRows)
        m_document->setBookmarkedRows(m_rows);
    emit changed();
}

void RecordMarks::mark(Row row, const QString &note)
{
    if (!m_document->log())
        return;
    const auto wish = std::ranges::find(m_wishes, row, &Wish::row);
    if (wish != m_wishes.end())
        wish->note = note;
    else
        m_wishes.push_back({row, note});
    readWishes();
}

/// All of them in one job: a newer one takes the place of the one before.
void RecordMarks::readWishes()
{
    m_readJob.set([this, postbox = m_postbox, log = m_document->log(), wishes = m_wishes,
                   number = ++m_readNumber](const std::stop_token &stop) {
        QList<Bookmark> bookmarks;
        QString error;
        for (const Wish &wish : wishes) {
            Result<Bookmark> bookmark = evident::bookmarkOf(*log, wish.row, stop);
            if (stop.stop_requested())
                return;
            if (!bookmark) {
                error = bookmark.error().message;
                continue;
            }
            bookmark.value().note = wish.note;
            bookmarks.append(bookmark.value());
        }
        postbox->post([this, number, count = wishes.size(), bookmarks, error] {
            if (number == m_readNumber)
                takeRead(count, bookmarks, error);
        });
    });
}

void RecordMarks::takeRead(size_t count, const QList<Bookmark> &bookmarks, const QString &error)
{
    m_wishes.erase(m_wishes.begin(), m_wishes.begin() + qsizetype(std::min(count, m_wishes.size())));
    if (!error.isEmpty())
        emit failed(error);
    if (bookmarks.isEmpty())
        return;
    if (const Result<void> put = m_store.put(bookmarks); !put)
        emit failed(put.error().message);
    for (const Bookmark &bookmark : bookmarks)
        emit marked(bookmark);
}

} // namespace evident
