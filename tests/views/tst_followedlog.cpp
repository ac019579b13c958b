#include "logmodel.h"
#include "logtabs.h"
#include "logview.h"
#include "noticebar.h"
#include "windowfixture.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

bool appendTo(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::Append) && file.write(bytes) == bytes.size();
}

QByteArray manyLines(int count)
{
    QByteArray bytes;
    for (int i = 0; i < count; ++i)
        bytes += line(901, "09:00:00.000", QByteArray::number(i).constData(), "t");
    return bytes;
}

QAction *followAction(const MainWindow &window)
{
    for (QAction *action : window.findChildren<QAction *>()) {
        if (action->shortcut() == QKeySequence(Qt::Key_F6))
            return action;
    }
    return nullptr;
}

} // namespace

class tst_FollowedLog : public WindowFixture
{
    Q_OBJECT

private slots:
    void aLogIsFollowedByOneKeyAndItsTabShowsIt();
    void whatCannotBeFollowedSaysWhy();
    void aFileReadAgainIsSaidAndThePlaceIsKept();
    void aSortedLogThatGrowsKeepsWhatIsSelected();
};

void tst_FollowedLog::aLogIsFollowedByOneKeyAndItsTabShowsIt()
{
    LogPane *pane = open(manyLines(500));
    QVERIFY(pane);
    QAction *follow = followAction(*m_window);
    QVERIFY(follow && follow->isEnabled() && !follow->isChecked());
    pane->view()->verticalScrollBar()->setValue(pane->view()->verticalScrollBar()->maximum());
    QTest::keyClick(m_window.get(), Qt::Key_F6);
    QVERIFY(pane->document()->isFollowing());
    QVERIFY(follow->isChecked());
    QTabBar *bar = m_window->tabs()->tabBar();
    const int tab = m_window->tabs()->indexOf(pane);
    QVERIFY2(bar->accessibleTabName(tab).contains(u"followed"_s), qPrintable(bar->accessibleTabName(tab)));
    QVERIFY(bar->accessibleTabName(tab).contains(u"log.ndjson"_s));
    QVERIFY(bar->tabToolTip(tab).contains(pane->document()->path()));

    QVERIFY(appendTo(pane->document()->path(), manyLines(100)));
    QTRY_COMPARE(pane->document()->rows().size(), Row(600));
    QVERIFY(pane->view()->isAtEnd());
    m_window->showCatalog();
    QVERIFY(!follow->isEnabled());
    m_window->tabs()->setCurrentWidget(pane);
    QVERIFY(follow->isEnabled() && follow->isChecked());
    QTest::keyClick(m_window.get(), Qt::Key_F6);
    QVERIFY(!pane->document()->isFollowing());
    QVERIFY(!bar->accessibleTabName(tab).contains(u"followed"_s));
}

void tst_FollowedLog::whatCannotBeFollowedSaysWhy()
{
    LogPane *pane = m_window->openText(smallLog());
    QVERIFY(loaded(pane));
    const QAction *follow = followAction(*m_window);
    QVERIFY(!follow->isEnabled());
    QCOMPARE(follow->toolTip(), pane->document()->followObstacle());
    QVERIFY(!follow->toolTip().isEmpty());
}

void tst_FollowedLog::aFileReadAgainIsSaidAndThePlaceIsKept()
{
    LogPane *pane = open(manyLines(500));
    QVERIFY(pane);
    pane->document()->setFollowing(true);
    pane->view()->setCurrentRow(250);
    pane->view()->verticalScrollBar()->setValue(240);
    QSignalSpy changed(pane->document(), &LogDocument::rowsChanged);
    const QString path = pane->document()->path();
    QVERIFY(QFile::rename(path, path + u".1"_s));
    QVERIFY(appendTo(path, manyLines(501)));
    QTRY_COMPARE(pane->document()->rows().size(), Row(501));
    auto *notice = pane->findChild<NoticeBar *>();
    QTRY_VERIFY(notice->isVisible());
    QVERIFY2(notice->text().contains(path), qPrintable(notice->text()));
    QCOMPARE(pane->view()->currentRow(), 250);
    QCOMPARE(pane->view()->selectedRows(), QList<int>{250});
    QCOMPARE(pane->view()->firstVisibleRow(), 240);
    // Put away, it does not come again by itself.
    QTest::keyClick(notice, Qt::Key_Escape);
    QVERIFY(!notice->isVisible());
    QVERIFY(appendTo(path, manyLines(1)));
    QTRY_COMPARE(pane->document()->rows().size(), Row(502));
    QVERIFY(!notice->isVisible());
}

void tst_FollowedLog::aSortedLogThatGrowsKeepsWhatIsSelected()
{
    LogPane *pane = open(manyLines(500));
    QVERIFY(pane);
    pane->view()->sortByColumn(LogModel::TimeColumn, Qt::DescendingOrder);
    QTRY_VERIFY(!pane->document()->isFiltering());
    pane->document()->setFollowing(true);
    pane->view()->setCurrentRow(250);
    RowSelection selection;
    selection.set(240, 250);
    pane->view()->setSelection(selection);
    pane->view()->verticalScrollBar()->setValue(235);
    const Row record = pane->document()->rows().at(250);
    QVERIFY(appendTo(pane->document()->path(), line(702, "10:00:00.000", "new", "t")));
    QTRY_COMPARE(pane->document()->rows().size(), Row(501));
    QCOMPARE(pane->document()->rows().at(0), Row(500));
    QCOMPARE(pane->document()->rows().at(251), record);
    QCOMPARE(pane->view()->currentRow(), 251);
    QCOMPARE(pane->view()->selection().ranges(), (QList<RowRange>{{241, 251}}));
    QCOMPARE(pane->view()->firstVisibleRow(), 236);
    // Newest first, at the top: what is new is seen.
    pane->view()->verticalScrollBar()->setValue(0);
    QVERIFY(appendTo(pane->document()->path(), line(702, "11:00:00.000", "new", "t")));
    QTRY_COMPARE(pane->document()->rows().size(), Row(502));
    QCOMPARE(pane->view()->firstVisibleRow(), 0);
}

QTEST_MAIN(tst_FollowedLog)
#include "tst_followedlog.moc"
