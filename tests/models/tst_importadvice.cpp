#include "importadvice.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

QList<CatalogEntry> entries(qint64 first, qint64 last, Kind kind = Kind::User)
{
    QList<CatalogEntry> entries;
    for (qint64 code = first; code <= last; ++code)
        entries.append({{kind, code}, u"error"_s, {}, u"Text"_s, {}});
    return entries;
}

} // namespace

class TestImportAdvice : public QObject
{
    Q_OBJECT

private slots:
    void warnsOf_data();
    void warnsOf();
};

void TestImportAdvice::warnsOf_data()
{
    QTest::addColumn<int>("understood");
    QTest::addColumn<int>("notUnderstood");
    QTest::addColumn<int>("removed");
    QTest::addColumn<int>("warnings");
    QTest::addColumn<bool>("needsLook");
    QTest::newRow("a clean page") << 20 << 0 << 0 << 0 << false;
    QTest::newRow("a few lines") << 20 << 3 << 0 << 1 << false;
    QTest::newRow("half of it") << 20 << 20 << 0 << 1 << false;
    QTest::newRow("less than half") << 20 << 21 << 0 << 1 << true;
    QTest::newRow("some removals") << 15 << 0 << 5 << 0 << false;
    QTest::newRow("a quarter of its range") << 15 << 0 << 10 << 0 << false;
    QTest::newRow("more than a quarter") << 15 << 0 << 11 << 1 << true;
    QTest::newRow("both") << 5 << 9 << 20 << 2 << true;
}

void TestImportAdvice::warnsOf()
{
    QFETCH(int, understood);
    QFETCH(int, notUnderstood);
    QFETCH(int, removed);
    CatalogPage page;
    page.from = 700;
    page.to = 739;
    page.entries = entries(700, 700 + understood - 1);
    page.rowCount = understood + notUnderstood;
    for (int line = 1; line <= notUnderstood; ++line)
        page.notUnderstood.append({line, u"?"_s});
    // 40 in the page's range, and others that have nothing to do with it.
    const QList<CatalogEntry> catalog = entries(700, 739) + entries(800, 899) + entries(700, 739, Kind::System);
    CatalogDiff diff;
    diff.removed = entries(739 - removed + 1, 739);
    const ImportAdvice advice = importAdvice(catalog, page, diff);
    QTEST(int(advice.warnings.size()), "warnings");
    QTEST(advice.needsLook, "needsLook");
}

QTEST_GUILESS_MAIN(TestImportAdvice)
#include "tst_importadvice.moc"
