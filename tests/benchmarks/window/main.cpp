// Runs the program's real window, watches it from within its event loop, and prints what it saw as JSON.

#include "commandline.h"
#include "window.h"
#include "windowwatcher.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

WatchMode watchMode = WatchMode::Start;

/// Called by Qt when the application object is made: runWindow() makes its own.
void watchApplication()
{
    new WindowWatcher(watchMode, qApp);
}
Q_COREAPP_STARTUP_FUNCTION(watchApplication)

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(u"evident"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(EVIDENT_VERSION));
    const std::optional<WatchMode> mode = argc >= 3 ? watchModeNamed(argv[1]) : std::nullopt;
    if (!mode || argc > 4) {
        std::fputs("usage: evident_window_benchmark start|rows|load DATA-FOLDER [FILE]\n", stderr);
        return 2;
    }
    watchMode = *mode;
    CommandLine line;
    line.dataDir = QFile::decodeName(argv[2]);
    if (argc == 4)
        line.files.append(QFile::decodeName(argv[3]));
    line.logOptions.inputZone = QTimeZone::utc();
    return runWindow(argc, argv, line);
}
