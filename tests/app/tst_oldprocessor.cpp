#include "logwriter.h"
#include "programfixture.h"

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

/// Without an emulator: on the processor that is there.
Run run(const QStringList &emulator, const QStringList &arguments)
{
    constexpr int patienceMs = 240'000;
    QStringList command = emulator + QStringList{QStringLiteral(EVIDENT_PROGRAM)} + arguments;
    QProcess process;
    process.start(command.takeFirst(), command);
    return endOf(process, patienceMs);
}

} // namespace

/// The program on a processor of 2008, of which x86-64-v2 is made: what newer ones have besides (AVX2 …) is chosen when
/// it runs, and code for it must not have leaked elsewhere. Such an instruction ends the program here.
class TestOldProcessor : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aLogIsReadAlike_data();
    void aLogIsReadAlike();
    void aQueryKeepsTheSame_data();
    void aQueryKeepsTheSame();

private:
    QString logOf(LogShape shape);

    QTemporaryDir m_folder;
    const QStringList m_old{u"qemu-x86_64"_s, u"-cpu"_s, u"Nehalem"_s};
};

void TestOldProcessor::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QProcess emulator;
    emulator.start(m_old.first(), {u"-version"_s});
    QVERIFY2(emulator.waitForFinished(), "qemu-x86_64 is missing: install the package qemu-user");
}

QString TestOldProcessor::logOf(LogShape shape)
{
    LogGeneratorOptions options;
    options.records = 1000;
    const QString path = m_folder.filePath(u"log-%1"_s.arg(int(shape)));
    QFile file(path);
    if (!file.exists() && file.open(QIODevice::WriteOnly))
        file.write(generateLog(shape, options));
    return path;
}

void TestOldProcessor::aLogIsReadAlike_data()
{
    QTest::addColumn<LogShape>("shape");
    const QStringList names = logShapeNames();
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << *logShapeNamed(name);
}

void TestOldProcessor::aLogIsReadAlike()
{
    QFETCH(const LogShape, shape);
    const QStringList summary{u"--data-dir"_s, m_folder.path(), u"--summary"_s, u"--format"_s, u"json"_s, logOf(shape)};
    const Run here = run({}, summary);
    QVERIFY2(here.exitCode == 0 && here.output.contains("\"records\""), here.errors.constData());
    const Run there = run(m_old, summary);
    QVERIFY2(there.exitCode == 0, there.errors.constData());
    QCOMPARE(there.output, here.output);
}

void TestOldProcessor::aQueryKeepsTheSame_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("a word") << u"\"timed out\""_s;
    QTest::newRow("a regular expression") << u"/user0[0-3].*Approve/"_s;
    QTest::newRow("a regular expression of letters in any case") << u"/(denied|FAILED)/i"_s;
    QTest::newRow("terms of columns") << u"level:error user:user0* code:600-999"_s;
}

void TestOldProcessor::aQueryKeepsTheSame()
{
    QFETCH(const QString, query);
    const QStringList print{u"--data-dir"_s,       m_folder.path(),        u"--print"_s, u"--format"_s,
                            u"ndjson"_s,           u"--where"_s,           query,        u"--sort"_s,
                            u"description:desc"_s, logOf(LogShape::Ndjson)};
    const Run here = run({}, print);
    QVERIFY2(here.exitCode == 0 && !here.output.isEmpty(), here.errors.constData());
    const Run there = run(m_old, print);
    QVERIFY2(there.exitCode == 0, there.errors.constData());
    QVERIFY(there.output == here.output);
}

QTEST_GUILESS_MAIN(TestOldProcessor)

#include "tst_oldprocessor.moc"
