#include "recordtext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

const Format &syslogJson()
{
    return *formatByName(u"syslog-json");
}

} // namespace

class TestSyslogJson : public QObject
{
    Q_OBJECT

private slots:
    void readsLines_data();
    void readsLines();
    void readsLinesAgain_data();
    void readsLinesAgain();
    void readsTheSameInBlocksOfAnySize();
    void showsFields_data();
    void showsFields();

private:
    static void addLines();
};

void TestSyslogJson::addLines()
{
    const auto row = tableOf("line");
    const QByteArray head = "<13>1 2026-01-15T09:14:03Z relay1 RSA-SecurID-Cloud-User - - - ";
    const QByteArray adminHead = "<13>1 2026-01-15T09:14:03Z relay1 RSA-SecurID-Cloud-Admin - - - ";
    const QByteArray oldHead = "<13>Jan 15 09:14:03 relay1 RSA-SecurID-Cloud-User: ";
    const QByteArray item = R"({"eventCode":"605","eventLogDate":"2026-01-15T09:14:02.118Z","userId":"jdoe"})";
    const char *const read = "09:14:02.118 user 605 user=jdoe";
    row("RFC 5424", head + item, read);
    row("RFC 3164", oldHead + item, read);
    row("RFC 3164 with a process", "<13>Jan 15 09:14:03 relay1 RSA-SecurID-Cloud-User[7]: " + item, read);
    row("without priority", head.mid(4) + item, read);
    row("without priority, RFC 3164", oldHead.mid(4) + item, read);
    row("ISO time of a relay", "2026-01-15T10:14:03.123456+01:00 relay1 RSA-SecurID-Cloud-User: " + item, read);
    row("byte-order mark", head + "\xef\xbb\xbf" + item, read);
    row("octet count", QByteArray::number(head.size() + item.size()) + ' ' + head + item, read);
    row("structured data", QByteArray(head).replace("- - - ", "- - [x a=\"b\"] ") + item, read);
    row("structured data with brackets", QByteArray(head).replace("- - - ", "- - [x a=\"{\\\"y\\\":1}\"] ") + item,
        read);
    row("another program", "<13>Jan 15 09:14:03 relay1 forwarder: " + item, read);
    row("space at the end", head + item + "  ", read);
    row("no header", item, read);
    row("all values",
        head
            + R"({"eventLogDate":"2026-01-15T09:14:02Z","eventType":"system","eventLevel":"error","eventCategory":"Authentication",)"
              R"("userId":"jdoe","sourceIPAddress":"192.0.2.10","eventCode":702,"eventDescription":"Timed \"out\".","application":"VPN","method":"Approve"})",
        "09:14:02.000 system 702 level=error category=Authentication text=Timed \"out\". user=jdoe address=192.0.2.10 "
        "application=VPN method=Approve");
    row("time of the header", head + R"({"eventCode":"605"})", "09:14:03.000 user 605");
    row("time of the old header", oldHead + R"({"eventCode":"605"})", "08:14:03.000 user 605");
    row("time without a zone in the item", head + R"({"eventCode":"605","eventLogDate":"2026-01-15T09:14:02"})",
        "08:14:02.000 user 605");
    row("time that is none", head + R"({"eventCode":"605","eventLogDate":"yesterday"})", "09:14:03.000 user 605");
    row("no time at all", R"(<13>1 - relay1 RSA-SecurID-Cloud-User - - - {"eventCode":"605"})", "user 605");
    row("admin", adminHead + R"({"activityCode":80001,"adminUserName":"root","message":"Signed in.","result":"FAIL"})",
        "09:14:03.000 admin 80001 failed text=Signed in. user=root");
    row("admin by its program alone",
        adminHead + R"({"eventCode":"80001","adminUserName":"r\u00f6t","message":"Signed in."})",
        "09:14:03.000 admin 80001 text=Signed in. user=röt");
    row("admin by its program alone, with a user's names",
        adminHead + R"({"eventCode":"80001","userId":"root","eventDescription":"Signed in."})",
        "09:14:03.000 admin 80001 text=Signed in. user=root");
    row("admin's name elsewhere in the header",
        "<13>1 2026-01-15T09:14:03Z relay-Admin-1 RSA-SecurID-Cloud-User - - - " + item, read);
    row("enveloped", head + R"({"host":"x","event":)" + item + "}", read);
    row("enveloped as text", head + R"({"message":")" + QByteArray(item).replace('"', "\\\"") + "\"}", read);
    row("enveloped as text, time of the header", head + R"({"message":"{\"eventCode\":\"605\"}"})",
        "09:14:03.000 user 605");

    row("no object", head + "started", "? none");
    row("other object", head + R"({"status":"ok"})", "? none");
    row("cut off", head + item.chopped(3), "? none");
    row("something behind", head + item + " x", "? none");
    row("header only", head, "? none");
    row("words", "hello world", "? none");
    row("array", head + "[" + item + "]", "? none");
    row("bracket", "{", "? none");
}

void TestSyslogJson::readsLines_data()
{
    addLines();
}

void TestSyslogJson::readsLines()
{
    checkLine(syslogJson());
}

void TestSyslogJson::readsLinesAgain_data()
{
    addLines();
}

void TestSyslogJson::readsLinesAgain()
{
    checkLineAgain(syslogJson());
}

void TestSyslogJson::readsTheSameInBlocksOfAnySize()
{
    const QByteArray data =
        "<13>1 2026-01-15T09:14:03Z r RSA-SecurID-Cloud-User - - - {\"eventCode\":\"605\"}\r\n\n \n"
        "<13>1 2026-01-15T09:14:04Z r RSA-SecurID-Cloud-User - - - {\"message\":\"{\\\"eventCode\\\":1}\"}\nx\n"
        "<13>Jan 15 09:14:05 r RSA-SecurID-Cloud-Admin: {\"activityCode\":2,\"adminUserName\":\"a\\u0062\"}";
    QCOMPARE(recordTexts(readWhole(syslogJson(), data, berlin())),
             QStringList({u"09:14:03.000 user 605"_s, u"09:14:04.000 user 1"_s, u"? none"_s,
                          u"08:14:05.000 admin 2 user=ab"_s}));
    QCOMPARE(firstDifferingBlockSize(syslogJson(), data, berlin()), qsizetype(0));
}

void TestSyslogJson::showsFields_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("expected");
    QTest::newRow("RFC 5424") << QByteArray(
        R"(<13>1 2026-01-15T09:14:03Z r1 prog - - [x a="{"] {"eventCode":"605","x":null})")
                              << u"eventCode=605|x=|syslogTime=2026-01-15T09:14:03Z|host=r1|program=prog|"
                                 "structuredData=[x a=\"{\"]|priority=13"_s;
    QTest::newRow("RFC 3164") << QByteArray("Jan 15 09:14:03 r1 prog[7]: {\"eventCode\":\"605\"}")
                              << u"eventCode=605|syslogTime=Jan 15 09:14:03|host=r1|program=prog|processId=7"_s;
    QTest::newRow("enveloped") << QByteArray(
        R"(Jan 15 09:14:03 r1 prog: {"n":1,"event":{"eventCode":"605"},"tag":"t"})")
                               << u"eventCode=605|n=1|tag=t|syslogTime=Jan 15 09:14:03|host=r1|program=prog"_s;
}

void TestSyslogJson::showsFields()
{
    QFETCH(QByteArray, line);
    QTEST(fieldsText(syslogJson().fields(line, {})), "expected");
}

QTEST_APPLESS_MAIN(TestSyslogJson)
#include "tst_syslogjson.moc"
