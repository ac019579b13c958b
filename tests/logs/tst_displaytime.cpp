#include "displaytime.h"

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

} // namespace

class TestDisplayTime : public QObject
{
    Q_OBJECT

private slots:
    void readsTimesAsTheyAreShown_data();
    void readsTimesAsTheyAreShown();
    void takesTheOrderItIsTold_data();
    void takesTheOrderItIsTold();
    void readsAnythingElseAsNone_data();
    void readsAnythingElseAsNone();
    void tellsWhatATimeSaysOfTheOrder_data();
    void tellsWhatATimeSaysOfTheOrder();
    void readsTimesWithoutZoneInTheInputZone();
};

void TestDisplayTime::readsTimesAsTheyAreShown_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(expected);
    };
    row("1/15/2026, 9:14:02 AM", "2026-01-15T09:14:02.000Z");
    row("1/15/2026, 9:14:02.118 AM", "2026-01-15T09:14:02.118Z");
    row("1/15/2026 9:14:02 PM", "2026-01-15T21:14:02.000Z");
    row("01/15/2026 09:14", "2026-01-15T09:14:00.000Z");
    row("1/15/26, 9:14 a.m.", "2026-01-15T09:14:00.000Z");
    row("1/15/2026, 12:00:00 AM", "2026-01-15T00:00:00.000Z");
    row("1/15/2026, 12:00:00 PM", "2026-01-15T12:00:00.000Z");
    row("1/15/2026, 9:14:02\xe2\x80\xaf"
        "AM",
        "2026-01-15T09:14:02.000Z");
    row("\xe2\x80\x8e"
        "1/15/2026\xc2\xa0"
        "9:14:02 pm",
        "2026-01-15T21:14:02.000Z");
    row("15.01.2026 09:14:02", "2026-01-15T09:14:02.000Z");
    row("15.1.2026, 9:14:02", "2026-01-15T09:14:02.000Z");
    row("15.01.26 09:14:02,118", "2026-01-15T09:14:02.118Z");
    row("15/01/2026 09:14", "2026-01-15T09:14:00.000Z");
    row("15-01-2026 09:14", "2026-01-15T09:14:00.000Z");
    row("15/Jan/2026 09:14:02 +0100", "2026-01-15T08:14:02.000Z");
    row("15-Jan-2026 09:14:02", "2026-01-15T09:14:02.000Z");
    row("Jan 15, 2026 9:14:02 AM", "2026-01-15T09:14:02.000Z");
    row("Jan 15, 2026, 9:14:02 AM", "2026-01-15T09:14:02.000Z");
    row("January 15, 2026 at 9:14 AM", "2026-01-15T09:14:00.000Z");
    row("Sept. 5, 2026 09:14:02", "2026-09-05T09:14:02.000Z");
    row("15 Jan 2026 09:14:02.118", "2026-01-15T09:14:02.118Z");
    row("15. January 2026 09:14", "2026-01-15T09:14:00.000Z");
    row("Thu, 15 Jan 2026 09:14:02 GMT", "2026-01-15T09:14:02.000Z");
    row("Thursday, January 15, 2026 9:14:02 AM", "2026-01-15T09:14:02.000Z");
    row("2026-01-15 09:14:02 UTC", "2026-01-15T09:14:02.000Z");
    row("2026-01-15, 9:14:02 AM", "2026-01-15T09:14:02.000Z");
    row("2026/1/5 9:14:02", "2026-01-05T09:14:02.000Z");
    row("2026-01-15 9:14:02 +01:00", "2026-01-15T08:14:02.000Z");
    row("1/15/2026 9:14:02 AM EST", "2026-01-15T14:14:02.000Z");
    row("1/15/2026 9:14:02 AM PDT", "2026-01-15T16:14:02.000Z");
    row("15.01.2026 09:14:02 CET", "2026-01-15T08:14:02.000Z");
    row("15.07.2026 09:14:02 CEST", "2026-07-15T07:14:02.000Z");
    row("15.01.2026 09:14:02 (UTC)", "2026-01-15T09:14:02.000Z");
    row("15.01.2026 09:14:02 [UTC+01:00]", "2026-01-15T08:14:02.000Z");
    row("15.01.2026 09:14:02 GMT+5:30", "2026-01-15T03:44:02.000Z");
    row("15.01.2026 09:14:02 -0930", "2026-01-15T18:44:02.000Z");
    row("15.01.2026 09:14:02Z", "2026-01-15T09:14:02.000Z");
    row("31.12.2016 23:59:60", "2016-12-31T23:59:59.999Z");
    row("29/02/2024 10:00", "2024-02-29T10:00:00.000Z");
    row("  15.01.2026 09:14:02 ", "2026-01-15T09:14:02.000Z");
    // What else a column of times may hold.
    row("2026-01-15T09:14:02.118Z", "2026-01-15T09:14:02.118Z");
    row("2026-01-15T09:14:02.118+0000", "2026-01-15T09:14:02.118Z");
    row("1768468442", "2026-01-15T09:14:02.000Z");
    row("1768468442.118", "2026-01-15T09:14:02.118Z");
    row("1768468442.1", "2026-01-15T09:14:02.100Z");
    row("1768468442.118999999", "2026-01-15T09:14:02.118Z");
    row("1768468442118", "2026-01-15T09:14:02.118Z");
    row("1768468442118999", "2026-01-15T09:14:02.118Z");
    row("1768468442118999999", "2026-01-15T09:14:02.118Z");
}

void TestDisplayTime::readsTimesAsTheyAreShown()
{
    QFETCH(QByteArray, text);
    QTEST(shown(TimeReader().any(text, DateOrder::MonthFirst)), "expected");
    // None of them can be read in two ways.
    QTEST(shown(TimeReader().any(text, DateOrder::DayFirst)), "expected");
}

void TestDisplayTime::takesTheOrderItIsTold_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("monthFirst");
    QTest::addColumn<QString>("dayFirst");
    const auto row = [](const char *text, const char *monthFirst, const char *dayFirst) {
        QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(monthFirst) << QString::fromLatin1(dayFirst);
    };
    row("1/2/2026 09:14", "2026-01-02T09:14:00.000Z", "2026-02-01T09:14:00.000Z");
    row("01-02-2026, 9:14 AM", "2026-01-02T09:14:00.000Z", "2026-02-01T09:14:00.000Z");
    row("1.2.2026 09:14", "2026-02-01T09:14:00.000Z", "2026-02-01T09:14:00.000Z");
    row("2026-01-02 9:14", "2026-01-02T09:14:00.000Z", "2026-01-02T09:14:00.000Z");
}

void TestDisplayTime::takesTheOrderItIsTold()
{
    QFETCH(QByteArray, text);
    QTEST(shown(TimeReader().any(text, DateOrder::MonthFirst)), "monthFirst");
    QTEST(shown(TimeReader().any(text, DateOrder::DayFirst)), "dayFirst");
}

void TestDisplayTime::readsAnythingElseAsNone_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"",
                             " ",
                             "null",
                             "-",
                             "15.01.2026",
                             "Jan 15, 2026",
                             "9:14:02 AM",
                             "13/13/2026 09:14",
                             "32.01.2026 09:14",
                             "30.02.2026 09:14",
                             "29/02/2026 10:00",
                             "0/1/2026 09:14",
                             "1/15/2026 13:14 AM",
                             "1/15/2026 0:14 PM",
                             "15.01.2026 24:00",
                             "15.01.2026 09:60",
                             "15.01.2026 09:14:61",
                             "15.01.2026 9",
                             "15.01.2026 09:1",
                             "15.01.2026 09:14:2",
                             "15.01.2026 09:14:02.1234567890",
                             "15.01.20266 09:14",
                             "15.01.202 09:14",
                             "15.01/2026 09:14",
                             "Foo 15, 2026 09:14",
                             "15 Foo 2026 09:14",
                             "15.01.2026 09:14:02 XYZ",
                             "15.01.2026 09:14:02 (UTC",
                             "15.01.2026 09:14:02 +25:00",
                             "15.01.2026 09:14:02 +01:60",
                             "15.01.2026 09:14:02 EST+1",
                             "15.01.2026 09:14:02 and more",
                             "15.01.2026 09:14 AMP",
                             "-1.01.2026 09:14",
                             "022-01-2026 02:30:00",
                             "01/022/2026 02:30:00",
                             "1/15/2026 9:14:02 AM 7",
                             "176846844",
                             "17684684421",
                             "1768468442.",
                             "1768468442.1x",
                             "1768468442118.5",
                             "17684684421189999999"})
        QTest::newRow(*text ? text : "empty") << QByteArray(text);
}

void TestDisplayTime::readsAnythingElseAsNone()
{
    QFETCH(QByteArray, text);
    QCOMPARE(shown(TimeReader().any(text, DateOrder::MonthFirst)), u"none"_s);
    QCOMPARE(shown(TimeReader().any(text, DateOrder::DayFirst)), u"none"_s);
    // A text that ends anywhere is not read behind its end.
    for (qsizetype size = 0; size < text.size(); ++size)
        TimeReader().any(QByteArray(text.constData(), size), DateOrder::DayFirst);
}

void TestDisplayTime::tellsWhatATimeSaysOfTheOrder_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<DateHint>("hint");
    QTest::newRow("day first") << QByteArray("13/1/2026 09:14") << DateHint::DayFirst;
    QTest::newRow("month first") << QByteArray("1/13/2026, 9:14 AM") << DateHint::MonthFirst;
    QTest::newRow("either") << QByteArray("1/12/2026 09:14") << DateHint::Ambiguous;
    QTest::newRow("either, dashes") << QByteArray("01-12-2026 09:14") << DateHint::Ambiguous;
    QTest::newRow("the same both ways") << QByteArray("12/12/2026 09:14") << DateHint::None;
    QTest::newRow("dots") << QByteArray("1.12.2026 09:14") << DateHint::None;
    QTest::newRow("year first") << QByteArray("2026/01/12 09:14") << DateHint::None;
    QTest::newRow("a name") << QByteArray("Jan 12, 2026 09:14") << DateHint::None;
    QTest::newRow("ISO") << QByteArray("2026-01-12T09:14:02Z") << DateHint::None;
    QTest::newRow("no time") << QByteArray("13/1/2026") << DateHint::None;
    QTest::newRow("nothing") << QByteArray() << DateHint::None;
}

void TestDisplayTime::tellsWhatATimeSaysOfTheOrder()
{
    QFETCH(QByteArray, text);
    QFETCH(DateHint, hint);
    QVERIFY(dateHint(text) == hint);
}

void TestDisplayTime::readsTimesWithoutZoneInTheInputZone()
{
    const TimeReader reader{QTimeZone("Europe/Berlin")};
    QCOMPARE(shown(reader.any("15.07.2026 09:14:02", DateOrder::DayFirst)), u"2026-07-15T07:14:02.000Z"_s);
    QCOMPARE(shown(reader.any("15.07.2026 09:14:02 UTC", DateOrder::DayFirst)), u"2026-07-15T09:14:02.000Z"_s);
}

QTEST_APPLESS_MAIN(TestDisplayTime)
#include "tst_displaytime.moc"
