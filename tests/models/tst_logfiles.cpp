#include "logfiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

class tst_LogFiles : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void pathsStandForFiles_data();
    void pathsStandForFiles();
    void whereNothingIsFoundThePathIsNamed();
    void severalPathsAreFoundTogetherOnceEach();
    void aStoppedSearchEnds();
    void olderFilesAreFoundOldestFirst_data();
    void olderFilesAreFoundOldestFirst();

private:
    void make(const QStringList &names) const;
    QStringList relative(const QStringList &paths) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_LogFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_LogFiles::make(const QStringList &names) const
{
    for (const QString &name : names) {
        QFile file(m_folder->filePath(name));
        QVERIFY(QDir(m_folder->path()).mkpath(QFileInfo(name).path()));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
}

QStringList tst_LogFiles::relative(const QStringList &paths) const
{
    QStringList names;
    for (const QString &path : paths)
        names.append(QDir(m_folder->path()).relativeFilePath(path));
    return names;
}

void tst_LogFiles::pathsStandForFiles_data()
{
    QTest::addColumn<QStringList>("existing");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("found");
    QTest::addColumn<bool>("searched");
    const QStringList logs{u"a10.log"_s, u"a2.log"_s, u"B1.log"_s, u".hidden"_s, u"inner/c.log"_s};
    QTest::newRow("a file") << logs << u"a2.log"_s << QStringList{u"a2.log"_s} << false;
    QTest::newRow("a file that is missing") << logs << u"gone.log"_s << QStringList{u"gone.log"_s} << false;
    QTest::newRow("a folder, in natural order, without hidden files")
        << logs << u"."_s << QStringList{u"a2.log"_s, u"a10.log"_s, u"B1.log"_s} << true;
    QTest::newRow("a folder of folders") << QStringList{u"2026/02/a.log"_s, u"2026/10/b.log"_s, u"2026/9/c.log"_s}
                                         << u"."_s
                                         << QStringList{u"2026/02/a.log"_s, u"2026/9/c.log"_s, u"2026/10/b.log"_s}
                                         << true;
    QTest::newRow("a pattern") << logs << u"a*.log"_s << QStringList{u"a2.log"_s, u"a10.log"_s} << true;
    QTest::newRow("a pattern of one character") << logs << u"a?.log"_s << QStringList{u"a2.log"_s} << true;
    QTest::newRow("a pattern of folders") << logs << u"in*/*.log"_s << QStringList{u"inner/c.log"_s} << true;
    QTest::newRow("a file that is named like a pattern")
        << QStringList{u"what?.log"_s, u"whatX.log"_s} << u"what?.log"_s << QStringList{u"what?.log"_s} << false;
    QTest::newRow("all that is in an archive")
        << QStringList{u"a.zip"_s, u"a.zip!x"_s} << u"a.zip!*"_s << QStringList{u"a.zip"_s} << true;
    QTest::newRow("brackets are no pattern")
        << QStringList{u"[a]1.log"_s, u"a1.log"_s} << u"[a]*.log"_s << QStringList{u"[a]1.log"_s} << true;
    QTest::newRow("hidden files where they are asked for") << logs << u".h*"_s << QStringList{u".hidden"_s} << true;
}

void tst_LogFiles::pathsStandForFiles()
{
    QFETCH(const QStringList, existing);
    QFETCH(const QString, path);
    QFETCH(const QStringList, found);
    QFETCH(const bool, searched);
    make(existing);
    const Result<LogFiles> files = findLogFiles({m_folder->filePath(path)});
    QVERIFY(files.ok());
    QCOMPARE(relative(files.value().paths), found);
    QCOMPARE(files.value().searched, searched);
}

void tst_LogFiles::whereNothingIsFoundThePathIsNamed()
{
    for (const QString &path : {m_folder->path(), m_folder->filePath(u"*.log"_s)}) {
        const Result<LogFiles> files = findLogFiles({path});
        QVERIFY(!files.ok());
        QVERIFY2(files.error().message.contains(path), qPrintable(files.error().message));
    }
    const Result<LogFiles> files = findLogFiles({m_folder->path(), m_folder->filePath(u"*.log"_s)});
    QVERIFY(!files.ok());
    QVERIFY(files.error().message.contains(m_folder->path()));
}

void tst_LogFiles::severalPathsAreFoundTogetherOnceEach()
{
    make({u"a.log"_s, u"b.log"_s, u"c.txt"_s});
    const Result<LogFiles> files =
        findLogFiles({m_folder->filePath(u"c.txt"_s), m_folder->filePath(u"b*"_s), m_folder->filePath(u"*.log"_s)});
    QVERIFY(files.ok());
    QCOMPARE(relative(files.value().paths), (QStringList{u"c.txt"_s, u"b.log"_s, u"a.log"_s}));
    QVERIFY(files.value().searched);
}

void tst_LogFiles::aStoppedSearchEnds()
{
    make({u"x/a.log"_s});
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!findLogFiles({m_folder->path()}, stop.get_token()).ok());
}

void tst_LogFiles::olderFilesAreFoundOldestFirst_data()
{
    QTest::addColumn<QStringList>("existing");
    QTest::addColumn<QString>("of");
    QTest::addColumn<QStringList>("older");
    QTest::newRow("numbered") << QStringList{u"app.log"_s, u"app.log.1"_s, u"app.log.2.gz"_s, u"app.log.10.gz"_s,
                                             u"other.log.1"_s}
                              << u"app.log"_s << QStringList{u"app.log.10.gz"_s, u"app.log.2.gz"_s, u"app.log.1"_s};
    QTest::newRow("numbered before the suffix") << QStringList{u"app.log"_s, u"app.1.log"_s, u"app.2.log"_s}
                                                << u"app.log"_s << QStringList{u"app.2.log"_s, u"app.1.log"_s};
    QTest::newRow("by day") << QStringList{u"app.log"_s, u"app-2026-01-14.log"_s, u"app-2026-01-13.log.gz"_s,
                                           u"app.log-20260112"_s, u"app-old.log"_s}
                            << u"app.log"_s
                            << QStringList{u"app.log-20260112"_s, u"app-2026-01-13.log.gz"_s, u"app-2026-01-14.log"_s};
    QTest::newRow("of one by day") << QStringList{u"app-2026-01-14.log"_s, u"app-2026-01-13.log"_s,
                                                  u"app-2026-01-15.log"_s, u"app.log"_s, u"app.log.1"_s}
                                   << u"app-2026-01-14.log"_s << QStringList{u"app-2026-01-13.log"_s};
    QTest::newRow("of one by number") << QStringList{u"app.log.1"_s, u"app.log.2"_s, u"app.log.3"_s} << u"app.log.2"_s
                                      << QStringList{u"app.log.3"_s};
    QTest::newRow("none") << QStringList{u"app.log"_s, u"app.json"_s, u"app702.log"_s, u"app-702.log"_s} << u"app.log"_s
                          << QStringList();
    QTest::newRow("without suffix") << QStringList{u"messages"_s, u"messages.1"_s, u"messages-20260101"_s}
                                    << u"messages"_s << QStringList{u"messages-20260101"_s, u"messages.1"_s};
}

void tst_LogFiles::olderFilesAreFoundOldestFirst()
{
    QFETCH(const QStringList, existing);
    QFETCH(const QString, of);
    QFETCH(const QStringList, older);
    make(existing);
    QCOMPARE(relative(findOlderFiles(m_folder->filePath(of))), older);
}

QTEST_GUILESS_MAIN(tst_LogFiles)
#include "tst_logfiles.moc"
