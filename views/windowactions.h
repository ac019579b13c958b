#pragma once

#include "settings.h"

#include <QCoreApplication>
#include <QKeySequence>

class QAction;
class QActionGroup;
class QHeaderView;
class QMainWindow;
class QMenu;

namespace evident {

class Icons;

/// The actions of the window in their menus. They do nothing by themselves: the window connects them. Owned by the
/// window as QObjects.
class WindowActions
{
    Q_DECLARE_TR_FUNCTIONS(evident::WindowActions)

public:
    WindowActions(QMainWindow *window, const Icons &icons);

    void setRecentFiles(const QStringList &paths);
    void setTheme(Settings::ThemeChoice choice);
    void setColumns(QHeaderView *header); ///< a check box for each column of what is in front
    void setLogInFront(bool on); ///< enables what needs a log

    QAction *open;
    QAction *paste;
    QAction *reload;
    QAction *cancelLoading;
    QAction *closeTab;
    QAction *clearRecent;
    QAction *remember;
    QAction *quit;
    QAction *find;
    QAction *clearQuery;
    QAction *queryBack;
    QAction *queryForward;
    QAction *copyRows;
    QAction *nextError;
    QAction *previousError;
    QAction *transaction;
    QAction *user;
    QAction *catalog;
    QAction *occurrences;
    QAction *facets;
    QAction *details;
    QAction *highContrast;
    QAction *help;
    QAction *about;
    QActionGroup *themes; ///< data() of an action is its Settings::ThemeChoice as int
    QMenu *recentFiles; ///< data() of an action is its path
    QMenu *columns; ///< filled by setColumns() before it is shown

private:
    QAction *add(QMenu *menu, const QString &icon, const QString &text, const QList<QKeySequence> &keys = {});
    void addFileMenu();
    void addEditMenu();
    void addGoMenu();
    void addViewMenu();
    void addHelpMenu();

    QMainWindow *m_window;
    const Icons &m_icons;
};

} // namespace evident
