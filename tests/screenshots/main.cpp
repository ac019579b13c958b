#include "camera.h"
#include "catalogdesk.h"
#include "catalogimporter.h"
#include "catalogpages.h"
#include "catalogpane.h"
#include "catalogstore.h"
#include "codepatterndialog.h"
#include "contextbar.h"
#include "detailspane.h"
#include "dialogscenes.h"
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
#include <QCommandLineParser>
#include <QDir>
#include <QLineEdit>
#include <QMenuBar>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QTreeView>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

/// Renders the real window on the sample, state by state, to pictures that people look at.
class Photographer : private Camera
{
public:
    Photographer(const QDir &folder, QSize windowSize, bool highContrast, const QString &sample, CatalogStore &store)
        : Camera(folder, windowSize, highContrast, store),
          m_sample(sample)
    {
        setRecentFiles({u"/home/agent/tickets/4711/userlog.json"_s, u"/home/agent/exports/january.csv"_s, m_sample});
    }

    bool all()
    {
        for (const bool dark : {false, true}) {
            setDark(dark);
            start();
            catalog();
            log();
            people();
            timeline();
            summary();
            several();
            readAs();
            tickets();
            troubles();
            livingCatalog();
            workingState();
            findings();
            shootDialogs(*this);
        }
        return isGood();
    }

private:
    void start()
    {
        const auto front = window();
        shoot(*front, u"start"_s);
    }

    void catalog()
    {
        const auto front = window();
        front->showCatalogEntry({Kind::User, 837});
        shoot(*front, u"catalog"_s);
        type(*front, u"push timed out"_s);
        front->showCatalogEntry({Kind::User, 702});
        shoot(*front, u"catalog-search"_s);
    }

    void log()
    {
        const auto front = window();
        LogPane *pane = front->openFile(m_sample);
        settle(*front);
        shoot(*front, u"log-first"_s);
        pane->goToError(false);
        pane->goToError(false);
        shoot(*front, u"log"_s);
        type(*front, u"user:jdoe outcome:failure"_s);
        pane->view()->setCurrentRow(0);
        shoot(*front, u"log-user"_s);
        front->setQuery(Query::parse(u"is:drift or is:formdrift or is:unknown").query);
        settle(*front);
        pane->view()->setCurrentRow(0);
        shoot(*front, u"log-drift"_s);
        type(*front, u" colour:red"_s);
        shoot(*front, u"query-error"_s);
    }

    void findings()
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
        waitFor([page] { return !page->statusText().isEmpty(); });
        pane->showPage(page);
        shoot(*front, u"findings"_s);
    }

    void people()
    {
        const auto front = window();
        LogPane *pane = front->openFile(m_sample);
        settle(*front);
        auto *page = pane->findChild<UserPage *>();
        pane->showPage(page);
        shoot(*front, u"users"_s);
        page->showUser(u"jdoe@example.com"_s);
        const QTreeView *signIns = page->story()->signIns();
        waitFor([signIns] { return signIns->model()->rowCount() > 0; });
        shoot(*front, u"user-story"_s);
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

    void timeline()
    {
        const QTemporaryDir folder;
        const auto front = window();
        LogPane *pane = front->openFile(put(folder, u"export.ndjson"_s, logWithFault()));
        settle(*front);
        auto *view = pane->findChild<TimelineView *>();
        pane->view()->setCurrentRow(6000);
        shoot(*front, u"timeline"_s);
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
        shoot(*front, u"timeline-zoomed"_s);
    }

    /// A week, its last hour with more of something, and a pause.
    void summary()
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
        waitFor([page] { return page->summary() && page->summary()->complete && !page->summary()->countsDuplicates; });
        shoot(*front, u"summary"_s);
        shootWidget(page->widget(), u"summary-page"_s);
    }

    void several()
    {
        const QTemporaryDir folder;
        QFile sample(m_sample);
        expect(sample.open(QIODevice::ReadOnly));
        const QByteArray bytes = sample.readAll();
        const QString first = put(folder, u"userlog-monday.json"_s, bytes);
        put(folder, u"userlog-tuesday.json"_s, bytes);
        put(folder, u"README.txt"_s, "Exported for the help desk.\n");
        const auto front = window();
        LogPane *pane = front->openFile(folder.path());
        settle(*front);
        pane->view()->setCurrentRow(2);
        shoot(*front, u"several"_s);
        const auto tabs = window();
        tabs->openFiles({first, folder.filePath(u"userlog-tuesday.json"_s)});
        shoot(*tabs, u"several-tabs"_s);
    }

    void readAs()
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
        save(picture, u"read-as"_s);
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
        shootWidget(dialog, u"code-pattern"_s);
        dialog->findChild<QLineEdit *>()->setText(u"<(?<code>[0-9]+>"_s);
        settle(*front);
        shootWidget(dialog, u"code-pattern-error"_s);
        dialog->reject();
    }

    /// The catalog as something that changes; in the end it is what it was.
    void livingCatalog()
    {
        const QTemporaryDir folder;
        const auto front = window();
        CatalogDesk *desk = front->desk();
        desk->importer()->importFiles({put(folder, u"User Event Monitor Messages.txt"_s, nextEdition())});
        waitFor([desk] { return desk->importer()->dialog() != nullptr; });
        shootWidget(desk->importer()->dialog(), u"import-preview"_s);
        emit desk->importer()->dialog()->applyRequested();
        const EventKey key{Kind::User, 702};
        expect(desk->saveNote(key,
                              u"Often a phone without data. Ask for a call back, then\n"
                              "https://wiki.example.com/push-timeouts"_s)
               && desk->saveNote({Kind::User, 703}, u"If the user did not ask for it: tell security."_s));
        front->showCatalogEntry(key);
        shoot(*front, u"catalog-entry"_s);
        front->detailsPane()->notes()->setFocus();
        front->setQuery(Query::parse(u"has:note"_s).query);
        shoot(*front, u"catalog-notes"_s);
        desk->showHistory();
        const qint64 newest = store().snapshot()->revision();
        desk->history()->compare(newest - 1, newest);
        shootWidget(desk->history(), u"catalog-comparison"_s);
        desk->history()->close();
        desk->showEntryHistory(key);
        auto *history = front->findChild<EntryHistoryDialog *>();
        shootWidget(history, u"entry-history"_s);
        const Result<qint64> restored = store().restore(1);
        expect(bool(restored));
        desk->showHistory();
        shootWidget(desk->history(), u"catalog-history"_s);
        expect(desk->saveNote(key, {}) && desk->saveNote({Kind::User, 703}, {}));
    }

    void tickets()
    {
        const auto front = window();
        LogPane *pane = front->openFile(m_sample);
        settle(*front);
        pane->goToError(false);
        auto *mask = front->findChild<QAction *>(u"maskNames"_s);
        mask->setChecked(true);
        settle(*front);
        QAction *edit = front->menuBar()->actions().at(1);
        shootMenu(*front, edit->menu(), front->menuBar()->actionGeometry(edit).bottomLeft(), u"copy-menu"_s);
        ReportSource source(*pane->document());
        source.masked = true;
        source.findings = pane->findChild<FindingsPage *>()->reportSections();
        source.user = u"jdoe@example.com"_s;
        source.selected = pane->selectedRecords(RecordsTicket::mostRows);
        source.columns = pane->shownColumns();
        mask->setChecked(false);
        if (theme().isDark())
            return; // paper is white
        QTextDocument paper;
        const LogReport report = makeReport(source, {});
        expect(bool(writeReport(report, path(u"report.pdf"_s))) && bool(writeReport(report, path(u"report.html"_s))));
        setReport(paper, report);
        QTextBrowser page;
        page.setPalette(QPalette(Qt::black, Qt::white));
        page.setDocument(&paper);
        page.resize(760, 1200);
        page.show();
        shootWidget(&page, u"report"_s);
    }

    void troubles()
    {
        const auto front = window();
        front->openFile(path(u"gone.json"_s));
        shoot(*front, u"missing"_s);
        front->openFile(m_sample);
        settle(*front);
        front->setQuery(Query::parse(u"user:nobody level:error").query);
        shoot(*front, u"empty"_s);
    }

    void workingState()
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
            waitFor([&] { return !pane->marks()->rows().empty(); });
        }
        pane->view()->setCurrentRow(2);
        shoot(*front, u"working-state"_s);
        (void)front->state()->bookmarks().remove(front->state()->bookmarks().all());
    }

    QString m_sample;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    installTranslations(application);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Renders the window to pictures. LC_ALL chooses their language, QT_SCALE_FACTOR the screen's scale."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"sample"_s, u"A log."_s);
    parser.addPositionalArgument(u"folder"_s, u"Where the pictures go."_s);
    parser.addOptions({{u"size"_s, u"Of the window."_s, u"WIDTHxHEIGHT"_s, u"1280x800"_s},
                       {u"text-scale"_s, u"Of all letters, 2 for twice as large."_s, u"factor"_s, u"1"_s},
                       {u"high-contrast"_s, u"Colours of high contrast."_s}});
    parser.process(application);
    const QStringList arguments = parser.positionalArguments();
    const QStringList sides = parser.value(u"size"_s).split(u'x');
    const QSize size = sides.size() == 2 ? QSize(sides.first().toInt(), sides.last().toInt()) : QSize();
    const double textScale = parser.value(u"text-scale"_s).toDouble();
    if (arguments.size() != 2 || size.isEmpty() || textScale <= 0)
        parser.showHelp(2);
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * textScale);
    QApplication::setFont(font);
    const QDir folder(arguments.last());
    const QTemporaryDir data;
    auto resources = shippedCatalogResources();
    if (!folder.mkpath(u"."_s) || !resources)
        return 1;
    const auto store = CatalogStore::open(data.path(), std::move(resources).value());
    if (!store)
        return 1;
    Photographer photographer(folder, size, parser.isSet(u"high-contrast"_s), arguments.first(), *store.value());
    return photographer.all() ? 0 : 1;
}
