#include "logmodel.h"

#include "celltexts.h"
#include "errorrows.h"
#include "roles.h"
#include "rowcells.h"

#include <QCoreApplication>

#include <algorithm>

namespace evident {

namespace {

struct ColumnFacts
{
    const char *title = nullptr;
    const char *toolTip = nullptr;
    LogDocument::SortKey sortKey = LogDocument::SortKey::Time;
    Field field = Field::Text;
    QLatin1String widthHint; ///< "" takes what is left
    Qt::SortOrder firstOrder = Qt::AscendingOrder;
    bool hidden = false;
};

using SortKey = LogDocument::SortKey;
constexpr ColumnFacts columnFacts[LogModel::ColumnCount] = {
    {QT_TRANSLATE_NOOP("evident::LogModel", "Time"),
     QT_TRANSLATE_NOOP("evident::LogModel", "When it happened, in the time zone of the window"), SortKey::Time,
     Field::Time, QLatin1String("2026-12-30 00:00:00.000"), Qt::DescendingOrder, false},
    {QT_TRANSLATE_NOOP("evident::LogModel", "Level"),
     QT_TRANSLATE_NOOP("evident::LogModel", "The catalog's level for a known code, else the record's own"),
     SortKey::Level, Field::Level, QLatin1String("warning"), Qt::AscendingOrder, false},
    {QT_TRANSLATE_NOOP("evident::LogModel", "Code"), QT_TRANSLATE_NOOP("evident::LogModel", "The event code"),
     SortKey::Code, Field::Code, QLatin1String(" 20206"), Qt::AscendingOrder, false},
    {QT_TRANSLATE_NOOP("evident::LogModel", "User"),
     QT_TRANSLATE_NOOP("evident::LogModel", "The user, or the administrator"), SortKey::User, Field::User,
     QLatin1String("user@example.com"), Qt::AscendingOrder, false},
    {QT_TRANSLATE_NOOP("evident::LogModel", "Description"),
     QT_TRANSLATE_NOOP("evident::LogModel", "The catalog's description for a known code, else the record's own"),
     SortKey::Description, Field::Description, QLatin1String(""), Qt::AscendingOrder, false},
    {QT_TRANSLATE_NOOP("evident::LogModel", "Method"),
     QT_TRANSLATE_NOOP("evident::LogModel", "The record's method, else the catalog's"), SortKey::Method, Field::Method,
     QLatin1String("SecurID OTP"), Qt::AscendingOrder, false},
    {QT_TRANSLATE_NOOP("evident::LogModel", "Application"),
     QT_TRANSLATE_NOOP("evident::LogModel", "What the user wanted to open"), SortKey::Application, Field::Application,
     QLatin1String("Salesforce"), Qt::AscendingOrder, false},
    {QT_TRANSLATE_NOOP("evident::LogModel", "Category"),
     QT_TRANSLATE_NOOP("evident::LogModel", "The catalog's category for a known code, else the record's own"),
     SortKey::Category, Field::Category, QLatin1String("Authentication"), Qt::AscendingOrder, true},
    {QT_TRANSLATE_NOOP("evident::LogModel", "Address"),
     QT_TRANSLATE_NOOP("evident::LogModel", "The address the request came from"), SortKey::SourceIp, Field::SourceIp,
     QLatin1String("203.000.113.200"), Qt::AscendingOrder, true},
    {QT_TRANSLATE_NOOP("evident::LogModel", "Line"),
     QT_TRANSLATE_NOOP("evident::LogModel", "The line of the file on which the record starts"), SortKey::File,
     Field::Text, QLatin1String("1 000 000"), Qt::AscendingOrder, true},
    {QT_TRANSLATE_NOOP("evident::LogModel", "File"),
     QT_TRANSLATE_NOOP("evident::LogModel", "The file that the record is in"), SortKey::File, Field::File,
     QLatin1String("userlog-01.json"), Qt::AscendingOrder, true},
};

} // namespace

LogModel::LogModel(LogDocument *document, QObject *parent)
    : QAbstractTableModel(parent),
      m_document(document),
      m_texts(new CellTexts(document, this))
{
    connect(document, &LogDocument::rowsAboutToChange, this, &LogModel::beginResetModel);
    connect(document, &LogDocument::rowsChanged, this, &LogModel::endResetModel);
    connect(document, &LogDocument::rowsAboutToGrow, this,
            [this](int first, int last) { beginInsertRows({}, first, last); });
    connect(document, &LogDocument::rowsGrown, this, &LogModel::endInsertRows);
    connect(document, &LogDocument::rowsAboutToShrink, this,
            [this](int first, int last) { beginRemoveRows({}, first, last); });
    connect(document, &LogDocument::rowsShrunk, this, &LogModel::endRemoveRows);
    connect(document, &LogDocument::rowsUpdated, this,
            [this](int first, int last) { emit dataChanged(index(first, 0), index(last, ColumnCount - 1)); });
    connect(m_texts, &CellTexts::arrived, this, [this](int first, int last) {
        emit dataChanged(index(first, DescriptionColumn), index(last, DescriptionColumn));
    });
    connect(document, &LogDocument::resolutionChanged, this, [this] {
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_document->rows().size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

Row LogModel::recordAt(int row) const
{
    return m_document->rows().at(Row(row));
}

int LogModel::positionOf(Row record) const
{
    const RowSet &rows = m_document->rows();
    if (rows.isAll())
        return record < rows.size() ? int(record) : -1;
    for (Row position = 0; position < rows.size(); ++position) {
        if (rows.at(position) == record)
            return int(position);
    }
    return -1;
}

RowCells LogModel::cells() const
{
    return {*m_document->log(), *m_document->resolution(), m_document->zone()};
}

std::optional<QString> LogModel::text(int row, int column) const
{
    const Row record = recordAt(row);
    const RowCells cells = this->cells();
    return column == DescriptionColumn && cells.isOwnText(record) ? m_texts->text(row) : cells.text(record, column);
}

QVariant LogModel::sortValue(int row, int column) const
{
    const Row record = recordAt(row);
    switch (column) {
    case TimeColumn: {
        const qint64 time = m_document->log()->columns().time(record);
        return time == noTime ? QVariant() : QVariant(time);
    }
    case LevelColumn:
        return int(severityOf(m_document->eventOf(record).level));
    case CodeColumn:
        return m_document->eventOf(record).code;
    case LineColumn:
        return m_document->log()->columns().record(record).line;
    default: {
        const std::optional<QString> known = text(row, column);
        return known ? QVariant(*known) : QVariant();
    }
    }
}

int LogModel::mutedLength(int row) const
{
    if (row == 0)
        return 0;
    constexpr qsizetype dateLength = 11; // "2026-01-15 "
    const QString own = cells().timeText(recordAt(row));
    const QString above = cells().timeText(recordAt(row - 1));
    return !own.isEmpty() && QStringView(own).left(dateLength) == QStringView(above).left(dateLength) ? int(dateLength)
                                                                                                      : 0;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row record = recordAt(index.row());
    switch (role) {
    case Qt::DisplayRole: {
        const std::optional<QString> known = text(index.row(), index.column());
        return known ? QVariant(RowCells::shown(*known)) : QVariant();
    }
    case Qt::TextAlignmentRole:
        return index.column() == CodeColumn || index.column() == LineColumn
            ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter))
            : QVariant();
    case SortRole:
        return sortValue(index.row(), index.column());
    case SeverityRole: {
        const ResolvedEvent &event = m_document->eventOf(record);
        const bool plainText = event.kind == Kind::None && !event.flags.testFlag(EventFlag::NotUnderstood);
        return plainText ? QVariant() : QVariant(int(severityOf(event.level)));
    }
    case OutcomeRole:
        return int(m_document->eventOf(record).outcome);
    case FlagsRole:
        return int(m_document->eventOf(record).flags);
    case KindRole:
        return int(m_document->eventOf(record).kind);
    case CodeRole:
        return m_document->eventOf(record).code;
    case MutedRole:
        return index.column() == TimeColumn ? mutedLength(index.row()) : 0;
    case FixedFontRole:
        return index.column() == DescriptionColumn && m_document->eventOf(record).description.isEmpty();
    default:
        return {};
    }
}

QString LogModel::columnName(int column)
{
    return QCoreApplication::translate("evident::LogModel", columnFacts[column].title);
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const ColumnFacts &facts = columnFacts[section];
    switch (role) {
    case Qt::DisplayRole:
        return columnName(section);
    case Qt::ToolTipRole:
        return QCoreApplication::translate("evident::LogModel", facts.toolTip);
    case Qt::TextAlignmentRole:
        return int((section == CodeColumn || section == LineColumn ? Qt::AlignRight : Qt::AlignLeft)
                   | Qt::AlignVCenter);
    case InitialSortRole:
        return QVariant::fromValue(facts.firstOrder);
    case WidthHintRole:
        return QString(facts.widthHint);
    case HiddenRole:
        return facts.hidden && !(section == FileColumn && hasSeveralFiles());
    case SeverityIconRole:
        return section == LevelColumn;
    case UnknownIconRole:
        return section == CodeColumn;
    case DriftIconRole:
        return section == DescriptionColumn;
    default:
        return {};
    }
}

bool LogModel::hasSeveralFiles() const
{
    return m_document->log() && m_document->log()->partCount() > 1;
}

void LogModel::sort(int column, Qt::SortOrder order)
{
    const SortKey key = column >= 0 && column < ColumnCount ? columnFacts[column].sortKey : SortKey::FileOrder;
    m_document->setSort(key, order);
}

int LogModel::nextError(int from, bool backwards) const
{
    const int count = rowCount();
    const int first = from >= 0 ? from + (backwards ? -1 : 1) : backwards ? count - 1 : 0;
    if (first < 0 || first >= count)
        return -1;
    const ErrorMarks *marks = m_document->isFiltering() ? nullptr : &m_document->errorMarks();
    const std::optional<Row> found =
        errorPosition(*m_document->log(), *m_document->resolution(), m_document->rows(), Row(first), backwards, marks);
    return found ? int(*found) : -1;
}

Field LogModel::fieldOf(int column)
{
    return column >= 0 && column < ColumnCount ? columnFacts[column].field : Field::Text;
}

} // namespace evident
