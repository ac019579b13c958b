#include "catalogstore.h"

#include "catalogfile.h"
#include "cataloginspection.h"
#include "catalogsalvage.h"
#include "catalogtables.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QFile>
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

Result<void> writeRevisions(SqliteDatabase &database, const QList<CatalogRevision> &revisions)
{
    return database.transaction([&database, &revisions]() -> Result<void> {
        // Another program may have been first since we looked.
        const Result<int> tables = database.tableCount();
        if (!tables)
            return tables.error();
        if (tables.value() > 0)
            return {};
        if (auto made = createCatalogTables(database); !made)
            return made;
        for (const CatalogRevision &revision : revisions) {
            if (auto written = writeRevision(database, revision); !written)
                return written;
        }
        return {};
    });
}

Result<CatalogRevision> shippedRevision(const CatalogResources &resources)
{
    Result<CatalogPage> read = readCatalogPage(resources.page, resources.pageName);
    if (!read)
        return read.error();
    CatalogPage page = std::move(read).value();
    CatalogRevision revision;
    revision.created = QDateTime::currentDateTimeUtc();
    revision.source = resources.pageName;
    revision.sha256 = QString::fromLatin1(QCryptographicHash::hash(resources.page, QCryptographicHash::Sha256).toHex());
    revision.title = page.title;
    revision.kind = page.kind;
    revision.from = page.from;
    revision.to = page.to;
    revision.entryCount = page.entries.size();
    revision.notUnderstoodCount = page.notUnderstood.size();
    revision.entries = std::move(page.entries);
    return revision;
}

} // namespace

struct CatalogStore::Data
{
    Q_DECLARE_TR_FUNCTIONS(evident::CatalogStore)

public:
    Data(const QString &folder, CatalogResources theResources, CatalogRevision theShipped);

    Result<void> openWritable();
    Result<void> openReadOnly();
    Result<void> repair();
    Result<QString> replaceBy(const QList<CatalogRevision> &revisions);
    CatalogSalvage salvage(QString *told);
    Result<void> use(const Inspection &inspection);
    void useMemory(QList<CatalogEntry> entries);
    void useMemory(const QString &cause);
    void take(QList<CatalogEntry> entries);

    CatalogFile file;
    CatalogResources resources;
    CatalogRevision shipped;
    std::unique_ptr<SqliteDatabase> database; ///< null in memory
    CatalogPointer catalog;
    QStringList notices;
    bool readOnly = false;
};

CatalogStore::Data::Data(const QString &folder, CatalogResources theResources, CatalogRevision theShipped)
    : file(folder),
      resources(std::move(theResources)),
      shipped(std::move(theShipped)),
      database(std::make_unique<SqliteDatabase>())
{ }

void CatalogStore::Data::take(QList<CatalogEntry> entries)
{
    for (CatalogEntry &entry : entries)
        resources.rules.apply(entry, resources.guidance->find(entry.key));
    catalog = std::make_shared<const CatalogSnapshot>(
        CatalogContent{std::move(entries), resources.synonyms, resources.guidance, {}, 0});
}

void CatalogStore::Data::useMemory(QList<CatalogEntry> entries)
{
    database.reset();
    readOnly = true;
    take(std::move(entries));
}

void CatalogStore::Data::useMemory(const QString &cause)
{
    notices.append(tr("The catalog %1 cannot be used: %2. The catalog shipped with the program is shown, and nothing "
                      "can be saved.")
                       .arg(file.path(), cause));
    useMemory(shipped.entries);
}

/// Ends an opening: with the database, or with the shipped page where it cannot be had. Only the future is refused.
Result<void> CatalogStore::Data::use(const Inspection &inspection)
{
    switch (inspection.state) {
    case Inspection::State::Good:
        take(inspection.newest->entries);
        return {};
    case Inspection::State::Future:
        return Error{tr("The catalog %1 was written by a newer version of this program: %2. It was left as it is.")
                         .arg(file.path(), inspection.cause)};
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

Result<void> CatalogStore::Data::openWritable()
{
    makePrivateFile(file.path());
    Inspection inspection = Inspection::open(*database, file.path(), SqliteDatabase::Access::ReadWrite);
    if (inspection.state == Inspection::State::New) {
        const Result<void> seeded = writeRevisions(*database, {shipped});
        inspection = seeded ? Inspection::of(*database) : Inspection::failed(*database, seeded.error());
    }
    return inspection.state == Inspection::State::Damaged ? repair() : use(inspection);
}

Result<void> CatalogStore::Data::openReadOnly()
{
    readOnly = true;
    if (!file.exists()) {
        useMemory(tr("its folder cannot be written to"));
        return {};
    }
    const Inspection inspection = Inspection::open(*database, file.path(), SqliteDatabase::Access::ReadOnly);
    if (inspection.state == Inspection::State::Good)
        notices.append(tr("The catalog %1 is read-only: it can be read, but nothing can be saved.").arg(file.path()));
    if (inspection.state != Inspection::State::Damaged)
        return use(inspection);

    QString told;
    const CatalogSalvage found = salvage(&told);
    notices.append(tr("The catalog %1 is damaged (%2) and cannot be repaired, because it is read-only.")
                       .arg(file.path(), inspection.cause)
                   + u' ' + told);
    useMemory(found.revisions.last().entries);
    return {};
}

/// What can be had again of a damaged database: its own rows, else the last backup's, else the shipped page.
CatalogSalvage CatalogStore::Data::salvage(QString *told)
{
    CatalogSalvage found = salvageCatalog(file.path());
    const qint64 lost = found.entriesLost;
    if (found.isEmpty()) {
        const QStringList backups = file.backups();
        for (const QString &backup : backups) {
            found = salvageCatalog(backup);
            if (found.isEmpty())
                continue;
            mendNewest(found, shipped);
            *told = tr("Nothing could be read from it, so the backup %1 was taken.").arg(backup);
            return found;
        }
        found.revisions = {shipped};
        *told = tr("Nothing could be read from it, so the catalog shipped with the program was taken.");
        return found;
    }
    *told = tr("%Ln entry(s) could be read from it.", nullptr, int(found.entriesRead));
    if (lost > 0)
        *told += u' ' + tr("%Ln entry(s) lost.", nullptr, int(lost));
    if (const qint64 mended = mendNewest(found, shipped); mended > 0)
        *told += u' ' + tr("%Ln entry(s) taken from the catalog shipped with the program.", nullptr, int(mended));
    return found;
}

/// Writes a new database beside the damaged one and lets it take its place; gives back what the damaged one is called
/// now.
Result<QString> CatalogStore::Data::replaceBy(const QList<CatalogRevision> &revisions)
{
    QFile::remove(file.draftPath());
    makePrivateFile(file.draftPath());
    Result<void> written = database->open(file.draftPath(), SqliteDatabase::Access::ReadWrite);
    if (written)
        written = writeRevisions(*database, revisions);
    database->close();
    return written ? file.replaceDamaged(QDateTime::currentDateTimeUtc()) : Result<QString>(written.error());
}

Result<void> CatalogStore::Data::repair()
{
    // One program repairs; who waited for it finds a good database.
    QLockFile lock(file.lockPath());
    if (!waitForLock(lock)) {
        useMemory(tr("it is damaged, and another program is repairing it"));
        return {};
    }
    const Inspection inspection = Inspection::open(*database, file.path(), SqliteDatabase::Access::ReadWrite);
    if (inspection.state != Inspection::State::Damaged)
        return use(inspection);
    database->close();

    QString told;
    const CatalogSalvage found = salvage(&told);
    const Result<QString> kept = replaceBy(found.revisions);
    if (!kept) {
        notices.append(tr("The catalog %1 is damaged (%2) and cannot be repaired: %3.")
                           .arg(file.path(), inspection.cause, kept.error().message)
                       + u' ' + told);
        useMemory(found.revisions.last().entries);
        return {};
    }
    notices.append(tr("The catalog %1 was damaged (%2). The damaged file is kept as %3.")
                       .arg(file.path(), inspection.cause, kept.value())
                   + u' ' + told);
    return use(Inspection::open(*database, file.path(), SqliteDatabase::Access::ReadWrite));
}

Result<std::unique_ptr<CatalogStore>> CatalogStore::open(const QString &folder, CatalogResources resources)
{
    Result<CatalogRevision> shipped = shippedRevision(resources);
    if (!shipped)
        return shipped.error();
    auto data = std::make_unique<Data>(folder, std::move(resources), std::move(shipped).value());
    Result<void> opened;
    if (!data->file.makeFolder())
        data->useMemory(Data::tr("its folder cannot be made"));
    else
        opened = data->file.isWritable() ? data->openWritable() : data->openReadOnly();
    if (!opened)
        return opened.error();
    return std::unique_ptr<CatalogStore>(new CatalogStore(std::move(data)));
}

CatalogStore::CatalogStore(std::unique_ptr<Data> data)
    : m_data(std::move(data))
{ }

CatalogStore::~CatalogStore() = default;

CatalogPointer CatalogStore::snapshot() const
{
    return m_data->catalog;
}

bool CatalogStore::isReadOnly() const
{
    return m_data->readOnly;
}

QString CatalogStore::path() const
{
    return m_data->database ? m_data->file.path() : QString();
}

QStringList CatalogStore::notices() const
{
    return m_data->notices;
}

} // namespace evident
