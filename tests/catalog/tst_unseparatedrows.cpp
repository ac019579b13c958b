#include "pagefixture.h"

using namespace Qt::StringLiterals;
using namespace evident;

/// Text whose separators were lost when it was copied.
class TestUnseparatedRows : public QObject
{
    Q_OBJECT

private slots:
    void rows_data();
    void rows();
    void rangeTellsCodesApart();
    void typeIsRead();
    void longLinesAreBounded_data();
    void longLinesAreBounded();
};

void TestUnseparatedRows::rows_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QStringList>("entries");
    QTest::addColumn<QStringList>("notUnderstood");
    const QString first = u"user 400 / notice / Authentication / First."_s;
    const QString second = u"user 401 / error / Authentication / Second."_s;
    const auto row = [&](const char *name, const QString &lines, const QStringList &entries,
                         const QStringList &notUnderstood = {}) {
        QTest::newRow(name) << lines << QStringList{first} + entries << notUnderstood;
    };
    const auto user = [](const QString &rest) { return u"user "_s + rest; };

    // One row a line.
    row("known categories",
        u"1warningUser StatusA.\n2infoDevice ManagementB.\n3criticalIdentity Source SyncC.\n4errorUser ManagementD.\n"
        "5noticeHardware AuthenticatorE.\n6noticeMy AuthenticatorsF.\n7noticeAuthorizationG."_s,
        {user(u"1 / warning / User Status / A."_s), user(u"2 / info / Device Management / B."_s),
         user(u"3 / critical / Identity Source Sync / C."_s), user(u"4 / error / User Management / D."_s),
         user(u"5 / notice / Hardware Authenticator / E."_s), user(u"6 / notice / My Authenticators / F."_s),
         user(u"7 / notice / Authorization / G."_s)});
    row("the vendor's own", u"20601errorAuthenticationRADIUS - LDAP authentication succeeded - Access denied."_s,
        {user(u"20601 / error / Authentication / RADIUS - LDAP authentication succeeded - Access denied."_s)});
    row("spaces between", u"401 error Authentication Second."_s, {second});
    row("spaces around", u"   401errorAuthenticationSecond.  "_s, {second});
    row("a tab before the description alone", u"401errorNew Category\tSecond."_s,
        {user(u"401 / error / New Category / Second."_s)});
    row("level in capitals", u"401ErrorAuthenticationSecond."_s, {user(u"401 / Error / Authentication / Second."_s)});
    row("description with a digit first", u"401errorAuthentication3 of 5 attempts failed."_s,
        {user(u"401 / error / Authentication / 3 of 5 attempts failed."_s)});
    row("category as the description's first word", u"401errorAuthenticationAuthentication failed."_s,
        {user(u"401 / error / Authentication / Authentication failed."_s)});
    row("category unheard of", u"401errorNew CategorySecond."_s, {}, {u"5: 401errorNew CategorySecond."_s});
    row("category with one more word", u"401errorAuthentication MethodsSecond."_s, {},
        {u"5: 401errorAuthentication MethodsSecond."_s});
    row("category that goes on", u"401errorAuthenticationsSecond."_s, {}, {u"5: 401errorAuthenticationsSecond."_s});
    row("level unheard of", u"401fatalAuthenticationSecond."_s, {}, {u"5: 401fatalAuthenticationSecond."_s});
    row("description missing", u"401errorAuthentication"_s, {}, {u"5: 401errorAuthentication"_s});
    row("code twice", u"400noticeAuthenticationFirst."_s, {}, {u"5: 400noticeAuthenticationFirst."_s});
    row("type that the header does not have", u"401errorsystemAuthenticationSecond."_s, {},
        {u"5: 401errorsystemAuthenticationSecond."_s});
    row("prose in the table", u"What is this?"_s, {}, {u"5: What is this?"_s});
    row("note", u"Note: 400 is new."_s, {});
    row("links", u"See:\nUser Event Monitor Messages (02 - 345)"_s, {});

    // The description on a line of its own.
    row("own line", u"401errorAuthentication\n\nSecond."_s, {second});
    row("own line, no blank one between", u"401errorAuthentication\nSecond."_s, {second});
    row("own line, header between",
        u"401errorAuthentication\n\nEvent CodeLevelCategoryDescription\n402errorAuthenticationA."_s,
        {user(u"402 / error / Authentication / A."_s)}, {u"5: 401errorAuthentication"_s});
    row("own line shows the category", u"401errorNew Category\n\nSecond.\n402errorNew CategoryThird."_s,
        {user(u"401 / error / New Category / Second."_s), user(u"402 / error / New Category / Third."_s)});
    row("a row further up has the category", u"401errorNew CategorySecond.\n402errorNew Category\n\nThird."_s,
        {user(u"401 / error / New Category / Second."_s), user(u"402 / error / New Category / Third."_s)});
    row("a tab shows the category", u"401errorNew CategorySecond.\n402errorNew Category\tThird."_s,
        {user(u"401 / error / New Category / Second."_s), user(u"402 / error / New Category / Third."_s)});
    row("a tab of a later row", u"401errorAuthenticationSecond.402errorNew Category\tThird."_s,
        {second, user(u"402 / error / New Category / Third."_s)});
    row("no category is shown by a sentence", u"401errorNew CategorySecond.\n\nAnd more."_s, {},
        {u"5: 401errorNew CategorySecond."_s, u"7: And more."_s});
    row("two that begin alike, spaces between",
        u"401 error New Category\n\nSecond.\n402 error New\n\nThird.\n403 error New Category fourth."_s,
        {user(u"401 / error / New Category / Second."_s), user(u"402 / error / New / Third."_s)},
        {u"11: 403 error New Category fourth."_s});
    row("own line never comes", u"401errorAuthentication\n\n402errorAuthenticationThird."_s,
        {user(u"402 / error / Authentication / Third."_s)}, {u"5: 401errorAuthentication"_s});

    // Rows run together.
    row("together", u"401errorAuthenticationSecond.402errorAuthorizationThird."_s,
        {second, user(u"402 / error / Authorization / Third."_s)});
    row("together, a space between", u"401errorAuthenticationSecond. 402errorAuthorizationThird."_s,
        {second, user(u"402 / error / Authorization / Third."_s)});
    row("together, spaces everywhere", u"401 error Authentication Second. 402 error Authorization Third."_s,
        {second, user(u"402 / error / Authorization / Third."_s)});
    row("together, no full stop", u"401errorAuthenticationSecond402errorAuthorizationThird."_s,
        {user(u"401 / error / Authentication / Second"_s), user(u"402 / error / Authorization / Third."_s)});
    row("together, a number that might be the code's", u"1errorAuthenticationUse FIDO234errorAuthorizationThird."_s, {},
        {u"5: 1errorAuthenticationUse FIDO234errorAuthorizationThird."_s});
    row("together, not ascending", u"402errorAuthorizationThird401errorAuthenticationSecond."_s, {},
        {u"5: 402errorAuthorizationThird401errorAuthenticationSecond."_s});
    row("together, not ascending but behind a sentence", u"402errorAuthorizationThird.401errorAuthenticationSecond."_s,
        {user(u"402 / error / Authorization / Third."_s), second});
    row("together, a category unheard of in the middle",
        u"401errorAuthenticationA.402errorNew CategoryB.403errorAuthenticationC.404errorAuthenticationD."_s,
        {user(u"403 / error / Authentication / C."_s), user(u"404 / error / Authentication / D."_s)},
        {u"5: 401errorAuthenticationA.402errorNew CategoryB."_s});
    row("together, the last one's description on its own line",
        u"401errorAuthenticationSecond.402errorAuthentication\n\nThird."_s,
        {second, user(u"402 / error / Authentication / Third."_s)});
    row("an error's number is no code", u"401 error Authentication HTTP 500 error was answered."_s,
        {user(u"401 / error / Authentication / HTTP 500 error was answered."_s)});
    row("an error's number that might be one", u"401 error Authentication HTTP 402 error Authorization failed."_s, {},
        {u"5: 401 error Authentication HTTP 402 error Authorization failed."_s});
}

void TestUnseparatedRows::rows()
{
    QFETCH(QString, lines);
    const CatalogPage page =
        readPage(u"User Event Monitor Messages (1 - 30000)\nWords.\nEvent CodeLevelCategoryDescription\n"
                 "400noticeAuthenticationFirst.\n"_s
                 + lines);
    QTEST(printed(page.entries), "entries");
    QTEST(printed(page.notUnderstood), "notUnderstood");
}

void TestUnseparatedRows::rangeTellsCodesApart()
{
    const CatalogPage page =
        readPage(u"User Event Monitor Messages (400 - 499)\n"
                 "401errorAuthenticationUse FIDO2402errorAuthenticationUse 8.7403errorAuthorizationThird."_s);
    const QStringList entries{u"user 401 / error / Authentication / Use FIDO2"_s,
                              u"user 402 / error / Authentication / Use 8.7"_s,
                              u"user 403 / error / Authorization / Third."_s};
    QCOMPARE(printed(page.entries), entries);
    QCOMPARE(printed(page.notUnderstood), QStringList());
}

void TestUnseparatedRows::typeIsRead()
{
    const CatalogPage page = readPage(u"User Event Monitor Messages\nEvent CodeLevelTypeCategoryDescription\n"
                                      "683errorsystemAuthenticationFirst.\n684errorUserUser StatusSecond.\n"
                                      "685errorSystemNew Category\n\nThird.\n686noticeuserNew CategoryFourth.\n"
                                      "687errorAuthenticationFifth.\n688 error user Authentication Sixth.\n"_s);
    const QStringList entries{
        u"system 683 / error / Authentication / First."_s, u"user 684 / error / User Status / Second."_s,
        u"system 685 / error / New Category / Third."_s, u"user 686 / notice / New Category / Fourth."_s,
        u"user 688 / error / Authentication / Sixth."_s};
    QCOMPARE(printed(page.entries), entries);
    QCOMPARE(printed(page.notUnderstood), QStringList{u"9: 687errorAuthenticationFifth."_s});
}

void TestUnseparatedRows::longLinesAreBounded_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("digits") << QString(1'000'000, u'4');
    QTest::newRow("starts of rows") << u"401errorAuthentication"_s.repeated(50'000);
    QTest::newRow("starts of rows in many lines") << u"401errorX\n\n"_s.repeated(20'000);
    QTest::newRow("spaces") << u"401error"_s + QString(1'000'000, u' ') + u'x';
    QTest::newRow("levels") << u"401"_s + u"error"_s.repeated(200'000);
    QTest::newRow("empty lines behind heads") << (u"401errorX"_s + QString(100, u'\n')).repeated(10'000) + u'.';
}

void TestUnseparatedRows::longLinesAreBounded()
{
    QFETCH(QString, line);
    const CatalogPage page = readPage(u"400noticeAuthenticationFirst.\n"_s + line);
    QCOMPARE(printed(page.entries), QStringList{u"user 400 / notice / Authentication / First."_s});
    QVERIFY(!page.notUnderstood.isEmpty());
}

QTEST_GUILESS_MAIN(TestUnseparatedRows)
#include "tst_unseparatedrows.moc"
