// A document while its file grows, is cut short or is replaced.

#include "documentfixture.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

/// A file with a log, and a document that shows it.
class GrowingFile
{
public:
    explicit GrowingFile(const QByteArray &bytes)
        : m_path(m_folder.filePath(u"log.ndjson"_s))
    {
        write(bytes);
    }

    QString path() const { return m_path; }
    void append(const QByteArray &bytes) { put(bytes, QIODevice::Append); }
    void write(const QByteArray &bytes) { put(bytes, QIODevice::WriteOnly | QIODevice::Truncate); }
    void replace(const QByteArray &bytes)
    {
        QVERIFY(QFile::remove(m_path));
        write(bytes);
    }
    std::unique_ptr<LogDocument> document() const
    {
        LogOptions options;
        options.inputZone = QTimeZone::utc();
        auto document = std::make_unique<LogDocument>(m_path, options, testCatalog());
        document->setZone(QTimeZone::utc());
        return document;
    }

private:
    void put(const QByteArray &bytes, QIODevice::OpenMode mode)
    {
        QFile file(m_path);
        QVERIFY(file.open(mode | QIODevice::Unbuffered));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    QTemporaryDir m_folder;
    QString m_path;
};

QByteArray lateRecord(int code)
{
    return testRecord(code, "2026-01-15T12:00:00.000Z", "late@example.com");
}

} // namespace

class tst_GrowingDocument : public QObject
{
    Q_OBJECT

private slots:
    void aFollowedLogGrowsAtItsEnd();
    void whatIsNotFollowedStaysAsItWasRead();
    void aLineThatIsCompletedChangesItsRowAndCounts();
    void timesThatCountBackMoveWithTheEnd();
    void aSortedLogIsRefreshedWhenItGrows();
    void aFileCutShortIsReadAgainAndSaidSo();
    void aFileReplacedKeepsTheQueryAndNeverShowsNothing();
    void aMissingFileIsAwaitedWhenFollowed();
    void anArrayThatGoesOnHasNoErrorInTheEnd();
    void pastedTextCannotBeFollowed();
};

void tst_GrowingDocument::aFollowedLogGrowsAtItsEnd()
{
    GrowingFile file(smallLog());
    const auto document = file.document();
    document->setQuery(query(u"level:error"_s));
    LOADED(document);
    QCOMPARE(shown(*document), (QList<Row>{1, 3}));
    QSignalSpy following(document.get(), &LogDocument::followingChanged);
    QSignalSpy grown(document.get(), &LogDocument::rowsAboutToGrow);
    QSignalSpy replaced(document.get(), &LogDocument::rowsAboutToChange);
    document->setFollowing(true);
    QCOMPARE(following.size(), 1);

    file.append(lateRecord(702) + lateRecord(701));
    QTRY_COMPARE(shown(*document), (QList<Row>{1, 3, 4}));
    QTRY_COMPARE(countOf(*document, Field::User, u"late@example.com"_s), 1);
    file.append(lateRecord(703));
    QTRY_COMPARE(shown(*document), (QList<Row>{1, 3, 4, 6}));
    QCOMPARE(grown.size(), 2);
    QVERIFY(replaced.isEmpty());
    QCOMPARE(document->state(), LogDocument::State::Complete);
    QCOMPARE(document->recordCount(), Row(7));
    QVERIFY(document->notice().isEmpty());
}

void tst_GrowingDocument::whatIsNotFollowedStaysAsItWasRead()
{
    GrowingFile file(smallLog());
    const auto document = file.document();
    LOADED(document);
    QSignalSpy state(document.get(), &LogDocument::stateChanged);
    file.append(lateRecord(702));
    file.replace(lateRecord(703));
    document->look();
    QTRY_VERIFY(!document->notice().isEmpty());
    QVERIFY2(document->notice().contains(file.path()), qPrintable(document->notice()));
    QCOMPARE(state.size(), 1);
    QCOMPARE(document->recordCount(), Row(4));
    document->setFollowing(true);
    QTRY_COMPARE(document->recordCount(), Row(1));
}

void tst_GrowingDocument::aLineThatIsCompletedChangesItsRowAndCounts()
{
    const QByteArray last = lateRecord(702);
    GrowingFile file(smallLog() + last.first(last.size() / 2));
    const auto document = file.document();
    LOADED(document);
    QCOMPARE(shown(*document), (QList<Row>{0, 1, 2, 3, 4}));
    QCOMPARE(document->notUnderstood(), 1);
    QSignalSpy updated(document.get(), &LogDocument::rowsUpdated);
    QSignalSpy replaced(document.get(), &LogDocument::rowsAboutToChange);
    document->setFollowing(true);

    file.append(last.mid(last.size() / 2) + lateRecord(701));
    QTRY_COMPARE(shown(*document), (QList<Row>{0, 1, 2, 3, 4, 5}));
    QTRY_COMPARE(countOf(*document, Field::User, u"late@example.com"_s), 2);
    QCOMPARE(updated.size(), 1);
    QCOMPARE(updated.first(), (QVariantList{4, 4}));
    QCOMPARE(document->notUnderstood(), 0);
    QCOMPARE(document->eventOf(4).code, 702);
    QCOMPARE(countOf(*document, Field::Level, u"error"_s), 3);

    // Among the rows of a query, one that it did not keep before and one that it does not keep any more.
    QVERIFY(replaced.isEmpty());
    document->setQuery(query(u"user:late"_s));
    QTRY_COMPARE(shown(*document), (QList<Row>{4, 5}));
    file.append(last.first(60));
    QTRY_COMPARE(document->recordCount(), Row(7));
    QTRY_VERIFY(document->rows().size() == 2 && document->notUnderstood() == 1);
    file.append(last.mid(60));
    QTRY_COMPARE(shown(*document), (QList<Row>{4, 5, 6}));
}

void tst_GrowingDocument::timesThatCountBackMoveWithTheEnd()
{
    GrowingFile file(smallLog());
    const auto document = file.document();
    document->setQuery(query(u"since:3h"_s));
    LOADED(document);
    QCOMPARE(shown(*document), (QList<Row>{0, 1, 3}));
    document->setFollowing(true);
    file.append(lateRecord(702));
    QTRY_COMPARE(shown(*document), (QList<Row>{0, 3, 4}));
}

void tst_GrowingDocument::aSortedLogIsRefreshedWhenItGrows()
{
    GrowingFile file(smallLog());
    const auto document = file.document();
    document->setSort(LogDocument::SortKey::Time, Qt::DescendingOrder);
    LOADED(document);
    document->setFollowing(true);
    QList<bool> refreshing;
    connect(document.get(), &LogDocument::rowsAboutToChange, this,
            [&] { refreshing.append(document->isRefreshing()); });
    file.append(lateRecord(702));
    QTRY_COMPARE(shown(*document), (QList<Row>{4, 3, 0, 1, 2}));
    QVERIFY(!refreshing.isEmpty() && !refreshing.contains(false));
    refreshing.clear();
    document->setSort(LogDocument::SortKey::Time, Qt::AscendingOrder);
    QTRY_COMPARE(shown(*document), (QList<Row>{2, 1, 0, 3, 4}));
    QVERIFY(refreshing.contains(false));
}

void tst_GrowingDocument::aFileCutShortIsReadAgainAndSaidSo()
{
    GrowingFile file(smallLog());
    const auto document = file.document();
    LOADED(document);
    file.write(lateRecord(703));
    document->look(); // whether it is followed or not: what is shown is not there any more
    QTRY_COMPARE(document->recordCount(), Row(1));
    QTRY_VERIFY(document->state() == LogDocument::State::Complete && !document->isFiltering());
    QCOMPARE(document->eventOf(0).code, 703);
    QVERIFY2(document->notice().contains(file.path()), qPrintable(document->notice()));
    document->reload({});
    QVERIFY(document->notice().isEmpty());
}

void tst_GrowingDocument::aFileReplacedKeepsTheQueryAndNeverShowsNothing()
{
    GrowingFile file(smallLog());
    const auto document = file.document();
    document->setQuery(query(u"level:error"_s));
    document->setSort(LogDocument::SortKey::Time, Qt::DescendingOrder);
    LOADED(document);
    document->setFollowing(true);
    bool empty = false;
    bool refreshing = true;
    connect(document.get(), &LogDocument::rowsAboutToChange, this,
            [&] { refreshing = refreshing && document->isRefreshing(); });
    connect(document.get(), &LogDocument::rowsChanged, this, [&] { empty = empty || document->rows().size() == 0; });
    file.replace(lateRecord(703) + smallLog() + lateRecord(702));
    QTRY_COMPARE(shown(*document), (QList<Row>{0, 5, 4, 2}));
    QVERIFY(!empty);
    QVERIFY(refreshing);
    QVERIFY(document->isFollowing());
    file.append(lateRecord(702));
    QTRY_COMPARE(document->rows().size(), Row(5));
}

void tst_GrowingDocument::aMissingFileIsAwaitedWhenFollowed()
{
    GrowingFile file(smallLog());
    QVERIFY(QFile::remove(file.path()));
    const auto document = file.document();
    document->setFollowing(true);
    document->load();
    QTRY_COMPARE(document->state(), LogDocument::State::Failed);
    file.write(smallLog());
    QTRY_VERIFY(document->state() == LogDocument::State::Complete && !document->isFiltering());
    QCOMPARE(document->recordCount(), Row(4));
    QVERIFY(document->errorText().isEmpty());
}

void tst_GrowingDocument::anArrayThatGoesOnHasNoErrorInTheEnd()
{
    GrowingFile file("[" + testRecord(701, "2026-01-15T09:00:00.000Z", "jdoe") + ",");
    const auto document = file.document();
    document->load();
    QTRY_COMPARE(document->state(), LogDocument::State::Failed);
    QVERIFY(!document->errorText().isEmpty());
    document->setFollowing(true);
    file.append(lateRecord(702) + "]");
    QTRY_COMPARE(document->state(), LogDocument::State::Complete);
    QVERIFY(document->errorText().isEmpty());
    QTRY_COMPARE(document->rows().size(), Row(2));
}

void tst_GrowingDocument::pastedTextCannotBeFollowed()
{
    const auto document = pasted(smallLog());
    LOADED(document);
    QVERIFY(!document->followObstacle().isEmpty());
    document->setFollowing(true);
    QVERIFY(!document->isFollowing());
    const GrowingFile file(smallLog());
    const auto other = file.document();
    LOADED(other);
    QVERIFY(other->followObstacle().isEmpty());
}

QTEST_GUILESS_MAIN(tst_GrowingDocument)
#include "tst_growingdocument.moc"
