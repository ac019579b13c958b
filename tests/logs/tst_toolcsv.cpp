#include "blockreader.h"

#include "formats/csvrows.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

const QByteArray header =
    "eventId,eventLogDate,eventType,serverURL,Application,customerName,SourceIP,activityDetail,userId\r\n";
const QByteArray preamble = "Total Pages:,1\r\nTotal Elements:,2\r\nPage Size:,100\r\n,,,,,,,,\r\n";
const QByteArray emptyRow = ",,,,,,,,\r\n";

QByteArray row(const QByteArray &detail, const QByteArray &type = "user")
{
    return "4711,2026-01-15T09:14:02.118Z," + type + ",203.0.113.5,VPN,Example Co,192.0.2.10," + detail
        + ",jdoe@example.com\r\n";
}

const Format &toolCsv()
{
    return *formatByName(u"tool-csv");
}

/// The descriptions, a question mark before a record that was not understood.
QString details(const ReadLog &log)
{
    QStringList texts;
    for (const ReadRecord &record : log.records)
        texts.append(QString::fromUtf8(record.understood ? record.description : '?' + record.raw));
    return texts.join(u'|');
}

} // namespace

class TestToolCsv : public QObject
{
    Q_OBJECT

private slots:
    void readsARow();
    void readsFiles_data();
    void readsFiles();
    void readsTheSameInBlocksOfAnySize_data();
    void readsTheSameInBlocksOfAnySize();
    void saysWhereRecordsStand();
    void showsTheFieldsOfARow();
    void understandsNothingWithoutAHeader();
    void losesOneLineToAQuoteThatNothingCloses();

private:
    static void addFiles();
};

void TestToolCsv::readsARow()
{
    const ReadLog log = readWhole(toolCsv(), preamble + header + emptyRow + row("Approve failed.", "system"));
    QCOMPARE(log.records.size(), 1);
    const ReadRecord record = log.records.first();
    QVERIFY(record.understood);
    QCOMPARE(record.time, QDateTime::fromString(u"2026-01-15T09:14:02.118Z"_s, Qt::ISODateWithMs).toMSecsSinceEpoch());
    QCOMPARE(record.kind, Kind::System);
    QCOMPARE(record.code, noCode);
    QCOMPARE(record.level, QByteArray());
    QCOMPARE(record.description, QByteArray("Approve failed."));
    QCOMPARE(record.user, QByteArray("jdoe@example.com"));
    QCOMPARE(record.application, QByteArray("VPN"));
    QCOMPARE(record.address, QByteArray("192.0.2.10"));
    QCOMPARE(log.complaint, QString());
}

void TestToolCsv::addFiles()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("expected");
    const QByteArray top = preamble + header + emptyRow;
    QTest::newRow("rows") << top + row("a") + row("b") << u"a|b"_s;
    QTest::newRow("no rows") << top << u""_s;
    QTest::newRow("nothing") << QByteArray() << u""_s;
    QTest::newRow("no preamble") << header + row("a") << u"a"_s;
    QTest::newRow("preamble filled up with commas") << "Total Pages:,1,,,,,,,\r\n" + header + row("a") << u"a"_s;
    QTest::newRow("words before the header") << "Report of Monday\r\n\r\n" + header + row("a") << u"a"_s;
    QTest::newRow("no end of line") << top + row("a") + row("b").chopped(2) << u"a|b"_s;
    QTest::newRow("LF") << QByteArray(top + row("a") + row("b")).replace("\r\n", "\n") << u"a|b"_s;
    QTest::newRow("empty rows and lines between")
        << top + row("a") + emptyRow + "\r\n \r\n" + row("b") + emptyRow << u"a|b"_s;
    QTest::newRow("quotes") << top + row("\"a, b\"") + row("\"say \"\"hi\"\"\"") + row("\"Größe\"")
                            << u"a, b|say \"hi\"|Größe"_s;
    QTest::newRow("line breaks in quotes") << top + row("\"a\r\nb\n\nc\"") + row("d") << u"a\r\nb\n\nc|d"_s;
    QTest::newRow("ragged rows") << top + "1,2,3\r\n" + row("a") + row("b,c") + "x\r\n" + row("d")
                                 << u"?1,2,3|a|?"_s + QString::fromUtf8(row("b,c").chopped(2)) + u"|?x|d"_s;
    QTest::newRow("quote never closed") << top + row("\"a") + row("b") + row("c")
                                        << u'?' + QString::fromUtf8(row("\"a").chopped(2)) + u"|b|c"_s;
    QTest::newRow("quote closed by a later row") << top + row("\"a") + row("b") + row("\"c\"") + row("d")
                                                 << u'?' + QString::fromUtf8(row("\"a").chopped(2)) + u"|b|c|d"_s;
    QTest::newRow("pages one behind another") << top + row("a") + top + row("b") << u"a|b"_s;
    QTest::newRow("semicolons") << QByteArray("eventId;eventLogDate;activityDetail\n1;2026-01-15T09:14:02Z;a, b\n")
                                << u"a, b"_s;
    QTest::newRow("header in quotes") << QByteArray("\"EVENTLOGDATE\",\"activitydetail\"\n2026-01-15T09:14:02Z,a\n")
                                      << u"a"_s;
    QTest::newRow("invalid UTF-8") << top + row("M\xfcller") << u"M\ufffdller"_s;
}

void TestToolCsv::readsFiles_data()
{
    addFiles();
}

void TestToolCsv::readsFiles()
{
    QFETCH(QByteArray, data);
    QTEST(details(readWhole(toolCsv(), data)), "expected");
}

void TestToolCsv::readsTheSameInBlocksOfAnySize_data()
{
    addFiles();
}

void TestToolCsv::readsTheSameInBlocksOfAnySize()
{
    QFETCH(QByteArray, data);
    QCOMPARE(firstDifferingBlockSize(toolCsv(), data), qsizetype(0));
}

void TestToolCsv::saysWhereRecordsStand()
{
    const ReadLog log = readWhole(toolCsv(), preamble + header + emptyRow + row("\"a\r\nb\"") + row("c"));
    QCOMPARE(log.records.size(), 2);
    QCOMPARE(log.records[0].line, 7);
    QCOMPARE(log.records[0].raw, row("\"a\r\nb\"").chopped(2));
    QCOMPARE(log.records[1].line, 9);
    QCOMPARE(log.records[1].raw, row("c").chopped(2));
}

void TestToolCsv::showsTheFieldsOfARow()
{
    const QByteArray head = preamble + header + emptyRow;
    const QList<RecordField> fields = toolCsv().fields(row("\"say \"\"hi\"\", then\"").chopped(2), head);
    QCOMPARE(fields.size(), 9);
    QCOMPARE(fields[0], (RecordField{u"eventId"_s, u"4711"_s}));
    QCOMPARE(fields[4], (RecordField{u"Application"_s, u"VPN"_s}));
    QCOMPARE(fields[7], (RecordField{u"activityDetail"_s, u"say \"hi\", then"_s}));
    QCOMPARE(fields[8], (RecordField{u"userId"_s, u"jdoe@example.com"_s}));
    QVERIFY(toolCsv().fields("1,2", head).isEmpty());
}

void TestToolCsv::understandsNothingWithoutAHeader()
{
    QCOMPARE(details(readWhole(toolCsv(), "a,b\nc,d\n")), u"?a,b|?c,d"_s);
}

void TestToolCsv::losesOneLineToAQuoteThatNothingCloses()
{
    QByteArray data = header + row("\"a");
    int rows = 0;
    for (; data.size() < 3 * CsvRows::maxCsvRow; ++rows)
        data += row("b");
    data += row("\"c\nd\"");
    const ReadLog log = readInBlocks(toolCsv(), data, 700001);
    QCOMPARE(log.records.size(), rows + 2);
    QVERIFY(!log.records.first().understood);
    QVERIFY(log.records[1].understood);
    QCOMPARE(log.records.last().description, QByteArray("c\nd"));
    QVERIFY(readWhole(toolCsv(), data) == log);
}

QTEST_APPLESS_MAIN(TestToolCsv)
#include "tst_toolcsv.moc"
