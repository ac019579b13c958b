#include "childrun.h"
#include "log.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStorageInfo>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <random>
#include <sys/stat.h>
#include <thread>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

constexpr qint64 kibibyte = 1024;
constexpr qint64 mebibyte = 1024 * kibibyte;
constexpr qint64 gibibyte = 1024 * mebibyte;
/// What a process needs besides what it holds of a log.
constexpr qint64 floorMemory = 64 * mebibyte;
/// Columns of any record, its texts aside.
constexpr qint64 bytesARecord = 32;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool memoryIsOurs = false;
#elif defined(__has_feature)
// The sanitizers take several times the memory.
constexpr bool memoryIsOurs = !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer);
#else
constexpr bool memoryIsOurs = true;
#endif

bool isFullSize()
{
    return qEnvironmentVariableIsSet("EVIDENT_FULL_SIZE");
}

/// `full` at full size, else what an everyday test can afford.
qint64 sized(qint64 full, qint64 small)
{
    return isFullSize() ? full : small;
}

/// Writes a file piece by piece, so that the test itself stays small.
class FileWriter
{
public:
    explicit FileWriter(const QString &path)
        : m_file(path)
    {
        m_isGood = m_file.open(QIODevice::WriteOnly);
    }
    ~FileWriter() { finish(); }
    void add(QByteArrayView bytes)
    {
        m_buffer.append(bytes);
        if (m_buffer.size() > mebibyte)
            finish();
    }
    /// Leaves `bytes` NULs that need no room on the disk.
    void skip(qint64 bytes)
    {
        finish();
        m_isGood = m_isGood && m_file.seek(m_file.pos() + bytes);
    }
    qint64 position() const { return m_file.pos() + m_buffer.size(); }
    bool finish()
    {
        m_isGood = m_isGood && m_file.write(m_buffer) == m_buffer.size() && m_file.flush();
        m_buffer.clear();
        return m_isGood;
    }

private:
    QFile m_file;
    QByteArray m_buffer;
    bool m_isGood = false;
};

QByteArray numbered(const char *before, qint64 number, const char *behind)
{
    return before + QByteArray::number(number) + behind;
}

} // namespace

/// Files that no one expects: what is read of them is complete, and memory keeps to its bounds.
class TestOddFiles : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
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
    void manySmallFiles();
    void deepNesting_data();
    void deepNesting();
    void zerosAndEscapesReachNoTerminal_data();
    void zerosAndEscapesReachNoTerminal();
    void pipesAndStandardInput_data();
    void pipesAndStandardInput();
    void deletedWhileOpen();
    void fullDiskWhileSpooling();

private:
    struct Facts
    {
        QJsonObject values;
        ChildRun run;
        qint64 number(const char *name) const { return values.value(QLatin1StringView(name)).toInteger(-1); }
        QString text(const char *name) const { return values.value(QLatin1StringView(name)).toString(); }
    };
    Facts probe(const QString &name, const ChildSetting &setting = {}) const;
    ChildRun evident(const QStringList &arguments, ChildSetting setting = {}) const;
    QString path(const QString &name) const { return m_folder->filePath(name); }
    qint64 recordsOf(const ChildRun &summary) const;
    static bool isWithin(const ChildRun &run, qint64 bytes);

    QTemporaryDir m_data;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestOddFiles::initTestCase()
{
    const qint64 needed = sized(8 * gibibyte, 512 * mebibyte);
    const QStorageInfo disk(QStringLiteral(EVIDENT_FOLDER));
    QVERIFY2(disk.bytesAvailable() > needed,
             qPrintable(u"%1 has only %2 bytes free."_s.arg(disk.rootPath()).arg(disk.bytesAvailable())));
    QVERIFY(m_data.isValid());
}

void TestOddFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>(QStringLiteral(EVIDENT_FOLDER "/files-XXXXXX"));
    QVERIFY(m_folder->isValid());
}

TestOddFiles::Facts TestOddFiles::probe(const QString &name, const ChildSetting &setting) const
{
    ChildSetting inFolder = setting;
    inFolder.folder = m_folder->path();
    Facts facts;
    facts.run = runChild(QStringLiteral(EVIDENT_PROBE), {path(name)}, inFolder);
    facts.values = QJsonDocument::fromJson(facts.run.output).object();
    return facts;
}

ChildRun TestOddFiles::evident(const QStringList &arguments, ChildSetting setting) const
{
    setting.folder = m_folder->path();
    return runChild(QStringLiteral(EVIDENT_PROGRAM), QStringList{u"--data-dir"_s, m_data.path()} + arguments, setting);
}

/// All records that `--summary --format json` counted.
qint64 TestOddFiles::recordsOf(const ChildRun &summary) const
{
    return QJsonDocument::fromJson(summary.output).object().value("records"_L1).toInteger(-1);
}

bool TestOddFiles::isWithin(const ChildRun &run, qint64 bytes)
{
    if (run.peakMemory <= bytes || !memoryIsOurs)
        return true;
    qWarning("%lld MiB instead of %lld MiB at most", run.peakMemory / mebibyte, bytes / mebibyte);
    return false;
}

void TestOddFiles::shortLines()
{
    const qint64 count = sized(100'000'000, 500'000);
    FileWriter file(path(u"log"_s));
    for (qint64 line = 0; line < count; ++line)
        file.add(QByteArray::number(100'000'000 + line).last(8) + '\n');
    QVERIFY(file.finish());

    const Facts facts = probe(u"log"_s);
    QCOMPARE(facts.number("records"), count);
    QCOMPARE(facts.number("lastOffset"), 9 * (count - 1));
    QCOMPARE(facts.number("lastLine"), count);
    QCOMPARE(facts.number("lost"), 0);
    QVERIFY(facts.number("columnsMemory") <= 5 * count + mebibyte);
    QVERIFY(isWithin(facts.run, 5 * count + floorMemory));

    const ChildRun summary = evident({u"--summary"_s, u"--format"_s, u"json"_s, u"log"_s});
    QCOMPARE(recordsOf(summary), count);
    QVERIFY(isWithin(summary, bytesARecord * count + floorMemory));
    const ChildRun print = evident({u"--print"_s, u"--limit"_s, u"2"_s, u"log"_s});
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

    const Facts facts = probe(u"log"_s);
    QCOMPARE(facts.number("records"), 3);
    QCOMPARE(facts.number("notUnderstood"), 1);
    QCOMPARE(facts.number("lastOffset"), end + behind.chopped(1).lastIndexOf('\n') + 1);
    QCOMPARE(facts.number("lastLine"), 3);
    QCOMPARE(facts.number("lost"), 0);
    QVERIFY(isWithin(facts.run, 300 * mebibyte));
    const ChildRun summary = evident({u"--summary"_s, u"--format"_s, u"json"_s, u"log"_s});
    QCOMPARE(recordsOf(summary), 3);
    QVERIFY(isWithin(summary, 300 * mebibyte));
    const ChildRun search = evident({u"--print"_s, u"--where"_s, u"first"_s, u"log"_s});
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
    const ChildRun run = evident({u"--print"_s, u"--format"_s, format, u"log"_s});
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
    const Facts facts = probe(u"log"_s);
    QCOMPARE(facts.number("records"), 2 * count);
    QCOMPARE(facts.number("notUnderstood"), count);
    QCOMPARE(facts.number("lastLength"), length);
    QCOMPARE(facts.number("lost"), 0);
    QVERIFY(isWithin(facts.run, 128 * mebibyte));
    const ChildRun search = evident({u"--print"_s, u"--where"_s, u"\"one line\""_s, u"log"_s});
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
    const Facts facts = probe(u"log"_s);
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
    const Facts facts = probe(u"log"_s);
    QCOMPARE(facts.text("format"), u"text"_s);
    QCOMPARE(facts.number("records"), lines);
    QCOMPARE(facts.number("bytesRead"), size);
    QVERIFY(facts.number("invalidBytes") > size / 4);
    QCOMPARE(facts.number("lost"), 0);
    QVERIFY(isWithin(facts.run, bytesARecord * lines + floorMemory));
    const ChildRun search = evident({u"--print"_s, u"--where"_s, u"/[a-f]{7,9}x/"_s, u"--limit"_s, u"5"_s, u"log"_s});
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
    const Facts facts = probe(u"log"_s);
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
    const Facts facts = probe(u"log"_s);
    QCOMPARE(facts.number("records"), count);
    QCOMPARE(facts.number("lost"), 0);
    QVERIFY(isWithin(facts.run, bytesARecord * count + floorMemory));
}

void TestOddFiles::manySmallFiles()
{
    const int count = int(sized(10'000, 500));
    QStringList arguments{u"--summary"_s, u"--format"_s, u"json"_s};
    for (int i = 0; i < count; ++i) {
        const QString name = u"log-%1"_s.arg(i);
        FileWriter(path(name)).add(numbered("{\"eventCode\":\"702\",\"userId\":\"user-", i, "\"}\n"));
        arguments.append(name);
    }
    ChildSetting setting;
    setting.openFiles = 256;
    const ChildRun summary = evident(arguments, setting);
    QCOMPARE(summary.errors, QByteArray());
    QCOMPARE(summary.exitCode, 0);
    QCOMPARE(recordsOf(summary), count);
    QVERIFY(isWithin(summary, 64 * kibibyte * count + floorMemory));
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
    const Facts facts = probe(u"log"_s);
    QCOMPARE(facts.text("format"), u"ndjson"_s);
    QCOMPARE(facts.number("records"), 4 * count);
    QCOMPARE(facts.number("lost"), 0);
    QVERIFY(isWithin(facts.run, 3 * floorMemory));
    const ChildRun search = evident({u"--print"_s, u"--where"_s, u"code:4 field.x:0"_s, u"log"_s});
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
    const Facts facts = probe(u"log"_s);
    QCOMPARE(facts.number("records"), 3);
    QCOMPARE(facts.number("lost"), 0);
    const ChildRun run = evident(arguments + QStringList{u"log"_s});
    QCOMPARE(run.exitCode, 0);
    for (const char c : run.output)
        QVERIFY2(c == '\n' || uchar(c) >= ' ', run.output.constData());
    QVERIFY(!run.output.contains('\x7f'));
}

void TestOddFiles::pipesAndStandardInput_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<bool>("isRedirected");
    QTest::newRow("FIFO") << u"pipe"_s << false;
    QTest::newRow("-") << u"-"_s << true;
    QTest::newRow("/dev/stdin") << u"/dev/stdin"_s << true;
}

void TestOddFiles::pipesAndStandardInput()
{
    QFETCH(QString, argument);
    QFETCH(bool, isRedirected);
    const qint64 count = sized(3'000'000, 50'000);
    const QString pipe = path(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    bool isWritten = false;
    std::jthread writer([&] {
        FileWriter file(pipe); // waits for the reader
        for (qint64 i = 0; i < count; ++i)
            file.add(numbered("{\"eventCode\":\"702\",\"userId\":\"user-", i % 1000, "\"}\n"));
        isWritten = file.finish();
    });
    ChildSetting setting;
    if (isRedirected)
        setting.standardInput = pipe;
    const ChildRun run = evident({u"--summary"_s, u"--format"_s, u"json"_s, argument}, setting);
    writer.join();
    QVERIFY(isWritten);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(recordsOf(run), count);
    QVERIFY(isWithin(run, bytesARecord * count + 2 * floorMemory));
}

void TestOddFiles::deletedWhileOpen()
{
    const int count = 20'000;
    {
        FileWriter file(path(u"log"_s));
        for (int i = 0; i < count; ++i)
            file.add(numbered("{\"eventCode\":\"", i, "\"}\n"));
    }
    const Result<std::shared_ptr<Log>> log = Log::open(path(u"log"_s), {});
    QVERIFY(log.ok());
    QVERIFY(QFile::remove(path(u"log"_s)));
    log.value()->index({});
    QCOMPARE(log.value()->state(), Log::State::Complete);
    QCOMPARE(log.value()->columns().size(), Row(count));
    const Result<QByteArray> last = log.value()->raw(count - 1);
    QVERIFY(last.ok());
    QCOMPARE(last.value(), numbered("{\"eventCode\":\"", count - 1, "\"}"));
}

void TestOddFiles::fullDiskWhileSpooling()
{
    FileWriter file(path(u"log"_s));
    file.add("\xff\xfe");
    const QString line = u"a line of two-byte text\n"_s;
    while (file.position() < 8 * mebibyte)
        file.add({reinterpret_cast<const char *>(line.utf16()), line.size() * 2});
    QVERIFY(file.finish());
    QCOMPARE(evident({u"--summary"_s, u"log"_s}).exitCode, 0);
    ChildSetting setting;
    setting.largestFile = 2 * mebibyte;
    const ChildRun full = evident({u"--summary"_s, u"log"_s}, setting);
    QCOMPARE(full.exitCode, 1);
    QVERIFY2(full.errors.contains(QFile::encodeName(m_folder->path())), full.errors.constData());
}

QTEST_GUILESS_MAIN(TestOddFiles)
#include "tst_oddfiles.moc"
