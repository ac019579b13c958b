#include "timelineaxis.h"
#include "timelinetext.h"

#include "smalllog.h"
#include "timelinecounter.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

qint64 utc(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toMSecsSinceEpoch();
}

TimelineReading reading(const QByteArray &bytes, TimelineGrouping grouping, int bins = 100)
{
    const std::shared_ptr<Log> log = readLog(bytes);
    const TimelineCounter::Question question{1,
                                             log,
                                             std::make_shared<const Resolution>(resolutionOf(*log)),
                                             RowSet::all(log->columns().size()),
                                             QTimeZone::utc(),
                                             grouping,
                                             true};
    return TimelineCounter().read(question, {{}, bins}, {}, {}).value_or(TimelineReading());
}

const char *const records = R"({"eventCode":"702","eventLogDate":"2026-01-15T09:14:10Z"}
{"eventCode":"702","eventLogDate":"2026-01-15T09:14:20Z","method":"A<b>\u202e"}
{"eventCode":"901","eventLogDate":"2026-01-15T09:14:30Z"}
{"eventCode":"901","eventLogDate":"2026-01-15T09:16:30Z"}
{"eventCode":"901"}
)";

} // namespace

class TestTimelineText : public QObject
{
    Q_OBJECT

private slots:
    void aSpanIsAsExactAsItHasToBe_data();
    void aSpanIsAsExactAsItHasToBe();
    void anAxisNamesRoundMoments_data();
    void anAxisNamesRoundMoments();
    void aBinIsSaidInWords();
    void theWholeIsSummedUp();
    void partsHaveWords();
};

void TestTimelineText::aSpanIsAsExactAsItHasToBe_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("begin");
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("text");
    QTest::newRow("a minute") << u"UTC"_s << u"2026-01-15T09:14:00Z"_s << u"2026-01-15T09:15:00Z"_s
                              << u"2026-01-15 09:14–09:15"_s;
    QTest::newRow("seconds") << u"UTC"_s << u"2026-01-15T09:14:00Z"_s << u"2026-01-15T09:14:10Z"_s
                             << u"2026-01-15 09:14:00–09:14:10"_s;
    QTest::newRow("milliseconds") << u"UTC"_s << u"2026-01-15T09:14:00Z"_s << u"2026-01-15T09:14:00.020Z"_s
                                  << u"2026-01-15 09:14:00.000–09:14:00.020"_s;
    QTest::newRow("over midnight") << u"UTC"_s << u"2026-01-15T23:00:00Z"_s << u"2026-01-16T01:00:00Z"_s
                                   << u"2026-01-15 23:00–2026-01-16 01:00"_s;
    QTest::newRow("a day of the zone") << u"Europe/Berlin"_s << u"2026-01-14T23:00:00Z"_s << u"2026-01-15T23:00:00Z"_s
                                       << u"2026-01-15"_s;
    QTest::newRow("a week") << u"UTC"_s << u"2026-01-12T00:00:00Z"_s << u"2026-01-19T00:00:00Z"_s
                            << u"2026-01-12–2026-01-18"_s;
    QTest::newRow("the clock is put back")
        << u"Europe/Berlin"_s << u"2025-10-26T00:00:00Z"_s << u"2025-10-26T01:00:00Z"_s
        << u"2025-10-26 02:00 UTC+02:00–02:00 UTC+01:00"_s;
}

void TestTimelineText::aSpanIsAsExactAsItHasToBe()
{
    QFETCH(QString, zone);
    QFETCH(QString, begin);
    QFETCH(QString, end);
    QTEST(timeSpanText(utc(begin), utc(end), QTimeZone(zone.toLatin1())), "text");
}

void TestTimelineText::anAxisNamesRoundMoments_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("begin");
    QTest::addColumn<QString>("end");
    QTest::addColumn<int>("most");
    QTest::addColumn<QString>("texts");
    QTest::newRow("hours over midnight") << u"UTC"_s << u"2026-01-15T21:30:00Z"_s << u"2026-01-16T02:00:00Z"_s << 5
                                         << u"2026-01-15 22:00|23:00|2026-01-16|01:00"_s;
    QTest::newRow("of the zone") << u"Asia/Kolkata"_s << u"2026-01-15T09:00:00Z"_s << u"2026-01-15T11:00:00Z"_s << 4
                                 << u"2026-01-15 14:30|15:00|15:30|16:00"_s;
    QTest::newRow("seconds") << u"UTC"_s << u"2026-01-15T09:00:00Z"_s << u"2026-01-15T09:00:15Z"_s << 3
                             << u"2026-01-15 09:00:00|09:00:05|09:00:10"_s;
    QTest::newRow("days") << u"Europe/Berlin"_s << u"2025-10-24T22:00:00Z"_s << u"2025-10-27T23:00:00Z"_s << 4
                          << u"2025-10-25|2025-10-26|2025-10-27"_s;
    QTest::newRow("an hour twice") << u"Europe/Berlin"_s << u"2025-10-25T23:00:00Z"_s << u"2025-10-26T02:00:00Z"_s << 4
                                   << u"2025-10-26 01:00|02:00|02:00"_s;
}

void TestTimelineText::anAxisNamesRoundMoments()
{
    QFETCH(QString, zone);
    QFETCH(QString, begin);
    QFETCH(QString, end);
    QFETCH(int, most);
    QStringList texts;
    for (const TimelineTick &tick : timelineTicks({utc(begin), utc(end) - 1}, most, QTimeZone(zone.toLatin1())))
        texts.append(tick.text);
    QTEST(texts.join(u'|'), "texts");
}

void TestTimelineText::aBinIsSaidInWords()
{
    const TimelineReading levels = reading(records, TimelineGrouping::Level, 3);
    QCOMPARE(levels.bins().width(), 60'000);
    QCOMPARE(countsText(levels, 0), u"2 error(s), 1 notice(s)"_s);
    QCOMPARE(countsText(levels, 1), u"no records"_s);
    QCOMPARE(countsText(levels, 2), u"1 notice(s)"_s);
    const TimelineReading methods = reading(records, TimelineGrouping::Method, 3);
    QCOMPARE(countsText(methods, 0), u"without a method: 1, A<b>\\u{202e}: 1, Approve: 1"_s);
    const TimelineReading codes = reading(records, TimelineGrouping::Code, 3);
    QCOMPARE(countsText(codes, 0), u"901: 1, 702: 2"_s);
    const TimelineReading owners = reading(records, TimelineGrouping::Owner, 3);
    QCOMPARE(countsText(owners, 2), u"unknown: 1"_s);
}

void TestTimelineText::theWholeIsSummedUp()
{
    QCOMPARE(
        timelineSummary(reading(records, TimelineGrouping::Level, 3), QTimeZone::utc()),
        u"2026-01-15 09:14–09:17: 2 error(s), 2 notice(s). Most at 2026-01-15 09:14–09:15: 2 error(s), 1 notice(s). "
        "1 record(s) have no time."_s);
    QCOMPARE(timelineSummary(reading("{\"eventCode\":\"702\"}\n", TimelineGrouping::Level), QTimeZone::utc()),
             u"No record has a time."_s);
    QCOMPARE(timelineSummary({}, QTimeZone::utc()), u"There are no records."_s);
}

void TestTimelineText::partsHaveWords()
{
    TimelineReading reading;
    reading.grouping = TimelineGrouping::Code;
    reading.parts = {{u"702"_s, false}, {{}, false}, {{}, true}};
    QCOMPARE(partLabel(reading, 0), u"702"_s);
    QCOMPARE(partLabel(reading, 1), u"without a code"_s);
    QCOMPARE(partLabel(reading, 2), u"others"_s);
    QCOMPARE(durationText(5 * 60'000), u"5 min"_s);
    QCOMPARE(durationText(500), u"500 ms"_s);
    QCOMPARE(durationText(3 * 3'600'000), u"3 h"_s);
}

QTEST_GUILESS_MAIN(TestTimelineText)
#include "tst_timelinetext.moc"
