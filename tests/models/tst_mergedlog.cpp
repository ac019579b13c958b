#include "mergedlog.h"

#include "smalllog.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

const char *const firstFile =
    R"({"eventId":"10","eventCode":"702","eventLogDate":"2026-01-15T09:00:00.000Z","userId":"b"}
{"eventId":"9","eventCode":"901"}
{"eventId":"8","eventCode":"901","eventLogDate":"2026-01-15T11:00:00.000Z","userId":"A"}
)";
const char *const secondFile = R"({"eventId":"7","eventCode":"600"}
{"eventId":"6","eventCode":"777","eventLevel":"critical","eventLogDate":"2026-01-15T12:00:00.000Z","userId":"c"}
{"eventId":"5","eventCode":"702","eventLogDate":"2026-01-15T09:00:00.000Z","userId":"B"}
{"eventId":"8","eventCode":"901","eventLogDate":"2026-01-15T11:00:00.000Z","userId":"A"}
)";

QString eventIds(const MergedLog &merged)
{
    QStringList ids;
    for (const MergedLog::Place &place : merged.places()) {
        const Result<NormalisedRecord> record = merged.record(place);
        ids.append(record ? record.value().eventId : u"?"_s);
    }
    return ids.join(u' ');
}

} // namespace

class TestMergedLog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void oneFileKeepsItsOrder();
    void severalFilesAreMergedByTime();
    void filteredRowStaysBehindItsPredecessor();
    void sortsByColumns_data();
    void sortsByColumns();
    void duplicatesAreFoundAcrossFiles();
    void recordsWithoutAnEventIdAreNoDuplicates();
    void foldDropsWhatRepeatsAKeptRow();
    void fileThatCannotBeReadHasAnErrorOnly();

private:
    QString fileWith(const QString &name, const QByteArray &bytes);
    LogSet bothFiles();

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestMergedLog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

QString TestMergedLog::fileWith(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

LogSet TestMergedLog::bothFiles()
{
    LogSet logs(smallCatalog());
    logs.add(fileWith(u"a.json"_s, firstFile), {});
    logs.add(fileWith(u"b.json"_s, secondFile), {});
    return logs;
}

void TestMergedLog::oneFileKeepsItsOrder()
{
    LogSet logs(smallCatalog());
    logs.add(fileWith(u"b.json"_s, secondFile), {});
    QCOMPARE(eventIds(MergedLog(logs)), u"7 6 5 8"_s);
}

void TestMergedLog::severalFilesAreMergedByTime()
{
    const LogSet logs = bothFiles();
    // 7 has neither a time nor a predecessor; 9 stays behind 10; 10 and 5 are of one time, and so are both 8.
    QCOMPARE(eventIds(MergedLog(logs)), u"7 10 9 5 8 8 6"_s);
}

void TestMergedLog::filteredRowStaysBehindItsPredecessor()
{
    LogSet logs = bothFiles();
    logs.filter(Query::parse(u"code:901,777").query, QTimeZone::utc());
    QCOMPARE(eventIds(MergedLog(logs)), u"9 8 8 6"_s);
}

void TestMergedLog::sortsByColumns_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<bool>("descending");
    QTest::addColumn<QString>("order");
    QTest::newRow("code") << u"code"_s << false << u"7 10 5 6 9 8 8"_s;
    QTest::newRow("code, descending") << u"code"_s << true << u"9 8 8 6 10 5 7"_s;
    QTest::newRow("level by weight") << u"level"_s << false << u"6 10 5 7 9 8 8"_s;
    QTest::newRow("user without regard to case") << u"user"_s << false << u"8 8 5 10 6 7 9"_s;
    QTest::newRow("time, absent last") << u"time"_s << false << u"10 5 8 8 6 7 9"_s;
    QTest::newRow("event id as a number") << u"eventId"_s << false << u"5 6 7 8 8 9 10"_s;
    QTest::newRow("line") << u"line"_s << false << u"7 10 9 6 5 8 8"_s;
    QTest::newRow("known") << u"known"_s << false << u"6 7 10 9 5 8 8"_s;
    QTest::newRow("file") << u"file"_s << true << u"7 5 8 6 10 9 8"_s;
}

void TestMergedLog::sortsByColumns()
{
    QFETCH(QString, column);
    QFETCH(bool, descending);
    const LogSet logs = bothFiles();
    MergedLog merged(logs);
    merged.sort(recordColumnFromName(column).value(), descending);
    QTEST(eventIds(merged), "order");
}

void TestMergedLog::duplicatesAreFoundAcrossFiles()
{
    LogSet logs = bothFiles();
    logs.findDuplicates();
    QVERIFY(logs.files()[0].duplicates->empty());
    QCOMPARE(*logs.files()[1].duplicates, std::vector<Row>{3});
    QCOMPARE(logs.summary().duplicates, 1);
    logs.filter(Query::parse(u"is:duplicate").query, QTimeZone::utc());
    QCOMPARE(eventIds(MergedLog(logs)), u"8"_s);
}

/// The same words twice may well be two events.
void TestMergedLog::recordsWithoutAnEventIdAreNoDuplicates()
{
    const QByteArray words = "heartbeat\nheartbeat\n";
    const QByteArray table = "eventCode,eventId_s\n702,\n702,\n702,1\n702,1\n";
    LogSet logs(smallCatalog());
    for (const QByteArray &bytes : {words, words, table, table})
        logs.add(fileWith(u"%1.log"_s.arg(logs.files().size()), bytes), {});
    logs.findDuplicates();
    QVERIFY(logs.files()[1].duplicates->empty());
    QCOMPARE(*logs.files()[2].duplicates, std::vector<Row>{3});
    QCOMPARE(*logs.files()[3].duplicates, (std::vector<Row>{2, 3}));
    QCOMPARE(logs.summary().duplicates, 3);
    QCOMPARE(logs.fold(), 3);

    LogSet one(smallCatalog());
    one.add(fileWith(u"table.csv"_s, table), {});
    one.findDuplicates();
    QCOMPARE(*one.files()[0].duplicates, std::vector<Row>{3});
}

void TestMergedLog::foldDropsWhatRepeatsAKeptRow()
{
    LogSet logs = bothFiles();
    logs.filter(Query(), QTimeZone::utc());
    QCOMPARE(logs.fold(), 1);
    QCOMPARE(eventIds(MergedLog(logs)), u"7 10 9 5 8 6"_s);
    logs.filter(Query::parse(u"file:b.json").query, QTimeZone::utc());
    QCOMPARE(logs.fold(), 0);
    QCOMPARE(logs.summary().matched, 4);
}

void TestMergedLog::fileThatCannotBeReadHasAnErrorOnly()
{
    LogSet logs = bothFiles();
    logs.add(m_folder->filePath(u"missing.json"_s), {});
    logs.filter(Query(), QTimeZone::utc());
    logs.findDuplicates();
    QCOMPARE(logs.files().size(), size_t(3));
    QVERIFY(!logs.files()[2].error.isEmpty());
    QVERIFY(!logs.files()[2].log);
    QCOMPARE(logs.summary().matched, 7);
    QCOMPARE(eventIds(MergedLog(logs)), u"7 10 9 5 8 8 6"_s);
}

QTEST_GUILESS_MAIN(TestMergedLog)
#include "tst_mergedlog.moc"
