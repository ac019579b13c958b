#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace evident {

class DiffModel;

/// The changes in which all words of a filter stand. A section's check box is for the rows that are shown.
class DiffProxy : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    /// The model must outlive the proxy.
    explicit DiffProxy(DiffModel *model, QObject *parent = nullptr);

    void setFilter(const QString &words);
    /// Checks or clears all changes that are shown.
    void checkAll(bool on);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    bool isCheckedSection(const QModelIndex &index, int role) const;

    DiffModel *m_model;
    QStringList m_words;
};

} // namespace evident
