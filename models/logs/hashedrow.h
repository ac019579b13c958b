#pragma once

#include "columns.h"

#include <span>

namespace evident {

/// A row and a hash of it: the hash in the high half, the row in the low one. Sorted, equal hashes stand together in
/// the order of the rows.
using HashedRow = quint64;

inline HashedRow hashedRow(Row row, quint32 hash) noexcept
{
    return quint64(hash) << 32 | row;
}

inline quint32 hashOf(HashedRow row) noexcept
{
    return quint32(row >> 32);
}

inline Row rowOf(HashedRow row) noexcept
{
    return Row(row);
}

/// Calls visit(span of rows with the same hash) where there are several; they are sorted.
template <typename Visit>
void visitSameHash(std::span<const HashedRow> rows, const Visit &visit)
{
    for (size_t first = 0; first < rows.size();) {
        size_t end = first + 1;
        while (end < rows.size() && hashOf(rows[end]) == hashOf(rows[first]))
            ++end;
        if (end - first > 1)
            visit(rows.subspan(first, end - first));
        first = end;
    }
}

} // namespace evident
