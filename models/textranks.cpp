#include "textranks.h"

#include "rowparts.h"

#include <QCollator>

#include <algorithm>
#include <numeric>
#include <span>

namespace evident {

namespace {

// What is worth a thread of its own, and what is done between two looks at the stop.
constexpr quint32 smallestPart = 8192;
constexpr size_t textsBetweenStops = 2048;

using Keys = std::vector<QCollatorSortKey>;

/// Sets `empty` by id.
Keys keysOf(quint32 parts, const std::function<QString(quint32)> &textOf, std::vector<quint8> &empty,
            const std::stop_token &stop)
{
    const auto count = quint32(empty.size());
    std::vector<Keys> keysBy(parts);
    forParts(0, count, parts, [&](Row part, Row first, Row last) {
        QCollator collator;
        collator.setNumericMode(true);
        Keys &keys = keysBy[part];
        keys.reserve(last - first);
        for (quint32 id = first; id < last; ++id) {
            if (id % textsBetweenStops == 0 && stop.stop_requested())
                return;
            const QString text = textOf(id);
            empty[id] = quint8(text.isEmpty());
            keys.push_back(collator.sortKey(text));
        }
    });
    Keys keys = std::move(keysBy.front());
    keys.reserve(count);
    for (quint32 part = 1; part < parts; ++part)
        std::ranges::move(keysBy[part], std::back_inserter(keys));
    return keys;
}

class KeyOrder
{
public:
    KeyOrder(const Keys &keys, std::stop_token stop)
        : m_keys(keys),
          m_stop(std::move(stop))
    { }

    bool operator()(quint32 left, quint32 right) const { return m_keys[left] < m_keys[right]; }
    bool stopped() const { return m_stop.stop_requested(); }

    /// Sorts small runs and joins them, so that a stop is soon seen.
    void sort(std::span<quint32> ids) const
    {
        for (size_t begin = 0; begin < ids.size() && !stopped(); begin += textsBetweenStops)
            std::ranges::sort(ids.subspan(begin, std::min(textsBetweenStops, ids.size() - begin)), *this);
        std::vector<quint32> buffer(ids.size());
        for (size_t run = textsBetweenStops; run < ids.size() && !stopped(); run *= 2) {
            for (size_t begin = 0; begin + run < ids.size(); begin += 2 * run)
                join(ids.subspan(begin, std::min(2 * run, ids.size() - begin)), run, buffer);
        }
    }
    /// Joins two sorted runs, of which the second begins at `middle`.
    void join(std::span<quint32> ids, size_t middle, std::vector<quint32> &buffer) const
    {
        std::ranges::copy(ids.first(middle), buffer.begin());
        size_t left = 0;
        size_t right = middle;
        for (size_t to = 0; left < middle && right < ids.size(); ++to) {
            if (to % textsBetweenStops == 0 && stopped())
                return;
            ids[to] = (*this)(ids[right], buffer[left]) ? ids[right++] : buffer[left++];
        }
        std::copy_n(buffer.begin() + qsizetype(left), middle - left, ids.begin() + qsizetype(right - (middle - left)));
    }

private:
    const Keys &m_keys;
    const std::stop_token m_stop;
};

} // namespace

std::vector<quint32> textRanks(quint32 count, const std::function<QString(quint32)> &textOf,
                               const std::stop_token &stop)
{
    std::vector<quint32> ranks(size_t(count) + 1, count);
    const quint32 parts = partsOf(count, smallestPart);
    std::vector<quint8> empty(count);
    const Keys keys = keysOf(parts, textOf, empty, stop);
    if (stop.stop_requested() || count == 0)
        return ranks;
    std::vector<quint32> order(count);
    std::iota(order.begin(), order.end(), 0U);
    const KeyOrder byKey(keys, stop);
    std::vector<size_t> ends(parts);
    forParts(0, count, parts, [&](Row part, Row first, Row last) {
        byKey.sort(std::span(order).subspan(first, last - first));
        ends[part] = last;
    });
    std::vector<quint32> buffer(count);
    for (quint32 part = 1; part < parts; ++part)
        byKey.join(std::span(order).first(ends[part]), ends[part - 1], buffer);
    if (stop.stop_requested())
        return ranks;
    quint32 rank = 0;
    for (size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && byKey(order[i - 1], order[i]))
            ++rank;
        ranks[order[i]] = empty[order[i]] != 0 ? count : rank;
    }
    return ranks;
}

} // namespace evident
