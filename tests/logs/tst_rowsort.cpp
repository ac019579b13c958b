#include "rowsort.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <limits>
#include <numeric>

using namespace evident;

class TestRowSort : public QObject
{
    Q_OBJECT

private slots:
    void ordersAsAStableSortDoes_data();
    void ordersAsAStableSortDoes();
    void keepsWhatIsInOrder();
    void returnsNothingWhenStopped();
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
    QTest::newRow("one digit") << 20'000 << quint64(2000);
    QTest::newRow("just beside the row") << 20'000 << (std::numeric_limits<quint64>::max() >> 16);
    QTest::newRow("no room beside the row") << 20'000 << (std::numeric_limits<quint64>::max() >> 15);
    QTest::newRow("several threads") << 200'000 << quint64(1'000'000);
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
    std::atomic<int> asked = 0;
    const auto key = [&](std::span<const Row> of, std::span<quint64> filled) {
        asked += int(of.size());
        std::ranges::transform(of, filled.begin(), [&](Row row) { return keys[row]; });
    };

    std::vector<Row> ascending = rows;
    std::ranges::stable_sort(ascending, {}, [&](Row row) { return keys[row]; });
    QVERIFY(sortedRows(rows, key, false) == ascending);
    QCOMPARE(asked.load(), count);

    std::vector<Row> descending = rows;
    std::ranges::stable_sort(descending, std::greater{}, [&](Row row) { return keys[row]; });
    QVERIFY(sortedRows(rows, key, true) == descending);
    // The order in which rows were before does not matter.
    QVERIFY(sortedRows(ascending, key, true) == descending);
}

void TestRowSort::keepsWhatIsInOrder()
{
    // In order but for one place: anywhere, and where two threads meet.
    constexpr Row count = 40 * Columns::chunkRows;
    std::vector<Row> rows(count);
    std::iota(rows.begin(), rows.end(), Row(0));
    for (const Row wrong : {count, Row(1), count / 2, count / 2 + 1, count - 1}) {
        std::vector<quint64> keys(rows.begin(), rows.end());
        for (quint64 &key : keys)
            key = 1'000'000'000'000 + key / 3;
        if (wrong < count)
            keys[wrong] = 5;
        std::vector<Row> sorted = rows;
        std::ranges::stable_sort(sorted, {}, [&](Row row) { return keys[row]; });
        const auto key = [&](std::span<const Row> of, std::span<quint64> filled) {
            std::ranges::transform(of, filled.begin(), [&](Row row) { return keys[row]; });
        };
        QVERIFY(sortedRows(rows, key, false) == sorted);
    }
}

void TestRowSort::returnsNothingWhenStopped()
{
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(sortedRows(
                {3, 2, 1}, [](auto rows, auto keys) { std::ranges::copy(rows, keys.begin()); }, false, stop.get_token())
                .empty());
}

QTEST_APPLESS_MAIN(TestRowSort)
#include "tst_rowsort.moc"
