#include "findingspage.h"
#include "noticebar.h"
#include "recordexport.h"
#include "summarypage.h"
#include "summarytab.h"
#include "ticketdesk.h"
#include "ticketfixture.h"

#include <QDir>
#include <QFileDialog>
#include <QPushButton>
#include <QStatusBar>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class tst_SavedRecords : public TicketFixture
{
    Q_OBJECT

private slots:
    void theRecordsShownAreExported();
    void anExportIsCancelledWhereItIsShown();
    void aRefusedExportSaysWhy();
    void theReportIsAPageOrAPdf();
};

void tst_SavedRecords::theRecordsShownAreExported()
{
    LogPane *pane = open(oddLog());
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

void tst_SavedRecords::anExportIsCancelledWhereItIsShown()
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

void tst_SavedRecords::aRefusedExportSaysWhy()
{
    LogPane *pane = open(oddLog(), u"own.txt"_s);
    QVERIFY(pane);
    action(u"Export records…"_s)->trigger();
    auto *question = m_window->findChild<QFileDialog *>();
    emit question->filesSelected({path(u"own.txt"_s)}); // whoever confirms that it is replaced
    question->close();
    const NoticeBar *bar = TicketDesk::noticeOf(pane);
    QTRY_VERIFY2(bar->text().contains(u"is the log itself"_s), qPrintable(bar->text()));
    QCOMPARE(contentOf(path(u"own.txt"_s)), oddLog());
}

void tst_SavedRecords::theReportIsAPageOrAPdf()
{
    LogPane *pane = open(oddLog());
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

QTEST_MAIN(tst_SavedRecords)
#include "tst_savedrecords.moc"
