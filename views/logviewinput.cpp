// LogView's input: keys, mouse, wheel, focus, and the selection that they make.

#include "accessiblelogview.h"
#include "logviewdata.h"
#include "roles.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QScrollBar>
#include <QWheelEvent>

namespace evident {

namespace {

constexpr int dragScrollIntervalMs = 50;

} // namespace

RecordPainter::Column LogView::Data::columnOf(int logical) const
{
    RecordPainter::Column column;
    column.logical = logical;
    column.x = header->sectionViewportPosition(logical);
    column.width = header->sectionSize(logical);
    column.showsSeverity = model->headerData(logical, Qt::Horizontal, SeverityIconRole).toBool();
    column.showsUnknown = model->headerData(logical, Qt::Horizontal, UnknownIconRole).toBool();
    column.showsDrift = model->headerData(logical, Qt::Horizontal, DriftIconRole).toBool();
    return column;
}

QList<RecordPainter::Column> LogView::Data::columnsIn(const QRect &area) const
{
    QList<RecordPainter::Column> columns;
    for (int visual = 0; model && visual < header->count(); ++visual) {
        const int logical = header->logicalIndex(visual);
        if (header->isSectionHidden(logical))
            continue;
        const auto column = columnOf(logical);
        if (column.x <= area.right() && column.x + column.width > area.left())
            columns.append(column);
    }
    return columns;
}

int LogView::Data::firstColumn() const
{
    for (int visual = 0; visual < header->count(); ++visual) {
        if (const int logical = header->logicalIndex(visual); !header->isSectionHidden(logical))
            return logical;
    }
    return -1;
}

void LogView::setCurrentRow(int row)
{
    RowSelection selection;
    if (row < 0 || row >= rowCount())
        row = -1;
    else
        selection.set(row, row);
    m_data->anchor = row;
    scrollTo(row);
    commit(selection, row);
}

void LogView::selectAll()
{
    if (rowCount() == 0)
        return;
    RowSelection all;
    all.set(0, rowCount() - 1);
    setSelection(all);
}

void LogView::setSelection(const RowSelection &selection)
{
    commit(selection, m_data->current);
}

void LogView::commit(const RowSelection &selection, int current)
{
    const bool moved = std::exchange(m_data->current, current) != current;
    const bool selected = m_data->selection != selection;
    if (m_data->currentColumn < 0 || m_data->currentColumn >= m_data->header->count()
        || m_data->header->isSectionHidden(m_data->currentColumn))
        m_data->currentColumn = m_data->firstColumn();
    m_data->selection = selection;
    if (!moved && !selected)
        return;
    viewport()->update();
    if (moved) {
        notifyAccessibleFocus(this);
        emit currentRowChanged(current);
    }
    if (selected) {
        notifyAccessibleSelection(this);
        emit selectionChanged();
    }
}

void LogView::moveTo(qint64 wanted, Qt::KeyboardModifiers modifiers)
{
    if (rowCount() == 0)
        return;
    const int row = int(std::clamp<qint64>(wanted, 0, rowCount() - 1));
    RowSelection selection = m_data->selection;
    if (modifiers & Qt::ShiftModifier) {
        if (m_data->anchor < 0)
            m_data->anchor = std::max(0, m_data->current);
        if (modifiers & Qt::ControlModifier)
            selection.add(m_data->anchor, row);
        else
            selection.set(m_data->anchor, row);
    } else if (!(modifiers & Qt::ControlModifier)) {
        m_data->anchor = row;
        selection.set(row, row);
    }
    scrollTo(row);
    commit(selection, row);
}

void LogView::moveColumn(int step)
{
    QHeaderView *header = m_data->header;
    if (header->count() == 0 || rowCount() == 0)
        return;
    int visual = header->visualIndex(std::max(0, m_data->currentColumn));
    // The first press only shows which cell is meant.
    if (m_data->cellShown) {
        int next = visual + step;
        while (next >= 0 && next < header->count() && header->isSectionHidden(header->logicalIndex(next)))
            next += step;
        if (next >= 0 && next < header->count())
            visual = next;
    }
    m_data->cellShown = true;
    m_data->currentColumn = header->logicalIndex(visual);
    scrollToColumn(m_data->currentColumn);
    if (m_data->current < 0)
        return moveTo(firstVisibleRow(), Qt::NoModifier);
    notifyAccessibleFocus(this);
    viewport()->update();
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    const auto modifiers = event->modifiers();
    const qint64 current = m_data->current;
    const int page = std::max(1, fullyVisibleRows() - 1);
    if (event->matches(QKeySequence::SelectAll))
        return selectAll();
    if (modifiers & (Qt::AltModifier | Qt::MetaModifier))
        return event->ignore();
    switch (event->key()) {
    case Qt::Key_Up:
        return moveTo(current < 0 ? firstVisibleRow() : current - 1, modifiers);
    case Qt::Key_Down:
        return moveTo(current < 0 ? firstVisibleRow() : current + 1, modifiers);
    case Qt::Key_PageUp:
        return moveTo(std::max<qint64>(0, current) - page, modifiers);
    case Qt::Key_PageDown:
        return moveTo(std::max<qint64>(0, current) + page, modifiers);
    case Qt::Key_Home:
        return moveTo(0, modifiers);
    case Qt::Key_End:
        return moveTo(qint64(rowCount()) - 1, modifiers);
    case Qt::Key_Left:
        return moveColumn(isLeftToRight() ? -1 : 1);
    case Qt::Key_Right:
        return moveColumn(isLeftToRight() ? 1 : -1);
    case Qt::Key_Space:
        if (current < 0)
            return;
        if (modifiers & Qt::ControlModifier) {
            RowSelection selection = m_data->selection;
            selection.toggle(m_data->current);
            m_data->anchor = m_data->current;
            return commit(selection, m_data->current);
        }
        return moveTo(current, modifiers);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current >= 0)
            emit rowActivated(m_data->current);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    const int row = rowAt(position.y());
    const bool control = event->modifiers() & Qt::ControlModifier;
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    if (row < 0) {
        if (!control && !shift)
            setSelection({});
        return;
    }
    const int gutter = RecordPainter::gutter - horizontalScrollBar()->value();
    if (position.x() < gutter && event->button() == Qt::LeftButton && !control && !shift) {
        setCurrentRow(row);
        emit gutterClicked(row);
        return;
    }
    if (const int column = m_data->header->logicalIndexAt(position.x()); column >= 0)
        m_data->currentColumn = column;
    m_data->cellShown = false;
    viewport()->update();
    if (event->button() == Qt::RightButton && m_data->selection.contains(row))
        return commit(m_data->selection, row);
    if (event->button() == Qt::LeftButton && control && !shift) {
        RowSelection selection = m_data->selection;
        selection.toggle(row);
        m_data->anchor = row;
        commit(selection, row);
    } else {
        moveTo(row, event->button() == Qt::LeftButton ? event->modifiers() : Qt::NoModifier);
    }
    m_data->dragging = event->button() == Qt::LeftButton;
    m_data->dragRemoves = control && !m_data->selection.contains(row);
    m_data->selectionBeforeDrag = control ? m_data->selection : RowSelection();
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_data->dragging || !(event->buttons() & Qt::LeftButton))
        return;
    m_data->dragPosition = event->position().toPoint();
    const bool outside = m_data->dragPosition.y() < 0 || m_data->dragPosition.y() >= viewport()->height();
    if (!outside)
        m_data->dragTimer.stop();
    else if (!m_data->dragTimer.isActive())
        m_data->dragTimer.start(dragScrollIntervalMs, this);
    dragTo(m_data->dragPosition);
}

void LogView::dragTo(const QPoint &position)
{
    if (rowCount() == 0 || m_data->anchor < 0)
        return;
    // A drag reaches one row beyond the edge; the timer goes on from there.
    const int y = std::clamp(position.y(), -1, viewport()->height());
    const qint64 under = firstVisibleRow() + qint64(y < 0 ? -1 : y / rowHeight());
    const int row = int(std::clamp<qint64>(under, 0, rowCount() - 1));
    if (row == m_data->current)
        return;
    RowSelection selection = m_data->selectionBeforeDrag;
    if (m_data->dragRemoves)
        selection.remove(m_data->anchor, row);
    else
        selection.add(m_data->anchor, row);
    scrollTo(row);
    commit(selection, row);
}

void LogView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_data->dragTimer.timerId())
        dragTo(m_data->dragPosition);
    else
        QAbstractScrollArea::timerEvent(event);
}

void LogView::mouseReleaseEvent(QMouseEvent *)
{
    m_data->dragging = false;
    m_data->dragTimer.stop();
}

void LogView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().toPoint().y());
    if (event->button() == Qt::LeftButton && row >= 0)
        emit rowActivated(row);
}

void LogView::contextMenuEvent(QContextMenuEvent *event)
{
    QModelIndex index = indexAt(event->pos());
    QPoint place = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        if (m_data->current < 0 || m_data->currentColumn < 0)
            return;
        scrollTo(m_data->current);
        scrollToColumn(m_data->currentColumn);
        index = m_data->model->index(m_data->current, m_data->currentColumn);
        place = viewport()->mapToGlobal(visualRect(index.row(), index.column()).bottomLeft());
    }
    if (index.isValid())
        emit cellMenuRequested(index, place);
}

void LogView::wheelEvent(QWheelEvent *event)
{
    if (event->pixelDelta().isNull()) {
        m_data->wheelRest = {};
        return QAbstractScrollArea::wheelEvent(event);
    }
    m_data->wheelRest += event->pixelDelta();
    const int rows = m_data->wheelRest.y() / rowHeight();
    m_data->wheelRest.ry() -= rows * rowHeight();
    verticalScrollBar()->setValue(
        int(std::clamp<qint64>(qint64(verticalScrollBar()->value()) - rows, 0, verticalScrollBar()->maximum())));
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - m_data->wheelRest.x());
    m_data->wheelRest.setX(0);
    event->accept();
}

void LogView::focusInEvent(QFocusEvent *event)
{
    const auto reason = event->reason();
    const bool byKeyboard =
        reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
    if (byKeyboard && m_data->current < 0 && rowCount() > 0)
        moveTo(firstVisibleRow(), Qt::NoModifier);
    else if (m_data->current >= 0)
        notifyAccessibleFocus(this);
    viewport()->update();
}

void LogView::focusOutEvent(QFocusEvent *)
{
    viewport()->update();
}

} // namespace evident
