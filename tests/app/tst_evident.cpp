// The program itself: how it is called, and what it says when it cannot do as it is told.

#include "programfixture.h"

using namespace evident;
using namespace Qt::StringLiterals;

class TestEvident : public ProgramFixture
{
    Q_OBJECT

private slots:
    void versionAndHelp();
    void controlCharactersAreShown();
    void wrongQueryIsPointedAt();
    void wrongCallSaysTheWayOn();
    void closedPipeEndsQuietly();
    void fullDiskIsSaid();
    void progressGoesToStandardError();
    void withoutADisplayItSaysSo_data();
    void withoutADisplayItSaysSo();
    void dataFolderThatCannotBeWrittenIsSaid();
};

void TestEvident::versionAndHelp()
{
    const Run version = run({u"--version"_s});
    QCOMPARE(version.exitCode, 0);
    QVERIFY(version.output.startsWith("evident "));
    const Run help = run({u"--help"_s});
    QCOMPARE(help.exitCode, 0);
    QVERIFY(help.output.contains("--summary"));
    QVERIFY(help.errors.isEmpty());
}

void TestEvident::controlCharactersAreShown()
{
    const QString file = fileWith(u"a.json"_s, "{\"eventCode\":\"702\",\"userId\":\"\\u001b[31m\\u202ex\"}\n");
    for (const QString &action : {u"--print"_s, u"--summary"_s}) {
        const QByteArray output = run({action, file}).output;
        QVERIFY(!output.contains('\x1b'));
        QVERIFY(output.contains("\\u{1b}[31m\\u{202e}x"));
    }
    const Run missing = run({u"--print"_s, u"a\x1b[31m.json"_s});
    QVERIFY(!missing.errors.contains('\x1b'));
    QVERIFY(missing.errors.contains("\\u{1b}"));
}

void TestEvident::wrongQueryIsPointedAt()
{
    const Run result = run({u"--print"_s, u"--where"_s, u"user:jdoe code:seven"_s, u"a.json"_s});
    QCOMPARE(result.exitCode, 2);
    QVERIFY(result.output.isEmpty());
    const QList<QByteArray> lines = result.errors.split('\n');
    QVERIFY(lines.size() >= 3);
    QCOMPARE(lines[1], QByteArray("  user:jdoe code:seven"));
    QVERIFY(lines[2].contains('^'));
}

void TestEvident::wrongCallSaysTheWayOn()
{
    for (const QStringList &arguments :
         {QStringList{u"--summary"_s}, QStringList{u"--nonsense"_s}, QStringList{u"--import-catalog"_s}}) {
        const Run result = run(arguments);
        QCOMPARE(result.exitCode, 2);
        QVERIFY(result.output.isEmpty());
        QVERIFY(result.errors.contains("--help"));
    }
}

void TestEvident::closedPipeEndsQuietly()
{
    QByteArray bytes;
    for (int i = 0; i < 20'000; ++i)
        bytes += "{\"eventCode\":\"702\",\"eventId\":\"" + QByteArray::number(i) + "\"}\n";
    const QString file = fileWith(u"big.json"_s, bytes);
    QProcess shell;
    shell.setWorkingDirectory(m_folder->path());
    shell.start(u"/bin/sh"_s,
                {u"-c"_s,
                 u"{ \"$0\" --data-dir \"$1\" --print --format ndjson \"$2\"; echo \"status $?\" >&2; } | head -n 1"_s,
                 QStringLiteral(EVIDENT_PROGRAM), m_data.path(), file});
    QVERIFY(shell.waitForFinished(60'000));
    QCOMPARE(shell.readAllStandardOutput().count('\n'), 1);
    QCOMPARE(shell.readAllStandardError(), QByteArray("status 0\n"));
}

void TestEvident::fullDiskIsSaid()
{
    const QString file = fileWith(u"a.json"_s, earlier);
    const Run result =
        run({u"--print"_s, file}, {}, [](QProcess &process) { process.setStandardOutputFile(u"/dev/full"_s); });
    QCOMPARE(result.exitCode, 1);
    QVERIFY(result.errors.startsWith("evident: "));
}

void TestEvident::progressGoesToStandardError()
{
    const QString file = fileWith(u"a.json"_s, earlier);
    const Run result = run({u"--print"_s, u"--format"_s, u"ndjson"_s, u"--progress"_s, file});
    QCOMPARE(linesOf(result.output).size(), 3);
    QVERIFY(result.errors.contains("a.json"));
    QVERIFY(result.errors.contains("100"));
}

void TestEvident::withoutADisplayItSaysSo_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::newRow("none set") << QString() << QString();
    QTest::newRow("dead X server") << u"DISPLAY"_s << u":4711"_s;
    QTest::newRow("no X server at the host") << u"DISPLAY"_s << u"localhost:4711"_s;
    QTest::newRow("no display at all") << u"DISPLAY"_s << u"nonsense"_s;
    QTest::newRow("dead Wayland server") << u"WAYLAND_DISPLAY"_s << u"wayland-4711"_s;
    QTest::newRow("no such plugin") << u"QT_QPA_PLATFORM"_s << u"nonsense"_s;
}

void TestEvident::withoutADisplayItSaysSo()
{
    QFETCH(QString, variable);
    QFETCH(QString, value);
    const Run result = run({}, {}, [&](QProcess &process) {
        QProcessEnvironment environment = process.processEnvironment();
        if (!variable.isEmpty())
            environment.insert(variable, value);
        process.setProcessEnvironment(environment);
    });
    QCOMPARE(result.exitCode, 3);
    QVERIFY(result.output.isEmpty());
    QVERIFY(result.errors.startsWith("evident: "));
    QVERIFY(result.errors.contains("--summary"));
    QVERIFY2(result.errors.contains(value.toUtf8()) || value == u"wayland-4711"_s, result.errors.constData());
}

void TestEvident::dataFolderThatCannotBeWrittenIsSaid()
{
    fileWith(u"not-a-folder"_s, "x");
    QProcess process;
    process.setWorkingDirectory(m_folder->path());
    process.start(QStringLiteral(EVIDENT_PROGRAM), {u"--lookup"_s, u"702"_s, u"--data-dir"_s, u"not-a-folder/data"_s});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardOutput().startsWith("702 "));
    QVERIFY(process.readAllStandardError().startsWith("evident: "));
}

QTEST_GUILESS_MAIN(TestEvident)
#include "tst_evident.moc"
