#include "userstory.h"

#include "loggenerator.h"
#include "logusers.h"
#include "storyfixture.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace evident;

using Answer = StoryFact::Answer;

namespace {

const QString fob = u"Hardware Authenticator"_s;

/// The story in words that name no row: equal for logs that say the same.
QString toldBy(const ToldStory &told, const std::optional<StoryMoment> &moment)
{
    return moment ? u"%1 by %2"_s.arg(ToldStory::clock(moment->time)).arg(told.codeOf(moment->row)) : u"never"_s;
}

QString toldBy(const ToldStory &told, const StoryFact &fact)
{
    return u"%1 %2 %3 %4 %5"_s.arg(int(fact.answer))
        .arg(int(fact.changed))
        .arg(fact.answer == Answer::Untold ? u"-"_s : toldBy(told, fact.told),
             fact.answer == Answer::Untold ? u"-"_s : toldBy(told, fact.last), toldBy(told, fact.contrary));
}

QStringList wordsOf(const ToldStory &told)
{
    const UserStory &story = told.story;
    QStringList words{u"%1 %2 %3 %4 %5 %6 %7"_s.arg(story.user)
                          .arg(story.records)
                          .arg(story.withoutTime)
                          .arg(story.errors)
                          .arg(story.attempts)
                          .arg(story.failedAttempts)
                          .arg(story.signInCount),
                      ToldStory::clock(story.asOf) + ToldStory::clock(story.begin) + ToldStory::clock(story.end)};
    for (const StoryThing &thing : story.things) {
        words.append(thing.method + u": "_s + toldBy(told, thing.locked) + u" / "_s + toldBy(told, thing.enabled));
        words.append(toldBy(told, thing.lastSuccess) + u" / "_s + toldBy(told, thing.lastFailure)
                     + QString::number(thing.failures));
    }
    for (size_t i = 0; i < story.signIns.size(); ++i) {
        const SignIn &signIn = story.signIns[i];
        QString line = ToldStory::clock(signIn.begin) + u'-' + ToldStory::clock(signIn.end) + u' ' + signIn.method
            + u' ' + signIn.application + u' ' + outcomeToken(signIn.outcome) + QString::number(int(signIn.isAttempt))
            + u" by "_s + QString::number(told.codeOf(signIn.decisive)) + u" for "_s
            + QString::number(told.codeOf(signIn.telling)) + u':';
        for (const qint64 code : told.stepsOf(i))
            line += u' ' + QString::number(code);
        words.append(line);
    }
    for (const QList<StorySeen> *seen : {&story.addresses, &story.devices}) {
        for (const StorySeen &one : *seen)
            words.append(one.value + QString::number(one.records));
    }
    return words;
}

} // namespace

class TestUserStory : public QObject
{
    Q_OBJECT

private slots:
    void aLogWithoutTheUserTellsNothing();
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
    void recordsWithoutATimeTellNoState();
    void codesOfOtherPagesAreKnown();
    void namesOfAnyCaseAreOneUser();
    void repeatedRecordsCountOnce();
    void aTransactionIsOneSignIn();
    void theLastDecisiveRecordDecides_data();
    void theLastDecisiveRecordDecides();
    void withoutATransactionAPauseParts();
    void whoTriesAgainAtOnceStartsAnotherSignIn();
    void transactionsInterleave();
    void newsAndSignOutsAreNoAttempts();
    void onlyTheNewestAreKept();
    void ofVeryManyMethodsTheLockedOnesStay();
    void whereTheUserWasSeen();
    void shuffledAndRepeatedLogsTellTheSame_data();
    void shuffledAndRepeatedLogsTellTheSame();
    void usersByErrors();
    void namesAreFoundByTheirBeginningFirst();
    void aStoppedStoryEndsEarly();
};

void TestUserStory::aLogWithoutTheUserTellsNothing()
{
    const ToldStory told(linesOf({{901, "09:00:00", "", "", "asmith@example.com"}}));
    QCOMPARE(told.story.user, QString());
    QCOMPARE(told.story.records, 0);
    QVERIFY(told.story.things.isEmpty());
    QVERIFY(told.story.signIns.empty());
    QCOMPARE(ToldStory::clock(told.story.asOf), u"09:00:00"_s);
}

void TestUserStory::absenceIsNotAnAnswer()
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

void TestUserStory::aFailureIsNoLock()
{
    const ToldStory told(linesOf({{702, "09:00:00", "Approve"}, {605, "09:05:00", "SecurID OTP"}}));
    QCOMPARE(told.of(u"Approve"_s).locked.answer, Answer::Untold);
    QCOMPARE(told.of(u"SecurID OTP"_s).locked.answer, Answer::Untold);
    QCOMPARE(told.codeOf(told.of(u"Approve"_s).lastFailure->row), 702);
    QVERIFY(!told.of(u"Approve"_s).lastSuccess);
}

void TestUserStory::whatLocksAndSinceWhen()
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

void TestUserStory::aLockedTokenThatIsUnlocked()
{
    const ToldStory told(linesOf({{662, "09:00:00"}, {3, "11:00:00", "Hardware Authenticator"}}));
    const StoryFact locked = told.of(fob).locked;
    QCOMPARE(locked.answer, Answer::No);
    QVERIFY(locked.changed);
    QCOMPARE(told.codeOf(locked.told.row), 3);
}

void TestUserStory::aSuccessShowsThatAMethodIsNotLocked()
{
    const ToldStory told(linesOf({{662, "09:00:00"}, {660, "11:00:00"}}));
    const StoryFact locked = told.of(fob).locked;
    QCOMPARE(locked.answer, Answer::No);
    QVERIFY(!locked.changed); // what unlocked it, and when, this log does not tell
    QCOMPARE(told.codeOf(locked.told.row), 660);
    QCOMPARE(told.of(fob).failures, 0);
}

void TestUserStory::aLockedPasswordIsItsOwnThing()
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

void TestUserStory::methodsHaveLocksOfTheirOwn()
{
    const ToldStory told(linesOf({{2, "09:00:00", "SMS OTP"}, {2, "09:00:30", "Approve"}, {3, "10:00:00", "approve"}}));
    QCOMPARE(told.of(u"SMS OTP"_s).locked.answer, Answer::Yes);
    QCOMPARE(told.of(u"Approve"_s).locked.answer, Answer::No); // however the method is spelled
    QCOMPARE(told.story.things.size(), 3);
}

void TestUserStory::findingALockDoesNotTellItsBeginning()
{
    const ToldStory told(linesOf({{35, "09:00:00", "SMS OTP"}, {35, "09:20:00", "SMS OTP"}}));
    const StoryFact locked = told.of(u"SMS OTP"_s).locked;
    QCOMPARE(locked.answer, Answer::Yes);
    QVERIFY(!locked.changed);
    QCOMPARE(ToldStory::clock(locked.told.time), u"09:00:00"_s);
    QCOMPARE(ToldStory::clock(locked.last.time), u"09:20:00"_s);
}

void TestUserStory::oneLockInTwoCodesIsOne()
{
    const ToldStory told(linesOf({{662, "09:00:00"}, {2, "09:00:01", "Hardware Authenticator"}}));
    QCOMPARE(told.codeOf(told.of(fob).locked.told.row), 662);
    QCOMPARE(told.codeOf(told.of(fob).locked.last.row), 2);
}

void TestUserStory::aSecondLockIsAnother()
{
    const ToldStory told(linesOf({{2, "09:00:00", "SMS OTP"}, {2, "12:00:00", "SMS OTP"}}));
    QCOMPARE(ToldStory::clock(told.of(u"SMS OTP"_s).locked.told.time), u"12:00:00"_s);
}

void TestUserStory::recordsOfOneTimeMayContradict()
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

void TestUserStory::theAccountIsDisabledAndEnabledAgain()
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

void TestUserStory::orderInTheFileMakesNoDifference()
{
    const ToldStory told(linesOf({{3, "11:00:00", "SMS OTP"}, {2, "09:00:00", "SMS OTP"}}));
    QCOMPARE(told.of(u"SMS OTP"_s).locked.answer, Answer::No);
    const ToldStory other(linesOf({{3, "09:00:00", "SMS OTP"}, {2, "11:00:00", "SMS OTP"}}));
    QCOMPARE(other.of(u"SMS OTP"_s).locked.answer, Answer::Yes);
}

void TestUserStory::recordsWithoutATimeTellNoState()
{
    const ToldStory told(linesOf({{662, ""}, {663, ""}, {660, "", "", "t-1"}, {663, "", "", "t-1"}}));
    QCOMPARE(told.story.records, 4);
    QCOMPARE(told.story.withoutTime, 4);
    QCOMPARE(told.story.asOf, noTime);
    QCOMPARE(told.of(fob).locked.answer, Answer::Untold);
    QVERIFY(!told.of(fob).lastFailure);
    QCOMPARE(told.story.signInCount, 2);
    for (const SignIn &signIn : told.story.signIns) {
        QCOMPARE(signIn.begin, noTime);
        // Where nobody knows which was the last, only what all say is said.
        QCOMPARE(signIn.outcome, signIn.transaction != 0 ? Outcome::Unknown : Outcome::Failure);
    }
    // Of a sign-in that has others, they say less than these.
    const ToldStory mixed(linesOf({{663, "", "", "t-1"}, {660, "09:00:00", "", "t-1"}}));
    QCOMPARE(mixed.story.signIns.at(0).outcome, Outcome::Success);
    QCOMPARE(mixed.story.signIns.size(), 1U);
}

void TestUserStory::codesOfOtherPagesAreKnown()
{
    // The catalog lacks these codes: their records have the outcome of the guidance.
    const ToldStory told(
        linesOf({{36, "09:00:00", "Approve"}, {51, "10:00:00", "Approve"}, {52, "11:00:00", "Approve"}}));
    QCOMPARE(told.story.attempts, 3);
    QCOMPARE(told.story.failedAttempts, 3);
    QCOMPARE(told.of(u"Approve"_s).failures, 3);
    // A code that nobody knows tells nothing.
    const ToldStory unknown(linesOf({{399, "09:00:00"}}));
    QCOMPARE(unknown.story.signIns.at(0).outcome, Outcome::Unknown);
    QCOMPARE(unknown.story.attempts, 0);
}

void TestUserStory::namesOfAnyCaseAreOneUser()
{
    const QList<Event> events{{702, "09:00:00", "", "", "JDoe@example.com"},
                              {702, "10:00:00", "", "", "jdoe@example.com"},
                              {701, "11:00:00", "", "", "jdoe@example.com"},
                              {701, "11:00:00", "", "", "jdoe@example.org"}};
    const ToldStory told(linesOf(events), u"JDOE@example.com"_s);
    QCOMPARE(told.story.user, u"jdoe@example.com"_s);
    QCOMPARE(told.story.records, 3);
}

void TestUserStory::repeatedRecordsCountOnce()
{
    const QList<Event> events{{911, "09:00:00", "", "t-1"}, {702, "09:01:00", "", "t-1"}, {702, "09:01:00", "", "t-2"}};
    const ToldStory told(linesOf(events + events + events));
    QCOMPARE(told.story.records, 3); // one of another transaction is another
    QCOMPARE(told.story.repeated, 6);
    QCOMPARE(told.story.signInCount, 2);
    QCOMPARE(told.of(u"Approve"_s).failures, 2);
}

void TestUserStory::aTransactionIsOneSignIn()
{
    // A slow one: a transaction is not parted by time.
    const ToldStory told(linesOf({{934, "09:00:00", "", "t-1"},
                                  {911, "09:00:01", "", "t-1", "jdoe@example.com", "", "", "VPN"},
                                  {701, "09:09:00", "Approve", "t-1"},
                                  {912, "09:09:01", "Approve", "t-1"}}));
    QCOMPARE(told.story.signIns.size(), 1U);
    const SignIn &signIn = told.story.signIns.at(0);
    QCOMPARE(told.stepsOf(0), (QList<qint64>{934, 911, 701, 912}));
    QCOMPARE(signIn.outcome, Outcome::Success);
    QCOMPARE(told.codeOf(signIn.decisive), 912);
    QCOMPARE(signIn.end - signIn.begin, 541'000);
    QCOMPARE(signIn.method, u"Approve"_s);
    QCOMPARE(signIn.application, u"VPN"_s);
    QVERIFY(signIn.isAttempt);
    QCOMPARE(told.codeOf(told.account().lastSuccess->row), 912);
}

void TestUserStory::theLastDecisiveRecordDecides_data()
{
    QTest::addColumn<QList<int>>("codes");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<int>("decisive");
    QTest::addColumn<int>("telling");
    QTest::newRow("a push timed out") << QList<int>{934, 911, 702, 913, 910} << Outcome::Failure << 910 << 702;
    QTest::newRow("denied, then a code") << QList<int>{934, 911, 703, 605, 601, 912} << Outcome::Success << 912 << 912;
    QTest::newRow("the policy says no") << QList<int>{934, 940} << Outcome::Failure << 940 << 940;
    QTest::newRow("the policy asks nothing") << QList<int>{934, 939} << Outcome::Success << 939 << 939;
    QTest::newRow("never answered") << QList<int>{934, 911} << Outcome::Pending << 911 << 911;
    QTest::newRow("signed out afterwards") << QList<int>{934, 911, 701, 912, 907} << Outcome::Success << 912 << 912;
    QTest::newRow("without a word on code matching")
        << QList<int>{911, 713, 702, 913} << Outcome::Failure << 913 << 702;
}

void TestUserStory::theLastDecisiveRecordDecides()
{
    QFETCH(QList<int>, codes);
    QFETCH(Outcome, outcome);
    QFETCH(int, decisive);
    QFETCH(int, telling);
    // One after another; and all at one time, as an export whose times are cut to the second has them.
    for (const bool apart : {true, false}) {
        QByteArray lines;
        for (qsizetype i = 0; i < codes.size(); ++i) {
            const QByteArray time = apart ? "09:00:0" + QByteArray::number(i) : QByteArray("09:00:00");
            lines += Event{codes.at(i), time.constData(), "", "t-1"}.line();
        }
        const ToldStory told(lines);
        QCOMPARE(told.story.signIns.at(0).outcome, outcome);
        QCOMPARE(told.codeOf(told.story.signIns.at(0).decisive), decisive);
        QCOMPARE(told.codeOf(told.story.signIns.at(0).telling), telling);
    }
}

void TestUserStory::withoutATransactionAPauseParts()
{
    const ToldStory told(linesOf({{911, "09:00:00"}, {702, "09:01:00"}, {913, "09:03:00"}, {911, "09:05:00.001"}}));
    QCOMPARE(told.story.signIns.size(), 2U);
    QCOMPARE(told.stepsOf(0), (QList<qint64>{911}));
    QCOMPARE(told.stepsOf(1), (QList<qint64>{911, 702, 913})); // two minutes are no pause yet
    QCOMPARE(signInGapMs, 120'000);
}

void TestUserStory::whoTriesAgainAtOnceStartsAnotherSignIn()
{
    const ToldStory told(linesOf({{934, "09:00:00"},
                                  {911, "09:00:01"},
                                  {703, "09:00:09"},
                                  {913, "09:00:10"},
                                  {910, "09:00:11"},
                                  {934, "09:00:20"},
                                  {911, "09:00:21"},
                                  {701, "09:00:30"},
                                  {912, "09:00:31"}}));
    QCOMPARE(told.story.signIns.size(), 2U);
    QCOMPARE(told.story.signIns.at(0).outcome, Outcome::Success);
    QCOMPARE(told.story.signIns.at(1).outcome, Outcome::Failure);
    QCOMPARE(told.account().failures, 0);
}

void TestUserStory::transactionsInterleave()
{
    const ToldStory told(linesOf({{911, "09:00:00", "", "t-1"},
                                  {911, "09:00:10", "", "t-2"},
                                  {702, "09:01:00", "", "t-1"},
                                  {907, "09:01:05"},
                                  {701, "09:01:10", "", "t-2"}}));
    QCOMPARE(told.story.signIns.size(), 3U);
    QCOMPARE(told.stepsOf(0), (QList<qint64>{911, 701}));
    QCOMPARE(told.stepsOf(1), (QList<qint64>{907}));
    QCOMPARE(told.stepsOf(2), (QList<qint64>{911, 702}));
}

void TestUserStory::newsAndSignOutsAreNoAttempts()
{
    const ToldStory told(
        linesOf({{401, "09:00:00"}, {907, "10:00:00"}, {707, "11:00:00"}, {405, "12:00:00"}, {902, "13:00:00"}}));
    QCOMPARE(told.story.signInCount, 5);
    QCOMPARE(told.story.attempts, 1);
    QCOMPARE(told.story.failedAttempts, 1);
    QVERIFY(!told.account().lastSuccess);
    QCOMPARE(told.codeOf(told.account().lastFailure->row), 902);
}

void TestUserStory::onlyTheNewestAreKept()
{
    QByteArray lines;
    for (int i = 0; i < 50; ++i) {
        const QByteArray minute = QByteArray::number(i).rightJustified(2, '0');
        const QByteArray time = "09:" + minute + ":00";
        const QByteArray transaction = "t-" + minute;
        for (int step = 0; step < 5; ++step) {
            const QByteArray at = time.chopped(1) + QByteArray::number(step);
            lines += Event{step == 4 ? 702 : 911, at.constData(), "", transaction.constData()}.line();
        }
    }
    StoryLimits limits;
    limits.signIns = 7;
    limits.steps = 3;
    limits.deviceRecords = 11;
    const ToldStory told(lines, u"jdoe@example.com"_s, limits);
    QCOMPARE(told.story.records, 250);
    QCOMPARE(told.story.signInCount, 50);
    QCOMPARE(told.story.failedAttempts, 50); // counts are of all
    QCOMPARE(told.of(u"Approve"_s).failures, 50);
    QCOMPARE(told.story.signIns.size(), 7U);
    QCOMPARE(ToldStory::clock(told.story.signIns.at(0).begin), u"09:49:00"_s);
    QCOMPARE(ToldStory::clock(told.story.signIns.at(6).begin), u"09:43:00"_s);
    QCOMPARE(told.story.signIns.at(0).records, 5);
    QCOMPARE(told.stepsOf(0), (QList<qint64>{911, 911, 702})); // what decided is among them
    QCOMPARE(told.story.devicesReadOf, 11);
}

void TestUserStory::ofVeryManyMethodsTheLockedOnesStay()
{
    QByteArray lines;
    for (int i = 10; i < 40; ++i) {
        const QByteArray method = "method " + QByteArray::number(i);
        lines += Event{i == 39 ? 2 : 3, "09:00:00", method.constData()}.line();
    }
    StoryLimits limits;
    limits.methods = 4;
    const ToldStory told(lines, u"jdoe@example.com"_s, limits);
    QStringList kept;
    for (const StoryThing &thing : told.story.things)
        kept.append(thing.method);
    QCOMPARE(kept, (QStringList{{}, u"method 10"_s, u"method 11"_s, u"method 12"_s, u"method 39"_s}));
    QCOMPARE(told.story.moreMethods, 26);
}

void TestUserStory::whereTheUserWasSeen()
{
    const char *const user = "jdoe@example.com";
    const ToldStory told(linesOf({{701, "09:00:00", "", "", user, "192.0.2.14", "Pixel"},
                                  {701, "10:00:00", "", "", user, "203.0.113.77", "iPhone"},
                                  {701, "11:00:00", "", "", user, "203.0.113.77", "iPhone"},
                                  {701, "12:00:00"}}));
    QCOMPARE(told.story.addresses, (QList<StorySeen>{{u"203.0.113.77"_s, 2}, {u"192.0.2.14"_s, 1}}));
    QCOMPARE(told.story.devices, (QList<StorySeen>{{u"iPhone"_s, 2}, {u"Pixel"_s, 1}}));
    QCOMPARE(told.story.devicesReadOf, 4);
    QCOMPARE(told.story.addressCount, 2);
}

void TestUserStory::shuffledAndRepeatedLogsTellTheSame_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<bool>("coarse"); // times cut to the second, so that many are equal
    for (quint64 seed = 1; seed <= 6; ++seed) {
        QTest::addRow("seed %d", int(seed)) << seed << false;
        QTest::addRow("seed %d, coarse", int(seed)) << seed << true;
    }
}

void TestUserStory::shuffledAndRepeatedLogsTellTheSame()
{
    QFETCH(quint64, seed);
    QFETCH(bool, coarse);
    LogGeneratorOptions options;
    options.seed = seed;
    options.people = 4;
    options.intervalMs = 20'000;
    options.storyTime = options.firstTime.addSecs(3600);
    LogGenerator generator(options);
    std::mt19937_64 random(seed);
    QByteArrayList lines;
    for (int i = 0; i < 1500; ++i) {
        GeneratedEvent event = generator.next();
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(coarse ? event.time / 1000 * 1000 : event.time, Qt::UTC);
        const QByteArray time = at.toString(u"HH:mm:ss.zzz"_s).toLatin1();
        const QByteArray transaction = random() % 3 == 0 ? QByteArray() : event.transaction.toUtf8();
        // Half of the company's troubles are jdoe's.
        const QString name = random() % 2 == 0 ? u"jdoe@example.com"_s : event.user;
        const QByteArray user = (random() % 5 == 0 ? name.toUpper() : name).toUtf8();
        lines.append(Event{event.code, random() % 50 == 0 ? "" : time.constData(), event.method.toUtf8().constData(),
                           transaction.constData(), user.constData(), event.address.toUtf8().constData(),
                           event.device.toUtf8().constData(), event.application.toUtf8().constData()}
                         .line());
    }
    const QString jdoe = u"jdoe@example.com"_s;
    const ToldStory told(lines.join(), jdoe);
    QVERIFY(told.story.records > 100);
    QVERIFY(told.story.signIns.size() > 20);
    QVERIFY(std::ranges::any_of(told.story.things,
                                [](const StoryThing &thing) { return thing.locked.answer != Answer::Untold; }));
    const QStringList words = wordsOf(told);
    for (int round = 0; round < 3; ++round) {
        QByteArrayList more = lines;
        for (int i = 0; i < 400; ++i)
            more.append(lines.at(qsizetype(random() % quint64(lines.size()))));
        std::ranges::shuffle(more, random);
        const ToldStory again(more.join(), jdoe);
        QCOMPARE(again.story.repeated >= told.story.repeated, true);
        const QStringList others = wordsOf(again);
        for (qsizetype i = 0; i < std::min(words.size(), others.size()); ++i)
            QCOMPARE(others.at(i), words.at(i));
        QCOMPARE(others.size(), words.size());
    }
}

void TestUserStory::usersByErrors()
{
    const QByteArray lines = linesOf({{901, "09:00:00", "", "", "asmith@example.com"},
                                      {702, "09:00:00", "", "", "JDOE@example.com"},
                                      {702, "09:01:00", "", "", "jdoe@example.com"},
                                      {901, "09:02:00", "", "", "jdoe@example.com"},
                                      {702, "09:03:00", "", "", "bwhite@example.com"},
                                      {901, "09:03:00", "", "", ""}});
    const std::shared_ptr<Log> log = readLog(lines);
    const QList<LogUser> users = logUsers(*log, resolutionOf(*log, shippedCatalog()));
    QCOMPARE(users,
             (QList<LogUser>{
                 {u"jdoe@example.com"_s, 3, 2}, {u"bwhite@example.com"_s, 1, 1}, {u"asmith@example.com"_s, 1, 0}}));
}

void TestUserStory::namesAreFoundByTheirBeginningFirst()
{
    const QList<LogUser> users{{u"ajdoe@example.com"_s, 9, 9},
                               {u"jdoe2@example.com"_s, 5, 5},
                               {u"JDoe@example.com"_s, 1, 0},
                               {u"asmith@example.com"_s, 1, 0},
                               {u"jdoe"_s, 1, 0}};
    const auto names = [&users](const QString &text, qsizetype most) {
        QStringList found;
        for (const LogUser &user : matchingUsers(users, text, most))
            found.append(user.name);
        return found;
    };
    QCOMPARE(names(u"jdoe"_s, 10),
             (QStringList{u"JDoe@example.com"_s, u"jdoe"_s, u"jdoe2@example.com"_s, u"ajdoe@example.com"_s}));
    QCOMPARE(names(u"jdoe"_s, 1), (QStringList{u"JDoe@example.com"_s}));
    QCOMPARE(names(u"zz"_s, 5), QStringList());
    QCOMPARE(names({}, 2), (QStringList{u"ajdoe@example.com"_s, u"jdoe2@example.com"_s}));
}

void TestUserStory::aStoppedStoryEndsEarly()
{
    const std::shared_ptr<Log> log = readLog(linesOf({{702, "09:00:00"}}));
    std::stop_source stop;
    stop.request_stop();
    const UserStory story = userStory(*log, resolutionOf(*log, shippedCatalog()), *shippedCatalog()->guidanceBook(),
                                      u"jdoe@example.com"_s, stop.get_token());
    QVERIFY(story.signIns.empty());
}

QTEST_GUILESS_MAIN(TestUserStory)
#include "tst_userstory.moc"
