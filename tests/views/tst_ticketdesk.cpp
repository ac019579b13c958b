#include "ticketdesk.h"

#include "catalogstore.h"
#include "csvwriter.h"
#include "detailspane.h"
#include "findingspage.h"
#include "logmodel.h"
#include "logtabs.h"
#include "logview.h"
#include "mainwindow.h"
#include "noticebar.h"
#include "pageview.h"
#include "querystate.h"
#include "recordexport.h"
#include "recordsticket.h"
#include "reportmaker.h"
#include "reportpdf.h"
#include "settings.h"
#include "summarypage.h"
#include "summarytab.h"
#include "ticketmaker.h"
#include "ticketsource.h"
#include "viewfixture.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

QByteArray line(int code, const char *time, const char *user, const char *transaction)
{
    return QByteArrayLiteral("{\"eventCode\":\"") + QByteArray::number(code) + "\",\"eventLogDate\":\"2026-01-15T"
        + time + "Z\",\"userId\":\"" + user + "\",\"transactionId\":\"" + transaction
        + "\",\"sourceIPAddress\":\"192.0.2.10\"}\n";
}

QByteArray smallLog()
{
    return line(911, "09:00:00", "jdoe@example.com", "t-1") + line(901, "09:00:01", "asmith@example.com", "t-2")
        + line(702, "09:01:00", "jdoe@example.com", "t-1") + line(703, "09:02:00", "</td>](x)`@here`", "t-3");
}

QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Whether a text has a link or an image for Qt's reader.
bool hasLinkOrImage(const QTextDocument &document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextCharFormat format = part.fragment().charFormat();
            if (format.isAnchor() || format.isImageFormat())
                return true;
        }
    }
    return false;
}

/// A look at the log that has something for the ticket and for the report.
class Page : public QWidget, public TicketSource
{
public:
    std::optional<Ticket> ticket() const override { return content; }
    std::optional<RowSet> ticketRecords() const override { return RowSet::of({0}); }
    QList<Ticket> reportSections() const override { return {content.value_or(Ticket())}; }

    std::optional<Ticket> content;
};

} // namespace

class tst_TicketDesk : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void theSelectedRecordsAreOneKey(); // T8
    void everyFormIsOneChoiceAndTheLastIsRemembered();
    void readersOfMarkdownAndHtmlSeeTheTextsAlone();
    void noTextIsALinkOrAnImageForAReader_data();
    void noTextIsALinkOrAnImageForAReader();
    void thousandsOfRowsAreBounded();
    void theTransactionIsCopied();
    void thePageInFrontGivesItsTicket();
    void theCatalogsEntryIsCopied();
    void whereNothingIsSelectedThatIsSaid();
    void oneSwitchMasksAllThatIsCopied();
    void theSwitchIsRemembered();
    void theRecordsShownAreExported();
    void anExportIsCancelledWhereItIsShown();
    void aRefusedExportSaysWhy();
    void theReportIsAPageOrAPdf();

private:
    LogPane *open(const QByteArray &bytes, const QString &name = u"log.ndjson"_s);
    void makeWindow();
    QAction *action(const QString &text) const;
    void answer(const QString &path) const;
    void press(const QKeySequence &key) const;
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString copied(const QString &actionText) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_catalogFolder;
    std::unique_ptr<CatalogStore> m_catalog;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Icons> m_icons;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void tst_TicketDesk::initTestCase()
{
    m_theme = std::make_unique<Theme>();
    m_icons = std::make_unique<Icons>(*m_theme);
    m_catalogFolder = std::make_unique<QTemporaryDir>();
    auto resources = shippedCatalogResources();
    QVERIFY(resources.ok());
    auto store = CatalogStore::open(m_catalogFolder->path(), std::move(resources).value());
    QVERIFY(store.ok());
    m_catalog = std::move(store).value();
}

void tst_TicketDesk::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir(u"settings"_s));
    m_settings = std::make_unique<SettingsStore>(path(u"settings"_s));
    makeWindow();
    QGuiApplication::clipboard()->clear();
}

void tst_TicketDesk::cleanup()
{
    m_window.reset();
    m_settings.reset();
    m_folder.reset();
}

void tst_TicketDesk::makeWindow()
{
    m_window.reset();
    LogOptions options;
    options.inputZone = QTimeZone::utc();
    m_window = std::make_unique<MainWindow>(
        MainWindow::Parts{*m_theme, *m_icons, *m_settings, *m_catalog, {}, options, QTimeZone::utc()});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

LogPane *tst_TicketDesk::open(const QByteArray &bytes, const QString &name)
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return nullptr;
    file.close();
    LogPane *pane = m_window->openFile(file.fileName());
    const bool read = QTest::qWaitFor([pane] {
        return pane->document()->state() == LogDocument::State::Complete && !pane->document()->isFiltering();
    });
    return read ? pane : nullptr;
}

QAction *tst_TicketDesk::action(const QString &text) const
{
    for (QAction *action : m_window->findChildren<QAction *>()) {
        if (QString(action->text()).remove(u'&') == text)
            return action;
    }
    return nullptr;
}

void tst_TicketDesk::answer(const QString &path) const
{
    auto *question = m_window->findChild<QFileDialog *>();
    QVERIFY(question);
    question->selectFile(path);
    static_cast<QDialog *>(question)->accept();
    QTRY_VERIFY(!m_window->findChild<QFileDialog *>());
}

void tst_TicketDesk::press(const QKeySequence &key) const
{
    QTest::keySequence(m_window->windowHandle(), key);
}

/// What an action puts on the clipboard as text.
QString tst_TicketDesk::copied(const QString &actionText) const
{
    QSignalSpy changed(QGuiApplication::clipboard(), &QClipboard::dataChanged);
    action(actionText)->trigger();
    if (!QTest::qWaitFor([&changed] { return !changed.isEmpty(); }))
        QTest::qFail("Nothing was copied.", __FILE__, __LINE__);
    return QGuiApplication::clipboard()->text();
}

void tst_TicketDesk::theSelectedRecordsAreOneKey()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    pane->view()->setSelection([] {
        RowSelection selection;
        selection.set(1, 2);
        return selection;
    }());
    press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(u"2 record(s) of log.ndjson\n"_s));
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QVERIFY(data->hasText() && data->hasHtml());
    const QString text = data->text();
    QVERIFY(text.contains(u"Time: 2026-01-15 09:00:01.000 to 2026-01-15 09:01:00.000 (UTC)\n"_s));
    QVERIFY2(text.contains(u"702  jdoe@example.com"_s) && !text.contains(u"911"_s), qPrintable(text));
    QVERIFY(data->html().contains(u"<b>2 record(s) of log.ndjson</b>"_s));
    QVERIFY(data->html().contains(u"<td>jdoe@example.com</td>"_s));
    QVERIFY(m_window->statusBar()->currentMessage().contains(u"2"_s));
}

void tst_TicketDesk::everyFormIsOneChoiceAndTheLastIsRemembered()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    pane->view()->setCurrentRow(2);
    QVERIFY(action(u"Plain text"_s)->isChecked());
    QVERIFY(copied(u"CSV"_s).startsWith(u"Time,Level,Code,"_s));
    QVERIFY(QGuiApplication::clipboard()->mimeData()->hasFormat(u"text/csv"_s));
    QVERIFY(copied(u"HTML"_s).startsWith(u"<p><b>1 record(s)"_s));
    QVERIFY(QGuiApplication::clipboard()->mimeData()->hasHtml());
    // These two are no habits.
    QVERIFY(copied(u"Copy for the ticket"_s).startsWith(u"1 record(s)"_s));
    QVERIFY(copied(u"Markdown"_s).startsWith(u"### 1 "_s));
    QVERIFY(action(u"Markdown"_s)->isChecked() && !action(u"Plain text"_s)->isChecked());
    QVERIFY(copied(u"Copy for the ticket"_s).startsWith(u"### 1 "_s));
    QVERIFY(QGuiApplication::clipboard()->mimeData()->hasHtml());
    QCOMPARE(QString::fromUtf8(QGuiApplication::clipboard()->mimeData()->data(u"text/markdown"_s)),
             QGuiApplication::clipboard()->text());
    m_window->close();
    makeWindow();
    QVERIFY(action(u"Markdown"_s)->isChecked());
}

void tst_TicketDesk::readersOfMarkdownAndHtmlSeeTheTextsAlone()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    pane->view()->setCurrentRow(3);
    copied(u"Markdown"_s);
    QTextDocument markdown;
    markdown.setMarkdown(QGuiApplication::clipboard()->text());
    QTextDocument html;
    html.setHtml(QGuiApplication::clipboard()->mimeData()->html());
    for (const QTextDocument *document : {&markdown, &html}) {
        QVERIFY2(document->toPlainText().contains(u"</td>](x)`@here`"_s), qPrintable(document->toPlainText()));
        QVERIFY(!hasLinkOrImage(*document));
    }
}

void tst_TicketDesk::noTextIsALinkOrAnImageForAReader_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"<script>alert(1)</script>",
                             "](javascript:alert(1))",
                             "[x](https://example.org)",
                             "![x](x.png)",
                             "@here",
                             "https://example.org/a_b",
                             "www.example.org",
                             "jdoe@example.com",
                             "<https://example.org>",
                             "<img src=x>",
                             "=cmd|'/c calc'!A1",
                             "``` x",
                             "a`b",
                             "`",
                             "*a* _b_ ~~c~~",
                             "# a",
                             "- a",
                             "1. a",
                             "&lt;b&gt;",
                             "a\\",
                             "\\`a`",
                             "[x]: https://example.org",
                             "---",
                             "a  b"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void tst_TicketDesk::noTextIsALinkOrAnImageForAReader()
{
    QFETCH(QString, text);
    const Ticket ticket{text, {{u"Fact"_s, text}}, {text}, {u"First"_s, u"Second"_s}, {{text, u"last"_s}}};
    QTextDocument markdown;
    markdown.setMarkdown(ticketText(ticket, TicketForm::Markdown));
    QTextDocument html;
    html.setHtml(ticketText(ticket, TicketForm::Html));
    for (const QTextDocument *document : {&markdown, &html}) {
        QVERIFY(!hasLinkOrImage(*document));
        // Nothing of it is lost, but for blanks and the mark that keeps a cell from being a formula.
        const QString read = document->toPlainText().simplified();
        const QString shown = text.simplified();
        const QString line = document == &html ? spreadsheetCell(shown) : shown;
        QVERIFY2(read.startsWith(line + u" Fact: "_s + shown + u' ' + line + u" First Second "_s), qPrintable(read));
        QVERIFY2(read.endsWith(u" last"_s), qPrintable(read));
    }
}

void tst_TicketDesk::thousandsOfRowsAreBounded()
{
    LogPane *pane = open(line(702, "09:00:00", "jdoe", "t-1").repeated(5000));
    QVERIFY(pane);
    pane->view()->selectAll();
    const QString text = copied(u"Copy for the ticket"_s);
    QVERIFY(text.startsWith(u"5,000 record(s) of log.ndjson\n"_s));
    QVERIFY2(text.contains(u"and 4,000 more are left out."_s), qPrintable(text.left(300)));
    QCOMPARE(text.count(u" 702 "_s), 1000);
}

void tst_TicketDesk::theTransactionIsCopied()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    pane->view()->setCurrentRow(2);
    const QString text = copied(u"Copy the transaction"_s);
    QVERIFY(text.startsWith(u"2 record(s)"_s));
    QVERIFY(text.contains(u"911"_s) && text.contains(u"702"_s) && !text.contains(u"901"_s));
    QCOMPARE(pane->document()->rows().size(), Row(4)); // the table stays what it is
}

void tst_TicketDesk::thePageInFrontGivesItsTicket()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    auto *page = new Page;
    pane->addPage(page, u"People"_s);
    pane->showPage(page);
    action(u"Copy for the ticket"_s)->trigger();
    QVERIFY(m_window->statusBar()->currentMessage().contains(u"nothing for a ticket"_s));
    page->content = Ticket{u"jdoe@example.com is locked"_s, {}, {u"As of the last event in this log."_s}, {}, {}};
    QCOMPARE(copied(u"Copy for the ticket"_s), u"jdoe@example.com is locked\nAs of the last event in this log.\n"_s);
    action(u"Mask names in what is copied"_s)->setChecked(true);
    QVERIFY(copied(u"Copy for the ticket"_s).startsWith(u"user-1 is locked\n"_s));
}

void tst_TicketDesk::theCatalogsEntryIsCopied()
{
    m_window->showCatalogEntry({Kind::User, 702});
    const QString text = copied(u"Copy for the ticket"_s);
    QVERIFY2(text.startsWith(u"702 Approve authentication failed"_s), qPrintable(text));
    QVERIFY(text.contains(u"\nNext step: "_s));
}

void tst_TicketDesk::whereNothingIsSelectedThatIsSaid()
{
    action(u"Copy for the ticket"_s)->trigger();
    QVERIFY(m_window->statusBar()->currentMessage().contains(u"Nothing is selected"_s));
    QVERIFY(!action(u"Export records…"_s)->isEnabled());
    QVERIFY(!action(u"Save report…"_s)->isEnabled());
    QVERIFY(!action(u"Copy the transaction"_s)->isEnabled());
}

void tst_TicketDesk::oneSwitchMasksAllThatIsCopied()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    pane->view()->setFocus();
    pane->view()->setCurrentRow(2);
    QTRY_VERIFY(m_window->detailsPane()->entryKey());
    QVERIFY(!m_window->ticketDesk()->maskNotice()->isVisible());
    action(u"Mask names in what is copied"_s)->trigger();
    QVERIFY(m_window->ticketDesk()->maskNotice()->isVisible());
    QCOMPARE(m_window->ticketDesk()->maskNotice()->text(), u"Names are masked in what is copied."_s);

    QString text = copied(u"Copy for the ticket"_s);
    QVERIFY2(text.contains(u"702  user-1"_s) && !text.contains(u"jdoe"_s), qPrintable(text));
    QVERIFY(!QGuiApplication::clipboard()->mimeData()->html().contains(u"jdoe"_s));
    text = copied(u"Copy rows"_s);
    QVERIFY2(text.contains(u"\tuser-1\t"_s) && !text.contains(u"jdoe"_s), qPrintable(text));
    QTRY_VERIFY(m_window->detailsPane()->page()->toPlainText().contains(u"t-1"_s));
    text = copied(u"Copy as text"_s);
    QVERIFY2(text.contains(u"user-1"_s) && !text.contains(u"jdoe"_s), qPrintable(text));
    text = copied(u"Copy raw record"_s);
    QVERIFY2(text.contains(u"\"userId\":\"user-1\""_s) && text.contains(u"addr-1"_s), qPrintable(text));

    action(u"Mask names in what is copied"_s)->trigger();
    QVERIFY(copied(u"Copy for the ticket"_s).contains(u"jdoe@example.com"_s));
}

void tst_TicketDesk::theSwitchIsRemembered()
{
    action(u"Mask names in what is copied"_s)->trigger();
    m_window->close();
    makeWindow();
    QVERIFY(action(u"Mask names in what is copied"_s)->isChecked());
    QVERIFY(m_window->ticketDesk()->maskNotice()->isVisible());
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    pane->view()->setCurrentRow(2);
    QVERIFY(!copied(u"Copy rows"_s).contains(u"jdoe"_s));
}

void tst_TicketDesk::theRecordsShownAreExported()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    m_window->setQuery(parsed(u"code:702"_s));
    QTRY_COMPARE(pane->document()->rows().size(), Row(1));
    action(u"Export records…"_s)->trigger();
    QCOMPARE(m_window->findChild<QFileDialog *>()->nameFilters().size(), 3);
    answer(path(u"out.txt"_s));
    const NoticeBar *bar = TicketDesk::noticeOf(pane);
    QTRY_COMPARE(bar->text(), u"“%1” is written: 1 record(s)."_s.arg(path(u"out.txt"_s)));
    QCOMPARE(contentOf(path(u"out.txt"_s)), line(702, "09:01:00", "jdoe@example.com", "t-1"));
    action(u"Mask names in what is copied"_s)->trigger();
    action(u"Export records…"_s)->trigger();
    answer(path(u"out.csv"_s));
    QTRY_VERIFY(bar->text().contains(u"out.csv” is written"_s));
    QVERIFY(contentOf(path(u"out.csv"_s)).contains(",user-1,addr-1,"));
}

void tst_TicketDesk::anExportIsCancelledWhereItIsShown()
{
    LogPane *pane = open(line(702, "09:00:00", "jdoe", "t-1").repeated(200'000));
    QVERIFY(pane);
    action(u"Export records…"_s)->trigger();
    answer(path(u"out.csv"_s));
    const NoticeBar *bar = TicketDesk::noticeOf(pane);
    QVERIFY(bar->isVisible());
    QVERIFY2(bar->text().startsWith(u"Exporting to “"_s), qPrintable(bar->text()));
    // One at a time.
    action(u"Save report…"_s)->trigger();
    QVERIFY(!m_window->findChild<QFileDialog *>());
    QVERIFY(m_window->statusBar()->currentMessage().contains(u"under way"_s));
    auto *cancel = bar->findChild<QPushButton *>();
    QVERIFY(cancel && cancel->text() == u"Cancel"_s);
    QTest::mouseClick(cancel, Qt::LeftButton);
    QCOMPARE(bar->text(), u"Cancelled. Nothing was written."_s);
    QVERIFY(!m_window->ticketDesk()->exporter()->isRunning());
    QTRY_COMPARE(namesIn(m_folder->path()), QStringList{u"log.ndjson"_s});
}

void tst_TicketDesk::aRefusedExportSaysWhy()
{
    LogPane *pane = open(smallLog(), u"own.txt"_s);
    QVERIFY(pane);
    action(u"Export records…"_s)->trigger();
    auto *question = m_window->findChild<QFileDialog *>();
    emit question->filesSelected({path(u"own.txt"_s)}); // whoever confirms that it is replaced
    question->close();
    const NoticeBar *bar = TicketDesk::noticeOf(pane);
    QTRY_VERIFY2(bar->text().contains(u"is the log itself"_s), qPrintable(bar->text()));
    QCOMPARE(contentOf(path(u"own.txt"_s)), smallLog());
}

void tst_TicketDesk::theReportIsAPageOrAPdf()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    const auto *found = pane->findChild<FindingsPage *>();
    QTRY_COMPARE(found->title(), u"Findings (1)"_s);
    // The report's summary is one and the same whether the page of the summary was looked at or not.
    const SummaryPage *summary = SummaryTab::of(pane)->page();
    pane->showPage(SummaryTab::of(pane)->page());
    QTRY_VERIFY(summary->summary() && summary->summary()->complete);
    pane->showPage(nullptr);
    auto *page = new Page;
    page->content = Ticket{u"Push bombing of jdoe"_s, {}, {}, {}, {}};
    pane->addPage(page, u"Findings"_s);
    pane->view()->setCurrentRow(1);
    action(u"Save report…"_s)->trigger();
    answer(path(u"report.html"_s));
    const NoticeBar *bar = TicketDesk::noticeOf(pane);
    QTRY_COMPARE(bar->text(), u"“%1” is written."_s.arg(path(u"report.html"_s)));
    const QByteArray html = contentOf(path(u"report.html"_s));
    QVERIFY(html.contains("<h3>Push bombing of jdoe</h3>"));
    QVERIFY(html.contains("<h3>Push request denied</h3>")); // which a rule found
    QCOMPARE(html.count("<h2>Summary</h2>"), 1);
    QCOMPARE(html.count("Who can end the errors: "), 1);
    QVERIFY(html.contains("<svg ") && html.contains("<h2>Selected records</h2>"));
    action(u"Save report…"_s)->trigger();
    answer(path(u"report.pdf"_s));
    QTRY_COMPARE(bar->text(), u"“%1” is written."_s.arg(path(u"report.pdf"_s)));
    const QByteArray pdf = contentOf(path(u"report.pdf"_s));
    QVERIFY(pdf.startsWith("%PDF-") && pdf.trimmed().endsWith("%%EOF"));
    QVERIFY(!pdf.contains("/URI"));
}

QTEST_MAIN(tst_TicketDesk)
#include "tst_ticketdesk.moc"
