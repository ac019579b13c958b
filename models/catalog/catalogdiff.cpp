#include "catalogdiff.h"

#include <algorithm>
#include <map>
#include <tuple>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct ByCode
{
    bool operator()(const EventKey &left, const EventKey &right) const
    {
        return std::tie(left.code, left.kind) < std::tie(right.code, right.kind);
    }
};

using EntryMap = std::map<EventKey, CatalogEntry, ByCode>;

EntryMap mapOf(const QList<CatalogEntry> &entries)
{
    EntryMap map;
    for (const CatalogEntry &entry : entries)
        map.emplace(entry.key, entry);
    return map;
}

/// What the rule file or the guidance makes of an entry is no change of the vendor's.
bool saysTheSame(const CatalogEntry &left, const CatalogEntry &right)
{
    return left.level == right.level && left.category == right.category && left.description == right.description;
}

CatalogDiff differenceOf(const EntryMap &before, const EntryMap &after)
{
    CatalogDiff diff;
    for (const auto &[key, entry] : after) {
        const auto old = before.find(key);
        if (old == before.end())
            diff.added.append(entry);
        else if (saysTheSame(old->second, entry))
            ++diff.unchanged;
        else
            diff.changed.append({old->second, entry});
    }
    for (const auto &[key, entry] : before) {
        if (!after.contains(key))
            diff.removed.append(entry);
    }
    return diff;
}

} // namespace

QStringList EntryChange::fields() const
{
    QStringList fields;
    if (before.level != after.level)
        fields.append(u"level"_s);
    if (before.category != after.category)
        fields.append(u"category"_s);
    if (before.description != after.description)
        fields.append(u"description"_s);
    return fields;
}

CatalogDiff CatalogDiff::only(const QSet<EventKey> &keys) const
{
    const auto isWanted = [&keys](const CatalogEntry &entry) { return keys.contains(entry.key); };
    CatalogDiff part;
    std::copy_if(added.begin(), added.end(), std::back_inserter(part.added), isWanted);
    std::copy_if(removed.begin(), removed.end(), std::back_inserter(part.removed), isWanted);
    std::copy_if(changed.begin(), changed.end(), std::back_inserter(part.changed),
                 [&isWanted](const EntryChange &change) { return isWanted(change.after); });
    part.unchanged = unchanged + size() - part.size();
    return part;
}

CatalogDiff pageDiff(const QList<CatalogEntry> &catalog, const CatalogPage &page)
{
    CatalogDiff diff = differenceOf(mapOf(catalog), mapOf(page.entries));
    const auto isOutside = [&page](const CatalogEntry &entry) {
        return !page.from || !page.to || entry.key.kind != page.kind || entry.key.code < *page.from
            || entry.key.code > *page.to;
    };
    diff.removed.removeIf(isOutside);
    return diff;
}

CatalogDiff catalogDiff(const QList<CatalogEntry> &before, const QList<CatalogEntry> &after)
{
    return differenceOf(mapOf(before), mapOf(after));
}

QList<CatalogEntry> appliedDiff(const QList<CatalogEntry> &catalog, const CatalogDiff &diff)
{
    EntryMap map = mapOf(catalog);
    for (const CatalogEntry &entry : diff.removed)
        map.erase(entry.key);
    for (const CatalogEntry &entry : diff.added)
        map.insert_or_assign(entry.key, entry);
    for (const EntryChange &change : diff.changed)
        map.insert_or_assign(change.after.key, change.after);
    QList<CatalogEntry> entries;
    entries.reserve(qsizetype(map.size()));
    for (const auto &[key, entry] : map)
        entries.append(entry);
    return entries;
}

} // namespace evident
