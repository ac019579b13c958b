#pragma once

#include "catalogrevision.h"

#include <QAbstractTableModel>
#include <QTimeZone>

namespace evident {

/// The catalog's revisions as a table, newest first.
class RevisionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        CreatedColumn,
        OriginColumn,
        AddedColumn,
        ChangedColumn,
        RemovedColumn,
        EntriesColumn,
        TitleColumn,
        SourceColumn,
        ColumnCount,
    };

    /// `zone` is of display.
    explicit RevisionModel(const QTimeZone &zone, QObject *parent = nullptr);

    /// One reset.
    void setRevisions(QList<CatalogRevision> revisions);
    const CatalogRevision &revisionAt(int row) const { return m_revisions.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const CatalogRevision &revision, int column) const;

    const QTimeZone m_zone;
    QList<CatalogRevision> m_revisions;
};

/// "2026-01-15 09:14": when a revision was made.
QString revisionMoment(const CatalogRevision &revision, const QTimeZone &zone);
/// "import", "restored from 2", "came with Evident".
QString originWord(const CatalogRevision &revision);

} // namespace evident
