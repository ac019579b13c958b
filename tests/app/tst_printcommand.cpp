// `--print`: the records that a query keeps.

#include "logwriter.h"
#include "programfixture.h"

#include <QJsonDocument>

using namespace evident;
using namespace Qt::StringLiterals;

class TestPrintCommand : public ProgramFixture
{
    Q_OBJECT

private slots:
    void recordsArePrintedAsTheyAreFiltered_data();
    void recordsArePrintedAsTheyAreFiltered();
    void regexThatTakesTooLongIsSaid();
    void printsEachFormat();
    void severalFilesAreMergedByTime();
    void sortAndLimitCutTheRecords();
    void foldDropsRepeatedRecords();
    void maskLeavesNoName();
    void zoneDecidesAboutTimeTerms();
};

void TestPrintCommand::recordsArePrintedAsTheyAreFiltered_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<std::function<bool(const QJsonObject &)>>("keeps");
    using Keeps = std::function<bool(const QJsonObject &)>;
    const auto text = [](const QJsonObject &item, QLatin1StringView key) { return item.value(key).toString(); };
    QTest::newRow("user") << u"user:jdoe"_s << Keeps([=](const QJsonObject &item) {
        return text(item, "userId"_L1).section(u'@', 0, 0).section(u'\\', -1).compare(u"jdoe"_s, Qt::CaseInsensitive)
            == 0;
    });
    QTest::newRow("codes") << u"code:700-799,>=930"_s << Keeps([=](const QJsonObject &item) {
        const int code = text(item, "eventCode"_L1).toInt();
        return (code >= 700 && code <= 799) || code >= 930;
    });
    QTest::newRow("without") << u"-app:VPN -level:error"_s << Keeps([=](const QJsonObject &item) {
        return text(item, "application"_L1) != "VPN"_L1 && text(item, "eventLevel"_L1) != "error"_L1;
    });
    QTest::newRow("either") << u"code:702 or app:Payroll"_s << Keeps([=](const QJsonObject &item) {
        return text(item, "eventCode"_L1) == "702"_L1 || text(item, "application"_L1) == "Payroll"_L1;
    });
    QTest::newRow("time") << u"time:2026-01-14T09:00..2026-01-14T12:00"_s << Keeps([=](const QJsonObject &item) {
        const QString time = text(item, "eventLogDate"_L1);
        return time >= "2026-01-14T09:00:00.000Z"_L1 && time < "2026-01-14T12:00:00.000Z"_L1;
    });
    QTest::newRow("policy") << u"policy:Staff"_s << Keeps([=](const QJsonObject &item) {
        return text(item, "policyName"_L1) == "Staff"_L1;
    });
    QTest::newRow("word") << u"timed"_s << Keeps([=](const QJsonObject &item) {
        return QJsonDocument(item).toJson().toLower().contains("timed");
    });
}

void TestPrintCommand::recordsArePrintedAsTheyAreFiltered()
{
    QFETCH(QString, query);
    using Keeps = std::function<bool(const QJsonObject &)>;
    QFETCH(Keeps, keeps);
    LogGeneratorOptions options;
    options.seed = 7;
    options.records = 1500;
    options.storyTime = QDateTime(QDate(2026, 1, 14), QTime(8, 0), Qt::UTC);
    const QByteArray log = generateLog(LogShape::Ndjson, options);
    QStringList expected;
    for (const QJsonObject &item : linesOf(log)) {
        if (keeps(item))
            expected.append(item.value("eventId"_L1).toVariant().toString());
    }
    QVERIFY(!expected.isEmpty() && expected.size() < 1500);
    const Run result = run({u"--print"_s, u"--format"_s, u"ndjson"_s, u"--zone"_s, u"UTC"_s, u"--where"_s, query,
                            fileWith(u"a.ndjson"_s, log)});
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(valuesOf(linesOf(result.output), u"eventId"_s), expected.join(u' '));
}

void TestPrintCommand::regexThatTakesTooLongIsSaid()
{
    const QString file = fileWith(u"slow.log"_s, QByteArray(60, 'a') + "b\nac\n" + QByteArray(60, 'a') + "b\n");
    const Run result = run({u"--print"_s, u"--format"_s, u"ndjson"_s, u"--where"_s, u"/(a+)+[cd]/"_s, file});
    QCOMPARE(result.exitCode, 1);
    QVERIFY(result.errors.startsWith("evident: slow.log: 2 record"));
    QVERIFY(result.errors.contains("the regular expression takes too long"));
    QCOMPARE(linesOf(result.output).size(), 1);
}

void TestPrintCommand::printsEachFormat()
{
    const QString file = fileWith(u"a.json"_s, earlier);
    const QList<QJsonObject> objects = linesOf(run({u"--print"_s, u"--format"_s, u"ndjson"_s, file}).output);
    QCOMPARE(valuesOf(objects, u"line"_s), u"1 2 3"_s);
    QCOMPARE(valuesOf(objects, u"known"_s), u"true true false"_s);
    QCOMPARE(valuesOf(objects, u"raw"_s), QString::fromUtf8(QByteArray(earlier).trimmed()).replace(u'\n', u' '));
    const QByteArray csv = run({u"--print"_s, u"--format"_s, u"csv"_s, file}).output;
    QCOMPARE(csv.count("\r\n"), 4);
    QVERIFY(csv.contains(",'=sum(a),"));
    const QByteArray text = run({u"--print"_s, u"--zone"_s, u"Europe/Berlin"_s, file}).output;
    QCOMPARE(text.count('\n'), 3);
    QVERIFY(text.startsWith("2026-01-15 10:00:00.000  error"));
}

void TestPrintCommand::severalFilesAreMergedByTime()
{
    const Run result =
        run({u"--print"_s, u"--format"_s, u"ndjson"_s, fileWith(u"b.json"_s, later), fileWith(u"a.json"_s, earlier)});
    QCOMPARE(valuesOf(linesOf(result.output), u"eventId"_s), u"1 2 4 3 3"_s);
    QCOMPARE(valuesOf(linesOf(result.output), u"file"_s), u"a.json a.json b.json b.json a.json"_s);
}

void TestPrintCommand::sortAndLimitCutTheRecords()
{
    const QString file = fileWith(u"a.json"_s, earlier);
    const Run result =
        run({u"--print"_s, u"--format"_s, u"ndjson"_s, u"--sort"_s, u"code:desc"_s, u"--limit"_s, u"2"_s, file});
    QCOMPARE(valuesOf(linesOf(result.output), u"code"_s), u"901 702"_s);
}

void TestPrintCommand::foldDropsRepeatedRecords()
{
    const QStringList files{fileWith(u"a.json"_s, earlier), fileWith(u"b.json"_s, later)};
    const QJsonObject plain = objectOf(run(QStringList{u"--summary"_s, u"--format"_s, u"json"_s} + files).output);
    QCOMPARE(plain.value("matched"_L1).toInt(), 5);
    QCOMPARE(plain.value("duplicates"_L1).toInt(), 1);
    const Run folded = run(QStringList{u"--print"_s, u"--fold"_s, u"--format"_s, u"ndjson"_s} + files);
    QCOMPARE(valuesOf(linesOf(folded.output), u"eventId"_s), u"1 2 4 3"_s);
    const Run repeated =
        run(QStringList{u"--print"_s, u"--where"_s, u"is:duplicate"_s, u"--format"_s, u"ndjson"_s} + files);
    QCOMPARE(valuesOf(linesOf(repeated.output), u"file"_s), u"b.json"_s);
}

void TestPrintCommand::maskLeavesNoName()
{
    const QString file = fileWith(u"a.json"_s, QByteArray(earlier) + "{\"broken by jdoe\n");
    for (const QString &format : {u"text"_s, u"csv"_s, u"ndjson"_s}) {
        const QByteArray output = run({u"--print"_s, u"--mask"_s, u"--format"_s, format, file}).output;
        for (const QByteArray &name : {QByteArray("jdoe"), QByteArray("asmith"), QByteArray("192.0.2.10")})
            QVERIFY2(!output.contains(name), output.constData());
        QVERIFY(output.contains("user-1"));
    }
    const QByteArray summary = run({u"--summary"_s, u"--mask"_s, u"--format"_s, u"json"_s, file}).output;
    QVERIFY(!summary.contains("jdoe"));
    QVERIFY(summary.contains("user-1"));
}

void TestPrintCommand::zoneDecidesAboutTimeTerms()
{
    const QString file = fileWith(u"a.json"_s, earlier);
    const auto matched = [&](const QString &zone) {
        const Run result = run({u"--summary"_s, u"--format"_s, u"json"_s, u"--zone"_s, zone, u"--where"_s,
                                u"time:2026-01-15T10:00..2026-01-15T11:00"_s, file});
        return objectOf(result.output).value("matched"_L1).toInt();
    };
    QCOMPARE(matched(u"UTC"_s), 0);
    QCOMPARE(matched(u"Europe/Berlin"_s), 1);
}

QTEST_GUILESS_MAIN(TestPrintCommand)
#include "tst_printcommand.moc"
