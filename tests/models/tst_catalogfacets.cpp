#include "catalogfacets.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

CatalogSnapshot smallCatalog()
{
    const auto entry = [](qint64 code, const QString &level, const QString &category, const QString &method,
                          Outcome outcome) {
        const Owner owner = outcome == Outcome::Failure ? Owner::HelpDesk : Owner::Nobody;
        return CatalogEntry{{Kind::User, code}, level, category, u"Description."_s, method, outcome, false, owner};
    };
    return CatalogSnapshot({entry(1, u"notice"_s, u"Authentication"_s, u"Approve"_s, Outcome::Success),
                            entry(2, u"error"_s, u"Authentication"_s, u"Approve"_s, Outcome::Failure),
                            entry(3, u"error"_s, u"Authentication"_s, u"Password"_s, Outcome::Failure),
                            entry(4, u"error"_s, u"Authorization"_s, QString(), Outcome::Failure),
                            entry(5, u"critical"_s, u"Authorization"_s, QString(), Outcome::None)},
                           Synonyms());
}

/// The counts of one facet as one readable line.
QString printed(const FacetCounts &counts)
{
    QStringList values;
    for (const FacetCount &count : counts)
        values.append((count.value.isEmpty() ? u"-"_s : count.value) + u' ' + QString::number(count.count));
    return values.join(u", "_s);
}

} // namespace

class TestCatalogFacets : public QObject
{
    Q_OBJECT

private slots:
    void counts_data();
    void counts();
    void ownersAreCounted();
    void emptyCatalogHasNoValues();
};

void TestCatalogFacets::counts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("levels");
    QTest::addColumn<QString>("categories");
    QTest::addColumn<QString>("methods");
    QTest::addColumn<QString>("outcomes");

    QTest::newRow("everything; levels by weight, the rest by count, ties by value")
        << u""_s << u"critical 1, error 3, notice 1"_s << u"Authentication 3, Authorization 2"_s
        << u"- 2, Approve 2, Password 1"_s << u"failure 3, none 1, success 1"_s;
    QTest::newRow("a facet is counted without its own choice")
        << u"level:error"_s << u"critical 1, error 3, notice 1"_s << u"Authentication 2, Authorization 1"_s
        << u"- 1, Approve 1, Password 1"_s << u"failure 3, none 0, success 0"_s;
    QTest::newRow("two facets narrow each other")
        << u"level:error category:Authorization"_s << u"critical 1, error 1, notice 0"_s
        << u"Authentication 2, Authorization 1"_s << u"- 1, Approve 0, Password 0"_s
        << u"failure 1, none 0, success 0"_s;
    QTest::newRow("an exclusion counts everywhere")
        << u"-level:error"_s << u"critical 1, error 0, notice 1"_s << u"Authentication 1, Authorization 1"_s
        << u"- 1, Approve 1, Password 0"_s << u"none 1, success 1, failure 0"_s;
    QTest::newRow("nothing is left, every value stays")
        << u"code:99"_s << u"critical 0, error 0, notice 0"_s << u"Authentication 0, Authorization 0"_s
        << u"- 0, Approve 0, Password 0"_s << u"failure 0, none 0, success 0"_s;
}

void TestCatalogFacets::counts()
{
    QFETCH(QString, text);
    const QueryParse parsed = Query::parse(text);
    QVERIFY(parsed.ok());
    const QHash<Field, FacetCounts> facets = countCatalogFacets(smallCatalog(), parsed.query);
    QCOMPARE(facets.size(), catalogFacetFields().size());
    QTEST(printed(facets.value(Field::Level)), "levels");
    QTEST(printed(facets.value(Field::Category)), "categories");
    QTEST(printed(facets.value(Field::Method)), "methods");
    QTEST(printed(facets.value(Field::Outcome)), "outcomes");
}

void TestCatalogFacets::ownersAreCounted()
{
    const auto owners = [](const QString &text) {
        return printed(countCatalogFacets(smallCatalog(), Query::parse(text).query).value(Field::Owner));
    };
    QCOMPARE(owners(u""_s), u"helpdesk 3, none 2"_s);
    QCOMPARE(owners(u"owner:none level:critical"_s), u"none 1, helpdesk 0"_s);
}

void TestCatalogFacets::emptyCatalogHasNoValues()
{
    const QHash<Field, FacetCounts> facets = countCatalogFacets(CatalogSnapshot(), Query());
    for (const Field field : catalogFacetFields())
        QCOMPARE(printed(facets.value(field)), QString());
}

QTEST_GUILESS_MAIN(TestCatalogFacets)
#include "tst_catalogfacets.moc"
