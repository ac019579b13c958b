#pragma once

#include "catalogsnapshot.h"
#include "log.h"
#include "resolution.h"

namespace evident {

/// The one owner of resolution: what the catalog says of what a record says.
class Resolver
{
public:
    explicit Resolver(CatalogPointer catalog);

    /// Resolves the shapes of `log` that `resolution` does not have yet. Cheap when there are none.
    void extend(Resolution &resolution, const Log &log) const;
    ResolvedEvent resolve(const EventShape &shape, const QString &level, const QString &category,
                          const QString &description) const;

    const CatalogPointer &catalog() const noexcept { return m_catalog; }

private:
    ResolvedEvent lookedUp(const EventShape &shape, const QString &level, const QString &category,
                           const QString &description) const;

    CatalogPointer m_catalog;
};

/// Which vendor page covers a code that the catalog lacks, as a whole sentence; "" when none does.
QString pageForUnknownCode(qint64 code);

} // namespace evident
