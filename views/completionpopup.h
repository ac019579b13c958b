#pragma once

#include "querycompletion.h"

#include <QListView>

class QStandardItemModel;

namespace evident {

class Icons;
class Theme;

/// The list under the query box. It never takes the focus: the box moves its current row and asks what is chosen.
/// Nothing is chosen at first, so Enter stays the box's.
class CompletionPopup : public QListView
{
    Q_OBJECT

public:
    CompletionPopup(const Theme &theme, const Icons &icons, QWidget *parent = nullptr);

    /// Under `anchor`, above everything else of its window; an empty list hides it.
    void offer(const QList<Completion> &completions, QWidget *anchor);
    const QList<Completion> &completions() const { return m_completions; }
    std::optional<Completion> chosen() const;
    /// One row up or down; beyond the ends nothing is chosen.
    void moveChoice(int by);

signals:
    void picked(const evident::Completion &completion); ///< by the mouse

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void place(QWidget *anchor);
    void restyle();

    const Theme &m_theme;
    QList<Completion> m_completions;
    QStandardItemModel *m_model;
    QWidget *m_anchor = nullptr;
};

} // namespace evident
