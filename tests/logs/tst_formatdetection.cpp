#include "format.h"

#include <QStringList>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

const Format &detected(const QByteArray &head, bool headIsAll, QString *reason = nullptr)
{
    for (const Format *format : formats()) {
        if (const Format::Match match = format->match(head, headIsAll); match.fits) {
            if (reason)
                *reason = match.reason;
            return *format;
        }
    }
    qFatal("Text fits anything.");
}

} // namespace

class TestFormatDetection : public QObject
{
    Q_OBJECT

private slots:
    void knowsItsFormatsByName();
    void detects_data();
    void detects();
    void detectsWhenTheHeadIsCutOff_data();
    void detectsWhenTheHeadIsCutOff();
    void saysWhatItSaw_data();
    void saysWhatItSaw();
};

void TestFormatDetection::knowsItsFormatsByName()
{
    const QStringList names{u"cas-user-json"_s, u"cas-user-array"_s, u"cas-admin-json"_s, u"ndjson"_s,
                            u"syslog-json"_s,   u"tool-csv"_s,       u"headerless-csv"_s, u"siem-csv"_s,
                            u"monitor-table"_s, u"idr-syslog"_s,     u"am-log"_s,         u"text"_s};
    QCOMPARE(formatNames(), names);
    for (const QString &name : names) {
        QVERIFY(formatByName(name));
        QCOMPARE(formatByName(name)->name(), name);
    }
    QVERIFY(!formatByName(u"nonsense"));
    QVERIFY(!formatByName(u""));
}

void TestFormatDetection::detects_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &head, const char *expected) {
        QTest::newRow(name) << head << QString::fromLatin1(expected);
    };
    row("user page", R"({"totalPages":1,"userEventLogExportEntries":[{"eventCode":"702"}]})", "cas-user-json");
    row("user page, array first", R"({"userEventLogExportEntries":[{"eventCode":"702"}],"totalPages":1})",
        "cas-user-json");
    row("user page without events", R"({"totalPages":0,"userEventLogExportEntries":[]})", "cas-user-json");
    row("user page behind space", "\r\n\t {\n\"userEventLogExportEntries\" :\n[]}", "cas-user-json");
    row("user pages, one a line",
        "{\"userEventLogExportEntries\":[{\"eventCode\":1}]}\n{\"userEventLogExportEntries\":[]}\n", "cas-user-json");
    row("array of user pages", R"([{"userEventLogExportEntries":[{"eventCode":"702"}]}])", "cas-user-json");
    row("user items, each on several lines", "{\n \"eventCode\": \"702\"\n}\n{\n \"eventCode\": \"1\"\n}\n",
        "cas-user-json");
    row("user array", R"([{"eventId":"1","eventLogDate":"2026-01-15T09:14:02.118Z","eventCode":"702"}])",
        "cas-user-array");
    row("user array, pretty", "[\n  {\n    \"eventCode\": 702\n  }\n]\n", "cas-user-array");
    row("empty array", "[ ]\n", "cas-user-array");
    row("admin page", R"({"totalPages":1,"elements":[{"eventId":9200000000000000001,"activityCode":80001}]})",
        "cas-admin-json");
    row("admin page without events", R"({"totalPages":0,"elements":[]})", "cas-admin-json");
    row("admin array", R"([{"activityCode":80001,"eventLogDate":"x"}])", "cas-admin-json");
    row("admin items, each on several lines", "{\n \"activityCode\": 80001\n}\n", "cas-admin-json");
    row("lines of user items", "{\"eventCode\":\"605\"}\n{\"eventCode\":\"606\"}\n", "ndjson");
    row("one line", R"({"eventCode":"605","userId":"jdoe"})", "ndjson");
    row("lines of admin items", "{\"activityCode\":80001}\n", "ndjson");
    row("first line broken", "{\"eventCode\":\"6\n{\"eventCode\":\"605\"}\n{\"eventCode\":\"606\"}\n", "ndjson");
    row("first line of something else", "{\"start\":1}\n{\"eventCode\":\"605\"}\n", "ndjson");
    row("blank lines first", "\n\r\n{\"eventCode\":\"605\"}\r\n", "ndjson");
    row("tool CSV",
        "Total Pages:,1\r\nTotal Elements:,2\r\nPage Size:,100\r\n,,,,,,,,\r\n"
        "eventId,eventLogDate,eventType,serverURL,Application,customerName,SourceIP,activityDetail,userId\r\n,,,,,,,,"
        "\r\n",
        "tool-csv");
    row("lines of events in an envelope", "{\"event\":{\"eventCode\":1},\"host\":\"x\"}\n", "ndjson");
    row("lines of events as text in an envelope", R"({"message":"{\"eventCode\":1}"})", "ndjson");
    row("syslog with JSON", "<13>1 2026-01-15T09:14:03Z r RSA-SecurID-Cloud-User - - - {\"eventCode\":\"605\"}\n",
        "syslog-json");
    row("old syslog with JSON", "Jan 15 09:14:03 r RSA-SecurID-Cloud-Admin: {\"x\":1}\n", "syslog-json");
    row("syslog with JSON of another program", "Jan 15 09:14:03 r forwarder: {\"activityCode\":1}\n", "syslog-json");
    row("syslog with an enveloped event", "Jan 15 09:14:03 r forwarder: {\"event\":{\"eventCode\":1}}\n",
        "syslog-json");
    row("syslog, one line of another program",
        "Jan 15 09:14:03 r sshd[1]: x\nJan 15 09:14:03 r RSA-SecurID-Cloud-User: {\"eventCode\":1}\n", "syslog-json");
    row("identity router",
        "<134>1 2026-01-15T09:14:02Z idr1.example.com SINGLEPOINT 2114 USER_LOGIN [x USERNAME=\"jdoe\"] failed\n",
        "idr-syslog");
    row("Authentication Manager behind syslog",
        "<14>Jan 15 09:14:02 am1 2026-01-15 09:14:02,118, am1.example.com, "
        "audit.runtime.com.rsa.ims.authn.impl.AuthenticationBrokerImpl, INFO, a,b,192.0.2.10,192.0.2.20,"
        "AUTHN_LOGIN_EVENT,13002,FAIL,AUTHN_METHOD_FAILED,\n",
        "am-log");
    row("Authentication Manager without a logger",
        "2026-01-15 09:14:02,118, a,b,192.0.2.10,192.0.2.20,AUTHN_LOGIN_EVENT,13002,SUCCESS,,\n", "am-log");
    row("Authentication Manager with a stack trace",
        "2026-01-15 09:14:02,118, am1, system.com.rsa.X, ERROR, x\n  at com.rsa.X\n"
        "2026-01-15 09:14:02,119, am1, system.com.rsa.X, ERROR, x\n",
        "am-log");
    row("tool CSV without preamble", "eventId,eventLogDate,activityDetail\n1,2,3\n", "tool-csv");
    const QByteArray front = "2026-01-15T09:14:02.118Z,Example Co,user,Authentication,jdoe,605,";
    row("rows without header", front + "Failed.,VPN,SecurID,7,null,null,Medium\n", "headerless-csv");
    row("rows without header, commas", front + "Failed, again.,VPN,SecurID,7,null,null,Medium\r\n", "headerless-csv");
    row("rows without header, one broken",
        "Failed.,VPN\n" + front + "Failed.,VPN,SecurID,7,null,null,Low\n" + front + "a,b,c,d,e,f,g\n",
        "headerless-csv");
    row("table", "userId,eventCode\njdoe,605\n", "siem-csv");
    row("table without rows", "eventLogDate;eventCode\n", "siem-csv");
    row("table, types in its names", "TimeGenerated [UTC],eventCode_s,x_s\n", "siem-csv");
    row("table of administrators' events", "activityCode\tadminUserName\n", "siem-csv");
    row("table without codes", "eventLogDate,eventDescription,userId\n", "siem-csv");
    row("table, separator declared", "sep=;\neventCode;userId\n", "siem-csv");
    row("table of JSON texts", "_time,_raw\n1,\"{\"\"eventCode\"\":\"\"605\"\"}\"\n", "siem-csv");
    row("table of JSON texts, some of something else",
        "_raw,host\nstarted,h\n\"r: {\"\"x\"\":1,\n\"\"activityCode\"\":8}\",h\n", "siem-csv");
    row("monitor's table", "Timestamp\tUser ID\tEvent Code\tDescription\n", "monitor-table");
    row("monitor's table, commas", "timestamp,user,event code,application\n", "monitor-table");
    row("monitor's table, words before it", "Event Monitor\n\nTimestamp\tUser ID\tEvent Code\tMethod\n",
        "monitor-table");
    row("monitor's rows", "1/15/2026, 9:14:02 AM\tjdoe\t605\tFailed.\tVPN\n", "monitor-table");

    row("thirteen columns of another program", "2026-01-15T09:14:02Z,a,b,c,d,605,e,f,g,h,i,j,k\n", "text");
    row("fewer columns", front + "Failed.,VPN\n", "text");
    row("table of other JSON texts", "_time,_raw\n1,\"{\"\"a\"\":1}\"\n", "text");
    row("a known name among others", "name,eventCode\n", "text");
    row("words of an event", "eventCode userId\n", "text");
    row("tabs", "2026-01-15 09:14:02\tjdoe\tstarted\tready\n", "text");
    row("few tabs", "2026-01-15 09:14:02\tjdoe\t605\n", "text");
    row("catalog page", "Event Code\tLevel\tCategory\tDescription\n605\terror\tAuthentication\tFailed.\n", "text");
    row("a very long line", QByteArray(300'000, ',') + "\n", "text");

    row("nothing", "", "text");
    row("space", " \n", "text");
    row("words", "hello world\n", "text");
    row("other JSON", R"({"a":1,"b":[{"c":2}]})", "text");
    row("other JSON array", R"([{"a":1}])", "text");
    row("array of numbers", "[1,2]", "text");
    row("other page", R"({"elements":[{"name":"x"}]})", "text");
    row("other JSON lines", "{\"a\":1}\n{\"a\":2}\n", "text");
    row("key only in an array", R"({"a":[{"eventCode":1}]})", "text");
    row("key only as a value", R"({"a":"eventCode"})", "text");
    row("other CSV", "name,age\nx,1\n", "text");
    row("a line of JSON among text", "started\nready\n{\"eventCode\":1}\n", "text");
    row("syslog", "<13>1 2026-01-15T09:14:03Z relay1 app - - - eventCode=605\n", "text");
    row("syslog with other JSON", "<13>1 2026-01-15T09:14:03Z relay1 app - - - {\"a\":1}\n", "text");
    row("syslog with JSON among other lines",
        "Jan 15 09:14:03 r a: x\nJan 15 09:14:03 r b: y\nJan 15 09:14:03 r c: {\"eventCode\":1}\n", "text");
    row("a line of an identity router among others", "x\ny\nJan 15 09:14:02 i SINGLEPOINT USER_LOGIN\n", "text");
    row("a logger's name among words", "the class audit.runtime.com.rsa.X failed\n", "text");
    row("binary behind a line of an Authentication Manager",
        QByteArray("2026-01-15 09:14:02,118, am1, system.com.rsa.X, ERROR, x\n") + '\0', "text");
    row("binary",
        QByteArray("\x7f"
                   "ELF\0\0\0\n{\"eventCode\"",
                   20),
        "text");
    row("braces only", "{{{{{{", "text");
    row("deep nesting", QByteArray(100000, '['), "text");
}

void TestFormatDetection::detects()
{
    QFETCH(QByteArray, head);
    QTEST(detected(head, true).name(), "expected");
}

void TestFormatDetection::detectsWhenTheHeadIsCutOff_data()
{
    QTest::addColumn<QByteArray>("whole");
    QTest::addColumn<int>("from"); // so many bytes are enough
    QTest::addColumn<QString>("expected");
    const auto row = [](const QByteArray &whole, const char *enough, const char *expected) {
        const auto from = int(whole.indexOf(enough)) + int(strlen(enough));
        QTest::newRow(expected) << whole << from << QString::fromLatin1(expected);
    };
    row(R"({"totalPages":1,"userEventLogExportEntries":[{"eventId":"1","eventCode":"702"},{"eventCode":"3"}],"x":1})",
        "userEventLogExportEntries\":[", "cas-user-json");
    row(R"([{"eventId":"1","userId":"x","eventCode":"702"},{"eventId":"2"}])", "\"eventCode\"", "cas-user-array");
    row(R"({"elements":[{"eventId":1,"activityCode":80001},{"activityCode":2}]})", "\"activityCode\"",
        "cas-admin-json");
    row("{\"eventId\":\"1\",\"eventCode\":\"702\"}\n{\"eventCode\":\"3\"}\n", "\"eventCode\"", "ndjson");
    row("2026-01-15T09:14:02.118Z,Example "
        "Co,user,Authentication,jdoe,605,Failed.,VPN,SecurID,7,null,null,Low\n2026-01-",
        "null,null,", "headerless-csv");
    row("userId,eventCode,x\njdoe,605,\"a\nb\"\n", "userId,eventCode,", "siem-csv");
    row("Timestamp\tUser ID\tEvent Code\tDescription\n1/15/2026, 9:14:02 AM\tjdoe\t605\tFailed.\n", "Event Code",
        "monitor-table");
    row("<13>1 2026-01-15T09:14:03Z r app - - - {\"a\":1,\"eventCode\":\"605\"}\n<13>1 2026-01-15T09:14:03Z r app - - "
        "- {}",
        "\"eventCode\"", "syslog-json");
    row("<134>1 2026-01-15T09:14:02Z i SINGLEPOINT 2114 USER_LOGIN [x USERNAME=\"jdoe\"]\n<134>1 2026-01-15T09:14:03Z "
        "i",
        "SINGLEPOINT", "idr-syslog");
    row("2026-01-15 09:14:02,118, am1, system.com.rsa.X, ERROR, x\n2026-01-15 09:14:02,118, am1", "system.com.rsa",
        "am-log");
    row("Total Pages:,1\r\n,,\r\neventId,eventLogDate,activityDetail\r\n,,\r\n1,2,3\r\n", "activityDetail", "tool-csv");
}

void TestFormatDetection::detectsWhenTheHeadIsCutOff()
{
    QFETCH(QByteArray, whole);
    QFETCH(int, from);
    QFETCH(QString, expected);
    for (int size = from; size < whole.size(); ++size)
        QCOMPARE(detected(whole.first(size), false).name(), expected);
}

void TestFormatDetection::saysWhatItSaw_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("words");
    QTest::newRow("user page") << QByteArray(R"({"userEventLogExportEntries":[]})")
                               << u"the array userEventLogExportEntries"_s;
    QTest::newRow("user lines") << QByteArray(R"({"eventCode":1})") << u"lines that are JSON objects with eventCode"_s;
    QTest::newRow("admin lines") << QByteArray(R"({"activityCode":1})")
                                 << u"lines that are JSON objects with activityCode"_s;
    QTest::newRow("table") << QByteArray("eventCode,userId") << u"a header with the names of an event"_s;
    QTest::newRow("table of JSON texts") << QByteArray("x,_raw\n1,\"{\"\"eventCode\"\":1}\"")
                                         << u"JSON text of events in _raw"_s;
    QTest::newRow("monitor's rows") << QByteArray("1/15/2026, 9:14:02 AM\tjdoe\t605\tFailed.")
                                    << u"rows of the event monitor"_s;
    QTest::newRow("enveloped lines") << QByteArray(R"({"event":{"eventCode":1}})") << u"with an event in event"_s;
    QTest::newRow("syslog of the service") << QByteArray("Jan 15 09:14:03 r RSA-SecurID-Cloud-User: {\"eventCode\":1}")
                                           << u"syslog lines of RSA-SecurID-Cloud-… with JSON"_s;
    QTest::newRow("syslog of another program")
        << QByteArray("Jan 15 09:14:03 r x: {\"activityCode\":1}") << u"JSON objects that have activityCode"_s;
    QTest::newRow("identity router") << QByteArray("x SINGLEPOINT USER_LOGIN") << u"the word SINGLEPOINT"_s;
    QTest::newRow("Authentication Manager") << QByteArray("a,b,X_Y,1234,FAIL,") << u"an Authentication Manager"_s;
    QTest::newRow("binary") << QByteArray("a\0b", 3) << u"NUL"_s;
    QTest::newRow("nothing") << QByteArray() << u"nothing"_s;
    QTest::newRow("text") << QByteArray("x") << u"no known format"_s;
}

void TestFormatDetection::saysWhatItSaw()
{
    QFETCH(QByteArray, head);
    QFETCH(QString, words);
    QString reason;
    detected(head, true, &reason);
    QVERIFY2(reason.contains(words), qPrintable(reason));
}

QTEST_APPLESS_MAIN(TestFormatDetection)
#include "tst_formatdetection.moc"
