#include "windowwatcher.h"

#include "logdocument.h"
#include "logpane.h"
#include "logview.h"
#include "mainwindow.h"
#include "timelineview.h"
#include "windowscript.h"

#include <QApplication>
#include <QEvent>
#include <QJsonDocument>

#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

qint64 now()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

double msSince(qint64 start)
{
    return double(now() - start) / 1e6;
}

qint64 startOfProcess()
{
    bool ok = false;
    const qint64 start = qEnvironmentVariable("EVIDENT_BENCHMARK_START").toLongLong(&ok);
    return ok ? start : now();
}

/// The view whose rows this widget shows, when it is one and has some.
const LogView *viewWithRows(QObject *viewport)
{
    const auto *view = qobject_cast<const LogView *>(viewport->parent());
    return view && view->viewport() == viewport && view->model() && view->model()->rowCount() > 0 ? view : nullptr;
}

} // namespace

std::optional<WatchMode> watchModeNamed(QByteArrayView name)
{
    if (name == "start")
        return WatchMode::Start;
    if (name == "rows")
        return WatchMode::Rows;
    return name == "load" ? std::optional(WatchMode::Load) : std::nullopt;
}

WindowWatcher::WindowWatcher(WatchMode mode, QObject *application)
    : QObject(application),
      m_mode(mode),
      m_processStart(startOfProcess())
{
    application->installEventFilter(this);
    m_look.setInterval(20);
    m_look.callOnTimeout(this, &WindowWatcher::look);
}

WindowWatcher::~WindowWatcher() = default;

bool WindowWatcher::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show && !m_window) {
        m_window = qobject_cast<MainWindow *>(watched);
        if (m_window)
            m_shown = now();
    }
    if (event->type() == QEvent::Paint && m_window) {
        // What is queued now comes when this painting is done.
        if (!m_sawWindow) {
            m_sawWindow = true;
            QMetaObject::invokeMethod(this, &WindowWatcher::windowPainted, Qt::QueuedConnection);
        }
        if (!m_sawRows && viewWithRows(watched)) {
            m_sawRows = true;
            QMetaObject::invokeMethod(this, &WindowWatcher::rowsPainted, Qt::QueuedConnection);
        }
    }
    return QObject::eventFilter(watched, event);
}

void WindowWatcher::windowPainted()
{
    // A large log begins with its summary; what is measured are the records, one click away.
    if (LogPane *pane = m_window->currentLog(); pane && m_mode != WatchMode::Start) {
        pane->showPage(nullptr);
        connect(pane, &LogPane::pageChanged, this, [pane] { pane->showPage(nullptr); });
    }
    if (m_mode == WatchMode::Start) {
        m_figures.insert(u"usableMs"_s, msSince(m_processStart));
        finish();
    } else if (m_mode == WatchMode::Load && m_window->currentLog()) {
        m_script = std::make_unique<WindowScript>(*m_window, *m_window->currentLog(), m_heartbeat);
        startPhase();
        m_look.start();
    }
}

void WindowWatcher::rowsPainted()
{
    if (m_mode != WatchMode::Rows)
        return;
    m_figures.insert(u"rowsMs"_s, msSince(m_shown));
    m_figures.insert(u"usableMs"_s, msSince(m_processStart));
    finish();
}

void WindowWatcher::startPhase()
{
    m_phaseStart = now();
    m_heartbeat.restart();
    m_script->start();
}

void WindowWatcher::endPhase(const QString &name)
{
    m_script->stop();
    m_heartbeat.stop();
    m_figures.insert(u"stall"_s + name + u"Ms"_s, m_heartbeat.longestMs());
    m_figures.insert(u"during"_s + name, m_heartbeat.during());
    m_figures.insert(u"steps"_s + name, m_script->steps());
    m_figures.insert(name.toLower() + u"Ms"_s, msSince(m_phaseStart));
}

void WindowWatcher::paintTimeline()
{
    double longest = 0;
    for (int i = 0; i < 20; ++i) {
        const qint64 start = now();
        m_window->currentLog()->findChild<TimelineView *>()->repaint();
        longest = std::max(longest, msSince(start));
    }
    m_figures.insert(u"timelineMs"_s, longest);
}

void WindowWatcher::look()
{
    const LogDocument *document = m_window->currentLog()->document();
    if (!m_loaded && !document->isLoading()) {
        m_loaded = true;
        endPhase(u"Loading"_s);
        m_figures.insert(u"records"_s, qint64(document->recordCount()));
        m_window->setQuery({});
        startPhase();
    } else if (m_loaded && m_script->steps() >= m_script->length()) {
        endPhase(u"Loaded"_s);
        paintTimeline();
        finish();
    }
}

void WindowWatcher::finish()
{
    m_look.stop();
    std::puts(QJsonDocument(m_figures).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    QApplication::exit(0);
}

} // namespace evident
