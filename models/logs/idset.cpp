#include "idset.h"

#include <algorithm>

namespace evident {

void IdSet::insert(quint32 id)
{
    if (contains(id))
        return;
    if (size_t(id) + 2 > m_flags.size())
        m_flags.resize(size_t(id) + 2);
    m_flags[id] = 1;
    ++m_count;
    m_least = std::min(m_least, id);
    m_most = std::max(m_most, id);
}

void IdSet::insert(const IdSet &other)
{
    for (quint32 id = other.m_least; other.m_count > 0 && id <= other.m_most; ++id) {
        if (other.contains(id))
            insert(id);
    }
}

IdSet::Holds IdSet::holds(quint32 least, quint32 most) const noexcept
{
    constexpr quint32 longestLook = 256;
    if (m_count == 0 || most < m_least || least > m_most)
        return Holds::None;
    const bool inside = least >= m_least && most <= m_most;
    if (inside && isOneRun())
        return Holds::All;
    const quint32 from = std::max(least, m_least);
    const quint32 to = std::min(most, m_most);
    if (to - from >= longestLook)
        return Holds::Some;
    const auto begin = m_flags.begin() + from;
    const auto end = m_flags.begin() + to + 1;
    const auto count = std::count(begin, end, quint8(1));
    if (count == 0)
        return Holds::None;
    return inside && count == end - begin ? Holds::All : Holds::Some;
}

void IdSet::mark(std::span<const quint32> ids, std::span<quint8> marks) const noexcept
{
    if (m_count == 0) {
        std::ranges::fill(marks, quint8(0));
    } else if (isOneRun()) {
        const quint32 least = m_least;
        const quint32 length = m_count;
        for (size_t i = 0; i < ids.size(); ++i)
            marks[i] = quint8(ids[i] - least < length);
    } else {
        const quint8 *flags = m_flags.data();
        const quint32 behind = quint32(m_flags.size() - 1);
        for (size_t i = 0; i < ids.size(); ++i)
            marks[i] = flags[std::min(ids[i], behind)];
    }
}

} // namespace evident
