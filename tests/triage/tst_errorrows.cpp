#include "errorrows.h"

#include "smalllog.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>

using namespace Qt::StringLiterals;
using namespace evident;

class TestErrorRows : public QObject
{
    Q_OBJECT

private slots:
    void marksTheWorstOfEachStretch_data();
    void marksTheWorstOfEachStretch();
    void findsTheNextAsOneByOne_data();
    void findsTheNextAsOneByOne();
    void findsNothingInNothing();

private:
    static std::shared_ptr<Log> logWithErrors(int size, int every);
};

std::shared_ptr<Log> TestErrorRows::logWithErrors(int size, int every)
{
    std::mt19937 random(2);
    QByteArray bytes;
    for (int i = 0; i < size; ++i) {
        const bool error = every > 0 && random() % quint32(every) == 0;
        const char *level = random() % 5 == 0 ? "critical" : "error";
        const bool warning = every > 0 && random() % (quint32(every) * 2) == 0;
        bytes += warning ? QByteArray("{\"eventCode\":\"778\",\"eventLevel\":\"warning\"}\n")
            : error      ? QByteArray("{\"eventCode\":\"777\",\"eventLevel\":\"") + level + "\"}\n"
                         : QByteArray("{\"eventCode\":\"901\"}\n");
    }
    return readLog(bytes);
}

void TestErrorRows::marksTheWorstOfEachStretch_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("every");
    QTest::newRow("fewer rows than stretches") << 100 << 10;
    QTest::newRow("one row") << 1 << 1;
    QTest::newRow("some") << 9000 << 40;
    QTest::newRow("none") << 9000 << 0;
    QTest::newRow("all") << 5000 << 1;
}

void TestErrorRows::marksTheWorstOfEachStretch()
{
    QFETCH(int, size);
    QFETCH(int, every);
    const std::shared_ptr<Log> log = logWithErrors(size, every);
    QVERIFY(log);
    const Resolution resolution = resolutionOf(*log);
    std::vector<Row> backwards(static_cast<size_t>(size));
    std::iota(backwards.rbegin(), backwards.rend(), Row(0));
    for (const RowSet &rows : {RowSet::all(Row(size)), RowSet::of(backwards)}) {
        std::vector<Severity> worst(512, Severity::Unknown);
        for (Row position = 0; position < rows.size(); ++position) {
            Severity &there = worst[size_t(quint64(position) * 512 / rows.size())];
            there = std::min(there, severityOf(resolution[log->columns().shape(rows.at(position))].level));
        }
        ErrorMarks expected;
        for (size_t i = 0; i < worst.size(); ++i) {
            if (worst[i] <= Severity::Warning)
                expected.append({(double(i) + 0.5) / 512, worst[i]});
        }
        QCOMPARE(errorMarks(*log, resolution, rows), expected);
    }
}

void TestErrorRows::findsTheNextAsOneByOne_data()
{
    marksTheWorstOfEachStretch_data();
    QTest::newRow("few, far apart") << 30'000 << 4000;
}

void TestErrorRows::findsTheNextAsOneByOne()
{
    QFETCH(int, size);
    QFETCH(int, every);
    const std::shared_ptr<Log> log = logWithErrors(size, every);
    QVERIFY(log);
    const Resolution resolution = resolutionOf(*log);
    std::vector<Row> shuffled(static_cast<size_t>(size));
    std::iota(shuffled.begin(), shuffled.end(), Row(0));
    std::ranges::shuffle(shuffled, std::mt19937(1));
    for (const RowSet &rows : {RowSet::all(Row(size)), RowSet::of(shuffled)}) {
        const ErrorMarks marks = errorMarks(*log, resolution, rows);
        const auto isError = [&](Row position) {
            return severityOf(resolution[log->columns().shape(rows.at(position))].level) <= Severity::Error;
        };
        for (Row from = 0; from < rows.size(); from += 1 + rows.size() / 97) {
            Row next = from;
            while (next < rows.size() && !isError(next))
                ++next;
            qint64 previous = from;
            while (previous >= 0 && !isError(Row(previous)))
                --previous;
            for (const ErrorMarks *known : {static_cast<const ErrorMarks *>(nullptr), &marks}) {
                QCOMPARE(errorPosition(*log, resolution, rows, from, false, known),
                         next < rows.size() ? std::optional(next) : std::nullopt);
                QCOMPARE(errorPosition(*log, resolution, rows, from, true, known),
                         previous >= 0 ? std::optional(Row(previous)) : std::nullopt);
            }
        }
    }
}

void TestErrorRows::findsNothingInNothing()
{
    const std::shared_ptr<Log> log = logWithErrors(3, 1);
    QVERIFY(log);
    const Resolution resolution = resolutionOf(*log);
    QVERIFY(errorMarks(*log, resolution, RowSet()).isEmpty());
    QVERIFY(!errorPosition(*log, resolution, RowSet(), 0, false));
    QVERIFY(!errorPosition(*log, resolution, RowSet::all(3), 3, true));
}

QTEST_GUILESS_MAIN(TestErrorRows)
#include "tst_errorrows.moc"
