#include "catalogopening.h"

#include "cataloginspection.h"
#include "catalogsalvage.h"
#include "catalogtables.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QHash>
#include <QLockFile>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr int repairTimeout = 10'000; // ms
constexpr int repairPoll = 50; // ms

/// QLockFile looks ever more seldom the longer it waits; a repair is quick, and a person waits for the window.
bool waitForLock(QLockFile &lock)
{
    const QDeadlineTimer deadline(repairTimeout);
    while (!lock.tryLock(repairPoll)) {
        if (deadline.hasExpired() || lock.error() != QLockFile::LockFailedError)
            return false;
    }
    return true;
}

/// Fills a new database.
Result<void> writeCatalog(SqliteDatabase &database, const QList<CatalogRevision> &revisions, const EntryNotes &notes)
{
    return database.transaction([&]() -> Result<void> {
        // Another program may have been first since we looked.
        const Result<int> tables = database.tableCount();
        if (!tables)
            return tables.error();
        if (tables.value() > 0)
            return {};
        if (auto made = createCatalogTables(database); !made)
            return made;
        QHash<qint64, qint64> ids; // new by old
        for (CatalogRevision revision : revisions) {
            revision.restored = ids.value(revision.restored, 0);
            const Result<qint64> written = writeRevision(database, revision);
            if (!written)
                return written.error();
            ids.insert(revision.id, written.value());
        }
        for (auto note = notes.cbegin(); note != notes.cend(); ++note) {
            if (auto written = writeNote(database, note.key(), note.value()); !written)
                return written;
        }
        return {};
    });
}

/// One opening, from looking at the file to what comes of it.
class Opening
{
    Q_DECLARE_TR_FUNCTIONS(evident::CatalogStore)

public:
    Opening(const CatalogFile &file, const CatalogRevision &shipped)
        : m_file(file),
          m_shipped(shipped)
    {
        m_result.database = std::make_unique<SqliteDatabase>();
    }

    Result<void> run();
    OpenedCatalog takeResult() { return std::move(m_result); }

private:
    Result<void> openWritable();
    Result<void> openReadOnly();
    Result<void> mend(const Inspection &found);
    Result<void> upgrade(const Inspection &old);
    Result<void> writeUpgrade();
    Result<void> useOld(const Inspection &old, const QString &cause);
    Result<void> repair(const QString &cause);
    Result<QString> replaceBy(const CatalogSalvage &found);
    CatalogSalvage salvage(QString *told);
    Result<void> use(const Inspection &inspection);
    void useMemory(const CatalogRevision &revision, const EntryNotes &notes = {});
    void useMemory(const QString &cause);
    SqliteDatabase &database() { return *m_result.database; }

    const CatalogFile &m_file;
    const CatalogRevision &m_shipped;
    OpenedCatalog m_result;
};

Result<void> Opening::run()
{
    if (!m_file.makeFolder()) {
        useMemory(tr("its folder cannot be made"));
        return {};
    }
    return m_file.isWritable() ? openWritable() : openReadOnly();
}

void Opening::useMemory(const CatalogRevision &revision, const EntryNotes &notes)
{
    m_result.database.reset();
    m_result.isReadOnly = true;
    m_result.newest = revision;
    m_result.notes = notes;
}

void Opening::useMemory(const QString &cause)
{
    m_result.notices.append(
        tr("The catalog %1 cannot be used: %2. The catalog shipped with the program is shown, and nothing "
           "can be saved.")
            .arg(m_file.path(), cause));
    useMemory(m_shipped);
}

/// Ends an opening: with the database, or with the shipped page where it cannot be had. Only the future is refused.
Result<void> Opening::use(const Inspection &inspection)
{
    switch (inspection.state) {
    case Inspection::State::Good:
    case Inspection::State::Old:
        m_result.newest = *inspection.newest;
        m_result.notes = inspection.notes;
        m_result.dataVersion = inspection.dataVersion;
        return {};
    case Inspection::State::Future:
        return Error{tr("The catalog %1 was written by a newer version of this program: %2. It was left as it is.")
                         .arg(m_file.path(), inspection.cause)};
    case Inspection::State::New:
        useMemory(tr("it is empty"));
        return {};
    case Inspection::State::Damaged:
    case Inspection::State::Unavailable:
        useMemory(inspection.cause);
        return {};
    }
    return {};
}

Result<void> Opening::openWritable()
{
    makePrivateFile(m_file.path());
    Inspection inspection = Inspection::open(database(), m_file.path(), SqliteDatabase::Access::ReadWrite);
    if (inspection.state == Inspection::State::New) {
        const Result<void> seeded = writeCatalog(database(), {m_shipped}, {});
        inspection = seeded ? Inspection::of(database()) : Inspection::failed(database(), seeded.error());
    }
    const bool isToBeMended =
        inspection.state == Inspection::State::Old || inspection.state == Inspection::State::Damaged;
    return isToBeMended ? mend(inspection) : use(inspection);
}

Result<void> Opening::mend(const Inspection &found)
{
    // One program mends; who waited for it finds a good database.
    QLockFile lock(m_file.lockPath());
    if (!waitForLock(lock)) {
        if (found.state == Inspection::State::Old)
            return useOld(found, tr("another program is at work on it"));
        useMemory(tr("it is damaged, and another program is repairing it"));
        return {};
    }
    const Inspection inspection = Inspection::open(database(), m_file.path(), SqliteDatabase::Access::ReadWrite);
    switch (inspection.state) {
    case Inspection::State::Old:
        return upgrade(inspection);
    case Inspection::State::Damaged:
        return repair(inspection.cause);
    default:
        return use(inspection);
    }
}

/// Brings the tables of an earlier version to this one's, behind a backup. Where that fails, the old ones are read.
Result<void> Opening::upgrade(const Inspection &old)
{
    const Result<void> written = writeUpgrade();
    return written ? use(Inspection::of(database())) : useOld(old, written.error().message);
}

Result<void> Opening::useOld(const Inspection &old, const QString &cause)
{
    m_result.isReadOnly = true;
    m_result.notices.append(
        tr("The catalog %1 is of an earlier version of this program and could not be brought to this one: %2. It can "
           "be read, but nothing can be saved.")
            .arg(m_file.path(), cause));
    return use(old);
}

Result<void> Opening::writeUpgrade()
{
    const QString backup = m_file.newBackupPath(QDateTime::currentDateTimeUtc());
    makePrivateFile(backup);
    if (auto copied = database().copyTo(backup); !copied) {
        QFile::remove(backup);
        return Error{tr("the backup %1 cannot be written: %2").arg(backup, copied.error().message)};
    }
    auto written = database().transaction([this] { return upgradeCatalogTables(database()); });
    if (written)
        m_file.removeOldBackups();
    return written;
}

Result<void> Opening::openReadOnly()
{
    m_result.isReadOnly = true;
    if (!m_file.exists()) {
        useMemory(tr("its folder cannot be written to"));
        return {};
    }
    const Inspection inspection = Inspection::open(database(), m_file.path(), SqliteDatabase::Access::ReadOnly);
    if (inspection.state == Inspection::State::Good || inspection.state == Inspection::State::Old)
        m_result.notices.append(
            tr("The catalog %1 is read-only: it can be read, but nothing can be saved.").arg(m_file.path()));
    if (inspection.state != Inspection::State::Damaged)
        return use(inspection);

    QString told;
    const CatalogSalvage found = salvage(&told);
    m_result.notices.append(tr("The catalog %1 is damaged (%2) and cannot be repaired, because it is read-only.")
                                .arg(m_file.path(), inspection.cause)
                            + u' ' + told);
    useMemory(found.revisions.last(), found.notes);
    return {};
}

/// What can be had again of a damaged database: its own rows, else the last backup's, else the shipped page.
CatalogSalvage Opening::salvage(QString *told)
{
    CatalogSalvage found = salvageCatalog(m_file.path());
    if (!found.revisions.isEmpty()) {
        *told = tr("%Ln entry(s) could be read from it.", nullptr, int(found.entriesRead));
        if (found.entriesLost > 0)
            *told += u' ' + tr("%Ln entry(s) lost.", nullptr, int(found.entriesLost));
        if (const qint64 mended = mendNewest(found, m_shipped); mended > 0)
            *told += u' ' + tr("%Ln entry(s) taken from the catalog shipped with the program.", nullptr, int(mended));
        return found;
    }

    // The notes that were read are kept, and those only the backup has are taken, too.
    const QStringList backups = m_file.backups();
    for (const QString &backup : backups) {
        CatalogSalvage earlier = salvageCatalog(backup);
        if (earlier.revisions.isEmpty())
            continue;
        mendNewest(earlier, m_shipped);
        earlier.notes.insert(found.notes);
        *told = found.notes.isEmpty()
            ? tr("Nothing could be read from it, so the backup %1 was taken.").arg(backup)
            : tr("Only notes could be read from it, so the backup %1 was taken for the entries.").arg(backup);
        return earlier;
    }
    found.revisions = {m_shipped};
    *told = found.notes.isEmpty()
        ? tr("Nothing could be read from it, so the catalog shipped with the program was taken.")
        : tr("Only notes could be read from it, so the entries shipped with the program were taken.");
    return found;
}

/// Writes a new database beside the damaged one and lets it take its place; gives back what the damaged one is called
/// now.
Result<QString> Opening::replaceBy(const CatalogSalvage &found)
{
    QFile::remove(m_file.draftPath());
    makePrivateFile(m_file.draftPath());
    Result<void> written = database().open(m_file.draftPath(), SqliteDatabase::Access::ReadWrite);
    if (written)
        written = writeCatalog(database(), found.revisions, found.notes);
    database().close();
    return written ? m_file.replaceDamaged(QDateTime::currentDateTimeUtc()) : Result<QString>(written.error());
}

Result<void> Opening::repair(const QString &cause)
{
    database().close();

    QString told;
    const CatalogSalvage found = salvage(&told);
    const Result<QString> kept = replaceBy(found);
    if (!kept) {
        m_result.notices.append(tr("The catalog %1 is damaged (%2) and cannot be repaired: %3.")
                                    .arg(m_file.path(), cause, kept.error().message)
                                + u' ' + told);
        useMemory(found.revisions.last(), found.notes);
        return {};
    }
    m_result.notices.append(
        tr("The catalog %1 was damaged (%2). The damaged file is kept as %3.").arg(m_file.path(), cause, kept.value())
        + u' ' + told);
    return use(Inspection::open(database(), m_file.path(), SqliteDatabase::Access::ReadWrite));
}

} // namespace

Result<OpenedCatalog> openCatalog(const CatalogFile &file, const CatalogRevision &shipped)
{
    Opening opening(file, shipped);
    if (auto opened = opening.run(); !opened)
        return opened.error();
    return opening.takeResult();
}

} // namespace evident
