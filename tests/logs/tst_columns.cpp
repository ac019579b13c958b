#include "columns.h"

#include <QRandomGenerator>
#include <QTest>

#include <atomic>
#include <functional>
#include <limits>
#include <thread>
#include <vector>

using namespace evident;
using namespace Qt::StringLiterals;

using Make = std::function<RecordColumns(Row row, QRandomGenerator &random)>;
Q_DECLARE_METATYPE(Make)

class TestColumns : public QObject
{
    Q_OBJECT

private slots:
    void readsBackWhatWasAppended_data();
    void readsBackWhatWasAppended();
    void readsManyRowsAsItReadsOne_data();
    void readsManyRowsAsItReadsOne();
    void countsIdsAsOneByOne_data();
    void countsIdsAsOneByOne();
    void boundsHoldEveryValue_data();
    void boundsHoldEveryValue();
    void boundsTellOfMissingTimes();
    void showsNothingBeforePublishing();
    void boundsOfTransactionsAreTheirOneValue();
    void costsAtMostFiveBytesForATextLine();
    void costsAtMostThirtyTwoBytesForAFullRecord();
    void isReadWhileItGrows();
    void rowsCanBeTakenBack();
    void onlyTheLastRowsCanBeTakenBack();
    void takingBackRowsThatComeAgainChangesNothing();
    void isReadWhileItsLastRowChanges();
};

namespace {

/// A line of a text without times: places alone.
RecordColumns textLine(Row row, qint64 &offset, QRandomGenerator &random)
{
    RecordColumns record;
    record.offset = offset;
    record.length = 20 + quint32(random.bounded(200));
    record.line = row + 1;
    offset += record.length + 1;
    return record;
}

qint64 valueOf(const RecordColumns &record, LogColumn column)
{
    const qint64 values[] = {
        record.offset, record.length, record.line,        record.time,    record.shape,
        record.user,   record.method, record.application, record.address, qint64(record.transaction)};
    return values[int(column)];
}

RecordColumns derived(Row row)
{
    RecordColumns record;
    record.offset = qint64(row) * 101;
    record.length = row % 97;
    record.line = row * 2;
    record.time = row % 5 == 0 ? noTime : qint64(row) * 1000;
    record.shape = row % 11;
    record.user = row;
    record.method = row % 3;
    record.application = row / 7;
    record.address = row ^ 0x55;
    record.transaction = row / 3 * 0x9e3779b97f4a7c15U;
    return record;
}

} // namespace

void TestColumns::readsBackWhatWasAppended_data()
{
    QTest::addColumn<Make>("make");
    QTest::newRow("all the same") << Make(
        [](Row, QRandomGenerator &) { return RecordColumns{7, 7, 7, 7, 7, 7, 7, 7, 7, 7}; });
    QTest::newRow("derived") << Make([](Row row, QRandomGenerator &) { return derived(row); });
    QTest::newRow("no times") << Make([](Row, QRandomGenerator &) { return RecordColumns{}; });
    QTest::newRow("extremes") << Make([](Row row, QRandomGenerator &random) {
        constexpr quint32 largest = std::numeric_limits<quint32>::max();
        const auto either = [&] { return random.bounded(2) == 0 ? 0 : largest; };
        const qint64 times[] = {noTime, noTime + 1, std::numeric_limits<qint64>::max(), 0};
        return RecordColumns{row % 2 == 0 ? 0 : std::numeric_limits<qint64>::max(),
                             either(),
                             either(),
                             times[random.bounded(4)],
                             either(),
                             either(),
                             either(),
                             either(),
                             either(),
                             random.bounded(2) == 0 ? 0 : random.generate64()};
    });
    QTest::newRow("each width") << Make([](Row row, QRandomGenerator &random) {
        const int bits = int(row / Columns::chunkRows * 8 % 40);
        const quint64 value = random.generate64() & ((quint64(1) << bits) - 1);
        return RecordColumns{qint64(value),  quint32(value), quint32(value), qint64(value) - 1000, quint32(value),
                             quint32(value), quint32(value), quint32(value), quint32(value),       value};
    });
    QTest::newRow("falling times and places") << Make([](Row row, QRandomGenerator &) {
        return RecordColumns{
            qint64(1'000'000'000) - row * 3, 3, 4'000'000 - row, -qint64(row) * 86'400'000, 0, 0, 0, 0, 0, 0};
    });
}

void TestColumns::readsBackWhatWasAppended()
{
    QFETCH(Make, make);
    QRandomGenerator random(7);
    constexpr Row count = Columns::chunkRows * 5 + 100;
    std::vector<RecordColumns> expected;
    Columns columns;
    for (Row row = 0; row < count; ++row) {
        expected.push_back(make(row, random));
        columns.append(expected.back());
        if (random.bounded(500) == 0)
            columns.publish();
    }
    columns.publish();

    QCOMPARE(columns.size(), count);
    for (Row row = 0; row < count; ++row) {
        const RecordColumns record = columns.record(row);
        QVERIFY2(record == expected[row], qPrintable(u"row %1"_s.arg(row)));
        QCOMPARE(columns.time(row), record.time);
        QCOMPARE(columns.shape(row), record.shape);
        QCOMPARE(columns.user(row), record.user);
        QCOMPARE(columns.method(row), record.method);
        QCOMPARE(columns.application(row), record.application);
        QCOMPARE(columns.address(row), record.address);
        QCOMPARE(columns.transaction(row), record.transaction);
    }
}

void TestColumns::readsManyRowsAsItReadsOne_data()
{
    readsBackWhatWasAppended_data();
}

void TestColumns::readsManyRowsAsItReadsOne()
{
    QFETCH(Make, make);
    QRandomGenerator random(8);
    constexpr Row count = Columns::chunkRows * 5 + 100;
    Columns columns;
    std::vector<RecordColumns> expected;
    for (Row row = 0; row < count; ++row) {
        expected.push_back(make(row, random));
        columns.append(expected.back());
    }
    columns.publish();
    for (int times = 0; times < 40; ++times) {
        // Ranges within a chunk, across several, and of the tail; rows in no order and in that of the log.
        const Row first = times == 0 ? 0 : Row(random.bounded(count));
        const size_t length =
            times == 0 ? count : random.bounded(times % 2 == 0 ? count - first : 50U) % (count - first);
        std::vector<Row> rows;
        for (size_t i = 0; i < length; ++i)
            rows.push_back(times % 3 == 0 ? Row(random.bounded(count)) : first + Row(i));
        std::vector<quint32> narrow(length);
        std::vector<qint64> wide(length);
        for (int number = 0; number < int(logColumnCount); ++number) {
            const auto column = LogColumn(number);
            const auto isRight = [&](const auto &values, auto rowAt) {
                for (size_t i = 0; i < length; ++i) {
                    const auto right = std::decay_t<decltype(values[0])>(valueOf(expected[rowAt(i)], column));
                    if (values[i] != right)
                        return false;
                }
                return true;
            };
            const auto inRange = [first](size_t i) { return first + Row(i); };
            const auto inList = [&rows](size_t i) { return rows[i]; };
            columns.read(column, first, narrow);
            QVERIFY(isRight(narrow, inRange));
            columns.read(column, first, wide);
            QVERIFY(isRight(wide, inRange));
            columns.gather(column, rows, narrow);
            QVERIFY(isRight(narrow, inList));
            columns.gather(column, rows, wide);
            QVERIFY(isRight(wide, inList));
        }
    }
}

void TestColumns::countsIdsAsOneByOne_data()
{
    QTest::addColumn<quint32>("least");
    QTest::addColumn<quint32>("range");
    for (const quint32 range : {1U, 2U, 200U, 256U, 257U, 1024U, 1025U, 70'000U}) {
        for (const quint32 least : {0U, 5U, 100'000U})
            QTest::addRow("%u from %u on", range, least) << least << range;
    }
}

void TestColumns::countsIdsAsOneByOne()
{
    QFETCH(quint32, least);
    QFETCH(quint32, range);
    QRandomGenerator random(10);
    constexpr Row count = Columns::chunkRows * 3 + 100;
    Columns columns;
    for (Row row = 0; row < count; ++row) {
        RecordColumns record;
        record.user = least + quint32(random.bounded(range));
        columns.append(record);
    }
    columns.publish();
    std::vector<quint32> counts;
    std::vector<quint32> expected(least + range);
    for (int times = 0; times < 20; ++times) {
        const Row first = times == 0 ? 0 : Row(random.bounded(count));
        const Row length = times == 0 ? count : Row(random.bounded(count - first + 1));
        columns.addCounts(LogColumn::User, first, length, counts);
        for (Row row = first; row < first + length; ++row)
            ++expected[columns.user(row)];
    }
    counts.resize(expected.size());
    QCOMPARE(counts, expected);
}

void TestColumns::boundsHoldEveryValue_data()
{
    readsBackWhatWasAppended_data();
}

void TestColumns::boundsHoldEveryValue()
{
    QFETCH(Make, make);
    QRandomGenerator random(9);
    constexpr Row count = Columns::chunkRows * 5 + 100;
    Columns columns;
    for (Row row = 0; row < count; ++row)
        columns.append(make(row, random));
    columns.publish();
    std::vector<qint64> values(Columns::chunkRows);
    for (Row first = 0; first + Columns::chunkRows <= count; first += Columns::chunkRows) {
        for (const LogColumn column : {LogColumn::Time, LogColumn::Shape, LogColumn::User, LogColumn::Method,
                                       LogColumn::Application, LogColumn::Address}) {
            const std::optional<ColumnBounds> bounds = columns.bounds(column, first + 7);
            QVERIFY(bounds);
            columns.read(column, first, values);
            if (column == LogColumn::Time)
                QCOMPARE(std::erase(values, noTime) > 0, bounds->missing);
            if (values.empty()) {
                QVERIFY(bounds->least > bounds->most);
            } else {
                QCOMPARE(bounds->least, *std::ranges::min_element(values));
                QCOMPARE(bounds->most, *std::ranges::max_element(values));
            }
            values.resize(Columns::chunkRows);
        }
    }
    QVERIFY(!columns.bounds(LogColumn::Time, count - 1));
}

void TestColumns::boundsTellOfMissingTimes()
{
    Columns columns;
    for (Row row = 0; row <= 2 * Columns::chunkRows; ++row) {
        RecordColumns record;
        record.time = row < Columns::chunkRows || row % 3 == 0 ? noTime : qint64(row);
        columns.append(record);
    }
    columns.publish();
    const std::optional<ColumnBounds> none = columns.bounds(LogColumn::Time, 0);
    QVERIFY(none && none->missing && none->least > none->most);
    const std::optional<ColumnBounds> some = columns.bounds(LogColumn::Time, Columns::chunkRows);
    QVERIFY(some && some->missing);
    QCOMPARE(some->least, qint64(Columns::chunkRows));
    QCOMPARE(some->most, qint64(2 * Columns::chunkRows - 1));
}

void TestColumns::boundsOfTransactionsAreTheirOneValue()
{
    constexpr quint64 hash = 0xfedcba9876543210U;
    Columns columns;
    for (Row row = 0; row <= 3 * Columns::chunkRows; ++row) {
        RecordColumns record;
        record.transaction = row < Columns::chunkRows ? 0 : row <= 2 * Columns::chunkRows ? hash : hash + 1;
        columns.append(record);
    }
    columns.publish();
    const std::optional<ColumnBounds> none = columns.bounds(LogColumn::Transaction, 0);
    QVERIFY(none && none->least == 0 && none->most == 0);
    const std::optional<ColumnBounds> one = columns.bounds(LogColumn::Transaction, Columns::chunkRows);
    QVERIFY(one && quint64(one->least) == hash && quint64(one->most) == hash);
    QVERIFY(!columns.bounds(LogColumn::Transaction, 2 * Columns::chunkRows));
}

void TestColumns::showsNothingBeforePublishing()
{
    Columns columns;
    columns.append({});
    QCOMPARE(columns.size(), Row(0));
    columns.publish();
    QCOMPARE(columns.size(), Row(1));
}

void TestColumns::costsAtMostFiveBytesForATextLine()
{
    QRandomGenerator random(1);
    Columns columns;
    qint64 offset = 0;
    constexpr Row count = 300'000;
    for (Row row = 0; row < count; ++row)
        columns.append(textLine(row, offset, random));
    columns.publish();
    QVERIFY2(columns.memory() <= qint64(count) * 5, qPrintable(QString::number(double(columns.memory()) / count)));
}

void TestColumns::costsAtMostThirtyTwoBytesForAFullRecord()
{
    // Users, applications and addresses by the hundred thousand, in no order; records of several sizes; times with
    // gaps.
    QRandomGenerator random(1);
    Columns columns;
    qint64 offset = 0;
    qint64 time = 1'768'468'442'118;
    constexpr Row count = 300'000;
    for (Row row = 0; row < count; ++row) {
        RecordColumns record = textLine(row, offset, random);
        record.length += 500;
        offset += 500;
        time += random.bounded(60'000) - 20'000;
        record.time = random.bounded(1000) == 0 ? noTime : time;
        record.shape = ShapeId(random.bounded(5000));
        record.user = quint32(random.bounded(300'000));
        record.method = quint32(random.bounded(40));
        record.application = quint32(random.bounded(1000));
        record.address = quint32(random.bounded(500'000));
        record.transaction = random.generate64();
        columns.append(record);
    }
    columns.publish();
    QVERIFY2(columns.memory() <= qint64(count) * 32, qPrintable(QString::number(double(columns.memory()) / count)));
}

void TestColumns::isReadWhileItGrows()
{
    Columns columns;
    std::atomic<bool> wrong = false;
    constexpr Row count = Columns::chunkRows * 12 + 5;
    const auto read = [&](quint32 seed) {
        QRandomGenerator random(seed);
        std::vector<quint32> users;
        for (Row size = 0; size < count;) {
            size = columns.size();
            for (int times = 0; size > 0 && times < 50; ++times) {
                // Mostly near the end, where chunks become full.
                const Row back = Row(random.bounded(std::min<quint32>(size, times % 4 == 0 ? size : 64)));
                const Row row = size - 1 - back;
                wrong = wrong || columns.record(row) != derived(row);
            }
            const Row first = size - std::min(size, Row(random.bounded(1, int(Columns::chunkRows) * 3 / 2)));
            users.resize(size - first);
            columns.read(LogColumn::User, first, users);
            for (Row row = first; row < size; ++row)
                wrong = wrong || users[row - first] != derived(row).user;
        }
    };
    {
        const std::jthread first(read, 1);
        const std::jthread second(read, 2);
        for (Row row = 0; row < count; ++row) {
            columns.append(derived(row));
            if (row % 13 == 0 || row + 1 == count)
                columns.publish();
        }
    }
    QVERIFY(!wrong);
}

void TestColumns::rowsCanBeTakenBack()
{
    Columns columns;
    for (Row row = 0; row < 10; ++row)
        columns.append(derived(row));
    columns.publish();
    QCOMPARE(columns.revision(), quint64(0));

    columns.takeBack(8);
    QCOMPARE(columns.size(), Row(10));
    columns.append(derived(108));
    columns.append(derived(109));
    columns.append(derived(110));
    columns.publish();
    QCOMPARE(columns.size(), Row(11));
    QCOMPARE(columns.revision(), quint64(1));
    QCOMPARE(columns.record(7), derived(7));
    QCOMPARE(columns.record(8), derived(108));
    QCOMPARE(columns.record(10), derived(110));

    columns.takeBack(9);
    columns.publish();
    QCOMPARE(columns.size(), Row(9));
    QCOMPARE(columns.revision(), quint64(2));
    columns.append(derived(209));
    columns.publish();
    QCOMPARE(columns.record(9), derived(209));
}

void TestColumns::onlyTheLastRowsCanBeTakenBack()
{
    Columns columns;
    QVERIFY(columns.canTakeBack(0));
    QVERIFY(!columns.canTakeBack(1));
    for (Row row = 0; row < Columns::chunkRows; ++row)
        columns.append(derived(row));
    columns.publish();
    // A full chunk waits for the next row before it is packed.
    QVERIFY(columns.canTakeBack(Columns::chunkRows - 1));
    columns.takeBack(Columns::chunkRows - 1);
    columns.append(derived(7));
    columns.publish();
    QCOMPARE(columns.record(Columns::chunkRows - 1), derived(7));

    columns.append(derived(8));
    columns.publish();
    QVERIFY(!columns.canTakeBack(Columns::chunkRows - 1));
    QVERIFY(columns.canTakeBack(Columns::chunkRows));
    QCOMPARE(columns.record(Columns::chunkRows - 1), derived(7));
    QCOMPARE(columns.record(Columns::chunkRows), derived(8));
}

void TestColumns::takingBackRowsThatComeAgainChangesNothing()
{
    Columns columns;
    for (Row row = 0; row < 3; ++row)
        columns.append(derived(row));
    columns.publish();
    columns.takeBack(2);
    columns.append(derived(2));
    columns.append(derived(3));
    columns.publish();
    QCOMPARE(columns.size(), Row(4));
    QCOMPARE(columns.revision(), quint64(0));
}

void TestColumns::isReadWhileItsLastRowChanges()
{
    Columns columns;
    columns.append(derived(0));
    columns.publish();
    std::atomic<bool> wrong = false;
    std::atomic<bool> done = false;
    // A row is always one of the whole records that stood there: derived() makes all of it from one number.
    const auto read = [&] {
        while (!done) {
            const Row last = columns.size() - 1;
            const RecordColumns record = columns.record(last);
            wrong = wrong || record != derived(Row(record.offset / 101)) || columns.user(last) > 3 * Columns::chunkRows;
        }
    };
    {
        const std::jthread first(read);
        const std::jthread second(read);
        for (Row row = 1; row < 2 * Columns::chunkRows; ++row) {
            columns.append(derived(row));
            columns.publish();
            if (columns.canTakeBack(row - 1)) {
                columns.takeBack(row - 1);
                columns.append(derived(row + 1000));
                columns.publish();
                columns.append(derived(row));
                columns.publish();
            }
        }
        done = true;
    }
    QVERIFY(!wrong);
    QCOMPARE(columns.size(), 2 * Columns::chunkRows);
    QVERIFY(columns.revision() > Columns::chunkRows);
}

QTEST_APPLESS_MAIN(TestColumns)
#include "tst_columns.moc"
