#pragma once

#include "summaryreading.h"
#include "summarysheet.h"
#include "ticketsource.h"

#include <QScrollArea>

#include <map>
#include <memory>
#include <vector>

class QFormLayout;
class QGridLayout;
class QLabel;
class QPushButton;

namespace evident {

class Icons;
class LinkButton;
class LogDocument;
class SummarySectionView;
class Theme;

/// The summary of a log as a page to read: what it is, who can end its errors, what is new, and what there is the most
/// of. Every number is a link to its records. It fills while the log loads.
class SummaryPage : public QScrollArea, public TicketSource
{
    Q_OBJECT

public:
    /// The document outlives this.
    SummaryPage(const Theme &theme, const Icons &icons, LogDocument *document, QWidget *parent = nullptr);
    ~SummaryPage() override;

    void setInFront(bool inFront); ///< what is not looked at is not counted
    /// Null until the first records were counted.
    const std::shared_ptr<const LogSummary> &summary() const { return m_reading->summary(); }

    std::optional<Ticket> ticket() const override;

signals:
    void queryRequested(const evident::Query &query); ///< and its records
    void recordsRequested(); ///< those of the query that is there
    void everythingRequested(); ///< the summary of all records
    void ticketRequested(); ///< ticket() is wanted on the clipboard

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Fact
    {
        QLabel *name = nullptr;
        QLabel *value = nullptr;
        LinkButton *link = nullptr;
        Query query;
    };

    QWidget *createHead();
    void createSections(const Theme &theme, const Icons &icons);
    void arrange();
    void showSummary();
    void showState();
    void showFacts(const SummarySheet &sheet);
    void addFact();

    LogDocument *m_document;
    SummaryReading *m_reading;
    QWidget *m_content;
    QGridLayout *m_layout;
    QLabel *m_title = nullptr;
    QLabel *m_state = nullptr; ///< that it is still being read, or why nothing is told
    QPushButton *m_records = nullptr;
    QPushButton *m_everything = nullptr;
    QPushButton *m_copy = nullptr;
    QGridLayout *m_facts = nullptr;
    std::vector<Fact> m_factLines;
    std::map<SummarySection::Topic, SummarySectionView *> m_sections;
    bool m_narrow = false;
};

} // namespace evident
