#include "log.h"
#include "oddfolder.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace evident;

/// Files that no one expects: what is read of them is complete, and memory keeps to its bounds.
class TestOddFiles : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void shortLines();
    void oneLongLine_data();
    void oneLongLine();
    void oneLongLineIsPrinted_data();
    void oneLongLineIsPrinted();
    void longLinesAmongOthers();
    void longRecordOfADocument();
    void randomBytes();
    void twoByteText();
    void manyDescriptions();
    void deepNesting_data();
    void deepNesting();
    void zerosAndEscapesReachNoTerminal_data();
    void zerosAndEscapesReachNoTerminal();

private:
    QString path(const QString &name) const { return m_folder->path(name); }

    std::unique_ptr<OddFolder> m_folder;
};

void TestOddFiles::init()
{
    m_folder = std::make_unique<OddFolder>();
    QVERIFY(m_folder->isValid());
    QCOMPARE(m_folder->shortage(), QString());
}

void TestOddFiles::shortLines()
{
    const qint64 count = sized(100'000'000, 500'000);
    FileWriter file(path(u"log"_s));
    for (qint64 line = 0; line < count; ++line)
        file.add(QByteArray::number(100'000'000 + line).last(8) + '\n');
    QVERIFY(file.finish());

    const Probed facts = m_folder->probe(u"log"_s);
    QCOMPARE(facts.number("records"), count);
    QCOMPARE(facts.number("lastOffset"), 9 * (count - 1));
    QCOMPARE(facts.number("lastLine"), count);
    QCOMPARE(facts.number("lost"), 0);
    QVERIFY(facts.number("columnsMemory") <= 5 * count + mebibyte);
    QVERIFY(isWithin(facts.run, 5 * count + floorMemory));

    const ChildRun summary = m_folder->evident({u"--summary"_s, u"--format"_s, u"json"_s, u"log"_s});
    QCOMPARE(OddFolder::recordsOf(summary), count);
    QVERIFY(isWithin(summary, bytesARecord * count + floorMemory));
    const ChildRun print = m_folder->evident({u"--print"_s, u"--limit"_s, u"2"_s, u"log"_s});
    QCOMPARE(print.output.simplified(), "00000000 00000001");
    QVERIFY(isWithin(print, bytesARecord * count + floorMemory));
}

void TestOddFiles::oneLongLine_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("behind");
    QTest::addColumn<QString>("format");
    QTest::newRow("text") << QByteArray("first\n") << QByteArray("\nlast\n") << u"text"_s;
    QTest::newRow("ndjson") << QByteArray("{\"eventCode\":\"702\"}\n{\"eventCode\":\"1\",\"x\":\"")
                            << QByteArray("\"}\n{\"eventCode\":\"702\"}\n") << u"ndjson"_s;
}

void TestOddFiles::oneLongLine()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, behind);
    const qint64 length = sized(3 * gibibyte, 24 * mebibyte);
    FileWriter file(path(u"log"_s));
    file.add(before);
    file.skip(mebibyte); // the detector sees no other line
    file.skip(length - mebibyte);
    const qint64 end = file.position();
    file.add(behind);
    QVERIFY(file.finish());

    const Probed facts = m_folder->probe(u"log"_s);
    QCOMPARE(facts.number("records"), 3);
    QCOMPARE(facts.number("notUnderstood"), 1);
    QCOMPARE(facts.number("lastOffset"), end + behind.chopped(1).lastIndexOf('\n') + 1);
    QCOMPARE(facts.number("lastLine"), 3);
    QCOMPARE(facts.number("lost"), 0);
    QVERIFY(isWithin(facts.run, 300 * mebibyte));
    const ChildRun summary = m_folder->evident({u"--summary"_s, u"--format"_s, u"json"_s, u"log"_s});
    QCOMPARE(OddFolder::recordsOf(summary), 3);
    QVERIFY(isWithin(summary, 300 * mebibyte));
    const ChildRun search = m_folder->evident({u"--print"_s, u"--where"_s, u"first"_s, u"log"_s});
    QCOMPARE(search.exitCode, 0);
    QVERIFY(isWithin(search, 300 * mebibyte));
}

void TestOddFiles::oneLongLineIsPrinted_data()
{
    QTest::addColumn<QString>("format");
    for (const char *format : {"text", "csv", "ndjson"})
        QTest::newRow(format) << QString::fromLatin1(format);
}

/// Its first 16 MiB.
void TestOddFiles::oneLongLineIsPrinted()
{
    QFETCH(QString, format);
    FileWriter file(path(u"log"_s));
    file.skip(sized(3 * gibibyte, 24 * mebibyte));
    file.add("\nlast\n");
    QVERIFY(file.finish());
    const ChildRun run = m_folder->evident({u"--print"_s, u"--format"_s, format, u"log"_s});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.outputSize >= Log::longestText);
    QVERIFY(isWithin(run, 300 * mebibyte));
}

void TestOddFiles::longLinesAmongOthers()
{
    const qint64 length = sized(100 * mebibyte, 17 * mebibyte);
    FileWriter file(path(u"log"_s));
    const int count = int(sized(10, 3));
    for (int i = 0; i < count; ++i) {
        file.add("2026-01-15T09:14:02Z one line\n");
        for (qint64 done = 0; done < length; done += mebibyte)
            file.add(QByteArray(mebibyte, char('a' + i)));
        file.add("\r\n");
    }
    QVERIFY(file.finish());
    const Probed facts = m_folder->probe(u"log"_s);
    QCOMPARE(facts.number("records"), 2 * count);
    QCOMPARE(facts.number("notUnderstood"), count);
    QCOMPARE(facts.number("lastLength"), length);
    QCOMPARE(facts.number("lost"), 0);
    QVERIFY(isWithin(facts.run, 128 * mebibyte));
    const ChildRun search = m_folder->evident({u"--print"_s, u"--where"_s, u"\"one line\""_s, u"log"_s});
    QCOMPARE(search.output.count('\n'), count);
    QVERIFY(isWithin(search, 300 * mebibyte));
}

void TestOddFiles::longRecordOfADocument()
{
    const qint64 length = sized(1 * gibibyte, 18 * mebibyte);
    FileWriter file(path(u"log"_s));
    file.add("{\"userEventLogExportEntries\":[{\"eventCode\":\"702\"},\n{\"eventCode\":\"1\",\"x\":[");
    for (qint64 done = 0; done < length; done += mebibyte)
        file.add(QByteArray("{\"y\":\"}],{\\\"\"},\n").repeated(mebibyte / 16));
    file.add("null]},{\"eventCode\":\"702\"}]}\n");
    QVERIFY(file.finish());
    const Probed facts = m_folder->probe(u"log"_s);
    QCOMPARE(facts.text("format"), u"cas-user-json"_s);
    QCOMPARE(facts.number("records"), 3);
    QCOMPARE(facts.number("notUnderstood"), 1);
    QCOMPARE(facts.text("error"), QString());
    QCOMPARE(facts.number("lost"), 0);
    QVERIFY(isWithin(facts.run, 300 * mebibyte));
}

void TestOddFiles::randomBytes()
{
    const qint64 size = sized(512 * mebibyte, 2 * mebibyte);
    std::mt19937_64 random(20260115);
    FileWriter file(path(u"log"_s));
    qint64 lines = 0;
    bool isBlank = true;
    for (qint64 done = 0; done < size; done += qint64(sizeof(quint64))) {
        const quint64 bytes = random();
        const QByteArrayView view(reinterpret_cast<const char *>(&bytes), sizeof bytes);
        file.add(view);
        for (const char c : view) {
            lines += c == '\n' && !isBlank ? 1 : 0;
            isBlank = c == '\n' || (isBlank && (c == ' ' || c == '\t' || c == '\r'));
        }
    }
    lines += isBlank ? 0 : 1;
    QVERIFY(file.finish());
    const Probed facts = m_folder->probe(u"log"_s);
    QCOMPARE(facts.text("format"), u"text"_s);
    QCOMPARE(facts.number("records"), lines);
    QCOMPARE(facts.number("bytesRead"), size);
    QVERIFY(facts.number("invalidBytes") > size / 4);
    QCOMPARE(facts.number("lost"), 0);
    QVERIFY(isWithin(facts.run, bytesARecord * lines + floorMemory));
    const ChildRun search =
        m_folder->evident({u"--print"_s, u"--where"_s, u"/[a-f]{7,9}x/"_s, u"--limit"_s, u"5"_s, u"log"_s});
    QCOMPARE(search.exitCode, 0);
    QVERIFY(isWithin(search, bytesARecord * lines + 2 * floorMemory));
}

void TestOddFiles::twoByteText()
{
    const qint64 size = sized(512 * mebibyte, 4 * mebibyte);
    FileWriter file(path(u"log"_s));
    file.add("\xff\xfe");
    qint64 records = 0;
    for (; file.position() < size; ++records) {
        const QString line =
            u"{\"eventCode\":\"702\",\"eventLogDate\":\"2026-01-15T09:14:02Z\",\"userId\":\"J\u00f6rg %1\"}\r\n"_s;
        const QString text = line.arg(records % 1000);
        file.add({reinterpret_cast<const char *>(text.utf16()), text.size() * 2});
    }
    QVERIFY(file.finish());
    const Probed facts = m_folder->probe(u"log"_s);
    QCOMPARE(facts.text("format"), u"ndjson"_s);
    QCOMPARE(facts.number("records"), records);
    QCOMPARE(facts.number("notUnderstood"), 0);
    QCOMPARE(facts.number("lost"), 0);
    QVERIFY(isWithin(facts.run, bytesARecord * records + floorMemory));
}

/// A description of its own in every record: they are kept up to a cap, and read from the records beyond.
void TestOddFiles::manyDescriptions()
{
    const qint64 count = sized(20'000'000, 100'000);
    FileWriter file(path(u"log"_s));
    for (qint64 i = 0; i < count; ++i)
        file.add(numbered("{\"eventCode\":\"702\",\"eventDescription\":\"It was number ", i, ".\"}\n"));
    QVERIFY(file.finish());
    const Probed facts = m_folder->probe(u"log"_s);
    QCOMPARE(facts.number("records"), count);
    QCOMPARE(facts.number("lost"), 0);
    QVERIFY(isWithin(facts.run, bytesARecord * count + floorMemory));
}

void TestOddFiles::deepNesting_data()
{
    QTest::addColumn<int>("levels");
    QTest::newRow("64") << 64;
    QTest::newRow("10,000") << 10'000;
    if (isFullSize())
        QTest::newRow("1,000,000") << 1'000'000;
}

void TestOddFiles::deepNesting()
{
    QFETCH(int, levels);
    const int count = int(sized(20, 2));
    FileWriter file(path(u"log"_s));
    for (int i = 0; i < count; ++i) {
        file.add("{\"eventCode\":\"1\",\"x\":" + QByteArray(levels, '[') + QByteArray(levels, ']') + "}\n");
        file.add("{\"eventCode\":\"2\",\"x\":" + QByteArray("{\"a\":").repeated(levels) + '1' + QByteArray(levels, '}')
                 + "}\n");
        file.add("{\"eventCode\":\"3\",\"x\":" + QByteArray(levels, '[') + "}\n");
        file.add("{\"eventCode\":\"4\",\"x\":0}\n");
    }
    QVERIFY(file.finish());
    const Probed facts = m_folder->probe(u"log"_s);
    QCOMPARE(facts.text("format"), u"ndjson"_s);
    QCOMPARE(facts.number("records"), 4 * count);
    QCOMPARE(facts.number("lost"), 0);
    QVERIFY(isWithin(facts.run, 3 * floorMemory));
    const ChildRun search = m_folder->evident({u"--print"_s, u"--where"_s, u"code:4 field.x:0"_s, u"log"_s});
    QCOMPARE(search.output.count('\n'), count);
    QVERIFY(isWithin(search, 4 * floorMemory));
}

void TestOddFiles::zerosAndEscapesReachNoTerminal_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("summary") << QStringList{u"--summary"_s};
    for (const char *format : {"text", "ndjson"})
        QTest::newRow(format) << QStringList{u"--print"_s, u"--format"_s, QString::fromLatin1(format)};
}

void TestOddFiles::zerosAndEscapesReachNoTerminal()
{
    QFETCH(QStringList, arguments);
    FileWriter file(path(u"log"_s));
    file.add(QByteArrayView("a\0b \x1b[31mred\x1b]0;title\x07 \xc2\x9b\x7f \r over\n\0\0\n", 38));
    file.add("{\"eventCode\":\"702\",\"userId\":\"\x1b[31mred\",\"eventLevel\":\"\\u001b[2J\"}\n");
    QVERIFY(file.finish());
    const Probed facts = m_folder->probe(u"log"_s);
    QCOMPARE(facts.number("records"), 3);
    QCOMPARE(facts.number("lost"), 0);
    const ChildRun run = m_folder->evident(arguments + QStringList{u"log"_s});
    QCOMPARE(run.exitCode, 0);
    for (const char c : run.output)
        QVERIFY2(c == '\n' || uchar(c) >= ' ', run.output.constData());
    QVERIFY(!run.output.contains('\x7f'));
}

QTEST_GUILESS_MAIN(TestOddFiles)
#include "tst_oddfiles.moc"
