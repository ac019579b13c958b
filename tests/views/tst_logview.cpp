#include "appearanceportal.h"
#include "icons.h"
#include "logview.h"
#include "syntheticlog.h"
#include "theme.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace evident;

namespace {

constexpr int hugeRows = 2'000'000'000;

QList<RowRange> ranges(std::initializer_list<RowRange> list)
{
    return list;
}

} // namespace

class TestLogView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void aPaintAsksOnlyForVisibleCells_data();
    void aPaintAsksOnlyForVisibleCells();
    void twoBillionRowsScrollToTheLast();
    void resetCostsNothingPerRow();

    void keysMoveAndScroll_data();
    void keysMoveAndScroll();
    void shiftExtendsFromTheAnchor();
    void controlMovesWithoutSelecting();
    void selectAllIsCheap();
    void enterActivates();
    void clicksSelect();
    void draggingSelectsAndScrolls();
    void doubleClickActivates();
    void rightClickKeepsTheSelectionItHits();
    void menuKeyOpensTheMenuOfTheCurrentCell();
    void wheelPixelsAddUpToRows();

    void appendedRowsMoveNothing();
    void whoIsKeptAtTheEndSeesWhatIsAppended();
    void rowsInsertedAboveKeepTheRecordsInSight();
    void removedRowsLeaveTheSelection();
    void resetForgetsTheSelection();
    void sortingInPlaceFollowsTheCurrentRecord();
    void theModelMayGoFirst();

    void columnsFitAtFirst();
    void noHorizontalScrollBarAtNormalWidth();
    void narrowWindowsScrollSideways();
    void clicksCycleTheSort();
    void restoringColumnsDoesNotSort();
    void theMenuShowsAndHidesColumns();

    void severityTintsOnlyHeavyRows();
    void selectedRowsKeepTheSeveritysBar();
    void aTextThatIsNotKnownYetIsAHint();
    void focusIsVisible();
    void marksStandInTheScrollBar();
    void aClickOnAMarkGoesThere();

private:
    void setRows(int rows);
    QPoint at(int row, int column = SyntheticLog::UserColumn) const { return m_view->visualRect(row, column).center(); }
    QColor pixel(int x, int row) const;
    QPoint headerPoint(int section) const;

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Icons> m_icons;
    std::unique_ptr<SyntheticLog> m_log;
    std::unique_ptr<LogView> m_view;
};

void TestLogView::initTestCase()
{
    m_theme = std::make_unique<Theme>(std::make_unique<AppearancePortal>(QDBusConnection(QStringLiteral("nowhere"))));
    m_theme->setChoice(Theme::Choice::Light);
    m_icons = std::make_unique<Icons>(*m_theme);
}

void TestLogView::init()
{
    m_view = std::make_unique<LogView>(*m_theme, *m_icons);
    m_view->resize(1000, 500);
    setRows(1000);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_view->setFocus();
}

void TestLogView::cleanup()
{
    m_view.reset();
    m_log.reset();
}

void TestLogView::setRows(int rows)
{
    m_view->setModel(nullptr);
    m_log = std::make_unique<SyntheticLog>(rows);
    m_view->setModel(m_log.get());
}

QColor TestLogView::pixel(int x, int row) const
{
    const int y = (row - m_view->firstVisibleRow()) * m_view->rowHeight() + m_view->rowHeight() / 2;
    return m_view->viewport()->grab().toImage().pixelColor(x, y);
}

QPoint TestLogView::headerPoint(int section) const
{
    const QHeaderView *header = m_view->header();
    return {header->sectionViewportPosition(section) + header->sectionSize(section) / 2, header->height() / 2};
}

void TestLogView::aPaintAsksOnlyForVisibleCells_data()
{
    QTest::addColumn<int>("rows");
    QTest::newRow("none") << 0;
    QTest::newRow("fewer than a page") << 3;
    QTest::newRow("a thousand") << 1000;
    QTest::newRow("two billion") << hugeRows;
}

void TestLogView::aPaintAsksOnlyForVisibleCells()
{
    QFETCH(int, rows);
    setRows(rows);
    m_view->selectAll();
    m_log->dataCalls = 0;
    m_view->viewport()->grab();
    const int columns = m_view->header()->count() - m_view->header()->hiddenSectionCount();
    // Four roles a cell and two a row.
    const qint64 most = qint64(m_view->visibleRowCount()) * (4 * columns + 2);
    QVERIFY2(m_log->dataCalls <= most, qPrintable(QString::number(m_log->dataCalls)));
    QVERIFY(rows == 0 || m_log->dataCalls > 0);
}

void TestLogView::twoBillionRowsScrollToTheLast()
{
    setRows(hugeRows);
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QCOMPARE(m_view->currentRow(), hugeRows - 1);
    QVERIFY(!m_view->visualRect(hugeRows - 1, SyntheticLog::TimeColumn).isEmpty());
    QTest::keyClick(m_view.get(), Qt::Key_PageDown);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->currentRow(), hugeRows - 1);
    QCOMPARE(m_view->indexAt(m_view->visualRect(hugeRows - 1, SyntheticLog::CodeColumn).center()),
             m_log->index(hugeRows - 1, SyntheticLog::CodeColumn));
    m_view->setCurrentRow(hugeRows / 2);
    QVERIFY(m_view->firstVisibleRow() <= hugeRows / 2);
    QVERIFY(m_view->firstVisibleRow() + m_view->visibleRowCount() > hugeRows / 2);
}

void TestLogView::resetCostsNothingPerRow()
{
    setRows(0);
    m_log->dataCalls = 0;
    m_log->reset(hugeRows);
    m_log->append(1000);
    QCOMPARE(m_log->dataCalls, 0);
    QCOMPARE(m_view->firstVisibleRow(), 0);
}

void TestLogView::keysMoveAndScroll_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to"); ///< -1: a page further
    QTest::newRow("down") << Qt::Key_Down << 5 << 6;
    QTest::newRow("up") << Qt::Key_Up << 5 << 4;
    QTest::newRow("up at the top") << Qt::Key_Up << 0 << 0;
    QTest::newRow("down at the end") << Qt::Key_Down << 999 << 999;
    QTest::newRow("home") << Qt::Key_Home << 500 << 0;
    QTest::newRow("end") << Qt::Key_End << 500 << 999;
    QTest::newRow("page up near the top") << Qt::Key_PageUp << 2 << 0;
    QTest::newRow("page down near the end") << Qt::Key_PageDown << 998 << 999;
    QTest::newRow("page down") << Qt::Key_PageDown << 100 << -1;
}

void TestLogView::keysMoveAndScroll()
{
    QFETCH(Qt::Key, key);
    QFETCH(int, from);
    QFETCH(int, to);
    m_view->setCurrentRow(from);
    QTest::keyClick(m_view.get(), key);
    if (to < 0)
        to = from + m_view->verticalScrollBar()->pageStep() - 1;
    QCOMPARE(m_view->currentRow(), to);
    QCOMPARE(m_view->selectedRows(), QList<int>{to});
    QVERIFY(!m_view->visualRect(to, SyntheticLog::TimeColumn).isEmpty());
    QVERIFY(m_view->visualRect(to, SyntheticLog::TimeColumn).bottom() < m_view->viewport()->height());
}

void TestLogView::shiftExtendsFromTheAnchor()
{
    m_view->setCurrentRow(10);
    QSignalSpy selections(m_view.get(), &LogView::selectionChanged);
    QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_view->selection().ranges(), ranges({{10, 12}}));
    QTest::keyClick(m_view.get(), Qt::Key_Home, Qt::ShiftModifier);
    QCOMPARE(m_view->selection().ranges(), ranges({{0, 10}}));
    QCOMPARE(m_view->currentRow(), 0);
    QCOMPARE(selections.count(), 3);
}

void TestLogView::controlMovesWithoutSelecting()
{
    m_view->setCurrentRow(3);
    QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ControlModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(m_view->currentRow(), 5);
    QCOMPARE(m_view->selectedRows(), QList<int>{3});
    QTest::keyClick(m_view.get(), Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(m_view->selectedRows(), (QList<int>{3, 5}));
    QTest::keyClick(m_view.get(), Qt::Key_Space);
    QCOMPARE(m_view->selectedRows(), QList<int>{5});
}

void TestLogView::selectAllIsCheap()
{
    setRows(hugeRows);
    m_log->dataCalls = 0;
    QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_log->dataCalls, 0);
    QCOMPARE(m_view->selection().count(), qint64(hugeRows));
    QCOMPARE(m_view->selectedRows(3), (QList<int>{0, 1, 2}));
}

void TestLogView::enterActivates()
{
    QSignalSpy activations(m_view.get(), &LogView::rowActivated);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(activations.count(), 0);
    m_view->setCurrentRow(4);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QTest::keyClick(m_view.get(), Qt::Key_Enter);
    QCOMPARE(activations, (QList<QList<QVariant>>{{4}, {4}}));
}

void TestLogView::clicksSelect()
{
    QSignalSpy moves(m_view.get(), &LogView::currentRowChanged);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(2));
    QCOMPARE(m_view->selectedRows(), QList<int>{2});
    QCOMPARE(m_view->currentColumn(), int(SyntheticLog::UserColumn));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, at(5));
    QCOMPARE(m_view->selectedRows(), (QList<int>{2, 3, 4, 5}));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, at(3));
    QCOMPARE(m_view->selectedRows(), (QList<int>{2, 4, 5}));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, at(8));
    QCOMPARE(m_view->selectedRows(), (QList<int>{2, 4, 5, 8}));
    QCOMPARE(moves, (QList<QList<QVariant>>{{2}, {5}, {3}, {8}}));
}

void TestLogView::draggingSelectsAndScrolls()
{
    QWidget *viewport = m_view->viewport();
    QTest::mousePress(viewport, Qt::LeftButton, {}, at(2));
    const auto move = [&](const QPoint &to) {
        QMouseEvent event(QEvent::MouseMove, to, viewport->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(viewport, &event);
    };
    move(at(6));
    QCOMPARE(m_view->selection().ranges(), ranges({{2, 6}}));
    move(at(1));
    QCOMPARE(m_view->selection().ranges(), ranges({{1, 2}}));
    const int page = m_view->verticalScrollBar()->pageStep();
    move(QPoint(50, viewport->height() + 20));
    QTRY_VERIFY(m_view->currentRow() > page + 3);
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, QPoint(50, viewport->height() + 20));
    QCOMPARE(m_view->selection().ranges(), ranges({{2, m_view->currentRow()}}));
    QVERIFY(m_view->firstVisibleRow() > 0);
}

void TestLogView::doubleClickActivates()
{
    QSignalSpy activations(m_view.get(), &LogView::rowActivated);
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, at(7));
    QCOMPARE(activations, (QList<QList<QVariant>>{{7}}));
}

void TestLogView::rightClickKeepsTheSelectionItHits()
{
    RowSelection selection;
    selection.set(3, 6);
    m_view->setSelection(selection);
    QSignalSpy menus(m_view.get(), &LogView::cellMenuRequested);
    QTest::mouseClick(m_view->viewport(), Qt::RightButton, {}, at(4));
    QContextMenuEvent event(QContextMenuEvent::Mouse, at(4), m_view->viewport()->mapToGlobal(at(4)));
    QApplication::sendEvent(m_view->viewport(), &event);
    QCOMPARE(m_view->selection(), selection);
    QCOMPARE(menus.count(), 1);
    QCOMPARE(menus.first().first().toModelIndex(), m_log->index(4, SyntheticLog::UserColumn));
    QTest::mouseClick(m_view->viewport(), Qt::RightButton, {}, at(9));
    QCOMPARE(m_view->selectedRows(), QList<int>{9});
}

void TestLogView::menuKeyOpensTheMenuOfTheCurrentCell()
{
    m_view->setCurrentRow(2);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(m_view->currentColumn(), int(SyntheticLog::CodeColumn));
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QCOMPARE(m_view->currentColumn(), int(SyntheticLog::LevelColumn));
    QSignalSpy menus(m_view.get(), &LogView::cellMenuRequested);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(m_view.get(), &event);
    QCOMPARE(menus.count(), 1);
    QCOMPARE(menus.first().first().toModelIndex(), m_log->index(2, SyntheticLog::LevelColumn));
}

void TestLogView::wheelPixelsAddUpToRows()
{
    const int height = m_view->rowHeight();
    const auto turn = [&](int pixels) {
        const QPointF place(100, 100);
        QWheelEvent event(place, m_view->viewport()->mapToGlobal(place), {0, pixels}, {0, pixels * 8}, {}, {},
                          Qt::ScrollUpdate, false);
        QApplication::sendEvent(m_view->viewport(), &event);
    };
    turn(-height / 2);
    QCOMPARE(m_view->firstVisibleRow(), 0);
    turn(-height);
    QCOMPARE(m_view->firstVisibleRow(), 1);
    turn(-10 * height);
    QCOMPARE(m_view->firstVisibleRow(), 11);
    turn(20 * height);
    QCOMPARE(m_view->firstVisibleRow(), 0);
}

void TestLogView::appendedRowsMoveNothing()
{
    m_view->setCurrentRow(999);
    const int top = m_view->firstVisibleRow();
    QSignalSpy moves(m_view.get(), &LogView::currentRowChanged);
    QSignalSpy selections(m_view.get(), &LogView::selectionChanged);
    m_log->append(5000);
    QCOMPARE(m_view->firstVisibleRow(), top);
    QCOMPARE(m_view->currentRow(), 999);
    QCOMPARE(m_view->selectedRows(), QList<int>{999});
    QCOMPARE(m_view->verticalScrollBar()->maximum(), 6000 - m_view->verticalScrollBar()->pageStep());
    QCOMPARE(moves.count() + selections.count(), 0);
}

void TestLogView::whoIsKeptAtTheEndSeesWhatIsAppended()
{
    m_view->setKeptAtEnd(true);
    m_view->setCurrentRow(0);
    m_log->append(5);
    QCOMPARE(m_view->firstVisibleRow(), 0); // not at the end: nothing moves
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
    m_log->append(5000);
    QVERIFY(m_view->isAtEnd());
    QCOMPARE(m_view->firstVisibleRow(), m_view->verticalScrollBar()->maximum());
    QCOMPARE(m_view->currentRow(), 0);
    m_view->setKeptAtEnd(false);
    const int top = m_view->firstVisibleRow();
    m_log->append(10);
    QCOMPARE(m_view->firstVisibleRow(), top);
}

void TestLogView::rowsInsertedAboveKeepTheRecordsInSight()
{
    m_view->setCurrentRow(500);
    const int top = m_view->firstVisibleRow();
    m_log->insert(0, 7);
    QCOMPARE(m_view->firstVisibleRow(), top + 7);
    QCOMPARE(m_view->currentRow(), 507);
    QCOMPARE(m_view->selectedRows(), QList<int>{507});
}

void TestLogView::removedRowsLeaveTheSelection()
{
    RowSelection selection;
    selection.set(10, 20);
    m_view->setCurrentRow(12);
    m_view->setSelection(selection);
    m_log->remove(12, 3);
    QCOMPARE(m_view->currentRow(), -1);
    QCOMPARE(m_view->selection().ranges(), ranges({{10, 17}}));
}

void TestLogView::resetForgetsTheSelection()
{
    m_view->setCurrentRow(500);
    QSignalSpy moves(m_view.get(), &LogView::currentRowChanged);
    m_log->reset(20);
    QCOMPARE(m_view->currentRow(), -1);
    QVERIFY(m_view->selection().isEmpty());
    QCOMPARE(m_view->firstVisibleRow(), 0);
    QCOMPARE(moves.count(), 1);
}

void TestLogView::sortingInPlaceFollowsTheCurrentRecord()
{
    RowSelection selection;
    selection.set(3, 8);
    m_view->setCurrentRow(3);
    m_view->setSelection(selection);
    m_log->reverse();
    QCOMPARE(m_view->currentRow(), 996);
    QCOMPARE(m_view->selectedRows(), QList<int>{996});
}

void TestLogView::theModelMayGoFirst()
{
    m_view->setCurrentRow(3);
    m_log.reset();
    QCOMPARE(m_view->model(), nullptr);
    QCOMPARE(m_view->currentRow(), -1);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    m_view->viewport()->grab();
    QCOMPARE(m_view->visibleRowCount(), 0);
}

void TestLogView::columnsFitAtFirst()
{
    const QHeaderView *header = m_view->header();
    QVERIFY(header->isSectionHidden(SyntheticLog::AddressColumn));
    const QFontMetrics metrics(m_view->font());
    const int time = metrics.horizontalAdvance(QStringLiteral("2026-01-15 09:14:02.118"));
    QVERIFY(header->sectionSize(SyntheticLog::TimeColumn) >= time + 8);
    QVERIFY(header->sectionSize(SyntheticLog::TimeColumn) <= time + 24);
    QVERIFY(header->sectionSize(SyntheticLog::DescriptionColumn) > header->sectionSize(SyntheticLog::UserColumn));
}

void TestLogView::noHorizontalScrollBarAtNormalWidth()
{
    for (const int width : {1280, 1000}) {
        m_view->resize(width, 500);
        QTRY_COMPARE(m_view->width(), width);
        QCOMPARE(m_view->horizontalScrollBar()->maximum(), 0);
        const QHeaderView *header = m_view->header();
        const int end = header->sectionViewportPosition(SyntheticLog::DescriptionColumn)
            + header->sectionSize(SyntheticLog::DescriptionColumn);
        QCOMPARE(end, m_view->viewport()->width());
    }
    m_view->header()->setSectionHidden(SyntheticLog::AddressColumn, false);
    QCOMPARE(m_view->horizontalScrollBar()->maximum(), 0);
}

void TestLogView::narrowWindowsScrollSideways()
{
    m_view->resize(400, 500);
    QTRY_VERIFY(m_view->horizontalScrollBar()->maximum() > 0);
    m_view->setCurrentRow(0);
    for (int i = 0; i < 6; ++i)
        QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(m_view->currentColumn(), int(SyntheticLog::DescriptionColumn));
    QVERIFY(m_view->horizontalScrollBar()->value() > 0);
    QVERIFY(!m_view->visualRect(0, SyntheticLog::DescriptionColumn).isEmpty());
    for (int i = 0; i < 6; ++i)
        QTest::keyClick(m_view.get(), Qt::Key_Left);
    QCOMPARE(m_view->horizontalScrollBar()->value(), 0);
}

void TestLogView::clicksCycleTheSort()
{
    QWidget *header = m_view->header()->viewport();
    for (int i = 0; i < 3; ++i)
        QTest::mouseClick(header, Qt::LeftButton, {}, headerPoint(SyntheticLog::TimeColumn));
    using Sorts = QList<QPair<int, Qt::SortOrder>>;
    QCOMPARE(m_log->sorts, (Sorts{{0, Qt::DescendingOrder}, {0, Qt::AscendingOrder}, {-1, Qt::AscendingOrder}}));
    QCOMPARE(m_view->header()->sortIndicatorSection(), -1);
    m_log->sorts.clear();
    QTest::mouseClick(header, Qt::LeftButton, {}, headerPoint(SyntheticLog::UserColumn));
    QTest::mouseClick(header, Qt::LeftButton, {}, headerPoint(SyntheticLog::CodeColumn));
    QCOMPARE(m_log->sorts,
             (Sorts{{SyntheticLog::UserColumn, Qt::AscendingOrder}, {SyntheticLog::CodeColumn, Qt::AscendingOrder}}));
}

void TestLogView::restoringColumnsDoesNotSort()
{
    m_view->header()->setSortIndicator(SyntheticLog::UserColumn, Qt::AscendingOrder);
    m_view->header()->moveSection(0, 2);
    m_view->header()->resizeSection(SyntheticLog::UserColumn, 77);
    const QByteArray state = m_view->saveColumns();
    QCOMPARE(m_view->header()->sortIndicatorSection(), int(SyntheticLog::UserColumn));

    LogView other(*m_theme, *m_icons);
    SyntheticLog log(10);
    other.setModel(&log);
    QVERIFY(other.restoreColumns(state));
    QCOMPARE(other.header()->visualIndex(0), 2);
    QCOMPARE(other.header()->sectionSize(SyntheticLog::UserColumn), 77);
    QVERIFY(log.sorts.isEmpty());
    QCOMPARE(other.header()->sortIndicatorSection(), -1);
}

void TestLogView::theMenuShowsAndHidesColumns()
{
    const auto actionOf = [](QMenu *menu, const QString &text) {
        const auto actions = menu->actions();
        const auto it =
            std::find_if(actions.cbegin(), actions.cend(), [&](auto *action) { return action->text() == text; });
        return it == actions.cend() ? nullptr : *it;
    };
    std::unique_ptr<QMenu> menu(m_view->createColumnMenu(nullptr));
    QAction *address = actionOf(menu.get(), QStringLiteral("Source address"));
    QVERIFY(address && !address->isChecked());
    address->trigger();
    QVERIFY(!m_view->header()->isSectionHidden(SyntheticLog::AddressColumn));

    for (int section = 1; section < SyntheticLog::ColumnCount; ++section)
        m_view->header()->setSectionHidden(section, true);
    menu.reset(m_view->createColumnMenu(nullptr));
    QVERIFY2(!actionOf(menu.get(), QStringLiteral("Time"))->isEnabled(), "the last column cannot be hidden");
    actionOf(menu.get(), QStringLiteral("Columns as at first"))->trigger();
    QVERIFY(!m_view->header()->isSectionHidden(SyntheticLog::DescriptionColumn));
    QVERIFY(m_view->header()->isSectionHidden(SyntheticLog::AddressColumn));
}

void TestLogView::severityTintsOnlyHeavyRows()
{
    m_view->clearFocus();
    const int x = m_view->viewport()->width() - 2;
    const ColorTokens &colors = m_theme->colors();
    for (int row = 0; row < 13; ++row) {
        const QColor tint = colors.rowTint(SyntheticLog::severityAt(row));
        const QColor expected = tint.isValid() ? tint : row % 2 ? colors.alternate : colors.base;
        QCOMPARE(pixel(x, row), expected);
    }
}

void TestLogView::selectedRowsKeepTheSeveritysBar()
{
    m_view->clearFocus();
    m_view->setCurrentRow(3);
    const ColorTokens &colors = m_theme->colors();
    QCOMPARE(SyntheticLog::severityAt(3), Severity::Error);
    QCOMPARE(pixel(0, 3), colors.of(Severity::Error).ink);
    QCOMPARE(pixel(2, 3), colors.of(Severity::Error).ink);
    QCOMPARE(pixel(3, 3), colors.selection);
    m_view->setFocus();
    QCOMPARE(pixel(2, 3), colors.of(Severity::Error).ink);
}

void TestLogView::aTextThatIsNotKnownYetIsAHint()
{
    const auto picture = [this](int row, int column) {
        return m_view->viewport()->grab(m_view->visualRect(row, column)).toImage();
    };
    const QImage known = picture(4, SyntheticLog::DescriptionColumn);
    const QImage above = picture(3, SyntheticLog::DescriptionColumn);
    const QImage beside = picture(4, SyntheticLog::UserColumn);
    m_log->setUnread(4);
    const QImage hint = picture(4, SyntheticLog::DescriptionColumn);
    QVERIFY(hint != known);
    const QColor background = hint.pixelColor(hint.width() - 1, 1);
    bool isEmpty = true;
    for (int x = 0; x < hint.width() / 4; ++x) {
        for (int y = 0; y < hint.height(); ++y)
            isEmpty = isEmpty && hint.pixelColor(x, y) == background;
    }
    QVERIFY(!isEmpty);
    QCOMPARE(picture(3, SyntheticLog::DescriptionColumn), above);
    QCOMPARE(picture(4, SyntheticLog::UserColumn), beside);
    m_log->setUnread(-1);
    QCOMPARE(picture(4, SyntheticLog::DescriptionColumn), known);
}

void TestLogView::focusIsVisible()
{
    m_view->setCurrentRow(2);
    const int x = m_view->viewport()->width() - 1;
    QCOMPARE(pixel(x, 2), m_theme->colors().accent);
    QCOMPARE(pixel(x - 1, 2), m_theme->colors().accent);
    m_view->clearFocus();
    QVERIFY(pixel(x, 2) != m_theme->colors().accent);
    setRows(0);
    m_view->setFocus();
    QCOMPARE(m_view->viewport()->grab().toImage().pixelColor(x, 50), m_theme->colors().accent);
}

void TestLogView::marksStandInTheScrollBar()
{
    QScrollBar *bar = m_view->verticalScrollBar();
    const auto lastColumn = [bar](double position) {
        return bar->grab().toImage().pixelColor(bar->width() - 1, int(position * (bar->height() - 2)) + 1);
    };
    m_view->setScrollMarks(
        {{0.5, int(Severity::Warning)}, {0.5, int(Severity::Error)}, {1.0, int(Severity::Critical)}});
    QCOMPARE(lastColumn(0.5), m_theme->colors().of(Severity::Error).ink);
    QCOMPARE(lastColumn(1.0), m_theme->colors().of(Severity::Critical).ink);
    QVERIFY(lastColumn(0.25) != m_theme->colors().of(Severity::Error).ink);
}

void TestLogView::aClickOnAMarkGoesThere()
{
    setRows(10'000);
    QScrollBar *bar = m_view->verticalScrollBar();
    m_view->setScrollMarks({{0.5, int(Severity::Error)}});
    QTest::mouseClick(bar, Qt::LeftButton, {}, QPoint(bar->width() - 2, bar->height() / 2));
    QVERIFY(m_view->firstVisibleRow() < 5000);
    QVERIFY(m_view->firstVisibleRow() + m_view->visibleRowCount() > 5000);
}

QTEST_MAIN(TestLogView)
#include "tst_logview.moc"
