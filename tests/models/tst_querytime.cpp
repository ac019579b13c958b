#include "querytime.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

qint64 utc(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toMSecsSinceEpoch();
}

Query parsed(const QString &text)
{
    return Query::parse(text).query;
}

} // namespace

class TestQueryTime : public QObject
{
    Q_OBJECT

private slots:
    void aSpanBecomesATerm_data();
    void aSpanBecomesATerm();
    void itTakesThePlaceOfWhatSaysNoMore_data();
    void itTakesThePlaceOfWhatSaysNoMore();
    void itCanBeTakenBack();
    void whatIsOutsideHasTwoEnds();
};

void TestQueryTime::aSpanBecomesATerm_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("begin");
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("term");
    QTest::newRow("minutes") << u"UTC"_s << u"2026-01-15T09:00:00Z"_s << u"2026-01-15T10:30:00Z"_s
                             << u"time:2026-01-15T09:00Z..2026-01-15T10:30Z"_s;
    QTest::newRow("a zone") << u"Europe/Berlin"_s << u"2026-01-15T23:00:00Z"_s << u"2026-01-16T23:00:00Z"_s
                            << u"time:2026-01-16T00:00+01:00..2026-01-17T00:00+01:00"_s;
    QTest::newRow("the clock is put back within")
        << u"Europe/Berlin"_s << u"2025-10-26T00:30:00Z"_s << u"2025-10-26T01:30:00Z"_s
        << u"time:2025-10-26T02:30+02:00..2025-10-26T02:30+01:00"_s;
    QTest::newRow("milliseconds") << u"Asia/Kolkata"_s << u"2026-01-15T09:00:00.020Z"_s << u"2026-01-15T09:00:01Z"_s
                                  << u"time:2026-01-15T14:30:00.020+05:30..2026-01-15T14:30:01+05:30"_s;
}

void TestQueryTime::aSpanBecomesATerm()
{
    QFETCH(QString, zone);
    QFETCH(QString, begin);
    QFETCH(QString, end);
    QFETCH(QString, term);
    const Query query = withTimeSpan({}, {utc(begin), utc(end) - 1}, QTimeZone(zone.toLatin1()));
    QCOMPARE(query.toString(), term);
    QCOMPARE(parsed(term), query);
    QVERIFY(hasTimeSpan(query));
}

void TestQueryTime::itTakesThePlaceOfWhatSaysNoMore_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("rest");
    QTest::newRow("an earlier one") << u"level:error time:2026-01-10T00:00Z..2026-01-10T01:00Z"_s << u"level:error"_s;
    QTest::newRow("its day") << u"time:2026-01-15 level:error"_s << u"level:error"_s;
    QTest::newRow("another day stays") << u"time:2026-01-14"_s << u"time:2026-01-14"_s;
    QTest::newRow("hours of every day stay") << u"time:09:00..10:30"_s << u"time:09:00..10:30"_s;
    QTest::newRow("not a day stays") << u"-time:2026-01-14"_s << u"-time:2026-01-14"_s;
    QTest::newRow("one of two days stays") << u"time:2026-01-14,2026-01-15"_s << u"time:2026-01-14,2026-01-15"_s;
    QTest::newRow("one of two things stays") << u"time:2026-01-15 or user:jdoe"_s << u"time:2026-01-15 or user:jdoe"_s;
    QTest::newRow("hours back stay") << u"since:2h"_s << u"since:2h"_s;
}

void TestQueryTime::itTakesThePlaceOfWhatSaysNoMore()
{
    QFETCH(QString, before);
    QFETCH(QString, rest);
    const TimeSpan span{utc(u"2026-01-15T09:00:00Z"_s), utc(u"2026-01-15T09:14:59.999Z"_s)};
    QCOMPARE(withTimeSpan(parsed(before), span, QTimeZone::utc()).toString(),
             rest + u" time:2026-01-15T09:00Z..2026-01-15T09:15Z"_s);
}

void TestQueryTime::itCanBeTakenBack()
{
    const TimeSpan span{utc(u"2026-01-15T09:00:00Z"_s), utc(u"2026-01-15T09:14:59.999Z"_s)};
    const Query before = parsed(u"level:error time:09:00..10:00"_s);
    const Query with = withTimeSpan(before, span, QTimeZone("Europe/Berlin"));
    QVERIFY(hasTimeSpan(with));
    QCOMPARE(withoutTimeSpan(with), before);
    QVERIFY(!hasTimeSpan(before));
    QVERIFY(!hasTimeSpan(parsed(u"time:2026-01-15"_s)));
}

void TestQueryTime::whatIsOutsideHasTwoEnds()
{
    const TimeSpan span{utc(u"2026-01-15T09:00:30.5Z"_s), utc(u"2026-01-15T10:00:00Z"_s)};
    const Query outside = outsideTimeSpan(parsed(u"level:error"_s), span, QTimeZone("Europe/Berlin"));
    QCOMPARE(outside.toString(), u"level:error time:..2026-01-15T10:00+01:00,2026-01-15T11:01+01:00.."_s);
    QCOMPARE(parsed(outside.toString()), outside);
    QCOMPARE(outsideTimeSpan(outside, span, QTimeZone("Europe/Berlin")), outside);
}

QTEST_GUILESS_MAIN(TestQueryTime)
#include "tst_querytime.moc"
