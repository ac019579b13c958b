#include "blockreader.h"
#include "indexer.h"
#include "longrecord.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

constexpr int rounds = 400;
constexpr qsizetype mebibyte = 1024 * 1024;

/// What the engine makes of a text that was `firstSize` bytes long and then grew, a line for each record.
QStringList indexedGrown(const Format &format, const QByteArray &text, qsizetype firstSize, const BlockLimits &limits)
{
    const std::shared_ptr<Source> source = memorySource(text);
    LogStore store;
    IndexJob job{*source, format,   QByteArrayView(text).first(std::min(text.size(), mebibyte)), {}, u"log"_s,
                 0,       firstSize};
    IndexResult result = indexSource(job, store, {limits, 1}, {});
    if (firstSize < text.size()) {
        const IndexPlace place = std::move(result.end);
        job.from = &place;
        job.end = text.size();
        result = indexSource(job, store, {limits, 1}, {});
    }
    QStringList records;
    for (Row row = 0; row < store.columns.size(); ++row) {
        const RecordColumns record = store.columns.record(row);
        const EventShape shape = store.shapes.at(record.shape);
        records.append(u"at %1, %2 bytes, line %3, %4 %5 %6"_s.arg(record.offset)
                           .arg(record.length)
                           .arg(record.line)
                           .arg(shape.understood)
                           .arg(shape.code)
                           .arg(int(shape.kind)));
    }
    if (result.error)
        records.append(result.error->message);
    return records;
}

/// What the engine makes of a text, a line for each record.
QStringList indexed(const Format &format, const QByteArray &text, const BlockLimits &limits)
{
    return indexedGrown(format, text, text.size(), limits);
}

} // namespace

/// What damaged files are read as must not depend on how they were read.
class TestBlockCutting : public QObject
{
    Q_OBJECT

private slots:
    void readsDamagedFilesTheSameInAnyBlocks_data();
    void readsDamagedFilesTheSameInAnyBlocks();
    void guessesWhereRecordsEnd();
    void findsOutThatItGuessedWrong();
    void recordsStandInOrderAndApart_data();
    void recordsStandInOrderAndApart();
    void keepsALongRecordAsOne_data();
    void keepsALongRecordAsOne();
    void keepsALongRecordThatNeverEndsAsOne_data();
    void keepsALongRecordThatNeverEndsAsOne();
    void understandsTheLongestRecord_data();
    void understandsTheLongestRecord();
    void keepsLongRecordsOfDamagedFilesTheSameInAnyBlocks_data();
    void keepsLongRecordsOfDamagedFilesTheSameInAnyBlocks();
    void aShortRecordBeforeMuchSpaceIsTheSameInAnyBlocks();
    void whatEndsALongRecordMayBeAnotherWhenTheLogGrows_data();
    void whatEndsALongRecordMayBeAnotherWhenTheLogGrows();
    void holdsNoMoreThanTheLongestRecord_data();
    void holdsNoMoreThanTheLongestRecord();

private:
    static void addFiles();
    static void addFormats();
    static ThreeRecords fileOf(const QString &format, qsizetype length);
    static QByteArray damaged(QByteArray data, std::mt19937 &random);
};

void TestBlockCutting::addFiles()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("data");
    const QByteArray items =
        "{\"eventCode\":\"702\",\"x\":\"a\\\"b\\\\\",\"y\":[1,{\"z\":null}]},{\"eventCode\":1},\n{\"activityCode\":2}";
    const QByteArray page = "{\"n\":1,\"userEventLogExportEntries\":[" + items + "],\"m\":{\"l\":[]}}\n";
    const QByteArray rows =
        "Page Size:,1\neventLogDate,activityDetail,x\n,,\n1,\"a\"\"b\",2\r\n3,\"c\nd\",4\n5,e,6\n7,f,\"8\"\n";
    QTest::newRow("page") << u"cas-user-json"_s << page + page;
    QTest::newRow("array") << u"cas-user-array"_s << "[" + items + "]";
    QTest::newRow("admin page") << u"cas-admin-json"_s << "[{\"elements\" : [" + items + "] } , {\"elements\":null}]";
    QTest::newRow("lines") << u"ndjson"_s << QByteArray(items).replace("},{", "}\r\n{");
    QTest::newRow("syslog with JSON") << u"syslog-json"_s
                                      << "<13>Jan 15 09:14:02 r p: "
            + QByteArray(items).replace("},{", "}\r\n<13>1 - r p - - [x y=\"{\"] {")
            + "\nJan 15 09:14:02 r p: {\"m\":\"{\\\"eventCode\\\":3}\"}\n";
    QTest::newRow("CSV") << u"tool-csv"_s << rows;
    QTest::newRow("rows without header")
        << u"headerless-csv"_s
        << QByteArray("2026-01-15T09:14:02Z,E,user,A,jdoe,605,d, e,VPN,SecurID,7,null,null,Low\r\n"
                      "2026-01-15T09:14:02Z,E,user,A,jdoe,606,\"d,e\",VPN,SecurID,7,null,null,Low\n\nx\n");
    QTest::newRow("table") << u"siem-csv"_s
                           << QByteArray("eventCode,_raw,userId\n702,,a\r\n1,\"{\"\"eventCode\"\":3,\n\"\"userId\"\":"
                                         "\"\"x\\u0041\"\"}\",b\n4,c, d,\n5,\"e\nf\",g\n");
    QTest::newRow("monitor") << u"monitor-table"_s
                             << QByteArray("Words\nTimestamp\tUser\tEvent Code\tDescription\n1/2/2026 9:14 AM\ta\t1\t"
                                           "\"b\nc\"\r\n\n1/13/2026 9:14 AM\ta\t2\n-\ta\t3\td\n");
    QTest::newRow("identity router")
        << u"idr-syslog"_s
        << QByteArray("<134>1 2026-01-15T09:14:02Z i SINGLEPOINT 1 USER_LOGIN [x USERNAME=\"a\\\"b\" CODE=\"7\"] y\r\n"
                      "<134>1 - i SINGLEPOINT - USER_AUTHZ USERNAME=\"c\" RESULT=\"FAIL\"");
    QTest::newRow("Authentication Manager")
        << u"am-log"_s
        << QByteArray("<14>Jan 15 09:14:02 a 2026-01-15 09:14:02,118, a, audit.runtime.com.rsa.X, INFO, "
                      "1,2,3,4,A_B,13002,FAIL,\"C,\"\"D\",\r\n2026-01-15 09:14:02,118, 1,2,3,4,A_B,13003,SUCCESS,,\n");
    QTest::newRow("text") << u"text"_s << rows;
}

/// A few bytes lost, doubled, or replaced by what means something.
QByteArray TestBlockCutting::damaged(QByteArray data, std::mt19937 &random)
{
    constexpr char meaningful[] = "\"\"\"{}[],:\\\n\r x\xff\xef\0";
    const auto below = [&random](qsizetype limit) { return qsizetype(random() % quint32(limit)); };
    for (qsizetype count = 1 + below(4); count > 0; --count) {
        if (data.isEmpty())
            break;
        const qsizetype position = below(data.size());
        const char c = meaningful[below(sizeof meaningful - 1)];
        switch (random() % 5) {
        case 0:
            data.remove(position, 1 + below(3));
            break;
        case 1:
            data.insert(position, c);
            break;
        case 2:
            data[position] = c;
            break;
        case 3:
            data.insert(position, data.mid(below(data.size()), 1 + below(20)));
            break;
        default:
            data.truncate(std::max<qsizetype>(1, position));
            break;
        }
    }
    return data.isEmpty() ? QByteArray("x") : data;
}

void TestBlockCutting::readsDamagedFilesTheSameInAnyBlocks_data()
{
    addFiles();
}

void TestBlockCutting::readsDamagedFilesTheSameInAnyBlocks()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, data);
    std::mt19937 random(20260115);
    const Format &reader = *formatByName(format);
    for (int i = 0; i < rounds; ++i) {
        const QByteArray text = damaged(data, random);
        const ReadLog whole = readWhole(reader, text);
        for (const qsizetype size : {qsizetype(1), 2 + qsizetype(random() % 60)}) {
            if (readInBlocks(reader, text, size) != whole)
                QFAIL(qPrintable(
                    u"Blocks of %1 bytes: %2"_s.arg(size).arg(QString::fromLatin1(text.toPercentEncoding()))));
        }
    }
}

/// In plain pages the guesses are right, whatever stands between the records.
void TestBlockCutting::guessesWhereRecordsEnd()
{
    for (const QByteArray &seam : {QByteArray(","), QByteArray(" ,\r\n    ")}) {
        QByteArray page = "{\"n\":1,\"userEventLogExportEntries\":[{\"eventId\":0}";
        for (int i = 1; i < 40; ++i)
            page += seam + "{\"eventId\":" + QByteArray::number(i) + ",\"eventCode\":\"702\",\"x\":{\"y\":1}}";
        page += "]}\n";
        const ReadLog whole = readWhole(*formatByName(u"cas-user-json"), page + page);
        QCOMPARE(whole.records.size(), 80);
        for (qsizetype size = 150; size < 400; size += 7) {
            const ReadLog read = readInBlocks(*formatByName(u"cas-user-json"), page + page, size);
            QVERIFY(read == whole);
            QVERIFY(read.guesses > 3);
            QCOMPARE(read.wrongGuesses, 0);
        }
    }
}

/// What parts records may stand within one too: in a string, or between the elements of a nested array.
void TestBlockCutting::findsOutThatItGuessedWrong()
{
    const QByteArray trap = R"("x":[{"eventId":1},{"eventId":2},{"eventId":3}],"y":"},{\"eventId","z":"},{"eventId")";
    QByteArray data = "[{\"eventId\":10},{\"eventId\":11}";
    for (int i = 0; i < 20; ++i)
        data += ",{\"eventId\":" + QByteArray::number(20 + i) + "," + trap + "},{\"eventId\":50,\"eventCode\":702}";
    data += "]";
    const Format &format = *formatByName(u"cas-user-array");
    const ReadLog whole = readWhole(format, data);
    const QStringList expected = indexed(format, data, {1000'000, 1000'000, 1000'000});
    int wrongGuesses = 0;
    for (qsizetype size = 20; size < 500; size += 5) {
        const ReadLog read = readInBlocks(format, data, size);
        QVERIFY(read == whole);
        wrongGuesses += read.wrongGuesses;
        QCOMPARE(indexed(format, data, {size, size, 1000'000}), expected);
    }
    QVERIFY(wrongGuesses > 20);
}

void TestBlockCutting::recordsStandInOrderAndApart_data()
{
    addFiles();
}

void TestBlockCutting::recordsStandInOrderAndApart()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, data);
    std::mt19937 random(4711);
    const Format &reader = *formatByName(format);
    for (int i = 0; i < rounds; ++i) {
        const QByteArray text = damaged(data, random);
        qsizetype end = 0;
        const ReadLog log = readWhole(reader, text);
        for (const ReadRecord &record : log.records) {
            QVERIFY(record.offset >= end);
            QVERIFY(!record.raw.isEmpty());
            QCOMPARE(record.line, text.first(record.offset).count('\n') + 1);
            end = record.offset + record.raw.size();
        }
        QVERIFY(end <= text.size());
    }
}

void TestBlockCutting::addFormats()
{
    QTest::addColumn<QString>("format");
    for (const ThreeRecords &file : threeRecordsOfEachFormat(1))
        QTest::newRow(qPrintable(file.format)) << file.format;
}

ThreeRecords TestBlockCutting::fileOf(const QString &format, qsizetype length)
{
    const std::vector<ThreeRecords> files = threeRecordsOfEachFormat(length);
    return *std::ranges::find(files, format, &ThreeRecords::format);
}

void TestBlockCutting::keepsALongRecordAsOne_data()
{
    addFormats();
}

void TestBlockCutting::keepsALongRecordAsOne()
{
    QFETCH(QString, format);
    const Format &reader = *formatByName(format);
    const ThreeRecords file = fileOf(format, 17 * mebibyte);
    const QByteArray text = file.text();
    const qsizetype begin = file.first.size() + file.between.size();
    const QStringList whole = indexed(reader, text, {});
    QCOMPARE(whole.size(), 3);
    QCOMPARE(whole[1],
             u"at %1, %2 bytes, line %3, 0 %4 0"_s.arg(begin)
                 .arg(file.second.size())
                 .arg(text.first(begin).count('\n') + 1)
                 .arg(noCode));
    const qsizetype lines = text.chopped(text.endsWith('\n') ? 1 : 0).count('\n') + 1;
    QVERIFY2(whole[2].contains(u"line %1, 1 "_s.arg(lines)), qPrintable(whole[2]));
    for (const BlockLimits &limits :
         {BlockLimits{1, 1000}, BlockLimits{77'777, 300'007}, BlockLimits{1, 64 * mebibyte}})
        QCOMPARE(indexed(reader, text, limits), whole);
}

void TestBlockCutting::keepsALongRecordThatNeverEndsAsOne_data()
{
    addFormats();
}

void TestBlockCutting::keepsALongRecordThatNeverEndsAsOne()
{
    QFETCH(QString, format);
    const Format &reader = *formatByName(format);
    const ThreeRecords file = fileOf(format, 17 * mebibyte);
    const QByteArray text = file.textCutOff();
    const qsizetype begin = file.first.size() + file.between.size();
    const QStringList whole = indexed(reader, text, {});
    QVERIFY(whole.size() >= 2);
    QVERIFY2(whole[1].startsWith(u"at %1, %2 bytes, "_s.arg(begin).arg(text.size() - begin)), qPrintable(whole[1]));
    const bool isDocument = format.startsWith(u"cas-"_s);
    QCOMPARE(whole.size(), isDocument ? 3 : 2);
    if (isDocument)
        QVERIFY2(whole[2].contains(u"begins at byte %1;"_s.arg(begin)), qPrintable(whole[2]));
    QCOMPARE(indexed(reader, text, {1, 1000}), whole);
}

void TestBlockCutting::understandsTheLongestRecord_data()
{
    addFormats();
}

/// A record of exactly the length that is held is read; of one byte more the place is kept.
void TestBlockCutting::understandsTheLongestRecord()
{
    QFETCH(QString, format);
    const Format &reader = *formatByName(format);
    const ThreeRecords file = fileOf(format, 3000);
    for (const qint64 block : {1, 100, 1000, 100'000}) {
        const BlockLimits exact{1, block, file.second.size()};
        const BlockLimits less{1, block, file.second.size() - 1};
        QVERIFY(indexed(reader, file.text(), exact)[1].contains(u", 1 "_s));
        QVERIFY(indexed(reader, file.text(), less)[1].contains(u", 0 "_s));
        QCOMPARE(indexed(reader, file.text(), less).size(), 3);
    }
}

void TestBlockCutting::keepsLongRecordsOfDamagedFilesTheSameInAnyBlocks_data()
{
    addFiles();
}

void TestBlockCutting::keepsLongRecordsOfDamagedFilesTheSameInAnyBlocks()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, data);
    std::mt19937 random(815);
    const Format &reader = *formatByName(format);
    for (int i = 0; i < rounds / 4; ++i) {
        QByteArray text = damaged(data, random);
        const qsizetype place = qsizetype(random() % quint32(text.size()));
        text.insert(place, QByteArray(300, text[place]));
        const BlockLimits limits{1, 1, 100};
        const QStringList expected = indexed(reader, text, limits);
        for (const qint64 size : {7, 60, 1000}) {
            if (indexed(reader, text, {size, size, limits.longestRecord}) != expected)
                QFAIL(qPrintable(
                    u"Blocks of %1 bytes: %2"_s.arg(size).arg(QString::fromLatin1(text.toPercentEncoding()))));
        }
    }
}

/// With what has to be seen to know its end, it is as long as what is too long to be held.
void TestBlockCutting::aShortRecordBeforeMuchSpaceIsTheSameInAnyBlocks()
{
    const QByteArray text = QByteArray(300, 'y') + "\nx" + QByteArray(300, ' ') + "\n{\"eventCode\":702}\n";
    for (const QString &format : formatNames()) {
        const Format &reader = *formatByName(format);
        const QStringList expected = indexed(reader, text, {1000, 1000, 100});
        for (const qint64 size : {1, 60})
            QCOMPARE(indexed(reader, text, {size, size, 100}), expected);
    }
}

void TestBlockCutting::whatEndsALongRecordMayBeAnotherWhenTheLogGrows_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::newRow("it goes on") << QByteArray(300, 'x') << QByteArray("x\n{\"eventCode\":702}\n");
    QTest::newRow("a bracket that begins nothing")
        << QByteArray(300, 'x') + "[" << QByteArray("]x\n{\"eventCode\":702}\n");
    QTest::newRow("a bracket that begins an object")
        << QByteArray(300, 'x') + "{" << QByteArray("\"eventCode\":702}\n");
    QTest::newRow("a string that goes on")
        << "{\"a\":\"" + QByteArray(300, 'x') << QByteArray("\"}\n{\"eventCode\":702}\n");
}

void TestBlockCutting::whatEndsALongRecordMayBeAnotherWhenTheLogGrows()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    const QByteArray text = first + second;
    for (const QString &format : formatNames()) {
        const Format &reader = *formatByName(format);
        for (const qint64 size : {1, 60, 1000}) {
            const BlockLimits limits{size, size, 100};
            QCOMPARE(indexedGrown(reader, text, first.size(), limits), indexed(reader, text, limits));
        }
    }
}

void TestBlockCutting::holdsNoMoreThanTheLongestRecord_data()
{
    addFormats();
}

void TestBlockCutting::holdsNoMoreThanTheLongestRecord()
{
    QFETCH(QString, format);
    const QByteArray text = fileOf(format, 5'000'000).text();
    const std::shared_ptr<Source> source = memorySource(text);
    const auto cutter = formatByName(format)->cutter(text.first(100), {});
    const BlockLimits limits{1000, 10'000, 100'000};
    BlockReader reader(*source, u"log"_s, *cutter, 0, text.size(), limits);
    Block block;
    int longRecords = 0;
    qsizetype largest = 0;
    while (reader.next(block, {})) {
        largest = std::max({largest, block.bytes.size(), block.bytes.capacity()});
        longRecords += block.longRecord ? 1 : 0;
    }
    QCOMPARE(longRecords, 1);
    QVERIFY2(largest < 3 * limits.longestRecord, qPrintable(QString::number(largest)));
}

QTEST_APPLESS_MAIN(TestBlockCutting)
#include "tst_blockcutting.moc"
