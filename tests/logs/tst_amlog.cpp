#include "recordtext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

const Format &amLog()
{
    return *formatByName(u"am-log");
}

const QByteArray relay = "<14>Jan 15 10:14:02 am1 ";
const QByteArray stamp = "2026-01-15 10:14:02,118, ";
const QByteArray runtimeLogger =
    "am1.example.com, audit.runtime.com.rsa.ims.authn.impl.AuthenticationBrokerImpl, INFO, ";
const QByteArray adminLogger =
    "am1.example.com, audit.admin.com.rsa.ims.admin.impl.SecurityDomainAdministrationImpl, INFO, ";
const QByteArray systemLogger = "am1.example.com, system.com.rsa.ims.configuration.impl.ConfigurationImpl, ERROR, ";
/// 40, 32 and 27 pieces with time and logger before them, counting the milliseconds as one.
const QByteArray runtimePieces =
    "e1,i1,192.0.2.10,192.0.2.20,AUTHN_LOGIN_EVENT,13002,FAIL,AUTHN_METHOD_FAILED,s1,u1,is1,sd1,jdoe,Jane,Doe,a1,sd2,"
    "192.0.2.30,vpn1.example.com,7,m1,SecurID_Native,p1,SecurID_Native,AUTHN_LOGIN_EVENT,5,1,,,,,t1,000123456789,,";
const QByteArray adminPieces =
    "e1,i1,192.0.2.10,192.0.2.20,CREATE_SECURITY_DOMAIN,10005,SUCCESS,,s1,,u1,is1,sd1,root,Ada,Admin,SECURITY_DOMAIN,"
    "o1,,sd2,\"Staff, Berlin\",,,,,,SystemDomain.Staff";
const QByteArray systemPieces = "e1,i1,192.0.2.10,192.0.2.20,CONF_READ,16153,FAIL,INSUFFICIENT_PRIVILEGE,s1,u1,is1,"
                                "sd1,root,Ada,Admin,0000-Global-0000,a.setting,,,,,";

} // namespace

class TestAmLog : public QObject
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

void TestAmLog::addLines()
{
    const auto row = tableOf("line");
    const char *const runtime = "09:14:02.118 am 13002 failed level=INFO category=runtime text=AUTHN_LOGIN_EVENT: "
                                "AUTHN_METHOD_FAILED user=jdoe "
                                "address=192.0.2.10 application=vpn1.example.com method=SecurID_Native";
    const char *const admin = "09:14:02.118 am 10005 level=INFO category=admin text=CREATE_SECURITY_DOMAIN user=root "
                              "address=192.0.2.10";
    const char *const system =
        "09:14:02.118 am 16153 failed level=ERROR category=system text=CONF_READ: INSUFFICIENT_PRIVILEGE user=root "
        "address=192.0.2.10";
    row("runtime", stamp + runtimeLogger + runtimePieces, runtime);
    row("runtime behind a header", relay + stamp + runtimeLogger + runtimePieces, runtime);
    row("runtime behind an RFC 5424 header",
        "<14>1 2026-01-15T09:00:00Z am1 rsa - - [x a=\"b, c\"] " + stamp + runtimeLogger + runtimePieces, runtime);
    row("runtime behind an ISO time", "2026-01-15T10:14:02+01:00 am1 " + stamp + runtimeLogger + runtimePieces,
        runtime);
    row("runtime behind a priority", "<14>" + stamp + runtimeLogger + runtimePieces, runtime);
    row("runtime without a host", stamp + ", " + runtimeLogger.mid(runtimeLogger.indexOf("audit")) + runtimePieces,
        runtime);
    row("admin", relay + stamp + adminLogger + adminPieces, admin);
    row("system", relay + stamp + systemLogger + systemPieces, system);
    row("admin, another logger", stamp + "am1, audit.admin.authmgr.FileDataAdministration, INFO, " + adminPieces,
        admin);
    row("runtime without a logger", stamp + runtimePieces,
        "09:14:02.118 am 13002 failed category=runtime text=AUTHN_LOGIN_EVENT: AUTHN_METHOD_FAILED user=jdoe "
        "address=192.0.2.10 application=vpn1.example.com method=SecurID_Native");
    row("admin without a logger", stamp + adminPieces,
        "09:14:02.118 am 10005 category=admin text=CREATE_SECURITY_DOMAIN user=root address=192.0.2.10");
    row("system without a logger", stamp + systemPieces,
        "09:14:02.118 am 16153 failed category=system text=CONF_READ: INSUFFICIENT_PRIVILEGE user=root "
        "address=192.0.2.10");
    row("no logger, and too few pieces to tell the log", stamp + runtimePieces.first(runtimePieces.indexOf(",a1")),
        "09:14:02.118 am 13002 failed text=AUTHN_LOGIN_EVENT: AUTHN_METHOD_FAILED address=192.0.2.10");
    row("cut off behind the result",
        stamp + runtimeLogger + runtimePieces.first(runtimePieces.indexOf(",AUTHN_METHOD")),
        "09:14:02.118 am 13002 failed level=INFO category=runtime text=AUTHN_LOGIN_EVENT address=192.0.2.10");
    row("cut off behind the level", stamp + runtimeLogger, "09:14:02.118 am level=INFO category=runtime");
    row("values in quotes",
        stamp + runtimeLogger
            + R"(e1,i1,192.0.2.10,192.0.2.20,AUTHN_LOGIN_EVENT,13002,SUCCESS,,s1,"u,1",is1,sd1,"Doe, ""J"" Jane",Jane,Doe,a1,sd2,x, "VPN, Berlin" ,7)",
        "09:14:02.118 am 13002 level=INFO category=runtime text=AUTHN_LOGIN_EVENT user=Doe, \"J\" Jane "
        "address=192.0.2.10 application=VPN, Berlin");
    row("a quote that is none",
        stamp + adminLogger + QByteArray(adminPieces).replace("root", "\"root"), // up to Berlin"
        "09:14:02.118 am 10005 level=INFO category=admin text=CREATE_SECURITY_DOMAIN "
        "user=root,Ada,Admin,SECURITY_DOMAIN,o1,,sd2,\"Staff, Berlin address=192.0.2.10");
    row("a quote that nothing closes", stamp + runtimeLogger + QByteArray(runtimePieces).replace("jdoe", "\"jdoe"),
        "09:14:02.118 am 13002 failed level=INFO category=runtime text=AUTHN_LOGIN_EVENT: AUTHN_METHOD_FAILED "
        "user=\"jdoe address=192.0.2.10 application=vpn1.example.com method=SecurID_Native");
    row("another result", stamp + runtimeLogger + "e1,i1,192.0.2.10,192.0.2.20,AUTHN_LOGIN_EVENT,13002,CHALLENGE,",
        "09:14:02.118 am 13002 level=INFO category=runtime text=AUTHN_LOGIN_EVENT address=192.0.2.10");
    row("a piece too many before the action",
        stamp + runtimeLogger + "x,e1,i1,192.0.2.10,192.0.2.20,AUTHN_LOGIN_EVENT,13002,SUCCESS,",
        "09:14:02.118 am 13002 level=INFO category=runtime text=AUTHN_LOGIN_EVENT address=192.0.2.10");
    row("no milliseconds", "2026-01-15 10:14:02, " + runtimeLogger + runtimePieces,
        QByteArray(runtime).replace(".118", ".000").constData());
    row("time of the day only", relay + "10:14:02,118, " + runtimeLogger,
        "09:14:02.000 am level=INFO category=runtime");
    row("impossible time", "2026-02-30 10:14:02,118, " + runtimeLogger, "am level=INFO category=runtime");
    row("winter and summer", "2026-07-15 10:14:02,118, " + runtimeLogger,
        "2026-07-15 08:14:02.118 am level=INFO category=runtime");

    row("code of three digits", stamp + "e1,i1,192.0.2.10,192.0.2.20,AUTHN_LOGIN_EVENT,130,SUCCESS,", "? none");
    row("code of six digits", stamp + "e1,i1,192.0.2.10,192.0.2.20,AUTHN_LOGIN_EVENT,130023,SUCCESS,", "? none");
    row("no result", stamp + "e1,i1,192.0.2.10,192.0.2.20,AUTHN_LOGIN_EVENT,13002", "? none");
    row("another result without a logger", stamp + "e1,i1,192.0.2.10,192.0.2.20,AUTHN_LOGIN_EVENT,13002,CHALLENGE,",
        "? none");
    row("another logger", stamp + "am1, org.example.Main, INFO, started", "? none");
    row("stack trace", "    at com.rsa.ims.authn.impl.AuthenticationBrokerImpl.run(AuthenticationBrokerImpl.java:88)",
        "? none");
    row("words", "hello, world", "? none");
    row("commas", ",,,,,,", "? none");
}

void TestAmLog::readsLines_data()
{
    addLines();
}

void TestAmLog::readsLines()
{
    checkLine(amLog());
}

void TestAmLog::readsLinesAgain_data()
{
    addLines();
}

void TestAmLog::readsLinesAgain()
{
    checkLineAgain(amLog());
}

void TestAmLog::readsTheSameInBlocksOfAnySize()
{
    const QByteArray data =
        stamp + runtimeLogger + runtimePieces + "\r\n\n \nx\n" + relay + stamp + adminLogger + adminPieces;
    QCOMPARE(readable(readWhole(amLog(), data)), u"13002 am|?x|10005 am"_s);
    QCOMPARE(firstDifferingBlockSize(amLog(), data), qsizetype(0));
}

void TestAmLog::showsFields_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("expected");
    const QString common = u"eventId=e1|instanceId=i1|clientIPAddress=192.0.2.10|serverIPAddress=192.0.2.20|"_s;
    const QString runtime =
        u"action=AUTHN_LOGIN_EVENT|actionCode=13002|result=FAIL|reason=AUTHN_METHOD_FAILED|sessionId=s1|userGuid=u1|"
        "identitySourceId=is1|securityDomainId=sd1|userId=jdoe|firstName=Jane|lastName=Doe|agentId=a1|"
        "agentSecurityDomainId=sd2|agentIP=192.0.2.30|agentName=vpn1.example.com|agentType=7|methodId=m1|"
        "method=SecurID_Native|policyId=p1|policyExpression=SecurID_Native|"_s;
    QTest::newRow("runtime") << relay + stamp + runtimeLogger + runtimePieces
                             << u"time=2026-01-15 10:14:02,118|host=am1.example.com|"
                                "logger=audit.runtime.com.rsa.ims.authn.impl.AuthenticationBrokerImpl|level=INFO|"_s
            + common + runtime
            + u"piece28=AUTHN_LOGIN_EVENT|piece29=5|piece30=1|tokenId=t1|tokenSerial=000123456789|"
              "syslogTime=Jan 15 10:14:02|host=am1|priority=14"_s;
    QTest::newRow("admin without a logger") << stamp + adminPieces
                                            << u"time=2026-01-15 10:14:02,118|"_s + common
            + u"action=CREATE_SECURITY_DOMAIN|actionCode=10005|result=SUCCESS|reason=|sessionId=s1|userGuid=u1|"
              "identitySourceId=is1|securityDomainId=sd1|userId=root|firstName=Ada|lastName=Admin|"
              "targetObject1Type=SECURITY_DOMAIN|targetObject1Id=o1|targetObject1IdentitySourceId=|"
              "targetObject1SecurityDomainId=sd2|targetObject1Name=Staff, Berlin|targetObject2Type=|targetObject2Id=|"
              "targetObject2IdentitySourceId=|targetObject2SecurityDomainId=|targetObject2Name=|"
              "piece27=SystemDomain.Staff"_s;
    QTest::newRow("log that cannot be told") << stamp + "e1,i1,192.0.2.10,192.0.2.20,X_Y,1234,FAIL,,,,jdoe"
                                             << u"time=2026-01-15 10:14:02,118|"_s + common
            + u"action=X_Y|actionCode=1234|result=FAIL|reason=|sessionId=|piece11=jdoe"_s;
    QTest::newRow("logger alone") << QByteArray("audit.admin.com.rsa.X, INFO, hello")
                                  << u"logger=audit.admin.com.rsa.X|level=INFO|piece3=hello"_s;
    QTest::newRow("no such line") << QByteArray("x") << QString();
}

void TestAmLog::showsFields()
{
    QFETCH(QByteArray, line);
    QTEST(fieldsText(amLog().fields(line, {})), "expected");
}

QTEST_APPLESS_MAIN(TestAmLog)
#include "tst_amlog.moc"
