#pragma once

#include <QList>

namespace evident {

/// Rows `first` to `last`, both included.
struct RowRange
{
    int first = 0;
    int last = 0;

    bool operator==(const RowRange &) const = default;
};

/// A set of rows that costs what its runs cost, not what its rows do: all rows of a huge table are one run.
class RowSelection
{
public:
    bool contains(int row) const;
    bool isEmpty() const noexcept { return m_ranges.isEmpty(); }
    qint64 count() const;
    /// Ascending, apart from each other by at least one row.
    const QList<RowRange> &ranges() const noexcept { return m_ranges; }

    void clear() { m_ranges.clear(); }
    void set(int from, int to); ///< only these; either end may be the smaller
    void add(int from, int to);
    void remove(int from, int to);
    void toggle(int row);

    /// The table got rows before `row`, or lost some: the same records stay selected.
    void rowsInserted(int row, int count);
    void rowsRemoved(int first, int last);

    bool operator==(const RowSelection &) const = default;

private:
    QList<RowRange> m_ranges;
};

} // namespace evident
