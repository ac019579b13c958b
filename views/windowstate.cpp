#include "windowstate.h"

#include "bookmarkdesk.h"
#include "contextbar.h"
#include "detailspane.h"
#include "icons.h"
#include "logpane.h"
#include "logtabs.h"
#include "mainwindow.h"
#include "querydesk.h"
#include "querystate.h"
#include "recordnote.h"
#include "searchbox.h"
#include "timeterms.h"
#include "undostep.h"
#include "windowactions.h"
#include "windowsession.h"
#include "zonemenu.h"

#include <QAction>
#include <QCheckBox>
#include <QDir>
#include <QMenuBar>
#include <QPointer>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostUndoSteps = 100;

} // namespace

WindowState::WindowState(const Parts &parts)
    : m_parts(parts),
      m_folder(QDir(parts.folder).filePath(u"state"_s)),
      m_queries(m_folder),
      m_bookmarks(m_folder),
      m_session(new WindowSession({parts.window, parts.tabs, m_folder, m_undo, parts.options}, this))
{
    (void)m_folder.setRemembers(parts.remembers);
    m_undo.setUndoLimit(mostUndoSteps);
    m_parts.box.setSavedQueries(&m_queries);
    connect(m_session, &WindowSession::messageShown, this, &WindowState::messageShown);
    addToMenus();
}

WindowState::~WindowState()
{
    m_parts.box.setSavedQueries(nullptr);
}

void WindowState::addToMenus()
{
    QMenuBar *bar = m_parts.window.menuBar();
    WindowActions &actions = m_parts.actions;
    auto *queries = new QMenu(tr("&Queries"), bar);
    auto *bookmarks = new QMenu(tr("&Bookmarks"), bar);
    bar->insertMenu(actions.view->menuAction(), queries);
    bar->insertMenu(actions.view->menuAction(), bookmarks);
    m_queryDesk = new QueryDesk({m_queries, m_undo, [this] { return m_parts.window.currentQuery(); },
                                 [this](const Query &query) { return withOffsets(query, m_parts.window.zone()); },
                                 &m_parts.window},
                                queries, this);
    m_bookmarkDesk = new BookmarkDesk({m_bookmarks, m_undo, m_parts.tabs, *m_parts.details.recordNote(), m_parts.icons},
                                      bookmarks, this);
    connect(m_queryDesk, &QueryDesk::messageShown, this, &WindowState::messageShown);
    connect(m_bookmarkDesk, &BookmarkDesk::messageShown, this, &WindowState::messageShown);
    connect(m_bookmarkDesk, &BookmarkDesk::noteWanted, this, [this] {
        m_parts.actions.details->setChecked(true);
        m_parts.details.show();
        m_parts.details.recordNote()->setFocus();
    });

    addUndo();

    auto *reopen = new QAction(tr("Reopen the closed ta&b"), this);
    reopen->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
    reopen->setEnabled(false);
    actions.file->insertAction(actions.closeTab, reopen);
    connect(reopen, &QAction::triggered, m_session, &WindowSession::reopenClosedTab);
    connect(m_session, &WindowSession::closedTabsChanged, reopen,
            [this, reopen] { reopen->setEnabled(m_session->hasClosedTab()); });

    m_context = new QAction(tr("Records &around matches"), this);
    m_context->setShortcut(QKeySequence(Qt::Key_F4));
    connect(m_context, &QAction::triggered, this, &WindowState::toggleContext);
    m_zones = new ZoneMenu(&m_parts.window);
    actions.view->insertAction(actions.facets, m_context);
    actions.view->insertMenu(actions.facets, m_zones);
    actions.view->insertSeparator(actions.facets);
}

void WindowState::addUndo()
{
    QAction *undo = m_undo.createUndoAction(this, tr("&Undo:"));
    QAction *redo = m_undo.createRedoAction(this, tr("&Redo:"));
    // Where there is nothing to undo, Qt leaves the prefix alone.
    const auto name = [](QAction *action, const QString &text, const QString &bare) {
        if (text.isEmpty())
            action->setText(bare);
    };
    connect(&m_undo, &QUndoStack::undoTextChanged, undo,
            [undo, name](const QString &text) { name(undo, text, tr("&Undo")); });
    connect(&m_undo, &QUndoStack::redoTextChanged, redo,
            [redo, name](const QString &text) { name(redo, text, tr("&Redo")); });
    name(undo, {}, tr("&Undo"));
    name(redo, {}, tr("&Redo"));
    undo->setShortcut(QKeySequence::Undo);
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    QAction *first = m_parts.actions.edit->actions().first();
    m_parts.actions.edit->insertActions(first, {undo, redo});
    m_parts.actions.edit->insertSeparator(first);
}

void WindowState::toggleContext()
{
    LogPane *pane = m_parts.tabs.currentLog();
    if (!pane)
        return;
    if (pane->queryState()->query().isEmpty()) {
        emit messageShown(tr("All records are shown. With a query, those around its matches can be shown too."));
        return;
    }
    pane->contextBar()->toggle();
    emit messageShown(pane->contextBar()->box()->isChecked() ? tr("The records around each match are shown, dimmed.")
                                                             : tr("Only the matches are shown."));
}

void WindowState::addLog(LogPane *pane)
{
    m_bookmarkDesk->addLog(pane);
}

void WindowState::tabChanged()
{
    const bool isLog = m_parts.tabs.currentLog() != nullptr;
    m_bookmarkDesk->setLogInFront(isLog);
    m_context->setEnabled(isLog);
}

void WindowState::showNote()
{
    m_bookmarkDesk->showNote();
}

void WindowState::keep()
{
    m_parts.details.recordNote()->save();
    if (const Result<void> kept = m_session->keep(); !kept)
        qWarning("%s", qPrintable(kept.error().message));
}

void WindowState::reload()
{
    m_queries.reload();
    m_bookmarks.reload();
    if (const QStringList problems = takeProblems(); !problems.isEmpty())
        emit messageShown(problems.join(u' '));
}

void WindowState::setRemembers(bool remembers)
{
    const Result<void> done = m_folder.setRemembers(remembers);
    if (!done)
        emit messageShown(done.error().message);
    else if (!remembers)
        emit messageShown(tr("What was remembered is deleted. Until the window is closed, turning this on again brings "
                             "it back."));
}

void WindowState::clearHistory()
{
    const Result<void> cleared = m_session->clear();
    m_undo.clear();
    if (!cleared)
        emit messageShown(cleared.error().message);
    else
        emit messageShown(
            tr("Opened files, past queries and the session are forgotten. Saved queries and bookmarks stay."));
}

void WindowState::clearQuery(QueryState *state)
{
    const Query before = state->query();
    if (before.isEmpty()) {
        state->setQuery({});
        return;
    }
    const QPointer<QueryState> tab(state);
    const auto set = [tab](const Query &query) {
        if (tab)
            tab->setQuery(query);
    };
    m_undo.push(new UndoStep(
        tr("clear the query", "what is undone"), [set] { set({}); }, [set, before] { set(before); }));
}

} // namespace evident
