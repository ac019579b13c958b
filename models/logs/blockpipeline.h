#pragma once

#include "blockreader.h"

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <vector>

namespace evident {

/// Where blocks wait between the threads that read and parse them and the one that publishes. There are a fixed number
/// of blocks, used again and again: that bounds the memory. Every wait ends at once when `stop` is asked for, with
/// none.
class BlockPipeline
{
public:
    BlockPipeline(size_t blocks, qint64 maxBytes);

    // Of a worker, that reads while no other one does.
    Block *takeFree(const std::stop_token &stop); ///< none at the end
    void wasRead(const Block *block);
    void endReading(); ///< no block comes after those that were read

    void toPublish(Block *block); ///< of a worker, that parsed it

    // Of the publisher. The blocks in their order; none at the end.
    Block *takeToPublish(const std::stop_token &stop);
    void giveBack(Block *block);

private:
    std::vector<std::unique_ptr<Block>> m_blocks;
    const qint64 m_maxBytes;
    std::mutex m_mutex;
    std::condition_variable_any m_freed;
    std::condition_variable_any m_parsedOrEnded;
    std::vector<Block *> m_free;
    std::map<quint64, Block *> m_parsed; ///< by sequence
    qint64 m_bytes = 0; ///< in blocks that were read and are not free
    quint64 m_read = 0; ///< blocks
    quint64 m_published = 0; ///< blocks that were taken to be published
    bool m_readAll = false;
};

} // namespace evident
