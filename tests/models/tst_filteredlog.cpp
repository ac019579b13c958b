#include "filteredlog.h"

#include "recordorder.h"
#include "smalllog.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

const char *const firstFile =
    R"({"eventId":"10","eventCode":"702","eventLogDate":"2026-01-15T09:00:00.000Z","userId":"b"}
{"eventId":"9","eventCode":"901"}
{"eventId":"8","eventCode":"901","eventLogDate":"2026-01-15T11:00:00.000Z","userId":"A"}
)";
const char *const secondFile = R"({"eventId":"7","eventCode":"600"}
{"eventId":"6","eventCode":"777","eventLevel":"critical","eventLogDate":"2026-01-15T12:00:00.000Z","userId":"c"}
{"eventId":"5","eventCode":"702","eventLogDate":"2026-01-15T09:00:00.000Z","userId":"B"}
{"eventId":"8","eventCode":"901","eventLogDate":"2026-01-15T11:00:00.000Z","userId":"A"}
)";

QString eventIds(const FilteredLog &log, const std::vector<Row> &rows)
{
    QStringList ids;
    for (const Row row : rows) {
        const Result<NormalisedRecord> record = normalisedRecord(*log.log(), row, log.resolution());
        ids.append(record ? record.value().eventId : u"?"_s);
    }
    return ids.join(u' ');
}

QString eventIds(const FilteredLog &log)
{
    return eventIds(log, recordOrder(log));
}

} // namespace

class TestFilteredLog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void oneFileKeepsItsOrder();
    void severalFilesAreMergedByTime();
    void filteredRowStaysBehindItsPredecessor();
    void sortsByColumns_data();
    void sortsByColumns();
    void duplicatesAreFoundAcrossFiles();
    void recordsWithoutAnEventIdAreNoDuplicates();
    void textRepeatsAnEventOnly();
    void linesOfTextAreNoDuplicates();
    void foldDropsWhatRepeatsAKeptRow();
    void fileThatCannotBeReadHasAnErrorOnly();
    void withoutAnyFileThereIsNothing();
    void filesTellWhatIsInThem();
    void progressTellsOfEachFile();

private:
    QString fileWith(const QString &name, const QByteArray &bytes);
    QStringList bothFiles();
    FilteredLog readFiles(const QStringList &paths);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFilteredLog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

QString TestFilteredLog::fileWith(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

QStringList TestFilteredLog::bothFiles()
{
    return {fileWith(u"a.json"_s, firstFile), fileWith(u"b.json"_s, secondFile)};
}

FilteredLog TestFilteredLog::readFiles(const QStringList &paths)
{
    FilteredLog log(smallCatalog(), {});
    log.open(paths);
    log.read();
    return log;
}

void TestFilteredLog::oneFileKeepsItsOrder()
{
    QCOMPARE(eventIds(readFiles({fileWith(u"b.json"_s, secondFile)})), u"7 6 5 8"_s);
}

void TestFilteredLog::severalFilesAreMergedByTime()
{
    // 7 has neither a time nor a predecessor; 9 stays behind 10; 10 and 5 are of one time, and so are both 8.
    QCOMPARE(eventIds(readFiles(bothFiles())), u"7 10 9 5 8 8 6"_s);
}

void TestFilteredLog::filteredRowStaysBehindItsPredecessor()
{
    FilteredLog log = readFiles(bothFiles());
    log.filter(Query::parse(u"code:901,777").query, QTimeZone::utc());
    QCOMPARE(eventIds(log), u"9 8 8 6"_s);
}

void TestFilteredLog::sortsByColumns_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<bool>("descending");
    QTest::addColumn<QString>("order");
    QTest::newRow("code") << u"code"_s << false << u"7 10 5 6 9 8 8"_s;
    QTest::newRow("code, descending") << u"code"_s << true << u"9 8 8 6 10 5 7"_s;
    QTest::newRow("level by weight") << u"level"_s << false << u"6 10 5 7 9 8 8"_s;
    QTest::newRow("user without regard to case") << u"user"_s << false << u"8 8 5 10 6 7 9"_s;
    QTest::newRow("time, absent last") << u"time"_s << false << u"10 5 8 8 6 7 9"_s;
    QTest::newRow("event id as a number") << u"eventId"_s << false << u"5 6 7 8 8 9 10"_s;
    QTest::newRow("line") << u"line"_s << false << u"7 10 9 6 5 8 8"_s;
    QTest::newRow("known") << u"known"_s << false << u"6 7 10 9 5 8 8"_s;
    QTest::newRow("file") << u"file"_s << true << u"7 5 8 6 10 9 8"_s;
}

void TestFilteredLog::sortsByColumns()
{
    QFETCH(QString, column);
    QFETCH(bool, descending);
    const FilteredLog log = readFiles(bothFiles());
    const RecordColumn by = recordColumnFromName(column).value();
    QTEST(eventIds(log, sortedByColumn(log, recordOrder(log), by, descending)), "order");
}

void TestFilteredLog::duplicatesAreFoundAcrossFiles()
{
    FilteredLog log = readFiles(bothFiles());
    log.findDuplicates();
    QCOMPARE(*log.duplicates(), std::vector<Row>{6});
    QCOMPARE(log.summary().duplicates, 1);
    log.filter(Query::parse(u"is:duplicate").query, QTimeZone::utc());
    QCOMPARE(eventIds(log), u"8"_s);
}

/// The same words twice may well be two events.
void TestFilteredLog::recordsWithoutAnEventIdAreNoDuplicates()
{
    const QByteArray words = "heartbeat\nheartbeat\n";
    const QByteArray table = "eventCode,eventId_s\n702,\n702,\n702,1\n702,1\n";
    QStringList files;
    for (const QByteArray &bytes : {words, words, table, table})
        files.append(fileWith(u"%1.log"_s.arg(files.size()), bytes));
    FilteredLog log = readFiles(files);
    log.findDuplicates();
    QCOMPARE(*log.duplicates(), (std::vector<Row>{7, 10, 11}));
    QCOMPARE(log.summary().duplicates, 3);
    QCOMPARE(log.fold(), 3);

    FilteredLog one = readFiles({fileWith(u"table.csv"_s, table)});
    one.findDuplicates();
    QCOMPARE(*one.duplicates(), std::vector<Row>{3});
}

/// The same text may have an event id in one file and none in another.
void TestFilteredLog::textRepeatsAnEventOnly()
{
    const QString withUsers = fileWith(u"users.csv"_s, "eventCode,userId_s\n702,1\n702,1\n");
    const QString withIds = fileWith(u"ids.csv"_s, "eventCode,eventId_s\n702,1\n702,1\n");
    FilteredLog log = readFiles({withUsers, withIds, withUsers});
    QCOMPARE(log.log()->info().formatName, u"siem-csv"_s);
    log.findDuplicates();
    QCOMPARE(*log.duplicates(), std::vector<Row>{3});
}

/// What a line of text names is no field.
void TestFilteredLog::linesOfTextAreNoDuplicates()
{
    LogOptions asText;
    asText.formatName = u"text"_s;
    FilteredLog log(smallCatalog(), asText);
    log.open({fileWith(u"a.json"_s, QByteArray(firstFile) + firstFile)});
    log.read();
    log.findDuplicates();
    QVERIFY(log.duplicates()->empty());
}

void TestFilteredLog::foldDropsWhatRepeatsAKeptRow()
{
    FilteredLog log = readFiles(bothFiles());
    log.filter(Query(), QTimeZone::utc());
    QCOMPARE(log.fold(), 1);
    QCOMPARE(eventIds(log), u"7 10 9 5 8 6"_s);
    log.filter(Query::parse(u"file:b.json").query, QTimeZone::utc());
    QCOMPARE(log.fold(), 0);
    QCOMPARE(log.summary().matched, 4);
    log.filter(Query::parse(u"code:901").query, QTimeZone::utc());
    QCOMPARE(log.fold(), 1);
    QCOMPARE(eventIds(log), u"9 8"_s);
}

void TestFilteredLog::fileThatCannotBeReadHasAnErrorOnly()
{
    const QString missing = m_folder->filePath(u"missing.json"_s);
    FilteredLog log = readFiles(QStringList{missing} + bothFiles());
    log.filter(Query(), QTimeZone::utc());
    log.findDuplicates();
    QCOMPARE(log.files().size(), size_t(3));
    QCOMPARE(log.files()[0].path, missing);
    QVERIFY(!log.files()[0].error.isEmpty());
    QVERIFY(!log.files()[0].part);
    QVERIFY(log.files()[1].error.isEmpty());
    QCOMPARE(log.files()[2].part.value(), size_t(1));
    QCOMPARE(log.summary().matched, 7);
    QCOMPARE(eventIds(log), u"7 10 9 5 8 8 6"_s);
}

void TestFilteredLog::withoutAnyFileThereIsNothing()
{
    FilteredLog log = readFiles({m_folder->filePath(u"missing.json"_s)});
    log.filter(Query::parse(u"is:duplicate").query, QTimeZone::utc());
    log.findDuplicates();
    QCOMPARE(log.fold(), 0);
    QCOMPARE(log.summary().records, 0);
    QVERIFY(recordOrder(log).empty());
    QVERIFY(!log.files().front().error.isEmpty());
}

void TestFilteredLog::filesTellWhatIsInThem()
{
    const QString cut =
        fileWith(u"cut.json"_s, R"({"userEventLogExportEntries":[{"eventCode":"702"},{"eventCode":"90)");
    const QString latin = fileWith(u"latin.log"_s, QByteArray(firstFile).replace("\"b\"", "\"\xe4\""));
    const FilteredLog log = readFiles({cut, latin, fileWith(u"b.json"_s, secondFile)});
    const std::vector<FilteredLog::File> &files = log.files();
    QVERIFY(!files[0].error.isEmpty());
    QVERIFY(files[1].error.isEmpty() && files[2].error.isEmpty());
    const Log &all = *log.log();
    QCOMPARE(all.partResult(0).rowsEnd, 2U);
    QCOMPARE(all.partResult(1).rowsBegin, 2U);
    QCOMPARE(all.partResult(1).rowsEnd, 5U);
    QCOMPARE(all.partResult(2).rowsEnd, 9U);
    QCOMPARE(all.partResult(0).notUnderstood, 1);
    QCOMPARE(all.partResult(1).notUnderstood, 0);
    QCOMPARE(all.suggestedEncoding(1), u"windows-1252"_s);
    QCOMPARE(all.suggestedEncoding(2), QString());
}

void TestFilteredLog::progressTellsOfEachFile()
{
    const QStringList paths = bothFiles();
    QStringList told;
    FilteredLog log(smallCatalog(), {}, [&](const QString &path, FilteredLog::Phase phase, qint64 done, qint64 total) {
        if (phase == FilteredLog::Phase::Reading)
            told.append(u"%1 %2 of %3"_s.arg(QFileInfo(path).fileName()).arg(done).arg(total));
    });
    log.open(paths);
    log.read();
    QStringList expected;
    for (const QString &path : paths)
        expected.append(u"%1 %2 of %2"_s.arg(QFileInfo(path).fileName()).arg(QFileInfo(path).size()));
    told.removeDuplicates();
    QCOMPARE(told, expected);
}

QTEST_GUILESS_MAIN(TestFilteredLog)
#include "tst_filteredlog.moc"
