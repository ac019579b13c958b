#pragma once

#include "catalogpage.h"
#include "catalogrevision.h"

namespace evident {

/// A page ready to be applied, and where it came from.
struct CatalogImport
{
    CatalogPage page;
    QString source; ///< the file's name, or a word for the clipboard
    QString sha256; ///< of its bytes, hexadecimal
};

/// Reads a page; the Error names `name` and the cause.
Result<CatalogImport> readCatalogImport(const QByteArray &bytes, const QString &name);

/// A revision of this moment that comes from a page; without entries.
CatalogRevision revisionFrom(const CatalogImport &import, CatalogRevision::Origin origin);

} // namespace evident
