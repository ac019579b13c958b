#include "facetmodel.h"

#include "roles.h"
#include "words.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// The query compares values without regard to case, so `level:Error` is the facet's row "error".
QString folded(const QString &value)
{
    return value.toCaseFolded();
}

QStringList spellings(const QStringList &values, const QString &value)
{
    QStringList found;
    for (const QString &candidate : values) {
        if (folded(candidate) == folded(value))
            found.append(candidate);
    }
    return found;
}

Query without(Query query, Field field, const QString &value, bool excluded)
{
    for (const QString &spelling : spellings(query.facetValues(field, excluded), value))
        query = query.withoutFacetValue(field, spelling, excluded);
    return query;
}

} // namespace

FacetModel::FacetModel(Field field, QObject *parent)
    : QAbstractListModel(parent),
      m_field(field)
{ }

QString FacetModel::title() const
{
    switch (m_field) {
    case Field::Level:
        return tr("Level");
    case Field::Category:
        return tr("Category");
    case Field::Method:
        return tr("Method");
    case Field::Outcome:
        return tr("Outcome");
    case Field::Owner:
        return tr("Who can act");
    case Field::User:
        return tr("User");
    case Field::Application:
        return tr("Application");
    case Field::SourceIp:
        return tr("Address");
    case Field::Code:
        return tr("Code");
    case Field::Kind:
        return tr("Kind");
    default:
        return queryKey(m_field);
    }
}

QString FacetModel::label(const QString &value) const
{
    if (value.isEmpty())
        return tr("(none)", "a record without a value in this field");
    if (m_field == Field::Outcome) {
        const std::optional<Outcome> outcome = outcomeFromToken(value);
        return outcome ? outcomeWord(*outcome) : visibleText(value);
    }
    if (m_field == Field::Owner) {
        const std::optional<Owner> owner = ownerFromToken(value);
        return owner ? ownerWord(*owner) : visibleText(value);
    }
    return visibleText(value);
}

int FacetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant FacetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Item &item = m_items.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return label(item.value);
    case Qt::AccessibleTextRole:
        return accessibleText(item);
    case Qt::CheckStateRole:
        return int(item.choice == Choice::Included       ? Qt::Checked
                       : item.choice == Choice::Excluded ? Qt::PartiallyChecked
                                                         : Qt::Unchecked);
    case ValueRole:
        return item.value;
    case SortRole:
    case CountRole:
        return item.count;
    case ShareRole:
        return m_largest > 0 ? double(item.count) / double(m_largest) : 0.0;
    case StateRole:
        return int(item.choice);
    case PeakRole:
        return item.peak;
    case SeverityRole:
        return m_field == Field::Level ? QVariant(int(severityOf(item.value))) : QVariant();
    case OutcomeRole:
        return m_field == Field::Outcome ? QVariant(int(outcomeFromToken(item.value).value_or(Outcome::Unknown)))
                                         : QVariant();
    default:
        return {};
    }
}

Qt::ItemFlags FacetModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
}

QHash<int, QByteArray> FacetModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractListModel::roleNames();
    names.insert(ValueRole, "value");
    names.insert(CountRole, "count");
    names.insert(ShareRole, "share");
    names.insert(StateRole, "state");
    names.insert(PeakRole, "peak");
    return names;
}

QString FacetModel::accessibleText(const Item &item) const
{
    const int count = int(std::min<qint64>(item.count, std::numeric_limits<int>::max()));
    const QString counted =
        m_unit == Unit::Records ? tr("%Ln record(s)", nullptr, count) : tr("%Ln entry(s)", nullptr, count);
    switch (item.choice) {
    case Choice::Included:
        return tr("%1, %2, included", "value of a facet, how many records").arg(label(item.value), counted);
    case Choice::Excluded:
        return tr("%1, %2, excluded", "value of a facet, how many records").arg(label(item.value), counted);
    case Choice::Neither:
        break;
    }
    return tr("%1, %2", "value of a facet, how many records").arg(label(item.value), counted);
}

void FacetModel::setUnit(Unit unit)
{
    if (m_unit == unit)
        return;
    m_unit = unit;
    if (!m_items.isEmpty())
        emit dataChanged(index(0), index(int(m_items.size()) - 1), {Qt::AccessibleTextRole});
}

void FacetModel::setCounts(const FacetCounts &counts)
{
    QHash<QString, qint64> byValue;
    byValue.reserve(counts.size());
    qint64 largest = 0;
    for (const FacetCount &count : counts) {
        byValue[folded(count.value)] += count.count;
        largest = std::max(largest, count.count);
    }
    const bool rescaled = largest != m_largest;
    m_largest = largest;

    int first = -1;
    int last = -1;
    for (int row = 0; row < m_items.size(); ++row) {
        Item &item = m_items[row];
        const auto found = byValue.constFind(folded(item.value));
        const qint64 count = found == byValue.cend() ? 0 : *found;
        item.counted = item.counted || found != byValue.cend();
        item.peak = std::max(item.peak, count);
        if (count == item.count && !(rescaled && count > 0))
            continue;
        item.count = count;
        first = first < 0 ? row : first;
        last = row;
    }
    if (first >= 0)
        emit dataChanged(index(first), index(last), {Qt::AccessibleTextRole, SortRole, CountRole, ShareRole, PeakRole});
    addItems(counts);
}

int FacetModel::placeOf(const QString &value) const
{
    if (m_field != Field::Level)
        return int(m_items.size());
    const auto place = std::find_if(m_items.cbegin(), m_items.cend(), [severity = severityOf(value)](const Item &item) {
        return severityOf(item.value) > severity;
    });
    return int(place - m_items.cbegin());
}

void FacetModel::addItems(const FacetCounts &counts)
{
    QList<Item> fresh;
    for (const FacetCount &count : counts) {
        const QString key = folded(count.value);
        if (m_rows.contains(key))
            continue;
        Item item;
        item.value = count.value;
        item.count = item.peak = count.count;
        item.counted = true;
        if (m_field == Field::Level) {
            insertItem(placeOf(count.value), item);
        } else {
            m_rows.insert(key, int(m_items.size() + fresh.size()));
            fresh.append(item);
        }
    }
    if (!fresh.isEmpty()) {
        beginInsertRows({}, int(m_items.size()), int(m_items.size() + fresh.size()) - 1);
        m_items.append(fresh);
        endInsertRows();
    }
    refreshChoices();
}

void FacetModel::insertItem(int row, const Item &item)
{
    beginInsertRows({}, row, row);
    m_items.insert(row, item);
    rebuildRows();
    endInsertRows();
}

void FacetModel::setQuery(const Query &query)
{
    m_included = query.facetValues(m_field);
    m_excluded = query.facetValues(m_field, true);
    dropForgottenValues();
    addChosenValues();
    refreshChoices();
}

void FacetModel::addChosenValues()
{
    for (const QString &value : m_included + m_excluded) {
        if (m_rows.contains(folded(value)))
            continue;
        Item item;
        item.value = value;
        insertItem(placeOf(value), item);
    }
}

void FacetModel::dropForgottenValues()
{
    for (int row = int(m_items.size()) - 1; row >= 0; --row) {
        const Item &item = m_items.at(row);
        if (item.counted || !spellings(m_included + m_excluded, item.value).isEmpty())
            continue;
        beginRemoveRows({}, row, row);
        m_items.removeAt(row);
        rebuildRows();
        endRemoveRows();
    }
}

void FacetModel::refreshChoices()
{
    QHash<QString, Choice> choices;
    for (const QString &value : std::as_const(m_excluded))
        choices.insert(folded(value), Choice::Excluded);
    for (const QString &value : std::as_const(m_included))
        choices.insert(folded(value), Choice::Included);
    for (int row = 0; row < m_items.size(); ++row) {
        const Choice choice = choices.isEmpty() ? Choice::Neither : choices.value(folded(m_items.at(row).value));
        if (m_items.at(row).choice == choice)
            continue;
        m_items[row].choice = choice;
        emit dataChanged(index(row), index(row), {Qt::CheckStateRole, Qt::AccessibleTextRole, StateRole});
    }
}

void FacetModel::rebuildRows()
{
    m_rows.clear();
    m_rows.reserve(m_items.size());
    for (int row = 0; row < m_items.size(); ++row)
        m_rows.insert(folded(m_items.at(row).value), row);
}

void FacetModel::reset(const FacetCounts &counts, const Query &query)
{
    beginResetModel();
    m_items.clear();
    m_rows.clear();
    m_included.clear();
    m_excluded.clear();
    m_largest = 0;
    for (const FacetCount &count : counts) {
        if (m_rows.contains(folded(count.value)))
            continue;
        Item item;
        item.value = count.value;
        item.count = item.peak = count.count;
        item.counted = true;
        m_items.insert(placeOf(count.value), item);
        m_rows.insert(folded(count.value), 0);
        m_largest = std::max(m_largest, count.count);
    }
    rebuildRows();
    endResetModel();
    setQuery(query);
}

Query FacetModel::toggled(const Query &query, const QString &value, Choice choice) const
{
    if (choice == Choice::Neither)
        return without(without(query, m_field, value, false), m_field, value, true);
    const bool excluded = choice == Choice::Excluded;
    if (!spellings(query.facetValues(m_field, excluded), value).isEmpty())
        return without(query, m_field, value, excluded);
    return without(query, m_field, value, !excluded).withFacetValue(m_field, value, excluded);
}

} // namespace evident
