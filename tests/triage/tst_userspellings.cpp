#include "userspellings.h"

#include "eventlines.h"
#include "findings.h"
#include "smalllog.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

constexpr qint64 start = 1'768'467'600'000; // 2026-01-15 09:00 UTC

Dictionary &named(Dictionary &names, const QStringList &texts)
{
    for (const QString &text : texts)
        names.intern(text.toUtf8());
    return names;
}

/// One record a minute, each of the next user.
QList<EventLine> minutely(int code, const QStringList &users)
{
    QList<EventLine> events;
    for (const QString &user : users)
        events.append({start + events.size() * minuteMs, code, user, u"192.0.2.1"_s, {}, {}});
    return events;
}

Findings found(const QList<EventLine> &events, const QString &rule)
{
    RuleSet set;
    const RuleSet shipped = RuleSet::shipped().value();
    for (const Rule &each : shipped.rules()) {
        if (each.id == rule)
            set.add(each);
    }
    const std::shared_ptr<Log> log = readLog(linesOf(events));
    return findFindings(*log, resolutionOf(*log), set, u"en"_s);
}

} // namespace

class TestUserSpellings : public QObject
{
    Q_OBJECT

private slots:
    void oneIdStandsForAll_data();
    void oneIdStandsForAll();
    void theOtherSpellingsAreAdded();
    void aUserInTwoSpellingsIsBombed();
    void whatFollowsCountsInAnySpelling();
    void oneUserIsNoSpray();
};

void TestUserSpellings::oneIdStandsForAll_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::newRow("as they come") << QStringList{u"jdoe"_s, u"JDoe"_s, u"ann"_s, u"ÄRGER"_s, u"ärger"_s};
    QTest::newRow("the other way round") << QStringList{u"ärger"_s, u"ÄRGER"_s, u"ann"_s, u"JDoe"_s, u"jdoe"_s};
}

void TestUserSpellings::oneIdStandsForAll()
{
    QFETCH(const QStringList, names);
    Dictionary dictionary;
    named(dictionary, names);
    const auto id = [&names](const QString &name) { return quint32(names.indexOf(name) + 1); };
    // Of one of them, the others are found.
    const std::vector<quint32> users{0, id(u"JDoe"_s), id(u"ärger"_s), id(u"ann"_s), id(u"ann"_s)};
    const UserSpellings spellings(dictionary, users);
    QCOMPARE(spellings.of(id(u"JDoe"_s)), id(u"jdoe"_s));
    QCOMPARE(spellings.of(id(u"jdoe"_s)), id(u"jdoe"_s));
    QCOMPARE(spellings.of(id(u"ÄRGER"_s)), spellings.of(id(u"ärger"_s)));
    QCOMPARE(spellings.of(id(u"ann"_s)), id(u"ann"_s));
    QCOMPARE(spellings.of(0), 0U);
}

void TestUserSpellings::theOtherSpellingsAreAdded()
{
    Dictionary dictionary;
    named(dictionary, {u"jdoe"_s, u"ann"_s, u"JDOE"_s, u"bob"_s, u"BOB"_s});
    const UserSpellings spellings(dictionary, std::vector<quint32>{1, 2, 4});
    IdSet users;
    users.insert(1);
    users.insert(2);
    spellings.addTo(users);
    QVERIFY(users.contains(1) && users.contains(2) && users.contains(3));
    QVERIFY(!users.contains(4) && !users.contains(5));
}

void TestUserSpellings::aUserInTwoSpellingsIsBombed()
{
    const Findings findings = found(minutely(702,
                                             {u"jdoe@example.com"_s, u"JDoe@Example.com"_s, u"jdoe@example.com"_s,
                                              u"JDOE@example.com"_s, u"jdoe@example.com"_s}),
                                    u"push-bombing"_s);
    QCOMPARE(findings.list.size(), 1);
    QCOMPARE(findings.list.first().user, u"jdoe@example.com"_s);
    QCOMPARE(findings.list.first().rows.size(), Row(5));
}

void TestUserSpellings::whatFollowsCountsInAnySpelling()
{
    QList<EventLine> events = minutely(702, QStringList(5, u"jdoe@example.com"_s));
    events.append({start + 5 * minuteMs, 912, u"JDOE@example.com"_s, {}, {}, {}});
    const Findings findings = found(events, u"push-bombing"_s);
    QCOMPARE(findings.list.size(), 1);
    QCOMPARE(findings.list.first().severity, Severity::Critical);
}

void TestUserSpellings::oneUserIsNoSpray()
{
    const QStringList spellings{u"jdoe"_s, u"Jdoe"_s, u"jDoe"_s, u"jdOe"_s, u"jdoE"_s};
    QCOMPARE(found(minutely(902, spellings), u"password-spraying"_s).list.size(), 0);
    const QStringList users{u"ann"_s, u"bob"_s, u"cy"_s, u"dee"_s, u"eve"_s};
    QCOMPARE(found(minutely(902, users), u"password-spraying"_s).list.size(), 1);
}

QTEST_GUILESS_MAIN(TestUserSpellings)
#include "tst_userspellings.moc"
