// A followed file that does not merely grow: cut short, rotated, written anew or gone.

#include "followedfile.h"

using namespace evident;
using namespace Qt::StringLiterals;
using Change = Follower::Change;

class TestReplacedFile : public QObject
{
    Q_OBJECT

private slots:
    void aFileCutShortStartsOver();
    void anotherFileInItsPlaceStartsOver_data();
    void anotherFileInItsPlaceStartsOver();
    void otherBytesStartOver_data();
    void otherBytesStartOver();
    void aRecordReadBackThatIsAnotherStartsOver();
    void aFileThatIsGoneIsMissedAndFoundAgain();
    void theRestOfARotatedFileIsReadFirst();
    void withoutFollowingItOnlyTells();
};

void TestReplacedFile::aFileCutShortStartsOver()
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

void TestReplacedFile::anotherFileInItsPlaceStartsOver_data()
{
    QTest::addColumn<bool>("rotated");
    QTest::newRow("renamed over") << false;
    QTest::newRow("rotated") << true;
}

void TestReplacedFile::anotherFileInItsPlaceStartsOver()
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

void TestReplacedFile::otherBytesStartOver_data()
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

void TestReplacedFile::otherBytesStartOver()
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

void TestReplacedFile::aRecordReadBackThatIsAnotherStartsOver()
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

void TestReplacedFile::aFileThatIsGoneIsMissedAndFoundAgain()
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

void TestReplacedFile::theRestOfARotatedFileIsReadFirst()
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

void TestReplacedFile::withoutFollowingItOnlyTells()
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

QTEST_GUILESS_MAIN(TestReplacedFile)
#include "tst_replacedfile.moc"
