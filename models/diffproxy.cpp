#include "diffproxy.h"

#include "diffmodel.h"

#include <algorithm>

namespace evident {

DiffProxy::DiffProxy(DiffModel *model, QObject *parent)
    : QSortFilterProxyModel(parent),
      m_model(model)
{
    setRecursiveFilteringEnabled(true);
    setSourceModel(model);
}

void DiffProxy::setFilter(const QString &words)
{
    const QStringList split = words.simplified().split(u' ', Qt::SkipEmptyParts);
    if (split == m_words)
        return;
    m_words = split;
    invalidateRowsFilter();
}

bool DiffProxy::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    const QModelIndex index = m_model->index(sourceRow, 0, sourceParent);
    return std::ranges::all_of(m_words, [&](const QString &word) { return m_model->hasWord(index, word); });
}

bool DiffProxy::isCheckedSection(const QModelIndex &index, int role) const
{
    return role == Qt::CheckStateRole && !m_words.isEmpty() && DiffModel::isSection(mapToSource(index));
}

QVariant DiffProxy::data(const QModelIndex &index, int role) const
{
    QVariant own = QSortFilterProxyModel::data(index, role);
    if (!own.isValid() || !isCheckedSection(index, role))
        return own;
    int checked = 0;
    const int rows = rowCount(index);
    for (int row = 0; row < rows; ++row)
        checked += this->index(row, 0, index).data(Qt::CheckStateRole).toInt() == Qt::Checked ? 1 : 0;
    return int(checked == 0 ? Qt::Unchecked : checked == rows ? Qt::Checked : Qt::PartiallyChecked);
}

bool DiffProxy::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!isCheckedSection(index, role) || !(flags(index) & Qt::ItemIsUserCheckable))
        return QSortFilterProxyModel::setData(index, value, role);
    for (int row = 0; row < rowCount(index); ++row)
        QSortFilterProxyModel::setData(this->index(row, 0, index), value, role);
    return true;
}

void DiffProxy::checkAll(bool on)
{
    for (int row = 0; row < rowCount(); ++row)
        setData(index(row, 0), on ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
}

} // namespace evident
