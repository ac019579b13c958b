#include "rowselection.h"

#include <algorithm>

namespace evident {

bool RowSelection::contains(int row) const
{
    const auto after = std::upper_bound(m_ranges.cbegin(), m_ranges.cend(), row,
                                        [](int value, const RowRange &range) { return value < range.first; });
    return after != m_ranges.cbegin() && std::prev(after)->last >= row;
}

qint64 RowSelection::count() const
{
    qint64 rows = 0;
    for (const RowRange &range : m_ranges)
        rows += qint64(range.last) - range.first + 1;
    return rows;
}

void RowSelection::set(int from, int to)
{
    m_ranges = {RowRange{std::min(from, to), std::max(from, to)}};
}

void RowSelection::add(int from, int to)
{
    RowRange added{std::min(from, to), std::max(from, to)};
    QList<RowRange> ranges;
    ranges.reserve(m_ranges.size() + 1);
    auto it = m_ranges.cbegin();
    for (; it != m_ranges.cend() && qint64(it->last) + 1 < added.first; ++it)
        ranges.append(*it);
    for (; it != m_ranges.cend() && it->first <= qint64(added.last) + 1; ++it)
        added = {std::min(added.first, it->first), std::max(added.last, it->last)};
    ranges.append(added);
    std::copy(it, m_ranges.cend(), std::back_inserter(ranges));
    m_ranges = ranges;
}

void RowSelection::remove(int from, int to)
{
    const RowRange removed{std::min(from, to), std::max(from, to)};
    QList<RowRange> ranges;
    for (const RowRange &range : std::as_const(m_ranges)) {
        if (range.last < removed.first || range.first > removed.last) {
            ranges.append(range);
            continue;
        }
        if (range.first < removed.first)
            ranges.append({range.first, removed.first - 1});
        if (range.last > removed.last)
            ranges.append({removed.last + 1, range.last});
    }
    m_ranges = ranges;
}

void RowSelection::toggle(int row)
{
    if (contains(row))
        remove(row, row);
    else
        add(row, row);
}

void RowSelection::rowsInserted(int row, int count)
{
    QList<RowRange> ranges;
    for (const RowRange &range : std::as_const(m_ranges)) {
        if (range.last < row) {
            ranges.append(range);
        } else if (range.first >= row) {
            ranges.append({range.first + count, range.last + count});
        } else {
            ranges.append({range.first, row - 1});
            ranges.append({row + count, range.last + count});
        }
    }
    m_ranges = ranges;
}

void RowSelection::rowsRemoved(int first, int last)
{
    remove(first, last);
    const int count = last - first + 1;
    const QList<RowRange> kept = std::exchange(m_ranges, {});
    // Runs on both sides of the gap may touch now.
    for (const RowRange &range : kept) {
        if (range.first > last)
            add(range.first - count, range.last - count);
        else
            add(range.first, range.last);
    }
}

} // namespace evident
