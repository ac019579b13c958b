#pragma once

#include <QElapsedTimer>
#include <QString>
#include <QTimer>

namespace evident {

/// Beats every five milliseconds as long as the event loop turns, and remembers the longest time between two beats.
class Heartbeat
{
public:
    Heartbeat();

    void restart();
    void stop() { m_timer.stop(); }
    /// What the window is about to do: the name that a stall gets. A stall that began before gets the earlier one.
    void setDoing(const QString &doing) { m_doing = doing; }

    double longestMs() const { return m_longestMs; }
    const QString &during() const { return m_during; }

private:
    void beat();

    QTimer m_timer;
    QElapsedTimer m_sinceLast;
    QString m_doing;
    QString m_during;
    double m_longestMs = 0;
};

} // namespace evident
