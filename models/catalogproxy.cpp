#include "catalogproxy.h"

#include "catalogmodel.h"
#include "roles.h"

namespace evident {

CatalogProxy::CatalogProxy(CatalogModel *model, QObject *parent)
    : QSortFilterProxyModel(parent),
      m_model(model),
      m_matcher(m_query, MatchContext())
{
    setSortRole(SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setDynamicSortFilter(true);
    // Before the proxy's own connection, which filters the new catalog.
    connect(model, &QAbstractItemModel::modelReset, this,
            [this] { m_breadth = m_model->catalog()->breadthOf(m_query); });
    setSourceModel(model);
}

void CatalogProxy::setQuery(const Query &query)
{
    if (query == m_query)
        return;
    m_query = query;
    m_matcher = QueryMatcher(query, MatchContext());
    m_breadth = m_model->catalog()->breadthOf(query);
    invalidateRowsFilter();
}

bool CatalogProxy::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    return m_matcher.matches(EntrySubject(*m_model->catalog(), m_model->entryAt(sourceRow), m_breadth));
}

} // namespace evident
