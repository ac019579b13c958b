#include "bookmarkstore.h"
#include "contextbar.h"
#include "detailspane.h"
#include "noteedit.h"
#include "querystate.h"
#include "recordnote.h"
#include "recordpainter.h"
#include "statefixture.h"

#include <QAccessible>
#include <QSpinBox>
#include <QStatusBar>

using namespace evident;
using namespace Qt::StringLiterals;

class tst_WindowBookmarks : public StateFixture
{
    Q_OBJECT

private slots:
    void aBookmarkIsOneKeyAndFoundAgain();
    void aClickBesideTheRowBookmarksIt();
    void aNoteIsWrittenBesideTheRecord();
    void bookmarksAreGoneToAndShown();
    void deletedBookmarksComeBack();
    void whatIsNewHasNames();
};

void tst_WindowBookmarks::aBookmarkIsOneKeyAndFoundAgain()
{
    LogPane *pane = open();
    QVERIFY(pane);
    mark(pane, 2);
    QCOMPARE(pane->marks()->rows(), std::vector<Row>{2});
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(pane->view());
    QVERIFY(table->tableInterface()->cellAt(2, 0)->text(QAccessible::Description).contains(u"bookmarked"_s));
    QVERIFY(!table->tableInterface()->cellAt(1, 0)->text(QAccessible::Description).contains(u"bookmarked"_s));
    restart();
    pane = m_window->currentLog();
    QVERIFY(pane && loaded(pane));
    QTRY_COMPARE(pane->marks()->rows(), std::vector<Row>{2});
    // The same key takes it away, and Undo brings it back.
    pane->view()->setFocus();
    pane->view()->setCurrentRow(2);
    QTest::keyClick(pane->view(), Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY(pane->marks()->rows().empty());
    QTest::keyClick(pane->view(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(pane->marks()->rows(), std::vector<Row>{2});
    QTest::keyClick(pane->view(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(pane->marks()->rows().empty());
}

void tst_WindowBookmarks::aClickBesideTheRowBookmarksIt()
{
    LogPane *pane = open();
    QVERIFY(pane);
    const int y = 3 * pane->view()->rowHeight() + 3;
    QTest::mouseClick(pane->view()->viewport(), Qt::LeftButton, {}, QPoint(RecordPainter::gutter - 4, y));
    QTRY_COMPARE(pane->marks()->rows(), std::vector<Row>{3});
    QTest::mouseClick(pane->view()->viewport(), Qt::LeftButton, {}, QPoint(RecordPainter::gutter + 4, y));
    QTest::mouseClick(pane->view()->viewport(), Qt::LeftButton, {}, QPoint(RecordPainter::gutter - 4, y));
    QTRY_VERIFY(pane->marks()->rows().empty());
}

void tst_WindowBookmarks::aNoteIsWrittenBesideTheRecord()
{
    LogPane *pane = open();
    QVERIFY(pane);
    RecordNote *note = m_window->detailsPane()->recordNote();
    pane->view()->setFocus();
    pane->view()->setCurrentRow(2);
    QTRY_VERIFY(!m_window->detailsPane()->isEmpty());
    QVERIFY(!note->isVisible());
    QTest::keyClick(pane->view(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(note->isVisible());
    QTRY_COMPARE(QApplication::focusWidget(), note->edit());
    QTest::keyClicks(note->edit(), u"phoned at nine"_s);
    QTest::keyClick(note->edit(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_window->state()->bookmarks().all().value(0).note, u"phoned at nine"_s);
    // Another record has none; back at this one it is there.
    pane->view()->setCurrentRow(1);
    QTRY_VERIFY(!note->isVisible());
    pane->view()->setCurrentRow(2);
    QTRY_VERIFY(note->isVisible());
    QCOMPARE(note->edit()->toPlainText(), u"phoned at nine"_s);
    // A slip is taken back.
    note->edit()->setFocus();
    note->edit()->selectAll();
    QTest::keyClick(note->edit(), Qt::Key_Delete);
    pane->view()->setFocus();
    QTRY_COMPARE(m_window->state()->bookmarks().all().value(0).note, QString());
    m_window->state()->undo().undo();
    QTRY_COMPARE(m_window->state()->bookmarks().all().value(0).note, u"phoned at nine"_s);
    QTRY_COMPARE(note->edit()->toPlainText(), u"phoned at nine"_s);
    // What is typed when the window closes is kept.
    note->edit()->setFocus();
    note->edit()->moveCursor(QTextCursor::End);
    QTest::keyClicks(note->edit(), u"!"_s);
    restart();
    QCOMPARE(m_window->state()->bookmarks().all().value(0).note, u"phoned at nine!"_s);
}

void tst_WindowBookmarks::bookmarksAreGoneToAndShown()
{
    LogPane *pane = open();
    QVERIFY(pane);
    mark(pane, 1);
    mark(pane, 4);
    pane->view()->setCurrentRow(0);
    QTest::keyClick(pane->view(), Qt::Key_F2);
    QCOMPARE(pane->view()->currentRow(), 1);
    QTest::keyClick(pane->view(), Qt::Key_F2);
    QCOMPARE(pane->view()->currentRow(), 4);
    QTest::keyClick(pane->view(), Qt::Key_F2);
    QCOMPARE(pane->view()->currentRow(), 4);
    QVERIFY(!m_window->statusBar()->currentMessage().isEmpty());
    QTest::keyClick(pane->view(), Qt::Key_F2, Qt::ShiftModifier);
    QCOMPARE(pane->view()->currentRow(), 1);
    QTest::keyClick(pane->view(), Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(pane->queryState()->text(), u"is:bookmarked"_s);
    QTRY_COMPARE(pane->document()->rows().size(), Row(2));
    QCOMPARE(pane->document()->rows().at(1), Row(4));
}

void tst_WindowBookmarks::deletedBookmarksComeBack()
{
    LogPane *pane = open();
    QVERIFY(pane);
    mark(pane, 1);
    mark(pane, 4);
    action(u"Delete the bookmarks of this log"_s)->trigger();
    QTRY_VERIFY(pane->marks()->rows().empty());
    m_window->state()->undo().undo();
    QTRY_COMPARE(pane->marks()->rows(), (std::vector<Row>{1, 4}));
}

void tst_WindowBookmarks::whatIsNewHasNames()
{
    LogPane *pane = open();
    QVERIFY(pane);
    mark(pane, 2);
    pane->queryState()->setQuery(parsed(u"code:702"_s));
    QTRY_VERIFY(m_window->detailsPane()->recordNote()->isVisible());
    QVERIFY(pane->contextBar()->isVisible());
    QVERIFY(unnamedControls(m_window->detailsPane()->recordNote()).isEmpty());
    QVERIFY(unnamedControls(pane->contextBar()).isEmpty());
    QVERIFY(!accessibleName(pane->contextBar()->number()).isEmpty());
}

QTEST_MAIN(tst_WindowBookmarks)
#include "tst_windowbookmarks.moc"
