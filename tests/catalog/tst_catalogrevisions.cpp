#include "catalogfile.h"
#include "catalogtables.h"
#include "storefixture.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlQuery>

#include <csignal>
#include <sys/resource.h>
#include <thread>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

/// The shipped page with 702 reworded, 703 gone and 704 new, as the vendor might publish it next.
QByteArray nextPage()
{
    QByteArray page = shippedPage();
    page.replace("User response timed out.", "User did not answer in time.");
    const qsizetype row = page.indexOf("| 703 |");
    page.remove(row, page.indexOf('\n', row) + 1 - row);
    page.replace("| 709 |", "| 708 | notice | Authentication | Approve authentication withdrawn. |\n| 709 |");
    page.replace("\n 709 |", "\n| 708 | notice | Authentication | Approve authentication withdrawn. |\n 709 |");
    page.replace("\n709 |", "\n| 708 | notice | Authentication | Approve authentication withdrawn. |\n709 |");
    return page;
}

const EventKey timedOut{Kind::User, 702};
const EventKey denied{Kind::User, 703};
const EventKey withdrawn{Kind::User, 708};

/// No file of this process may grow beyond a size meanwhile: what a program sees of a full disk.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(qint64 bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = rlim_t(bytes);
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    rlimit m_before = {};
    void (*m_handler)(int) = nullptr;
};

} // namespace

/// What changes a catalog, and what stays whatever happens.
class TestCatalogRevisions : public StoreFixture
{
    Q_OBJECT

private slots:
    void init();

    void theSeedIsTheFirstRevision();
    void applyMakesARevision();
    void appliesAPart();
    void anotherProgramsImportIsNoticed();
    void restoreMakesARevision();
    void entryTellsItsHistory();
    void notesStayThroughEverything();
    void notesAreShared();
    void longNoteIsRefused();
    void shippedPageIsOffered();
    void refreshSeesTheOtherProgram();
    void manyProgramsChangeOneCatalog();
    void readOnlyRefusesEachChange();
    void inMemoryRefusesEachChange();
    void fullDiskChangesNothing();
    void oldTablesAreUpgraded();
    void oldTablesAreReadWhereNothingCanBeWritten();
    void upgradeThatFailsLeavesTheOldTables();
    void oldBackupsAreRemoved();
    void damagedKeepsNotesAndRevisions();

private:
    CatalogImport next() const;
    qint64 applyNext(CatalogStore &store);
    void makeVersion1();
};

void TestCatalogRevisions::init()
{
    makeFolder();
}

CatalogImport TestCatalogRevisions::next() const
{
    return readCatalogImport(nextPage(), u"next.txt"_s).value();
}

/// All that the next page changes; gives back the revision's id.
qint64 TestCatalogRevisions::applyNext(CatalogStore &store)
{
    const CatalogImport import = next();
    const Result<qint64> applied =
        store.apply(import, pageDiff(store.snapshot()->entries(), import.page), store.snapshot()->revision());
    return applied ? applied.value() : -1;
}

void TestCatalogRevisions::theSeedIsTheFirstRevision()
{
    const auto store = opened();
    const QList<CatalogRevision> revisions = store->revisions().value();
    QCOMPARE(revisions.size(), 1);
    QCOMPARE(revisions.first().id, 1);
    QCOMPARE(revisions.first().origin, CatalogRevision::Origin::Shipped);
    QCOMPARE(revisions.first().entryCount, 112);
    QCOMPARE(revisions.first().addedCount, 112);
    QVERIFY(revisions.first().entries.isEmpty());
    QCOMPARE(store->snapshot()->revision(), 1);
    QCOMPARE(store->entriesOf(1).value(), shippedEntries(m_resources));
    QVERIFY(!store->entriesOf(2).ok());
    QVERIFY(!store->offeredPage());
}

void TestCatalogRevisions::applyMakesARevision()
{
    const auto store = opened();
    const CatalogPointer before = store->snapshot();
    QCOMPARE(applyNext(*store), 2);

    QVERIFY(store->snapshot() != before);
    QCOMPARE(store->snapshot()->revision(), 2);
    QCOMPARE(store->snapshot()->find(timedOut)->description,
             u"Approve authentication failed - User did not answer in time."_s);
    QVERIFY(!store->snapshot()->find(denied));
    QVERIFY(store->snapshot()->find(withdrawn));
    const CatalogRevision newest = store->revisions().value().first();
    QCOMPARE(newest.origin, CatalogRevision::Origin::Import);
    QCOMPARE(newest.source, u"next.txt"_s);
    QCOMPARE(newest.sha256, next().sha256);
    QCOMPARE(newest.from, std::optional<qint64>(400));
    QCOMPARE(newest.addedCount, 1);
    QCOMPARE(newest.removedCount, 1);
    QVERIFY(newest.changedCount >= 1);
    // A revision is the whole catalog, and it is what another start finds.
    QCOMPARE(opened()->snapshot()->entries(), store->snapshot()->entries());
    QCOMPARE(store->entriesOf(1).value(), before->entries());
    QCOMPARE(store->entriesOf(2).value(), store->snapshot()->entries());
}

void TestCatalogRevisions::appliesAPart()
{
    const auto store = opened();
    const CatalogImport import = next();
    const CatalogDiff part = pageDiff(store->snapshot()->entries(), import.page).only({withdrawn});
    QVERIFY(store->apply(import, part, 1).ok());
    QVERIFY(store->snapshot()->find(withdrawn));
    QVERIFY(store->snapshot()->find(denied));
    QCOMPARE(store->snapshot()->entries().size(), 113);
}

void TestCatalogRevisions::anotherProgramsImportIsNoticed()
{
    const auto one = opened();
    const auto other = opened();
    QCOMPARE(applyNext(*other), 2);
    const CatalogImport import = next();
    const Result<qint64> late = one->apply(import, pageDiff(one->snapshot()->entries(), import.page), 1);
    QVERIFY(!late.ok());
    QVERIFY2(late.error().message.contains(path()), qPrintable(late.error().message));
    QVERIFY2(late.error().message.contains(u"another program"_s), qPrintable(late.error().message));
    QCOMPARE(other->revisions().value().size(), 2);
}

void TestCatalogRevisions::restoreMakesARevision()
{
    const auto store = opened();
    const QList<CatalogEntry> first = store->snapshot()->entries();
    applyNext(*store);
    QCOMPARE(store->restore(1).value(), 3);
    QCOMPARE(store->snapshot()->entries(), first);
    const CatalogRevision newest = store->revisions().value().first();
    QCOMPARE(newest.origin, CatalogRevision::Origin::Restore);
    QCOMPARE(newest.restored, 1);
    QCOMPARE(newest.source, m_resources.pageName);
    QCOMPARE(newest.addedCount, 1);
    QCOMPARE(newest.removedCount, 1);
    QVERIFY(!store->restore(17).ok());
    QCOMPARE(store->revisions().value().size(), 3);
}

void TestCatalogRevisions::entryTellsItsHistory()
{
    const auto store = opened();
    applyNext(*store);
    QVERIFY(store->restore(1).ok());
    const auto idsOf = [&store](const EventKey &key) {
        QList<std::pair<qint64, bool>> ids;
        const QList<EntryVersion> versions = store->historyOf(key).value();
        for (const EntryVersion &version : versions)
            ids.append({version.revision.id, version.entry.has_value()});
        return ids;
    };
    using Ids = QList<std::pair<qint64, bool>>;
    QCOMPARE(idsOf(timedOut), (Ids{{3, true}, {2, true}, {1, true}}));
    QCOMPARE(idsOf(denied), (Ids{{3, true}, {2, false}, {1, true}}));
    QCOMPARE(idsOf(withdrawn), (Ids{{3, false}, {2, true}}));
    QCOMPARE(idsOf({Kind::User, 400}), (Ids{{1, true}}));
    QCOMPARE(idsOf({Kind::System, 400}), Ids());
}

void TestCatalogRevisions::notesStayThroughEverything()
{
    const auto store = opened();
    const QString text = u"Ask Ann.\nhttps://intranet.example.com/push"_s;
    QVERIFY(store->saveNote(timedOut, text).ok());
    QVERIFY(store->saveNote(denied, u"Ours."_s).ok());
    QVERIFY(store->saveNote({Kind::Admin, 80001}, u"Not in the catalog."_s).ok());
    QCOMPARE(store->snapshot()->note(timedOut)->text, text);
    applyNext(*store);
    QCOMPARE(store->snapshot()->note(timedOut)->text, text);
    QCOMPARE(store->snapshot()->note(denied)->text, u"Ours."_s);
    QVERIFY(store->restore(1).ok());
    QCOMPARE(opened()->snapshot()->notes(), store->snapshot()->notes());
    QCOMPARE(opened()->snapshot()->notes().size(), 3);

    QVERIFY(store->saveNote(denied, u"Other."_s).ok());
    QCOMPARE(store->snapshot()->note(denied)->text, u"Other."_s);
    QVERIFY(store->saveNote(denied, u" \n"_s).ok());
    QVERIFY(!store->snapshot()->note(denied));
    QCOMPARE(opened()->snapshot()->notes().size(), 2);
}

void TestCatalogRevisions::notesAreShared()
{
    const auto store = opened();
    QVERIFY(store->saveNote(timedOut, u"Ours."_s).ok());
    const EntryNotes theirs{{timedOut, {u"Theirs."_s, QDateTime::currentDateTimeUtc().addDays(1)}},
                            {denied, {u"New."_s, QDateTime::currentDateTimeUtc()}}};
    QCOMPARE(store->importNotes(notesFile(theirs), u"team.json"_s).value(), (NotesTaken{1, 1, 0}));
    QCOMPARE(opened()->snapshot()->note(timedOut)->text, u"Theirs.\n\nOurs."_s);
    QCOMPARE(store->importNotes(notesFile(theirs), u"team.json"_s).value(), (NotesTaken{0, 0, 2}));

    const EntryNotes before = store->snapshot()->notes();
    const Result<NotesTaken> bad = store->importNotes("{", u"team.json"_s);
    QVERIFY(!bad.ok());
    QVERIFY(bad.error().message.contains(u"team.json"_s));
    QCOMPARE(opened()->snapshot()->notes(), before);
}

void TestCatalogRevisions::longNoteIsRefused()
{
    const auto store = opened();
    QVERIFY(store->saveNote(timedOut, QString(longestNote, u'x')).ok());
    const Result<void> refused = store->saveNote(timedOut, QString(longestNote + 1, u'y'));
    QVERIFY(!refused.ok());
    QVERIFY2(refused.error().message.contains(u"702"_s), qPrintable(refused.error().message));
    QVERIFY(store->snapshot()->note(timedOut)->text.startsWith(u'x'));
}

void TestCatalogRevisions::shippedPageIsOffered()
{
    QVERIFY(opened()); // seeded with the page of today
    m_resources.page = nextPage(); // the program is updated
    m_resources.pageName = u"next.txt"_s;
    const auto store = opened();
    QCOMPARE(store->snapshot()->find(timedOut)->description,
             u"Approve authentication failed - User response timed out."_s);
    const std::optional<CatalogImport> offered = store->offeredPage();
    QVERIFY(offered);
    QCOMPARE(offered->source, u"next.txt"_s);

    QVERIFY(store->declineOfferedPage().ok());
    QVERIFY(!store->offeredPage());
    QVERIFY(!opened()->offeredPage());

    runSql(path(), {u"DELETE FROM page_put_away"_s});
    QVERIFY(store->offeredPage());
    QCOMPARE(applyNext(*store), 2);
    QVERIFY(store->restore(1).ok());
    QVERIFY(!store->offeredPage()); // it was applied once; that it was taken back is the person's wish
}

void TestCatalogRevisions::refreshSeesTheOtherProgram()
{
    const auto one = opened();
    const auto other = opened();
    QVERIFY(!one->refresh());
    applyNext(*other);
    QVERIFY(!other->refresh()); // its own change
    QVERIFY(one->refresh());
    QCOMPARE(one->snapshot()->revision(), 2);
    QVERIFY(!one->refresh());
    QVERIFY(other->saveNote(timedOut, u"Seen."_s).ok());
    QVERIFY(one->refresh());
    QCOMPARE(one->snapshot()->note(timedOut)->text, u"Seen."_s);
}

void TestCatalogRevisions::manyProgramsChangeOneCatalog()
{
    QVERIFY(opened());
    constexpr int programs = 8;
    constexpr int notes = 5;
    std::atomic<int> failures = 0;
    std::atomic<int> imports = 0;
    {
        std::vector<std::jthread> threads;
        for (int program = 0; program < programs; ++program) {
            threads.emplace_back([&, program] {
                const auto store = opened();
                for (int i = 0; i < notes; ++i) {
                    if (!store->saveNote({Kind::User, 1000 + program * notes + i}, u"Note."_s))
                        ++failures;
                }
                store->refresh();
                if (applyNext(*store) > 0)
                    ++imports;
            });
        }
    }
    QCOMPARE(failures.load(), 0);
    QVERIFY(imports.load() >= 1);
    const auto store = opened();
    QVERIFY(store->notices().isEmpty());
    QCOMPARE(store->snapshot()->notes().size(), programs * notes);
    QCOMPARE(store->revisions().value().size(), 1 + imports.load());
}

void TestCatalogRevisions::readOnlyRefusesEachChange()
{
    QVERIFY(opened());
    QFile::setPermissions(path(), QFile::ReadOwner);
    const auto store = opened();
    QVERIFY(store->isReadOnly());
    const QList<Error> errors{store->apply(next(), pageDiff({}, next().page), 1).error(), store->restore(1).error(),
                              store->saveNote(timedOut, u"x"_s).error(),
                              store->importNotes(notesFile({}), u"team.json"_s).error()};
    for (const Error &error : errors) {
        QVERIFY2(error.message.contains(path()), qPrintable(error.message));
        QVERIFY2(error.message.contains(u"read-only"_s), qPrintable(error.message));
    }
    QCOMPARE(store->revisions().value().size(), 1);
    QVERIFY(!store->offeredPage());
}

void TestCatalogRevisions::inMemoryRefusesEachChange()
{
    QVERIFY(QDir().mkpath(QFileInfo(m_folder).path()));
    QFile file(m_folder);
    QVERIFY(file.open(QIODevice::WriteOnly)); // where the folder belongs
    const auto store = opened();
    QVERIFY(!store->saveNote(timedOut, u"x"_s).ok());
    QVERIFY(!store->refresh());
    QCOMPARE(store->revisions().value().size(), 1);
    QCOMPARE(store->historyOf(timedOut).value().size(), 1);
    QCOMPARE(store->entriesOf(0).value().size(), 112);
}

void TestCatalogRevisions::fullDiskChangesNothing()
{
    const auto store = opened();
    QVERIFY(store->saveNote(timedOut, u"Kept."_s).ok());
    const QList<CatalogEntry> before = store->snapshot()->entries();
    {
        const FileSizeLimit limit(QFileInfo(path()).size());
        const CatalogImport import = next();
        const Result<qint64> applied = store->apply(import, pageDiff(before, import.page), 1);
        QVERIFY(!applied.ok());
        QVERIFY2(applied.error().message.contains(path()), qPrintable(applied.error().message));
        QVERIFY(!store->saveNote(denied, QString(60'000, u'x')).ok());
    }
    QCOMPARE(store->snapshot()->entries(), before);
    QCOMPARE(store->revisions().value().size(), 1);
    QVERIFY(!store->snapshot()->note(denied));
    QCOMPARE(applyNext(*store), 2);
    QCOMPARE(opened()->snapshot()->note(timedOut)->text, u"Kept."_s);
}

/// A database as the first version of the program wrote it.
void TestCatalogRevisions::makeVersion1()
{
    QVERIFY(opened());
    runSql(path(),
           {u"DROP TABLE note"_s, u"DROP TABLE page_put_away"_s, u"PRAGMA foreign_keys = OFF"_s,
            u"CREATE TABLE old (id INTEGER PRIMARY KEY, created TEXT NOT NULL, source TEXT NOT NULL, sha256 TEXT "
            "NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, first_code BIGINT, last_code BIGINT, entry_count "
            "BIGINT NOT NULL, not_understood_count BIGINT NOT NULL)"_s,
            u"INSERT INTO old SELECT id, created, source, sha256, title, kind, first_code, last_code, "
            "entry_count, not_understood_count FROM revision"_s,
            u"DROP TABLE revision"_s, u"ALTER TABLE old RENAME TO revision"_s,
            u"UPDATE entry SET description = 'Own – words' WHERE code = 702"_s, u"PRAGMA user_version = 1"_s});
}

void TestCatalogRevisions::oldTablesAreUpgraded()
{
    makeVersion1();
    const auto store = opened();
    QVERIFY2(store->notices().isEmpty(), qPrintable(store->notices().join(u'\n')));
    QVERIFY(!store->isReadOnly());
    QCOMPARE(store->snapshot()->entries().size(), 112);
    QCOMPARE(store->snapshot()->find(timedOut)->description, u"Own – words"_s);
    QCOMPARE(store->revisions().value().first().origin, CatalogRevision::Origin::Shipped);
    QVERIFY(store->saveNote(timedOut, u"x"_s).ok());
    QVERIFY(store->restore(1).ok());

    // The backup is the old database, whole and private.
    const QStringList backups = CatalogFile(m_folder).backups();
    QCOMPARE(backups.size(), 1);
    SqliteDatabase backup;
    QVERIFY(backup.open(backups.first(), SqliteDatabase::Access::ReadOnly).ok());
    QCOMPARE(backup.schemaVersion().value(), 1);
    QCOMPARE(readNewestRevision(backup).value()->entries.size(), 112);
    QVERIFY(!QFile::permissions(backups.first()).testAnyFlags(QFile::ReadGroup | QFile::ReadOther));
    // Another start has nothing to do.
    QVERIFY(opened()->notices().isEmpty());
    QCOMPARE(CatalogFile(m_folder).backups().size(), 1);
}

void TestCatalogRevisions::oldTablesAreReadWhereNothingCanBeWritten()
{
    makeVersion1();
    QFile::setPermissions(path(), QFile::ReadOwner);
    const auto store = opened();
    QVERIFY(store->isReadOnly());
    QCOMPARE(store->snapshot()->find(timedOut)->description, u"Own – words"_s);
    QCOMPARE(store->revisions().value().size(), 1);
    QVERIFY(store->snapshot()->notes().isEmpty());
    QVERIFY(CatalogFile(m_folder).backups().isEmpty());
}

void TestCatalogRevisions::upgradeThatFailsLeavesTheOldTables()
{
    makeVersion1();
    runSql(path(), {u"CREATE TABLE note (id INTEGER)"_s}); // in the way
    const auto store = opened();
    QVERIFY(store->isReadOnly());
    QCOMPARE(store->notices().size(), 1);
    QVERIFY2(store->notices().first().contains(path()), qPrintable(store->notices().first()));
    QVERIFY2(store->notices().first().contains(u"note"_s), qPrintable(store->notices().first()));
    QCOMPARE(store->snapshot()->find(timedOut)->description, u"Own – words"_s);
    SqliteDatabase database;
    QVERIFY(database.open(path(), SqliteDatabase::Access::ReadOnly).ok());
    QCOMPARE(database.schemaVersion().value(), 1);
}

void TestCatalogRevisions::oldBackupsAreRemoved()
{
    makeVersion1();
    for (int i = 0; i < 8; ++i) {
        QFile backup(path() + u".backup-2025010%1T000000Z"_s.arg(i));
        QVERIFY(backup.open(QIODevice::WriteOnly));
    }
    QVERIFY(opened());
    const QStringList backups = CatalogFile(m_folder).backups();
    QCOMPARE(backups.size(), 5);
    QVERIFY(QFileInfo(backups.first()).size() > 0);
    QVERIFY(backups.last().endsWith(u"20250104T000000Z"_s));
}

void TestCatalogRevisions::damagedKeepsNotesAndRevisions()
{
    {
        const auto store = opened();
        QVERIFY(store->saveNote(timedOut, u"Kept."_s).ok());
        applyNext(*store);
        QVERIFY(store->saveNote(denied, u"Kept, too."_s).ok());
    }
    // An index that does not fit its table: the file's pages no longer hang together.
    runSql(path(),
           {u"PRAGMA writable_schema = ON"_s,
            u"UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'revision') "
            "WHERE name LIKE 'sqlite_autoindex_entry%'"_s});
    const auto store = opened();
    QCOMPARE(store->notices().size(), 1);
    QVERIFY2(store->notices().first().contains(u"damaged"_s), qPrintable(store->notices().first()));
    QCOMPARE(store->snapshot()->note(timedOut)->text, u"Kept."_s);
    QCOMPARE(store->snapshot()->note(denied)->text, u"Kept, too."_s);
    QCOMPARE(store->revisions().value().size(), 2);
    QCOMPARE(store->snapshot()->find(timedOut)->description,
             u"Approve authentication failed - User did not answer in time."_s);
    QCOMPARE(store->entriesOf(1).value(), shippedEntries(m_resources));
}

QTEST_GUILESS_MAIN(TestCatalogRevisions)
#include "tst_catalogrevisions.moc"
