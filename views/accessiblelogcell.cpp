#include "accessiblelogcell.h"

#include "accessiblelogview.h"
#include "logview.h"

#include <QHeaderView>

namespace evident {

AccessibleLogCell::AccessibleLogCell(AccessibleLogView *table, int row, int column)
    : m_table(table),
      m_row(row),
      m_column(column)
{ }

void *AccessibleLogCell::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableCellInterface)
        return static_cast<QAccessibleTableCellInterface *>(this);
    if (type == QAccessible::ActionInterface && !isHeader())
        return static_cast<QAccessibleActionInterface *>(this);
    return nullptr;
}

bool AccessibleLogCell::isValid() const
{
    return m_table->isValid() && m_row < m_table->rowCount() && m_column < m_table->columnCount();
}

QWindow *AccessibleLogCell::window() const
{
    return m_table->window();
}

QAccessibleInterface *AccessibleLogCell::parent() const
{
    return m_table;
}

QAccessibleInterface *AccessibleLogCell::table() const
{
    return m_table;
}

QAccessible::Role AccessibleLogCell::role() const
{
    return isHeader() ? QAccessible::ColumnHeader : QAccessible::Cell;
}

QAccessible::State AccessibleLogCell::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    state.readOnly = true;
    state.offscreen = rect().isEmpty();
    if (isHeader())
        return state;
    const LogView *view = m_table->view();
    state.busy = !m_table->isKnown(m_row, m_column);
    state.selectable = true;
    state.focusable = true;
    state.multiSelectable = true;
    state.selected = isSelected();
    state.active = m_row == view->currentRow() && m_table->logicalColumn(m_column) == view->currentColumn();
    state.focused = state.active && view->hasFocus();
    return state;
}

QRect AccessibleLogCell::rect() const
{
    if (!isValid())
        return {};
    const LogView *view = m_table->view();
    const int logical = m_table->logicalColumn(m_column);
    const QHeaderView *header = view->header();
    const QWidget *surface = isHeader() ? header->viewport() : view->viewport();
    const QRect inside = isHeader()
        ? QRect(header->sectionViewportPosition(logical), 0, header->sectionSize(logical), header->height())
        : view->visualRect(m_row, logical);
    return inside.isEmpty() ? QRect() : QRect(surface->mapToGlobal(inside.topLeft()), inside.size());
}

QString AccessibleLogCell::text(QAccessible::Text kind) const
{
    if (!isValid())
        return {};
    if (kind == QAccessible::Name)
        return isHeader() ? m_table->columnDescription(m_column) : m_table->cellText(m_row, m_column);
    if (kind == QAccessible::Description && !isHeader())
        return m_table->rowDescription(m_row);
    return {};
}

QList<QAccessibleInterface *> AccessibleLogCell::columnHeaderCells() const
{
    return {m_table->cell(-1, m_column)};
}

bool AccessibleLogCell::isSelected() const
{
    return !isHeader() && m_table->isRowSelected(m_row);
}

QStringList AccessibleLogCell::actionNames() const
{
    return {pressAction(), setFocusAction()};
}

void AccessibleLogCell::doAction(const QString &name)
{
    if (!isValid() || isHeader())
        return;
    LogView *view = m_table->view();
    if (name == setFocusAction())
        view->setFocus(Qt::OtherFocusReason);
    if (name == setFocusAction() || name == pressAction())
        view->setCurrentRow(m_row);
    if (name == pressAction())
        emit view->rowActivated(m_row);
}

} // namespace evident
