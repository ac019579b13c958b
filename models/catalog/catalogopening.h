#pragma once

#include "catalogfile.h"
#include "catalogrevision.h"
#include "entrynote.h"
#include "sqlitedatabase.h"

#include <QStringList>

#include <memory>

namespace evident {

/// A catalog as it was found, or made.
struct OpenedCatalog
{
    std::unique_ptr<SqliteDatabase> database; ///< null: it is in memory alone
    CatalogRevision newest; ///< with its entries
    EntryNotes notes;
    int dataVersion = 0; ///< of the database before it was read
    QStringList notices; ///< whole sentences for the person
    bool isReadOnly = false;
};

/// Opens the database: seeds a new one with the shipped page, brings an old one to this version's tables, repairs a
/// damaged one, reads where nothing can be written, and falls back on the shipped page in memory. Fails only for a
/// database from the future, which stays as it is.
Result<OpenedCatalog> openCatalog(const CatalogFile &file, const CatalogRevision &shipped);

} // namespace evident
