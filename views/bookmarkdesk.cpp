#include "bookmarkdesk.h"

#include "icons.h"
#include "logpane.h"
#include "logtabs.h"
#include "querystate.h"
#include "recordmarks.h"
#include "recordnote.h"
#include "undostep.h"

#include <QAction>
#include <QMenu>
#include <QUndoStack>

namespace evident {

using namespace Qt::StringLiterals;

BookmarkDesk::BookmarkDesk(const Parts &parts, QMenu *menu, QObject *parent)
    : QObject(parent),
      m_store(parts.store),
      m_undo(parts.undo),
      m_tabs(parts.tabs),
      m_note(parts.note),
      m_icons(parts.icons)
{
    const auto on = [this](QAction *action, auto call) { connect(action, &QAction::triggered, this, call); };
    on(add(menu, u"bookmark"_s, tr("&Bookmark this record"), QKeySequence(Qt::CTRL | Qt::Key_D)), [this] {
        if (LogPane *pane = front())
            toggle(pane);
    });
    m_noteAction = add(menu, u"note"_s, tr("&Note on this record"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
    on(m_noteAction, [this] { editNote(); });
    menu->addSeparator();
    on(add(menu, {}, tr("Ne&xt bookmark"), QKeySequence(Qt::Key_F2)), [this] { goTo(false); });
    on(add(menu, {}, tr("&Previous bookmark"), QKeySequence(Qt::SHIFT | Qt::Key_F2)), [this] { goTo(true); });
    on(add(menu, u"filter"_s, tr("&Only bookmarked records"), QKeySequence(Qt::CTRL | Qt::Key_B)),
       [this] { showBookmarked(); });
    menu->addSeparator();
    on(add(menu, {}, tr("&Delete the bookmarks of this log"), {}), [this] { removeAll(); });
    connect(&m_note, &RecordNote::noteEdited, this, &BookmarkDesk::changeNote);
}

QAction *BookmarkDesk::add(QMenu *menu, const QString &icon, const QString &text, const QKeySequence &key)
{
    QAction *action = menu->addAction(icon.isEmpty() ? QIcon() : m_icons.icon(icon), text);
    action->setShortcut(key);
    m_actions.append(action);
    return action;
}

LogPane *BookmarkDesk::front() const
{
    return m_tabs.currentLog();
}

void BookmarkDesk::setLogInFront(bool on)
{
    for (QAction *action : std::as_const(m_actions))
        action->setEnabled(on);
}

void BookmarkDesk::addLog(LogPane *pane)
{
    auto *marks = new RecordMarks(pane->document(), m_store, pane);
    pane->setMarks(marks);
    pane->addMenuActions({m_noteAction});
    connect(marks, &RecordMarks::failed, this, &BookmarkDesk::messageShown);
    connect(marks, &RecordMarks::changed, this, [this, pane] {
        if (pane != front())
            return;
        showNote();
        if (m_noteWanted && m_note.isVisibleTo(m_note.parentWidget())) {
            m_noteWanted = false;
            emit noteWanted();
        }
    });
    connect(marks, &RecordMarks::marked, this, [this](const Bookmark &bookmark) {
        // It is done already; from now on it can be taken back.
        m_undo.push(new UndoStep(
            tr("bookmark a record", "what is undone"), [this, bookmark] { say(m_store.put({bookmark})); },
            [this, bookmark] { say(m_store.remove({bookmark})); }));
    });
    connect(pane, &LogPane::bookmarkToggled, this, [this, pane] { toggle(pane); });
}

void BookmarkDesk::showNote()
{
    const LogPane *pane = front();
    const std::optional<Row> row = pane ? pane->currentRecord() : std::nullopt;
    m_note.setBookmark(row && pane->marks() ? pane->marks()->bookmarkOf(*row) : std::nullopt);
}

void BookmarkDesk::toggle(LogPane *pane)
{
    const std::optional<Row> row = pane->currentRecord();
    if (!row) {
        emit messageShown(tr("Select a record to bookmark it."));
        return;
    }
    if (const std::optional<Bookmark> bookmark = pane->marks()->bookmarkOf(*row))
        remove(tr("delete a bookmark", "what is undone"), {*bookmark});
    else
        pane->marks()->mark(*row);
}

void BookmarkDesk::editNote()
{
    LogPane *pane = front();
    const std::optional<Row> row = pane ? pane->currentRecord() : std::nullopt;
    if (!row)
        return;
    if (pane->marks()->isMarked(*row)) {
        emit noteWanted();
        return;
    }
    m_noteWanted = true;
    pane->marks()->mark(*row);
}

void BookmarkDesk::goTo(bool backwards)
{
    LogPane *pane = front();
    if (!pane || pane->goToBookmark(backwards))
        return;
    emit messageShown(backwards ? tr("There is no bookmark before this record.")
                                : tr("There is no bookmark after this record."));
}

void BookmarkDesk::showBookmarked()
{
    LogPane *pane = front();
    if (!pane)
        return;
    pane->queryState()->setQuery(Query::parse(u"is:bookmarked").query);
    pane->showPage(nullptr);
}

void BookmarkDesk::remove(const QString &text, const QList<Bookmark> &bookmarks)
{
    m_undo.push(new UndoStep(
        text, [this, bookmarks] { say(m_store.remove(bookmarks)); },
        [this, bookmarks] { say(m_store.put(bookmarks)); }));
}

void BookmarkDesk::removeAll()
{
    const LogPane *pane = front();
    const QList<Bookmark> bookmarks = pane && pane->marks() ? pane->marks()->all() : QList<Bookmark>();
    if (bookmarks.isEmpty()) {
        emit messageShown(tr("No record of this log is bookmarked."));
        return;
    }
    remove(tr("delete the bookmarks of a log", "what is undone"), bookmarks);
    emit messageShown(tr("%Ln bookmark(s) deleted. Ctrl+Z brings them back.", nullptr, int(bookmarks.size())));
}

void BookmarkDesk::changeNote(const Bookmark &before, const QString &note)
{
    Bookmark after = before;
    after.note = note;
    m_undo.push(new UndoStep(
        note.isEmpty() ? tr("delete a note", "what is undone") : tr("change a note", "what is undone"),
        [this, after] { say(m_store.put({after})); }, [this, before] { say(m_store.put({before})); }));
}

void BookmarkDesk::say(const Result<void> &done)
{
    if (!done)
        emit messageShown(done.error().message);
}

} // namespace evident
