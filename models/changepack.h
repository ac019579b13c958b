#pragma once

#include "catalogdiff.h"
#include "catalogrevision.h"
#include "packfolder.h"

namespace evident {

/// What a SIEM team needs when the vendor has changed texts or levels under rules that match on them: every change as
/// CSV, JSON and Markdown, and for Splunk, Microsoft Sentinel, Elastic and Sigma the old texts, to the letter, with
/// searches that find the rules. Pure: writePack() writes it.
///
/// `diff` makes the entries of `after` of those of `before`. Of an import's preview, `after` has no id, and the page's
/// name as its source.
PackFiles changePack(const CatalogDiff &diff, const CatalogRevision &before, const CatalogRevision &after);

} // namespace evident
