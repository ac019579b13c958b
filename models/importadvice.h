#pragma once

#include "catalogdiff.h"

#include <QStringList>

namespace evident {

/// What a person should know before a page is applied.
struct ImportAdvice
{
    QStringList warnings; ///< whole, translated sentences
    bool needsLook = false; ///< less than half of the page was understood, or it removes much of what it covers
};

/// `catalog` is what the page's difference was made against.
ImportAdvice importAdvice(const QList<CatalogEntry> &catalog, const CatalogPage &page, const CatalogDiff &diff);

} // namespace evident
