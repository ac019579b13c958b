#pragma once

#include "timelinereading.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace evident {

class Icons;
class LinkButton;
class LogPane;
class Theme;
class TimelineLegend;
class TimelineModel;
class TimelineView;

/// The timeline of a log, above its records: by what the bars are stacked, what their colours mean, and the bars. What
/// is chosen there becomes a term of the log's query.
class TimelinePanel : public QWidget
{
    Q_OBJECT

public:
    /// Places itself in the pane, which owns it.
    TimelinePanel(const Theme &theme, const Icons &icons, LogPane *pane);

    TimelineView *view() const { return m_view; }
    TimelineModel *model() const { return m_model; }
    TimelineLegend *legend() const { return m_legend; }
    QString remark() const; ///< how high and wide the bars are, and how many records are in none
    /// What tells of strays, with its links: to the whole time and back, and to the strays. Hidden without any.
    QWidget *strays() const { return m_strays; }
    void setGrouping(TimelineGrouping grouping);
    /// What can be done with the timeline; the caller owns it.
    QMenu *createMenu(QWidget *parent);

signals:
    void groupingChosen(evident::TimelineGrouping grouping);
    void hideRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void createHeader(const Theme &theme, const Icons &icons);
    void createStrays();
    void connectPane();
    void addGroupings(QMenu *menu);
    void readingChanged();
    void updateStrays();
    void showStrayRecords();
    void updateVisibleTimes();

    LogPane *m_pane;
    TimelineModel *m_model;
    TimelineView *m_view;
    TimelineLegend *m_legend = nullptr;
    QToolButton *m_grouping = nullptr;
    QLabel *m_remark = nullptr;
    QWidget *m_strays = nullptr;
    QLabel *m_straysText = nullptr;
    LinkButton *m_straysTime = nullptr;
    QTimer m_seenTimer; ///< once a frame however fast the rows scroll
};

} // namespace evident
