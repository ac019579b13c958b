#include "summarytab.h"

#include "logdocument.h"
#include "logpane.h"
#include "logview.h"
#include "querystate.h"
#include "summarypage.h"

namespace evident {

using namespace Qt::StringLiterals;

SummaryTab::SummaryTab(const Theme &theme, const Icons &icons, LogPane *pane)
    : QObject(pane),
      m_pane(pane),
      m_page(new SummaryPage(theme, icons, pane->document()))
{
    m_page->setObjectName(u"summary"_s);
    pane->addPage(m_page, tr("Summary"));
    connect(pane, &LogPane::pageChanged, this, [this] {
        m_isUndecided = false;
        m_page->setInFront(m_pane->currentPage() == m_page);
    });
    connect(m_page, &SummaryPage::queryRequested, this, [this](const Query &query) {
        m_pane->queryState()->setQuery(query);
        m_pane->showPage(nullptr);
        m_pane->setFocus();
    });
    connect(m_page, &SummaryPage::recordsRequested, this, [this] {
        m_pane->showPage(nullptr);
        m_pane->setFocus();
    });
    connect(m_page, &SummaryPage::everythingRequested, this, [this] { m_pane->queryState()->setQuery({}); });
    connect(pane->document(), &LogDocument::stateChanged, this, &SummaryTab::decide);
    connect(pane->document(), &LogDocument::progressChanged, this, &SummaryTab::decide);
}

SummaryTab *SummaryTab::of(const LogPane *pane)
{
    return pane->findChild<SummaryTab *>(QString(), Qt::FindDirectChildrenOnly);
}

void SummaryTab::showFirstIfLarge()
{
    m_isUndecided = true;
    decide();
}

bool SummaryTab::isAtWork() const
{
    const LogDocument *document = m_pane->document();
    return m_pane->currentPage() || !m_pane->queryState()->text().isEmpty() || m_pane->currentDetails()
        || document->isFollowing();
}

void SummaryTab::decide()
{
    if (!m_isUndecided)
        return;
    const LogDocument *document = m_pane->document();
    const bool large =
        document->log() && (document->bytesTotal() >= largeBytes || document->recordCount() > largeRecords);
    m_isUndecided = document->isLoading() && !large && !isAtWork();
    if (!large || isAtWork())
        return;
    const bool hadFocus = m_pane->isAncestorOf(m_pane->window()->focusWidget());
    m_pane->showPage(m_page);
    if (hadFocus)
        m_page->setFocus();
}

} // namespace evident
