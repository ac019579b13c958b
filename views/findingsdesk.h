#pragma once

#include "dismissalstore.h"
#include "ruleset.h"

#include <QObject>

namespace evident {

class FindingsPage;
class Icons;
class LogPane;
class StateFolder;
class Theme;

/// What the window has for findings: the rules, what was dismissed, and a page for each log.
class FindingsDesk : public QObject
{
    Q_OBJECT

public:
    /// Rules of one's own are in `rules` in this folder. Theme and icons outlive it, and it and `state` the panes.
    FindingsDesk(const Theme &theme, const Icons &icons, const QString &folder, StateFolder &state,
                 QObject *parent = nullptr);

    /// Made a page of the pane, which owns it.
    FindingsPage *addPage(LogPane *pane);

private:
    const Theme &m_theme;
    const Icons &m_icons;
    RuleSetPointer m_rules;
    DismissalStore m_dismissals;
};

} // namespace evident
