#pragma once

#include "heartbeat.h"

#include <QJsonObject>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>

namespace evident {

class LogPane;
class LogView;
class MainWindow;
class WindowScript;

enum class WatchMode {
    Start, ///< until the window is usable
    Rows, ///< until rows are painted
    Load, ///< until the log is read, with somebody at work in the window all the while
};
std::optional<WatchMode> watchModeNamed(QByteArrayView name);

/// Sees all events of the window's thread before they are delivered, and ends the program when it has seen enough.
/// Times count from EVIDENT_BENCHMARK_START, in nanoseconds of the steady clock, when the environment has it.
class WindowWatcher : public QObject
{
    Q_OBJECT

public:
    WindowWatcher(WatchMode mode, QObject *application);
    ~WindowWatcher() override;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void windowPainted();
    void rowsPainted();
    void look(); ///< at how far the log is
    void startPhase();
    void endPhase(const QString &name);
    void paintTimeline(); ///< some times, for the longest
    void finish();

    const WatchMode m_mode;
    const qint64 m_processStart;
    qint64 m_shown = 0;
    bool m_sawWindow = false;
    bool m_sawRows = false;
    bool m_loaded = false;
    QPointer<MainWindow> m_window;
    std::unique_ptr<WindowScript> m_script;
    Heartbeat m_heartbeat;
    QTimer m_look;
    qint64 m_phaseStart = 0;
    QJsonObject m_figures;
};

} // namespace evident
