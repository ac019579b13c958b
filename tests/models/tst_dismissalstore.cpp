#include "dismissalstore.h"

#include "statefolder.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

Dismissal dismissal(const QString &path, const QString &finding, const QByteArray &head = "head")
{
    return {path,
            {4711, head, "tail"},
            finding,
            u"A test of “ours”.\nTwo lines."_s,
            QDateTime(QDate(2026, 1, 15), QTime(9, 14, 2, 118), Qt::UTC)};
}

/// As versions before the state's folder wrote it.
const QByteArray olderFile = R"({ "version": 1, "dismissals": [
    { "path": "/a", "bytes": 4711, "head": "68656164", "tail": "7461696c", "finding": "one",
      "reason": "A test of “ours”.\nTwo lines.", "time": "2026-01-15T09:14:02.118Z" }, 7, {} ] })";

} // namespace

class tst_DismissalStore : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_state = std::make_unique<StateFolder>(m_folder->filePath(u"state"_s));
    }

    void whatIsDismissedIsThereAgain();
    void whatIsTakenBackIsGone();
    void twoProgramsKeepWhatBothDismissed();
    void rememberingNothingTakesTheFileAway();
    void damagedItemsAreLeftOut_data();
    void damagedItemsAreLeftOut();
    void whatCannotBeWrittenHolds();
    void theOldestGiveWay();
    void theOldestGiveWayToLongOnes();
    void anOlderFileIsTakenOver();
    void anOlderFileLeavesNoTraceWhereNothingIsRemembered();
    void anOlderFileStaysUntilItIsTakenOver();

private:
    QString path() const { return m_folder->filePath(u"state/dismissals.json"_s); }
    QString olderPath() const { return m_folder->filePath(u"dismissals.json"_s); }
    void write(const QString &path, const QByteArray &bytes) const
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    /// As the next start finds it.
    QList<Dismissal> kept(const QString &logPath) const
    {
        StateFolder folder(m_folder->filePath(u"state"_s));
        return DismissalStore(folder).of(logPath);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StateFolder> m_state;
};

void tst_DismissalStore::whatIsDismissedIsThereAgain()
{
    DismissalStore store(*m_state);
    QVERIFY(store.add(dismissal(u"/a"_s, u"one"_s)));
    QVERIFY(store.add(dismissal(u"/b"_s, u"two"_s)));
    QVERIFY(store.add(dismissal(u"/a"_s, u"three"_s)));
    QCOMPARE(kept(u"/a"_s), QList({dismissal(u"/a"_s, u"one"_s), dismissal(u"/a"_s, u"three"_s)}));
    QCOMPARE(kept(u"/b"_s), QList({dismissal(u"/b"_s, u"two"_s)}));
    QVERIFY(kept(u"/c"_s).isEmpty());
}

void tst_DismissalStore::whatIsTakenBackIsGone()
{
    DismissalStore store(*m_state);
    QVERIFY(store.add(dismissal(u"/a"_s, u"one"_s)));
    QVERIFY(store.add(dismissal(u"/a"_s, u"one"_s, "another log")));
    QVERIFY(store.remove(dismissal(u"/a"_s, u"one"_s)));
    QCOMPARE(kept(u"/a"_s), QList({dismissal(u"/a"_s, u"one"_s, "another log")}));
}

void tst_DismissalStore::twoProgramsKeepWhatBothDismissed()
{
    StateFolder others(m_folder->filePath(u"state"_s));
    DismissalStore mine(*m_state);
    DismissalStore theirs(others);
    QVERIFY(mine.add(dismissal(u"/a"_s, u"one"_s)));
    QVERIFY(theirs.add(dismissal(u"/a"_s, u"two"_s)));
    QCOMPARE(theirs.of(u"/a"_s).size(), 2);
    QVERIFY(mine.remove(dismissal(u"/a"_s, u"one"_s)));
    QCOMPARE(kept(u"/a"_s), QList({dismissal(u"/a"_s, u"two"_s)}));
}

void tst_DismissalStore::rememberingNothingTakesTheFileAway()
{
    DismissalStore store(*m_state);
    QVERIFY(store.add(dismissal(u"/a"_s, u"one"_s)));
    QVERIFY(QFile::exists(path()));
    QVERIFY(m_state->setRemembers(false));
    QVERIFY(!QFile::exists(path()));
    QVERIFY(store.add(dismissal(u"/a"_s, u"two"_s)));
    QVERIFY(!QFile::exists(path()));
    QCOMPARE(store.of(u"/a"_s).size(), 2); // until the end
    QVERIFY(m_state->setRemembers(true));
    QCOMPARE(kept(u"/a"_s).size(), 2);
}

void tst_DismissalStore::damagedItemsAreLeftOut_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no JSON") << QByteArray("{\"dismissals\":[");
    QTest::newRow("no list") << QByteArray("{\"dismissals\":7}");
    QTest::newRow("items of another kind") << QByteArray("{\"dismissals\":[7,{},{\"finding\":\"\"}]}");
}

void tst_DismissalStore::damagedItemsAreLeftOut()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(m_state->save(u"other"_s, {})); // makes the folder
    write(path(), bytes);
    DismissalStore store(*m_state);
    QVERIFY(store.of({}).isEmpty());
    QVERIFY(store.add(dismissal(u"/a"_s, u"one"_s)));
    QCOMPARE(kept(u"/a"_s).size(), 1);
}

void tst_DismissalStore::whatCannotBeWrittenHolds()
{
    write(m_folder->filePath(u"state"_s), "a file where the folder would be");
    DismissalStore store(*m_state);
    const Result<void> kept = store.add(dismissal(u"/a"_s, u"one"_s));
    QVERIFY(!kept);
    QVERIFY2(kept.error().message.contains(path()), qPrintable(kept.error().message));
    QCOMPARE(store.of(u"/a"_s).size(), 1);
}

void tst_DismissalStore::theOldestGiveWay()
{
    QByteArray items;
    for (int i = 0; i < int(DismissalStore::mostDismissals); ++i)
        items += (i > 0 ? ",{\"path\":\"/a\",\"finding\":\"" : "{\"path\":\"/a\",\"finding\":\"")
            + QByteArray::number(i) + "\"}";
    write(olderPath(), "{\"dismissals\":[" + items + "]}");
    DismissalStore store(*m_state);
    QVERIFY(store.takeOver(olderPath()));
    QCOMPARE(store.of(u"/a"_s).size(), DismissalStore::mostDismissals);
    QCOMPARE(store.of(u"/a"_s).first().finding, u"0"_s);
    QVERIFY(store.add(dismissal(u"/a"_s, u"new"_s)));
    QCOMPARE(store.of(u"/a"_s).size(), DismissalStore::mostDismissals);
    QCOMPARE(store.of(u"/a"_s).first().finding, u"1"_s);
    QCOMPARE(kept(u"/a"_s).last().finding, u"new"_s);
}

/// A log of very many files has a long path.
void tst_DismissalStore::theOldestGiveWayToLongOnes()
{
    DismissalStore store(*m_state);
    const QString longPath(400'000, u'ü'); // two bytes each
    for (int i = 0; i < 6; ++i)
        QVERIFY(store.add(dismissal(longPath, QString::number(i))));
    QStringList findings;
    for (const Dismissal &each : kept(longPath))
        findings.append(each.finding);
    QCOMPARE(findings, (QStringList{u"3"_s, u"4"_s, u"5"_s}));
}

void tst_DismissalStore::anOlderFileIsTakenOver()
{
    DismissalStore store(*m_state);
    QVERIFY(store.add(dismissal(u"/a"_s, u"two"_s)));
    write(olderPath(), olderFile);
    QVERIFY(store.takeOver(olderPath()));
    QCOMPARE(store.of(u"/a"_s), QList({dismissal(u"/a"_s, u"one"_s), dismissal(u"/a"_s, u"two"_s)}));
    QCOMPARE(kept(u"/a"_s).size(), 2);
    QVERIFY(!QFile::exists(olderPath()));
    QVERIFY(store.takeOver(olderPath())); // there is none any more
    // Where only its removal failed, nothing is there twice.
    write(olderPath(), olderFile);
    QVERIFY(store.takeOver(olderPath()));
    QCOMPARE(kept(u"/a"_s).size(), 2);
}

void tst_DismissalStore::anOlderFileLeavesNoTraceWhereNothingIsRemembered()
{
    QVERIFY(m_state->setRemembers(false));
    write(olderPath(), olderFile);
    DismissalStore store(*m_state);
    QVERIFY(store.takeOver(olderPath()));
    QCOMPARE(store.of(u"/a"_s).size(), 1);
    QVERIFY(!QFile::exists(olderPath()));
    QVERIFY(!QFile::exists(path()));
}

void tst_DismissalStore::anOlderFileStaysUntilItIsTakenOver()
{
    write(m_folder->filePath(u"state"_s), "a file where the folder would be");
    write(olderPath(), olderFile);
    DismissalStore store(*m_state);
    QVERIFY(!store.takeOver(olderPath()));
    QCOMPARE(store.of(u"/a"_s).size(), 1);
    QVERIFY(QFile::exists(olderPath()));
}

QTEST_GUILESS_MAIN(tst_DismissalStore)
#include "tst_dismissalstore.moc"
