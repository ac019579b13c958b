#include "incidents.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

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

/// How many there usually are before each occurrence.
class Usual
{
public:
    Usual(std::span<const Occurrence> occurrences, const WindowThreshold &threshold)
        : m_threshold(threshold)
    {
        if (threshold.timesUsual == 0)
            return;
        m_before.reserve(occurrences.size());
        std::unordered_map<quint64, qint64> windows; // that a value was last in
        double before = 0;
        for (const Occurrence &occurrence : occurrences) {
            m_before.push_back(before);
            const qint64 window = occurrence.time / threshold.window;
            const auto [known, isNew] = windows.try_emplace(occurrence.value, window);
            if (isNew || known->second != window)
                ++before;
            known->second = window;
        }
    }

    /// Whether so many are enough to begin with.
    bool isEnough(size_t first, qint64 begin, int distinct) const
    {
        if (m_before.empty())
            return true;
        const auto window = double(m_threshold.window);
        const double length = std::max(double(begin) - double(m_threshold.logBegin), window);
        return distinct * length >= m_threshold.timesUsual * m_before[first] * window;
    }

private:
    const WindowThreshold &m_threshold;
    std::vector<double> m_before; ///< of each occurrence: those before it, a value once a window
};

/// When there were enough to begin with.
qint64 reachedAt(std::span<const Occurrence> occurrences, size_t first, const WindowThreshold &threshold,
                 const Usual &usual)
{
    std::unordered_set<quint64> values;
    for (size_t i = first;; ++i) {
        values.insert(occurrences[i].value);
        const int distinct = int(values.size());
        if (distinct >= threshold.threshold && usual.isEnough(first, occurrences[first].time, distinct))
            return occurrences[i].time;
    }
}

} // namespace

std::vector<Incident> incidentsOf(std::span<const Occurrence> occurrences, const WindowThreshold &threshold)
{
    std::vector<Incident> incidents;
    if (occurrences.size() < size_t(threshold.threshold))
        return incidents;
    DistinctWindow window(occurrences);
    const Usual usual(occurrences, threshold);
    size_t unless = 0;
    for (; window.begin() < occurrences.size(); window.dropFirst()) {
        const qint64 begin = occurrences[window.begin()].time;
        const qint64 reach = reachOf(begin, threshold, unless);
        while (window.end() < occurrences.size() && occurrences[window.end()].time <= reach)
            window.takeNext();
        if (window.distinct() < threshold.threshold)
            continue;
        const size_t last = window.end() - 1;
        if (!incidents.empty() && begin - occurrences[incidents.back().last].time <= threshold.window)
            incidents.back().last = std::max(incidents.back().last, last);
        else if (usual.isEnough(window.begin(), begin, window.distinct()))
            incidents.push_back({window.begin(), last, reachedAt(occurrences, window.begin(), threshold, usual)});
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
