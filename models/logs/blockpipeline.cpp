#include "blockpipeline.h"

namespace evident {

BlockPipeline::BlockPipeline(size_t blocks, qint64 maxBytes)
    : m_maxBytes(maxBytes)
{
    for (size_t block = 0; block < blocks; ++block) {
        m_blocks.push_back(std::make_unique<Block>());
        m_free.push_back(m_blocks.back().get());
    }
}

Block *BlockPipeline::takeFree(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    const bool ready = m_freed.wait(
        lock, stop, [this] { return !m_free.empty() && (m_bytes < m_maxBytes || m_free.size() == m_blocks.size()); });
    if (!ready || stop.stop_requested() || m_readAll)
        return nullptr;
    Block *block = m_free.back();
    m_free.pop_back();
    return block;
}

void BlockPipeline::wasRead(const Block *block)
{
    const std::lock_guard lock(m_mutex);
    m_bytes += block->bytes.size();
    ++m_read;
}

void BlockPipeline::endReading()
{
    const std::lock_guard lock(m_mutex);
    m_readAll = true;
    m_parsedOrEnded.notify_one();
}

void BlockPipeline::toPublish(Block *block)
{
    const std::lock_guard lock(m_mutex);
    m_parsed.emplace(block->sequence, block);
    m_parsedOrEnded.notify_one();
}

Block *BlockPipeline::takeToPublish(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_parsedOrEnded.wait(lock, stop,
                         [this] { return m_parsed.contains(m_published) || (m_readAll && m_published == m_read); });
    const auto next = m_parsed.find(m_published);
    if (stop.stop_requested() || next == m_parsed.end())
        return nullptr;
    Block *block = next->second;
    m_parsed.erase(next);
    ++m_published;
    return block;
}

void BlockPipeline::giveBack(Block *block)
{
    const std::lock_guard lock(m_mutex);
    m_bytes -= block->bytes.size();
    m_free.push_back(block);
    m_freed.notify_one();
}

} // namespace evident
