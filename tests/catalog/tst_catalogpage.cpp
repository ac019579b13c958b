#include "pagefixture.h"

#include <QStringEncoder>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

const QByteArray head =
    "User Event Monitor Messages (400 - 499)\n| Event Code | Level | Category | Description |\n|---|---|---|---|\n";

} // namespace

class TestCatalogPage : public QObject
{
    Q_OBJECT

private slots:
    void shippedPageIsReadToTheLetter();
    void shippedPageLeavesNothingBehind();
    void titleTellsKindAndRange_data();
    void titleTellsKindAndRange();
    void rows_data();
    void rows();
    void whatStandsAroundTheTable_data();
    void whatStandsAroundTheTable();
    void encodings_data();
    void encodings();
    void doubtfulPages_data();
    void doubtfulPages();
    void unreadableFiles_data();
    void unreadableFiles();
    void tooLargeAPageIsRefused();
    void tooManyRowsAreRefused();
};

void TestCatalogPage::shippedPageIsReadToTheLetter()
{
    const QStringList expected = printedShippedRows();
    QCOMPARE(expected.size(), 112);

    const auto page = readCatalogPage(shippedPage(), u"page.txt"_s);
    QVERIFY(page.ok());
    QCOMPARE(printed(page.value().entries), expected);
    QVERIFY(
        printed(page.value().entries)
            .contains(
                u"user 709 / error / Authentication / Approve authentication failed - All in-progress authentication requests canceled."_s));
    QVERIFY(
        printed(page.value().entries)
            .contains(
                u"user 603 / notice / Authentication / Authentication Manager unable to authenticate SecurID OTP Credential \u2013 New PIN required."_s));
}

void TestCatalogPage::shippedPageLeavesNothingBehind()
{
    const CatalogPage page = readCatalogPage(shippedPage(), u"page.txt"_s).value();
    QCOMPARE(page.title, u"User Event Monitor Messages for Cloud Access Service (400 - 1409)"_s);
    QCOMPARE(page.kind, Kind::User);
    QCOMPARE(page.from, 400);
    QCOMPARE(page.to, 1409);
    QCOMPARE(printed(page.notUnderstood), QStringList());
}

void TestCatalogPage::titleTellsKindAndRange_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("to");

    QTest::newRow("user, leading zero") << u"User Event Monitor Messages (02 - 345)"_s << u"user"_s << 2LL << 345LL;
    QTest::newRow("en dash") << u"User Event Monitor Messages (1501\u201320406)"_s << u"user"_s << 1501LL << 20406LL;
    QTest::newRow("system, no range") << u"System Event Monitor Messages for Cloud Access Service"_s << u"system"_s
                                      << -1LL << -1LL;
    QTest::newRow("admin") << u"Administration Log Messages for Cloud Access Service"_s << u"admin"_s << -1LL << -1LL;
    QTest::newRow("admin, no range in the order of numbers")
        << u"Administration Log Messages (9 - 1)"_s << u"admin"_s << -1LL << -1LL;
    QTest::newRow("heading mark") << u"## User Event Monitor Messages (1 - 9)"_s << u"user"_s << 1LL << 9LL;
}

void TestCatalogPage::titleTellsKindAndRange()
{
    QFETCH(QString, title);
    const auto page =
        readCatalogPage(title.toUtf8() + "\nWhat these are.\n| 5 | error | Authentication | Words. |\n", u"page"_s);
    QVERIFY(page.ok());
    QCOMPARE(page.value().title, QString(title).remove(u"## "_s));
    QTEST(kindToken(page.value().kind), "kind");
    QTEST(page.value().from.value_or(-1), "from");
    QTEST(page.value().to.value_or(-1), "to");
    QCOMPARE(page.value().entries.first().key.kind, page.value().kind);
}

void TestCatalogPage::rows_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("entries");
    QTest::addColumn<QStringList>("notUnderstood");

    const QByteArray good = "| 400 | notice | Authentication | First. |\n";
    const QString first = u"user 400 / notice / Authentication / First."_s;
    const auto row = [&](const char *name, const QByteArray &line, const QStringList &entries,
                         const QStringList &notUnderstood) {
        QTest::newRow(name) << good + line + "\n" << QStringList(QStringList{first} + entries) << notUnderstood;
    };

    row("no leading bar", "401 | error | Authentication | Second. |",
        {u"user 401 / error / Authentication / Second."_s}, {});
    row("no trailing bar", "| 401 | error | Authentication | Second.",
        {u"user 401 / error / Authentication / Second."_s}, {});
    row("no bar at either end", "401 | error | Authentication | Second.",
        {u"user 401 / error / Authentication / Second."_s}, {});
    row("narrow cells", "|401|error|Authentication|Second.|", {u"user 401 / error / Authentication / Second."_s}, {});
    row("indented", "   | 401 | error | Authentication | Second. |  ",
        {u"user 401 / error / Authentication / Second."_s}, {});
    row("escaped bar", "| 401 | error | Authentication | One \\| two. |",
        {u"user 401 / error / Authentication / One | two."_s}, {});
    row("escaped bar at the end", "| 401 | error | Authentication | One \\|",
        {u"user 401 / error / Authentication / One |"_s}, {});
    row("backslash", "| 401 | error | Authentication | CORP\\jdoe. |",
        {u"user 401 / error / Authentication / CORP\\jdoe."_s}, {});
    row("leading zero", "| 02 | error | Authentication | Second. |", {u"user 2 / error / Authentication / Second."_s},
        {});
    row("level unheard of", "| 401 | fatal | Authentication | Second. |",
        {u"user 401 / fatal / Authentication / Second."_s}, {});
    row("inner spaces are kept", "| 401 | error | Authentication | A  b. |",
        {u"user 401 / error / Authentication / A  b."_s}, {});
    row("run together", "| 401 | error | Authentication | B. | | 402 | error | Authentication | C. |",
        {u"user 401 / error / Authentication / B."_s, u"user 402 / error / Authentication / C."_s}, {});
    row("run together without a bar", "| 401 | error | Authentication | B. | 402 | error | Authentication | C. |",
        {u"user 401 / error / Authentication / B."_s, u"user 402 / error / Authentication / C."_s}, {});
    row("run together, one bad", "| 401 | error | Authentication | B. || 400 | error | Authentication | C. |",
        {u"user 401 / error / Authentication / B."_s}, {u"5: 400 | error | Authentication | C."_s});
    row("run together, no border", "| 401 | error | Authentication | B. | 402 | error | Authentication |", {},
        {u"5: | 401 | error | Authentication | B. | 402 | error | Authentication |"_s});
    row("second table with a type",
        "| Event Code | Level | Type | Category | Description |\n|---|---|---|---|---|\n"
        "| 683 | error | System | Authentication | Third. |\n| 401 | error | user | Authentication | Second. |",
        {u"system 683 / error / Authentication / Third."_s, u"user 401 / error / Authentication / Second."_s}, {});
    row("same code in two kinds",
        "| Event Code | Level | Type | Category | Description |\n| 400 | error | system | Authentication | Other. |",
        {u"system 400 / error / Authentication / Other."_s}, {});

    row("code twice", "| 400 | error | Authentication | Again. |", {},
        {u"5: | 400 | error | Authentication | Again. |"_s});
    row("code is a word", "| four | error | Authentication | Second. |", {},
        {u"5: | four | error | Authentication | Second. |"_s});
    row("code is negative", "| -4 | error | Authentication | Second. |", {},
        {u"5: | -4 | error | Authentication | Second. |"_s});
    row("code is huge", "| 99999999999999999999 | error | Authentication | Second. |", {},
        {u"5: | 99999999999999999999 | error | Authentication | Second. |"_s});
    row("cell missing", "| 401 | error | Second. |", {}, {u"5: | 401 | error | Second. |"_s});
    row("cell too many", "| 401 | error | Authentication | Second | third. |", {},
        {u"5: | 401 | error | Authentication | Second | third. |"_s});
    row("cell empty", "| 401 |  | Authentication | Second. |", {}, {u"5: | 401 |  | Authentication | Second. |"_s});
    row("type unheard of",
        "| Event Code | Level | Type | Category | Description |\n| 401 | error | robot | Authentication | Second. |",
        {}, {u"6: | 401 | error | robot | Authentication | Second. |"_s});
    row("separators lost", "401errorAuthenticationSecond.", {}, {u"5: 401errorAuthenticationSecond."_s});
    row("prose in the table", "What is this?", {}, {u"5: What is this?"_s});
    row("a bar alone", "|", {}, {u"5: |"_s});
}

void TestCatalogPage::rows()
{
    QFETCH(QByteArray, body);
    const auto page = readCatalogPage(head + body, u"page"_s);
    QVERIFY(page.ok());
    QTEST(printed(page.value().entries), "entries");
    QTEST(printed(page.value().notUnderstood), "notUnderstood");
}

void TestCatalogPage::whatStandsAroundTheTable_data()
{
    QTest::addColumn<QByteArray>("tail");
    QTest::addColumn<QStringList>("notUnderstood");

    QTest::newRow("see") << QByteArray("See:\nUser Event Monitor Messages (02 - 345)\n") << QStringList();
    QTest::newRow("related") << QByteArray("Related Articles\nAnything 322Number of Views\n") << QStringList();
    QTest::newRow("trending, any case") << QByteArray("TRENDING ARTICLES\nAnything\n") << QStringList();
    QTest::newRow("headings with marks") << QByteArray("### Related Articles\nAnything\n") << QStringList();
    QTest::newRow("note") << QByteArray("Note: Descriptions may change.\n") << QStringList();
    QTest::newRow("an entry among the links")
        << QByteArray("See:\n401errorAuthenticationSecond.\n") << QStringList{u"6: 401errorAuthenticationSecond."_s};
    QTest::newRow("a sentence right behind the table") << QByteArray("Good bye.\n") << QStringList{u"5: Good bye."_s};
}

void TestCatalogPage::whatStandsAroundTheTable()
{
    QFETCH(QByteArray, tail);
    const auto page = readCatalogPage(head + "| 400 | notice | Authentication | First. |\n" + tail, u"page"_s);
    QVERIFY(page.ok());
    QCOMPARE(page.value().entries.size(), 1);
    QTEST(printed(page.value().notUnderstood), "notUnderstood");
}

void TestCatalogPage::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString text = QString::fromUtf8(head + "| 400 | notice | Authentication | Caf\u00e9 \u2013 ok. |\n");
    QStringEncoder utf16(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);

    QTest::newRow("plain") << text.toUtf8();
    QTest::newRow("byte order mark") << "\xef\xbb\xbf" + text.toUtf8();
    QTest::newRow("CRLF") << QString(text).replace(u"\n"_s, u"\r\n"_s).toUtf8();
    QTest::newRow("CR") << QString(text).replace(u"\n"_s, u"\r"_s).toUtf8();
    QTest::newRow("no last line break") << text.trimmed().toUtf8();
    QTest::newRow("UTF-16 with a mark") << QByteArray(utf16(text));
}

void TestCatalogPage::encodings()
{
    QFETCH(QByteArray, bytes);
    const auto page = readCatalogPage(bytes, u"page"_s);
    QVERIFY(page.ok());
    QCOMPARE(page.value().title, u"User Event Monitor Messages (400 - 499)"_s);
    QCOMPARE(printed(page.value().entries),
             QStringList{u"user 400 / notice / Authentication / Caf\u00e9 \u2013 ok."_s});
    QCOMPARE(printed(page.value().notUnderstood), QStringList());
}

void TestCatalogPage::unreadableFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("message");

    QTest::newRow("empty") << QByteArray() << u"odd.txt is empty."_s;
    QTest::newRow("blank") << QByteArray(" \r\n\n\t") << u"odd.txt is empty."_s;
    QTest::newRow("binary") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\x0d", 12)
                            << u"odd.txt is a binary file, not a page of text."_s;
    QTest::newRow("undecodable") << head + "| 400 | notice | Authentication | Caf\xe9. |\n"
                                 << u"odd.txt cannot be decoded: it is not valid UTF-8."_s;
    QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08 and more")
                          << u"odd.txt is compressed. Unpack it and choose the page in it."_s;
    QTest::newRow("zip") << QByteArray("PK\x03\x04 and more")
                         << u"odd.txt is compressed. Unpack it and choose the page in it."_s;
    QTest::newRow("NUL in the middle") << head + QByteArray("| 400 | notice | A\0 | B. |\n", 24)
                                       << u"odd.txt is a binary file, not a page of text."_s;
    QTest::newRow("prose") << QByteArray("Dear reader,\nnothing here.\n")
                           << u"odd.txt holds no table of events that could be read."_s;
    QTest::newRow("header alone") << head << u"odd.txt holds no table of events that could be read."_s;
}

void TestCatalogPage::unreadableFiles()
{
    QFETCH(QByteArray, bytes);
    const auto page = readCatalogPage(bytes, u"odd.txt"_s);
    QVERIFY(!page.ok());
    QTEST(page.error().message, "message");
}

void TestCatalogPage::doubtfulPages_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<qint64>("rowCount");
    QTest::addColumn<bool>("isDoubtful");

    const QByteArray good = "| 400 | notice | Authentication | First. |\n";
    QTest::newRow("all rows") << good << 1LL << false;
    QTest::newRow("half of the rows") << good + "| a | b |\n" << 2LL << false;
    QTest::newRow("less than half") << good + "| a | b |\n| 401 |\n" << 3LL << true;
    QTest::newRow("prose is no row") << good + "What is this?\nAnd this?\nWhy?\n" << 1LL << false;
    QTest::newRow("a code that comes again is a row") << good + good + good << 3LL << true;
}

void TestCatalogPage::doubtfulPages()
{
    QFETCH(QByteArray, lines);
    const CatalogPage page = readPage(head + lines);
    QTEST(page.rowCount, "rowCount");
    QTEST(page.isDoubtful(), "isDoubtful");
}

void TestCatalogPage::tooLargeAPageIsRefused()
{
    static const char byte = 'x'; // its size alone is looked at
    const auto page = readCatalogPage(QByteArray::fromRawData(&byte, largestCatalogPage + 1), u"big.html"_s);
    QVERIFY(!page.ok());
    QCOMPARE(page.error().message, u"big.html is larger than 256 MiB: no page of the vendor's is."_s);
}

void TestCatalogPage::tooManyRowsAreRefused()
{
    const auto page = readCatalogPage(head + QByteArray("|\n").repeated(100'001), u"bars.txt"_s);
    QVERIFY(!page.ok());
    QCOMPARE(page.error().message, u"bars.txt has far more rows than any page of the vendor's."_s);
    const auto most = readCatalogPage(head + "| 1 | error | A | B. |\n" + QByteArray("|\n").repeated(99'999), u"b"_s);
    QVERIFY(most.ok());
    QCOMPARE(most.value().notUnderstood.size(), 99'999);
}

QTEST_GUILESS_MAIN(TestCatalogPage)
#include "tst_catalogpage.moc"
