#include "bulkspan.h"
#include "loghighlights.h"
#include "smalllog.h"
#include "timelinecounter.h"

#include <QDateTime>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 year = 365 * day;

qint64 utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs).toMSecsSinceEpoch();
}

const qint64 begin = utc("2026-01-15T00:00:00Z");

QByteArray lineAt(qint64 time)
{
    return R"({"eventCode":"702","eventLogDate":")"
        + QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1() + "\"}\n";
}

std::shared_ptr<Log> logOf(const std::vector<qint64> &times)
{
    QByteArray bytes;
    for (const qint64 time : times)
        bytes += time == noTime ? QByteArray("{\"eventCode\":\"901\",\"eventLogDate\":\"\"}\n") : lineAt(time);
    return readLog(bytes);
}

RowSet allOf(const Log &log)
{
    return RowSet::all(log.columns().size());
}

/// A day of records nearly in the order of time, with the strays among them at random places.
std::vector<qint64> dayWith(const std::vector<qint64> &strays, int count, quint32 seed)
{
    std::mt19937 random(seed);
    std::vector<qint64> times;
    times.reserve(size_t(count) + strays.size());
    for (int i = 0; i < count; ++i)
        times.push_back(begin + day * i / count + qint64(random() % 1000));
    for (const qint64 stray : strays)
        times.insert(times.begin() + qint64(random() % times.size()), stray);
    return times;
}

/// The slow, obvious way: sorted, without what may be left out at each end, and what is far from that.
BulkSpan slowBulk(std::vector<qint64> times)
{
    std::erase(times, noTime);
    std::ranges::sort(times);
    const auto leftOut = size_t(BulkSpan::mostStrays(qint64(times.size())));
    const qint64 first = times[leftOut];
    const qint64 last = times[times.size() - 1 - leftOut];
    const qint64 reach = BulkSpan::farAway * std::max(last - first + 1, BulkSpan::shortestMs);
    BulkSpan bulk{{times.front(), times.back()}, {0, 0}, {first - reach, last + reach}, 0, 0};
    std::erase_if(times, [&](qint64 time) {
        bulk.before += time < bulk.reach.first ? 1 : 0;
        bulk.after += time > bulk.reach.last ? 1 : 0;
        return time < bulk.reach.first || time > bulk.reach.last;
    });
    bulk.span = {times.front(), times.back()};
    return bulk;
}

TimelineCounter::Question question(const std::shared_ptr<Log> &log, const RowSet &rows, bool isComplete = true)
{
    return {1,
            log,
            std::make_shared<const Resolution>(resolutionOf(*log)),
            rows,
            QTimeZone("Europe/Berlin"),
            TimelineGrouping::Level,
            isComplete};
}

/// "" when each bin has as many rows as one by one.
QString difference(const TimelineReading &reading, const Log &log, const RowSet &rows)
{
    const TimelineBins &bins = reading.bins();
    std::vector<quint64> counts(size_t(bins.count()));
    for (Row position = 0; position < rows.size(); ++position) {
        const qint64 time = log.columns().time(rows.at(position));
        for (int bin = 0; time != noTime && bin < bins.count(); ++bin)
            counts[size_t(bin)] += time >= bins.begin(bin) && time < bins.end(bin) ? 1 : 0;
    }
    for (int bin = 0; bin < bins.count(); ++bin) {
        if (reading.total(bin) != counts[size_t(bin)])
            return u"bin %1: %2, not %3"_s.arg(bin).arg(reading.total(bin)).arg(counts[size_t(bin)]);
    }
    return {};
}

quint64 sumOf(const TimelineReading &reading)
{
    quint64 sum = 0;
    for (int bin = 0; bin < reading.bins().count(); ++bin)
        sum += reading.total(bin);
    return sum;
}

} // namespace

class TestStrays : public QObject
{
    Q_OBJECT

private slots:
    void whatIsAStray_data();
    void whatIsAStray();
    void saysWhatTheSlowWaySays();
    void theFirstViewIsWithoutThem();
    void nothingIsLostAtAnyZoom();
    void theyMayComeAtAnyTime_data();
    void theyMayComeAtAnyTime();
    void theLastHourIsTheDays();
    void aStrayMakesNoGap();
};

void TestStrays::whatIsAStray_data()
{
    QTest::addColumn<int>("ordinary");
    QTest::addColumn<std::vector<qint64>>("others");
    QTest::addColumn<qint64>("before");
    QTest::addColumn<qint64>("after");
    using Times = std::vector<qint64>;
    QTest::newRow("none") << 500 << Times{} << qint64(0) << qint64(0);
    QTest::newRow("1970") << 500 << Times{0} << qint64(1) << qint64(0);
    QTest::newRow("2099") << 500 << Times{utc("2099-12-31T00:00:00Z")} << qint64(0) << qint64(1);
    QTest::newRow("both") << 500 << Times{0, utc("2099-12-31T00:00:00Z")} << qint64(1) << qint64(1);
    QTest::newRow("before 1970") << 500 << Times{utc("1601-01-01T00:00:00Z")} << qint64(1) << qint64(0);
    QTest::newRow("as many as may be") << 3000 << Times{0, 5, year} << qint64(3) << qint64(0);
    QTest::newRow("more than may be") << 3000 << Times{0, 5, year, 2 * year} << qint64(0) << qint64(0);
    QTest::newRow("two in a small log") << 500 << Times{0, year} << qint64(0) << qint64(0);
    QTest::newRow("near") << 500 << Times{begin - 19 * day} << qint64(0) << qint64(0);
    QTest::newRow("far") << 500 << Times{begin - 21 * day} << qint64(1) << qint64(0);
    QTest::newRow("ten times") << 9 << Times{0} << qint64(1) << qint64(0);
    QTest::newRow("nine times") << 8 << Times{0} << qint64(0) << qint64(0);
}

void TestStrays::whatIsAStray()
{
    QFETCH(int, ordinary);
    QFETCH(std::vector<qint64>, others);
    QFETCH(qint64, before);
    QFETCH(qint64, after);
    const std::shared_ptr<Log> log = logOf(dayWith(others, ordinary, 1));
    const auto bulk = bulkSpan(log->columns(), allOf(*log));
    QVERIFY(bulk);
    QCOMPARE(bulk->before, before);
    QCOMPARE(bulk->after, after);
    QCOMPARE(bulk->whole, *timeSpan(log->columns(), allOf(*log)));
    QCOMPARE(bulk->span == bulk->whole, bulk->strays() == 0);
}

void TestStrays::saysWhatTheSlowWaySays()
{
    std::mt19937_64 random(3);
    int withStrays = 0;
    for (int round = 0; round < 60; ++round) {
        // The core from a second to a year, the others up to centuries away.
        const double scale = 1000 * std::pow(10, double(random() % 75) / 10);
        std::vector<qint64> times;
        const int count = 10 + int(random() % 3000);
        for (int i = 0; i < count; ++i) {
            const bool isFar = random() % 1500 == 0;
            const double away = double(random() % 1000) / 1000 * scale * (isFar ? 1'000'000 : 1);
            times.push_back(random() % 40 == 0 ? noTime
                                               : begin + qint64(std::min(away, 1e13)) * (random() % 2 ? 1 : -1));
        }
        const std::shared_ptr<Log> log = logOf(times);
        const auto bulk = bulkSpan(log->columns(), allOf(*log));
        QVERIFY(bulk);
        const BulkSpan slow = slowBulk(times);
        QCOMPARE(bulk->whole, slow.whole);
        QCOMPARE(bulk->before, slow.before);
        QCOMPARE(bulk->after, slow.after);
        QCOMPARE(bulk->span, slow.span);
        withStrays += slow.strays() > 0 ? 1 : 0;
    }
    QVERIFY(withStrays > 10);
}

void TestStrays::theFirstViewIsWithoutThem()
{
    const std::shared_ptr<Log> log = logOf(dayWith({0, utc("2099-12-31T00:00:00Z")}, 5000, 2));
    TimelineCounter counter;
    const TimelineCounter::Question asked = question(log, allOf(*log));
    const auto first = counter.read(asked, {{}, 300, false}, {}, {});
    QVERIFY(first && first->bulk);
    QCOMPARE(first->bins().width(), 5 * minute);
    QCOMPARE(first->straysBefore, 1);
    QCOMPARE(first->straysAfter, 1);
    QCOMPARE(difference(*first, *log, asked.rows), QString());
    QCOMPARE(qint64(sumOf(*first)) + first->strays(), first->rows);
    const auto whole = counter.read(asked, {{}, 300, true}, {}, {});
    QVERIFY(whole);
    QCOMPARE(qint64(sumOf(*whole)), whole->rows);
    QCOMPARE(difference(*whole, *log, asked.rows), QString());
}

void TestStrays::nothingIsLostAtAnyZoom()
{
    std::vector<qint64> strays{0, 3 * minute, 30 * year, 130 * year};
    strays.resize(30, utc("2099-12-31T00:00:00Z"));
    const std::shared_ptr<Log> log = logOf(dayWith(strays, 30'000, 4));
    std::vector<Row> odd;
    for (Row row = 1; row < log->columns().size(); row += 2)
        odd.push_back(row);
    std::mt19937_64 random(9);
    for (const RowSet &rows : {allOf(*log), RowSet::of(odd)}) {
        TimelineCounter counter;
        const TimelineCounter::Question asked = question(log, rows);
        for (const qint64 length : {day, hour, minute, 30 * day, year, 40 * year, 129 * year}) {
            for (int round = 0; round < 5; ++round) {
                const qint64 from = round == 0 ? begin : qint64(random() % quint64(130 * year - length));
                const auto zoomed = counter.read(asked, {TimeSpan{from, from + length - 1}, 80, false}, {}, {});
                QVERIFY(zoomed);
                QCOMPARE(zoomed->strays() > 0, true);
                QCOMPARE(difference(*zoomed, *log, rows), QString());
            }
        }
    }
}

void TestStrays::theyMayComeAtAnyTime_data()
{
    QTest::addColumn<int>("strayAt");
    QTest::newRow("first") << 0;
    QTest::newRow("early") << 7;
    QTest::newRow("in the middle") << 6000;
    QTest::newRow("last") << 12'000;
}

void TestStrays::theyMayComeAtAnyTime()
{
    QFETCH(int, strayAt);
    std::vector<qint64> times = dayWith({}, 12'000, 6);
    // The clock was wrong for some records, which are few only when all others are there.
    times.insert(times.begin() + strayAt, {0, 1000, 2000, 3000, 4000});
    const std::shared_ptr<Log> log = logOf(times);
    const Row size = log->columns().size();
    TimelineCounter counter;
    for (Row end = 1; end < size; end += 1 + end / 3) {
        const RowSet rows = RowSet::all(end);
        for (const bool withStrays : {false, true}) {
            const auto reading = counter.read(question(log, rows, false), {{}, 200, withStrays}, {}, {});
            QVERIFY(reading);
            QCOMPARE(difference(*reading, *log, rows), QString());
            QCOMPARE(qint64(sumOf(*reading)), qint64(end) - (withStrays ? 0 : reading->strays()));
        }
    }
    const auto reading = counter.read(question(log, allOf(*log)), {{}, 300, false}, {}, {});
    QVERIFY(reading);
    QCOMPARE(reading->straysBefore, 5);
    QCOMPARE(reading->bins().width(), 5 * minute);
    QCOMPARE(qint64(sumOf(*reading)), qint64(size) - 5);
    QCOMPARE(difference(*reading, *log, allOf(*log)), QString());
}

void TestStrays::theLastHourIsTheDays()
{
    const std::shared_ptr<Log> log = logOf(dayWith({utc("2099-12-31T00:00:00Z")}, 5000, 2));
    const LogHighlights highlights = logHighlights(*log, resolutionOf(*log), allOf(*log));
    QVERIFY(highlights.lastHour && highlights.times);
    QCOMPARE(highlights.times->after, 1);
    QVERIFY(std::abs(highlights.lastHour->end - (begin + day)) < minute);
    QCOMPARE(highlights.matched, 5001);
}

void TestStrays::aStrayMakesNoGap()
{
    for (const qint64 stray : {qint64(0), utc("2099-12-31T00:00:00Z")}) {
        std::vector<qint64> times = dayWith({stray}, 5000, 2);
        // What is unusual within the day stays.
        std::erase_if(times, [](qint64 time) { return time >= begin + 9 * hour && time < begin + 10 * hour; });
        const std::shared_ptr<Log> log = logOf(times);
        const LogHighlights highlights = logHighlights(*log, resolutionOf(*log), allOf(*log));
        QCOMPARE(highlights.silences.size(), size_t(1));
        QVERIFY(highlights.silences.front().length() < 61 * minute);
    }
}

QTEST_GUILESS_MAIN(TestStrays)
#include "tst_strays.moc"
