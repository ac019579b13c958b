// The tasks T3, T4 and T7 of a help desk, by the page of the users: how many actions they take.

#include "actions.h"
#include "detailspane.h"
#include "loggenerator.h"
#include "peoplefixture.h"

using namespace evident;
using namespace Qt::StringLiterals;

class tst_PeopleTasks : public PeopleFixture
{
    Q_OBJECT

private slots:
    void jdoeCannotSignIn(); // T3
    void isJdoeLockedOut(); // T4
    void whatHappenedInThisSignIn(); // T7
    void amongManyRecords(); // T3, T4 again
};

void tst_PeopleTasks::jdoeCannotSignIn()
{
    QVERIFY(open(troubledLog()));
    Actions person(m_window.get());
    person.clickTab(u"People"_s);
    person.type(u"jdoe"_s);
    // The story: newest first, each with its outcome, the newest with its steps.
    QTRY_VERIFY(signIn(0).isValid());
    QCOMPARE(m_page->user(), u"jdoe@example.com"_s);
    QStringList outcomes;
    for (int row = 0; row < 3; ++row)
        outcomes.append(signIn(row).siblingAtColumn(1).data().toString());
    QCOMPARE(outcomes, (QStringList{u"failure"_s, u"failure"_s, u"failure"_s}));
    // The session around one of them.
    person.click(signIns(), signIn(2).siblingAtColumn(2));
    QTRY_COMPARE(shownCodes(), (QStringList{u"911"_s, u"702"_s, u"913"_s}));
    QVERIFY(person.count() <= 3);
}

void tst_PeopleTasks::isJdoeLockedOut()
{
    QVERIFY(open(troubledLog()));
    m_pane->view()->setCurrentRow(2);
    Actions person(m_window.get());
    person.press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U));
    QTRY_VERIFY(signIn(0).isValid());
    QModelIndex locked;
    for (int row = 0; row < states()->model()->rowCount(); ++row) {
        const QModelIndex lock = states()->model()->index(row, StoryStateModel::LockColumn);
        if (lock.data(Qt::AccessibleTextRole).toString().contains(u"locked since"))
            locked = lock;
    }
    QCOMPARE(locked.data(Qt::AccessibleTextRole).toString(),
             u"Hardware Authenticator, Lock: locked since 2026-01-15 09:05:10.000 (662)"_s);
    person.click(states(), locked);
    QTRY_COMPARE(m_window->detailsPane()->entryKey(), std::optional(EventKey{Kind::User, 662}));
    QVERIFY(person.count() <= 3);
}

void tst_PeopleTasks::whatHappenedInThisSignIn()
{
    QVERIFY(open(troubledLog()));
    m_pane->view()->setCurrentRow(5);
    Actions person(m_window.get());
    person.press(QKeySequence(Qt::CTRL | Qt::Key_T));
    QTRY_COMPARE(shownCodes(), (QStringList{u"663"_s, u"662"_s}));
    QCOMPARE(person.count(), 1);
}

/// A user whose troubles stand among an ordinary company's sign-ins.
void tst_PeopleTasks::amongManyRecords()
{
    LogGeneratorOptions options;
    options.people = 400;
    options.storyTime = options.firstTime.addSecs(3600);
    options.intervalMs = 2000;
    LogGenerator generator(options);
    QByteArray bytes;
    for (int i = 0; i < 20'000; ++i) {
        const GeneratedEvent event = generator.next();
        bytes += "{\"eventCode\":\"" + QByteArray::number(event.code) + "\",\"eventLogDate\":\""
            + QDateTime::fromMSecsSinceEpoch(event.time, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1()
            + "\",\"userId\":\"" + event.user.toUtf8() + "\",\"method\":\"" + event.method.toUtf8()
            + "\",\"transactionId\":\"" + event.transaction.toUtf8() + "\"}\n";
    }
    QVERIFY(open(bytes));
    Actions person(m_window.get());
    person.clickTab(u"People"_s);
    person.type(u"jdoe"_s);
    QTRY_VERIFY(signIn(0).isValid());
    QModelIndex locked;
    for (int row = 0; row < states()->model()->rowCount(); ++row) {
        const QModelIndex lock = states()->model()->index(row, StoryStateModel::LockColumn);
        if (lock.data().toString().startsWith(u"locked"))
            locked = lock;
    }
    QVERIFY(locked.isValid());
    QVERIFY(locked.data(Qt::AccessibleTextRole).toString().startsWith(u"Hardware Authenticator, Lock: locked since"));
    QVERIFY(locked.data(Qt::AccessibleTextRole).toString().endsWith(u"(662)"));
    person.click(states(), locked);
    QTRY_COMPARE(m_window->detailsPane()->entryKey(), std::optional(EventKey{Kind::User, 662}));
    QCOMPARE(person.count(), 3);
}

QTEST_MAIN(tst_PeopleTasks)
#include "tst_peopletasks.moc"
