#include "durationtext.h"
#include "summarysheet.h"

#include "lowering.h"
#include "oddrecords.h"
#include "rowfilter.h"
#include "smalllog.h"
#include "timespan.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

using Topic = SummarySection::Topic;

/// What a query keeps of a log, as the window and the command line find it.
RowSet kept(const Log &log, const Resolution &resolution, const Query &query)
{
    if (query.isEmpty())
        return RowSet::all(log.columns().size());
    MatchContext context{QTimeZone("Europe/Berlin"), {}};
    if (const auto span = timeSpan(log.columns(), RowSet::all(log.columns().size())))
        context.lastRecordTime = span->last;
    std::vector<Row> rows;
    filterRows(log, lowerQuery(query, context, log, resolution), 0, log.columns().size(), {}, rows);
    return RowSet::of(std::move(rows));
}

LogSummary summaryOf(const Log &log, const Resolution &resolution, const Query &query = {})
{
    LogSummary summary;
    summary.title = u"test.log"_s;
    summary.formatName = log.info().formatName;
    summary.bytes = log.info().bytes;
    summary.records = log.columns().size();
    summary.query = query;
    summary.zone = QTimeZone("Europe/Berlin");
    summary.highlights = logHighlights(log, resolution, kept(log, resolution, query));
    summary.oddities = logOddities(log);
    return summary;
}

QList<SummaryLink> linksOf(const SummarySheet &sheet)
{
    QList<SummaryLink> links;
    for (const SummarySheet::Fact &fact : sheet.facts) {
        if (fact.link)
            links.append(*fact.link);
    }
    for (const SummarySection &section : sheet.sections) {
        for (const SummaryLine &line : section.lines)
            links.append(line.links);
    }
    return links;
}

QString textOf(const SummarySection *section)
{
    if (!section)
        return {};
    QStringList lines{section->note};
    for (const SummaryLine &line : section->lines) {
        QStringList texts{line.text};
        for (const SummaryLink &link : line.links)
            texts.append(link.text);
        texts.append(line.remark);
        lines.append(texts.join(u'|'));
    }
    return lines.join(u'\n');
}

} // namespace

class TestSummarySheet : public QObject
{
    Q_OBJECT

private slots:
    void everyNumberIsWhatItsQueryKeeps_data();
    void everyNumberIsWhatItsQueryKeeps();
    void linksSurviveBeingTyped();
    void saysWhatTheFileIs();
    void saysThatNothingIsNew();
    void saysWhatIsOddAboutTheFile();
    void tellsSeveralFilesApart();
    void aTicketIsShort();
    void durationsHaveTwoUnits_data();
    void durationsHaveTwoUnits();
};

void TestSummarySheet::everyNumberIsWhatItsQueryKeeps_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("all") << QString();
    QTest::newRow("errors") << u"level:error,critical"_s;
    QTest::newRow("a user") << u"user:jdoe"_s;
    QTest::newRow("not a code") << u"-code:702 or method:Approve"_s;
    QTest::newRow("a while") << u"since:3h is:unknown or code:600-800"_s;
    QTest::newRow("a word") << u"Portal"_s;
    QTest::newRow("nothing") << u"user:nobody"_s;
}

void TestSummarySheet::everyNumberIsWhatItsQueryKeeps()
{
    QFETCH(QString, query);
    const QueryParse parse = Query::parse(query);
    QVERIFY(parse.ok());
    qsizetype links = 0;
    for (quint32 seed = 0; seed < 12; ++seed) {
        const std::shared_ptr<Log> log = readLog(oddRecords(seed, 900).join('\n') + '\n');
        const Resolution resolution = resolutionOf(*log);
        for (const SummaryLink &link : linksOf(summarySheet(summaryOf(*log, resolution, parse.query)))) {
            const Row rows = kept(*log, resolution, link.query).size();
            QVERIFY2(
                qint64(rows) == link.records,
                qPrintable(
                    u"%1: %2, not %3 (seed %4)"_s.arg(link.query.toString()).arg(rows).arg(link.records).arg(seed)));
            ++links;
        }
    }
    QVERIFY(links > (query == u"user:nobody"_s ? 12 : 200));
}

void TestSummarySheet::linksSurviveBeingTyped()
{
    const std::shared_ptr<Log> log = readLog(oddRecords(3, 900).join('\n') + '\n');
    for (const SummaryLink &link : linksOf(summarySheet(summaryOf(*log, resolutionOf(*log))))) {
        const QueryParse parse = Query::parse(link.query.toString());
        QVERIFY2(parse.ok() && parse.query == link.query, qPrintable(link.query.toString()));
    }
}

void TestSummarySheet::saysWhatTheFileIs()
{
    const std::shared_ptr<Log> log = readLog(
        R"({"eventCode":"702","eventLogDate":"2026-01-15T08:00:00.000Z","userId":"jdoe"}
{"eventCode":"901","eventLogDate":"2026-01-15T10:14:00.000Z","userId":"jdoe"}
)");
    const SummarySheet sheet = summarySheet(summaryOf(*log, resolutionOf(*log)));
    QStringList facts;
    for (const SummarySheet::Fact &fact : sheet.facts)
        facts.append(fact.name + u'=' + fact.value);
    const QString all = facts.join(u'\n');
    for (const QString &part :
         {u"Format=JSON lines"_s, u"Records=2"_s, u"Errors=1"_s,
          u"Time=2026-01-15 09:00:00 to 2026-01-15 11:14:00 (2 h 14 min)"_s, u"Time zone=Europe/Berlin"_s})
        QVERIFY2(all.contains(part), qPrintable(all));
    QCOMPARE(textOf(sheet.section(Topic::Codes)),
             u"\n702  Approve failed - Timed out.|1|\n901  Signed in to portal.|1|"_s);
    QCOMPARE(textOf(sheet.section(Topic::Levels)), u"\nerror|1|50 %\nnotice|1|50 %"_s);
    QCOMPARE(sheet.section(Topic::Levels)->lines.first().severity, std::optional(Severity::Error));
    QCOMPARE(sheet.section(Topic::Users)->lines.first().text, u"jdoe"_s);
    QVERIFY2(!sheet.section(Topic::Applications), "no record has one");
    QCOMPARE(textOf(sheet.section(Topic::Oddities)), u"Nothing is odd about the file."_s);
}

void TestSummarySheet::saysThatNothingIsNew()
{
    QByteArray lines;
    for (int minute = 0; minute < 59; ++minute)
        lines += "{\"eventCode\":\"901\",\"eventLogDate\":\"2026-01-15T08:"
            + QByteArray::number(minute).rightJustified(2, '0') + ":00Z\"}\n";
    std::shared_ptr<Log> log = readLog(lines);
    QCOMPARE(textOf(summarySheet(summaryOf(*log, resolutionOf(*log))).section(Topic::Rising)),
             u"These records are of too short a time to compare hours."_s);
    log = readLog(lines + "{\"eventCode\":\"901\",\"eventLogDate\":\"2026-01-15T10:00:00Z\"}\n");
    const SummarySheet sheet = summarySheet(summaryOf(*log, resolutionOf(*log)));
    QCOMPARE(textOf(sheet.section(Topic::Rising)), u"Nothing is new or rising in the last hour."_s);
    QCOMPARE(textOf(sheet.section(Topic::Owners)), u"No record is an error."_s);
}

void TestSummarySheet::saysWhatIsOddAboutTheFile()
{
    const std::shared_ptr<Log> log = readLog(
        R"({"eventCode":"901","eventLogDate":"2026-01-15T10:00:00.000Z"}
{"eventCode":"901","eventLogDate":"2026-01-15T11:00:00.000Z"}
{"eventCode":"901"}
{"eventCode":"901","eventLogDate":"2026-01-15T10:30:00.000Z"}
{"eventCode":"901","eventLogDate":"2026-01-15T10:29:00.000Z"}
{"eventCode":"901","eventLogDate":"2026-01-15T12:00:00.000Z"}
{"eventCode":"901","eventLogDate":"2026-01-15T12:01:00.000Z"}
nothing
)");
    const LogSummary summary = summaryOf(*log, resolutionOf(*log));
    QCOMPARE(textOf(summarySheet(summary).section(Topic::Oddities)),
             u"\nLines that could not be understood|1|\nRecords without a time|2|\n2 record(s) are not in the order of "
             u"time|\n"
             "The clock jumps 1 time(s), by 30 min at the most|2026-01-15 11:30:00|"_s);
    QVERIFY(!summary.oddities.newestFirst);
}

void TestSummarySheet::tellsSeveralFilesApart()
{
    LogSummary summary;
    summary.oddities.parts = {{u"/a/log.json"_s, u"ndjson"_s, 3}, {u"/b/log.json"_s, u"am-log"_s, 1}};
    const SummarySection files = *summarySheet(summary).section(Topic::Files);
    QCOMPARE(textOf(&files), u"\nlog.json|3|JSON lines\nlog.json|1|Authentication Manager log"_s);
    QCOMPARE(files.lines.last().links.first().query.toString(), u"file:\"/b/log.json\""_s);
}

void TestSummarySheet::aTicketIsShort()
{
    const std::shared_ptr<Log> log = readLog(oddRecords(3, 900).join('\n') + '\n');
    const Ticket ticket = ticketOf(summaryOf(*log, resolutionOf(*log), Query::parse(u"since:1w").query));
    QCOMPARE(ticket.title, u"Summary of test.log"_s);
    QVERIFY(ticket.sentences.size() >= 2 && ticket.sentences.size() <= 3);
    QVERIFY(ticket.sentences.first().startsWith(u"Who can end the errors: "_s));
    QVERIFY(ticket.rows.size() > 1 && ticket.rows.size() <= 5);
    for (const QStringList &row : ticket.rows)
        QCOMPARE(row.size(), ticket.columns.size());
    QCOMPARE(ticket.facts.last().value, u"since:1w"_s);
}

void TestSummarySheet::durationsHaveTwoUnits_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("less than a second") << qint64(999) << u"999 ms"_s;
    QTest::newRow("seconds") << qint64(59'000) << u"59 s"_s;
    QTest::newRow("a minute") << qint64(60'000) << u"1 min"_s;
    QTest::newRow("a minute and seconds") << qint64(61'500) << u"1 min 1 s"_s;
    QTest::newRow("hours and minutes") << qint64(8'040'000) << u"2 h 14 min"_s;
    QTest::newRow("days and hours") << qint64(529'200'000) << u"6 d 3 h"_s;
}

void TestSummarySheet::durationsHaveTwoUnits()
{
    QFETCH(qint64, milliseconds);
    QTEST(durationText(milliseconds), "text");
}

QTEST_GUILESS_MAIN(TestSummarySheet)
#include "tst_summarysheet.moc"
