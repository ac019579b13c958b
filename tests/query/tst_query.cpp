#include "query.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

Term word(const QString &text)
{
    return {Field::Text, {}, false, {TextValue{text}}};
}

Term keyed(Field field, const QStringList &values)
{
    Term term{field, {}, false, {}};
    for (const QString &value : values)
        term.values.append(TextValue{value});
    return term;
}

Term negated(Term term)
{
    term.negated = true;
    return term;
}

} // namespace

class QueryTest : public QObject
{
    Q_OBJECT

private slots:
    void everyKeyHasAName();
    void groupsAndTermsAreParsed();
    void valuesAreParsed_data();
    void valuesAreParsed();
    void timesAreParsed();
    void codesAreParsed();
    void regularExpressionsAreParsed();
    void namedFieldsAreParsed();
    void printingIsCanonical_data();
    void printingIsCanonical();
    void errorsPointAtTheirPlace_data();
    void errorsPointAtTheirPlace();
    void unknownKeysNameTheNearOnes_data();
    void unknownKeysNameTheNearOnes();
    void tokenErrorsNameWhatIsAllowed();
    void regexErrorsPointIntoThePattern_data();
    void regexErrorsPointIntoThePattern();
    void tooLongTextsAreRefused();
    void tooManyOrTooLongPatternsAreRefused();
    void tokensCoverTheText_data();
    void tokensCoverTheText();
};

void QueryTest::everyKeyHasAName()
{
    const QStringList keys = queryKeys();
    QCOMPARE(keys.size(), static_cast<qsizetype>(Field::Named));
    for (int field = 1; field <= static_cast<int>(Field::Named); ++field)
        QVERIFY(keys.contains(queryKey(static_cast<Field>(field))));
    QCOMPARE(queryKey(Field::Text), QString());
    QCOMPARE(queryKey(Field::SourceIp), u"sourceIp"_s);
    QCOMPARE(queryKey(Field::Named), u"field."_s);
}

void QueryTest::groupsAndTermsAreParsed()
{
    const QueryParse parse = Query::parse(u" a or -b  level:error,critical \"two words\" ");
    QVERIFY(parse.ok());
    const QList<Group> expected{{word(u"a"_s), negated(word(u"b"_s))},
                                {keyed(Field::Level, {u"error"_s, u"critical"_s})},
                                {word(u"two words"_s)}};
    QCOMPARE(parse.query.groups(), expected);
    QVERIFY(Query::parse(u"").ok());
    QVERIFY(Query::parse(u" \t\n").query.isEmpty());
}

void QueryTest::valuesAreParsed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *name, const char *text, Field field, const char *value) {
        QTest::newRow(name) << QString::fromUtf8(text) << static_cast<int>(field) << QString::fromUtf8(value);
    };
    row("word", "push", Field::Text, "push");
    row("phrase", "\"push timed out\"", Field::Text, "push timed out");
    row("quote in a phrase", "\"say \"\"hi\"\"\"", Field::Text, "say \"hi\"");
    row("backslash in a phrase", "\"CORP\\\"", Field::Text, "CORP\\");
    row("backslash in a word", "CORP\\jdoe", Field::Text, "CORP\\jdoe");
    row("address of a page", "https://example.com", Field::Text, "https://example.com");
    row("address of a host", "2001:db8::1", Field::Text, "2001:db8::1");
    row("clock", "09:14", Field::Text, "09:14");
    row("key before a slash", "user:/jdoe/", Field::Text, "user:/jdoe/");
    row("colon first", ":x", Field::Text, ":x");
    row("quoted or", "\"or\"", Field::Text, "or");
    row("longer than or", "order", Field::Text, "order");
    row("upper case or", "OR", Field::Text, "OR");
    row("path", "/var/log/messages", Field::Text, "/var/log/messages");
    row("unfinished regex", "/abc", Field::Text, "/abc");
    row("dash inside", "sign-in", Field::Text, "sign-in");
    row("comma in a word", "failed,retry", Field::Text, "failed,retry");
    row("user", "user:jdoe", Field::User, "jdoe");
    row("user with domain", "user:CORP\\jdoe", Field::User, "CORP\\jdoe");
    row("absent", "user:\"\"", Field::User, "");
    row("value with colon", "user:urn:x", Field::User, "urn:x");
    row("quoted value", "method:\"Device Biometrics\"", Field::Method, "Device Biometrics");
    row("wildcard", "desc:*timed*", Field::Description, "*timed*");
    row("open level", "level:whatever", Field::Level, "whatever");
    row("kind", "kind:AM", Field::Kind, "am");
    row("outcome", "outcome:failure", Field::Outcome, "failure");
    row("owner", "owner:helpdesk", Field::Owner, "helpdesk");
    row("is", "is:formdrift", Field::Is, "formdrift");
    row("has", "has:note", Field::Has, "note");
    row("category", "category:Authorization", Field::Category, "Authorization");
    row("application", "application:VPN", Field::Application, "VPN");
    row("app", "app:VPN", Field::Application, "VPN");
    row("transaction", "transaction:t-1", Field::Transaction, "t-1");
    row("txn", "txn:t-1", Field::Transaction, "t-1");
    row("activity", "activity:a-1", Field::Activity, "a-1");
    row("device", "device:x", Field::Device, "x");
    row("policy", "policy:Staff", Field::Policy, "Staff");
    row("result", "result:FAIL", Field::Result, "FAIL");
    row("file", "file:a.json", Field::File, "a.json");
    row("finding", "finding:push", Field::Finding, "push");
    row("key in capitals", "USER:jdoe", Field::User, "jdoe");
    row("no address, in quotes", "ip:\"unknown\"", Field::SourceIp, "unknown");
    row("no time", "time:\"\"", Field::Time, "");
}

void QueryTest::valuesAreParsed()
{
    QFETCH(QString, text);
    QFETCH(QString, value);
    const QueryParse parse = Query::parse(text);
    QVERIFY2(parse.ok(), qPrintable(parse.ok() ? QString() : parse.error->reason));
    QCOMPARE(parse.query.groups().size(), 1);
    const Term term = parse.query.groups().first().first();
    QTEST(static_cast<int>(term.field), "field");
    QCOMPARE(term.values, QList<Value>{TextValue{value}});
    QCOMPARE(Query::parse(parse.query.toString()).query, parse.query);
}

void QueryTest::timesAreParsed()
{
    const auto value = [](QStringView text) {
        return Query::parse(text).query.groups().value(0).value(0).values.value(0);
    };
    const QDate day(2026, 1, 15);
    QCOMPARE(value(u"time:2026-01-15"), Value(TimeValue{TimePoint{day, {}, {}}, {}}));
    QCOMPARE(value(u"time:2026-01-15T09:00"), Value(TimeValue{TimePoint{day, {9, 0}, {}}, {}}));
    QCOMPARE(value(u"time:2026-01-15T09:00:00"),
             Value(TimeValue{TimePoint{day, {9, 0}, {}}, TimePoint{day, {9, 0, 1}, {}}}));
    QCOMPARE(value(u"time:2026-01-15T09:14:02.118Z"), Value(TimeValue{TimePoint{day, {9, 14, 2, 118}, 0}, {}}));
    QCOMPARE(value(u"time:2026-01-15T09:14:02.118456+0130"),
             Value(TimeValue{TimePoint{day, {9, 14, 2, 118}, 5400}, {}}));
    QCOMPARE(value(u"time:2026-01-15-05:00"), Value(TimeValue{TimePoint{day, {}, -18000}, {}}));
    QCOMPARE(value(u"time:2026-01-15.."), Value(TimeValue{TimePoint{day, {}, {}}, {}, true}));
    QCOMPARE(value(u"time:..2026-01-15"), Value(TimeValue{{}, TimePoint{day, {}, {}}}));
    QCOMPARE(value(u"time:22:00..06:00"), Value(TimeValue{TimePoint{{}, {22, 0}, {}}, TimePoint{{}, {6, 0}, {}}}));
    QCOMPARE(value(u"since:90m"), Value(SpanValue{90 * 60'000}));
    QCOMPARE(value(u"since:1w"), Value(SpanValue{7 * 86'400'000}));
    QCOMPARE(value(u"since:30s"), Value(SpanValue{30'000}));
}

void QueryTest::codesAreParsed()
{
    const QueryParse parse = Query::parse(u"code:702,0060,600-699,>=900,>20000,<=5,<3,\"7\",\"\"");
    QVERIFY(parse.ok());
    const QList<Value> expected{CodeValue{702, 702}, CodeValue{60, 60},    CodeValue{600, 699},
                                CodeValue{900, {}},  CodeValue{20001, {}}, CodeValue{{}, 5},
                                CodeValue{{}, 2},    CodeValue{7, 7},      TextValue{}};
    QCOMPARE(parse.query.groups().first().first().values, expected);
    QCOMPARE(parse.query.toString(), u"code:702,60,600-699,>=900,>=20001,<=5,<=2,7,\"\""_s);
}

void QueryTest::regularExpressionsAreParsed()
{
    const auto value = [](QStringView text) {
        return Query::parse(text).query.groups().value(0).value(0).values.value(0);
    };
    QCOMPARE(value(u"/push.*out/"), Value(RegexValue{u"push.*out"_s, false}));
    QCOMPARE(value(u"/push/i"), Value(RegexValue{u"push"_s, true}));
    QCOMPARE(value(u"/timed out$/ x"), Value(RegexValue{u"timed out$"_s, false}));
    QCOMPARE(value(u"/a\\/b/"), Value(RegexValue{u"a/b"_s, false}));
    QCOMPARE(value(u"/a\\\\/"), Value(RegexValue{u"a\\\\"_s, false}));
    QCOMPARE(value(u"/a\\d\\//i"), Value(RegexValue{u"a\\d/"_s, true}));
    QCOMPARE(value(u"/a/x"), Value(TextValue{u"/a/x"_s}));
    const QueryParse parse = Query::parse(u"-/x/ or /y z/i code:7");
    QVERIFY(parse.ok());
    QCOMPARE(parse.query.toString(), u"-/x/ or /y z/i code:7"_s);
    QVERIFY(parse.query.groups().first().first().negated);
}

void QueryTest::namedFieldsAreParsed()
{
    const QueryParse parse = Query::parse(u"field.reasonKey:AUTHN_* -field.\"User \"\"ID\"\"\":x,\"\"");
    QVERIFY(parse.ok());
    const Term first{Field::Named, u"reasonKey"_s, false, {TextValue{u"AUTHN_*"_s}}};
    const Term second{Field::Named, u"User \"ID\""_s, true, {TextValue{u"x"_s}, TextValue{}}};
    QCOMPARE(parse.query.groups(), (QList<Group>{{first}, {second}}));
    QCOMPARE(parse.query.toString(), u"field.reasonKey:AUTHN_* -field.\"User \"\"ID\"\"\":x,\"\""_s);
    for (const QString &name :
         {u"a:b"_s, u"\"q\""_s, u"a,b"_s, u"a b"_s, u"ä"_s, u"/"_s, u"-"_s, u"targetObject1Id"_s}) {
        const Query query(QList<Group>{{Term{Field::Named, name, false, {TextValue{u"x"_s}}}}});
        QCOMPARE(Query::parse(query.toString()).query, query);
    }
}

void QueryTest::printingIsCanonical_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("printed");
    const auto row = [](const char *text, const char *printed) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(printed);
    };
    row("  a   or b\tc ", "a or b c");
    row("\"abc\"", "abc");
    row("\"a b\"", "\"a b\"");
    row("\"user:x\"", "\"user:x\"");
    row("\"https://x\"", "https://x");
    row("\"-a\" \"/a\" \"or\" a,b", "\"-a\" \"/a\" \"or\" \"a,b\"");
    row("-or", "-\"or\"");
    row("user:or", "user:\"or\"");
    row("user:\"jdoe\",\"a b\"", "user:jdoe,\"a b\"");
    row("APP:x ip:192.0.2.1 txn:1", "application:x sourceIp:192.0.2.1 transaction:1");
    row("ip:192.0.2.0/24,2001:db8::/32,10.*", "sourceIp:192.0.2.0/24,2001:db8::/32,10.*");
    row("ip:\"n/a\"", "sourceIp:\"n/a\"");
    row("ip:\"192.0.2.1\"", "sourceIp:192.0.2.1");
    row("kind:USER", "kind:user");
    row("code:0702", "code:702");
    row("code:7-7", "code:7");
    row("since:120m", "since:2h");
    row("since:14d", "since:2w");
    row("since:36h", "since:36h");
    row("time:2026-01-15t09:00:00z", "time:2026-01-15T09:00Z..2026-01-15T09:00:01Z");
    row("time:2026-01-15T09:00:00.5-00:30", "time:2026-01-15T09:00:00.500-00:30");
    row("time:2026-01-15T09:00:00..2026-01-15T10:30+0100", "time:2026-01-15T09:00..2026-01-15T10:30+01:00");
    row("time:2026-01-15..", "time:2026-01-15..");
    row("time:..10:30", "time:..10:30");
    row("time:09:00:00", "time:09:00..09:00:01");
    row("/a\\/b\\\\/i", "/a\\/b\\\\/i");
    row("/[/]x/", "\"/[/]x/\"");
}

void QueryTest::printingIsCanonical()
{
    QFETCH(QString, text);
    const QueryParse parse = Query::parse(text);
    QVERIFY2(parse.ok(), qPrintable(parse.ok() ? QString() : parse.error->reason));
    QTEST(parse.query.toString(), "printed");
    QCOMPARE(Query::parse(parse.query.toString()).query, parse.query);
}

void QueryTest::errorsPointAtTheirPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("length");
    const auto row = [](const char *name, const char *text, int position, int length) {
        QTest::newRow(name) << QString::fromUtf8(text) << position << length;
    };
    row("or first", "or a", 0, 2);
    row("or last", "a or", 2, 2);
    row("or twice", "a or or b", 5, 2);
    row("not alone", "a - b", 2, 1);
    row("not at the end", "a -", 2, 1);
    row("not twice", "--a", 1, 2);
    row("phrase not closed", "a \"b c", 2, 4);
    row("closing quote doubled", "\"a\"\"", 0, 4);
    row("text at a closing quote", "\"a\"b", 3, 1);
    row("quote inside a word", "a\"b c", 0, 3);
    row("empty phrase", "a \"\"", 2, 2);
    row("unknown key", "a usr:x", 2, 4);
    row("key of letters beyond ASCII", "größe:x", 0, 6);
    row("drive letter", "C:\\temp", 0, 2);
    row("abbreviated IPv6 with letters", "abcd::1", 0, 5);
    row("no value", "user:", 5, 0);
    row("no value behind a comma", "user:a,", 7, 0);
    row("no value before a comma", "user:,a", 5, 0);
    row("space behind the colon", "user: a", 5, 0);
    row("value not closed", "user:\"a b", 5, 4);
    row("text at a value's quote", "user:\"a\"b,c", 8, 1);
    row("quote inside a value", "user:a\"b", 5, 3);
    row("value with a dash", "user:-a", 5, 2);
    row("second value with a slash", "user:a,/b/", 7, 3);
    row("name of a field empty", "field.\"\":x", 0, 9);
    row("code in letters", "code:abc", 5, 3);
    row("code range backwards", "code:7-6", 5, 3);
    row("code range open", "code:7-", 5, 2);
    row("code below zero", "code:<0", 5, 2);
    row("code too long", "code:1234567890123456789", 5, 19);
    row("code above all", "code:>999999999999999999", 5, 19);
    row("comparison alone", "code:1,>=", 7, 2);
    row("kind", "kind:users", 5, 5);
    row("kind with a wildcard", "kind:*", 5, 1);
    row("outcome", "x outcome:failed", 10, 6);
    row("owner", "owner:me", 6, 2);
    row("is", "is:drifting", 3, 8);
    row("is absent", "is:\"\"", 3, 2);
    row("has", "has:notes", 4, 5);
    row("has absent", "has:\"\"", 4, 2);
    row("address", "ip:192.0.2.300", 3, 11);
    row("prefix too long", "ip:192.0.2.0/33", 3, 12);
    row("name for an address", "ip:host*", 3, 5);
    row("day that is none", "time:2026-02-30", 5, 10);
    row("day in another order", "time:15.01.2026", 5, 10);
    row("hour alone", "time:09", 5, 2);
    row("hour that is none", "time:24:00", 5, 5);
    row("second that is none", "time:09:00:61", 5, 8);
    row("fraction missing", "time:09:00:00.", 5, 9);
    row("fraction too long", "time:09:00:00.1234567890", 5, 19);
    row("offset that is none", "time:2026-01-15T09:00+25:00", 5, 22);
    row("text behind a time", "time:2026-01-15T09:00x", 5, 17);
    row("dots alone", "time:..", 5, 2);
    row("three dots", "time:09:00...10:00", 5, 13);
    row("date and time of day", "time:2026-01-15..10:00", 5, 17);
    row("range backwards", "time:2026-01-16..2026-01-15", 5, 22);
    row("range of nothing", "time:2026-01-15..2026-01-15", 5, 22);
    row("range backwards by offset", "time:2026-01-15T09:00Z..2026-01-15T10:00+02:00", 5, 41);
    row("daily range of nothing", "time:09:00..09:00", 5, 12);
    row("daily range with two offsets", "time:09:00Z..10:00", 5, 13);
    row("span without unit", "since:2", 6, 1);
    row("span of nothing", "since:0h", 6, 2);
    row("span of months", "since:2mo", 6, 3);
    row("span of two units", "since:1h30m", 6, 5);
    row("span absent", "since:\"\"", 6, 2);
    row("regex empty", "a //", 2, 2);
    row("first of two errors", "code:x kind:y", 5, 1);
}

void QueryTest::errorsPointAtTheirPlace()
{
    QFETCH(QString, text);
    const QueryParse parse = Query::parse(text);
    QVERIFY(!parse.ok());
    QVERIFY(parse.query.isEmpty());
    QVERIFY2(parse.error->reason.endsWith(u'.'), qPrintable(parse.error->reason));
    QTEST(static_cast<int>(parse.error->position), "position");
    QTEST(static_cast<int>(parse.error->length), "length");
}

void QueryTest::unknownKeysNameTheNearOnes_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("near");
    QTest::newRow("letter missing") << u"usr"_s << u"user"_s;
    QTest::newRow("letters swapped") << u"lveel"_s << u"level"_s;
    QTest::newRow("plural") << u"codes"_s << u"code"_s;
    QTest::newRow("long form") << u"description"_s << u"desc"_s;
    QTest::newRow("short form") << u"cat"_s << u"category"_s;
    QTest::newRow("near an alias") << u"txm"_s << u"transaction"_s;
    QTest::newRow("the field of a record") << u"field"_s << u"field."_s;
}

void QueryTest::unknownKeysNameTheNearOnes()
{
    QFETCH(QString, key);
    QFETCH(QString, near);
    const QueryParse parse = Query::parse(QString(key + u":x"_s));
    QVERIFY(!parse.ok());
    QVERIFY2(parse.error->reason.contains(near), qPrintable(parse.error->reason));
    QVERIFY(!Query::parse(u"xylophone:x").error->reason.contains(u"Near"_s));
}

void QueryTest::tokenErrorsNameWhatIsAllowed()
{
    QVERIFY(Query::parse(u"kind:x").error->reason.contains(u"user, system, admin, am, idr"_s));
    QVERIFY(Query::parse(u"outcome:x").error->reason.contains(u"success, failure, pending, none"_s));
    QVERIFY(
        Query::parse(u"owner:x").error->reason.contains(u"user, helpdesk, identity, network, vendor, unknown, none"_s));
    QVERIFY(Query::parse(u"is:x").error->reason.contains(
        u"unknown, drift, formdrift, textmatch, ambiguous, notunderstood, duplicate, bookmarked, marked"_s));
    QVERIFY(Query::parse(u"has:x").error->reason.contains(u"note"_s));
}

void QueryTest::regexErrorsPointIntoThePattern_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("position");
    QTest::newRow("parenthesis not closed") << u"/a(b/"_s << 4;
    QTest::newRow("parenthesis not opened") << u"x /ab)c/"_s << 5;
    QTest::newRow("behind an escaped slash") << u"/\\/\\/b)c/"_s << 6;
    QTest::newRow("behind another escape") << u"/\\d\\/b)c/"_s << 6;
    QTest::newRow("class not closed") << u"/[a/"_s << 3;
}

void QueryTest::regexErrorsPointIntoThePattern()
{
    QFETCH(QString, text);
    const QueryParse parse = Query::parse(text);
    QVERIFY(!parse.ok());
    QTEST(static_cast<int>(parse.error->position), "position");
    QCOMPARE(parse.error->length, 1);
}

void QueryTest::tooLongTextsAreRefused()
{
    QVERIFY(Query::parse(QString(Query::maximumLength, u'a')).ok());
    const QueryParse parse = Query::parse(QString(Query::maximumLength + 5, u'a'));
    QVERIFY(!parse.ok());
    QCOMPARE(parse.error->position, Query::maximumLength);
    QCOMPARE(parse.error->length, 5);
}

void QueryTest::tooManyOrTooLongPatternsAreRefused()
{
    QVERIFY(Query::parse(u"/a/ "_s.repeated(64)).ok());
    const QueryParse many = Query::parse(u"/a/ "_s.repeated(65));
    QVERIFY(!many.ok());
    QCOMPARE(many.error->position, 64 * 4);
    QVERIFY(Query::parse(QString(u'/' + QString(4096, u'a') + u'/')).ok());
    QVERIFY(!Query::parse(QString(u'/' + QString(4097, u'a') + u'/')).ok());
}

void QueryTest::tokensCoverTheText_data()
{
    using Type = QueryToken::Type;
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<QueryToken>>("tokens");
    QTest::newRow("empty") << QString() << QList<QueryToken>();
    QTest::newRow("whole") << u"-level:error,\"a b\" or push \"two words\" /x/i"_s
                           << QList<QueryToken>{{Type::Not, 0, 1},      {Type::Key, 1, 6},   {Type::Value, 7, 5},
                                                {Type::Value, 13, 5},   {Type::Or, 19, 2},   {Type::Word, 22, 4},
                                                {Type::Phrase, 27, 11}, {Type::Regex, 39, 4}};
    QTest::newRow("unknown key") << u"foo:x"_s << QList<QueryToken>{{Type::Key, 0, 4}, {Type::Value, 4, 1}};
    QTest::newRow("value to come") << u"user:"_s << QList<QueryToken>{{Type::Key, 0, 5}};
    QTest::newRow("phrase to be closed") << u"\"a b"_s << QList<QueryToken>{{Type::Phrase, 0, 4}};
    QTest::newRow("regex to be closed") << u"/a"_s << QList<QueryToken>{{Type::Word, 0, 2}};
    QTest::newRow("not alone") << u"- a"_s << QList<QueryToken>{{Type::Not, 0, 1}, {Type::Word, 2, 1}};
    QTest::newRow("named field") << u"field.\"a b\":c"_s << QList<QueryToken>{{Type::Key, 0, 12}, {Type::Value, 12, 1}};
    QTest::newRow("text at a quote") << u"\"a\"b"_s << QList<QueryToken>{{Type::Phrase, 0, 3}, {Type::Word, 3, 1}};
}

void QueryTest::tokensCoverTheText()
{
    QFETCH(QString, text);
    QFETCH(QList<QueryToken>, tokens);
    QCOMPARE(queryTokens(text), tokens);
}

QTEST_APPLESS_MAIN(QueryTest)
#include "tst_query.moc"
