#include "benchmarkdata.h"
#include "benchmarksettings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

/// More than two blocks.
constexpr qint64 someRecords = 20'000;

QByteArray made(const BenchmarkData &data)
{
    QByteArray log;
    writeBenchmarkData(data, [&log](const QByteArray &piece) {
        log += piece;
        return true;
    });
    return log;
}

QByteArrayList timesOf(const QByteArray &log)
{
    static const QByteArray key = "\"eventLogDate\":\"";
    QByteArrayList times;
    for (qsizetype at = log.indexOf(key); at >= 0; at = log.indexOf(key, at + 1))
        times.append(log.mid(at + key.size(), 24));
    return times;
}

} // namespace

class TestBenchmarkData : public QObject
{
    Q_OBJECT

private slots:
    void everyShapeHasItsRecords_data();
    void everyShapeHasItsRecords();
    void equalSpecificationsMakeEqualBytes();
    void aLogIsAboutAsLongAsAsked();
    void aDocumentOfManyBlocksIsOneDocument();
    void pagesStandOneAfterAnother();
    void timeGoesOnFromBlockToBlock();
    void eventIdsAreCountedThrough();
    void aFileIsMadeOnce();
    void anUnknownShapeIsSaid();
    void sizesAreRead_data();
    void sizesAreRead();
};

void TestBenchmarkData::everyShapeHasItsRecords_data()
{
    QTest::addColumn<QString>("shape");
    QTest::addColumn<QByteArray>("inEveryRecord");
    QTest::newRow("ndjson") << u"ndjson"_s << QByteArray("{\"eventId\":\"4800");
    QTest::newRow("page") << u"cas-user-json"_s << QByteArray("{\"eventId\":\"4800");
    QTest::newRow("pages") << u"cas-user-pages"_s << QByteArray("{\"eventId\":\"4800");
    QTest::newRow("array") << u"cas-user-array"_s << QByteArray("{\"eventId\":\"4800");
    QTest::newRow("admin") << u"cas-admin-json"_s << QByteArray("{\"eventId\":9200");
    QTest::newRow("csv") << u"tool-csv"_s << QByteArray("\n4800");
}

void TestBenchmarkData::everyShapeHasItsRecords()
{
    QFETCH(const QString, shape);
    QFETCH(const QByteArray, inEveryRecord);
    QCOMPARE(made({shape, 0, someRecords}).count(inEveryRecord), someRecords);
}

void TestBenchmarkData::equalSpecificationsMakeEqualBytes()
{
    const BenchmarkData data{u"ndjson"_s, 0, someRecords};
    const QByteArray log = made(data);
    QVERIFY(made(data) == log);
    BenchmarkData other = data;
    other.seed = 2;
    QVERIFY(made(other) != log);
}

void TestBenchmarkData::aLogIsAboutAsLongAsAsked()
{
    constexpr qint64 wanted = 16'000'000;
    const qint64 size = made({u"ndjson"_s, wanted}).size();
    QVERIFY2(qAbs(size - wanted) < wanted / 20, qPrintable(QString::number(size)));
}

void TestBenchmarkData::aDocumentOfManyBlocksIsOneDocument()
{
    const QJsonObject page = QJsonDocument::fromJson(made({u"cas-user-json"_s, 0, someRecords})).object();
    QCOMPARE(page[u"totalElements"].toInteger(), someRecords);
    QCOMPARE(page[u"pageSize"].toInteger(), someRecords);
    QCOMPARE(page[u"userEventLogExportEntries"].toArray().size(), someRecords);
    QCOMPARE(QJsonDocument::fromJson(made({u"cas-user-array"_s, 0, someRecords})).array().size(), someRecords);
}

void TestBenchmarkData::pagesStandOneAfterAnother()
{
    QByteArray log = made({u"cas-user-pages"_s, 0, someRecords});
    log.replace("\n]}\n{", "\n]},{");
    const QJsonArray pages = QJsonDocument::fromJson('[' + log + ']').array();
    qsizetype records = 0;
    for (const QJsonValue &page : pages) {
        const qsizetype count = page[u"userEventLogExportEntries"].toArray().size();
        QVERIFY(count > 0 && count <= 100);
        QCOMPARE(page[u"totalElements"].toInteger(), count);
        records += count;
    }
    QCOMPARE(records, someRecords);
    QVERIFY(pages.size() >= someRecords / 100);
}

void TestBenchmarkData::timeGoesOnFromBlockToBlock()
{
    const QByteArrayList times = timesOf(made({u"ndjson"_s, 0, someRecords * 5}));
    QCOMPARE(times.size(), someRecords * 5);
    QVERIFY(std::is_sorted(times.begin(), times.end()));
    const QByteArrayList newestFirst = timesOf(made({u"cas-user-array"_s, 0, someRecords}));
    QVERIFY(std::is_sorted(newestFirst.rbegin(), newestFirst.rend()));
}

void TestBenchmarkData::eventIdsAreCountedThrough()
{
    const QByteArray log = made({u"ndjson"_s, 0, someRecords});
    for (const qint64 number : {qint64(0), someRecords / 2, someRecords - 1})
        QCOMPARE(log.count("{\"eventId\":\"" + QByteArray::number(480'000'000'000 + number) + '"'), 1);
}

void TestBenchmarkData::aFileIsMadeOnce()
{
    const QTemporaryDir folder;
    const BenchmarkData data{u"text"_s, 0, 500};
    const auto first = benchmarkFile(QDir(folder.path()), data);
    QVERIFY(first.ok());
    QFile file(first.value());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll() == made(data));
    file.close();

    QVERIFY(file.resize(7));
    const auto again = benchmarkFile(QDir(folder.path()), data);
    QVERIFY(again.ok());
    QCOMPARE(again.value(), first.value());
    QCOMPARE(file.size(), 7); // nobody has written it anew
}

void TestBenchmarkData::anUnknownShapeIsSaid()
{
    const QTemporaryDir folder;
    const auto path = benchmarkFile(QDir(folder.path()), {u"spreadsheet"_s, 1000});
    QVERIFY(!path.ok());
    QVERIFY(path.error().message.contains(u"spreadsheet"_s));
}

void TestBenchmarkData::sizesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("bytes") << u"1500"_s << qint64(1500);
    QTest::newRow("M") << u"256M"_s << (qint64(256) << 20);
    QTest::newRow("GiB") << u"10GiB"_s << (qint64(10) << 30);
    QTest::newRow("nothing") << u""_s << qint64(0);
    QTest::newRow("zero") << u"0G"_s << qint64(0);
    QTest::newRow("a word") << u"much"_s << qint64(0);
}

void TestBenchmarkData::sizesAreRead()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, bytes);
    QCOMPARE(byteSize(text).value_or(0), bytes);
}

QTEST_GUILESS_MAIN(TestBenchmarkData)

#include "tst_benchmarkdata.moc"
