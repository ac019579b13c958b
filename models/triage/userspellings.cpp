#include "userspellings.h"

#include <algorithm>

namespace evident {

namespace {

/// Whether folding its case would change nothing.
bool isFolded(QByteArrayView name)
{
    return std::ranges::all_of(name, [](char c) { return static_cast<signed char>(c) >= 0 && (c < 'A' || c > 'Z'); });
}

QByteArray folded(const Dictionary &names, quint32 user)
{
    const QByteArrayView name = names.utf8(user);
    return isFolded(name) ? name.toByteArray() : QString::fromUtf8(name).toCaseFolded().toUtf8();
}

} // namespace

UserSpellings::UserSpellings(const Dictionary &names, std::span<const quint32> users)
{
    QHash<QByteArray, std::vector<quint32>> spellings;
    IdSet asked;
    for (const quint32 user : users) {
        if (user == 0 || asked.contains(user))
            continue;
        asked.insert(user);
        spellings[folded(names, user)].push_back(user);
    }
    for (quint32 user = 1, size = names.size(); user < size && !spellings.isEmpty(); ++user) {
        if (asked.contains(user))
            continue;
        if (const auto found = spellings.find(folded(names, user)); found != spellings.end())
            found->push_back(user);
    }
    for (std::vector<quint32> &group : spellings) {
        if (group.size() < 2)
            continue;
        std::ranges::sort(group,
                          [&names](quint32 left, quint32 right) { return names.utf8(left) < names.utf8(right); });
        for (const quint32 user : group)
            m_standsFor.insert(user, group.back());
        m_groups.push_back(std::move(group));
    }
}

void UserSpellings::addTo(IdSet &users) const
{
    for (const std::vector<quint32> &group : m_groups) {
        const auto isAsked = [&users](quint32 user) { return users.contains(user); };
        if (std::ranges::none_of(group, isAsked))
            continue;
        for (const quint32 user : group)
            users.insert(user);
    }
}

} // namespace evident
