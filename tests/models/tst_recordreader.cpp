#include "recordreader.h"

#include "blockingsource.h"
#include "testcatalog.h"

#include <QSignalSpy>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

class tst_RecordReader : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aRecordIsReadElsewhereAndTold();
    void aNewerWishTakesThePlaceOfTheOlder();
    void itCanGoWhileAReadHangs();
    void anotherLogsTextIsNotKept();
    void aDoubtfulTextStaysUntilThereIsAnother();
    void pagesAreReadOnDemand();

private:
    void open(const QByteArray &bytes);

    std::shared_ptr<BlockingSource> m_source;
    std::shared_ptr<Log> m_log;
    std::unique_ptr<RecordReader> m_reader;
    std::unique_ptr<QSignalSpy> m_read;
};

void tst_RecordReader::open(const QByteArray &bytes)
{
    m_source = std::make_shared<BlockingSource>(bytes);
    m_log = Log::open(locationOf(m_source, u"share.log"_s), {}).value();
    m_log->index({});
}

void tst_RecordReader::init()
{
    m_reader = std::make_unique<RecordReader>();
    m_read = std::make_unique<QSignalSpy>(m_reader.get(), &RecordReader::recordRead);
}

void tst_RecordReader::cleanup()
{
    m_source->release();
    m_read.reset();
    m_reader.reset();
    m_log.reset();
}

void tst_RecordReader::aRecordIsReadElsewhereAndTold()
{
    const QByteArray record = testRecord(702, "2026-01-15T09:00:00Z", "jdoe", R"(,"deviceName":"phone")");
    open(testRecord(701, "2026-01-15T09:00:00Z", "jdoe") + record);
    QVERIFY(!m_reader->read(m_log, 1));
    QVERIFY(!m_reader->read(m_log, 1)); // asking again does not begin again
    QTRY_COMPARE(m_read->size(), 1);
    const RecordText *text = m_reader->read(m_log, 1);
    QVERIFY(text);
    QCOMPARE(*text, readRecordText(*m_log, 1));
    QCOMPARE(text->raw, QString::fromUtf8(record.trimmed()));
    QCOMPARE(text->fields.size(), 4);
    QVERIFY(!m_reader->read(m_log, 0));
    QTRY_COMPARE(m_read->size(), 2);
    QVERIFY(m_reader->read(m_log, 0)->raw.contains(u"701"_s));
}

void tst_RecordReader::aNewerWishTakesThePlaceOfTheOlder()
{
    open(plainLines(100));
    m_source->block();
    for (Row row = 0; row < 50; ++row) {
        QVERIFY(!m_reader->read(m_log, row));
        m_source->waitForReader();
    }
    QCOMPARE(m_source->hanging(), 1);
    m_source->release();
    QTRY_COMPARE(m_read->size(), 1);
    QCOMPARE(m_reader->read(m_log, 49)->raw, plainLine(49));
    QCOMPARE(m_read->size(), 1);
}

void tst_RecordReader::itCanGoWhileAReadHangs()
{
    open(plainLines(100));
    m_source->block();
    QVERIFY(!m_reader->read(m_log, 3));
    m_source->waitForReader();
    m_reader.reset();
    const std::weak_ptr<Log> watched = m_log;
    m_log.reset();
    QVERIFY(!watched.expired()); // the read's
    m_source->release();
    QTRY_VERIFY(watched.expired());
}

void tst_RecordReader::anotherLogsTextIsNotKept()
{
    open(plainLines(100));
    m_reader->read(m_log, 3);
    QTRY_COMPARE(m_read->size(), 1);
    m_reader->forgetOther(m_log);
    QVERIFY(m_reader->read(m_log, 3));
    const std::weak_ptr<Log> watched = m_log;
    open(plainLines(200));
    QVERIFY(!watched.expired());
    m_reader->forgetOther(m_log);
    QTRY_VERIFY(watched.expired());
    QVERIFY(!m_reader->read(m_log, 3));
    QTRY_COMPARE(m_read->size(), 2);
}

void tst_RecordReader::aDoubtfulTextStaysUntilThereIsAnother()
{
    const QByteArray bytes = plainLines(1000);
    open(bytes);
    m_reader->read(m_log, 500);
    QTRY_COMPARE(m_read->size(), 1);
    QVERIFY(m_log->hasSameEnds().value());
    QCOMPARE(m_reader->read(m_log, 500)->raw, plainLine(500));
    m_source->replace(QByteArray(bytes).replace("line 500 x", "LINE 500 x"));
    QVERIFY(m_log->hasSameEnds().value());
    QCOMPARE(m_reader->read(m_log, 500)->raw, plainLine(500));
    QTRY_VERIFY(m_reader->read(m_log, 500)->raw.startsWith(u"LINE 500 "_s));
    QCOMPARE(m_read->size(), 2);
}

void tst_RecordReader::pagesAreReadOnDemand()
{
    const QByteArray line(2 << 20, 'y');
    open("first\n" + line + "\n");
    QSignalSpy pages(m_reader.get(), &RecordReader::pageRead);
    m_reader->read(m_log, 1);
    m_reader->readPage(5); // when the record was read
    QTRY_COMPARE(pages.size(), 1);
    QCOMPARE(m_read->size(), 1);
    const RecordText *text = m_reader->read(m_log, 1);
    QCOMPARE(text->rawPages, (2 << 20) / (32 << 10));
    QCOMPARE(text->firstRawPage, QString(32 << 10, u'y'));
    QCOMPARE(pages.first().at(0).toLongLong(), 5);
    QCOMPARE(pages.first().at(1).toString(), QString(32 << 10, u'y'));
    // The newest page is the one that is wanted.
    m_source->block();
    m_reader->readPage(20);
    m_reader->readPage(30);
    m_source->release();
    QTRY_VERIFY(pages.size() >= 2);
    QCOMPARE(pages.last().at(0).toLongLong(), 30);
    QCOMPARE(pages.size(), 2);
}

QTEST_GUILESS_MAIN(tst_RecordReader)
#include "tst_recordreader.moc"
