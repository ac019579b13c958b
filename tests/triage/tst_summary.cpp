#include "summary.h"

#include "normalisedrecord.h"
#include "smalllog.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

const char *const first = R"({"eventCode":"702","eventLogDate":"2026-01-15T09:00:00.000Z","userId":"jdoe"}
{"eventCode":"702","eventLogDate":"2026-01-15T08:00:00.000Z","userId":"jdoe","eventDescription":"Timed out."}
{"eventCode":"901","eventLogDate":"2026-01-15T10:00:00.000Z","userId":"jdoe","eventDescription":"signed in to portal"}
{"eventCode":"777","eventLogDate":"2026-01-15T10:30:00.000Z","userId":"asmith","eventLevel":"warning","eventDescription":"New."}
{"eventCode":
)";
const char *const second =
    R"({"eventCode":"777","eventLogDate":"2026-01-16T10:30:00.000Z","userId":"asmith","eventLevel":"info","eventDescription":"Other."}
{"eventCode":"777","eventLogDate":"2026-01-16T10:31:00.000Z","userId":"asmith","eventLevel":"info","eventDescription":"Other."}
)";

QString asText(const FacetCounts &counts)
{
    QStringList texts;
    for (const FacetCount &facet : counts)
        texts.append(u"%1=%2"_s.arg(facet.value).arg(facet.count));
    return texts.join(u' ');
}

void addWhole(SummaryBuilder &builder, const std::shared_ptr<Log> &log, const std::vector<Row> &duplicates = {})
{
    builder.add(*log, resolutionOf(*log), RowSet::all(log->columns().size()), duplicates);
}

} // namespace

class TestSummary : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void countsSeveralLogsAsOne();
    void listsAreMostFrequentFirst();
    void unknownCodeIsToldByMostOfItsRecords();
    void codesOfOtherNumberingsAreNotUnknown();
    void countsOnlyWhatMatched();
    void countsWhatWasFoundByItsText();
    void emptyLogHasNothing();

private:
    std::shared_ptr<Log> m_first;
    std::shared_ptr<Log> m_second;
};

void TestSummary::init()
{
    m_first = readLog(first);
    m_second = readLog(second);
    QVERIFY(m_first && m_second);
}

void TestSummary::countsSeveralLogsAsOne()
{
    SummaryBuilder builder;
    addWhole(builder, m_first, {1});
    addWhole(builder, m_second);
    const Summary summary = builder.finish();
    QCOMPARE(summary.records, 7);
    QCOMPARE(summary.matched, 7);
    QCOMPARE(summary.notUnderstood, 1);
    QCOMPARE(summary.duplicates, 1);
    QCOMPARE(summary.unknownCode, 3);
    QCOMPARE(summary.textDrift, 1);
    QCOMPARE(summary.formDrift, 1);
    QCOMPARE(utcTimeText(summary.firstTime), u"2026-01-15T08:00:00.000Z"_s);
    QCOMPARE(utcTimeText(summary.lastTime), u"2026-01-16T10:31:00.000Z"_s);
}

void TestSummary::listsAreMostFrequentFirst()
{
    SummaryBuilder builder;
    addWhole(builder, m_first);
    addWhole(builder, m_second);
    const Summary summary = builder.finish();
    QCOMPARE(asText(summary.byLevel), u"error=2 info=2 =1 notice=1 warning=1"_s);
    QCOMPARE(asText(summary.byCategory), u"=4 Authentication=2 Authorization=1"_s);
    QCOMPARE(asText(summary.byMethod), u"=5 Approve=2"_s);
    QCOMPARE(asText(summary.byApplication), u"=7"_s);
    QStringList codes;
    for (const Summary::Code &code : summary.byCode)
        codes.append(u"%1=%2"_s.arg(code.code).arg(code.count));
    QCOMPARE(codes.join(u' '), u"777=3 702=2 -1=1 901=1"_s);
    QStringList users;
    for (const Summary::User &user : summary.byUser)
        users.append(u"%1=%2/%3"_s.arg(user.user).arg(user.count).arg(user.errors));
    QCOMPARE(users.join(u' '), u"asmith=3/0 jdoe=3/2 =1/0"_s);
}

void TestSummary::unknownCodeIsToldByMostOfItsRecords()
{
    SummaryBuilder builder;
    addWhole(builder, m_first);
    addWhole(builder, m_second);
    const Summary::Code code = builder.finish().byCode.first();
    QCOMPARE(code.code, 777);
    QVERIFY(!code.known);
    QCOMPARE(code.level, u"info"_s);
    QCOMPARE(code.description, u"Other."_s);
}

/// Codes of an Authentication Manager and of an identity router mean something else, or nothing, in the catalog.
void TestSummary::codesOfOtherNumberingsAreNotUnknown()
{
    SummaryBuilder builder;
    addWhole(builder,
             readLog("2026-01-15 09:14:02,118, 1,2,3,4,A_B,80001,SUCCESS,,\n"
                     "2026-01-15 09:14:02,119, 1,2,3,4,A_B,13002,FAIL,,\n"));
    addWhole(builder, readLog("<134>1 2026-01-15T09:14:02Z i SINGLEPOINT 1 USER_LOGIN [x CODE=\"702\"]\n"));
    addWhole(builder, readLog("<13>Jan 15 09:14:03 r RSA-SecurID-Cloud-User: {\"eventCode\":\"702\"}\n"));
    const Summary summary = builder.finish();
    QCOMPARE(summary.unknownCode, 0);
    QStringList codes;
    for (const Summary::Code &code : summary.byCode)
        codes.append(u"%1:%2 %3"_s.arg(kindToken(code.kind)).arg(code.code).arg(code.known ? u"known"_s : u"-"_s));
    codes.sort();
    QCOMPARE(codes, QStringList({u"am:13002 -"_s, u"am:80001 -"_s, u"idr:702 -"_s, u"user:702 known"_s}));
}

void TestSummary::countsOnlyWhatMatched()
{
    SummaryBuilder builder;
    builder.add(*m_first, resolutionOf(*m_first), RowSet::of({0, 2}), {1, 2});
    const Summary summary = builder.finish();
    QCOMPARE(summary.records, 5);
    QCOMPARE(summary.matched, 2);
    QCOMPARE(summary.duplicates, 1);
    QCOMPARE(summary.notUnderstood, 0);
    QCOMPARE(asText(summary.byLevel), u"error=1 notice=1"_s);
    QCOMPARE(utcTimeText(summary.firstTime), u"2026-01-15T09:00:00.000Z"_s);
}

void TestSummary::countsWhatWasFoundByItsText()
{
    SummaryBuilder builder;
    addWhole(builder,
             readLog("eventLogDate,activityDetail\n,Fob accepted.\n,Signed in to portal.\n,fob accepted\n,Nothing.\n"));
    const Summary summary = builder.finish();
    QCOMPARE(summary.matched, 4);
    QCOMPARE(summary.textMatch, 3);
    QCOMPARE(summary.ambiguous, 2);
}

void TestSummary::emptyLogHasNothing()
{
    const Summary summary = SummaryBuilder().finish();
    QCOMPARE(summary.records, 0);
    QVERIFY(!summary.firstTime.has_value());
    QVERIFY(summary.byCode.isEmpty());
    QVERIFY(summary.byLevel.isEmpty());
}

QTEST_GUILESS_MAIN(TestSummary)
#include "tst_summary.moc"
