#include "timelines.h"

#include "logpane.h"
#include "settings.h"
#include "timelinepanel.h"

#include <QAction>

namespace evident {

Timelines::Timelines(const Theme &theme, const Icons &icons, Settings &settings, QAction *shown, QObject *parent)
    : QObject(parent),
      m_theme(theme),
      m_icons(icons),
      m_settings(settings),
      m_shown(shown)
{
    shown->setChecked(settings.timeline);
    connect(shown, &QAction::toggled, this, &Timelines::setShown);
}

TimelinePanel *Timelines::addTo(LogPane *pane)
{
    auto *panel = new TimelinePanel(m_theme, m_icons, pane);
    panel->setGrouping(m_settings.timelineGrouping);
    panel->setVisible(m_settings.timeline);
    m_panels.append(panel);
    connect(panel, &QObject::destroyed, this, [this, panel] { m_panels.removeOne(panel); });
    connect(panel, &TimelinePanel::groupingChosen, this, &Timelines::setGrouping);
    connect(panel, &TimelinePanel::hideRequested, m_shown, [this] { m_shown->setChecked(false); });
    return panel;
}

void Timelines::setShown(bool shown)
{
    m_settings.timeline = shown;
    for (TimelinePanel *panel : std::as_const(m_panels))
        panel->setVisible(shown);
}

void Timelines::setGrouping(TimelineGrouping grouping)
{
    m_settings.timelineGrouping = grouping;
    for (TimelinePanel *panel : std::as_const(m_panels))
        panel->setGrouping(grouping);
}

} // namespace evident
