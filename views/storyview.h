#pragma once

#include "query.h"
#include "storymodel.h"
#include "storystatemodel.h"

#include <QSet>
#include <QWidget>

class QLabel;
class QTableView;
class QTreeView;

namespace evident {

class FlowLayout;
class Icons;
class SectionFiller;
class Theme;

/// What a log tells of one user: the states at the top, where the user was seen, then the sign-ins, newest first. All
/// of it leads to its records.
class StoryView : public QWidget
{
    Q_OBJECT

public:
    StoryView(const Theme &theme, const Icons &icons, QWidget *parent = nullptr);

    void setStory(const std::shared_ptr<const ReadStory> &story); ///< null: none
    /// Makes the record's step the current one, open under its sign-in; false where the story does not show it.
    bool showRecord(Row record);
    QTableView *states() const { return m_states; }
    QTreeView *signIns() const { return m_signIns; }

signals:
    void recordRequested(quint32 record); ///< to be shown among the others
    void recordSelected(quint32 record); ///< is looked at
    void transactionRequested(quint32 record); ///< all records of its transaction
    void queryRequested(const evident::Query &query);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpStates(const Theme &theme, const Icons &icons);
    void setUpSignIns(const Theme &theme, const Icons &icons);
    void fitStates();
    void fitStateRows();
    void fillSeen();
    void addSeen(const QString &title, Field field, const QList<StorySeen> &seen, qint64 count);
    void openState(const QModelIndex &index);
    void openSignIn(const QModelIndex &index);
    QSet<Row> openSignIns() const;
    QModelIndex indexOf(Row record) const;
    void restore(const QSet<Row> &open);

    const Icons &m_icons;
    std::shared_ptr<const ReadStory> m_story;
    StoryStateModel m_stateModel;
    StoryModel m_model;
    QLabel *m_heading;
    QTableView *m_states;
    SectionFiller *m_lastState = nullptr; ///< its last column
    QWidget *m_seen;
    FlowLayout *m_seenLayout;
    QLabel *m_remarks;
    QTreeView *m_signIns;
};

} // namespace evident
