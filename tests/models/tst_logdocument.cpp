#include "logdocument.h"

#include "documentfixture.h"

#include <QSignalSpy>

using namespace evident;
using namespace Qt::StringLiterals;

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
    void aFileCutOffKeepsWhatWasRead();
    void loadingCanBeCancelled();
    void aDocumentCanGoWhileItLoads();
    void occurrencesOfACodeAreCounted();
    void errorsAreMarkedWhereTheyStand();
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

QTEST_GUILESS_MAIN(tst_LogDocument)
#include "tst_logdocument.moc"
