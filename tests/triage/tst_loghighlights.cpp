#include "loghighlights.h"

#include "oddrecords.h"
#include "smalllog.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

constexpr int seeds = 40;
constexpr int records = 1500;

LogHighlights highlightsOf(const QByteArrayList &lines)
{
    const std::shared_ptr<Log> log = readLog(lines.join('\n') + '\n');
    return log ? logHighlights(*log, resolutionOf(*log), RowSet::all(log->columns().size())) : LogHighlights();
}

QString asText(const FacetCounts &counts)
{
    QStringList texts;
    for (const FacetCount &facet : counts)
        texts.append(u"%1=%2"_s.arg(facet.value).arg(facet.count));
    return texts.join(u' ');
}

/// What is new or rising, without how many records that are.
QStringList namesOf(const QList<LogHighlights::Rising> &rising)
{
    QStringList names;
    for (const LogHighlights::Rising &each : rising)
        names.append(u"%1 %2 %3 %4 %5 %6"_s.arg(int(each.field))
                         .arg(int(each.kind))
                         .arg(each.code)
                         .arg(each.value, each.rise.isNew ? u"new"_s : u"rising"_s)
                         .arg(each.rise.usual));
    return names;
}

QStringList timesOf(const std::vector<Silence> &silences)
{
    QStringList times;
    for (const Silence &silence : silences)
        times.append(u"%1 %2 %3"_s.arg(silence.begin).arg(silence.end).arg(silence.usual));
    return times;
}

QString numbersOf(const LogHighlights &highlights)
{
    QStringList texts{asText(highlights.levels), asText(highlights.methods), asText(highlights.ownersOfErrors),
                      asText(highlights.usersByErrors), asText(highlights.applicationsByErrors)};
    for (const LogHighlights::Code &code : highlights.codes)
        texts.append(
            u"%1/%2=%3 %4 %5"_s.arg(int(code.kind)).arg(code.code).arg(code.count).arg(code.drift).arg(code.formDrift));
    for (const LogHighlights::Rising &each : highlights.rising)
        texts.append(u"%1 %2"_s.arg(each.lastHour).arg(each.hourBefore));
    for (const Silence &silence : highlights.silences)
        texts.append(QString::number(silence.records));
    return texts.join(u'\n');
}

QByteArray eventLine(qint64 secondsBack, const QByteArray &code, const QByteArray &level, const QByteArray &user)
{
    static const QDateTime end(QDate(2026, 1, 15), QTime(9, 0), Qt::UTC);
    return "{\"eventCode\":\"" + code + "\",\"eventLevel\":\"" + level + "\",\"userId\":\"" + user
        + "\",\"eventLogDate\":\"" + end.addSecs(-secondsBack).toString(Qt::ISODateWithMs).toUtf8() + "\"}";
}

/// An ordinary record every minute for so many minutes.
QByteArrayList ordinary(int minutes)
{
    QByteArrayList lines;
    for (int minute = 0; minute < minutes; ++minute)
        lines.append(eventLine(minute * 60LL, "901", "notice", "u" + QByteArray::number(minute % 7)));
    return lines;
}

/// What the last hour has of each code, row by row; a record is repeated when all of its columns are the same.
QStringList slowRisingCodes(const Log &log, const Resolution &resolution)
{
    struct Slow
    {
        std::set<QString> last, before, earlier;
        bool seen = false;
        qint64 lastHour = 0;
        qint64 hourBefore = 0;
        HourCounts counts() const { return {qint64(last.size()), qint64(before.size()), qint64(earlier.size()), seen}; }
    };
    qint64 first = std::numeric_limits<qint64>::max();
    qint64 end = noTime;
    for (Row row = 0; row < log.columns().size(); ++row) {
        if (const qint64 time = log.columns().time(row); time != noTime) {
            first = std::min(first, time);
            end = std::max(end, time);
        }
    }
    end = end - end % 1000 + 1000;
    const double hours = std::min(24.0, double(end - 3'600'000 - first) / 3'600'000);
    if (hours < 1)
        return {};
    std::map<std::pair<Kind, qint64>, Slow> codes;
    std::set<std::pair<Kind, qint64>> errors;
    Slow ordinary;
    Slow all;
    for (Row row = 0; row < log.columns().size(); ++row) {
        RecordColumns record = log.columns().record(row);
        if (record.time == noTime)
            continue;
        const qint64 back = (end - 1 - record.time) / 3'600'000;
        const QString text = u"%1 %2 %3 %4 %5 %6 %7"_s.arg(record.time)
                                 .arg(record.shape)
                                 .arg(record.user)
                                 .arg(record.method)
                                 .arg(record.application)
                                 .arg(record.address)
                                 .arg(record.transaction);
        const ResolvedEvent &event = resolution[record.shape];
        const auto add = [&](Slow &slow) {
            slow.lastHour += back == 0 ? 1 : 0;
            slow.hourBefore += back == 1 ? 1 : 0;
            slow.seen = slow.seen || back > 0;
            if (back <= 24)
                (back == 0 ? slow.last : back == 1 ? slow.before : slow.earlier).insert(text);
        };
        if (event.code != noCode)
            add(codes[{event.kind, event.code}]);
        add(all);
        if (severityOf(event.level) > Severity::Error)
            add(ordinary);
        else
            errors.insert({event.kind, event.code});
    }
    QStringList names;
    for (const auto &[key, slow] : codes) {
        const HourCounts others = errors.contains(key) ? ordinary.counts() : all.counts() - slow.counts();
        if (const auto rise = riseOf(slow.counts(), others, hours))
            names.append(u"%1 %2 %3 %4 %5"_s.arg(int(key.first))
                             .arg(key.second)
                             .arg(rise->isNew)
                             .arg(slow.lastHour)
                             .arg(slow.hourBefore));
    }
    names.sort();
    return names;
}

/// The rule of MinuteTimes, by looking at every time for every pause.
QStringList slowSilences(const Log &log)
{
    constexpr qint64 minute = 60'000;
    std::multiset<qint64> times;
    std::set<qint64> minutes;
    for (Row row = 0; row < log.columns().size(); ++row) {
        if (const qint64 time = log.columns().time(row); time != noTime) {
            times.insert(time);
            minutes.insert(time / minute);
        }
    }
    const auto isRepeated = [&](qint64 begin, qint64 end) {
        for (auto time = times.begin(); std::next(time) != times.end(); ++time) {
            const qint64 otherBegin = *time;
            const qint64 otherEnd = *std::next(time);
            for (const qint64 days : {-7, -1, 1, 7}) {
                const qint64 shift = days * 24 * 60 * minute;
                const qint64 common = std::min(end + shift, otherEnd) - std::max(begin + shift, otherBegin);
                if (otherBegin != begin && common * 4 >= (end - begin) * 3)
                    return true;
            }
        }
        return false;
    };
    QStringList silences;
    for (auto time = times.begin(); std::next(time) != times.end(); ++time) {
        const qint64 begin = *time;
        const qint64 end = *std::next(time);
        if (end - begin < 5 * minute)
            continue;
        qint64 occupied = 0;
        for (const qint64 each : minutes)
            occupied += (each > begin / minute - 180 && each <= begin / minute)
                    || (each >= end / minute && each < end / minute + 180)
                ? 1
                : 0;
        if (occupied < 10)
            continue;
        const qint64 lookedAt = std::clamp<qint64>(begin / minute + 1 - *minutes.begin(), 30, 180)
            + std::clamp<qint64>(*minutes.rbegin() + 1 - end / minute, 30, 180);
        const qint64 usual = std::max(minute, lookedAt * minute / occupied);
        if (end - begin > 10 * usual && !isRepeated(begin, end))
            silences.append(u"%1 %2 %3 %4"_s.arg(begin).arg(end).arg(usual).arg(times.count(begin) + times.count(end)));
    }
    silences.sort();
    return silences;
}

} // namespace

class TestLogHighlights : public QObject
{
    Q_OBJECT

private slots:
    void whatIsNewOrRising_data();
    void whatIsNewOrRising();
    void aCodeThatWasNeverThereIsNew();
    void theMorningIsNoNews();
    void aUserWhoBeginsToFailIsTold();
    void aShortLogTellsNothing();
    void aPauseOfABusyLogIsTold();
    void nightsAreUsual();
    void aFewRecordsMakeNoGap();
    void saysWhatARowByRowCountSays();
    void orderAndRepeatsChangeNothing();
    void repeatsInOtherThreadsChangeNothing();
    void signInsAtTheSameMomentAreSeveral_data();
    void signInsAtTheSameMomentAreSeveral();
    void anEmptyLogHasNothing();
    void stopsWhenAsked();
};

void TestLogHighlights::whatIsNewOrRising_data()
{
    QTest::addColumn<HourCounts>("counts");
    QTest::addColumn<HourCounts>("others");
    QTest::addColumn<QString>("said");
    const HourCounts steady{100, 100, 900, true};
    QTest::newRow("four are too few to be new") << HourCounts{4, 0, 0, false} << steady << QString();
    QTest::newRow("five are new") << HourCounts{5, 0, 0, false} << steady << u"new"_s;
    QTest::newRow("nine are too few to rise") << HourCounts{9, 0, 0, true} << steady << QString();
    QTest::newRow("ten rise from none") << HourCounts{10, 0, 0, true} << steady << u"rising"_s;
    QTest::newRow("three times the hour before") << HourCounts{12, 4, 0, true} << steady << u"rising"_s;
    QTest::newRow("less than that") << HourCounts{12, 5, 0, true} << steady << QString();
    QTest::newRow("three times the mean") << HourCounts{12, 0, 40, true} << steady << u"rising"_s;
    QTest::newRow("less than that, of the mean") << HourCounts{12, 0, 41, true} << steady << QString();
    QTest::newRow("all rise") << HourCounts{12, 4, 36, true} << HourCounts{120, 100, 900, true} << QString();
    QTest::newRow("all fall") << HourCounts{12, 4, 0, true} << HourCounts{10, 100, 900, true} << u"rising"_s;
    QTest::newRow("nothing else before") << HourCounts{12, 4, 0, true} << HourCounts{120, 0, 0, true} << u"rising"_s;
}

void TestLogHighlights::whatIsNewOrRising()
{
    QFETCH(HourCounts, counts);
    QFETCH(HourCounts, others);
    const std::optional<Rise> rise = riseOf(counts, others, 10);
    QTEST(rise ? (rise->isNew ? u"new"_s : u"rising"_s) : QString(), "said");
}

void TestLogHighlights::aCodeThatWasNeverThereIsNew()
{
    QByteArrayList lines = ordinary(180);
    for (int i = 0; i < 5; ++i)
        lines.append(eventLine(i * 600, "702", "error", "u" + QByteArray::number(i)));
    const LogHighlights highlights = highlightsOf(lines);
    QCOMPARE(highlights.rising.size(), 1);
    QCOMPARE(highlights.rising.first().code, 702);
    QVERIFY(highlights.rising.first().rise.isNew);
    QCOMPARE(highlights.rising.first().lastHour, 5);
    lines.append(eventLine(7200, "702", "error", "other"));
    QVERIFY2(highlightsOf(lines).rising.isEmpty(), "five are too few of what was there before");
}

/// Ten times as many sign-ins, ten times as many mistakes.
void TestLogHighlights::theMorningIsNoNews()
{
    QByteArrayList lines;
    for (int i = 0; i < 600; ++i)
        lines.append(eventLine(i * 6, i % 10 == 0 ? "702" : "901", i % 10 == 0 ? "error" : "notice",
                               "u" + QByteArray::number(i % 7)));
    for (int i = 0; i < 360; ++i)
        lines.append(eventLine(3600 + i * 60LL, i % 10 == 0 ? "702" : "901", i % 10 == 0 ? "error" : "notice",
                               "u" + QByteArray::number(i % 7)));
    const LogHighlights highlights = highlightsOf(lines);
    QVERIFY(highlights.lastHour);
    QCOMPARE(namesOf(highlights.rising), QStringList());
}

void TestLogHighlights::aUserWhoBeginsToFailIsTold()
{
    QByteArrayList lines = ordinary(300);
    for (int i = 0; i < 200; ++i)
        lines.append(eventLine(i * 90LL, "702", "error", "u" + QByteArray::number(i % 50)));
    for (int i = 0; i < 12; ++i)
        lines.append(eventLine(i * 200LL, "702", "error", i % 2 == 0 ? "jdoe" : "JDOE@example.com"));
    const LogHighlights highlights = highlightsOf(lines);
    QCOMPARE(highlights.rising.size(), 2);
    QCOMPARE(highlights.rising.first().field, Field::User);
    QCOMPARE(highlights.rising.first().value, u"jdoe"_s);
    QCOMPARE(highlights.rising.first().lastHour, 12);
    QCOMPARE(asText(highlights.usersByErrors.mid(0, 2)), u"jdoe=12 JDOE@example.com=6"_s);
}

void TestLogHighlights::aShortLogTellsNothing()
{
    QByteArrayList lines = ordinary(110);
    for (int i = 0; i < 20; ++i)
        lines.append(eventLine(i, "702", "error", "jdoe"));
    const LogHighlights highlights = highlightsOf(lines);
    QVERIFY(!highlights.lastHour);
    QVERIFY(highlights.rising.isEmpty());
    QCOMPARE(highlights.errors, 20);
    QCOMPARE(highlights.errorLevels, QStringList{u"error"_s});
}

void TestLogHighlights::aPauseOfABusyLogIsTold()
{
    for (const int pause : {9, 10}) {
        QByteArrayList lines;
        for (int minute = 0; minute < 240; ++minute)
            lines.append(eventLine((minute + (minute < 120 ? 0 : pause)) * 60LL, "901", "notice", "u"));
        const std::vector<Silence> silences = highlightsOf(lines).silences;
        QCOMPARE(silences.size(), size_t(pause == 10 ? 1 : 0));
        if (pause == 10) {
            QCOMPARE(silences.front().length(), 11 * 60'000);
            QCOMPARE(silences.front().records, 2);
        }
    }
}

void TestLogHighlights::nightsAreUsual()
{
    QByteArrayList lines;
    for (int day = 0; day < 9; ++day) {
        for (int minute = 0; minute < 600; minute += 7)
            lines.append(eventLine(day * 86'400LL + (minute + day % 3) * 60LL, "901", "notice", "u"));
    }
    QCOMPARE(timesOf(highlightsOf(lines).silences), QStringList());
    lines.removeIf([](const QByteArray &line) { return line.contains("2026-01-10T0"); });
    QCOMPARE(highlightsOf(lines).silences.size(), size_t(1));
}

void TestLogHighlights::aFewRecordsMakeNoGap()
{
    QByteArrayList lines;
    for (int i = 0; i < 9; ++i)
        lines.append(eventLine(i * 40'000LL, "901", "notice", "u"));
    QCOMPARE(timesOf(highlightsOf(lines).silences), QStringList());
}

void TestLogHighlights::saysWhatARowByRowCountSays()
{
    int rising = 0;
    int silences = 0;
    for (int seed = 0; seed < seeds; ++seed) {
        const QByteArrayList lines = oddRecords(quint32(seed), seed % 2 == 0 ? records : 150);
        const std::shared_ptr<Log> log = readLog(lines.join('\n') + '\n');
        const Resolution resolution = resolutionOf(*log);
        const LogHighlights highlights = logHighlights(*log, resolution, RowSet::all(log->columns().size()));
        QStringList told;
        for (const LogHighlights::Rising &each : highlights.rising) {
            if (each.field == Field::Code)
                told.append(u"%1 %2 %3 %4 %5"_s.arg(int(each.kind))
                                .arg(each.code)
                                .arg(each.rise.isNew)
                                .arg(each.lastHour)
                                .arg(each.hourBefore));
        }
        told.sort();
        QCOMPARE(told, slowRisingCodes(*log, resolution));
        QStringList pauses;
        for (const Silence &silence : highlights.silences)
            pauses.append(u"%1 %2 %3 %4"_s.arg(silence.begin).arg(silence.end).arg(silence.usual).arg(silence.records));
        pauses.sort();
        QCOMPARE(pauses, slowSilences(*log));
        rising += int(told.size());
        silences += int(pauses.size());
    }
    QVERIFY2(rising > 5 && silences > 5, "the logs have something to tell");
}

void TestLogHighlights::orderAndRepeatsChangeNothing()
{
    for (int seed = 0; seed < seeds; ++seed) {
        QByteArrayList lines = oddRecords(quint32(seed), records);
        const LogHighlights before = highlightsOf(lines);
        std::mt19937 random{quint32(seed)};
        std::shuffle(lines.begin(), lines.end(), random);
        const LogHighlights shuffled = highlightsOf(lines);
        QCOMPARE(namesOf(shuffled.rising), namesOf(before.rising));
        QCOMPARE(timesOf(shuffled.silences), timesOf(before.silences));
        QCOMPARE(numbersOf(shuffled), numbersOf(before));
        for (int i = 0; i < records; ++i) {
            if (random() % 3 == 0)
                lines.append(lines.at(i));
        }
        const LogHighlights repeated = highlightsOf(lines);
        QCOMPARE(namesOf(repeated.rising), namesOf(before.rising));
        QCOMPARE(timesOf(repeated.silences), timesOf(before.silences));
    }
}

/// So many records that several threads count them.
void TestLogHighlights::repeatsInOtherThreadsChangeNothing()
{
    constexpr int repeats = 200;
    const QByteArrayList lines = oddRecords(3, records);
    const LogHighlights once = highlightsOf(lines);
    QByteArrayList all;
    all.reserve(repeats * records);
    for (int i = 0; i < repeats; ++i)
        all.append(lines);
    const LogHighlights often = highlightsOf(all);
    QCOMPARE(often.matched, repeats * once.matched);
    QCOMPARE(often.errors, repeats * once.errors);
    QCOMPARE(often.usersByErrors.first().count, repeats * once.usersByErrors.first().count);
    QVERIFY(!once.rising.isEmpty());
    QCOMPARE(namesOf(often.rising), namesOf(once.rising));
    QCOMPARE(often.rising.first().lastHour, repeats * once.rising.first().lastHour);
    QCOMPARE(timesOf(often.silences), timesOf(once.silences));
}

void TestLogHighlights::signInsAtTheSameMomentAreSeveral_data()
{
    QTest::addColumn<int>("transactions");
    QTest::addColumn<qsizetype>("rising");
    QTest::newRow("five transactions: the code and the user are new") << 5 << qsizetype(2);
    QTest::newRow("four transactions are too few to be new") << 4 << qsizetype(0);
    QTest::newRow("one that is there five times") << 1 << qsizetype(0);
}

void TestLogHighlights::signInsAtTheSameMomentAreSeveral()
{
    QFETCH(int, transactions);
    QByteArrayList lines = ordinary(180);
    QByteArray line = eventLine(60, "702", "error", "jdoe");
    line.chop(1);
    for (int i = 0; i < 5; ++i)
        lines.append(line + ",\"transactionId\":\"t" + QByteArray::number(i % transactions) + "\"}");
    const LogHighlights highlights = highlightsOf(lines);
    QTEST(highlights.rising.size(), "rising");
    QCOMPARE(asText(highlights.usersByErrors), u"jdoe=5"_s);
}

void TestLogHighlights::anEmptyLogHasNothing()
{
    const LogHighlights highlights = highlightsOf({});
    QCOMPARE(highlights.matched, 0);
    QVERIFY(!highlights.times && !highlights.lastHour);
    QVERIFY(highlights.codes.isEmpty() && highlights.silences.empty());
}

void TestLogHighlights::stopsWhenAsked()
{
    const std::shared_ptr<Log> log = readLog(oddRecords(1, records).join('\n') + '\n');
    std::stop_source stop;
    stop.request_stop();
    const LogHighlights highlights =
        logHighlights(*log, resolutionOf(*log), RowSet::all(log->columns().size()), stop.get_token());
    QVERIFY2(highlights.codes.isEmpty(), "nothing is counted any more");
}

QTEST_GUILESS_MAIN(TestLogHighlights)
#include "tst_loghighlights.moc"
