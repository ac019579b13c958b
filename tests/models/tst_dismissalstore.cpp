#include "dismissalstore.h"

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

} // namespace

class tst_DismissalStore : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatIsDismissedIsThereAgain();
    void itsOwnerAloneReadsIt();
    void whatIsTakenBackIsGone();
    void rememberingNothingTakesTheFileAway();
    void aDamagedFileHoldsNone_data();
    void aDamagedFileHoldsNone();
    void aFolderThatIsNotThereIsAnError();
    void theOldestGiveWay();

private:
    QString path() const { return m_folder->filePath(u"dismissals.json"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_DismissalStore::whatIsDismissedIsThereAgain()
{
    DismissalStore store(m_folder->path());
    QVERIFY(store.add(dismissal(u"/a"_s, u"one"_s)));
    QVERIFY(store.add(dismissal(u"/b"_s, u"two"_s)));
    QVERIFY(store.add(dismissal(u"/a"_s, u"three"_s)));
    const DismissalStore again(m_folder->path());
    QCOMPARE(again.of(u"/a"_s), QList({dismissal(u"/a"_s, u"one"_s), dismissal(u"/a"_s, u"three"_s)}));
    QCOMPARE(again.of(u"/b"_s), QList({dismissal(u"/b"_s, u"two"_s)}));
    QVERIFY(again.of(u"/c"_s).isEmpty());
}

void tst_DismissalStore::itsOwnerAloneReadsIt()
{
    DismissalStore store(m_folder->path());
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(store.add(dismissal(u"/a"_s, u"one"_s)));
    QVERIFY(!(QFile::permissions(path()) & others));
    // Also when it is written again over one that somebody has opened to others.
    QVERIFY(QFile::setPermissions(path(), QFile::permissions(path()) | others));
    QVERIFY(store.add(dismissal(u"/a"_s, u"two"_s)));
    QVERIFY(!(QFile::permissions(path()) & others));
}

void tst_DismissalStore::whatIsTakenBackIsGone()
{
    DismissalStore store(m_folder->path());
    QVERIFY(store.add(dismissal(u"/a"_s, u"one"_s)));
    QVERIFY(store.add(dismissal(u"/a"_s, u"one"_s, "another log")));
    QVERIFY(store.remove(dismissal(u"/a"_s, u"one"_s)));
    QCOMPARE(DismissalStore(m_folder->path()).of(u"/a"_s), QList({dismissal(u"/a"_s, u"one"_s, "another log")}));
    QVERIFY(store.clear());
    QVERIFY(DismissalStore(m_folder->path()).of(u"/a"_s).isEmpty());
}

void tst_DismissalStore::rememberingNothingTakesTheFileAway()
{
    DismissalStore store(m_folder->path());
    QVERIFY(store.add(dismissal(u"/a"_s, u"one"_s)));
    QVERIFY(store.setRemembering(false));
    QVERIFY(!QFile::exists(path()));
    QVERIFY(store.add(dismissal(u"/a"_s, u"two"_s)));
    QVERIFY(!QFile::exists(path()));
    QCOMPARE(store.of(u"/a"_s).size(), 2); // until the end
    QVERIFY(store.setRemembering(true));
    QCOMPARE(DismissalStore(m_folder->path()).of(u"/a"_s).size(), 2);
}

void tst_DismissalStore::aDamagedFileHoldsNone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{\"dismissals\":[");
    QTest::newRow("something else") << QByteArray("[1,2]");
    QTest::newRow("no list") << QByteArray("{\"dismissals\":7}");
    QTest::newRow("items of another kind") << QByteArray("{\"dismissals\":[7,{},{\"finding\":\"\"}]}");
}

void tst_DismissalStore::aDamagedFileHoldsNone()
{
    QFETCH(QByteArray, bytes);
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    DismissalStore store(m_folder->path());
    QVERIFY(store.of({}).isEmpty());
    QVERIFY(store.add(dismissal(u"/a"_s, u"one"_s)));
    QCOMPARE(DismissalStore(m_folder->path()).of(u"/a"_s).size(), 1);
}

void tst_DismissalStore::aFolderThatIsNotThereIsAnError()
{
    DismissalStore store(m_folder->filePath(u"gone"_s));
    const Result<void> kept = store.add(dismissal(u"/a"_s, u"one"_s));
    QVERIFY(!kept);
    QVERIFY(kept.error().message.contains(m_folder->filePath(u"gone/dismissals.json"_s)));
    QCOMPARE(store.of(u"/a"_s).size(), 1);
}

void tst_DismissalStore::theOldestGiveWay()
{
    DismissalStore store(m_folder->path());
    QVERIFY(store.setRemembering(false));
    for (int i = 0; i <= int(DismissalStore::mostDismissals); ++i)
        QVERIFY(store.add(dismissal(u"/a"_s, QString::number(i))));
    QCOMPARE(store.of(u"/a"_s).size(), DismissalStore::mostDismissals);
    QCOMPARE(store.of(u"/a"_s).first().finding, u"1"_s);
}

QTEST_GUILESS_MAIN(tst_DismissalStore)
#include "tst_dismissalstore.moc"
