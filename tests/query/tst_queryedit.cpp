#include "query.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

Query query(const QString &text)
{
    const QueryParse parse = Query::parse(text);
    if (!parse.ok())
        qFatal("%s", qPrintable(parse.error->reason));
    return parse.query;
}

} // namespace

class QueryEditTest : public QObject
{
    Q_OBJECT

private slots:
    void facetClicksEditOneGroup_data();
    void facetClicksEditOneGroup();
    void uncheckingRemovesTheValue_data();
    void uncheckingRemovesTheValue();
    void facetValuesAreThoseOfItsOwnGroup();
    void withoutFacetKeepsTheRest();
    void groupsAreAddedOnce();
    void valuesAreMadeOfTexts();
    void textsAreQuotedWhereNeeded_data();
    void textsAreQuotedWhereNeeded();
    void anyValueRoundTrips_data();
    void anyValueRoundTrips();
    void valuesTooLongToParseAreNotAdded();
};

void QueryEditTest::facetClicksEditOneGroup_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("excluded");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const char *before, Field field, const char *value, bool excluded,
                        const char *after) {
        QTest::newRow(name) << QString::fromUtf8(before) << static_cast<int>(field) << QString::fromUtf8(value)
                            << excluded << QString::fromUtf8(after);
    };
    row("adds", "push", Field::Level, "error", false, "push level:error");
    row("extends", "level:error push", Field::Level, "critical", false, "level:error,critical push");
    row("has it already", "level:Error", Field::Level, "error", false, "level:Error");
    row("excludes", "push", Field::Level, "error", true, "push -level:error");
    row("excludes more", "-level:error", Field::Level, "notice", true, "-level:error,notice");
    row("moves to the excluded", "level:error,notice", Field::Level, "notice", true, "level:error -level:notice");
    row("moves back", "-level:error", Field::Level, "error", false, "level:error");
    row("leaves alternatives alone", "level:error or push", Field::Level, "notice", false,
        "level:error or push level:notice");
    row("absent", "", Field::User, "", false, "user:\"\"");
    row("code", "code:702", Field::Code, "0703", false, "code:702,703");
    row("leaves ranges alone", "code:600-699", Field::Code, "605", false, "code:600-699 code:605");
    row("absent code", "code:702", Field::Code, "", false, "code:702,\"\"");
    row("token", "", Field::Owner, "HelpDesk", false, "owner:helpdesk");
    row("address", "", Field::SourceIp, "2001:DB8::1", false, "sourceIp:2001:DB8::1");
    row("no address", "ip:192.0.2.1", Field::SourceIp, "n/a", false, "sourceIp:192.0.2.1,\"n/a\"");
    row("what a field cannot have", "a", Field::Kind, "nonsense", false, "a");
    row("what is no code", "a", Field::Code, "abc", false, "a");
    row("range of codes is no facet value", "a", Field::Code, "600-699", false, "a");
    row("words have no facet", "a", Field::Text, "b", false, "a");
    row("named fields have no facet", "a", Field::Named, "b", false, "a");
}

void QueryEditTest::facetClicksEditOneGroup()
{
    QFETCH(QString, before);
    QFETCH(int, field);
    QFETCH(QString, value);
    QFETCH(bool, excluded);
    QTEST(query(before).withFacetValue(static_cast<Field>(field), value, excluded).toString(), "after");
}

void QueryEditTest::uncheckingRemovesTheValue_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("excluded");
    QTest::addColumn<QString>("after");
    QTest::newRow("one of two") << u"a level:error,notice"_s << int(Field::Level) << u"error"_s << false
                                << u"a level:notice"_s;
    QTest::newRow("the last") << u"a level:error b"_s << int(Field::Level) << u"ERROR"_s << false << u"a b"_s;
    QTest::newRow("excluded") << u"-level:error level:notice"_s << int(Field::Level) << u"error"_s << true
                              << u"level:notice"_s;
    QTest::newRow("not there") << u"level:error"_s << int(Field::Level) << u"notice"_s << false << u"level:error"_s;
    QTest::newRow("in every group") << u"level:error,a level:error"_s << int(Field::Level) << u"error"_s << false
                                    << u"level:a"_s;
    QTest::newRow("code") << u"code:702,703"_s << int(Field::Code) << u"702"_s << false << u"code:703"_s;
    QTest::newRow("absent") << u"user:\"\""_s << int(Field::User) << QString() << false << QString();
}

void QueryEditTest::uncheckingRemovesTheValue()
{
    QFETCH(QString, before);
    QFETCH(int, field);
    QFETCH(QString, value);
    QFETCH(bool, excluded);
    QTEST(query(before).withoutFacetValue(static_cast<Field>(field), value, excluded).toString(), "after");
}

void QueryEditTest::facetValuesAreThoseOfItsOwnGroup()
{
    const Query edited = query(u"level:error,\"\" -level:info code:702,3 code:600-699 user:a or user:b"_s);
    QCOMPARE(edited.facetValues(Field::Level), QStringList({u"error"_s, QString()}));
    QCOMPARE(edited.facetValues(Field::Level, true), QStringList{u"info"_s});
    QCOMPARE(edited.facetValues(Field::Code), QStringList({u"702"_s, u"3"_s}));
    QVERIFY(edited.facetValues(Field::User).isEmpty());
    QVERIFY(edited.facetValues(Field::Method).isEmpty());
}

void QueryEditTest::withoutFacetKeepsTheRest()
{
    const Query edited = query(u"a level:error -level:info level:x or b code:7"_s);
    QCOMPARE(edited.withoutFacet(Field::Level).toString(), u"a -level:info level:x or b code:7"_s);
    QCOMPARE(edited.withoutFacet(Field::User), edited);
}

void QueryEditTest::groupsAreAddedOnce()
{
    const Group group = query(u"user:a or b"_s).groups().first();
    QCOMPARE(query(u"x"_s).withGroup(group).toString(), u"x user:a or b"_s);
    QCOMPARE(query(u"x"_s).withGroup(group).withGroup(group).toString(), u"x user:a or b"_s);
    QCOMPARE(query(u"x"_s).withGroup(Group()), query(u"x"_s));
    QVERIFY(Query(QList<Group>{Group()}).isEmpty());
}

void QueryEditTest::valuesAreMadeOfTexts()
{
    QCOMPARE(queryValue(Field::Code, u"702"_s), Value(CodeValue{702, 702}));
    QCOMPARE(queryValue(Field::User, u"a b"_s), Value(TextValue{u"a b"_s}));
    QCOMPARE(queryValue(Field::SourceIp, u"192.0.2.1"_s), Value(AddressValue{u"192.0.2.1"_s}));
    QCOMPARE(queryValue(Field::Since, u"2h"_s), Value(SpanValue{7'200'000}));
    QVERIFY(!queryValue(Field::Is, u"nothing"_s));
    QVERIFY(!queryValue(Field::Has, QString()));
}

void QueryEditTest::textsAreQuotedWhereNeeded_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("quoted");
    QTest::newRow("plain") << u"Approve"_s << u"Approve"_s;
    QTest::newRow("space") << u"a b"_s << u"\"a b\""_s;
    QTest::newRow("no-break space") << u"a\u00a0b"_s << u"\"a\u00a0b\""_s;
    QTest::newRow("comma") << u"a,b"_s << u"\"a,b\""_s;
    QTest::newRow("quote") << u"a\"b"_s << u"\"a\"\"b\""_s;
    QTest::newRow("dash first") << u"-a"_s << u"\"-a\""_s;
    QTest::newRow("dash inside") << u"a-b"_s << u"a-b"_s;
    QTest::newRow("slash first") << u"/a"_s << u"\"/a\""_s;
    QTest::newRow("backslash") << u"CORP\\jdoe"_s << u"CORP\\jdoe"_s;
    QTest::newRow("or") << u"or"_s << u"\"or\""_s;
    QTest::newRow("empty") << QString() << u"\"\""_s;
}

void QueryEditTest::textsAreQuotedWhereNeeded()
{
    QFETCH(QString, text);
    QTEST(quotedQueryValue(text), "quoted");
}

void QueryEditTest::anyValueRoundTrips_data()
{
    QTest::addColumn<QString>("value");
    int row = 0;
    for (const QString &value : {QString(),
                                 u"or"_s,
                                 u"OR"_s,
                                 u"-"_s,
                                 u"-x"_s,
                                 u"/"_s,
                                 u"/x/"_s,
                                 u"/x/i"_s,
                                 u"\""_s,
                                 u"\"\""_s,
                                 u"\"a\""_s,
                                 u"a\"b"_s,
                                 u" "_s,
                                 u" a "_s,
                                 u","_s,
                                 u"a,b"_s,
                                 u"\\"_s,
                                 u"a\\"_s,
                                 u"\\\""_s,
                                 u"\n"_s,
                                 u"a\r\nb"_s,
                                 u"\t"_s,
                                 QString(QChar(0)),
                                 u"\u0001\u001f"_s,
                                 u"user:x"_s,
                                 u"field.a:b"_s,
                                 u"https://x"_s,
                                 u"*"_s,
                                 u"702"_s,
                                 u"600-699"_s,
                                 u">=900"_s,
                                 u"192.0.2.1"_s,
                                 u"10.0.0.0/8"_s,
                                 u"192.0.2.1, 192.0.2.2"_s,
                                 u"2026-01-15"_s,
                                 u"2026-01-15..2026-01-16"_s,
                                 u"2h"_s,
                                 u"user"_s,
                                 u"none"_s,
                                 u"unknown"_s,
                                 u"note"_s,
                                 u"\u2028"_s,
                                 u"\u00a0"_s,
                                 u"\u202e"_s,
                                 QString(QChar(0xd83d)),
                                 QString(QChar(0xde42)),
                                 u"🙂"_s,
                                 u"Müller, \"Max\""_s})
        QTest::addRow("%d", row++) << value;
}

void QueryEditTest::anyValueRoundTrips()
{
    QFETCH(QString, value);
    for (int field = 0; field <= static_cast<int>(Field::Named); ++field) {
        for (const bool excluded : {false, true}) {
            const Query edited = query(u"x"_s)
                                     .withFacetValue(static_cast<Field>(field), value, excluded)
                                     .withFacetValue(static_cast<Field>(field), u"second"_s, excluded);
            const QueryParse parse = Query::parse(edited.toString());
            QVERIFY2(parse.ok(), qPrintable(edited.toString()));
            QCOMPARE(parse.query, edited);
        }
    }
    if (value.isEmpty())
        return;
    const Query asWord(QList<Group>{{Term{Field::Text, {}, true, {TextValue{value}}}}});
    QCOMPARE(Query::parse(asWord.toString()).query, asWord);
    const Query asUser = Query().withFacetValue(Field::User, value);
    QCOMPARE(asUser.facetValues(Field::User), QStringList{value});
    QVERIFY(asUser.withoutFacetValue(Field::User, value).isEmpty());
}

void QueryEditTest::valuesTooLongToParseAreNotAdded()
{
    const QString longest(Query::maximumLength - 5, u'a');
    QVERIFY(Query::parse(Query().withFacetValue(Field::User, longest).toString()).ok());
    QVERIFY(!Query().withFacetValue(Field::User, longest).isEmpty());
    QVERIFY(Query().withFacetValue(Field::User, longest + u'a').isEmpty());
}

QTEST_APPLESS_MAIN(QueryEditTest)
#include "tst_queryedit.moc"
