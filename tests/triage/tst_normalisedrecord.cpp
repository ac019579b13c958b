#include "normalisedrecord.h"

#include "smalllog.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

Result<NormalisedRecord> recordOf(const QByteArray &bytes, Row row = 0)
{
    const std::shared_ptr<Log> log = readLog(bytes);
    if (!log || row >= log->columns().size())
        return Error{u"no such record"_s};
    return normalisedRecord(*log, row, resolutionOf(*log));
}

} // namespace

class TestNormalisedRecord : public QObject
{
    Q_OBJECT

private slots:
    void userItemIsReadBack();
    void adminItemIsReadBack();
    void kindIsThatOfTheLine_data();
    void kindIsThatOfTheLine();
    void catalogsMethodStandsInForAMissingOne();
    void driftIsSaid_data();
    void driftIsSaid();
    void lineThatIsNotUnderstoodKeepsItsText();
    void timesAreUtcWithMilliseconds_data();
    void timesAreUtcWithMilliseconds();
};

void TestNormalisedRecord::userItemIsReadBack()
{
    const QByteArray line =
        R"({"eventId":"4711","eventLogDate":"2026-01-15T10:14:02.118+01:00","eventLevel":"info","userId":"jdoe","eventCode":"0702","eventDescription":"Approve failed - Timed out.","application":"VPN","method":"Biometric","sourceIPAddress":"192.0.2.10","transactionId":"t-1","userActivityId":"a-1"})";
    const Result<NormalisedRecord> result = recordOf("\n{\"eventCode\":\"1\"}\n" + line + "\n", 1);
    QVERIFY(result.ok());
    const NormalisedRecord &record = result.value();
    QCOMPARE(record.file, u"test.log"_s);
    QCOMPARE(record.line, 3u);
    QCOMPARE(utcTimeText(record.time), u"2026-01-15T09:14:02.118Z"_s);
    QCOMPARE(record.kind, Kind::User);
    QCOMPARE(record.level, u"error"_s);
    QCOMPARE(record.ownLevel, u"info"_s);
    QCOMPARE(record.code, 702);
    QCOMPARE(record.category, u"Authentication"_s);
    QCOMPARE(record.description, u"Approve failed - Timed out."_s);
    QCOMPARE(record.ownDescription, record.description);
    QCOMPARE(record.user, u"jdoe"_s);
    QCOMPARE(record.sourceIp, u"192.0.2.10"_s);
    QCOMPARE(record.application, u"VPN"_s);
    QCOMPARE(record.method, u"Biometric"_s);
    QCOMPARE(record.transactionId, u"t-1"_s);
    QCOMPARE(record.activityId, u"a-1"_s);
    QCOMPARE(record.eventId, u"4711"_s);
    QVERIFY(record.known);
    QCOMPARE(record.drift, Drift::None);
    QCOMPARE(record.raw, line);
}

void TestNormalisedRecord::adminItemIsReadBack()
{
    const Result<NormalisedRecord> result = recordOf(
        R"({"eventId":9223372036854775807,"eventType":"Administration","adminUserName":"root","activityCode":"80001","result":"FAIL","message":"User jdoe was added to Staff."})"
        "\n");
    QVERIFY(result.ok());
    const NormalisedRecord &record = result.value();
    QCOMPARE(record.kind, Kind::Admin);
    QCOMPARE(record.eventId, u"9223372036854775807"_s);
    QCOMPARE(record.user, u"root"_s);
    QCOMPARE(record.level, u"error"_s);
    QCOMPARE(record.ownLevel, QString());
    QCOMPARE(record.description, u"User jdoe was added to Staff."_s);
    QVERIFY(!record.time.has_value());
}

void TestNormalisedRecord::kindIsThatOfTheLine_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<qint64>("code");
    QTest::addColumn<bool>("known");
    QTest::addColumn<QString>("level");
    QTest::addColumn<QString>("description");
    QTest::newRow("user behind syslog") << QByteArray(
        "<13>1 2026-01-15T09:14:03Z r RSA-SecurID-Cloud-User - - - {\"eventCode\":\"702\"}")
                                        << Kind::User << qint64(702) << true << u"error"_s
                                        << u"Approve failed - Timed out."_s;
    QTest::newRow("system by the catalog")
        << QByteArray("<13>Jan 15 09:14:03 r RSA-SecurID-Cloud-User: {\"eventCode\":\"683\"}") << Kind::System
        << qint64(683) << true << u"error"_s << u"Router is offline."_s;
    QTest::newRow("admin by the program")
        << QByteArray("<13>Jan 15 09:14:03 r RSA-SecurID-Cloud-Admin: {\"eventCode\":\"702\",\"message\":\"Own.\"}")
        << Kind::Admin << qint64(702) << false << QString() << u"Own."_s;
    QTest::newRow("identity router") << QByteArray(
        "<134>1 2026-01-15T09:14:02Z i SINGLEPOINT 1 USER_LOGIN [x CODE=\"702\" RESULT=\"FAIL\" MESSAGE=\"Own.\"]")
                                     << Kind::Idr << qint64(702) << false << u"error"_s << u"Own."_s;
    // The catalog of these tests has this very text, of another kind.
    QTest::newRow("identity router without a code")
        << QByteArray("<134>1 2026-01-15T09:14:02Z i SINGLEPOINT 1 USER_LOGIN [x MESSAGE=\"Signed in to portal.\"]")
        << Kind::Idr << noCode << false << QString() << u"Signed in to portal."_s;
    QTest::newRow("Authentication Manager")
        << QByteArray("2026-01-15 09:14:02,118, am1, audit.admin.com.rsa.X, WARN, 1,2,3,4,ADD_USER,80001,FAIL,DENIED,")
        << Kind::Am << qint64(80001) << false << u"WARN"_s << u"ADD_USER: DENIED"_s;
}

void TestNormalisedRecord::kindIsThatOfTheLine()
{
    QFETCH(QByteArray, line);
    const Result<NormalisedRecord> result = recordOf(line + "\n");
    QVERIFY(result.ok());
    QTEST(result.value().kind, "kind");
    QTEST(result.value().code, "code");
    QTEST(result.value().known, "known");
    QTEST(result.value().level, "level");
    QTEST(result.value().description, "description");
    QCOMPARE(result.value().raw, line);
}

void TestNormalisedRecord::catalogsMethodStandsInForAMissingOne()
{
    const Result<NormalisedRecord> result = recordOf("{\"eventCode\":\"702\",\"method\":null}\n");
    QVERIFY(result.ok());
    QCOMPARE(result.value().method, u"Approve"_s);
}

void TestNormalisedRecord::driftIsSaid_data()
{
    QTest::addColumn<QByteArray>("description");
    QTest::addColumn<Drift>("drift");
    QTest::newRow("none") << QByteArray("Approve failed - Timed out.") << Drift::None;
    QTest::newRow("form") << QByteArray("Approve failed - Timed out") << Drift::Form;
    QTest::newRow("words") << QByteArray("Timed out.") << Drift::Words;
}

void TestNormalisedRecord::driftIsSaid()
{
    QFETCH(QByteArray, description);
    const Result<NormalisedRecord> result =
        recordOf("{\"eventCode\":\"702\",\"eventDescription\":\"" + description + "\"}\n");
    QVERIFY(result.ok());
    QTEST(result.value().drift, "drift");
    QCOMPARE(result.value().description, u"Approve failed - Timed out."_s);
    QCOMPARE(result.value().ownDescription, QString::fromUtf8(description));
}

void TestNormalisedRecord::lineThatIsNotUnderstoodKeepsItsText()
{
    const Result<NormalisedRecord> result = recordOf("{\"eventCode\":\"702\"}\n{\"eventCode\":\n", 1);
    QVERIFY(result.ok());
    QVERIFY(!result.value().understood);
    QCOMPARE(result.value().raw, QByteArray("{\"eventCode\":"));
    QCOMPARE(result.value().code, noCode);
    QCOMPARE(result.value().description, QString());
}

void TestNormalisedRecord::timesAreUtcWithMilliseconds_data()
{
    QTest::addColumn<std::optional<qint64>>("time");
    QTest::addColumn<QString>("text");
    QTest::newRow("absent") << std::optional<qint64>() << QString();
    QTest::newRow("zero") << std::optional<qint64>(0) << u"1970-01-01T00:00:00.000Z"_s;
    QTest::newRow("ms") << std::optional<qint64>(1'768'468'442'118) << u"2026-01-15T09:14:02.118Z"_s;
    QTest::newRow("before 1970") << std::optional<qint64>(-1) << u"1969-12-31T23:59:59.999Z"_s;
}

void TestNormalisedRecord::timesAreUtcWithMilliseconds()
{
    QFETCH(std::optional<qint64>, time);
    QTEST(utcTimeText(time), "text");
}

QTEST_GUILESS_MAIN(TestNormalisedRecord)
#include "tst_normalisedrecord.moc"
