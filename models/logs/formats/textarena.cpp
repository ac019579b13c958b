#include "textarena.h"

#include <algorithm>

namespace evident {

char *TextArena::allocate(std::size_t size)
{
    while (m_current < m_chunks.size()) {
        Chunk &chunk = m_chunks[m_current];
        if (chunk.size - m_used >= size) {
            char *bytes = chunk.bytes.get() + m_used;
            m_used += size;
            return bytes;
        }
        ++m_current;
        m_used = 0;
    }
    const std::size_t newSize = std::max(size, chunkSize);
    m_chunks.push_back({std::unique_ptr<char[]>(new char[newSize]), newSize});
    m_current = m_chunks.size() - 1;
    m_used = size;
    return m_chunks.back().bytes.get();
}

void TextArena::shrinkLast(std::size_t allocated, std::size_t used)
{
    m_used -= allocated - used;
}

void TextArena::clear()
{
    // A giant record's chunk is not kept for ever.
    std::erase_if(m_chunks, [](const Chunk &chunk) { return chunk.size > chunkSize; });
    m_current = 0;
    m_used = 0;
}

} // namespace evident
