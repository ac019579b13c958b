#include "summarywriter.h"

#include "filteredlog.h"
#include "masker.h"
#include "smalllog.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

SummaryReport someReport()
{
    SummaryReport report;
    report.zone = QTimeZone("Europe/Berlin");
    report.inputZone = QTimeZone::utc();
    report.files = {{u"a.json"_s, u"cas-user-json"_s, u"UTF-8"_s, {}, u"none"_s, 1234, 3, 1, {}, {}},
                    {u"missing.json"_s, {}, {}, {}, {}, 0, 0, 0, u"It does not exist."_s, {}}};
    Summary &summary = report.summary;
    summary.records = 3;
    summary.matched = 2;
    summary.notUnderstood = 1;
    summary.textDrift = 1;
    summary.firstTime = 1'768'468'442'118;
    summary.lastTime = 1'768'468'442'118;
    summary.byLevel = {{u"error"_s, 1}, {QString(), 1}};
    summary.byCategory = {{u"Authentication"_s, 2}};
    summary.byCode = {{Kind::User, 702, u"error"_s, u"Authentication"_s, u"Approve failed."_s, true, 1},
                      {Kind::None, noCode, {}, {}, {}, false, 1}};
    summary.byUser = {{u"jdoe@example.com"_s, 2, 1}};
    summary.byMethod = {{u"Approve"_s, 2}};
    summary.byApplication = {{QString(), 2}};
    summary.byOwner = {{u"helpdesk"_s, 1}, {u"unknown"_s, 1}};
    Finding finding;
    finding.rule = u"push-bombing"_s;
    finding.severity = Severity::Critical;
    finding.title = u"Push bombing"_s;
    finding.reason = u"jdoe@example.com left 5."_s;
    finding.begin = 1'768'468'442'118;
    finding.end = finding.begin + 60'000;
    finding.rows = RowSet::all(6);
    finding.user = u"jdoe@example.com"_s;
    finding.codes = {701, 702};
    report.findings = {finding};
    return report;
}

SummaryReport highlightedReport()
{
    SummaryReport report = someReport();
    LogSummary &summary = report.highlights.emplace();
    summary.zone = report.zone;
    LogHighlights &highlights = summary.highlights;
    highlights.matched = 2;
    highlights.errors = 1;
    highlights.errorLevels = QStringList{u"error"_s};
    highlights.ownersOfErrors = {{u"helpdesk"_s, 1}};
    highlights.applicationsByErrors = {{u"VPN"_s, 1}};
    highlights.codes = {{Kind::User, 702, u"error"_s, u"Approve failed."_s, 1, 1, 0, false}};
    highlights.lastHour = LastHour(1'768'460'000'000, 1'768'468'442'118);
    highlights.rising = {{Field::Code, Kind::User, 702, {}, u"Approve failed."_s, 12, 1, {false, 1.5}},
                         {Field::User, Kind::None, noCode, u"jdoe@example.com"_s, {}, 5, 0, {true, 0}}};
    highlights.silences = {{1'768'460'000'000, 1'768'468'040'000, 60'000, 2}};
    summary.oddities.outOfOrder = 3;
    return report;
}

} // namespace

class TestSummaryWriter : public QObject
{
    Q_OBJECT

private slots:
    void jsonHasTheKeysInOrder();
    void textSaysWhatIsThere();
    void textSaysWhatHadToBeGuessed();
    void textShowsTheMostFrequentOnly();
    void textOfFilesWithoutRecordsHasNoLists();
    void highlightsStandBehindTheLists();
    void highlightsAreReadable();
    void namesAreMasked();
    void namesOfHighlightsAreMasked();
    void repeatedRecordsAreThoseThatMatch_data();
    void repeatedRecordsAreThoseThatMatch();
};

void TestSummaryWriter::jsonHasTheKeysInOrder()
{
    const QByteArray expected =
        R"({ "files": [ { "path": "a.json", "format": "cas-user-json", "encoding": "UTF-8", "compression": "none", "bytes": 1234, "records": 3, "notUnderstood": 1, "error": null }, { "path": "missing.json", "format": null, "encoding": null, "compression": null, "bytes": 0, "records": 0, "notUnderstood": 0, "error": "It does not exist." } ], )"
        R"("records": 3, "matched": 2, "notUnderstood": 1, "duplicates": 0, "unknownCode": 0, "textDrift": 1, "formDrift": 0, )"
        R"("firstTime": "2026-01-15T09:14:02.118Z", "lastTime": "2026-01-15T09:14:02.118Z", "zone": "Europe/Berlin", "inputZone": "UTC", )"
        R"("byLevel": [ { "level": "error", "count": 1 }, { "level": null, "count": 1 } ], )"
        R"("byCategory": [ { "category": "Authentication", "count": 2 } ], )"
        R"("byCode": [ { "kind": "user", "code": 702, "level": "error", "category": "Authentication", "description": "Approve failed.", "known": true, "count": 1 }, { "kind": null, "code": null, "level": null, "category": null, "description": null, "known": false, "count": 1 } ], )"
        R"("byUser": [ { "user": "jdoe@example.com", "count": 2, "errors": 1 } ], )"
        R"("byMethod": [ { "method": "Approve", "count": 2 } ], "byApplication": [ { "application": null, "count": 2 } ], )"
        R"("byOwner": [ { "owner": "helpdesk", "count": 1 }, { "owner": "unknown", "count": 1 } ], )"
        R"("findings": [ { "rule": "push-bombing", "severity": "critical", "title": "Push bombing", "reason": "jdoe@example.com left 5.", )"
        R"("begin": "2026-01-15T09:14:02.118Z", "end": "2026-01-15T09:15:02.118Z", "records": 6, "codes": [ 701, 702 ], )"
        R"("user": "jdoe@example.com", "sourceIp": null, "application": null } ] })";
    QCOMPARE(summaryJson(someReport()).simplified(), expected);
}

void TestSummaryWriter::textSaysWhatIsThere()
{
    const QString text = QString::fromUtf8(summaryText(someReport()));
    for (const QString &part :
         {u"a.json"_s, u"cas-user-json"_s, u"It does not exist."_s, u"Europe/Berlin"_s, u"2026-01-15 10:14:02"_s,
          u"Approve failed."_s, u"jdoe@example.com"_s, u"Who can act"_s, u"help desk"_s,
          u"critical: Push bombing (2026-01-15 10:14:02 – 10:15:02)"_s, u"jdoe@example.com left 5."_s})
        QVERIFY2(text.contains(part), qPrintable(part));
    QVERIFY2(!text.contains(u"Applications"_s), "a facet that no record has is not listed");
}

void TestSummaryWriter::textSaysWhatHadToBeGuessed()
{
    SummaryReport report = someReport();
    report.files.first().guess = u"The order is a guess."_s;
    report.summary.textMatch = 5;
    report.summary.ambiguous = 2;
    const QString text = QString::fromUtf8(summaryText(report));
    QVERIFY(text.contains(u"The order is a guess."_s));
    QVERIFY(text.contains(u"5 record"_s));
    QVERIFY(text.contains(u"2 record"_s));
}

void TestSummaryWriter::textShowsTheMostFrequentOnly()
{
    SummaryReport report = someReport();
    report.summary.byUser.clear();
    for (int i = 0; i < 30; ++i)
        report.summary.byUser.append({u"person%1"_s.arg(i), 100 - i, i});
    const QString text = QString::fromUtf8(summaryText(report));
    QCOMPARE(text.count(u"person"_s), 10);
    QVERIFY2(text.contains(u"person29"_s), "users stand by their errors");
    QVERIFY(!text.contains(u"person0"_s));
    QVERIFY(text.contains(u"20 more"_s));
}

void TestSummaryWriter::textOfFilesWithoutRecordsHasNoLists()
{
    SummaryReport report = someReport();
    report.summary = Summary();
    const QString text = QString::fromUtf8(summaryText(report));
    QVERIFY(text.contains(u"missing.json"_s));
    QVERIFY(!text.contains(u"Levels"_s));
}

void TestSummaryWriter::highlightsStandBehindTheLists()
{
    const QByteArray expected =
        R"("highlights": [ { "what": "code", "kind": "user", "code": 702, "value": null, "new": false, "lastHour": 12, "hourBefore": 1 }, )"
        R"({ "what": "user", "kind": null, "code": null, "value": "jdoe@example.com", "new": true, "lastHour": 5, "hourBefore": 0 } ], )"
        R"("gaps": [ { "from": "2026-01-15T06:53:20.000Z", "to": "2026-01-15T09:07:20.000Z", "seconds": 8040 } ], )"
        R"("errorsByOwner": [ { "owner": "helpdesk", "errors": 1 } ], )"
        R"("errorsByApplication": [ { "application": "VPN", "errors": 1 } ], )"
        R"("drift": [ { "kind": "user", "code": 702, "words": 1, "form": 0 } ], )"
        R"("oddities": { "invalidBytes": 0, "withoutTime": 0, "newestFirst": false, "outOfOrder": 3, "clockJumps": 0 } })";
    const QByteArray before = summaryJson(someReport()).simplified();
    const qsizetype behind = before.indexOf("\"findings\"");
    QCOMPARE(summaryJson(highlightedReport()).simplified(),
             before.first(behind) + expected.chopped(2) + ", " + before.sliced(behind));
}

void TestSummaryWriter::highlightsAreReadable()
{
    const QString text = QString::fromUtf8(summaryText(highlightedReport()));
    for (const QString &part : {u"New or rising in the last hour"_s, u"12  702  Approve failed."_s,
                                u"1 in the hour before; usually 1.5 an hour"_s,
                                u"Errors of the user jdoe@example.com"_s, u"new: not seen before in this log"_s,
                                u"2 h 14 min"_s, u"1 in other words"_s, u"3 record(s) are not in the order of time"_s})
        QVERIFY2(text.contains(part), qPrintable(text));
}

void TestSummaryWriter::namesAreMasked()
{
    SummaryReport report = someReport();
    report.files.first().path = u"/home/jdoe/a.json"_s;
    report.summary.byCode.first().description = u"jdoe failed from 192.0.2.1."_s;
    Masker masker;
    masker.learn(Masker::Category::User, u"jdoe@example.com"_s);
    const QByteArray json = summaryJson(maskedReport(report, masker));
    QVERIFY(!json.contains("jdoe"));
    QVERIFY(!json.contains("192.0.2.1"));
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    QCOMPARE(object.value("byUser"_L1).toArray().first().toObject().value("user"_L1).toString(), u"user-1"_s);
    QCOMPARE(object.value("files"_L1).toArray().first().toObject().value("path"_L1).toString(),
             u"/home/user-1/a.json"_s);
}

void TestSummaryWriter::namesOfHighlightsAreMasked()
{
    Masker masker;
    masker.learn(Masker::Category::User, u"jdoe@example.com"_s);
    const SummaryReport report = maskedReport(highlightedReport(), masker);
    QVERIFY(!summaryJson(report).contains("jdoe"));
    QVERIFY(!summaryText(report).contains("jdoe"));
    QVERIFY(summaryText(report).contains("user-1"));
}

void TestSummaryWriter::repeatedRecordsAreThoseThatMatch_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QByteArray>("counts");
    QTest::newRow("all") << QString() << QByteArray(R"("matched": 7, "notUnderstood": 0, "duplicates": 3,)");
    QTest::newRow("of one user") << u"user:jdoe"_s
                                 << QByteArray(R"("matched": 4, "notUnderstood": 0, "duplicates": 2,)");
    QTest::newRow("the repeated ones") << u"is:duplicate"_s
                                       << QByteArray(R"("matched": 3, "notUnderstood": 0, "duplicates": 3,)");
    QTest::newRow("the others") << u"-is:duplicate"_s
                                << QByteArray(R"("matched": 4, "notUnderstood": 0, "duplicates": 0,)");
}

void TestSummaryWriter::repeatedRecordsAreThoseThatMatch()
{
    QFETCH(QString, query);
    const auto line = [](const char *id, const char *user, const char *transaction) {
        return QByteArray(R"({"eventId":")") + id + R"(","eventCode":"702","userId":")" + user
            + R"(","transactionId":")" + transaction + "\",\"eventLogDate\":\"2026-01-15T09:14:02.118Z\"}\n";
    };
    // The same moment and user: other sign-ins, and other events of one sign-in, are no repeated records.
    const QByteArray first = line("1", "jdoe", "a");
    const QByteArray other = line("4", "asmith", "c");
    QTemporaryDir folder;
    QFile file(folder.filePath(u"a.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(first + line("2", "jdoe", "b") + first + line("3", "asmith", "c") + other + first + other);
    file.close();
    FilteredLog log(smallCatalog(), {});
    log.open({file.fileName()});
    log.read();
    log.filter(Query::parse(query).query, QTimeZone::utc());
    log.findDuplicates();
    const QByteArray json = summaryJson(summaryReport(log, QTimeZone::utc(), QTimeZone::utc())).simplified();
    QFETCH(QByteArray, counts);
    QVERIFY2(json.contains(counts), json.constData());
}

QTEST_GUILESS_MAIN(TestSummaryWriter)
#include "tst_summarywriter.moc"
