#include "catalogsalvage.h"

#include "catalogtables.h"

#include <QFileInfo>

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

// No row of ours is shorter, so that a damaged file cannot name a number of rows that keeps the program busy for hours.
constexpr qint64 shortestRow = 16;

void readRevisions(SqliteDatabase &database, qint64 mostRows, const QString &name, CatalogSalvage &salvage)
{
    std::map<qint64, CatalogRevision> revisions;
    const qint64 lastRevision = std::min(highestRevisionId(database).value_or(mostRows), mostRows);
    for (qint64 id = 1; id <= lastRevision; ++id) {
        if (auto revision = readRevisionRow(database, id))
            revisions.emplace(id, *std::move(revision));
    }

    std::set<std::pair<qint64, EventKey>> seen;
    const qint64 lastEntry = std::min(highestEntryId(database).value_or(mostRows), mostRows);
    for (qint64 id = 1; id <= lastEntry; ++id) {
        const std::optional<EntryRow> row = readEntryRow(database, id);
        if (!row || !seen.emplace(row->revision, row->entry.key).second)
            continue;
        CatalogRevision &revision = revisions[row->revision]; // where its own row is lost, a bare one
        revision.entries.append(row->entry);
        ++salvage.entriesRead;
    }

    // A bare revision may be no more than a damaged number: it is never newer than one with a row of its own.
    QList<CatalogRevision> bare;
    for (auto &[id, revision] : revisions) {
        salvage.entriesLost += std::max<qint64>(0, revision.entryCount - revision.entries.size());
        if (revision.entries.isEmpty())
            continue;
        const bool hasRow = revision.created.isValid();
        if (!hasRow) {
            revision.id = id;
            revision.created = QDateTime::currentDateTimeUtc();
            revision.source = name;
        }
        (hasRow ? salvage.revisions : bare).append(std::move(revision));
    }
    salvage.revisions = bare + salvage.revisions;
}

void readNotes(SqliteDatabase &database, qint64 mostRows, CatalogSalvage &salvage)
{
    const qint64 last = std::min(highestNoteId(database).value_or(mostRows), mostRows);
    for (qint64 id = 1; id <= last; ++id) {
        const std::optional<NoteRow> row = readNoteRow(database, id);
        // Of two for one code the later row is the newer.
        if (row && !row->note.text.isEmpty())
            salvage.notes.insert(row->key, row->note);
    }
}

} // namespace

CatalogSalvage salvageCatalog(const QString &path)
{
    SqliteDatabase database;
    CatalogSalvage salvage;
    if (!database.open(path, SqliteDatabase::Access::Frozen))
        return salvage;
    const qint64 mostRows = QFileInfo(path).size() / shortestRow;
    readRevisions(database, mostRows, QFileInfo(path).fileName(), salvage);
    readNotes(database, mostRows, salvage);
    return salvage;
}

qint64 mendNewest(CatalogSalvage &salvage, const CatalogRevision &page)
{
    if (salvage.revisions.isEmpty())
        return 0;
    CatalogRevision &newest = salvage.revisions.last();
    // A bare revision has no count: then nobody knows that it is whole.
    if (newest.entries.size() == newest.entryCount)
        return 0;
    std::set<EventKey> present;
    for (const CatalogEntry &entry : newest.entries)
        present.insert(entry.key);
    qint64 taken = 0;
    for (const CatalogEntry &entry : page.entries) {
        if (present.contains(entry.key))
            continue;
        newest.entries.append(entry);
        ++taken;
    }
    return taken;
}

} // namespace evident
