#pragma once

#include "blockreader.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <vector>

namespace evident {

/// Where blocks wait between the thread that reads, those that parse and the one that publishes. There are a fixed
/// number of blocks, used again and again: that bounds the memory. Every wait ends at once when `stop` is asked for,
/// with none.
class BlockPipeline
{
public:
    BlockPipeline(size_t blocks, qint64 maxBytes);

    // Of the reader.
    Block *takeFree(const std::stop_token &stop);
    void toParse(Block *block);
    void endReading(); ///< no block comes after those handed on

    // Of a parser. None at the end.
    Block *takeToParse(const std::stop_token &stop);
    void toPublish(Block *block);

    // Of the publisher. The blocks in their order; none at the end.
    Block *takeToPublish(const std::stop_token &stop);
    void giveBack(Block *block);

private:
    std::vector<std::unique_ptr<Block>> m_blocks;
    const qint64 m_maxBytes;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::vector<Block *> m_free;
    std::deque<Block *> m_toParse;
    std::map<quint64, Block *> m_parsed; ///< by sequence
    qint64 m_bytes = 0; ///< in blocks that are not free
    quint64 m_read = 0; ///< blocks
    quint64 m_published = 0; ///< blocks that were taken to be published
    bool m_readAll = false;
};

} // namespace evident
