#pragma once

#include "catalogstore.h"

namespace evident {

/// The catalog that the program ships.
inline CatalogPointer shippedCatalog()
{
    static const CatalogPointer catalog = [] {
        Result<CatalogResources> resources = shippedCatalogResources();
        if (!resources)
            qFatal("%s", qPrintable(resources.error().message));
        QList<CatalogEntry> entries =
            readCatalogPage(resources.value().page, resources.value().pageName).value().entries;
        for (CatalogEntry &entry : entries)
            resources.value().rules.apply(entry, resources.value().guidance->find(entry.key));
        return std::make_shared<const CatalogSnapshot>(
            CatalogContent{std::move(entries), resources.value().synonyms, resources.value().guidance, {}, 0});
    }();
    return catalog;
}

} // namespace evident
