#include "searchbox.h"

#include "completionpopup.h"
#include "queryedit.h"
#include "querystate.h"
#include "viewfixture.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QToolButton>
#include <QVBoxLayout>

using namespace evident;
using namespace Qt::StringLiterals;

class TestSearchBox : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void typingIsAppliedAfterAPause();
    void enterAppliesAtOnce();
    void leavingTheBoxAppliesWhatWasTyped();
    void anErrorIsSaidUnderneathAndTheQueryStays();
    void theBoxShowsWhatOthersEdit();
    void anEditFromOutsideWinsOverHalfTypedText();
    void escapeClosesClearsThenLeaves();
    void theClearButtonHasANameAndClears();
    void aLoneCodeOffersItsEntryFirst();
    void enterIsNotTakenByTheListWhenNothingIsChosen();
    void aChosenEntryIsHandedOut();
    void aClickChoosesToo();
    void aChosenKeyGoesOnToItsValues();
    void tabTakesWhatIsChosen();
    void theListLeavesTheFocusAlone();
    void downInAnEmptyBoxLeaves();
    void switchingTabsAppliesToTheRightQuery();
    void controlKIsLeftToTheWindow();
    void colouringKeepsTextCursorAndUndo();
    void everythingHasANameForTheScreenReader();

private:
    QLabel *reason() const { return m_box->findChild<QLabel *>(); }
    QStringList offered() const;

    Theme *m_theme = nullptr;
    std::unique_ptr<Icons> m_icons;
    CatalogPointer m_catalog;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<QueryState> m_state;
    SearchBox *m_box = nullptr;
    QueryEdit *m_edit = nullptr;
};

void TestSearchBox::initTestCase()
{
    m_theme = new Theme(this);
    m_icons = std::make_unique<Icons>(*m_theme);
    m_catalog = shippedCatalog();
}

void TestSearchBox::init()
{
    m_state = std::make_unique<QueryState>();
    m_window = std::make_unique<QWidget>();
    m_window->resize(700, 400);
    auto *layout = new QVBoxLayout(m_window.get());
    m_box = new SearchBox(*m_theme, *m_icons);
    m_edit = m_box->edit();
    layout->addWidget(m_box);
    layout->addWidget(new QToolButton);
    layout->addStretch();
    m_box->setState(m_state.get());
    m_box->setCatalog(m_catalog);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_box->focusBox();
    QTRY_VERIFY(m_edit->hasFocus());
}

void TestSearchBox::cleanup()
{
    m_window.reset();
    m_state.reset();
}

QStringList TestSearchBox::offered() const
{
    QStringList list;
    for (const Completion &completion : m_box->popup()->completions()) {
        list.append(completion.type == Completion::Type::Entry ? QString::number(completion.entry.key.code)
                                                               : completion.insertion);
    }
    return list;
}

void TestSearchBox::typingIsAppliedAfterAPause()
{
    QSignalSpy changed(m_state.get(), &QueryState::queryChanged);
    QTest::keyClicks(m_edit, u"push timed"_s);
    QCOMPARE(changed.size(), 0);
    QTRY_COMPARE(m_state->text(), u"push timed"_s);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_edit->text(), u"push timed"_s);
}

void TestSearchBox::enterAppliesAtOnce()
{
    QTest::keyClicks(m_edit, u"level:error"_s);
    QTest::keyClick(m_edit, Qt::Key_Return);
    QCOMPARE(m_state->query(), parsed(u"level:error"_s));
    QVERIFY(!m_box->popup()->isVisible());
}

void TestSearchBox::leavingTheBoxAppliesWhatWasTyped()
{
    QTest::keyClicks(m_edit, u"push"_s);
    m_window->findChild<QToolButton *>(QString(), Qt::FindDirectChildrenOnly)->setFocus();
    QCOMPARE(m_state->text(), u"push"_s);
    QVERIFY(!m_box->popup()->isVisible());
}

void TestSearchBox::anErrorIsSaidUnderneathAndTheQueryStays()
{
    QVERIFY(!reason()->isVisible());
    const int height = m_box->sizeHint().height();
    QTest::keyClicks(m_edit, u"push levle:x"_s);
    QTest::keyClick(m_edit, Qt::Key_Return);
    QVERIFY(m_state->query().isEmpty());
    QVERIFY(reason()->isVisible());
    QCOMPARE(reason()->text(), m_state->error()->reason);
    QCOMPARE(reason()->textFormat(), Qt::PlainText);
    QCOMPARE(m_edit->error()->position, 5);
    QCOMPARE(m_edit->accessibleDescription(), m_state->error()->reason);
    QVERIFY(m_box->sizeHint().height() > height);

    QTest::keyClicks(m_edit, u"y"_s);
    QVERIFY(!m_edit->error());
    m_edit->clear();
    QTest::keyClick(m_edit, Qt::Key_Return);
    QVERIFY(!reason()->isVisible());
    QCOMPARE(m_box->sizeHint().height(), height);
}

void TestSearchBox::theBoxShowsWhatOthersEdit()
{
    m_state->setQuery(parsed(u"level:error"_s));
    QCOMPARE(m_edit->text(), u"level:error"_s);
    m_state->back();
    QCOMPARE(m_edit->text(), QString());
}

void TestSearchBox::anEditFromOutsideWinsOverHalfTypedText()
{
    QTest::keyClicks(m_edit, u"half"_s);
    m_state->setQuery(parsed(u"level:error"_s));
    QSignalSpy changed(m_state.get(), &QueryState::queryChanged);
    m_window->findChild<QToolButton *>(QString(), Qt::FindDirectChildrenOnly)->setFocus();
    QCOMPARE(changed.size(), 0);
    QCOMPARE(m_edit->text(), u"level:error"_s);
}

void TestSearchBox::escapeClosesClearsThenLeaves()
{
    QSignalSpy left(m_box, &SearchBox::leaveRequested);
    QTest::keyClicks(m_edit, u"702"_s);
    QVERIFY(m_box->popup()->isVisible());
    QTest::keyClick(m_edit, Qt::Key_Escape);
    QVERIFY(!m_box->popup()->isVisible());
    QCOMPARE(m_edit->text(), u"702"_s);
    QTest::keyClick(m_edit, Qt::Key_Escape);
    QCOMPARE(m_edit->text(), QString());
    QVERIFY(m_state->query().isEmpty());
    QCOMPARE(left.size(), 0);
    QTest::keyClick(m_edit, Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
}

void TestSearchBox::theClearButtonHasANameAndClears()
{
    const auto visibleButtons = [this] {
        QList<QToolButton *> list;
        for (QToolButton *button : m_edit->findChildren<QToolButton *>()) {
            if (button->isVisible())
                list.append(button);
        }
        return list;
    };
    QCOMPARE(visibleButtons().size(), 1);
    m_state->setText(u"push"_s);
    QTRY_COMPARE(visibleButtons().size(), 2);
    QToolButton *clear = visibleButtons().last();
    QCOMPARE(accessibleName(clear), u"Clear the query"_s);
    QTest::mouseClick(clear, Qt::LeftButton);
    QCOMPARE(m_edit->text(), QString());
    QVERIFY(m_state->query().isEmpty());
}

void TestSearchBox::aLoneCodeOffersItsEntryFirst()
{
    QTest::keyClicks(m_edit, u"702"_s);
    QVERIFY(m_box->popup()->isVisible());
    QCOMPARE(offered(), QStringList({u"702"_s, u"code:702"_s}));
}

void TestSearchBox::enterIsNotTakenByTheListWhenNothingIsChosen()
{
    QSignalSpy chosen(m_box, &SearchBox::entryChosen);
    QTest::keyClicks(m_edit, u"702"_s);
    QVERIFY(!m_box->popup()->chosen());
    QTest::keyClick(m_edit, Qt::Key_Return);
    QCOMPARE(chosen.size(), 0);
    QCOMPARE(m_state->text(), u"702"_s);
}

void TestSearchBox::aChosenEntryIsHandedOut()
{
    QSignalSpy chosen(m_box, &SearchBox::entryChosen);
    QTest::keyClicks(m_edit, u"702"_s);
    QTest::keyClick(m_edit, Qt::Key_Down);
    QTest::keyClick(m_edit, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<EventKey>(), (EventKey{Kind::User, 702}));
    QVERIFY(!m_box->popup()->isVisible());
}

void TestSearchBox::aClickChoosesToo()
{
    QSignalSpy chosen(m_box, &SearchBox::entryChosen);
    QTest::keyClicks(m_edit, u"702"_s);
    CompletionPopup *popup = m_box->popup();
    QTest::mouseClick(popup->viewport(), Qt::LeftButton, {}, popup->visualRect(popup->model()->index(0, 0)).center());
    QCOMPARE(chosen.size(), 1);
    QTest::keyClicks(m_edit, u"3"_s);
    QVERIFY(m_edit->hasFocus());
}

void TestSearchBox::aChosenKeyGoesOnToItsValues()
{
    QTest::keyClicks(m_edit, u"push outco"_s);
    QCOMPARE(offered().first(), u"outcome:"_s);
    QTest::keyClick(m_edit, Qt::Key_Down);
    QTest::keyClick(m_edit, Qt::Key_Return);
    QCOMPARE(m_edit->text(), u"push outcome:"_s);
    QVERIFY(m_box->popup()->isVisible());
    QCOMPARE(offered().first(), u"success"_s);
    QTest::keyClick(m_edit, Qt::Key_Down);
    QTest::keyClick(m_edit, Qt::Key_Down);
    QTest::keyClick(m_edit, Qt::Key_Return);
    QCOMPARE(m_state->text(), u"push outcome:failure"_s);
}

void TestSearchBox::tabTakesWhatIsChosen()
{
    QTest::keyClicks(m_edit, u"702"_s);
    QTest::keyClick(m_edit, Qt::Key_Down);
    QTest::keyClick(m_edit, Qt::Key_Down);
    QTest::keyClick(m_edit, Qt::Key_Tab);
    QVERIFY(m_edit->hasFocus());
    QCOMPARE(m_state->text(), u"code:702"_s);
    QTest::keyClick(m_edit, Qt::Key_Tab);
    QVERIFY(!m_edit->hasFocus());
}

void TestSearchBox::theListLeavesTheFocusAlone()
{
    QTest::keyClicks(m_edit, u"push"_s);
    QVERIFY(m_box->popup()->isVisible());
    QVERIFY(m_edit->hasFocus());
    QTest::keyClick(m_edit, Qt::Key_Down);
    QVERIFY(m_edit->hasFocus());
    QTest::keyClick(m_edit, Qt::Key_Up);
    QVERIFY(!m_box->popup()->chosen());
    QTest::keyClicks(m_edit, u"x"_s);
    QCOMPARE(m_edit->text(), u"pushx"_s);
}

void TestSearchBox::downInAnEmptyBoxLeaves()
{
    QSignalSpy left(m_box, &SearchBox::leaveRequested);
    QTest::keyClick(m_edit, Qt::Key_Down);
    QCOMPARE(left.size(), 1);
}

void TestSearchBox::switchingTabsAppliesToTheRightQuery()
{
    QueryState other;
    other.setText(u"code:900"_s);
    QTest::keyClicks(m_edit, u"push"_s);
    m_box->setState(&other);
    QCOMPARE(m_state->text(), u"push"_s);
    QCOMPARE(m_edit->text(), u"code:900"_s);
    QCOMPARE(other.text(), u"code:900"_s);
    m_box->setState(nullptr);
    QCOMPARE(m_edit->text(), QString());
}

void TestSearchBox::controlKIsLeftToTheWindow()
{
    QAction action;
    action.setShortcut(QKeySequence(u"Ctrl+K"_s));
    m_window->addAction(&action);
    QSignalSpy triggered(&action, &QAction::triggered);
    m_edit->setText(u"push"_s);
    m_edit->setCursorPosition(1);
    QTest::keyClick(m_edit, Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(triggered.size(), 1);
    QCOMPARE(m_edit->text(), u"push"_s);
}

void TestSearchBox::colouringKeepsTextCursorAndUndo()
{
    QTest::keyClicks(m_edit, u"level:error"_s);
    m_edit->setCursorPosition(5);
    QTest::keyClicks(m_edit, u"x"_s);
    QCOMPARE(m_edit->text(), u"levelx:error"_s);
    QCOMPARE(m_edit->cursorPosition(), 6);
    m_edit->undo();
    QCOMPARE(m_edit->text(), u"level:error"_s);
    QCOMPARE(QAccessible::queryAccessibleInterface(m_edit)->text(QAccessible::Value), u"level:error"_s);
}

void TestSearchBox::everythingHasANameForTheScreenReader()
{
    QCOMPARE(accessibleName(m_edit), u"Query"_s);
    QTest::keyClicks(m_edit, u"702"_s);
    QCOMPARE(unnamedControls(m_window.get()).removeAll(u"QToolButton"_s), 1); // the fixture's own
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_box->popup());
    QCOMPARE(list->text(QAccessible::Name), u"Suggestions"_s);
    const QString first = list->child(0)->text(QAccessible::Name);
    QVERIFY2(first.startsWith(u"Code 702, error, Approve"_s), qPrintable(first));
}

QTEST_MAIN(TestSearchBox)
#include "tst_searchbox.moc"
