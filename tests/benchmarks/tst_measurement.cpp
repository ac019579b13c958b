#include "measurement.h"
#include "table.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

class TestMeasurement : public QObject
{
    Q_OBJECT

private slots:
    void aSpreadHasItsMedian();
    void runsAreComparedPairByPair();
    void goalsAreMetOrNot_data();
    void goalsAreMetOrNot();
    void whatFailedMeetsNothing();
    void jsonKeepsEverything();
    void theTableSaysWhatIsWrong();
};

void TestMeasurement::aSpreadHasItsMedian()
{
    QCOMPARE(Spread::of({3, 1, 2}), (Spread{1, 2, 3}));
    QCOMPARE(Spread::of({4, 1, 2, 3}), (Spread{1, 2.5, 4}));
    QCOMPARE(Spread::of({7}), (Spread{7, 7, 7}));
}

void TestMeasurement::runsAreComparedPairByPair()
{
    // The machine was slow for both in the second run.
    Measurement measurement;
    measurement.compare({3, 30, 3}, {1, 10, 1});
    QCOMPARE(measurement.ratio.value(), (Spread{3, 3, 3}));
    QCOMPARE(measurement.ours, (Spread{3, 3, 30}));
}

void TestMeasurement::goalsAreMetOrNot_data()
{
    QTest::addColumn<double>("ours");
    QTest::addColumn<double>("times");
    QTest::addColumn<double>("over");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("met");
    QTest::newRow("no goal") << 5.0 << 0.0 << 0.0 << 0.0 << u"none"_s;
    QTest::newRow("times, met") << 30.0 << 3.0 << 0.0 << 0.0 << u"yes"_s;
    QTest::newRow("times, not met") << 31.0 << 3.0 << 0.0 << 0.0 << u"no"_s;
    QTest::newRow("over, met") << 25.0 << 0.0 << 15.0 << 0.0 << u"yes"_s;
    QTest::newRow("over, not met") << 26.0 << 0.0 << 15.0 << 0.0 << u"no"_s;
    QTest::newRow("value, met") << 16.0 << 0.0 << 0.0 << 16.0 << u"yes"_s;
    QTest::newRow("value, not met") << 16.1 << 0.0 << 0.0 << 16.0 << u"no"_s;
}

void TestMeasurement::goalsAreMetOrNot()
{
    QFETCH(const double, ours);
    QFETCH(const double, times);
    QFETCH(const double, over);
    QFETCH(const double, value);
    Measurement measurement;
    measurement.compare({ours}, {10});
    if (times > 0)
        measurement.atMostTimes = times;
    if (over > 0)
        measurement.atMostOver = over;
    if (value > 0)
        measurement.atMost = value;
    const std::optional<bool> met = measurement.met();
    QTEST(met ? (*met ? u"yes"_s : u"no"_s) : u"none"_s, "met");
}

void TestMeasurement::whatFailedMeetsNothing()
{
    Measurement measurement;
    measurement.compare({1}, {1});
    measurement.atMostTimes = 2;
    measurement.failure = u"7 records, but rg counts 8"_s;
    QCOMPARE(measurement.met(), std::optional(false));
}

void TestMeasurement::jsonKeepsEverything()
{
    Measurement measurement;
    measurement.title = u"open"_s;
    measurement.unit = u"ms"_s;
    measurement.compare({500, 250}, {100, 125});
    measurement.referenceName = u"wc -l"_s;
    measurement.atMostTimes = 4;
    measurement.records = 1000;
    measurement.bytes = 690'000;
    measurement.peakRss = 32'000;
    measurement.note = u"ndjson"_s;
    const Measurement copy = Measurement::fromJson(measurement.toJson());
    QCOMPARE(copy.toJson(), measurement.toJson());
    QCOMPARE(copy.ours, measurement.ours);
    QCOMPARE(copy.ratio.value(), measurement.ratio.value());
    QVERIFY(!copy.atMost);
    QCOMPARE(copy.met(), std::optional(true));
    QCOMPARE(copy.bytesPerRecord(), 32.0);
    QCOMPARE(int(copy.recordsPerSecond()), 2666);
}

void TestMeasurement::theTableSaysWhatIsWrong()
{
    Measurement good;
    good.title = u"open"_s;
    good.compare({0.25}, {0.125});
    good.referenceName = u"wc -l"_s;
    good.atMostTimes = 1.5;
    const QString text = tableText({good, failedMeasurement(u"search"_s, u"7 records found, rg counts 8"_s)});
    const QStringList lines = text.split(u'\n');
    QVERIFY2(lines[1].contains(QRegularExpression(u"^open +0\\.250 s +wc -l  0\\.125 +2\\.00 +≤ 1\\.5 × +NO"_s)),
             qPrintable(text));
    QVERIFY2(lines[2].startsWith(u"search"_s) && lines[2].contains(u"FAILED"_s), qPrintable(text));
    QVERIFY2(lines[3].contains(u"7 records found, rg counts 8"_s), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestMeasurement)

#include "tst_measurement.moc"
