#include "summaryreading.h"

#include "blockingsource.h"
#include "logdocument.h"
#include "oddrecords.h"
#include "testcatalog.h"

#include <QSignalSpy>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

/// A file that is read no further than it is let.
class SlowSource final : public Source
{
public:
    explicit SlowSource(const QByteArray &bytes)
        : m_bytes(bytes)
    { }

    Result<qint64> size() const override { return qint64(m_bytes.size()); }
    Result<qint64> read(qint64 position, std::span<char> buffer) const override
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return position < m_end; });
        return memorySource(m_bytes)->read(position, buffer);
    }
    void release(qint64 bytes) ///< more than before
    {
        const std::lock_guard lock(m_mutex);
        m_end += bytes;
        m_changed.notify_all();
    }

private:
    const QByteArray m_bytes;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    qint64 m_end = 0;
};

/// Five records, three of which are there again: two of jdoe, one of asmith.
QByteArray repeatedRecords()
{
    QByteArrayList lines;
    for (const char *user : {"jdoe", "jdoe", "asmith", "jdoe", "asmith"}) {
        const QByteArray second = QByteArray::number(10 + lines.size());
        lines.append("{\"eventId\":\"" + second + "\",\"eventCode\":\"702\",\"eventLogDate\":\"2026-01-15T09:14:"
                     + second + ".000Z\",\"userId\":\"" + user + "\"}");
    }
    return (lines + QByteArrayList{lines[0], lines[2], lines[3]}).join('\n') + '\n';
}

} // namespace

class TestSummaryReading : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void countsOnlyWhileItIsLookedAt();
    void fillsWhileTheLogLoads();
    void followsTheQuery();
    void nothingNewIsNotCountedAgain();
    void aLogThatIsReadAgainHasNoSummaryYet();
    void knowsANewCatalog();
    void repeatedRecordsAreCountedLast();
    void aNewQueryEndsTheCountOfRepeatedRecords();

private:
    bool isSettled() const { return m_document->state() == LogDocument::State::Complete && !m_document->isFiltering(); }
    /// Of the document as it is, but for the repeated records.
    bool isUpToDate() const
    {
        const auto &summary = m_reading->summary();
        return isSettled() && summary && summary->complete && summary->query == m_document->query()
            && summary->highlights.matched == m_document->rows().size();
    }
    bool isCounted() const { return isUpToDate() && !m_reading->summary()->countsDuplicates; }

    std::unique_ptr<LogDocument> m_document;
    std::unique_ptr<SummaryReading> m_reading;
};

void TestSummaryReading::init()
{
    m_reading.reset();
    m_document =
        std::make_unique<LogDocument>(u"odd.json"_s, oddRecords(5, 2000).join('\n'), LogOptions(), testCatalog());
    m_reading = std::make_unique<SummaryReading>(m_document.get());
}

void TestSummaryReading::countsOnlyWhileItIsLookedAt()
{
    const QSignalSpy changed(m_reading.get(), &SummaryReading::changed);
    m_document->load();
    QTRY_VERIFY(isSettled());
    QVERIFY(!m_reading->summary());
    m_reading->setWanted(true);
    QTRY_VERIFY(isCounted());
    QCOMPARE(changed.size(), 2); // without repeated records, then with them
    QCOMPARE(m_reading->summary()->records, 2000);
    QCOMPARE(m_reading->summary()->highlights.matched, 2000);
    QCOMPARE(m_reading->summary()->title, u"odd.json"_s);
    QCOMPARE(m_reading->summary()->formatName, u"ndjson"_s);
}

void TestSummaryReading::fillsWhileTheLogLoads()
{
    constexpr int lines = 600'000;
    constexpr qint64 step = 1'000'000;
    const auto source = std::make_shared<SlowSource>(plainLines(lines));
    m_reading.reset();
    m_document = std::make_unique<LogDocument>(locationOf(source, u"share.log"_s), LogOptions(), testCatalog());
    m_reading = std::make_unique<SummaryReading>(m_document.get());
    m_reading->setWanted(true);
    m_document->load();
    const auto hasRows = [&] {
        if (m_document->rows().size() == 0)
            source->release(step);
        return m_document->rows().size() > 0;
    };
    QTRY_VERIFY(hasRows());
    QTRY_VERIFY(m_reading->summary() && m_reading->summary()->highlights.matched > 0);
    QVERIFY(!m_reading->summary()->complete);
    QVERIFY(m_reading->summary()->highlights.matched < lines);
    source->release(lines * step);
    QTRY_VERIFY(isUpToDate());
    QCOMPARE(m_reading->summary()->highlights.matched, lines);
}

void TestSummaryReading::followsTheQuery()
{
    m_reading->setWanted(true);
    m_document->load();
    QTRY_VERIFY(isUpToDate());
    for (const QString &text : {u"user:jdoe"_s, u"user:jdoe code:702"_s, u"user:nobody"_s, QString()}) {
        m_document->setQuery(Query::parse(text).query);
        QTRY_VERIFY(isUpToDate());
        QCOMPARE(m_reading->summary()->records, 2000);
    }
}

void TestSummaryReading::nothingNewIsNotCountedAgain()
{
    m_reading->setWanted(true);
    m_document->load();
    QTRY_VERIFY(isCounted());
    const QSignalSpy changed(m_reading.get(), &SummaryReading::changed);
    emit m_document->stateChanged();
    emit m_document->rowsGrown();
    m_reading->setWanted(false);
    m_reading->setWanted(true);
    m_document->setQuery(Query::parse(u"user:jdoe"_s).query);
    QTRY_VERIFY(isCounted());
    QVERIFY2(changed.size() <= 4, "twice for what there was first, twice for all of it");
    QCOMPARE(m_reading->summary()->query, m_document->query());
}

void TestSummaryReading::aLogThatIsReadAgainHasNoSummaryYet()
{
    m_reading->setWanted(true);
    m_document->load();
    QTRY_VERIFY(isUpToDate());
    m_document->reload(m_document->options());
    QVERIFY(!m_reading->summary());
    QTRY_VERIFY(isUpToDate());
}

void TestSummaryReading::knowsANewCatalog()
{
    m_reading->setWanted(true);
    m_document->load();
    QTRY_VERIFY(isUpToDate());
    QVERIFY(m_reading->summary()->highlights.unknownCode > 0);
    const qint64 before = m_reading->summary()->highlights.unknownCode;
    m_document->setCatalog(std::make_shared<const CatalogSnapshot>());
    QTRY_VERIFY(m_reading->summary()->highlights.unknownCode > before);
}

void TestSummaryReading::repeatedRecordsAreCountedLast()
{
    m_reading.reset();
    m_document = std::make_unique<LogDocument>(u"a.json"_s, repeatedRecords(), LogOptions(), testCatalog());
    m_reading = std::make_unique<SummaryReading>(m_document.get());
    QList<std::optional<qint64>> told;
    connect(m_reading.get(), &SummaryReading::changed, this, [&] {
        const auto &summary = m_reading->summary();
        if (summary && summary->complete && summary->query == m_document->query()) {
            QCOMPARE(summary->countsDuplicates, told.size() % 2 == 0);
            told.append(summary->duplicates);
        }
    });
    m_document->load();
    QTRY_VERIFY(isSettled());
    m_reading->setWanted(true);
    QTRY_VERIFY(isCounted());
    m_document->setQuery(Query::parse(u"user:jdoe"_s).query);
    QTRY_VERIFY(isCounted());
    m_document->setQuery(Query::parse(u"user:jdoe is:duplicate"_s).query);
    QTRY_VERIFY(isCounted());
    QCOMPARE(m_document->rows().size(), Row(2));
    QCOMPARE(told, (QList<std::optional<qint64>>{{}, 3, {}, 2, {}, 2}));
    m_document->setCatalog(std::make_shared<const CatalogSnapshot>());
    QTRY_COMPARE(told.size(), 8);
    QCOMPARE(told.mid(6), (QList<std::optional<qint64>>{2, 2})); // the same rows are asked for: the number stays
}

void TestSummaryReading::aNewQueryEndsTheCountOfRepeatedRecords()
{
    const auto source = std::make_shared<BlockingSource>(repeatedRecords());
    m_reading.reset();
    m_document = std::make_unique<LogDocument>(locationOf(source, u"share.json"_s), LogOptions(), testCatalog());
    m_reading = std::make_unique<SummaryReading>(m_document.get());
    m_document->load();
    QTRY_VERIFY(isSettled());
    source->block();
    m_reading->setWanted(true);
    QTRY_VERIFY(m_reading->summary());
    QVERIFY(m_reading->summary()->countsDuplicates);
    source->waitForReader();
    const QSignalSpy changed(m_reading.get(), &SummaryReading::changed);
    m_document->setQuery(Query::parse(u"user:asmith"_s).query);
    QTRY_COMPARE(m_reading->summary()->query, m_document->query()); // nothing else waits for the file
    QVERIFY(m_reading->summary()->countsDuplicates);
    QVERIFY(!m_reading->summary()->duplicates);
    source->release();
    QTRY_VERIFY(isCounted());
    QCOMPARE(m_reading->summary()->duplicates, 1);
    QCOMPARE(changed.size(), 2); // the count that was under way is not told
}

QTEST_GUILESS_MAIN(TestSummaryReading)
#include "tst_summaryreading.moc"
