#include "catalogpane.h"

#include "emptystate.h"
#include "noticebar.h"
#include "viewfixture.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

using namespace evident;
using namespace Qt::StringLiterals;

class TestCatalogPane : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void showsEveryEntryInTheOrderOfCodes();
    void wordsFindWhatTheTextsSayOtherwise();
    void sortsCodesAsNumbersAndLevelsByWeight();
    void theDescriptionTakesTheRest();
    void whatIsLookedForBecomesCurrent();
    void theCurrentEntryIsKeptWhileTheQueryKeepsIt();
    void showingAnEntryClearsNothing();
    void movingTellsOfEachEntryOnce();
    void anEmptyResultOffersWaysOut();
    void aCellsMenuEditsTheQuery();
    void columnsCanBeHidden();
    void theCurrentRowCanBeCopied();
    void noticesAreStripsThatGoAway();
    void aNewCatalogKeepsTheCurrentEntry();
    void aMarkedEntrySaysSo();
    void everythingHasANameForTheScreenReader();

private:
    QStringList codes() const;

    Theme *m_theme = nullptr;
    std::unique_ptr<Icons> m_icons;
    CatalogPointer m_catalog;
    std::unique_ptr<CatalogPane> m_pane;
};

void TestCatalogPane::initTestCase()
{
    m_theme = new Theme(this);
    m_icons = std::make_unique<Icons>(*m_theme);
    m_catalog = shippedCatalog();
}

void TestCatalogPane::init()
{
    m_pane = std::make_unique<CatalogPane>(*m_theme, *m_icons);
    m_pane->resize(900, 500);
    m_pane->setCatalog(m_catalog);
    m_pane->show();
    m_pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
}

QStringList TestCatalogPane::codes() const
{
    const QAbstractItemModel *model = m_pane->table()->model();
    QStringList list;
    for (int row = 0; row < model->rowCount(); ++row)
        list.append(model->index(row, CatalogModel::CodeColumn).data().toString());
    return list;
}

void TestCatalogPane::showsEveryEntryInTheOrderOfCodes()
{
    QCOMPARE(m_pane->shownCount(), int(m_catalog->entries().size()));
    QCOMPARE(codes().first(), u"400"_s);
    QCOMPARE(codes().last(), u"1409"_s);
}

void TestCatalogPane::wordsFindWhatTheTextsSayOtherwise()
{
    m_pane->setQuery(parsed(u"push timed out"_s));
    QCOMPARE(codes(), QStringList({u"702"_s, u"802"_s, u"832"_s}));
}

void TestCatalogPane::sortsCodesAsNumbersAndLevelsByWeight()
{
    m_pane->table()->sortByColumn(CatalogModel::CodeColumn, Qt::DescendingOrder);
    QCOMPARE(codes().first(), u"1409"_s);
    m_pane->table()->sortByColumn(CatalogModel::LevelColumn, Qt::AscendingOrder);
    const QAbstractItemModel *model = m_pane->table()->model();
    QCOMPARE(model->index(0, CatalogModel::LevelColumn).data().toString(), u"error"_s);
    QCOMPARE(model->index(model->rowCount() - 1, CatalogModel::LevelColumn).data().toString(), u"notice"_s);
}

void TestCatalogPane::theDescriptionTakesTheRest()
{
    int width = 0;
    for (int column = 0; column < CatalogModel::ColumnCount; ++column)
        width += m_pane->header()->sectionSize(column);
    QCOMPARE(width, m_pane->table()->viewport()->width());
    QVERIFY(m_pane->header()->sectionSize(CatalogModel::DescriptionColumn) > 200);
    QVERIFY(m_pane->header()->sectionsMovable());
}

void TestCatalogPane::whatIsLookedForBecomesCurrent()
{
    QSignalSpy changed(m_pane.get(), &CatalogPane::currentEntryChanged);
    m_pane->setQuery(parsed(u"702"_s));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().value<EventKey>(), (EventKey{Kind::User, 702}));
}

void TestCatalogPane::theCurrentEntryIsKeptWhileTheQueryKeepsIt()
{
    QVERIFY(m_pane->showEntry({Kind::User, 832}));
    QSignalSpy changed(m_pane.get(), &CatalogPane::currentEntryChanged);
    m_pane->setQuery(parsed(u"push timed out"_s));
    QCOMPARE(changed.size(), 0);
    QCOMPARE(m_pane->currentEntry(), (EventKey{Kind::User, 832}));
    m_pane->setQuery(parsed(u"code:702"_s));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_pane->currentEntry(), (EventKey{Kind::User, 702}));
    QSignalSpy lost(m_pane.get(), &CatalogPane::currentEntryLost);
    m_pane->setQuery(parsed(u"code:1"_s));
    QCOMPARE(lost.size(), 1);
}

void TestCatalogPane::showingAnEntryClearsNothing()
{
    m_pane->setQuery(parsed(u"push timed out"_s));
    QVERIFY(!m_pane->showEntry({Kind::User, 400}));
    QVERIFY(!m_pane->showEntry({Kind::System, 702}));
    QCOMPARE(m_pane->shownCount(), 3);
    QVERIFY(m_pane->showEntry({Kind::User, 832}));
    QCOMPARE(m_pane->table()->currentIndex().row(), 2);
}

void TestCatalogPane::movingTellsOfEachEntryOnce()
{
    QVERIFY(m_pane->showEntry({Kind::User, 400}));
    QSignalSpy changed(m_pane.get(), &CatalogPane::currentEntryChanged);
    QTest::keyClick(m_pane->table(), Qt::Key_Down);
    QTest::keyClick(m_pane->table(), Qt::Key_Right);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().value<EventKey>(), (EventKey{Kind::User, 401}));
}

void TestCatalogPane::anEmptyResultOffersWaysOut()
{
    auto *empty = m_pane->findChild<EmptyState *>();
    QVERIFY(!empty->isVisible());
    m_pane->setQuery(parsed(u"method:Approve code:1"_s));
    QVERIFY(empty->isVisible());
    QVERIFY(!m_pane->table()->isVisible());
    QStringList names;
    QList<QPushButton *> buttons;
    for (QPushButton *button : empty->findChildren<QPushButton *>()) {
        if (!button->isHidden()) {
            names.append(button->accessibleName());
            buttons.append(button);
        }
    }
    QCOMPARE(names, QStringList({u"Clear method:Approve"_s, u"Clear code:1"_s, u"Clear all"_s}));
    QSignalSpy edited(m_pane.get(), &CatalogPane::queryEdited);
    connect(m_pane.get(), &CatalogPane::queryEdited, m_pane.get(), &CatalogPane::setQuery);
    buttons.at(1)->setFocus();
    QTest::keyClick(buttons.at(1), Qt::Key_Space);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(m_pane->query(), parsed(u"method:Approve"_s));
    QVERIFY(m_pane->table()->isVisible());
    QVERIFY(m_pane->table()->hasFocus());
}

void TestCatalogPane::aCellsMenuEditsTheQuery()
{
    QTableView *table = m_pane->table();
    const auto openMenu = [&](int column) {
        const QModelIndex index = table->model()->index(0, column);
        emit table->customContextMenuRequested(table->visualRect(index).center());
        return m_pane->findChildren<QMenu *>().last();
    };
    QSignalSpy edited(m_pane.get(), &CatalogPane::queryEdited);
    QMenu *menu = openMenu(CatalogModel::LevelColumn);
    QCOMPARE(menu->actions().first()->text(), u"Keep only notice"_s);
    menu->actions().at(0)->trigger();
    menu->actions().at(1)->trigger();
    menu->close();
    QCOMPARE(edited.at(0).first().value<Query>(), parsed(u"level:notice"_s));
    QCOMPARE(edited.at(1).first().value<Query>(), parsed(u"-level:notice"_s));
    menu = openMenu(CatalogModel::CodeColumn);
    menu->actions().at(0)->trigger();
    menu->close();
    QCOMPARE(edited.at(2).first().value<Query>(), parsed(u"code:400"_s));
}

void TestCatalogPane::columnsCanBeHidden()
{
    QVERIFY(m_pane->header()->isSectionHidden(CatalogModel::OutcomeColumn)); // at first: the facets tell it
    emit m_pane->header()->customContextMenuRequested(QPoint(5, 5));
    QMenu *menu = m_pane->findChildren<QMenu *>().last();
    QCOMPARE(menu->actions().size(), int(CatalogModel::ColumnCount));
    QVERIFY(!menu->actions().at(CatalogModel::CodeColumn)->isEnabled());
    menu->actions().at(CatalogModel::CategoryColumn)->trigger();
    QVERIFY(m_pane->header()->isSectionHidden(CatalogModel::CategoryColumn));
    menu->actions().at(CatalogModel::CategoryColumn)->trigger();
    QVERIFY(!m_pane->header()->isSectionHidden(CatalogModel::CategoryColumn));
    menu->close();
}

void TestCatalogPane::theCurrentRowCanBeCopied()
{
    QCOMPARE(m_pane->currentRowText(), QString());
    m_pane->showEntry({Kind::User, 702});
    const QStringList cells = m_pane->currentRowText().split(u'\t');
    QCOMPARE(cells.first(), u"702"_s);
    QCOMPARE(cells.last(), u"Approve authentication failed - User response timed out."_s);
}

void TestCatalogPane::noticesAreStripsThatGoAway()
{
    m_pane->setNotices({u"The catalog is read-only."_s, u"The database was damaged."_s});
    const QList<NoticeBar *> bars = m_pane->findChildren<NoticeBar *>();
    QCOMPARE(bars.size(), 2);
    QVERIFY(bars.first()->isVisible());
    QTest::mouseClick(bars.first()->findChild<QToolButton *>(), Qt::LeftButton);
    QVERIFY(!bars.first()->isVisible());
    m_pane->setNotices({});
    QCOMPARE(m_pane->findChildren<NoticeBar *>().size(), 0);
}

void TestCatalogPane::aNewCatalogKeepsTheCurrentEntry()
{
    m_pane->showEntry({Kind::User, 702});
    QSignalSpy changed(m_pane.get(), &CatalogPane::currentEntryChanged);
    m_pane->setCatalog(std::make_shared<const CatalogSnapshot>(m_catalog->entries(), m_catalog->synonyms()));
    QCOMPARE(m_pane->currentEntry(), (EventKey{Kind::User, 702}));
    QCOMPARE(changed.size(), 0);
}

void TestCatalogPane::aMarkedEntrySaysSo()
{
    m_pane->setQuery(parsed(u"is:marked"_s));
    QVERIFY(m_pane->shownCount() > 0);
    const QModelIndex level = m_pane->table()->model()->index(0, CatalogModel::LevelColumn);
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(m_pane->table());
    QAccessibleInterface *cell = table->tableInterface()->cellAt(level.row(), level.column());
    QVERIFY2(cell->text(QAccessible::Name).contains(u"disagree"_s), qPrintable(cell->text(QAccessible::Name)));
}

void TestCatalogPane::everythingHasANameForTheScreenReader()
{
    m_pane->setNotices({u"The catalog is read-only."_s});
    QStringList unnamed = unnamedControls(m_pane.get());
    // The header is read as the table's column headers; the table's corner is never shown.
    unnamed.removeAll(u"QHeaderView"_s);
    unnamed.removeAll(u"QTableCornerButton"_s);
    QCOMPARE(unnamed, QStringList());
    QCOMPARE(accessibleName(m_pane->table()), u"Catalog"_s);
}

QTEST_MAIN(TestCatalogPane)
#include "tst_catalogpane.moc"
