#include "rowfilter.h"

#include "lineformat.h"

#include <QRandomGenerator>
#include <QTest>

#include <set>

using namespace evident;
using namespace Qt::StringLiterals;

using On = LoweredTerm::On;

namespace {

Value text(const QString &value)
{
    return TextValue{value};
}

std::shared_ptr<const TermMatcher> matcher(Field field, const Value &value)
{
    return std::make_shared<const TermMatcher>(Term{field, {}, false, {value}}, MatchContext{});
}

/// A term and what it says of a record, told without the engine.
struct Sample
{
    LoweredTerm term;
    std::function<bool(Row, const NaiveRecord &)> holds;
};

Sample textSample(const Log &log, TextColumn column, int position, quint32 keep)
{
    Sample sample;
    sample.term.on = On::Text;
    sample.term.column = column;
    std::set<QByteArray> values;
    for (quint32 id = 0; id < log.texts(column).size(); ++id) {
        if (id % 5 == keep) {
            sample.term.ids.insert(id);
            values.insert(log.texts(column).utf8(id).toByteArray());
        }
    }
    sample.holds = [values, position](Row, const NaiveRecord &record) {
        return values.contains(record.values.value(position));
    };
    return sample;
}

Sample shapeSample(const Log &log, qint64 code)
{
    Sample sample;
    sample.term.on = On::Shape;
    for (ShapeId shape = 0; shape < log.shapeCount(); ++shape) {
        if (log.shape(shape).code == code)
            sample.term.shapes.insert(shape);
    }
    sample.holds = [code](Row, const NaiveRecord &record) {
        return record.values.value(1) == QByteArray::number(code);
    };
    return sample;
}

Sample methodSample(const Log &log)
{
    // Who has no method of its own has one by its code.
    Sample sample = shapeSample(log, 702);
    sample.term.on = On::Text;
    sample.term.column = TextColumn::Method;
    for (quint32 id = 1; id < log.texts(TextColumn::Method).size(); ++id) {
        if (log.texts(TextColumn::Method).utf8(id) == "Approve")
            sample.term.ids.insert(id);
    }
    sample.holds = [](Row, const NaiveRecord &record) {
        const QByteArray own = record.values.value(6);
        return own.isEmpty() ? record.values.value(1) == "702" : own == "Approve";
    };
    return sample;
}

Sample rawSample(const QByteArray &word)
{
    Sample sample;
    sample.term.on = On::Raw;
    sample.term.matcher = matcher(Field::Text, text(QString::fromUtf8(word)));
    sample.holds = [word](Row, const NaiveRecord &record) { return record.text.toLower().contains(word); };
    return sample;
}

Sample namedSample()
{
    Sample sample;
    sample.term.on = On::Named;
    sample.term.fieldNames = {u"missing"_s, u"EVENTID"_s};
    sample.term.matcher = matcher(Field::Transaction, text(u"e1*"_s));
    sample.holds = [](Row, const NaiveRecord &record) { return record.values.value(9).startsWith("e1"); };
    return sample;
}

Sample timeSample()
{
    const QDateTime middle = QDateTime::fromMSecsSinceEpoch(1'768'468'442'118 + 1'000'000, Qt::UTC);
    Sample sample;
    sample.term.on = On::Time;
    sample.term.matcher = matcher(Field::Time,
                                  TimeValue{TimePoint{middle.date(), QTime(middle.time().hour(), 25), 0},
                                            TimePoint{middle.date().addDays(2), QTime(0, 0), 0}});
    const qint64 from = QDateTime(middle.date(), QTime(middle.time().hour(), 25), Qt::UTC).toMSecsSinceEpoch();
    sample.holds = [from](Row, const NaiveRecord &record) {
        return !record.values.isEmpty() && record.values.front() != "0" && record.values.front().toLongLong() >= from;
    };
    return sample;
}

std::optional<qint64> timeOf(const NaiveRecord &record)
{
    if (record.values.isEmpty() || record.values.front() == "0")
        return {};
    return record.values.front().toLongLong();
}

/// A time of every day, and records without one.
Sample dailySample()
{
    Sample sample;
    sample.term.on = On::Time;
    sample.term.matcher = std::make_shared<const TermMatcher>(
        Term{Field::Time,
             {},
             false,
             {TimeValue{TimePoint{{}, QTime(9, 10), 0}, TimePoint{{}, QTime(9, 40), 0}}, text({})}},
        MatchContext{});
    sample.holds = [](Row, const NaiveRecord &record) {
        const std::optional<qint64> time = timeOf(record);
        return !time || (*time % 86'400'000 >= 33'000'000 && *time % 86'400'000 < 34'800'000);
    };
    return sample;
}

Sample sinceSample(qint64 last)
{
    Sample sample;
    sample.term.on = On::Time;
    sample.term.matcher = std::make_shared<const TermMatcher>(Term{Field::Since, {}, false, {SpanValue{600'000}}},
                                                              MatchContext{QTimeZone::utc(), last});
    sample.holds = [last](Row, const NaiveRecord &record) { return timeOf(record).value_or(0) >= last - 600'000; };
    return sample;
}

Sample rowsSample(Row size)
{
    std::vector<Row> rows;
    for (Row row = 3; row < size; row += 7)
        rows.push_back(row);
    Sample sample;
    sample.term.on = On::Rows;
    sample.term.rows = std::make_shared<const std::vector<Row>>(rows);
    sample.holds = [](Row row, const NaiveRecord &) { return row % 7 == 3; };
    return sample;
}

/// Users with neighbouring ids.
Sample manySample(const Log &log)
{
    Sample sample;
    sample.term.on = On::Text;
    std::set<QByteArray> values;
    for (quint32 id = 4; id < log.texts(TextColumn::User).size() * 2 / 3; ++id) {
        sample.term.ids.insert(id);
        values.insert(log.texts(TextColumn::User).utf8(id).toByteArray());
    }
    sample.holds = [values](Row, const NaiveRecord &record) { return values.contains(record.values.value(5)); };
    return sample;
}

Sample nothingSample()
{
    Sample sample;
    sample.term.on = On::Text;
    sample.holds = [](Row, const NaiveRecord &) { return false; };
    return sample;
}

Sample constantSample(bool value)
{
    Sample sample;
    sample.term.constant = value;
    sample.holds = [value](Row, const NaiveRecord &) { return value; };
    return sample;
}

std::vector<Row> filtered(const Log &log, const LoweredQuery &query, Row first, Row last, std::stop_token stop = {})
{
    std::vector<Row> kept;
    filterRows(log, query, first, last, stop, kept);
    return kept;
}

} // namespace

class TestRowFilter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void keepsEverythingForTheEmptyQuery();
    void keepsWhatEachTermKeeps_data();
    void keepsWhatEachTermKeeps();
    void joinsTermsAsANaiveEvaluationDoes();
    void sharesLargeRangesAmongThreads();
    void answersForWholeChunks();
    void appendsToWhatIsThere();
    void stopsWhenAskedTo();
    void readsInLargeStretches();
    void findsRepeatedRecords();
    void comparesTextsAndEventIds();
    void tellsLongTextsApartThatBeginAndEndAlike();

private:
    qint64 lastTime() const;
    std::vector<Sample> samples() const;
    std::vector<Row> expected(const std::function<bool(Row, const NaiveRecord &)> &holds, Row first, Row last) const;

    std::vector<NaiveRecord> m_records;
    std::shared_ptr<Log> m_log;
};

void TestRowFilter::initTestCase()
{
    const QByteArray lines = randomLines(11, 22'000);
    m_records = naiveRecords(lines);
    m_log = Log::fromBytes(u"pasted"_s, lines, {}).value();
    m_log->index({});
    QCOMPARE(m_log->columns().size(), Row(m_records.size()));
}

qint64 TestRowFilter::lastTime() const
{
    qint64 last = 0;
    for (const NaiveRecord &record : m_records)
        last = std::max(last, timeOf(record).value_or(0));
    return last;
}

std::vector<Sample> TestRowFilter::samples() const
{
    return {
        shapeSample(*m_log, 702),
        textSample(*m_log, TextColumn::User, 5, 1),
        textSample(*m_log, TextColumn::Application, 7, 0),
        textSample(*m_log, TextColumn::Address, 8, 2),
        methodSample(*m_log),
        rawSample("user12"),
        rawSample("securid"),
        namedSample(),
        timeSample(),
        dailySample(),
        sinceSample(lastTime()),
        manySample(*m_log),
        nothingSample(),
        rowsSample(m_log->columns().size()),
        constantSample(true),
        constantSample(false),
    };
}

std::vector<Row> TestRowFilter::expected(const std::function<bool(Row, const NaiveRecord &)> &holds, Row first,
                                         Row last) const
{
    std::vector<Row> rows;
    for (Row row = first; row < last; ++row) {
        if (holds(row, m_records[row]))
            rows.push_back(row);
    }
    return rows;
}

void TestRowFilter::keepsEverythingForTheEmptyQuery()
{
    QCOMPARE(filtered(*m_log, {}, 5, 9), (std::vector<Row>{5, 6, 7, 8}));
    QCOMPARE(filtered(*m_log, {}, 5, 5), std::vector<Row>());
}

void TestRowFilter::keepsWhatEachTermKeeps_data()
{
    QTest::addColumn<int>("index");
    const char *names[] = {"shape",  "user", "application",         "address", "method",     "word",  "common word",
                           "named",  "time", "time of day or none", "since",   "run of ids", "no id", "rows",
                           "always", "never"};
    for (int index = 0; index < int(std::size(names)); ++index)
        QTest::newRow(names[index]) << index;
}

void TestRowFilter::keepsWhatEachTermKeeps()
{
    QFETCH(int, index);
    Sample sample = samples().at(size_t(index));
    const Row size = m_log->columns().size();
    const std::vector<Row> rows = expected(sample.holds, 0, size);
    if (sample.term.on != On::Constant && !QByteArrayView(QTest::currentDataTag()).startsWith("no id"))
        QVERIFY(!rows.empty() && rows.size() < size);
    QVERIFY(filtered(*m_log, {{{sample.term}}}, 0, size) == rows);
    sample.term.negated = true;
    const std::vector<Row> others = filtered(*m_log, {{{sample.term}}}, 0, size);
    QCOMPARE(others.size(), size - rows.size());
    QVERIFY(others
            == expected([&](Row row, const NaiveRecord &record) { return !sample.holds(row, record); }, 0, size));
}

void TestRowFilter::joinsTermsAsANaiveEvaluationDoes()
{
    const std::vector<Sample> all = samples();
    QRandomGenerator random(12);
    for (int times = 0; times < 150; ++times) {
        LoweredQuery query;
        std::vector<std::vector<std::pair<size_t, bool>>> naive;
        for (int group = random.bounded(1, 4); group > 0; --group) {
            query.groups.emplace_back();
            naive.emplace_back();
            for (int term = random.bounded(1, 4); term > 0; --term) {
                const size_t sample = random.bounded(quint32(all.size()));
                const bool negated = random.bounded(3) == 0;
                query.groups.back().push_back(all[sample].term);
                query.groups.back().back().negated = negated;
                naive.back().emplace_back(sample, negated);
            }
        }
        const auto holds = [&](Row row, const NaiveRecord &record) {
            return std::ranges::all_of(naive, [&](const auto &group) {
                return std::ranges::any_of(
                    group, [&](const auto &term) { return all[term.first].holds(row, record) != term.second; });
            });
        };
        const Row size = m_log->columns().size();
        const Row first = random.bounded(size);
        const Row last = first + random.bounded(size - first + 1);
        QVERIFY(filtered(*m_log, query, first, last) == expected(holds, first, last));
    }
}

void TestRowFilter::sharesLargeRangesAmongThreads()
{
    constexpr Row count = 300'000;
    QByteArray lines;
    for (Row row = 0; row < count; ++row)
        lines += row % 7 == 0 ? "1;605\n" : "1;702\n";
    const std::shared_ptr<Log> log = Log::fromBytes(u"pasted"_s, lines, {}).value();
    log->index({});
    const std::vector<Row> kept = filtered(*log, {{{shapeSample(*log, 605).term}}}, 3, count - 3);
    std::vector<Row> multiples;
    for (Row row = 7; row < count - 3; row += 7)
        multiples.push_back(row);
    QVERIFY(kept == multiples);
}

void TestRowFilter::answersForWholeChunks()
{
    // A chunk of one user, a chunk of many; a chunk within a day, one without times, one with some.
    constexpr Row chunk = Columns::chunkRows;
    constexpr qint64 day = 86'400'000;
    QByteArray lines;
    for (Row row = 0; row < 4 * chunk; ++row) {
        const qint64 time =
            row / chunk == 1 || (row / chunk == 2 && row % 2 == 0) ? 0 : day + qint64(row / chunk) * day;
        const QByteArray user = row < chunk || row % 5 == 0 ? "one" : "u" + QByteArray::number(row % 40);
        lines += QByteArray::number(time) + ";605;;;;" + user + ";;;\n";
    }
    const std::shared_ptr<Log> log = Log::fromBytes(u"pasted"_s, lines, {}).value();
    log->index({});
    const std::vector<NaiveRecord> records = naiveRecords(lines);
    const auto wanted = [&records](const Sample &sample) {
        std::vector<Row> rows;
        for (Row row = 0; row < records.size(); ++row) {
            if (sample.holds(row, records[row]))
                rows.push_back(row);
        }
        return rows;
    };
    const auto dayOf = [](int number) { return TimePoint{QDate(1970, 1, 1).addDays(number), {}, 0}; };
    for (const bool absent : {false, true}) {
        for (int from = 0; from < 6; ++from) {
            for (int to = from + 1; to < 6; ++to) {
                Sample sample;
                sample.term.on = On::Time;
                Term term{Field::Time, {}, false, {TimeValue{dayOf(from), dayOf(to)}}};
                if (absent)
                    term.values.append(text({}));
                sample.term.matcher = std::make_shared<const TermMatcher>(term, MatchContext{});
                sample.holds = [=](Row, const NaiveRecord &record) {
                    const std::optional<qint64> time = timeOf(record);
                    return time ? *time >= from * day && *time < to * day : absent;
                };
                QVERIFY(filtered(*log, {{{sample.term}}}, 0, 4 * chunk) == wanted(sample));
            }
        }
    }
    for (const quint32 keep : {0U, 1U, 2U, 3U}) {
        const Sample users = textSample(*log, TextColumn::User, 5, keep);
        QVERIFY(filtered(*log, {{{users.term}}}, 0, 4 * chunk) == wanted(users));
    }
}

void TestRowFilter::appendsToWhatIsThere()
{
    std::vector<Row> kept{1, 2};
    filterRows(*m_log, {}, 2, 4, {}, kept);
    QCOMPARE(kept, (std::vector<Row>{1, 2, 2, 3}));
}

void TestRowFilter::stopsWhenAskedTo()
{
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(filtered(*m_log, {}, 0, m_log->columns().size(), stop.get_token()).empty());
    QVERIFY(duplicateRows(*m_log, stop.get_token()).empty());
}

void TestRowFilter::readsInLargeStretches()
{
    // A record of its own between records that are kept by columns: nothing but the texts asked for may decide.
    const QByteArray lines = "1;605;error\n" + QByteArray(100'000, 'x') + "\n2;605;needle\n"
        + QByteArray(3'000'000, 'y') + "\n3;702;needle\n";
    const std::shared_ptr<Log> log = Log::fromBytes(u"pasted"_s, lines, {}).value();
    log->index({});
    QCOMPARE(filtered(*log, {{{rawSample("needle").term}}}, 0, 5), (std::vector<Row>{2, 4}));
    QCOMPARE(filtered(*log, {{{shapeSample(*log, 605).term}, {rawSample("needle").term}}}, 0, 5),
             (std::vector<Row>{2}));
    QCOMPARE(filtered(*log, {{{shapeSample(*log, 605).term, rawSample("yyy").term}}}, 0, 5),
             (std::vector<Row>{0, 2, 3}));
}

void TestRowFilter::findsRepeatedRecords()
{
    const QByteArray lines = randomLines(13, 3000);
    const std::shared_ptr<Log> log =
        Log::fromBytes(u"pasted"_s, lines + lines.first(lines.indexOf('\n', 50'000) + 1), {}).value();
    log->index({});
    const std::vector<NaiveRecord> records = naiveRecords(lines + lines.first(lines.indexOf('\n', 50'000) + 1));
    std::set<QByteArray> seen;
    std::vector<Row> duplicates;
    for (Row row = 0; row < records.size(); ++row) {
        if (!seen.insert(records[row].text).second && !records[row].values.value(9).isEmpty())
            duplicates.push_back(row);
    }
    QVERIFY(duplicates.size() > 100);
    QVERIFY(duplicateRows(*log) == duplicates);
}

void TestRowFilter::comparesTextsAndEventIds()
{
    const QByteArray with = "1;605;;;;;;;;e1\n";
    const QByteArray other = "2;605;;;;;;;;e1\n";
    const QByteArray without = "1;605;;;;;;;;\n";
    const std::shared_ptr<Log> log =
        Log::fromBytes(u"pasted"_s, with + without + other + without + with + "text\ntext\n" + with, {}).value();
    log->index({});
    QCOMPARE(duplicateRows(*log), (std::vector<Row>{4, 7}));
}

void TestRowFilter::tellsLongTextsApartThatBeginAndEndAlike()
{
    constexpr Row different = 30;
    for (const Row count : {Row(different + 1), Row(200)}) {
        QByteArray lines;
        std::vector<Row> expected;
        for (Row row = 0; row < count; ++row) {
            lines += "1;605;;;;" + QByteArray(200, 'u') + QByteArray::number(100 + row % different)
                + QByteArray(100, 'v') + ";;;;e1\n";
            if (row >= different)
                expected.push_back(row);
        }
        const std::shared_ptr<Log> log = Log::fromBytes(u"pasted"_s, lines, {}).value();
        log->index({});
        QCOMPARE(log->columns().size(), count);
        QCOMPARE(duplicateRows(*log), expected);
    }
}

QTEST_APPLESS_MAIN(TestRowFilter)
#include "tst_rowfilter.moc"
