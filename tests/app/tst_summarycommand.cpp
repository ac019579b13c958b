// `--summary`: what the program tells of logs.

#include "logwriter.h"
#include "programfixture.h"

#include <QJsonDocument>

using namespace evident;
using namespace Qt::StringLiterals;

class TestSummaryCommand : public ProgramFixture
{
    Q_OBJECT

private slots:
    void summaryCountsWhatAnIndependentCountCounts();
    void summaryIsReadable();
    void summaryTellsWhatStandsOut();
    void summarySaysWhatWasGuessed();
    void summarySaysWhatWasFoundByText();
    void tablesSayWhatTheItemsSay_data();
    void tablesSayWhatTheItemsSay();
};

void TestSummaryCommand::summaryCountsWhatAnIndependentCountCounts()
{
    LogGeneratorOptions options;
    options.seed = 42;
    options.records = 2000;
    const QByteArray page = generateLog(LogShape::UserPage, options);
    const QString file = fileWith(u"page.json"_s, page);
    QHash<QString, int> levels;
    QHash<QString, int> users;
    for (const QJsonValue item : objectOf(page).value("userEventLogExportEntries"_L1).toArray()) {
        ++levels[item.toObject().value("eventLevel"_L1).toString()];
        ++users[item.toObject().value("userId"_L1).toString()];
    }
    const Run result = run({u"--summary"_s, u"--format"_s, u"json"_s, file});
    QCOMPARE(result.exitCode, 0);
    const QJsonObject summary = objectOf(result.output);
    QCOMPARE(summary.value("records"_L1).toInt(), 2000);
    QCOMPARE(summary.value("matched"_L1).toInt(), 2000);
    QCOMPARE(summary.value("notUnderstood"_L1).toInt(), 0);
    const QJsonArray byLevel = summary.value("byLevel"_L1).toArray();
    QCOMPARE(byLevel.size(), levels.size());
    for (const QJsonValue bucket : byLevel) {
        QCOMPARE(bucket.toObject().value("count"_L1).toInt(),
                 levels.value(bucket.toObject().value("level"_L1).toString()));
    }
    const QJsonArray byUser = summary.value("byUser"_L1).toArray();
    QCOMPARE(byUser.size(), users.size());
    int sum = 0;
    for (const QJsonValue bucket : byUser) {
        const int count = bucket.toObject().value("count"_L1).toInt();
        QCOMPARE(count, users.value(bucket.toObject().value("user"_L1).toString()));
        sum += count;
    }
    QCOMPARE(sum, 2000);
    const QJsonObject filtered =
        objectOf(run({u"--summary"_s, u"--format"_s, u"json"_s, u"--where"_s, u"level:error"_s, file}).output);
    QCOMPARE(filtered.value("matched"_L1).toInt(), levels.value(u"error"_s));
    QCOMPARE(filtered.value("records"_L1).toInt(), 2000);
}

void TestSummaryCommand::summaryIsReadable()
{
    const QString file = fileWith(u"a.json"_s, earlier);
    const Run result = run({u"--summary"_s, u"--zone"_s, u"Europe/Berlin"_s, file});
    QCOMPARE(result.exitCode, 0);
    QVERIFY(result.output.startsWith("a.json"));
    QVERIFY(result.output.contains("Europe/Berlin"));
    QVERIFY(result.output.contains("jdoe@example.com"));
}

void TestSummaryCommand::summaryTellsWhatStandsOut()
{
    QByteArray lines;
    const QDateTime start(QDate(2026, 1, 15), QTime(6, 0), Qt::UTC);
    const auto add = [&](int minute, const char *code, const char *user) {
        lines += QByteArrayLiteral("{\"eventCode\":\"") + code + "\",\"userId\":\"" + user + "\",\"eventLogDate\":\""
            + start.addSecs(minute * 60LL).toString(Qt::ISODateWithMs).toUtf8() + "\"}\n";
    };
    for (int minute = 0; minute < 180; ++minute)
        add(minute < 100 ? minute : minute + 30, "901", "asmith");
    for (int minute = 180; minute < 200; ++minute)
        add(minute, "702", "jdoe");
    const QString file = fileWith(u"out.json"_s, lines);
    const QJsonObject summary = objectOf(run({u"--summary"_s, u"--format"_s, u"json"_s, file}).output);
    QStringList rising;
    for (const QJsonValue each : summary.value("highlights"_L1).toArray())
        rising.append(each.toObject().value("what"_L1).toString() + each.toObject().value("value"_L1).toString());
    QCOMPARE(rising.join(u' '), u"code userjdoe"_s);
    QCOMPARE(summary.value("gaps"_L1).toArray().first().toObject().value("seconds"_L1).toInt(), 31 * 60);
    const QJsonObject quiet =
        objectOf(run({u"--summary"_s, u"--format"_s, u"json"_s, u"--where"_s, u"user:asmith"_s, file}).output);
    QVERIFY(quiet.value("highlights"_L1).toArray().isEmpty());
    const QByteArray text = run({u"--summary"_s, file}).output;
    QVERIFY(text.contains("New or rising in the last hour"));
    QVERIFY(text.contains("31 min"));
}

void TestSummaryCommand::summarySaysWhatWasGuessed()
{
    const QByteArray header = "Timestamp\tUser ID\tEvent Code\tDescription\n";
    const QString either = fileWith(u"either.tsv"_s, header + "1/2/2026, 9:14 AM\tjdoe\t702\tx\n");
    const QString clear = fileWith(u"clear.tsv"_s, header + "1/15/2026, 9:14 AM\tjdoe\t702\tx\n");
    QVERIFY(run({u"--summary"_s, either}).output.contains("is a guess"));
    QVERIFY(run({u"--summary"_s, u"--input-format"_s, u"monitor-table"_s, either}).output.contains("is a guess"));
    QVERIFY(!run({u"--summary"_s, clear}).output.contains("is a guess"));
}

/// Records of tool-csv have no code; two codes share one text.
void TestSummaryCommand::summarySaysWhatWasFoundByText()
{
    const QString file = fileWith(
        u"tool.csv"_s,
        "eventId,eventLogDate,eventType,activityDetail,userId\r\n"
        "1,2026-01-15T09:14:02.118Z,user,Approve authentication failed - User response timed out.,jdoe\r\n"
        "2,2026-01-15T09:14:03.118Z,user,Cloud Authentication Service successfully validated Hardware Authenticator "
        "credentials.,jdoe\r\n"
        "3,2026-01-15T09:14:04.118Z,user,cloud authentication service successfully validated hardware  authenticator "
        "credentials,jdoe\r\n"
        "4,2026-01-15T09:14:05.118Z,user,Nobody knows this.,jdoe\r\n");
    const QByteArray text = run({u"--summary"_s, file}).output;
    for (const char *part : {"3 record", "without a code, found in the catalog by text.", "2 record",
                             "whose text stands for several codes."})
        QVERIFY2(text.contains(part), text.constData());
    const auto kept = [&](const QString &query, const QString &key) {
        return valuesOf(linesOf(run({u"--print"_s, u"--where"_s, query, u"--format"_s, u"ndjson"_s, file}).output),
                        key);
    };
    QCOMPARE(kept(u"is:textmatch"_s, u"eventId"_s), u"1 2 3"_s);
    QCOMPARE(kept(u"is:ambiguous"_s, u"eventId"_s), u"2 3"_s);
    QCOMPARE(kept(u"-is:textmatch"_s, u"eventId"_s), u"4"_s);
    QCOMPARE(kept(u"is:formdrift"_s, u"eventId"_s), u"3"_s);
    QCOMPARE(kept(u"is:textmatch"_s, u"level"_s), u"error notice notice"_s);
    QCOMPARE(kept(u"code:702"_s, u"eventId"_s), u"1"_s);
    QCOMPARE(kept(u"is:ambiguous"_s, u"code"_s).trimmed(), QString());
}

void TestSummaryCommand::tablesSayWhatTheItemsSay_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QStringList>("keys");
    const QStringList always{u"code"_s, u"user"_s, u"method"_s, u"application"_s};
    QTest::newRow("headerless-csv") << u"headerless-csv"_s
                                    << always + QStringList{u"time"_s, u"description"_s, u"ownDescription"_s};
    QTest::newRow("siem-csv") << u"siem-csv"_s
                              << always + QStringList{u"level"_s,    u"time"_s,          u"sourceIp"_s,
                                                      u"eventId"_s,  u"transactionId"_s, u"activityId"_s,
                                                      u"ownLevel"_s, u"ownDescription"_s};
    QTest::newRow("monitor-table") << u"monitor-table"_s
                                   << always + QStringList{u"transactionId"_s, u"activityId"_s, u"ownDescription"_s};
}

/// One story, told by the items and by a table.
void TestSummaryCommand::tablesSayWhatTheItemsSay()
{
    QFETCH(QString, format);
    QFETCH(QStringList, keys);
    LogGeneratorOptions options;
    options.records = 1500;
    const QString items = fileWith(u"items"_s, generateLog(LogShape::Ndjson, options));
    const QString table = fileWith(u"table"_s, generateLog(*logShapeNamed(format), options));
    const QJsonObject summary = objectOf(run({u"--summary"_s, u"--format"_s, u"json"_s, table}).output);
    QCOMPARE(summary.value("files"_L1).toArray().first().toObject().value("format"_L1).toString(), format);
    QCOMPARE(summary.value("notUnderstood"_L1).toInt(), 0);
    const auto records = [this](const QString &file) {
        return linesOf(run({u"--print"_s, u"--input-zone"_s, u"UTC"_s, u"--format"_s, u"ndjson"_s, file}).output);
    };
    const QList<QJsonObject> expected = records(items);
    const QList<QJsonObject> found = records(table);
    QCOMPARE(expected.size(), 1500);
    QCOMPARE(found.size(), expected.size());
    for (qsizetype index = 0; index < found.size(); ++index) {
        for (const QString &key : keys)
            QVERIFY2(found[index].value(key) == expected[index].value(key),
                     qPrintable(u"%1 of record %2: %3"_s.arg(key).arg(index).arg(
                         QString::fromUtf8(QJsonDocument(found[index]).toJson(QJsonDocument::Compact)))));
    }
}

QTEST_GUILESS_MAIN(TestSummaryCommand)
#include "tst_summarycommand.moc"
