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
    void listsTheMostFrequentAndWhatWasTold();
    void countsAsOneByOne_data();
    void countsAsOneByOne();
    void countsOnlyWhatIsAskedFor();
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

void TestRowTally::listsTheMostFrequentAndWhatWasTold()
{
    QByteArray bytes;
    for (const char user : QByteArrayView("abbbccddddeeaa"))
        bytes += QByteArray("{\"eventCode\":\"702\",\"userId\":\"") + user + "\"}\n";
    const std::shared_ptr<Log> log = readLog(bytes);
    QVERIFY(log);
    const Resolution resolution = resolutionOf(*log);
    RowTally all;
    all.addRange(*log, 0, log->columns().size());
    IdSet told;
    QCOMPARE(asText(all.counts(Field::User, *log, resolution, 2, told)), u"d=4 a=3"_s); // the first of two
    RowTally some;
    some.addRange(*log, 4, 13);
    QCOMPARE(asText(some.counts(Field::User, *log, resolution, 2, told)), u"d=4 c=2 a=1"_s); // a was told
    QCOMPARE(asText(some.counts(Field::User, *log, resolution, 10, told)), u"d=4 c=2 e=2 a=1"_s);
    QCOMPARE(asText(all.counts(Field::User, *log, resolution)), u"d=4 a=3 b=3 c=2 e=2"_s);
    QCOMPARE(asText(all.counts(Field::Level, *log, resolution, 1, told)), u"error=14"_s);
}

void TestRowTally::countsAsOneByOne_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("users");
    QTest::addColumn<int>("methods");
    QTest::addColumn<int>("codes");
    QTest::newRow("part of a chunk") << 3000 << 20 << 3 << 120;
    QTest::newRow("few of each") << 3 * int(Columns::chunkRows) + 77 << 7 << 3 << 120;
    QTest::newRow("one of each") << 2 * int(Columns::chunkRows) << 1 << 1 << 1;
    QTest::newRow("many users") << 2 * int(Columns::chunkRows) + 9 << 9000 << 2 << 120;
    QTest::newRow("many methods") << 2 * int(Columns::chunkRows) + 9 << 20 << 30 << 120;
    QTest::newRow("many codes") << 2 * int(Columns::chunkRows) + 9 << 20 << 3 << 2000;
    QTest::newRow("several threads") << 270'000 << 500 << 2 << 120;
}

/// All rows, and a set of rows in no order, against a count one by one.
void TestRowTally::countsAsOneByOne()
{
    QFETCH(int, size);
    QFETCH(int, users);
    QFETCH(int, methods);
    QFETCH(int, codes);
    std::mt19937 random(5);
    QByteArray bytes;
    for (int i = 0; i < size; ++i) {
        const quint32 method = random() % quint32(methods);
        bytes += "{\"eventCode\":\"" + QByteArray::number(600 + random() % quint32(codes)) + "\",\"userId\":\"u"
            + QByteArray::number(random() % quint32(users)) + "\""
            + (method == 0 ? QByteArray() : ",\"method\":\"m" + QByteArray::number(method) + "\"") + "}\n";
    }
    const std::shared_ptr<Log> log = readLog(bytes);
    QVERIFY(log);
    QCOMPARE(log->columns().size(), Row(size));
    const Resolution resolution = resolutionOf(*log);
    std::vector<Row> some;
    for (int i = 0; i < size / 3; ++i)
        some.push_back(Row(random() % quint32(size)));
    for (const RowSet &rows : {RowSet::all(Row(size)), RowSet::of(some)}) {
        QHash<QString, qint64> byUser;
        QHash<QString, qint64> byMethod;
        QHash<QString, qint64> byCode;
        for (Row position = 0; position < rows.size(); ++position) {
            const Row row = rows.at(position);
            const ResolvedEvent &event = resolution[log->columns().shape(row)];
            const quint32 own = log->columns().method(row);
            ++byUser[log->texts(TextColumn::User).text(log->columns().user(row))];
            ++byMethod[own == 0 ? event.method : log->texts(TextColumn::Method).text(own)];
            ++byCode[QString::number(event.code)];
        }
        RowTally tally;
        tally.add(*log, rows);
        QCOMPARE(tally.rows(), qint64(rows.size()));
        const auto counted = [&](Field field) {
            QHash<QString, qint64> values;
            for (const FacetCount &count : tally.counts(field, *log, resolution))
                values[count.value] = count.count;
            return values;
        };
        QVERIFY(counted(Field::User) == byUser);
        QVERIFY(counted(Field::Method) == byMethod);
        QVERIFY(counted(Field::Code) == byCode);
    }
}

void TestRowTally::countsOnlyWhatIsAskedFor()
{
    const std::shared_ptr<Log> log = readLog(records);
    QVERIFY(log);
    const Resolution resolution = resolutionOf(*log);
    RowTally tally({Field::Application});
    tally.addRange(*log, 0, log->columns().size());
    QCOMPARE(asText(tally.counts(Field::Application, *log, resolution)), u"=3 VPN=2"_s);
    QCOMPARE(asText(tally.counts(Field::Level, *log, resolution)), u"error=3 notice=1 info=1"_s);
    QVERIFY(tally.counts(Field::User, *log, resolution).isEmpty());
    QCOMPARE(tally.shapes(), RowTally(tally).shapes());
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
