#include "accessibletimeline.h"

#include "timelineview.h"

#include <utility>

namespace evident {

namespace {

/// One bin. It holds no text: all is asked of the view when it is read.
class AccessibleBin : public QAccessibleInterface
{
public:
    AccessibleBin(const AccessibleTimeline *timeline, int bin)
        : m_timeline(timeline),
          m_bin(bin)
    { }

    int bin() const noexcept { return m_bin; }

    bool isValid() const override { return m_timeline->isValid() && m_bin < m_timeline->childCount(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_timeline->window(); }
    QAccessibleInterface *parent() const override { return const_cast<AccessibleTimeline *>(m_timeline); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override { }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        const TimelineView *view = m_timeline->view();
        state.readOnly = true;
        state.focusable = true;
        state.selectable = true;
        state.active = view->currentBin() == m_bin;
        state.focused = state.active && view->hasFocus();
        const auto selected = view->selectedSpan();
        const qint64 begin = view->reading().bins().begin(m_bin);
        state.selected = selected && begin >= selected->first && begin <= selected->last;
        return state;
    }
    QRect rect() const override
    {
        const QRect area = isValid() ? m_timeline->view()->binRect(m_bin) : QRect();
        return area.isEmpty() ? QRect() : QRect(m_timeline->view()->mapToGlobal(area.topLeft()), area.size());
    }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_timeline->view()->binText(m_bin) : QString();
    }

private:
    const AccessibleTimeline *m_timeline;
    int m_bin;
};

QAccessibleInterface *createInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<TimelineView *>(object);
    return view ? new AccessibleTimeline(view) : nullptr;
}

AccessibleTimeline *interfaceOf(TimelineView *view)
{
    return static_cast<AccessibleTimeline *>(QAccessible::queryAccessibleInterface(view));
}

} // namespace

void installAccessibleTimelines()
{
    QAccessible::installFactory(createInterface);
}

void notifyAccessibleTimelineFocus(TimelineView *view)
{
    if (!view->hasFocus())
        return;
    if (auto *bin = interfaceOf(view)->focusChild()) {
        QAccessibleEvent event(bin, QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    }
}

void notifyAccessibleTimelineReset(TimelineView *view)
{
    interfaceOf(view)->forgetBins();
    QAccessibleEvent event(view, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

AccessibleTimeline::AccessibleTimeline(TimelineView *view)
    : QAccessibleWidget(view, QAccessible::List)
{ }

AccessibleTimeline::~AccessibleTimeline()
{
    forgetBins();
}

TimelineView *AccessibleTimeline::view() const
{
    return static_cast<TimelineView *>(widget());
}

void AccessibleTimeline::forgetBins() const
{
    const QHash<int, QAccessible::Id> bins = std::exchange(m_bins, {});
    for (const QAccessible::Id id : bins)
        QAccessible::deleteAccessibleInterface(id);
}

QAccessible::State AccessibleTimeline::state() const
{
    auto state = QAccessibleWidget::state();
    state.extSelectable = true;
    state.readOnly = true;
    return state;
}

QString AccessibleTimeline::text(QAccessible::Text kind) const
{
    if (kind == QAccessible::Description)
        return view()->summary();
    if (kind == QAccessible::Value)
        return view()->binText(view()->currentBin());
    return QAccessibleWidget::text(kind);
}

int AccessibleTimeline::childCount() const
{
    return view()->reading().bins().count();
}

QAccessibleInterface *AccessibleTimeline::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    if (const auto known = m_bins.constFind(index); known != m_bins.constEnd())
        return QAccessible::accessibleInterface(*known);
    auto *bin = new AccessibleBin(this, index);
    m_bins.insert(index, QAccessible::registerAccessibleInterface(bin));
    return bin;
}

int AccessibleTimeline::indexOfChild(const QAccessibleInterface *child) const
{
    return child && child->parent() == this ? static_cast<const AccessibleBin *>(child)->bin() : -1;
}

QAccessibleInterface *AccessibleTimeline::childAt(int x, int y) const
{
    const QPoint position = view()->mapFromGlobal(QPoint(x, y));
    return view()->rect().contains(position) ? child(view()->binAt(position.x())) : nullptr;
}

QAccessibleInterface *AccessibleTimeline::focusChild() const
{
    return view()->hasFocus() ? child(view()->currentBin()) : nullptr;
}

QStringList AccessibleTimeline::actionNames() const
{
    return QStringList{pressAction()} + QAccessibleWidget::actionNames();
}

void AccessibleTimeline::doAction(const QString &name)
{
    if (name == pressAction())
        view()->chooseSelection();
    else
        QAccessibleWidget::doAction(name);
}

} // namespace evident
