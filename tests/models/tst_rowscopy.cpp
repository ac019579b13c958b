#include "rowscopy.h"

#include "blockingsource.h"
#include "logdocument.h"
#include "logmodel.h"
#include "testcatalog.h"

#include <QSignalSpy>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

class tst_RowsCopy : public QObject
{
    Q_OBJECT

private slots:
    void rowsAreLinesOfTheirCells();
    void whatOnlyTheFileHasIsReadElsewhere();
    void namesAreMaskedWhereThatIsWished();
    void aNewerCopyTakesThePlaceOfTheOlder();
    void aCancelledCopySaysNothing();

private:
    void open(const QByteArray &bytes);

    std::shared_ptr<BlockingSource> m_source;
    std::unique_ptr<LogDocument> m_document;
};

void tst_RowsCopy::open(const QByteArray &bytes)
{
    m_source = std::make_shared<BlockingSource>(bytes);
    LogOptions options;
    options.inputZone = QTimeZone::utc();
    m_document = std::make_unique<LogDocument>(locationOf(m_source, u"share.log"_s), options, testCatalog());
    m_document->setZone(QTimeZone::utc());
    m_document->load();
    QTRY_VERIFY(m_document->state() == LogDocument::State::Complete && !m_document->isFiltering());
}

void tst_RowsCopy::rowsAreLinesOfTheirCells()
{
    open(testRecord(702, "2026-01-15T09:00:00.118Z", "a\\u202eb") + "no JSON at all\n"
         + testRecord(901, "2026-01-15T09:00:01Z", "late"));
    RowsCopy copy;
    QSignalSpy finished(&copy, &RowsCopy::finished);
    copy.start(*m_document, {2, 0, 1},
               {LogModel::CodeColumn, LogModel::TimeColumn, LogModel::UserColumn, LogModel::DescriptionColumn});
    QVERIFY(copy.isRunning());
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!copy.isRunning());
    QCOMPARE(finished.first().first().toString(),
             u"901\t2026-01-15 09:00:01.000\tlate\tPortal sign-in succeeded.\n"
             "702\t2026-01-15 09:00:00.118\ta\\u{202e}b\tApprove authentication failed - User response timed out.\n"
             "\t\t\tno JSON at all"_s);
    // A spreadsheet into which it goes takes none for a formula.
    open(testRecord(901, "2026-01-15T09:00:01Z", "=HYPERLINK(0)"));
    copy.start(*m_document, {0}, {LogModel::CodeColumn, LogModel::UserColumn});
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(finished.last().first().toString(), u"901\t'=HYPERLINK(0)"_s);
    // Empty cells are lines, too.
    open("no record\n");
    copy.start(*m_document, {0, 0}, {LogModel::CodeColumn});
    QTRY_COMPARE(finished.size(), 3);
    QCOMPARE(finished.last().first().toString(), u"\n"_s);
}

void tst_RowsCopy::whatOnlyTheFileHasIsReadElsewhere()
{
    constexpr int rows = 10'000;
    open(plainLines(rows));
    std::vector<Row> all;
    QString expected;
    for (int row = 0; row < rows; ++row) {
        all.push_back(Row(row));
        expected += plainLine(row) + u'\n';
    }
    expected.chop(1);
    RowsCopy copy;
    QSignalSpy finished(&copy, &RowsCopy::finished);
    copy.start(*m_document, all, {LogModel::DescriptionColumn});
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    QVERIFY(finished.first().first().toString() == expected);
    QVERIFY(!m_source->wasReadHere());
}

void tst_RowsCopy::namesAreMaskedWhereThatIsWished()
{
    open(testRecord(702, "2026-01-15T09:00:00Z", "jdoe@example.com") + "no JSON at all, but of jdoe\n"
         + testRecord(901, "2026-01-15T09:00:01Z", "a\\u202eb"));
    RowsCopy copy;
    QSignalSpy finished(&copy, &RowsCopy::finished);
    copy.start(*m_document, {2, 1, 0}, {LogModel::UserColumn, LogModel::DescriptionColumn}, true);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().toString(),
             u"user-1\tPortal sign-in succeeded.\n"
             "\t(left out, as it may hold names)\n"
             "user-2\tApprove authentication failed - User response timed out."_s);
}

void tst_RowsCopy::aNewerCopyTakesThePlaceOfTheOlder()
{
    open(plainLines(100));
    RowsCopy copy;
    QSignalSpy finished(&copy, &RowsCopy::finished);
    m_source->block();
    copy.start(*m_document, {1}, {LogModel::DescriptionColumn});
    m_source->waitForReader();
    copy.start(*m_document, {2}, {LogModel::DescriptionColumn});
    copy.start(*m_document, {3}, {LogModel::DescriptionColumn});
    m_source->release();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().toString(), plainLine(3));
    QVERIFY(!copy.isRunning());
}

void tst_RowsCopy::aCancelledCopySaysNothing()
{
    open(plainLines(100));
    RowsCopy copy;
    QSignalSpy finished(&copy, &RowsCopy::finished);
    m_source->block();
    copy.start(*m_document, {1, 2}, {LogModel::DescriptionColumn});
    m_source->waitForReader();
    copy.cancel();
    QVERIFY(!copy.isRunning());
    m_source->release();
    QTRY_COMPARE(m_source->hanging(), 0);
    // One that is done afterwards is the first to be heard of.
    copy.start(*m_document, {4}, {LogModel::DescriptionColumn});
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().toString(), plainLine(4));
}

QTEST_GUILESS_MAIN(tst_RowsCopy)
#include "tst_rowscopy.moc"
