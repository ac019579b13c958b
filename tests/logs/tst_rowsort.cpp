#include "rowsort.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <limits>
#include <numeric>

using namespace evident;

class TestRowSort : public QObject
{
    Q_OBJECT

private slots:
    void ordersAsAStableSortDoes_data();
    void ordersAsAStableSortDoes();
    void returnsNothingWhenStopped();
    void ordersTimes();
};

void TestRowSort::ordersAsAStableSortDoes_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<quint64>("largestKey");
    QTest::newRow("none") << 0 << quint64(10);
    QTest::newRow("one") << 1 << quint64(10);
    QTest::newRow("one key") << 1000 << quint64(0);
    QTest::newRow("few keys") << 20'000 << quint64(5);
    QTest::newRow("several digits") << 20'000 << quint64(1'000'000'000'000);
    QTest::newRow("all keys") << 20'000 << std::numeric_limits<quint64>::max();
}

void TestRowSort::ordersAsAStableSortDoes()
{
    QFETCH(int, count);
    QFETCH(quint64, largestKey);
    QRandomGenerator random(9);
    std::vector<quint64> keys;
    keys.reserve(size_t(count) * 2);
    for (int row = 0; row < count * 2; ++row)
        keys.push_back(largestKey == 0 ? 0 : random.generate64() % largestKey);
    std::vector<Row> rows; // every second one
    for (Row row = 0; row < Row(count); ++row)
        rows.push_back(row * 2);
    int asked = 0;
    const auto key = [&](Row row) {
        ++asked;
        return keys[row];
    };

    std::vector<Row> ascending = rows;
    std::ranges::stable_sort(ascending, {}, [&](Row row) { return keys[row]; });
    QVERIFY(sortedRows(rows, key, false) == ascending);
    QCOMPARE(asked, count);

    std::vector<Row> descending = rows;
    std::ranges::stable_sort(descending, std::greater{}, [&](Row row) { return keys[row]; });
    QVERIFY(sortedRows(rows, key, true) == descending);
    // The order in which rows were before does not matter.
    QVERIFY(sortedRows(ascending, key, true) == descending);
}

void TestRowSort::returnsNothingWhenStopped()
{
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(sortedRows(
                {3, 2, 1}, [](Row row) { return row; }, false, stop.get_token())
                .empty());
}

void TestRowSort::ordersTimes()
{
    const std::vector<qint64> times{noTime + 1, -86'400'000, -1, 0, 1, 1'768'468'442'118, noTime};
    std::vector<quint64> keys;
    std::ranges::transform(times, std::back_inserter(keys), timeSortKey);
    QVERIFY(std::ranges::is_sorted(keys));
    QCOMPARE(std::ranges::adjacent_find(keys), keys.end());
}

QTEST_APPLESS_MAIN(TestRowSort)
#include "tst_rowsort.moc"
