#pragma once

#include "bookmarkstore.h"
#include "logoptions.h"
#include "savedqueries.h"
#include "statefolder.h"

#include <QObject>
#include <QUndoStack>

class QAction;

namespace evident {

class BookmarkDesk;
class DetailsPane;
class Icons;
class LogPane;
class LogTabs;
class MainWindow;
class QueryDesk;
class QueryState;
class SearchBox;
class WindowActions;
class WindowSession;
class ZoneMenu;

/// What a person works with besides logs and catalog: saved queries, bookmarks, the session, and the way back from a
/// slip. Adds its menus to the window's.
class WindowState : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive this.
    struct Parts
    {
        MainWindow &window;
        WindowActions &actions;
        LogTabs &tabs;
        SearchBox &box;
        DetailsPane &details;
        const Icons &icons;
        QString folder; ///< in which the state's is
        bool remembers = true;
        LogOptions options;
    };
    explicit WindowState(const Parts &parts);
    ~WindowState() override;

    StateFolder &folder() { return m_folder; } ///< for whoever keeps something else there
    SavedQueries &queries() { return m_queries; }
    BookmarkStore &bookmarks() { return m_bookmarks; }
    QUndoStack &undo() { return m_undo; }
    WindowSession &session() { return *m_session; }
    QueryDesk &queryDesk() { return *m_queryDesk; }
    ZoneMenu *zones() const { return m_zones; }

    void addLog(LogPane *pane);
    void tabChanged();
    void showNote(); ///< of the record that is shown
    /// What is not written yet, for the next start.
    void keep();
    void reload(); ///< what another program may have written
    void setRemembers(bool remembers);
    void clearHistory();
    void clearQuery(QueryState *state);
    QStringList takeProblems() { return m_folder.takeProblems(); }

signals:
    void messageShown(const QString &message);

private:
    void addToMenus();
    void addUndo();
    void toggleContext();

    Parts m_parts;
    StateFolder m_folder;
    QUndoStack m_undo;
    SavedQueries m_queries;
    BookmarkStore m_bookmarks;
    WindowSession *m_session;
    QueryDesk *m_queryDesk = nullptr;
    BookmarkDesk *m_bookmarkDesk = nullptr;
    ZoneMenu *m_zones = nullptr;
    QAction *m_context = nullptr;
};

} // namespace evident
