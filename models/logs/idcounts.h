#pragma once

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <vector>

namespace evident {

/// How often each id was seen, by id.
using IdCounts = std::vector<quint32>;

/// Between what ids lie, both included.
struct IdBounds
{
    quint32 least = std::numeric_limits<quint32>::max();
    quint32 most = 0;
};

/// A plain loop: std::ranges::minmax() compares in pairs, which no compiler makes wide.
inline IdBounds boundsOf(std::span<const quint32> ids)
{
    IdBounds bounds;
    for (const quint32 id : ids) {
        bounds.least = std::min(bounds.least, id);
        bounds.most = std::max(bounds.most, id);
    }
    return bounds;
}

/// Makes room for the id.
inline void makeRoom(IdCounts &counts, quint32 id)
{
    if (id >= counts.size())
        counts.resize(std::max<size_t>(size_t(id) + 1, counts.size() * 2), 0);
}

/// Keys below this are counted in a table that stays in the processor's nearest cache.
inline constexpr quint32 smallTable = 1024;

/// Counts the keys keyAt(0) to keyAt(size - 1), all below `length`, which is at most smallTable, and calls
/// add(key, count) for those that there are.
template <typename KeyAt, typename Add>
void countSmall(size_t size, quint32 length, const KeyAt &keyAt, const Add &add)
{
    // So many tables are filled in turn: equal keys in a row would wait for each other's count.
    constexpr size_t tables = 4;
    std::array<quint32, tables * smallTable> counts; // NOLINT(cppcoreguidelines-pro-type-member-init): below
    std::fill_n(counts.begin(), tables * length, 0U);
    quint32 *const second = counts.data() + length;
    quint32 *const third = second + length;
    quint32 *const fourth = third + length;
    size_t i = 0;
    for (; i + tables <= size; i += tables) {
        ++counts[keyAt(i)];
        ++second[keyAt(i + 1)];
        ++third[keyAt(i + 2)];
        ++fourth[keyAt(i + 3)];
    }
    for (; i < size; ++i)
        ++counts[keyAt(i)];
    for (quint32 key = 0; key < length; ++key) {
        if (const quint32 sum = counts[key] + second[key] + third[key] + fourth[key]; sum > 0)
            add(key, sum);
    }
}

/// Adds the ids base + keyAt(0) to base + keyAt(size - 1), none of which is above base + most.
template <typename KeyAt>
void addIds(IdCounts &counts, size_t size, quint32 base, quint32 most, const KeyAt &keyAt)
{
    makeRoom(counts, base + most);
    quint32 *const from = counts.data() + base;
    if (most == 0) {
        *from += quint32(size);
    } else if (most < smallTable) {
        countSmall(size, most + 1, keyAt, [from](quint32 key, quint32 count) { from[key] += count; });
    } else {
        for (size_t i = 0; i < size; ++i)
            ++from[keyAt(i)];
    }
}

inline void addIds(IdCounts &counts, std::span<const quint32> ids)
{
    if (ids.empty())
        return;
    const auto [least, most] = boundsOf(ids);
    addIds(counts, ids.size(), least, most - least, [&, base = least](size_t i) { return ids[i] - base; });
}

} // namespace evident
