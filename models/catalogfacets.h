#pragma once

#include "catalogsnapshot.h"
#include "facets.h"
#include "query.h"

#include <QHash>

namespace evident {

/// The facets of a catalog: Level, Category, Method, Outcome, Owner.
QList<Field> catalogFacetFields();

/// How many entries have each value of each facet. A facet is counted with the query minus its own including group, so
/// that its other values can still be chosen; every value of the catalog is listed, with 0 where no entry is left. ""
/// is absent.
QHash<Field, FacetCounts> countCatalogFacets(const CatalogSnapshot &catalog, const Query &query);

} // namespace evident
