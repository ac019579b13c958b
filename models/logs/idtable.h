#pragma once

#include <QtGlobal>

#include <optional>
#include <vector>

namespace evident {

/// From hashes to ids, open addressing. Who has the ids decides what is equal. One thread.
class IdTable
{
public:
    template <typename Equal>
    std::optional<quint32> find(size_t hash, Equal &&equal) const
    {
        if (m_slots.empty())
            return {};
        for (size_t index = hash & mask();; index = (index + 1) & mask()) {
            const Slot &slot = m_slots[index];
            if (slot.next == 0)
                return {};
            if (slot.hash == quint32(hash) && equal(slot.next - 1))
                return slot.next - 1;
        }
    }

    void insert(size_t hash, quint32 id)
    {
        if ((m_count + 1) * 4 > m_slots.size() * 3)
            grow();
        ++m_count;
        place({quint32(hash), id + 1});
    }

    /// Keeps its memory.
    void clear()
    {
        if (m_count > 0)
            m_slots.assign(m_slots.size(), {});
        m_count = 0;
    }

    qint64 memory() const noexcept { return qint64(m_slots.capacity() * sizeof(Slot)); }

private:
    struct Slot
    {
        quint32 hash = 0;
        quint32 next = 0; ///< the id and 1; 0 is free
    };

    size_t mask() const { return m_slots.size() - 1; }
    void place(Slot slot)
    {
        size_t index = slot.hash & mask();
        while (m_slots[index].next != 0)
            index = (index + 1) & mask();
        m_slots[index] = slot;
    }
    void grow()
    {
        std::vector<Slot> old(m_slots.empty() ? 64 : m_slots.size() * 2);
        old.swap(m_slots);
        for (const Slot &slot : old) {
            if (slot.next != 0)
                place(slot);
        }
    }

    std::vector<Slot> m_slots;
    size_t m_count = 0;
};

} // namespace evident
