#pragma once

#include "result.h"
#include "session.h"

#include <QList>
#include <QObject>
#include <QPointer>

class QUndoStack;

namespace evident {

class LogPane;
class LogTabs;
class MainWindow;
class StateFolder;

/// The tabs of a window: as they were at its end, to be shown again, and those that were closed.
class WindowSession : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive this.
    struct Parts
    {
        MainWindow &window;
        LogTabs &tabs;
        StateFolder &folder;
        QUndoStack &undo;
        LogOptions options; ///< of logs for which nothing else was chosen
    };
    WindowSession(const Parts &parts, QObject *parent);

    Session session() const; ///< as it is now
    /// What is shown now, for the next start. Tabs that were kept and not shown in this run, or that another program
    /// keeps, stay with it.
    Result<void> keep();
    /// Shows what was kept. The log in front is read first, the others after one another.
    void restore();
    void reopenClosedTab();
    bool hasClosedTab() const { return !m_closed.isEmpty(); }
    Result<void> clear(); ///< what was kept, tabs that were closed, past queries

signals:
    void messageShown(const QString &message);
    void closedTabsChanged();

private:
    /// A tab that was closed, and what is in it where that is no file.
    struct ClosedTab
    {
        quint64 number = 0;
        SessionTab tab;
        QString name;
        QByteArray text;
        int index = -1;
    };
    SessionTab tabOf(LogPane *pane) const;
    void closing(LogPane *pane);
    LogPane *open(const ClosedTab &closed, bool loads);
    LogPane *reopen(const ClosedTab &closed);
    void loadNext();

    Parts m_parts;
    Session m_kept; ///< by the program that ran before
    bool m_isRestored = false;
    quint64 m_number = 0;
    QList<ClosedTab> m_closed; ///< newest last
    bool m_isUndoing = false;
    QList<QPointer<LogPane>> m_waiting; ///< to be loaded
};

} // namespace evident
