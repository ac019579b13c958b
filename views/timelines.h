#pragma once

#include "timelinereading.h"

#include <QList>
#include <QObject>

class QAction;

namespace evident {

class Icons;
class LogPane;
struct Settings;
class Theme;
class TimelinePanel;

/// The timelines of a window's logs: all are shown or none, and all are stacked by the same, which is remembered.
class Timelines : public QObject
{
    Q_OBJECT

public:
    /// `shown` is the action that shows and hides them. The others outlive this.
    Timelines(const Theme &theme, const Icons &icons, Settings &settings, QAction *shown, QObject *parent);

    TimelinePanel *addTo(LogPane *pane); ///< which owns it

private:
    void setShown(bool shown);
    void setGrouping(TimelineGrouping grouping);

    const Theme &m_theme;
    const Icons &m_icons;
    Settings &m_settings;
    QAction *m_shown;
    QList<TimelinePanel *> m_panels;
};

} // namespace evident
