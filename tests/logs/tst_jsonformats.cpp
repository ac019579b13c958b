#include "blockreader.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

class TestJsonFormats : public QObject
{
    Q_OBJECT

private slots:
    void readsFiles_data();
    void readsFiles();
    void readsTheSameInBlocksOfAnySize_data();
    void readsTheSameInBlocksOfAnySize();
    void saysWhereRecordsStand();
    void complainsOfDocumentsThatAreCutOff_data();
    void complainsOfDocumentsThatAreCutOff();
    void readsManyRecordsInSmallBlocks();
    void showsTheFieldsOfARecord();

private:
    static void addFiles();
};

void TestJsonFormats::addFiles()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *format, const QByteArray &data, const char *expected) {
        QTest::addRow("%s: %s", format, name) << QString::fromLatin1(format) << data << QString::fromUtf8(expected);
    };
    const QByteArray page =
        R"({"totalPages":2,"userEventLogExportEntries":[{"eventCode":"702","userId":"j\"}]{"},{"eventCode":605,)"
        R"("eventType":"system"}],"currentPage":0})";
    row("page", "cas-user-json", page, "702|605 system");
    row("page with its numbers first and last", "cas-user-json",
        R"({"a":{"userEventLogExportEntries":1},"userEventLogExportEntries":[{"eventCode":"702"}],"b":[[{}]]})", "702");
    row("pages one behind another", "cas-user-json", page + page, "702|605 system|702|605 system");
    row("pages parted by commas and lines", "cas-user-json", page + ",\r\n\r\n" + page + "\n",
        "702|605 system|702|605 system");
    row("array of pages", "cas-user-json", "[" + page + "," + page + "]", "702|605 system|702|605 system");
    row("documents of several kinds", "cas-user-json",
        page + "\n[{\"eventCode\":1}]{\"elements\":[{\"activityCode\":80001}]}", "702|605 system|1|80001 admin");
    row("garbage between", "cas-user-json", page + "\nHTTP/1.1 200 OK\n" + page,
        "702|605 system|?HTTP/1.1 200 OK|702|605 system");
    row("an answer that is an error", "cas-user-json", page + R"({"message":"Too many requests"})",
        R"(702|605 system|?{"message":"Too many requests"})");
    row("pretty with CRLF", "cas-user-json",
        "\r\n{\r\n  \"userEventLogExportEntries\" : [ {\r\n    \"eventCode\" : \"702\" ,\r\n    \"eventDescription\" : "
        "\"Gr\xc3\xb6\xc3\x9f"
        "e \\u0027x\\u0027\"\r\n  } , {\r\n    \"eventCode\" : 3\r\n  } ]\r\n}\r\n",
        "702|3");
    row("items that are none", "cas-user-json",
        R"({"userEventLogExportEntries":[null,{"eventCode":"702"},7,"x",[{"eventCode":1}],{}]})",
        R"(?null|702|?7|?"x"|?[{"eventCode":1}]|?{})");
    row("one broken item", "cas-user-json",
        R"({"userEventLogExportEntries":[{"eventCode":"1"},{"eventCode":"2","userId":"a"b"},{"eventCode":"3"}]})",
        R"(1|?{"eventCode":"2","userId":"a"b"}|3)");
    row("invalid UTF-8", "cas-user-json",
        "{\"userEventLogExportEntries\":[{\"eventCode\":\"702\",\"userId\":\"M\xfcller\"},{\"eventCode\":1}]}",
        "702|1");
    row("cut off", "cas-user-json", page.first(page.indexOf("pe\":\"system")), R"(702|?{"eventCode":605,"eventTy)");
    row("no events", "cas-user-json", R"({"totalPages":0,"userEventLogExportEntries":[],"x":null})", "");
    row("empty", "cas-user-json", "", "");
    row("only space", "cas-user-json", " \n\n", "");

    row("items", "cas-user-array", R"([{"eventCode":"702"}, {"eventCode":"0605","eventType":"user"}])", "702|605");
    row("no items", "cas-user-array", "[ ]", "");
    row("one line each", "cas-user-array", "[\n{\"eventCode\":\"702\"},\n{\"eventCode\":\"605\"}\n]\n", "702|605");
    row("arrays one behind another", "cas-user-array", "[{\"eventCode\":1}][{\"eventCode\":2}]\n[]", "1|2");
    row("cut off", "cas-user-array", "[{\"eventCode\":1},{\"eventCo", "1|?{\"eventCo");

    row("page", "cas-admin-json",
        R"({"totalPages":1,"elements":[{"eventId":9200000000000000001,"eventType":"Administration","activityCode":80001}],"x":1})",
        "80001 admin");

    row("lines", "ndjson", "{\"eventCode\":\"605\"}\n{\"activityCode\":80001}\n", "605|80001 admin");
    row("blank lines, CRLF, no end of line", "ndjson", "\r\n{\"eventCode\":1}\r\n \r\n\n{\"eventCode\":2}", "1|2");
    row("broken lines", "ndjson",
        "{\"eventCode\":1\n{\"eventCode\":2}\nnonsense\n{\"eventCode\":3}{\n[1]\n{\"eventCode\":4}",
        "?{\"eventCode\":1|2|?nonsense|?{\"eventCode\":3}{|?[1]|4");
    row("unicode and escapes", "ndjson",
        "{\"eventCode\":1,\"userId\":\"日本\\n\\ud83d\\ude00\"}\n{\"eventCode\":2,\"userId\":\"\xff\"}\n", "1|2");
    row("deep nesting", "ndjson",
        "{\"eventCode\":1,\"x\":" + QByteArray("[{\"a\":").repeated(50) + "1" + QByteArray("}]").repeated(50) + "}\n"
            + QByteArray("[").repeated(50) + "\n{\"eventCode\":2}",
        qPrintable(u"1|?"_s + QString(50, u'[') + u"|2"_s));
    row("empty", "ndjson", "", "");
    row("only line ends", "ndjson", "\n\r\n\n", "");
}

void TestJsonFormats::readsFiles_data()
{
    addFiles();
}

void TestJsonFormats::readsFiles()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, data);
    QTEST(readable(readWhole(*formatByName(format), data)), "expected");
}

void TestJsonFormats::readsTheSameInBlocksOfAnySize_data()
{
    addFiles();
}

void TestJsonFormats::readsTheSameInBlocksOfAnySize()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, data);
    QCOMPARE(firstDifferingBlockSize(*formatByName(format), data), qsizetype(0));
}

void TestJsonFormats::saysWhereRecordsStand()
{
    const QByteArray data =
        "{\n\"userEventLogExportEntries\": [\n  {\n  \"eventCode\": 1},\n{\"eventCode\": 2}]}\n\n[{\"eventCode\": 3}]";
    const ReadLog log = readWhole(*formatByName(u"cas-user-json"), data);
    QCOMPARE(log.records.size(), 3);
    QCOMPARE(log.records[0].raw, QByteArray("{\n  \"eventCode\": 1}"));
    QCOMPARE(log.records[0].line, 3);
    QCOMPARE(log.records[1].raw, QByteArray("{\"eventCode\": 2}"));
    QCOMPARE(log.records[1].line, 5);
    QCOMPARE(log.records[2].line, 7);

    const ReadLog lines = readWhole(*formatByName(u"ndjson"), "\n\r\n {\"eventCode\":1} \r\nx\n");
    QCOMPARE(lines.records.size(), 2);
    QCOMPARE(lines.records[0].raw, QByteArray(" {\"eventCode\":1} "));
    QCOMPARE(lines.records[0].line, 3);
    QCOMPARE(lines.records[1].line, 4);
}

void TestJsonFormats::complainsOfDocumentsThatAreCutOff_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("expected"); // words that are in it
    QTest::newRow("whole") << QByteArray(R"([{"eventCode":1}])") << QString();
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("garbage at the end") << QByteArray(R"([{"eventCode":1}]xyz)") << QString();
    QTest::newRow("in a record") << QByteArray(R"([{"eventCode":1},{"ev)")
                                 << u"byte 21, in the middle of a record that begins at byte 17"_s;
    QTest::newRow("in a string") << QByteArray(R"([{"eventCode":"1)")
                                 << u"byte 16, in the middle of a record that begins at byte 1;"_s;
    QTest::newRow("between records") << QByteArray(R"([{"eventCode":1},)")
                                     << u"byte 17, before the JSON document does"_s;
    QTest::newRow("behind the array") << QByteArray(R"({"elements":[{"eventCode":1}])")
                                      << u"byte 29, before the JSON document does"_s;
    QTest::newRow("in the second document") << QByteArray("[]\n[") << u"byte 4, before the JSON document does"_s;
}

void TestJsonFormats::complainsOfDocumentsThatAreCutOff()
{
    QFETCH(QByteArray, data);
    QFETCH(QString, expected);
    const QString complaint = readWhole(*formatByName(u"cas-user-json"), data).complaint;
    QCOMPARE(complaint.isEmpty(), expected.isEmpty());
    QVERIFY2(complaint.contains(expected), qPrintable(complaint));
    QCOMPARE(readInBlocks(*formatByName(u"cas-user-json"), data, 3).complaint, complaint);
}

void TestJsonFormats::readsManyRecordsInSmallBlocks()
{
    QByteArray data = "{\"userEventLogExportEntries\":[";
    for (int i = 0; i < 5000; ++i)
        data += QByteArray(i == 0 ? "" : ",") + "{\"eventCode\":\"" + QByteArray::number(i) + "\",\"userId\":\"user"
            + QByteArray::number(i % 7) + "\"}";
    data += "]}";
    const Format &format = *formatByName(u"cas-user-json");
    const ReadLog whole = readWhole(format, data);
    QCOMPARE(whole.records.size(), 5000);
    QCOMPARE(whole.records.last().code, qint64(4999));
    QVERIFY(readInBlocks(format, data, 997) == whole);
}

void TestJsonFormats::showsTheFieldsOfARecord()
{
    const QList<RecordField> expected{
        {u"eventId"_s, u"9200000000000000001"_s}, {u"x"_s, QString()}, {u"y"_s, u"{\"z\":[1]}"_s}};
    for (const Format *format : formats()) {
        const bool isJson = format->name().startsWith(u"cas-") || format->name().contains(u"json");
        QCOMPARE(format->fields(R"({"eventId":9200000000000000001,"x":null,"y":{"z": [1]}})", {}) == expected, isJson);
    }
}

QTEST_APPLESS_MAIN(TestJsonFormats)
#include "tst_jsonformats.moc"
