#include "logdocument.h"
#include "logpane.h"
#include "logview.h"
#include "querystate.h"
#include "timelinelegend.h"
#include "timelinemodel.h"
#include "timelinepanel.h"
#include "timelineview.h"
#include "viewfixture.h"

#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

constexpr qint64 minute = 60'000;
constexpr int hours = 2;
constexpr int spikeMinute = 75;

/// Two hours with a record a minute, and at 10:15 a burst of errors; one record without a time.
QByteArray logWithASpike()
{
    QByteArray bytes = "{\"eventCode\":\"901\"}\n";
    for (int i = 0; i < hours * 60; ++i) {
        const QByteArray time = "2026-01-15T" + QTime(9, 0).addSecs(i * 60).toString(u"HH:mm:ss"_s).toLatin1();
        bytes += "{\"eventCode\":\"901\",\"eventLogDate\":\"" + time + "Z\",\"userId\":\"jdoe\"}\n";
        for (int error = 0; i == spikeMinute && error < 40; ++error)
            bytes += "{\"eventCode\":\"702\",\"eventLogDate\":\"" + time + "Z\",\"method\":\"Approve\"}\n";
    }
    return bytes;
}

} // namespace

class TestTimelineView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void draggingBecomesATermOfTheQuery();
    void anotherDragTakesThePlaceOfTheFirst();
    void escapeEndsADrag();
    void theWheelZoomsAroundThePointer();
    void aDoubleClickShowsTheWhole();
    void theKeyboardChoosesASpan();
    void theKeyboardZooms();
    void theKeyboardGoesThroughMarkers();
    void aScreenReaderHearsEachBin();
    void aScreenReaderHearsTheWhole();
    void aMarkerIsClicked();
    void ofMarkersOnEachOtherTheWorstIsShown();
    void theSpikeIsSeen();
    void colourIsNeverAlone();
    void theSeriesCanBeChosen();
    void theRowsThatAreSeenAreShown();
    void whatHasNoTimeIsSaid();
    void nothingIsSaidToBeNothing();
    void itIsSharpAtTwiceTheSize();

private:
    bool isSettled() const;
    void show(const QByteArray &bytes);
    int xOfMinute(double minutes) const { return m_view->binRect(0).left() + int(minutes * width()); }
    double width() const ///< of a minute
    {
        const QRect last = m_view->binRect(m_view->reading().bins().count() - 1);
        return double(last.right() + 1 - m_view->binRect(0).left()) / (hours * 60);
    }
    void drag(int from, int to) const;
    void turn(int steps, int x) const;
    QString queryText() const { return m_pane->queryState()->text(); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Icons> m_icons;
    std::unique_ptr<LogPane> m_pane;
    TimelinePanel *m_panel = nullptr;
    TimelineView *m_view = nullptr;
};

void TestTimelineView::initTestCase()
{
    m_theme = std::make_unique<Theme>();
    m_theme->setChoice(Theme::Choice::Light);
    m_icons = std::make_unique<Icons>(*m_theme);
}

void TestTimelineView::init()
{
    show(logWithASpike());
}

void TestTimelineView::cleanup()
{
    m_pane.reset();
}

void TestTimelineView::show(const QByteArray &bytes)
{
    LogOptions options;
    options.inputZone = QTimeZone::utc();
    auto document = std::make_unique<LogDocument>(u"pasted"_s, bytes, options, shippedCatalog());
    document->setZone(QTimeZone::utc());
    m_pane = std::make_unique<LogPane>(*m_theme, *m_icons, std::move(document));
    m_panel = new TimelinePanel(*m_theme, *m_icons, m_pane.get());
    m_view = m_panel->view();
    m_pane->resize(900, 600);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    m_pane->document()->load();
    QVERIFY(isSettled());
}

bool TestTimelineView::isSettled() const
{
    return QTest::qWaitFor([this] {
        const LogDocument *document = m_pane->document();
        return !document->isLoading() && !document->isFiltering() && m_panel->model()->reading()->isComplete
            && !m_panel->model()->isCounting();
    });
}

void TestTimelineView::drag(int from, int to) const
{
    QTest::mousePress(m_view, Qt::LeftButton, {}, QPoint(from, 20));
    for (const int x : {(from + to) / 2, to}) {
        QMouseEvent move(QEvent::MouseMove, QPointF(x, 20), m_view->mapToGlobal(QPointF(x, 20)), Qt::NoButton,
                         Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_view, &move);
    }
}

void TestTimelineView::turn(int steps, int x) const
{
    QWheelEvent event(QPointF(x, 20), m_view->mapToGlobal(QPointF(x, 20)), {}, QPoint(0, steps * 120), Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(m_view, &event);
}

void TestTimelineView::draggingBecomesATermOfTheQuery()
{
    m_pane->queryState()->setQuery(parsed(u"code:702,901"_s));
    QVERIFY(isSettled());
    QCOMPARE(m_view->reading().bins().width(), minute);
    drag(xOfMinute(30.5), xOfMinute(44.5));
    QCOMPARE(queryText(), u"code:702,901"_s);
    QTest::mouseRelease(m_view, Qt::LeftButton, {}, QPoint(xOfMinute(44.5), 20));
    QCOMPARE(queryText(), u"code:702,901 time:2026-01-15T09:30Z..2026-01-15T09:45Z"_s);
    QVERIFY(isSettled());
    QCOMPARE(m_pane->document()->rows().size(), Row(15));
    QCOMPARE(m_view->reading().rows, 15);
}

void TestTimelineView::anotherDragTakesThePlaceOfTheFirst()
{
    // From right to left, and beyond the edge.
    drag(xOfMinute(29.5), -50);
    QTest::mouseRelease(m_view, Qt::LeftButton, {}, QPoint(-50, 20));
    QCOMPARE(queryText(), u"time:2026-01-15T09:00Z..2026-01-15T09:30Z"_s);
    QVERIFY(isSettled());
    const QRect third = m_view->binRect(m_view->reading().bins().count() / 3);
    const QRect half = m_view->binRect(m_view->reading().bins().count() / 2);
    drag(third.center().x(), half.center().x());
    QTest::mouseRelease(m_view, Qt::LeftButton, {}, QPoint(half.center().x(), 20));
    QCOMPARE(m_pane->queryState()->query().groups().size(), 1);
    QVERIFY(queryText() != u"time:2026-01-15T09:00Z..2026-01-15T09:30Z"_s);
    // Out again: first the query's term goes.
    QVERIFY(isSettled());
    m_view->setFocus();
    QTest::keyClick(m_view, Qt::Key_Escape);
    QCOMPARE(queryText(), QString());
}

void TestTimelineView::escapeEndsADrag()
{
    drag(100, 300);
    m_view->setFocus();
    QTest::keyClick(m_view, Qt::Key_Escape);
    QTest::mouseRelease(m_view, Qt::LeftButton, {}, QPoint(300, 20));
    QCOMPARE(queryText(), QString());
}

void TestTimelineView::theWheelZoomsAroundThePointer()
{
    const int x = xOfMinute(spikeMinute + 0.5);
    turn(5, x);
    QVERIFY(isSettled());
    const TimeSpan shown = m_view->shownSpan();
    const double share = double(shown.last + 1 - shown.first) / double(hours * 60 * minute);
    QVERIFY(share > 0.3 && share < 0.36); // 0.8 five times
    const int bin = m_view->binAt(x);
    QCOMPARE((m_view->reading().bins().begin(bin) - m_view->reading().whole->first) / minute, spikeMinute);
    QCOMPARE(m_pane->queryState()->text(), QString());
    turn(-20, x);
    QVERIFY(!m_panel->model()->span());
    // Smaller turns add up.
    for (int i = 0; i < 4; ++i) {
        QWheelEvent event(QPointF(x, 20), m_view->mapToGlobal(QPointF(x, 20)), {}, QPoint(0, 30), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_view, &event);
        QCOMPARE(m_panel->model()->span().has_value(), i == 3);
    }
}

void TestTimelineView::aDoubleClickShowsTheWhole()
{
    turn(5, 400);
    QVERIFY(m_panel->model()->span());
    QTest::mouseDClick(m_view, Qt::LeftButton, {}, QPoint(400, 20));
    QVERIFY(!m_panel->model()->span());
}

void TestTimelineView::theKeyboardChoosesASpan()
{
    m_view->setFocus();
    QTest::keyClick(m_view, Qt::Key_Home);
    QCOMPARE(m_view->currentBin(), 0);
    QTest::keyClick(m_view, Qt::Key_Right);
    QTest::keyClick(m_view, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(m_view, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(m_view->currentBin(), 3);
    QCOMPARE(m_view->selectedSpan(),
             std::optional(TimeSpan{m_view->reading().bins().begin(1), m_view->reading().bins().end(3) - 1}));
    QTest::keyClick(m_view, Qt::Key_Return);
    QCOMPARE(queryText(), u"time:2026-01-15T09:01Z..2026-01-15T09:04Z"_s);
    QVERIFY(isSettled());
    QTest::keyClick(m_view, Qt::Key_End);
    QCOMPARE(m_view->currentBin(), m_view->reading().bins().count() - 1);
    QTest::keyClick(m_view, Qt::Key_Left);
    QCOMPARE(m_view->currentBin(), m_view->reading().bins().count() - 2);
}

void TestTimelineView::theKeyboardZooms()
{
    m_view->setFocus();
    m_view->setCurrentBin(spikeMinute);
    const qint64 spike = m_view->reading().bins().begin(spikeMinute);
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(m_view, Qt::Key_Plus);
    QVERIFY(isSettled());
    QVERIFY(m_view->shownSpan().last - m_view->shownSpan().first < 15 * minute);
    QVERIFY(m_view->shownSpan().first <= spike && spike <= m_view->shownSpan().last);
    QTest::keyClick(m_view, Qt::Key_Minus);
    QVERIFY(m_panel->model()->span());
    // Beyond what is shown the view goes along.
    QTest::keyClick(m_view, Qt::Key_Home);
    const TimeSpan before = m_view->shownSpan();
    QTest::keyClick(m_view, Qt::Key_Left);
    QVERIFY(m_view->shownSpan().first < before.first);
    QVERIFY(isSettled());
    QVERIFY(m_view->currentBin() >= 0);
    QTest::keyClick(m_view, Qt::Key_0);
    QVERIFY(!m_panel->model()->span());
}

void TestTimelineView::theKeyboardGoesThroughMarkers()
{
    const TimelineBins &bins = m_view->reading().bins();
    m_view->setMarkers({{bins.begin(80), bins.begin(82), Severity::Error, u"later"_s},
                        {bins.begin(20), bins.begin(20), Severity::Warning, u"earlier"_s}});
    QSignalSpy activated(m_view, &TimelineView::markerActivated);
    m_view->setFocus();
    QTest::keyClick(m_view, Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(m_view->currentBin(), 20);
    QTest::keyClick(m_view, Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(m_view->currentBin(), 80);
    QVERIFY(m_view->binText(80).endsWith(u"; later"_s));
    QTest::keyClick(m_view, Qt::Key_Space);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toInt(), 0);
    QTest::keyClick(m_view, Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(m_view->currentBin(), 20);
}

void TestTimelineView::aScreenReaderHearsEachBin()
{
    QAccessibleInterface *timeline = QAccessible::queryAccessibleInterface(m_view);
    QVERIFY(timeline);
    QCOMPARE(timeline->role(), QAccessible::List);
    QCOMPARE(timeline->childCount(), hours * 60);
    const QString spike = u"2026-01-15 10:15–10:16: 40 error(s), 1 notice(s)"_s;
    QCOMPARE(timeline->child(spikeMinute)->text(QAccessible::Name), spike);
    m_view->setFocus();
    m_view->setCurrentBin(spikeMinute);
    QCOMPARE(timeline->text(QAccessible::Value), spike);
    QAccessibleInterface *current = timeline->focusChild();
    QVERIFY(current);
    QCOMPARE(timeline->indexOfChild(current), spikeMinute);
    QVERIFY(current->state().focused);
    QVERIFY(current->state().selected);
    QVERIFY(!timeline->child(0)->state().focused);
    const QPoint middle = m_view->mapToGlobal(m_view->binRect(10).center());
    QCOMPARE(timeline->indexOfChild(timeline->childAt(middle.x(), middle.y())), 10);
    QCOMPARE(timeline->child(10)->rect().center(), middle);
    timeline->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(queryText(), u"time:2026-01-15T10:15Z..2026-01-15T10:16Z"_s);
}

void TestTimelineView::aScreenReaderHearsTheWhole()
{
    QAccessibleInterface *timeline = QAccessible::queryAccessibleInterface(m_view);
    QVERIFY(timeline->text(QAccessible::Name).contains(u"pasted"_s));
    QCOMPARE(timeline->text(QAccessible::Description),
             u"2026-01-15 09:00–11:00: 40 error(s), 120 notice(s). "
             "Most at 2026-01-15 10:15–10:16: 40 error(s), 1 notice(s). 1 record(s) have no time."_s);
    QVERIFY(unnamedControls(m_panel).isEmpty());
}

void TestTimelineView::aMarkerIsClicked()
{
    const TimelineBins &bins = m_view->reading().bins();
    m_view->setMarkers({{bins.begin(spikeMinute), bins.end(spikeMinute + 3), Severity::Critical, u"A <b>fault</b>"_s}});
    QSignalSpy activated(m_view, &TimelineView::markerActivated);
    QTest::mouseClick(m_view, Qt::LeftButton, {}, QPoint(xOfMinute(spikeMinute), 10));
    QCOMPARE(activated.size(), 1);
    QTest::mouseClick(m_view, Qt::LeftButton, {}, QPoint(xOfMinute(spikeMinute), 50));
    QTest::mouseClick(m_view, Qt::LeftButton, {}, QPoint(xOfMinute(10), 10));
    QCOMPARE(activated.size(), 1);
    QCOMPARE(queryText(), QString());
}

void TestTimelineView::ofMarkersOnEachOtherTheWorstIsShown()
{
    const TimelineBins &bins = m_view->reading().bins();
    const auto marker = [&bins](int bin, Severity severity) {
        return TimelineMarker{bins.begin(bin), bins.end(bin), severity, {}};
    };
    m_view->setMarkers({marker(spikeMinute, Severity::Info), marker(spikeMinute, Severity::Critical),
                        marker(spikeMinute + 1, Severity::Error), marker(10, Severity::Info)});
    QSignalSpy activated(m_view, &TimelineView::markerActivated);
    QTest::mouseClick(m_view, Qt::LeftButton, {}, QPoint(xOfMinute(spikeMinute), 10));
    QTest::mouseClick(m_view, Qt::LeftButton, {}, QPoint(xOfMinute(10), 10));
    QCOMPARE(activated, (QList<QVariantList>{{1}, {3}}));
    const QImage picture = m_view->grab().toImage();
    m_view->setMarkers({marker(spikeMinute, Severity::Critical), marker(10, Severity::Info)});
    QCOMPARE(m_view->grab().toImage(), picture);
}

void TestTimelineView::theSpikeIsSeen()
{
    const QImage picture = m_view->grab().toImage();
    const auto colorAt = [&](int bin, int y) { return picture.pixelColor(m_view->binRect(bin).left() + 1, y); };
    const QRect bars = m_view->binRect(spikeMinute);
    QCOMPARE(colorAt(spikeMinute, bars.center().y()), m_theme->colors().bar(Severity::Error));
    QCOMPARE(colorAt(spikeMinute, bars.top()), m_theme->colors().bar(Severity::Notice));
    QCOMPARE(colorAt(10, bars.center().y()), m_theme->colors().base);
    QCOMPARE(colorAt(10, bars.bottom()), m_theme->colors().bar(Severity::Notice));
}

void TestTimelineView::colourIsNeverAlone()
{
    QCOMPARE(m_panel->legend()->texts(), (QStringList{u"error"_s, u"notice"_s}));
    QCOMPARE(m_panel->remark(), u"at most 41 in 1 min  ·  1 record(s) without a time"_s);
}

void TestTimelineView::theSeriesCanBeChosen()
{
    QSignalSpy chosen(m_panel, &TimelinePanel::groupingChosen);
    const std::unique_ptr<QMenu> menu(m_panel->createMenu(m_panel));
    for (QAction *action : menu->actions()) {
        if (action->text() == u"By method"_s)
            action->trigger();
    }
    QCOMPARE(chosen.size(), 1);
    QVERIFY(isSettled());
    QTRY_COMPARE(m_panel->legend()->texts(), (QStringList{u"without a method"_s, u"Approve"_s}));
    QVERIFY(m_view->binText(spikeMinute).contains(u"Approve: 40"_s));
}

void TestTimelineView::theRowsThatAreSeenAreShown()
{
    const auto &columns = m_pane->document()->log()->columns();
    QTRY_VERIFY(!m_view->visibleTimes().isEmpty());
    QCOMPARE(m_view->visibleTimes().first(), columns.time(1)); // row 0 has none
    QScrollBar *bar = m_pane->view()->verticalScrollBar();
    bar->setValue(bar->maximum());
    QTRY_COMPARE(m_view->visibleTimes().last(), columns.time(columns.size() - 1));
    QVERIFY(m_view->visibleTimes().first() > columns.time(100));
    // A stripe in the accent below the bars, at the end.
    const QImage picture = m_view->grab().toImage();
    const QRect last = m_view->binRect(hours * 60 - 1);
    QCOMPARE(picture.pixelColor(last.left(), last.bottom() + 3), m_theme->colors().accent);
    QVERIFY(picture.pixelColor(m_view->binRect(5).left(), last.bottom() + 3) != m_theme->colors().accent);
}

void TestTimelineView::whatHasNoTimeIsSaid()
{
    show("{\"eventCode\":\"901\"}\n{\"eventCode\":\"702\"}\n");
    QCOMPARE(m_panel->remark(), u"2 record(s) without a time"_s);
    QCOMPARE(m_view->summary(), u"No record has a time."_s);
    m_view->setFocus();
    for (const int key : {Qt::Key_Home, Qt::Key_Right, Qt::Key_Plus, Qt::Key_Return, Qt::Key_Escape})
        QTest::keyClick(m_view, Qt::Key(key));
    drag(100, 300);
    QTest::mouseRelease(m_view, Qt::LeftButton, {}, QPoint(300, 20));
    turn(3, 200);
    QCOMPARE(queryText(), QString());
}

void TestTimelineView::nothingIsSaidToBeNothing()
{
    m_pane->queryState()->setQuery(parsed(u"user:nobody"_s));
    QVERIFY(isSettled());
    QCOMPARE(m_view->summary(), u"There are no records."_s);
    QCOMPARE(m_panel->remark(), QString());
    QVERIFY(!m_view->grab().isNull());
}

void TestTimelineView::itIsSharpAtTwiceTheSize()
{
    QImage picture(m_view->size() * 2, QImage::Format_RGB32);
    picture.setDevicePixelRatio(2);
    m_view->render(&picture);
    // Each pixel is of one of the colours: nothing is blurred between two.
    const QRect spike = m_view->binRect(spikeMinute);
    const QList<QColor> inks{m_theme->colors().bar(Severity::Error), m_theme->colors().bar(Severity::Notice),
                             m_theme->colors().base, m_theme->colors().line};
    for (int x = spike.left() * 2 - 8; x < spike.right() * 2 + 8; ++x)
        QVERIFY2(inks.contains(picture.pixelColor(x, spike.center().y() * 2)), qPrintable(QString::number(x)));
}

QTEST_MAIN(TestTimelineView)
#include "tst_timelineview.moc"
