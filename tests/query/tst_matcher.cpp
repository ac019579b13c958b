#include "matcher.h"

#include <QDateTime>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

TermMatcher matcher(const QString &text, const MatchContext &context = {})
{
    const QueryParse parse = Query::parse(text);
    if (!parse.ok())
        qFatal("%s", qPrintable(parse.error->reason));
    return TermMatcher(parse.query.groups().first().first(), context);
}

/// A record made of a few fields.
class Subject : public QuerySubject
{
public:
    QHash<QString, QString> values;
    qint64 ownCode = noCode;
    std::optional<qint64> ownTime;
    EventFlags ownFlags;
    QByteArray raw;

    QString value(Field field, const QString &name) const override
    {
        return values.value(field == Field::Named ? name : queryKey(field));
    }
    qint64 code() const override { return ownCode; }
    std::optional<qint64> time() const override { return ownTime; }
    EventFlags flags() const override { return ownFlags; }
    bool matchesText(const TermMatcher &term) const override { return term.matchesRaw(raw); }
};

} // namespace

class MatcherTest : public QObject
{
    Q_OBJECT

private slots:
    void valuesMatchWhole_data();
    void valuesMatchWhole();
    void wildcardsStayCheap();
    void codesMatchRanges_data();
    void codesMatchRanges();
    void flagsMatch_data();
    void flagsMatch();
    void rowFactsAreAskedFor();
    void timesFollowTheZone();
    void sinceCountsFromTheLastRecord();
    void bytesMatchAsTextsDo();
    void timesAreMarkedAsOneByOne();
    void rawTextIsSearched_data();
    void rawTextIsSearched();
    void runawayExpressionsEnd();
    void groupsAreJoined_data();
    void groupsAreJoined();
    void oneMatcherServesManyThreads();
};

void MatcherTest::valuesMatchWhole_data()
{
    QTest::addColumn<QString>("term");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *name, const char *term, const char *value, bool matches) {
        QTest::newRow(name) << QString::fromUtf8(term) << QString::fromUtf8(value) << matches;
    };
    row("same", "method:Approve", "Approve", true);
    row("other case", "method:APPROVE", "approve", true);
    row("umlaut", "method:MÜLLER", "müller", true);
    row("not a part", "method:Appro", "Approve", false);
    row("second value", "method:x,Approve", "Approve", true);
    row("wildcard at the end", "method:App*", "Approve", true);
    row("wildcard at both ends", "method:*PRO*", "Approve", true);
    row("wildcards inside", "method:a*r*e", "Approve", true);
    row("wildcard for nothing", "method:Approve*", "Approve", true);
    row("wildcard not matching", "method:*x*", "Approve", false);
    row("backtracking wildcard", "method:*ab", "aabab", true);
    row("absent asked for", "method:\"\"", "", true);
    row("absent not asked for", "method:x", "", false);
    row("absent against a wildcard", "method:*", "", false);
    row("present against a wildcard", "method:*", "x", true);
    row("present against absent", "method:\"\"", "x", false);
    row("absent or value", "method:x,\"\"", "", true);
    row("user whole", "user:jdoe@example.com", "JDoe@example.com", true);
    row("user before the at sign", "user:jdoe", "jdoe@example.com", true);
    row("user behind the backslash", "user:jdoe", "CORP\\jdoe", true);
    row("user between both", "user:jdoe", "CORP\\jdoe@example.com", true);
    row("user with its domain", "user:CORP\\jdoe", "corp\\jdoe", true);
    row("user with wildcard", "user:jd*e", "CORP\\jdoe", true);
    row("domain is not the user", "user:corp", "CORP\\jdoe", false);
    row("host is not the user", "user:example.com", "jdoe@example.com", false);
    row("part of a user", "user:doe", "jdoe@example.com", false);
    row("nothing before the at sign", "user:\"\"", "@example.com", false);
    row("no such parts elsewhere", "application:jdoe", "jdoe@example.com", false);
    row("kind", "kind:user,am", "am", true);
    row("outcome", "outcome:failure", "failure", true);
    row("outcome unknown", "outcome:\"\"", "", true);
    row("owner", "owner:none", "none", true);
    row("address", "ip:192.0.2.1", "192.0.2.1", true);
    row("address, other spelling", "ip:2001:db8::1", "2001:0DB8:0:0:0:0:0:1", true);
    row("prefix", "ip:192.0.2.0/24", "192.0.2.77", true);
    row("prefix, outside", "ip:192.0.2.0/24", "192.0.3.77", false);
    row("IPv6 prefix", "ip:2001:db8::/32", "2001:db8:1::5", true);
    row("address with wildcard", "ip:192.0.*", "192.0.2.1", true);
    row("address absent", "ip:\"\"", "", true);
    row("prefix against a name", "ip:0.0.0.0/0", "host", false);
    row("text for an address", "ip:\"unknown\"", "Unknown", true);
    row("named", "field.x:a", "A", true);
}

void MatcherTest::valuesMatchWhole()
{
    QFETCH(QString, term);
    QFETCH(QString, value);
    QTEST(matcher(term).matchesValue(value), "matches");
}

void MatcherTest::wildcardsStayCheap()
{
    const TermMatcher hostile = matcher(u"method:"_s + u"*a"_s.repeated(200) + u"*b"_s);
    QVERIFY(!hostile.matchesValue(QString(5000, u'a')));
}

void MatcherTest::codesMatchRanges_data()
{
    QTest::addColumn<QString>("term");
    QTest::addColumn<qint64>("code");
    QTest::addColumn<bool>("matches");
    QTest::newRow("same") << u"code:702"_s << qint64(702) << true;
    QTest::newRow("other") << u"code:702"_s << qint64(703) << false;
    QTest::newRow("range start") << u"code:600-699"_s << qint64(600) << true;
    QTest::newRow("range end") << u"code:600-699"_s << qint64(699) << true;
    QTest::newRow("behind the range") << u"code:600-699"_s << qint64(700) << false;
    QTest::newRow("at least") << u"code:>=900"_s << qint64(900) << true;
    QTest::newRow("above") << u"code:>900"_s << qint64(900) << false;
    QTest::newRow("at most") << u"code:<=900"_s << qint64(900) << true;
    QTest::newRow("below") << u"code:<900"_s << qint64(900) << false;
    QTest::newRow("list") << u"code:1,3-5"_s << qint64(4) << true;
    QTest::newRow("absent is below nothing") << u"code:<900"_s << noCode << false;
    QTest::newRow("absent") << u"code:\"\""_s << noCode << true;
    QTest::newRow("not absent") << u"code:\"\""_s << qint64(0) << false;
}

void MatcherTest::codesMatchRanges()
{
    QFETCH(QString, term);
    QFETCH(qint64, code);
    QTEST(matcher(term).matchesCode(code), "matches");
}

void MatcherTest::flagsMatch_data()
{
    QTest::addColumn<QString>("term");
    QTest::addColumn<int>("flag");
    const auto row = [](const char *term, EventFlag flag) {
        QTest::newRow(term) << QString::fromLatin1(term) << static_cast<int>(flag);
    };
    row("is:unknown", EventFlag::UnknownCode);
    row("is:drift", EventFlag::WordDrift);
    row("is:formdrift", EventFlag::FormDrift);
    row("is:textmatch", EventFlag::TextMatch);
    row("is:ambiguous", EventFlag::Ambiguous);
    row("is:notunderstood", EventFlag::NotUnderstood);
    row("is:marked", EventFlag::Marked);
    row("has:note", EventFlag::HasNote);
}

void MatcherTest::flagsMatch()
{
    QFETCH(QString, term);
    QFETCH(int, flag);
    const TermMatcher asked = matcher(term);
    QVERIFY(asked.matchesFlags(static_cast<EventFlag>(flag)));
    QVERIFY(asked.matchesFlags(static_cast<EventFlag>(flag) | EventFlag::Known));
    QVERIFY(!asked.matchesFlags(EventFlags(EventFlag::Known)));
    QVERIFY(!asked.matchesFlags(EventFlags::fromInt(0x1ff & ~flag)));
    QVERIFY(!asked.asksForDuplicates());
    QVERIFY(!asked.asksForBookmarks());
}

void MatcherTest::rowFactsAreAskedFor()
{
    QVERIFY(matcher(u"is:duplicate"_s).asksForDuplicates());
    QVERIFY(!matcher(u"is:duplicate"_s).asksForBookmarks());
    QVERIFY(matcher(u"is:drift,bookmarked"_s).asksForBookmarks());
    QVERIFY(matcher(u"is:drift,bookmarked"_s).matchesFlags(EventFlag::WordDrift));
    QVERIFY(!matcher(u"user:duplicate"_s).asksForDuplicates());
    QVERIFY(!matcher(u"is:duplicate"_s).matchesFlags(EventFlag::WordDrift));
}

void MatcherTest::timesFollowTheZone()
{
    const qint64 time = QDateTime({2026, 1, 15}, {8, 30}, Qt::UTC).toMSecsSinceEpoch();
    MatchContext berlin;
    berlin.zone = QTimeZone("Europe/Berlin");
    QVERIFY(matcher(u"time:2026-01-15T09:30"_s, berlin).matchesTime(time));
    QVERIFY(!matcher(u"time:2026-01-15T09:30"_s).matchesTime(time));
    QVERIFY(matcher(u"time:2026-01-15T09:30+01:00"_s).matchesTime(time));
    QVERIFY(matcher(u"time:09:00..10:30"_s, berlin).matchesTime(time));
    QVERIFY(matcher(u"time:2025-01-01,2026-01-15"_s).matchesTime(time));
    QVERIFY(!matcher(u"time:2026-01-15"_s).matchesTime(std::nullopt));
    QVERIFY(matcher(u"time:\"\""_s).matchesTime(std::nullopt));
    QVERIFY(!matcher(u"time:\"\""_s).matchesTime(time));
}

void MatcherTest::bytesMatchAsTextsDo()
{
    const QStringList values{u""_s,
                             u"jdoe"_s,
                             u"JDoe@example.com"_s,
                             u"CORP\\jdoe"_s,
                             u"CORP\\jdoe@example.com"_s,
                             u"@jdoe"_s,
                             u"\\"_s,
                             u"jdo\u212A"_s,
                             u"\u212A"_s,
                             u"k"_s,
                             u"K"_s,
                             u"192.0.2.7"_s,
                             u"Jörg"_s,
                             u"JÖRG"_s,
                             u"jd*"_s};
    for (const QString &text :
         {u"user:jdoe"_s, u"user:jdoe,k"_s, u"user:k"_s, u"user:jd*"_s, u"user:jörg"_s, u"user:\"\""_s, u"app:jdoe"_s,
          u"app:k,\"\""_s, u"ip:192.0.2.0/24"_s, u"app:\u212A"_s}) {
        const TermMatcher term = matcher(text);
        for (const QString &value : values)
            QCOMPARE(term.matchesUtf8(value.toUtf8()), term.matchesValue(value));
    }
    QVERIFY(matcher(u"app:\uFFFD"_s).matchesUtf8("\xff"));
}

void MatcherTest::timesAreMarkedAsOneByOne()
{
    MatchContext context;
    context.lastRecordTime = 1'768'470'000'000;
    for (const QString &text :
         {u"time:2026-01-15,2026-01-16T09:00..2026-01-18"_s, u"time:..2026-01-15"_s, u"time:\"\""_s, u"since:2h"_s,
          u"time:09:00..10:30,2026-01-15"_s, u"time:22:00..06:00"_s}) {
        const Query query = Query::parse(text).query;
        const TermMatcher term(query.groups().first().first(), context);
        std::vector<qint64> times;
        for (qint64 time = 1'768'300'000'000; time < 1'768'800'000'000; time += 1'234'567)
            times.push_back(time);
        std::vector<quint8> marks(times.size(), 7);
        term.markTimes(times, marks);
        const auto intervals = term.timeIntervals();
        QCOMPARE(intervals.has_value(), !text.contains(u"time:09"_s) && !text.contains(u"time:22"_s));
        for (size_t i = 0; i < times.size(); ++i) {
            QCOMPARE(marks[i], quint8(term.matchesTime(times[i])));
            const auto holds = [&](const ZoneClock::Interval &interval) {
                return times[i] >= interval.begin && times[i] < interval.end;
            };
            QVERIFY(!intervals || std::ranges::any_of(*intervals, holds) == term.matchesTime(times[i]));
        }
        for (size_t i = 1; intervals && i < intervals->size(); ++i)
            QVERIFY(intervals->at(i - 1).end < intervals->at(i).begin);
    }
}

void MatcherTest::sinceCountsFromTheLastRecord()
{
    MatchContext context;
    context.lastRecordTime = 1'000'000'000'000;
    const TermMatcher since = matcher(u"since:2h"_s, context);
    QVERIFY(since.matchesTime(*context.lastRecordTime));
    QVERIFY(since.matchesTime(*context.lastRecordTime - 7'200'000));
    QVERIFY(!since.matchesTime(*context.lastRecordTime - 7'200'001));
    QVERIFY(!since.matchesTime(std::nullopt));
    QVERIFY(matcher(u"since:1h,2h"_s, context).matchesTime(*context.lastRecordTime - 7'200'000));
    QVERIFY(!matcher(u"since:2h"_s).matchesTime(*context.lastRecordTime));
}

void MatcherTest::rawTextIsSearched_data()
{
    QTest::addColumn<QString>("term");
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<bool>("matches");
    QTest::newRow("word") << u"JDOE"_s << QByteArray(R"({"userId":"jdoe"})") << true;
    QTest::newRow("phrase") << u"\"timed out\""_s << QByteArray("Timed Out") << true;
    QTest::newRow("star is a star") << u"a*b"_s << QByteArray("axb") << false;
    QTest::newRow("json spelling") << u"CORP\\jdoe"_s << QByteArray(R"({"userId":"CORP\\jdoe"})") << true;
    QTest::newRow("regex") << u"/j.oe/"_s << QByteArray("xjdoex") << true;
    QTest::newRow("regex heeds case") << u"/JDOE/"_s << QByteArray("jdoe") << false;
    QTest::newRow("regex told to ignore case") << u"/MÜLLER/i"_s << QByteArray("müller") << true;
    QTest::newRow("regex as written") << u"/corp.jdoe/"_s << QByteArray(R"(corp\\jdoe)") << false;
    QTest::newRow("start of the record") << u"/^b/"_s << QByteArray("a\nb") << false;
    QTest::newRow("end of the record") << u"/a$/"_s << QByteArray("a\nb") << false;
    QTest::newRow("both ends") << u"/^a\\nb$/"_s << QByteArray("a\nb") << true;
    QTest::newRow("dot stops at a newline") << u"/a.b/"_s << QByteArray("a\nb") << false;
    QTest::newRow("dot takes a carriage return") << u"/a.b/"_s << QByteArray("a\rb") << true;
    QTest::newRow("invalid byte is the replacement") << u"/a\\x{fffd}b/"_s
                                                     << QByteArray("a\xff"
                                                                   "b")
                                                     << true;
    QTest::newRow("slash in a regex") << u"/a\\/b/"_s << QByteArray("a/b") << true;
}

void MatcherTest::rawTextIsSearched()
{
    QFETCH(QString, term);
    QFETCH(QByteArray, raw);
    QTEST(matcher(term).matchesRaw(raw), "matches");
}

void MatcherTest::runawayExpressionsEnd()
{
    const QByteArray hostile = QByteArray(5000, 'a') + "!";
    QVERIFY(!matcher(u"/^(a+)+$/"_s).matchesRaw(hostile));
    QVERIFY(!matcher(u"/(*NO_JIT)^(a|aa)+$/"_s).matchesRaw(hostile));
    QVERIFY(!matcher(u"/(*LIMIT_MATCH=4000000000)^(a|a)*$/"_s).matchesRaw(hostile));
}

void MatcherTest::groupsAreJoined_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *text, bool matches) {
        QTest::newRow(*text ? text : "empty") << QString::fromUtf8(text) << matches;
    };
    row("", true);
    row("user:jdoe", true);
    row("user:jdoe code:702", true);
    row("user:jdoe code:703", false);
    row("user:other or code:702", true);
    row("user:other or code:703", false);
    row("a or push code:702", true);
    row("-user:jdoe", false);
    row("-user:other", true);
    row("-user:jdoe or code:702", true);
    row("-code:700-799", false);
    row("-level:error,notice", false);
    row("push", true);
    row("-push", false);
    row("is:drift", true);
    row("-is:drift", false);
    row("has:note", false);
    row("time:2026-01-15", true);
    row("-time:2026-01-15", false);
    row("since:1h", true);
    row("field.reasonKey:x*", true);
    row("method:\"\"", true);
    row("is:duplicate", false);
}

void MatcherTest::groupsAreJoined()
{
    Subject subject;
    subject.values = {{u"user"_s, u"jdoe@example.com"_s}, {u"level"_s, u"error"_s}, {u"reasonKey"_s, u"xyz"_s}};
    subject.ownCode = 702;
    subject.ownTime = QDateTime({2026, 1, 15}, {9, 14}, Qt::UTC).toMSecsSinceEpoch();
    subject.ownFlags = EventFlag::WordDrift;
    subject.raw = "Push timed out";
    MatchContext context;
    context.lastRecordTime = subject.ownTime;

    QFETCH(QString, text);
    const QueryParse parse = Query::parse(text);
    QVERIFY(parse.ok());
    QTEST(QueryMatcher(parse.query, context).matches(subject), "matches");
}

void MatcherTest::oneMatcherServesManyThreads()
{
    const TermMatcher shared = matcher(u"/j[a-z]+e/i"_s);
    std::atomic<int> matched = 0;
    {
        std::vector<std::jthread> threads;
        threads.reserve(4);
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([shared, &matched] {
                for (int round = 0; round < 200; ++round)
                    matched += shared.matchesRaw(round % 2 == 0 ? "JDOE" : "nobody") ? 1 : 0;
            });
        }
    }
    QCOMPARE(matched.load(), 400);
}

QTEST_APPLESS_MAIN(MatcherTest)
#include "tst_matcher.moc"
