#include "follower.h"

#include "format.h"
#include "logwriter.h"
#include "source.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>
#include <utime.h>

using namespace evident;
using namespace Qt::StringLiterals;
using Change = Follower::Change;

namespace {

QByteArray record(int number, const QByteArray &user = "jdoe")
{
    return R"({"eventCode":")" + QByteArray::number(700 + number % 50)
        + R"(","eventLogDate":"2026-01-15T09:00:00.000Z","userId":")" + user + R"(","eventId":")"
        + QByteArray::number(number) + "\"}";
}

QByteArray lines(int first, int count)
{
    QByteArray text;
    for (int number = first; number < first + count; ++number)
        text += record(number) + "\n";
    return text;
}

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

/// All that a log says of its records, in words: ids differ from log to log.
QStringList described(const Log &log)
{
    QStringList rows;
    for (Row row = 0; row < log.columns().size(); ++row) {
        const RecordColumns record = log.columns().record(row);
        const EventShape shape = log.shape(record.shape);
        const Result<QByteArray> raw = log.raw(row);
        rows.append(u"%1+%2 line %3 at %4, %5 %6 by %7: %8"_s.arg(record.offset)
                        .arg(record.length)
                        .arg(record.line)
                        .arg(record.time)
                        .arg(shape.code)
                        .arg(shape.understood)
                        .arg(log.texts(TextColumn::User).text(record.user),
                             raw ? QString::fromUtf8(raw.value()) : raw.error().message));
    }
    rows.append(u"%1 not understood, %2 invalid bytes, %3 bytes, state %4, %5"_s.arg(log.notUnderstood())
                    .arg(log.invalidBytes())
                    .arg(log.bytesRead())
                    .arg(int(log.state()))
                    .arg(log.error().value_or(Error()).message));
    return rows;
}

/// A file, and a log that follows it as a document does: where it is to start over, it does.
class Followed
{
public:
    explicit Followed(const QByteArray &bytes)
        : m_path(m_folder.filePath(u"growing.log"_s))
    {
        write(bytes);
        open();
    }

    void append(const QByteArray &bytes) { put(bytes, QIODevice::Append); }
    void write(const QByteArray &bytes) { put(bytes, QIODevice::WriteOnly | QIODevice::Truncate); }
    /// Makes sure that the file's time is another.
    void touch(int secondsAgo)
    {
        const auto time = std::time_t(1'768'468'442 - secondsAgo);
        const utimbuf times{time, time};
        QVERIFY(::utime(QFile::encodeName(m_path).constData(), &times) == 0);
    }

    Follower::Look look(bool follow = true)
    {
        const Follower::Look look = m_follower->look(follow, {});
        if (look.startOver) {
            ++m_restarts;
            open();
        }
        return look;
    }
    /// Until nothing is new any more.
    void settle()
    {
        for (int looks = 0, quiet = 0; quiet < 2; ++looks) {
            quiet = look().change == Change::None ? quiet + 1 : 0;
            QVERIFY2(looks < 20, "The log finds no rest.");
        }
    }

    QString path() const { return m_path; }
    QString other() const { return m_folder.filePath(u"other.log"_s); }
    const Log &log() const { return *m_log; }
    int restarts() const { return m_restarts; }
    QStringList rows() const { return described(*m_log); }
    QStringList freshRows() const
    {
        const Result<std::shared_ptr<Log>> fresh = Log::open(m_path, options());
        if (!fresh)
            return {fresh.error().message};
        fresh.value()->index({});
        return described(*fresh.value());
    }

private:
    static LogOptions options()
    {
        LogOptions options;
        options.inputZone = QTimeZone::utc();
        return options;
    }
    void put(const QByteArray &bytes, QIODevice::OpenMode mode)
    {
        QFile file(m_path);
        QVERIFY(file.open(mode | QIODevice::Unbuffered));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    void open()
    {
        const Result<std::shared_ptr<Log>> log = Log::open(m_path, options());
        QVERIFY2(log.ok(), "The file cannot be opened.");
        m_log = log.value();
        m_log->index({});
        m_follower = std::make_unique<Follower>(m_log);
    }

    QTemporaryDir m_folder;
    QString m_path;
    std::shared_ptr<Log> m_log;
    std::unique_ptr<Follower> m_follower;
    int m_restarts = 0;
};

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
    void aFileCutShortStartsOver();
    void anotherFileInItsPlaceStartsOver_data();
    void anotherFileInItsPlaceStartsOver();
    void otherBytesStartOver_data();
    void otherBytesStartOver();
    void aRecordReadBackThatIsAnotherStartsOver();
    void aFileThatIsGoneIsMissedAndFoundAgain();
    void theRestOfARotatedFileIsReadFirst();
    void withoutFollowingItOnlyTells();
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

void TestFollower::aFileCutShortStartsOver()
{
    Followed file(lines(0, 30));
    file.write(lines(100, 4));
    const Follower::Look look = file.look();
    QCOMPARE(look.change, Change::Truncated);
    QVERIFY(look.startOver);
    QVERIFY2(look.message.contains(file.path()), qPrintable(look.message));
    QCOMPARE(file.log().columns().size(), Row(4));
    file.append(lines(104, 1));
    file.settle();
    QCOMPARE(file.rows(), file.freshRows());
    QCOMPARE(file.restarts(), 1);
}

void TestFollower::anotherFileInItsPlaceStartsOver_data()
{
    QTest::addColumn<bool>("rotated");
    QTest::newRow("renamed over") << false;
    QTest::newRow("rotated") << true;
}

void TestFollower::anotherFileInItsPlaceStartsOver()
{
    QFETCH(bool, rotated);
    Followed file(lines(0, 30));
    if (rotated) {
        QVERIFY(QFile::rename(file.path(), file.other()));
        file.write(lines(0, 31));
    } else {
        QFile other(file.other());
        QVERIFY(other.open(QIODevice::WriteOnly));
        other.write(lines(0, 31));
        other.close();
        QVERIFY(::rename(QFile::encodeName(file.other()).constData(), QFile::encodeName(file.path()).constData()) == 0);
    }
    const Follower::Look look = file.look();
    QCOMPARE(look.change, rotated ? Change::Rotated : Change::Replaced);
    QVERIFY(look.startOver);
    QVERIFY2(look.message.contains(file.path()), qPrintable(look.message));
    QCOMPARE(file.log().columns().size(), Row(31));
    file.append(lines(31, 1));
    file.settle();
    QCOMPARE(file.rows(), file.freshRows());
    QCOMPARE(file.restarts(), 1);
}

void TestFollower::otherBytesStartOver_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray before = lines(0, 200);
    QByteArray middle = before;
    middle[middle.size() / 2] = '#';
    QTest::newRow("as many") << lines(200, 200);
    QTest::newRow("as many, in the middle") << middle;
    QTest::newRow("more, from the beginning") << lines(300, 300);
    QTest::newRow("more, before the end") << before.chopped(10) + "##########" + lines(300, 3);
    QTest::newRow("an array's end") << before.chopped(1) + "," + lines(300, 3);
}

void TestFollower::otherBytesStartOver()
{
    QFETCH(QByteArray, bytes);
    Followed file(lines(0, 200));
    file.touch(5);
    file.settle(); // the time alone is a change, too
    file.write(bytes);
    file.touch(3);
    Follower::Look look = file.look();
    if (look.change == Change::None) // the writer may be about to append
        look = file.look();
    QCOMPARE(look.change, Change::Rewritten);
    QVERIFY(look.startOver);
    QVERIFY2(look.message.contains(file.path()), qPrintable(look.message));
    file.settle();
    QCOMPARE(file.rows(), file.freshRows());
}

void TestFollower::aRecordReadBackThatIsAnotherStartsOver()
{
    Followed file(lines(0, 2000));
    QCOMPARE(file.log().raw(1000).value(), record(1000));
    // Far from both ends, and something appended: only who reads the record can see it.
    QByteArray bytes = lines(0, 2000);
    bytes.replace(record(1000), record(1049, "jdox").leftJustified(record(1000).size()));
    file.write(bytes + lines(2000, 1));
    QCOMPARE(file.look().change, Change::Appended);
    QVERIFY(!file.log().raw(1000).ok());
    const Follower::Look look = file.look();
    QCOMPARE(look.change, Change::Rewritten);
    QVERIFY(look.startOver);
    file.settle();
    QCOMPARE(file.rows(), file.freshRows());
    QCOMPARE(file.log().raw(1000).value().trimmed(), record(1049, "jdox"));
}

void TestFollower::aFileThatIsGoneIsMissedAndFoundAgain()
{
    Followed file(lines(0, 3));
    QVERIFY(QFile::rename(file.path(), file.other()));
    const Follower::Look gone = file.look();
    QCOMPARE(gone.change, Change::Gone);
    QVERIFY(!gone.startOver);
    QVERIFY2(gone.message.contains(file.path()), qPrintable(gone.message));
    QCOMPARE(file.look().change, Change::None); // said once
    QCOMPARE(file.log().raw(2).value(), record(2));
    QVERIFY(QFile::rename(file.other(), file.path()));
    QCOMPARE(file.look().change, Change::Back);
    QCOMPARE(file.look().change, Change::None);

    QVERIFY(QFile::remove(file.path()));
    QCOMPARE(file.look().change, Change::Gone);
    file.write(lines(10, 2));
    const Follower::Look replaced = file.look();
    QCOMPARE(replaced.change, Change::Replaced);
    QVERIFY(replaced.startOver);
    QCOMPARE(file.rows(), file.freshRows());
}

void TestFollower::theRestOfARotatedFileIsReadFirst()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"growing.log"_s);
    const QString old = folder.filePath(u"growing.log.1"_s);
    const auto write = [](const QString &name, const QByteArray &bytes) {
        QFile file(name);
        return file.open(QIODevice::Append) && file.write(bytes) == bytes.size();
    };
    QVERIFY(write(path, lines(0, 3)));
    const std::shared_ptr<Log> log = Log::open(path, {}).value();
    log->index({});
    Follower follower(log);
    QVERIFY(QFile::rename(path, old));
    QVERIFY(write(old, lines(3, 2)));
    QVERIFY(write(path, lines(50, 1)));
    QCOMPARE(follower.look(true, {}).change, Change::Rotated);
    QCOMPARE(log->columns().size(), Row(5));
    QCOMPARE(log->raw(4).value(), record(4));
}

void TestFollower::withoutFollowingItOnlyTells()
{
    Followed file(lines(0, 3));
    file.append(lines(3, 2));
    QCOMPARE(file.look(false).change, Change::None);
    QCOMPARE(file.log().columns().size(), Row(3));
    QVERIFY(QFile::rename(file.path(), file.other()));
    QCOMPARE(file.look(false).change, Change::Gone);
    file.write(lines(7, 1));
    const Follower::Look rotated = file.look(false);
    QCOMPARE(rotated.change, Change::Rotated);
    QVERIFY(!rotated.startOver);
    QCOMPARE(file.look(false).change, Change::None);
    QCOMPARE(file.restarts(), 0);
    // What is shown is not what was read any more: it cannot stay.
    QVERIFY(QFile::resize(file.other(), 5));
    const Follower::Look truncated = file.look(false);
    QCOMPARE(truncated.change, Change::Truncated);
    QVERIFY(truncated.startOver);

    Followed again(lines(0, 3));
    again.append(lines(3, 2));
    QCOMPARE(again.look(false).change, Change::None);
    QCOMPARE(again.look(true).change, Change::Appended);
    QCOMPARE(again.log().columns().size(), Row(5));
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
