#include "queryfolding.h"

namespace evident {

namespace {

const Group &foldingGroup()
{
    static const Group group = Query::parse(u"-is:duplicate").query.groups().first();
    return group;
}

} // namespace

bool isFolding(const Query &query)
{
    return query.groups().contains(foldingGroup());
}

Query withFolding(const Query &query, bool folding)
{
    if (folding)
        return query.withGroup(foldingGroup());
    QList<Group> groups = query.groups();
    groups.removeAll(foldingGroup());
    return Query(groups);
}

} // namespace evident
