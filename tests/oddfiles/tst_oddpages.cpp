#include "catalogpage.h"
#include "oddfolder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

/// Pages for the catalog that no vendor publishes: each ends in an error or in lines that are listed, and memory keeps
/// to its bounds.
class TestOddPages : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void endlessPages_data();
    void endlessPages();
    void longDescriptions_data();
    void longDescriptions();
    void attributesWithoutNumber();
    void tooLargeAPage();

private:
    Probed written(FileWriter &file, const QString &name) const
    {
        return file.finish() ? m_folder->probePage(name) : Probed();
    }

    std::unique_ptr<OddFolder> m_folder;
};

namespace {

/// The bytes, their text and a line of it, and what HTML's parser keeps.
constexpr qint64 bytesAByte = 8;

const QByteArray row = "| 400 | notice | Authentication | First. |\n";
const QByteArray htmlRow = "<html><table><tr><td>400<td>notice<td>Authentication<td>First.</table>\n";

} // namespace

void TestOddPages::init()
{
    m_folder = std::make_unique<OddFolder>();
    QVERIFY(m_folder->isValid());
    QCOMPARE(m_folder->shortage(), QString());
}

void TestOddPages::endlessPages_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<QString>("error");
    QTest::addColumn<int>("notUnderstood");
    const QString none;
    const QString beyond = u"page is no page of the vendor's: its HTML is nested or broken beyond measure."_s;
    const QString full = u"page has far more rows than any page of the vendor's."_s;
    const QString nothing = u"page holds no table of events that could be read."_s;
    const QByteArray csvRow = "400,notice,Authentication,First.\n";
    const QByteArray bareRow = "400noticeAuthenticationFirst.\n";

    QTest::newRow("nested elements") << htmlRow << QByteArray("<div>") << beyond << 0;
    QTest::newRow("nested tables") << htmlRow << QByteArray("<table><tr><td>a") << beyond << 0;
    QTest::newRow("stray end tags") << htmlRow << QByteArray("</x>") << (isFullSize() ? beyond : none) << 0;
    QTest::newRow("value of an attribute") << htmlRow + "<a href='" << QByteArray("x") << none << 0;
    QTest::newRow("comment") << htmlRow + "<!--" << QByteArray("-") << none << 0;
    QTest::newRow("script") << htmlRow + "<script>" << QByteArray("</scrip ") << none << 0;
    QTest::newRow("less-than signs") << htmlRow << QByteArray("<") << none << 0;
    QTest::newRow("entities") << htmlRow << QByteArray("&amp;") << none << 0;
    QTest::newRow("ampersands") << htmlRow << QByteArray("&") << beyond << 0;
    QTest::newRow("text") << htmlRow << QByteArray("x") << none << 0;
    QTest::newRow("paragraphs") << htmlRow << QByteArray("<p>a") << none << 0;
    QTest::newRow("cells of one row") << htmlRow + "<table><tr>" << QByteArray("<td>a") << none << 0;
    QTest::newRow("texts of one cell") << htmlRow + "<table><tr><td>" << QByteArray("a<br>") << none << 0;
    QTest::newRow("document type") << QByteArray("<!DOCTYPE html [<!ENTITY a 'ha'>")
                                   << QByteArray("<!ENTITY a '&a;&a;&a;&a;&a;&a;&a;&a;'>") << nothing << 0;

    QTest::newRow("bars") << row << QByteArray("|") << none << 1;
    QTest::newRow("lines with a bar") << row << QByteArray("|\n") << full << 0;
    QTest::newRow("empty lines") << row << QByteArray("\n") << none << 0;
    QTest::newRow("commas") << csvRow << QByteArray(",") << none << 1;
    QTest::newRow("quotes") << csvRow << QByteArray("\"") << none << 1;
    QTest::newRow("lines that open a quote") << csvRow << QByteArray(",\"x\n") << full << 0;
    QTest::newRow("digits") << bareRow << QByteArray("4") << none << 1;
    QTest::newRow("rows on one line") << bareRow << QByteArray("401errorAuthentication") << none << 1;
    QTest::newRow("empty lines without separators") << bareRow << QByteArray("\n") << none << 0;
}

void TestOddPages::endlessPages()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, part);
    const qint64 size = sized(100 * mebibyte, mebibyte);
    FileWriter file(m_folder->path(u"page"_s));
    file.add(before);
    const QByteArray parts = part.repeated(std::max<qsizetype>(1, 64 * kibibyte / part.size()));
    while (file.position() < size)
        file.add(parts);
    const Probed facts = written(file, u"page"_s);
    QCOMPARE(facts.run.exitCode, 0);
    QTEST(facts.text("error"), "error");
    if (facts.text("error").isEmpty()) {
        QCOMPARE(facts.number("entries"), 1);
        QTEST(int(facts.number("notUnderstood")), "notUnderstood");
    }
    QVERIFY(isWithin(facts.run, bytesAByte * size + floorMemory));
}

void TestOddPages::longDescriptions_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("betweenCells");
    QTest::addColumn<QByteArray>("betweenRows");
    QTest::newRow("HTML") << QByteArray("<table>") << QByteArray("<td>") << QByteArray("<tr><td>");
    QTest::newRow("pipes") << QByteArray() << QByteArray(" | ") << QByteArray("\n");
    QTest::newRow("commas") << QByteArray() << QByteArray(",") << QByteArray("\n");
    QTest::newRow("no separators") << QByteArray() << QByteArray() << QByteArray("\n");
    QTest::newRow("no separators, run together") << QByteArray() << QByteArray() << QByteArray(".");
}

void TestOddPages::longDescriptions()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, betweenCells);
    QFETCH(QByteArray, betweenRows);
    const int count = int(sized(100, 3));
    FileWriter file(m_folder->path(u"page"_s));
    file.add(before);
    for (int code = 400; code < 400 + count; ++code) {
        if (code > 400 || betweenRows.startsWith('<'))
            file.add(betweenRows);
        file.add(
            QByteArrayList{QByteArray::number(code), "notice", "Authentication", "X" + QByteArray(mebibyte, 'y')}.join(
                betweenCells));
    }
    const qint64 size = file.position();
    const Probed facts = written(file, u"page"_s);
    QCOMPARE(facts.text("error"), QString());
    QCOMPARE(facts.number("entries"), count);
    QCOMPARE(facts.number("notUnderstood"), 0);
    QVERIFY(facts.number("longestDescription") > mebibyte);
    QVERIFY(isWithin(facts.run, bytesAByte * size + floorMemory));
}

/// A parser that compares each with all before would not end.
void TestOddPages::attributesWithoutNumber()
{
    const qint64 size = sized(100 * mebibyte, 2 * mebibyte);
    FileWriter file(m_folder->path(u"page"_s));
    file.add(htmlRow + "<table");
    for (qint64 i = 0; file.position() < size; ++i)
        file.add(numbered(" a", i, "=1"));
    const Probed facts = written(file, u"page"_s);
    QCOMPARE(facts.text("error"), u"page is no page of the vendor's: its HTML is nested or broken beyond measure."_s);
    QVERIFY(isWithin(facts.run, bytesAByte * size + floorMemory));
}

void TestOddPages::tooLargeAPage()
{
    FileWriter file(m_folder->path(u"page"_s));
    file.skip(largestCatalogPage);
    file.add("x");
    const Probed facts = written(file, u"page"_s);
    QCOMPARE(facts.text("error"), u"page is larger than 256 MiB: no page of the vendor's is."_s);
    QVERIFY(isWithin(facts.run, largestCatalogPage + floorMemory));
}

QTEST_GUILESS_MAIN(TestOddPages)
#include "tst_oddpages.moc"
