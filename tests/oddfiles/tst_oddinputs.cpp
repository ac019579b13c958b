#include "log.h"
#include "oddfolder.h"
#include "packing.h"

#include <QTest>

#include <sys/stat.h>
#include <thread>

using namespace Qt::StringLiterals;
using namespace evident;

/// Files in odd places, in odd numbers, or that are not what they seem.
class TestOddInputs : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void manySmallFiles();
    void pipesAndStandardInput_data();
    void pipesAndStandardInput();
    void deletedWhileOpen();
    void fullDiskWhileSpooling();
    void compressedBomb();

private:
    QString path(const QString &name) const { return m_folder->path(name); }

    std::unique_ptr<OddFolder> m_folder;
};

void TestOddInputs::init()
{
    m_folder = std::make_unique<OddFolder>();
    QVERIFY(m_folder->isValid());
    QCOMPARE(m_folder->shortage(), QString());
}

void TestOddInputs::manySmallFiles()
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
    const ChildRun summary = m_folder->evident(arguments, setting);
    QCOMPARE(summary.errors, QByteArray());
    QCOMPARE(summary.exitCode, 0);
    QCOMPARE(OddFolder::recordsOf(summary), count);
    QVERIFY(isWithin(summary, 64 * kibibyte * count + floorMemory));
}

void TestOddInputs::pipesAndStandardInput_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<bool>("isRedirected");
    QTest::newRow("FIFO") << u"pipe"_s << false;
    QTest::newRow("-") << u"-"_s << true;
    QTest::newRow("/dev/stdin") << u"/dev/stdin"_s << true;
}

void TestOddInputs::pipesAndStandardInput()
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
    const ChildRun run = m_folder->evident({u"--summary"_s, u"--format"_s, u"json"_s, argument}, setting);
    writer.join();
    QVERIFY(isWritten);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(OddFolder::recordsOf(run), count);
    QVERIFY(isWithin(run, bytesARecord * count + 2 * floorMemory));
}

void TestOddInputs::deletedWhileOpen()
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

void TestOddInputs::fullDiskWhileSpooling()
{
    FileWriter file(path(u"log"_s));
    file.add("\xff\xfe");
    const QString line = u"a line of two-byte text\n"_s;
    while (file.position() < 8 * mebibyte)
        file.add({reinterpret_cast<const char *>(line.utf16()), line.size() * 2});
    QVERIFY(file.finish());
    QCOMPARE(m_folder->evident({u"--summary"_s, u"log"_s}).exitCode, 0);
    ChildSetting setting;
    setting.largestFile = 2 * mebibyte;
    const ChildRun full = m_folder->evident({u"--summary"_s, u"log"_s}, setting);
    QCOMPARE(full.exitCode, 1);
    QVERIFY2(full.errors.contains(QFile::encodeName(m_folder->path())), full.errors.constData());
}

/// Many members of gzip, each a mebibyte of records.
void TestOddInputs::compressedBomb()
{
    const QByteArray record = R"({"eventCode":"702","userId":"jdoe@example.com","x":"0123456789abcdef"})"
                              "\n";
    const qint64 perMember = mebibyte / record.size();
    const QByteArray member = packed(Compression::Gzip, record.repeated(perMember));
    const qint64 members = sized(4096, 100);
    FileWriter file(path(u"log.gz"_s));
    for (qint64 i = 0; i < members; ++i)
        file.add(member);
    QVERIFY(file.finish());
    const QStringList arguments{u"--print"_s, u"--limit"_s, u"1"_s, u"log.gz"_s};
    const ChildRun refused = m_folder->evident(arguments);
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.errors.contains("log.gz"), refused.errors.constData());
    QVERIFY(isWithin(refused, 2 * floorMemory));
    const ChildRun meant = m_folder->evident(QStringList{u"--yes"_s} + arguments);
    QCOMPARE(meant.exitCode, 0);
    QCOMPARE(meant.output.count('\n'), 1);
    QVERIFY(isWithin(meant, bytesARecord * members * perMember + 2 * floorMemory));
}

QTEST_GUILESS_MAIN(TestOddInputs)
#include "tst_oddinputs.moc"
