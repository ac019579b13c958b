#include "commandline.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

Result<CommandLine> parse(const QString &arguments)
{
    return parseCommandLine(QStringList(u"evident"_s) + arguments.split(u' ', Qt::SkipEmptyParts));
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void withoutAnActionTheWindowOpens();
    void actionsAreRead_data();
    void actionsAreRead();
    void codesAreRead_data();
    void codesAreRead();
    void sortAndLimitAreRead();
    void optionsOfReadingAreRead();
    void zonesDefaultToTheSystems();
    void sizesAreRead_data();
    void sizesAreRead();
    void valueMayBeginWithADash();
    void wrongCallsAreRefused_data();
    void wrongCallsAreRefused();
    void packsNameTheirFolder();
    void queryErrorPointsAtTheTerm();
    void helpNamesEveryOption();
};

void TestCommandLine::withoutAnActionTheWindowOpens()
{
    const Result<CommandLine> line = parse(u"--where level:error a.json b.json"_s);
    QVERIFY(line.ok());
    QCOMPARE(line.value().action, Action::Window);
    QCOMPARE(line.value().files, QStringList({u"a.json"_s, u"b.json"_s}));
    QCOMPARE(line.value().query.toString(), u"level:error"_s);
}

void TestCommandLine::actionsAreRead_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<Action>("action");
    QTest::addColumn<QString>("format");
    QTest::newRow("lookup") << u"--lookup 702"_s << Action::Lookup << u"text"_s;
    QTest::newRow("lookup as JSON") << u"--lookup 702 --format json"_s << Action::Lookup << u"json"_s;
    QTest::newRow("catalog") << u"--catalog"_s << Action::Catalog << u"text"_s;
    QTest::newRow("catalog as Markdown") << u"--catalog --format markdown"_s << Action::Catalog << u"markdown"_s;
    QTest::newRow("summary") << u"--summary a"_s << Action::Summary << u"text"_s;
    QTest::newRow("print") << u"--print -"_s << Action::Print << u"text"_s;
    QTest::newRow("print as NDJSON") << u"a --format=ndjson --print"_s << Action::Print << u"ndjson"_s;
    QTest::newRow("export, by the suffix") << u"--export-catalog c.MD"_s << Action::ExportCatalog << u"markdown"_s;
    QTest::newRow("import") << u"--import-catalog p.html --dry-run"_s << Action::ImportCatalog << u"text"_s;
    QTest::newRow("import, as JSON") << u"--import-catalog - --yes --format json"_s << Action::ImportCatalog
                                     << u"json"_s;
    QTest::newRow("notes in") << u"--import-notes -"_s << Action::ImportNotes << QString();
    QTest::newRow("notes out") << u"--export-notes n.json --force"_s << Action::ExportNotes << QString();
    QTest::newRow("version") << u"--version --print"_s << Action::Version << QString();
    QTest::newRow("help") << u"--help"_s << Action::Help << QString();
}

void TestCommandLine::actionsAreRead()
{
    QFETCH(QString, arguments);
    const Result<CommandLine> line = parse(arguments);
    QVERIFY2(line.ok(), line.ok() ? "" : qPrintable(line.error().message));
    QTEST(line.value().action, "action");
    QTEST(line.value().format, "format");
}

void TestCommandLine::codesAreRead_data()
{
    QTest::addColumn<QString>("codes");
    QTest::addColumn<QList<LookupCode>>("expected");
    QTest::newRow("one") << u"702"_s << QList<LookupCode>{{std::nullopt, 702}};
    QTest::newRow("leading zero") << u"0702"_s << QList<LookupCode>{{std::nullopt, 702}};
    QTest::newRow("with kind") << u"admin:80001"_s << QList<LookupCode>{{Kind::Admin, 80001}};
    QTest::newRow("several, in order") << u"901,user:702,901"_s
                                       << QList<LookupCode>{
                                              {std::nullopt, 901}, {Kind::User, 702}, {std::nullopt, 901}};
}

void TestCommandLine::codesAreRead()
{
    QFETCH(QString, codes);
    const Result<CommandLine> line = parse(u"--lookup "_s + codes);
    QVERIFY(line.ok());
    QTEST(line.value().codes, "expected");
}

void TestCommandLine::sortAndLimitAreRead()
{
    const Result<CommandLine> descending = parse(u"--print a --sort time:desc --limit 5"_s);
    QVERIFY(descending.ok());
    QCOMPARE(descending.value().sortColumn, std::optional(RecordColumn::Time));
    QVERIFY(descending.value().sortDescending);
    QCOMPARE(descending.value().limit, std::optional<qint64>(5));
    const Result<CommandLine> plain = parse(u"--print a --sort user"_s);
    QVERIFY(plain.ok());
    QVERIFY(!plain.value().sortDescending);
    QCOMPARE(plain.value().limit, std::optional<qint64>());
}

void TestCommandLine::optionsOfReadingAreRead()
{
    const Result<CommandLine> line =
        parse(u"--summary a --input-format ndjson --encoding utf-16le --zone Europe/Berlin --input-zone UTC --fold "
              "--mask --max-spool 10M --data-dir /tmp/x --progress --yes"_s);
    QVERIFY(line.ok());
    QCOMPARE(line.value().logOptions.formatName, u"ndjson"_s);
    QCOMPARE(line.value().logOptions.encoding, u"UTF-16LE"_s);
    QCOMPARE(line.value().zone, QTimeZone("Europe/Berlin"));
    QCOMPARE(line.value().logOptions.inputZone, QTimeZone("UTC"));
    QCOMPARE(line.value().logOptions.maxSpool, qint64(10) << 20);
    QVERIFY(line.value().logOptions.allowLargeSpool);
    QCOMPARE(line.value().dataDir, u"/tmp/x"_s);
    QVERIFY(line.value().fold && line.value().mask && line.value().progress);
}

void TestCommandLine::zonesDefaultToTheSystems()
{
    const Result<CommandLine> line = parse(u"--summary a"_s);
    QVERIFY(line.ok());
    QCOMPARE(line.value().zone, QTimeZone::systemTimeZone());
    QCOMPARE(line.value().logOptions.inputZone, QTimeZone::systemTimeZone());
    QVERIFY(!line.value().dataDir.isEmpty());
}

void TestCommandLine::sizesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("bytes") << u"4096"_s << qint64(4096);
    QTest::newRow("kilo") << u"3k"_s << qint64(3072);
    QTest::newRow("mega") << u"10M"_s << (qint64(10) << 20);
    QTest::newRow("giga") << u"2G"_s << (qint64(2) << 30);
    QTest::newRow("nothing") << u"0"_s << qint64(0);
}

void TestCommandLine::sizesAreRead()
{
    QFETCH(QString, text);
    const Result<CommandLine> line = parse(u"--summary a --max-spool "_s + text);
    QVERIFY(line.ok());
    QTEST(line.value().logOptions.maxSpool, "bytes");
}

void TestCommandLine::valueMayBeginWithADash()
{
    const Result<CommandLine> line = parse(u"--print a --where -level:error"_s);
    QVERIFY(line.ok());
    QCOMPARE(line.value().query.toString(), u"-level:error"_s);
}

void TestCommandLine::wrongCallsAreRefused_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("names");
    const auto row = [](const char *arguments, const char *names) {
        QTest::newRow(arguments) << QString::fromUtf8(arguments) << QString::fromUtf8(names);
    };
    row("--nonsense", "nonsense");
    row("--summary", "-");
    row("--print", "-");
    row("--print - -", "-");
    row("--summary --print a", "--print");
    row("--lookup", "lookup");
    row("--lookup abc", "abc");
    row("--lookup 702,", "702");
    row("--lookup -5", "-5");
    row("--lookup usr:702", "usr");
    row("--lookup 99999999999999999999", "99999999999999999999");
    row("--lookup 702 a.json", "a.json");
    row("--lookup 702 --where level:error", "--where");
    row("--catalog a.json", "a.json");
    row("--summary a --format csv", "csv");
    row("--print a --format json", "ndjson");
    row("--print a --sort raw", "raw");
    row("--print a --sort colour", "sourceIp");
    row("--print a --sort time:down", "down");
    row("--print a --limit many", "many");
    row("--print a --limit -1", "-1");
    row("--summary a --limit 1", "--print");
    row("--summary a --zone Europe/Nowhere", "Europe/Nowhere");
    row("--summary a --input-zone x", "x");
    row("--summary a --encoding klingon", "UTF-8");
    row("--summary a --input-format word", "ndjson");
    row("--summary a --max-spool 10X", "10X");
    row("--summary a --max-spool 99999999T", "99999999T");
    row("--summary a --where level:error --where code:1", "--where");
    row("--export-catalog c.txt", ".csv");
    row("--catalog --force", "--export-catalog");
    row("--import-catalog", "No file is named");
    row("--import-catalog --import-notes n.json p.html", "do not go together");
    row("--import-notes n.json more.json", "more.json");
    row("--export-notes=", "No file of notes");
    row("--dry-run --catalog", "--import-catalog");
    row("--siem-pack d --from 1", "--change-pack");
    row("--change-pack d", "--from");
    row("--change-pack d --from x", "x");
    row("--change-pack d --from 0", "0");
    row("--change-pack d --from 1 --to new", "new");
    row("--change-pack d --from 1 --where level:error", "--siem-pack");
    row("--siem-pack d e", "e");
    row("--siem-pack d --export-catalog c.md", "--siem-pack");
    row("--yes a.json", "--import-catalog");
    row("--print a --encoding ,", "UTF-8");
}

void TestCommandLine::wrongCallsAreRefused()
{
    QFETCH(QString, arguments);
    QFETCH(QString, names);
    const Result<CommandLine> line = parse(arguments);
    QVERIFY(!line.ok());
    QVERIFY2(line.error().message.contains(names), qPrintable(line.error().message));
}

void TestCommandLine::packsNameTheirFolder()
{
    const CommandLine siem = parse(u"--siem-pack d --where level:error --force"_s).value();
    QCOMPARE(siem.action, Action::SiemPack);
    QCOMPARE(siem.packFolder, u"d"_s);
    QVERIFY(siem.force);
    const CommandLine change = parse(u"--change-pack d --from 1 --to 3"_s).value();
    QCOMPARE(change.action, Action::ChangePack);
    QCOMPARE(change.fromRevision, 1);
    QCOMPARE(change.toRevision, std::optional<qint64>(3));
    QVERIFY(!parse(u"--change-pack d --from 1"_s).value().toRevision);
    QVERIFY(!parseCommandLine({u"evident"_s, u"--siem-pack"_s, QString()}).ok());
}

void TestCommandLine::queryErrorPointsAtTheTerm()
{
    const Result<CommandLine> line =
        parseCommandLine({u"evident"_s, u"--print"_s, u"a"_s, u"--where"_s, u"user:jdoe code:seven"_s});
    QVERIFY(!line.ok());
    const QStringList lines = line.error().message.split(u'\n');
    QCOMPARE(lines.size(), 3);
    const qsizetype mark = lines[2].indexOf(u'^');
    QVERIFY(mark >= lines[1].indexOf(u"code"_s));
    QVERIFY(mark < lines[1].size());
}

void TestCommandLine::helpNamesEveryOption()
{
    const QString help = commandLineHelp();
    for (const QString &option :
         {u"--lookup"_s,    u"--catalog"_s,     u"--summary"_s,    u"--print"_s,   u"--export-catalog"_s,
          u"--where"_s,     u"--format"_s,      u"--sort"_s,       u"--limit"_s,   u"--input-format"_s,
          u"--encoding"_s,  u"--zone"_s,        u"--input-zone"_s, u"--fold"_s,    u"--mask"_s,
          u"--max-spool"_s, u"--data-dir"_s,    u"--progress"_s,   u"--version"_s, u"--help"_s,
          u"--siem-pack"_s, u"--change-pack"_s, u"--from"_s,       u"--to"_s})
        QVERIFY2(help.contains(option), qPrintable(option));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
