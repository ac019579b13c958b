#include "programfixture.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

QJsonObject firstOf(const QByteArray &json)
{
    return arrayOf(json).first().toObject();
}

const QByteArray title = "User Event Monitor Messages for Cloud Access Service (700 - 704)\n";
const QByteArray header = "| Event Code | Level | Category | Description |\n|---|---|---|---|\n";

/// 702 has another level and wording, 703 and 704 are gone, 7777 is new.
QByteArray smallPage()
{
    return title + header
        + "| 701 | notice | Authentication | Approve authentication succeeded. |\n"
          "| 702 | warning | Authentication | Approve authentication failed - User did not respond in time. |\n"
          "| 7777 | error | Authentication | New <b>event</b> \xe2\x80\xae. |\n";
}

} // namespace

/// `--import-catalog`, and notes in and out, as a person or a script calls them.
class TestImportCatalog : public ProgramFixture
{
    Q_OBJECT

private slots:
    void jsonSaysWhatThePageChanged();
    void textSaysWhatThePageChanged();
    void pageThatIsThereChangesNothing();
    void dryRunChangesNothing();
    void severalPagesStandBehindEachOther();
    void doubtfulPageIsRefusedUnlessYes();
    void pagesThatCannotBeReadAreSaidAndTheOthersDone();
    void standardInputIsAPage();
    void readOnlyCatalogIsSaid_data();
    void readOnlyCatalogIsSaid();
    void manyProgramsImportAtOnce();
    void entriesTellTheirRevisionAndNotes();
    void notesGoOutAndIn();
    void notesThatCannotBeTakenAreSaid();

private:
    void init() override;
    QJsonArray catalog() { return arrayOf(run({u"--catalog"_s, u"--format"_s, u"json"_s}).output); }
};

void TestImportCatalog::init()
{
    ProgramFixture::init();
    m_dataFolder = u"data"_s; // each test function has a catalog of its own
}

void TestImportCatalog::jsonSaysWhatThePageChanged()
{
    const Run result = run(
        {u"--import-catalog"_s, fileWith(u"page.txt"_s, smallPage() + "| 7778 | lost\n"), u"--format"_s, u"json"_s});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    QCOMPARE(result.errors, QByteArray());
    const QByteArray before = R"({ "kind": "user", "level": "error", "category": "Authentication", )"
                              R"("description": "Approve authentication failed - User response timed out." })";
    const QByteArray after = R"({ "kind": "user", "level": "warning", "category": "Authentication", )"
                             R"("description": "Approve authentication failed - User did not respond in time." })";
    const QByteArray start =
        R"json([ { "path": "page.txt", "title": "User Event Monitor Messages for Cloud Access Service (700 - 704)", )json"
        R"json("kind": "user", "from": 700, "to": 704, "entries": 3, "added": [ 7777 ], "changed": [ )json"
        R"json({ "code": 702, "fields": [ "level", "description" ], "before": )json";
    const QByteArray end = R"json( } ], "removed": [ 703, 704 ], "unchanged": 1, "notUnderstood": [ )json"
                           R"json({ "line": 7, "text": "| 7778 | lost" } ], )json"
                           R"json("applied": true, "revision": 2, "error": null } ])json";
    QCOMPARE(result.output.simplified(), start + before + R"(, "after": )" + after + end);
    QCOMPARE(catalog().size(), 112 - 2 + 1);
}

void TestImportCatalog::textSaysWhatThePageChanged()
{
    const Run result = run({u"--import-catalog"_s, fileWith(u"page.txt"_s, smallPage() + "| 7778 | lost\n")});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    const QString text = QString::fromUtf8(result.output);
    QVERIFY2(text.startsWith(u"page.txt: User Event Monitor Messages for Cloud Access Service (700 - 704)\n"_s),
             result.output.constData());
    const QStringList lines = text.split(u'\n');
    const auto has = [&lines](const QString &line) {
        return std::any_of(lines.begin(), lines.end(),
                           [&line](const QString &other) { return other.simplified() == line; });
    };
    for (const QString &line :
         {u"Entries of the page 3"_s, u"Added 1"_s, u"Changed 1"_s, u"Removed 2"_s, u"Unchanged 1"_s,
          u"Lines not understood 1"_s, u"7777 user error Authentication New <b>event</b> \\u{202e}."_s,
          u"702 user [-error-]{+warning+} Authentication Approve authentication failed - User "
          "[-response timed out-]{+did not respond in time+}."_s,
          u"703 user error Authentication Approve authentication failed - User denied approval."_s,
          u"7 | 7778 | lost"_s, u"The catalog is at revision 2 now."_s}) {
        QVERIFY2(has(line), qPrintable(line + u"\n"_s + text));
    }
}

void TestImportCatalog::pageThatIsThereChangesNothing()
{
    const QString page = fileWith(u"page.txt"_s, smallPage());
    QCOMPARE(firstOf(run({u"--import-catalog"_s, page, u"--format"_s, u"json"_s}).output).value("revision"_L1), 2);
    const QJsonObject again = firstOf(run({u"--import-catalog"_s, page, u"--format"_s, u"json"_s}).output);
    QCOMPARE(again.value("revision"_L1), 2);
    QCOMPARE(again.value("applied"_L1), true);
    QCOMPARE(again.value("unchanged"_L1), 3);
    const Run text = run({u"--import-catalog"_s, page});
    QVERIFY2(text.output.contains("The catalog has all of this page already; it stays at revision 2."),
             text.output.constData());
}

void TestImportCatalog::dryRunChangesNothing()
{
    const QJsonArray before = catalog();
    const QString page = fileWith(u"page.txt"_s, smallPage());
    const Run result = run({u"--import-catalog"_s, page, page, u"--dry-run"_s, u"--format"_s, u"json"_s});
    QCOMPARE(result.exitCode, 0);
    const QJsonArray reports = arrayOf(result.output);
    QCOMPARE(reports.size(), 2);
    QCOMPARE(reports[0].toObject().value("applied"_L1), false);
    QVERIFY(reports[0].toObject().value("revision"_L1).isNull());
    QCOMPARE(reports[0].toObject().value("added"_L1).toArray().size(), 1);
    // As it would be once the first one is in.
    QCOMPARE(reports[1].toObject().value("added"_L1).toArray().size(), 0);
    QCOMPARE(reports[1].toObject().value("unchanged"_L1), 3);
    QCOMPARE(catalog(), before);
    QVERIFY(run({u"--import-catalog"_s, page, u"--dry-run"_s}).output.contains("The catalog was not changed."));
}

void TestImportCatalog::severalPagesStandBehindEachOther()
{
    QByteArray second = smallPage();
    second.replace("did not respond", "did not answer");
    const Run result = run({u"--import-catalog"_s, fileWith(u"one.txt"_s, smallPage()), fileWith(u"two.txt"_s, second),
                            u"--format"_s, u"json"_s});
    QCOMPARE(result.exitCode, 0);
    const QJsonArray reports = arrayOf(result.output);
    QCOMPARE(reports[1].toObject().value("revision"_L1), 3);
    const QJsonArray changed = reports[1].toObject().value("changed"_L1).toArray();
    QCOMPARE(changed.size(), 1);
    QVERIFY(
        changed[0].toObject().value("before"_L1).toObject().value("description"_L1).toString().contains(u"respond"_s));
}

void TestImportCatalog::doubtfulPageIsRefusedUnlessYes()
{
    const QString page = fileWith(u"page.txt"_s, smallPage() + QByteArray("| 1 | ? |\n").repeated(9));
    const QJsonArray before = catalog();
    for (const QStringList &more : {QStringList(), QStringList(u"--dry-run"_s)}) {
        const Run refused = run(QStringList{u"--import-catalog"_s, page, u"--format"_s, u"json"_s} + more);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.errors.startsWith("evident: page.txt: Less than half of this page was understood"),
                 refused.errors.constData());
        QVERIFY(refused.errors.contains("--yes"));
        QCOMPARE(firstOf(refused.output).value("applied"_L1), false);
        QCOMPARE(firstOf(refused.output).value("notUnderstood"_L1).toArray().size(), 9);
        QVERIFY(firstOf(refused.output).value("error"_L1).isString());
    }
    QCOMPARE(catalog(), before);
    const Run taken = run({u"--import-catalog"_s, page, u"--yes"_s, u"--format"_s, u"json"_s});
    QCOMPARE(taken.exitCode, 0);
    QCOMPARE(firstOf(taken.output).value("applied"_L1), true);
}

void TestImportCatalog::pagesThatCannotBeReadAreSaidAndTheOthersDone()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
    const Run result = run({u"--import-catalog"_s, u"missing.txt"_s, u"folder"_s, fileWith(u"empty.txt"_s, ""),
                            fileWith(u"binary.txt"_s, QByteArray(100, '\0')), fileWith(u"prose.txt"_s, "No table.\n"),
                            fileWith(u"page.txt"_s, smallPage()), u"--format"_s, u"json"_s});
    QCOMPARE(result.exitCode, 1);
    const QList<QByteArray> lines = result.errors.trimmed().split('\n');
    QCOMPARE(lines.size(), 5);
    const QByteArrayList names{"missing.txt", "folder", "empty.txt", "binary.txt", "prose.txt"};
    const QJsonArray reports = arrayOf(result.output);
    QCOMPARE(reports.size(), 6);
    for (qsizetype i = 0; i < names.size(); ++i) {
        QVERIFY2(lines[i].startsWith("evident: " + names[i] + ": "), lines[i].constData());
        QCOMPARE(reports[i].toObject().value("applied"_L1), false);
        QVERIFY(reports[i].toObject().value("error"_L1).isString());
        QVERIFY(reports[i].toObject().value("kind"_L1).isNull());
    }
    QCOMPARE(reports[5].toObject().value("applied"_L1), true);
}

void TestImportCatalog::standardInputIsAPage()
{
    const Run result = run({u"--import-catalog"_s, u"-"_s, u"--format"_s, u"json"_s}, smallPage());
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(firstOf(result.output).value("path"_L1), u"-"_s);
    QCOMPARE(firstOf(result.output).value("revision"_L1), 2);
}

void TestImportCatalog::readOnlyCatalogIsSaid_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("folder") << u"data"_s;
    QTest::newRow("file") << u"data/catalog.db"_s;
}

void TestImportCatalog::readOnlyCatalogIsSaid()
{
    QFETCH(QString, what);
    QVERIFY(!catalog().isEmpty());
    const QString path = m_folder->filePath(what);
    const QFile::Permissions before = QFile::permissions(path);
    QVERIFY(QFile::setPermissions(
        path, before & ~(QFile::WriteOwner | QFile::WriteUser | QFile::WriteGroup | QFile::WriteOther)));
    const QString page = fileWith(u"page.txt"_s, smallPage());
    const Run result = run({u"--import-catalog"_s, page});
    const Run dry = run({u"--import-catalog"_s, page, u"--dry-run"_s});
    QFile::setPermissions(path, before);
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.errors.contains("evident: page.txt: The catalog "), result.errors.constData());
    QVERIFY2(result.errors.contains("nothing can be saved"), result.errors.constData());
    QVERIFY2(result.output.contains("The catalog was not changed."), result.output.constData());
    QCOMPARE(dry.exitCode, 0);
}

void TestImportCatalog::manyProgramsImportAtOnce()
{
    QVERIFY(!catalog().isEmpty());
    constexpr int count = 8;
    std::vector<std::unique_ptr<QProcess>> programs;
    for (int i = 0; i < count; ++i) {
        QByteArray page = smallPage();
        page.replace("did not respond", "did not respond to " + QByteArray::number(i));
        programs.push_back(std::make_unique<QProcess>());
        programs.back()->setWorkingDirectory(m_folder->path());
        programs.back()->start(QStringLiteral(EVIDENT_PROGRAM),
                               {u"--data-dir"_s, u"data"_s, u"--import-catalog"_s,
                                fileWith(u"page%1.txt"_s.arg(i), page), u"--format"_s, u"json"_s});
    }
    QList<int> revisions;
    for (const auto &program : programs) {
        QVERIFY(program->waitForFinished(60'000));
        const QByteArray errors = program->readAllStandardError();
        if (program->exitCode() == 0) {
            revisions.append(firstOf(program->readAllStandardOutput()).value("revision"_L1).toInt());
        } else {
            QCOMPARE(program->exitCode(), 1);
            QVERIFY2(errors.contains("another program"), errors.constData());
        }
    }
    std::sort(revisions.begin(), revisions.end());
    QVERIFY(!revisions.isEmpty());
    for (qsizetype i = 0; i < revisions.size(); ++i)
        QCOMPARE(revisions.at(i), 2 + int(i));
    const Run after = run({u"--lookup"_s, u"702"_s, u"--format"_s, u"json"_s});
    QCOMPARE(after.errors, QByteArray());
    QCOMPARE(firstOf(after.output).value("revision"_L1), revisions.last());
}

void TestImportCatalog::entriesTellTheirRevisionAndNotes()
{
    QCOMPARE(run({u"--import-catalog"_s, fileWith(u"page.txt"_s, smallPage())}).exitCode, 0);
    const QByteArray notes =
        R"({"evidentNotes":1,"notes":[{"kind":"user","code":702,"text":"Ask Ann.","changed":"2026-01-15T09:00:00.000Z"}]})";
    QCOMPARE(run({u"--import-notes"_s, fileWith(u"notes.json"_s, notes)}).exitCode, 0);
    const QJsonArray found = arrayOf(run({u"--lookup"_s, u"702,701,7777"_s, u"--format"_s, u"json"_s}).output);
    QCOMPARE(found[0].toObject().value("revision"_L1), 2);
    QCOMPARE(found[0].toObject().value("notes"_L1), u"Ask Ann."_s);
    QCOMPARE(found[1].toObject().value("revision"_L1), 1);
    QVERIFY(found[1].toObject().value("notes"_L1).isNull());
    QCOMPARE(found[2].toObject().value("revision"_L1), 2);
    QVERIFY(found[0].toObject().contains("owner"_L1));
    int newer = 0;
    for (const QJsonValue entry : catalog())
        newer += entry.toObject().value("revision"_L1).toInt() == 2 ? 1 : 0;
    QCOMPARE(newer, 2);
}

void TestImportCatalog::notesGoOutAndIn()
{
    const QByteArray notes = R"({"evidentNotes":1,"notes":[)"
                             R"({"kind":"user","code":702,"text":"Ask Ann.","changed":"2026-01-15T09:00:00.000Z"},)"
                             R"({"kind":"admin","code":80001,"text":"ü\n2","changed":"2026-01-16T09:00:00.000Z"}]})";
    const Run taken = run({u"--import-notes"_s, u"-"_s}, notes);
    QVERIFY2(taken.exitCode == 0, taken.errors.constData());
    QCOMPARE(taken.output.simplified(),
             QByteArray("Notes added 2 Notes joined with one's own 0 Notes that were there already 0"));
    QCOMPARE(run({u"--export-notes"_s, u"out.json"_s}).exitCode, 0);
    QFile file(m_folder->filePath(u"out.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(file.readAll()), QJsonDocument::fromJson(notes));
    QVERIFY(run({u"--import-notes"_s, u"out.json"_s}).output.simplified().endsWith("already 2"));

    const Run refused = run({u"--export-notes"_s, u"out.json"_s});
    QCOMPARE(refused.exitCode, 1);
    QVERIFY(refused.errors.startsWith("evident: out.json: The file exists"));
    QCOMPARE(run({u"--export-notes"_s, u"out.json"_s, u"--force"_s}).exitCode, 0);
}

void TestImportCatalog::notesThatCannotBeTakenAreSaid()
{
    for (const QString &name : {u"missing.json"_s, fileWith(u"bad.json"_s, "{}"),
                                fileWith(u"large.json"_s, QByteArray(16 * 1024 * 1024 + 1, ' '))}) {
        const Run result = run({u"--import-notes"_s, name});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.startsWith("evident: " + name.toUtf8() + ": "), result.errors.constData());
        QCOMPARE(result.output, QByteArray());
    }
}

QTEST_GUILESS_MAIN(TestImportCatalog)
#include "tst_importcatalog.moc"
