#include "transactionquery.h"

#include "lowering.h"
#include "recordsticket.h"
#include "resolver.h"
#include "rowfilter.h"
#include "testcatalog.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

class tst_TransactionQuery : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void fieldsNameTheTransaction_data();
    void fieldsNameTheTransaction();
    void withoutAnIdTheSignInIsMeant_data();
    void withoutAnIdTheSignInIsMeant();
    void withoutUserOrTimeThereIsNone();

private:
    std::shared_ptr<Log> m_log;
    Resolution m_resolution;
};

void tst_TransactionQuery::init()
{
    // Two sign-ins of jdoe, apart by more than a pause; another's in between, jdoe's first record once more.
    const QByteArray bytes = testRecord(911, "2026-01-15T09:00:00Z", "jdoe") //
        + testRecord(911, "2026-01-15T09:00:30Z", "asmith") //
        + testRecord(702, "2026-01-15T09:01:00Z", "JDoe") //
        + testRecord(911, "2026-01-15T09:00:00Z", "jdoe") //
        + testRecord(901, "2026-01-15T09:30:00Z", "jdoe") //
        + testRecord(901, "2026-01-15T09:30:00Z", "") //
        + R"({"eventCode":"702","userId":"jdoe"})" + '\n';
    Result<std::shared_ptr<Log>> log = Log::fromBytes(u"test.log"_s, bytes, {});
    QVERIFY(log);
    m_log = log.value();
    m_log->index({});
    m_resolution = {};
    Resolver(testCatalog()).extend(m_resolution, *m_log);
    QCOMPARE(m_log->columns().size(), Row(7));
}

void tst_TransactionQuery::fieldsNameTheTransaction_data()
{
    QTest::addColumn<QList<RecordField>>("fields");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QList<RecordField> &fields, const QString &expected) {
        QTest::newRow(name) << fields << expected;
    };
    row("the API", {{u"userActivityId"_s, u"a-1"_s}, {u"transactionId"_s, u"t-1"_s}}, u"transaction:t-1"_s);
    row("the monitor", {{u"Activity ID"_s, u"a-1"_s}, {u"Transaction ID"_s, u"t-1"_s}}, u"transaction:t-1"_s);
    row("Sentinel", {{u"userActivityId_g"_s, u"a-1"_s}, {u"transactionId_g"_s, u"t-1"_s}}, u"transaction:t-1"_s);
    row("what stands for no id", {{u"transactionId"_s, u"N/A"_s}, {u"activityId"_s, u"a-1"_s}}, u"activity:a-1"_s);
    row("an activity", {{u"transactionId"_s, {}}, {u"Activity ID"_s, u"a-1"_s}}, u"activity:a-1"_s);
    row("nothing", {{u"userId"_s, u"jdoe"_s}}, {});
}

void tst_TransactionQuery::fieldsNameTheTransaction()
{
    QFETCH(const QList<RecordField>, fields);
    QFETCH(const QString, expected);
    QCOMPARE(transactionQuery(fields).value_or(Query()).toString(), expected);
}

void tst_TransactionQuery::withoutAnIdTheSignInIsMeant_data()
{
    QTest::addColumn<Row>("row");
    QTest::addColumn<std::vector<Row>>("expected");
    const std::vector<Row> first{0, 3, 2};
    QTest::newRow("its beginning") << Row(0) << first;
    QTest::newRow("its end, spelled otherwise") << Row(2) << first;
    QTest::newRow("its beginning once more") << Row(3) << first;
    QTest::newRow("behind a pause") << Row(4) << std::vector<Row>{4};
}

void tst_TransactionQuery::withoutAnIdTheSignInIsMeant()
{
    QFETCH(const Row, row);
    QFETCH(const std::vector<Row>, expected);
    const Result<std::vector<Row>> rows = transactionRows(*m_log, m_resolution, *testCatalog(), row);
    QVERIFY(rows);
    QCOMPARE(rows.value(), expected);
}

void tst_TransactionQuery::withoutUserOrTimeThereIsNone()
{
    QVERIFY(!signInQuery(*m_log, m_resolution, *testCatalog(), 5));
    QVERIFY(!signInQuery(*m_log, m_resolution, *testCatalog(), 6));
}

QTEST_GUILESS_MAIN(tst_TransactionQuery)
#include "tst_transactionquery.moc"
