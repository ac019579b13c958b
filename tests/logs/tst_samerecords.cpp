#include "samerecords.h"

#include <QDateTime>
#include <QTest>

#include <algorithm>
#include <map>
#include <random>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

/// Of few values each, so that many are the same.
QByteArray randomRecords(quint32 seed, int count)
{
    std::mt19937 random(seed);
    QByteArray lines;
    const auto add = [&](const char *name, const char *value, int values) {
        const auto number = int(random() % quint32(values));
        if (number > 0)
            lines += QByteArray(",\"") + name + "\":\"" + value + QByteArray::number(number) + '"';
    };
    for (int i = 0; i < count; ++i) {
        if (random() % 50 == 0) {
            lines += "{\"eventCode\":\n";
            continue;
        }
        lines += "{\"eventCode\":\"70" + QByteArray::number(int(random() % 3)) + '"';
        add("eventLogDate", "2026-01-15T09:14:02.1", 9);
        add("userId", "user", 30);
        add("sourceIPAddress", "192.0.2.", 3);
        add("application", "App", 3);
        add("method", "Method", 3);
        add("transactionId", "t", 40);
        lines += "}\n";
    }
    return lines;
}

std::shared_ptr<Log> readLog(const QByteArray &bytes)
{
    const std::shared_ptr<Log> log = Log::fromBytes(u"test.log"_s, bytes, {}).value();
    log->index({});
    return log;
}

std::vector<std::vector<Row>> groupsOf(const SameRecords &same)
{
    std::vector<std::vector<Row>> groups;
    same.visit([&](std::span<const Row> rows) { groups.emplace_back(rows.begin(), rows.end()); });
    std::ranges::sort(groups);
    return groups;
}

/// Row by row.
std::vector<std::vector<Row>> slowGroups(const Log &log, const RowSet &rows, const SameRecordsAmong &among)
{
    std::map<std::tuple<qint64, ShapeId, quint32, quint32, quint32, quint32, quint64>, std::vector<Row>> records;
    for (Row position = 0; position < rows.size(); ++position) {
        const Row row = rows.at(position);
        const RecordColumns record = log.columns().record(row);
        if (record.time >= among.earliest && (!among.understoodOnly || log.shape(record.shape).understood))
            records[{record.time, record.shape, record.user, record.address, record.application, record.method,
                     record.transaction}]
                .push_back(row);
    }
    std::vector<std::vector<Row>> groups;
    for (auto &[key, same] : records) {
        std::ranges::sort(same);
        if (same.size() > 1)
            groups.push_back(std::move(same));
    }
    std::ranges::sort(groups);
    return groups;
}

} // namespace

class TestSameRecords : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void findsWhatSaysTheSame_data();
    void findsWhatSaysTheSame();
    void nothingRepeatsNothing();
    void stopsWhenAsked();

private:
    std::shared_ptr<Log> m_log;
};

void TestSameRecords::initTestCase()
{
    m_log = readLog(randomRecords(3, 150'000)); // of several parts, and a chunk that is not full
}

void TestSameRecords::findsWhatSaysTheSame_data()
{
    QTest::addColumn<RowSet>("rows");
    QTest::addColumn<SameRecordsAmong>("among");
    const Row count = m_log->columns().size();
    std::vector<Row> some;
    for (Row row = 0; row < count; row += 1 + row % 3)
        some.push_back(row);
    std::vector<Row> mixed = some;
    std::shuffle(mixed.begin(), mixed.end(), std::mt19937(5));
    const qint64 late = QDateTime(QDate(2026, 1, 15), QTime(9, 14, 2, 140), Qt::UTC).toMSecsSinceEpoch();
    const SameRecordsAmong lateOnes{late, false};
    QTest::newRow("all") << RowSet::all(count) << SameRecordsAmong();
    QTest::newRow("late ones") << RowSet::all(count) << lateOnes;
    QTest::newRow("what is understood") << RowSet::all(count) << SameRecordsAmong{noTime, true};
    QTest::newRow("some") << RowSet::of(some) << SameRecordsAmong();
    QTest::newRow("some in another order") << RowSet::of(mixed) << SameRecordsAmong();
    QTest::newRow("late ones of those") << RowSet::of(mixed) << lateOnes;
    QTest::newRow("none") << RowSet() << SameRecordsAmong();
}

void TestSameRecords::findsWhatSaysTheSame()
{
    QFETCH(RowSet, rows);
    QFETCH(SameRecordsAmong, among);
    const std::vector<std::vector<Row>> groups = slowGroups(*m_log, rows, among);
    QVERIFY(groups.size() > 100 || rows.size() == 0);
    QVERIFY(groupsOf(sameRecords(*m_log, rows, among)) == groups);
}

void TestSameRecords::nothingRepeatsNothing()
{
    const std::shared_ptr<Log> log = readLog("{\"eventCode\":\"702\"}\n{\"eventCode\":\"701\"}\n");
    QVERIFY(groupsOf(sameRecords(*log, RowSet::all(2), {})).empty());
}

void TestSameRecords::stopsWhenAsked()
{
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(groupsOf(sameRecords(*m_log, RowSet::all(m_log->columns().size()), {}, stop.get_token())).empty());
}

QTEST_APPLESS_MAIN(TestSameRecords)
#include "tst_samerecords.moc"
