#include "userstory.h"

#include "storyfixture.h"

using namespace evident;
using namespace Qt::StringLiterals;
using Answer = StoryFact::Answer;

namespace {

const QString fob = u"Hardware Authenticator"_s;

} // namespace

class TestUserStory : public QObject
{
    Q_OBJECT

private slots:
    void aLogWithoutTheUserTellsNothing();
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
