#pragma once

#include "catalogsnapshot.h"

#include <QSortFilterProxyModel>

namespace evident {

class CatalogModel;

/// The entries that a query keeps, sorted by typed values: codes as numbers, levels by weight.
class CatalogProxy : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    /// The model must outlive the proxy.
    explicit CatalogProxy(CatalogModel *model, QObject *parent = nullptr);

    const Query &query() const noexcept { return m_query; }
    void setQuery(const Query &query);

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    const CatalogModel *m_model;
    Query m_query;
    QueryMatcher m_matcher;
    Breadth m_breadth = Breadth::Entry;
};

} // namespace evident
