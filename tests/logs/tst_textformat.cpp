#include "blockreader.h"

#include "formats/lines.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

const Format &text()
{
    return *formatByName(u"text");
}

qint64 utc(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODateWithMs).toMSecsSinceEpoch();
}

} // namespace

class TestTextFormat : public QObject
{
    Q_OBJECT

private slots:
    void findsCodesBehindClearKeys_data();
    void findsCodesBehindClearKeys();
    void findsCodesByThePatternOfTheUser_data();
    void findsCodesByThePatternOfTheUser();
    void findsTimes();
    void readsLines_data();
    void readsLines();
    void readsTheSameInBlocksOfAnySize_data();
    void readsTheSameInBlocksOfAnySize();
    void keepsALongLineWhole();

private:
    static void addFiles();
};

void TestTextFormat::findsCodesBehindClearKeys_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *line, const char *expected) {
        QTest::newRow(line) << QByteArray(line) << QString::fromLatin1(expected);
    };
    row("eventCode=702", "702");
    row("x eventCode=702, y", "702");
    row("{\"eventCode\":\"702\"}", "702");
    row("{\"eventCode\" : 702}", "702");
    row(R"({\"eventCode\":\"702\"})", "702");
    row("event_code: 702", "702");
    row("event-code: 0702", "702");
    row("Event Code: 702.", "702");
    row("EVENTCODE='702'", "702");
    row("rsa.eventCode=702", "702");
    row("eventCode=x eventCode=702", "702");
    row("activityCode=80001", "80001 admin");

    row("code=702", "- none");
    row("statusCode=702", "- none");
    row("preventCode=702", "- none");
    row("eventCodes=702", "- none");
    row("eventCode 702", "- none");
    row("eventCode=", "- none");
    row("eventCode", "- none");
    row("eventCode=702a", "- none");
    row("eventCode=702.5", "- none");
    row("eventCode=702-1", "- none");
    row("eventCode=-702", "- none");
    row("eventCode=99999999999999999999", "- none");
    row("code", "- none");
    row("702", "- none");
}

void TestTextFormat::findsCodesBehindClearKeys()
{
    QFETCH(QByteArray, line);
    QTEST(readable(readWhole(text(), line)), "expected");
}

void TestTextFormat::findsCodesByThePatternOfTheUser_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("expected");
    QTest::newRow("found") << u"E(?<code>\\d+)"_s << QByteArray("x E702 y") << u"702"_s;
    QTest::newRow("before a key") << u"E(?<code>\\d+)"_s << QByteArray("eventCode=605 E702") << u"702"_s;
    QTest::newRow("else by a key") << u"E(?<code>\\d+)"_s << QByteArray("eventCode=605") << u"605"_s;
    QTest::newRow("group that is no number") << u"E(?<code>\\w+)"_s << QByteArray("Ex") << u"- none"_s;
    QTest::newRow("no such group") << u"E(\\d+)"_s << QByteArray("E702") << u"- none"_s;
    QTest::newRow("broken pattern") << u"E(?<code>\\d+"_s << QByteArray("E702") << u"- none"_s;
    QTest::newRow("letters of other languages") << u"Größe (?<code>\\d+)"_s << QByteArray("Größe 702") << u"702"_s;
}

void TestTextFormat::findsCodesByThePatternOfTheUser()
{
    QFETCH(QString, pattern);
    QFETCH(QByteArray, line);
    FormatContext context;
    context.textPattern = pattern;
    QTEST(readable(readWhole(text(), line, context)), "expected");
}

void TestTextFormat::findsTimes()
{
    FormatContext context;
    context.inputZone = QTimeZone("Europe/Berlin");
    context.fileTime = utc(u"2026-01-20T00:00:00.000Z"_s);
    const ReadLog log = readWhole(text(),
                                  "2026-01-15T09:14:02Z a\n[2026-01-15 09:14:02,118] b\n"
                                  "<13>Jan 15 09:14:02 relay1 c\nDec 31 23:00:00 d\nnone\n",
                                  context);
    QCOMPARE(log.records.size(), 5);
    QCOMPARE(log.records[0].time, utc(u"2026-01-15T09:14:02.000Z"_s));
    QCOMPARE(log.records[1].time, utc(u"2026-01-15T08:14:02.118Z"_s));
    QCOMPARE(log.records[2].time, utc(u"2026-01-15T08:14:02.000Z"_s));
    QCOMPARE(log.records[3].time, utc(u"2025-12-31T22:00:00.000Z"_s));
    QCOMPARE(log.records[4].time, noTime);
}

void TestTextFormat::addFiles()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QList<QByteArray>>("lines");
    QTest::newRow("lines") << QByteArray("a\nb\n") << QList<QByteArray>{"a", "b"};
    QTest::newRow("no end of line") << QByteArray("a\nb") << QList<QByteArray>{"a", "b"};
    QTest::newRow("CRLF") << QByteArray("a\r\nb\r\n") << QList<QByteArray>{"a", "b"};
    QTest::newRow("blank lines") << QByteArray("\n\r\n \t\na\n\n") << QList<QByteArray>{"a"};
    QTest::newRow("space is kept") << QByteArray(" a \n") << QList<QByteArray>{" a "};
    QTest::newRow("CR within a line") << QByteArray("a\rb\n") << QList<QByteArray>{"a\rb"};
    QTest::newRow("unicode") << QByteArray("Größe\n日本 eventCode=702\n")
                             << QList<QByteArray>{"Größe", "日本 eventCode=702"};
    QTest::newRow("no text") << QByteArray("\0\xff\n\x01", 4) << QList<QByteArray>{QByteArray("\0\xff", 2), "\x01"};
    QTest::newRow("nothing") << QByteArray() << QList<QByteArray>();
}

void TestTextFormat::readsLines_data()
{
    addFiles();
}

void TestTextFormat::readsLines()
{
    QFETCH(QByteArray, data);
    QList<QByteArray> found;
    const ReadLog log = readWhole(text(), data);
    for (const ReadRecord &record : log.records) {
        QVERIFY(record.understood);
        QCOMPARE(record.line, data.first(record.offset).count('\n') + 1);
        found.append(record.raw);
    }
    QTEST(found, "lines");
}

void TestTextFormat::readsTheSameInBlocksOfAnySize_data()
{
    addFiles();
}

void TestTextFormat::readsTheSameInBlocksOfAnySize()
{
    QFETCH(QByteArray, data);
    QCOMPARE(firstDifferingBlockSize(text(), data), qsizetype(0));
}

void TestTextFormat::keepsALongLineWhole()
{
    const QByteArray line(10'000'000, 'x');
    const QByteArray data = "a\n" + line + "\nb";
    const ReadLog log = readWhole(text(), data);
    QCOMPARE(log.records.size(), 3);
    QVERIFY(log.records[1].raw == line);
    QCOMPARE(log.records[2].line, 3);
    QVERIFY(readInBlocks(text(), data, 1'000'003) == log);
}

QTEST_APPLESS_MAIN(TestTextFormat)
#include "tst_textformat.moc"
