// The timelines of the real window.

#include "querystate.h"
#include "timelinelegend.h"
#include "timelinemodel.h"
#include "timelinepanel.h"
#include "timelineview.h"
#include "windowfixture.h"

#include <QAction>
#include <QMenu>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

constexpr int faultMinute = 60 * 3;

/// Eight hours of sign-ins, some of them denied by their users, and three minutes in which the service failed for all.
QByteArray logWithAFault()
{
    QByteArray bytes;
    const auto add = [&bytes](int code, int second) {
        bytes += "{\"eventCode\":\"" + QByteArray::number(code) + "\",\"eventLogDate\":\"2026-01-15T"
            + QTime(8, 0).addSecs(second).toString(u"HH:mm:ss"_s).toLatin1() + "Z\",\"userId\":\"user"
            + QByteArray::number(second % 37) + "\"}\n";
    };
    for (int second = 0; second < 8 * 3600; second += 30) {
        add(second % 240 == 0 ? 703 : 901, second);
        if (second / 60 >= faultMinute && second / 60 < faultMinute + 3) {
            for (int i = 0; i < 20; ++i)
                add(608, second);
        }
    }
    return bytes;
}

} // namespace

class TestTimelines : public WindowFixture
{
    Q_OBJECT

private slots:
    void isItUsOrTheUser();
    void allAreHiddenTogetherAndThatIsRemembered();
    void theSeriesIsOfAllLogsAndRemembered();
    void theBarsAreOfTheWindowsZone();
    void aLogThatCannotBeReadHasNone();

private:
    LogPane *open();
    static TimelinePanel *panelOf(const LogPane *pane) { return pane->findChild<TimelinePanel *>(); }
};

LogPane *TestTimelines::open()
{
    LogPane *pane = m_window->openText(logWithAFault());
    return loaded(pane) ? pane : nullptr;
}

/// T6: the open log shows when, one choice shows who.
void TestTimelines::isItUsOrTheUser()
{
    LogPane *pane = open();
    QVERIFY(pane);
    const TimelineView *view = panelOf(pane)->view();
    const auto highest = [view] {
        int highest = 0;
        for (int bin = 0; bin < view->reading().bins().count(); ++bin) {
            if (view->reading().total(bin) > view->reading().total(highest))
                highest = bin;
        }
        return highest;
    };
    QTRY_VERIFY(view->reading().isComplete);
    QVERIFY(view->binText(highest()).startsWith(u"2026-01-15 11:0"_s));
    QVERIFY(view->binText(highest()).contains(u"error"_s));
    // One choice: whose errors they are.
    panelOf(pane)->setGrouping(TimelineGrouping::Owner);
    QTRY_COMPARE(view->reading().grouping, TimelineGrouping::Owner);
    const Owner owner =
        pane->document()->eventOf(pane->document()->rows().at(pane->document()->rows().size() / 2)).owner;
    QVERIFY(owner != Owner::Network); // of an ordinary record
    quint32 ofService = 0;
    for (const Owner other : {Owner::Identity, Owner::Network, Owner::Vendor})
        ofService += view->reading().counts.count(highest(), int(other));
    QVERIFY(2 * ofService > view->reading().total(highest()));
    // And one drag leads to its records.
    const QRect bar = view->binRect(highest() - 3) | view->binRect(highest() + 3);
    QTest::mousePress(panelOf(pane)->view(), Qt::LeftButton, {}, QPoint(bar.left() + 1, 20));
    QMouseEvent move(QEvent::MouseMove, QPointF(bar.right() - 1, 20), view->mapToGlobal(QPointF(bar.right() - 1, 20)),
                     Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(panelOf(pane)->view(), &move);
    QTest::mouseRelease(panelOf(pane)->view(), Qt::LeftButton, {}, QPoint(bar.right() - 1, 20));
    QVERIFY(pane->queryState()->text().startsWith(u"time:2026-01-15T1"_s));
    QTRY_VERIFY(!pane->document()->isFiltering());
    QVERIFY(pane->document()->rows().size() >= 120);
    QVERIFY(pane->document()->rows().size() < 500);
}

void TestTimelines::allAreHiddenTogetherAndThatIsRemembered()
{
    LogPane *pane = open();
    QVERIFY(pane);
    QVERIFY(panelOf(pane)->isVisible());
    QAction *shown = action(u"Timeline"_s);
    QVERIFY(shown && shown->isChecked());
    const std::unique_ptr<QMenu> menu(panelOf(pane)->createMenu(nullptr));
    menu->actions().last()->trigger();
    QVERIFY(!panelOf(pane)->isVisible());
    QVERIFY(!shown->isChecked());
    m_window->close();
    makeWindow();
    LogPane *other = open();
    QVERIFY(other);
    QVERIFY(!panelOf(other)->isVisible());
    action(u"Timeline"_s)->trigger();
    QVERIFY(panelOf(other)->isVisible());
    QTRY_VERIFY(panelOf(other)->view()->reading().isComplete);
}

void TestTimelines::theSeriesIsOfAllLogsAndRemembered()
{
    LogPane *first = open();
    LogPane *second = open();
    QVERIFY(first && second);
    const std::unique_ptr<QMenu> menu(panelOf(second)->createMenu(nullptr));
    for (QAction *choice : menu->actions()) {
        if (choice->text() == u"By code"_s)
            choice->trigger();
    }
    QCOMPARE(panelOf(first)->model()->grouping(), TimelineGrouping::Code);
    QTRY_COMPARE(panelOf(second)->legend()->texts(), (QStringList{u"901"_s, u"608"_s, u"703"_s}));
    m_window->close();
    makeWindow();
    LogPane *other = open();
    QVERIFY(other);
    QCOMPARE(panelOf(other)->model()->grouping(), TimelineGrouping::Code);
}

void TestTimelines::theBarsAreOfTheWindowsZone()
{
    LogPane *pane = open();
    QVERIFY(pane);
    const TimelineView *view = panelOf(pane)->view();
    QTRY_VERIFY(view->reading().isComplete);
    QVERIFY(view->binText(0).startsWith(u"2026-01-15 08:00"_s));
    m_window->setZone("America/New_York");
    QTRY_VERIFY(view->reading().isComplete && view->binText(0).startsWith(u"2026-01-15 03:00"_s));
}

void TestTimelines::aLogThatCannotBeReadHasNone()
{
    LogPane *pane = m_window->openFile(m_folder->filePath(u"log.ndjson"_s));
    QTRY_COMPARE(pane->document()->state(), LogDocument::State::Failed);
    auto *view = panelOf(pane)->findChild<TimelineView *>();
    QTRY_VERIFY(!view->isVisible());
    QFile file(m_folder->filePath(u"log.ndjson"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(logWithAFault()) > 0);
    file.close();
    pane->document()->reload(pane->document()->options());
    QTRY_VERIFY(view->isVisible());
}

QTEST_MAIN(TestTimelines)
#include "tst_timelines.moc"
