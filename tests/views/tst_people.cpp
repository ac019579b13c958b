#include "userpage.h"

#include "actions.h"
#include "detailspane.h"
#include "noticebar.h"
#include "peoplefixture.h"
#include "querystate.h"
#include "ticketdesk.h"
#include "userpicker.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace evident;
using namespace Qt::StringLiterals;

class tst_People : public PeopleFixture
{
    Q_OBJECT

private slots:
    void theUsersWithMostErrorsAreOffered();
    void aPartOfANameAndEnterPickTheBestMatch();
    void theListIsUsedByTheKeyboard();
    void theUserOfARecordIsOneKey();
    void aStateLeadsToItsRecord();
    void aStepLeadsToItsRecordEvenWhenTheQueryLeavesItOut();
    void aSignInLeadsToItsTransaction();
    void aSignInWithoutATransactionLeadsToItsTime();
    void theRecordsOfTheUserAreNewestFirst();
    void whereTheUserWasSeenLeadsThere();
    void theDetailsFollowTheStory();
    void theTransactionOfAStepIsOneKey();
    void everyControlHasANameAndIsReached();
    void aTicketIsOfferedOnlyOfAStory();
    void aTicketIsMaskedByItsOwnRecords();
    void theReportTellsOfTheUserWhoIsShown();
    void aLogThatGrowsIsReadAgain();
    void timesAreThoseOfTheZone();
};

void tst_People::theUsersWithMostErrorsAreOffered()
{
    QVERIFY(open(troubledLog()));
    Actions person(m_window.get());
    person.clickTab(u"People"_s);
    QCOMPARE(m_pane->currentPage(), m_page);
    QTableView *table = m_page->picker()->table();
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QCOMPARE(table->model()->index(0, 0).data().toString(), u"jdoe@example.com"_s);
    QCOMPARE(table->model()->index(1, 0).data().toString(), u"ajdoe@example.com"_s);
    person.click(table, table->model()->index(0, 0));
    QCOMPARE(m_page->user(), u"jdoe@example.com"_s);
    QTRY_COMPARE(signIns()->model()->rowCount(), 3);
}

void tst_People::aPartOfANameAndEnterPickTheBestMatch()
{
    QVERIFY(open(troubledLog()));
    m_pane->showPage(m_page);
    m_page->setFocus();
    QTest::keyClicks(QApplication::focusWidget(), u"jdoe"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // before the users were counted
    QTRY_COMPARE(m_page->user(), u"jdoe@example.com"_s);
    QTRY_VERIFY(signIn(0).isValid());
    QTRY_VERIFY(signIns()->hasFocus());
    // Another name brings the list back; Escape leaves it.
    auto *name = m_page->findChild<QLineEdit *>();
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, u"nobody"_s);
    QVERIFY(!m_page->ticket());
    QTRY_COMPARE(m_page->picker()->table()->model()->rowCount(), 0);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(m_page->user(), u"jdoe@example.com"_s);
    QTest::keyClick(name, Qt::Key_Escape);
    QVERIFY(signIns()->hasFocus());
    QCOMPARE(name->text(), u"jdoe@example.com"_s);
}

void tst_People::theListIsUsedByTheKeyboard()
{
    QVERIFY(open(troubledLog()));
    m_pane->showPage(m_page);
    QTableView *table = m_page->picker()->table();
    QTRY_COMPARE(table->model()->rowCount(), 3);
    m_page->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QVERIFY(table->hasFocus());
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(m_page->user(), u"ajdoe@example.com"_s);
}

void tst_People::theUserOfARecordIsOneKey()
{
    QVERIFY(open(troubledLog()));
    m_pane->view()->setCurrentRow(4); // JDoe's
    QTest::keyClick(m_pane->view(), Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_pane->currentPage(), m_page);
    QCOMPARE(m_page->user(), u"JDoe@example.com"_s);
    QTRY_COMPARE(signIns()->model()->rowCount(), 3);
    QVERIFY(signIns()->hasFocus());
    // The record is the current step; newest is first.
    QVERIFY(signIn(0).data().toString().startsWith(u"2026-01-15 09:20"));
    QCOMPARE(signIns()->currentIndex().parent(), signIn(1));
    QCOMPARE(m_pane->view()->currentRow(), 4);
}

void tst_People::aStateLeadsToItsRecord()
{
    QVERIFY(open(troubledLog()));
    m_pane->queryState()->setText(u"user:asmith*"_s); // which leaves the evidence out
    show(u"jdoe@example.com"_s);
    const auto stateOf = [this](const QString &thing) {
        for (int row = 0; row < states()->model()->rowCount(); ++row) {
            if (states()->model()->index(row, 0).data().toString() == thing)
                return states()->model()->index(row, StoryStateModel::LockColumn);
        }
        return QModelIndex();
    };
    QVERIFY(stateOf(u"Account"_s).data().toString().contains(u"does not tell"));
    QVERIFY(stateOf(u"Approve"_s).data().toString().contains(u"does not tell"));
    const QModelIndex fob = stateOf(u"Hardware Authenticator"_s);
    QCOMPARE(fob.data().toString(), u"locked, 09:05:10"_s);
    Actions person(m_window.get());
    person.click(states(), fob);
    QCOMPARE(m_pane->currentPage(), nullptr);
    QTRY_COMPARE(m_pane->currentDetails()->key.code, 662);
    QTRY_COMPARE(m_pane->view()->model()->index(m_pane->view()->currentRow(), LogModel::CodeColumn).data().toString(),
                 u"662"_s);
    // The keyboard does the same.
    m_pane->showPage(m_page);
    states()->setFocus();
    states()->setCurrentIndex(stateOf(u"SMS OTP"_s));
    QTest::keyClick(states(), Qt::Key_Return);
    QTRY_COMPARE(m_pane->currentDetails()->key.code, 35);
    QCOMPARE(m_pane->currentPage(), nullptr);
    QCOMPARE(person.count(), 1);
}

void tst_People::aStepLeadsToItsRecordEvenWhenTheQueryLeavesItOut()
{
    QVERIFY(open(troubledLog()));
    m_pane->queryState()->setText(u"code:901"_s);
    QTRY_COMPARE(shownCodes(), (QStringList{u"901"_s}));
    show(u"jdoe@example.com"_s);
    const QModelIndex parent = signIn(2);
    QCOMPARE(signIns()->model()->rowCount(parent), 3);
    signIns()->expand(parent);
    signIns()->setCurrentIndex(signIns()->model()->index(1, 0, parent));
    QTest::keyClick(signIns(), Qt::Key_Return);
    QCOMPARE(m_pane->currentPage(), nullptr);
    QTRY_VERIFY(m_pane->view()->currentRow() >= 0);
    QTRY_COMPARE(m_pane->view()->model()->index(m_pane->view()->currentRow(), LogModel::CodeColumn).data().toString(),
                 u"702"_s);
    QCOMPARE(m_pane->queryState()->text(), u"user:jdoe@example.com"_s);
    QVERIFY(m_pane->view()->hasFocus());
}

void tst_People::aSignInLeadsToItsTransaction()
{
    QVERIFY(open(troubledLog()));
    show(u"jdoe@example.com"_s);
    Actions person(m_window.get());
    person.click(signIns(), signIn(1).siblingAtColumn(2));
    QTRY_COMPARE(m_pane->queryState()->text(), u"transaction:t-3"_s);
    QTRY_COMPARE(shownCodes(), (QStringList{u"663"_s, u"662"_s}));
    QCOMPARE(m_pane->currentPage(), nullptr);
}

void tst_People::aSignInWithoutATransactionLeadsToItsTime()
{
    QVERIFY(open(troubledLog()));
    show(u"jdoe@example.com"_s);
    signIns()->setCurrentIndex(signIn(0));
    QTest::keyClick(signIns(), Qt::Key_Return);
    QTRY_COMPARE(shownCodes(), (QStringList{u"35"_s, u"934"_s}));
    QVERIFY(m_pane->queryState()->text().startsWith(u"user:jdoe@example.com time:"));
}

void tst_People::theRecordsOfTheUserAreNewestFirst()
{
    QVERIFY(open(troubledLog()));
    show(u"jdoe@example.com"_s);
    QTest::mouseClick(visibleButton(m_page, u"Records of this user"_s), Qt::LeftButton);
    QCOMPARE(m_pane->currentPage(), nullptr);
    QTRY_COMPARE(shownCodes(), (QStringList{u"35"_s, u"934"_s, u"662"_s, u"663"_s, u"913"_s, u"702"_s, u"911"_s}));
}

void tst_People::whereTheUserWasSeenLeadsThere()
{
    QVERIFY(open(troubledLog()));
    show(u"jdoe@example.com"_s);
    QAbstractButton *address = visibleButton(m_page->story(), u"192.0.2.14 (7)"_s);
    QVERIFY(address);
    QTest::mouseClick(address, Qt::LeftButton);
    QTRY_COMPARE(m_pane->queryState()->text(), u"user:jdoe@example.com sourceIp:192.0.2.14"_s);
    QTRY_COMPARE(m_pane->view()->model()->rowCount(), 7);
}

void tst_People::theDetailsFollowTheStory()
{
    QVERIFY(open(troubledLog()));
    show(u"jdoe@example.com"_s);
    signIns()->setCurrentIndex(signIn(1));
    QTRY_COMPARE(m_window->detailsPane()->entryKey(), std::optional(EventKey{Kind::User, 662}));
    QCOMPARE(m_pane->currentPage(), m_page);
}

void tst_People::theTransactionOfAStepIsOneKey()
{
    QVERIFY(open(troubledLog()));
    show(u"jdoe@example.com"_s);
    signIns()->expand(signIn(1));
    signIns()->setCurrentIndex(signIns()->model()->index(0, 0, signIn(1)));
    QTest::keyClick(signIns(), Qt::Key_T, Qt::ControlModifier);
    QTRY_COMPARE(m_pane->queryState()->text(), u"transaction:t-3"_s);
    QCOMPARE(m_pane->currentPage(), nullptr);
}

void tst_People::everyControlHasANameAndIsReached()
{
    QVERIFY(open(troubledLog()));
    m_pane->showPage(m_page);
    QTRY_COMPARE(m_page->picker()->table()->model()->rowCount(), 3);
    QCOMPARE(unnamedControls(m_page).join(u' '), QString());
    show(u"jdoe@example.com"_s);
    QCOMPARE(unnamedControls(m_page).join(u' '), QString());
    // What a cell says to a screen reader is a whole.
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(states());
    QVERIFY(table && table->tableInterface());
    QVERIFY(table->tableInterface()->cellAt(0, 1)->text(QAccessible::Name).startsWith(u"Account, Lock: "));
    // Tab goes through all of it.
    m_page->findChild<QLineEdit *>()->setFocus();
    QSet<QWidget *> reached;
    for (int i = 0; i < 6; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        reached.insert(QApplication::focusWidget());
    }
    QVERIFY(reached.contains(states()));
    QVERIFY(reached.contains(signIns()));
    for (QAbstractButton *button : m_page->story()->findChildren<QToolButton *>())
        QVERIFY2(reached.contains(button), qPrintable(button->text()));
}

void tst_People::aTicketIsOfferedOnlyOfAStory()
{
    QVERIFY(open(troubledLog()));
    m_pane->showPage(m_page);
    QVERIFY(!m_page->ticket());
    show(u"jdoe@example.com"_s);
    QSignalSpy requested(m_page, &UserPage::ticketRequested);
    QTest::mouseClick(visibleButton(m_page, u"Copy for a ticket"_s), Qt::LeftButton);
    QCOMPARE(requested.size(), 1);
    QVERIFY(m_page->ticket());
    QCOMPARE(m_page->ticket()->title, u"jdoe@example.com"_s);
}

void tst_People::aTicketIsMaskedByItsOwnRecords()
{
    QVERIFY(open(troubledLog()));
    show(u"jdoe@example.com"_s);
    // What decided each sign-in: newest first.
    const RowSet records = m_page->ticketRecords().value();
    QCOMPARE(std::vector(records.rows().begin(), records.rows().end()), (std::vector<Row>{7, 5, 2}));
    m_window->findChild<QAction *>(u"maskNames"_s)->setChecked(true);
    QGuiApplication::clipboard()->clear();
    for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
        if (button->text() == u"Copy for a ticket"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(u"user-1\n"_s));
    QVERIFY(!QGuiApplication::clipboard()->text().contains(u"jdoe"_s));
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"Addresses: addr-1"_s));
}

void tst_People::theReportTellsOfTheUserWhoIsShown()
{
    QVERIFY(open(troubledLog()));
    const auto report = [this](const QString &name) {
        const QString path = m_folder->filePath(name);
        for (QAction *action : m_window->findChildren<QAction *>()) {
            if (action->text().remove(u'&') == u"Save report…"_s)
                action->trigger();
        }
        QPointer question = m_window->findChild<QFileDialog *>();
        question->selectFile(path);
        static_cast<QDialog *>(question)->accept();
        const NoticeBar *bar = TicketDesk::noticeOf(m_pane);
        const bool written = QTest::qWaitFor([&] { return !question && bar->text().endsWith(u"is written."_s); });
        QFile file(path);
        return written && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    m_pane->showPage(m_page);
    const QByteArray withoutUser = report(u"1.html"_s);
    QVERIFY(withoutUser.contains("<h2>Summary</h2>") && !withoutUser.contains("<h2>User "));
    m_page->showUser(u"jdoe@example.com"_s); // at once: the story is not read yet
    m_pane->showPage(nullptr);
    QVERIFY(report(u"2.html"_s).contains("<h2>User jdoe@example.com</h2>"));
    // Whoever looks for somebody else has left the user.
    m_pane->showPage(m_page);
    m_page->findChild<QLineEdit *>()->clear();
    QCOMPARE(m_page->reportUser(), QString());
    const QByteArray left = report(u"3.html"_s);
    QVERIFY(left.contains("<h2>Summary</h2>") && !left.contains("<h2>User "));
}

void tst_People::aLogThatGrowsIsReadAgain()
{
    QVERIFY(open(troubledLog()));
    show(u"jdoe@example.com"_s);
    signIns()->setCurrentIndex(signIn(1));
    signIns()->expand(signIn(1));
    m_pane->document()->setFollowing(true);
    QFile file(m_folder->filePath(u"log.ndjson"_s));
    QVERIFY(file.open(QIODevice::Append));
    file.write(line(660, "10:00:00.000", "jdoe@example.com", "t-10"));
    file.close();
    m_pane->document()->look();
    QTRY_COMPARE(signIns()->model()->rowCount(), 4);
    // What was looked at stays in front.
    QCOMPARE(signIns()->currentIndex().row(), 2);
    QVERIFY(signIns()->isExpanded(signIn(2)));
    QVERIFY(!signIns()->isExpanded(signIn(0)));
}

void tst_People::timesAreThoseOfTheZone()
{
    QVERIFY(open(troubledLog()));
    show(u"jdoe@example.com"_s);
    QVERIFY(signIn(0).data().toString().startsWith(u"2026-01-15 09:20"));
    m_window->setZone("America/New_York");
    QTRY_VERIFY(signIn(0).data().toString().startsWith(u"2026-01-15 04:20"));
    m_pane->showPage(nullptr);
    m_window->setZone("UTC");
    m_pane->showPage(m_page);
    QTRY_VERIFY(signIn(0).data().toString().startsWith(u"2026-01-15 09:20"));
}

QTEST_MAIN(tst_People)
#include "tst_people.moc"
