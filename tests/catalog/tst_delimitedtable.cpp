#include "delimitedtable.h"
#include "pagefixture.h"

using namespace Qt::StringLiterals;
using namespace evident;

/// Pages with tabs, commas or semicolons between their cells.
class TestDelimitedTable : public QObject
{
    Q_OBJECT

private slots:
    void cellsOfARecord_data();
    void cellsOfARecord();
    void rows_data();
    void rows();
    void longLinesAreBounded_data();
    void longLinesAreBounded();
};

void TestDelimitedTable::cellsOfARecord_data()
{
    QTest::addColumn<QString>("record");
    QTest::addColumn<QStringList>("cells");
    const auto row = [](const char *name, const QString &record, const QStringList &cells) {
        QTest::newRow(name) << record << cells;
    };
    row("plain", u"a,b,c"_s, {u"a"_s, u"b"_s, u"c"_s});
    row("empty", QString(), {QString()});
    row("empty cells", u",b,,"_s, {QString(), u"b"_s, QString(), QString()});
    row("spaces around", u" a , b "_s, {u"a"_s, u"b"_s});
    row("spaces within", u"a  b"_s, {u"a  b"_s});
    row("quoted", u"\"a\",\"b, c\",\"\""_s, {u"a"_s, u"b, c"_s, QString()});
    row("quoted, spaces around", u" \"a\" , \"b\" "_s, {u"a"_s, u"b"_s});
    row("doubled quotes", u"\"say \"\"a\"\"\",\"\"\"\""_s, {u"say \"a\""_s, u"\""_s});
    row("line breaks", u"\"a\r\n b\n\nc\",d"_s, {u"a b  c"_s, u"d"_s});
    row("quotes within", u"a \"b\" c,d"_s, {u"a \"b\" c"_s, u"d"_s});
    row("quotes around a part", u"\"a\" b,c"_s, {u"\"a\" b"_s, u"c"_s});
    row("quote without an end", u"a,\"b,c"_s, {u"a"_s, u"\"b"_s, u"c"_s});
}

void TestDelimitedTable::cellsOfARecord()
{
    QFETCH(QString, record);
    QTEST(delimitedCells(record, u',').value_or(QStringList()), "cells");
}

void TestDelimitedTable::rows_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("entries");
    QTest::addColumn<QStringList>("notUnderstood");
    const QString title = u"User Event Monitor Messages (400 - 499)\n"_s;
    const QString first = u"user 400 / notice / Authentication / First."_s;
    const QString second = u"user 401 / error / Authentication / Second."_s;
    const auto tabs =
        [&](const char *name, const QString &lines, const QStringList &entries, const QStringList &notUnderstood = {}) {
            QTest::addRow("tabs, %s", name)
                << title + u"Event Code\tLevel\tCategory\tDescription\n400\tnotice\tAuthentication\tFirst.\n"_s + lines
                << QStringList{first} + entries << notUnderstood;
        };
    const auto commas = [&](const char *name, const QString &lines, const QStringList &entries,
                            const QStringList &notUnderstood = {}) {
        QTest::addRow("commas, %s", name)
            << title + u"Event Code,Level,Category,Description\n400,notice,Authentication,First.\n"_s + lines
            << QStringList{first} + entries << notUnderstood;
    };

    tabs("a comma", u"401\terror\tAuthentication\tOne, two; three."_s,
         {u"user 401 / error / Authentication / One, two; three."_s});
    tabs("quotes as text", u"401\terror\tAuthentication\t\"Remember me\" was chosen."_s,
         {u"user 401 / error / Authentication / \"Remember me\" was chosen."_s});
    tabs("a quote without an end", u"401\terror\tAuthentication\t\"Second.\n402\terror\tAuthentication\tThird."_s,
         {u"user 401 / error / Authentication / \"Second."_s, u"user 402 / error / Authentication / Third."_s});
    tabs("description on its own line", u"401\terror\tAuthentication\t\n\nSecond."_s, {second});
    tabs("description on its own line, tab gone", u"401\terror\tAuthentication\n \n\nSecond.\n"_s, {second});
    tabs("description that never comes", u"401\terror\tAuthentication\t\n\n402\terror\tAuthentication\tThird."_s,
         {u"user 402 / error / Authentication / Third."_s}, {u"4: 401\terror\tAuthentication\t"_s});
    tabs("description that never comes, links", u"401\terror\tAuthentication\t\n\nSee:\nAnything"_s, {},
         {u"4: 401\terror\tAuthentication\t"_s});
    tabs("description that never comes, end", u"401\terror\tAuthentication\t\n\n"_s, {},
         {u"4: 401\terror\tAuthentication\t"_s});
    tabs("cell missing", u"401\terror\tSecond.\nAnd more."_s, {}, {u"4: 401\terror\tSecond."_s, u"5: And more."_s});
    tabs("cell too many", u"401\terror\tAuthentication\tSecond.\tThird."_s, {},
         {u"4: 401\terror\tAuthentication\tSecond.\tThird."_s});
    tabs("separators lost", u"401errorAuthenticationSecond."_s, {}, {u"4: 401errorAuthenticationSecond."_s});
    tabs("code twice", u"400\tnotice\tAuthentication\tFirst."_s, {}, {u"4: 400\tnotice\tAuthentication\tFirst."_s});
    tabs("five columns",
         u"Event Code\tLevel\tType\tCategory\tDescription\n401\terror\tsystem\tAuthentication\tSecond."_s,
         {u"system 401 / error / Authentication / Second."_s});
    tabs("links behind the table", u"Related Articles\nOne\t2\tthree\tfour"_s, {});

    commas("quoted", u"\"401\",\"error\",\"Authentication\",\"Say \"\"yes\"\", please.\""_s,
           {u"user 401 / error / Authentication / Say \"yes\", please."_s});
    commas("a record of three lines",
           u"401,error,Authentication,\"One\ntwo\nthree.\"\n402,error,Authentication,Four."_s,
           {u"user 401 / error / Authentication / One two three."_s, u"user 402 / error / Authentication / Four."_s});
    commas("a quote without an end", u"401,error,Authentication,\"Second.\n402,error,Authentication,Third."_s,
           {u"user 401 / error / Authentication / \"Second."_s, u"user 402 / error / Authentication / Third."_s});
    commas("lines as long as a spreadsheet makes them", u"401,error,Authentication,Second.,,,\n,,,,,,\nSee:,,,,,,\n"_s,
           {second});
    commas("a comma that nothing quotes", u"401,error,Authentication,One, two."_s, {},
           {u"4: 401,error,Authentication,One, two."_s});
    commas("note", u"\"Note: One, two.\""_s, {});
    commas("prose in the table", u"What, this?"_s, {}, {u"4: What, this?"_s});

    QTest::newRow("semicolons") << u"400;notice;Authentication;First.\n401;error;Authentication;One, two.\n"_s
                                << QStringList{first, u"user 401 / error / Authentication / One, two."_s}
                                << QStringList();
    QTest::newRow("no header, description on its own line")
        << u"400\tnotice\tAuthentication\n\nFirst.\n401\terror\tAuthentication\n\nSecond.\n"_s
        << QStringList{first, second} << QStringList();
    QTest::newRow("title and prose in a spreadsheet")
        << u"\"User Event Monitor Messages (400 - 499)\",,,\n\"One, two.\",,,\nCode,Level,Category,Message\n"
           "400,notice,Authentication,First.\n"_s
        << QStringList{first} << QStringList();
}

void TestDelimitedTable::rows()
{
    QFETCH(QString, text);
    const CatalogPage page = readPage(text);
    QTEST(printed(page.entries), "entries");
    QTEST(printed(page.notUnderstood), "notUnderstood");
}

void TestDelimitedTable::longLinesAreBounded_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("separators") << QString(1'000'000, u',');
    QTest::newRow("quotes") << QString(1'000'001, u'"');
    QTest::newRow("quotes that open") << u",\"x"_s.repeated(1000);
    QTest::newRow("lines that open a quote") << u",\"\n"_s.repeated(50'000);
    QTest::newRow("empty lines") << QString(1'000'000, u'\n');
}

void TestDelimitedTable::longLinesAreBounded()
{
    QFETCH(QString, line);
    const CatalogPage page = readPage(u"400,notice,Authentication,First.\n"_s + line + u"\nRelated Articles\n"_s);
    QCOMPARE(printed(page.entries), QStringList{u"user 400 / notice / Authentication / First."_s});
    QCOMPARE(page.notUnderstood.isEmpty(), QStringView(line).trimmed().isEmpty());
}

QTEST_GUILESS_MAIN(TestDelimitedTable)
#include "tst_delimitedtable.moc"
