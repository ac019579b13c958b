#include "blockcache.h"

#include <algorithm>

namespace evident {

BlockCache::BlockCache(const Source &source)
    : m_source(source)
{ }

Result<QByteArray> BlockCache::read(qint64 position, qint64 size)
{
    // What fills several blocks would only drive others out.
    if (size > 2 * blockSize)
        return readBytes(m_source, position, size);
    QByteArray bytes;
    while (bytes.size() < size) {
        const qint64 at = position + bytes.size();
        const qint64 begin = at % blockSize;
        const qint64 wanted = std::min(size - bytes.size(), blockSize - begin);
        const Result<QByteArray> found = block(at / blockSize, begin + wanted);
        if (!found)
            return found.error();
        if (found.value().size() < begin + wanted)
            return bytes + found.value().mid(begin);
        bytes += QByteArrayView(found.value()).sliced(begin, wanted);
    }
    return bytes;
}

void BlockCache::forget()
{
    const std::lock_guard lock(m_mutex);
    m_entries.clear();
    ++m_forgotten;
}

/// The block, from memory if it is there with `atLeast` bytes: the last one may have grown since.
Result<QByteArray> BlockCache::block(qint64 number, qint64 atLeast)
{
    const auto isIt = [number](const Entry &entry) { return entry.number == number; };
    quint64 forgotten = 0;
    {
        const std::lock_guard lock(m_mutex);
        forgotten = m_forgotten;
        const auto entry = std::ranges::find_if(m_entries, isIt);
        if (entry != m_entries.end() && entry->bytes.size() >= atLeast) {
            m_entries.splice(m_entries.begin(), m_entries, entry);
            return entry->bytes;
        }
    }
    // Not under the lock: a slow disk must not keep others from what is in memory.
    Result<QByteArray> bytes = readBytes(m_source, number * blockSize, blockSize);
    if (!bytes)
        return bytes;
    const std::lock_guard lock(m_mutex);
    if (forgotten != m_forgotten)
        return bytes;
    std::erase_if(m_entries, isIt);
    m_entries.push_front({number, bytes.value()});
    if (m_entries.size() > maxBlocks)
        m_entries.pop_back();
    return bytes;
}

} // namespace evident
