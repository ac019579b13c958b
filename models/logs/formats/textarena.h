#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace evident {

/// Memory for the texts of one block of records that cannot be shown where they stand. What was given out stays where
/// it is until clear(), which keeps the memory for the next block.
class TextArena
{
public:
    char *allocate(std::size_t size);
    /// Gives back the end of the last allocation, of which only `used` bytes are kept.
    void shrinkLast(std::size_t allocated, std::size_t used);
    void clear();

private:
    struct Chunk
    {
        std::unique_ptr<char[]> bytes;
        std::size_t size = 0;
    };
    static constexpr std::size_t chunkSize = 256 * 1024;

    std::vector<Chunk> m_chunks;
    std::size_t m_current = 0;
    std::size_t m_used = 0; ///< bytes of the current chunk
};

} // namespace evident
