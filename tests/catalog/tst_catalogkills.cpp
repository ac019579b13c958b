#include "numberedpage.h"
#include "sqlitedatabase.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

int timesToKill = 20;
constexpr int killsAFolder = 10;
constexpr int longestLife = 60'000; // microseconds, as longestWait
constexpr int longestWait = 2'000'000;
constexpr int patience = 60'000; // ms

/// What a catalog holds.
struct Content
{
    QList<int> pages; ///< the number of the page that each revision is, oldest first
    QMap<qint64, QString> notes; ///< by code
    bool operator==(const Content &) const = default;
};

/// What a catalog holds once the change of a line is done.
Content changed(Content content, const QByteArray &line)
{
    const QByteArray what = line.left(line.indexOf(' '));
    const QByteArray rest = line.mid(line.indexOf(' ') + 1);
    if (what == "note") {
        const QString text = QString::fromLatin1(rest.mid(rest.indexOf(' ') + 1));
        const qint64 code = rest.left(rest.indexOf(' ')).toLongLong();
        content.notes.remove(code);
        if (!text.isEmpty())
            content.notes.insert(code, text);
    } else {
        content.pages.append(what == "import" ? rest.toInt() : content.pages.at(rest.toInt() - 1));
    }
    return content;
}

QString described(const Content &content)
{
    QStringList words;
    for (const int page : content.pages)
        words.append(QString::number(page));
    for (auto note = content.notes.begin(); note != content.notes.end(); ++note)
        words.append(u"%1: %2×%3"_s.arg(note.key()).arg(note->section(u' ', 0, 0)).arg(note->size()));
    return words.join(u", "_s);
}

} // namespace

/// A program that changes the catalog is killed at a moment nobody chose.
class TestCatalogKills : public QObject
{
    Q_OBJECT

private slots:
    void everyCompleteChangeIsThere();

private:
    QByteArray killedAfter(const QString &folder, quint32 seed, bool isReady, int microseconds);
    Content read(const QString &folder);

    CatalogResources m_resources = shippedResources();
};

/// What the program said in its life, which is so long from its start, or from when it was ready.
QByteArray TestCatalogKills::killedAfter(const QString &folder, quint32 seed, bool isReady, int microseconds)
{
    QProcess process;
    process.start(QStringLiteral(EVIDENT_CHANGER), {folder, QString::number(seed)});
    if (!process.waitForStarted(patience) || (isReady && !process.waitForReadyRead(patience)))
        QTest::qFail("The program did not start.", __FILE__, __LINE__);
    QThread::usleep(static_cast<unsigned long>(microseconds));
    process.kill();
    process.waitForFinished(patience);
    return process.readAllStandardOutput();
}

Content TestCatalogKills::read(const QString &folder)
{
    {
        // As another program would find it; what was cut short is rolled back.
        SqliteDatabase database;
        if (QFile::exists(folder + u"/catalog.db"_s)) {
            if (!database.open(folder + u"/catalog.db"_s, SqliteDatabase::Access::ReadWrite) || !database.quickCheck())
                QTest::qFail("The database is damaged.", __FILE__, __LINE__);
        }
    }
    const Result<std::unique_ptr<CatalogStore>> opened = CatalogStore::open(folder, m_resources);
    if (!opened || opened.value()->isReadOnly() || !opened.value()->notices().isEmpty()) {
        QTest::qFail(opened ? qPrintable(opened.value()->notices().join(u' ')) : qPrintable(opened.error().message),
                     __FILE__, __LINE__);
        return {};
    }
    const CatalogStore &store = *opened.value();
    Content content;
    const QList<CatalogRevision> revisions = store.revisions().value();
    for (const CatalogRevision &revision : revisions) {
        const Result<QList<CatalogEntry>> entries = store.entriesOf(revision.id);
        content.pages.prepend(entries ? numberOf(entries.value()) : -1);
    }
    const EntryNotes &notes = store.snapshot()->notes();
    for (auto note = notes.begin(); note != notes.end(); ++note)
        content.notes.insert(note.key().code, note->text);
    return content;
}

void TestCatalogKills::everyCompleteChangeIsThere()
{
    QRandomGenerator random(20260115);
    std::unique_ptr<QTemporaryDir> folder;
    Content content;
    int changes = 0;
    int life = longestLife;
    // Where other programs use the machine, the one that is killed comes to its work later: it is given longer then.
    for (int i = 0; i < timesToKill || changes <= timesToKill / 4; ++i) {
        QVERIFY2(i < timesToKill * 2, "the program was never at work");
        if (i >= timesToKill)
            life = std::min(life * 2, longestWait);
        const bool isNew = i % killsAFolder == 0;
        if (isNew) {
            folder = std::make_unique<QTemporaryDir>();
            content = {{0}, {}};
        }
        const quint32 seed = random.generate();
        const QByteArray said = killedAfter(folder->path(), seed, !isNew, int(random.bounded(life)));
        QVERIFY2(!said.contains("failed"), said.constData());

        // A line that was not said to its end was not said.
        QByteArray underWay;
        QList<QByteArray> lines = said.split('\n');
        lines.removeLast();
        for (const QByteArray &line : std::as_const(lines)) {
            if (line != "done") {
                underWay = line;
            } else if (!underWay.isEmpty()) {
                content = changed(content, underWay);
                underWay.clear();
                ++changes;
            }
        }
        const Content found = read(folder->path());
        QVERIFY2(!found.pages.contains(-1), qPrintable(described(found)));
        const bool isOne = found == content || (!underWay.isEmpty() && found == changed(content, underWay));
        QVERIFY2(isOne,
                 qPrintable(u"kill %1: %2\nfound: %3\nunder way: %4"_s.arg(QString::number(i), described(content),
                                                                           described(found),
                                                                           QString::fromLatin1(underWay.left(40)))));
        content = found;
    }
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    if (const qsizetype at = arguments.indexOf(u"--times"_s); at > 0 && at + 1 < arguments.size()) {
        timesToKill = arguments[at + 1].toInt();
        arguments.remove(at, 2);
        qputenv("QTEST_FUNCTION_TIMEOUT", QByteArray::number(3600 * 1000));
    }
    TestCatalogKills test;
    return QTest::qExec(&test, arguments);
}

#include "tst_catalogkills.moc"
