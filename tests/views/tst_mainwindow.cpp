#include "mainwindow.h"

#include "catalogpane.h"
#include "detailspane.h"
#include "facetpane.h"
#include "logtabs.h"
#include "logview.h"
#include "pageview.h"
#include "querystate.h"
#include "searchbox.h"
#include "startpage.h"
#include "windowfixture.h"

#include <QAccessible>
#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QStatusBar>
#include <QTableView>

using namespace evident;
using namespace Qt::StringLiterals;

class tst_MainWindow : public WindowFixture
{
    Q_OBJECT

private slots:
    void itStartsOnTheStartPageWithTheBoxReady();
    void aCodeFromATicketIsOneAction(); // T1
    void wordsFindWhatTheVendorWritesOtherwise(); // T2
    void theErrorsOfAUserNewestFirst(); // T3
    void aTransactionIsOneKey(); // T7
    void f8GoesFromErrorToError();
    void aRecordLeadsToItsEntryAndBack();
    void theClipboardInTheBoxIsText();
    void whatIsCopiedIsWhatHasTheFocus();
    void aFacetClickEditsTheQueryOfTheTabInFront();
    void aWrongQueryLeavesTheLastGoodResult();
    void anEmptyResultOffersTheWayOut();
    void columnsAreRemembered();
    void linesThatAreNotUnderstoodAreCountedInTheStatusBar();
    void repeatedRecordsAreFoldedByTheQuery();
    void everyControlHasAName();
    void mnemonicsOfAMenuDoNotClash();
};

void tst_MainWindow::itStartsOnTheStartPageWithTheBoxReady()
{
    QCOMPARE(m_window->tabs()->currentWidget(), m_window->startPage());
    QVERIFY(m_window->searchBox()->isAncestorOf(QApplication::focusWidget())
            || QApplication::focusWidget() == m_window->searchBox());
}

void tst_MainWindow::aCodeFromATicketIsOneAction()
{
    QTest::keyClicks(QApplication::focusWidget(), u"702"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m_window->tabs()->currentWidget(), m_window->catalogPane());
    QTRY_COMPARE(m_window->catalogPane()->currentEntry(), std::optional(EventKey{Kind::User, 702}));
    QTRY_COMPARE(m_window->detailsPane()->entryKey(), std::optional(EventKey{Kind::User, 702}));
}

void tst_MainWindow::wordsFindWhatTheVendorWritesOtherwise()
{
    QTest::keyClicks(QApplication::focusWidget(), u"push timed out"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    auto *table = m_window->catalogPane()->findChild<QTableView *>();
    QVERIFY(table);
    QTRY_COMPARE(columnTexts(table->model(), 0), (QStringList{u"702"_s, u"802"_s, u"832"_s}));
}

void tst_MainWindow::theErrorsOfAUserNewestFirst()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    // One word typed with its Enter …
    m_window->searchBox()->focusBox();
    QTest::keyClicks(QApplication::focusWidget(), u"user:jdoe level:error"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(shownCodes(pane), (QStringList{u"702"_s, u"913"_s, u"702"_s}));
    // … and one click on the header of the time: newest first.
    QHeaderView *header = pane->view()->header();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      QPoint(header->sectionViewportPosition(0) + 20, header->height() / 2));
    QTRY_COMPARE(pane->view()->model()->index(0, 0).data().toString(), u"2026-01-15 09:03:00.000"_s);
    QCOMPARE(pane->view()->model()->index(2, 0).data().toString(), u"2026-01-15 09:01:00.000"_s);
}

void tst_MainWindow::aTransactionIsOneKey()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    pane->view()->setFocus();
    pane->view()->setCurrentRow(2);
    QTest::keyClick(pane->view(), Qt::Key_T, Qt::ControlModifier);
    QTRY_COMPARE(shownCodes(pane), (QStringList{u"911"_s, u"702"_s, u"913"_s}));
    QCOMPARE(pane->queryState()->text(), u"transaction:t-1"_s);
    // Back to where it was.
    QTest::keyClick(pane->view(), Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(pane->view()->model()->rowCount(), 7);
}

void tst_MainWindow::f8GoesFromErrorToError()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    QTest::keyClick(pane->view(), Qt::Key_F8);
    QCOMPARE(pane->view()->currentRow(), 2);
    QTest::keyClick(pane->view(), Qt::Key_F8);
    QCOMPARE(pane->view()->currentRow(), 3);
    QTest::keyClick(pane->view(), Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(pane->view()->currentRow(), 2);
    QTest::keyClick(pane->view(), Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(pane->view()->currentRow(), 2);
    QVERIFY(!m_window->statusBar()->currentMessage().isEmpty());
}

void tst_MainWindow::aRecordLeadsToItsEntryAndBack()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    pane->view()->setFocus();
    pane->view()->setCurrentRow(2);
    QTRY_COMPARE(m_window->detailsPane()->entryKey(), std::optional(EventKey{Kind::User, 702}));
    QTest::keyClick(pane->view(), Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(m_window->tabs()->currentWidget(), m_window->catalogPane());
    QTRY_COMPARE(m_window->detailsPane()->entryKey(), std::optional(EventKey{Kind::User, 702}));
    QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_window->currentLog(), pane);
    QTRY_COMPARE(shownCodes(pane), (QStringList{u"702"_s, u"702"_s}));
}

void tst_MainWindow::theClipboardInTheBoxIsText()
{
    QApplication::clipboard()->setText(u"702"_s);
    m_window->searchBox()->focusBox();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_V, Qt::ControlModifier);
    QVERIFY(!m_window->currentLog());
    QTRY_COMPARE(m_window->tabs()->currentWidget(), m_window->catalogPane());
}

void tst_MainWindow::whatIsCopiedIsWhatHasTheFocus()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    pane->view()->setFocus();
    pane->view()->setCurrentRow(2);
    QTRY_VERIFY(m_window->detailsPane()->entryKey());
    QTest::keyClick(pane->view(), Qt::Key_C, Qt::ControlModifier);
    QTRY_VERIFY2(QApplication::clipboard()->text().contains(u"\t702\tjdoe@example.com\t"_s),
                 qPrintable(QApplication::clipboard()->text()));

    PageView *page = m_window->detailsPane()->page();
    page->setFocus();
    page->selectAll();
    QTest::keyClick(page, Qt::Key_C, Qt::ControlModifier);
    QVERIFY2(QApplication::clipboard()->text().startsWith(u"702"_s), qPrintable(QApplication::clipboard()->text()));

    m_window->showCatalogEntry({Kind::User, 703});
    m_window->catalogPane()->table()->setFocus();
    QTest::keyClick(m_window->catalogPane()->table(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY2(QApplication::clipboard()->text().startsWith(u"703\t"_s), qPrintable(QApplication::clipboard()->text()));
}

void tst_MainWindow::aFacetClickEditsTheQueryOfTheTabInFront()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    emit m_window->facetPane()->queryEdited(pane->queryState()->query().withFacetValue(Field::Level, u"error"_s));
    QCOMPARE(pane->queryState()->text(), u"level:error"_s);
    QTRY_COMPARE(pane->view()->model()->rowCount(), 3);
}

void tst_MainWindow::aWrongQueryLeavesTheLastGoodResult()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    m_window->setQuery(parsed(u"level:error"_s));
    QTRY_COMPARE(pane->view()->model()->rowCount(), 3);
    m_window->searchBox()->focusBox();
    QTest::keyClicks(QApplication::focusWidget(), u" colour:red"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(pane->queryState()->error().has_value());
    QCOMPARE(pane->view()->model()->rowCount(), 3);
}

void tst_MainWindow::anEmptyResultOffersTheWayOut()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    m_window->setQuery(parsed(u"level:error user:nobody"_s));
    QTRY_COMPARE(pane->view()->model()->rowCount(), 0);
    QTRY_VERIFY(visibleButton(pane, u"Clear user:nobody"_s));
    QTest::mouseClick(visibleButton(pane, u"Clear user:nobody"_s), Qt::LeftButton);
    QTRY_COMPARE(pane->view()->model()->rowCount(), 3);
    QCOMPARE(pane->queryState()->text(), u"level:error"_s);
}

void tst_MainWindow::columnsAreRemembered()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    pane->view()->header()->setSectionHidden(6, true);
    pane->view()->header()->moveSection(pane->view()->header()->visualIndex(3), 0);
    m_window->close();
    makeWindow();
    pane = open(smallLog());
    QVERIFY(pane);
    QVERIFY(pane->view()->header()->isSectionHidden(6));
    QCOMPARE(pane->view()->header()->visualIndex(3), 0);
}

void tst_MainWindow::linesThatAreNotUnderstoodAreCountedInTheStatusBar()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    QCOMPARE(pane->document()->notUnderstood(), 1);
    QVERIFY2(pane->statusTexts().join(u'|').contains(u"not understood"_s), qPrintable(pane->statusTexts().join(u'|')));
    QVERIFY2(pane->statusTexts().join(u'|').contains(u"UTC"_s), qPrintable(pane->statusTexts().join(u'|')));
}

void tst_MainWindow::repeatedRecordsAreFoldedByTheQuery()
{
    const QByteArray event = R"({"eventId":"e-1","eventCode":"702","eventLogDate":"2026-01-15T09:00:00Z"})"
                             "\n";
    LogPane *pane = open(event.repeated(3) + smallLog());
    QVERIFY(pane);
    QAction *fold = action(u"Fold repeated records"_s);
    QVERIFY(fold && fold->isEnabled() && !fold->isChecked());
    fold->trigger();
    QCOMPARE(pane->queryState()->text(), u"-is:duplicate"_s);
    QVERIFY(loaded(pane));
    QCOMPARE(pane->document()->rows().size(), Row(8));
    QTRY_VERIFY(pane->statusTexts().contains(u"2 repeated record(s) folded"_s));
    // The box is heard too.
    m_window->setQuery(parsed(u"level:error"_s));
    QVERIFY(!fold->isChecked());
    m_window->setQuery(parsed(u"level:error -is:duplicate"_s));
    QVERIFY(fold->isChecked());
    QVERIFY(pane->statusTexts().contains(u"repeated records are folded"_s));
    fold->trigger();
    QCOMPARE(pane->queryState()->text(), u"level:error"_s);
    m_window->showCatalog();
    QVERIFY(!fold->isEnabled());
}

void tst_MainWindow::everyControlHasAName()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    pane->view()->setCurrentRow(2);
    QTRY_VERIFY(m_window->detailsPane()->entryKey());
    QStringList nameless;
    for (QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy())
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        if (!accessible || accessible->text(QAccessible::Name).isEmpty())
            nameless.append(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName());
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u", "_s)));
}

void tst_MainWindow::mnemonicsOfAMenuDoNotClash()
{
    for (const QAction *top : m_window->menuBar()->actions()) {
        QStringList seen;
        for (const QAction *action : top->menu()->actions()) {
            const QString key = QKeySequence::mnemonic(action->text()).toString();
            QVERIFY2(key.isEmpty() || !seen.contains(key), qPrintable(top->text() + u": "_s + action->text()));
            seen.append(key);
        }
    }
}

QTEST_MAIN(tst_MainWindow)
#include "tst_mainwindow.moc"
