#include "window.h"

#include "catalogstore.h"
#include "commandline.h"
#include "headless.h"
#include "icons.h"
#include "logpane.h"
#include "logtabs.h"
#include "mainwindow.h"
#include "querystate.h"
#include "settings.h"
#include "standardstream.h"
#include "theme.h"
#include "translations.h"

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// What the window knows of the catalog, and what the person should know of the store it came from.
struct WindowCatalog
{
    CatalogPointer snapshot;
    QStringList notices;
};

Result<WindowCatalog> openCatalog(const QString &folder)
{
    Result<CatalogResources> resources = shippedCatalogResources();
    if (!resources)
        return resources.error();
    const CatalogResources shipped = std::move(resources).value();
    QStringList notices;
    Result<std::unique_ptr<CatalogStore>> store = CatalogStore::open(folder, shipped);
    if (!store) {
        // A database of a newer program stays untouched; the shipped page serves this run.
        notices.append(store.error().message);
        const QTemporaryDir thisRun;
        store = CatalogStore::open(thisRun.path(), shipped);
        if (!store)
            return store.error();
    }
    notices += store.value()->notices();
    return WindowCatalog{store.value()->snapshot(), notices};
}

void openLogs(MainWindow &window, const CommandLine &line)
{
    const QList<LogPane *> panes = window.openFiles(line.files);
    for (const LogPane *pane : panes)
        pane->queryState()->setQuery(line.query);
    if (panes.isEmpty())
        window.setQuery(line.query);
    else
        window.tabs()->setCurrentWidget(panes.first());
}

} // namespace

int runWindow(int argc, char **argv, const CommandLine &line)
{
    QApplication application(argc, argv);
    installTranslations(application);
    QApplication::setApplicationDisplayName(QApplication::translate("evident::Window", "Evident"));
    QGuiApplication::setDesktopFileName(u"org.evident.Evident"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/evident.svg"_s));

    Result<WindowCatalog> catalog = openCatalog(line.dataDir);
    if (!catalog) {
        StandardStream errors(stderr);
        errors.write(terminalLine(u"evident: "_s + catalog.error().message));
        return ExitNotAll;
    }
    Theme theme;
    const Icons icons(theme);
    const SettingsStore settings(line.dataDir);
    MainWindow window(
        {theme, icons, settings, catalog.value().snapshot, catalog.value().notices, line.logOptions, line.zone});
    openLogs(window, line);
    window.show();
    return QApplication::exec();
}

} // namespace evident
