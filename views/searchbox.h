#pragma once

#include "completionpopup.h"
#include "querycompletion.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;

namespace evident {

class Icons;
class QueryEdit;
class QueryState;
class Theme;

/// The one query box: shows the text of a QueryState, edits it after a short pause in typing or at once on Enter, says
/// what is wrong with it underneath, and offers catalog entries, keys and values.
class SearchBox : public QWidget
{
    Q_OBJECT

public:
    SearchBox(const Theme &theme, const Icons &icons, QWidget *parent = nullptr);
    ~SearchBox() override;

    /// The query of the tab in front; not owned, null for none. What was typed for the one before is applied to that
    /// one first.
    void setState(QueryState *state);
    void setCatalog(const CatalogPointer &catalog);
    void setSavedQueries(const SavedQueries *queries); ///< not owned, null for none
    /// With the whole text selected, so that typing replaces it.
    void focusBox();

    QueryEdit *edit() const { return m_edit; }
    CompletionPopup *popup() const { return m_popup; }

signals:
    void entryChosen(const evident::EventKey &key);
    void leaveRequested(); ///< Escape in an empty box, or Down where nothing is offered: the table's turn

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool keyPressed(QKeyEvent *event);
    bool escape();
    void textEdited();
    void apply(); ///< at once
    void accept(const Completion &completion);
    void offerCompletions();
    void showState();
    void showError();
    void restyle();

    const Theme &m_theme;
    const Icons &m_icons;
    QPointer<QueryState> m_state;
    CatalogPointer m_catalog;
    const SavedQueries *m_queries = nullptr;
    QueryEdit *m_edit;
    QLabel *m_reason;
    QPointer<CompletionPopup> m_popup; ///< a child of the window, that may go first
    QAction *m_search;
    QAction *m_clear;
    QTimer m_pause;
};

} // namespace evident
