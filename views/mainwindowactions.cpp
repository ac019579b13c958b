// The part of MainWindow that has to do with its actions.

#include "catalogdesk.h"
#include "catalogexporter.h"
#include "catalogpane.h"
#include "detailspane.h"
#include "facetpane.h"
#include "helpdialog.h"
#include "logdocument.h"
#include "logpane.h"
#include "logtabs.h"
#include "logview.h"
#include "mainwindow.h"
#include "queryfolding.h"
#include "querystate.h"
#include "searchbox.h"
#include "startpage.h"
#include "theme.h"
#include "windowactions.h"
#include "windowstate.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QToolBar>
#include <QToolButton>

namespace evident {

using namespace Qt::StringLiterals;

void MainWindow::createToolBar()
{
    m_box = new SearchBox(m_theme, m_icons);
    m_box->setCatalog(m_catalog);
    connect(m_box, &SearchBox::entryChosen, this, [this](const EventKey &key) {
        // With a log in front the entry explains it; the log stays.
        if (const CatalogEntry *entry = m_catalog->find(key); entry && currentLog())
            m_details->showDetails(entryDetails(*m_catalog, *entry), m_zone);
        else
            showCatalogEntry(key);
    });
    connect(m_box, &SearchBox::leaveRequested, this, [this] { m_tabs->currentWidget()->setFocus(); });

    auto *bar = new QToolBar(tr("Search"));
    bar->setObjectName(u"search"_s);
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addAction(m_actions->open);
    bar->addAction(m_actions->importCatalog);
    bar->addWidget(m_box);
    for (QAction *action : {m_actions->follow, m_actions->help}) {
        bar->addAction(action);
        if (auto *button = qobject_cast<QToolButton *>(bar->widgetForAction(action)))
            button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    }
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    addToolBar(bar);
}

void MainWindow::connectActions()
{
    const auto on = [this](QAction *action, auto call) { connect(action, &QAction::triggered, this, call); };
    on(m_actions->open, [this] { openDialog(); });
    on(m_actions->openTogether, [this] { openTogetherDialog(); });
    on(m_actions->openFolder, [this] { openFolderDialog(); });
    on(m_actions->fold, [this](bool on) { setQuery(withFolding(currentQuery()->query(), on)); });
    on(m_actions->paste, [this] { paste(); });
    on(m_actions->closeTab, [this] { m_tabs->closeTab(m_tabs->currentIndex()); });
    on(m_actions->quit, [this] { close(); });
    on(m_actions->find, [this] { m_box->focusBox(); });
    on(m_actions->clearQuery, [this] { m_state->clearQuery(currentQuery()); });
    on(m_actions->queryBack, [this] { currentQuery()->back(); });
    on(m_actions->queryForward, [this] { currentQuery()->forward(); });
    on(m_actions->catalog, [this] {
        if (const auto details = currentLog() ? currentLog()->currentDetails() : std::nullopt;
            details && details->entry)
            showCatalogEntry(details->key);
        else
            showCatalog();
    });
    on(m_actions->occurrences, [this] {
        if (const auto key = m_details->entryKey())
            showOccurrences(*key);
    });
    on(m_actions->facets, [this](bool shown) { m_facets->setVisible(shown); });
    on(m_actions->details, [this](bool shown) { m_details->setVisible(shown); });
    on(m_actions->help, [this] { (new HelpDialog(this))->show(); });
    on(m_actions->about, [this] { showAboutBox(this); });
    on(m_actions->clearRecent, [this] {
        m_settings.recentFiles.clear();
        m_settings.lastFolder.clear();
        m_desk->exporter()->setFolder({});
        m_forgottenFiles.clear();
        updateRecentFiles();
        m_state->clearHistory();
        (void)m_store.save(m_settings);
    });
    on(m_actions->remember, [this](bool on) { setRemember(on); });
    on(m_actions->highContrast, [this](bool on) {
        m_settings.highContrast = on;
        m_theme.setHighContrast(on);
    });
    connect(m_actions->themes, &QActionGroup::triggered, this,
            [this](const QAction *action) { setTheme(Settings::ThemeChoice(action->data().toInt())); });
    connect(m_actions->recentFiles, &QMenu::triggered, this,
            [this](const QAction *action) { openTogether(Settings::recentPaths(action->data().toString())); });
    connect(m_actions->columns, &QMenu::aboutToShow, this,
            [this] { m_actions->setColumns(currentLog() ? currentLog()->view()->header() : m_catalogPane->header()); });
    connect(m_startPage, &StartPage::clearRecentRequested, m_actions->clearRecent, &QAction::trigger);

    const auto onLog = [this](QAction *action, auto call) {
        connect(action, &QAction::triggered, this, [this, call] {
            if (LogPane *pane = currentLog())
                call(pane);
        });
    };
    onLog(m_actions->reload, [](LogPane *pane) { pane->document()->reload(pane->document()->options()); });
    onLog(m_actions->cancelLoading, [](LogPane *pane) { pane->document()->cancel(); });
    connect(m_cancel, &QToolButton::clicked, m_actions->cancelLoading, &QAction::trigger);
    onLog(m_actions->follow, [this](LogPane *pane) { pane->document()->setFollowing(m_actions->follow->isChecked()); });
    onLog(m_actions->nextError, [](LogPane *pane) { pane->goToError(false); });
    onLog(m_actions->previousError, [](LogPane *pane) { pane->goToError(true); });
    onLog(m_actions->transaction, [](LogPane *pane) { pane->showTransaction(); });
    onLog(m_actions->user, [](LogPane *pane) { pane->showUser(); });
    // Of the tables only: elsewhere the same keys copy the text that is selected there.
    m_actions->copyRows->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_tabs->addAction(m_actions->copyRows);
    on(m_actions->copyRows, [this] {
        if (LogPane *pane = currentLog())
            pane->copySelection();
        else if (const QString row = m_catalogPane->currentRowText(); !row.isEmpty())
            QApplication::clipboard()->setText(row);
    });
}

} // namespace evident
