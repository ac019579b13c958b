#pragma once

#include <QtGlobal>

#include <atomic>
#include <bit>
#include <vector>

namespace evident {

/// Tells whether a record was seen before, by a hash of it: four bytes a record. Any number of threads. Of two records
/// in some thousand millions it may hold one for the other.
class DistinctRecords
{
public:
    explicit DistinctRecords(quint64 most) ///< how many records are asked for, at the most
        : m_tags(std::bit_ceil(most + most / 2 + spare))
    { }

    bool insert(quint64 hash) noexcept ///< false: it is there already
    {
        const quint64 mask = m_tags.size() - 1;
        const quint32 tag = quint32(hash >> 32U) | 1U;
        for (quint64 slot = hash & mask;; slot = (slot + 1) & mask) {
            quint32 there = m_tags[slot].load(std::memory_order_relaxed);
            if (there == 0 && m_tags[slot].compare_exchange_strong(there, tag, std::memory_order_relaxed))
                return true;
            if (there == tag)
                return false;
        }
    }

private:
    static constexpr quint64 spare = 64; ///< a full table would be searched for ever

    std::vector<std::atomic<quint32>> m_tags; ///< 0 is free
};

} // namespace evident
