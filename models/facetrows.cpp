#include "facetrows.h"

#include "facetmodel.h"

namespace evident {

FacetRows::FacetRows(QObject *parent)
    : QAbstractProxyModel(parent)
{ }

void FacetRows::setSourceModel(QAbstractItemModel *source)
{
    beginResetModel();
    if (sourceModel())
        disconnect(sourceModel(), nullptr, this, nullptr);
    QAbstractProxyModel::setSourceModel(source);
    if (source) {
        connect(source, &QAbstractItemModel::dataChanged, this, &FacetRows::sourceDataChanged);
        connect(source, &QAbstractItemModel::rowsInserted, this,
                [this](const QModelIndex &, int first, int last) { sourceRowsInserted(first, last); });
        connect(source, &QAbstractItemModel::rowsRemoved, this, &FacetRows::rebuild);
        connect(source, &QAbstractItemModel::modelReset, this, &FacetRows::rebuild);
    }
    m_shown = wantedRows();
    endResetModel();
}

void FacetRows::setShowAll(bool on)
{
    if (m_showAll == on)
        return;
    m_showAll = on;
    refresh();
}

void FacetRows::setFilterText(const QString &text)
{
    if (m_filter == text)
        return;
    m_filter = text;
    refresh();
}

bool FacetRows::isShortened() const
{
    return sourceModel() && !m_showAll && m_shown.size() < sourceModel()->rowCount();
}

QModelIndex FacetRows::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex FacetRows::parent(const QModelIndex &) const
{
    return {};
}

int FacetRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int FacetRows::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1;
}

QModelIndex FacetRows::mapToSource(const QModelIndex &proxyIndex) const
{
    if (!sourceModel() || !proxyIndex.isValid() || proxyIndex.row() >= m_shown.size())
        return {};
    return sourceModel()->index(m_shown.at(proxyIndex.row()), 0);
}

QModelIndex FacetRows::mapFromSource(const QModelIndex &sourceIndex) const
{
    if (!sourceIndex.isValid())
        return {};
    const qsizetype row = m_shown.indexOf(sourceIndex.row());
    return row < 0 ? QModelIndex() : createIndex(int(row), 0);
}

QList<int> FacetRows::wantedRows() const
{
    const auto *facet = qobject_cast<const FacetModel *>(sourceModel());
    if (!facet)
        return {};
    std::vector<qint64> peaks(std::size_t(facet->rowCount()));
    QList<int> rows;
    rows.reserve(facet->rowCount());
    for (int row = 0; row < facet->rowCount(); ++row) {
        const QModelIndex index = facet->index(row);
        peaks[std::size_t(row)] = index.data(FacetModel::PeakRole).toLongLong();
        const bool filtered = m_showAll && !m_filter.isEmpty();
        if (!filtered || index.data().toString().contains(m_filter, Qt::CaseInsensitive))
            rows.append(row);
    }
    if (facet->field() != Field::Level) {
        std::stable_sort(rows.begin(), rows.end(),
                         [&peaks](int a, int b) { return peaks[std::size_t(a)] > peaks[std::size_t(b)]; });
    }
    if (m_showAll || rows.size() <= limit)
        return rows;
    QList<int> shown = rows.first(limit);
    for (int row : rows.sliced(limit)) {
        if (facet->index(row).data(FacetModel::StateRole).toInt() != int(FacetModel::Choice::Neither))
            shown.append(row);
    }
    return shown;
}

void FacetRows::refresh()
{
    if (wantedRows() != m_shown)
        rebuild();
}

void FacetRows::rebuild()
{
    beginResetModel();
    m_shown = wantedRows();
    endResetModel();
}

void FacetRows::sourceDataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    const QList<int> wanted = wantedRows();
    if (wanted != m_shown) {
        rebuild();
        return;
    }
    int first = -1;
    int last = -1;
    for (int row = 0; row < m_shown.size(); ++row) {
        if (m_shown.at(row) < topLeft.row() || m_shown.at(row) > bottomRight.row())
            continue;
        first = first < 0 ? row : first;
        last = row;
    }
    if (first >= 0)
        emit dataChanged(index(first, 0), index(last, 0), roles);
}

void FacetRows::sourceRowsInserted(int first, int last)
{
    for (int &row : m_shown) {
        if (row >= first)
            row += last - first + 1;
    }
    refresh();
}

} // namespace evident
