#include "mainwindow.h"

#include "catalogdesk.h"
#include "catalogfacets.h"
#include "catalogpane.h"
#include "detailspane.h"
#include "entryticket.h"
#include "facetpane.h"
#include "findingsdesk.h"
#include "findingspage.h"
#include "icons.h"
#include "logdocument.h"
#include "lognotices.h"
#include "logpane.h"
#include "logtabs.h"
#include "logview.h"
#include "noteseditor.h"
#include "queryfolding.h"
#include "querystate.h"
#include "readasmenu.h"
#include "searchbox.h"
#include "startpage.h"
#include "summarypage.h"
#include "summarytab.h"
#include "theme.h"
#include "ticketdesk.h"
#include "timelines.h"
#include "userpage.h"
#include "windowactions.h"
#include "windowstate.h"
#include "zonemenu.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QScreen>
#include <QSplitter>
#include <QStatusBar>
#include <QToolButton>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

const QString logHeaderName = u"log"_s;
const QString catalogHeaderName = u"catalog"_s;
const QString mainSplitterName = u"main"_s;

constexpr QSize firstSize(1280, 800);
/// What a window manager puts around the window: on a screen of just that size the status bar would be cut off.
constexpr QSize frameRoom(4, 40);
constexpr int facetsWidth = 204;
constexpr int detailsWidth = 304;
constexpr int usualLineHeight = 18; ///< of the letters for which these widths are
constexpr int messageMs = 6000;
/// How long the selection rests before its record is read.
constexpr int detailsDelayMs = 30;

Theme::Choice themeChoice(Settings::ThemeChoice choice)
{
    switch (choice) {
    case Settings::ThemeChoice::Light:
        return Theme::Choice::Light;
    case Settings::ThemeChoice::Dark:
        return Theme::Choice::Dark;
    case Settings::ThemeChoice::System:
        break;
    }
    return Theme::Choice::System;
}

} // namespace

MainWindow::MainWindow(const Parts &parts)
    : m_theme(parts.theme),
      m_icons(parts.icons),
      m_store(parts.settings),
      m_settings(m_store.load()),
      m_catalog(parts.catalog.snapshot()),
      m_logOptions(parts.logOptions),
      m_zone(parts.zone)
{
    if (m_logOptions.textPattern.isEmpty())
        m_logOptions.textPattern = m_settings.textPattern;
    setWindowTitle(tr("Evident"));
    setAcceptDrops(true);
    m_theme.setHighContrast(m_settings.highContrast);
    m_theme.setChoice(themeChoice(m_settings.theme));

    if (!parts.zoneIsGiven && !m_settings.zone.isEmpty())
        m_zone = ZoneMenu::zoneOf(m_settings.zone);

    createPanes(parts);
    m_actions = std::make_unique<WindowActions>(this, m_icons);
    m_timelines = new Timelines(m_theme, m_icons, m_settings, m_actions->timeline, this);
    createToolBar();
    createState();
    connectActions();
    connectCatalogActions();
    createTicketDesk();
    m_catalogPane->setNotices(parts.notices + parts.catalog.notices());
    restoreLayout();
    updateRecentFiles();
    tabChanged();
    m_desk->offerShippedPage();
    m_box->focusBox();
}

MainWindow::~MainWindow()
{
    // A note's editor that loses the focus while the window goes has nothing to save: closing has done that.
    m_details->notes()->setSave({});
    // Tabs go one by one while the window is still whole, and are not heard any more.
    delete m_tabs;
    m_state.reset();
}

void MainWindow::createPanes(const Parts &parts)
{
    m_catalogQuery = new QueryState(this);
    m_facets = new FacetPane(m_theme, m_icons);
    m_catalogPane = new CatalogPane(m_theme, m_icons);
    m_catalogPane->setCatalog(m_catalog);
    m_startPage = new StartPage(m_theme, m_icons);
    m_details = new DetailsPane(m_theme, m_icons);
    m_tabs = new LogTabs(m_icons, m_catalogPane, m_startPage);

    m_splitter = new QSplitter;
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_facets);
    m_splitter->addWidget(createDesk(parts));
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(1, 1);
    // Larger letters need more room.
    const double scale = std::max(1.0, double(fontMetrics().height()) / usualLineHeight);
    const int sides = int((facetsWidth + detailsWidth) * scale);
    m_splitter->setSizes({int(facetsWidth * scale), firstSize.width() - sides, int(detailsWidth * scale)});

    setCentralWidget(m_splitter);

    createStatusBar();
    m_detailsTimer.setSingleShot(true);
    m_detailsTimer.setInterval(detailsDelayMs);
    connectPanes();
}

void MainWindow::createStatusBar()
{
    m_status = new StatusLine;
    statusBar()->addWidget(m_status, 1);
    m_cancel = new QToolButton;
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel loading"));
    m_cancel->setAutoRaise(true);
    m_cancel->hide();
    statusBar()->addWidget(m_cancel);
    m_readAs = new QToolButton;
    m_readAs->setAutoRaise(true);
    m_readAs->setFocusPolicy(Qt::TabFocus);
    m_readAs->setPopupMode(QToolButton::InstantPopup);
    m_readAsMenu = new ReadAsMenu(m_readAs);
    m_readAs->setMenu(m_readAsMenu);
    statusBar()->addPermanentWidget(m_readAs);
    connect(m_readAsMenu, &ReadAsMenu::patternRequested, this, &MainWindow::editCodePattern);
    connect(m_readAsMenu, &ReadAsMenu::optionsChosen, this, [this](const LogOptions &options) {
        if (LogPane *pane = currentLog())
            pane->document()->reload(options);
    });
}

void MainWindow::createTicketDesk()
{
    m_ticketDesk =
        new TicketDesk({m_theme, m_icons, *m_actions, m_settings, m_tabs, m_details, this, [this] {
                            const std::optional<EventKey> key = m_catalogPane->currentEntry();
                            const CatalogEntry *entry = key ? m_catalog->find(*key) : nullptr;
                            return entry ? std::optional(entryTicket(entryDetails(*m_catalog, *entry))) : std::nullopt;
                        }});
    statusBar()->addPermanentWidget(m_ticketDesk->maskNotice());
    m_ticketDesk->maskNotice()->setVisible(m_settings.maskNames);
    connect(m_ticketDesk, &TicketDesk::messageShown, this, &MainWindow::showMessage);
}

void MainWindow::connectPanes()
{
    connect(&m_detailsTimer, &QTimer::timeout, this, &MainWindow::updateDetails);
    connect(m_tabs, &QTabWidget::currentChanged, this, &MainWindow::tabChanged);
    connect(m_tabs, &LogTabs::logAboutToClose, this,
            [this](LogPane *pane) { m_settings.headers.insert(logHeaderName, pane->saveColumns()); });
    connect(m_catalogQuery, &QueryState::queryChanged, this, &MainWindow::applyQuery);
    connect(m_facets, &FacetPane::queryEdited, this, &MainWindow::setQuery);
    connect(m_catalogPane, &CatalogPane::currentEntryChanged, &m_detailsTimer, qOverload<>(&QTimer::start));
    connect(m_catalogPane, &CatalogPane::currentEntryLost, &m_detailsTimer, qOverload<>(&QTimer::start));
    connect(m_catalogPane, &CatalogPane::queryEdited, this, &MainWindow::setQuery);
    connect(m_details, &DetailsPane::entryRequested, this, &MainWindow::showCatalogEntry);
    connect(m_details, &DetailsPane::catalogRequested, this, &MainWindow::showCatalogEntry);
    connect(m_details, &DetailsPane::rawPageRequested, this, [this](qint64 page) {
        if (LogPane *pane = currentLog())
            pane->readRawPage(page);
    });
    connect(m_details, &DetailsPane::occurrencesRequested, this, &MainWindow::showOccurrences);
    connect(m_startPage, &StartPage::openRequested, this, &MainWindow::openDialog);
    connect(m_startPage, &StartPage::entryRequested, this,
            [this](const QString &entry) { openTogether(Settings::recentPaths(entry)); });
    connect(m_startPage, &StartPage::filesDropped, this, &MainWindow::openOrImport);
    connect(m_startPage, &StartPage::pasteRequested, this, &MainWindow::paste);
    connect(m_startPage, &StartPage::catalogRequested, this, &MainWindow::showCatalog);
}

LogPane *MainWindow::openText(const QByteArray &utf8)
{
    return addLog(std::make_unique<LogDocument>(tr("Pasted %1").arg(++m_pasted), utf8, m_logOptions, m_catalog));
}

LogPane *MainWindow::addLog(std::unique_ptr<LogDocument> document, bool loads)
{
    document->setZone(m_zone);
    auto *pane = new LogPane(m_theme, m_icons, std::move(document));
    if (const QByteArray state = m_settings.headers.value(logHeaderName); !state.isEmpty())
        pane->restoreColumns(state);
    m_timelines->addTo(pane);
    connectLog(pane);
    const auto *summary = new SummaryTab(m_theme, m_icons, pane);
    connect(summary->page(), &SummaryPage::ticketRequested, m_ticketDesk, &TicketDesk::copyFront);
    connect(m_findings->addPage(pane), &FindingsPage::ticketRequested, m_ticketDesk, &TicketDesk::copyFront);
    const auto *people = UserPage::addTo(pane, m_theme, m_icons);
    connect(people, &UserPage::ticketRequested, m_ticketDesk, &TicketDesk::copyFront);
    m_ticketDesk->addLog(pane);
    m_state->addLog(pane);
    m_tabs->addLog(pane);
    if (loads)
        pane->document()->load();
    pane->setFocus();
    return pane;
}

void MainWindow::connectLog(LogPane *pane)
{
    const auto inFront = [this, pane](auto call) {
        return [this, pane, call] {
            if (pane == currentLog())
                call();
        };
    };
    connect(pane, &LogPane::currentRecordChanged, this, inFront([this] { m_detailsTimer.start(); }));
    connect(pane, &LogPane::detailsRead, this, inFront([this, pane] {
                // While the timer runs, the pane does not show this record yet.
                if (const auto details = pane->currentDetails(); details && !m_detailsTimer.isActive())
                    m_details->completeDetails(*details);
            }));
    connect(pane, &LogPane::rawPageRead, this, [this, pane](qint64 page, const QString &text) {
        if (pane == currentLog())
            m_details->showRawPage(page, text);
    });
    connect(pane, &LogPane::statusChanged, this, inFront([this] { updateStatus(); }));
    connect(pane->document(), &LogDocument::facetsChanged, this, inFront([this] { updateFacets(); }));
    connect(pane->document(), &LogDocument::stateChanged, this, inFront([this] { updateFollowing(); }));
    connect(pane->document(), &LogDocument::followingChanged, this, inFront([this] { updateFollowing(); }));
    connect(pane->document(), &LogDocument::stateChanged, this, inFront([this] { updateReadAs(); }));
    connect(pane->notices(), &LogNotices::togetherRequested, this, &MainWindow::showTogether, Qt::QueuedConnection);
    connect(pane->queryState(), &QueryState::queryChanged, this, inFront([this] {
                updateFacets();
                updateFolding();
            }));
    connect(pane, &LogPane::messageShown, this, &MainWindow::showMessage);
    connect(pane, &LogPane::catalogRequested, this, &MainWindow::showCatalogEntry);
    connect(pane->document(), &LogDocument::expanded, this,
            [this, pane](const std::vector<LogLocation> &others) { openMembers(pane, others); });
}

LogPane *MainWindow::currentLog() const
{
    return m_tabs->currentLog();
}

void MainWindow::tabChanged()
{
    const bool start = m_tabs->isStartInFront();
    m_facets->setVisible(!start && m_actions->facets->isChecked());
    m_details->setVisible(!start && m_actions->details->isChecked());
    m_box->setState(currentQuery());
    m_actions->setLogInFront(currentLog() != nullptr);
    updateFollowing();
    updateReadAs();
    updateFolding();
    m_state->tabChanged();
    m_actions->closeTab->setEnabled(!m_tabs->isCatalogInFront());
    updateFacets(true);
    updateDetails();
    updateStatus();
}

QueryState *MainWindow::currentQuery() const
{
    const LogPane *pane = currentLog();
    return pane ? pane->queryState() : m_catalogQuery;
}

void MainWindow::setQuery(const Query &query)
{
    currentQuery()->setQuery(query);
}

void MainWindow::applyQuery()
{
    m_catalogPane->setQuery(m_catalogQuery->query());
    if (m_tabs->isStartInFront() && !m_catalogQuery->query().isEmpty())
        showCatalog();
    else
        updateFacets();
    updateStatus();
}

void MainWindow::updateFacets(bool anotherTab)
{
    const LogPane *pane = currentLog();
    const QHash<Field, FacetCounts> facets =
        pane ? pane->document()->facets() : countCatalogFacets(*m_catalog, m_catalogQuery->query());
    if (anotherTab) {
        m_facets->setUnit(pane ? FacetModel::Unit::Records : FacetModel::Unit::Entries);
        m_facets->reset(facets, currentQuery()->query());
        return;
    }
    m_facets->setFacets(facets);
    m_facets->setQuery(currentQuery()->query());
}

void MainWindow::updateDetails()
{
    if (LogPane *pane = currentLog()) {
        if (const std::optional<RecordDetails> details = pane->currentDetails())
            m_details->showDetails(*details, m_zone);
        else
            m_details->clear();
        m_state->showNote();
        return;
    }
    m_state->showNote();
    const std::optional<EventKey> key = m_catalogPane->currentEntry();
    if (const CatalogEntry *entry = key ? m_catalog->find(*key) : nullptr)
        m_details->showDetails(entryDetails(*m_catalog, *entry), m_zone);
    else
        m_details->clear();
}

void MainWindow::updateStatus()
{
    const LogPane *pane = currentLog();
    const QLocale locale;
    QList<StatusPart> parts;
    if (pane)
        parts = pane->statusParts();
    else
        parts = {
            {tr("%1 of %Ln catalog entry(s)", "1: how many of them the query keeps", int(m_catalog->entries().size()))
                 .arg(locale.toString(m_catalogPane->shownCount())),
             {},
             {}},
            {tr("times in %1").arg(QString::fromUtf8(m_zone.id())), {}, {}}};
    parts.last().hint = tr("Chooses the time zone.");
    parts.last().follow = [this](const QWidget &link) {
        QMenu *zones = m_state->zones();
        zones->popup(link.mapToGlobal(QPoint(0, -zones->sizeHint().height())));
    };
    m_status->setParts(parts);
    m_cancel->setVisible(pane && pane->document()->isLoading());
}

void MainWindow::updateFollowing()
{
    if (const LogPane *pane = currentLog())
        m_actions->setFollowing(pane->document()->isFollowing(), pane->document()->followObstacle());
}

void MainWindow::updateFolding()
{
    m_actions->fold->setChecked(currentLog() && isFolding(currentQuery()->query()));
}

void MainWindow::showMessage(const QString &message)
{
    statusBar()->showMessage(message, messageMs);
}

void MainWindow::updateRecentFiles()
{
    m_actions->setRecentFiles(m_settings.recentFiles);
    m_startPage->setRecentFiles(m_settings.recentFiles);
}

void MainWindow::setTheme(Settings::ThemeChoice choice)
{
    m_settings.theme = choice;
    m_theme.setChoice(themeChoice(choice));
}

void MainWindow::restoreLayout()
{
    resize(firstSize.boundedTo(screen()->availableSize() - frameRoom));
    restoreGeometry(m_settings.windowGeometry);
    m_splitter->restoreState(m_settings.splitters.value(mainSplitterName));
    m_catalogPane->header()->restoreState(m_settings.headers.value(catalogHeaderName));
    m_actions->setTheme(m_settings.theme);
    m_actions->highContrast->setChecked(m_settings.highContrast);
    m_actions->remember->setChecked(m_settings.remember);
    m_actions->facets->setChecked(true);
    m_actions->details->setChecked(true);
}

void MainWindow::keepLayout()
{
    if (!m_settings.remember)
        m_settings.lastFolder.clear();
    m_settings.windowGeometry = saveGeometry();
    m_settings.splitters.insert(mainSplitterName, m_splitter->saveState());
    m_settings.headers.insert(catalogHeaderName, m_catalogPane->header()->saveState());
    if (const QList<LogPane *> panes = m_tabs->logs(); !panes.isEmpty())
        m_settings.headers.insert(logHeaderName, (currentLog() ? currentLog() : panes.first())->saveColumns());
    if (!m_store.save(m_settings))
        qWarning("The settings could not be saved.");
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!mayClose()) {
        event->ignore();
        return;
    }
    keepLayout();
    m_state->keep();
    event->accept();
}

/// Who comes back to the window sees what the files and the catalog are now.
void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::ActivationChange || !isActiveWindow() || !m_state)
        return;
    m_desk->refresh();
    m_state->reload();
    for (const LogPane *pane : m_tabs->logs())
        pane->document()->look();
}

} // namespace evident
