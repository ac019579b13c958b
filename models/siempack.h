#pragma once

#include "catalogrevision.h"
#include "packfolder.h"

namespace evident {

/// What a SIEM needs to explain event codes: lookup, watchlist, enrichment and rules for Splunk, Microsoft Sentinel,
/// Elastic and Sigma, and a README that says how each is installed. Pure: writePack() writes it.
///
/// `entries` are the catalog's, or those that the query kept, whose text is `query`; `revision` is what they come from.
PackFiles siemPack(const QList<CatalogEntry> &entries, const CatalogRevision &revision, const QString &query = {});

} // namespace evident
