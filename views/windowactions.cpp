#include "windowactions.h"

#include "icons.h"
#include "logdocument.h"
#include "tickettext.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace evident {

using namespace Qt::StringLiterals;

WindowActions::WindowActions(QMainWindow *window, const Icons &icons)
    : m_window(window),
      m_icons(icons)
{
    addFileMenu();
    addEditMenu();
    addGoMenu();
    addCatalogMenu();
    addViewMenu();
    addHelpMenu();
    setLogInFront(false);
}

QAction *WindowActions::add(QMenu *menu, const QString &icon, const QString &text, const QList<QKeySequence> &keys)
{
    QAction *action = menu->addAction(icon.isEmpty() ? QIcon() : m_icons.icon(icon), text);
    action->setShortcuts(keys);
    return action;
}

void WindowActions::addFileMenu()
{
    QMenu *menu = file = m_window->menuBar()->addMenu(tr("&File"));
    open = add(menu, u"open"_s, tr("&Open log…"), {QKeySequence::Open});
    openTogether = add(menu, {}, tr("Open as one &log…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)});
    openTogether->setToolTip(tr("Several files, merged by time"));
    openFolder = add(menu, {}, tr("Open a fol&der…"));
    openFolder->setToolTip(tr("All logs in a folder as one log, merged by time"));
    recentFiles = menu->addMenu(tr("Open &recent"));
    paste = add(menu, u"paste"_s, tr("Open the &clipboard as a log"), {QKeySequence::Paste});
    menu->addSeparator();
    reload = add(menu, {}, tr("R&ead again"), {QKeySequence(Qt::Key_F5)});
    cancelLoading = add(menu, {}, tr("C&ancel loading"), {QKeySequence(Qt::CTRL | Qt::Key_Period)});
    follow = add(menu, u"follow"_s, tr("&Follow the file"), {QKeySequence(Qt::Key_F6)});
    follow->setCheckable(true);
    menu->setToolTipsVisible(true);
    closeTab = add(menu, u"close"_s, tr("Close &tab"),
                   {QKeySequence(Qt::CTRL | Qt::Key_W), QKeySequence(Qt::CTRL | Qt::Key_F4)});
    menu->addSeparator();
    saveReport = add(menu, {}, tr("&Save report…"));
    saveReport->setToolTip(tr("What the log holds, with its findings and the records selected, as a web page or PDF"));
    exportRecords = add(menu, u"export"_s, tr("E&xport records…"));
    exportRecords->setToolTip(
        tr("The records that the query keeps, as a table, as JSON lines or as they stand in the log"));
    menu->addSeparator();
    remember = add(menu, {}, tr("Re&member what I do"));
    remember->setToolTip(tr("Opened files, the session, past and saved queries, bookmarks and notes on records. Off: "
                            "what is kept of them is deleted, and nothing is kept from now on"));
    remember->setCheckable(true);
    clearRecent = add(menu, {}, tr("Clear &history"));
    clearRecent->setToolTip(tr("Opened files, past queries and the session; saved queries and bookmarks stay"));
    menu->addSeparator();
    quit = add(menu, {}, tr("&Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)});
}

void WindowActions::addEditMenu()
{
    QMenu *menu = edit = m_window->menuBar()->addMenu(tr("&Edit"));
    find = add(menu, u"search"_s, tr("&Search"),
               {QKeySequence(Qt::CTRL | Qt::Key_K), QKeySequence(Qt::Key_Slash), QKeySequence::Find});
    clearQuery = add(menu, u"clear"_s, tr("Clear the &query"));
    queryBack = add(menu, u"back"_s, tr("Query &before"), {QKeySequence(Qt::ALT | Qt::Key_Left)});
    queryForward = add(menu, u"forward"_s, tr("Query &after"), {QKeySequence(Qt::ALT | Qt::Key_Right)});
    menu->addSeparator();
    copyRows = add(menu, u"copy"_s, tr("&Copy rows"), {QKeySequence::Copy});
    copyTicket = add(menu, {}, tr("Copy for the &ticket"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)});
    copyTicketAs = menu->addMenu(tr("Copy f&or the ticket as"));
    const std::pair<QString, TicketForm> forms[] = {
        {tr("&Plain text"), TicketForm::Plain},
        {tr("&Markdown"), TicketForm::Markdown},
        {tr("&HTML"), TicketForm::Html},
        {tr("&CSV"), TicketForm::Csv},
    };
    for (const auto &[text, form] : forms) {
        QAction *action = add(copyTicketAs, {}, text);
        action->setData(int(form));
        // One of these two is what the key copies from then on.
        action->setCheckable(form == TicketForm::Plain || form == TicketForm::Markdown);
    }
    copyTransaction = add(menu, {}, tr("Copy the transact&ion"));
    menu->addSeparator();
    maskNames = add(menu, {}, tr("&Mask names in what is copied"));
    maskNames->setObjectName(u"maskNames"_s);
    maskNames->setCheckable(true);
    maskNames->setToolTip(
        tr("Users, addresses, devices and servers become user-1, addr-2 … in copies, reports and exports"));
    menu->setToolTipsVisible(true);
}

void WindowActions::addGoMenu()
{
    QMenu *menu = m_window->menuBar()->addMenu(tr("&Go"));
    nextError = add(menu, u"next-error"_s, tr("&Next error"), {QKeySequence(Qt::Key_F8)});
    previousError = add(menu, u"previous-error"_s, tr("&Previous error"), {QKeySequence(Qt::SHIFT | Qt::Key_F8)});
    menu->addSeparator();
    transaction = add(menu, u"time"_s, tr("Only this &transaction"), {QKeySequence(Qt::CTRL | Qt::Key_T)});
    user =
        add(menu, u"user"_s, tr("What the log tells of this &user"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U)});
    menu->addSeparator();
    catalog = add(menu, u"catalog"_s, tr("The event's &catalog entry"), {QKeySequence(Qt::CTRL | Qt::Key_E)});
    occurrences = add(menu, u"log"_s, tr("&Where does this occur?"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)});
}

void WindowActions::addCatalogMenu()
{
    QMenu *menu = m_window->menuBar()->addMenu(tr("&Catalog"));
    importCatalog = add(menu, u"import"_s, tr("&Import catalog…"), {QKeySequence(Qt::CTRL | Qt::Key_I)});
    importCatalog->setToolTip(tr("A page of the vendor that was saved: you see what it changes before it is applied"));
    catalogHistory = add(menu, u"history"_s, tr("&History of the catalog…"), {QKeySequence(Qt::CTRL | Qt::Key_H)});
    menu->addSeparator();
    editNote = add(menu, u"note"_s, tr("&Note on this code"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)});
    entryHistory = add(menu, {}, tr("History of &this code…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H)});
    menu->addSeparator();
    exportCatalog = add(menu, u"export"_s, tr("&Export catalog…"));
    exportShown = add(menu, {}, tr("Export the entries &shown…"));
    exportShown->setToolTip(tr("The entries that the catalog's query keeps, in the order of the table"));
    exportForSiem = add(menu, {}, tr("Export for the SIE&M…"));
    exportForSiem->setToolTip(tr("Lookups and rules for Splunk, Sentinel, Elastic and Sigma, of the entries shown"));
    menu->addSeparator();
    exportNotes = add(menu, {}, tr("E&xport notes…"));
    importNotes = add(menu, {}, tr("Im&port notes…"));
    menu->setToolTipsVisible(true);
}

void WindowActions::addViewMenu()
{
    QMenu *menu = view = m_window->menuBar()->addMenu(tr("&View"));
    QMenu *themeMenu = menu->addMenu(m_icons.icon(u"theme"_s), tr("&Theme"));
    themes = new QActionGroup(m_window);
    const std::pair<QString, Settings::ThemeChoice> choices[] = {
        {tr("Like the &system"), Settings::ThemeChoice::System},
        {tr("&Light"), Settings::ThemeChoice::Light},
        {tr("&Dark"), Settings::ThemeChoice::Dark},
    };
    for (const auto &[text, choice] : choices) {
        QAction *action = add(themeMenu, {}, text);
        action->setCheckable(true);
        action->setData(int(choice));
        themes->addAction(action);
    }
    highContrast = add(menu, {}, tr("&High contrast"));
    highContrast->setCheckable(true);
    menu->addSeparator();
    fold = add(menu, {}, tr("Fold &repeated records"), {QKeySequence(Qt::Key_F7)});
    fold->setCheckable(true);
    fold->setToolTip(tr("Keep only the first of records that repeat one another"));
    menu->setToolTipsVisible(true);
    menu->addSeparator();
    timeline = add(menu, {}, tr("T&imeline"), {QKeySequence(Qt::SHIFT | Qt::Key_F9)});
    timeline->setCheckable(true);
    facets = add(menu, {}, tr("&Facets"), {QKeySequence(Qt::Key_F9)});
    facets->setCheckable(true);
    details = add(menu, {}, tr("&Details"), {QKeySequence(Qt::Key_F10)});
    details->setCheckable(true);
    columns = menu->addMenu(m_icons.icon(u"columns"_s), tr("&Columns"));
}

void WindowActions::addHelpMenu()
{
    QMenu *menu = m_window->menuBar()->addMenu(tr("&Help"));
    help = add(menu, u"help"_s, tr("&Searching and keys"), {QKeySequence::HelpContents});
    about = add(menu, {}, tr("&About Evident"));
}

void WindowActions::setRecentFiles(const QStringList &entries)
{
    recentFiles->clear();
    for (const QString &entry : entries) {
        QString text = logTitle(Settings::recentPaths(entry));
        text.replace(u'&', u"&&"_s);
        QAction *action = recentFiles->addAction(text);
        action->setData(entry);
        action->setStatusTip(Settings::recentPaths(entry).first());
    }
    recentFiles->setEnabled(!entries.isEmpty());
}

void WindowActions::setTheme(Settings::ThemeChoice choice)
{
    for (QAction *action : themes->actions())
        action->setChecked(action->data().toInt() == int(choice));
}

void WindowActions::setColumns(QHeaderView *header)
{
    columns->clear();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        QAction *action = columns->addAction(header->model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        QObject::connect(action, &QAction::triggered, header,
                         [header, column](bool shown) { header->setSectionHidden(column, !shown); });
    }
}

void WindowActions::setLogInFront(bool on)
{
    for (QAction *action : {reload, cancelLoading, nextError, previousError, transaction, user, fold, copyTransaction,
                            saveReport, exportRecords})
        action->setEnabled(on);
    if (!on)
        setFollowing(false, tr("No log is in front."));
}

void WindowActions::setFollowing(bool following, const QString &obstacle)
{
    follow->setChecked(following);
    follow->setEnabled(obstacle.isEmpty());
    follow->setToolTip(obstacle.isEmpty() ? tr("Show new records as they are written to the file") : obstacle);
}

} // namespace evident
