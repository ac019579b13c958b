#pragma once

#include <QAccessibleWidget>
#include <QHash>

namespace evident {

class TimelineView;

/// Tells Qt how a TimelineView is read aloud. Once is enough; more does nothing.
void installAccessibleTimelines();

/// To be called when the view gets the focus or its current bin is another, and when it has other bins.
void notifyAccessibleTimelineFocus(TimelineView *view);
void notifyAccessibleTimelineReset(TimelineView *view);

/// A TimelineView for the screen reader: a list of bins, each of which says its time and what is in it. The description
/// sums all of them up, the value is that of the current one.
class AccessibleTimeline : public QAccessibleWidget
{
public:
    explicit AccessibleTimeline(TimelineView *view);
    ~AccessibleTimeline() override;

    QAccessible::State state() const override;
    QString text(QAccessible::Text kind) const override;
    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

    QStringList actionNames() const override;
    void doAction(const QString &name) override;

    TimelineView *view() const;
    void forgetBins() const; ///< those that were handed out are gone after this

private:
    mutable QHash<int, QAccessible::Id> m_bins;
};

} // namespace evident
