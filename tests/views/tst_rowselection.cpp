#include "rowselection.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <limits>

using namespace evident;

class TestRowSelection : public QObject
{
    Q_OBJECT

private slots:
    void touchingRunsBecomeOne();
    void removingFromTheMiddleSplits();
    void allRowsOfAHugeTableAreOneRun();
    void agreesWithASetOfRows();
    void insertedRowsAreNotSelected();
    void removedRowsCloseTheGap();
};

void TestRowSelection::touchingRunsBecomeOne()
{
    RowSelection selection;
    selection.add(1, 2);
    selection.add(5, 4);
    QCOMPARE(selection.ranges(), (QList<RowRange>{{1, 2}, {4, 5}}));
    selection.add(3, 3);
    QCOMPARE(selection.ranges(), (QList<RowRange>{{1, 5}}));
}

void TestRowSelection::removingFromTheMiddleSplits()
{
    RowSelection selection;
    selection.set(0, 9);
    selection.remove(4, 5);
    QCOMPARE(selection.ranges(), (QList<RowRange>{{0, 3}, {6, 9}}));
    selection.toggle(3);
    selection.toggle(4);
    QCOMPARE(selection.ranges(), (QList<RowRange>{{0, 2}, {4, 4}, {6, 9}}));
}

void TestRowSelection::allRowsOfAHugeTableAreOneRun()
{
    constexpr int last = std::numeric_limits<int>::max() - 1;
    RowSelection selection;
    selection.set(0, last);
    selection.add(last, last);
    QCOMPARE(selection.ranges().size(), 1);
    QCOMPARE(selection.count(), qint64(last) + 1);
    QVERIFY(selection.contains(last));
}

void TestRowSelection::agreesWithASetOfRows()
{
    QRandomGenerator random(20260115);
    RowSelection selection;
    QSet<int> rows;
    for (int step = 0; step < 2000; ++step) {
        const int from = random.bounded(60);
        const int to = from + random.bounded(6);
        const bool add = random.bounded(2) == 0;
        add ? selection.add(from, to) : selection.remove(from, to);
        for (int row = from; row <= to; ++row) {
            if (add)
                rows.insert(row);
            else
                rows.remove(row);
        }
        QCOMPARE(selection.count(), rows.size());
        for (int row = 0; row < 70; ++row)
            QCOMPARE(selection.contains(row), rows.contains(row));
    }
}

void TestRowSelection::insertedRowsAreNotSelected()
{
    RowSelection selection;
    selection.add(2, 5);
    selection.add(8, 8);
    selection.rowsInserted(4, 3);
    QCOMPARE(selection.ranges(), (QList<RowRange>{{2, 3}, {7, 8}, {11, 11}}));
    selection.rowsInserted(12, 100);
    QCOMPARE(selection.count(), 5);
}

void TestRowSelection::removedRowsCloseTheGap()
{
    RowSelection selection;
    selection.add(2, 5);
    selection.add(8, 9);
    selection.rowsRemoved(6, 7);
    QCOMPARE(selection.ranges(), (QList<RowRange>{{2, 7}}));
    selection.rowsRemoved(0, 2);
    QCOMPARE(selection.ranges(), (QList<RowRange>{{0, 4}}));
}

QTEST_APPLESS_MAIN(TestRowSelection)
#include "tst_rowselection.moc"
