#include "timefilter.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

TimeValue timeValue(const QString &text)
{
    const QueryParse parse = Query::parse(QString(u"time:"_s + text));
    if (!parse.ok())
        qFatal("%s", qPrintable(parse.error->reason));
    return std::get<TimeValue>(parse.query.groups().first().first().values.first());
}

qint64 utc(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toMSecsSinceEpoch();
}

} // namespace

class TimeFilterTest : public QObject
{
    Q_OBJECT

private slots:
    void timesAreReadInTheirZone_data();
    void timesAreReadInTheirZone();
    void wallClockTimesAreConvertedThroughTheYears();
};

void TimeFilterTest::timesAreReadInTheirZone_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("time");
    QTest::addColumn<bool>("accepted");
    const auto row = [](const char *name, const char *value, const char *zone, const char *time, bool accepted) {
        QTest::newRow(name) << QString::fromLatin1(value) << QString::fromLatin1(zone) << QString::fromLatin1(time)
                            << accepted;
    };
    row("day begins", "2026-01-15", "UTC", "2026-01-15T00:00:00.000Z", true);
    row("day ends", "2026-01-15", "UTC", "2026-01-15T23:59:59.999Z", true);
    row("next day", "2026-01-15", "UTC", "2026-01-16T00:00:00.000Z", false);
    row("day of the zone begins", "2026-01-15", "Europe/Berlin", "2026-01-14T23:00:00.000Z", true);
    row("day of the zone has ended", "2026-01-15", "Europe/Berlin", "2026-01-15T23:00:00.000Z", false);
    row("own offset wins", "2026-01-15Z", "Europe/Berlin", "2026-01-15T23:59:00.000Z", true);
    row("minute", "2026-01-15T09:00", "UTC", "2026-01-15T09:00:59.999Z", true);
    row("after the minute", "2026-01-15T09:00", "UTC", "2026-01-15T09:01:00.000Z", false);
    row("second", "2026-01-15T09:00:00", "UTC", "2026-01-15T09:00:00.999Z", true);
    row("after the second", "2026-01-15T09:00:00", "UTC", "2026-01-15T09:00:01.000Z", false);
    row("millisecond", "2026-01-15T09:00:00.118", "UTC", "2026-01-15T09:00:00.118Z", true);
    row("after the millisecond", "2026-01-15T09:00:00.118", "UTC", "2026-01-15T09:00:00.119Z", false);
    row("range includes its start", "2026-01-15T09:00..2026-01-15T10:30", "UTC", "2026-01-15T09:00:00.000Z", true);
    row("range excludes its end", "2026-01-15T09:00..2026-01-15T10:30", "UTC", "2026-01-15T10:30:00.000Z", false);
    row("range of days excludes the last", "2026-01-15..2026-01-17", "UTC", "2026-01-17T00:00:00.000Z", false);
    row("open end", "2026-01-15..", "UTC", "2031-01-01T00:00:00.000Z", true);
    row("open end, before", "2026-01-15..", "UTC", "2026-01-14T23:59:59.999Z", false);
    row("open start", "..2026-01-15", "UTC", "1971-01-01T00:00:00.000Z", true);
    row("open start, after", "..2026-01-15", "UTC", "2026-01-15T00:00:00.000Z", false);
    row("ends with offsets of their own", "2026-01-15T09:00+01:00..2026-01-15T09:00Z", "UTC",
        "2026-01-15T08:30:00.000Z", true);
    row("offset and zone mixed", "2026-01-15T09:00Z..2026-01-15T11:00", "Europe/Berlin", "2026-01-15T10:00:00.000Z",
        false);
    row("daily", "09:00..10:30", "UTC", "2025-07-01T10:29:59.999Z", true);
    row("daily, ended", "09:00..10:30", "UTC", "2025-07-01T10:30:00.000Z", false);
    row("daily in summer", "09:00..10:30", "Europe/Berlin", "2025-07-01T07:00:00.000Z", true);
    row("daily in winter", "09:00..10:30", "Europe/Berlin", "2025-12-01T07:00:00.000Z", false);
    row("daily with offset", "09:00Z..10:30Z", "Europe/Berlin", "2025-07-01T09:00:00.000Z", true);
    row("daily over midnight, late", "22:00..06:00", "UTC", "2025-07-01T23:00:00.000Z", true);
    row("daily over midnight, early", "22:00..06:00", "UTC", "2025-07-01T05:59:59.999Z", true);
    row("daily over midnight, noon", "22:00..06:00", "UTC", "2025-07-01T12:00:00.000Z", false);
    row("daily until midnight", "22:00..00:00", "UTC", "2025-07-01T23:59:59.999Z", true);
    row("daily until midnight, after", "22:00..00:00", "UTC", "2025-07-01T00:00:00.000Z", false);
    row("daily from", "22:00..", "UTC", "2025-07-01T22:00:00.000Z", true);
    row("daily up to", "..06:00", "UTC", "2025-07-01T06:00:00.000Z", false);
    row("daily minute", "23:59", "UTC", "2025-07-01T23:59:59.999Z", true);
    row("daily second", "23:59:59", "UTC", "2025-07-01T23:59:58.999Z", false);
    row("daily before 1970", "09:00..10:30", "UTC", "1969-12-31T09:30:00.000Z", true);
    // 2025-03-30 in Berlin: 02:00 becomes 03:00, at 01:00 UTC.
    row("day of 23 hours, last", "2025-03-30", "Europe/Berlin", "2025-03-30T21:59:59.999Z", true);
    row("day of 23 hours, ended", "2025-03-30", "Europe/Berlin", "2025-03-30T22:00:00.000Z", false);
    row("left out hour has no records", "2025-03-30T02:00..2025-03-30T03:00", "Europe/Berlin",
        "2025-03-30T01:00:00.000Z", false);
    row("range from the left out hour", "2025-03-30T02:30..2025-03-30T03:30", "Europe/Berlin",
        "2025-03-30T01:29:59.999Z", true);
    row("range up to the left out hour", "2025-03-30T01:00..2025-03-30T02:30", "Europe/Berlin",
        "2025-03-30T01:00:00.000Z", false);
    // 2025-10-26 in Berlin: 03:00 becomes 02:00, at 01:00 UTC.
    row("day of 25 hours, last", "2025-10-26", "Europe/Berlin", "2025-10-26T22:59:59.999Z", true);
    row("day of 25 hours, first", "2025-10-26", "Europe/Berlin", "2025-10-25T22:00:00.000Z", true);
    row("doubled minute, first", "2025-10-26T02:30", "Europe/Berlin", "2025-10-26T00:30:00.000Z", true);
    row("doubled minute, second", "2025-10-26T02:30", "Europe/Berlin", "2025-10-26T01:30:00.000Z", true);
    row("between the doubled minutes", "2025-10-26T02:30", "Europe/Berlin", "2025-10-26T01:00:00.000Z", false);
    // Midnight itself is left out in Cairo on 2025-04-25.
    row("day without midnight", "2025-04-25", "Africa/Cairo", "2025-04-24T22:00:00.000Z", true);
    row("before the day without midnight", "2025-04-25", "Africa/Cairo", "2025-04-24T21:59:59.999Z", false);
}

void TimeFilterTest::timesAreReadInTheirZone()
{
    QFETCH(QString, value);
    QFETCH(QString, zone);
    QFETCH(QString, time);
    const TimeFilter filter(timeValue(value), QTimeZone(zone.toLatin1()));
    QTEST(filter.accepts(utc(time)), "accepted");
    // Many times are accepted as one is, and as the intervals say.
    std::vector<qint64> times;
    for (qint64 around = utc(time) - 400 * 86'400'000LL; around < utc(time) + 400 * 86'400'000LL; around += 3'333'333)
        times.push_back(around);
    times.push_back(utc(time));
    std::vector<quint8> marks(times.size());
    filter.mark(times, marks);
    const auto intervals = filter.intervals();
    for (size_t i = 0; i < times.size(); ++i) {
        QCOMPARE(marks[i] != 0, filter.accepts(times[i]));
        if (intervals)
            QCOMPARE(std::ranges::any_of(
                         *intervals,
                         [&](const auto &interval) { return times[i] >= interval.begin && times[i] < interval.end; }),
                     marks[i] != 0);
    }
}

void TimeFilterTest::wallClockTimesAreConvertedThroughTheYears()
{
    const QTimeZone zone("America/New_York");
    const ZoneClock clock(zone);
    for (qint64 time = utc(u"2000-01-01T00:00:00Z"_s); time < utc(u"2050-01-01T00:00:00Z"_s); time += 123'456'789'000) {
        const int offset = zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(time, Qt::UTC));
        QCOMPARE(clock.clockTime(time), time + offset * qint64(1000));
    }
}

QTEST_APPLESS_MAIN(TimeFilterTest)
#include "tst_timefilter.moc"
