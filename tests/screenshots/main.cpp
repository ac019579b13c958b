#include "catalogstore.h"
#include "icons.h"
#include "logdocument.h"
#include "logpane.h"
#include "logview.h"
#include "mainwindow.h"
#include "searchbox.h"
#include "settings.h"
#include "theme.h"
#include "translations.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

/// Renders the real window on the sample, state by state, to pictures that people look at.
class Photographer
{
public:
    Photographer(const QDir &folder, const QString &sample, const CatalogPointer &catalog)
        : m_folder(folder),
          m_sample(sample),
          m_catalog(catalog),
          m_icons(m_theme),
          m_settings(m_private.path())
    { }

    bool all()
    {
        for (const bool dark : {false, true}) {
            m_theme.setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
            const QString suffix = dark ? u"-dark"_s : QString();
            start(suffix);
            catalog(suffix);
            log(suffix);
            troubles(suffix);
        }
        return m_good;
    }

private:
    std::unique_ptr<MainWindow> window()
    {
        Settings settings = m_settings.load();
        settings.theme = m_theme.isDark() ? Settings::ThemeChoice::Dark : Settings::ThemeChoice::Light;
        settings.recentFiles = {u"/home/agent/tickets/4711/userlog.json"_s, u"/home/agent/exports/january.csv"_s,
                                m_sample};
        m_good = m_settings.save(settings) && m_good;
        LogOptions options;
        options.inputZone = QTimeZone::utc();
        auto result = std::make_unique<MainWindow>(
            MainWindow::Parts{m_theme, m_icons, m_settings, m_catalog, {}, options, QTimeZone("Europe/Berlin")});
        result->resize(1280, 800);
        result->show();
        m_good = QTest::qWaitForWindowActive(result.get()) && m_good;
        return result;
    }

    void settle(MainWindow &window)
    {
        m_good = QTest::qWaitFor([&window] {
                     const LogPane *pane = window.currentLog();
                     if (!pane)
                         return true;
                     const LogDocument::State state = pane->document()->state();
                     return state != LogDocument::State::Opening && state != LogDocument::State::Loading
                         && !pane->document()->isFiltering();
                 })
            && m_good;
        QTest::qWait(200); // the details follow the selection after a moment
    }

    void shoot(MainWindow &window, const QString &name)
    {
        settle(window);
        m_good = window.grab().save(m_folder.filePath(name + u".png"_s)) && m_good;
    }

    void type(MainWindow &window, const QString &text)
    {
        window.searchBox()->focusBox();
        QTest::keyClicks(QApplication::focusWidget(), text);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        settle(window);
    }

    void start(const QString &suffix)
    {
        const auto front = window();
        shoot(*front, u"start"_s + suffix);
    }

    void catalog(const QString &suffix)
    {
        const auto front = window();
        front->showCatalogEntry({Kind::User, 837});
        shoot(*front, u"catalog"_s + suffix);
        type(*front, u"push timed out"_s);
        front->showCatalogEntry({Kind::User, 702});
        shoot(*front, u"catalog-search"_s + suffix);
    }

    void log(const QString &suffix)
    {
        const auto front = window();
        LogPane *pane = front->openFile(m_sample);
        settle(*front);
        shoot(*front, u"log-first"_s + suffix);
        pane->goToError(false);
        pane->goToError(false);
        shoot(*front, u"log"_s + suffix);
        type(*front, u"user:jdoe outcome:failure"_s);
        pane->view()->setCurrentRow(0);
        shoot(*front, u"log-user"_s + suffix);
        front->setQuery(Query::parse(u"is:drift or is:formdrift or is:unknown").query);
        settle(*front);
        pane->view()->setCurrentRow(0);
        shoot(*front, u"log-drift"_s + suffix);
        type(*front, u" colour:red"_s);
        shoot(*front, u"query-error"_s + suffix);
    }

    void troubles(const QString &suffix)
    {
        const auto front = window();
        front->openFile(m_folder.filePath(u"gone.json"_s));
        shoot(*front, u"missing"_s + suffix);
        front->openFile(m_sample);
        settle(*front);
        front->setQuery(Query::parse(u"user:nobody level:error").query);
        shoot(*front, u"empty"_s + suffix);
    }

    QDir m_folder;
    QString m_sample;
    CatalogPointer m_catalog;
    QTemporaryDir m_private;
    Theme m_theme;
    Icons m_icons;
    SettingsStore m_settings;
    bool m_good = true;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    installTranslations(application);
    const QStringList arguments = application.arguments();
    if (arguments.size() != 3) {
        std::fputs("usage: evident_screenshots SAMPLE FOLDER\n", stderr);
        return 2;
    }
    const QDir folder(arguments.at(2));
    const QTemporaryDir data;
    auto resources = shippedCatalogResources();
    if (!folder.mkpath(u"."_s) || !resources)
        return 1;
    const auto store = CatalogStore::open(data.path(), std::move(resources).value());
    if (!store)
        return 1;
    return Photographer(folder, arguments.at(1), store.value()->snapshot()).all() ? 0 : 1;
}
