#pragma once

#include "catalogstore.h"
#include "logoptions.h"
#include "query.h"
#include "settings.h"

#include <QMainWindow>
#include <QTimeZone>
#include <QTimer>

#include <memory>
#include <vector>

class QSplitter;
class QToolButton;

namespace evident {

class CatalogDesk;
class CatalogPane;
class DetailsPane;
class FacetPane;
class FindingsDesk;
class Icons;
class LogDocument;
struct LogLocation;
class LogPane;
class LogTabs;
class QueryState;
class ReadAsMenu;
class SearchBox;
class StartPage;
class StatusLine;
class Theme;
class Timelines;
class TicketDesk;
class WindowActions;
class WindowState;

/// The window: one box, the facets, the catalog and the logs in tabs, the details. Composes the panes and owns the
/// actions.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// What the window is made of and for. The theme, the icons and the stores outlive it.
    struct Parts
    {
        Theme &theme;
        const Icons &icons;
        const SettingsStore &settings;
        CatalogStore &catalog;
        QStringList notices; ///< of how the catalog's store was come by, besides its own
        LogOptions logOptions; ///< of every file that is opened
        QTimeZone zone = QTimeZone::systemTimeZone(); ///< of display
        bool catalogIsKept = true; ///< false: what is done to the catalog is lost at the end
        bool zoneIsGiven = false; ///< for this run, whatever zone was chosen before
    };
    explicit MainWindow(const Parts &parts);
    ~MainWindow() override;

    /// Opens a file, or what is in a folder or fits a pattern, in a tab of its own, or shows the tab that has it.
    LogPane *openFile(const QString &path);
    /// A tab each, and the offer to show them as one log; so many that nobody wants the tabs are one log at once.
    QList<LogPane *> openFiles(const QStringList &paths);
    /// Several files, folders or patterns as one log.
    LogPane *openTogether(const QStringList &paths);
    LogPane *openText(const QByteArray &utf8);
    /// A log that was not read yet, in a tab of its own.
    LogPane *addLog(std::unique_ptr<LogDocument> document, bool loads = true);
    /// The tabs that were open when a window was closed last.
    void restoreSession();
    /// Files of which some may be pages of the vendor: those are offered as an import, the others are opened.
    void openOrImport(const QStringList &paths);
    /// The query of the tab in front.
    void setQuery(const Query &query);

    LogPane *currentLog() const;
    QueryState *currentQuery() const; ///< of the tab in front
    QueryState *catalogQuery() const { return m_catalogQuery; }
    const CatalogPointer &catalog() const { return m_catalog; }
    QTimeZone zone() const { return m_zone; } ///< of display
    void setZone(const QByteArray &id); ///< "": the system's
    WindowState *state() const { return m_state.get(); }
    CatalogDesk *desk() const { return m_desk; }
    CatalogPane *catalogPane() const { return m_catalogPane; }
    DetailsPane *detailsPane() const { return m_details; }
    StatusLine *statusLine() const { return m_status; }
    TicketDesk *ticketDesk() const { return m_ticketDesk; }
    FacetPane *facetPane() const { return m_facets; }
    SearchBox *searchBox() const { return m_box; }
    StartPage *startPage() const { return m_startPage; }
    LogTabs *tabs() const { return m_tabs; }

public slots:
    void openDialog();
    void openTogetherDialog();
    void openFolderDialog();
    void paste();
    void showCatalog();
    void showCatalogEntry(const evident::EventKey &key);
    /// Asks the logs for the records of a code; with several logs open, which of them.
    void showOccurrences(const evident::EventKey &key);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void createPanes(const Parts &parts);
    QWidget *createDesk(const Parts &parts);
    void connectCatalogActions();
    void catalogChanged();
    bool mayClose();
    void connectPanes();
    void createTicketDesk();
    void createToolBar();
    void connectActions();
    void createStatusBar();
    QStringList askForFiles(const QString &title);
    void showTogether(const QStringList &paths);
    void updateReadAs();
    void updateFolding();
    void editCodePattern();
    void setCodePattern(const QString &pattern);
    void connectLog(LogPane *pane);
    /// A tab each, behind the archive's first log.
    void openMembers(LogPane *first, const std::vector<LogLocation> &members);
    void tabChanged();
    void createState();
    void setRemember(bool on);
    void applyQuery(); ///< to what is not a pane of its own: the catalog
    void updateFacets(bool anotherTab = false);
    void updateDetails();
    void updateStatus();
    void updateFollowing();
    void updateRecentFiles();
    void occurrencesIn(LogPane *pane, const EventKey &key);
    void showMessage(const QString &message);
    void setTheme(Settings::ThemeChoice choice);
    void restoreLayout();
    void keepLayout();

    Theme &m_theme;
    const Icons &m_icons;
    const SettingsStore &m_store;
    Settings m_settings;
    CatalogPointer m_catalog;
    LogOptions m_logOptions; ///< of what is opened from now on
    QTimeZone m_zone;
    QStringList m_forgottenFiles; ///< recent ones, since nothing is remembered any more
    int m_pasted = 0;
    bool m_closesAnyway = false; ///< though a note could not be saved

    SearchBox *m_box = nullptr;
    QSplitter *m_splitter = nullptr;
    FacetPane *m_facets = nullptr;
    LogTabs *m_tabs = nullptr;
    CatalogDesk *m_desk = nullptr;
    FindingsDesk *m_findings = nullptr;
    CatalogPane *m_catalogPane = nullptr;
    StartPage *m_startPage = nullptr;
    DetailsPane *m_details = nullptr;
    TicketDesk *m_ticketDesk = nullptr;
    StatusLine *m_status = nullptr;
    QToolButton *m_readAs = nullptr; ///< tells how the log in front is read
    ReadAsMenu *m_readAsMenu = nullptr;
    QToolButton *m_cancel = nullptr; ///< beside the progress, while a log loads
    QueryState *m_catalogQuery = nullptr;
    std::unique_ptr<WindowActions> m_actions;
    Timelines *m_timelines = nullptr;
    std::unique_ptr<WindowState> m_state;
    QTimer m_detailsTimer; ///< one page however fast the selection moves
};

} // namespace evident
