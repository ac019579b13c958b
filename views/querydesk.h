#pragma once

#include "savedqueries.h"

#include <QObject>

#include <functional>

class QAction;
class QMenu;
class QUndoStack;
class QWidget;

namespace evident {

class QueryState;

/// What is done with saved queries: the menu, its dialogs, and the way back.
class QueryDesk : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive this; `window` is the dialogs' parent.
    struct Parts
    {
        SavedQueries &queries;
        QUndoStack &undo;
        std::function<QueryState *()> current; ///< the query of the tab in front
        std::function<Query(const Query &)> toSave; ///< what is to be kept of a query
        QWidget *window;
    };
    QueryDesk(Parts parts, QMenu *menu, QObject *parent);

    void use(const QString &text);
    void save(const QString &name, const Query &query);
    void remove(const QString &name);
    void rename(const QString &name, const QString &to);
    void importFrom(const QString &path);
    void exportTo(const QString &path);

    void askForName();
    void manage();

signals:
    void messageShown(const QString &message);

private:
    void fillMenu();
    QList<SavedQuery> found(const QString &name) const;
    void putBack(const QList<SavedQuery> &queries);
    void say(const Result<void> &done);

    Parts m_parts;
    QMenu *m_menu;
    QList<QAction *> m_listed; ///< the saved queries in the menu
};

} // namespace evident
