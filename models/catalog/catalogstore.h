#pragma once

#include "catalogpage.h"
#include "catalogsnapshot.h"
#include "derivationrules.h"

#include <QStringList>

#include <memory>

namespace evident {

/// What a store is seeded and read with: all of it comes from the resources.
struct CatalogResources
{
    QByteArray page; ///< the vendor's page as published
    QString pageName;
    DerivationRules rules;
    Synonyms synonyms;
    std::shared_ptr<const GuidanceBook> guidance = std::make_shared<const GuidanceBook>(); ///< never null
};
/// From `:/catalog`, `:/query` and `:/guidance`. An error here is a damaged build.
Result<CatalogResources> shippedCatalogResources();

/// The catalog in its SQLite database. The only room that speaks SQL.
///
/// Opening seeds a new database from the page, refuses one from the future, works read-only where it must, and salvages
/// a damaged one: the damaged file is kept beside the new one. What the person should know of that is in notices(). One
/// thread opens, uses and destroys a store.
class CatalogStore
{
public:
    /// `folder` is made when missing. Fails only for a database from the future, and for resources that cannot be read.
    /// A database that cannot be written to gives a read-only store; where none can be had, the store is in memory,
    /// from the shipped page. Both with a notice.
    static Result<std::unique_ptr<CatalogStore>> open(const QString &folder, CatalogResources resources);
    ~CatalogStore();

    CatalogPointer snapshot() const;
    bool isReadOnly() const;
    QString path() const; ///< of the database; "" for one in memory
    /// Whole, translated sentences: read-only, salvaged, where the damaged file is.
    QStringList notices() const;

private:
    struct Data;
    explicit CatalogStore(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

} // namespace evident
