#pragma once

#include "catalogstore.h"

#include <QFile>
#include <QTest>

namespace evident {

/// The bytes of the page that the program ships.
inline QByteArray shippedPage()
{
    QFile file(QStringLiteral(":/catalog/user-events-400-1409.txt"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What the store is opened with; a failure of the test when the build lacks it.
inline CatalogResources shippedResources()
{
    Result<CatalogResources> resources = shippedCatalogResources();
    if (!resources) {
        QTest::qFail(qPrintable(resources.error().message), __FILE__, __LINE__);
        return {};
    }
    return std::move(resources).value();
}

/// The entries of the shipped page with all that guidance and rules say of them.
inline QList<CatalogEntry> shippedEntries(const CatalogResources &resources)
{
    QList<CatalogEntry> entries = readCatalogPage(resources.page, resources.pageName).value().entries;
    for (CatalogEntry &entry : entries)
        resources.rules.apply(entry, resources.guidance->find(entry.key));
    return entries;
}

} // namespace evident
