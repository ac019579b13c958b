#pragma once

#include "catalogrevision.h"
#include "entrynote.h"
#include "sqlitedatabase.h"

#include <QMap>

namespace evident {

/// The version of the tables that this program writes. It reads those before it, too.
///   1  revision, entry
///   2  revision: origin, restored and what it changed; note; page_put_away
inline constexpr int catalogSchemaVersion = 2;
/// "Evnt": marks the file as ours.
inline constexpr int catalogApplicationId = 0x45766e74;

/// Makes the tables in a new file. Within a transaction.
Result<void> createCatalogTables(SqliteDatabase &database);
/// Makes those of this version from those of an earlier one. Within a transaction.
Result<void> upgradeCatalogTables(SqliteDatabase &database);

/// Writes a revision with its entries, behind all others: it is the catalog from now on. Gives back its id; fails for
/// entries that could not be read again. Within a transaction.
Result<qint64> writeRevision(SqliteDatabase &database, const CatalogRevision &revision);
/// The newest revision; absent when there is none or a part of it is missing.
Result<std::optional<CatalogRevision>> readNewestRevision(SqliteDatabase &database);
/// One revision, absent when there is none of this id or a part of it is missing.
Result<std::optional<CatalogRevision>> readRevision(SqliteDatabase &database, qint64 id);
/// All of them, newest first, without their entries.
Result<QList<CatalogRevision>> readRevisions(SqliteDatabase &database);
Result<std::optional<qint64>> newestRevisionId(SqliteDatabase &database);
/// One entry as each revision has it that has it, by the revision's id.
Result<QMap<qint64, CatalogEntry>> readEntryOfRevisions(SqliteDatabase &database, const EventKey &key);

Result<EntryNotes> readNotes(SqliteDatabase &database);
/// Sets the note of a code; an empty text removes it. Within a transaction.
Result<void> writeNote(SqliteDatabase &database, const EventKey &key, const EntryNote &note);

/// Pages, by their bytes' SHA-256, that are not to be offered again.
Result<bool> isPagePutAway(SqliteDatabase &database, const QString &sha256);
Result<void> putPageAway(SqliteDatabase &database, const QString &sha256);

/// What one row says, for who reads a damaged file row by row; absent when the row is gone or makes no sense.
std::optional<CatalogRevision> readRevisionRow(SqliteDatabase &database, qint64 id);
struct EntryRow
{
    qint64 revision = 0;
    CatalogEntry entry;
};
std::optional<EntryRow> readEntryRow(SqliteDatabase &database, qint64 id);
struct NoteRow
{
    EventKey key;
    EntryNote note; ///< its text may be empty: then it was removed
};
std::optional<NoteRow> readNoteRow(SqliteDatabase &database, qint64 id);
/// The highest id of a table, absent when it cannot be read.
std::optional<qint64> highestRevisionId(SqliteDatabase &database);
std::optional<qint64> highestEntryId(SqliteDatabase &database);
std::optional<qint64> highestNoteId(SqliteDatabase &database);

} // namespace evident
