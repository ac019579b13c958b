#include "blockreader.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

const Format &siemCsv()
{
    return *formatByName(u"siem-csv");
}

QString shown(qint64 time)
{
    return time == noTime ? u"none"_s : QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs);
}

/// kind code: user; description
QString details(const ReadLog &log)
{
    QStringList texts;
    for (const ReadRecord &record : log.records) {
        texts.append(record.understood ? u"%1 %2: %3; %4"_s.arg(kindName(record.kind))
                                             .arg(record.code)
                                             .arg(QString::fromUtf8(record.user), QString::fromUtf8(record.description))
                                       : u'?' + QString::fromUtf8(record.raw));
    }
    return texts.join(u'|');
}

const QByteArray json = R"({"eventCode":"702","eventLogDate":"2026-01-15T09:14:02.118Z","userId":"jdoe","x":[1]})";

QByteArray quoted(QByteArray text)
{
    return '"' + text.replace("\"", "\"\"") + '"';
}

} // namespace

class TestSiemCsv : public QObject
{
    Q_OBJECT

private slots:
    void readsARow();
    void readsFiles_data();
    void readsFiles();
    void readsTheSameInBlocksOfAnySize_data();
    void readsTheSameInBlocksOfAnySize();
    void readsTheTimeOfAnyTool_data();
    void readsTheTimeOfAnyTool();
    void readsTheJsonTextOfManyRows();
    void showsTheFieldsOfARow();
    void showsTheFieldsOfTheJsonTextFirst();
    void saysWhenTheOrderOfDatesIsAGuess();

private:
    static void addFiles();
};

void TestSiemCsv::readsARow()
{
    const QByteArray data = "eventLevel,sourceIPAddress,eventCode,userId,eventLogDate,eventDescription,application,"
                            "method,eventCategory,eventType\n"
                            "error,192.0.2.10,702,jdoe,2026-01-15T09:14:02.118Z,Timed out.,VPN,Approve,Authentication,"
                            "system\n";
    const ReadLog log = readWhole(siemCsv(), data);
    QCOMPARE(log.records.size(), 1);
    const ReadRecord &record = log.records.first();
    QVERIFY(record.understood);
    QCOMPARE(shown(record.time), u"2026-01-15T09:14:02.118Z"_s);
    QVERIFY(record.kind == Kind::System);
    QCOMPARE(record.code, 702);
    QCOMPARE(record.level, QByteArray("error"));
    QCOMPARE(record.category, QByteArray("Authentication"));
    QCOMPARE(record.description, QByteArray("Timed out."));
    QCOMPARE(record.user, QByteArray("jdoe"));
    QCOMPARE(record.method, QByteArray("Approve"));
    QCOMPARE(record.application, QByteArray("VPN"));
    QCOMPARE(record.address, QByteArray("192.0.2.10"));
    QCOMPARE(record.line, 2);
}

void TestSiemCsv::addFiles()
{
    const auto row = tableOf("data");
    const QByteArray head = "eventCode,userId,eventDescription\n";
    row("rows", head + "702,a,b\n703,c,d\n", "user 702: a; b|user 703: c; d");
    row("no rows", head, "");
    row("nothing", "", "");
    row("CRLF, no end of line", "eventCode,userId\r\n702,a\r\n703,c", "user 702: a; |user 703: c; ");
    row("any case", "EVENTCODE,UserID\n702,a\n", "user 702: a; ");
    row("Log Analytics", "TimeGenerated [UTC],eventCode_s,userId_s,eventDescription_s,x_d\n,702,a,b,1\n",
        "user 702: a; b");
    row("number with a point", "eventCode_d,userId_s\n702.0,a\n", "user 702: a; ");
    row("semicolons", "eventCode;userId;eventDescription\n702;a;b, c\n", "user 702: a; b, c");
    row("tabs", "eventCode\tuserId\teventDescription\n702\ta\tb, c\n", "user 702: a; b, c");
    row("separator declared", "sep=;\r\neventCode;userId,x\r\n702;a,b\r\n", "user 702: ; ");
    row("all in quotes", "\"eventCode\",\"userId\",\"eventDescription\"\n\"702\",\"a\"\"b\",\"c\nd, e\"\n",
        "user 702: a\"b; c\nd, e");
    row("quotes over several lines", head + "702,a,\"b\r\n\n\"\"c\"\"\n\"\n703,d,e\n",
        "user 702: a; b\r\n\n\"c\"\n|user 703: d; e");
    row("absent values", head + "702,null,-\n,\"\",b\n", "user 702: ; |user -1: ; b");
    row("administrator's", "activityCode,adminUserName,message,result,userId\n80021,root,Unlocked.,FAIL,x\n",
        "admin 80021: root; Unlocked.");
    row("both kinds", "eventCode,activityCode,userId,adminUserName\n702,,a,\n,80021,,root\n",
        "user 702: a; |admin 80021: root; ");
    row("two columns of a name", "eventCode_s,eventCode_d,userId,userId_s\n,702,,a\n", "user 702: a; ");
    row("empty lines and rows", head + "\n702,a,b\n,,\n \n703,c,d\n\n", "user 702: a; b|user 703: c; d");
    row("header again", head + "702,a,b\n" + head + "703,c,d\n", "user 702: a; b|user 703: c; d");
    row("ragged rows", head + "702\n702,a,b,c\n703,c,d\n", "?702|?702,a,b,c|user 703: c; d");
    row("more commas at the end", head + "702,a,b,,\n", "user 702: a; b");
    row("commas without quotes", head + "702,a,failed, again, and again\n703,c,d\n",
        "user 702: a; failed, again, and again|user 703: c; d");
    row("neither when nor what", "eventCode,userId,x\n,a,b\n", "?,a,b");
    row("quote never closed", head + "702,a,\"b\n703,c,d\n", "?702,a,\"b|user 703: c; d");
    row("invalid UTF-8", head + "702,M\xfcller,b\n", "user 702: M\xef\xbf\xbdller; b");
    row("JSON text", "_time,_raw,host\n1," + quoted(json) + ",h\n", "user 702: jdoe; ");
    row("JSON text and columns", "_raw,eventCode,userId,method\n" + quoted(json) + ",1,x,\n", "user 702: jdoe; ");
    row("JSON text in a syslog line",
        "_raw,host\n" + quoted("<13>1 2026-01-15T09:14:03Z r RSA-SecurID-Cloud-User - - - " + json) + ",h\n",
        "user 702: jdoe; ");
    row("JSON text on several lines", "_raw,host\n" + quoted("{\n\"eventCode\" : 702\n}") + ",h\n", "user 702: ; ");
    row("JSON text broken", "_raw,eventCode,userId\n" + quoted(json.chopped(1)) + ",703,a\n\"{\"\"eventCode}\",,\n",
        "user 703: a; |?\"{\"\"eventCode}\",,");
    row("JSON text of an administrator's",
        "RawData,x\n" + quoted(R"({"activityCode":80021,"adminUserName":"root"})") + ",\n", "admin 80021: root; ");
    row("JSON text without quotes", "_raw\tx\n" + json + "\t1\n", "user 702: jdoe; ");
}

void TestSiemCsv::readsFiles_data()
{
    addFiles();
}

void TestSiemCsv::readsFiles()
{
    QFETCH(QByteArray, data);
    QTEST(details(readWhole(siemCsv(), data)), "expected");
}

void TestSiemCsv::readsTheSameInBlocksOfAnySize_data()
{
    addFiles();
}

void TestSiemCsv::readsTheSameInBlocksOfAnySize()
{
    QFETCH(QByteArray, data);
    QCOMPARE(firstDifferingBlockSize(siemCsv(), data), qsizetype(0));
}

void TestSiemCsv::readsTheTimeOfAnyTool_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *header, const char *value, const char *expected) {
        QTest::addRow("%s %s", header, value)
            << QByteArray(header) << QByteArray(value) << QString::fromLatin1(expected);
    };
    row("eventLogDate", "2026-01-15T09:14:02.118Z", "2026-01-15T09:14:02.118Z");
    row("eventLogDate_t", "2026-01-15T09:14:02.118+01:00", "2026-01-15T08:14:02.118Z");
    row("_time", "2026-01-15T09:14:02.118+0100", "2026-01-15T08:14:02.118Z");
    row("_time", "1768468442.118", "2026-01-15T09:14:02.118Z");
    row("TimeGenerated", "1768468442118", "2026-01-15T09:14:02.118Z");
    row("TimeGenerated [UTC]", "\"1/15/2026, 9:14:02.118 AM\"", "2026-01-15T09:14:02.118Z");
    row("TimeGenerated [Local Time]", "\"1/15/2026, 9:14:02.118 AM\"", "2026-01-15T08:14:02.118Z");
    row("@timestamp", "2026-01-15 09:14:02", "2026-01-15T08:14:02.000Z");
    row("_time", "", "none");
    row("_time", "soon", "none");
    row("_time,eventLogDate", "2026-01-15T09:14:03Z,2026-01-15T09:14:02Z", "2026-01-15T09:14:02.000Z");
    row("_time,eventLogDate", "2026-01-15T09:14:03Z,", "2026-01-15T09:14:03.000Z");
    row("_time,_raw", "2026-01-15T09:14:03Z,\"{\"\"eventCode\"\":1}\"", "2026-01-15T09:14:03.000Z");
}

void TestSiemCsv::readsTheTimeOfAnyTool()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    FormatContext context;
    context.inputZone = QTimeZone("Europe/Berlin");
    const ReadLog log = readWhole(siemCsv(), "eventCode," + header + "\n702," + value + '\n', context);
    QCOMPARE(log.records.size(), 1);
    QTEST(shown(log.records[0].time), "expected");
}

/// The texts of the whole block are kept until the next.
void TestSiemCsv::readsTheJsonTextOfManyRows()
{
    constexpr int count = 5000;
    QByteArray data = "_time,_raw\n";
    for (int i = 0; i < count; ++i) {
        data += "x,"
            + quoted("{\"eventCode\":" + QByteArray::number(i) + ",\"userId\":\"u\\u0041" + QByteArray::number(i)
                     + "\",\"method\":\"Approve\"}")
            + '\n';
    }
    const ReadLog log = readWhole(siemCsv(), data);
    QCOMPARE(log.records.size(), count);
    for (int i = 0; i < count; ++i) {
        QCOMPARE(log.records[i].code, i);
        QCOMPARE(log.records[i].user, "uA" + QByteArray::number(i));
        QCOMPARE(log.records[i].method, QByteArray("Approve"));
    }
    QVERIFY(readInBlocks(siemCsv(), data, 10'007) == log);
}

void TestSiemCsv::showsTheFieldsOfARow()
{
    const QByteArray head = "eventCode_s,userId,note\n";
    const QList<RecordField> expected{
        {u"eventCode_s"_s, u"702"_s}, {u"userId"_s, u"jdoe"_s}, {u"note"_s, u"say \"hi\",\nthen"_s}};
    QCOMPARE(siemCsv().fields("702,jdoe,\"say \"\"hi\"\",\nthen\"", head), expected);
    QVERIFY(siemCsv().fields("702", head).isEmpty());
    QVERIFY(siemCsv().fields("702,\"", head).isEmpty());
}

void TestSiemCsv::showsTheFieldsOfTheJsonTextFirst()
{
    const QByteArray head = "host,_raw,userId,eventCode\n";
    const QList<RecordField> expected{{u"eventCode"_s, u"702"_s}, {u"eventLogDate"_s, u"2026-01-15T09:14:02.118Z"_s},
                                      {u"userId"_s, u"jdoe"_s},   {u"x"_s, u"[1]"_s},
                                      {u"host"_s, u"h"_s},        {u"eventCode"_s, u"703"_s}};
    QCOMPARE(siemCsv().fields("h," + quoted(json) + ",jdoe,703", head), expected);
    const QList<RecordField> broken{
        {u"host"_s, u"h"_s}, {u"_raw"_s, u"{"_s}, {u"userId"_s, u"jdoe"_s}, {u"eventCode"_s, u"703"_s}};
    QCOMPARE(siemCsv().fields("h,{,jdoe,703", head), broken);
}

void TestSiemCsv::saysWhenTheOrderOfDatesIsAGuess()
{
    const QByteArray head = "TimeGenerated,eventCode\n";
    QVERIFY(siemCsv().guess(head + "2026-01-02T09:14:02Z,702\n", {}).isEmpty());
    QVERIFY(siemCsv().guess(head + "\"1/2/2026, 9:14 AM\",702\n", {}).contains(u"month/day"_s));
    QVERIFY(siemCsv().guess(head + "\"1/2/2026, 9:14 AM\",702\n\"1/15/2026, 9:14 AM\",702\n", {}).isEmpty());
}

QTEST_APPLESS_MAIN(TestSiemCsv)
#include "tst_siemcsv.moc"
