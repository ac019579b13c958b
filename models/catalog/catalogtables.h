#pragma once

#include "catalogrevision.h"
#include "sqlitedatabase.h"

namespace evident {

/// The version of the tables that this program reads and writes.
inline constexpr int catalogSchemaVersion = 1;
/// "Evnt": marks the file as ours.
inline constexpr int catalogApplicationId = 0x45766e74;

/// Makes the tables in a new file. Within a transaction.
Result<void> createCatalogTables(SqliteDatabase &database);

/// Writes a revision with its entries, behind all others: it is the catalog from now on. Within a transaction.
Result<void> writeRevision(SqliteDatabase &database, const CatalogRevision &revision);
/// The newest revision; absent when there is none or a part of it is missing.
Result<std::optional<CatalogRevision>> readNewestRevision(SqliteDatabase &database);

/// What one row says, for who reads a damaged file row by row; absent when the row is gone or makes no sense.
std::optional<CatalogRevision> readRevisionRow(SqliteDatabase &database, qint64 id);
struct EntryRow
{
    qint64 revision = 0;
    CatalogEntry entry;
};
std::optional<EntryRow> readEntryRow(SqliteDatabase &database, qint64 id);
/// The highest id of a table, absent when it cannot be read.
std::optional<qint64> highestRevisionId(SqliteDatabase &database);
std::optional<qint64> highestEntryId(SqliteDatabase &database);

} // namespace evident
