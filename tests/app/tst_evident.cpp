#include "logwriter.h"
#include "packing.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

struct Run
{
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QJsonArray arrayOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).array();
}

QList<QJsonObject> linesOf(const QByteArray &ndjson)
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : ndjson.split('\n')) {
        if (!line.isEmpty())
            objects.append(objectOf(line));
    }
    return objects;
}

QString valuesOf(const QList<QJsonObject> &objects, const QString &key)
{
    QStringList values;
    for (const QJsonObject &object : objects)
        values.append(object.value(key).toVariant().toString());
    return values.join(u' ');
}

const char *const earlier =
    R"json({"eventId":"1","eventCode":"702","eventLogDate":"2026-01-15T09:00:00.000Z","userId":"jdoe@example.com","sourceIPAddress":"192.0.2.10"}
{"eventId":"2","eventCode":"901","userId":"asmith"}
{"eventId":"3","eventCode":"411","eventLogDate":"2026-01-15T11:00:00.000Z","eventDescription":"=sum(a)"}
)json";
const char *const later =
    R"json({"eventId":"4","eventCode":"902","eventLogDate":"2026-01-15T10:00:00.000Z","userId":"jdoe@example.com"}
{"eventId":"3","eventCode":"411","eventLogDate":"2026-01-15T11:00:00.000Z","eventDescription":"=sum(a)"}
)json";

} // namespace

class TestEvident : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void versionAndHelp();
    void lookupKeepsTheOrderAsked();
    void lookupOfAnUnknownCodeNamesItsPage();
    void catalogIsListed_data();
    void catalogIsListed();
    void catalogIsExportedByItsSuffix();
    void exportReplacesOnlyWhenForced();
    void siemPackHasWhatTheQueryKeeps();
    void packReplacesOnlyWhenForced();
    void changePackIsBetweenRevisions();

    void summaryCountsWhatAnIndependentCountCounts();
    void summaryIsReadable();
    void summaryTellsWhatStandsOut();
    void summarySaysWhatWasGuessed();
    void summarySaysWhatWasFoundByText();
    void tablesSayWhatTheItemsSay_data();
    void tablesSayWhatTheItemsSay();
    void filesThatCannotBeReadAreSaidAndTheOthersDone();
    void fileWithoutPermissionIsSaid();
    void aFolderAndAPatternStandForTheirLogs();
    void oddFilesAreRead_data();
    void oddFilesAreRead();

    void recordsArePrintedAsTheyAreFiltered_data();
    void recordsArePrintedAsTheyAreFiltered();
    void regexThatTakesTooLongIsSaid();
    void printsEachFormat();
    void severalFilesAreMergedByTime();
    void sortAndLimitCutTheRecords();
    void foldDropsRepeatedRecords();
    void maskLeavesNoName();
    void standardInputIsAFile();
    void compressedFilesAreRead_data();
    void compressedFilesAreRead();
    void membersOfAnArchiveAreFiles();
    void whatMayFillTheDiskIsRefusedUnlessYes();
    void cutOffFilesAreReadAsFarAsTheyGo();
    void fullSpoolIsSaidAndLeavesNothing();
    void thousandsOfFilesAreOneLog();
    void zoneDecidesAboutTimeTerms();
    void controlCharactersAreShown();

    void wrongQueryIsPointedAt();
    void wrongCallSaysTheWayOn();
    void closedPipeEndsQuietly();
    void fullDiskIsSaid();
    void progressGoesToStandardError();
    void withoutADisplayItSaysSo_data();
    void withoutADisplayItSaysSo();
    void dataFolderThatCannotBeWrittenIsSaid();

private:
    Run run(const QStringList &arguments, const QByteArray &input = {},
            const std::function<void(QProcess &)> &prepare = {});
    QString fileWith(const QString &name, const QByteArray &bytes);

    std::unique_ptr<QTemporaryDir> m_folder;
    QTemporaryDir m_data;
};

void TestEvident::initTestCase()
{
    QVERIFY(QFile::exists(QStringLiteral(EVIDENT_PROGRAM)));
    QVERIFY(m_data.isValid());
}

void TestEvident::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

Run TestEvident::run(const QStringList &arguments, const QByteArray &input,
                     const std::function<void(QProcess &)> &prepare)
{
    QProcess process;
    process.setWorkingDirectory(m_folder->path());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
        environment.remove(name);
    process.setProcessEnvironment(environment);
    if (prepare)
        prepare(process);
    process.start(QStringLiteral(EVIDENT_PROGRAM), QStringList{u"--data-dir"_s, m_data.path()} + arguments);
    if (!process.waitForStarted())
        return {};
    process.write(input);
    process.closeWriteChannel();
    constexpr int patienceMs = 60'000;
    if (!process.waitForFinished(patienceMs) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString TestEvident::fileWith(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return name;
}

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

void TestEvident::lookupKeepsTheOrderAsked()
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

void TestEvident::lookupOfAnUnknownCodeNamesItsPage()
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

void TestEvident::catalogIsListed_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("lines"); ///< besides the entries' own
    QTest::newRow("text") << u"text"_s << 1;
    QTest::newRow("csv") << u"csv"_s << 1;
    QTest::newRow("markdown") << u"markdown"_s << 2;
}

void TestEvident::catalogIsListed()
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

void TestEvident::catalogIsExportedByItsSuffix()
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

void TestEvident::exportReplacesOnlyWhenForced()
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

void TestEvident::siemPackHasWhatTheQueryKeeps()
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

void TestEvident::packReplacesOnlyWhenForced()
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

void TestEvident::changePackIsBetweenRevisions()
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

void TestEvident::summaryCountsWhatAnIndependentCountCounts()
{
    LogGeneratorOptions options;
    options.seed = 42;
    options.records = 2000;
    const QByteArray page = generateLog(LogShape::UserPage, options);
    const QString file = fileWith(u"page.json"_s, page);
    QHash<QString, int> levels;
    QHash<QString, int> users;
    for (const QJsonValue item : objectOf(page).value("userEventLogExportEntries"_L1).toArray()) {
        ++levels[item.toObject().value("eventLevel"_L1).toString()];
        ++users[item.toObject().value("userId"_L1).toString()];
    }
    const Run result = run({u"--summary"_s, u"--format"_s, u"json"_s, file});
    QCOMPARE(result.exitCode, 0);
    const QJsonObject summary = objectOf(result.output);
    QCOMPARE(summary.value("records"_L1).toInt(), 2000);
    QCOMPARE(summary.value("matched"_L1).toInt(), 2000);
    QCOMPARE(summary.value("notUnderstood"_L1).toInt(), 0);
    const QJsonArray byLevel = summary.value("byLevel"_L1).toArray();
    QCOMPARE(byLevel.size(), levels.size());
    for (const QJsonValue bucket : byLevel) {
        QCOMPARE(bucket.toObject().value("count"_L1).toInt(),
                 levels.value(bucket.toObject().value("level"_L1).toString()));
    }
    const QJsonArray byUser = summary.value("byUser"_L1).toArray();
    QCOMPARE(byUser.size(), users.size());
    int sum = 0;
    for (const QJsonValue bucket : byUser) {
        const int count = bucket.toObject().value("count"_L1).toInt();
        QCOMPARE(count, users.value(bucket.toObject().value("user"_L1).toString()));
        sum += count;
    }
    QCOMPARE(sum, 2000);
    const QJsonObject filtered =
        objectOf(run({u"--summary"_s, u"--format"_s, u"json"_s, u"--where"_s, u"level:error"_s, file}).output);
    QCOMPARE(filtered.value("matched"_L1).toInt(), levels.value(u"error"_s));
    QCOMPARE(filtered.value("records"_L1).toInt(), 2000);
}

void TestEvident::summaryIsReadable()
{
    const QString file = fileWith(u"a.json"_s, earlier);
    const Run result = run({u"--summary"_s, u"--zone"_s, u"Europe/Berlin"_s, file});
    QCOMPARE(result.exitCode, 0);
    QVERIFY(result.output.startsWith("a.json"));
    QVERIFY(result.output.contains("Europe/Berlin"));
    QVERIFY(result.output.contains("jdoe@example.com"));
}

void TestEvident::summaryTellsWhatStandsOut()
{
    QByteArray lines;
    const QDateTime start(QDate(2026, 1, 15), QTime(6, 0), Qt::UTC);
    const auto add = [&](int minute, const char *code, const char *user) {
        lines += QByteArrayLiteral("{\"eventCode\":\"") + code + "\",\"userId\":\"" + user + "\",\"eventLogDate\":\""
            + start.addSecs(minute * 60LL).toString(Qt::ISODateWithMs).toUtf8() + "\"}\n";
    };
    for (int minute = 0; minute < 180; ++minute)
        add(minute < 100 ? minute : minute + 30, "901", "asmith");
    for (int minute = 180; minute < 200; ++minute)
        add(minute, "702", "jdoe");
    const QString file = fileWith(u"out.json"_s, lines);
    const QJsonObject summary = objectOf(run({u"--summary"_s, u"--format"_s, u"json"_s, file}).output);
    QStringList rising;
    for (const QJsonValue each : summary.value("highlights"_L1).toArray())
        rising.append(each.toObject().value("what"_L1).toString() + each.toObject().value("value"_L1).toString());
    QCOMPARE(rising.join(u' '), u"code userjdoe"_s);
    QCOMPARE(summary.value("gaps"_L1).toArray().first().toObject().value("seconds"_L1).toInt(), 31 * 60);
    const QJsonObject quiet =
        objectOf(run({u"--summary"_s, u"--format"_s, u"json"_s, u"--where"_s, u"user:asmith"_s, file}).output);
    QVERIFY(quiet.value("highlights"_L1).toArray().isEmpty());
    const QByteArray text = run({u"--summary"_s, file}).output;
    QVERIFY(text.contains("New or rising in the last hour"));
    QVERIFY(text.contains("31 min"));
}

void TestEvident::summarySaysWhatWasGuessed()
{
    const QByteArray header = "Timestamp\tUser ID\tEvent Code\tDescription\n";
    const QString either = fileWith(u"either.tsv"_s, header + "1/2/2026, 9:14 AM\tjdoe\t702\tx\n");
    const QString clear = fileWith(u"clear.tsv"_s, header + "1/15/2026, 9:14 AM\tjdoe\t702\tx\n");
    QVERIFY(run({u"--summary"_s, either}).output.contains("is a guess"));
    QVERIFY(run({u"--summary"_s, u"--input-format"_s, u"monitor-table"_s, either}).output.contains("is a guess"));
    QVERIFY(!run({u"--summary"_s, clear}).output.contains("is a guess"));
}

/// Records of tool-csv have no code; two codes share one text.
void TestEvident::summarySaysWhatWasFoundByText()
{
    const QString file = fileWith(
        u"tool.csv"_s,
        "eventId,eventLogDate,eventType,activityDetail,userId\r\n"
        "1,2026-01-15T09:14:02.118Z,user,Approve authentication failed - User response timed out.,jdoe\r\n"
        "2,2026-01-15T09:14:03.118Z,user,Cloud Authentication Service successfully validated Hardware Authenticator "
        "credentials.,jdoe\r\n"
        "3,2026-01-15T09:14:04.118Z,user,cloud authentication service successfully validated hardware  authenticator "
        "credentials,jdoe\r\n"
        "4,2026-01-15T09:14:05.118Z,user,Nobody knows this.,jdoe\r\n");
    const QByteArray text = run({u"--summary"_s, file}).output;
    for (const char *part : {"3 record", "without a code, found in the catalog by text.", "2 record",
                             "whose text stands for several codes."})
        QVERIFY2(text.contains(part), text.constData());
    const auto kept = [&](const QString &query, const QString &key) {
        return valuesOf(linesOf(run({u"--print"_s, u"--where"_s, query, u"--format"_s, u"ndjson"_s, file}).output),
                        key);
    };
    QCOMPARE(kept(u"is:textmatch"_s, u"eventId"_s), u"1 2 3"_s);
    QCOMPARE(kept(u"is:ambiguous"_s, u"eventId"_s), u"2 3"_s);
    QCOMPARE(kept(u"-is:textmatch"_s, u"eventId"_s), u"4"_s);
    QCOMPARE(kept(u"is:formdrift"_s, u"eventId"_s), u"3"_s);
    QCOMPARE(kept(u"is:textmatch"_s, u"level"_s), u"error notice notice"_s);
    QCOMPARE(kept(u"code:702"_s, u"eventId"_s), u"1"_s);
    QCOMPARE(kept(u"is:ambiguous"_s, u"code"_s).trimmed(), QString());
}

void TestEvident::tablesSayWhatTheItemsSay_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QStringList>("keys");
    const QStringList always{u"code"_s, u"user"_s, u"method"_s, u"application"_s};
    QTest::newRow("headerless-csv") << u"headerless-csv"_s
                                    << always + QStringList{u"time"_s, u"description"_s, u"ownDescription"_s};
    QTest::newRow("siem-csv") << u"siem-csv"_s
                              << always + QStringList{u"level"_s,    u"time"_s,          u"sourceIp"_s,
                                                      u"eventId"_s,  u"transactionId"_s, u"activityId"_s,
                                                      u"ownLevel"_s, u"ownDescription"_s};
    QTest::newRow("monitor-table") << u"monitor-table"_s
                                   << always + QStringList{u"transactionId"_s, u"activityId"_s, u"ownDescription"_s};
}

/// One story, told by the items and by a table.
void TestEvident::tablesSayWhatTheItemsSay()
{
    QFETCH(QString, format);
    QFETCH(QStringList, keys);
    LogGeneratorOptions options;
    options.records = 1500;
    const QString items = fileWith(u"items"_s, generateLog(LogShape::Ndjson, options));
    const QString table = fileWith(u"table"_s, generateLog(*logShapeNamed(format), options));
    const QJsonObject summary = objectOf(run({u"--summary"_s, u"--format"_s, u"json"_s, table}).output);
    QCOMPARE(summary.value("files"_L1).toArray().first().toObject().value("format"_L1).toString(), format);
    QCOMPARE(summary.value("notUnderstood"_L1).toInt(), 0);
    const auto records = [this](const QString &file) {
        return linesOf(run({u"--print"_s, u"--input-zone"_s, u"UTC"_s, u"--format"_s, u"ndjson"_s, file}).output);
    };
    const QList<QJsonObject> expected = records(items);
    const QList<QJsonObject> found = records(table);
    QCOMPARE(expected.size(), 1500);
    QCOMPARE(found.size(), expected.size());
    for (qsizetype index = 0; index < found.size(); ++index) {
        for (const QString &key : keys)
            QVERIFY2(found[index].value(key) == expected[index].value(key),
                     qPrintable(u"%1 of record %2: %3"_s.arg(key).arg(index).arg(
                         QString::fromUtf8(QJsonDocument(found[index]).toJson(QJsonDocument::Compact)))));
    }
}

void TestEvident::filesThatCannotBeReadAreSaidAndTheOthersDone()
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

void TestEvident::aFolderAndAPatternStandForTheirLogs()
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

void TestEvident::fileWithoutPermissionIsSaid()
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

void TestEvident::oddFilesAreRead_data()
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

void TestEvident::oddFilesAreRead()
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

void TestEvident::recordsArePrintedAsTheyAreFiltered_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<std::function<bool(const QJsonObject &)>>("keeps");
    using Keeps = std::function<bool(const QJsonObject &)>;
    const auto text = [](const QJsonObject &item, QLatin1StringView key) { return item.value(key).toString(); };
    QTest::newRow("user") << u"user:jdoe"_s << Keeps([=](const QJsonObject &item) {
        return text(item, "userId"_L1).section(u'@', 0, 0).section(u'\\', -1).compare(u"jdoe"_s, Qt::CaseInsensitive)
            == 0;
    });
    QTest::newRow("codes") << u"code:700-799,>=930"_s << Keeps([=](const QJsonObject &item) {
        const int code = text(item, "eventCode"_L1).toInt();
        return (code >= 700 && code <= 799) || code >= 930;
    });
    QTest::newRow("without") << u"-app:VPN -level:error"_s << Keeps([=](const QJsonObject &item) {
        return text(item, "application"_L1) != "VPN"_L1 && text(item, "eventLevel"_L1) != "error"_L1;
    });
    QTest::newRow("either") << u"code:702 or app:Payroll"_s << Keeps([=](const QJsonObject &item) {
        return text(item, "eventCode"_L1) == "702"_L1 || text(item, "application"_L1) == "Payroll"_L1;
    });
    QTest::newRow("time") << u"time:2026-01-14T09:00..2026-01-14T12:00"_s << Keeps([=](const QJsonObject &item) {
        const QString time = text(item, "eventLogDate"_L1);
        return time >= "2026-01-14T09:00:00.000Z"_L1 && time < "2026-01-14T12:00:00.000Z"_L1;
    });
    QTest::newRow("policy") << u"policy:Staff"_s << Keeps([=](const QJsonObject &item) {
        return text(item, "policyName"_L1) == "Staff"_L1;
    });
    QTest::newRow("word") << u"timed"_s << Keeps([=](const QJsonObject &item) {
        return QJsonDocument(item).toJson().toLower().contains("timed");
    });
}

void TestEvident::recordsArePrintedAsTheyAreFiltered()
{
    QFETCH(QString, query);
    using Keeps = std::function<bool(const QJsonObject &)>;
    QFETCH(Keeps, keeps);
    LogGeneratorOptions options;
    options.seed = 7;
    options.records = 1500;
    options.storyTime = QDateTime(QDate(2026, 1, 14), QTime(8, 0), Qt::UTC);
    const QByteArray log = generateLog(LogShape::Ndjson, options);
    QStringList expected;
    for (const QJsonObject &item : linesOf(log)) {
        if (keeps(item))
            expected.append(item.value("eventId"_L1).toVariant().toString());
    }
    QVERIFY(!expected.isEmpty() && expected.size() < 1500);
    const Run result = run({u"--print"_s, u"--format"_s, u"ndjson"_s, u"--zone"_s, u"UTC"_s, u"--where"_s, query,
                            fileWith(u"a.ndjson"_s, log)});
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(valuesOf(linesOf(result.output), u"eventId"_s), expected.join(u' '));
}

void TestEvident::regexThatTakesTooLongIsSaid()
{
    const QString file = fileWith(u"slow.log"_s, QByteArray(60, 'a') + "b\nac\n" + QByteArray(60, 'a') + "b\n");
    const Run result = run({u"--print"_s, u"--format"_s, u"ndjson"_s, u"--where"_s, u"/(a+)+[cd]/"_s, file});
    QCOMPARE(result.exitCode, 1);
    QVERIFY(result.errors.startsWith("evident: slow.log: 2 record"));
    QVERIFY(result.errors.contains("the regular expression takes too long"));
    QCOMPARE(linesOf(result.output).size(), 1);
}

void TestEvident::printsEachFormat()
{
    const QString file = fileWith(u"a.json"_s, earlier);
    const QList<QJsonObject> objects = linesOf(run({u"--print"_s, u"--format"_s, u"ndjson"_s, file}).output);
    QCOMPARE(valuesOf(objects, u"line"_s), u"1 2 3"_s);
    QCOMPARE(valuesOf(objects, u"known"_s), u"true true false"_s);
    QCOMPARE(valuesOf(objects, u"raw"_s), QString::fromUtf8(QByteArray(earlier).trimmed()).replace(u'\n', u' '));
    const QByteArray csv = run({u"--print"_s, u"--format"_s, u"csv"_s, file}).output;
    QCOMPARE(csv.count("\r\n"), 4);
    QVERIFY(csv.contains(",'=sum(a),"));
    const QByteArray text = run({u"--print"_s, u"--zone"_s, u"Europe/Berlin"_s, file}).output;
    QCOMPARE(text.count('\n'), 3);
    QVERIFY(text.startsWith("2026-01-15 10:00:00.000  error"));
}

void TestEvident::severalFilesAreMergedByTime()
{
    const Run result =
        run({u"--print"_s, u"--format"_s, u"ndjson"_s, fileWith(u"b.json"_s, later), fileWith(u"a.json"_s, earlier)});
    QCOMPARE(valuesOf(linesOf(result.output), u"eventId"_s), u"1 2 4 3 3"_s);
    QCOMPARE(valuesOf(linesOf(result.output), u"file"_s), u"a.json a.json b.json b.json a.json"_s);
}

void TestEvident::sortAndLimitCutTheRecords()
{
    const QString file = fileWith(u"a.json"_s, earlier);
    const Run result =
        run({u"--print"_s, u"--format"_s, u"ndjson"_s, u"--sort"_s, u"code:desc"_s, u"--limit"_s, u"2"_s, file});
    QCOMPARE(valuesOf(linesOf(result.output), u"code"_s), u"901 702"_s);
}

void TestEvident::foldDropsRepeatedRecords()
{
    const QStringList files{fileWith(u"a.json"_s, earlier), fileWith(u"b.json"_s, later)};
    const QJsonObject plain = objectOf(run(QStringList{u"--summary"_s, u"--format"_s, u"json"_s} + files).output);
    QCOMPARE(plain.value("matched"_L1).toInt(), 5);
    QCOMPARE(plain.value("duplicates"_L1).toInt(), 1);
    const Run folded = run(QStringList{u"--print"_s, u"--fold"_s, u"--format"_s, u"ndjson"_s} + files);
    QCOMPARE(valuesOf(linesOf(folded.output), u"eventId"_s), u"1 2 4 3"_s);
    const Run repeated =
        run(QStringList{u"--print"_s, u"--where"_s, u"is:duplicate"_s, u"--format"_s, u"ndjson"_s} + files);
    QCOMPARE(valuesOf(linesOf(repeated.output), u"file"_s), u"b.json"_s);
}

void TestEvident::maskLeavesNoName()
{
    const QString file = fileWith(u"a.json"_s, QByteArray(earlier) + "{\"broken by jdoe\n");
    for (const QString &format : {u"text"_s, u"csv"_s, u"ndjson"_s}) {
        const QByteArray output = run({u"--print"_s, u"--mask"_s, u"--format"_s, format, file}).output;
        for (const QByteArray &name : {QByteArray("jdoe"), QByteArray("asmith"), QByteArray("192.0.2.10")})
            QVERIFY2(!output.contains(name), output.constData());
        QVERIFY(output.contains("user-1"));
    }
    const QByteArray summary = run({u"--summary"_s, u"--mask"_s, u"--format"_s, u"json"_s, file}).output;
    QVERIFY(!summary.contains("jdoe"));
    QVERIFY(summary.contains("user-1"));
}

void TestEvident::standardInputIsAFile()
{
    const Run result = run({u"--summary"_s, u"--format"_s, u"json"_s, u"-"_s}, earlier);
    QCOMPARE(result.exitCode, 0);
    const QJsonObject summary = objectOf(result.output);
    QCOMPARE(summary.value("records"_L1).toInt(), 3);
    QCOMPARE(summary.value("files"_L1).toArray().first().toObject().value("path"_L1).toString(), u"-"_s);
}

void TestEvident::compressedFilesAreRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("compression");
    QTest::newRow("gzip") << packed(Compression::Gzip, earlier) << u"gzip"_s;
    QTest::newRow("zstd") << packed(Compression::Zstd, earlier) << u"zstd"_s;
    QTest::newRow("xz") << packed(Compression::Xz, earlier) << u"xz"_s;
    QTest::newRow("bzip2") << packed(Compression::Bzip2, earlier) << u"bzip2"_s;
}

void TestEvident::compressedFilesAreRead()
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

void TestEvident::membersOfAnArchiveAreFiles()
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

void TestEvident::whatMayFillTheDiskIsRefusedUnlessYes()
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

void TestEvident::cutOffFilesAreReadAsFarAsTheyGo()
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

void TestEvident::fullSpoolIsSaidAndLeavesNothing()
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

void TestEvident::thousandsOfFilesAreOneLog()
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

void TestEvident::zoneDecidesAboutTimeTerms()
{
    const QString file = fileWith(u"a.json"_s, earlier);
    const auto matched = [&](const QString &zone) {
        const Run result = run({u"--summary"_s, u"--format"_s, u"json"_s, u"--zone"_s, zone, u"--where"_s,
                                u"time:2026-01-15T10:00..2026-01-15T11:00"_s, file});
        return objectOf(result.output).value("matched"_L1).toInt();
    };
    QCOMPARE(matched(u"UTC"_s), 0);
    QCOMPARE(matched(u"Europe/Berlin"_s), 1);
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
