#include "ticketdesk.h"

#include "csvwriter.h"
#include "detailspane.h"
#include "noticebar.h"
#include "pageview.h"
#include "ticketfixture.h"
#include "tickettext.h"

#include <QLabel>
#include <QMimeData>
#include <QStatusBar>
#include <QTextBlock>
#include <QTextDocument>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

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

} // namespace

class tst_TicketDesk : public TicketFixture
{
    Q_OBJECT

private slots:
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
};

void tst_TicketDesk::theSelectedRecordsAreOneKey()
{
    LogPane *pane = open(oddLog());
    QVERIFY(pane);
    pane->view()->setSelection([] {
        RowSelection selection;
        selection.set(1, 2);
        return selection;
    }());
    QTest::keySequence(m_window->windowHandle(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
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
    LogPane *pane = open(oddLog());
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
    LogPane *pane = open(oddLog());
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
    LogPane *pane = open(oddLog());
    QVERIFY(pane);
    pane->view()->setCurrentRow(2);
    const QString text = copied(u"Copy the transaction"_s);
    QVERIFY(text.startsWith(u"2 record(s)"_s));
    QVERIFY(text.contains(u"911"_s) && text.contains(u"702"_s) && !text.contains(u"901"_s));
    QCOMPARE(pane->document()->rows().size(), Row(4)); // the table stays what it is
}

void tst_TicketDesk::thePageInFrontGivesItsTicket()
{
    LogPane *pane = open(oddLog());
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
    LogPane *pane = open(oddLog());
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
    LogPane *pane = open(oddLog());
    QVERIFY(pane);
    pane->view()->setCurrentRow(2);
    QVERIFY(!copied(u"Copy rows"_s).contains(u"jdoe"_s));
}

QTEST_MAIN(tst_TicketDesk)
#include "tst_ticketdesk.moc"
