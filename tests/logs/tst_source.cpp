#include "filehandle.h"
#include "source.h"
#include "spool.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <thread>

using namespace evident;
using namespace Qt::StringLiterals;

class TestSource : public QObject
{
    Q_OBJECT

private slots:
    void readsAtAnyPosition_data();
    void readsAtAnyPosition();
    void refusesWhatIsNoFile_data();
    void refusesWhatIsNoFile();
    void sizeFollowsTheFile();
    void spoolsAPipe();
    void stopsWaitingForAPipe();
    void refusesAnInputThatIsClosed();
    void spoolKeepsToItsLimit();
    void spoolTellsThatTheDiskIsFull();
    void spoolLeavesNoFileBehind();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString pipe(const QString &name) const;
    void write(const QString &name, const QByteArray &bytes) const;

    QTemporaryDir m_folder;
};

QString TestSource::pipe(const QString &name) const
{
    ::mkfifo(QFile::encodeName(path(name)).constData(), 0600);
    return path(name);
}

void TestSource::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void TestSource::readsAtAnyPosition_data()
{
    QTest::addColumn<std::shared_ptr<Source>>("source");
    write(u"ten"_s, "0123456789");
    QTest::newRow("file") << openFileSource(path(u"ten"_s)).value();
    QTest::newRow("memory") << memorySource("0123456789");
}

void TestSource::readsAtAnyPosition()
{
    QFETCH(std::shared_ptr<Source>, source);
    QCOMPARE(source->size().value(), 10);
    QCOMPARE(readBytes(*source, 0, 4).value(), "0123");
    QCOMPARE(readBytes(*source, 3, 3).value(), "345");
    QCOMPARE(readBytes(*source, 8, 100).value(), "89");
    QCOMPARE(readBytes(*source, 10, 5).value(), "");
    QCOMPARE(readBytes(*source, 11, 5).value(), "");
    QCOMPARE(readBytes(*source, 2, 0).value(), "");
}

void TestSource::refusesWhatIsNoFile_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("reason");
    QTest::newRow("missing") << path(u"missing.log"_s) << u"does not exist"_s;
    QTest::newRow("below a file") << path(u"ten/x"_s) << u"does not exist"_s;
    QTest::newRow("folder") << m_folder.path() << u"is a folder"_s;
    QTest::newRow("pipe") << pipe(u"refused"_s) << u"is a pipe"_s;
    QTest::newRow("device") << u"/dev/null"_s << u"is a device"_s;
    QTest::newRow("name too long") << path(QString(5000, u'x')) << u"cannot be opened"_s;
}

void TestSource::refusesWhatIsNoFile()
{
    QFETCH(QString, path);
    QFETCH(QString, reason);
    const Result<std::shared_ptr<Source>> source = openFileSource(path);
    QVERIFY(!source.ok());
    QVERIFY2(source.error().message.contains(path), qPrintable(source.error().message));
    QVERIFY2(source.error().message.contains(reason), qPrintable(source.error().message));
}

void TestSource::sizeFollowsTheFile()
{
    write(u"shrinking"_s, "0123456789");
    const std::shared_ptr<Source> source = openFileSource(path(u"shrinking"_s)).value();
    QVERIFY(QFile::resize(path(u"shrinking"_s), 4));
    QCOMPARE(source->size().value(), 4);
    QCOMPARE(readBytes(*source, 2, 8).value(), "23");
    QVERIFY(QFile::remove(path(u"shrinking"_s)));
    QCOMPARE(readBytes(*source, 0, 8).value(), "0123");
}

void TestSource::spoolsAPipe()
{
    const QString name = pipe(u"spooled"_s);
    const QByteArray text = QByteArray("some text\n").repeated(50'000);
    const Result<FileHandle> input = FileHandle::openForReading(name);
    QVERIFY(input.ok());
    const std::jthread writer([&] {
        QFile file(name);
        if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            file.write(text);
    });
    const Result<std::shared_ptr<Source>> source = spooledInput(input.value(), SpoolJob(name, 1 << 20));
    QVERIFY(source.ok());
    QCOMPARE(readBytes(*source.value(), 0, 1 << 20).value(), text);
}

void TestSource::stopsWaitingForAPipe()
{
    const Result<FileHandle> input = FileHandle::openForReading(pipe(u"silent"_s));
    QVERIFY(input.ok());
    std::stop_source stop;
    const std::jthread stopper([&] { stop.request_stop(); });
    SpoolJob job(u"silent"_s, 1 << 20);
    job.stop = stop.get_token();
    const Result<std::shared_ptr<Source>> source = spooledInput(input.value(), job);
    QVERIFY(!source.ok());
    QVERIFY2(source.error().message.contains(u"cancelled"_s), qPrintable(source.error().message));
}

void TestSource::refusesAnInputThatIsClosed()
{
    const Result<std::shared_ptr<Source>> source =
        spooledInput(FileHandle(-1, u"standard input"_s), SpoolJob(u"-"_s, 1 << 20));
    QVERIFY(!source.ok());
    QVERIFY2(source.error().message.contains(u"standard input"_s), qPrintable(source.error().message));
}

void TestSource::spoolKeepsToItsLimit()
{
    Result<Spool> spool = Spool::create(SpoolJob(u"input.log"_s, 10));
    QVERIFY(spool.ok());
    QVERIFY(spool.value().write("0123456789").ok());
    const Result<void> more = spool.value().write("x");
    QVERIFY(!more.ok());
    QVERIFY2(more.error().message.contains(u"input.log"_s), qPrintable(more.error().message));
    QVERIFY2(more.error().message.contains(u"10 bytes"_s), qPrintable(more.error().message));
    const std::shared_ptr<Source> source = std::move(spool).value().finish();
    QCOMPARE(readBytes(*source, 0, 100).value(), "0123456789");
}

void TestSource::spoolTellsThatTheDiskIsFull()
{
    Spool spool(FileHandle(::open("/dev/full", O_WRONLY | O_CLOEXEC), u"/somewhere"_s), SpoolJob(u"input.log"_s, 1000));
    const Result<void> written = spool.write("x");
    QVERIFY(!written.ok());
    QVERIFY2(written.error().message.contains(u"no room left"_s), qPrintable(written.error().message));
}

void TestSource::spoolLeavesNoFileBehind()
{
    const QTemporaryDir folder;
    qputenv("TMPDIR", QFile::encodeName(folder.path()));
    Result<Spool> spool = Spool::create(SpoolJob(u"input.log"_s, 100));
    qunsetenv("TMPDIR");
    QVERIFY(spool.ok());
    QVERIFY(spool.value().write("secret").ok());
    QVERIFY(
        QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot).isEmpty());
}

QTEST_APPLESS_MAIN(TestSource)
#include "tst_source.moc"
