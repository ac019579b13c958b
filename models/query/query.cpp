#include "query.h"

namespace evident {

namespace {

/// The text that a facet lists a value as; nothing for a value that no facet lists.
std::optional<QString> facetText(const Value &value)
{
    if (const auto *text = std::get_if<TextValue>(&value))
        return text->text;
    if (const auto *address = std::get_if<AddressValue>(&value))
        return address->text;
    if (const auto *code = std::get_if<CodeValue>(&value); code && code->first && code->first == code->last)
        return QString::number(*code->first);
    return std::nullopt;
}

bool hasFacet(Field field)
{
    return field != Field::Text && field != Field::Named;
}

bool isOwned(const Group &group, Field field, bool excluded)
{
    if (group.size() != 1 || !hasFacet(field) || group.first().field != field || group.first().negated != excluded)
        return false;
    const QList<Value> &values = group.first().values;
    return std::all_of(values.begin(), values.end(), [](const Value &value) { return facetText(value).has_value(); });
}

bool isListedAs(const Value &value, const QString &text)
{
    const std::optional<QString> own = facetText(value);
    return own && own->compare(text, Qt::CaseInsensitive) == 0;
}

} // namespace

Query::Query(QList<Group> groups)
    : m_groups(std::move(groups))
{
    m_groups.removeIf([](const Group &group) { return group.isEmpty(); });
}

QStringList Query::facetValues(Field field, bool excluded) const
{
    QStringList texts;
    for (const Group &group : m_groups) {
        if (!isOwned(group, field, excluded))
            continue;
        for (const Value &value : group.first().values)
            texts.append(facetText(value).value_or(QString()));
    }
    return texts;
}

Query Query::withFacetValue(Field field, const QString &value, bool excluded) const
{
    const std::optional<Value> added = hasFacet(field) ? queryValue(field, value) : std::nullopt;
    const std::optional<QString> listed = added ? facetText(*added) : std::nullopt;
    if (!listed || facetValues(field, excluded).contains(*listed, Qt::CaseInsensitive))
        return *this;

    Query query = withoutFacetValue(field, *listed, !excluded);
    const auto owned = std::find_if(query.m_groups.begin(), query.m_groups.end(),
                                    [&](const Group &group) { return isOwned(group, field, excluded); });
    if (owned != query.m_groups.end())
        owned->first().values.append(*added);
    else
        query.m_groups.append(Group{Term{field, QString(), excluded, {*added}}});
    return query.toString().size() <= maximumLength ? query : *this;
}

Query Query::withoutFacetValue(Field field, const QString &value, bool excluded) const
{
    Query query = *this;
    for (Group &group : query.m_groups) {
        if (!isOwned(group, field, excluded))
            continue;
        group.first().values.removeIf([&](const Value &each) { return isListedAs(each, value); });
        if (group.first().values.isEmpty())
            group.clear();
    }
    return Query(query.m_groups);
}

Query Query::withoutFacet(Field field) const
{
    Query query = *this;
    query.m_groups.removeIf([field](const Group &group) { return isOwned(group, field, false); });
    return query;
}

Query Query::withGroup(const Group &group) const
{
    if (group.isEmpty() || m_groups.contains(group))
        return *this;
    Query query = *this;
    query.m_groups.append(group);
    return query;
}

} // namespace evident
