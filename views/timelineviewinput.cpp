// The half of TimelineView that listens to keyboard and pointer.

#include "accessibletimeline.h"
#include "logdocument.h"
#include "timelinemodel.h"
#include "timelinetext.h"
#include "timelineview.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace evident {

namespace {

/// Of what is shown, for each step of the wheel or key.
constexpr double zoomStep = 0.8;
constexpr double panStep = 0.1;
constexpr int pageBins = 10;
/// Nothing is to be told apart in less.
constexpr double shortestMs = 100;

double lengthOf(const TimeSpan &span)
{
    return double(span.last) - double(span.first) + 1;
}

} // namespace

void TimelineView::setSpan(const TimeSpan &span)
{
    const std::optional<TimeSpan> &whole = reading().whole;
    if (!whole)
        return;
    const double length = std::max(lengthOf(span), shortestMs);
    if (length >= lengthOf(*whole))
        return reading().strays() > 0 ? m_model->showStrays() : m_model->setSpan({});
    // Whoever zooms out sees all without strays once, before years come into view.
    const double bulk = lengthOf(*reading().bulk);
    if (length >= bulk && lengthOf(shownSpan()) < bulk)
        return m_model->setSpan({});
    // The whole of it within what there is.
    const double latest = double(whole->last) + 1 - length;
    const auto first = qint64(std::clamp(double(span.first), double(whole->first), latest));
    m_model->setSpan(TimeSpan{first, first + qint64(length) - 1});
    update();
}

void TimelineView::zoom(double factor, qint64 around)
{
    const TimeSpan shown = shownSpan();
    const double before = (double(around) - double(shown.first)) * factor;
    const double length = std::max((double(shown.last) - double(shown.first) + 1) * factor, shortestMs);
    const auto first = qint64(double(around) - before);
    setSpan({first, first + qint64(length) - 1});
}

void TimelineView::pan(double share)
{
    const TimeSpan shown = shownSpan();
    const auto by = qint64((double(shown.last) - double(shown.first) + 1) * share);
    if (m_model->span())
        setSpan({shown.first + by, shown.last + by});
}

void TimelineView::zoomIn()
{
    const TimeSpan shown = shownSpan();
    zoom(zoomStep * zoomStep, m_cursor.value_or(shown.first + (shown.last - shown.first) / 2));
}

void TimelineView::zoomOut()
{
    const TimeSpan shown = shownSpan();
    zoom(1 / (zoomStep * zoomStep), m_cursor.value_or(shown.first + (shown.last - shown.first) / 2));
}

void TimelineView::zoomToSelection()
{
    if (const std::optional<TimeSpan> span = selectedSpan())
        setSpan(*span);
}

void TimelineView::zoomToWhole()
{
    if (m_model->span())
        m_model->setSpan({});
    else if (reading().strays() > 0 && !m_model->isWithStrays())
        m_model->showStrays();
    else
        emit wholeRequested();
    update();
}

void TimelineView::chooseSelection()
{
    const std::optional<TimeSpan> span = selectedSpan();
    if (!span)
        return;
    m_cursor.reset();
    m_anchor.reset();
    update();
    emit spanChosen(*span);
}

void TimelineView::moveTo(int bin, bool extends)
{
    const TimelineBins &bins = reading().bins();
    if (bins.count() == 0)
        return;
    const bool isBeyond = bin < 0 || bin >= bins.count();
    if (isBeyond && m_model->span()) {
        // What is beyond comes into view, and is read aloud as soon as it is counted.
        m_cursor = bin < 0 ? bins.begin(0) - 1 : bins.end(bins.count() - 1);
        m_tellsCursor = true;
        pan(bin < 0 ? -panStep : panStep);
    } else {
        m_cursor = bins.begin(std::clamp(bin, 0, bins.count() - 1));
    }
    if (!extends || !m_anchor)
        m_anchor = m_cursor;
    notifyAccessibleTimelineFocus(this);
    update();
}

void TimelineView::goToMarker(bool backwards)
{
    std::optional<qint64> next;
    const TimelineBins &bins = reading().bins();
    const int bin = currentBin();
    for (const TimelineMarker &marker : m_markers) {
        const bool isFurther = bin < 0 || (backwards ? marker.begin < bins.begin(bin) : marker.begin >= bins.end(bin));
        if (isFurther && (!next || (backwards ? marker.begin > *next : marker.begin < *next)))
            next = marker.begin;
    }
    if (next && bins.binOf(*next) >= 0)
        moveTo(bins.binOf(*next), false);
}

bool TimelineView::moveBy(int key, Qt::KeyboardModifiers modifiers)
{
    const bool extends = modifiers.testFlag(Qt::ShiftModifier);
    const int last = reading().bins().count() - 1;
    const int current = currentBin();
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (modifiers.testFlag(Qt::ControlModifier))
            goToMarker(key == Qt::Key_Left);
        else if (current < 0)
            moveTo(key == Qt::Key_Left ? last : 0, extends);
        else
            moveTo(current + (key == Qt::Key_Left ? -1 : 1), extends);
        return true;
    case Qt::Key_PageUp:
        moveTo(std::max(0, current - pageBins), extends);
        return true;
    case Qt::Key_PageDown:
        moveTo(std::min(last, current + pageBins), extends);
        return true;
    case Qt::Key_Home:
        moveTo(0, extends);
        return true;
    case Qt::Key_End:
        moveTo(last, extends);
        return true;
    default:
        return false;
    }
}

/// Takes back the newest of what can be taken back.
bool TimelineView::escape()
{
    if (m_pressed || m_dragged) {
        m_pressed.reset();
        m_dragged.reset();
    } else if (m_cursor != m_anchor) {
        m_anchor = m_cursor;
    } else if (m_model->span() || (m_model->isWithStrays() && reading().strays() > 0)) {
        m_model->setSpan({});
    } else {
        return false;
    }
    update();
    return true;
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers().testFlag(Qt::AltModifier))
        return QWidget::keyPressEvent(event);
    if (moveBy(event->key(), event->modifiers()))
        return;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
        return zoomToWhole();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return chooseSelection();
    case Qt::Key_Space:
        if (const auto span = selectedSpan(); span && !markersIn(*span).isEmpty())
            emit markerActivated(markersIn(*span).first());
        return;
    case Qt::Key_Escape:
        if (!escape())
            emit wholeRequested();
        return;
    default:
        return QWidget::keyPressEvent(event);
    }
}

std::optional<TimeSpan> TimelineView::dragSpan() const
{
    if (!m_pressed || !m_dragged)
        return {};
    const TimelineBins &bins = reading().bins();
    const auto [left, right] = std::minmax({m_pressed->x(), m_dragged->x()});
    const int first = bins.binOf(geometry().timeAt(left));
    const int last = bins.binOf(geometry().timeAt(right));
    if (first < 0 || last < 0)
        return {};
    return TimeSpan{bins.begin(first), bins.end(last) - 1};
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_pressed = event->position().toPoint();
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    if (!m_pressed || !(event->buttons() & Qt::LeftButton))
        return;
    if (!m_dragged && std::abs(position.x() - m_pressed->x()) < QApplication::startDragDistance())
        return;
    m_dragged = position;
    update();
    if (const std::optional<TimeSpan> span = dragSpan())
        QToolTip::showText(event->globalPosition().toPoint(),
                           timeSpanText(span->first, span->last + 1, m_model->document()->zone()), this);
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    const std::optional<TimeSpan> chosen = dragSpan();
    const bool isClick = !m_dragged;
    m_pressed.reset();
    m_dragged.reset();
    update();
    if (chosen) {
        m_cursor.reset();
        m_anchor.reset();
        emit spanChosen(*chosen);
    } else if (const int marker = markerAt(event->position().toPoint()); isClick && marker >= 0) {
        emit markerActivated(marker);
    } else if (isClick) {
        moveTo(std::max(0, binAt(int(event->position().x()))), event->modifiers().testFlag(Qt::ShiftModifier));
    }
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && markerAt(event->position().toPoint()) < 0)
        zoomToWhole();
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    event->accept();
    const QPoint turned = event->angleDelta();
    const bool isSideways = turned.x() != 0 && std::abs(turned.x()) > std::abs(turned.y());
    m_wheelRest += isSideways ? turned.x() : turned.y();
    const int steps = m_wheelRest / QWheelEvent::DefaultDeltasPerStep;
    m_wheelRest -= steps * QWheelEvent::DefaultDeltasPerStep;
    if (steps == 0)
        return;
    if (isSideways || event->modifiers().testFlag(Qt::ShiftModifier))
        pan(-panStep * steps);
    else
        zoom(std::pow(zoomStep, steps), geometry().timeAt(event->position().x()));
}

void TimelineView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    emit menuRequested(byKey ? mapToGlobal(binRect(std::max(0, currentBin())).center()) : event->globalPos());
}

void TimelineView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    notifyAccessibleTimelineFocus(this);
    update();
}

void TimelineView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace evident
