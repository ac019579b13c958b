// What the program tells of its catalog and writes of it.

#include "programfixture.h"

#include <QDir>
#include <QFile>

using namespace evident;
using namespace Qt::StringLiterals;

class TestCatalogCommands : public ProgramFixture
{
    Q_OBJECT

private slots:
    void lookupKeepsTheOrderAsked();
    void lookupOfAnUnknownCodeNamesItsPage();
    void catalogIsListed_data();
    void catalogIsListed();
    void catalogIsExportedByItsSuffix();
    void exportReplacesOnlyWhenForced();
    void siemPackHasWhatTheQueryKeeps();
    void packReplacesOnlyWhenForced();
    void changePackIsBetweenRevisions();
};

void TestCatalogCommands::lookupKeepsTheOrderAsked()
{
    const Run json = run({u"--lookup"_s, u"901,0702"_s, u"--format"_s, u"json"_s});
    QCOMPARE(json.exitCode, 0);
    const QJsonArray entries = arrayOf(json.output);
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries[0].toObject().value("code"_L1).toInt(), 901);
    QCOMPARE(entries[1].toObject().value("code"_L1).toInt(), 702);
    QCOMPARE(entries[1].toObject().value("description"_L1).toString(),
             u"Approve authentication failed - User response timed out."_s);
    const Run text = run({u"--lookup"_s, u"user:702"_s});
    QCOMPARE(text.exitCode, 0);
    QVERIFY(text.output.startsWith("702 "));
    QVERIFY(text.output.contains("Approve authentication failed - User response timed out."));
}

void TestCatalogCommands::lookupOfAnUnknownCodeNamesItsPage()
{
    const Run result = run({u"--lookup"_s, u"411,702,admin:702"_s, u"--format"_s, u"json"_s});
    QCOMPARE(result.exitCode, 1);
    QCOMPARE(arrayOf(result.output).size(), 1);
    const QList<QByteArray> lines = result.errors.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith("evident: 411: "));
    QVERIFY(lines[0].contains("400-1409"));
    QVERIFY(lines[1].startsWith("evident: admin:702: "));
}

void TestCatalogCommands::catalogIsListed_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("lines"); ///< besides the entries' own
    QTest::newRow("text") << u"text"_s << 1;
    QTest::newRow("csv") << u"csv"_s << 1;
    QTest::newRow("markdown") << u"markdown"_s << 2;
}

void TestCatalogCommands::catalogIsListed()
{
    QFETCH(QString, format);
    QFETCH(int, lines);
    const QJsonArray all = arrayOf(run({u"--catalog"_s, u"--format"_s, u"json"_s}).output);
    QCOMPARE(all.size(), 112);
    int errors = 0;
    for (const QJsonValue entry : all)
        errors += entry.toObject().value("level"_L1) == "error"_L1 ? 1 : 0;
    const Run result = run({u"--catalog"_s, u"--where"_s, u"level:error"_s, u"--format"_s, format});
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(int(result.output.count('\n')), errors + lines);
}

void TestCatalogCommands::catalogIsExportedByItsSuffix()
{
    for (const QString &name : {u"c.csv"_s, u"c.json"_s, u"c.md"_s})
        QCOMPARE(run({u"--export-catalog"_s, name, u"--where"_s, u"code:702"_s}).exitCode, 0);
    const auto content = [this](const QString &name) {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QCOMPARE(arrayOf(content(u"c.json"_s)).size(), 1);
    QCOMPARE(content(u"c.csv"_s), run({u"--catalog"_s, u"--where"_s, u"code:702"_s, u"--format"_s, u"csv"_s}).output);
    QVERIFY(content(u"c.md"_s).startsWith("| "));
}

void TestCatalogCommands::exportReplacesOnlyWhenForced()
{
    fileWith(u"c.json"_s, "mine");
    const Run refused = run({u"--export-catalog"_s, u"c.json"_s});
    QCOMPARE(refused.exitCode, 1);
    QVERIFY(refused.errors.startsWith("evident: c.json: "));
    QFile file(m_folder->filePath(u"c.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine"));
    file.close();
    QCOMPARE(run({u"--export-catalog"_s, u"c.json"_s, u"--force"_s}).exitCode, 0);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(arrayOf(file.readAll()).size(), 112);
    const Run nowhere = run({u"--export-catalog"_s, u"none/c.json"_s});
    QCOMPARE(nowhere.exitCode, 1);
    QVERIFY(nowhere.errors.startsWith("evident: none/c.json: "));
}

void TestCatalogCommands::siemPackHasWhatTheQueryKeeps()
{
    const auto documents = [this](const QString &folder) {
        QFile file(m_folder->filePath(folder + u"/elastic/documents.ndjson"_s));
        return file.open(QIODevice::ReadOnly) ? linesOf(file.readAll()) : QList<QJsonObject>();
    };
    const Run whole = run({u"--siem-pack"_s, u"whole"_s});
    QCOMPARE(whole.exitCode, 0);
    QCOMPARE(whole.output + whole.errors, QByteArray());
    QCOMPARE(documents(u"whole"_s).size(), 2 * 112);
    QCOMPARE(run({u"--siem-pack"_s, u"part"_s, u"--where"_s, u"code:709"_s}).exitCode, 0);
    QCOMPARE(documents(u"part"_s).size(), 2);
    QCOMPARE(documents(u"part"_s)[1].value("code"_L1).toInt(), 709);
}

void TestCatalogCommands::packReplacesOnlyWhenForced()
{
    QCOMPARE(run({u"--siem-pack"_s, u"p"_s}).exitCode, 0);
    const Run refused = run({u"--siem-pack"_s, u"p"_s});
    QCOMPARE(refused.exitCode, 1);
    QVERIFY(refused.errors.startsWith("evident: p: "));
    QVERIFY(refused.errors.contains("--force"));
    QCOMPARE(run({u"--siem-pack"_s, u"p"_s, u"--force"_s}).exitCode, 0);
    QVERIFY(QDir(m_folder->path()).mkdir(u"q"_s));
    fileWith(u"q/mine.txt"_s, "mine");
    const Run other = run({u"--siem-pack"_s, u"q"_s, u"--force"_s});
    QCOMPARE(other.exitCode, 1);
    QVERIFY(other.errors.startsWith("evident: q: "));
    QCOMPARE(QDir(m_folder->filePath(u"q"_s)).entryList(QDir::Files), QStringList{u"mine.txt"_s});
    const Run nowhere = run({u"--siem-pack"_s, u"none/p"_s});
    QCOMPARE(nowhere.exitCode, 1);
    QVERIFY(nowhere.errors.startsWith("evident: none/p: "));
}

void TestCatalogCommands::changePackIsBetweenRevisions()
{
    QCOMPARE(run({u"--change-pack"_s, u"c"_s, u"--from"_s, u"1"_s}).exitCode, 0);
    QFile file(m_folder->filePath(u"c/changes.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject json = objectOf(file.readAll());
    QCOMPARE(json.value("unchanged"_L1).toInt(), 112);
    QCOMPARE(json.value("to"_L1).toObject().value("revision"_L1).toInt(), 1);
    const Run unknown = run({u"--change-pack"_s, u"d"_s, u"--from"_s, u"7"_s});
    QCOMPARE(unknown.exitCode, 1);
    QVERIFY(unknown.errors.startsWith("evident: 7: "));
    QVERIFY(!QFile::exists(m_folder->filePath(u"d"_s)));
}

QTEST_GUILESS_MAIN(TestCatalogCommands)
#include "tst_catalogcommands.moc"
