#include "recordtext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

const Format &idrSyslog()
{
    return *formatByName(u"idr-syslog");
}

} // namespace

class TestIdrSyslog : public QObject
{
    Q_OBJECT

private slots:
    void readsLines_data();
    void readsLines();
    void readsLinesAgain_data();
    void readsLinesAgain();
    void readsTheSameInBlocksOfAnySize();
    void saysWhatFailed_data();
    void saysWhatFailed();
    void showsFields_data();
    void showsFields();

private:
    static void addLines();
};

void TestIdrSyslog::addLines()
{
    const auto row = tableOf("line");
    const QByteArray head = "<134>1 2026-01-15T09:14:02Z idr1.example.com SINGLEPOINT 2114 ";
    row("sign-in failed",
        head + R"(USER_LOGIN [x USERNAME="jdoe" RESULT="NOT_AUTHENTICATED" REMOTE_IP="192.0.2.10"] sign-in failed)",
        "09:14:02.000 idr failed text=USER_LOGIN user=jdoe address=192.0.2.10");
    row("all values",
        head
            + R"(USER_STEPUP_AUTHN [x USERNAME="jdoe" RESULT="AUTHENTICATED" REMOTE_IP="192.0.2.10" APPLICATION="VPN" AUTHN_TYPE="Approve" SESSION_ID="s" POLICY="Staff" CODE="702" MESSAGE="Stepped up."])",
        "09:14:02.000 idr 702 text=Stepped up. user=jdoe address=192.0.2.10 application=VPN method=Approve");
    row("pairs without brackets", head + R"(USER_AUTHZ USERNAME="jdoe" APPLICATION="My VPN")",
        "09:14:02.000 idr text=USER_AUTHZ user=jdoe application=My VPN");
    row("pairs parted by commas", head + R"(USER_AUTHZ USERNAME="jdoe",APPLICATION="VPN", CODE="07")",
        "09:14:02.000 idr 7 text=USER_AUTHZ user=jdoe application=VPN");
    row("names of other routers",
        head + R"(RADIUS_LOGIN [x USER_NAME="jdoe" SOURCE-IP-ADDRESS="192.0.2.10" APP_NAME="VPN" STATUS="FAIL"])",
        "09:14:02.000 idr failed text=RADIUS_LOGIN user=jdoe address=192.0.2.10 application=VPN");
    row("escapes", head + R"(USER_LOGIN [x USERNAME="j\"d\]oe\\" APPLICATION="a\b"])",
        "09:14:02.000 idr text=USER_LOGIN user=j\"d]oe\\ application=a\\b");
    row("pairs within a value", head + R"(USER_LOGIN ATTRIBUTES="NameID=x, USERNAME=y, ]" USERNAME="jdoe")",
        "09:14:02.000 idr text=USER_LOGIN user=jdoe");
    row("several elements", head + R"(USER_LOGIN [x USERNAME="jdoe"][y REMOTE_IP="2001:db8::1"] text)",
        "09:14:02.000 idr text=USER_LOGIN user=jdoe address=2001:db8::1");
    row("no process", QByteArray(head).replace("2114 ", "- ") + R"(USER_LOGIN [x USERNAME="jdoe"])",
        "09:14:02.000 idr text=USER_LOGIN user=jdoe");
    row("no message id", head + R"([x USERNAME="jdoe" MESSAGE="ACCESS DENIED"])",
        "09:14:02.000 idr text=ACCESS DENIED user=jdoe");
    row("words in capitals within a value are no message id", head + R"(USERNAME="jdoe" X="AN APPLE")",
        "09:14:02.000 idr user=jdoe");
    row("message id alone", head + "USER_LOGOUT", "09:14:02.000 idr text=USER_LOGOUT");
    row("empty values", head + R"(USER_LOGIN [x USERNAME="" MESSAGE="" CODE="" RESULT=""])",
        "09:14:02.000 idr text=USER_LOGIN");
    row("code that is none", head + R"(USER_LOGIN [x CODE="E7"])", "09:14:02.000 idr text=USER_LOGIN");
    row("relay's header first",
        R"(<13>Jan 15 11:00:00 relay1 77 2026-01-15T09:14:02Z 192.0.2.1 SINGLEPOINT 1 USER_LOGIN USERNAME="jdoe")",
        "09:14:02.000 idr text=USER_LOGIN user=jdoe");
    row("RFC 3164", R"(<13>Jan 15 09:14:02 idr1 SINGLEPOINT[7]: USER_LOGIN USERNAME="jdoe")",
        "08:14:02.000 idr text=USER_LOGIN user=jdoe");
    row("without priority", QByteArray(head).replace("<134>1 ", "") + R"(USER_LOGIN USERNAME="jdoe")",
        "09:14:02.000 idr text=USER_LOGIN user=jdoe");
    row("no header", R"(SINGLEPOINT USER_LOGIN USERNAME="jdoe")", "idr text=USER_LOGIN user=jdoe");
    row("unicode", head + "USER_LOGIN USERNAME=\"j\xc3\xb6\"", "09:14:02.000 idr text=USER_LOGIN user=jö");

    row("open quote", head + R"(USER_LOGIN [x USERNAME="jdoe)", "? none");
    row("open quote behind an escape", head + R"(USER_LOGIN [x USERNAME="jdoe\"])", "? none");
    row("nothing behind the word", head.first(head.indexOf("SINGLEPOINT") + 11), "? none");
    row("nothing of an event", head + "hello world", "? none");
    row("the word within another", "<13>Jan 15 09:14:02 h XSINGLEPOINT USER_LOGIN USERNAME=\"jdoe\"", "? none");
    row("the word's beginning only", "<13>Jan 15 09:14:02 h SINGLEPOINTS USER_LOGIN USERNAME=\"jdoe\"", "? none");
    row("another program", R"(<13>1 2026-01-15T09:14:02Z h sshd 1 - - USERNAME="jdoe")", "? none");
    row("words", "hello", "? none");
}

void TestIdrSyslog::readsLines_data()
{
    addLines();
}

void TestIdrSyslog::readsLines()
{
    checkLine(idrSyslog());
}

void TestIdrSyslog::readsLinesAgain_data()
{
    addLines();
}

void TestIdrSyslog::readsLinesAgain()
{
    checkLineAgain(idrSyslog());
}

void TestIdrSyslog::readsTheSameInBlocksOfAnySize()
{
    const QByteArray data =
        "<134>1 2026-01-15T09:14:02Z i SINGLEPOINT 1 USER_LOGIN [x USERNAME=\"a\\\"b\" CODE=\"7\"] y\r\n \n\nx\n"
        "<134>1 2026-01-15T09:14:03Z i SINGLEPOINT 1 USER_AUTHZ [x USERNAME=\"c\" RESULT=\"NOT_AUTHORIZED\"]";
    QCOMPARE(recordTexts(readWhole(idrSyslog(), data)),
             QStringList({u"09:14:02.000 idr 7 text=USER_LOGIN user=a\"b"_s, u"? none"_s,
                          u"09:14:03.000 idr failed text=USER_AUTHZ user=c"_s}));
    QCOMPARE(firstDifferingBlockSize(idrSyslog(), data), qsizetype(0));
}

void TestIdrSyslog::saysWhatFailed_data()
{
    QTest::addColumn<bool>("failed");
    for (const char *result : {"NOT_AUTHENTICATED", "NOT_AUTHORIZED", "FAIL", "failed", "FAILURE", "DENIED", "DENY",
                               "REJECTED", "ERROR", "INVALID_TOKENCODE", "UNAUTHORIZED", "AUTHN_FAILED"})
        QTest::newRow(result) << true;
    for (const char *result : {"AUTHENTICATED", "AUTHORIZED", "SUCCESS", "ALLOW", "CHALLENGE", "", "NOTICE"})
        QTest::newRow(result) << false;
}

void TestIdrSyslog::saysWhatFailed()
{
    const QByteArray line = QByteArray("SINGLEPOINT USER_LOGIN RESULT=\"") + QTest::currentDataTag() + "\"";
    QTEST(readWhole(idrSyslog(), line).records[0].failed, "failed");
}

void TestIdrSyslog::showsFields_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("expected");
    QTest::newRow("RFC 5424")
        << QByteArray(
               R"(<134>1 2026-01-15T09:14:02Z idr1 SINGLEPOINT 2114 USER_LOGIN [x USERNAME="j\"doe" SESSION_ID=""] sign-in failed)")
        << u"time=2026-01-15T09:14:02Z|host=idr1|messageId=USER_LOGIN|USERNAME=j\"doe|SESSION_ID=|text=sign-in failed"_s;
    QTest::newRow("RFC 3164") << QByteArray(R"(Jan 15 09:14:02 idr1 SINGLEPOINT: USER_LOGIN USERNAME="jdoe")")
                              << u"time=Jan 15 09:14:02|host=idr1|messageId=USER_LOGIN|USERNAME=jdoe"_s;
    QTest::newRow("no pairs") << QByteArray("SINGLEPOINT USER_LOGOUT bye") << u"messageId=USER_LOGOUT|text=bye"_s;
    QTest::newRow("no such line") << QByteArray("x") << QString();
}

void TestIdrSyslog::showsFields()
{
    QFETCH(QByteArray, line);
    QTEST(fieldsText(idrSyslog().fields(line, {})), "expected");
}

QTEST_APPLESS_MAIN(TestIdrSyslog)
#include "tst_idrsyslog.moc"
