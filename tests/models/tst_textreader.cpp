#include "textreader.h"

#include "blockingsource.h"

#include <QTest>

#include <atomic>
#include <numeric>

using namespace evident;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

std::vector<Row> rowsFrom(Row first, Row count)
{
    std::vector<Row> rows(count);
    std::iota(rows.begin(), rows.end(), first);
    return rows;
}

} // namespace

class tst_TextReader : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void whatIsWantedIsReadElsewhereAndTold();
    void theNewestRowsAreReadFirst();
    void whatWaitsTooLongIsDroppedAndTold();
    void nobodyWaitsForAReadThatHangs();
    void itsMemoryIsBounded();
    void aDoubtfulTextIsShownAndReadAgain();
    void whatCannotBeReadSaysWhy();

private:
    std::shared_ptr<Log> open(const QByteArray &bytes);
    std::unique_ptr<TextReader> makeReader(const std::shared_ptr<Log> &log);
    static std::vector<Row> newsOf(TextReader &reader, size_t count);

    std::shared_ptr<BlockingSource> m_source;
    std::shared_ptr<std::atomic<int>> m_news;
};

std::shared_ptr<Log> tst_TextReader::open(const QByteArray &bytes)
{
    m_source = std::make_shared<BlockingSource>(bytes);
    Result<std::shared_ptr<Log>> log = Log::open(locationOf(m_source, u"share.log"_s), {});
    if (!log)
        return nullptr;
    log.value()->index({});
    return log.value();
}

std::unique_ptr<TextReader> tst_TextReader::makeReader(const std::shared_ptr<Log> &log)
{
    m_news = std::make_shared<std::atomic<int>>(0);
    return std::make_unique<TextReader>(log, [news = m_news] { ++*news; });
}

/// In the order in which they came.
std::vector<Row> tst_TextReader::newsOf(TextReader &reader, size_t count)
{
    std::vector<Row> rows;
    const auto come = [&] {
        const std::vector<Row> more = reader.takeNews();
        rows.insert(rows.end(), more.begin(), more.end());
        return rows.size() >= count;
    };
    return QTest::qWaitFor(come, 20'000) ? rows : std::vector<Row>();
}

void tst_TextReader::cleanup()
{
    // What still hangs may end.
    if (m_source)
        m_source->release();
}

void tst_TextReader::whatIsWantedIsReadElsewhereAndTold()
{
    const std::shared_ptr<Log> log = open(plainLines(1000));
    QVERIFY(log);
    const auto reader = makeReader(log);
    QVERIFY(!reader->find(7));
    reader->want(rowsFrom(0, 100));
    QCOMPARE(newsOf(*reader, 100), rowsFrom(0, 100));
    for (int row = 0; row < 100; ++row)
        QCOMPARE(reader->find(Row(row)), std::optional(TextReader::Text{plainLine(row), false}));
    QVERIFY(!reader->find(100));
    QVERIFY(*m_news >= 1);
    // Waiting for one that is wanted ends when it is there.
    reader->want({500});
    QCOMPARE(reader->waitFor(500, 20s), std::optional(TextReader::Text{plainLine(500), false}));
    // What is there is not read again.
    newsOf(*reader, 1);
    reader->want({500, 600});
    QCOMPARE(newsOf(*reader, 1), std::vector<Row>{600});
}

void tst_TextReader::theNewestRowsAreReadFirst()
{
    const std::shared_ptr<Log> log = open(plainLines(1000));
    QVERIFY(log);
    const auto reader = makeReader(log);
    m_source->block();
    reader->want({1, 2, 3, 4});
    m_source->waitForReader();
    reader->want({900, 901});
    reader->want({2, 700});
    QVERIFY(!reader->waitFor(1, 1ms));
    m_source->release();
    QCOMPARE(newsOf(*reader, 7), (std::vector<Row>{1, 2, 700, 900, 901, 3, 4}));
}

void tst_TextReader::whatWaitsTooLongIsDroppedAndTold()
{
    const std::shared_ptr<Log> log = open(plainLines(10'000));
    QVERIFY(log);
    const auto reader = makeReader(log);
    m_source->block();
    reader->want({0});
    m_source->waitForReader();
    reader->want(rowsFrom(1, 10));
    reader->want(rowsFrom(5000, Row(TextReader::mostWaiting)));
    QCOMPARE(reader->takeNews(), rowsFrom(1, 10));
    QVERIFY(!reader->find(1));
    m_source->release();
    QCOMPARE(newsOf(*reader, 1 + TextReader::mostWaiting).size(), 1 + TextReader::mostWaiting);
    QVERIFY(!reader->find(1));
    QVERIFY(reader->find(5000));
}

void tst_TextReader::nobodyWaitsForAReadThatHangs()
{
    const std::shared_ptr<Log> log = open(plainLines(1000));
    QVERIFY(log);
    auto reader = makeReader(log);
    m_source->block();
    reader->want({1, 2, 3});
    m_source->waitForReader();
    QVERIFY(!reader->find(1));
    reader->want({2});
    reader.reset();
    // Only because this goes on does the read end; of the others nothing is read any more.
    const int news = *m_news;
    m_source->release();
    QTRY_COMPARE(m_news.use_count(), 1);
    QVERIFY(*m_news <= news + 1);
}

void tst_TextReader::itsMemoryIsBounded()
{
    constexpr int rows = 6000;
    constexpr int length = 2000; // of which a cell shows half
    const std::shared_ptr<Log> log = open(plainLines(rows, length));
    QVERIFY(log);
    const auto reader = makeReader(log);
    constexpr Row batch = 1000;
    qsizetype most = 0;
    for (Row first = 0; first < rows; first += batch) {
        reader->want(rowsFrom(first, batch));
        QCOMPARE(newsOf(*reader, batch).size(), size_t(batch));
        most = std::max(most, reader->keptBytes());
    }
    QVERIFY2(most <= TextReader::mostBytes, qPrintable(QString::number(most)));
    QVERIFY(most > TextReader::mostBytes / 2);
    // The last ones are there, the first ones are not.
    int kept = 0;
    for (Row row = 0; row < rows; ++row)
        kept += reader->find(row) ? 1 : 0;
    QVERIFY2(kept > 1000 && kept < rows / 2, qPrintable(QString::number(kept)));
    QVERIFY(!reader->find(0));
    QCOMPARE(reader->find(rows - 1)->text, plainLine(rows - 1, length).left(1001));
}

void tst_TextReader::aDoubtfulTextIsShownAndReadAgain()
{
    const QByteArray bytes = plainLines(1000);
    const std::shared_ptr<Log> log = open(bytes);
    QVERIFY(log);
    const auto reader = makeReader(log);
    reader->want({500, 8});
    QCOMPARE(newsOf(*reader, 2).size(), size_t(2));
    m_source->replace(QByteArray(bytes).replace("line 500 x", "LINE 500 x"));
    reader->want({500, 8});
    QCOMPARE(reader->find(500)->text, plainLine(500));
    QVERIFY(log->hasSameEnds().value());
    QCOMPARE(reader->find(500)->text, plainLine(500));
    reader->want({8, 500});
    // What is the same is no news.
    QCOMPARE(newsOf(*reader, 1), std::vector<Row>{500});
    QVERIFY(reader->find(500)->text.startsWith(u"LINE 500 "_s));
    QCOMPARE(reader->find(8)->text, plainLine(8));
}

void tst_TextReader::whatCannotBeReadSaysWhy()
{
    const std::shared_ptr<Log> log = open(plainLines(10));
    QVERIFY(log);
    const auto reader = makeReader(log);
    m_source->fail(u"“share.log” cannot be read: the cable is out."_s);
    reader->want({3});
    QCOMPARE(reader->waitFor(3, 20s),
             std::optional(TextReader::Text{u"“share.log” cannot be read: the cable is out."_s, true}));
    QVERIFY(log->isForeign());
}

QTEST_GUILESS_MAIN(tst_TextReader)
#include "tst_textreader.moc"
