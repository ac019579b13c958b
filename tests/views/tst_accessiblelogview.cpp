#include "accessiblelogview.h"
#include "appearanceportal.h"
#include "icons.h"
#include "logview.h"
#include "syntheticlog.h"
#include "theme.h"

#include <QAccessible>
#include <QHeaderView>
#include <QTest>

using namespace evident;

class TestAccessibleLogView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void isATableOfTheVisibleColumns();
    void cellsSayWhatTheyShow();
    void severityIsAWord();
    void headersNameTheColumns();
    void childrenAreFoundByPlaceAndPoint();
    void twoBillionRowsAreAnsweredWithoutWalkingThem();
    void theFocusIsTheCurrentCell();
    void selectionCanBeChanged();
    void cellsOutOfRangeAreNothing();
    void cellsThatWereRemovedAreInvalid();
    void manyCellsAreForgotten();
    void aTextThatComesLateIsToldWhenItIsThere();

private:
    QAccessibleInterface *accessible() const { return QAccessible::queryAccessibleInterface(m_view.get()); }
    QAccessibleTableInterface *table() const { return accessible()->tableInterface(); }
    QString nameOf(int row, int column) const { return table()->cellAt(row, column)->text(QAccessible::Name); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Icons> m_icons;
    std::unique_ptr<SyntheticLog> m_log;
    std::unique_ptr<LogView> m_view;
};

void TestAccessibleLogView::initTestCase()
{
    m_theme = std::make_unique<Theme>(std::make_unique<AppearancePortal>(QDBusConnection(QStringLiteral("nowhere"))));
    m_icons = std::make_unique<Icons>(*m_theme);
}

void TestAccessibleLogView::init()
{
    m_log = std::make_unique<SyntheticLog>(1000);
    m_view = std::make_unique<LogView>(*m_theme, *m_icons);
    m_view->setModel(m_log.get());
    m_view->resize(900, 400);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_view->setFocus();
}

void TestAccessibleLogView::cleanup()
{
    m_view.reset();
    m_log.reset();
}

void TestAccessibleLogView::isATableOfTheVisibleColumns()
{
    QCOMPARE(accessible()->role(), QAccessible::Table);
    QVERIFY(!accessible()->text(QAccessible::Name).isEmpty());
    QVERIFY(table());
    QCOMPARE(table()->rowCount(), 1000);
    QCOMPARE(table()->columnCount(), 5);
    QCOMPARE(accessible()->childCount(), 1001 * 5);
    m_view->header()->setSectionHidden(SyntheticLog::UserColumn, true);
    QCOMPARE(table()->columnCount(), 4);
}

void TestAccessibleLogView::cellsSayWhatTheyShow()
{
    QCOMPARE(nameOf(1, 0), SyntheticLog::text(1, SyntheticLog::TimeColumn));
    QCOMPARE(nameOf(1, 4), SyntheticLog::text(1, SyntheticLog::DescriptionColumn));
    m_view->header()->moveSection(4, 0);
    m_log->reset(1000);
    QCOMPARE(nameOf(1, 0), SyntheticLog::text(1, SyntheticLog::DescriptionColumn));
}

void TestAccessibleLogView::severityIsAWord()
{
    QCOMPARE(nameOf(3, 1), QStringLiteral("error"));
    QCOMPARE(nameOf(12, 1), QStringLiteral("unknown level, audit"));
    QVERIFY(nameOf(7, 2).contains(QStringLiteral("not in the catalog")));
    QVERIFY(table()->rowDescription(3).contains(QStringLiteral("error")));
    QVERIFY(table()->cellAt(3, 0)->text(QAccessible::Description).contains(QStringLiteral("error")));
    m_view->header()->setSectionHidden(SyntheticLog::LevelColumn, true);
    QVERIFY(table()->rowDescription(3).startsWith(QStringLiteral("error, ")));
}

void TestAccessibleLogView::headersNameTheColumns()
{
    QCOMPARE(table()->columnDescription(4), QStringLiteral("Description"));
    const auto headers = table()->cellAt(2, 4)->tableCellInterface()->columnHeaderCells();
    QCOMPARE(headers.size(), 1);
    QCOMPARE(headers.first()->role(), QAccessible::ColumnHeader);
    QCOMPARE(headers.first()->text(QAccessible::Name), QStringLiteral("Description"));
}

void TestAccessibleLogView::childrenAreFoundByPlaceAndPoint()
{
    QAccessibleInterface *cell = table()->cellAt(2, 3);
    QCOMPARE(cell->role(), QAccessible::Cell);
    QCOMPARE(cell->parent(), accessible());
    QCOMPARE(cell->tableCellInterface()->rowIndex(), 2);
    QCOMPARE(cell->tableCellInterface()->columnIndex(), 3);
    QCOMPARE(accessible()->indexOfChild(cell), 3 * 5 + 3);
    QCOMPARE(accessible()->child(3 * 5 + 3), cell);
    const QPoint centre = cell->rect().center();
    QVERIFY(!cell->rect().isEmpty());
    QCOMPARE(accessible()->childAt(centre.x(), centre.y()), cell);
    QVERIFY(table()->cellAt(900, 3)->rect().isEmpty());
    QVERIFY(table()->cellAt(900, 3)->state().offscreen);
}

void TestAccessibleLogView::twoBillionRowsAreAnsweredWithoutWalkingThem()
{
    constexpr int rows = 2'000'000'000;
    m_log->reset(rows);
    m_view->selectAll();
    QCOMPARE(table()->rowCount(), rows);
    QVERIFY(accessible()->childCount() > 0);
    QCOMPARE(table()->selectedRowCount(), rows);
    QVERIFY(table()->selectedCells().size() <= 1000);
    QCOMPARE(nameOf(rows - 1, 0), SyntheticLog::text(rows - 1, SyntheticLog::TimeColumn));
    QCOMPARE(accessible()->indexOfChild(table()->cellAt(rows - 1, 0)), -1);
}

void TestAccessibleLogView::theFocusIsTheCurrentCell()
{
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(accessible()->focusChild(), table()->cellAt(0, 0));
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(accessible()->focusChild(), table()->cellAt(1, 0));
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(accessible()->focusChild(), table()->cellAt(1, 1));
    QVERIFY(table()->cellAt(1, 1)->state().focused);
    QVERIFY(table()->cellAt(1, 3)->state().selected);
    QVERIFY(!table()->cellAt(0, 1)->state().selected);
}

void TestAccessibleLogView::selectionCanBeChanged()
{
    QVERIFY(table()->selectRow(4));
    QVERIFY(table()->selectRow(6));
    QCOMPARE(table()->selectedRows(), (QList<int>{4, 6}));
    QVERIFY(table()->unselectRow(4));
    QCOMPARE(m_view->selectedRows(), QList<int>{6});
    QVERIFY(!table()->selectRow(1000));
    QVERIFY(!table()->selectColumn(0));
}

void TestAccessibleLogView::cellsOutOfRangeAreNothing()
{
    QVERIFY(!table()->cellAt(-1, 0));
    QVERIFY(!table()->cellAt(1000, 0));
    QVERIFY(!table()->cellAt(0, 5));
    QVERIFY(!accessible()->child(-1));
    m_view->setModel(nullptr);
    QCOMPARE(table()->rowCount(), 0);
    QVERIFY(!table()->cellAt(0, 0));
    QVERIFY(!accessible()->focusChild());
}

void TestAccessibleLogView::cellsThatWereRemovedAreInvalid()
{
    const QAccessible::Id id = QAccessible::uniqueId(table()->cellAt(999, 0));
    QVERIFY(QAccessible::accessibleInterface(id)->isValid());
    m_log->remove(500, 500);
    QVERIFY(!QAccessible::accessibleInterface(id));
}

void TestAccessibleLogView::manyCellsAreForgotten()
{
    const QAccessible::Id first = QAccessible::uniqueId(table()->cellAt(0, 0));
    for (int row = 0; row < 1000; ++row) {
        for (int column = 0; column < 5; ++column)
            QVERIFY(table()->cellAt(row, column));
    }
    QVERIFY(!QAccessible::accessibleInterface(first));
}

void TestAccessibleLogView::aTextThatComesLateIsToldWhenItIsThere()
{
    const auto *view = static_cast<AccessibleLogView *>(accessible());
    const QString text = SyntheticLog::text(5, SyntheticLog::DescriptionColumn);
    m_view->setCurrentRow(4);
    QVERIFY(!view->awaitsText);
    m_log->setUnread(5);
    QCOMPARE(nameOf(5, 4), QString());
    QVERIFY(table()->cellAt(5, 4)->state().busy);
    QVERIFY(!table()->cellAt(5, 3)->state().busy);
    QVERIFY(!table()->cellAt(6, 4)->state().busy);
    QVERIFY(!table()->rowDescription(5).contains(text));
    m_view->setCurrentRow(5);
    QVERIFY(view->awaitsText);
    // What comes for other rows, and what does not complete this one, says nothing.
    m_log->setUnread(5);
    emit m_log->dataChanged(m_log->index(7, 0), m_log->index(9, 4));
    QVERIFY(view->awaitsText);
    m_log->setUnread(-1);
    QVERIFY(!view->awaitsText);
    QCOMPARE(nameOf(5, 4), text);
    QVERIFY(!table()->cellAt(5, 4)->state().busy);
    QVERIFY(table()->rowDescription(5).contains(text));
}

QTEST_MAIN(TestAccessibleLogView)
#include "tst_accessiblelogview.moc"
