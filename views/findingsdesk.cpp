#include "findingsdesk.h"

#include "findingspage.h"
#include "findingsreading.h"
#include "logpane.h"
#include "querystate.h"
#include "timelineview.h"

#include <QDir>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

RuleSetPointer readRules(const QString &folder)
{
    Result<RuleSet> shipped = RuleSet::shipped();
    if (!shipped)
        qWarning("%s", qPrintable(shipped.error().message));
    RuleSet rules = shipped ? std::move(shipped).value() : RuleSet();
    rules.addFolder(QDir(folder).filePath(u"rules"_s));
    return std::make_shared<const RuleSet>(std::move(rules));
}

/// The findings are marks on the timeline, which lead to them.
void markTimeline(LogPane *pane, FindingsPage *page)
{
    auto *timeline = pane->findChild<TimelineView *>();
    if (!timeline)
        return;
    QObject::connect(page, &FindingsPage::changed, timeline, [timeline, page] {
        QList<TimelineMarker> markers;
        for (const Finding &finding : page->shownFindings())
            markers.append({finding.begin, finding.end, finding.severity, finding.title});
        timeline->setMarkers(markers);
    });
    QObject::connect(timeline, &TimelineView::markerActivated, page, [pane, page](int index) {
        page->showFinding(index);
        pane->showPage(page);
    });
}

} // namespace

FindingsDesk::FindingsDesk(const Theme &theme, const Icons &icons, const QString &folder, StateFolder &state,
                           QObject *parent)
    : QObject(parent),
      m_theme(theme),
      m_icons(icons),
      m_rules(readRules(folder)),
      m_dismissals(state)
{
    // What cannot be taken over now is tried again at the next start.
    (void)m_dismissals.takeOver(QDir(folder).filePath(u"dismissals.json"_s));
}

FindingsPage *FindingsDesk::addPage(LogPane *pane)
{
    auto *reading = new FindingsReading(pane->document(), m_rules, m_dismissals);
    auto *page = new FindingsPage(m_theme, m_icons, reading);
    reading->setParent(page);
    page->setObjectName(u"findings"_s);
    pane->addPage(page, page->title());
    connect(page, &FindingsPage::changed, pane,
            [pane, page] { pane->setPageTitle(page, page->title(), page->statusText()); });
    connect(page, &FindingsPage::queryRequested, pane, [pane](const Query &query) {
        pane->queryState()->setQuery(query);
        pane->showPage(nullptr);
    });
    connect(page, &FindingsPage::recordSelected, pane, &LogPane::selectRecord);
    markTimeline(pane, page);
    return page;
}

} // namespace evident
