#include "catalogfile.h"
#include "numberedpage.h"
#include "storefixture.h"

#include <QDir>
#include <QSqlQuery>

#include <filesystem>
#include <latch>
#include <random>
#include <thread>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

const EventKey timedOut{Kind::User, 702};
const EventKey denied{Kind::User, 703};

qint64 numberIn(const QString &path, const QString &sql)
{
    SqliteDatabase database;
    qint64 number = -1;
    if (database.open(path, SqliteDatabase::Access::ReadOnly))
        static_cast<void>(
            database.forEach(sql, {}, [&number](const QSqlQuery &query) { number = query.value(0).toLongLong(); }));
    return number;
}

void replaceContent(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

CatalogEntry entry(const QString &level, const QString &category, const QString &description)
{
    CatalogEntry entry;
    entry.key = {Kind::User, 5000};
    entry.level = level;
    entry.category = category;
    entry.description = description;
    return entry;
}

} // namespace

/// Whatever happens to the catalog's file, and whatever a page says, nothing is lost that was saved.
class TestCatalogTrust : public StoreFixture
{
    Q_OBJECT

private slots:
    void init();

    void whatCannotBeReadAgainIsNotKept_data();
    void whatCannotBeReadAgainIsNotKept();
    void anOddNameStillNamesItsPage();
    void restoreStandsBehindTheOtherProgramsImport();
    void lockedDatabaseIsSaid();
    void replacedDatabaseIsTaken();
    void idsOfNotesStayClose();
    void notesOfAllPartsOfADamagedFileAreKept();
    void notesAloneAreKept_data();
    void notesAloneAreKept();
    void noteWithoutItsTimeIsKept();
    void restoredRevisionIsNamedAfterARepair();
    void versionOneComesThroughToTheLetter();
    void manyProgramsUpgradeAtOnce();
    void aPersonsOwnBackupsStay();

private:
    Result<qint64> applied(CatalogStore &store, int number);
    void makeVersion1();
};

void TestCatalogTrust::init()
{
    makeFolder();
}

Result<qint64> TestCatalogTrust::applied(CatalogStore &store, int number)
{
    const CatalogImport import = readCatalogImport(numberedPage(number), u"numbered.txt"_s).value();
    return store.apply(import, pageDiff(store.snapshot()->entries(), import.page), store.snapshot()->revision());
}

void TestCatalogTrust::whatCannotBeReadAgainIsNotKept_data()
{
    QTest::addColumn<CatalogEntry>("added");
    QTest::addColumn<bool>("all"); ///< all others are removed
    QTest::addColumn<QString>("cause");
    const QString cause = u"the text of code 5000 is missing or damaged"_s;
    QTest::newRow("a replaced character") << entry(u"error"_s, u"A"_s, u"User\ufffd locked."_s) << false << cause;
    QTest::newRow("a NUL") << entry(u"error"_s, u"A"_s + QChar(u'\0'), u"User locked."_s) << false << cause;
    QTest::newRow("half a character") << entry(QString(QChar(0xd83d)), u"A"_s, u"User locked."_s) << false << cause;
    QTest::newRow("no description") << entry(u"error"_s, u"A"_s, QString()) << false << cause;
    QTest::newRow("nothing left") << CatalogEntry() << true << u"it would have no entry left"_s;
}

void TestCatalogTrust::whatCannotBeReadAgainIsNotKept()
{
    QFETCH(CatalogEntry, added);
    QFETCH(bool, all);
    QFETCH(QString, cause);
    const auto store = opened();
    const CatalogPointer before = store->snapshot();
    CatalogDiff diff;
    if (all)
        diff.removed = before->entries();
    else
        diff.added = {added};
    const Result<qint64> refused = store->apply({}, diff, 1);
    QVERIFY(!refused.ok());
    QVERIFY2(refused.error().message.contains(path()), qPrintable(refused.error().message));
    QVERIFY2(refused.error().message.contains(cause), qPrintable(refused.error().message));
    QCOMPARE(store->snapshot(), before);
    QCOMPARE(applied(*store, 1).value(), 2);
    const auto again = opened();
    QCOMPARE(again->notices(), QStringList());
    QCOMPARE(again->revisions().value().size(), 2);
}

void TestCatalogTrust::anOddNameStillNamesItsPage()
{
    const auto store = opened();
    CatalogImport import = readCatalogImport(numberedPage(1), u"numbered.txt"_s).value();
    import.source = u"page\ufffd.txt"_s;
    import.page.title = QString(QChar(0xd83d)) + u"Title"_s;
    QVERIFY(store->apply(import, pageDiff(store->snapshot()->entries(), import.page), 1).ok());
    const auto again = opened();
    QCOMPARE(again->notices(), QStringList());
    QCOMPARE(again->revisions().value().first().source, u"page?.txt"_s);
}

void TestCatalogTrust::restoreStandsBehindTheOtherProgramsImport()
{
    const auto one = opened();
    const auto other = opened();
    QCOMPARE(applied(*other, 1).value(), 2);
    QCOMPARE(one->restore(1).value(), 3);
    QCOMPARE(numberOf(one->snapshot()->entries()), 0);
    QCOMPARE(one->revisions().value().first().changedCount, 112);
    QVERIFY(!applied(*other, 2).ok());
    QVERIFY(other->refresh());
    QCOMPARE(applied(*other, 2).value(), 4);
}

void TestCatalogTrust::lockedDatabaseIsSaid()
{
    const auto store = opened();
    {
        SqliteDatabase other;
        QVERIFY(other.open(path(), SqliteDatabase::Access::ReadWrite).ok());
        QVERIFY(other.run(u"BEGIN IMMEDIATE"_s).ok());
        const Result<void> refused = store->saveNote(timedOut, u"x"_s);
        QVERIFY(!refused.ok());
        QVERIFY2(refused.error().message.contains(path()), qPrintable(refused.error().message));
        QVERIFY2(refused.error().message.contains(u"another program is using it"_s),
                 qPrintable(refused.error().message));
    }
    QVERIFY(store->saveNote(timedOut, u"x"_s).ok());
}

void TestCatalogTrust::replacedDatabaseIsTaken()
{
    const auto store = opened();
    QVERIFY(store->saveNote(denied, u"Earlier."_s).ok());
    // What a repair by another program does.
    const QString draft = m_folder + u"/draft"_s;
    QVERIFY(QFile::copy(path(), draft));
    std::filesystem::rename(draft.toStdString(), path().toStdString());
    QVERIFY(store->saveNote(timedOut, u"Later."_s).ok());
    QCOMPARE(store->snapshot()->notes().size(), 2);
    QCOMPARE(opened()->snapshot()->notes(), store->snapshot()->notes());
}

void TestCatalogTrust::idsOfNotesStayClose()
{
    const auto store = opened();
    for (int i = 0; i < 20; ++i) {
        QVERIFY(store->saveNote(i % 2 == 0 ? timedOut : denied, u"Note."_s).ok());
        QVERIFY(store->saveNote(i % 2 == 0 ? denied : timedOut, QString()).ok());
    }
    QVERIFY(numberIn(path(), u"SELECT max(id) FROM note"_s) <= 2);
    QCOMPARE(store->snapshot()->notes().size(), 1);
    QCOMPARE(opened()->snapshot()->notes().size(), 1);
}

/// All pages but the first one, which names the tables, and the one of the notes.
void TestCatalogTrust::notesOfAllPartsOfADamagedFileAreKept()
{
    EntryNotes notes;
    {
        const auto store = opened();
        for (int i = 0; i < 20; ++i)
            QVERIFY(store->saveNote({Kind::User, 700 + i}, u"Note %1."_s.arg(i)).ok());
        QVERIFY(applied(*store, 1).ok());
        notes = store->snapshot()->notes();
    }
    const QByteArray sound = contentOf(path());
    const qint64 notesPage = numberIn(path(), u"SELECT rootpage FROM sqlite_master WHERE name = 'note'"_s) - 1;
    const qint64 pageSize = 4096;
    const qint64 pages = sound.size() / pageSize;
    std::mt19937 random(20260116);
    for (int round = 0; round < 12; ++round) {
        QByteArray damaged = sound;
        for (int hit = 0; hit < 1 + round; ++hit) {
            const qint64 page = 1 + qint64(random() % quint32(pages - 1));
            if (page != notesPage)
                damaged.replace(page * pageSize, pageSize, QByteArray(pageSize, char(random())));
        }
        replaceContent(path(), damaged);
        const auto store = opened();
        QVERIFY(store);
        QVERIFY(!store->isReadOnly());
        QCOMPARE(store->snapshot()->notes(), notes);
        QVERIFY(store->snapshot()->entries().size() >= 112);
    }
}

void TestCatalogTrust::notesAloneAreKept_data()
{
    QTest::addColumn<bool>("hasBackup");
    QTest::newRow("no backup") << false;
    QTest::newRow("a backup") << true;
}

void TestCatalogTrust::notesAloneAreKept()
{
    QFETCH(bool, hasBackup);
    {
        const auto store = opened();
        QVERIFY(store->saveNote(timedOut, u"Backed up."_s).ok());
        QVERIFY(store->saveNote(denied, u"Backed up, too."_s).ok());
        QVERIFY(applied(*store, 1).ok());
    }
    if (hasBackup)
        QVERIFY(QFile::copy(path(), path() + u".backup-20260115T090000Z"_s));
    runSql(path(),
           {u"PRAGMA foreign_keys = OFF"_s, u"DROP TABLE revision"_s, u"DROP TABLE entry"_s,
            u"UPDATE note SET text = 'Newer.' WHERE code = 702"_s, u"DELETE FROM note WHERE code = 703"_s});
    const auto store = opened();
    QCOMPARE(store->notices().size(), 1);
    QVERIFY2(store->notices().first().contains(u"Only notes could be read from it"_s),
             qPrintable(store->notices().first()));
    QCOMPARE(store->snapshot()->note(timedOut)->text, u"Newer."_s);
    QCOMPARE(store->snapshot()->note(denied) != nullptr, hasBackup);
    QCOMPARE(numberOf(store->snapshot()->entries()), hasBackup ? 1 : 0);
}

void TestCatalogTrust::noteWithoutItsTimeIsKept()
{
    QVERIFY(opened()->saveNote(timedOut, u"Kept."_s).ok());
    runSql(path(), {u"UPDATE note SET changed = '2026-13'"_s});
    QCOMPARE(opened()->snapshot()->note(timedOut)->text, u"Kept."_s);
    runSql(path(), {u"PRAGMA application_id = 1"_s});
    QCOMPARE(opened()->snapshot()->note(timedOut)->text, u"Kept."_s);
}

void TestCatalogTrust::restoredRevisionIsNamedAfterARepair()
{
    {
        const auto store = opened();
        for (int number = 1; number <= 3; ++number)
            QVERIFY(applied(*store, number).ok());
        QCOMPARE(store->restore(3).value(), 5);
    }
    // The first revision is gone, the second has lost its row.
    runSql(path(),
           {u"PRAGMA foreign_keys = OFF"_s, u"DELETE FROM entry WHERE revision = 1"_s,
            u"DELETE FROM revision WHERE id <= 2"_s, u"PRAGMA application_id = 1"_s});
    const auto store = opened();
    const QList<CatalogRevision> revisions = store->revisions().value();
    QCOMPARE(revisions.size(), 4);
    QCOMPARE(revisions.first().origin, CatalogRevision::Origin::Restore);
    QCOMPARE(numberOf(store->entriesOf(revisions.first().restored).value()), 2);
    QCOMPARE(numberOf(store->snapshot()->entries()), 2);
    for (qsizetype i = 1; i < revisions.size(); ++i)
        QCOMPARE(revisions.at(i).restored, 0);
}

/// With the SQL of the program's first version, and texts that quotes, dashes and spaces could go wrong in.
void TestCatalogTrust::makeVersion1()
{
    QVERIFY(QDir().mkpath(m_folder));
    runSql(
        path(),
        {u"CREATE TABLE revision (id INTEGER PRIMARY KEY, created TEXT NOT NULL, source TEXT NOT NULL, sha256 TEXT NOT "
         "NULL, title TEXT NOT NULL, kind TEXT NOT NULL, first_code BIGINT, last_code BIGINT, entry_count BIGINT NOT "
         "NULL, not_understood_count BIGINT NOT NULL)"_s,
         u"CREATE TABLE entry (id INTEGER PRIMARY KEY, revision INTEGER NOT NULL REFERENCES revision (id), kind TEXT "
         "NOT NULL, code BIGINT NOT NULL, level TEXT NOT NULL, category TEXT NOT NULL, description TEXT NOT NULL, "
         "UNIQUE (revision, kind, code))"_s,
         u"INSERT INTO revision (created, source, sha256, title, kind, first_code, last_code, entry_count, "
         "not_understood_count) VALUES ('2025-11-03T07:08:09.010Z', 'user-events.txt', 'abc', 'It''s – a “page”', "
         "'user', 400, NULL, 3, 7)"_s,
         u"INSERT INTO entry (kind, code, level, category, description, revision) VALUES "
         "('user', 702, 'error', 'Authentication', 'It''s  two spaces – a dash, 😀 and <b>{0}</b>', 1), "
         "('system', 702, '', '', ' space around ', 1), "
         "('admin', 80001, 'very bad', 'Ünknown', 'line\nbreak', 1)"_s,
         u"PRAGMA application_id = 1165389428"_s, u"PRAGMA user_version = 1"_s});
}

void TestCatalogTrust::versionOneComesThroughToTheLetter()
{
    makeVersion1();
    const auto store = opened();
    QCOMPARE(store->notices(), QStringList());
    QVERIFY(!store->isReadOnly());
    const QList<CatalogEntry> &entries = store->snapshot()->entries();
    QCOMPARE(entries.size(), 3);
    QCOMPARE(entries[0].key, (EventKey{Kind::User, 702}));
    QCOMPARE(entries[0].description, u"It's  two spaces – a dash, 😀 and <b>{0}</b>"_s);
    QCOMPARE(entries[1].key, (EventKey{Kind::System, 702}));
    QCOMPARE(entries[1].level, QString());
    QCOMPARE(entries[1].description, u" space around "_s);
    QCOMPARE(entries[2].level, u"very bad"_s);
    QCOMPARE(entries[2].category, u"Ünknown"_s);
    QCOMPARE(entries[2].description, u"line\nbreak"_s);
    const QList<CatalogRevision> revisions = store->revisions().value();
    QCOMPARE(revisions.size(), 1);
    const CatalogRevision &revision = revisions.first();
    QCOMPARE(revision.created, QDateTime(QDate(2025, 11, 3), QTime(7, 8, 9, 10), Qt::UTC));
    QCOMPARE(revision.source, u"user-events.txt"_s);
    QCOMPARE(revision.sha256, u"abc"_s);
    QCOMPARE(revision.title, u"It's – a “page”"_s);
    QCOMPARE(revision.from, std::optional<qint64>(400));
    QCOMPARE(revision.to, std::optional<qint64>());
    QCOMPARE(revision.notUnderstoodCount, 7);
    QCOMPARE(revision.origin, CatalogRevision::Origin::Shipped);
    QCOMPARE(revision.addedCount, 3);

    // The same in the backup, whose tables are the old ones.
    const QStringList backups = CatalogFile(m_folder).backups();
    QCOMPARE(backups.size(), 1);
    QCOMPARE(numberIn(backups.first(), u"PRAGMA user_version"_s), 1);
    const auto texts = [](const QString &file) {
        return numberIn(file, u"SELECT sum(length(description) * code) + count(*) FROM entry"_s);
    };
    QCOMPARE(texts(backups.first()), texts(path()));
    QCOMPARE(numberIn(path(), u"SELECT count(*) FROM entry"_s), 3);
}

void TestCatalogTrust::manyProgramsUpgradeAtOnce()
{
    makeVersion1();
    constexpr int count = 8;
    std::vector<QStringList> notices(count);
    std::vector<char> saved(count);
    {
        std::latch start(count);
        std::vector<std::jthread> threads;
        for (size_t i = 0; i < count; ++i) {
            threads.emplace_back([this, i, &start, &notices, &saved] {
                start.arrive_and_wait();
                const auto store = CatalogStore::open(m_folder, m_resources);
                if (!store)
                    return;
                notices[i] = store.value()->notices();
                saved[i] = store.value()->saveNote({Kind::User, qint64(i)}, u"Mine."_s).ok() ? 1 : 0;
            });
        }
    }
    for (size_t i = 0; i < count; ++i) {
        QCOMPARE(notices[i], QStringList());
        QCOMPARE(saved[i], char(1));
    }
    QCOMPARE(opened()->snapshot()->notes().size(), count);
    QCOMPARE(CatalogFile(m_folder).backups().size(), 1);
}

void TestCatalogTrust::aPersonsOwnBackupsStay()
{
    makeVersion1();
    const QString own = path() + u".backup-before-the-holidays"_s;
    QVERIFY(QFile::copy(path(), own));
    for (int i = 0; i < 7; ++i)
        QVERIFY(QFile::copy(path(), path() + u".backup-2025010%1T000000Z"_s.arg(i)));
    QVERIFY(opened());
    QVERIFY(QFile::exists(own));
    QCOMPARE(CatalogFile(m_folder).backups().size(), 6);
}

QTEST_GUILESS_MAIN(TestCatalogTrust)
#include "tst_catalogtrust.moc"
