#include "ruleset.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

const QByteArray goodRule = R"({
    "id": "many-denied", "kind": "count", "key": "user", "codes": [703, 702], "threshold": 3, "windowMinutes": 5,
    "severity": "warning",
    "words": { "en": { "title": "Many denied", "reason": "{user} denied {count}.", "advice": "Ask." } }
})";

void write(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestRuleSet : public QObject
{
    Q_OBJECT

private slots:
    void shippedRulesAreRight();
    void shippedRulesAreInFilesOfTheirNames();
    void readsARule();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void tellsTheLineOfWhatIsNoJson();
    void ownRulesComeBesides();
    void aBadFileDoesNotStopTheOthers();
    void sizeAndCountAreBounded();
    void aFolderThatIsNotThereHasNoRules();
};

void TestRuleSet::shippedRulesAreRight()
{
    const Result<RuleSet> set = RuleSet::shipped();
    QVERIFY2(set, set ? "" : qPrintable(set.error().message));
    QCOMPARE(set.value().rules().size(), 20);
    QVERIFY(set.value().problems().isEmpty());
    QStringList ids;
    for (const Rule &rule : set.value().rules())
        ids.append(rule.id);
    for (const Rule &rule : set.value().rules()) {
        QStringList languages = rule.words.keys();
        languages.sort();
        QCOMPARE(languages, QStringList({u"de"_s, u"en"_s}));
        QVERIFY(rule.wordsIn(u"de"_s) != rule.wordsIn(u"en"_s));
        QCOMPARE(rule.wordsIn(u"fr"_s), rule.wordsIn(u"en"_s));
        for (const QString &other : rule.coveredBy)
            QVERIFY2(ids.contains(other), qPrintable(other));
    }
}

void TestRuleSet::shippedRulesAreInFilesOfTheirNames()
{
    const QDir folder(u":/rules"_s);
    for (const QString &name : folder.entryList({u"*.json"_s})) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<Rule> rule = parseRule(file.readAll(), name);
        QVERIFY2(rule, rule ? "" : qPrintable(rule.error().message));
        QCOMPARE(rule.value().id + u".json"_s, name);
    }
}

void TestRuleSet::readsARule()
{
    const QByteArray json = R"({
        "id": "a", "kind": "count", "key": "user", "codes": [703, 702], "threshold": 3, "windowMinutes": 5,
        "severity": "warning", "timesUsual": 4, "quietMinutes": 7, "withoutAddressOnly": true,
        "before": { "codes": [1], "windowMinutes": 2 }, "unless": { "codes": [2], "windowMinutes": 0 },
        "then": { "codes": [4, 3], "windowMinutes": 9, "severity": "critical", "unlessFirst": [5] },
        "coveredBy": ["b"],
        "words": { "de": { "title": "T", "reason": "{user} {count} {minutes} {threshold} {times}", "then": "Dann.", "advice": "A" } }
    })";
    const Result<Rule> read = parseRule(json, u"a.json"_s);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    const Rule &rule = read.value();
    QCOMPARE(rule.kind, Rule::Kind::Count);
    QCOMPARE(rule.key, Rule::Key::User);
    QCOMPARE(rule.codes, QList<qint64>({702, 703}));
    QCOMPARE(rule.threshold, 3);
    QCOMPARE(rule.window, 300'000);
    QCOMPARE(rule.quiet, 420'000);
    QCOMPARE(rule.timesUsual, 4);
    QVERIFY(rule.withoutAddressOnly);
    QCOMPARE(rule.severity, Severity::Warning);
    QVERIFY(rule.before && rule.before->window == 120'000);
    QVERIFY(rule.unless && rule.unless->codes == QList<qint64>({2}));
    QVERIFY(rule.then && rule.then->others.codes == QList<qint64>({3, 4}) && !rule.then->required);
    QVERIFY(rule.then->severity == Severity::Critical && rule.then->unlessFirst == QList<qint64>({5}));
    QCOMPARE(rule.coveredBy, QStringList{u"b"_s});
    QCOMPARE(rule.wordsIn(u"en"_s).then, u"Dann."_s); // any language rather than none
}

void TestRuleSet::tellsWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const char *from, const char *to, const QString &problem) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << problem;
    };
    row("unknown key", "\"severity\"", "\"colour\": 1, \"severity\"", u"the key “colour” is not known"_s);
    row("unknown key further in", "\"advice\"", "\"advise\": \"x\", \"advice\"", u"at “words.en”, the key “advise”"_s);
    row("no id", "many-denied", "Many Denied", u"at “id”"_s);
    row("kind", "\"count\"", "\"sum\"", u"at “kind”, the value is none of: count, distinct-users"_s);
    row("key", "\"user\",", "\"device\",", u"at “key”, the value is none of: none, user"_s);
    row("code", "703", "\"703\"", u"at “codes”, a code is not a whole number"_s);
    row("code twice", "703", "702", u"at “codes”"_s);
    row("no codes", "[703, 702]", "[]", u"at “codes”"_s);
    row("threshold", "\"threshold\": 3", "\"threshold\": 0",
        u"at “threshold”, the value is not a whole number from 1"_s);
    row("threshold is half", "\"threshold\": 3", "\"threshold\": 2.5", u"at “threshold”"_s);
    row("window", "\"windowMinutes\": 5", "\"windowMinutes\": \"5\"", u"at “windowMinutes”"_s);
    row("times usual", "\"severity\"", "\"timesUsual\": 1, \"severity\"",
        u"at “timesUsual”, the value is not a whole number from 2 to 1000"_s);
    row("times usual of no window", "\"windowMinutes\": 5", "\"timesUsual\": 2, \"windowMinutes\": 0",
        u"at “windowMinutes”, without a window nothing is usual"_s);
    row("times without a usual", "{count}", "{times}", u"there is no placeholder “{times}”"_s);
    row("unit", "windowMinutes", "windowSeconds", u"at “windowMinutes”"_s);
    row("severity", "\"warning\"", "\"loud\"", u"at “severity”"_s);
    row("no words", "{ \"en\"", "{}, \"more\": { \"en\"", u"at “words”"_s);
    row("no title", "\"title\": \"Many denied\", ", "", u"at “words.en.title”"_s);
    row("hidden characters", "Ask.", "Ask\\u202e.", u"at “words.en.advice”"_s);
    row("placeholder", "{count}", "{address}", u"at “words.en.reason”, there is no placeholder “{address}”"_s);
    row("then without words", "\"severity\"", "\"then\": { \"codes\": [1], \"windowMinutes\": 1 }, \"severity\"",
        u"at “words.en.then”"_s);
    row("then without a window", "\"severity\"", "\"then\": { \"codes\": [1], \"required\": true }, \"severity\"",
        u"at “then.windowMinutes”"_s);
    row("covered by itself", "\"severity\"", "\"coveredBy\": [\"many-denied\"], \"severity\"", u"at “coveredBy”"_s);
    row("users of a user", "\"count\"", "\"distinct-users\"", u"at “key”"_s);
    row("no object", "{", "[] {", u"line 1"_s);
}

void TestRuleSet::tellsWhatIsWrong()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, problem);
    QVERIFY(parseRule(goodRule, u"good.json"_s));
    QByteArray json = goodRule;
    const qsizetype at = json.indexOf(from);
    QVERIFY(at >= 0);
    json.replace(at, from.size(), to);
    const Result<Rule> rule = parseRule(json, u"bad.json"_s);
    QVERIFY(!rule);
    QVERIFY2(rule.error().message.contains(u"bad.json"_s), qPrintable(rule.error().message));
    QVERIFY2(rule.error().message.contains(problem), qPrintable(rule.error().message));
}

void TestRuleSet::tellsTheLineOfWhatIsNoJson()
{
    QByteArray json = goodRule;
    json.replace("\"severity\"", "severity");
    const Result<Rule> rule = parseRule(json, u"bad.json"_s);
    QVERIFY(!rule);
    QVERIFY2(rule.error().message.contains(u"bad.json cannot be read: line 3: "_s), qPrintable(rule.error().message));
}

void TestRuleSet::ownRulesComeBesides()
{
    const QTemporaryDir folder;
    write(folder, u"own.json"_s, goodRule);
    QByteArray other = goodRule;
    write(folder, u"push.json"_s, other.replace("many-denied", "push-bombing"));
    write(folder, u"notes.txt"_s, "no rule");
    RuleSet set = RuleSet::shipped().value();
    const qsizetype before = set.rules().size();
    set.addFolder(folder.path());
    QCOMPARE(set.problems(), QStringList());
    QCOMPARE(set.rules().size(), before + 1);
    const auto found = std::ranges::find(set.rules(), u"push-bombing"_s, &Rule::id);
    QVERIFY(found != set.rules().end());
    QCOMPARE(found->threshold, 3); // the own one takes the place of the shipped one
    QVERIFY(std::ranges::is_sorted(set.rules(), {}, &Rule::id));
}

void TestRuleSet::aBadFileDoesNotStopTheOthers()
{
    const QTemporaryDir folder;
    write(folder, u"a-bad.json"_s, "{");
    write(folder, u"b-good.json"_s, goodRule);
    write(folder, u"c-empty.json"_s, "");
    RuleSet set;
    set.addFolder(folder.path());
    QCOMPARE(set.rules().size(), 1);
    QCOMPARE(set.problems().size(), 2);
    QVERIFY(set.problems().first().contains(folder.filePath(u"a-bad.json"_s)));
    QVERIFY(set.problems().last().contains(folder.filePath(u"c-empty.json"_s)));
}

void TestRuleSet::sizeAndCountAreBounded()
{
    const QTemporaryDir folder;
    write(folder, u"000.json"_s, goodRule + QByteArray(RuleSet::mostFileBytes, ' '));
    for (int i = 100; i < 100 + int(RuleSet::mostRules) + 2; ++i) {
        QByteArray json = goodRule;
        write(folder, QString::number(i) + u".json"_s, json.replace("many-denied", "rule-" + QByteArray::number(i)));
    }
    RuleSet set;
    set.addFolder(folder.path());
    QCOMPARE(set.rules().size(), RuleSet::mostRules);
    QCOMPARE(set.problems().size(), 2);
    QVERIFY(set.problems().first().contains(u"000.json"_s));
    QVERIFY(set.problems().last().contains(u"164.json"_s));
}

void TestRuleSet::aFolderThatIsNotThereHasNoRules()
{
    RuleSet set;
    set.addFolder(u"/nowhere/rules"_s);
    QVERIFY(set.rules().isEmpty() && set.problems().isEmpty());
}

QTEST_GUILESS_MAIN(TestRuleSet)
#include "tst_ruleset.moc"
