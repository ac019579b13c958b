#pragma once

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace evident {

class QueryDesk;
class SavedQueries;

/// The saved queries as a list: to use, rename, delete, and to share as a file.
class SavedQueriesDialog : public QDialog
{
    Q_OBJECT

public:
    /// Both outlive this.
    SavedQueriesDialog(QueryDesk &desk, SavedQueries &queries, QWidget *parent);

    QListWidget *list() const { return m_list; }

private:
    void fill();
    void updateButtons();
    QString currentName() const;

    QueryDesk &m_desk;
    SavedQueries &m_queries;
    QListWidget *m_list;
    QLabel *m_text; ///< of the current one
    QLabel *m_said;
    QList<QPushButton *> m_onCurrent; ///< that need one to be chosen
    QPushButton *m_export = nullptr;
};

} // namespace evident
