#include "logwriter.h"
#include "programfixture.h"

#include <QFile>
#include <QJsonDocument>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

constexpr qint64 recordCount = 2000;

Run run(const QString &program, const QStringList &arguments)
{
    constexpr int patienceMs = 120'000;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    return endOf(process, patienceMs);
}

QByteArrayList sortedLines(const QByteArray &text)
{
    QByteArrayList lines = text.split('\n');
    lines.removeAll(QByteArray());
    std::sort(lines.begin(), lines.end());
    return lines;
}

} // namespace

/// What a query keeps beside what grep and jq find in the same file: in each format, by line or by event id.
class TestOtherTools : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void keepsWhatGrepFinds_data();
    void keepsWhatGrepFinds();
    void keepsWhatJqFinds_data();
    void keepsWhatJqFinds();

private:
    QString fileOf(LogShape shape);
    QByteArrayList kept(const QString &path, const QString &query, const QString &key);

    QTemporaryDir m_folder;
    QString m_data;
};

void TestOtherTools::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_data = m_folder.filePath(u"data"_s);
    for (const QString &tool : {u"grep"_s, u"jq"_s})
        QVERIFY2(!QStandardPaths::findExecutable(tool).isEmpty(), qPrintable(tool + u" is not installed"_s));
}

/// Made once for all rows.
QString TestOtherTools::fileOf(LogShape shape)
{
    const QString path = m_folder.filePath(QString::number(int(shape)) + u".log"_s);
    QFile file(path);
    if (!file.exists() && file.open(QIODevice::WriteOnly)) {
        LogGeneratorOptions options;
        options.records = recordCount;
        options.storyTime = QDateTime(QDate(2026, 1, 14), QTime(9, 0), Qt::UTC);
        file.write(generateLog(shape, options));
    }
    return path;
}

/// One value of each record that the query keeps, sorted.
QByteArrayList TestOtherTools::kept(const QString &path, const QString &query, const QString &key)
{
    const Run printed = run(QStringLiteral(EVIDENT_PROGRAM),
                            {u"--data-dir"_s, m_data, u"--print"_s, u"--format"_s, u"ndjson"_s, u"--zone"_s, u"UTC"_s,
                             u"--input-zone"_s, u"UTC"_s, u"--where"_s, query, path});
    if (printed.exitCode != 0)
        qWarning("%s", printed.errors.constData());
    QByteArrayList values;
    for (const QByteArray &line : sortedLines(printed.output))
        values.append(QJsonDocument::fromJson(line).object().value(key).toVariant().toString().toUtf8());
    std::sort(values.begin(), values.end());
    return values;
}

void TestOtherTools::keepsWhatGrepFinds_data()
{
    QTest::addColumn<LogShape>("shape");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("grep");

    const auto row = [](LogShape shape, const QString &query, const QStringList &grep) {
        const auto name = u"%1, %2"_s.arg(QString::number(int(shape)), query);
        QTest::newRow(qPrintable(name)) << shape << query << grep;
    };
    // Words, phrases and regular expressions read the same in each format whose record is a line.
    const QList<LogShape> lines{LogShape::Ndjson,        LogShape::SyslogJson,   LogShape::ToolCsv,
                                LogShape::HeaderlessCsv, LogShape::MonitorTable, LogShape::IdrSyslog,
                                LogShape::AmLog,         LogShape::Text,         LogShape::SiemCsv};
    for (const LogShape shape : lines) {
        row(shape, u"USER00"_s, {u"-iF"_s, u"user00"_s});
        row(shape, u"user01 -user012"_s, {u"-iP"_s, u"^(?=.*user01)(?!.*user012)"_s});
        row(shape, u"/user0[13]\\d\\D/"_s, {u"-P"_s, u"user0[13]\\d\\D"_s});
        row(shape, u"/USER0[13]\\d\\D/i user03"_s, {u"-iP"_s, u"^(?=.*user0[13]\\d\\D)(?=.*user03)"_s});
    }
    for (const LogShape shape : {LogShape::Ndjson, LogShape::SyslogJson}) {
        row(shape, u"user:user008"_s, {u"-F"_s, u"\"userId\":\"user008@"_s});
        row(shape, u"code:600-699"_s, {u"-P"_s, u"\"eventCode\":\"6\\d\\d\""_s});
        row(shape, u"kind:user code:701,702 -user:jdoe"_s,
            {u"-P"_s, u"^(?!.*\"userId\":\"jdoe@)(?=.*\"eventCode\":\"70[12]\")"_s});
        row(shape, u"ip:198.51.100.0/24"_s, {u"-P"_s, u"\"sourceIPAddress\":\"198\\.51\\.100\\."_s});
        row(shape, u"method:\"Hardware Authenticator\" validated"_s,
            {u"-iP"_s, u"^(?=.*\"method\":\"hardware authenticator\")(?=.*validated)"_s});
        row(shape, u"time:2026-01-14T09:00..2026-01-14T12:00"_s,
            {u"-P"_s, u"\"eventLogDate\":\"2026-01-14T(09|1[01]):"_s});
    }
    row(LogShape::SyslogJson, u"kind:admin"_s, {u"-F"_s, u"\"activityCode\":"_s});

    row(LogShape::ToolCsv, u"user:user008"_s, {u"-P"_s, u",user008@example\\.com\\r?$"_s});
    row(LogShape::ToolCsv, u"code:702"_s,
        {u"-iP"_s, u"approve authentication failed\\s+[-\u2013\u2014]\\s+user response timed out"_s});
    row(LogShape::ToolCsv, u"app:VPN"_s, {u"-F"_s, u",VPN,"_s});
    row(LogShape::ToolCsv, u"ip:192.0.2.0/25"_s, {u"-P"_s, u",192\\.0\\.2\\.(\\d|\\d\\d|1[01]\\d|12[0-7]),"_s});
    row(LogShape::ToolCsv, u"time:2026-01-14T09:00..2026-01-14T12:00"_s, {u"-P"_s, u",2026-01-14T(09|1[01]):"_s});

    row(LogShape::HeaderlessCsv, u"user:user008,jdoe"_s, {u"-P"_s, u",(user008|jdoe)@example\\.com,\\d+,"_s});
    row(LogShape::HeaderlessCsv, u"code:>=900 -code:934"_s,
        {u"-P"_s, u",(Authentication|Authorization),[^,]*,(?!934)(9\\d\\d|\\d{4,5}),"_s});
    row(LogShape::HeaderlessCsv, u"time:09:00..12:00"_s, {u"-P"_s, u"^2026-01-\\d\\dT(09|1[01]):"_s});

    row(LogShape::SiemCsv, u"user:user008"_s, {u"-P"_s, u"^[^,]*,user008@"_s});
    row(LogShape::SiemCsv, u"code:600-699"_s, {u"-P"_s, u"^[^,]*,[^,]*,6\\d\\d,"_s});
    row(LogShape::SiemCsv, u"method:Approve -code:701"_s,
        {u"-P"_s, u"^(?=.*\"\"method\"\":\"\"Approve\"\")(?!.*\"\"eventCode\"\":\"\"701\"\")"_s});
    row(LogShape::SiemCsv, u"time:2026-01-14T09:00..2026-01-14T12:00"_s, {u"-P"_s, u"^2026-01-14T(09|1[01]):"_s});

    row(LogShape::MonitorTable, u"user:user008"_s, {u"-P"_s, u"\\tuser008@"_s});
    row(LogShape::MonitorTable, u"code:600-699"_s, {u"-P"_s, u"\\t6\\d\\d\\t"_s});
    row(LogShape::MonitorTable, u"app:\"Service Desk\" -code:909"_s,
        {u"-P"_s, u"^(?!.*\\t909\\t).*\\tService Desk\\t"_s});
    row(LogShape::MonitorTable, u"time:2026-01-14T09:00..2026-01-14T12:00"_s,
        {u"-P"_s, u"^1/14/2026, (9|10|11):\\d\\d:\\d\\d AM"_s});

    row(LogShape::IdrSyslog, u"user:user008"_s, {u"-P"_s, u"USERNAME=\"user008@"_s});
    row(LogShape::IdrSyslog, u"result:NOT_AUTHENTICATED"_s, {u"-F"_s, u"RESULT=\"NOT_AUTHENTICATED\""_s});
    row(LogShape::IdrSyslog, u"-ip:198.51.100.0/24"_s, {u"-vP"_s, u"REMOTE_IP=\"198\\.51\\.100\\."_s});
    row(LogShape::IdrSyslog, u"app:VPN or app:\"Service Desk\""_s, {u"-P"_s, u"APPLICATION=\"(VPN|Service Desk)\""_s});
    row(LogShape::IdrSyslog, u"time:2026-01-14T09:00..2026-01-14T12:00"_s, {u"-P"_s, u">1 2026-01-14T(09|1[01]):"_s});

    row(LogShape::AmLog, u"code:13002"_s, {u"-F"_s, u",AUTHN_LOGIN_EVENT,13002,"_s});
    row(LogShape::AmLog, u"code:13002 result:FAIL"_s, {u"-F"_s, u",AUTHN_LOGIN_EVENT,13002,FAIL,"_s});
    row(LogShape::AmLog, u"time:2026-01-14T09:00..2026-01-14T12:00"_s,
        {u"-P"_s, u" 2026-01-14 (09|1[01]):\\d\\d:\\d\\d,"_s});

    row(LogShape::Text, u"code:900-912"_s, {u"-P"_s, u"eventCode=9(0\\d|1[012]) "_s});
    row(LogShape::Text, u"heartbeat or \"timed out\""_s, {u"-iP"_s, u"heartbeat|timed out"_s});
    row(LogShape::Text, u"time:2026-01-14T09:00..2026-01-14T12:00"_s, {u"-P"_s, u"^2026-01-14T(09|1[01]):"_s});
}

void TestOtherTools::keepsWhatGrepFinds()
{
    QFETCH(LogShape, shape);
    QFETCH(QString, query);
    QFETCH(QStringList, grep);

    const QString path = fileOf(shape);
    const Run found = run(u"grep"_s, QStringList{u"-n"_s} + grep + QStringList{path});
    QCOMPARE(found.exitCode, 0);
    QByteArrayList lines;
    for (const QByteArray &line : sortedLines(found.output))
        lines.append(line.left(line.indexOf(':')));
    std::sort(lines.begin(), lines.end());
    QVERIFY(lines.size() > 1);
    QVERIFY(lines.size() < recordCount);
    QCOMPARE(kept(path, query, u"line"_s), lines);
}

void TestOtherTools::keepsWhatJqFinds_data()
{
    QTest::addColumn<LogShape>("shape");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("key");

    const QString hours = u".eventLogDate >= \"2026-01-14T09:00\" and .eventLogDate < \"2026-01-14T12:00\""_s;
    const QList<std::pair<QString, QString>> ofUsers{
        {u"user:user008"_s, u"(.userId // \"\") | startswith(\"user008@\")"_s},
        {u"code:600-699"_s, u".eventCode | tonumber | . >= 600 and . < 700"_s},
        {u"method:Approve -code:701"_s, u".method == \"Approve\" and .eventCode != \"701\""_s},
        {u"ip:198.51.100.0/24"_s, u"(.sourceIPAddress // \"\") | startswith(\"198.51.100.\")"_s},
        {u"app:\"\""_s, u".application == null"_s},
        {u"time:2026-01-14T09:00..2026-01-14T12:00"_s, hours},
        {u"\"timed out\""_s, u"tojson | test(\"timed out\"; \"i\")"_s},
        {u"/Service [A-Z]/"_s, u"tojson | test(\"Service [A-Z]\")"_s},
    };
    const QList<std::pair<QString, QString>> ofAdmins{
        {u"user:admin3"_s, u".adminUserName | startswith(\"admin3@\")"_s},
        {u"code:80021"_s, u".activityCode == \"80021\""_s},
        {u"result:FAIL"_s, u".result == \"FAIL\""_s},
        {u"level:error"_s, u".result == \"FAIL\""_s},
        {u"unlocked"_s, u"tojson | test(\"unlocked\"; \"i\")"_s},
        {u"time:2026-01-14T09:00..2026-01-14T12:00"_s, hours},
    };
    const auto rows = [](LogShape shape, const QString &items, const QList<std::pair<QString, QString>> &pairs,
                         const QString &field = u"eventId"_s, const QString &key = u"eventId"_s) {
        for (const auto &[query, condition] : pairs) {
            const auto name = u"%1, %2"_s.arg(QString::number(int(shape)), query);
            QTest::newRow(qPrintable(name))
                << shape << query << u"%1 | select(%2) | .%3"_s.arg(items, condition, field) << key;
        }
    };
    rows(LogShape::UserPage, u".userEventLogExportEntries[]"_s, ofUsers);
    rows(LogShape::UserArray, u".[]"_s, ofUsers);
    rows(LogShape::Ndjson, u"."_s, ofUsers);
    rows(LogShape::AdminPage, u".elements[]"_s, ofAdmins, u"eventLogDate"_s, u"time"_s); // jq rounds such an eventId
}

void TestOtherTools::keepsWhatJqFinds()
{
    QFETCH(LogShape, shape);
    QFETCH(QString, query);
    QFETCH(QString, filter);
    QFETCH(QString, key);

    const QString path = fileOf(shape);
    const Run found = run(u"jq"_s, {u"-r"_s, filter, path});
    QCOMPARE(found.errors, QByteArray());
    const QByteArrayList ids = sortedLines(found.output);
    QVERIFY(ids.size() > 1);
    QVERIFY(ids.size() < recordCount);
    QCOMPARE(kept(path, query, key), ids);
}

QTEST_GUILESS_MAIN(TestOtherTools)
#include "tst_othertools.moc"
