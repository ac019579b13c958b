#include "accessiblelogview.h"

#include "accessiblelogcell.h"
#include "icons.h"
#include "logview.h"
#include "recordpainter.h"
#include "roles.h"
#include "words.h"

#include <QCoreApplication>
#include <QHeaderView>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

/// A screen reader walks a few hundred cells; more than this are forgotten at once.
constexpr int mostCells = 4096;
/// A selection may be the whole log; no screen reader reads that.
constexpr int mostSelectedCells = 1000;

QAccessibleInterface *createInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<LogView *>(object);
    return view ? new AccessibleLogView(view) : nullptr;
}

AccessibleLogView *interfaceOf(LogView *view)
{
    return static_cast<AccessibleLogView *>(QAccessible::queryAccessibleInterface(view));
}

} // namespace

void installAccessibleLogViews()
{
    QAccessible::installFactory(createInterface);
}

void notifyAccessibleFocus(LogView *view)
{
    if (!view->hasFocus())
        return;
    AccessibleLogView *table = interfaceOf(view);
    if (auto *cell = table->focusChild()) {
        QAccessibleEvent event(cell, QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    }
    table->awaitsText = view->currentRow() >= 0 && !table->isRowKnown(view->currentRow());
}

void notifyAccessibleText(LogView *view, int firstRow, int lastRow)
{
    AccessibleLogView *table = interfaceOf(view);
    const int row = view->currentRow();
    if (!table->awaitsText || row < firstRow || row > lastRow || !table->isRowKnown(row))
        return;
    table->awaitsText = false;
    auto *cell = table->focusChild();
    if (!cell || !view->hasFocus())
        return;
    // A cell's description is its whole row.
    for (const QAccessible::Event change : {QAccessible::NameChanged, QAccessible::DescriptionChanged}) {
        QAccessibleEvent event(cell, change);
        QAccessible::updateAccessibility(&event);
    }
}

void notifyAccessibleSelection(LogView *view)
{
    QAccessibleEvent event(view, QAccessible::SelectionWithin);
    QAccessible::updateAccessibility(&event);
}

void notifyAccessibleReset(LogView *view)
{
    // Not left to the event below: it arrives only while a screen reader is connected.
    interfaceOf(view)->forgetCells();
    QAccessibleTableModelChangeEvent event(view, QAccessibleTableModelChangeEvent::ModelReset);
    QAccessible::updateAccessibility(&event);
}

AccessibleLogView::AccessibleLogView(LogView *view)
    : QAccessibleWidget(view, QAccessible::Table)
{ }

AccessibleLogView::~AccessibleLogView()
{
    forgetCells();
}

void AccessibleLogView::forgetCells() const
{
    for (const QAccessible::Id id : std::exchange(m_cells, {}))
        QAccessible::deleteAccessibleInterface(id);
}

LogView *AccessibleLogView::view() const
{
    return static_cast<LogView *>(widget());
}

void *AccessibleLogView::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableInterface)
        return static_cast<QAccessibleTableInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QAccessible::State AccessibleLogView::state() const
{
    auto state = QAccessibleWidget::state();
    state.multiSelectable = true;
    state.extSelectable = true;
    state.readOnly = true;
    return state;
}

int AccessibleLogView::childCount() const
{
    const qint64 cells = (qint64(rowCount()) + 1) * columnCount();
    return int(std::min<qint64>(cells, std::numeric_limits<int>::max()));
}

QAccessibleInterface *AccessibleLogView::child(int index) const
{
    const int columns = columnCount();
    return columns > 0 && index >= 0 ? cell(index / columns - 1, index % columns) : nullptr;
}

int AccessibleLogView::indexOfChild(const QAccessibleInterface *child) const
{
    if (!child || child->parent() != this)
        return -1;
    const auto *cell = static_cast<const AccessibleLogCell *>(child);
    const qint64 index = (qint64(cell->row()) + 1) * columnCount() + cell->column();
    return index <= std::numeric_limits<int>::max() ? int(index) : -1;
}

QAccessibleInterface *AccessibleLogView::childAt(int x, int y) const
{
    const QPoint global(x, y);
    const QWidget *surface = view()->viewport();
    if (surface->rect().contains(surface->mapFromGlobal(global))) {
        const QModelIndex index = view()->indexAt(surface->mapFromGlobal(global));
        return index.isValid() ? cell(index.row(), visibleColumn(index.column())) : nullptr;
    }
    const QHeaderView *header = view()->header();
    if (!header->rect().contains(header->mapFromGlobal(global)))
        return nullptr;
    return cell(-1, visibleColumn(header->logicalIndexAt(header->mapFromGlobal(global).x())));
}

QAccessibleInterface *AccessibleLogView::focusChild() const
{
    return cell(std::max(-1, view()->currentRow()), visibleColumn(view()->currentColumn()));
}

QAccessibleInterface *AccessibleLogView::caption() const
{
    return nullptr;
}

QAccessibleInterface *AccessibleLogView::summary() const
{
    return nullptr;
}

QAccessibleInterface *AccessibleLogView::cellAt(int row, int column) const
{
    return row >= 0 ? cell(row, column) : nullptr;
}

QAccessibleInterface *AccessibleLogView::cell(int row, int visibleColumn) const
{
    if (row < -1 || row >= rowCount() || visibleColumn < 0 || visibleColumn >= columnCount())
        return nullptr;
    const quint64 key = quint64(row + 1) << 32 | quint32(visibleColumn);
    if (const auto known = m_cells.constFind(key); known != m_cells.cend())
        return QAccessible::accessibleInterface(*known);
    if (m_cells.size() >= mostCells)
        forgetCells();
    auto *made = new AccessibleLogCell(const_cast<AccessibleLogView *>(this), row, visibleColumn);
    m_cells.insert(key, QAccessible::registerAccessibleInterface(made));
    return made;
}

int AccessibleLogView::logicalColumn(int visible) const
{
    const QHeaderView *header = view()->header();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int logical = header->logicalIndex(visual);
        if (!header->isSectionHidden(logical) && visible-- == 0)
            return logical;
    }
    return -1;
}

int AccessibleLogView::visibleColumn(int logical) const
{
    const QHeaderView *header = view()->header();
    if (logical < 0 || logical >= header->count() || header->isSectionHidden(logical))
        return -1;
    int visible = 0;
    for (int visual = 0; visual < header->visualIndex(logical); ++visual)
        visible += header->isSectionHidden(header->logicalIndex(visual)) ? 0 : 1;
    return visible;
}

QString AccessibleLogView::cellText(int row, int visibleColumn) const
{
    const int logical = logicalColumn(visibleColumn);
    const QAbstractItemModel *model = view()->model();
    const QModelIndex index = model->index(row, logical);
    const QVariant text = index.data();
    if (!text.isValid())
        return {};
    QString shown = text.toString();
    const auto facts = RecordPainter::factsOf(index);
    if (facts.severity && model->headerData(logical, Qt::Horizontal, SeverityIconRole).toBool()) {
        const QString word = severityWord(*facts.severity);
        return shown.contains(word, Qt::CaseInsensitive) ? shown : shown.isEmpty() ? word : word + u", "_s + shown;
    }
    if (facts.flags.testFlag(EventFlag::UnknownCode)
        && model->headerData(logical, Qt::Horizontal, UnknownIconRole).toBool())
        return QCoreApplication::translate("evident::AccessibleLogView", "%1, not in the catalog").arg(shown);
    if (facts.flags.testAnyFlags(RecordPainter::driftFlags())
        && model->headerData(logical, Qt::Horizontal, DriftIconRole).toBool())
        return QCoreApplication::translate("evident::AccessibleLogView",
                                           "%1, the record's text differs or stands for its code")
            .arg(shown);
    return shown;
}

bool AccessibleLogView::isKnown(int row, int visibleColumn) const
{
    return view()->model()->index(row, logicalColumn(visibleColumn)).data().isValid();
}

bool AccessibleLogView::isRowKnown(int row) const
{
    for (int column = 0; column < columnCount(); ++column) {
        if (!isKnown(row, column))
            return false;
    }
    return true;
}

QString AccessibleLogView::rowDescription(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    QStringList texts;
    bool severityTold = false;
    for (int column = 0; column < columnCount(); ++column) {
        if (const QString text = cellText(row, column); !text.isEmpty())
            texts.append(text);
        severityTold |= view()->model()->headerData(logicalColumn(column), Qt::Horizontal, SeverityIconRole).toBool();
    }
    const auto facts = RecordPainter::factsOf(view()->model()->index(row, 0));
    if (facts.severity && !severityTold)
        texts.prepend(severityWord(*facts.severity));
    if (facts.bookmarked)
        texts.append(LogView::tr("bookmarked"));
    if (facts.context)
        texts.append(LogView::tr("context", "a record beside one that was looked for"));
    return texts.join(u", "_s);
}

QString AccessibleLogView::columnDescription(int column) const
{
    const int logical = logicalColumn(column);
    return logical < 0 || !view()->model() ? QString()
                                           : view()->model()->headerData(logical, Qt::Horizontal).toString();
}

int AccessibleLogView::rowCount() const
{
    const QAbstractItemModel *model = view()->model();
    return model ? model->rowCount() : 0;
}

int AccessibleLogView::columnCount() const
{
    const QHeaderView *header = view()->header();
    return header->count() - header->hiddenSectionCount();
}

int AccessibleLogView::selectedCellCount() const
{
    const qint64 cells = view()->selection().count() * columnCount();
    return int(std::min<qint64>(cells, std::numeric_limits<int>::max()));
}

QList<QAccessibleInterface *> AccessibleLogView::selectedCells() const
{
    // Room for the whole list first, so that none of it is forgotten while the rest is made.
    if (m_cells.size() + mostSelectedCells >= mostCells)
        forgetCells();
    QList<QAccessibleInterface *> cells;
    const int columns = columnCount();
    for (const int row : view()->selectedRows(columns > 0 ? mostSelectedCells / columns : 0)) {
        for (int column = 0; column < columns; ++column)
            cells.append(cell(row, column));
    }
    return cells;
}

int AccessibleLogView::selectedRowCount() const
{
    return int(std::min<qint64>(view()->selection().count(), std::numeric_limits<int>::max()));
}

QList<int> AccessibleLogView::selectedRows() const
{
    return view()->selectedRows(mostSelectedCells);
}

int AccessibleLogView::selectedColumnCount() const
{
    return 0;
}

QList<int> AccessibleLogView::selectedColumns() const
{
    return {};
}

bool AccessibleLogView::isColumnSelected(int) const
{
    return false;
}

bool AccessibleLogView::isRowSelected(int row) const
{
    return view()->selection().contains(row);
}

bool AccessibleLogView::selectRow(int row)
{
    if (row < 0 || row >= rowCount())
        return false;
    RowSelection selection = view()->selection();
    selection.add(row, row);
    view()->setSelection(selection);
    return true;
}

bool AccessibleLogView::unselectRow(int row)
{
    RowSelection selection = view()->selection();
    selection.remove(row, row);
    view()->setSelection(selection);
    return true;
}

bool AccessibleLogView::selectColumn(int)
{
    return false;
}

bool AccessibleLogView::unselectColumn(int)
{
    return false;
}

void AccessibleLogView::modelChange(QAccessibleTableModelChangeEvent *)
{
    forgetCells();
}

} // namespace evident
