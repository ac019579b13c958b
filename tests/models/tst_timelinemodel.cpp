#include "timelinemodel.h"

#include "logdocument.h"
#include "testcatalog.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

constexpr qint64 minute = 60'000;

/// A record a minute from 09:00 on, 701 and 702 in turn.
QByteArray minutes(int count, int from = 0)
{
    QByteArray bytes;
    for (int i = from; i < from + count; ++i) {
        const QByteArray time = QTime(9, 0).addSecs(i * 60).toString(u"HH:mm:ss"_s).toLatin1();
        bytes += testRecord(i % 2 == 0 ? 701 : 702, ("2026-01-15T" + time + "Z").constData(), "jdoe");
    }
    return bytes;
}

quint64 sum(const TimelineReading &reading, int part)
{
    quint64 sum = 0;
    for (int bin = 0; bin < reading.bins().count(); ++bin)
        sum += reading.counts.count(bin, part);
    return sum;
}

} // namespace

class TestTimelineModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void itCountsWhatTheQueryKeeps();
    void itCountsWhatIsZoomedTo();
    void itCountsOnlyWhenWanted();
    void itGrowsWithTheFile();
    void itIsOfTheOrderOfTimeWhateverTheSort();
    void theNewestWishIsMet();
    void itMayGoWhileItCounts();

private:
    void load(std::unique_ptr<LogDocument> document);
    bool isSettled() const
    {
        return QTest::qWaitFor([this] {
            return !m_document->isLoading() && !m_document->isFiltering() && m_model->reading()->isComplete
                && !m_model->isCounting();
        });
    }

    QTemporaryDir m_folder;
    std::unique_ptr<LogDocument> m_document;
    std::unique_ptr<TimelineModel> m_model;
};

void TestTimelineModel::init()
{
    auto document = std::make_unique<LogDocument>(u"pasted"_s, minutes(120), LogOptions(), testCatalog());
    document->setZone(QTimeZone::utc());
    load(std::move(document));
}

void TestTimelineModel::cleanup()
{
    m_model.reset();
    m_document.reset();
}

void TestTimelineModel::load(std::unique_ptr<LogDocument> document)
{
    m_model.reset();
    m_document = std::move(document);
    m_model = std::make_unique<TimelineModel>(m_document.get());
    m_model->setMostBins(60);
    m_model->setActive(true);
    m_document->load();
    QVERIFY(isSettled());
}

void TestTimelineModel::itCountsWhatTheQueryKeeps()
{
    QCOMPARE(m_model->reading()->rows, 120);
    QCOMPARE(m_model->reading()->bins().width(), 2 * minute);
    QCOMPARE(sum(*m_model->reading(), int(Severity::Error)), 60U);
    QCOMPARE(sum(*m_model->reading(), int(Severity::Notice)), 60U);
    m_document->setQuery(Query::parse(u"level:error time:10:00..11:00").query);
    QTRY_COMPARE(m_model->reading()->rows, 30);
    QCOMPARE(sum(*m_model->reading(), int(Severity::Error)), 30U);
    QCOMPARE(m_model->reading()->whole->first, m_document->log()->columns().time(61));
}

void TestTimelineModel::itCountsWhatIsZoomedTo()
{
    const qint64 begin = m_document->log()->columns().time(30);
    m_model->setSpan(TimeSpan{begin, begin + 10 * minute - 1});
    QTRY_VERIFY(!m_model->isCounting() && m_model->reading()->bins().width() == 10'000);
    QCOMPARE(sum(*m_model->reading(), int(Severity::Error)), 5U);
    m_model->setSpan({});
    m_model->setGrouping(TimelineGrouping::Code);
    QTRY_COMPARE(m_model->reading()->grouping, TimelineGrouping::Code);
    QCOMPARE(sum(*m_model->reading(), 0), 60U);
}

void TestTimelineModel::itCountsOnlyWhenWanted()
{
    m_model->setActive(false);
    QSignalSpy changes(m_model.get(), &TimelineModel::changed);
    QSignalSpy rows(m_document.get(), &LogDocument::facetsChanged);
    m_document->setQuery(Query::parse(u"level:error").query);
    QVERIFY(rows.wait());
    m_model->setSpan(TimeSpan{0, 1});
    QCoreApplication::processEvents();
    QCOMPARE(changes.size(), 0);
    m_model->setSpan({});
    m_model->setActive(true);
    QTRY_COMPARE(m_model->reading()->rows, 60);
}

void TestTimelineModel::itGrowsWithTheFile()
{
    const QString path = m_folder.filePath(u"growing.ndjson"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    // The last record has no line end yet: it becomes another.
    QVERIFY(file.write(minutes(30).chopped(1)) > 0);
    auto document = std::make_unique<LogDocument>(LogLocation(path), LogOptions(), testCatalog());
    document->setZone(QTimeZone::utc());
    load(std::move(document));
    QCOMPARE(m_model->reading()->rows, 30);
    QCOMPARE(sum(*m_model->reading(), int(Severity::Error)), 15U);
    m_document->setFollowing(true);
    QVERIFY(file.write('\n' + minutes(70, 30)) > 0);
    m_document->look();
    QTRY_COMPARE(m_model->reading()->rows, 100);
    QVERIFY(isSettled());
    QCOMPARE(sum(*m_model->reading(), int(Severity::Error)), 50U);
    QCOMPARE(sum(*m_model->reading(), int(Severity::Notice)), 50U);
    QCOMPARE(m_model->reading()->whole->last, m_document->log()->columns().time(99));
}

void TestTimelineModel::itIsOfTheOrderOfTimeWhateverTheSort()
{
    const auto before = m_model->reading();
    m_document->setSort(LogDocument::SortKey::Code, Qt::DescendingOrder);
    QTRY_VERIFY(m_model->reading() != before && m_model->reading()->isComplete);
    QCOMPARE(m_model->reading()->rows, 120);
    for (int bin = 0; bin < before->bins().count(); ++bin)
        QCOMPARE(m_model->reading()->total(bin), before->total(bin));
}

void TestTimelineModel::theNewestWishIsMet()
{
    const qint64 begin = m_document->log()->columns().time(0);
    for (int i = 1; i <= 50; ++i)
        m_model->setSpan(TimeSpan{begin, begin + i * minute - 1});
    QTRY_VERIFY(!m_model->isCounting());
    QTRY_COMPARE(m_model->reading()->bins().end(m_model->reading()->bins().count() - 1), begin + 50 * minute);
}

void TestTimelineModel::itMayGoWhileItCounts()
{
    m_model->setGrouping(TimelineGrouping::Method);
    QCoreApplication::processEvents();
    m_model.reset();
    m_document.reset();
    QCoreApplication::processEvents();
    QVERIFY(!m_model);
}

QTEST_GUILESS_MAIN(TestTimelineModel)
#include "tst_timelinemodel.moc"
