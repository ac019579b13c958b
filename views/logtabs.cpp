#include "logtabs.h"

#include "catalogpane.h"
#include "htmltext.h"
#include "icons.h"
#include "logdocument.h"
#include "logpane.h"
#include "startpage.h"

#include <QTabBar>

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

/// Lines that a tool tip bears.
constexpr qsizetype mostLines = 30;

QStringList firstOf(const QStringList &lines)
{
    QStringList first;
    for (const QString &line : lines.first(std::min(lines.size(), mostLines)))
        first.append(visibleText(line));
    if (lines.size() > mostLines)
        first.append(LogTabs::tr("… and %Ln more", nullptr, int(lines.size() - mostLines)));
    return first;
}

QStringList shownPaths(const LogDocument &document)
{
    const QStringList files = document.files();
    return firstOf(files.isEmpty() ? document.paths() : files);
}

} // namespace

LogTabs::LogTabs(const Icons &icons, CatalogPane *catalog, StartPage *start, QWidget *parent)
    : QTabWidget(parent),
      m_icons(icons),
      m_catalog(catalog),
      m_start(start)
{
    setDocumentMode(true);
    tabBar()->setDrawBase(false); // the tool bar's line is above it
    setTabsClosable(true);
    setMovable(true);
    setElideMode(Qt::ElideMiddle);
    tabBar()->setAccessibleName(tr("Catalog and logs"));
    addTab(m_catalog, m_icons.icon(u"catalog"_s), tr("Catalog"));
    tabBar()->setTabButton(0, QTabBar::RightSide, nullptr);
    tabBar()->setTabButton(0, QTabBar::LeftSide, nullptr);
    m_start->setParent(this);
    showStartPage(true);
    connect(this, &QTabWidget::tabCloseRequested, this, &LogTabs::closeTab);
}

LogTabs::~LogTabs()
{
    // One by one, while this is still whole: nobody is told of the tabs that come to the front meanwhile.
    blockSignals(true);
    for (LogPane *pane : logs())
        delete pane;
}

void LogTabs::addLog(LogPane *pane)
{
    const int index = addTab(pane, {});
    updateTab(pane);
    connect(pane->document(), &LogDocument::stateChanged, this, [this, pane] { updateTab(pane); });
    connect(pane->document(), &LogDocument::followingChanged, this, [this, pane] { updateTab(pane); });
    setCurrentIndex(index);
    showStartPage(false);
}

QList<LogPane *> LogTabs::logs() const
{
    QList<LogPane *> panes;
    for (int i = 0; i < count(); ++i) {
        if (auto *pane = qobject_cast<LogPane *>(widget(i)))
            panes.append(pane);
    }
    return panes;
}

LogPane *LogTabs::currentLog() const
{
    return qobject_cast<LogPane *>(currentWidget());
}

LogPane *LogTabs::logOfFile(const QString &absolutePath) const
{
    return logOfFiles({absolutePath});
}

LogPane *LogTabs::logOfFiles(const QStringList &absolutePaths) const
{
    for (LogPane *pane : logs()) {
        if (pane->document()->isFile() && pane->document()->paths() == absolutePaths)
            return pane;
    }
    return nullptr;
}

bool LogTabs::isCatalogInFront() const
{
    return currentWidget() == m_catalog;
}

bool LogTabs::isStartInFront() const
{
    return currentWidget() == m_start;
}

void LogTabs::showCatalog()
{
    setCurrentWidget(m_catalog);
}

void LogTabs::closeTab(int index)
{
    QWidget *closing = widget(index);
    if (closing == m_catalog)
        return;
    if (closing == m_start) {
        showStartPage(false);
        return;
    }
    if (auto *pane = qobject_cast<LogPane *>(closing)) {
        emit logAboutToClose(pane);
        removeTab(index);
        delete pane;
        if (logs().isEmpty())
            showStartPage(true);
    }
}

void LogTabs::showStartPage(bool shown)
{
    const int index = indexOf(m_start);
    if (shown && index < 0) {
        addTab(m_start, tr("Start"));
        setCurrentWidget(m_start);
    } else if (!shown && index >= 0) {
        removeTab(index);
        m_start->setParent(this);
        m_start->hide();
    }
}

void LogTabs::updateTab(LogPane *pane)
{
    const int index = indexOf(pane);
    const LogDocument *document = pane->document();
    QString title = visibleText(document->title());
    title.replace(u'&', u"&&"_s);
    setTabText(index, title);
    const bool failed = document->state() == LogDocument::State::Failed;
    const bool following = document->isFollowing();
    setTabIcon(index,
               failed ? m_icons.severityIcon(Severity::Error) : m_icons.icon(following ? u"follow"_s : u"log"_s));
    QStringList facts = failed ? firstOf(document->errorText().split(u'\n')) : shownPaths(*document);
    if (document->log() && !document->log()->info().guess.isEmpty())
        facts.append(document->log()->info().guess);
    if (following)
        facts.append(tr("Followed: new records appear as they are written."));
    setTabToolTip(index, plainToolTip(facts.join(u'\n')));
    const QString name = visibleText(document->title());
    tabBar()->setAccessibleTabName(index, following ? tr("%1, followed", "the name of a log").arg(name) : name);
}

} // namespace evident
