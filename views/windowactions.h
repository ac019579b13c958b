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

    void setRecentFiles(const QStringList &entries); ///< see Settings::recentEntry()
    void setTheme(Settings::ThemeChoice choice);
    void setColumns(QHeaderView *header); ///< a check box for each column of what is in front
    void setLogInFront(bool on); ///< enables what needs a log
    void setFollowing(bool following, const QString &obstacle); ///< of the log in front

    QAction *open = nullptr;
    QAction *openTogether = nullptr;
    QAction *openFolder = nullptr;
    QAction *paste = nullptr;
    QAction *reload = nullptr;
    QAction *cancelLoading = nullptr;
    QAction *follow = nullptr;
    QAction *closeTab = nullptr;
    QAction *clearRecent = nullptr;
    QAction *remember = nullptr;
    QAction *quit = nullptr;
    QAction *find = nullptr;
    QAction *clearQuery = nullptr;
    QAction *queryBack = nullptr;
    QAction *queryForward = nullptr;
    QAction *copyRows = nullptr;
    QAction *copyTicket = nullptr;
    QAction *copyTransaction = nullptr;
    QAction *maskNames = nullptr;
    QAction *saveReport = nullptr;
    QAction *exportRecords = nullptr;
    QAction *nextError = nullptr;
    QAction *previousError = nullptr;
    QAction *transaction = nullptr;
    QAction *user = nullptr;
    QAction *catalog = nullptr;
    QAction *occurrences = nullptr;
    QAction *importCatalog = nullptr;
    QAction *catalogHistory = nullptr;
    QAction *entryHistory = nullptr;
    QAction *editNote = nullptr;
    QAction *exportCatalog = nullptr;
    QAction *exportShown = nullptr;
    QAction *exportForSiem = nullptr;
    QAction *exportNotes = nullptr;
    QAction *importNotes = nullptr;
    QAction *fold = nullptr;
    QAction *timeline = nullptr;
    QAction *facets = nullptr;
    QAction *details = nullptr;
    QAction *highContrast = nullptr;
    QAction *help = nullptr;
    QAction *about = nullptr;
    QActionGroup *themes = nullptr; ///< data() of an action is its Settings::ThemeChoice as int
    QMenu *copyTicketAs = nullptr; ///< data() of an action is its TicketForm as int
    QMenu *recentFiles = nullptr; ///< data() of an action is its path
    QMenu *columns = nullptr; ///< filled by setColumns() before it is shown

private:
    QAction *add(QMenu *menu, const QString &icon, const QString &text, const QList<QKeySequence> &keys = {});
    void addFileMenu();
    void addEditMenu();
    void addGoMenu();
    void addCatalogMenu();
    void addViewMenu();
    void addHelpMenu();

    QMainWindow *m_window;
    const Icons &m_icons;
};

} // namespace evident
