#pragma once

#include "bookmarkstore.h"

#include <QObject>

class QAction;
class QMenu;
class QUndoStack;

namespace evident {

class Icons;
class LogPane;
class LogTabs;
class RecordNote;

/// What is done with bookmarks and their notes: the menu, its keys, and the way back.
class BookmarkDesk : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive this.
    struct Parts
    {
        BookmarkStore &store;
        QUndoStack &undo;
        LogTabs &tabs;
        RecordNote &note;
        const Icons &icons;
    };
    BookmarkDesk(const Parts &parts, QMenu *menu, QObject *parent);

    void addLog(LogPane *pane);
    /// The note of the current record of the log in front.
    void showNote();
    void setLogInFront(bool on);

signals:
    void messageShown(const QString &message);
    void noteWanted(); ///< its editor is to be shown, and get the focus

private:
    QAction *add(QMenu *menu, const QString &icon, const QString &text, const QKeySequence &key);
    void toggle(LogPane *pane);
    void editNote();
    void goTo(bool backwards);
    void showBookmarked();
    void removeAll();
    void changeNote(const Bookmark &before, const QString &note);
    void remove(const QString &text, const QList<Bookmark> &bookmarks);
    void say(const Result<void> &done);
    LogPane *front() const;

    BookmarkStore &m_store;
    QUndoStack &m_undo;
    LogTabs &m_tabs;
    RecordNote &m_note;
    const Icons &m_icons;
    QList<QAction *> m_actions;
    QAction *m_noteAction = nullptr;
    bool m_noteWanted = false; ///< as soon as the record is marked
};

} // namespace evident
