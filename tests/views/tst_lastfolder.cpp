// Where the questions for files begin: what is kept of it, and what is forgotten.

#include "catalogdesk.h"
#include "catalogexporter.h"
#include "catalogstore.h"
#include "logdocument.h"
#include "logpane.h"
#include "mainwindow.h"
#include "settings.h"
#include "viewfixture.h"
#include "windowstate.h"

#include <QAction>
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace evident;
using namespace Qt::StringLiterals;

class tst_LastFolder : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }

    void theFolderOfALogIsKept();
    void clearedHistoryHasNoFolder();
    void whatCannotBeClearedIsSaid();

private:
    void start();
    void clearHistory();

    QTemporaryDir m_catalogFolder;
    std::unique_ptr<CatalogStore> m_catalog;
    Theme m_theme;
    Icons m_icons{m_theme};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void tst_LastFolder::initTestCase()
{
    auto resources = shippedCatalogResources();
    QVERIFY(resources.ok());
    auto store = CatalogStore::open(m_catalogFolder.path(), std::move(resources).value());
    QVERIFY(store.ok());
    m_catalog = std::move(store).value();
}

void tst_LastFolder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<SettingsStore>(m_folder->path());
    QVERIFY(QDir(m_folder->path()).mkpath(u"logs"_s));
    QFile file(m_folder->filePath(u"logs/a.ndjson"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"eventCode\":\"702\",\"eventLogDate\":\"2026-01-15T09:00:00Z\",\"userId\":\"jdoe\"}\n");
}

void tst_LastFolder::start()
{
    m_window.reset();
    m_window = std::make_unique<MainWindow>(
        MainWindow::Parts{m_theme, m_icons, *m_settings, *m_catalog, {}, {}, QTimeZone::utc()});
    m_window->show();
}

void tst_LastFolder::clearHistory()
{
    for (QAction *action : m_window->findChildren<QAction *>()) {
        if (action->text().remove(u'&') == u"Clear history"_s)
            return action->trigger();
    }
    QFAIL("no such action");
}

void tst_LastFolder::theFolderOfALogIsKept()
{
    start();
    QVERIFY(m_window->openFile(m_folder->filePath(u"logs/a.ndjson"_s)));
    QVERIFY(m_window->close());
    QCOMPARE(m_settings->load().lastFolder, m_folder->filePath(u"logs"_s));
}

void tst_LastFolder::clearedHistoryHasNoFolder()
{
    Settings settings = m_settings->load();
    settings.lastFolder = u"/private"_s; // of a run before
    QVERIFY(m_settings->save(settings));
    start();
    clearHistory();
    QCOMPARE(m_settings->load().lastFolder, QString());
    QVERIFY(m_window->close());
    QCOMPARE(m_settings->load().lastFolder, QString());
}

void tst_LastFolder::whatCannotBeClearedIsSaid()
{
    start();
    // A folder of that name is not deleted.
    const QString path = m_folder->filePath(u"state/session.json"_s);
    QVERIFY(QDir().mkpath(path + u"/x"_s));
    QSignalSpy said(m_window->state(), &WindowState::messageShown);
    clearHistory();
    QCOMPARE(said.size(), 1);
    QVERIFY2(said.first().first().toString().contains(path), qPrintable(said.first().first().toString()));
    QVERIFY(QDir(path).removeRecursively());
}

QTEST_MAIN(tst_LastFolder)
#include "tst_lastfolder.moc"
