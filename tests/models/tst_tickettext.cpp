#include "tickettext.h"

#include "formats/csv.h"
#include "htmltext.h"
#include "readhtml.h"

#include <QTest>

#include <algorithm>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

Ticket sample()
{
    return {u"2 records of a.json"_s,
            {{u"Time"_s, u"2026-01-15 09:00:00.000 (UTC)"_s}, {u"User"_s, u"jdoe@example.com"_s}},
            {u"Two pushes timed out."_s},
            {u"Code"_s, u"User"_s, u"Description"_s},
            {{u"702"_s, u"jdoe@example.com"_s, u"Approve failed - Timed out."_s},
             {u"11"_s, u"jdoe@example.com"_s, u"a|b"_s}}};
}

/// The text everywhere that a ticket has room for one.
Ticket full(const QString &text)
{
    return {text, {{u"Fact"_s, text}}, {text}, {u"Column"_s, u"Other"_s}, {{text, text}, {u"x"_s, text}}};
}

} // namespace

class tst_TicketText : public QObject
{
    Q_OBJECT

private slots:
    void plainTextIsShortFirst();
    void markdownIsATable();
    void htmlIsAFragment();
    void momentsStayInOneLineOfAReport();
    void csvIsTheRowsAndThenTheRest();
    void whereThereAreNoRowsTheRestIsTheCsv();
    void hostileTextsStayTexts_data();
    void hostileTextsStayTexts();
    void plainWordsStayReadableInMarkdown_data();
    void plainWordsStayReadableInMarkdown();
    void csvComesBack();
};

void tst_TicketText::plainTextIsShortFirst()
{
    QCOMPARE(ticketText(sample(), TicketForm::Plain),
             u"2 records of a.json\n"
             "Time: 2026-01-15 09:00:00.000 (UTC) · User: jdoe@example.com\n"
             "Two pushes timed out.\n"
             "\n"
             "    Code  User              Description\n"
             "     702  jdoe@example.com  Approve failed - Timed out.\n"
             "      11  jdoe@example.com  a|b\n"_s);
}

void tst_TicketText::markdownIsATable()
{
    QCOMPARE(ticketText(sample(), TicketForm::Markdown),
             u"### 2 records of `a.json`\n\n"
             "Time: 2026-01-15 09:00:00.000 (UTC) · User: `jdoe@example.com`\n\n"
             "Two pushes timed out.\n"
             "\n"
             "| Code | User | Description |\n"
             "| ---: | --- | --- |\n"
             "| 702 | `jdoe@example.com` | Approve failed - Timed out. |\n"
             "| 11 | `jdoe@example.com` | `a\\|b` |\n"_s);
}

void tst_TicketText::htmlIsAFragment()
{
    QCOMPARE(ticketText(sample(), TicketForm::Html),
             u"<p><b>2 records of a.json</b></p>\n"
             "<p>Time: 2026-01-15 09:00:00.000 (UTC) · User: jdoe@example.com</p>\n"
             "<p>Two pushes timed out.</p>\n"
             "<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\">\n"
             "<thead><tr><th align=\"right\">Code</th><th>User</th><th>Description</th></tr>\n</thead>\n<tbody>\n"
             "<tr><td align=\"right\">702</td><td>jdoe@example.com</td><td>Approve failed - Timed out.</td></tr>\n"
             "<tr><td align=\"right\">11</td><td>jdoe@example.com</td><td>a|b</td></tr>\n"
             "</tbody>\n</table>\n"_s);
}

void tst_TicketText::momentsStayInOneLineOfAReport()
{
    const QString moment = u"2026-01-15 09:14:02.118"_s;
    const Ticket ticket{{}, {}, {}, {u"Time"_s, u"Text"_s}, {{moment, moment}, {moment, u"2026-01-15 x"_s}}};
    const QString section = ticketSection(ticket, "h3"_L1);
    QCOMPARE(section.count(u"<th class=\"moment\">"_s), 1);
    QCOMPARE(section.count(u"<td class=\"moment\">"_s), 2);
    QVERIFY(!ticketText(ticket, TicketForm::Html).contains(u"class"_s));
}

void tst_TicketText::csvIsTheRowsAndThenTheRest()
{
    QCOMPARE(
        ticketText(sample(), TicketForm::Csv),
        u"Code,User,Description\r\n"
        "702,jdoe@example.com,Approve failed - Timed out.\r\n"
        "11,jdoe@example.com,a|b\r\n"
        "\r\n"
        "2 records of a.json\r\nTime,2026-01-15 09:00:00.000 (UTC)\r\nUser,jdoe@example.com\r\nTwo pushes timed out.\r\n"_s);
    QCOMPARE(ticketText({{}, {}, {}, {u"A"_s}, {{u"1"_s}}}, TicketForm::Csv), u"A\r\n1\r\n"_s);
}

void tst_TicketText::whereThereAreNoRowsTheRestIsTheCsv()
{
    Ticket ticket = sample();
    ticket.rows.clear();
    QCOMPARE(
        ticketText(ticket, TicketForm::Csv),
        u"2 records of a.json\r\nTime,2026-01-15 09:00:00.000 (UTC)\r\nUser,jdoe@example.com\r\nTwo pushes timed out.\r\n"_s);
}

void tst_TicketText::hostileTextsStayTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("visible");
    QTest::addColumn<QString>("inMarkdown");
    QTest::addColumn<QString>("inCsv"); // as a cell
    const auto add = [](const char *name, const QString &text, const QString &visible, const QString &inMarkdown,
                        const QString &inCsv) { QTest::newRow(name) << text << visible << inMarkdown << inCsv; };
    const auto same = [&add](const char *name, const QString &text) {
        add(name, text, text, u'`' + text + u'`', text);
    };
    same("script", u"<script>alert(1)</script>"_s);
    same("image", u"![x](https://example.org/x.png)"_s);
    same("image of HTML", u"<img/src=x>"_s);
    same("script link", u"](javascript:alert(1))"_s);
    same("mention", u"x@here"_s);
    same("issue", u"#123"_s);
    same("address", u"https://example.org/a_b"_s);
    same("bare address", u"www.example.org"_s);
    same("bare name", u"example.org"_s);
    same("entity", u"&lt;b&gt;"_s);
    same("emphasis", u"*a*_b_~~c~~"_s);
    same("backslash", u"\\CORP\\jdoe"_s);
    same("shortcode", u":smile:"_s);
    add("mention alone", u"@here"_s, u"@here"_s, u"`@here`"_s, u"'@here"_s);
    add("formula", u"=cmd|'/c calc'!A1"_s, u"=cmd|'/c calc'!A1"_s, u"`=cmd|'/c calc'!A1`"_s, u"'=cmd|'/c calc'!A1"_s);
    add("plus", u"+1+1"_s, u"+1+1"_s, u"`+1+1`"_s, u"'+1+1"_s);
    add("override", u"a\u202etxt.exe"_s, u"a\\u{202e}txt.exe"_s, u"`a\\u{202e}txt.exe`"_s, u"a\\u{202e}txt.exe"_s);
    add("escape sequence", u"\u001b]8;;x\u0007"_s, u"\\u{1b}]8;;x\\u{7}"_s, u"`\\u{1b}]8;;x\\u{7}`"_s,
        u"\\u{1b}]8;;x\\u{7}"_s);
    add("line breaks", u"a\r\n# b"_s, u"a\\u{d}\\u{a}# b"_s, u"`a\\u{d}\\u{a}#` b"_s, u"a\\u{d}\\u{a}# b"_s);
    add("backtick", u"a`b"_s, u"a`b"_s, u"``a`b``"_s, u"a`b"_s);
    add("backticks", u"```x"_s, u"```x"_s, u"```` ```x ````"_s, u"```x"_s);
    add("pipe", u"a | b"_s, u"a | b"_s, u"a `|` b"_s, u"a | b"_s);
    add("dash", u"- x"_s, u"- x"_s, u"`-` x"_s, u"'- x"_s);
    add("line", u"---"_s, u"---"_s, u"`---`"_s, u"'---"_s);
    add("quotes", u"'\"><b>"_s, u"'\"><b>"_s, u"`'\"><b>`"_s, u"\"'\"\"><b>\""_s);
    add("number of a list", u"1. x"_s, u"1. x"_s, u"`1.` x"_s, u"1. x"_s);
}

void tst_TicketText::hostileTextsStayTexts()
{
    QFETCH(QString, text);
    QFETCH(QString, visible);
    QFETCH(QString, inMarkdown);
    QFETCH(QString, inCsv);
    const Ticket ticket = full(text);

    const QString plain = ticketText(ticket, TicketForm::Plain);
    const QString cell = QString(u"=+-@"_s).contains(visible.front()) ? u'\'' + visible : visible;
    QVERIFY2(plain.startsWith(cell + u"\nFact: "_s + visible + u'\n' + cell + u"\n\n    "_s), qPrintable(plain));
    for (const QChar c : plain)
        QVERIFY(c == u'\n' || (c >= u' ' && c != QChar(0x202e)));

    const QString markdown = ticketText(ticket, TicketForm::Markdown);
    QVERIFY2(markdown.startsWith(u"### "_s + inMarkdown + u"\n\nFact: "_s + inMarkdown + u"\n\n"_s + inMarkdown
                                 + u"\n\n| Column | Other |\n"_s),
             qPrintable(markdown));
    const QString inTable = QString(inMarkdown).replace(u'|', u"\\|"_s);
    QVERIFY2(markdown.contains(u"| "_s + inTable + u" | "_s + inTable + u" |\n"_s), qPrintable(markdown));

    const QString html = ticketText(ticket, TicketForm::Html);
    QVERIFY2(html.startsWith(u"<p><b>"_s + htmlText(cell) + u"</b></p>\n<p>Fact: "_s + htmlText(visible)
                             + u"</p>\n<p>"_s + htmlText(cell) + u"</p>\n"_s),
             qPrintable(html));
    const ReadHtml read = readHtml(html.toUtf8());
    QCOMPARE(read.rows, (QList<QStringList>{{u"Column"_s, u"Other"_s}, {cell, cell}, {u"x"_s, cell}}));
    const QSet<QString> ours{u"html"_s,  u"body"_s,  u"p"_s,  u"b"_s,  u"table"_s,
                             u"thead"_s, u"tbody"_s, u"tr"_s, u"th"_s, u"td"_s};
    QVERIFY2(ours.contains(read.elements), qPrintable(html));
    QVERIFY2((QSet<QString>{u"border"_s, u"cellspacing"_s, u"cellpadding"_s, u"align"_s}).contains(read.attributes),
             qPrintable(html));
    const ReadHtml section = readHtml(ticketSection(ticket, "h3"_L1).toUtf8());
    QVERIFY((ours + QSet<QString>{u"h3"_s}).contains(section.elements));
    QCOMPARE(section.rows, read.rows);

    const QString csv = ticketText(ticket, TicketForm::Csv);
    QCOMPARE(csv, u"Column,Other\r\n%1,%1\r\nx,%1\r\n\r\n%1\r\nFact,%1\r\n%1\r\n"_s.arg(inCsv));
}

void tst_TicketText::plainWordsStayReadableInMarkdown_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a sentence") << u"Approve authentication failed; the user's response timed out."_s;
    QTest::newRow("a moment") << u"2026-01-15 09:14:02.118"_s;
    QTest::newRow("another language") << u"Größe, naïve, 用户"_s;
    QTest::newRow("a name") << u"Europe/Berlin"_s;
}

void tst_TicketText::plainWordsStayReadableInMarkdown()
{
    QFETCH(QString, text);
    QVERIFY(ticketText({text, {}, {}, {}, {}}, TicketForm::Markdown) == u"### "_s + text + u'\n');
}

void tst_TicketText::csvComesBack()
{
    const QStringList cells{u"a,b"_s, u"say \"x\""_s, u""_s, u" blank "_s, u"Ü"_s};
    const Ticket ticket{{}, {}, {}, {u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s}, {cells}};
    const QByteArray line = ticketText(ticket, TicketForm::Csv).section(u"\r\n"_s, 1, 1).toUtf8();
    CsvSplitter splitter;
    qsizetype end = 0;
    QVERIFY(splitter.split(line, 0, end) >= 0);
    QStringList read;
    for (const CsvField &field : splitter.fields())
        read.append(QString::fromUtf8(csvText(field)));
    QCOMPARE(read, cells);
}

QTEST_GUILESS_MAIN(tst_TicketText)
#include "tst_tickettext.moc"
