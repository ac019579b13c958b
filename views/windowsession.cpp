#include "windowsession.h"

#include "contextbar.h"
#include "logdocument.h"
#include "logpane.h"
#include "logtabs.h"
#include "logview.h"
#include "mainwindow.h"
#include "querystate.h"
#include "statefolder.h"
#include "undostep.h"

#include <QHeaderView>
#include <QJsonObject>
#include <QScopedValueRollback>
#include <QTabBar>
#include <QUndoStack>

#include <algorithm>
#include <memory>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

const QString stateName = u"session"_s;
constexpr qsizetype mostClosedTabs = 20;

bool showsSameLog(const SessionTab &left, const SessionTab &right)
{
    return left.paths == right.paths && left.member == right.member && left.memberNumber == right.memberNumber;
}

} // namespace

WindowSession::WindowSession(const Parts &parts, QObject *parent)
    : QObject(parent),
      m_parts(parts),
      m_kept(Session::fromJson(parts.folder.load(stateName)))
{
    connect(&m_parts.tabs, &LogTabs::logAboutToClose, this, &WindowSession::closing);
    connect(&m_parts.tabs, &QTabWidget::currentChanged, this, [this] {
        // Who looks at a log does not wait for the others.
        if (LogPane *pane = m_parts.tabs.currentLog(); pane && m_waiting.removeAll(pane) > 0)
            pane->document()->load();
    });
}

SessionTab WindowSession::tabOf(LogPane *pane) const
{
    const LogDocument &document = *pane->document();
    const LogOptions &options = document.options();
    SessionTab tab;
    if (document.isFile()) {
        tab.paths = document.paths();
        tab.member = document.location().member;
        tab.memberNumber = document.location().memberNumber;
        if (!tab.member.isEmpty())
            tab.paths = {document.location().path};
    }
    if (options.formatName != m_parts.options.formatName)
        tab.formatName = options.formatName;
    if (options.encoding != m_parts.options.encoding)
        tab.encoding = options.encoding;
    if (options.inputZone != m_parts.options.inputZone)
        tab.inputZone = options.inputZone.id();
    tab.history = pane->queryState()->history();
    tab.position = pane->queryState()->position();
    tab.sortColumn = pane->view()->header()->sortIndicatorSection();
    tab.sortDescending = pane->view()->header()->sortIndicatorOrder() == Qt::DescendingOrder;
    tab.columns = pane->saveColumns();
    tab.page = pane->pageName();
    tab.contextLines = document.contextLines();
    tab.following = document.isFollowing();
    return tab;
}

Session WindowSession::session() const
{
    Session session;
    for (LogPane *pane : m_parts.tabs.logs()) {
        if (pane == m_parts.tabs.currentLog())
            session.front = int(session.tabs.size());
        session.tabs.append(tabOf(pane));
    }
    session.catalogHistory = m_parts.window.catalogQuery()->history();
    session.catalogPosition = m_parts.window.catalogQuery()->position();
    return session;
}

Result<void> WindowSession::keep()
{
    const Result<QJsonObject> written = m_parts.folder.change(stateName, [this](QJsonObject &object) {
        Session now = session();
        const Session inFile = Session::fromJson(object);
        const bool isKnown = m_isRestored && inFile == m_kept;
        for (const SessionTab &tab : isKnown ? QList<SessionTab>() : inFile.tabs) {
            if (std::ranges::none_of(now.tabs, [&](const SessionTab &own) { return showsSameLog(own, tab); }))
                now.tabs.append(tab);
        }
        object = now.toJson();
    });
    return written ? Result<void>() : Result<void>(written.error());
}

void WindowSession::restore()
{
    m_isRestored = true;
    m_parts.window.catalogQuery()->restore(m_kept.catalogHistory, m_kept.catalogPosition);
    LogPane *front = nullptr;
    for (qsizetype i = 0; i < m_kept.tabs.size(); ++i) {
        LogPane *pane = open({0, m_kept.tabs.at(i), {}, {}, -1}, false);
        m_waiting.append(pane);
        if (i == m_kept.front)
            front = pane;
    }
    if (m_kept.tabs.isEmpty())
        return;
    if (front) {
        m_waiting.removeAll(front);
        m_waiting.prepend(front);
        m_parts.tabs.setCurrentWidget(front);
        front->setFocus();
    } else {
        m_parts.window.showCatalog();
    }
    loadNext();
}

void WindowSession::loadNext()
{
    while (!m_waiting.isEmpty()) {
        LogPane *pane = m_waiting.takeFirst();
        if (!pane)
            continue;
        LogDocument *document = pane->document();
        document->load();
        // Once: when it is read, or its tab is closed before.
        auto *guard = new QObject(this);
        const auto next = [this, document, guard](bool gone) {
            if (!gone && document->isLoading())
                return;
            delete guard;
            loadNext();
        };
        connect(document, &LogDocument::stateChanged, guard, [next] { next(false); });
        connect(document, &QObject::destroyed, guard, [next] { next(true); });
        return;
    }
}

LogPane *WindowSession::open(const ClosedTab &closed, bool loads)
{
    const SessionTab &tab = closed.tab;
    const LogOptions options = tab.options(m_parts.options);
    std::unique_ptr<LogDocument> document;
    if (tab.paths.isEmpty()) {
        document = std::make_unique<LogDocument>(closed.name, closed.text, options, m_parts.window.catalog());
    } else if (tab.member.isEmpty()) {
        document = std::make_unique<LogDocument>(tab.paths, options, m_parts.window.catalog());
    } else {
        LogLocation location(tab.paths.first());
        location.member = tab.member;
        location.memberNumber = tab.memberNumber;
        document = std::make_unique<LogDocument>(location, options, m_parts.window.catalog());
    }
    LogPane *pane = m_parts.window.addLog(std::move(document), false);
    if (!tab.columns.isEmpty())
        pane->restoreColumns(tab.columns);
    pane->view()->sortByColumn(tab.sortColumn, tab.sortDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    pane->contextBar()->setLines(tab.contextLines);
    pane->queryState()->restore(tab.history, tab.position);
    pane->showPageNamed(tab.page);
    pane->document()->setFollowing(tab.following);
    if (loads)
        pane->document()->load();
    return pane;
}

void WindowSession::closing(LogPane *pane)
{
    m_waiting.removeAll(pane);
    const LogDocument &document = *pane->document();
    const QString title = visibleText(document.title());
    const ClosedTab closed{++m_number, tabOf(pane), document.name(), document.pastedText(), m_parts.tabs.indexOf(pane)};
    m_closed.append(closed);
    if (m_closed.size() > mostClosedTabs)
        m_closed.removeFirst();
    emit closedTabsChanged();
    if (m_isUndoing)
        return;
    // It is being closed already.
    const auto again = std::make_shared<QPointer<LogPane>>();
    m_parts.undo.push(new UndoStep(
        tr("close “%1”", "what is undone").arg(title),
        [this, again] {
            const QScopedValueRollback undoing(m_isUndoing, true);
            if (*again)
                m_parts.tabs.closeTab(m_parts.tabs.indexOf(*again));
        },
        [this, again, closed] { *again = reopen(closed); }));
    emit messageShown(tr("“%1” was closed. Ctrl+Z or Ctrl+Shift+T brings it back.").arg(title));
}

LogPane *WindowSession::reopen(const ClosedTab &closed)
{
    m_closed.removeIf([&](const ClosedTab &each) { return each.number == closed.number; });
    emit closedTabsChanged();
    const std::optional<LogPane *> shown = closed.tab.paths.isEmpty() || !closed.tab.member.isEmpty()
        ? std::nullopt
        : std::optional(m_parts.tabs.logOfFiles(closed.tab.paths));
    if (shown && *shown) {
        m_parts.tabs.setCurrentWidget(*shown);
        return *shown;
    }
    LogPane *pane = open(closed, true);
    if (const int now = m_parts.tabs.indexOf(pane); closed.index >= 0 && closed.index < now)
        m_parts.tabs.tabBar()->moveTab(now, closed.index);
    return pane;
}

void WindowSession::reopenClosedTab()
{
    if (m_closed.isEmpty())
        emit messageShown(tr("No tab was closed."));
    else
        reopen(m_closed.constLast());
}

Result<void> WindowSession::clear()
{
    Result<void> cleared = m_parts.folder.clear(stateName);
    m_kept = {};
    m_closed.clear();
    emit closedTabsChanged();
    const auto forget = [](QueryState *state) { state->restore({state->query().toString()}, 0); };
    forget(m_parts.window.catalogQuery());
    for (const LogPane *pane : m_parts.tabs.logs())
        forget(pane->queryState());
    return cleared;
}

} // namespace evident
