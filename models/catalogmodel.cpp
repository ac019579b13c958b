#include "catalogmodel.h"

#include "roles.h"
#include "words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cassert>

namespace evident {

namespace {

struct ColumnFacts
{
    const char *title = nullptr;
    const char *toolTip = nullptr;
    Field field = Field::Text;
    QLatin1String widthHint; ///< "" takes what is left
};

constexpr ColumnFacts columnFacts[CatalogModel::ColumnCount] = {
    {QT_TRANSLATE_NOOP("evident::CatalogModel", "Code"), QT_TRANSLATE_NOOP("evident::CatalogModel", "The event code"),
     Field::Code, QLatin1String(" 20206")},
    {QT_TRANSLATE_NOOP("evident::CatalogModel", "Level"),
     QT_TRANSLATE_NOOP("evident::CatalogModel", "The vendor's level"), Field::Level, QLatin1String("ww warning")},
    {QT_TRANSLATE_NOOP("evident::CatalogModel", "Category"),
     QT_TRANSLATE_NOOP("evident::CatalogModel", "The vendor's category"), Field::Category,
     QLatin1String("Authentication")},
    {QT_TRANSLATE_NOOP("evident::CatalogModel", "Method"),
     QT_TRANSLATE_NOOP("evident::CatalogModel", "The authentication method that the event is about"), Field::Method,
     QLatin1String("Hardware Authenticator")},
    {QT_TRANSLATE_NOOP("evident::CatalogModel", "Outcome"),
     QT_TRANSLATE_NOOP("evident::CatalogModel", "How the whole event ended, as its description says"), Field::Outcome,
     QLatin1String("wSuccess")},
    {QT_TRANSLATE_NOOP("evident::CatalogModel", "Description"),
     QT_TRANSLATE_NOOP("evident::CatalogModel", "The vendor's description, to the letter"), Field::Description,
     QLatin1String("")},
};

} // namespace

CatalogModel::CatalogModel(QObject *parent)
    : QAbstractTableModel(parent),
      m_catalog(std::make_shared<const CatalogSnapshot>())
{ }

void CatalogModel::setCatalog(CatalogPointer catalog)
{
    assert(catalog);
    const auto keyOf = [](const CatalogEntry &entry) { return entry.key; };
    if (rowCount() > 0 && std::ranges::equal(m_catalog->entries(), catalog->entries(), {}, keyOf, keyOf)) {
        m_catalog = std::move(catalog);
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_catalog = std::move(catalog);
    endResetModel();
}

int CatalogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_catalog->entries().size());
}

int CatalogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

int CatalogModel::rowOf(const EventKey &key) const
{
    const CatalogEntry *entry = m_catalog->find(key);
    return entry ? int(entry - m_catalog->entries().constData()) : -1;
}

Field CatalogModel::fieldOf(int column)
{
    return column >= 0 && column < ColumnCount ? columnFacts[column].field : Field::Text;
}

QString CatalogModel::text(const CatalogEntry &entry, int column) const
{
    switch (column) {
    case CodeColumn:
        return QString::number(entry.key.code);
    case LevelColumn:
        return visibleText(entry.level);
    case CategoryColumn:
        return visibleText(entry.category);
    case MethodColumn:
        return visibleText(entry.method);
    case OutcomeColumn:
        return outcomeWord(entry.outcome);
    case DescriptionColumn:
        return visibleText(entry.description);
    default:
        return {};
    }
}

QString CatalogModel::accessibleValue(const CatalogEntry &entry, int column) const
{
    const QString value = text(entry, column);
    if (column == DescriptionColumn && m_catalog->note(entry.key))
        return tr("%1 It has a note.", "a description, for a screen reader").arg(value);
    return entry.marked && column == LevelColumn ? tr("%1, level and wording disagree", "a level").arg(value) : value;
}

QVariant CatalogModel::sortValue(const CatalogEntry &entry, int column) const
{
    switch (column) {
    case CodeColumn:
        return entry.key.code;
    case LevelColumn:
        return int(severityOf(entry.level));
    default:
        return text(entry, column);
    }
}

int CatalogModel::flags(const CatalogEntry &entry) const
{
    return int(EntrySubject(*m_catalog, entry).flags());
}

QVariant CatalogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CatalogEntry &entry = entryAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.column());
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "column and value, for a screen reader")
            .arg(headerData(index.column(), Qt::Horizontal).toString(), accessibleValue(entry, index.column()));
    case Qt::TextAlignmentRole:
        return index.column() == CodeColumn ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case SortRole:
        return sortValue(entry, index.column());
    case SeverityRole:
        return int(severityOf(entry.level));
    case OutcomeRole:
        return int(entry.outcome);
    case FlagsRole:
        return flags(entry);
    case NoteRole: {
        const EntryNote *note = m_catalog->note(entry.key);
        return note ? note->text : QString();
    }
    case KindRole:
        return int(entry.key.kind);
    case CodeRole:
        return entry.key.code;
    default:
        return {};
    }
}

QVariant CatalogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const ColumnFacts &facts = columnFacts[section];
    switch (role) {
    case Qt::DisplayRole:
        return QCoreApplication::translate("evident::CatalogModel", facts.title);
    case Qt::ToolTipRole:
        return QCoreApplication::translate("evident::CatalogModel", facts.toolTip);
    case Qt::TextAlignmentRole:
        return int((section == CodeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case InitialSortRole:
        return QVariant::fromValue(Qt::AscendingOrder);
    case WidthHintRole:
        return QString(facts.widthHint);
    case HiddenRole:
        // The facets and the details tell them; the description needs the room.
        return section == MethodColumn || section == OutcomeColumn;
    default:
        return {};
    }
}

} // namespace evident
