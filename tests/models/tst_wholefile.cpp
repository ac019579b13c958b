#include "wholefile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace evident;
using namespace Qt::StringLiterals;

class tst_WholeFile : public QObject
{
    Q_OBJECT

private slots:
    void theFileHasTheBytes();
    void aFullDiskLeavesWhatWasThere_data();
    void aFullDiskLeavesWhatWasThere();
    void aFullDiskIsSaid();
    void aFolderThatIsMissingIsSaid();
};

void tst_WholeFile::theFileHasTheBytes()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a"_s);
    for (const QByteArray &bytes : {QByteArray("first"), QByteArray(100'000, 'x'), QByteArray()}) {
        QVERIFY(writeWholeFile(path, bytes).ok());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll() == bytes);
    }
}

void tst_WholeFile::aFullDiskLeavesWhatWasThere_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("less than what is held back") << 2000;
    QTest::newRow("more") << 100'000;
}

void tst_WholeFile::aFullDiskLeavesWhatWasThere()
{
    QFETCH(int, size);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a"_s);
    QVERIFY(writeWholeFile(path, "before").ok());
    // A limit of a file's size stands for a full disk.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit unlimited;
    ::getrlimit(RLIMIT_FSIZE, &unlimited);
    rlimit small = unlimited;
    small.rlim_cur = 1000;
    ::setrlimit(RLIMIT_FSIZE, &small);
    const Result<void> written = writeWholeFile(path, QByteArray(size, 'x'));
    ::setrlimit(RLIMIT_FSIZE, &unlimited);
    QVERIFY(!written.ok());
    QVERIFY2(written.error().message.contains(path), qPrintable(written.error().message));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"a"_s});
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("before"));
}

void tst_WholeFile::aFullDiskIsSaid()
{
    QCOMPARE(writeErrorText(u"/a/b.csv"_s, true, u"No space left on device"_s),
             u"There is not enough room on the disk for “/a/b.csv”. Nothing was written."_s);
}

void tst_WholeFile::aFolderThatIsMissingIsSaid()
{
    const QTemporaryDir folder;
    const Result<void> written = writeWholeFile(folder.filePath(u"none/a"_s), "x");
    QVERIFY(!written.ok());
    QVERIFY(written.error().message.contains(u"none/a"_s));
}

QTEST_GUILESS_MAIN(tst_WholeFile)
#include "tst_wholefile.moc"
