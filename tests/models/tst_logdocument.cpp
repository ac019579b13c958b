#include "logdocument.h"

#include "packing.h"
#include "testcatalog.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

QByteArray smallLog()
{
    return testRecord(701, "2026-01-15T09:00:00.000Z", "jdoe@example.com", R"(,"application":"VPN")")
        + testRecord(702, "2026-01-15T08:00:00.000Z", "jdoe@example.com", R"(,"application":"Mail")")
        + testRecord(901, "2026-01-15T07:00:00.000Z", "asmith@example.com")
        + testRecord(4242, "2026-01-15T11:00:00.000Z", "asmith@example.com", R"(,"eventLevel":"error")");
}

/// Many records without a wait: user `u0` … `u9` in turn, codes 701 and 702 in turn.
QByteArray largeLog(int records)
{
    QByteArray bytes;
    for (int i = 0; i < records; ++i)
        bytes += testRecord(i % 2 == 0 ? 701 : 702, "2026-01-15T09:00:00.000Z",
                            ("u" + QByteArray::number(i % 10)).constData());
    return bytes;
}

QList<Row> shown(const LogDocument &document)
{
    QList<Row> rows;
    for (Row i = 0; i < document.rows().size(); ++i)
        rows.append(document.rows().at(i));
    return rows;
}

qint64 countOf(const LogDocument &document, Field field, const QString &value)
{
    for (const FacetCount &count : document.facets().value(field)) {
        if (count.value == value)
            return count.count;
    }
    return 0;
}

Query query(const QString &text)
{
    const QueryParse parse = Query::parse(text);
    return parse.ok() ? parse.query : Query();
}

std::unique_ptr<LogDocument> pasted(const QByteArray &bytes)
{
    LogOptions options;
    options.inputZone = QTimeZone::utc();
    auto document = std::make_unique<LogDocument>(u"pasted"_s, bytes, options, testCatalog());
    document->setZone(QTimeZone::utc());
    return document;
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(bytes) == bytes.size();
}

} // namespace

#define LOADED(document)                                                                                               \
    (document)->load();                                                                                                \
    QTRY_VERIFY((document)->state() == LogDocument::State::Complete && !(document)->isFiltering()                      \
                && !(document)->facets().isEmpty())

class tst_LogDocument : public QObject
{
    Q_OBJECT

private slots:
    void everyRecordOfALogIsShownAndResolved();
    void aQueryKeepsItsRowsAndCountsWhatTheRestLeaves();
    void theNewestQueryWins();
    void rowsCanBeSortedAndGoBackToTheFilesOrder();
    void aQuerySetBeforeLoadingHolds();
    void sinceCountsBackFromTheLastRecord();
    void aRegexThatTakesTooLongIsTold();
    void anotherCatalogResolvesAgainWithoutReading();
    void aMissingFileSaysSo();
    void aFileCutOffKeepsWhatWasRead();
    void loadingCanBeCancelled();
    void aDocumentCanGoWhileItLoads();
    void readingAgainStartsFromWhatIsThere();
    void anArchiveTellsItsOtherMembers();
    void aLogThatMayFillTheDiskIsAskedAbout();
    void anEndedPipeIsReadAgainInAnotherEncoding();
    void occurrencesOfACodeAreCounted();
    void errorsAreMarkedWhereTheyStand();
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
    void severalFilesAreOneLogByTime();
    void aFolderIsOneLogOfWhatIsALogInIt();
    void filesThatCannotBeReadAreToldAndTheOthersShown();
    void openingManyFilesCanBeCancelled();
    void olderFilesBesideTheLogAreFound();
};

void tst_LogDocument::everyRecordOfALogIsShownAndResolved()
{
    const auto document = pasted(smallLog());
    LOADED(document);
    QCOMPARE(shown(*document), (QList<Row>{0, 1, 2, 3}));
    QCOMPARE(document->eventOf(1).level, u"error"_s);
    QCOMPARE(document->eventOf(1).description, u"Approve authentication failed - User response timed out."_s);
    QVERIFY(document->eventOf(3).flags.testFlag(EventFlag::UnknownCode));
    QCOMPARE(countOf(*document, Field::Level, u"error"_s), 2);
    QCOMPARE(countOf(*document, Field::Level, u"notice"_s), 2);
    QCOMPARE(countOf(*document, Field::User, u"jdoe@example.com"_s), 2);
    QVERIFY(document->errorText().isEmpty());
}

void tst_LogDocument::aQueryKeepsItsRowsAndCountsWhatTheRestLeaves()
{
    const auto document = pasted(smallLog());
    LOADED(document);
    document->setQuery(query(u"level:error user:jdoe"_s));
    QTRY_VERIFY(!document->isFiltering());
    QCOMPARE(shown(*document), QList<Row>{1});
    QTRY_COMPARE(countOf(*document, Field::Level, u"notice"_s), 1); // of jdoe, whatever the level
    QCOMPARE(countOf(*document, Field::User, u"asmith@example.com"_s), 1); // of the errors, whoever it was
    QCOMPARE(countOf(*document, Field::Application, u"Mail"_s), 1);
    document->setQuery({});
    QTRY_COMPARE(shown(*document), (QList<Row>{0, 1, 2, 3}));
}

void tst_LogDocument::theNewestQueryWins()
{
    const auto document = pasted(largeLog(50'000));
    document->load();
    for (int user = 0; user < 10; ++user)
        document->setQuery(query(u"user:u%1"_s.arg(user)));
    document->setQuery(query(u"user:u3 code:702"_s));
    QTRY_VERIFY(document->state() == LogDocument::State::Complete && !document->isFiltering());
    QCOMPARE(document->rows().size(), Row(5'000));
    for (Row i = 0; i < document->rows().size(); ++i)
        QCOMPARE(document->rows().at(i), i * 10 + 3);
}

void tst_LogDocument::rowsCanBeSortedAndGoBackToTheFilesOrder()
{
    const auto document = pasted(smallLog());
    LOADED(document);
    document->setSort(LogDocument::SortKey::Time, Qt::DescendingOrder);
    QTRY_COMPARE(shown(*document), (QList<Row>{3, 0, 1, 2}));
    document->setSort(LogDocument::SortKey::Level, Qt::AscendingOrder);
    QTRY_COMPARE(shown(*document), (QList<Row>{1, 3, 0, 2}));
    document->setSort(LogDocument::SortKey::Code, Qt::AscendingOrder);
    QTRY_COMPARE(shown(*document), (QList<Row>{0, 1, 2, 3}));
    document->setSort(LogDocument::SortKey::User, Qt::AscendingOrder);
    QTRY_COMPARE(shown(*document), (QList<Row>{2, 3, 0, 1}));
    document->setSort(LogDocument::SortKey::Application, Qt::AscendingOrder);
    QTRY_COMPARE(shown(*document), (QList<Row>{1, 0, 2, 3}));
    document->setSort(LogDocument::SortKey::FileOrder, Qt::AscendingOrder);
    QTRY_COMPARE(shown(*document), (QList<Row>{0, 1, 2, 3}));
}

void tst_LogDocument::aQuerySetBeforeLoadingHolds()
{
    const auto document = pasted(smallLog());
    document->setQuery(query(u"code:901"_s));
    document->setSort(LogDocument::SortKey::Time, Qt::DescendingOrder);
    LOADED(document);
    QCOMPARE(shown(*document), QList<Row>{2});
}

void tst_LogDocument::sinceCountsBackFromTheLastRecord()
{
    const auto document = pasted(smallLog());
    LOADED(document);
    document->setQuery(query(u"since:3h"_s));
    QTRY_COMPARE(shown(*document), (QList<Row>{0, 1, 3}));
}

void tst_LogDocument::aRegexThatTakesTooLongIsTold()
{
    const auto document =
        pasted(smallLog() + testRecord(702, "2026-01-15T12:00:00.000Z", QByteArray(60, 'y').constData()));
    LOADED(document);
    document->setQuery(query(u"/(y+)+[<>]/"_s));
    QTRY_COMPARE(document->undecided(), 1);
    QTRY_VERIFY(!document->isFiltering());
    QVERIFY(shown(*document).isEmpty());
    document->setQuery(query(u"/y{60}/"_s));
    QTRY_COMPARE(shown(*document).size(), 1);
    QCOMPARE(document->undecided(), 0);
}

void tst_LogDocument::anotherCatalogResolvesAgainWithoutReading()
{
    const auto document = pasted(smallLog());
    LOADED(document);
    QSignalSpy resolved(document.get(), &LogDocument::resolutionChanged);
    const CatalogEntry entry{{Kind::User, 4242}, u"warning"_s, u"New"_s, u"A code of tomorrow."_s, {},
                             Outcome::None,      false};
    document->setCatalog(std::make_shared<const CatalogSnapshot>(QList<CatalogEntry>{entry}, Synonyms()));
    QTRY_COMPARE(document->eventOf(3).description, u"A code of tomorrow."_s);
    QVERIFY(!resolved.isEmpty());
    QVERIFY(document->eventOf(1).flags.testFlag(EventFlag::UnknownCode));
}

void tst_LogDocument::aMissingFileSaysSo()
{
    LogDocument document(u"/no/such/file.json"_s, {}, testCatalog());
    document.load();
    QTRY_COMPARE(document.state(), LogDocument::State::Failed);
    QVERIFY2(document.errorText().contains(u"/no/such/file.json"_s), qPrintable(document.errorText()));
    QCOMPARE(document.rows().size(), Row(0));
}

void tst_LogDocument::aFileCutOffKeepsWhatWasRead()
{
    const auto document =
        pasted(R"({"userEventLogExportEntries":[{"eventCode":"702","eventLogDate":"2026-01-15T09:00:00Z"},{"eventCo)");
    document->load();
    QTRY_COMPARE(document->state(), LogDocument::State::Failed);
    QVERIFY(!document->errorText().isEmpty());
    QTRY_VERIFY(document->rows().size() >= 1);
    QCOMPARE(document->eventOf(0).code, 702);
}

void tst_LogDocument::loadingCanBeCancelled()
{
    const auto document = pasted(largeLog(400'000));
    document->load();
    QTRY_VERIFY(document->recordCount() > 0);
    document->cancel();
    QTRY_VERIFY(document->state() == LogDocument::State::Cancelled
                || document->state() == LogDocument::State::Complete);
    QTRY_VERIFY(!document->isFiltering());
    QCOMPARE(document->rows().size(), document->recordCount());
}

void tst_LogDocument::aDocumentCanGoWhileItLoads()
{
    for (int i = 0; i < 5; ++i) {
        auto document = pasted(largeLog(20'000));
        document->load();
        document->setQuery(query(u"user:u%1 failed"_s.arg(i)));
        document.reset();
        QCoreApplication::processEvents();
    }
}

void tst_LogDocument::readingAgainStartsFromWhatIsThere()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"log.ndjson"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(smallLog());
    file.close();
    const auto document = std::make_unique<LogDocument>(file.fileName(), LogOptions(), testCatalog());
    LOADED(document);
    QCOMPARE(document->recordCount(), Row(4));

    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(testRecord(703, "2026-01-15T09:00:00.000Z", "new@example.com"));
    file.close();
    document->reload({});
    QCOMPARE(document->rows().size(), Row(0));
    QTRY_VERIFY(document->state() == LogDocument::State::Complete && !document->isFiltering());
    QCOMPARE(document->recordCount(), Row(1));
    QCOMPARE(document->eventOf(0).code, 703);
}

void tst_LogDocument::anArchiveTellsItsOtherMembers()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"logs.zip"_s);
    const QByteArray one = testRecord(703, "2026-01-15T09:00:00.000Z", "new@example.com");
    QVERIFY(writeFile(path, zipOf({{"a.ndjson", smallLog()}, {"b.ndjson", one}, {"c.ndjson", one + one}})));
    const auto document = std::make_unique<LogDocument>(path, LogOptions(), testCatalog());
    std::vector<LogLocation> others;
    connect(document.get(), &LogDocument::expanded, this,
            [&](const std::vector<LogLocation> &locations) { others = locations; });
    LOADED(document);
    QCOMPARE(document->recordCount(), Row(4));
    QCOMPARE(document->path(), path);
    QCOMPARE(document->title(), u"logs.zip!a.ndjson"_s);
    QCOMPARE(others.size(), std::size_t(2));
    const auto third = std::make_unique<LogDocument>(others.at(1), LogOptions(), testCatalog());
    LOADED(third);
    QCOMPARE(third->title(), u"logs.zip!c.ndjson"_s);
    QCOMPARE(third->recordCount(), Row(2));

    // Read again, each is what it is, from the file that is there now, and nothing more opens.
    others.clear();
    QVERIFY(writeFile(path, zipOf({{"a.ndjson", one}, {"b.ndjson", one}, {"d.ndjson", one}})));
    document->reload({});
    QTRY_VERIFY(document->state() == LogDocument::State::Complete && !document->isFiltering());
    QCOMPARE(document->recordCount(), Row(1));
    QVERIFY(others.empty());
    third->reload({});
    QTRY_COMPARE(third->state(), LogDocument::State::Failed);
    QVERIFY2(third->errorText().contains(u"logs.zip!c.ndjson"_s), qPrintable(third->errorText()));
}

void tst_LogDocument::aLogThatMayFillTheDiskIsAskedAbout()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"log.gz"_s);
    QVERIFY(writeFile(path, packed(Compression::Gzip, smallLog())));
    LogOptions options;
    options.maxSpool = 10;
    const auto document = std::make_unique<LogDocument>(path, options, testCatalog());
    document->load();
    QTRY_COMPARE(document->state(), LogDocument::State::Failed);
    QVERIFY(document->asks());
    QVERIFY2(document->errorText().contains(path), qPrintable(document->errorText()));
    options.allowLargeSpool = true;
    document->reload(options);
    QVERIFY(!document->asks());
    QTRY_VERIFY(document->state() == LogDocument::State::Complete && !document->isFiltering());
    QCOMPARE(document->recordCount(), Row(4));
}

void tst_LogDocument::anEndedPipeIsReadAgainInAnotherEncoding()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    const auto document = std::make_unique<LogDocument>(path, LogOptions(), testCatalog());
    document->load();
    QVERIFY(writeFile(path, packed(Compression::Gzip, smallLog())));
    QTRY_VERIFY(document->state() == LogDocument::State::Complete && !document->isFiltering());
    QCOMPARE(document->recordCount(), Row(4));
    LogOptions options;
    options.encoding = u"windows-1252"_s;
    document->reload(options);
    QTRY_VERIFY(document->state() == LogDocument::State::Complete && !document->isFiltering());
    QCOMPARE(document->recordCount(), Row(4));
}

void tst_LogDocument::occurrencesOfACodeAreCounted()
{
    const auto document = pasted(largeLog(1'000));
    document->setQuery(query(u"code:701"_s));
    LOADED(document);
    QCOMPARE(document->countOfCode({Kind::User, 702}), 500);
    QCOMPARE(document->countOfCode({Kind::User, 901}), 0);
}

void tst_LogDocument::errorsAreMarkedWhereTheyStand()
{
    QByteArray bytes;
    for (int i = 0; i < 1'000; ++i)
        bytes += testRecord(i == 250 ? 702 : 701, "2026-01-15T09:00:00.000Z", "jdoe");
    const auto document = pasted(bytes);
    LOADED(document);
    QCOMPARE(document->errorMarks().size(), 1);
    QVERIFY(qAbs(document->errorMarks().first().first - 0.25) < 0.01);
    QCOMPARE(document->errorMarks().first().second, Severity::Error);
    document->setQuery(query(u"code:701"_s));
    QTRY_VERIFY(!document->isFiltering());
    QVERIFY(document->errorMarks().isEmpty());
}

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

void tst_LogDocument::aFollowedLogGrowsAtItsEnd()
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

void tst_LogDocument::whatIsNotFollowedStaysAsItWasRead()
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

void tst_LogDocument::aLineThatIsCompletedChangesItsRowAndCounts()
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

void tst_LogDocument::timesThatCountBackMoveWithTheEnd()
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

void tst_LogDocument::aSortedLogIsRefreshedWhenItGrows()
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

void tst_LogDocument::aFileCutShortIsReadAgainAndSaidSo()
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

void tst_LogDocument::aFileReplacedKeepsTheQueryAndNeverShowsNothing()
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

void tst_LogDocument::aMissingFileIsAwaitedWhenFollowed()
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

void tst_LogDocument::anArrayThatGoesOnHasNoErrorInTheEnd()
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

void tst_LogDocument::pastedTextCannotBeFollowed()
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

namespace {

/// Files in a folder of their own, and the document of paths in it.
class FolderOfFiles
{
public:
    QString put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no file");
        return file.fileName();
    }
    QString path() const { return m_folder.path(); }
    static std::unique_ptr<LogDocument> document(const QStringList &paths)
    {
        LogOptions options;
        options.inputZone = QTimeZone::utc();
        auto document = std::make_unique<LogDocument>(paths, options, testCatalog());
        document->setZone(QTimeZone::utc());
        return document;
    }

private:
    QTemporaryDir m_folder;
};

QByteArray recordAt(const char *time)
{
    return testRecord(702, time, "jdoe@example.com");
}

} // namespace

void tst_LogDocument::severalFilesAreOneLogByTime()
{
    const FolderOfFiles folder;
    const QString late = folder.put(u"late.log"_s, recordAt("2026-01-15T10:00:00Z") + recordAt("2026-01-15T12:00:00Z"));
    const QString early =
        folder.put(u"early.log"_s, recordAt("2026-01-15T09:00:00Z") + recordAt("2026-01-15T11:00:00Z"));
    const auto document = FolderOfFiles::document({late, early});
    QCOMPARE(document->title(), u"late.log + 1 more"_s);
    LOADED(document);
    QCOMPARE(document->files(), (QStringList{late, early}));
    QCOMPARE(document->title(), u"late.log + 1 more"_s);
    QCOMPARE(shown(*document), (QList<Row>{2, 0, 3, 1}));
    document->setQuery(query(u"file:early.log"_s));
    QTRY_COMPARE(shown(*document), (QList<Row>{2, 3}));
    document->setQuery({});
    document->setSort(LogDocument::SortKey::File, Qt::AscendingOrder);
    QTRY_COMPARE(shown(*document), (QList<Row>{0, 1, 2, 3}));
    document->setSort(LogDocument::SortKey::File, Qt::DescendingOrder);
    QTRY_COMPARE(shown(*document).first(), Row(2 + 1));
    QVERIFY(document->olderFiles().isEmpty());
    QVERIFY(!document->followObstacle().isEmpty());
    // What is read again is the same files.
    document->reload(document->options());
    QTRY_COMPARE(document->recordCount(), Row(4));
}

void tst_LogDocument::aFolderIsOneLogOfWhatIsALogInIt()
{
    const FolderOfFiles folder;
    folder.put(u"a.log"_s, recordAt("2026-01-15T10:00:00Z"));
    folder.put(u"b.log"_s, recordAt("2026-01-15T09:00:00Z"));
    const QString binary = folder.put(u"c.bin"_s, QByteArray("\0\1\2\3", 4).repeated(100));
    const QString readMe = folder.put(u"README"_s, "Please read me.\n");
    const auto document = FolderOfFiles::document({folder.path()});
    LOADED(document);
    QCOMPARE(document->title(), u"a.log + 1 more"_s);
    QCOMPARE(document->leftOut(), (QStringList{binary, readMe}));
    QCOMPARE(shown(*document), (QList<Row>{1, 0}));

    const auto pattern = FolderOfFiles::document({folder.path() + u"/*.log"_s});
    LOADED(pattern);
    QCOMPARE(pattern->recordCount(), Row(2));
    QVERIFY(pattern->leftOut().isEmpty());
}

void tst_LogDocument::filesThatCannotBeReadAreToldAndTheOthersShown()
{
    const FolderOfFiles folder;
    const QString good = folder.put(u"good.log"_s, recordAt("2026-01-15T10:00:00Z"));
    const QString gone = folder.path() + u"/gone.log"_s;
    const QString lost = folder.path() + u"/lost.log"_s;
    const auto document = FolderOfFiles::document({gone, good, lost});
    document->load();
    QTRY_COMPARE(document->state(), LogDocument::State::Failed);
    QTRY_COMPARE(document->rows().size(), Row(1));
    QCOMPARE(document->files(), QStringList{good});
    const QStringList errors = document->errorText().split(u'\n');
    QCOMPARE(errors.size(), 2);
    QVERIFY(errors.first().contains(gone) && errors.last().contains(lost));
}

void tst_LogDocument::openingManyFilesCanBeCancelled()
{
    const FolderOfFiles folder;
    constexpr int files = 400;
    for (int i = 0; i < files; ++i)
        folder.put(QString::number(i) + u".log"_s, recordAt("2026-01-15T10:00:00Z"));
    const auto document = FolderOfFiles::document({folder.path()});
    document->load();
    document->cancel();
    QTRY_VERIFY(!document->isLoading());
    QVERIFY(document->state() == LogDocument::State::Failed || document->state() == LogDocument::State::Cancelled);
    document->reload(document->options());
    LOADED(document);
    QCOMPARE(document->recordCount(), Row(files));
    QCOMPARE(document->files().at(2), folder.path() + u"/2.log"_s);
}

void tst_LogDocument::olderFilesBesideTheLogAreFound()
{
    const FolderOfFiles folder;
    const QString path = folder.put(u"app.log"_s, recordAt("2026-01-15T10:00:00Z"));
    const QString older = folder.put(u"app.log.1"_s, recordAt("2026-01-14T10:00:00Z"));
    const auto document = FolderOfFiles::document({path});
    const QSignalSpy found(document.get(), &LogDocument::olderFilesFound);
    LOADED(document);
    QTRY_COMPARE(found.count(), 1);
    QCOMPARE(document->olderFiles(), QStringList{older});
}

QTEST_GUILESS_MAIN(tst_LogDocument)
#include "tst_logdocument.moc"
