#include "log.h"
#include "logwriter.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

LogGeneratorOptions someOptions()
{
    LogGeneratorOptions options;
    options.seed = 7;
    options.records = 400;
    return options;
}

QList<GeneratedEvent> generate(const LogGeneratorOptions &options)
{
    LogGenerator generator(options);
    QList<GeneratedEvent> events;
    for (qint64 record = 0; record < options.records; ++record)
        events.append(generator.next());
    return events;
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestLogGenerator : public QObject
{
    Q_OBJECT

private slots:
    void equalOptionsMakeEqualBytes_data();
    void equalOptionsMakeEqualBytes();
    void aShapeHasItsNumberOfRecords_data();
    void aShapeHasItsNumberOfRecords();
    void aShapeIsReadAsItsFormat_data();
    void aShapeIsReadAsItsFormat();
    void syslogHeadersAreOfBothKinds();
    void linesOfAnAuthenticationManagerHaveAllTheirPieces();
    void shapesAreFoundByName();
    void userItemsHaveTheVendorsFieldsInTheirOrder();
    void timeNeverGoesBack();
    void theArrayIsNewestFirst();
    void plainDescriptionsAreTheCatalogs();
    void oddDescriptionsOccur();
    void theStoryLocksJdoeOut();
    void theShippedSampleIsWhatItsReadmeMakes();
};

void TestLogGenerator::equalOptionsMakeEqualBytes_data()
{
    QTest::addColumn<LogShape>("shape");
    const QStringList names = logShapeNames();
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << *logShapeNamed(name);
}

void TestLogGenerator::equalOptionsMakeEqualBytes()
{
    QFETCH(const LogShape, shape);
    LogGeneratorOptions options = someOptions();
    const QByteArray log = generateLog(shape, options);
    QCOMPARE(generateLog(shape, options), log);
    options.seed += 1;
    QVERIFY(generateLog(shape, options) != log);
}

void TestLogGenerator::aShapeHasItsNumberOfRecords_data()
{
    QTest::addColumn<LogShape>("shape");
    QTest::addColumn<QByteArray>("startsWith");
    QTest::addColumn<QByteArray>("inEveryRecord");
    QTest::newRow("page") << LogShape::UserPage << QByteArray("{\"totalPages\":1,\"totalElements\":400,")
                          << QByteArray("\"eventCode\":\"");
    QTest::newRow("array") << LogShape::UserArray << QByteArray("[\n{\"eventId\":\"") << QByteArray("\"eventCode\":\"");
    QTest::newRow("admin") << LogShape::AdminPage << QByteArray("{\"totalPages\":1,")
                           << QByteArray("\"eventId\":92000000000000");
    QTest::newRow("ndjson") << LogShape::Ndjson << QByteArray("{\"eventId\":\"480000000000\",")
                            << QByteArray("\"eventCode\":\"");
    QTest::newRow("syslog") << LogShape::SyslogJson << QByteArray("<13>") << QByteArray(" RSA-SecurID-Cloud-");
    QTest::newRow("identity router") << LogShape::IdrSyslog
                                     << QByteArray("<134>1 2026-01-14T06:00:00Z idr1.example.com ")
                                     << QByteArray(" SINGLEPOINT ");
    QTest::newRow("Authentication Manager")
        << LogShape::AmLog << QByteArray("<14>Jan 14 06:00:00 am1 2026-01-14 06:00:00,000, am1.example.com, ")
        << QByteArray("com.rsa.ims.");
    QTest::newRow("csv") << LogShape::ToolCsv << QByteArray("Total Pages:,1\r\nTotal Elements:,400\r\n")
                         << QByteArray(",Example Co,");
    QTest::newRow("rows without header") << LogShape::HeaderlessCsv << QByteArray("2026-01-14T06:00:00.000Z,Example")
                                         << QByteArray(",user,Auth");
    QTest::newRow("table of a SIEM") << LogShape::SiemCsv << QByteArray("_time,userId,eventCode,host,index,_raw,")
                                     << QByteArray(",\"{\"\"eventId\"\":\"\"");
    QTest::newRow("monitor's table") << LogShape::MonitorTable << QByteArray("Timestamp\tUser ID\tEvent Code\t")
                                     << QByteArray("/2026, ");
    QTest::newRow("text") << LogShape::Text << QByteArray("2026-01-14T06:00:00.000Z ") << QByteArray("2026-01-1");
}

void TestLogGenerator::aShapeHasItsNumberOfRecords()
{
    QFETCH(const LogShape, shape);
    QFETCH(const QByteArray, startsWith);
    QFETCH(const QByteArray, inEveryRecord);
    const QByteArray log = generateLog(shape, someOptions());
    QCOMPARE(log.left(startsWith.size()), startsWith);
    QCOMPARE(log.count(inEveryRecord), 400);
    if (shape == LogShape::UserPage || shape == LogShape::UserArray || shape == LogShape::AdminPage) {
        QJsonParseError error;
        QVERIFY2(!QJsonDocument::fromJson(log, &error).isNull(), qPrintable(error.errorString()));
    }
}

void TestLogGenerator::aShapeIsReadAsItsFormat_data()
{
    equalOptionsMakeEqualBytes_data();
}

/// The program takes each for what it is called, and understands every record.
void TestLogGenerator::aShapeIsReadAsItsFormat()
{
    QFETCH(const LogShape, shape);
    const std::shared_ptr<Log> log = Log::fromBytes(u"made up"_s, generateLog(shape, someOptions()), {}).value();
    log->index({});
    QCOMPARE(log->info().formatName, QString::fromUtf8(QTest::currentDataTag()));
    QCOMPARE(log->notUnderstood(), 0);
    if (shape != LogShape::Text)
        QCOMPARE(log->columns().size(), Row(400));
    int users = 0;
    for (Row row = 0; row < log->columns().size(); ++row) {
        QVERIFY2(log->columns().time(row) != noTime || shape == LogShape::Text, qPrintable(QString::number(row)));
        users += log->columns().user(row) != 0 ? 1 : 0;
    }
    QVERIFY(users > 300 || shape == LogShape::Text);
}

void TestLogGenerator::syslogHeadersAreOfBothKinds()
{
    const QByteArray log = generateLog(LogShape::SyslogJson, someOptions());
    const auto newer = log.count("<13>1 2026-01-14T");
    const auto older = log.count("<13>Jan 14 ");
    QCOMPARE(newer + older, 400);
    QVERIFY(older > 60);
    QVERIFY(newer > older);
    QVERIFY(log.count("RSA-SecurID-Cloud-Admin") > 5);
}

void TestLogGenerator::linesOfAnAuthenticationManagerHaveAllTheirPieces()
{
    QByteArrayList lines = generateLog(LogShape::AmLog, someOptions()).split('\n');
    lines.removeLast();
    QHash<QByteArray, int> seen;
    for (QByteArray &line : lines) {
        const QByteArray name = line.contains("audit.runtime.") ? "runtime"
            : line.contains("audit.admin.")                     ? "admin"
                                                                : "system";
        line.replace("\"SecurID_Native, RSA_Password\"", "a quoted value is one piece");
        QCOMPARE(line.count(',') + 1, name == "runtime" ? 40 : name == "admin" ? 32 : 27);
        ++seen[name];
    }
    QCOMPARE(seen.size(), 3);
    QVERIFY(seen["runtime"] > 300);
}

void TestLogGenerator::shapesAreFoundByName()
{
    QCOMPARE(logShapeNamed(u"tool-csv"_s), std::optional(LogShape::ToolCsv));
    QCOMPARE(logShapeNamed(u"spreadsheet"_s), std::nullopt);
}

void TestLogGenerator::userItemsHaveTheVendorsFieldsInTheirOrder()
{
    static const QByteArrayList fields{"eventId",
                                       "eventLogDate",
                                       "eventType",
                                       "eventLevel",
                                       "eventCategory",
                                       "serverIPAddress",
                                       "tenantId",
                                       "customerName",
                                       "userId",
                                       "sourceIPAddress",
                                       "eventCode",
                                       "eventDescription",
                                       "application",
                                       "method",
                                       "deviceName",
                                       "deviceId",
                                       "policyId",
                                       "policyName",
                                       "authenticationDetails",
                                       "assuranceLevel",
                                       "verboseFlag",
                                       "userActivityId",
                                       "transactionId"};
    const QByteArrayList lines = generateLog(LogShape::Ndjson, someOptions()).split('\n');
    for (const QByteArray &line : lines.first(lines.size() - 1)) {
        QCOMPARE(QJsonDocument::fromJson(line).object().size(), fields.size());
        qsizetype at = 0;
        for (const QByteArray &field : fields) {
            at = line.indexOf('"' + field + "\":", at);
            QVERIFY2(at >= 0, field.constData());
        }
    }
}

void TestLogGenerator::timeNeverGoesBack()
{
    qint64 last = someOptions().firstTime.toMSecsSinceEpoch();
    const QList<GeneratedEvent> events = generate(someOptions());
    for (const GeneratedEvent &event : events) {
        QVERIFY(event.time >= last);
        last = event.time;
    }
}

void TestLogGenerator::theArrayIsNewestFirst()
{
    const QJsonArray items = QJsonDocument::fromJson(generateLog(LogShape::UserArray, someOptions())).array();
    QVERIFY(items.first()[u"eventLogDate"].toString() > items.last()[u"eventLogDate"].toString());
}

void TestLogGenerator::plainDescriptionsAreTheCatalogs()
{
    LogGeneratorOptions options = someOptions();
    options.oddities = false;
    const QString page = QString::fromUtf8(readFile(u":/catalog/user-events-400-1409.txt"_s));
    int found = 0;
    const QList<GeneratedEvent> events = generate(options);
    for (const GeneratedEvent &event : events) {
        if (event.code < 400 || event.code > 1409)
            continue;
        const QString row =
            u"%1 | %2 | %3 | %4 |"_s.arg(QString::number(event.code), event.level, event.category, event.description);
        QVERIFY2(page.contains(row), qPrintable(row));
        ++found;
    }
    QVERIFY(found > 300);
}

void TestLogGenerator::oddDescriptionsOccur()
{
    LogGeneratorOptions plain = someOptions();
    plain.oddities = false;
    const QByteArray odd = generateLog(LogShape::Ndjson, someOptions());
    QVERIFY(odd.contains("Step-up authentication"));
    QVERIFY(!generateLog(LogShape::Ndjson, plain).contains("Step-up authentication"));
}

void TestLogGenerator::theStoryLocksJdoeOut()
{
    LogGeneratorOptions options = someOptions();
    options.records = 2000;
    options.storyTime = options.firstTime.addSecs(4 * 3600);
    QList<int> codes;
    const QList<GeneratedEvent> events = generate(options);
    for (const GeneratedEvent &event : events) {
        // A sign-in that began just before may still end.
        if (event.user == u"jdoe@example.com" && event.time >= options.storyTime.addSecs(120).toMSecsSinceEpoch())
            codes.append(event.code);
    }
    for (const int success : {701, 660, 901, 909, 912})
        QVERIFY2(!codes.contains(success), qPrintable(QString::number(success)));
    QVERIFY(codes.indexOf(702) >= 0);
    QVERIFY(codes.indexOf(703) > codes.indexOf(702));
    QVERIFY(codes.indexOf(662) > codes.indexOf(703));
}

void TestLogGenerator::theShippedSampleIsWhatItsReadmeMakes()
{
    const QString samples = QStringLiteral(EVIDENT_SAMPLES);
    const QString readme = QString::fromUtf8(readFile(samples + u"/README.md"_s));
    const qsizetype start = readme.indexOf(u"evident_generate "_s);
    QVERIFY(start >= 0);
    QStringList arguments = QProcess::splitCommand(readme.mid(start, readme.indexOf(u" > "_s, start) - start));
    arguments.removeFirst();

    QProcess tool;
    tool.start(QStringLiteral(EVIDENT_GENERATE), arguments);
    QVERIFY2(tool.waitForFinished(), qPrintable(tool.errorString()));
    QCOMPARE(tool.exitCode(), 0);
    const QByteArray made = tool.readAllStandardOutput();
    QVERIFY(made.size() > 100'000);
    QVERIFY2(made == readFile(samples + u"/sign-ins.json"_s), "the generator makes another log than the shipped one");
}

QTEST_GUILESS_MAIN(TestLogGenerator)

#include "tst_loggenerator.moc"
