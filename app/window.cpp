#include "window.h"

#include "catalogdesk.h"
#include "catalogimporter.h"
#include "catalogstore.h"
#include "commandline.h"
#include "headless.h"
#include "icons.h"
#include "logpane.h"
#include "logtabs.h"
#include "mainwindow.h"
#include "pagereading.h"
#include "querystate.h"
#include "settings.h"
#include "standardstream.h"
#include "theme.h"
#include "translations.h"

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// The catalog's store, and what the person should know of how it was come by.
struct WindowCatalog
{
    std::unique_ptr<QTemporaryDir> thisRun; ///< where the store lies when it is for this run only
    std::unique_ptr<CatalogStore> store;
    QStringList notices;
};

Result<WindowCatalog> openCatalog(const QString &folder)
{
    Result<CatalogResources> resources = shippedCatalogResources();
    if (!resources)
        return resources.error();
    const CatalogResources shipped = std::move(resources).value();
    WindowCatalog catalog;
    Result<std::unique_ptr<CatalogStore>> store = CatalogStore::open(folder, shipped);
    if (!store) {
        // A database of a newer program stays untouched; the shipped page serves this run.
        catalog.notices.append(store.error().message);
        catalog.thisRun = std::make_unique<QTemporaryDir>();
        store = CatalogStore::open(catalog.thisRun->path(), shipped);
        if (!store)
            return store.error();
    }
    catalog.store = std::move(store).value();
    return catalog;
}

void openLogs(MainWindow &window, const CommandLine &line)
{
    // A saved web page is no log, whatever it holds; all else is what the person says it is.
    QStringList logs = line.files;
    const auto firstPage = std::stable_partition(logs.begin(), logs.end(), std::not_fn(isWebPageName));
    const QStringList pages(firstPage, logs.end());
    logs.erase(firstPage, logs.end());
    if (!pages.isEmpty())
        window.desk()->importer()->importFiles(pages);
    const QList<LogPane *> panes = window.openFiles(logs);
    for (const LogPane *pane : panes)
        pane->queryState()->setQuery(line.query);
    if (panes.isEmpty() && !line.query.isEmpty())
        window.setQuery(line.query);
    if (!panes.isEmpty())
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
    MainWindow window({theme, icons, settings, *catalog.value().store, catalog.value().notices, line.logOptions,
                       line.zone, catalog.value().thisRun == nullptr, line.zoneIsGiven});
    // Who names files wants these; the tabs of before stay kept for a start without.
    if (line.files.isEmpty())
        window.restoreSession();
    openLogs(window, line);
    window.show();
    return QApplication::exec();
}

} // namespace evident
