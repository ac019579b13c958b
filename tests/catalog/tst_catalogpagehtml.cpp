#include "pagefixture.h"

#include <QStringEncoder>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

const QString header = u"<tr><th>Event Code<th>Level<th>Category<th>Description</tr>\n"_s;
const QString first = u"user 400 / notice / Authentication / First."_s;
const QString second = u"user 401 / error / Authentication / Second."_s;
const QString firstRow = u"<tr><td>400<td>notice<td>Authentication<td>First.</tr>\n"_s;
const QString secondRow = u"<tr><td>401<td>error<td>Authentication<td>Second.</tr>\n"_s;

} // namespace

/// What the tables of saved pages look like, and what stands around them.
class TestCatalogPageHtml : public QObject
{
    Q_OBJECT

private slots:
    void tables_data();
    void tables();
    void cells_data();
    void cells();
    void titles_data();
    void titles();
    void encodings_data();
    void encodings();
    void hostilePages_data();
    void hostilePages();
};

void TestCatalogPageHtml::tables_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QStringList>("entries");
    QTest::addColumn<QStringList>("notUnderstood");
    const auto row = [](const char *name, const QString &body, const QStringList &entries,
                        const QStringList &notUnderstood = {}) {
        QTest::newRow(name) << u"<html>\n"_s + body << entries << notUnderstood;
    };

    row("one", u"<table>\n"_s + header + firstRow + secondRow + u"</table>"_s, {first, second});
    row("upper case, end tags missing",
        u"<TABLE>\n"_s + header.toUpper() + u"<TR><TD>400<TD>notice<TD>Authentication<TD>First."_s, {first});
    row("no header", u"<table>"_s + firstRow + u"</table>"_s, {first});
    row("rows alone", firstRow + secondRow, {first, second});
    row("two tables, text between",
        u"<table>"_s + header + firstRow + u"</table><h2>More</h2><p>Some text.</p><table>"_s + header + secondRow
            + u"</table>"_s,
        {first, second});
    row("second table with a type",
        u"<table>"_s + header + firstRow
            + u"</table><table><tr><th>Event Code<th>Level<th>Type<th>Category<th>Description"
              "<tr><td>400<td>error<td>System<td>Authentication<td>Third.</table>"_s,
        {first, u"system 400 / error / Authentication / Third."_s});
    row("second table within the first, whose end is missing",
        u"<table>"_s + header + firstRow + u"<table>"_s + header + secondRow + u"</table>"_s, {first, second});
    row("header comes again", u"<table>"_s + header + firstRow + header + secondRow + u"</table>"_s, {first, second});
    row("within a cell of the layout",
        u"<table><tr><td>400<td><h1>T</h1><table>"_s + header + firstRow + u"</table>Text.<td>500</table>"_s, {first});
    row("table in a description",
        u"<table>"_s + header + u"<tr><td>400<td>notice<td>Authentication<td><table><tr><td>First.</table></table>"_s,
        {first});
    row("head, body and foot",
        u"<table><caption>All</caption><colgroup><col></colgroup><thead>"_s + header + u"</thead><tbody>"_s + firstRow
            + u"</tbody><tfoot>"_s + secondRow + u"</tfoot></table>"_s,
        {first, second});
    row("note within the table", u"<table>"_s + header + firstRow + u"<tr><td colspan=4>Note: All is well.</table>"_s,
        {first});
    row("title within the table",
        u"<table><tr><th colspan=4>System Event Monitor Messages (1 - 9)"_s + header + firstRow + u"</table>"_s,
        {u"system 400 / notice / Authentication / First."_s});
    row("spanned rows",
        u"<table>"_s + header
            + u"<tr><td>400<td>notice<td rowspan=2>Authentication<td>First.<tr><td>401<td>error<td>Second.</table>"_s,
        {first, second});
    row("spanned columns",
        u"<table><tr><th>Event Code<th>Level<th>Category<th colspan=2>Description"
        "<tr><td>400<td>notice<td>Authentication<td colspan=2>First.</table>"_s,
        {first});
    row("tables of other things",
        u"<table><tr><td>1<td>2<td>3<td>4<td>5<tr><td>8<td>9</table><table>"_s + header + firstRow
            + u"</table><table><tr><th>Name<th>Views<tr><td>Article<td>400</table>"_s,
        {first});
    row("text behind the table", u"<table>"_s + header + firstRow + u"</table>Good bye. <p>400 people were here."_s,
        {first});

    row("cell missing", u"<table>\n"_s + header + firstRow + u"<tr><td>401<td>error<td>Second.</table>"_s, {first},
        {u"5: 401 | error | Second."_s});
    row("cells too wide", u"<table>\n"_s + header + firstRow + u"<tr><td>401<td>error<td colspan=2>Second.</table>"_s,
        {first}, {u"5: 401 | error | Second. | "_s});
    row("cell empty", u"<table>\n"_s + header + firstRow + u"<tr><td>401<td>&nbsp;<td>Authentication<td>B.</table>"_s,
        {first}, {u"5: 401 |  | Authentication | B."_s});
    row("code twice", u"<table>\n"_s + header + firstRow + firstRow + u"</table>"_s, {first},
        {u"5: 400 | notice | Authentication | First."_s});
    row("sentence within the table", u"<table>\n"_s + header + firstRow + u"<tr><td colspan=4>What is this?</table>"_s,
        {first}, {u"5: What is this?"_s});
    row("events under a header unheard of",
        u"<table>\n"_s + header + firstRow
            + u"</table>\n<table><tr><th>Number<th>Weight<th>Area<th>Text\n"
              "<tr><td>401<td>fatal<td>New<td>Something new.</table>"_s,
        {first}, {u"7: 401 | fatal | New | Something new."_s});
    row("separators lost, outside of the table",
        u"<table>\n"_s + header + firstRow + u"</table>\n<p>401errorAuthenticationSecond.</p>"_s, {first},
        {u"6: 401errorAuthenticationSecond."_s});
}

void TestCatalogPageHtml::tables()
{
    QFETCH(QString, body);
    const CatalogPage page = readPage(body);
    QTEST(printed(page.entries), "entries");
    QTEST(printed(page.notUnderstood), "notUnderstood");
}

void TestCatalogPageHtml::cells_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("description");
    QTest::newRow("entities") << u"A &amp; B &lt;C&gt; &quot;D&quot; caf&eacute; &#8211; &#x2013;."_s
                              << u"A & B <C> \"D\" caf\u00e9 \u2013 \u2013."_s;
    QTest::newRow("entities unheard of") << u"A &bogus; B & C &#xFFFFFF; D &"_s << u"A &bogus; B & C D &"_s;
    QTest::newRow("no-break space") << u"A&nbsp;b&#160;c\u00a0d"_s << u"A b c d"_s;
    QTest::newRow("line break") << u"A<br>b<br/>\n c<BR><BR>d"_s << u"A b c d"_s;
    QTest::newRow("lines of the source") << u"\n  A\n  b\t c\n"_s << u"A b c"_s;
    QTest::newRow("paragraphs") << u"<p>A</p><p>b</p><div>c</div>d"_s << u"A b c d"_s;
    QTest::newRow("list") << u"A:<ul><li>b<li>c</ul>"_s << u"A: b c"_s;
    QTest::newRow("inline markup") << u"<b>A</b>b<a href='x'>c</a>, <span>d</span><em>e</em>"_s << u"Abc, de"_s;
    QTest::newRow("end tags missing") << u"<p><b>A <i>b"_s << u"A b"_s;
    QTest::newRow("comment") << u"A<!-- <td>no</td> -->b"_s << u"Ab"_s;
    QTest::newRow("script and style") << u"A<script>document.write('<td>no')</script>b<style>td {}</style>c"_s
                                      << u"Abc"_s;
    QTest::newRow("markup as text") << u"&lt;script&gt;alert(1)&lt;/script&gt;"_s << u"<script>alert(1)</script>"_s;
    QTest::newRow("placeholder") << u"User {0} signed in."_s << u"User {0} signed in."_s;
    QTest::newRow("a million characters") << QString(1'000'000, u'x') << QString(1'000'000, u'x');
}

void TestCatalogPageHtml::cells()
{
    QFETCH(QString, cell);
    QFETCH(QString, description);
    const CatalogPage page = readPage(u"<table>"_s + header + u"<tr><td>400<td>notice<td>Authentication<td>"_s + cell
                                      + u"</td></tr>"_s + secondRow + u"</table>"_s);
    QCOMPARE(printed(page.notUnderstood), QStringList());
    QCOMPARE(page.entries.size(), 2);
    QCOMPARE(page.entries.first().description, description);
    QCOMPARE(printed(page.entries.last()), second);
}

void TestCatalogPageHtml::titles_data()
{
    QTest::addColumn<QString>("front");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("range");
    const QString ranged = u"User Event Monitor Messages (400 - 499)"_s;

    QTest::newRow("none") << u"<p>Hello."_s << QString() << QString();
    QTest::newRow("document's") << u"<title>Events</title>"_s << u"Events"_s << QString();
    QTest::newRow("heading that states the range")
        << u"<title>Events</title><h1>Portal</h1><h3>"_s + ranged + u"</h3>"_s << ranged << u"400-499"_s;
    QTest::newRow("document's with the portal's name, heading below")
        << u"<title>"_s + ranged + u" | Portal</title><h1>Portal</h1><h2>"_s + ranged + u"</h2>"_s << ranged
        << u"400-499"_s;
    QTest::newRow("document's states the range alone")
        << u"<title>"_s + ranged + u" | Portal</title><h1>Portal</h1>"_s << ranged + u" | Portal"_s << u"400-499"_s;
    QTest::newRow("another page's heading")
        << u"<title>"_s + ranged + u"</title><h4>User Event Monitor Messages (02 - 345)</h4>"_s << ranged
        << u"400-499"_s;
    QTest::newRow("another page's link")
        << u"<title>User Event Monitor Messages</title><p><a href='x'>User Event Monitor Messages (02 - 345)</a>"_s
        << u"User Event Monitor Messages"_s << QString();
    QTest::newRow("link behind a heading of links")
        << u"<h2>Related Articles</h2><h3>User Event Monitor Messages (02 - 345)</h3><h1>"_s + ranged + u"</h1>"_s
        << ranged << u"400-499"_s;
    QTest::newRow("heading that tells the kind")
        << u"<title>Portal</title><h1>Portal</h1><h2>User Event Monitor Messages</h2>"_s
        << u"User Event Monitor Messages"_s << QString();
    QTest::newRow("no heading at all") << u"<p><b>"_s + ranged + u"</b>"_s << ranged << u"400-499"_s;
    QTest::newRow("markup and lines in it")
        << u"<h1>User Event <b>Monitor</b>\n   Messages<br>(400&nbsp;&ndash;&nbsp;499)</h1>"_s
        << u"User Event Monitor Messages (400 \u2013 499)"_s << u"400-499"_s;
    QTest::newRow("behind the table") << u"<table>"_s + header + secondRow + u"</table><h1>"_s + ranged + u"</h1>"_s
                                      << QString() << QString();
}

void TestCatalogPageHtml::titles()
{
    QFETCH(QString, front);
    const CatalogPage page = readPage(u"<html>"_s + front + u"<table>"_s + header + firstRow + u"</table>"_s);
    QTEST(page.title, "title");
    QTEST(page.from ? QString::number(*page.from) + u'-' + QString::number(*page.to) : QString(), "range");
    QCOMPARE(page.kind, Kind::User);
}

void TestCatalogPageHtml::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString text = u"<html><head>%1</head><table>"_s + header
        + u"<tr><td>400<td>notice<td>Authentication<td>Caf\u00e9 \u2013 ok.</table>"_s;
    const auto declared = [&text](const QString &encoding) {
        return text.arg(u"<meta http-equiv=Content-Type content='text/html; charset=%1'>"_s.arg(encoding));
    };
    const auto western = [](const QString &page) {
        return page.toLatin1().replace("? ok", "\x96 ok"); // the dash is no character of Latin-1
    };
    QStringEncoder utf16(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);

    QTest::newRow("UTF-8, undeclared") << text.arg(QString()).toUtf8();
    QTest::newRow("UTF-8, declared") << declared(u"utf-8"_s).toUtf8();
    QTest::newRow("UTF-8 with a mark, declared otherwise") << "\xef\xbb\xbf" + declared(u"windows-1252"_s).toUtf8();
    QTest::newRow("UTF-8, declared as what it cannot be") << declared(u"utf-16"_s).toUtf8();
    QTest::newRow("UTF-16 with a mark") << QByteArray(utf16(declared(u"utf-8"_s)));
    QTest::newRow("Windows-1252, declared") << western(declared(u"Windows-1252"_s));
    QTest::newRow("Windows-1252, declared as Latin-1") << western(declared(u"iso-8859-1"_s));
    QTest::newRow("Windows-1252, undeclared") << western(text.arg(QString()));
    QTest::newRow("Windows-1252, declared as UTF-8") << western(declared(u"utf-8"_s));
}

void TestCatalogPageHtml::encodings()
{
    QFETCH(QByteArray, bytes);
    const CatalogPage page = readPage(bytes);
    QCOMPARE(printed(page.entries), QStringList{u"user 400 / notice / Authentication / Caf\u00e9 \u2013 ok."_s});
}

void TestCatalogPageHtml::hostilePages_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("message");
    const QString nothing = u"odd.html holds no table of events that could be read."_s;
    const QString beyond = u"odd.html is no page of the vendor's: its HTML is nested or broken beyond measure."_s;
    QByteArray attributes = "<table";
    for (int i = 0; i < 100'000; ++i)
        attributes += " a" + QByteArray::number(i);

    QTest::newRow("nested elements") << QByteArray("<div>").repeated(100'000) << beyond;
    QTest::newRow("nested tables") << QByteArray("<table><tr><td>").repeated(100'000) << beyond;
    QTest::newRow("elements that are nested less")
        << QByteArray("<div>").repeated(900) + QByteArray("</div>").repeated(900) << nothing;
    QTest::newRow("stray end tags") << "<html>" + QByteArray("</p></x>").repeated(600'000) << beyond;
    QTest::newRow("attributes") << attributes + ">" << beyond;
    QTest::newRow("tag without an end") << "<table class='" + QByteArray(1'000'000, 'x') << nothing;
    QTest::newRow("comment without an end") << "<table><!--" + QByteArray(1'000'000, '-') << nothing;
    QTest::newRow("script without an end") << "<table><script>" + QByteArray(1'000'000, '<') << nothing;
    QTest::newRow("entities that are many more") << QByteArray(
        "<?xml version='1.0'?><!DOCTYPE html [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
        "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d SYSTEM 'file:///etc/passwd'>]><html>&c;&c;&d;</html>")
                                                 << nothing;
    QTest::newRow("a line of less-than signs") << "<html>" + QByteArray(1'000'000, '<') << nothing;
    QTest::newRow("cells of one row") << "<table><tr>" + QByteArray("<td>").repeated(100'000) << nothing;
    QTest::newRow("texts of one cell") << "<table><tr><td>" + QByteArray("a<br>").repeated(100'000) << nothing;
    QTest::newRow("NUL") << QByteArray("<html>\0</html>", 14) << u"odd.html is a binary file, not a page of text."_s;
    QTest::newRow("rows without number") << "<table><tr><td>Event Code<td>Description"
            + QByteArray("<tr><td>1<td>a").repeated(100'002)
                                         << u"odd.html has far more rows than any page of the vendor's."_s;
}

void TestCatalogPageHtml::hostilePages()
{
    QFETCH(QByteArray, bytes);
    const auto page = readCatalogPage(bytes, u"odd.html"_s);
    QVERIFY(!page.ok());
    QTEST(page.error().message, "message");
}

QTEST_GUILESS_MAIN(TestCatalogPageHtml)
#include "tst_catalogpagehtml.moc"
