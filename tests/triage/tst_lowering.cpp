#include "lowering.h"

#include "smalllog.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

QByteArray line(const QJsonObject &record)
{
    return QJsonDocument(record).toJson(QJsonDocument::Compact) + '\n';
}

/// The records that the table below asks about.
QByteArray someRecords()
{
    return line({{u"eventId"_s, u"1"_s},
                 {u"eventCode"_s, u"702"_s},
                 {u"eventLogDate"_s, u"2026-01-15T09:00:00.000Z"_s},
                 {u"userId"_s, u"jdoe@example.com"_s},
                 {u"method"_s, u"Biometric"_s},
                 {u"application"_s, u"VPN"_s},
                 {u"sourceIPAddress"_s, u"192.0.2.10"_s},
                 {u"transactionId"_s, u"t-1"_s},
                 {u"deviceName"_s, u"Phone"_s},
                 {u"policyName"_s, u"Staff"_s}})
        + line({{u"eventId"_s, u"2"_s},
                {u"eventCode"_s, u"702"_s},
                {u"eventLogDate"_s, u"2026-01-15T10:00:00.000Z"_s},
                {u"userId"_s, u"asmith"_s},
                {u"eventDescription"_s, u"approve failed - timed out"_s}})
        + line({{u"eventId"_s, u"3"_s},
                {u"eventCode"_s, u"777"_s},
                {u"eventLogDate"_s, u"2026-01-16T10:00:00.000Z"_s},
                {u"eventLevel"_s, u"warning"_s},
                {u"eventCategory"_s, u"New"_s},
                {u"eventDescription"_s, u"Something new."_s},
                {u"userActivityId"_s, u"a-3"_s}})
        + line({{u"eventId"_s, u"4"_s},
                {u"eventCode"_s, u"901"_s},
                {u"eventLogDate"_s, u"2026-01-16T11:00:00.000Z"_s},
                {u"userId"_s, u"CORP\\jdoe"_s},
                {u"eventDescription"_s, u"Welcome to the portal."_s}})
        + line({{u"activityCode"_s, u"80999"_s},
                {u"eventLogDate"_s, u"2026-01-16T12:00:00.000Z"_s},
                {u"result"_s, u"FAIL"_s},
                {u"adminUserName"_s, u"root"_s}});
}

std::vector<Row> keptRows(const Log &log, const QString &text, const RowFacts &facts = {})
{
    const QueryParse parse = Query::parse(text);
    if (!parse.ok()) {
        QTest::qFail(qPrintable(parse.error->reason), __FILE__, __LINE__);
        return {};
    }
    const Resolution resolution = resolutionOf(log);
    const MatchContext context{QTimeZone::utc(), log.columns().time(log.columns().size() - 1)};
    std::vector<Row> kept;
    filterRows(log, lowerQuery(parse.query, context, log, resolution, facts), 0, log.columns().size(), {}, kept);
    return kept;
}

QString asText(const std::vector<Row> &rows)
{
    QStringList texts;
    for (const Row row : rows)
        texts.append(QString::number(row));
    return texts.join(u' ');
}

} // namespace

class TestLowering : public QObject
{
    Q_OBJECT

private slots:
    void termsKeepTheirRows_data();
    void termsKeepTheirRows();
    void flagsAndRowFactsGoTogether_data();
    void flagsAndRowFactsGoTogether();
    void knowsWhetherDuplicatesAreAsked();
    void findingsKeepTheirEvidence_data();
    void findingsKeepTheirEvidence();
    void filtersCountWhatAnIndependentCountCounts();
    void descriptionsBeyondTheCapAreRead();
};

void TestLowering::termsKeepTheirRows_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char *query, const char *rows) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(rows);
    };
    row("", "0 1 2 3 4");
    row("code:702", "0 1");
    row("code:700-800", "0 1 2");
    row("code:>=900", "3 4");
    row("kind:admin", "4");
    row("level:error", "0 1 4");
    row("level:warning", "2");
    row("-level:error", "2 3");
    row("category:New", "2");
    row("category:\"\"", "4");
    row("method:Biometric", "0");
    row("method:Approve", "1");
    row("method:\"\"", "2 3 4");
    row("outcome:failure", "0 1 4");
    row("outcome:success", "3");
    row("user:jdoe", "0 3");
    row("user:root", "4");
    row("user:\"\"", "2");
    row("app:VPN", "0");
    row("ip:192.0.2.0/24", "0");
    row("txn:t-1", "0");
    row("activity:a-3", "2");
    row("device:Phone", "0");
    row("policy:Staff", "0");
    row("result:FAIL", "4");
    row("field.userActivityId:a-3", "2");
    row("field.nobodyHasThis:\"\"", "0 1 2 3 4");
    row("file:test.log", "0 1 2 3 4");
    row("file:other.log", "");
    row("-file:other.log", "0 1 2 3 4");
    row("desc:\"Something new.\"", "2");
    row("desc:\"Approve*\"", "0 1");
    row("time:2026-01-15", "0 1");
    row("since:1h", "3 4");
    row("\"portal\"", "3");
    row("is:unknown", "2 4");
    row("is:drift", "3");
    row("is:formdrift", "1");
    row("is:bookmarked", "");
    row("-is:bookmarked", "0 1 2 3 4");
    row("has:note", "");
    row("finding:anything", "");
    row("-finding:anything", ""); // nobody knows
    row("code:777 or user:asmith level:error,warning", "1 2");
}

void TestLowering::termsKeepTheirRows()
{
    QFETCH(QString, query);
    const std::shared_ptr<Log> log = readLog(someRecords());
    QVERIFY(log);
    QCOMPARE(log->columns().size(), Row(5));
    QTEST(asText(keptRows(*log, query)), "rows");
}

void TestLowering::flagsAndRowFactsGoTogether_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("rows");
    QTest::newRow("duplicate") << u"is:duplicate"_s << u"1 3"_s;
    QTest::newRow("not duplicate") << u"-is:duplicate"_s << u"0 2 4"_s;
    QTest::newRow("either") << u"is:duplicate,unknown"_s << u"1 2 3 4"_s;
    QTest::newRow("neither") << u"-is:duplicate,unknown"_s << u"0"_s;
    QTest::newRow("neither, or a code") << u"-is:duplicate,unknown or code:777"_s << u"0 2"_s;
    QTest::newRow("not both of two") << u"-is:duplicate,unknown or -is:duplicate,drift"_s << u"0 2 4"_s;
    QTest::newRow("bookmarks are none") << u"-is:duplicate,bookmarked"_s << u"0 2 4"_s;
}

void TestLowering::flagsAndRowFactsGoTogether()
{
    QFETCH(QString, query);
    const std::shared_ptr<Log> log = readLog(someRecords());
    QVERIFY(log);
    const auto duplicates = std::make_shared<const std::vector<Row>>(std::vector<Row>{1, 3});
    QTEST(asText(keptRows(*log, query, {duplicates, {}, {}})), "rows");
}

void TestLowering::knowsWhetherDuplicatesAreAsked()
{
    QVERIFY(asksForDuplicates(Query::parse(u"level:error is:drift,duplicate").query));
    QVERIFY(asksForDuplicates(Query::parse(u"code:1 or -is:duplicate").query));
    QVERIFY(!asksForDuplicates(Query::parse(u"is:drift duplicate").query));
}

void TestLowering::findingsKeepTheirEvidence_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char *query, const char *rows) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(rows);
    };
    row("finding:lock-out", "0 2 3"); // two of them, and one that is not listed
    row("finding:lock-out/jdoe", "0 2");
    row("finding:LOCK-OUT/JDOE", "0 2");
    row("finding:lock-out/jdoe/2026-01-15T09:00:00.000Z", "0 2");
    row("finding:lock-out/jdoe/2026-01-15T09:00:00.001Z", "");
    row("finding:lock-out/*/2026*", "0 2");
    row("finding:unknown-code/777/*", "2 4");
    row("finding:unknown-code,lock-out", "0 2 3 4");
    row("-finding:lock-out", "1 4");
    row("finding:*", "0 2 3 4");
    row("finding:\"\"", "1");
    row("-finding:\"\"", "0 2 3 4");
    row("finding:\"\",unknown-code", "1 2 4");
    row("-finding:\"\",unknown-code", "0 3");
    row("finding:lock", "");
    row("finding:lock-out code:901 or finding:unknown-code", "2 3");
}

void TestLowering::findingsKeepTheirEvidence()
{
    QFETCH(QString, query);
    const std::shared_ptr<Log> log = readLog(someRecords());
    QVERIFY(log);
    Findings findings;
    Finding lockOut;
    lockOut.rule = u"lock-out"_s;
    lockOut.user = u"jdoe"_s;
    lockOut.begin = log->columns().time(0);
    lockOut.rows = RowSet::of({2, 0});
    Finding unknown;
    unknown.rule = u"unknown-code"_s;
    unknown.code = 777;
    unknown.begin = log->columns().time(2);
    unknown.rows = RowSet::of({2, 4});
    findings.list = {lockOut, unknown};
    findings.leftOutRows.insert(u"lock-out"_s, {3});
    QVERIFY(asksForFindings(Query::parse(query).query));
    QTEST(asText(keptRows(*log, query, {{}, {}, std::make_shared<const Findings>(findings)})), "rows");
}

void TestLowering::filtersCountWhatAnIndependentCountCounts()
{
    std::mt19937 random(20260115);
    const QStringList users{u"jdoe"_s, u"asmith"_s, u""_s};
    const QList<int> codes{600, 702, 777, 901};
    QByteArray bytes;
    size_t errorsOfJdoe = 0;
    size_t neither = 0;
    for (int i = 0; i < 5000; ++i) {
        const QString &user = users.at(static_cast<int>(random() % 3));
        const int code = codes.at(static_cast<int>(random() % 4));
        QJsonObject record{
            {u"eventId"_s, QString::number(i)}, {u"eventCode"_s, QString::number(code)}, {u"eventLevel"_s, u"info"_s}};
        if (!user.isEmpty())
            record.insert(u"userId"_s, user);
        bytes += line(record);
        errorsOfJdoe += user == u"jdoe"_s && code == 702 ? 1 : 0; // the one code that the catalog calls an error
        neither += user != u"asmith"_s && code != 777 ? 1 : 0;
    }
    const std::shared_ptr<Log> log = readLog(bytes);
    QVERIFY(log);
    QVERIFY(errorsOfJdoe > 0 && neither > 0);
    QCOMPARE(keptRows(*log, u"user:jdoe level:error"_s).size(), errorsOfJdoe);
    QCOMPARE(keptRows(*log, u"-user:asmith -level:info"_s).size(), neither);
}

/// More different descriptions than memory keeps: whatever the cap is, the answers are the same.
void TestLowering::descriptionsBeyondTheCapAreRead()
{
    QByteArray bytes;
    constexpr int records = 66'000;
    for (int i = 0; i < records; ++i)
        bytes += "{\"eventCode\":\"777\",\"eventDescription\":\"Message " + QByteArray::number(i) + "\"}\n";
    const std::shared_ptr<Log> log = readLog(bytes);
    QVERIFY(log);
    QCOMPARE(log->columns().size(), Row(records));
    QCOMPARE(asText(keptRows(*log, u"desc:\"Message 7\""_s)), u"7"_s);
    QCOMPARE(asText(keptRows(*log, u"desc:\"Message 65999\",\"Message 7\""_s)), u"7 65999"_s);
    QCOMPARE(asText(keptRows(*log, u"desc:\"Message 65998\" or desc:\"Message 8\""_s)), u"8 65998"_s);
    QCOMPARE(keptRows(*log, u"-desc:\"Message 65999\""_s).size(), size_t(records - 1));
    QCOMPARE(keptRows(*log, u"-desc:\"Message 65999\" or -desc:\"Message 7\""_s).size(), size_t(records));
}

QTEST_GUILESS_MAIN(TestLowering)
#include "tst_lowering.moc"
