#include "catalogfacets.h"

#include <algorithm>
#include <tuple>

namespace evident {

namespace {

FacetCounts countFacet(const CatalogSnapshot &catalog, const Query &query, Field field)
{
    const Query others = query.withoutFacet(field);
    const QueryMatcher matcher(others, MatchContext());
    const Breadth breadth = catalog.breadthOf(others);
    QHash<QString, qint64> values;
    for (const CatalogEntry &entry : catalog.entries()) {
        const EntrySubject subject(catalog, entry, breadth);
        qint64 &count = values[subject.value(field, {})];
        if (matcher.matches(subject))
            ++count;
    }

    FacetCounts counts;
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        counts.append({value.key(), value.value()});
    // Levels stand by their weight, so that they do not change places while a query is typed.
    const auto weight = [field](const FacetCount &count) {
        return field == Field::Level ? int(severityOf(count.value)) : 0;
    };
    std::sort(counts.begin(), counts.end(), [&weight](const FacetCount &left, const FacetCount &right) {
        return std::tuple(weight(left), -left.count, left.value) < std::tuple(weight(right), -right.count, right.value);
    });
    return counts;
}

} // namespace

QList<Field> catalogFacetFields()
{
    return {Field::Level, Field::Category, Field::Method, Field::Outcome, Field::Owner};
}

QHash<Field, FacetCounts> countCatalogFacets(const CatalogSnapshot &catalog, const Query &query)
{
    QHash<Field, FacetCounts> facets;
    for (const Field field : catalogFacetFields())
        facets.insert(field, countFacet(catalog, query, field));
    return facets;
}

} // namespace evident
