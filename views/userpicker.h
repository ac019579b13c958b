#pragma once

#include "peoplemodel.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace evident {

class LogDocument;
class Icons;
class Theme;

/// The users of a log to pick one from: those with most errors, or those whose name has the text.
class UserPicker : public QWidget
{
    Q_OBJECT

public:
    UserPicker(const Theme &theme, const Icons &icons, QWidget *parent = nullptr);

    void read(const LogDocument &document);
    void setText(const QString &text);
    /// Picks the current user, else the first one; when they are being looked for, as soon as they are found.
    void pick();
    void enter(); ///< gives the list the focus
    QTableView *table() const { return m_table; }

signals:
    void userPicked(const QString &user);

private:
    void setUpTable(const Theme &theme, const Icons &icons);
    void matched();

    PeopleModel m_model;
    QLabel *m_heading;
    QTableView *m_table;
    bool m_pickWanted = false;
};

} // namespace evident
