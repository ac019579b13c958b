#include "blockreader.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

constexpr int rounds = 400;

} // namespace

/// What damaged files are read as must not depend on how they were read.
class TestBlockCutting : public QObject
{
    Q_OBJECT

private slots:
    void readsDamagedFilesTheSameInAnyBlocks_data();
    void readsDamagedFilesTheSameInAnyBlocks();
    void recordsStandInOrderAndApart_data();
    void recordsStandInOrderAndApart();

private:
    static void addFiles();
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
    QTest::newRow("CSV") << u"tool-csv"_s << rows;
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

QTEST_APPLESS_MAIN(TestBlockCutting)
#include "tst_blockcutting.moc"
