#include "findingrecordsmodel.h"

#include "htmltext.h"
#include "logdocument.h"
#include "logmodel.h"
#include "roles.h"
#include "rowcells.h"

#include <algorithm>
#include <array>

namespace evident {

namespace {

struct ColumnFacts
{
    LogModel::Column cell;
    const char *title;
};

/// By FindingRecordsModel::Column.
constexpr std::array<ColumnFacts, FindingRecordsModel::ColumnCount> columns{{
    {LogModel::TimeColumn, QT_TRANSLATE_NOOP("evident::FindingRecordsModel", "Time")},
    {LogModel::CodeColumn, QT_TRANSLATE_NOOP("evident::FindingRecordsModel", "Code")},
    {LogModel::UserColumn, QT_TRANSLATE_NOOP("evident::FindingRecordsModel", "User")},
    {LogModel::DescriptionColumn, QT_TRANSLATE_NOOP("evident::FindingRecordsModel", "Description")},
    {LogModel::ApplicationColumn, QT_TRANSLATE_NOOP("evident::FindingRecordsModel", "Application")},
    {LogModel::SourceIpColumn, QT_TRANSLATE_NOOP("evident::FindingRecordsModel", "Address")},
}};

QVariant alignmentOf(int column)
{
    return int((column == FindingRecordsModel::CodeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

FindingRecordsModel::FindingRecordsModel(LogDocument *document, QObject *parent)
    : QAbstractTableModel(parent),
      m_document(document)
{ }

void FindingRecordsModel::setRows(RowSet rows)
{
    beginResetModel();
    m_log = m_document->log();
    m_rows = m_log ? std::move(rows) : RowSet();
    endResetModel();
}

Row FindingRecordsModel::recordAt(int row) const
{
    const Row leftOut = m_rows.size() - std::min(m_rows.size(), mostRows);
    return m_rows.at(Row(row) < mostRows / 2 ? Row(row) : Row(row) + leftOut);
}

int FindingRecordsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(std::min(m_rows.size(), mostRows));
}

int FindingRecordsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant FindingRecordsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RowCells cells(*m_log, *m_document->resolution(), m_document->zone());
    const Row row = recordAt(index.row());
    if (role == SeverityRole)
        return int(severityOf(cells.eventOf(row).level));
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(index.column());
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const QString text = RowCells::shown(cells.text(row, columns.at(size_t(index.column())).cell).value_or(QString()));
    return role == Qt::ToolTipRole ? plainToolTip(text) : text;
}

QVariant FindingRecordsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    if (role != Qt::DisplayRole)
        return {};
    return tr(columns.at(size_t(section)).title);
}

} // namespace evident
