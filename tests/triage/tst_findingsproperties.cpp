#include "findings.h"

#include "eventlines.h"
#include "slowfindings.h"
#include "smalllog.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

constexpr qint64 start = 1'768'467'600'000;

class Chance
{
public:
    explicit Chance(quint64 seed)
        : m_engine(seed)
    { }
    int below(int bound) { return int(m_engine() % quint64(bound)); }
    bool oneIn(int number) { return below(number) == 0; }
    std::mt19937_64 &engine() { return m_engine; }

private:
    std::mt19937_64 m_engine;
};

/// Few codes, few people, and times that often are the same, so that everything meets everything.
QList<EventLine> randomEvents(Chance &chance)
{
    static const QList<int> codes{1, 2, 3, 4, 5, 6};
    static const QStringList users{{}, u"ann"_s, u"bob"_s, u"Bob"_s, u"cy"_s, u"dee"_s, u"DEE"_s};
    static const QStringList places{{}, u"192.0.2.1"_s, u"192.0.2.2"_s};
    static const QStringList applications{{}, u"VPN"_s, u"Mail"_s};
    const int count = chance.below(60);
    const int minutes = 5 + chance.below(90);
    QList<EventLine> events;
    for (int i = 0; i < count; ++i) {
        events.append({chance.oneIn(30) ? -1 : start + chance.below(minutes * 4) * minuteMs / 4,
                       codes[chance.below(int(codes.size()))], users[chance.below(int(users.size()))],
                       places[chance.below(int(places.size()))], applications[chance.below(int(applications.size()))],
                       chance.oneIn(2) ? QString() : u"t%1"_s.arg(chance.below(12))});
    }
    return events;
}

QList<qint64> randomCodes(Chance &chance)
{
    QList<qint64> codes;
    for (int code = 1; code <= 6; ++code) {
        if (chance.oneIn(3))
            codes.append(code);
    }
    return codes.isEmpty() ? QList<qint64>{1 + chance.below(6)} : codes;
}

Rule randomRule(Chance &chance, int number)
{
    Rule rule;
    rule.id = u"rule-%1"_s.arg(number);
    rule.kind = chance.oneIn(2) ? Rule::Kind::Count : Rule::Kind::DistinctUsers;
    static constexpr Rule::Key keys[] = {Rule::Key::None, Rule::Key::Address, Rule::Key::Application, Rule::Key::User};
    rule.key = keys[chance.below(rule.kind == Rule::Kind::Count ? 4 : 3)];
    rule.codes = randomCodes(chance);
    rule.threshold = 1 + chance.below(4);
    rule.window = chance.below(15) * minuteMs;
    rule.timesUsual = rule.window > 0 && chance.oneIn(2) ? 2 + chance.below(4) : 0;
    rule.eachWithoutUser = rule.kind == Rule::Kind::DistinctUsers && chance.oneIn(2);
    rule.withoutAddressOnly = chance.oneIn(6);
    rule.quiet = chance.oneIn(5) ? chance.below(20) * minuteMs : 0;
    const auto others = [&chance] { return Rule::Others{randomCodes(chance), chance.below(10) * minuteMs}; };
    if (rule.key == Rule::Key::User && chance.oneIn(3))
        rule.before = others();
    if (rule.key == Rule::Key::User && chance.oneIn(3))
        rule.unless = others();
    if (chance.oneIn(2))
        rule.then = Rule::Then{others(), Severity::Critical, chance.oneIn(2) ? QList<qint64>() : randomCodes(chance),
                               chance.oneIn(2)};
    if (number > 1 && chance.oneIn(2))
        rule.coveredBy = {u"rule-%1"_s.arg(chance.below(number))};
    if (number == 0 && chance.oneIn(4))
        rule.coveredBy = {u"rule-1"_s};
    rule.words.insert(u"en"_s, {u"T"_s, u"R"_s, u"S"_s, u"A"_s});
    return rule;
}

/// What the evaluation finds, told by the records' content. `events` are in the order of the file.
QStringList linesOf(const Findings &findings, const QList<EventLine> &events)
{
    QStringList lines;
    for (const Finding &finding : findings.list) {
        std::vector<EventLine> evidence;
        for (const Row row : finding.rows.rows())
            evidence.push_back(events[row]);
        lines.append(SlowFindings::line(finding.rule, finding.severity, evidence));
    }
    lines.sort();
    return lines;
}

QStringList quickLines(const QList<EventLine> &events, const RuleSet &rules)
{
    const std::shared_ptr<Log> log = readLog(linesOf(events));
    return linesOf(findFindings(*log, resolutionOf(*log), rules, u"en"_s), events);
}

} // namespace

class TestFindingsProperties : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatTheObviousWayFinds();
};

/// As it comes, in another order, and with some records twice or more often.
void TestFindingsProperties::findsWhatTheObviousWayFinds()
{
    qsizetype findings = 0;
    for (quint64 seed = 1; seed <= 400; ++seed) {
        Chance chance(seed);
        QList<EventLine> events = randomEvents(chance);
        RuleSet rules;
        for (int i = 0; i < 4; ++i)
            rules.add(randomRule(chance, i));
        const QStringList expected = SlowFindings(events, rules.rules()).lines();
        findings += expected.size();
        const auto tell = [seed](const char *what) {
            return u"%1, seed %2"_s.arg(QLatin1String(what)).arg(seed).toUtf8();
        };
        QVERIFY2(quickLines(events, rules) == expected, tell("as it comes").constData());
        std::shuffle(events.begin(), events.end(), chance.engine());
        QVERIFY2(quickLines(events, rules) == expected, tell("shuffled").constData());
        for (int repeats = int(events.size() / 3); repeats > 0; --repeats)
            events.append(events[chance.below(int(events.size()))]);
        std::shuffle(events.begin(), events.end(), chance.engine());
        QVERIFY2(quickLines(events, rules) == expected, tell("with repeats").constData());
    }
    QVERIFY(findings > 1000);
}

QTEST_GUILESS_MAIN(TestFindingsProperties)
#include "tst_findingsproperties.moc"
