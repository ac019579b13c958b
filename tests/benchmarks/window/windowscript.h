#pragma once

#include "heartbeat.h"

#include <QList>
#include <QTimer>

#include <functional>

namespace evident {

class LogPane;
class MainWindow;

/// Somebody at work in the window: one step after another, round and round, without a pause for what a step brings
/// about.
class WindowScript
{
public:
    WindowScript(MainWindow &window, LogPane &pane, Heartbeat &heartbeat);

    void start();
    void stop() { m_timer.stop(); }
    int steps() const { return m_done; } ///< since start()
    int length() const { return int(m_steps.size()); } ///< of one round

private:
    struct Step
    {
        QString name;
        std::function<void()> act;
    };

    void addScrolling(LogPane &pane);
    void addTyping(MainWindow &window);
    void addOther(MainWindow &window, LogPane &pane);
    void act();

    Heartbeat &m_heartbeat;
    QList<Step> m_steps;
    QTimer m_timer;
    int m_done = 0;
};

} // namespace evident
