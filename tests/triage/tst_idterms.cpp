#include "lowering.h"

#include "fieldnames.h"
#include "logwriter.h"
#include "smalllog.h"

#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace evident;

Q_DECLARE_METATYPE(LogShape)

namespace {

std::vector<Row> kept(const Log &log, const LoweredQuery &query)
{
    std::vector<Row> rows;
    filterRows(log, query, 0, log.columns().size(), {}, rows);
    return rows;
}

LoweredQuery lowered(const Log &log, const QString &text)
{
    const QueryParse parse = Query::parse(text);
    if (!parse.ok())
        QTest::qFail(qPrintable(text + u": "_s + parse.error->reason), __FILE__, __LINE__);
    return lowerQuery(parse.query, {}, log, resolutionOf(log));
}

/// What each record says for itself.
QStringList valuesOf(const Log &log, Field field)
{
    QStringList values;
    for (Row row = 0; row < log.columns().size(); ++row)
        values.append(fieldValue(log.fields(row).value(), fieldNames(field)));
    return values;
}

/// The first row for which the filter and the records differ, in words; "" when there is none.
QString difference(const Log &log, const QString &query, const std::function<bool(Row)> &holds)
{
    std::vector<Row> expected;
    for (Row row = 0; row < log.columns().size(); ++row) {
        if (holds(row))
            expected.push_back(row);
    }
    const std::vector<Row> rows = kept(log, lowered(log, query));
    if (rows == expected)
        return {};
    const auto [found, right] = std::mismatch(rows.begin(), rows.end(), expected.begin(), expected.end());
    return u"%1: %2 rows and not %3, first at %4"_s.arg(query)
        .arg(rows.size())
        .arg(expected.size())
        .arg(right == expected.end() ? *found : *right);
}

/// Of every query for an id of the log, and one for an id that it does not have.
QString differenceForEachId(const Log &log, qsizetype step)
{
    const std::array fields{std::pair(Field::Transaction, u"txn"_s), std::pair(Field::Activity, u"activity"_s)};
    for (const auto &[field, key] : fields) {
        const QStringList values = valuesOf(log, field);
        QStringList asked{u"nobody-has-this"_s};
        for (qsizetype i = 0; i < values.size(); i += step) {
            if (!values.at(i).isEmpty())
                asked.append(values.at(i));
        }
        for (const QString &id : std::as_const(asked)) {
            const auto has = [&](Row row) { return values.at(row).compare(id, Qt::CaseInsensitive) == 0; };
            const QString term = key + u':' + quotedQueryValue(id);
            const QString found = difference(log, term, has)
                + difference(log, u'-' + term, [&](Row row) { return !has(row); })
                + difference(log, term.toUpper().replace(key.toUpper(), key), has);
            if (!found.isEmpty())
                return found;
        }
    }
    return {};
}

} // namespace

class TestIdTerms : public QObject
{
    Q_OBJECT

private slots:
    void everyFormatIsAnsweredAsItsRecordsSay_data();
    void everyFormatIsAnsweredAsItsRecordsSay();
    void oddRecordsAreAnsweredAsTheySay_data();
    void oddRecordsAreAnsweredAsTheySay();
    void columnHasTheTransactionBeforeTheActivity();
    void everyNameOfAnIdFillsTheColumn();
    void alternativesAreJoined();
    void equalHashesAreToldApart();
    void recordsOfOtherIdsAreNotRead();
};

void TestIdTerms::everyFormatIsAnsweredAsItsRecordsSay_data()
{
    QTest::addColumn<LogShape>("shape");
    for (const QString &name : logShapeNames())
        QTest::newRow(qPrintable(name)) << *logShapeNamed(name);
}

void TestIdTerms::everyFormatIsAnsweredAsItsRecordsSay()
{
    QFETCH(LogShape, shape);
    LogGeneratorOptions options;
    options.records = 6000; // more than a chunk
    const std::shared_ptr<Log> log = readLog(generateLog(shape, options));
    QVERIFY(log);
    QCOMPARE(differenceForEachId(*log, 997), QString());
}

void TestIdTerms::oddRecordsAreAnsweredAsTheySay_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto lines = [](const char *name, const QByteArrayList &all) {
        QTest::newRow(name) << all.join('\n') + '\n';
    };
    const QByteArray longId(100, 'x');
    lines("JSON",
          {R"({"eventCode":"1","transactionId":"a","userActivityId":"b"})",
           R"({"eventCode":"1","transactionId":"A","transactionId":"b"})",
           R"({"eventCode":"1","transactionId":"a","transactionId":"a"})",
           R"({"eventCode":"1","TransactionID":"a"})",
           R"({"eventCode":"1","transactionId_s":"a"})",
           R"({"eventCode":"1","Transaction ID":"a","activityId":"c"})",
           R"({"eventCode":"1","transactionId_g":"a","transactionId":"b"})",
           R"({"eventCode":"1","transaction\u0049d":"a"})",
           R"({"eventCode":"1","transactionId":"\u0061"})",
           R"({"eventCode":"1","transactionId":null,"userActivityId":"a"})",
           R"({"eventCode":"1","transactionId":"","userActivityId":"a","activityId":"b"})",
           R"({"eventCode":"1","transactionId":{"a":1}})",
           R"({"eventCode":"1","transactionId":17})",
           R"({"eventCode":"1","transactionId":"K","userActivityId":"k"})",
           "{\"eventCode\":\"1\",\"transactionId\":\"\xe2\x84\xaa\"}", // the sign for Kelvin, which is a k
           "{\"eventCode\":\"1\",\"transactionId\":\"J\xc3\x96RG\"}",
           "{\"eventCode\":\"1\",\"transactionId\":\"j\xc3\xb6rg\"}",
           "{\"eventCode\":\"1\",\"transactionId\":\"" + longId + "\"}",
           "{\"eventCode\":\"1\",\"transactionId\":\"" + longId.toUpper() + "\"}",
           R"({"eventCode":"1","transactionId":"null","userActivityId":"-"})",
           R"({"eventCode":"1","transactionId":"N/A","userActivityId":"a"})",
           R"({"eventCode":"1","transactionId":"00000000-0000-0000-0000-000000000000"})",
           R"({"eventCode":"1","transactionId":"-1"})",
           R"({"eventCode":"1"})",
           R"({"transactionId":"a"})",
           "no JSON"});
    lines("envelopes",
          {R"({"event":{"eventCode":"1","transactionId":"a"}})", R"({"transactionId":"a","event":{"eventCode":"1"}})",
           R"({"transactionId":"b","event":{"eventCode":"1","transactionId":"a"}})",
           R"({"userActivityId":"b","message":"{\"eventCode\":\"1\",\"activityId\":\"a\"}"})",
           R"({"activityId":"c","message":"{\"eventCode\":\"1\",\"transactionId\":\"a\"}"})"});
    lines("a SIEM's table",
          {"eventCode,eventLogDate,transactionId,transactionId_s,userActivityId_g,_raw",
           "1,2026-01-15T09:00:00.000Z,a,,c,", "1,2026-01-15T09:00:00.000Z,a,b,c,", "1,2026-01-15T09:00:00.000Z,,a,c,",
           "1,2026-01-15T09:00:00.000Z,null,-,c,", "1,2026-01-15T09:00:00.000Z,-,,null,",
           R"(1,2026-01-15T09:00:00.000Z,a,,c,"{""eventCode"":""1"",""transactionId"":""b""}")",
           R"(1,2026-01-15T09:00:00.000Z,a,,c,"{""eventCode"":""1"",""transactionId"":""a""}")"});
    lines("a tool's table",
          {"eventLogDate,activityDetail,transactionId,Activity ID", "2026-01-15T09:00:00.000Z,x,a,b",
           "2026-01-15T09:00:00.000Z,x,,b", "2026-01-15T09:00:00.000Z,x,\"a,\"\"c\"\"\",null"});
    lines("the monitor's table",
          {"Timestamp\tUser ID\tEvent Code\tDescription\tActivity ID\tTransaction ID\ttransactionId",
           "1/15/2026, 9:00:00 AM\tu\t1\tx\ta\tb\t", "1/15/2026, 9:00:00 AM\tu\t1\tx\ta\tb\tc",
           "1/15/2026, 9:00:00 AM\tu\t1\tx\ta\t\t"});
    lines("an identity router's lines",
          {R"(Jan 15 09:00:00 idr1 SINGLEPOINT USER_LOGIN USERNAME="u" transactionId="a" ActivityID="b")",
           R"(Jan 15 09:00:00 idr1 SINGLEPOINT USER_LOGIN USERNAME="u" activityId="b")",
           R"(Jan 15 09:00:00 idr1 SINGLEPOINT USER_LOGIN USERNAME="u")"});
}

void TestIdTerms::oddRecordsAreAnsweredAsTheySay()
{
    QFETCH(QByteArray, text);
    const std::shared_ptr<Log> log = readLog(text);
    QVERIFY(log);
    QVERIFY(log->columns().size() >= 3);
    QVERIFY(valuesOf(*log, Field::Transaction).count(QString()) < qsizetype(log->columns().size()));
    QCOMPARE(differenceForEachId(*log, 1), QString());
}

void TestIdTerms::columnHasTheTransactionBeforeTheActivity()
{
    const std::shared_ptr<Log> log = readLog("{\"eventCode\":\"1\",\"transactionId\":\"Id\",\"userActivityId\":\"b\"}\n"
                                             "{\"eventCode\":\"1\",\"userActivityId\":\"Id\"}\n{\"eventCode\":\"1\"}\n"
                                             "{\"eventCode\":\"1\",\"transactionId\":\"a\",\"transactionId\":\"b\"}\n"
                                             "{\"eventCode\":\"1\",\"transactionId\":\"-\",\"userActivityId\":\"Id\"}\n"
                                             "{\"eventCode\":\"1\",\"transactionId\":\"0000-00\"}\n");
    QVERIFY(log);
    const Columns &columns = log->columns();
    QCOMPARE(columns.transaction(0), transactionHash(IdKind::Transaction, "id"));
    QCOMPARE(columns.transaction(1), transactionHash(IdKind::Activity, "ID"));
    QVERIFY(columns.transaction(0) != columns.transaction(1));
    QCOMPARE(columns.transaction(2), quint64(0));
    QCOMPARE(idKind(columns.transaction(3)), IdKind::Unclear);
    QCOMPARE(columns.transaction(4), columns.transaction(1));
    QCOMPARE(columns.transaction(5), quint64(0));
}

void TestIdTerms::everyNameOfAnIdFillsTheColumn()
{
    const auto hashOf = [](const QString &name) {
        const std::shared_ptr<Log> log = readLog(R"({"eventCode":"1",")" + name.toUtf8() + R"(":"an id"})" + '\n');
        return log ? log->columns().transaction(0) : 0;
    };
    for (const QString &name : fieldNames(Field::Transaction))
        QVERIFY2(hashOf(name) == transactionHash(IdKind::Transaction, "an id"), qPrintable(name));
    for (const QString &name : fieldNames(Field::Activity))
        QVERIFY2(hashOf(name) == transactionHash(IdKind::Activity, "an id"), qPrintable(name));
    QCOMPARE(hashOf(u"deviceId"_s), quint64(0));
}

void TestIdTerms::alternativesAreJoined()
{
    LogGeneratorOptions options;
    options.records = 3000;
    const std::shared_ptr<Log> log = readLog(generateLog(LogShape::Ndjson, options));
    QVERIFY(log);
    const QStringList ids = valuesOf(*log, Field::Transaction);
    const QStringList activities = valuesOf(*log, Field::Activity);
    const QString one = ids.at(10);
    const QString two = ids.at(2000);
    const auto userOf = [&](Row row) { return log->texts(TextColumn::User).text(log->columns().user(row)); };
    const QString user = userOf(1500);
    const auto isOne = [&](Row row) { return ids.at(row) == one; };
    const auto isTwo = [&](Row row) { return ids.at(row) == two; };
    const auto isUser = [&](Row row) { return userOf(row) == user; };
    QCOMPARE(difference(*log, u"txn:%1,%2"_s.arg(one, two), [&](Row row) { return isOne(row) || isTwo(row); }),
             QString());
    QCOMPARE(
        difference(*log, u"txn:%1 or user:%2"_s.arg(one, user), [&](Row row) { return isOne(row) || isUser(row); }),
        QString());
    QCOMPARE(difference(*log, u"txn:%1 or -txn:%2"_s.arg(one, two), [&](Row row) { return isOne(row) || !isTwo(row); }),
             QString());
    QCOMPARE(difference(*log, u"-txn:%1 -txn:%2"_s.arg(one, two), [&](Row row) { return !isOne(row) && !isTwo(row); }),
             QString());
    QCOMPARE(difference(*log, u"txn:%1 or %2"_s.arg(one, quotedQueryValue(activities.at(500))),
                        [&](Row row) { return isOne(row) || activities.at(row) == activities.at(500); }),
             QString());
    QCOMPARE(
        difference(*log, u"txn:%1*"_s.arg(one.first(6)), [&](Row row) { return ids.at(row).startsWith(one.first(6)); }),
        QString());
    QCOMPARE(difference(*log, u"txn:\"\",%1"_s.arg(one), [&](Row row) { return ids.at(row).isEmpty() || isOne(row); }),
             QString());
}

void TestIdTerms::equalHashesAreToldApart()
{
    const std::shared_ptr<Log> log = readLog("{\"eventCode\":\"1\",\"transactionId\":\"a\"}\n"
                                             "{\"eventCode\":\"1\",\"transactionId\":\"b\"}\n");
    QVERIFY(log);
    // As if "c" had the hash of both.
    LoweredQuery query = lowered(*log, u"txn:c"_s);
    int changed = 0;
    for (std::vector<LoweredTerm> &group : query.groups) {
        for (LoweredTerm &term : group) {
            if (term.on != LoweredTerm::On::Ids)
                continue;
            ++changed;
            term.hashes = {transactionHash(IdKind::Transaction, "a"), transactionHash(IdKind::Transaction, "b")};
        }
    }
    QCOMPARE(changed, 1);
    QCOMPARE(kept(*log, query), std::vector<Row>());
}

void TestIdTerms::recordsOfOtherIdsAreNotRead()
{
    const std::shared_ptr<Log> log = readLog("{\"eventCode\":\"1\",\"transactionId\":\"a\"}\n"
                                             "{\"eventCode\":\"1\",\"transactionId\":\"b\"}\n"
                                             "{\"eventCode\":\"1\",\"userActivityId\":\"b\"}\n");
    QVERIFY(log);
    // Who would read the records would find that they all fit.
    const QueryParse all = Query::parse(u"txn:*"_s);
    const auto asksAll = std::make_shared<const TermMatcher>(all.query.groups().front().front(), MatchContext());
    const auto keptWith = [&](const QString &text) {
        LoweredQuery query = lowered(*log, text);
        for (std::vector<LoweredTerm> &group : query.groups) {
            for (LoweredTerm &term : group) {
                term.fieldNames = {u"eventCode"_s};
                term.matcher = asksAll;
            }
        }
        return kept(*log, query);
    };
    QCOMPARE(keptWith(u"txn:b"_s), std::vector<Row>({1}));
    QCOMPARE(keptWith(u"-txn:b"_s), std::vector<Row>({0, 2}));
    QCOMPARE(keptWith(u"activity:b"_s), std::vector<Row>({0, 1, 2})); // the column has their transactions
    QCOMPARE(keptWith(u"activity:c"_s), std::vector<Row>({0, 1}));
}

QTEST_GUILESS_MAIN(TestIdTerms)
#include "tst_idterms.moc"
