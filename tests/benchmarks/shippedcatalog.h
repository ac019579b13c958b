#pragma once

#include "catalogstore.h"

namespace evident {

/// The catalog that the program ships, as a new store would be filled with it.
inline Result<CatalogPointer> shippedCatalog()
{
    Result<CatalogResources> resources = shippedCatalogResources();
    if (!resources)
        return resources.error();
    const CatalogResources shipped = std::move(resources).value();
    Result<CatalogPage> page = readCatalogPage(shipped.page, shipped.pageName);
    if (!page)
        return page.error();
    QList<CatalogEntry> entries = page.value().entries;
    for (CatalogEntry &entry : entries)
        shipped.rules.apply(entry, shipped.guidance->find(entry.key));
    return std::make_shared<const CatalogSnapshot>(std::move(entries), shipped.synonyms);
}

} // namespace evident
