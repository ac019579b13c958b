#include "windowscript.h"

#include "logmodel.h"
#include "logpane.h"
#include "logview.h"
#include "mainwindow.h"
#include "queryedit.h"
#include "searchbox.h"
#include "timelineview.h"

#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr int betweenStepsMs = 40;

} // namespace

WindowScript::WindowScript(MainWindow &window, LogPane &pane, Heartbeat &heartbeat)
    : m_heartbeat(heartbeat)
{
    addScrolling(pane);
    addTyping(window);
    addScrolling(pane);
    addOther(window, pane);
    m_timer.setInterval(betweenStepsMs);
    m_timer.callOnTimeout(&m_timer, [this] { act(); });
}

void WindowScript::start()
{
    m_done = 0;
    m_timer.start();
}

void WindowScript::addScrolling(LogPane &pane)
{
    LogView *view = pane.view();
    for (int page = 0; page < 5; ++page)
        m_steps.append({u"a page down"_s, [view] { QTest::keyClick(view, Qt::Key_PageDown); }});
    for (const double place : {1.0, 0.5, 0.1, 0.9}) {
        m_steps.append({u"dragging the scroll bar"_s, [view, place] {
                            QScrollBar *bar = view->verticalScrollBar();
                            bar->setValue(int(place * bar->maximum()));
                        }});
    }
    m_steps.append({u"to the end"_s, [view] { QTest::keyClick(view, Qt::Key_End, Qt::ControlModifier); }});
    m_steps.append({u"to the beginning"_s, [view] { QTest::keyClick(view, Qt::Key_Home, Qt::ControlModifier); }});
}

/// A word letter by letter, then none; then a term of the columns.
void WindowScript::addTyping(MainWindow &window)
{
    QueryEdit *edit = window.searchBox()->edit();
    for (const QString &text : {u"timed"_s, u"level:error"_s}) {
        m_steps.append({u"into the search box"_s, [&window] { window.searchBox()->focusBox(); }});
        for (const QChar letter : text)
            m_steps.append({u"typing “%1”"_s.arg(text), [edit, letter] { QTest::keyClick(edit, letter.toLatin1()); }});
        m_steps.append({u"Enter behind “%1”"_s.arg(text), [edit] { QTest::keyClick(edit, Qt::Key_Return); }});
    }
    m_steps.append({u"clearing the query"_s, [&window] { window.setQuery({}); }});
}

void WindowScript::addOther(MainWindow &window, LogPane &pane)
{
    LogView *view = pane.view();
    for (const int width : {900, 1400, 1200})
        m_steps.append({u"resizing"_s, [&window, width] { window.resize(width, width * 2 / 3); }});
    m_steps.append({u"sorting by time"_s, [view] { view->sortByColumn(LogModel::TimeColumn, Qt::DescendingOrder); }});
    m_steps.append({u"a page down, sorted"_s, [view] { QTest::keyClick(view, Qt::Key_PageDown); }});
    m_steps.append({u"sorting by user"_s, [view] { view->sortByColumn(LogModel::UserColumn, Qt::AscendingOrder); }});
    m_steps.append({u"to the end, sorted"_s, [view] { QTest::keyClick(view, Qt::Key_End, Qt::ControlModifier); }});
    m_steps.append({u"the file's order"_s, [view] { view->sortByColumn(-1, Qt::AscendingOrder); }});
    auto *timeline = pane.findChild<TimelineView *>();
    for (int zoom = 0; zoom < 4; ++zoom)
        m_steps.append({u"zooming the timeline"_s, [timeline] { timeline->zoomIn(); }});
    m_steps.append({u"the whole timeline"_s, [timeline] { timeline->zoomToWhole(); }});
    m_steps.append({u"next error"_s, [&pane] { pane.goToError(false); }});
}

void WindowScript::act()
{
    const Step &step = m_steps.at(m_done % m_steps.size());
    m_heartbeat.setDoing(step.name);
    step.act();
    ++m_done;
}

} // namespace evident
