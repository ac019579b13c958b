#include "timestamp.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

QString shown(qint64 time)
{
    return time == noTime ? u"none"_s : QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs);
}

qint64 utc(const char *iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODateWithMs).toMSecsSinceEpoch();
}

} // namespace

class TestTimestamp : public QObject
{
    Q_OBJECT

private slots:
    void readsIsoTimes_data();
    void readsIsoTimes();
    void whatItReadBeforeChangesNothing();
    void readsTimesWithoutZoneInTheInputZone_data();
    void readsTimesWithoutZoneInTheInputZone();
    void agreesWithQtOnEveryHourOfTwoYears();
    void takesUtcForAnInvalidZone();
    void givesSyslogTimesTheLatestYearThatFits_data();
    void givesSyslogTimesTheLatestYearThatFits();
    void findsTheFirstTimeOfALine_data();
    void findsTheFirstTimeOfALine();
};

void TestTimestamp::readsIsoTimes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(*text ? text : "empty") << QByteArray(text) << QString::fromLatin1(expected);
    };
    row("2026-01-15T09:14:02.118Z", "2026-01-15T09:14:02.118Z");
    row("2026-01-15T09:14:02.118z", "2026-01-15T09:14:02.118Z");
    row("2026-01-15t09:14:02Z", "2026-01-15T09:14:02.000Z");
    row("2026-01-15 09:14:02Z", "2026-01-15T09:14:02.000Z");
    row("2026-01-15 09:14:02,118", "2026-01-15T09:14:02.118Z");
    row("2026/01/15 09:14:02", "2026-01-15T09:14:02.000Z");
    row("2026-01-15T09:14:02.1Z", "2026-01-15T09:14:02.100Z");
    row("2026-01-15T09:14:02.11Z", "2026-01-15T09:14:02.110Z");
    row("2026-01-15T09:14:02.118999999Z", "2026-01-15T09:14:02.118Z");
    row("2026-01-15T09:14Z", "2026-01-15T09:14:00.000Z");
    row("2026-01-15T09:14:02+01:00", "2026-01-15T08:14:02.000Z");
    row("2026-01-15T09:14:02+0100", "2026-01-15T08:14:02.000Z");
    row("2026-01-15T09:14:02+01", "2026-01-15T08:14:02.000Z");
    row("2026-01-15T09:14:02 +0100", "2026-01-15T08:14:02.000Z");
    row("2026-01-15T09:14:02.5-09:30", "2026-01-15T18:44:02.500Z");
    row("2026-01-15T09:14:02-00:00", "2026-01-15T09:14:02.000Z");
    row("2026-01-15T23:30:00-01:00", "2026-01-16T00:30:00.000Z");
    row("  2026-01-15T09:14:02Z ", "2026-01-15T09:14:02.000Z");
    row("2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z");
    row("2000-02-29T00:00:00Z", "2000-02-29T00:00:00.000Z");
    row("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z");
    row("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z");
    row("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z");
    row("2016-12-31T23:59:60Z", "2016-12-31T23:59:59.999Z");
    row("2016-12-31T23:59:60.7Z", "2016-12-31T23:59:59.999Z");

    row("", "none");
    row("null", "none");
    row("2026-01-15", "none");
    row("2026-01-15T", "none");
    row("2026-01-15T9:14:02Z", "none");
    row("2026-13-15T09:14:02Z", "none");
    row("2026-00-15T09:14:02Z", "none");
    row("2026-02-29T09:14:02Z", "none");
    row("1900-02-29T09:14:02Z", "none");
    row("2026-04-31T09:14:02Z", "none");
    row("2026-01-00T09:14:02Z", "none");
    row("0000-01-01T00:00:00Z", "none");
    row("2026-01-15T24:00:00Z", "none");
    row("2026-01-15T09:60:02Z", "none");
    row("2026-01-15T09:14:61Z", "none");
    row("2026-01-15T09:14:021Z", "none");
    row("2026-01-15T09:14:02.1189999999Z", "none");
    row("2026-01-15T09:14:02.Z", "none");
    row("2026-01-15T09:14:02+25:00", "none");
    row("2026-01-15T09:14:02+01:60", "none");
    row("2026-01-15T09:14:02+1", "none");
    row("2026-01-15T09:14:02Zulu", "none");
    row("2026-01/15T09:14:02Z", "none");
    row("15.01.2026 09:14:02", "none");
    row("1768468442118", "none");
}

void TestTimestamp::readsIsoTimes()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QCOMPARE(shown(parseIsoTime(text, QTimeZone::utc())), expected);
}

void TestTimestamp::whatItReadBeforeChangesNothing()
{
    const QByteArray texts[] = {
        "2026-01-15T09:14:02.118Z",         "2026-01-15T09:59:59.999Z", "2026-01-15T09:00:00.000Z",
        "2026-01-15T10:00:00.000Z",         "2026-01-15T09:14:60.000Z", "2026-01-15T09:60:00.000Z",
        "2026-01-15T09:1x:02.118Z",         "2026-01-15T09:14:0:.118Z", "2026-01-15T09:14:02.11/Z",
        "2026-01-15T09:14:02,118Z",         "2026-01-15T09:14:02.118z", "2026-01-15T09:14:02.118 ",
        "2026-01-15T09:14-02.118Z",         "1969-12-31T23:14:02.118Z", "1970-01-01T00:14:02.118Z",
        "2026-01-15 09:14:02.118Z",         " 2026-01-15T09:14:02.18Z", "2026-02-30T09:14:02.118Z",
        QByteArray(14, '\0') + "14:02.118Z"};
    for (const QByteArray &before : texts) {
        for (const QByteArray &text : texts) {
            const TimeReader reader;
            reader.iso(before);
            QCOMPARE(reader.iso(text), TimeReader().iso(text));
            QCOMPARE(reader.iso(text), parseIsoTime(' ' + text, QTimeZone::utc())); // as none is remembered
        }
    }
}

void TestTimestamp::readsTimesWithoutZoneInTheInputZone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *zone, const char *expected) {
        QTest::addRow("%s %s", zone, text) << QByteArray(text) << QByteArray(zone) << QString::fromLatin1(expected);
    };
    row("2026-01-15T09:14:02", "Europe/Berlin", "2026-01-15T08:14:02.000Z");
    row("2026-07-15T09:14:02", "Europe/Berlin", "2026-07-15T07:14:02.000Z");
    row("2026-07-15T09:14:02Z", "Europe/Berlin", "2026-07-15T09:14:02.000Z");
    row("2026-07-15T09:14:02+05:30", "Europe/Berlin", "2026-07-15T03:44:02.000Z");
    row("2026-01-15T09:14:02.25", "Asia/Kathmandu", "2026-01-15T03:29:02.250Z");
    // The hour that is skipped, and the one that comes twice.
    row("2026-03-29T01:59:59", "Europe/Berlin", "2026-03-29T00:59:59.000Z");
    row("2026-03-29T02:30:00", "Europe/Berlin", "2026-03-29T01:30:00.000Z");
    row("2026-03-29T03:00:00", "Europe/Berlin", "2026-03-29T01:00:00.000Z");
    row("2026-10-25T02:30:00", "Europe/Berlin", "2026-10-25T00:30:00.000Z");
    row("2026-10-25T03:00:00", "Europe/Berlin", "2026-10-25T02:00:00.000Z");
    // Half an hour only: 2:00 becomes 2:30, and back.
    row("2026-04-05T01:45:00", "Australia/Lord_Howe", "2026-04-04T14:45:00.000Z");
    row("2026-04-05T02:00:00", "Australia/Lord_Howe", "2026-04-04T15:30:00.000Z");
    row("1960-06-01T12:00:00", "Europe/Berlin", "1960-06-01T11:00:00.000Z");
}

void TestTimestamp::readsTimesWithoutZoneInTheInputZone()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, zone);
    QFETCH(QString, expected);
    const TimeReader reader{QTimeZone(zone)};
    QCOMPARE(shown(reader.iso(text)), expected);
    // Again, with the zone's offset remembered.
    QCOMPARE(shown(reader.iso(text)), expected);
}

void TestTimestamp::agreesWithQtOnEveryHourOfTwoYears()
{
    const QTimeZone zone("Europe/Berlin");
    const TimeReader reader(zone);
    const qint64 begin = utc("2025-01-01T00:20:00.000Z");
    for (int hour = 0; hour < 2 * 365 * 24; ++hour) {
        const qint64 time = begin + hour * qint64(3600000);
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(time, zone);
        // The second of two equal local times is read as the first.
        const bool isSecond = local.addSecs(-3600).time() == local.time();
        const QByteArray text = local.toString(u"yyyy-MM-ddTHH:mm:ss"_s).toLatin1();
        QCOMPARE(shown(reader.iso(text)), shown(isSecond ? time - 3600000 : time));
    }
}

void TestTimestamp::takesUtcForAnInvalidZone()
{
    QCOMPARE(shown(parseIsoTime("2026-01-15T09:14:02", QTimeZone("No/Where"))), u"2026-01-15T09:14:02.000Z"_s);
}

void TestTimestamp::givesSyslogTimesTheLatestYearThatFits_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("fileTime");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *fileTime, const char *expected) {
        QTest::addRow("%s in a file of %s", text, fileTime)
            << QByteArray(text) << QByteArray(fileTime) << QString::fromLatin1(expected);
    };
    row("Jan 15 09:14:02", "2026-01-20T00:00:00.000Z", "2026-01-15T09:14:02.000Z");
    row("Jan  5 09:14:02", "2026-01-20T00:00:00.000Z", "2026-01-05T09:14:02.000Z");
    row("Jan 5 09:14:02", "2026-01-20T00:00:00.000Z", "2026-01-05T09:14:02.000Z");
    row("JAN 15 09:14:02.5", "2026-01-20T00:00:00.000Z", "2026-01-15T09:14:02.500Z");
    row("Dec 31 23:59:59", "2026-01-01T00:10:00.000Z", "2025-12-31T23:59:59.000Z");
    row("Jan  1 12:00:00", "2025-12-31T12:00:00.000Z", "2026-01-01T12:00:00.000Z");
    row("Jan  1 12:00:01", "2025-12-31T12:00:00.000Z", "2025-01-01T12:00:01.000Z");
    row("Jan 21 00:00:00", "2026-01-20T00:00:00.000Z", "2026-01-21T00:00:00.000Z");
    row("Jan 21 00:00:01", "2026-01-20T00:00:00.000Z", "2025-01-21T00:00:01.000Z");
    row("Feb 29 10:00:00", "2027-03-01T00:00:00.000Z", "2024-02-29T10:00:00.000Z");
    row("Feb 29 10:00:00", "1903-03-01T00:00:00.000Z", "1896-02-29T10:00:00.000Z");
    row("Feb 30 10:00:00", "2026-03-01T00:00:00.000Z", "none");
    row("Jam 15 09:14:02", "2026-01-20T00:00:00.000Z", "none");
    row("Jan 32 09:14:02", "2026-01-20T00:00:00.000Z", "none");
    row("Jan 0 09:14:02", "2026-01-20T00:00:00.000Z", "none");
    row("Jan 15", "2026-01-20T00:00:00.000Z", "none");
    row("Jan 15 25:14:02", "2026-01-20T00:00:00.000Z", "none");
    row("Jan 15 09:14:02 relay1", "2026-01-20T00:00:00.000Z", "none");
}

void TestTimestamp::givesSyslogTimesTheLatestYearThatFits()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, fileTime);
    QFETCH(QString, expected);
    QCOMPARE(shown(TimeReader(QTimeZone::utc(), utc(fileTime.constData())).syslog(text)), expected);
}

void TestTimestamp::findsTheFirstTimeOfALine_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *line, const char *expected) {
        QTest::newRow(*line ? line : "empty") << QByteArray(line) << QString::fromLatin1(expected);
    };
    row("2026-01-15T09:14:02Z started", "2026-01-15T09:14:02.000Z");
    row("[2026-01-15 09:14:02.118] a: b", "2026-01-15T09:14:02.118Z");
    row("2026-01-15 09:14:02,118, am1.example.com", "2026-01-15T09:14:02.118Z");
    row("2026-01-15 09:14:02, am1.example.com", "2026-01-15T09:14:02.000Z");
    row("2026-01-15 09:14:02 -12 rows", "2026-01-15T09:14:02.000Z");
    row("2026-01-15 09:14:02 +0100 GET", "2026-01-15T08:14:02.000Z");
    row("time: 2026-01-15T09:14:02+01:00 then 2026-01-15T10:00:00Z", "2026-01-15T08:14:02.000Z");
    row("<134>Jan 15 09:14:02 relay1 app: 2026-01-14T00:00:00Z", "2026-01-15T09:14:02.000Z");
    row("<134>Jan  5 09:14:02 relay1 app: x", "2026-01-05T09:14:02.000Z");
    row("12026-01-15T09:14:02Z", "none");
    row("MyJan 15 09:14:02", "none");
    row("at 09:14:02 sharp", "none");
    row("a:b:c", "none");
    row(":::", "none");
    row("5 09:14:02", "none");
    row("", "none");
    row("2026-01-15T09", "none");
    row("2026-01-15T09:", "none");
    row("Jan 15 09:", "none");
}

void TestTimestamp::findsTheFirstTimeOfALine()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, expected);
    const TimeReader reader(QTimeZone::utc(), utc("2026-01-20T00:00:00.000Z"));
    QCOMPARE(shown(reader.find(line)), expected);
}

QTEST_APPLESS_MAIN(TestTimestamp)
#include "tst_timestamp.moc"
