// What the program makes of the files that it is given.

#include "packing.h"
#include "programfixture.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <csignal>
#include <sys/resource.h>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

using namespace evident;
using namespace Qt::StringLiterals;

class TestInputFiles : public ProgramFixture
{
    Q_OBJECT

private slots:
    void filesThatCannotBeReadAreSaidAndTheOthersDone();
    void fileWithoutPermissionIsSaid();
    void aFolderAndAPatternStandForTheirLogs();
    void oddFilesAreRead_data();
    void oddFilesAreRead();
    void standardInputIsAFile();
    void compressedFilesAreRead_data();
    void compressedFilesAreRead();
    void membersOfAnArchiveAreFiles();
    void whatMayFillTheDiskIsRefusedUnlessYes();
    void cutOffFilesAreReadAsFarAsTheyGo();
    void fullSpoolIsSaidAndLeavesNothing();
    void thousandsOfFilesAreOneLog();
};

void TestInputFiles::filesThatCannotBeReadAreSaidAndTheOthersDone()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
    fileWith(u"cut.json"_s, R"({"userEventLogExportEntries":[{"eventCode":"702"},{"eventCode":"90)");
    const QString good = fileWith(u"good.json"_s, earlier);
    const Run result =
        run({u"--summary"_s, u"--format"_s, u"json"_s, u"missing.json"_s, u"folder"_s, u"cut.json"_s, good});
    QCOMPARE(result.exitCode, 1);
    const QList<QByteArray> lines = result.errors.trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].startsWith("evident: missing.json: "));
    QVERIFY(lines[1].startsWith("evident: folder: "));
    QVERIFY(lines[2].startsWith("evident: cut.json: "));
    const QJsonArray files = objectOf(result.output).value("files"_L1).toArray();
    QCOMPARE(files.size(), 4);
    for (int i = 0; i < 3; ++i)
        QVERIFY(!files[i].toObject().value("error"_L1).isNull());
    QCOMPARE(files[2].toObject().value("records"_L1).toInt(), 2);
    QCOMPARE(files[2].toObject().value("notUnderstood"_L1).toInt(), 1);
    QVERIFY(files[3].toObject().value("error"_L1).isNull());
    QCOMPARE(files[3].toObject().value("records"_L1).toInt(), 3);
}

void TestInputFiles::fileWithoutPermissionIsSaid()
{
    const QString secret = fileWith(u"secret.json"_s, earlier);
    QVERIFY(QFile::setPermissions(m_folder->filePath(secret), {}));
    const QString good = fileWith(u"good.json"_s, later);
    const Run result = run({u"--print"_s, u"--format"_s, u"ndjson"_s, secret, good}, {}, [](QProcess &process) {
#ifdef Q_OS_LINUX
        // The super-user reads everything, unless the capabilities to do so are taken away.
        process.setChildProcessModifier([] {
            constexpr int dacOverride = 1;
            constexpr int dacReadSearch = 2;
            ::prctl(PR_CAPBSET_DROP, dacOverride, 0, 0, 0);
            ::prctl(PR_CAPBSET_DROP, dacReadSearch, 0, 0, 0);
        });
#else
        Q_UNUSED(process)
#endif
    });
    QCOMPARE(result.exitCode, 1);
    QVERIFY(result.errors.startsWith("evident: secret.json: "));
    QCOMPARE(linesOf(result.output).size(), 2);
}

void TestInputFiles::aFolderAndAPatternStandForTheirLogs()
{
    QVERIFY(QDir(m_folder->path()).mkpath(u"logs"_s));
    fileWith(u"logs/a10.json"_s, earlier);
    fileWith(u"logs/a2.json"_s, earlier);
    fileWith(u"logs/README"_s, "Please read me.\n");
    const auto pathsOf = [](const Run &run) {
        QStringList paths;
        for (const QJsonValue &file : objectOf(run.output).value("files"_L1).toArray())
            paths.append(file.toObject().value("path"_L1).toString());
        return paths.join(u' ');
    };
    const Run folder = run({u"--summary"_s, u"--format"_s, u"json"_s, u"logs"_s});
    QCOMPARE(folder.exitCode, 0);
    QCOMPARE(pathsOf(folder), u"logs/a2.json logs/a10.json"_s);
    QVERIFY2(folder.errors.contains("README: left out"), folder.errors.constData());
    const Run pattern = run({u"--summary"_s, u"--format"_s, u"json"_s, u"logs/a?.json"_s});
    QCOMPARE(pattern.exitCode, 0);
    QCOMPARE(pathsOf(pattern), u"logs/a2.json"_s);
    const Run none = run({u"--summary"_s, u"logs/*.csv"_s});
    QCOMPARE(none.exitCode, 1);
    QVERIFY2(none.errors.startsWith("evident: logs/*.csv: "), none.errors.constData());
}

void TestInputFiles::oddFilesAreRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("records");
    QByteArray binary;
    for (int i = 0; i < 2000; ++i)
        binary.append(char((i * 7919) % 256));
    QTest::newRow("empty") << QByteArray() << 0;
    QTest::newRow("blank lines only") << QByteArray("\n\n\n") << 0;
    QTest::newRow("binary") << binary << -1;
    QTest::newRow("lines of text") << QByteArray("one\ntwo\n") << 2;
    QTest::newRow("ragged CSV") << QByteArray(
        "Total Pages:,1\r\nTotal Elements:,2\r\nPage Size:,100\r\n,,,,,,,,\r\n"
        "eventId,eventLogDate,eventType,serverURL,Application,customerName,SourceIP,activityDetail,userId\r\n"
        ",,,,,,,,\r\n4711,2026-01-15T09:14:02.118Z,user\r\n"
        "4712,2026-01-15T09:14:02.118Z,user,x,VPN,Co,192.0.2.1,Portal sign-in succeeded.,jdoe,more,still more\r\n")
                                << 2;
}

void TestInputFiles::oddFilesAreRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, records);
    const QString file = fileWith(u"odd"_s, bytes);
    const Run summary = run({u"--summary"_s, u"--format"_s, u"json"_s, file});
    QCOMPARE(summary.exitCode, 0);
    const int counted = objectOf(summary.output).value("records"_L1).toInt();
    if (records >= 0)
        QCOMPARE(counted, records);
    const Run print = run({u"--print"_s, u"--format"_s, u"ndjson"_s, file});
    QCOMPARE(print.exitCode, 0);
    QCOMPARE(int(linesOf(print.output).size()), counted);
}

void TestInputFiles::standardInputIsAFile()
{
    const Run result = run({u"--summary"_s, u"--format"_s, u"json"_s, u"-"_s}, earlier);
    QCOMPARE(result.exitCode, 0);
    const QJsonObject summary = objectOf(result.output);
    QCOMPARE(summary.value("records"_L1).toInt(), 3);
    QCOMPARE(summary.value("files"_L1).toArray().first().toObject().value("path"_L1).toString(), u"-"_s);
}

void TestInputFiles::compressedFilesAreRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("compression");
    QTest::newRow("gzip") << packed(Compression::Gzip, earlier) << u"gzip"_s;
    QTest::newRow("zstd") << packed(Compression::Zstd, earlier) << u"zstd"_s;
    QTest::newRow("xz") << packed(Compression::Xz, earlier) << u"xz"_s;
    QTest::newRow("bzip2") << packed(Compression::Bzip2, earlier) << u"bzip2"_s;
}

void TestInputFiles::compressedFilesAreRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, compression);
    const QString file = fileWith(u"a.json"_s, bytes); // its name says nothing
    const QByteArray plain = run({u"--print"_s, u"--format"_s, u"ndjson"_s, u"-"_s}, earlier).output;
    QVERIFY(!plain.isEmpty());
    QCOMPARE(run({u"--print"_s, u"--format"_s, u"ndjson"_s, u"-"_s}, bytes).output, plain);
    const Run result = run({u"--summary"_s, u"--format"_s, u"json"_s, u"--progress"_s, file});
    QCOMPARE(result.exitCode, 0);
    QVERIFY2(result.errors.contains("a.json: 100 % unpacked"), result.errors.constData());
    QVERIFY2(result.errors.contains("a.json: 100 % read"), result.errors.constData());
    const QJsonObject read = objectOf(result.output).value("files"_L1).toArray().first().toObject();
    QCOMPARE(read.value("compression"_L1).toString(), compression);
    QCOMPARE(read.value("bytes"_L1).toInt(), int(bytes.size()));
    QCOMPARE(read.value("records"_L1).toInt(), 3);
}

void TestInputFiles::membersOfAnArchiveAreFiles()
{
    const QByteArray bytes = zipOf({{"logs/", {}}, {"logs/a.json", earlier}, {"empty.json", {}}, {"b.json", later}});
    const QString file = fileWith(u"a.zip"_s, bytes);
    const QString secret = fileWith(u"s.zip"_s, zipOf({{"secret.json", earlier}}, "open sesame"));
    const Run result = run({u"--summary"_s, u"--format"_s, u"json"_s, secret, file});
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.errors.startsWith("evident: s.zip!secret.json: "), result.errors.constData());
    QVERIFY2(result.errors.contains("encrypted"), result.errors.constData());
    const QJsonObject summary = objectOf(result.output);
    QList<QJsonObject> files;
    for (const QJsonValue value : summary.value("files"_L1).toArray())
        files.append(value.toObject());
    QCOMPARE(valuesOf(files, u"path"_s), u"s.zip!secret.json a.zip!logs/a.json a.zip!b.json"_s);
    QCOMPARE(valuesOf(files, u"compression"_s).trimmed(), u"zip zip"_s);
    QCOMPARE(summary.value("records"_L1).toInt(), 5);
    const Run print = run({u"--print"_s, u"--format"_s, u"ndjson"_s, u"--where"_s, u"code:902"_s, u"-"_s}, bytes);
    QCOMPARE(valuesOf(linesOf(print.output), u"file"_s), u"-!b.json"_s);
}

void TestInputFiles::whatMayFillTheDiskIsRefusedUnlessYes()
{
    const QByteArray longRecord = R"json({"eventCode":"702","userId":")json" + QByteArray(1 << 20, 'x') + "\"}\n";
    const QString bomb = fileWith(u"bomb.gz"_s, packed(Compression::Gzip, earlier + longRecord.repeated(70)));
    const Run refused = run({u"--summary"_s, u"--format"_s, u"json"_s, bomb});
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.errors.startsWith("evident: bomb.gz: "), refused.errors.constData());
    QVERIFY2(refused.errors.contains("--yes"), refused.errors.constData());
    QCOMPARE(objectOf(refused.output).value("records"_L1).toInt(), 0);
    const Run meant = run({u"--summary"_s, u"--format"_s, u"json"_s, u"--yes"_s, bomb});
    QCOMPARE(meant.exitCode, 0);
    QCOMPARE(objectOf(meant.output).value("records"_L1).toInt(), 73);

    const QString file = fileWith(u"a.gz"_s, packed(Compression::Gzip, earlier));
    const Run small = run({u"--summary"_s, u"--max-spool"_s, u"100"_s, file});
    QCOMPARE(small.exitCode, 1);
    QVERIFY2(small.errors.contains("100 bytes"), small.errors.constData());
    QCOMPARE(run({u"--summary"_s, u"--max-spool"_s, u"100"_s, u"--yes"_s, file}).exitCode, 0);
}

void TestInputFiles::cutOffFilesAreReadAsFarAsTheyGo()
{
    const QByteArray bytes = packed(Compression::Gzip, earlier) + packed(Compression::Gzip, later);
    const QString file = fileWith(u"cut.gz"_s, bytes.chopped(8));
    const Run result = run({u"--summary"_s, u"--format"_s, u"json"_s, file});
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.errors.startsWith("evident: cut.gz: "), result.errors.constData());
    QVERIFY2(result.errors.contains("cut off at byte " + QByteArray::number(bytes.size() - 8)),
             result.errors.constData());
    QCOMPARE(objectOf(result.output).value("records"_L1).toInt(), 5);
}

void TestInputFiles::fullSpoolIsSaidAndLeavesNothing()
{
    const QString file = fileWith(u"a.gz"_s, packed(Compression::Gzip, QByteArray(3 << 20, 'x')));
    QVERIFY(QDir(m_folder->path()).mkdir(u"spool"_s));
    const Run result = run({u"--summary"_s, file}, {}, [&](QProcess &process) {
        QProcessEnvironment environment = process.processEnvironment();
        environment.insert(u"TMPDIR"_s, m_folder->filePath(u"spool"_s));
        process.setProcessEnvironment(environment);
        process.setChildProcessModifier([] {
            constexpr rlim_t most = 1 << 20;
            const rlimit small = {most, most};
            ::signal(SIGXFSZ, SIG_IGN);
            ::setrlimit(RLIMIT_FSIZE, &small);
        });
    });
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.errors.contains("no room left"), result.errors.constData());
    QVERIFY(QDir(m_folder->filePath(u"spool"_s)).isEmpty());
}

void TestInputFiles::thousandsOfFilesAreOneLog()
{
    constexpr int count = 2'000; // more than a process may have open, unless it asks for it
    QStringList arguments{u"--summary"_s, u"--format"_s, u"json"_s};
    for (int i = 0; i < count; ++i)
        arguments.append(fileWith(u"%1.json"_s.arg(i), earlier));
    const Run result = run(arguments, {}, [](QProcess &process) {
        process.setChildProcessModifier([] {
            rlimit limit = {};
            ::getrlimit(RLIMIT_NOFILE, &limit);
            limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 256);
            ::setrlimit(RLIMIT_NOFILE, &limit);
        });
    });
    QCOMPARE(result.errors, QByteArray());
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(objectOf(result.output).value("records"_L1).toInt(), count * 3);
}

QTEST_GUILESS_MAIN(TestInputFiles)
#include "tst_inputfiles.moc"
