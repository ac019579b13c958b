#include "timelinecounter.h"

#include "smalllog.h"

#include <QDateTime>
#include <QTest>

#include <algorithm>
#include <map>
#include <random>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

constexpr qint64 hour = 3'600'000;
constexpr qint64 day = 24 * hour;

qint64 utc(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toMSecsSinceEpoch();
}

/// Records of several codes and methods, nearly in the order of time; some without a time, some without a method.
QByteArray records(int count, qint64 begin, qint64 length, quint32 seed)
{
    std::mt19937 random(seed);
    QByteArray bytes;
    for (int i = 0; i < count; ++i) {
        const qint64 time = begin + length * i / count + qint64(random() % 1'000'000) - 500'000;
        const QByteArray date = random() % 50 == 0
            ? QByteArray()
            : QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
        const char *const codes[] = {"702", "901", "901", "777", "652"};
        const char *const levels[] = {"info", "warning", "critical"};
        const char *const methods[] = {"Fingerprint", "Approve", "SMS", "Voice"};
        bytes += QByteArray("{\"eventCode\":\"") + codes[random() % 5] + "\",\"eventLogDate\":\"" + date
            + "\",\"eventLevel\":\"" + levels[random() % 3] + '"';
        if (random() % 3 == 0)
            bytes += QByteArray(",\"method\":\"") + methods[random() % 4] + '"';
        bytes += "}\n";
    }
    return bytes;
}

QString methodOf(const Log &log, const ResolvedEvent &event, Row row)
{
    const quint32 own = log.columns().method(row);
    return own != 0 ? log.texts(TextColumn::Method).text(own) : event.method;
}

/// Which part a row belongs to, the slow and obvious way.
int partOf(const TimelineReading &reading, const Log &log, const Resolution &resolution, Row row)
{
    const ResolvedEvent &event = resolution[log.columns().shape(row)];
    if (reading.grouping == TimelineGrouping::Level)
        return int(severityOf(event.level));
    if (reading.grouping == TimelineGrouping::Owner)
        return int(event.owner);
    const QString value = reading.grouping == TimelineGrouping::Method ? methodOf(log, event, row)
        : event.code == noCode                                         ? QString()
                                                                       : QString::number(event.code);
    for (int part = 0; part < reading.parts.size(); ++part) {
        if (!reading.parts[part].isRest && reading.parts[part].value == value)
            return part;
    }
    return int(reading.parts.size()) - 1;
}

/// "" when the reading counts these rows as one by one.
QString difference(const TimelineReading &reading, const Log &log, const Resolution &resolution, const RowSet &rows)
{
    const TimelineBins &bins = reading.bins();
    std::map<std::pair<int, int>, quint32> counts;
    qint64 withoutTime = 0;
    for (Row position = 0; position < rows.size(); ++position) {
        const Row row = rows.at(position);
        const qint64 time = log.columns().time(row);
        withoutTime += time == noTime ? 1 : 0;
        for (int bin = 0; time != noTime && bin < bins.count(); ++bin) {
            if (time >= bins.begin(bin) && time < bins.end(bin))
                ++counts[{bin, partOf(reading, log, resolution, row)}];
        }
    }
    if (withoutTime != reading.withoutTime)
        return u"%1 without a time, not %2"_s.arg(reading.withoutTime).arg(withoutTime);
    for (int bin = 0; bin < bins.count(); ++bin) {
        for (int part = 0; part < reading.parts.size(); ++part) {
            if (reading.counts.count(bin, part) != counts[{bin, part}])
                return u"bin %1 part %2: %3, not %4"_s.arg(bin)
                    .arg(part)
                    .arg(reading.counts.count(bin, part))
                    .arg(counts[{bin, part}]);
        }
    }
    return {};
}

} // namespace

class TestTimelineCounter : public QObject
{
    Q_OBJECT

private slots:
    void anyZoomCountsAsOneByOne_data();
    void anyZoomCountsAsOneByOne();
    void sortedRowsAreCountedToo();
    void rowsThatComeLaterAreAdded_data();
    void rowsThatComeLaterAreAdded();
    void theMostFrequentHaveAPartOfTheirOwn();
    void aMethodOfTheRecordsOwnGoesBeforeTheCatalogs();
    void anotherQuestionIsCountedAnew();
    void nothingHasNoBins();
    void stopsWhenAsked();

private:
    static TimelineCounter::Question question(const std::shared_ptr<Log> &log, const RowSet &rows,
                                              TimelineGrouping grouping, const QByteArray &zone = "UTC");
    static std::optional<TimelineReading> read(TimelineCounter &counter, const TimelineCounter::Question &question,
                                               const std::optional<TimeSpan> &span = {}, int bins = 100);
};

TimelineCounter::Question TestTimelineCounter::question(const std::shared_ptr<Log> &log, const RowSet &rows,
                                                        TimelineGrouping grouping, const QByteArray &zone)
{
    return {1, log, std::make_shared<const Resolution>(resolutionOf(*log)), rows, QTimeZone(zone), grouping, true};
}

std::optional<TimelineReading> TestTimelineCounter::read(TimelineCounter &counter,
                                                         const TimelineCounter::Question &question,
                                                         const std::optional<TimeSpan> &span, int bins)
{
    return counter.read(question, {span, bins}, {}, {});
}

void TestTimelineCounter::anyZoomCountsAsOneByOne_data()
{
    QTest::addColumn<TimelineGrouping>("grouping");
    QTest::addColumn<QByteArray>("zone");
    QTest::newRow("level") << TimelineGrouping::Level << QByteArray("UTC");
    QTest::newRow("level, clock put back") << TimelineGrouping::Level << QByteArray("Europe/Berlin");
    QTest::newRow("owner, half an hour put back") << TimelineGrouping::Owner << QByteArray("Australia/Lord_Howe");
    QTest::newRow("method") << TimelineGrouping::Method << QByteArray("America/St_Johns");
    QTest::newRow("code, clock put back at midnight") << TimelineGrouping::Code << QByteArray("Africa/Cairo");
}

void TestTimelineCounter::anyZoomCountsAsOneByOne()
{
    QFETCH(TimelineGrouping, grouping);
    QFETCH(QByteArray, zone);
    // Around the end of the summer in all of these zones.
    const std::shared_ptr<Log> log = readLog(records(9000, utc(u"2025-10-24T00:00:00Z"_s), 10 * day, 5));
    QVERIFY(log);
    const TimelineCounter::Question asked = question(log, RowSet::all(log->columns().size()), grouping, zone);
    TimelineCounter counter;
    const auto whole = read(counter, asked);
    QVERIFY(whole && whole->whole);
    QCOMPARE(*whole->whole, *timeSpan(log->columns(), asked.rows));
    QCOMPARE(difference(*whole, *log, *asked.resolution, asked.rows), QString());
    quint64 sum = 0;
    for (int bin = 0; bin < whole->bins().count(); ++bin)
        sum += whole->total(bin);
    QCOMPARE(qint64(sum) + whole->withoutTime, whole->rows);
    std::mt19937_64 random(7);
    for (const qint64 length : {8 * day, 2 * day, 7 * hour, hour, hour / 20, qint64(2000)}) {
        const qint64 first = whole->whole->first + qint64(random() % quint64(10 * day - length));
        for (const int bins : {7, 60, 400}) {
            const auto zoomed = read(counter, asked, TimeSpan{first, first + length - 1}, bins);
            QVERIFY(zoomed);
            QVERIFY(zoomed->bins().begin(0) <= first);
            QVERIFY(zoomed->bins().end(zoomed->bins().count() - 1) >= first + length);
            QCOMPARE(zoomed->whole, whole->whole);
            QCOMPARE(difference(*zoomed, *log, *asked.resolution, asked.rows), QString());
        }
    }
}

void TestTimelineCounter::sortedRowsAreCountedToo()
{
    const std::shared_ptr<Log> log = readLog(records(9000, utc(u"2026-01-15T00:00:00Z"_s), day, 2));
    QVERIFY(log);
    std::vector<Row> all;
    std::vector<Row> some;
    for (Row row = log->columns().size(); row-- > 0;) {
        all.push_back(row);
        if (row % 3 == 1)
            some.push_back(row);
    }
    std::ranges::shuffle(some, std::mt19937(1));
    for (const std::vector<Row> &rows : {all, some}) {
        const TimelineCounter::Question asked = question(log, RowSet::of(rows), TimelineGrouping::Level);
        TimelineCounter counter;
        const auto whole = read(counter, asked);
        QVERIFY(whole);
        QCOMPARE(difference(*whole, *log, *asked.resolution, asked.rows), QString());
        const auto zoomed =
            read(counter, asked, TimeSpan{whole->whole->first + hour, whole->whole->first + hour + 999});
        QVERIFY(zoomed);
        QCOMPARE(difference(*zoomed, *log, *asked.resolution, asked.rows), QString());
        QCOMPARE(zoomed->withoutTime, whole->withoutTime);
    }
}

void TestTimelineCounter::rowsThatComeLaterAreAdded_data()
{
    QTest::addColumn<TimelineGrouping>("grouping");
    QTest::addColumn<bool>("filtered");
    for (const bool filtered : {false, true}) {
        QTest::addRow("level, %s", filtered ? "some" : "all") << TimelineGrouping::Level << filtered;
        QTest::addRow("method, %s", filtered ? "some" : "all") << TimelineGrouping::Method << filtered;
    }
}

void TestTimelineCounter::rowsThatComeLaterAreAdded()
{
    QFETCH(TimelineGrouping, grouping);
    QFETCH(bool, filtered);
    const std::shared_ptr<Log> log = readLog(records(12'000, utc(u"2025-03-20T00:00:00Z"_s), 30 * day, 9));
    QVERIFY(log);
    std::vector<Row> kept;
    for (Row row = 0; row < log->columns().size(); ++row) {
        if (row % 5 != 2)
            kept.push_back(row);
    }
    const Row most = filtered ? Row(kept.size()) : log->columns().size();
    TimelineCounter counter;
    for (Row size = 1; size <= most; size = std::min(size * 3 + 5, most)) {
        const RowSet rows = filtered ? RowSet::of({kept.begin(), kept.begin() + qsizetype(size)}) : RowSet::all(size);
        TimelineCounter::Question asked = question(log, rows, grouping, "Europe/Berlin");
        asked.isComplete = size == most;
        const auto reading = read(counter, asked);
        QVERIFY(reading);
        QCOMPARE(reading->rows, qint64(size));
        QCOMPARE(reading->whole, timeSpan(log->columns(), rows));
        QCOMPARE(difference(*reading, *log, *asked.resolution, rows), QString());
        if (size == most)
            break;
    }
}

void TestTimelineCounter::theMostFrequentHaveAPartOfTheirOwn()
{
    QByteArray bytes;
    for (int code = 1; code <= 12; ++code) {
        for (int i = 0; i < code; ++i)
            bytes += "{\"eventCode\":\"" + QByteArray::number(7000 + code)
                + "\",\"eventLogDate\":\"2026-01-15T09:00:00Z\"}\n";
    }
    const std::shared_ptr<Log> log = readLog(bytes);
    QVERIFY(log);
    TimelineCounter counter;
    const auto reading = read(counter, question(log, RowSet::all(log->columns().size()), TimelineGrouping::Code));
    QVERIFY(reading);
    QStringList parts;
    for (int part = 0; part < reading->parts.size(); ++part) {
        quint32 count = 0;
        for (int bin = 0; bin < reading->bins().count(); ++bin)
            count += reading->counts.count(bin, part);
        parts.append(u"%1=%2"_s.arg(reading->parts[part].isRest ? u"rest"_s : reading->parts[part].value).arg(count));
    }
    QCOMPARE(parts.join(u' '), u"7012=12 7011=11 7010=10 7009=9 7008=8 7007=7 7006=6 rest=15"_s);
}

void TestTimelineCounter::aMethodOfTheRecordsOwnGoesBeforeTheCatalogs()
{
    // 702 is of Approve in the catalog.
    const std::shared_ptr<Log> log = readLog(R"({"eventCode":"702","eventLogDate":"2026-01-15T09:00:00Z"}
{"eventCode":"702","eventLogDate":"2026-01-15T09:00:00Z","method":"Biometric"}
{"eventCode":"702","eventLogDate":"2026-01-15T09:00:00Z","method":"Biometric"}
{"eventCode":"901","eventLogDate":"2026-01-15T09:00:00Z"}
)");
    QVERIFY(log);
    TimelineCounter counter;
    const auto reading = read(counter, question(log, RowSet::all(4), TimelineGrouping::Method));
    QVERIFY(reading);
    const QList<TimelinePart> parts{{u"Biometric"_s, false}, {{}, false}, {u"Approve"_s, false}, {{}, true}};
    QCOMPARE(reading->parts, parts);
    QCOMPARE(reading->counts.count(0, 0), 2U);
    QCOMPARE(reading->counts.count(0, 1), 1U);
    QCOMPARE(reading->counts.count(0, 2), 1U);
    QCOMPARE(reading->counts.count(0, 3), 0U);
}

void TestTimelineCounter::anotherQuestionIsCountedAnew()
{
    const std::shared_ptr<Log> log = readLog(records(2000, utc(u"2026-01-15T00:00:00Z"_s), day, 4));
    QVERIFY(log);
    TimelineCounter counter;
    TimelineCounter::Question asked = question(log, RowSet::all(2000), TimelineGrouping::Level);
    QVERIFY(read(counter, asked));
    asked.number = 2;
    asked.rows = RowSet::of({5, 6, 7});
    const auto few = read(counter, asked);
    QVERIFY(few);
    QCOMPARE(few->rows, 3);
    QCOMPARE(difference(*few, *log, *asked.resolution, asked.rows), QString());
    asked.grouping = TimelineGrouping::Owner;
    const auto owners = read(counter, asked);
    QVERIFY(owners);
    QCOMPARE(owners->parts.size(), int(Owner::Nobody) + 1);
    QCOMPARE(difference(*owners, *log, *asked.resolution, asked.rows), QString());
}

void TestTimelineCounter::nothingHasNoBins()
{
    const std::shared_ptr<Log> log = readLog("{\"eventCode\":\"702\"}\n{\"eventCode\":\"702\"}\n");
    QVERIFY(log);
    TimelineCounter counter;
    TimelineCounter::Question asked = question(log, RowSet(), TimelineGrouping::Code);
    const auto nothing = read(counter, asked);
    QVERIFY(nothing);
    QCOMPARE(nothing->bins().count(), 0);
    QCOMPARE(nothing->rows, 0);
    asked.rows = RowSet::all(2);
    const auto timeless = read(counter, asked);
    QVERIFY(timeless);
    QCOMPARE(timeless->bins().count(), 0);
    QVERIFY(!timeless->whole);
    QCOMPARE(timeless->withoutTime, 2);
}

void TestTimelineCounter::stopsWhenAsked()
{
    const std::shared_ptr<Log> log = readLog(records(2000, utc(u"2026-01-15T00:00:00Z"_s), day, 4));
    QVERIFY(log);
    TimelineCounter counter;
    const TimelineCounter::Question asked = question(log, RowSet::all(2000), TimelineGrouping::Level);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!counter.read(asked, {{}, 10}, {}, stop.get_token()));
    QVERIFY(!counter.read(asked, {{}, 10}, stop.get_token(), {}));
    // What was not counted then is now.
    const auto reading = read(counter, asked);
    QVERIFY(reading);
    QCOMPARE(difference(*reading, *log, *asked.resolution, asked.rows), QString());
}

QTEST_GUILESS_MAIN(TestTimelineCounter)
#include "tst_timelinecounter.moc"
