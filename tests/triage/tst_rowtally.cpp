#include "facets.h"

#include "smalllog.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

const char *const records = R"({"eventCode":"702","userId":"a","application":"VPN","sourceIPAddress":"192.0.2.1"}
{"eventCode":"702","userId":"b","application":"VPN","method":"Biometric"}
{"eventCode":"901","userId":"a"}
{"eventCode":"777","eventLevel":"info"}
{"activityCode":"80999","result":"FAIL","adminUserName":"root"}
)";

QString asText(const FacetCounts &counts)
{
    QStringList texts;
    for (const FacetCount &facet : counts)
        texts.append(u"%1=%2"_s.arg(facet.value).arg(facet.count));
    return texts.join(u' ');
}

} // namespace

class TestRowTally : public QObject
{
    Q_OBJECT

private slots:
    void countsEachFacet_data();
    void countsEachFacet();
    void countsOnlyTheRowsOfASet();
    void growsByRanges();
    void stopsWhenAsked();
    void everyFacetSumsToTheRows();
};

void TestRowTally::countsEachFacet_data()
{
    QTest::addColumn<Field>("field");
    QTest::addColumn<QString>("counts");
    QTest::newRow("level, by weight") << Field::Level << u"error=3 notice=1 info=1"_s;
    QTest::newRow("category") << Field::Category << u"=2 Authentication=2 Authorization=1"_s;
    QTest::newRow("method, own before the catalog's") << Field::Method << u"=3 Approve=1 Biometric=1"_s;
    QTest::newRow("outcome") << Field::Outcome << u"failure=3 =1 success=1"_s;
    QTest::newRow("user") << Field::User << u"a=2 =1 b=1 root=1"_s;
    QTest::newRow("application") << Field::Application << u"=3 VPN=2"_s;
    QTest::newRow("address") << Field::SourceIp << u"=4 192.0.2.1=1"_s;
    QTest::newRow("code, ties by number") << Field::Code << u"702=2 777=1 901=1 80999=1"_s;
    QTest::newRow("kind") << Field::Kind << u"user=4 admin=1"_s;
    QTest::newRow("no facet") << Field::Transaction << QString();
}

void TestRowTally::countsEachFacet()
{
    QFETCH(Field, field);
    const std::shared_ptr<Log> log = readLog(records);
    QVERIFY(log);
    RowTally tally;
    tally.add(*log, RowSet::all(log->columns().size()));
    QCOMPARE(tally.rows(), 5);
    QTEST(asText(tally.counts(field, *log, resolutionOf(*log))), "counts");
}

void TestRowTally::countsOnlyTheRowsOfASet()
{
    const std::shared_ptr<Log> log = readLog(records);
    QVERIFY(log);
    RowTally tally;
    tally.add(*log, RowSet::of({3, 1}));
    QCOMPARE(asText(tally.counts(Field::Code, *log, resolutionOf(*log))), u"702=1 777=1"_s);
}

void TestRowTally::growsByRanges()
{
    const std::shared_ptr<Log> log = readLog(records);
    QVERIFY(log);
    const Resolution resolution = resolutionOf(*log);
    RowTally whole;
    whole.add(*log, RowSet::all(log->columns().size()));
    RowTally parts;
    parts.addRange(*log, 0, 2);
    parts.addRange(*log, 2, 5);
    QCOMPARE(parts.rows(), whole.rows());
    for (const Field field : {Field::Level, Field::Method, Field::User, Field::Code})
        QCOMPARE(parts.counts(field, *log, resolution), whole.counts(field, *log, resolution));
}

void TestRowTally::stopsWhenAsked()
{
    const std::shared_ptr<Log> log = readLog(records);
    QVERIFY(log);
    std::stop_source stop;
    stop.request_stop();
    RowTally tally;
    tally.add(*log, RowSet::all(log->columns().size()), stop.get_token());
    QCOMPARE(tally.rows(), 0);
}

void TestRowTally::everyFacetSumsToTheRows()
{
    std::mt19937 random(7);
    QByteArray bytes;
    qint64 errors = 0;
    constexpr int count = 3000;
    for (int i = 0; i < count; ++i) {
        const bool error = random() % 3 == 0;
        errors += error ? 1 : 0;
        bytes += "{\"eventCode\":\"" + QByteArray(error ? "702" : "901") + "\",\"userId\":\"u"
            + QByteArray::number(random() % 50) + "\"}\n";
    }
    const std::shared_ptr<Log> log = readLog(bytes);
    QVERIFY(log);
    const Resolution resolution = resolutionOf(*log);
    RowTally tally;
    tally.add(*log, RowSet::all(log->columns().size()));
    for (const Field field : {Field::Level, Field::Category, Field::Method, Field::Outcome, Field::Owner, Field::User,
                              Field::Application, Field::SourceIp, Field::Code, Field::Kind}) {
        qint64 sum = 0;
        for (const FacetCount &facet : tally.counts(field, *log, resolution))
            sum += facet.count;
        QCOMPARE(sum, qint64(count));
    }
    QCOMPARE(tally.counts(Field::Level, *log, resolution).first(), (FacetCount{u"error"_s, errors}));
}

QTEST_GUILESS_MAIN(TestRowTally)
#include "tst_rowtally.moc"
