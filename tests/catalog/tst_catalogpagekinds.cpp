#include "catalogsnapshot.h"
#include "pagefixture.h"

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

const QString adminTitle = u"Administration Log Messages for Cloud Access Service"_s;
const QStringList adminEntries{u"admin 80001 /  /  / Administrator {0} signed in."_s,
                               u"admin 80002 /  /  / Policy {0} was changed by {1}."_s};

} // namespace

/// User, system and administrators' events are lists of their own.
class TestCatalogPageKinds : public QObject
{
    Q_OBJECT

private slots:
    void adminPages_data();
    void adminPages();
    void adminRows_data();
    void adminRows();
    void absentFactsAreNotAsked();
    void systemPages_data();
    void systemPages();
    void tableTellsTheKindWhenTheTitleDoesNot_data();
    void tableTellsTheKindWhenTheTitleDoesNot();
};

void TestCatalogPageKinds::adminPages_data()
{
    QTest::addColumn<QString>("table");
    QTest::newRow("pipes") << u"| Activity Key | Activity Code | Message |\n|---|---|---|\n"
                              "| SIGN_IN | 80001 | Administrator {0} signed in. |\n"
                              "POLICY_CHANGE | 80002 | Policy {0} was changed by {1}. |\n"_s;
    QTest::newRow("pipes, no header") << u"| SIGN_IN | 80001 | Administrator {0} signed in. |\n"
                                         "| POLICY_CHANGE | 80002 | Policy {0} was changed by {1}. |\n"_s;
    QTest::newRow("pipes, no key in one row") << u"| Activity Key | Activity Code | Message |\n"
                                                 "| | 80001 | Administrator {0} signed in. |\n"
                                                 "| POLICY_CHANGE | 80002 | Policy {0} was changed by {1}. |\n"_s;
    QTest::newRow("tabs") << u"Activity Key\tActivity Code\tMessage\nSIGN_IN\t80001\tAdministrator {0} signed in.\n"
                             "POLICY_CHANGE\t80002\tPolicy {0} was changed by {1}.\n"_s;
    QTest::newRow("commas") << u"Activity Key,Activity Code,Message\nSIGN_IN,80001,Administrator {0} signed in.\n"
                               "POLICY_CHANGE,80002,\"Policy {0} was changed by {1}.\"\n"_s;
    QTest::newRow("commas, no header") << u"SIGN_IN,80001,Administrator {0} signed in.\n"
                                          "POLICY_CHANGE,80002,Policy {0} was changed by {1}.\n"_s;
    QTest::newRow("HTML") << u"<h1>Administration Log Messages for Cloud Access Service</h1><table><tr><th>Activity Key"
                             "<th>Activity Code<th>Message<tr><td>SIGN_IN<td>80001<td>Administrator {0} signed in."
                             "<tr><td>POLICY_<wbr>CHANGE<td>80002<td>Policy {0} was changed by {1}.</table>"_s;
}

void TestCatalogPageKinds::adminPages()
{
    QFETCH(QString, table);
    const CatalogPage page = readPage(table.startsWith(u'<') ? table : adminTitle + u"\nWords.\n"_s + table);
    QCOMPARE(page.title, adminTitle);
    QCOMPARE(page.kind, Kind::Admin);
    QCOMPARE(page.from, std::nullopt);
    QCOMPARE(printed(page.entries), adminEntries);
    QCOMPARE(printed(page.notUnderstood), QStringList());
}

void TestCatalogPageKinds::adminRows_data()
{
    QTest::addColumn<QString>("row");
    QTest::newRow("code is a word") << u"| KEY | CODE | Words. |"_s;
    QTest::newRow("no message") << u"| KEY | 80003 |  |"_s;
    QTest::newRow("cell too many") << u"| KEY | 80003 | Words. | More. |"_s;
    QTest::newRow("code twice") << u"| KEY | 80001 | Words. |"_s;
}

void TestCatalogPageKinds::adminRows()
{
    QFETCH(QString, row);
    const CatalogPage page = readPage(
        u"| Activity Key | Activity Code | Message |\n| SIGN_IN | 80001 | Administrator {0} signed in. |\n"_s + row);
    QCOMPARE(printed(page.entries), adminEntries.first(1));
    QCOMPARE(printed(page.notUnderstood), QStringList{u"3: "_s + row});
    QCOMPARE(page.kind, Kind::Admin);
}

/// An event without level and category is found by what it has, and by the absence of what it has not.
void TestCatalogPageKinds::absentFactsAreNotAsked()
{
    QList<CatalogEntry> entries =
        readPage(u"| Activity Key | Activity Code | Message |\n| KEY | 80001 | Administrator {0} signed in. |\n"_s)
            .entries;
    entries += readPage(u"| 401 | error | Authentication | Second. |\n"_s).entries;
    const CatalogSnapshot catalog(entries, {});
    const auto found = [&catalog](const QString &text) {
        const QueryParse parse = Query::parse(text);
        QStringList codes;
        for (const CatalogEntry &entry : catalog.entries()) {
            if (parse.ok() && QueryMatcher(parse.query, MatchContext()).matches(EntrySubject(catalog, entry)))
                codes.append(QString::number(entry.key.code));
        }
        return codes.join(u' ');
    };
    QCOMPARE(found(u"kind:admin"_s), u"80001"_s);
    QCOMPARE(found(u"level:error"_s), u"401"_s);
    QCOMPARE(found(u"-level:error"_s), u"80001"_s);
    QCOMPARE(found(u"level:\"\""_s), u"80001"_s);
    QCOMPARE(found(u"-category:\"\""_s), u"401"_s);
    QCOMPARE(found(u"administrator"_s), u"80001"_s);
    CatalogEntry entry = catalog.entries().last();
    shippedResources().rules.apply(entry);
    QVERIFY(!entry.marked);
    QVERIFY(hasPlaceholders(entry.description));
}

void TestCatalogPageKinds::systemPages_data()
{
    QTest::addColumn<QString>("page");
    const QString title = u"System Event Monitor Messages for Cloud Access Service"_s;
    QTest::newRow("four columns") << title
            + u"\n| Event Code | Level | Category | Description |\n| 683 | error | Authentication | First. |\n"_s;
    QTest::newRow("five columns") << title
            + u"\n| Event Code | Level | Type | Category | Description |\n| 683 | error | System | Authentication | First. |\n"_s;
    QTest::newRow("separators lost") << title + u"\n683errorAuthenticationFirst.\n"_s;
    QTest::newRow("HTML") << u"<title>"_s + title
            + u"</title><table><tr><td>683<td>error<td>Authentication<td>First.</table>"_s;
}

void TestCatalogPageKinds::systemPages()
{
    QFETCH(QString, page);
    const CatalogPage read = readPage(page);
    QCOMPARE(read.kind, Kind::System);
    QCOMPARE(printed(read.entries), QStringList{u"system 683 / error / Authentication / First."_s});
}

void TestCatalogPageKinds::tableTellsTheKindWhenTheTitleDoesNot_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("kind");
    QTest::newRow("nothing does") << u"| 401 | error | Authentication | A. |"_s << u"user"_s;
    QTest::newRow("type") << u"| 401 | error | system | Authentication | A. |"_s << u"system"_s;
    QTest::newRow("activity") << u"| KEY | 80001 | A. |"_s << u"admin"_s;
}

void TestCatalogPageKinds::tableTellsTheKindWhenTheTitleDoesNot()
{
    QFETCH(QString, table);
    const CatalogPage page = readPage(u"Messages (400 - 499)\n"_s + table);
    QTEST(kindToken(page.kind), "kind");
    QCOMPARE(page.entries.first().key.kind, page.kind);
}

QTEST_GUILESS_MAIN(TestCatalogPageKinds)
#include "tst_catalogpagekinds.moc"
