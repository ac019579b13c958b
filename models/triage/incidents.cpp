#include "incidents.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace evident {

namespace {

/// How many different values a window has that moves from left to right.
class DistinctWindow
{
public:
    explicit DistinctWindow(std::span<const Occurrence> occurrences)
        : m_previous(occurrences.size(), nowhere),
          m_next(occurrences.size(), nowhere)
    {
        std::vector<size_t> order(occurrences.size());
        std::iota(order.begin(), order.end(), size_t(0));
        std::ranges::sort(order, [&](size_t left, size_t right) {
            const quint64 leftValue = occurrences[left].value;
            const quint64 rightValue = occurrences[right].value;
            return leftValue != rightValue ? leftValue < rightValue : left < right;
        });
        for (size_t i = 1; i < order.size(); ++i) {
            if (occurrences[order[i]].value == occurrences[order[i - 1]].value) {
                m_previous[order[i]] = order[i - 1];
                m_next[order[i - 1]] = order[i];
            }
        }
    }

    size_t begin() const { return m_begin; }
    size_t end() const { return m_end; }
    int distinct() const { return m_distinct; }

    void takeNext()
    {
        if (const size_t previous = m_previous[m_end]; previous == nowhere || previous < m_begin)
            ++m_distinct;
        ++m_end;
    }
    void dropFirst()
    {
        if (m_begin == m_end) {
            ++m_end; // an empty window steps over it
        } else if (const size_t next = m_next[m_begin]; next == nowhere || next >= m_end) {
            --m_distinct;
        }
        ++m_begin;
    }

private:
    static constexpr size_t nowhere = std::numeric_limits<size_t>::max();

    std::vector<size_t> m_previous; ///< with the same value
    std::vector<size_t> m_next;
    size_t m_begin = 0;
    size_t m_end = 0; ///< not included
    int m_distinct = 0;
};

/// Up to when, included, a window may reach that begins at `time`; rises with it.
qint64 reachOf(qint64 time, const WindowThreshold &threshold, size_t &unless)
{
    const qint64 reach = time + threshold.window;
    while (unless < threshold.unless.size() && threshold.unless[unless] < time)
        ++unless;
    if (unless == threshold.unless.size())
        return reach;
    return std::min(reach, threshold.unless[unless] - threshold.unlessWindow);
}

} // namespace

std::vector<Incident> incidentsOf(std::span<const Occurrence> occurrences, const WindowThreshold &threshold)
{
    std::vector<Incident> incidents;
    if (occurrences.size() < size_t(threshold.threshold))
        return incidents;
    DistinctWindow window(occurrences);
    size_t unless = 0;
    qint64 reached = 0;
    for (; window.begin() < occurrences.size(); window.dropFirst()) {
        const qint64 begin = occurrences[window.begin()].time;
        const qint64 reach = reachOf(begin, threshold, unless);
        while (window.end() < occurrences.size() && occurrences[window.end()].time <= reach) {
            const int before = window.distinct();
            const qint64 time = occurrences[window.end()].time;
            window.takeNext();
            if (before < threshold.threshold && window.distinct() == threshold.threshold)
                reached = time;
        }
        if (window.distinct() < threshold.threshold)
            continue;
        const size_t last = window.end() - 1;
        if (!incidents.empty() && begin - occurrences[incidents.back().last].time <= threshold.window)
            incidents.back().last = std::max(incidents.back().last, last);
        else
            incidents.push_back({window.begin(), last, reached});
    }
    return incidents;
}

qint64 distinctValues(std::span<const Occurrence> occurrences)
{
    std::vector<quint64> values;
    values.reserve(occurrences.size());
    for (const Occurrence &occurrence : occurrences)
        values.push_back(occurrence.value);
    std::ranges::sort(values);
    return qint64(std::unique(values.begin(), values.end()) - values.begin());
}

} // namespace evident
