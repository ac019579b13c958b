#pragma once

#include "source.h"

#include <QByteArray>

#include <list>
#include <mutex>

namespace evident {

/// Reads small stretches of a source through the blocks that were used last: what a screen shows lies close together.
/// Any thread.
class BlockCache
{
public:
    static constexpr qint64 blockSize = 128 * 1024;
    static constexpr size_t maxBlocks = 32;

    explicit BlockCache(const Source &source);

    /// Exactly `size` bytes from `position`. When the source does not have them any more, the bytes it has.
    Result<QByteArray> read(qint64 position, qint64 size);
    /// What was read so far may not be what the source has now.
    void forget();

private:
    struct Entry
    {
        qint64 number = 0;
        QByteArray bytes;
    };

    Result<QByteArray> block(qint64 number, qint64 atLeast);

    const Source &m_source;
    std::mutex m_mutex;
    std::list<Entry> m_entries; ///< the last used first
    quint64 m_forgotten = 0; ///< times
};

} // namespace evident
