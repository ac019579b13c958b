#include "timeline.h"

#include "smalllog.h"

#include <QDateTime>
#include <QTest>

#include <map>
#include <random>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

qint64 utc(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toMSecsSinceEpoch();
}

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;

/// Records of two codes and some of none, in no order of time; some without a time.
QByteArray records(int count, qint64 begin, qint64 length)
{
    std::mt19937_64 random(3);
    QByteArray bytes;
    for (int i = 0; i < count; ++i) {
        const qint64 time = begin + qint64(random() % quint64(length));
        const QByteArray date = i % 11 == 0
            ? QByteArray()
            : QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
        const char *const codes[] = {"702", "901", "777"};
        bytes += QByteArray("{\"eventCode\":\"") + codes[random() % 3] + "\",\"eventLogDate\":\"" + date + "\"}\n";
    }
    return bytes;
}

} // namespace

class TestTimeline : public QObject
{
    Q_OBJECT

private slots:
    void binsHaveARoundWidth_data();
    void binsHaveARoundWidth();
    void binsFollowTheClockOfTheZone_data();
    void binsFollowTheClockOfTheZone();
    void binsHoldTheWholeSpan_data();
    void binsHoldTheWholeSpan();
    void countsAsOneByOne_data();
    void countsAsOneByOne();
    void growsByRanges();
    void seriesMayBeAnything();
    void stopsWhenAsked();
};

void TestTimeline::binsHaveARoundWidth_data()
{
    QTest::addColumn<qint64>("length");
    QTest::addColumn<int>("most");
    QTest::addColumn<qint64>("width");
    QTest::newRow("a moment") << qint64(1) << 500 << qint64(1);
    QTest::newRow("a second") << qint64(1000) << 500 << qint64(2);
    QTest::newRow("an hour") << hour << 500 << qint64(10'000);
    QTest::newRow("a day") << 24 * hour << 500 << 5 * minute;
    QTest::newRow("a day, few pixels") << 24 * hour << 30 << hour;
    QTest::newRow("a month") << 30 * 24 * hour << 500 << 2 * hour;
    QTest::newRow("ten years") << 3650 * 24 * hour << 500 << 14 * 24 * hour;
    QTest::newRow("no pixel") << hour << 0 << hour;
}

void TestTimeline::binsHaveARoundWidth()
{
    QFETCH(qint64, length);
    QFETCH(int, most);
    const qint64 first = utc(u"2026-01-12T00:00:00Z"_s); // a Monday
    const TimelineBins bins({first, first + length - 1}, most, QTimeZone::utc());
    QTEST(bins.width(), "width");
    QCOMPARE(bins.begin(0), first - (first - utc(u"1970-01-05T00:00:00Z"_s)) % bins.width());
    QVERIFY(bins.count() <= std::max(most, 1) + 1);
}

void TestTimeline::binsFollowTheClockOfTheZone_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::addColumn<int>("most");
    QTest::addColumn<QStringList>("edges");
    // 2025-10-26 in Berlin has 25 hours, 2025-03-30 has 23.
    QTest::newRow("days, clock put back")
        << u"Europe/Berlin"_s << u"2025-10-25T12:00:00Z"_s << u"2025-10-27T12:00:00Z"_s << 3
        << QStringList{u"2025-10-24T22:00:00Z"_s, u"2025-10-25T22:00:00Z"_s, u"2025-10-26T23:00:00Z"_s,
                       u"2025-10-27T23:00:00Z"_s};
    QTest::newRow("days, clock put forward")
        << u"Europe/Berlin"_s << u"2025-03-30T12:00:00Z"_s << u"2025-03-31T12:00:00Z"_s << 2
        << QStringList{u"2025-03-29T23:00:00Z"_s, u"2025-03-30T22:00:00Z"_s, u"2025-03-31T22:00:00Z"_s};
    QTest::newRow("hours, clock put back")
        << u"Europe/Berlin"_s << u"2025-10-25T23:30:00Z"_s << u"2025-10-26T02:30:00Z"_s << 4
        << QStringList{u"2025-10-25T23:00:00Z"_s, u"2025-10-26T00:00:00Z"_s, u"2025-10-26T01:00:00Z"_s,
                       u"2025-10-26T02:00:00Z"_s, u"2025-10-26T03:00:00Z"_s};
    QTest::newRow("hours of a half hour's zone")
        << u"Asia/Kolkata"_s << u"2026-01-15T09:00:00Z"_s << u"2026-01-15T10:59:59Z"_s << 2
        << QStringList{u"2026-01-15T08:30:00Z"_s, u"2026-01-15T09:30:00Z"_s, u"2026-01-15T10:30:00Z"_s,
                       u"2026-01-15T11:30:00Z"_s};
    QTest::newRow("weeks begin on Mondays") << u"UTC"_s << u"2026-01-15T00:00:00Z"_s << u"2026-01-27T00:00:00Z"_s << 2
                                            << QStringList{u"2026-01-12T00:00:00Z"_s, u"2026-01-19T00:00:00Z"_s,
                                                           u"2026-01-26T00:00:00Z"_s, u"2026-02-02T00:00:00Z"_s};
}

void TestTimeline::binsFollowTheClockOfTheZone()
{
    QFETCH(QString, zone);
    QFETCH(QString, first);
    QFETCH(QString, last);
    QFETCH(int, most);
    QFETCH(QStringList, edges);
    const TimelineBins bins({utc(first), utc(last)}, most, QTimeZone(zone.toLatin1()));
    QStringList actual;
    for (int bin = 0; bin < bins.count(); ++bin)
        actual.append(QDateTime::fromMSecsSinceEpoch(bins.begin(bin), Qt::UTC).toString(Qt::ISODate));
    actual.append(QDateTime::fromMSecsSinceEpoch(bins.end(bins.count() - 1), Qt::UTC).toString(Qt::ISODate));
    QCOMPARE(actual, edges);
}

void TestTimeline::binsHoldTheWholeSpan_data()
{
    QTest::addColumn<TimeSpan>("span");
    QTest::newRow("hours") << TimeSpan{utc(u"2025-03-29T13:14:15.016Z"_s), utc(u"2025-04-01T01:02:03.004Z"_s)};
    QTest::newRow("years") << TimeSpan{utc(u"2019-03-29T13:14:15.016Z"_s), utc(u"2025-04-01T01:02:03.004Z"_s)};
    QTest::newRow("before 1970") << TimeSpan{-86'400'000'123, -5};
    QTest::newRow("a moment") << TimeSpan{7, 7};
    QTest::newRow("all times") << TimeSpan{noTime + 1, std::numeric_limits<qint64>::max()};
}

void TestTimeline::binsHoldTheWholeSpan()
{
    QFETCH(TimeSpan, span);
    for (const char *zone : {"UTC", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Africa/Cairo"}) {
        for (const int most : {1, 7, 100, 1500}) {
            const TimelineBins bins(span, most, QTimeZone(zone));
            QVERIFY(bins.count() >= 1);
            // A change of the clock may cost a bin of its own.
            QVERIFY(bins.count() <= most + 1 + bins.count() / 10 + 1);
            QCOMPARE(bins.binOf(bins.begin(0) - 1), -1);
            QCOMPARE(bins.binOf(bins.end(bins.count() - 1)), -1);
            for (int bin = 0; bin < bins.count(); ++bin) {
                QVERIFY(bins.begin(bin) < bins.end(bin));
                QCOMPARE(bins.binOf(bins.begin(bin)), bin);
                QCOMPARE(bins.binOf(bins.end(bin) - 1), bin);
            }
            if (span.last < std::numeric_limits<qint64>::max()) {
                QCOMPARE(bins.binOf(span.first), 0);
                QCOMPARE(bins.binOf(span.last), bins.count() - 1);
            }
        }
    }
    QCOMPARE(TimelineBins().count(), 0);
    QCOMPARE(TimelineBins().binOf(0), -1);
}

void TestTimeline::countsAsOneByOne_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<QString>("zone");
    QTest::newRow("part of a chunk") << 900 << u"UTC"_s;
    QTest::newRow("some chunks") << 10'000 << u"Europe/Berlin"_s;
    QTest::newRow("several threads") << 270'000 << u"UTC"_s;
}

void TestTimeline::countsAsOneByOne()
{
    QFETCH(int, size);
    QFETCH(QString, zone);
    const std::shared_ptr<Log> log = readLog(records(size, utc(u"2025-10-24T00:00:00Z"_s), 96 * hour));
    QVERIFY(log);
    QCOMPARE(log->columns().size(), Row(size));
    const Resolution resolution = resolutionOf(*log);
    std::vector<Row> some;
    for (Row row = Row(size); row-- > 0;) {
        if (row % 7 == 2)
            some.push_back(row);
    }
    const auto span = timeSpan(log->columns(), RowSet::all(Row(size)));
    QVERIFY(span);
    for (const RowSet &rows : {RowSet::all(Row(size)), RowSet::of(some)}) {
        // A little less than the log has, so that some are outside.
        const TimelineBins bins({span->first + 9 * hour, span->last - 9 * hour}, 100, QTimeZone(zone.toLatin1()));
        Timeline timeline(bins, TimelineSeries::bySeverity(resolution));
        timeline.add(*log, rows);
        std::map<std::pair<int, int>, quint32> naive;
        qint64 withoutTime = 0;
        qint64 outside = 0;
        for (Row position = 0; position < rows.size(); ++position) {
            const qint64 time = log->columns().time(rows.at(position));
            const Severity severity = severityOf(resolution[log->columns().shape(rows.at(position))].level);
            int bin = 0;
            while (bin < bins.count() && (time < bins.begin(bin) || time >= bins.end(bin)))
                ++bin;
            if (time == noTime)
                ++withoutTime;
            else if (bin == bins.count())
                ++outside;
            else
                ++naive[{bin, int(severity)}];
        }
        QVERIFY(withoutTime > 0 && outside > 0);
        QCOMPARE(timeline.withoutTime(), withoutTime);
        QCOMPARE(timeline.outside(), outside);
        for (int bin = 0; bin < bins.count(); ++bin) {
            for (int series = 0; series < timeline.seriesCount(); ++series)
                QCOMPARE(timeline.count(bin, series), (naive[{bin, series}]));
        }
    }
}

void TestTimeline::growsByRanges()
{
    const std::shared_ptr<Log> log = readLog(records(6000, utc(u"2026-01-15T00:00:00Z"_s), 3 * hour));
    QVERIFY(log);
    const TimelineSeries series = TimelineSeries::bySeverity(resolutionOf(*log));
    const TimelineBins bins(*timeSpan(log->columns(), RowSet::all(6000)), 50, QTimeZone::utc());
    Timeline whole(bins, series);
    whole.add(*log, RowSet::all(6000));
    Timeline parts(bins, series);
    parts.addRange(*log, 0, 1);
    parts.addRange(*log, 1, 4500);
    parts.addRange(*log, 4500, 6000);
    for (int bin = 0; bin < bins.count(); ++bin) {
        for (int level = 0; level < whole.seriesCount(); ++level)
            QCOMPARE(parts.count(bin, level), whole.count(bin, level));
    }
    QCOMPARE(parts.withoutTime(), whole.withoutTime());
}

void TestTimeline::seriesMayBeAnything()
{
    const std::shared_ptr<Log> log = readLog(records(300, utc(u"2026-01-15T00:00:00Z"_s), minute));
    QVERIFY(log);
    const Resolution resolution = resolutionOf(*log);
    const TimelineBins bins(*timeSpan(log->columns(), RowSet::all(300)), 1, QTimeZone::utc());
    Timeline timeline(
        bins, TimelineSeries::by(resolution, 2, [](const ResolvedEvent &event) { return event.code == 702 ? 0 : 1; }));
    timeline.addRange(*log, 0, 300);
    quint32 expected[2] = {};
    for (Row row = 0; row < 300; ++row) {
        if (log->columns().time(row) != noTime)
            ++expected[resolution[log->columns().shape(row)].code == 702 ? 0 : 1];
    }
    quint32 counted[2] = {};
    for (int bin = 0; bin < bins.count(); ++bin) {
        counted[0] += timeline.count(bin, 0);
        counted[1] += timeline.count(bin, 1);
    }
    QCOMPARE(counted[0], expected[0]);
    QCOMPARE(counted[1], expected[1]);
}

void TestTimeline::stopsWhenAsked()
{
    const std::shared_ptr<Log> log = readLog(records(300, 0, minute));
    QVERIFY(log);
    std::stop_source stop;
    stop.request_stop();
    Timeline timeline({{0, minute}, 10, QTimeZone::utc()}, TimelineSeries::bySeverity(resolutionOf(*log)));
    timeline.addRange(*log, 0, 300, stop.get_token());
    QCOMPARE(timeline.withoutTime(), 0);
}

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
