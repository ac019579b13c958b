#pragma once

#include "dictionary.h"
#include "idset.h"

#include <QHash>

#include <span>
#include <vector>

namespace evident {

/// Which names of a log are one user's: those that differ by case alone, as they do for a query.
class UserSpellings
{
public:
    /// Of these users, and of all other spellings of their names.
    UserSpellings(const Dictionary &names, std::span<const quint32> users);

    /// The id that stands for all spellings of a name, whatever the order in which the log has them.
    quint32 of(quint32 user) const { return m_standsFor.value(user, user); }
    /// Takes in all other spellings of the users that the set has.
    void addTo(IdSet &users) const;

private:
    QHash<quint32, quint32> m_standsFor; ///< of names with several spellings
    std::vector<std::vector<quint32>> m_groups; ///< of such, by text
};

} // namespace evident
