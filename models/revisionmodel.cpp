#include "revisionmodel.h"

#include "roles.h"

#include <QLocale>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

bool isCount(int column)
{
    return column >= RevisionModel::AddedColumn && column <= RevisionModel::EntriesColumn;
}

qint64 countOf(const CatalogRevision &revision, int column)
{
    switch (column) {
    case RevisionModel::AddedColumn:
        return revision.addedCount;
    case RevisionModel::ChangedColumn:
        return revision.changedCount;
    case RevisionModel::RemovedColumn:
        return revision.removedCount;
    default:
        return revision.entryCount;
    }
}

} // namespace

QString revisionMoment(const CatalogRevision &revision, const QTimeZone &zone)
{
    return revision.created.toTimeZone(zone).toString(u"yyyy-MM-dd HH:mm"_s);
}

QString originWord(const CatalogRevision &revision)
{
    switch (revision.origin) {
    case CatalogRevision::Origin::Shipped:
        return RevisionModel::tr("came with Evident");
    case CatalogRevision::Origin::Import:
        return RevisionModel::tr("import");
    case CatalogRevision::Origin::Restore:
        return RevisionModel::tr("restored from %1", "%1 is the number of a revision").arg(revision.restored);
    }
    return {};
}

RevisionModel::RevisionModel(const QTimeZone &zone, QObject *parent)
    : QAbstractTableModel(parent),
      m_zone(zone)
{ }

void RevisionModel::setRevisions(QList<CatalogRevision> revisions)
{
    beginResetModel();
    m_revisions = std::move(revisions);
    endResetModel();
}

int RevisionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_revisions.size());
}

int RevisionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString RevisionModel::text(const CatalogRevision &revision, int column) const
{
    switch (column) {
    case CreatedColumn:
        return tr("%1 · %2", "number and moment of a revision")
            .arg(QString::number(revision.id), revisionMoment(revision, m_zone));
    case OriginColumn:
        return originWord(revision);
    case TitleColumn:
        return visibleText(revision.title);
    case SourceColumn:
        return visibleText(revision.source);
    default:
        return QLocale().toString(countOf(revision, column));
    }
}

QVariant RevisionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CatalogRevision &revision = m_revisions.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(revision, index.column());
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "column and value, for a screen reader")
            .arg(headerData(index.column(), Qt::Horizontal).toString(), text(revision, index.column()));
    case Qt::TextAlignmentRole:
        return isCount(index.column()) ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case SortRole:
        if (isCount(index.column()))
            return countOf(revision, index.column());
        return index.column() == CreatedColumn ? QVariant(revision.id) : QVariant(text(revision, index.column()));
    default:
        return {};
    }
}

QVariant RevisionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isCount(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case CreatedColumn:
        return tr("Revision");
    case OriginColumn:
        return tr("Came by");
    case AddedColumn:
        return tr("Added");
    case ChangedColumn:
        return tr("Changed");
    case RemovedColumn:
        return tr("Removed");
    case EntriesColumn:
        return tr("Entries");
    case TitleColumn:
        return tr("Title of the page");
    default:
        return tr("File");
    }
}

} // namespace evident
