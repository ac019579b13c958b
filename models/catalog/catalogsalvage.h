#pragma once

#include "catalogrevision.h"
#include "entrynote.h"

#include <QList>
#include <QString>

namespace evident {

/// What could be read from a damaged database.
struct CatalogSalvage
{
    QList<CatalogRevision> revisions; ///< oldest first, each with at least one entry; the last one is the newest
    EntryNotes notes;
    qint64 entriesRead = 0;
    qint64 entriesLost = 0; ///< as far as it is known how many there were
};

/// Reads a damaged database row by row, passing over what cannot be read. The file is not changed.
CatalogSalvage salvageCatalog(const QString &path);

/// Mends the newest revision, if it lost entries, with those of `page`: what a person sees must not have holes.
/// Gives back how many it took from there.
qint64 mendNewest(CatalogSalvage &salvage, const CatalogRevision &page);

} // namespace evident
