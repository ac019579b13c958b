#include "catalogdesk.h"
#include "catalogimporter.h"
#include "catalogpages.h"
#include "catalogpane.h"
#include "catalogstore.h"
#include "codepatterndialog.h"
#include "contextbar.h"
#include "detailspane.h"
#include "diffview.h"
#include "entryhistorydialog.h"
#include "findingspage.h"
#include "historydialog.h"
#include "icons.h"
#include "importdialog.h"
#include "logdocument.h"
#include "logpane.h"
#include "logview.h"
#include "logwriter.h"
#include "mainwindow.h"
#include "noteseditor.h"
#include "readasmenu.h"
#include "recordmarks.h"
#include "recordsticket.h"
#include "reportpdf.h"
#include "searchbox.h"
#include "settings.h"
#include "storyview.h"
#include "summarypage.h"
#include "summarytab.h"
#include "theme.h"
#include "timelinepanel.h"
#include "timelineview.h"
#include "translations.h"
#include "userpage.h"
#include "windowstate.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QMenuBar>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QTreeView>

#include <cstdio>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

/// Renders the real window on the sample, state by state, to pictures that people look at.
class Photographer
{
public:
    Photographer(const QDir &folder, const QString &sample, CatalogStore &catalog)
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
            people(suffix);
            timeline(suffix);
            summary(suffix);
            several(suffix);
            readAs(suffix);
            tickets(suffix);
            troubles(suffix);
            livingCatalog(suffix);
            workingState(suffix);
            findings(suffix);
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

    void findings(const QString &suffix)
    {
        LogGeneratorOptions options;
        options.records = 12'000;
        options.people = 400;
        options.calm = 3;
        QDateTime time = options.firstTime.addSecs(12'000);
        for (const QString &rule :
             {u"password-spraying"_s, u"push-bombing"_s, u"lock-out"_s, u"service-fault"_s, u"newly-denied"_s}) {
            options.incidents.append({rule, time});
            time = time.addSecs(6'000);
        }
        const QTemporaryDir folder;
        const auto front = window();
        LogPane *pane = front->openFile(put(folder, u"userlog-today.json"_s, generateLog(LogShape::UserPage, options)));
        settle(*front);
        auto *page = pane->findChild<FindingsPage *>();
        m_good = QTest::qWaitFor([page] { return !page->statusText().isEmpty(); }) && m_good;
        pane->showPage(page);
        shoot(*front, u"findings"_s + suffix);
    }

    void people(const QString &suffix)
    {
        const auto front = window();
        LogPane *pane = front->openFile(m_sample);
        settle(*front);
        auto *page = pane->findChild<UserPage *>();
        pane->showPage(page);
        shoot(*front, u"users"_s + suffix);
        page->showUser(u"jdoe@example.com"_s);
        const QTreeView *signIns = page->story()->signIns();
        m_good = QTest::qWaitFor([signIns] { return signIns->model()->rowCount() > 0; }) && m_good;
        shoot(*front, u"user-story"_s + suffix);
    }

    /// Two days of sign-ins, and a quarter of an hour in which the service failed.
    static QByteArray logWithFault()
    {
        LogGeneratorOptions options;
        options.records = 9000;
        options.intervalMs = 45'000;
        QByteArray bytes = generateLog(LogShape::Ndjson, options);
        const QDateTime fault(QDate(2026, 1, 15), QTime(9, 10), Qt::UTC);
        for (int i = 0; i < 420; ++i) {
            bytes += "{\"eventCode\":\"" + QByteArray(i % 3 == 0 ? "608" : "702") + "\",\"eventLogDate\":\""
                + fault.addMSecs(qint64(i) * 2140).toString(Qt::ISODateWithMs).toLatin1() + "\",\"userId\":\"user"
                + QByteArray::number(i * 7 % 40) + "@example.com\"}\n";
        }
        return bytes;
    }

    void timeline(const QString &suffix)
    {
        const QTemporaryDir folder;
        const auto front = window();
        LogPane *pane = front->openFile(put(folder, u"export.ndjson"_s, logWithFault()));
        settle(*front);
        auto *view = pane->findChild<TimelineView *>();
        pane->view()->setCurrentRow(6000);
        shoot(*front, u"timeline"_s + suffix);
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Right, Qt::ControlModifier);
        QTest::keyClick(view, Qt::Key_Right, Qt::ControlModifier);
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(view, Qt::Key_Plus);
        settle(*front);
        for (int i = 0; i < 6; ++i)
            QTest::keyClick(view, Qt::Key_Right, Qt::ShiftModifier);
        auto *panel = pane->findChild<TimelinePanel *>();
        panel->setGrouping(TimelineGrouping::Code);
        shoot(*front, u"timeline-zoomed"_s + suffix);
    }

    /// A week, its last hour with more of something, and a pause.
    void summary(const QString &suffix)
    {
        LogGeneratorOptions options;
        options.records = 20'000;
        options.storyTime = QDateTime(QDate(2026, 1, 15), QTime(8, 0), Qt::UTC);
        QByteArray bytes = generateLog(LogShape::Ndjson, options);
        const QList<QByteArray> lines = bytes.split('\n');
        for (qsizetype i = std::max<qsizetype>(0, lines.size() - 40); i < lines.size(); ++i) {
            for (const char *code : {"\"1503\"", "\"99702\""})
                bytes += QByteArray(lines.at(i)).replace("\"911\"", code) + '\n';
        }
        const QTemporaryDir folder;
        const auto front = window();
        LogPane *pane = front->openFile(put(folder, u"signins.json"_s, bytes));
        settle(*front);
        SummaryPage *page = SummaryTab::of(pane)->page();
        pane->showPage(page);
        m_good = QTest::qWaitFor([page] { return page->summary() && page->summary()->complete; }) && m_good;
        shoot(*front, u"summary"_s + suffix);
        m_good = page->widget()->grab().save(m_folder.filePath(u"summary-page"_s + suffix + u".png"_s)) && m_good;
    }

    QString put(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
    {
        QFile file(folder.filePath(name));
        m_good = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && m_good;
        return file.fileName();
    }

    void several(const QString &suffix)
    {
        const QTemporaryDir folder;
        QFile sample(m_sample);
        m_good = sample.open(QIODevice::ReadOnly) && m_good;
        const QByteArray bytes = sample.readAll();
        const QString first = put(folder, u"userlog-monday.json"_s, bytes);
        put(folder, u"userlog-tuesday.json"_s, bytes);
        put(folder, u"README.txt"_s, "Exported for the help desk.\n");
        const auto front = window();
        LogPane *pane = front->openFile(folder.path());
        settle(*front);
        pane->view()->setCurrentRow(2);
        shoot(*front, u"several"_s + suffix);
        const auto tabs = window();
        tabs->openFiles({first, folder.filePath(u"userlog-tuesday.json"_s)});
        shoot(*tabs, u"several-tabs"_s + suffix);
    }

    void readAs(const QString &suffix)
    {
        const auto front = window();
        front->openFile(m_sample);
        settle(*front);
        auto *menu = front->findChild<ReadAsMenu *>();
        const auto *button = qobject_cast<QWidget *>(menu->parent());
        emit menu->aboutToShow();
        menu->popup(button->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
        settle(*front);
        QPixmap picture = front->grab();
        QPainter(&picture).drawPixmap(front->width() - menu->width(), front->height() - menu->height() - 30,
                                      menu->grab());
        m_good = picture.save(m_folder.filePath(u"read-as"_s + suffix + u".png"_s)) && m_good;
        menu->close();

        const QTemporaryDir folder;
        front->openFile(put(folder, u"gateway.txt"_s,
                            "2026-01-15 09:14:02 gateway <702> jdoe@example.com\n"
                            "2026-01-15 09:14:05 gateway restarted\n"
                            "2026-01-15 09:15:00 gateway <911> asmith@example.com\n"));
        settle(*front);
        emit menu->patternRequested();
        auto *dialog = front->findChild<CodePatternDialog *>();
        dialog->findChild<QLineEdit *>()->setText(u"<(?<code>[0-9]+)>"_s);
        settle(*front);
        m_good = dialog->grab().save(m_folder.filePath(u"code-pattern"_s + suffix + u".png"_s)) && m_good;
        dialog->findChild<QLineEdit *>()->setText(u"<(?<code>[0-9]+>"_s);
        settle(*front);
        m_good = dialog->grab().save(m_folder.filePath(u"code-pattern-error"_s + suffix + u".png"_s)) && m_good;
        dialog->reject();
    }

    bool shootDialog(QWidget *dialog, const QString &name)
    {
        QTest::qWait(100);
        return dialog && dialog->grab().save(m_folder.filePath(name + u".png"_s));
    }

    /// The catalog as something that changes; in the end it is what it was.
    void livingCatalog(const QString &suffix)
    {
        const QTemporaryDir folder;
        const auto front = window();
        CatalogDesk *desk = front->desk();
        desk->importer()->importFiles({put(folder, u"User Event Monitor Messages.txt"_s, nextEdition())});
        m_good = QTest::qWaitFor([desk] { return desk->importer()->dialog() != nullptr; }) && m_good;
        m_good = shootDialog(desk->importer()->dialog(), u"import-preview"_s + suffix) && m_good;
        emit desk->importer()->dialog()->applyRequested();
        const EventKey key{Kind::User, 702};
        m_good = desk->saveNote(key,
                                u"Often a phone without data. Ask for a call back, then\n"
                                "https://wiki.example.com/push-timeouts"_s)
            && desk->saveNote({Kind::User, 703}, u"If the user did not ask for it: tell security."_s) && m_good;
        front->showCatalogEntry(key);
        shoot(*front, u"catalog-entry"_s + suffix);
        front->detailsPane()->notes()->setFocus();
        front->setQuery(Query::parse(u"has:note"_s).query);
        shoot(*front, u"catalog-notes"_s + suffix);
        desk->showHistory();
        const qint64 newest = m_catalog.snapshot()->revision();
        desk->history()->compare(newest - 1, newest);
        m_good = shootDialog(desk->history(), u"catalog-comparison"_s + suffix) && m_good;
        desk->history()->close();
        desk->showEntryHistory(key);
        auto *history = front->findChild<EntryHistoryDialog *>();
        m_good = shootDialog(history, u"entry-history"_s + suffix) && m_good;
        const Result<qint64> restored = m_catalog.restore(1);
        m_good = restored && m_good;
        desk->showHistory();
        m_good = shootDialog(desk->history(), u"catalog-history"_s + suffix) && m_good;
        m_good = desk->saveNote(key, {}) && desk->saveNote({Kind::User, 703}, {}) && m_good;
    }

    /// An open menu over the window, where it would be.
    void shootMenu(MainWindow &window, QAction *entry, const QString &name)
    {
        QMenu *menu = entry->menu();
        const QRect title = window.menuBar()->actionGeometry(entry);
        menu->popup(window.menuBar()->mapToGlobal(title.bottomLeft()));
        QTest::qWait(100);
        QPixmap picture = window.grab();
        QPainter(&picture).drawPixmap(title.left(), title.bottom(), menu->grab());
        m_good = picture.save(m_folder.filePath(name + u".png"_s)) && m_good;
        menu->close();
    }

    void tickets(const QString &suffix)
    {
        const auto front = window();
        LogPane *pane = front->openFile(m_sample);
        settle(*front);
        pane->goToError(false);
        auto *mask = front->findChild<QAction *>(u"maskNames"_s);
        mask->setChecked(true);
        settle(*front);
        shootMenu(*front, front->menuBar()->actions().at(1), u"copy-menu"_s + suffix);
        ReportSource source(*pane->document());
        source.masked = true;
        source.findings = pane->findChild<FindingsPage *>()->reportSections();
        source.user = u"jdoe@example.com"_s;
        source.selected = pane->selectedRecords(RecordsTicket::mostRows);
        source.columns = pane->shownColumns();
        mask->setChecked(false);
        if (m_theme.isDark())
            return; // paper is white
        QTextDocument paper;
        const LogReport report = makeReport(source, {});
        m_good = writeReport(report, m_folder.filePath(u"report.pdf"_s)) && m_good;
        setReport(paper, report);
        QTextBrowser page;
        page.setPalette(QPalette(Qt::black, Qt::white));
        page.setDocument(&paper);
        page.resize(760, 1200);
        page.show();
        m_good = shootDialog(&page, u"report"_s) && m_good;
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

    void workingState(const QString &suffix)
    {
        const auto front = window();
        LogPane *pane = front->openFile(m_sample);
        settle(*front);
        front->setQuery(Query::parse(u"user:jdoe level:error"_s).query);
        pane->contextBar()->setLines(2);
        settle(*front);
        for (const int row : {2, 7}) {
            pane->marks()->mark(pane->document()->shownRows().at(Row(row)),
                                row == 2 ? u"He was on the phone with us when this came."_s : QString());
            m_good = QTest::qWaitFor([&] { return !pane->marks()->rows().empty(); }) && m_good;
        }
        pane->view()->setCurrentRow(2);
        shoot(*front, u"working-state"_s + suffix);
        (void)front->state()->bookmarks().remove(front->state()->bookmarks().all());
    }

    QDir m_folder;
    QString m_sample;
    CatalogStore &m_catalog;
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
    return Photographer(folder, arguments.at(1), *store.value()).all() ? 0 : 1;
}
