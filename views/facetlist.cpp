#include "facetlist.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

namespace evident {

FacetList::FacetList(QWidget *parent)
    : QListView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    viewport()->setAutoFillBackground(false);
    setTabKeyNavigation(false);
}

QSize FacetList::sizeHint() const
{
    if (!model() || model()->rowCount() == 0)
        return {0, 0};
    const int rows = std::min(model()->rowCount(), maximumRows);
    return {0, rows * sizeHintForRow(0)};
}

QSize FacetList::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void FacetList::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? indexAt(event->position().toPoint()) : QModelIndex();
    QListView::mousePressEvent(event);
}

void FacetList::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !index.isValid() || index != m_pressed)
        return;
    m_pressed = QModelIndex();
    const bool exclude = event->modifiers().testFlag(Qt::ShiftModifier);
    emit choiceRequested(index, exclude ? FacetModel::Choice::Excluded : FacetModel::Choice::Included);
}

void FacetList::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const QModelIndex index = currentIndex();
    if (plain && index.isValid()) {
        switch (event->key()) {
        case Qt::Key_Space:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            emit choiceRequested(index, FacetModel::Choice::Included);
            return;
        case Qt::Key_Minus:
            emit choiceRequested(index, FacetModel::Choice::Excluded);
            return;
        default:
            break;
        }
    }
    QListView::keyPressEvent(event);
}

void FacetList::wheelEvent(QWheelEvent *event)
{
    // A list that has nothing to scroll leaves the wheel to the pane.
    if (verticalScrollBar()->maximum() == 0)
        event->ignore();
    else
        QListView::wheelEvent(event);
}

void FacetList::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    // Whoever comes by keyboard sees where.
    if (!currentIndex().isValid() && model() && event->reason() != Qt::MouseFocusReason)
        setCurrentIndex(model()->index(0, 0));
}

} // namespace evident
