#pragma once

#include <QtGlobal>

#include <limits>
#include <span>
#include <vector>

namespace evident {

/// A set of dictionary ids or shapes, that answers for many at once. A value.
class IdSet
{
public:
    enum class Holds { None, Some /* or it would take long to tell */, All };

    void insert(quint32 id);
    void insert(const IdSet &other);
    bool contains(quint32 id) const noexcept { return id < m_flags.size() && m_flags[id] != 0; }
    /// How many of the ids from `least` to `most`, both included, are in the set.
    Holds holds(quint32 least, quint32 most) const noexcept;
    /// Sets each mark to 1 where the id is in the set, else to 0.
    void mark(std::span<const quint32> ids, std::span<quint8> marks) const noexcept;

private:
    bool isOneRun() const noexcept { return m_count == m_most - m_least + 1; }

    std::vector<quint8> m_flags; ///< by id; the last stands for every id behind it, and is 0
    quint32 m_count = 0;
    quint32 m_least = std::numeric_limits<quint32>::max();
    quint32 m_most = 0;
};

} // namespace evident
