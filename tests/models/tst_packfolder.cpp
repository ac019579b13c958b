#include "packfolder.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

const PackFiles firstPack{{u"README.txt"_s, "one\n"}, {u"a/x.csv"_s, "1\r\n"}, {u"b/y.json"_s, "{}"}};
const PackFiles secondPack{{u"README.txt"_s, "two\n"}, {u"a/z.csv"_s, "2\r\n"}};

} // namespace

class TestPackFolder : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void packIsWrittenWithItsManifest();
    void emptyFolderIsTaken();
    void packIsReplacedOnlyWhenAsked();
    void whatIsNotOfThePackStays();
    void otherFoldersAreRefused();
    void namesOutsideOfTheFolderAreLeftAlone();
    void linkedFolderIsFollowed();
    void whatCannotBeWrittenLeavesNothing_data();
    void whatCannotBeWrittenLeavesNothing();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void put(const QString &name, const QByteArray &bytes) const;
    QByteArray content(const QString &name) const;
    QStringList names() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPackFolder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestPackFolder::put(const QString &name, const QByteArray &bytes) const
{
    QVERIFY(QDir().mkpath(QFileInfo(path(name)).path()));
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray TestPackFolder::content(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Everything below the folder, hidden files too.
QStringList TestPackFolder::names() const
{
    QStringList names;
    QDirIterator each(m_folder->path(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                      QDirIterator::Subdirectories);
    while (each.hasNext())
        names.append(QDir(m_folder->path()).relativeFilePath(each.next()));
    names.sort();
    return names;
}

void TestPackFolder::packIsWrittenWithItsManifest()
{
    QVERIFY(writePack(path(u"p"_s), firstPack, false).ok());
    QCOMPARE(names(),
             QStringList({u"p"_s, u"p/README.txt"_s, u"p/a"_s, u"p/a/x.csv"_s, u"p/b"_s, u"p/b/y.json"_s,
                          u"p/manifest.json"_s}));
    QCOMPARE(content(u"p/a/x.csv"_s), QByteArray("1\r\n"));
    const QJsonObject manifest = QJsonDocument::fromJson(content(u"p/manifest.json"_s)).object();
    QCOMPARE(manifest.value("program"_L1).toString(), u"evident"_s);
    QCOMPARE(manifest.value("files"_L1).toArray(), QJsonArray({u"README.txt"_s, u"a/x.csv"_s, u"b/y.json"_s}));
}

void TestPackFolder::emptyFolderIsTaken()
{
    QVERIFY(QDir().mkpath(path(u"p"_s)));
    QVERIFY(writePack(path(u"p/"_s), firstPack, false).ok());
    QCOMPARE(content(u"p/README.txt"_s), QByteArray("one\n"));
}

void TestPackFolder::packIsReplacedOnlyWhenAsked()
{
    QVERIFY(writePack(path(u"p"_s), firstPack, false).ok());
    const Result<void> refused = writePack(path(u"p"_s), secondPack, false);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, Error::Kind::Question);
    QVERIFY(refused.error().message.contains(path(u"p"_s)));
    QCOMPARE(content(u"p/README.txt"_s), QByteArray("one\n"));

    QVERIFY(writePack(path(u"p"_s), secondPack, true).ok());
    QCOMPARE(names(), QStringList({u"p"_s, u"p/README.txt"_s, u"p/a"_s, u"p/a/z.csv"_s, u"p/manifest.json"_s}));
    QCOMPARE(content(u"p/README.txt"_s), QByteArray("two\n"));
}

void TestPackFolder::whatIsNotOfThePackStays()
{
    QVERIFY(writePack(path(u"p"_s), firstPack, false).ok());
    put(u"p/mine.txt"_s, "mine");
    put(u"p/a/mine.txt"_s, "mine too");
    put(u"p/b/deep/.hidden"_s, "hidden");
    QVERIFY(QDir().mkpath(path(u"p/empty"_s)));
    QVERIFY(writePack(path(u"p"_s), secondPack, true).ok());
    QCOMPARE(names(),
             QStringList({u"p"_s, u"p/README.txt"_s, u"p/a"_s, u"p/a/mine.txt"_s, u"p/a/z.csv"_s, u"p/b"_s,
                          u"p/b/deep"_s, u"p/b/deep/.hidden"_s, u"p/empty"_s, u"p/manifest.json"_s, u"p/mine.txt"_s}));
    QCOMPARE(content(u"p/a/mine.txt"_s), QByteArray("mine too"));

    // A file of the person's that has the name of one of the new pack's.
    put(u"p/a/x.csv"_s, "mine as well");
    const Result<void> refused = writePack(path(u"p"_s), firstPack, true);
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().message.contains(u"a/x.csv"_s));
    QCOMPARE(content(u"p/a/x.csv"_s), QByteArray("mine as well"));
    QCOMPARE(content(u"p/README.txt"_s), QByteArray("two\n"));
}

void TestPackFolder::otherFoldersAreRefused()
{
    put(u"p/mine.txt"_s, "mine");
    put(u"q/manifest.json"_s, R"({"program":"another","files":[]})");
    put(u"r/manifest.json"_s, "no JSON");
    put(u"s"_s, "a file");
    const QStringList before = names();
    for (const QString &name : {u"p"_s, u"q"_s, u"r"_s, u"s"_s}) {
        const Result<void> refused = writePack(path(name), firstPack, true);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, Error::Kind::Failure);
        QVERIFY(refused.error().message.contains(path(name)));
    }
    QCOMPARE(names(), before);
}

void TestPackFolder::namesOutsideOfTheFolderAreLeftAlone()
{
    put(u"mine.txt"_s, "mine");
    put(u"elsewhere/x.csv"_s, "mine");
    const QByteArray absolute = path(u"mine.txt"_s).toUtf8();
    put(u"p/manifest.json"_s,
        R"({"program":"evident","files":["../mine.txt","c/../../mine.txt","c/x.csv",")" + absolute + R"("]})");
    QVERIFY(QFile::link(path(u"elsewhere"_s), path(u"p/c"_s)));
    QVERIFY(writePack(path(u"p"_s), firstPack, true).ok());
    QCOMPARE(content(u"mine.txt"_s), QByteArray("mine"));
    QCOMPARE(content(u"elsewhere/x.csv"_s), QByteArray("mine"));
    QVERIFY(QFileInfo(path(u"p/c"_s)).isSymLink());
}

void TestPackFolder::linkedFolderIsFollowed()
{
    QVERIFY(writePack(path(u"real"_s), firstPack, false).ok());
    QVERIFY(QFile::link(path(u"real"_s), path(u"link"_s)));
    QVERIFY(writePack(path(u"link"_s), secondPack, true).ok());
    QVERIFY(QFileInfo(path(u"link"_s)).isSymLink());
    QCOMPARE(content(u"real/README.txt"_s), QByteArray("two\n"));
}

void TestPackFolder::whatCannotBeWrittenLeavesNothing_data()
{
    QTest::addColumn<bool>("exists");
    QTest::newRow("a new folder") << false;
    QTest::newRow("a pack that is replaced") << true;
}

void TestPackFolder::whatCannotBeWrittenLeavesNothing()
{
    QFETCH(bool, exists);
    if (exists)
        QVERIFY(writePack(path(u"p"_s), firstPack, false).ok());
    put(u"file"_s, "no folder");
    const QStringList before = names();
    QVERIFY(!writePack(path(u"none/p"_s), secondPack, true).ok());
    QVERIFY(!writePack(path(u"file/p"_s), secondPack, true).ok());

    // A limit of a file's size stands for a full disk.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit unlimited;
    ::getrlimit(RLIMIT_FSIZE, &unlimited);
    rlimit small = unlimited;
    small.rlim_cur = 1000;
    ::setrlimit(RLIMIT_FSIZE, &small);
    const PackFiles large = secondPack + PackFiles{{u"large.txt"_s, QByteArray(100'000, 'x')}};
    const Result<void> full = writePack(path(u"p"_s), large, true);
    ::setrlimit(RLIMIT_FSIZE, &unlimited);
    QVERIFY(!full.ok());
    QVERIFY(full.error().message.contains(path(u"p"_s)));
    QVERIFY(full.error().message.contains(u"large.txt"_s));

    // Where nobody may write. Root may everywhere.
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner));
    const bool mayWrite = QFile(path(u"probe"_s)).open(QIODevice::WriteOnly);
    const bool refused = mayWrite || !writePack(path(u"p"_s), secondPack, true).ok();
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(refused);
    QFile::remove(path(u"probe"_s));

    QCOMPARE(names(), before);
    if (exists)
        QCOMPARE(content(u"p/README.txt"_s), QByteArray("one\n"));
}

QTEST_GUILESS_MAIN(TestPackFolder)
#include "tst_packfolder.moc"
