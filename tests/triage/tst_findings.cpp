#include "findings.h"

#include "eventlines.h"
#include "smalllog.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

constexpr qint64 start = 1'768'467'600'000; // 2026-01-15 09:00 UTC

/// Of the shipped rules the one of this name, or all.
RuleSet rules(const QString &id = {})
{
    const Result<RuleSet> shipped = RuleSet::shipped();
    if (!shipped)
        QTest::qFail(qPrintable(shipped.error().message), __FILE__, __LINE__);
    RuleSet set;
    for (const Rule &rule : shipped.value().rules()) {
        if (id.isEmpty() || rule.id == id)
            set.add(rule);
    }
    return set;
}

Findings found(const QList<EventLine> &events, const RuleSet &set)
{
    const std::shared_ptr<Log> log = readLog(linesOf(events));
    return findFindings(*log, resolutionOf(*log), set, u"en"_s);
}

/// As the rule says it, in words that a person can check against the domain's facts.
struct Expected
{
    const char *id;
    Rule::Kind kind;
    Rule::Key key;
    int threshold;
    int windowMinutes;
    int code; ///< one that counts
    int thenCode = 0;
    bool isRequired = false;
};

constexpr Rule::Kind count = Rule::Kind::Count;
constexpr Rule::Kind users = Rule::Kind::DistinctUsers;

const QList<Expected> &expectedRules()
{
    static const QList<Expected> list{
        {"push-bombing", count, Rule::Key::User, 5, 10, 702, 912},
        {"denied-push", count, Rule::Key::User, 1, 1440, 703},
        {"password-spraying", users, Rule::Key::Address, 5, 20, 935, 934},
        {"password-spraying-application", users, Rule::Key::Application, 15, 5, 902, 901},
        {"password-guessing", count, Rule::Key::User, 10, 20, 935},
        {"code-guessing", count, Rule::Key::User, 10, 10, 607},
        {"success-after-failures", count, Rule::Key::User, 10, 20, 935, 901, true},
        {"lock-out", count, Rule::Key::User, 1, 60, 662},
        {"mass-lock-outs", users, Rule::Key::None, 10, 5, 35},
        {"next-code-failed", count, Rule::Key::User, 1, 15, 604, 606, true},
        {"wrong-codes", count, Rule::Key::User, 3, 15, 605},
        {"reused-code", count, Rule::Key::User, 1, 60, 664},
        {"resent-codes", users, Rule::Key::None, 3, 10, 664},
        {"pin-trouble", count, Rule::Key::User, 3, 30, 607},
        {"service-fault", users, Rule::Key::None, 3, 10, 608},
        {"directory-trouble", users, Rule::Key::None, 10, 60, 401},
        {"platform-off", users, Rule::Key::None, 3, 60, 842},
        {"newly-denied", users, Rule::Key::Application, 5, 30, 940},
    };
    return list;
}

/// So many records that the rule counts, the last one `length` behind the first.
QList<EventLine> incident(const Expected &rule, int records, qint64 length)
{
    QList<EventLine> events;
    if (QByteArray(rule.id) == "newly-denied")
        events.append({start - 240 * minuteMs, 901, u"early"_s, {}, u"VPN"_s, {}});
    for (int i = 0; i < records; ++i) {
        EventLine event{
            records > 1 ? start + length * i / (records - 1) : start, rule.code, u"jdoe"_s, {}, u"VPN"_s, {}};
        if (rule.kind == users)
            event.user = u"user%1"_s.arg(i);
        if (rule.key == Rule::Key::Address)
            event.address = u"203.0.113.7"_s;
        event.transaction = u"t%1"_s.arg(i);
        events.append(event);
    }
    // What a required follower needs; in the middle of others it does no harm.
    if (rule.isRequired && records > 0)
        events.append({events.last().time, rule.thenCode, events.last().user, {}, {}, {}});
    return events;
}

std::vector<Row> rowsOf(const Finding &finding)
{
    const std::span<const Row> rows = finding.rows.rows();
    return {rows.begin(), rows.end()};
}

} // namespace

class TestFindings : public QObject
{
    Q_OBJECT

private slots:
    void everyCountingRuleIsTested();
    void thresholds_data();
    void thresholds();
    void followers_data();
    void followers();
    void recordsOfOneSignInCountOnce();
    void usersWithoutNameCountWhereTheRuleSaysSo();
    void whatIsUsualIsNoFault();
    void whatHasBegunGoesOn();
    void addressesKeepAnApplicationsRuleAway();
    void aSprayerWhoIsSignedInElsewhereIsNoHit();
    void successBetweenFailuresBreaksTheRow();
    void successSoonAfterWrongCodesIsNoTrouble();
    void aNextCodeThatWasGivenIsNoTrouble();
    void deniedBeforeIsNotNewlyDenied();
    void aLogThatBeginsLateKnowsNoBefore();
    void lockOutTellsWhatLedToIt();
    void incidentsThatTouchAreOne();
    void theBetterFindingCoversTheOther();
    void rulesThatCoverEachOtherFindSomething();
    void unknownCodesAreOneFindingEach();
    void unseenCodeNeedsHoursBefore();
    void recordsWithoutATimeAreLeftOut();
    void evidenceIsWhole();
    void findingsOfARuleAreBounded();
    void wordsAreFilledAndInTheLanguage();
    void anEmptyLogHasNone();
};

void TestFindings::everyCountingRuleIsTested()
{
    QStringList told;
    for (const Expected &rule : expectedRules())
        told.append(QString::fromLatin1(rule.id));
    told += {u"unseen-code"_s, u"unknown-code"_s};
    told.sort();
    QStringList shipped;
    const RuleSet set = rules();
    for (const Rule &rule : set.rules())
        shipped.append(rule.id);
    QCOMPARE(shipped, told);
}

void TestFindings::thresholds_data()
{
    QTest::addColumn<int>("rule");
    QTest::addColumn<int>("records");
    QTest::addColumn<qint64>("length");
    QTest::addColumn<int>("findings");
    for (int i = 0; i < expectedRules().size(); ++i) {
        const Expected &rule = expectedRules()[i];
        const qint64 window = rule.windowMinutes * minuteMs;
        QTest::addRow("%s just enough", rule.id) << i << rule.threshold << window << 1;
        QTest::addRow("%s one too few", rule.id) << i << rule.threshold - 1 << window << 0;
        // A single one has no window.
        if (rule.threshold > 1)
            QTest::addRow("%s just too slow", rule.id) << i << rule.threshold << window + 1 << 0;
    }
}

void TestFindings::thresholds()
{
    QFETCH(int, rule);
    QFETCH(int, records);
    QFETCH(qint64, length);
    QFETCH(int, findings);
    const Expected &expected = expectedRules()[rule];
    const QString id = QString::fromLatin1(expected.id);
    const Findings result = found(incident(expected, records, length), rules(id));
    QCOMPARE(result.list.size(), findings);
    QCOMPARE(result.rules, 1);
    if (findings == 0)
        return;
    const Finding &finding = result.list.first();
    QCOMPARE(finding.rule, id);
    QCOMPARE(finding.begin, start);
    QCOMPARE(finding.end, start + (records > 1 ? length : 0));
    QCOMPARE(finding.rows.size(), Row(records + (expected.isRequired ? 1 : 0)));
    QCOMPARE(finding.user, expected.key == Rule::Key::User ? u"jdoe"_s : QString());
    QCOMPARE(finding.address, expected.key == Rule::Key::Address ? u"203.0.113.7"_s : QString());
    QCOMPARE(finding.application, expected.key == Rule::Key::Application ? u"VPN"_s : QString());
    QVERIFY(!finding.title.isEmpty() && !finding.reason.contains(u'{') && !finding.advice.isEmpty());
}

void TestFindings::followers_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("code");
    QTest::addColumn<qint64>("after"); ///< the last record that is counted
    QTest::addColumn<int>("severity"); ///< -1: no finding
    const auto row = [](const char *id, int code, qint64 after, int severity) {
        QTest::addRow("%s, %d after %lld ms", id, code, static_cast<long long>(after))
            << QString::fromLatin1(id) << code << after << severity;
    };
    const int critical = int(Severity::Critical);
    const int error = int(Severity::Error);
    const int warning = int(Severity::Warning);
    for (const int approved : {701, 801, 831, 912})
        row("push-bombing", approved, 10 * minuteMs, critical);
    row("push-bombing", 701, 10 * minuteMs + 1, error);
    row("push-bombing", 701, -minuteMs, error); // before the threshold was reached
    row("push-bombing", 901, 1, error);
    row("password-spraying", 934, 60 * minuteMs, critical);
    row("password-spraying", 934, 60 * minuteMs + 1, error);
    row("password-spraying-application", 901, 60 * minuteMs, error);
    row("password-spraying-application", 901, 60 * minuteMs + 1, warning);
    row("success-after-failures", 912, 20 * minuteMs, critical);
    row("success-after-failures", 912, 20 * minuteMs + 1, -1);
    row("next-code-failed", 605, 15 * minuteMs, warning);
    row("next-code-failed", 605, 15 * minuteMs + 1, -1);
    row("next-code-failed", 606, -1, -1);
}

void TestFindings::followers()
{
    QFETCH(QString, id);
    QFETCH(int, code);
    QFETCH(qint64, after);
    QFETCH(int, severity);
    const auto expected = std::ranges::find_if(
        expectedRules(), [&id](const Expected &rule) { return QString::fromLatin1(rule.id) == id; });
    Expected rule = *expected;
    rule.isRequired = false;
    QList<EventLine> events = incident(rule, rule.threshold, rule.windowMinutes * minuteMs);
    EventLine follower = events.last();
    follower.time += after;
    follower.code = code;
    follower.transaction = u"last"_s;
    events.append(follower);
    const Findings result = found(events, rules(id));
    QCOMPARE(result.list.size(), severity < 0 ? 0 : 1);
    if (severity >= 0)
        QCOMPARE(int(result.list.first().severity), severity);
}

void TestFindings::recordsOfOneSignInCountOnce()
{
    QList<EventLine> events;
    for (int i = 0; i < 5; ++i)
        events.append({start + i * minuteMs, i % 2 == 0 ? 702 : 709, u"jdoe"_s, {}, {}, u"t%1"_s.arg(i / 2)});
    QCOMPARE(found(events, rules(u"push-bombing"_s)).list.size(), 0);
    // Who names no transaction is a sign-in each.
    for (EventLine &event : events)
        event.transaction.clear();
    QCOMPARE(found(events, rules(u"push-bombing"_s)).list.size(), 1);
}

void TestFindings::usersWithoutNameCountWhereTheRuleSaysSo()
{
    const QList<EventLine> faults{
        {start, 410, {}, {}, {}, {}}, {start + 1, 410, {}, {}, {}, {}}, {start + 2, 937, u"jdoe"_s, {}, {}, {}}};
    QCOMPARE(found(faults, rules(u"service-fault"_s)).list.size(), 1);
    QList<EventLine> reused = faults;
    for (EventLine &event : reused)
        event.code = 664;
    QCOMPARE(found(reused, rules(u"resent-codes"_s)).list.size(), 0);
    // One user again and again is one user.
    QList<EventLine> one = faults;
    for (EventLine &event : one)
        event.user = u"jdoe"_s;
    QCOMPARE(found(one, rules(u"service-fault"_s)).list.size(), 0);
}

/// In ten hours, two users meet a fault every twenty minutes: five times as many are five in ten minutes.
void TestFindings::whatIsUsualIsNoFault()
{
    QList<EventLine> usual;
    for (int i = 0; i < 60; ++i)
        usual.append({start + i / 2 * 20 * minuteMs, 608, u"usual%1"_s.arg(i), {}, {}, {}});
    const auto withFault = [&](int affected) {
        QList<EventLine> events = usual;
        for (int i = 0; i < affected; ++i)
            events.append({start + 600 * minuteMs + i * 1000, 608, u"user%1"_s.arg(i), {}, {}, {}});
        return events;
    };
    QCOMPARE(found(withFault(4), rules(u"service-fault"_s)).list.size(), 0);
    const Findings faults = found(withFault(5), rules(u"service-fault"_s));
    QCOMPARE(faults.list.size(), 1);
    QCOMPARE(faults.list.first().begin, start + 600 * minuteMs);
    QVERIFY2(faults.list.first().reason.contains(u"5 times as many as usual"_s),
             qPrintable(faults.list.first().reason));
    // One who tries again and again counts once in a window.
    QList<EventLine> events = withFault(5);
    for (int i = 0; i < 1000; ++i)
        events.append({start + 301 * minuteMs + i * 100, 608, u"usual30"_s, {}, {}, {}});
    QCOMPARE(found(events, rules(u"service-fault"_s)).list.size(), 1);
    // What the rule does not count is no part of what is usual.
    events = withFault(3);
    QCOMPARE(found(events, rules(u"service-fault"_s)).list.size(), 0);
    for (EventLine &event : events)
        event.code = event.user.startsWith(u"usual"_s) ? 901 : event.code;
    QCOMPARE(found(events, rules(u"service-fault"_s)).list.size(), 1);
}

/// A fault of a day does not become usual by lasting.
void TestFindings::whatHasBegunGoesOn()
{
    QList<EventLine> events{{start - 600 * minuteMs, 901, u"early"_s, {}, {}, {}}};
    for (int i = 0; i < 1440; ++i)
        events.append({start + i * minuteMs, 608, u"user%1"_s.arg(i), {}, {}, {}});
    const Findings faults = found(events, rules(u"service-fault"_s));
    QCOMPARE(faults.list.size(), 1);
    QCOMPARE(faults.list.first().begin, start);
    QCOMPARE(faults.list.first().end, start + 1439 * minuteMs);
}

void TestFindings::addressesKeepAnApplicationsRuleAway()
{
    QList<EventLine> events;
    for (int i = 0; i < 15; ++i)
        events.append({start + i, 902, u"user%1"_s.arg(i), {}, u"VPN"_s, {}});
    QCOMPARE(found(events, rules(u"password-spraying-application"_s)).list.size(), 1);
    events.last().address = u"192.0.2.1"_s;
    QCOMPARE(found(events, rules(u"password-spraying-application"_s)).list.size(), 0);
}

void TestFindings::aSprayerWhoIsSignedInElsewhereIsNoHit()
{
    QList<EventLine> events;
    for (int i = 0; i < 5; ++i)
        events.append({start + i, 935, u"user%1"_s.arg(i), u"203.0.113.7"_s, {}, {}});
    const auto severity = [&events](const EventLine &then) {
        return found(events + QList{then}, rules(u"password-spraying"_s)).list.first().severity;
    };
    QCOMPARE(severity({start + 99, 901, u"user3"_s, u"203.0.113.7"_s, {}, {}}), Severity::Critical);
    QCOMPARE(severity({start + 99, 901, u"user3"_s, u"192.0.2.1"_s, {}, {}}), Severity::Error);
    QCOMPARE(severity({start + 99, 901, u"another"_s, u"203.0.113.7"_s, {}, {}}), Severity::Error);
}

void TestFindings::successBetweenFailuresBreaksTheRow()
{
    QList<EventLine> events;
    for (int i = 0; i < 10; ++i)
        events.append({start + i * secondMs, 935, u"jdoe"_s, {}, {}, {}});
    events.append({start + 60 * secondMs, 901, u"jdoe"_s, {}, {}, {}});
    const RuleSet set = rules(u"success-after-failures"_s);
    QCOMPARE(found(events, set).list.size(), 1);
    QCOMPARE(found(events + QList<EventLine>{{start + 4500, 912, u"jdoe"_s, {}, {}, {}}}, set).list.size(), 0);
    QCOMPARE(found(events + QList<EventLine>{{start + 4500, 912, u"asmith"_s, {}, {}, {}}}, set).list.size(), 1);
}

void TestFindings::successSoonAfterWrongCodesIsNoTrouble()
{
    const QList<EventLine> events{{start, 605, u"jdoe"_s, {}, {}, {}},
                                  {start + minuteMs, 663, u"jdoe"_s, {}, {}, {}},
                                  {start + 2 * minuteMs, 605, u"jdoe"_s, {}, {}, {}}};
    const RuleSet set = rules(u"wrong-codes"_s);
    const auto findings = [&](qint64 time) {
        return found(events + QList<EventLine>{{time, 601, u"jdoe"_s, {}, {}, {}}}, set).list.size();
    };
    QCOMPARE(findings(start + 17 * minuteMs - 1), 0);
    QCOMPARE(findings(start + 17 * minuteMs), 1);
    QCOMPARE(findings(start - 1), 1);
    QCOMPARE(findings(start), 0);
}

void TestFindings::aNextCodeThatWasGivenIsNoTrouble()
{
    const QList<EventLine> events{{start, 604, u"jdoe"_s, {}, {}, {}}, {start + minuteMs, 605, u"jdoe"_s, {}, {}, {}}};
    const RuleSet set = rules(u"next-code-failed"_s);
    QCOMPARE(found(events, set).list.size(), 1);
    QCOMPARE(found(events + QList<EventLine>{{start + minuteMs - 1, 601, u"jdoe"_s, {}, {}, {}}}, set).list.size(), 0);
    QCOMPARE(found(events + QList<EventLine>{{start + minuteMs + 1, 601, u"jdoe"_s, {}, {}, {}}}, set).list.size(), 1);
}

void TestFindings::deniedBeforeIsNotNewlyDenied()
{
    QList<EventLine> events{{start - 500 * minuteMs, 901, u"early"_s, {}, {}, {}}};
    for (int i = 0; i < 5; ++i)
        events.append({start + i, 941, u"user%1"_s.arg(i), {}, u"VPN"_s, {}});
    const RuleSet set = rules(u"newly-denied"_s);
    const auto findings = [&](qint64 time, const QString &application) {
        return found(events + QList<EventLine>{{time, 940, u"jdoe"_s, {}, application, {}}}, set).list.size();
    };
    QCOMPARE(findings(start - 240 * minuteMs, u"VPN"_s), 0);
    QCOMPARE(findings(start - 240 * minuteMs - 1, u"VPN"_s), 1);
    QCOMPARE(findings(start - 240 * minuteMs, u"Webmail"_s), 1);
}

void TestFindings::aLogThatBeginsLateKnowsNoBefore()
{
    QList<EventLine> events;
    for (int i = 0; i < 5; ++i)
        events.append({start + i, 941, u"user%1"_s.arg(i), {}, u"VPN"_s, {}});
    const RuleSet set = rules(u"newly-denied"_s);
    QCOMPARE(found(events + QList<EventLine>{{start - 240 * minuteMs + 1, 901, {}, {}, {}, {}}}, set).list.size(), 0);
    QCOMPARE(found(events + QList<EventLine>{{start - 240 * minuteMs, 901, {}, {}, {}, {}}}, set).list.size(), 1);
}

void TestFindings::lockOutTellsWhatLedToIt()
{
    const QList<EventLine> events{{start - 30 * minuteMs - 1, 663, u"jdoe"_s, {}, {}, {}}, // long ago
                                  {start - 30 * minuteMs, 663, u"jdoe"_s, {}, {}, {}},
                                  {start - minuteMs, 901, u"jdoe"_s, {}, {}, {}}, // no failure
                                  {start - minuteMs, 663, u"asmith"_s, {}, {}, {}}, // somebody else
                                  {start - minuteMs, 913, u"jdoe"_s, {}, {}, {}},
                                  {start, 662, u"jdoe"_s, {}, {}, {}}};
    const Findings result = found(events, rules(u"lock-out"_s));
    QCOMPARE(result.list.size(), 1);
    QCOMPARE(rowsOf(result.list.first()), std::vector<Row>({1, 4, 5}));
    QCOMPARE(result.list.first().codes, std::vector<qint64>({662, 663, 913}));
    QCOMPARE(result.list.first().begin, start - 30 * minuteMs);
}

void TestFindings::incidentsThatTouchAreOne()
{
    const auto bombing = [](qint64 begin) {
        QList<EventLine> events;
        for (int i = 0; i < 5; ++i)
            events.append({begin + i * minuteMs, 702, u"jdoe"_s, {}, {}, {}});
        return events;
    };
    const RuleSet set = rules(u"push-bombing"_s);
    const Findings together = found(bombing(start) + bombing(start + 14 * minuteMs), set);
    QCOMPARE(together.list.size(), 1);
    QCOMPARE(together.list.first().rows.size(), Row(10));
    QCOMPARE(together.list.first().end, start + 18 * minuteMs);
    const Findings apart = found(bombing(start) + bombing(start + 14 * minuteMs + 1), set);
    QCOMPARE(apart.list.size(), 2);
    QCOMPARE(apart.list.first().end, start + 4 * minuteMs);
}

void TestFindings::theBetterFindingCoversTheOther()
{
    QList<EventLine> events{{start - 24 * 60 * minuteMs, 703, u"jdoe"_s, {}, {}, {}}};
    for (int i = 0; i < 5; ++i)
        events.append({start + i * minuteMs, 703, u"jdoe"_s, {}, {}, {}});
    events.append({start, 703, u"asmith"_s, {}, {}, {}});
    RuleSet set = rules(u"denied-push"_s);
    QCOMPARE(found(events, set).list.size(), 2);
    set.add(rules(u"push-bombing"_s).rules().first());
    const Findings result = found(events, set);
    QCOMPARE(result.list.size(), 2); // of jdoe no single denial any more
    QCOMPARE(result.list.first().rule, u"push-bombing"_s);
    QCOMPARE(result.list.last().user, u"asmith"_s);
}

void TestFindings::rulesThatCoverEachOtherFindSomething()
{
    Rule first = rules(u"denied-push"_s).rules().first();
    Rule second = first;
    second.id = u"second"_s;
    first.coveredBy = {second.id};
    second.coveredBy = {first.id};
    RuleSet set;
    set.add(second);
    set.add(first);
    const Findings result = found({{start, 703, u"jdoe"_s, {}, {}, {}}}, set);
    QCOMPARE(result.list.size(), 1);
    QCOMPARE(result.list.first().rule, first.id);
}

void TestFindings::unknownCodesAreOneFindingEach()
{
    const QList<EventLine> events{{start, 777, u"jdoe"_s, {}, {}, {}},
                                  {start + 1, 901, u"jdoe"_s, {}, {}, {}},
                                  {start + 2, 777, u"asmith"_s, {}, {}, {}},
                                  {start + 3, 778, {}, {}, {}, {}}};
    const Findings result = found(events, rules(u"unknown-code"_s));
    QCOMPARE(result.list.size(), 2);
    QCOMPARE(result.list.first().codes, std::vector<qint64>({777}));
    QCOMPARE(rowsOf(result.list.first()), std::vector<Row>({0, 2}));
    QCOMPARE(result.list.first().reason, u"Event code 777 is not in the catalog."_s);
    QCOMPARE(result.list.last().codes, std::vector<qint64>({778}));
}

void TestFindings::unseenCodeNeedsHoursBefore()
{
    const auto findings = [](int hours) {
        QList<EventLine> events;
        for (int hour = 0; hour < hours; ++hour) {
            events.append({start + hour * hourMs, 901, {}, {}, {}, {}});
            events.append({start + hour * hourMs + 1, 777, {}, {}, {}, {}}); // no code of the catalog
        }
        events.append({start + hours * hourMs, 702, u"jdoe"_s, {}, {}, {}});
        events.append({start + hours * hourMs + 1, 702, u"jdoe"_s, {}, {}, {}});
        events.append({start + hours * hourMs + 1, 778, u"jdoe"_s, {}, {}, {}});
        return found(events, rules(u"unseen-code"_s)).list;
    };
    QVERIFY(findings(71).isEmpty());
    const QList<Finding> late = findings(72);
    QCOMPARE(late.size(), 1);
    QCOMPARE(rowsOf(late.first()), std::vector<Row>({144}));
    QCOMPARE(late.first().codes, std::vector<qint64>({702}));
}

void TestFindings::recordsWithoutATimeAreLeftOut()
{
    QList<EventLine> events;
    for (int i = 0; i < 5; ++i)
        events.append({start + i, 702, u"jdoe"_s, {}, {}, {}});
    events[2].time = -1;
    const Findings result = found(events, rules());
    QCOMPARE(result.list.size(), 0);
    QCOMPARE(result.withoutTime, 1);
    QCOMPARE(result.rules, 20);
}

void TestFindings::evidenceIsWhole()
{
    QList<EventLine> events;
    const int records = 1000;
    for (int i = 0; i < records; ++i)
        events.append({start + i, 702, u"jdoe"_s, {}, {}, {}});
    const Finding finding = found(events, rules(u"push-bombing"_s)).list.first();
    QCOMPARE(finding.rows.size(), Row(records));
    QCOMPARE(finding.rows.at(0), Row(0));
    QCOMPARE(finding.rows.at(records - 1), Row(records - 1));
    QCOMPARE(finding.end, start + records - 1);
}

void TestFindings::findingsOfARuleAreBounded()
{
    QList<EventLine> events;
    for (int i = 0; i < int(mostFindings) + 3; ++i)
        events.append({start + i, 703, u"user%1"_s.arg(i), {}, {}, {}});
    events.append({start + minuteMs, 703, u"user102"_s, {}, {}, {}}); // more than others
    const Findings result = found(events, rules(u"denied-push"_s));
    QCOMPARE(result.list.size(), mostFindings);
    QCOMPARE(result.leftOut, 3);
    QCOMPARE(result.list.last().user, u"user102"_s);
    // Which are listed is by time; the records of the others are known all the same.
    QCOMPARE(result.leftOutRows.value(u"denied-push"_s),
             std::vector<Row>({Row(mostFindings - 1), Row(mostFindings), Row(mostFindings + 1)}));
}

void TestFindings::wordsAreFilledAndInTheLanguage()
{
    QList<EventLine> events;
    for (int i = 0; i < 6; ++i)
        events.append({start + i * minuteMs, 702, u"{count}"_s, {}, {}, {}});
    events.append({start + 7 * minuteMs, 701, u"{count}"_s, {}, {}, {}});
    const std::shared_ptr<Log> log = readLog(linesOf(events));
    const RuleSet set = rules(u"push-bombing"_s);
    QCOMPARE(
        findFindings(*log, resolutionOf(*log), set, u"en"_s).list.first().reason,
        u"{count} left 6 push requests unanswered or denied them, 5 or more within 10 minutes. An approval followed."_s);
    QCOMPARE(findFindings(*log, resolutionOf(*log), set, u"de"_s).list.first().title, u"Push-Bombing"_s);
}

void TestFindings::anEmptyLogHasNone()
{
    const Findings result = found({}, rules());
    QVERIFY(result.list.isEmpty());
    QCOMPARE(result.rules, 20);
}

QTEST_GUILESS_MAIN(TestFindings)
#include "tst_findings.moc"
