#include "filemerge.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

/// A record of a second of the hour; none for a record without a time.
QByteArray line(int second, const char *user)
{
    const QByteArray time = second < 0
        ? QByteArray()
        : R"("eventLogDate":"2026-01-15T09:)" + QByteArray::number(second / 60).rightJustified(2, '0') + ':'
            + QByteArray::number(second % 60).rightJustified(2, '0') + "Z\",";
    return "{\"eventCode\":702," + time + "\"userId\":\"" + user + "\"}\n";
}

std::vector<Row> allRows(const Log &log)
{
    std::vector<Row> rows(log.columns().size());
    std::iota(rows.begin(), rows.end(), Row(0));
    return rows;
}

QString users(const Log &log, const std::vector<Row> &rows)
{
    QStringList names;
    for (const Row row : rows)
        names.append(log.texts(TextColumn::User).text(log.columns().user(row)));
    return names.join(u' ');
}

} // namespace

class TestFileMerge : public QObject
{
    Q_OBJECT

private slots:
    void mergesByTimeWithTiesByFile();
    void aRecordWithoutTimeStaysBehindItsPredecessor();
    void keepsTheOrderOfWhatIsFilteredOut();
    void agreesWithASlowMerge_data();
    void agreesWithASlowMerge();
    void everyRowKnowsItsFile();
    void whatCannotBeOpenedIsSaid();
    void filesOfAnyFormat();
    void whatIsNoLogIsLeftOut_data();
    void whatIsNoLogIsLeftOut();
    void aStoppedOpeningIsAnError();

private:
    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("The test's file cannot be written.");
        return file.fileName();
    }
    static std::shared_ptr<Log> indexed(const QStringList &paths)
    {
        LogOptions options;
        options.inputZone = QTimeZone::utc();
        Result<std::shared_ptr<Log>> log = Log::openSeveral(paths, options);
        if (!log)
            return nullptr;
        log.value()->index({});
        return log.value();
    }

    QTemporaryDir m_folder;
};

void TestFileMerge::mergesByTimeWithTiesByFile()
{
    const auto log = indexed({write(u"a"_s, line(1, "a1") + line(3, "a3") + line(5, "a5") + line(5, "a5b")),
                              write(u"b"_s, line(1, "b1") + line(2, "b2") + line(5, "b5") + line(9, "b9"))});
    QCOMPARE(log->state(), Log::State::Complete);
    QCOMPARE(users(*log, allRows(*log)), u"a1 a3 a5 a5b b1 b2 b5 b9"_s);
    QCOMPARE(users(*log, mergedByTime(*log, allRows(*log))), u"a1 b1 b2 a3 a5 a5b b5 b9"_s);
}

void TestFileMerge::aRecordWithoutTimeStaysBehindItsPredecessor()
{
    const auto log = indexed({write(u"a"_s, line(-1, "a-") + line(3, "a3") + line(-1, "a3-") + line(8, "a8")),
                              write(u"b"_s, line(-1, "b-") + line(1, "b1") + line(3, "b3") + line(-1, "b3-"))});
    QCOMPARE(users(*log, mergedByTime(*log, allRows(*log))), u"a- b- b1 a3 a3- b3 b3- a8"_s);
}

void TestFileMerge::keepsTheOrderOfWhatIsFilteredOut()
{
    const auto log =
        indexed({write(u"a"_s, line(5, "a5") + line(-1, "a5-")), write(u"b"_s, line(1, "b1") + line(7, "b7"))});
    QCOMPARE(users(*log, mergedByTime(*log, {1, 2, 3})), u"b1 a5- b7"_s);
}

void TestFileMerge::agreesWithASlowMerge_data()
{
    QTest::addColumn<int>("disorder"); // seconds that a record may be out of its order
    QTest::newRow("in order") << 0;
    QTest::newRow("nearly in order") << 3;
    QTest::newRow("in no order") << 3000;
}

void TestFileMerge::agreesWithASlowMerge()
{
    QFETCH(int, disorder);
    std::mt19937 random(20260115);
    QStringList paths;
    for (int file = 0; file < 3; ++file) {
        QByteArray lines;
        for (int record = 0; record < 3000; ++record) {
            const bool timed = random() % 50 != 0;
            const int second = record + int(random() % unsigned(disorder + 1));
            lines += line(timed ? second % 3600 : -1, "x");
        }
        paths.append(write(u"file%1"_s.arg(file), lines));
    }
    const auto log = indexed(paths);
    const Columns &columns = log->columns();
    QCOMPARE(columns.size(), Row(9000));

    std::vector<qint64> times;
    for (Row row = 0; row < columns.size(); ++row) {
        const bool isFirst = row == 0 || log->partOf(row) != log->partOf(row - 1);
        times.push_back(columns.time(row) != noTime ? columns.time(row) : isFirst ? noTime : times.back());
    }
    std::vector<Row> rows;
    for (Row row = 0; row < columns.size(); ++row) {
        if (random() % 3 != 0)
            rows.push_back(row);
    }
    std::vector<Row> expected = rows;
    std::ranges::stable_sort(expected, {}, [&](Row row) { return times[row]; });
    QVERIFY(mergedByTime(*log, rows) == expected);
}

void TestFileMerge::everyRowKnowsItsFile()
{
    const QStringList paths{write(u"a"_s, line(1, "a1") + line(2, "a2")), write(u"empty"_s, {}),
                            write(u"b"_s, "\n" + line(1, "b1"))};
    const auto log = indexed(paths);
    QCOMPARE(log->partCount(), size_t(3));
    QCOMPARE(log->columns().size(), Row(3));
    QCOMPARE(log->info(0).path, paths[0]);
    QCOMPARE(log->info(1).path, paths[0]);
    QCOMPARE(log->info(2).path, paths[2]);
    QCOMPARE(log->columns().record(1).line, 2U);
    QCOMPARE(log->columns().record(2).line, 2U);
    QCOMPARE(log->raw(1).value(), line(2, "a2").trimmed());
    QCOMPARE(log->raw(2).value(), line(1, "b1").trimmed());
    QCOMPARE(log->field(2, u"userId"_s), u"b1"_s);
    QCOMPARE(log->bytesRead(), log->bytesTotal());
    QVERIFY(!log->growthObstacle().isEmpty());
}

void TestFileMerge::whatCannotBeOpenedIsSaid()
{
    const QString missing = m_folder.filePath(u"missing"_s);
    const auto log = indexed({missing, write(u"a"_s, line(1, "a1"))});
    QCOMPARE(log->state(), Log::State::Failed);
    QVERIFY(log->error()->message.contains(missing));
    QCOMPARE(users(*log, allRows(*log)), u"a1"_s);
    QVERIFY(!Log::openSeveral({missing}, {}));
}

void TestFileMerge::filesOfAnyFormat()
{
    const auto log =
        indexed({write(u"a"_s, "[{\"eventCode\":702,\"eventLogDate\":\"2026-01-15T09:00:05Z\",\"userId\":\"array\"}]"),
                 write(u"b"_s, line(1, "lines")), write(u"c"_s, "2026-01-15 09:00:03 a text\n")});
    const std::vector<Row> rows = mergedByTime(*log, allRows(*log));
    QCOMPARE(rows, (std::vector<Row>{1, 2, 0}));
    QCOMPARE(log->fields(0).value().size(), 3);
    QCOMPARE(log->raw(2).value(), QByteArray("2026-01-15 09:00:03 a text"));
    QCOMPARE(log->info(2).formatName, u"text"_s);
    QCOMPARE(log->info().formatName, QString());
}

void TestFileMerge::whatIsNoLogIsLeftOut_data()
{
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QStringList>("leftOut");
    QTest::newRow("text and binary beside events") << QStringList{u"events"_s, u"text"_s, u"binary"_s, u"nothing"_s}
                                                   << QStringList{u"text"_s, u"binary"_s, u"nothing"_s};
    QTest::newRow("binary beside text") << QStringList{u"binary"_s, u"text"_s} << QStringList{u"binary"_s};
    QTest::newRow("text alone") << QStringList{u"text"_s, u"text"_s} << QStringList();
    QTest::newRow("binary alone is better than nothing") << QStringList{u"binary"_s, u"binary"_s} << QStringList();
}

void TestFileMerge::whatIsNoLogIsLeftOut()
{
    QFETCH(const QStringList, files);
    QFETCH(const QStringList, leftOut);
    write(u"events"_s, line(1, "a1"));
    write(u"text"_s, "just words\n");
    write(u"binary"_s, QByteArray("\1\0\2", 3));
    write(u"nothing"_s, {});
    QStringList paths;
    for (const QString &file : files)
        paths.append(m_folder.filePath(file));
    const auto log = Log::openSeveral(paths, {}, {}, Log::Take::Logs);
    QVERIFY(log);
    QStringList names;
    for (const QString &path : log.value()->leftOut())
        names.append(QFileInfo(path).fileName());
    QCOMPARE(names, leftOut);
    QCOMPARE(qsizetype(log.value()->partCount()), files.size() - leftOut.size());
    QCOMPARE(qsizetype(Log::openSeveral(paths, {}).value()->partCount()), files.size());
}

void TestFileMerge::aStoppedOpeningIsAnError()
{
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!Log::openSeveral({write(u"a"_s, line(1, "a1"))}, {}, stop.get_token()));
}

QTEST_GUILESS_MAIN(TestFileMerge)
#include "tst_filemerge.moc"
