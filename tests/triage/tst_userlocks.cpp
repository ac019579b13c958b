// What a log tells of whether a user and the methods are locked or disabled.

#include "storyfixture.h"

using namespace evident;
using namespace Qt::StringLiterals;
using Answer = StoryFact::Answer;

namespace {

const QString fob = u"Hardware Authenticator"_s;

} // namespace

class TestUserLocks : public QObject
{
    Q_OBJECT

private slots:
    void absenceIsNotAnAnswer();
    void aFailureIsNoLock();
    void whatLocksAndSinceWhen();
    void aLockedTokenThatIsUnlocked();
    void aSuccessShowsThatAMethodIsNotLocked();
    void aLockedPasswordIsItsOwnThing();
    void methodsHaveLocksOfTheirOwn();
    void findingALockDoesNotTellItsBeginning();
    void oneLockInTwoCodesIsOne();
    void aSecondLockIsAnother();
    void recordsOfOneTimeMayContradict();
    void theAccountIsDisabledAndEnabledAgain();
    void orderInTheFileMakesNoDifference();
};

void TestUserLocks::absenceIsNotAnAnswer()
{
    const ToldStory told(linesOf({{911, "09:00:00"}, {999, "10:00:00", "", "", "asmith@example.com"}}));
    QCOMPARE(told.story.things.size(), 1);
    QCOMPARE(told.account().locked, StoryFact());
    QCOMPARE(told.account().enabled, StoryFact());
    QVERIFY(!told.account().lastSuccess);
    QVERIFY(!told.account().lastFailure);
    // What is said is said as of the log's end, not of the user's.
    QCOMPARE(ToldStory::clock(told.story.asOf), u"10:00:00"_s);
    QCOMPARE(ToldStory::clock(told.story.end), u"09:00:00"_s);
}

void TestUserLocks::aFailureIsNoLock()
{
    const ToldStory told(linesOf({{702, "09:00:00", "Approve"}, {605, "09:05:00", "SecurID OTP"}}));
    QCOMPARE(told.of(u"Approve"_s).locked.answer, Answer::Untold);
    QCOMPARE(told.of(u"SecurID OTP"_s).locked.answer, Answer::Untold);
    QCOMPARE(told.codeOf(told.of(u"Approve"_s).lastFailure->row), 702);
    QVERIFY(!told.of(u"Approve"_s).lastSuccess);
}

void TestUserLocks::whatLocksAndSinceWhen()
{
    const ToldStory told(linesOf({{663, "09:00:00"}, {663, "09:01:00"}, {662, "09:02:00"}, {661, "09:30:00"}}));
    const StoryFact locked = told.of(fob).locked;
    QCOMPARE(locked.answer, Answer::Yes);
    QVERIFY(locked.changed);
    QCOMPARE(ToldStory::clock(locked.told.time), u"09:02:00"_s);
    QCOMPARE(told.codeOf(locked.told.row), 662);
    QCOMPARE(told.codeOf(locked.last.row), 661);
    // The lock is the method's: of the account nothing is told.
    QCOMPARE(told.account().locked.answer, Answer::Untold);
    QCOMPARE(told.of(fob).failures, 3);
}

void TestUserLocks::aLockedTokenThatIsUnlocked()
{
    const ToldStory told(linesOf({{662, "09:00:00"}, {3, "11:00:00", "Hardware Authenticator"}}));
    const StoryFact locked = told.of(fob).locked;
    QCOMPARE(locked.answer, Answer::No);
    QVERIFY(locked.changed);
    QCOMPARE(told.codeOf(locked.told.row), 3);
}

void TestUserLocks::aSuccessShowsThatAMethodIsNotLocked()
{
    const ToldStory told(linesOf({{662, "09:00:00"}, {660, "11:00:00"}}));
    const StoryFact locked = told.of(fob).locked;
    QCOMPARE(locked.answer, Answer::No);
    QVERIFY(!locked.changed); // what unlocked it, and when, this log does not tell
    QCOMPARE(told.codeOf(locked.told.row), 660);
    QCOMPARE(told.of(fob).failures, 0);
}

void TestUserLocks::aLockedPasswordIsItsOwnThing()
{
    const ToldStory told(linesOf({{935, "09:00:00"},
                                  {935, "09:00:20"},
                                  {2, "09:00:21", "Password"},
                                  {35, "09:05:00", "Password"},
                                  {701, "09:10:00"}}));
    const StoryFact locked = told.of(u"Password"_s).locked;
    QCOMPARE(locked.answer, Answer::Yes);
    QCOMPARE(told.codeOf(locked.told.row), 2);
    QCOMPARE(told.of(u"Approve"_s).locked.answer, Answer::No);
    const ToldStory later(linesOf({{2, "09:00:21", "Password"}, {934, "10:00:00"}}));
    QCOMPARE(later.of(u"Password"_s).locked.answer, Answer::No);
}

void TestUserLocks::methodsHaveLocksOfTheirOwn()
{
    const ToldStory told(linesOf({{2, "09:00:00", "SMS OTP"}, {2, "09:00:30", "Approve"}, {3, "10:00:00", "approve"}}));
    QCOMPARE(told.of(u"SMS OTP"_s).locked.answer, Answer::Yes);
    QCOMPARE(told.of(u"Approve"_s).locked.answer, Answer::No); // however the method is spelled
    QCOMPARE(told.story.things.size(), 3);
}

void TestUserLocks::findingALockDoesNotTellItsBeginning()
{
    const ToldStory told(linesOf({{35, "09:00:00", "SMS OTP"}, {35, "09:20:00", "SMS OTP"}}));
    const StoryFact locked = told.of(u"SMS OTP"_s).locked;
    QCOMPARE(locked.answer, Answer::Yes);
    QVERIFY(!locked.changed);
    QCOMPARE(ToldStory::clock(locked.told.time), u"09:00:00"_s);
    QCOMPARE(ToldStory::clock(locked.last.time), u"09:20:00"_s);
}

void TestUserLocks::oneLockInTwoCodesIsOne()
{
    const ToldStory told(linesOf({{662, "09:00:00"}, {2, "09:00:01", "Hardware Authenticator"}}));
    QCOMPARE(told.codeOf(told.of(fob).locked.told.row), 662);
    QCOMPARE(told.codeOf(told.of(fob).locked.last.row), 2);
}

void TestUserLocks::aSecondLockIsAnother()
{
    const ToldStory told(linesOf({{2, "09:00:00", "SMS OTP"}, {2, "12:00:00", "SMS OTP"}}));
    QCOMPARE(ToldStory::clock(told.of(u"SMS OTP"_s).locked.told.time), u"12:00:00"_s);
}

void TestUserLocks::recordsOfOneTimeMayContradict()
{
    const QList<Event> both{{2, "09:00:00", "SMS OTP"}, {3, "09:00:00", "SMS OTP"}};
    const ToldStory told(linesOf(both));
    const StoryFact locked = told.of(u"SMS OTP"_s).locked;
    QCOMPARE(locked.answer, Answer::Contradicted);
    QVERIFY(locked.contrary);
    QCOMPARE((QSet<qint64>{told.codeOf(locked.told.row), told.codeOf(locked.contrary->row)}), (QSet<qint64>{2, 3}));
    // What comes later is believed again.
    const ToldStory later(linesOf(both + QList<Event>{{35, "09:00:05", "SMS OTP"}}));
    QCOMPARE(later.of(u"SMS OTP"_s).locked.answer, Answer::Yes);
}

void TestUserLocks::theAccountIsDisabledAndEnabledAgain()
{
    QList<Event> events{{912, "08:00:00"}, {401, "09:00:00"}, {32, "09:10:00"}};
    const ToldStory disabled(linesOf(events));
    QCOMPARE(disabled.account().enabled.answer, Answer::No);
    QVERIFY(disabled.account().enabled.changed);
    QCOMPARE(disabled.codeOf(disabled.account().enabled.told.row), 401);
    events.append({400, "10:00:00"});
    const ToldStory enabled(linesOf(events));
    QCOMPARE(enabled.account().enabled.answer, Answer::Yes);
    QCOMPARE(enabled.codeOf(enabled.account().enabled.told.row), 400);
    const ToldStory method(linesOf({{707, "09:00:00"}, {807, "09:01:00"}, {667, "09:02:00"}}));
    QCOMPARE(method.of(u"Approve"_s).enabled.answer, Answer::Yes);
    QCOMPARE(method.of(u"Biometric"_s).enabled.answer, Answer::No);
    QCOMPARE(method.of(fob).enabled.answer, Answer::No);
    QVERIFY(!method.of(u"Approve"_s).lastSuccess); // that a phone was registered is no sign-in
}

void TestUserLocks::orderInTheFileMakesNoDifference()
{
    const ToldStory told(linesOf({{3, "11:00:00", "SMS OTP"}, {2, "09:00:00", "SMS OTP"}}));
    QCOMPARE(told.of(u"SMS OTP"_s).locked.answer, Answer::No);
    const ToldStory other(linesOf({{3, "09:00:00", "SMS OTP"}, {2, "11:00:00", "SMS OTP"}}));
    QCOMPARE(other.of(u"SMS OTP"_s).locked.answer, Answer::Yes);
}

QTEST_GUILESS_MAIN(TestUserLocks)
#include "tst_userlocks.moc"
