#include "bookmarkstore.h"
#include "headless.h"
#include "statefolder.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace evident;
using namespace Qt::StringLiterals;

/// The command line knows the bookmarks that the window made.
class TestBookmarkedRecords : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void areFoundByTheCommandLine_data();
    void areFoundByTheCommandLine();
    void aDamagedFileIsTold();

private:
    QString put(const QString &name, const QByteArray &bytes) const;
    QString dataDir(const QString &name) const { return m_folder.filePath(name); }
    QByteArray run(const QStringList &arguments, QByteArray *complaints = nullptr) const;

    QTemporaryDir m_folder;
};

namespace {

QByteArray record(int number)
{
    return "{\"eventCode\":\"702\",\"eventLogDate\":\"2026-01-15T09:0" + QByteArray::number(number)
        + ":00.000Z\",\"userId\":\"user" + QByteArray::number(number) + "\"}\n";
}

/// Of the records that were printed, each of which may name its user more than once.
QByteArray usersIn(const QByteArray &output)
{
    QByteArray users;
    for (qsizetype at = output.indexOf("user"); at >= 0; at = output.indexOf("user", at + 1)) {
        const char number = output.at(std::min(at + 4, output.size() - 1));
        if (number >= '0' && number <= '9' && !users.endsWith(number))
            users += number;
    }
    return users;
}

} // namespace

QString TestBookmarkedRecords::put(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

QByteArray TestBookmarkedRecords::run(const QStringList &arguments, QByteArray *complaints) const
{
    const Result<CommandLine> line = parseCommandLine(QStringList{u"evident"_s} + arguments);
    if (!line)
        return line.error().message.toUtf8();
    QBuffer output;
    QBuffer errors;
    output.open(QIODevice::WriteOnly);
    errors.open(QIODevice::WriteOnly);
    Headless headless(line.value(), output, errors);
    headless.run();
    if (complaints)
        *complaints = errors.data();
    return output.data();
}

void TestBookmarkedRecords::initTestCase()
{
    const QString path = put(u"a.ndjson"_s, record(1) + record(2) + record(3) + record(4) + record(5));
    QVERIFY(!path.isEmpty());
    const Result<std::shared_ptr<Log>> log = Log::open(path, {});
    QVERIFY(log.ok());
    log.value()->index({});
    QList<Bookmark> bookmarks;
    for (const Row row : {Row(1), Row(3)}) {
        const Result<Bookmark> bookmark = bookmarkOf(*log.value(), row);
        QVERIFY(bookmark.ok());
        bookmarks.append(bookmark.value());
    }
    StateFolder state(QDir(dataDir(u"data"_s)).filePath(u"state"_s));
    QVERIFY(BookmarkStore(state).put(bookmarks).ok());
    // As a rotated file has it, at another place.
    QVERIFY(!put(u"later.ndjson"_s, record(4) + record(6)).isEmpty());
    QVERIFY(QDir(m_folder.path()).mkpath(u"elsewhere"_s));
    QVERIFY(!put(u"elsewhere/a.ndjson"_s, record(2) + record(4)).isEmpty());
}

void TestBookmarkedRecords::areFoundByTheCommandLine_data()
{
    QTest::addColumn<QString>("data");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QByteArray>("users");
    QTest::newRow("bookmarked") << u"data"_s << u"a.ndjson"_s << u"is:bookmarked"_s << QByteArray("24");
    QTest::newRow("not bookmarked") << u"data"_s << u"a.ndjson"_s << u"-is:bookmarked"_s << QByteArray("135");
    QTest::newRow("and more") << u"data"_s << u"a.ndjson"_s << u"is:bookmarked user:user4"_s << QByteArray("4");
    QTest::newRow("or more") << u"data"_s << u"a.ndjson"_s << u"is:bookmarked or user:user5"_s << QByteArray("245");
    QTest::newRow("a rotated file") << u"data"_s << u"later.ndjson"_s << u"is:bookmarked"_s << QByteArray("4");
    QTest::newRow("another folder") << u"data"_s << u"elsewhere/a.ndjson"_s << u"is:bookmarked"_s << QByteArray();
    QTest::newRow("no bookmarks") << u"other"_s << u"a.ndjson"_s << u"is:bookmarked"_s << QByteArray();
    QTest::newRow("none are left out") << u"other"_s << u"a.ndjson"_s << u"-is:bookmarked"_s << QByteArray("12345");
}

void TestBookmarkedRecords::areFoundByTheCommandLine()
{
    QFETCH(QString, data);
    QFETCH(QString, file);
    QFETCH(QString, query);
    QFETCH(QByteArray, users);
    const QStringList options{u"--data-dir"_s, dataDir(data), u"--where"_s, query};
    const QStringList printed{u"--print"_s, u"--format"_s, u"ndjson"_s};
    QByteArray complaints;
    QCOMPARE(usersIn(run(printed + options + QStringList{m_folder.filePath(file)}, &complaints)), users);
    QCOMPARE(complaints, QByteArray());
    const QString relative = QDir::current().relativeFilePath(m_folder.filePath(file));
    QCOMPARE(usersIn(run(printed + options + QStringList{relative})), users);
    QCOMPARE(usersIn(run(QStringList{u"--summary"_s, u"--format"_s, u"json"_s} + options
                         + QStringList{m_folder.filePath(file)}))
                 .isEmpty(),
             users.isEmpty());
}

void TestBookmarkedRecords::aDamagedFileIsTold()
{
    QVERIFY(QDir(m_folder.path()).mkpath(u"damaged/state"_s));
    QVERIFY(!put(u"damaged/state/bookmarks.json"_s, "no JSON").isEmpty());
    QByteArray complaints;
    const QByteArray output = run({u"--print"_s, u"--where"_s, u"is:bookmarked"_s, u"--data-dir"_s,
                                   dataDir(u"damaged"_s), m_folder.filePath(u"a.ndjson"_s)},
                                  &complaints);
    QCOMPARE(usersIn(output), QByteArray());
    QVERIFY2(complaints.contains("bookmarks.json"), complaints.constData());
}

QTEST_GUILESS_MAIN(TestBookmarkedRecords)
#include "tst_bookmarkedrecords.moc"
