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
    setSourceModel(model);
}

void CatalogProxy::setQuery(const Query &query)
{
    if (query == m_query)
        return;
    m_query = query;
    m_matcher = QueryMatcher(query, MatchContext());
    invalidateRowsFilter();
}

bool CatalogProxy::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    return m_matcher.matches(EntrySubject(*m_model->catalog(), m_model->entryAt(sourceRow)));
}

} // namespace evident
