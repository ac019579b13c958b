#include "bookmarkstore.h"
#include "logdocument.h"
#include "logmodel.h"
#include "recordmarks.h"
#include "roles.h"
#include "smalllog.h"
#include "statefolder.h"
#include "testcatalog.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

QByteArray eventLine(int number, const char *time, const QByteArray &more = {})
{
    return testRecord(702, time, "jdoe", (",\"eventId\":\"e-" + QByteArray::number(number) + "\"" + more).constData());
}

QList<Row> rowsOf(const QHash<Row, Bookmark> &found)
{
    QList<Row> rows = found.keys();
    std::ranges::sort(rows);
    return rows;
}

QList<Row> find(const Log &log, const QList<Bookmark> &bookmarks)
{
    BookmarkSearch search(bookmarks);
    search.extend(log);
    return rowsOf(search.found(log));
}

Bookmark markOf(const Log &log, Row row)
{
    const Result<Bookmark> bookmark = bookmarkOf(log, row);
    return bookmark ? bookmark.value() : Bookmark();
}

QList<QByteArray> linesOf(QRandomGenerator &random, int count)
{
    QList<QByteArray> lines;
    for (int i = 0; i < count; ++i) {
        const int kind = int(random.bounded(4));
        const QByteArray time = "2026-01-15T09:" + QByteArray::number(10 + int(random.bounded(5))) + ":00.000Z";
        if (kind == 0)
            lines.append(eventLine(int(random.bounded(1000)), time.constData()));
        else if (kind == 1)
            lines.append(testRecord(701, time.constData(), random.bounded(2) == 0 ? "a" : "b"));
        else
            lines.append("a line of text " + QByteArray::number(random.bounded(kind == 2 ? 3u : 1000u)) + '\n');
    }
    return lines;
}

} // namespace

class tst_Bookmarks : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aRecordIsFoundByItsEventIdInAnyFile();
    void aRecordWithoutOneIsFoundByItsText();
    void aLineIsFoundInItsOwnFileAlone();
    void ofEqualRecordsTheOneIsFound();
    void bookmarksAreFoundWhenTheLogWasRotatedOrGrew();
    void aSearchGoesOnWhereTheLogGrew();
    void theStoreKeepsThemWithTheirNotes();
    void twoProgramsKeepWhatBothMarked();
    void aDocumentKeepsItsMarkedRows();
    void marksOfALogThatIsReadAgainStay();
    void theModelTellsAndGoesToThem();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Bookmarks::aRecordIsFoundByItsEventIdInAnyFile()
{
    const auto log = readLog(eventLine(1, "2026-01-15T09:00:00.000Z") + eventLine(2, "2026-01-15T09:00:00.000Z"), {},
                             u"/data/a.json"_s);
    const Bookmark bookmark = markOf(*log, 1);
    QVERIFY(bookmark.id.startsWith(u'e'));
    QCOMPARE(bookmark.file, u"/data/a.json"_s);
    // Exported anew: with other fields, in another order.
    const auto again =
        readLog(eventLine(3, "2026-01-15T08:00:00.000Z") + eventLine(2, "2026-01-15T09:00:00.000Z", ",\"x\":1")
                    + eventLine(1, "2026-01-15T09:00:00.000Z"),
                {}, u"/other/b.json"_s);
    QCOMPARE(find(*again, {bookmark}), QList<Row>{1});
}

void tst_Bookmarks::aRecordWithoutOneIsFoundByItsText()
{
    const QByteArray line = testRecord(702, "2026-01-15T09:00:00.000Z", "jdoe");
    const QByteArray other = testRecord(702, "2026-01-15T09:00:00.000Z", "asmith");
    const auto log = readLog(other + line, {}, u"/data/app.log"_s);
    const Bookmark bookmark = markOf(*log, 1);
    QVERIFY(bookmark.id.startsWith(u't'));
    QCOMPARE(find(*readLog(line.chopped(1), {}, u"/data/app.log.1"_s), {bookmark}), QList<Row>{0});
    QCOMPARE(find(*readLog(other, {}, u"/data/app.log"_s), {bookmark}), QList<Row>());
    QCOMPARE(find(*readLog(line, {}, u"/elsewhere/app.log"_s), {bookmark}), QList<Row>());
}

void tst_Bookmarks::aLineIsFoundInItsOwnFileAlone()
{
    const auto log = readLog("first\n-----\nlast\n", {}, u"/data/a.txt"_s);
    const Bookmark bookmark = markOf(*log, 1);
    QCOMPARE(bookmark.time, noTime);
    QCOMPARE(find(*readLog("new\n-----\n", {}, u"/data/a.txt"_s), {bookmark}), QList<Row>{1});
    QCOMPARE(find(*readLog("-----\n", {}, u"/data/b.txt"_s), {bookmark}), QList<Row>());
}

void tst_Bookmarks::ofEqualRecordsTheOneIsFound()
{
    const QByteArray lines = "again\nother\nagain\nagain\n";
    const auto log = readLog(lines, {}, u"/data/a.txt"_s);
    const Bookmark second = markOf(*log, 2);
    QCOMPARE(second.ordinal, 1);
    QCOMPARE(find(*log, {second}), QList<Row>{2});
    QCOMPARE(find(*readLog(lines + "again\n", {}, u"/data/a.txt"_s), {second}), QList<Row>{2});
    // With fewer of them it is the last.
    QCOMPARE(find(*readLog("again\n", {}, u"/data/a.txt"_s), {second}), QList<Row>{0});
    QCOMPARE(find(*log, {markOf(*log, 0), second, markOf(*log, 3)}), (QList<Row>{0, 2, 3}));
}

/// Against what is obvious: the text of the record that was marked stands at the row that was found.
void tst_Bookmarks::bookmarksAreFoundWhenTheLogWasRotatedOrGrew()
{
    LogOptions options;
    options.formatName = u"ndjson"_s; // whatever the file begins with
    for (quint32 seed = 1; seed <= 40; ++seed) {
        QRandomGenerator random(seed);
        const QList<QByteArray> lines = linesOf(random, 60);
        const auto log = readLog(lines.join(), options, u"/data/app.log"_s);
        QVERIFY(log);
        QCOMPARE(log->columns().size(), Row(lines.size()));
        const Row row = random.bounded(quint32(lines.size()));
        const Bookmark bookmark = markOf(*log, row);

        const auto grown = readLog((lines + linesOf(random, 20)).join(), options, u"/data/app.log"_s);
        QCOMPARE(find(*grown, {bookmark}), QList<Row>{row});

        // What stood before is gone to another file; the same record is there once.
        const qsizetype gone = random.bounded(qint32(row) + 1);
        const auto rest = readLog(lines.mid(gone).join(), options, u"/data/app.log"_s);
        const QList<Row> found = find(*rest, {bookmark});
        QCOMPARE(found.size(), 1);
        const Result<QByteArray> text = rest->raw(found.first());
        QVERIFY(text.ok());
        if (bookmark.id.startsWith(u't'))
            QCOMPARE(text.value(), log->raw(row).value());
        else
            QCOMPARE(markOf(*rest, found.first()).id, bookmark.id);
        if (!lines.first(gone).contains(lines.at(row)) && bookmark.id.startsWith(u't'))
            QCOMPARE(found.first(), row - Row(gone));
    }
}

void tst_Bookmarks::aSearchGoesOnWhereTheLogGrew()
{
    QFile file(m_folder->filePath(u"app.log"_s));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    QByteArray bytes;
    for (int i = 0; i < 5000; ++i)
        bytes += eventLine(i, "2026-01-15T09:00:00.000Z");
    file.write(bytes);
    const auto log = Log::open(file.fileName(), {}).value();
    log->index({});
    const Bookmark first = markOf(*log, 4500);
    Bookmark later = markOf(*readLog(eventLine(9999, "2026-01-16T09:00:00.000Z")), 0);
    BookmarkSearch search({first, later});
    search.extend(*log);
    QCOMPARE(rowsOf(search.found(*log)), QList<Row>{4500});
    const QByteArray more = eventLine(9999, "2026-01-16T09:00:00.000Z");
    file.write(more);
    QVERIFY(log->grow({bytes.size() + more.size(), noTime, true}, {}));
    search.extend(*log);
    QCOMPARE(rowsOf(search.found(*log)), (QList<Row>{4500, 5000}));
}

void tst_Bookmarks::theStoreKeepsThemWithTheirNotes()
{
    StateFolder folder(m_folder->path());
    BookmarkStore store(folder);
    QSignalSpy changed(&store, &BookmarkStore::changed);
    const Bookmark timed{u"/data/a.log"_s, u"e1"_s, 1'768'467'600'123, 77, 0, u"why\nit matters"_s};
    const Bookmark timeless{u"/data/b.log"_s, u"t2"_s, noTime, 5, 3, {}};
    QVERIFY(store.put({timed, timeless}));
    Bookmark other = timed;
    other.note = QString(BookmarkStore::longestNote + 10, u'x');
    QVERIFY(store.put({other}));
    other.note.resize(BookmarkStore::longestNote);
    QCOMPARE(store.all(), (QList<Bookmark>{timeless, other}));
    StateFolder again(m_folder->path());
    QCOMPARE(BookmarkStore(again).all(), store.all());
    QVERIFY(store.remove({timeless}));
    QCOMPARE(store.all(), QList<Bookmark>{other});
    QCOMPARE(changed.count(), 3);
}

void tst_Bookmarks::twoProgramsKeepWhatBothMarked()
{
    StateFolder one(m_folder->path());
    StateFolder other(m_folder->path());
    BookmarkStore first(one);
    BookmarkStore second(other);
    const Bookmark a{u"/a"_s, u"ta"_s, 1, 1, 0, {}};
    const Bookmark b{u"/a"_s, u"tb"_s, 2, 1, 0, {}};
    QVERIFY(first.put({a}));
    QVERIFY(second.put({b}));
    first.reload();
    QCOMPARE(first.all(), (QList<Bookmark>{a, b}));
    QCOMPARE(second.all(), first.all());
}

void tst_Bookmarks::aDocumentKeepsItsMarkedRows()
{
    StateFolder folder(m_folder->path());
    BookmarkStore store(folder);
    LogDocument document(u"pasted"_s,
                         eventLine(1, "2026-01-15T09:00:00.000Z") + eventLine(2, "2026-01-15T09:00:01.000Z")
                             + eventLine(3, "2026-01-15T09:00:02.000Z"),
                         {}, testCatalog());
    RecordMarks marks(&document, store);
    QSignalSpy marked(&marks, &RecordMarks::marked);
    document.setQuery(Query::parse(u"is:bookmarked"_s).query);
    document.load();
    QTRY_COMPARE(document.state(), LogDocument::State::Complete);
    QTRY_VERIFY(!document.isFiltering());
    QCOMPARE(document.rows().size(), Row(0));
    // Quickly after one another: none is lost.
    marks.mark(2, u"a note"_s);
    marks.mark(0);
    QTRY_COMPARE(marks.rows(), (std::vector<Row>{0, 2}));
    QTRY_COMPARE(document.rows().size(), Row(2));
    QCOMPARE(document.rows().at(1), Row(2));
    QCOMPARE(marks.bookmarkOf(2)->note, u"a note"_s);
    QCOMPARE(marked.count(), 2);
    document.setQuery(Query::parse(u"-is:bookmarked"_s).query);
    QTRY_COMPARE(document.rows().size(), Row(1));
    QTRY_COMPARE(document.rows().at(0), Row(1));
    QVERIFY(store.remove({*marks.bookmarkOf(0)}));
    QTRY_COMPARE(document.rows().size(), Row(2));
}

void tst_Bookmarks::marksOfALogThatIsReadAgainStay()
{
    QFile file(m_folder->filePath(u"app.log"_s));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    file.write(eventLine(1, "2026-01-15T09:00:00.000Z") + eventLine(2, "2026-01-15T09:00:01.000Z"));
    StateFolder folder(m_folder->filePath(u"state"_s));
    BookmarkStore store(folder);
    LogDocument document(QStringList{file.fileName()}, {}, testCatalog());
    RecordMarks marks(&document, store);
    document.load();
    QTRY_COMPARE(document.state(), LogDocument::State::Complete);
    marks.mark(1);
    QTRY_COMPARE(marks.rows(), std::vector<Row>{1});
    document.setFollowing(true);
    // Rotated: the record stands elsewhere now, in what is another file.
    QVERIFY(file.rename(m_folder->filePath(u"app.log.1"_s)));
    QFile fresh(m_folder->filePath(u"app.log"_s));
    QVERIFY(fresh.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    fresh.write(eventLine(2, "2026-01-15T09:00:01.000Z") + eventLine(3, "2026-01-15T09:00:02.000Z"));
    QTRY_COMPARE(marks.rows(), std::vector<Row>{0});
}

void tst_Bookmarks::theModelTellsAndGoesToThem()
{
    StateFolder folder(m_folder->path());
    BookmarkStore store(folder);
    QByteArray bytes;
    for (int i = 0; i < 10; ++i)
        bytes += eventLine(i, "2026-01-15T09:00:00.000Z");
    LogDocument document(u"pasted"_s, bytes, {}, testCatalog());
    RecordMarks marks(&document, store);
    LogModel model(&document);
    model.setMarks(&marks);
    document.load();
    QTRY_COMPARE(model.rowCount(), 10);
    QTRY_COMPARE(document.state(), LogDocument::State::Complete);
    QCOMPARE(model.nextBookmark(-1, false), -1);
    QSignalSpy told(&model, &QAbstractItemModel::dataChanged);
    marks.mark(3);
    marks.mark(7);
    QTRY_COMPARE(marks.rows().size(), size_t(2));
    QVERIFY(!told.isEmpty());
    QVERIFY(model.index(3, 0).data(BookmarkRole).toBool());
    QVERIFY(!model.index(4, 0).data(BookmarkRole).toBool());
    QCOMPARE(model.nextBookmark(-1, false), 3);
    QCOMPARE(model.nextBookmark(3, false), 7);
    QCOMPARE(model.nextBookmark(7, false), -1);
    QCOMPARE(model.nextBookmark(-1, true), 7);
    QCOMPARE(model.nextBookmark(7, true), 3);
    QCOMPARE(model.nextBookmark(0, true), -1);
}

QTEST_GUILESS_MAIN(tst_Bookmarks)
#include "tst_bookmarks.moc"
