#include "contextrows.h"

#include <algorithm>

namespace evident {

std::vector<Row> withContext(const Log &log, std::span<const Row> rows, int lines, Row end)
{
    std::vector<Row> shown;
    shown.reserve(rows.size());
    const Row around = Row(std::max(lines, 0));
    for (const Row row : rows) {
        const size_t part = log.partOf(row);
        // From behind what is there already.
        Row first = row - std::min(row, around);
        if (!shown.empty())
            first = std::max(first, shown.back() + 1);
        const Row last = row + std::min(end - 1 - row, around);
        for (Row next = first; next <= last; ++next) {
            if (next == row || log.partOf(next) == part)
                shown.push_back(next);
        }
    }
    return shown;
}

ShownRows::ShownRows(RowSet rows, std::span<const Row> matches, Row end)
    : m_rows(std::move(rows))
{
    std::vector<bool> isMatch(end);
    for (const Row row : matches)
        isMatch[row] = true;
    m_isMatch = std::make_shared<const std::vector<bool>>(std::move(isMatch));
}

} // namespace evident
