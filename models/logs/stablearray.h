#pragma once

#include <QtGlobal>

#include <array>
#include <atomic>
#include <bit>
#include <memory>

namespace evident {

/// An array that grows without moving what it holds: segments that double in size. One writer; readers need no lock on
/// elements that they learned of by an acquiring load.
template <typename T, int FirstBits = 6>
class StableArray
{
public:
    StableArray() = default;
    StableArray(const StableArray &) = delete;
    StableArray &operator=(const StableArray &) = delete;
    ~StableArray()
    {
        for (std::atomic<T *> &segment : m_segments)
            delete[] segment.load(std::memory_order_relaxed);
    }

    const T &at(quint32 index) const noexcept
    {
        return m_segments[segmentOf(index)].load(std::memory_order_acquire)[index - beginOf(segmentOf(index))];
    }
    /// Writer only: the element, with its segment made when it is the first in it.
    T &make(quint32 index)
    {
        const size_t segment = segmentOf(index);
        T *elements = m_segments[segment].load(std::memory_order_relaxed);
        if (!elements) {
            const size_t count = segment == 0 ? size_t(1) << FirstBits : beginOf(segment);
            elements = new T[count]{};
            m_memory.fetch_add(qint64(count * sizeof(T)), std::memory_order_relaxed);
            m_segments[segment].store(elements, std::memory_order_release);
        }
        return elements[index - beginOf(segment)];
    }
    qint64 memory() const noexcept { return m_memory.load(std::memory_order_relaxed); }

private:
    static size_t segmentOf(quint32 index) noexcept { return size_t(std::bit_width(index >> FirstBits)); }
    static size_t beginOf(size_t segment) noexcept { return segment == 0 ? 0 : size_t(1) << (FirstBits + segment - 1); }

    std::array<std::atomic<T *>, 33 - FirstBits> m_segments{};
    std::atomic<qint64> m_memory = 0;
};

} // namespace evident
