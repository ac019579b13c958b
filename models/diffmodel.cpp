#include "diffmodel.h"

#include "roles.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

QString sectionTitle(DiffModel::Section section, qint64 count)
{
    const QString number = QLocale().toString(count);
    switch (section) {
    case DiffModel::Section::Added:
        return DiffModel::tr("Added (%1)").arg(number);
    case DiffModel::Section::Changed:
        return DiffModel::tr("Changed (%1)").arg(number);
    case DiffModel::Section::Removed:
        return DiffModel::tr("Removed (%1)").arg(number);
    case DiffModel::Section::Unchanged:
        return DiffModel::tr("Unchanged (%1)").arg(number);
    case DiffModel::Section::NotUnderstood:
        return DiffModel::tr("Not understood (%1)").arg(number);
    }
    return {};
}

QString rowWord(DiffModel::Section section)
{
    switch (section) {
    case DiffModel::Section::Added:
        return DiffModel::tr("added");
    case DiffModel::Section::Changed:
        return DiffModel::tr("changed");
    case DiffModel::Section::Removed:
        return DiffModel::tr("removed");
    case DiffModel::Section::Unchanged:
        return DiffModel::tr("unchanged");
    case DiffModel::Section::NotUnderstood:
        return DiffModel::tr("not understood");
    }
    return {};
}

QString factWord(const QString &field)
{
    if (field == "level"_L1)
        return DiffModel::tr("level");
    if (field == "category"_L1)
        return DiffModel::tr("category");
    return DiffModel::tr("description");
}

QString factWords(const EntryChange &change)
{
    QStringList words;
    for (const QString &field : change.fields())
        words.append(factWord(field));
    return words.join(u", "_s);
}

} // namespace

const CatalogEntry *DiffModel::Row::entry() const
{
    return after ? &*after : before ? &*before : nullptr;
}

DiffModel::DiffModel(QObject *parent)
    : QAbstractItemModel(parent)
{ }

void DiffModel::addPart(Section section, QList<Row> rows, qint64 count)
{
    if (count > 0)
        m_parts.append({section, std::move(rows), count});
}

void DiffModel::setDiff(const CatalogDiff &diff, const QList<PageLine> &notUnderstood, Choice choice)
{
    beginResetModel();
    m_diff = diff;
    m_choice = choice;
    m_parts.clear();
    m_chosen = diff.size();
    QList<Row> added;
    for (const CatalogEntry &entry : diff.added)
        added.append({{}, entry, {}, {}});
    QList<Row> changed;
    for (const EntryChange &change : diff.changed)
        changed.append({change.before, change.after, {}, factWords(change)});
    QList<Row> removed;
    for (const CatalogEntry &entry : diff.removed)
        removed.append({entry, {}, {}, {}});
    QList<Row> lines;
    for (const PageLine &line : notUnderstood)
        lines.append({{}, {}, line, {}});
    addPart(Section::Changed, changed, changed.size());
    addPart(Section::Added, added, added.size());
    addPart(Section::Removed, removed, removed.size());
    addPart(Section::NotUnderstood, lines, lines.size());
    addPart(Section::Unchanged, {}, diff.unchanged);
    endResetModel();
    emit chosenChanged();
}

CatalogDiff DiffModel::chosen() const
{
    QSet<EventKey> keys;
    for (const Part &part : m_parts) {
        for (const Row &row : part.rows) {
            if (row.checked && row.entry())
                keys.insert(row.entry()->key);
        }
    }
    return m_diff.only(keys);
}

const DiffModel::Row &DiffModel::rowAt(const QModelIndex &index) const
{
    return m_parts.at(qsizetype(index.internalId()) - 1).rows.at(index.row());
}

std::optional<CatalogEntry> DiffModel::before(const QModelIndex &index) const
{
    return index.isValid() && !isSection(index) ? rowAt(index).before : std::nullopt;
}

std::optional<CatalogEntry> DiffModel::after(const QModelIndex &index) const
{
    return index.isValid() && !isSection(index) ? rowAt(index).after : std::nullopt;
}

bool DiffModel::hasWord(const QModelIndex &index, const QString &word) const
{
    if (!index.isValid() || isSection(index))
        return false;
    const Row &row = rowAt(index);
    const auto has = [&word](const QString &text) { return text.contains(word, Qt::CaseInsensitive); };
    const auto entryHas = [&has](const std::optional<CatalogEntry> &entry) {
        return entry
            && (has(QString::number(entry->key.code)) || has(entry->level) || has(entry->category)
                || has(entry->description));
    };
    return entryHas(row.before) || entryHas(row.after) || has(row.line.text);
}

QModelIndex DiffModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex DiffModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || isSection(child))
        return {};
    return createIndex(int(child.internalId()) - 1, 0, quintptr(0));
}

int DiffModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_parts.size());
    return isSection(parent) && parent.column() == 0 ? int(m_parts.at(parent.row()).rows.size()) : 0;
}

int DiffModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool DiffModel::isCheckable(const Part &part) const
{
    return m_choice == Choice::Checks && part.section != Section::Unchanged && part.section != Section::NotUnderstood;
}

Qt::ItemFlags DiffModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const int part = isSection(index) ? index.row() : int(index.internalId()) - 1;
    if (index.column() == CodeColumn && isCheckable(m_parts.at(part)))
        flags |= Qt::ItemIsUserCheckable;
    if (!isSection(index))
        flags |= Qt::ItemNeverHasChildren;
    return flags;
}

QString DiffModel::text(const Row &row, int column) const
{
    const CatalogEntry *entry = row.entry();
    switch (column) {
    case CodeColumn:
        if (entry)
            return QString::number(entry->key.code);
        return row.line.line > 0 ? tr("line %1").arg(row.line.line) : tr("a line");
    case LevelColumn:
        return entry ? visibleText(entry->level) : QString();
    case FactsColumn:
        return row.facts;
    case DescriptionColumn:
        return visibleText(entry ? entry->description : row.line.text);
    default:
        return {};
    }
}

QString DiffModel::accessibleText(const Part &part, const Row &row, int column) const
{
    const QString value = text(row, column);
    if (column == CodeColumn)
        return tr("%1, %2", "a code, what happens to it").arg(value, rowWord(part.section));
    return tr("%1: %2", "column and value, for a screen reader")
        .arg(headerData(column, Qt::Horizontal).toString(), value);
}

QVariant DiffModel::sectionData(const Part &part, int column, int role) const
{
    if (role == SectionRole)
        return int(part.section);
    if (column != CodeColumn)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return sectionTitle(part.section, part.count);
    case Qt::CheckStateRole: {
        if (!isCheckable(part))
            return {};
        const auto checked = std::ranges::count_if(part.rows, &Row::checked);
        return int(checked == 0 ? Qt::Unchecked : checked == part.rows.size() ? Qt::Checked : Qt::PartiallyChecked);
    }
    default:
        return {};
    }
}

QVariant DiffModel::rowData(const Part &part, const Row &row, int column, int role) const
{
    const CatalogEntry *entry = row.entry();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::AccessibleTextRole:
        return accessibleText(part, row, column);
    case Qt::CheckStateRole:
        if (column != CodeColumn || !isCheckable(part))
            return {};
        return int(row.checked ? Qt::Checked : Qt::Unchecked);
    case SectionRole:
        return int(part.section);
    case SeverityRole:
        return entry ? QVariant(int(severityOf(entry->level))) : QVariant();
    case KindRole:
        return entry ? QVariant(int(entry->key.kind)) : QVariant();
    case CodeRole:
        return entry ? QVariant(entry->key.code) : QVariant();
    default:
        return {};
    }
}

QVariant DiffModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (isSection(index))
        return sectionData(m_parts.at(index.row()), index.column(), role);
    return rowData(m_parts.at(qsizetype(index.internalId()) - 1), rowAt(index), index.column(), role);
}

void DiffModel::check(Part &part, Row &row, bool on)
{
    if (!isCheckable(part) || row.checked == on)
        return;
    row.checked = on;
    m_chosen += on ? 1 : -1;
}

bool DiffModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    const bool on = value.toInt() == Qt::Checked;
    const QModelIndex section = isSection(index) ? index : index.parent();
    Part &part = m_parts[section.row()];
    if (isSection(index)) {
        for (Row &row : part.rows)
            check(part, row, on);
        emit dataChanged(this->index(0, CodeColumn, section),
                         this->index(int(part.rows.size()) - 1, CodeColumn, section), {Qt::CheckStateRole});
    } else {
        check(part, part.rows[index.row()], on);
        emit dataChanged(index, index, {Qt::CheckStateRole});
    }
    emit dataChanged(section, section, {Qt::CheckStateRole});
    emit chosenChanged();
    return true;
}

QVariant DiffModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case CodeColumn:
        return tr("Code");
    case LevelColumn:
        return tr("Level");
    case FactsColumn:
        return tr("What differs");
    case DescriptionColumn:
        return tr("Description");
    default:
        return {};
    }
}

} // namespace evident
