#include "follower.h"

#include "followedfile.h"
#include "format.h"
#include "logwriter.h"

#include <QRandomGenerator>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace evident;
using namespace Qt::StringLiterals;
using Change = Follower::Change;

namespace {

QByteArray page(int first, int count)
{
    QByteArrayList items;
    for (int number = first; number < first + count; ++number)
        items.append(record(number));
    return R"({"totalPages":1,"userEventLogExportEntries":[)" + items.join(",\n ") + "]}\n";
}

const QByteArray csvHead = "Total Pages:,1\r\nTotal Elements:,2\r\nPage Size:,100\r\n,,,,,,,,\r\n"
                           "eventId,eventLogDate,eventType,serverURL,Application,customerName,SourceIP,activityDetail,"
                           "userId\r\n,,,,,,,,\r\n";

QByteArray csvRow(int number, const QByteArray &detail)
{
    return QByteArray::number(number) + ",2026-01-15T09:14:02.118Z,user,203.0.113.5,VPN,Example Co,192.0.2.10," + detail
        + ",jdoe@example.com\r\n";
}

/// Bytes that this process has read so far, by whatever call.
qint64 bytesReadSoFar()
{
    QFile file(u"/proc/self/io"_s);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    return file.readAll().split('\n').first().mid(int(qstrlen("rchar: "))).toLongLong();
}

} // namespace

class TestFollower : public QObject
{
    Q_OBJECT

private slots:
    void whatIsAppendedIsReadAsIfItHadBeenThere_data();
    void whatIsAppendedIsReadAsIfItHadBeenThere();
    void everyFormatGoesOn();
    void everyShapeGrowsAsIfItHadBeenThere_data();
    void everyShapeGrowsAsIfItHadBeenThere();
    void anAppendedLineIsThereAtTheNextLook();
    void aLineWithoutItsEndWaitsForTheRest();
    void aLastLineIsCompletedAndNotDoubled();
    void oneLineCostsLittleReading();
    void whatCameWhileIndexingIsReadAfterwards();
    void whatTheFirstBytesLeftOpenIsDecidedAnew();
    void onlyFilesReadInPlaceCanGrow();
    void isReadWhileItGrows();
};

void TestFollower::whatIsAppendedIsReadAsIfItHadBeenThere_data()
{
    QTest::addColumn<QByteArrayList>("pieces");
    QTest::addColumn<int>("restarts");
    const QByteArray one = record(1);
    QTest::newRow("lines") << QByteArrayList{lines(0, 3), lines(3, 1), lines(4, 2)} << 0;
    QTest::newRow("half a line") << QByteArrayList{lines(0, 3), one.first(20), one.mid(20) + "\n" + lines(4, 1)} << 0;
    QTest::newRow("byte by byte") << [] {
        QByteArrayList pieces{lines(0, 1)};
        for (const char byte : lines(1, 2))
            pieces.append(QByteArray(1, byte));
        return pieces;
    }() << 0;
    QTest::newRow("begun when opened") << QByteArrayList{lines(0, 3) + one.first(20), one.mid(20), "\n", lines(2, 1)}
                                       << 0;
    QTest::newRow("line ends before records")
        << QByteArrayList{one + "\n" + one, "\n" + record(2), "\n" + record(3)} << 0;
    QTest::newRow("CR and LF apart") << QByteArrayList{one + "\r\n" + one + "\r", "\n" + one + "\r", "\n"} << 0;
    QTest::newRow("CR of its own") << QByteArrayList{one + "\r\n" + one + "\r", "\r\n" + one, "\r"} << 0;
    QTest::newRow("blank lines") << QByteArrayList{lines(0, 1), "\n", "  ", "\n\n" + lines(1, 1), "   "} << 0;
    QTest::newRow("a character in two") << QByteArrayList{lines(0, 1) + record(1, QByteArray("M\xC3")).first(72),
                                                          record(1, QByteArray("M\xC3\xBCller")).mid(72) + "\n"}
                                        << 0;
    QTest::newRow("text, a character in two")
        << QByteArrayList{"one\ntwo \xE2\x82", "\xAC three", "\nfour \xE2", "\n"} << 0;
    QTest::newRow("many") << QByteArrayList{lines(0, 5000), lines(5000, 3), lines(5003, 40'000) + one.first(9)} << 0;
    QTest::newRow("a chunk full, the last line open")
        << QByteArrayList{lines(0, int(Columns::chunkRows) - 1) + one, "\n" + lines(1, 3)} << 0;
    QTest::newRow("CSV") << QByteArrayList{csvHead + csvRow(1, "Succeeded."), csvRow(2, "Failed."),
                                           csvRow(3, "\"Two,\r\nlines\"").first(80),
                                           csvRow(3, "\"Two,\r\nlines\"").mid(80) + csvRow(4, "Last.")}
                         << 0;
    QTest::newRow("CSV, a quote that stays open")
        << QByteArrayList{csvHead + csvRow(1, "Succeeded."), "2,\"half\r\na\r\n", "line\r\n", "more\r\n"} << 0;
    QTest::newRow("pages") << QByteArrayList{page(0, 3), page(3, 2), page(5, 1)} << 0;
    QTest::newRow("pages in pieces") << QByteArrayList{page(0, 3), page(3, 2).first(9), page(3, 2).mid(9, 60),
                                                       page(3, 2).mid(69) + page(7, 1)}
                                     << 0;
    QTest::newRow("an array that goes on")
        << QByteArrayList{"[" + record(0), "," + record(1) + ",", record(2) + "]"} << 0;
    QTest::newRow("nothing at first") << QByteArrayList{"", lines(0, 1), lines(1, 1)} << 1;
}

void TestFollower::whatIsAppendedIsReadAsIfItHadBeenThere()
{
    QFETCH(QByteArrayList, pieces);
    QFETCH(int, restarts);
    Followed file(pieces.takeFirst());
    Followed hasty(file.rows().isEmpty() ? QByteArray() : [&] {
        QFile first(file.path());
        return first.open(QIODevice::ReadOnly) ? first.readAll() : QByteArray();
    }());
    for (const QByteArray &piece : pieces) {
        file.append(piece);
        file.settle();
        QCOMPARE(file.rows(), file.freshRows());
        // The same, with the pieces coming faster than there is a rest between them.
        hasty.append(piece);
        hasty.look();
    }
    hasty.settle();
    QCOMPARE(hasty.rows(), hasty.freshRows());
    QCOMPARE(file.restarts(), restarts);
    QCOMPARE(hasty.restarts(), restarts);
}

void TestFollower::everyFormatGoesOn()
{
    for (const Format *format : formats())
        QVERIFY2(format->cutter({}, {})->clone(), qPrintable(format->name()));
}

void TestFollower::everyShapeGrowsAsIfItHadBeenThere_data()
{
    QTest::addColumn<QString>("shape");
    QTest::addColumn<quint32>("seed");
    for (const QString &shape : logShapeNames()) {
        for (quint32 seed = 1; seed <= 4; ++seed)
            QTest::addRow("%s, %u", qPrintable(shape), seed) << shape << seed;
    }
}

void TestFollower::everyShapeGrowsAsIfItHadBeenThere()
{
    QFETCH(QString, shape);
    QFETCH(quint32, seed);
    LogGeneratorOptions options;
    options.seed = seed;
    options.records = 120;
    const QByteArray bytes = generateLog(*logShapeNamed(shape), options);
    QRandomGenerator random(seed);
    qsizetype written = random.bounded(int(bytes.size()));
    Followed file(bytes.first(written));
    while (written < bytes.size()) {
        const qsizetype size = std::min<qsizetype>(bytes.size() - written, 1 + random.bounded(4000));
        file.append(bytes.mid(written, size));
        written += size;
        if (random.bounded(3) > 0) {
            file.look();
        } else {
            file.settle();
            QCOMPARE(file.rows(), file.freshRows());
        }
    }
    file.settle();
    QCOMPARE(file.rows(), file.freshRows());
    QVERIFY2(file.restarts() <= 2, qPrintable(QString::number(file.restarts())));
}

void TestFollower::anAppendedLineIsThereAtTheNextLook()
{
    Followed file(lines(0, 3));
    QCOMPARE(file.look().change, Change::None);
    file.append(lines(3, 1));
    QCOMPARE(file.look().change, Change::Appended);
    QCOMPARE(file.log().columns().size(), Row(4));
    QCOMPARE(file.log().columns().revision(), quint64(0));
    QCOMPARE(file.look().change, Change::None);
}

void TestFollower::aLineWithoutItsEndWaitsForTheRest()
{
    Followed file(lines(0, 3));
    file.append(record(3).first(30));
    QCOMPARE(file.look().change, Change::Appended);
    QCOMPARE(file.log().columns().size(), Row(3));
    // Its writer rests: it is shown as it is.
    QCOMPARE(file.look().change, Change::Appended);
    QCOMPARE(file.log().columns().size(), Row(4));
    QCOMPARE(file.log().raw(3).value(), record(3).first(30));
    QCOMPARE(file.log().notUnderstood(), 1);
    QCOMPARE(file.look().change, Change::None);
    QCOMPARE(file.log().columns().revision(), quint64(0));
}

void TestFollower::aLastLineIsCompletedAndNotDoubled()
{
    Followed file(lines(0, 3) + record(3).first(30));
    QCOMPARE(file.log().columns().size(), Row(4));
    QCOMPARE(file.log().notUnderstood(), 1);
    file.append(record(3).mid(30) + "\n");
    QCOMPARE(file.look().change, Change::Appended);
    QCOMPARE(file.log().columns().size(), Row(4));
    QCOMPARE(file.log().raw(3).value(), record(3));
    QCOMPARE(file.log().notUnderstood(), 0);
    QCOMPARE(file.log().columns().revision(), quint64(1));
    QCOMPARE(file.restarts(), 0);
}

void TestFollower::oneLineCostsLittleReading()
{
    if (bytesReadSoFar() < 0)
        QSKIP("This system does not count what a process reads.");
    Followed file(lines(0, 400'000));
    QVERIFY(file.log().bytesTotal() > 32 * 1024 * 1024);
    QCOMPARE(file.look().change, Change::None);
    file.append(lines(1, 1));
    const qint64 before = bytesReadSoFar();
    QCOMPARE(file.look().change, Change::Appended);
    const qint64 read = bytesReadSoFar() - before;
    QCOMPARE(file.log().columns().size(), Row(400'001));
    QVERIFY2(read < 64 * 1024, qPrintable(QString::number(read)));
}

void TestFollower::whatCameWhileIndexingIsReadAfterwards()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"growing.log"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    file.write(lines(0, 40'000));
    const std::shared_ptr<Log> log = Log::open(path, {}).value();
    int published = 0;
    log->index({}, [&] { file.write(lines(100'000 + published++, 2)); });
    QCOMPARE(log->state(), Log::State::Complete);
    QCOMPARE(log->columns().size(), Row(40'000));
    Follower follower(log);
    QCOMPARE(follower.look(true, {}).change, Change::Appended);
    QCOMPARE(log->columns().size(), Row(40'000 + 2 * published));
    QCOMPARE(log->raw(log->columns().size() - 1).value(), record(100'000 + published));
}

void TestFollower::whatTheFirstBytesLeftOpenIsDecidedAnew()
{
    Followed file("{\"event");
    QCOMPARE(file.log().info().formatName, u"text"_s);
    file.append(lines(0, 1).mid(7) + lines(1, 1));
    QCOMPARE(file.look().change, Change::Outgrown);
    QCOMPARE(file.log().info().formatName, u"ndjson"_s);
    file.settle();
    QCOMPARE(file.rows(), file.freshRows());

    Followed text("a heading\nand its lines\n");
    text.append(lines(0, 10));
    const Follower::Look look = text.look();
    QCOMPARE(look.change, Change::Outgrown);
    QCOMPARE(look.message, QString());
    QCOMPARE(text.log().info().formatName, u"ndjson"_s);
}

void TestFollower::onlyFilesReadInPlaceCanGrow()
{
    QCOMPARE(Followed(lines(0, 1)).log().growthObstacle(), QString());
    QVERIFY(!Log::fromBytes(u"pasted"_s, lines(0, 1), {}).value()->growthObstacle().isEmpty());
    const Followed utf16(QByteArray("\xFF\xFE") + QByteArray("a\0\n\0", 4));
    QCOMPARE(utf16.log().info().encoding, u"UTF-16LE"_s);
    QVERIFY2(utf16.log().growthObstacle().contains(u"UTF-16LE"_s), qPrintable(utf16.log().growthObstacle()));
}

void TestFollower::isReadWhileItGrows()
{
    Followed file(lines(0, 2));
    std::atomic<bool> done = false;
    std::atomic<bool> wrong = false;
    {
        const std::jthread reader([&] {
            while (!done) {
                const Log &log = file.log();
                const Row last = log.columns().size() - 1;
                const RecordColumns columns = log.columns().record(last);
                const Result<QByteArray> text = log.raw(last);
                // Half a record or a whole one, always one that stood there.
                wrong = wrong || columns.offset == 0 || !text || !text.value().startsWith("{\"eventCode\"");
                wrong = wrong || log.texts(TextColumn::User).text(columns.user).size() > 4;
            }
        });
        for (int number = 2; number < 60; ++number) {
            file.append(record(number).first(50));
            file.look();
            file.look();
            file.append(record(number).mid(50) + (number % 2 ? "\n" : "\r\n"));
            file.look();
        }
        done = true;
    }
    QVERIFY(!wrong);
    QCOMPARE(file.restarts(), 0);
    QCOMPARE(file.rows(), file.freshRows());
}

QTEST_GUILESS_MAIN(TestFollower)
#include "tst_follower.moc"
