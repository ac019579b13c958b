#include "facetpane.h"

#include "facetgroup.h"
#include "facetlist.h"
#include "sectionheader.h"
#include "viewfixture.h"

#include <QPushButton>
#include <QSignalSpy>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

const QHash<Field, FacetCounts> facets = {
    {Field::Level, {{u"error"_s, 72}, {u"notice"_s, 40}}},
    {Field::Outcome, {{u"failure"_s, 70}, {u"success"_s, 30}, {u""_s, 12}}},
};

FacetCounts manyUsers(int count)
{
    FacetCounts users;
    for (int i = 0; i < count; ++i)
        users.append({u"user%1"_s.arg(i, 3, 10, QChar(u'0')), 1000 - i});
    return users;
}

} // namespace

class TestFacetPane : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void facetsWithoutValuesAreNotShown();
    void aClickIncludesAndAsksForNothingElse();
    void shiftClickExcludes();
    void spaceAndMinusDoTheSameFromTheKeyboard();
    void severalEditsBuildOnTheQueryThatWasGiven();
    void aHeadingFoldsFromTheKeyboard();
    void aFoldedHeadingSaysHowManyAreChosen();
    void manyValuesAreShortenedUntilAskedFor();
    void theFieldNarrowsLongFacets();
    void theKeyboardsPlaceSurvivesNewRows();
    void whatGetsTheFocusIsInSight();
    void everythingHasANameForTheScreenReader();

private:
    void click(FacetGroup *group, int row, Qt::KeyboardModifiers modifiers = {});

    Theme *m_theme = nullptr;
    std::unique_ptr<Icons> m_icons;
    std::unique_ptr<FacetPane> m_pane;
};

void TestFacetPane::initTestCase()
{
    m_theme = new Theme(this);
    m_icons = std::make_unique<Icons>(*m_theme);
}

void TestFacetPane::init()
{
    m_pane = std::make_unique<FacetPane>(*m_theme, *m_icons);
    m_pane->resize(260, 700);
    m_pane->reset(facets, Query());
    m_pane->show();
    m_pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
}

void TestFacetPane::click(FacetGroup *group, int row, Qt::KeyboardModifiers modifiers)
{
    FacetList *list = group->list();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, modifiers,
                      list->visualRect(list->model()->index(row, 0)).center());
}

void TestFacetPane::facetsWithoutValuesAreNotShown()
{
    QVERIFY(m_pane->group(Field::Level)->isVisible());
    QVERIFY(!m_pane->group(Field::User)->isVisible());
    QHash<Field, FacetCounts> more = facets;
    more.insert(Field::User, {{u"jdoe"_s, 3}});
    m_pane->setFacets(more);
    QVERIFY(m_pane->group(Field::User)->isVisible());
}

void TestFacetPane::whatGetsTheFocusIsInSight()
{
    QHash<Field, FacetCounts> more = facets;
    more.insert(Field::User, manyUsers(8));
    more.insert(Field::Application, manyUsers(8));
    m_pane->setFacets(more);
    m_pane->resize(260, 200);
    const FacetList *last = m_pane->group(Field::Application)->list();
    QTRY_VERIFY(last->visibleRegion().isEmpty());
    m_pane->group(Field::Application)->list()->setFocus(Qt::BacktabFocusReason); // from what comes behind the pane
    QVERIFY(!last->visibleRegion().isEmpty());
}

void TestFacetPane::aClickIncludesAndAsksForNothingElse()
{
    QSignalSpy edited(m_pane.get(), &FacetPane::queryEdited);
    click(m_pane->group(Field::Level), 0);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited.first().first().value<Query>(), parsed(u"level:error"_s));
    // The pane itself waits for the query to come back.
    QCOMPARE(m_pane->group(Field::Level)->model()->index(0).data(FacetModel::StateRole).toInt(),
             int(FacetModel::Choice::Neither));
    m_pane->setQuery(parsed(u"level:error"_s));
    click(m_pane->group(Field::Level), 0);
    QCOMPARE(edited.last().first().value<Query>(), Query());
}

void TestFacetPane::shiftClickExcludes()
{
    QSignalSpy edited(m_pane.get(), &FacetPane::queryEdited);
    click(m_pane->group(Field::Level), 1, Qt::ShiftModifier);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited.first().first().value<Query>(), parsed(u"-level:notice"_s));
}

void TestFacetPane::spaceAndMinusDoTheSameFromTheKeyboard()
{
    QSignalSpy edited(m_pane.get(), &FacetPane::queryEdited);
    FacetList *list = m_pane->group(Field::Level)->list();
    list->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(edited.last().first().value<Query>(), parsed(u"level:error"_s));
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Minus);
    QCOMPARE(edited.last().first().value<Query>(), parsed(u"-level:notice"_s));
    QCOMPARE(edited.size(), 2);
}

void TestFacetPane::severalEditsBuildOnTheQueryThatWasGiven()
{
    connect(m_pane.get(), &FacetPane::queryEdited, m_pane.get(), &FacetPane::setQuery);
    QSignalSpy edited(m_pane.get(), &FacetPane::queryEdited);
    m_pane->setQuery(parsed(u"push"_s));
    click(m_pane->group(Field::Level), 0);
    click(m_pane->group(Field::Level), 1);
    click(m_pane->group(Field::Outcome), 2, Qt::ShiftModifier);
    QCOMPARE(edited.last().first().value<Query>(), parsed(u"push level:error,notice -outcome:\"\""_s));
}

void TestFacetPane::aHeadingFoldsFromTheKeyboard()
{
    FacetGroup *group = m_pane->group(Field::Level);
    SectionHeader *header = group->header();
    QVERIFY(group->list()->isVisible());
    QTest::keyClick(header, Qt::Key_Space);
    QVERIFY(!group->list()->isVisible());
    QCOMPARE(header->accessibleDescription(), u"Folded"_s);
    QTest::keyClick(header, Qt::Key_Right);
    QVERIFY(group->list()->isVisible());
    QTest::keyClick(header, Qt::Key_Left);
    QVERIFY(!group->list()->isVisible());
    QTest::keyClick(header, Qt::Key_Return);
    QVERIFY(group->list()->isVisible());
    QTest::mouseClick(header, Qt::LeftButton);
    QVERIFY(!group->list()->isVisible());
}

void TestFacetPane::aFoldedHeadingSaysHowManyAreChosen()
{
    SectionHeader *header = m_pane->group(Field::Level)->header();
    m_pane->setQuery(parsed(u"level:error,notice"_s));
    QVERIFY(!header->accessibleDescription().contains(u'2'));
    header->setChecked(false);
    QVERIFY(header->accessibleDescription().contains(u'2'));
}

void TestFacetPane::manyValuesAreShortenedUntilAskedFor()
{
    FacetGroup *group = m_pane->group(Field::User);
    auto *more = group->findChild<QPushButton *>(u"more"_s);
    m_pane->reset({{Field::User, manyUsers(FacetRows::limit)}}, Query());
    QVERIFY(!more->isVisible());
    m_pane->reset({{Field::User, manyUsers(132)}}, Query());
    QCOMPARE(group->list()->model()->rowCount(), FacetRows::limit);
    QCOMPARE(more->text(), u"Show all 132…"_s);
    const int height = group->list()->sizeHint().height();
    QTest::mouseClick(more, Qt::LeftButton);
    QCOMPARE(group->list()->model()->rowCount(), 132);
    QVERIFY(group->list()->sizeHint().height() > height);
    QVERIFY(group->list()->sizeHint().height() < 2 * height);
    QTest::mouseClick(more, Qt::LeftButton);
    QCOMPARE(group->list()->model()->rowCount(), FacetRows::limit);
}

void TestFacetPane::theFieldNarrowsLongFacets()
{
    FacetGroup *group = m_pane->group(Field::User);
    m_pane->reset({{Field::User, manyUsers(132)}}, Query());
    auto *filter = group->findChild<QLineEdit *>();
    QVERIFY(!filter->isVisible());
    group->findChild<QPushButton *>(u"more"_s)->click();
    QVERIFY(filter->isVisible());
    QTest::keyClicks(filter, u"user13"_s);
    QCOMPARE(group->list()->model()->rowCount(), 2);
    group->findChild<QPushButton *>(u"more"_s)->click();
    QVERIFY(!filter->isVisible());
    QCOMPARE(group->list()->model()->rowCount(), FacetRows::limit);
}

void TestFacetPane::theKeyboardsPlaceSurvivesNewRows()
{
    FacetGroup *group = m_pane->group(Field::User);
    m_pane->reset({{Field::User, {{u"ann"_s, 5}, {u"ben"_s, 4}}}}, Query());
    group->list()->setCurrentIndex(group->list()->model()->index(1, 0));
    m_pane->setFacets({{Field::User, {{u"cleo"_s, 9}, {u"ann"_s, 5}, {u"ben"_s, 4}}}});
    QCOMPARE(group->list()->currentIndex().data(FacetModel::ValueRole).toString(), u"ben"_s);
}

void TestFacetPane::everythingHasANameForTheScreenReader()
{
    m_pane->reset({{Field::Level, {{u"error"_s, 72}}}, {Field::User, manyUsers(132)}}, parsed(u"level:error"_s));
    m_pane->group(Field::User)->findChild<QPushButton *>(u"more"_s)->click();
    QCOMPARE(unnamedControls(m_pane.get()), QStringList());
    QCOMPARE(accessibleName(m_pane->group(Field::Level)->header()), u"Level"_s);
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_pane->group(Field::Level)->list());
    QCOMPARE(list->text(QAccessible::Name), u"Level"_s);
    const QString row = list->child(0)->text(QAccessible::Name);
    QVERIFY2(row.startsWith(u"error, 72 record"_s) && row.endsWith(u"included"_s), qPrintable(row));
    QVERIFY(list->child(0)->state().checked);
}

QTEST_MAIN(TestFacetPane)
#include "tst_facetpane.moc"
