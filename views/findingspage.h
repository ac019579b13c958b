#pragma once

#include "findingsmodel.h"
#include "query.h"
#include "result.h"
#include "ticketsource.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QListView;
class QSplitter;
class QStackedLayout;

namespace evident {

class EmptyState;
class FindingDetails;
class FindingsReading;
class Icons;
class NoticeBar;
class Theme;

/// What the rules found in a log: the findings, the worst first, and one of them in full.
class FindingsPage : public QWidget, public TicketSource
{
    Q_OBJECT

public:
    /// The reading outlives the page.
    FindingsPage(const Theme &theme, const Icons &icons, FindingsReading *reading, QWidget *parent = nullptr);

    /// Of the finding that is selected.
    std::optional<Ticket> ticket() const override;
    std::optional<RowSet> ticketRecords() const override;
    /// Of each finding that was not put away.
    QList<Ticket> reportSections() const override;
    /// As they are listed, for marks elsewhere; showFinding() takes a position in it.
    QList<Finding> shownFindings() const;
    void showFinding(int position);
    QString title() const; ///< "Findings (3)"
    QString statusText() const; ///< "3 findings"; "" while nothing is known

    QListView *list() const { return m_list; }
    EmptyState *emptyState() const { return m_empty; }
    NoticeBar *notice() const { return m_notice; }

signals:
    void changed(); ///< title and status text
    void queryRequested(const evident::Query &query); ///< that keeps the records of a finding
    void ticketRequested(); ///< ticket() is wanted on the clipboard
    void recordSelected(evident::Row record); ///< of the finding that is shown

private:
    QWidget *makeBar();
    void update();
    void updateEmptyState();
    void updateBar();
    void selectAgain();
    void showCurrent();
    std::optional<Finding> current() const;
    void requestRecords();
    void dismiss(const QString &reason);
    void restore();
    void tellFailure(const Result<void> &result);
    QString remarks() const;
    QString triedText() const;
    QStringList reportRemarks() const;

    FindingsReading *m_reading;
    FindingsModel m_model;
    QString m_currentKey; ///< of the finding that is selected
    int m_currentRow = 0; ///< where it was
    NoticeBar *m_notice;
    QLabel *m_summary;
    QCheckBox *m_dismissed;
    QListView *m_list;
    FindingDetails *m_details;
    QSplitter *m_splitter;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
};

} // namespace evident
