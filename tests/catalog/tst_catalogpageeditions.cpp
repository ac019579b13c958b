#include "pagefixture.h"

#include <functional>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

using Row = QStringList; ///< code, level, category, description

/// What stands in front of the vendor's table and behind it.
const QString preface = u"User events trigger the following messages to appear in the User Event Monitor."_s;
const QStringList appendix{u"See:"_s, u"User Event Monitor Messages for Cloud Access Service (02 - 345)"_s,
                           u"Related Articles"_s,
                           u"Event Message Components for Cloud Access Service 28Number of Views"_s};

QString textPage(const QString &header, const QString &lineBreak, const std::function<QString(const Row &)> &rowText)
{
    QStringList lines{shippedTitle(), preface, header};
    for (const Row &row : shippedRows())
        lines.append(rowText(row));
    return (lines + appendix).join(lineBreak);
}

QString delimited(const QString &separator, const QString &quote)
{
    const auto line = [&](const Row &row) { return quote + row.join(quote + separator + quote) + quote; };
    return textPage(line({u"Event Code"_s, u"Level"_s, u"Category"_s, u"Description"_s}), u"\r\n"_s, line);
}

QString asEntity(QString text)
{
    text.replace(u"&"_s, u"&amp;"_s).replace(u"\u2013"_s, u"&ndash;"_s).replace(u" - "_s, u"&nbsp;&#45;&#x20;"_s);
    return text.replace(u"'"_s, u"&#39;"_s).replace(u"("_s, u"&#40;"_s);
}

QString plainHtml()
{
    QString html =
        u"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>Knowledge</title></head>\n<body>\n<h1>"_s
        + shippedTitle() + u"</h1>\n<p>"_s + preface + u"</p>\n<table>\n<thead><tr><th>Event Code</th><th>Level</th>"_s
        + u"<th>Category</th><th>Description</th></tr></thead>\n<tbody>\n"_s;
    for (const Row &row : shippedRows())
        html += u"<tr><td>"_s + row.join(u"</td><td>"_s) + u"</td></tr>\n"_s;
    html += u"</tbody>\n</table>\n"_s;
    for (const QString &line : appendix)
        html += u"<p>"_s + line + u"</p>\n"_s;
    return html + u"</body></html>\n"_s;
}

/// As a portal has it: within tables of its layout, with scripts, entities, and hardly an end tag.
QString portalHtml()
{
    QString html =
        u"<!-- saved from url=(0030)https://community.example.com/ -->\n<HTML><HEAD>"
        "<TITLE>%1 - Example Community</TITLE><style>td { color: red }</style>"
        "<script>var rows = '<table><tr><td>999</td><td>error</td><td>A</td><td>B</td></tr></table>';</script>\n"
        "<BODY class=portal><table width=100%><tr><td colspan=2><div>Example Community</div><tr><td>"
        "<ul><li><a href='/'>Home<li><a href='/kb'>Knowledge | Base</ul><td><table border=0><tr><td>"
        "<h2>%1</h2><p>%2<table class='data' width=500><tr><th><p>Event&nbsp;Code<th>Level<th>Category<th>Description\n"_s
            .arg(shippedTitle(), preface);
    for (const Row &row : shippedRows()) {
        QString description = asEntity(row.at(3));
        description.replace(description.indexOf(u' '), 1, u"<br>\n  "_s);
        html += u"<tr class=row>\n <td><span>%1</span>\n <td> %2 <td><p>%3</p>\n <TD><p><b>%4</b>\n"_s.arg(
            row.at(0), row.at(1), row.at(2), description);
    }
    html += u"</table><p>Was this <b>article</b> helpful?<p>400 people found it so.\n"_s;
    for (const QString &line : appendix)
        html += u"<div>%1\n"_s.arg(line);
    return html + u"</table><td>&copy; Example Inc.</table><script>track(1 < 2 && 3 > 2)</script>"_s;
}

} // namespace

/// The page that the program ships, in every form in which people have it.
class TestCatalogPageEditions : public QObject
{
    Q_OBJECT

private slots:
    void everyEditionHasTheSameEntries_data();
    void everyEditionHasTheSameEntries();
};

void TestCatalogPageEditions::everyEditionHasTheSameEntries_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("HTML") << plainHtml();
    QTest::newRow("HTML in a portal") << portalHtml();
    QTest::newRow("pipes") << QString::fromUtf8(shippedPage());
    QTest::newRow("pipes, five columns") << textPage(
        u"| Event Code | Level | Type | Category | Description |\n|:--|:-:|---|---|--:|"_s, u"\n"_s,
        [](const Row &row) { return u"| %1 | %2 | User | %3 | %4 |"_s.arg(row[0], row[1], row[2], row[3]); });
    QTest::newRow("pipes, run together") << textPage(
                                                u"| Event Code | Level | Category | Description |\n|---|---|---|---|"_s,
                                                u"\n"_s,
                                                [](const Row &row) { return u"| "_s + row.join(u" | "_s) + u" |"_s; })
                                                .replace(u" |\n| "_s, u" | | "_s)
                                                .replace(u"Description | | "_s, u"Description |\n| "_s);
    QTest::newRow("tabs") << delimited(u"\t"_s, {});
    QTest::newRow("commas") << delimited(u","_s, u"\""_s);
    QTest::newRow("semicolons") << delimited(u";"_s, {});
    QTest::newRow("tabs, descriptions on their own lines")
        << textPage(u"Event Code\tLevel\tCategory\tDescription"_s, u"\n"_s,
                    [](const Row &row) { return row.first(3).join(u'\t') + u"\t\n\n"_s + row[3]; });
    const QString header = u"Event CodeLevelCategoryDescription"_s;
    QTest::newRow("separators lost") << textPage(header, u"\n"_s, [](const Row &row) { return row.join(QString()); });
    QTest::newRow("separators lost, five columns")
        << textPage(u"Event CodeLevelTypeCategoryDescription"_s, u"\n"_s,
                    [](const Row &row) { return row[0] + row[1] + u"user"_s + row[2] + row[3]; });
    QTest::newRow("spaces") << textPage({}, u"\n"_s, [](const Row &row) { return row.join(u' '); });
    QTest::newRow("separators lost, descriptions on their own lines")
        << textPage(header, u"\n"_s, [](const Row &row) { return row.first(3).join(QString()) + u"\n\n"_s + row[3]; });
    QString together = header;
    for (const Row &row : shippedRows())
        together += row.join(QString());
    QTest::newRow("separators lost, run together")
        << (QStringList{shippedTitle(), preface, together} + appendix).join(u'\n');
    QString few;
    for (const Row &row : shippedRows())
        few += row.join(QString()) + (row.first().toInt() % 3 == 0 ? u"\n"_s : u" "_s);
    QTest::newRow("separators lost, some run together")
        << (QStringList{shippedTitle(), preface, header, few.trimmed()} + appendix).join(u'\n');
}

void TestCatalogPageEditions::everyEditionHasTheSameEntries()
{
    QFETCH(QString, text);
    const CatalogPage page = readPage(text);
    QCOMPARE(printed(page.notUnderstood), QStringList());
    QCOMPARE(printed(page.entries), printedShippedRows());
    QCOMPARE(page.entries.size(), 112);
    QVERIFY(std::any_of(page.entries.begin(), page.entries.end(), [](const CatalogEntry &entry) {
        return entry.key == EventKey{Kind::User, 709};
    }));
    QCOMPARE(page.title, shippedTitle());
    QCOMPARE(page.kind, Kind::User);
    QCOMPARE(page.from, 400);
    QCOMPARE(page.to, 1409);
    QCOMPARE(page.rowCount, 112);
    QVERIFY(!page.isDoubtful());
}

QTEST_GUILESS_MAIN(TestCatalogPageEditions)
#include "tst_catalogpageeditions.moc"
