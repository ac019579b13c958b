#pragma once

#include "columns.h"

#include <algorithm>
#include <thread>
#include <vector>

namespace evident {

/// Into how many stretches to part `count` rows, one for each processor but none smaller than `smallest`. At least one.
inline Row partsOf(Row count, Row smallest)
{
    static const Row processors = std::max<Row>(1, std::thread::hardware_concurrency());
    return std::clamp<Row>(count / smallest, 1, processors);
}

/// Calls work(part, first, last) for stretches that together are the rows from `first` up to (not with) `last`, at the
/// same time, one of them on the calling thread. They meet at chunks' borders. Returns when all are done.
template <typename Work>
void forParts(Row first, Row last, Row parts, const Work &work)
{
    const auto border = [=](Row part) {
        const Row row = first + Row(quint64(last - first) * part / parts);
        return part == parts ? last : std::max(first, row - row % Columns::chunkRows);
    };
    std::vector<std::jthread> threads;
    threads.reserve(parts - 1);
    for (Row part = 1; part < parts; ++part)
        threads.emplace_back([&work, part, from = border(part), to = border(part + 1)] { work(part, from, to); });
    work(Row(0), first, border(1));
}

} // namespace evident
