#pragma once

#include <QAbstractProxyModel>
#include <QList>

namespace evident {

/// The rows of a FacetModel that are shown: the most frequent ones and whatever the query names, or all of them, or
/// those whose label holds the filter's text. Ordered by the largest count that a value has had (levels by weight), so
/// that narrowing the query moves nothing; counts that only change are passed on without touching the order.
class FacetRows : public QAbstractProxyModel
{
    Q_OBJECT

public:
    static constexpr int limit = 8;

    explicit FacetRows(QObject *parent = nullptr);

    void setSourceModel(QAbstractItemModel *source) override;

    bool showsAll() const noexcept { return m_showAll; }
    void setShowAll(bool on);
    void setFilterText(const QString &text); ///< narrows only while all are shown
    bool isShortened() const; ///< whether the limit hides values

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QModelIndex mapToSource(const QModelIndex &proxyIndex) const override;
    QModelIndex mapFromSource(const QModelIndex &sourceIndex) const override;

private:
    QList<int> wantedRows() const;
    void refresh();
    void rebuild();
    void sourceDataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles);
    void sourceRowsInserted(int first, int last);

    QList<int> m_shown; ///< source rows
    QString m_filter;
    bool m_showAll = false;
};

} // namespace evident
