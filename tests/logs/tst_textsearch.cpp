#include "textfinder.h"
#include "textsearch.h"

#include "log.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <numeric>
#include <thread>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

Term wordTerm(const QString &word)
{
    return {Field::Text, {}, false, {TextValue{word}}};
}

Term regexTerm(const QString &pattern, bool ignoreCase = false)
{
    return {Field::Text, {}, false, {RegexValue{pattern, ignoreCase}}};
}

std::shared_ptr<const Log> logOf(const QByteArray &bytes, const QString &format)
{
    LogOptions options;
    options.formatName = format;
    std::shared_ptr<Log> log = Log::fromBytes(u"pasted"_s, bytes, options).value();
    log->index({});
    return log;
}

std::vector<Row> allRows(const Log &log)
{
    std::vector<Row> rows(log.columns().size());
    std::iota(rows.begin(), rows.end(), Row(0));
    return rows;
}

/// Pieces of texts that are hard to search: escapes, letters with several cases and lengths, bytes that are no text.
QByteArray piece(QRandomGenerator &random)
{
    static const QByteArrayList pieces = {
        "user",
        "USER",
        "User",
        "timed out",
        "k",
        "K",
        "\xe2\x84\xaa",
        "s",
        "\xc5\xbf",
        "m\xc3\xbcller",
        "M\xc3\x9cLLER",
        "\xc3\x9f",
        "stra\303\237e",
        "\xf0\x9f\x98\x80",
        "\xf0\x90\x90\x80",
        "\xf0\x90\x90\xa8",
        "\\u00fc",
        "\\u00DC",
        "\\u0075",
        "\\u0055ser",
        "\\ud83d\\ude00",
        "\\ud83d",
        "\\\\",
        "\\/",
        "/",
        "\\\"",
        "\\n",
        "\\t",
        "\\",
        "CORP\\\\jdoe",
        "aaaaaaaaaaaa",
        "a",
        " ",
        ",",
        ".",
        "0",
        "702",
        "\xce\xb2",
        "\xcf\x90",
        "\xc4\xb0",
        "i",
        "I",
        "\xff",
        "\xc3",
        "\xe2\x84",
        "\x80",
        "\xef\xbb\xbf",
        "\xef\xbf\xbd",
        "x",
        "-",
        "{",
        "]",
        "=",
    };
    return pieces[random.bounded(pieces.size())];
}

QByteArray words(QRandomGenerator &random, int most)
{
    QByteArray text;
    for (int count = random.bounded(most + 1); count > 0; --count)
        text += piece(random);
    return text;
}

/// A value that is legal between the quotes of a JSON text, but for bytes that are no UTF-8.
QByteArray jsonWords(QRandomGenerator &random, int most)
{
    QByteArray text;
    for (int count = random.bounded(most + 1); count > 0; --count) {
        const QByteArray next = piece(random);
        text += next == "\\" ? QByteArray("\\\\") : next;
    }
    return text;
}

QByteArray item(QRandomGenerator &random, const QByteArray &lineBreak)
{
    return "{\"eventCode\":\"" + QByteArray::number(random.bounded(600, 720)) + "\"," + lineBreak
        + "\"eventLogDate\":\"2026-01-15T09:14:02Z\"," + lineBreak + "\"userId\":\"" + jsonWords(random, 4) + "\","
        + lineBreak + "\"deviceName\":\"" + jsonWords(random, 30) + "\"}";
}

QByteArray joined(const QByteArrayList &records, const QByteArray &separator)
{
    return records.join(separator);
}

QByteArrayList items(QRandomGenerator &random, int count, const QByteArray &lineBreak)
{
    QByteArrayList all;
    for (int i = 0; i < count; ++i)
        all.append(item(random, lineBreak));
    return all;
}

QByteArrayList lines(QRandomGenerator &random, int count)
{
    QByteArrayList all;
    for (int i = 0; i < count; ++i)
        all.append(words(random, 40) + 'x');
    return all;
}

std::shared_ptr<const Log> madeLog(QByteArrayView kind, QRandomGenerator &random, int count)
{
    if (kind == "ndjson")
        return logOf(joined(items(random, count, {}), "\n"), u"ndjson"_s);
    if (kind == "ndjson crlf")
        return logOf(joined(items(random, count, {}), "\r\n") + "\r\n", u"ndjson"_s);
    if (kind == "pages")
        return logOf("{\"user\":\"user\",\"userEventLogExportEntries\":[" + joined(items(random, count, {}), ",")
                         + "],\"user\":1}",
                     u"cas-user-json"_s);
    if (kind == "pretty pages")
        return logOf("{\n  \"userEventLogExportEntries\" : [\n" + joined(items(random, count, "\n    "), ",\n  ")
                         + "\n]\n}\n",
                     u"cas-user-json"_s);
    if (kind == "array")
        return logOf("[" + joined(items(random, count, "\r\n\t"), " , ") + "]", u"cas-user-array"_s);
    if (kind == "csv") {
        QByteArray text = "eventLogDate,activityDetail,x\r\n";
        for (int i = 0; i < count; ++i)
            text += "2026-01-15T09:14:02Z,\"" + words(random, 9) + "\r\n" + words(random, 9) + "\",\"x\"\r\n";
        return logOf(text, u"tool-csv"_s);
    }
    return logOf(joined(lines(random, count), kind == "text crlf" ? "\r\n" : "\n"), u"text"_s);
}

const QByteArrayList kinds = {"ndjson", "ndjson crlf", "pages", "pretty pages", "array", "csv", "text", "text crlf"};

/// Some of a record's text, perhaps with what stands before it or behind, as somebody may look for it.
QString word(const Log &log, QRandomGenerator &random)
{
    const Row row = random.bounded(log.columns().size());
    const QByteArray raw = log.raw(row).value();
    const qsizetype begin = random.bounded(int(raw.size()));
    QString text = QString::fromUtf8(raw.mid(begin, random.bounded(1, 12)));
    switch (random.bounded(8)) {
    case 0:
        return text.toUpper();
    case 1:
        return text.toLower();
    case 2:
        return text.replace(u"\\\\"_s, u"\\"_s).replace(u"\\/"_s, u"/"_s).replace(u"\\\""_s, u"\""_s);
    case 3:
        return text.replace(u"\\u00fc"_s, u"ü"_s, Qt::CaseInsensitive).replace(u"\\u00"_s, u"u"_s);
    case 4:
        return text + QString::fromUtf8(piece(random));
    case 5:
        return QString::fromUtf8(piece(random) + piece(random));
    case 6:
        return text.repeated(4);
    default:
        return text;
    }
}

QString pattern(const Log &log, QRandomGenerator &random)
{
    static const QStringList parts = {
        u"."_s,      u".*"_s,     u"\\w+"_s,         u"\\s"_s,    u"\\s*"_s,       u"[^u]"_s,
        u"[^\"]*"_s, u"\\d"_s,    u"(?:user|k|ü)"_s, u"x?"_s,     u"[a-z]{2,4}"_s, u"\\W"_s,
        u"(.)\\1"_s, u"(?=u)"_s,  u"(?<!a)"_s,       u"\\b"_s,    u"(?i)"_s,       u"(?s:.*)"_s,
        u"a++"_s,    u"\\p{L}"_s, u"[[:alpha:]]"_s,  u"\\S{3}"_s, u"|"_s,          u"\\R"_s,
        u"}"_s,      u"\\B"_s,    u"[^a-z]"_s,       u"\\xfc"_s,
    };
    QString text;
    if (random.bounded(6) == 0)
        text += u"^"_s;
    for (int count = random.bounded(1, 5); count > 0; --count) {
        const bool literal = random.bounded(2) == 0;
        text += literal ? QRegularExpression::escape(word(log, random).left(3)) : parts[random.bounded(parts.size())];
    }
    if (random.bounded(6) == 0)
        text += u"$"_s;
    return text;
}

struct Answers
{
    std::vector<Row> rows;
    QString told() const
    {
        QStringList all;
        for (const Row row : rows)
            all.append(QString::number(row));
        return all.join(u',');
    }
};

Answers naive(const Log &log, const TermMatcher &matcher, const std::vector<Row> &rows)
{
    Answers answers;
    for (const Row row : rows) {
        if (matcher.matchesRaw(log.raw(row).value()))
            answers.rows.push_back(row);
    }
    return answers;
}

} // namespace

class TestTextSearch : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatMatchesRecordByRecord_data();
    void findsWhatMatchesRecordByRecord();
    void countsLikeGrep();
    void leavesAloneWhatStandsBetweenRecords();
    void joinsNothingAcrossRecords();
    void saysWhatItCouldNotDecide();
    void saysWhatItCouldNotRead();
    void readsTheFirstPartOfLongRecords();
    void stopsWhenAskedTo();
    void isSharedByThreads();
    void keepsSearches();
    void findsCandidatesForValues_data();
    void findsCandidatesForValues();
};

void TestTextSearch::findsWhatMatchesRecordByRecord_data()
{
    QTest::addColumn<QByteArray>("kind");
    for (const QByteArray &kind : kinds)
        QTest::newRow(kind.constData()) << kind;
}

void TestTextSearch::findsWhatMatchesRecordByRecord()
{
    QFETCH(QByteArray, kind);
    QRandomGenerator random(quint32(qHash(kind, 7)));
    int found = 0;
    for (int logs = 0; logs < 4; ++logs) {
        const std::shared_ptr<const Log> log = madeLog(kind, random, 60);
        QVERIFY(log->columns().size() >= 50);
        for (int terms = 0; terms < 150; ++terms) {
            const QString regex = pattern(*log, random);
            if (!QRegularExpression(regex).isValid())
                continue;
            const Term term = terms % 2 == 0 ? wordTerm(word(*log, random)) : regexTerm(regex, random.bounded(3) == 0);
            const TermMatcher matcher(term, {});
            const std::shared_ptr<const TextSearch> search = TextSearch::of(matcher);
            std::vector<Row> rows = allRows(*log);
            std::erase_if(rows, [&](Row) { return terms % 5 == 0 && random.bounded(3) == 0; });
            const Answers expected = naive(*log, matcher, rows);
            found += int(expected.rows.size());
            for (const qint64 blockBytes : {qint64(1), qint64(700), qint64(5000), TextFinder::usualBlock}) {
                const TextHits hits = TextFinder(*log, *search, blockBytes).find(rows, {});
                const QString told = Answers{hits.rows}.told();
                if (told != expected.told() || !hits.unknown.empty()) {
                    qWarning() << "log" << logs << "block" << blockBytes << Query({Group{term}}).toString();
                    QCOMPARE(told, expected.told());
                    QVERIFY(hits.unknown.empty());
                }
            }
        }
    }
    QVERIFY(found > 3000);
}

void TestTextSearch::countsLikeGrep()
{
    QRandomGenerator random(3);
    QByteArrayList all;
    for (int i = 0; i < 4000; ++i)
        all.append("user" + QByteArray::number(random.bounded(100)) + " Error " + QByteArray(random.bounded(300), 'e'));
    const std::shared_ptr<const Log> log = logOf(all.join('\n'), u"text"_s);
    const auto count = [&](const Term &term) {
        const std::shared_ptr<const TextSearch> search = TextSearch::of(TermMatcher(term, {}));
        return qsizetype(TextFinder(*log, *search).find(allRows(*log), {}).rows.size());
    };
    const auto lines = [&](auto holds) { return std::count_if(all.begin(), all.end(), holds); };
    QCOMPARE(count(wordTerm(u"USER7"_s)), lines([](const QByteArray &line) { return line.contains("user7"); }));
    QCOMPARE(count(wordTerm(u"error"_s)), 4000);
    QCOMPARE(count(wordTerm(u"e"_s)), 4000);
    QCOMPARE(count(wordTerm(u"absent"_s)), 0);
    QCOMPARE(count(wordTerm(u""_s)), 4000);
    QCOMPARE(count(regexTerm(u"user7 E"_s)), lines([](const QByteArray &line) { return line.startsWith("user7 E"); }));
    QCOMPARE(count(regexTerm(u"."_s)), 4000);
    QCOMPARE(count(regexTerm(u"z*"_s)), 4000);
    QCOMPARE(count(regexTerm(u"error"_s)), 0);
    QCOMPARE(count(regexTerm(u"error"_s, true)), 4000);
    QCOMPARE(count(regexTerm(u"e{100}$"_s)), lines([](const QByteArray &line) { return line.count('e') >= 101; }));
}

void TestTextSearch::leavesAloneWhatStandsBetweenRecords()
{
    const QByteArray record = "{\"eventCode\":\"702\",\"userId\":\"jdoe\"}";
    const std::shared_ptr<const Log> log = logOf("{\"needle\":\"needle\",\"userEventLogExportEntries\":[" + record
                                                     + ",\n\n\n" + record + "],\"needle\":\"needle\"}",
                                                 u"cas-user-json"_s);
    QCOMPARE(log->columns().size(), Row(2));
    for (const Term &term : {wordTerm(u"needle"_s), regexTerm(u"needle|\\n"_s)}) {
        const std::shared_ptr<const TextSearch> search = TextSearch::of(TermMatcher(term, {}));
        QVERIFY(TextFinder(*log, *search).find(allRows(*log), {}).rows.empty());
    }
}

void TestTextSearch::joinsNothingAcrossRecords()
{
    const QByteArray record = "{\"eventCode\":\"702\",\"userId\":\"jdoe\"}";
    const std::shared_ptr<const Log> log =
        logOf("{\"userEventLogExportEntries\":[" + record + "," + record + "]}", u"cas-user-json"_s);
    const auto rows = [&](const Term &term) {
        const std::shared_ptr<const TextSearch> search = TextSearch::of(TermMatcher(term, {}));
        return TextFinder(*log, *search).find(allRows(*log), {}).rows;
    };
    QVERIFY(rows(wordTerm(u"\"},{\""_s)).empty());
    QVERIFY(rows(regexTerm(u"jdoe[^x]*event"_s)).empty());
    QVERIFY(rows(regexTerm(u"},{"_s)).empty());
    QCOMPARE(rows(regexTerm(u"^{.*jdoe\"}$"_s)).size(), 2U);
    QCOMPARE(rows(regexTerm(u"}$"_s)).size(), 2U);
}

void TestTextSearch::saysWhatItCouldNotDecide()
{
    // One that goes back through all ways of parting the letters, here and in what stands beside it.
    const QByteArray hard = QByteArray(60, 'a') + "b\n";
    const std::shared_ptr<const Log> log = logOf(hard + "c\naac\n" + hard + hard, u"text"_s);
    for (const QString &pattern : {u"(a+)+[cd]"_s, u"^(a|a)+[cd]"_s, u"(a+)+(?=[cd])"_s}) {
        const std::shared_ptr<const TextSearch> search = TextSearch::of(TermMatcher(regexTerm(pattern), {}));
        for (const qint64 blockBytes : {qint64(1), TextFinder::usualBlock}) {
            const TextHits hits = TextFinder(*log, *search, blockBytes).find(allRows(*log), {});
            QCOMPARE(hits.rows, (std::vector<Row>{2}));
            QCOMPARE(hits.unknown, (std::vector<Row>{0, 3, 4}));
            QCOMPARE(hits.undecided, 3);
        }
    }
}

void TestTextSearch::saysWhatItCouldNotRead()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"log.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("needle 1\nneedle 2\nneedle 3\n");
    file.close();
    const std::shared_ptr<Log> log = Log::open(file.fileName(), {}).value();
    log->index({});
    QVERIFY(file.resize(20));
    const std::shared_ptr<const TextSearch> search = TextSearch::of(TermMatcher(wordTerm(u"needle"_s), {}));
    for (const qint64 blockBytes : {qint64(1), TextFinder::usualBlock}) {
        const TextHits hits = TextFinder(*log, *search, blockBytes).find(allRows(*log), {});
        QCOMPARE(hits.rows, (std::vector<Row>{0, 1}));
        QCOMPARE(hits.unknown, (std::vector<Row>{2}));
        QCOMPARE(hits.undecided, 0);
    }
}

void TestTextSearch::readsTheFirstPartOfLongRecords()
{
    const QByteArray filler(Log::longestText - 20, 'x');
    const std::shared_ptr<const Log> log = logOf("first\nearly " + filler + "\xc3\xbc middle late\nlast\n", u"text"_s);
    QCOMPARE(log->columns().size(), Row(3));
    for (const Term &term : {wordTerm(u"early"_s), wordTerm(u"middle"_s), wordTerm(u"late"_s), wordTerm(u"ü"_s),
                             regexTerm(u"^early x"_s), regexTerm(u"x.*mid"_s), regexTerm(u"late$"_s)}) {
        const TermMatcher matcher(term, {});
        const std::shared_ptr<const TextSearch> search = TextSearch::of(matcher);
        const Answers expected = naive(*log, matcher, allRows(*log));
        QCOMPARE(Answers{TextFinder(*log, *search).find(allRows(*log), {}).rows}.told(), expected.told());
    }
}

void TestTextSearch::stopsWhenAskedTo()
{
    const std::shared_ptr<const Log> log = logOf(QByteArray("needle\n").repeated(100'000), u"text"_s);
    const std::shared_ptr<const TextSearch> search = TextSearch::of(TermMatcher(wordTerm(u"needle"_s), {}));
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(TextFinder(*log, *search).find(allRows(*log), stop.get_token()).rows.empty());
}

void TestTextSearch::isSharedByThreads()
{
    QRandomGenerator random(5);
    const std::shared_ptr<const Log> log = madeLog("ndjson", random, 500);
    const TermMatcher matcher(regexTerm(u"user.*ü"_s), {});
    const Answers expected = naive(*log, matcher, allRows(*log));
    std::array<TextHits, 4> hits;
    {
        std::vector<std::jthread> threads;
        for (TextHits &own : hits) {
            threads.emplace_back(
                [&] { own = TextFinder(*log, *TextSearch::of(matcher), 3000).find(allRows(*log), {}); });
        }
    }
    for (const TextHits &own : hits)
        QCOMPARE(Answers{own.rows}.told(), expected.told());
}

void TestTextSearch::keepsSearches()
{
    const TermMatcher word(wordTerm(u"kept"_s), {});
    const TermMatcher same(wordTerm(u"kept"_s), {});
    const TermMatcher regex(regexTerm(u"kept"_s), {});
    const std::shared_ptr<const TextSearch> search = TextSearch::of(word);
    QCOMPARE(TextSearch::of(same), search);
    QVERIFY(TextSearch::of(regex) != search);
    for (int i = 0; i < 100; ++i)
        TextSearch::of(TermMatcher(wordTerm(QString::number(i)), {}));
    QCOMPARE(search.use_count(), 1);
}

void TestTextSearch::findsCandidatesForValues_data()
{
    QTest::addColumn<QByteArray>("kind");
    for (const QByteArray &kind : kinds)
        QTest::newRow(kind.constData()) << kind;
}

void TestTextSearch::findsCandidatesForValues()
{
    QFETCH(QByteArray, kind);
    QRandomGenerator random(quint32(qHash(kind, 11)));
    const std::shared_ptr<const Log> log = madeLog(kind, random, 300);
    int told = 0;
    int candidates = 0;
    for (const Row row : allRows(*log)) {
        const QList<RecordField> fields = log->fields(row).value();
        for (const RecordField &field : fields) {
            const QString value = random.bounded(2) == 0 ? field.value.toUpper() : field.value;
            const TermMatcher matcher({Field::Named, field.name, false, {TextValue{u"other"_s}, TextValue{value}}}, {});
            const std::shared_ptr<const TextSearch> search = TextSearch::forValues(matcher);
            if (!search || !matcher.matchesValue(field.value))
                continue;
            ++told;
            const TextHits hits = TextFinder(*log, *search).find(allRows(*log), {});
            QVERIFY(std::ranges::binary_search(hits.rows, row));
            candidates += int(hits.rows.size());
        }
    }
    if (!kind.startsWith("text"))
        QVERIFY(told > 300 && candidates >= told);
    const auto forValue = [](const QString &value) {
        return TextSearch::forValues(TermMatcher({Field::Named, u"x"_s, false, {TextValue{value}}}, {}));
    };
    QVERIFY(forValue(u"t-1"_s));
    QVERIFY(!forValue(u"t-*"_s));
    QVERIFY(!forValue(u""_s));
    QVERIFY(!forValue(u"{\"a\":1}"_s));
}

QTEST_APPLESS_MAIN(TestTextSearch)
#include "tst_textsearch.moc"
