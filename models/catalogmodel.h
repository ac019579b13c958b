#pragma once

#include "catalogsnapshot.h"
#include "query.h"

#include <QAbstractTableModel>

namespace evident {

/// The entries of a catalog as a table. See roles.h for what it answers.
class CatalogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        CodeColumn,
        LevelColumn,
        CategoryColumn,
        MethodColumn,
        OutcomeColumn,
        DescriptionColumn,
        ColumnCount,
    };

    explicit CatalogModel(QObject *parent = nullptr);

    /// A new catalog is one reset; one with the same codes is a change of its rows. Never null.
    void setCatalog(CatalogPointer catalog);
    const CatalogPointer &catalog() const noexcept { return m_catalog; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    const CatalogEntry &entryAt(int row) const { return m_catalog->entries().at(row); }
    /// The row of an entry, -1 when the catalog lacks it.
    int rowOf(const EventKey &key) const;
    /// The key of the query that a cell of this column stands for, for "only this value".
    static Field fieldOf(int column);

private:
    QString text(const CatalogEntry &entry, int column) const;
    QString accessibleValue(const CatalogEntry &entry, int column) const;
    QVariant sortValue(const CatalogEntry &entry, int column) const;
    int flags(const CatalogEntry &entry) const;
    using QAbstractTableModel::flags;

    CatalogPointer m_catalog;
};

} // namespace evident
