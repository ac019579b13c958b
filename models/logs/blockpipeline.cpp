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
    const bool ready = m_changed.wait(
        lock, stop, [this] { return !m_free.empty() && (m_bytes < m_maxBytes || m_free.size() == m_blocks.size()); });
    if (!ready || stop.stop_requested())
        return nullptr;
    Block *block = m_free.back();
    m_free.pop_back();
    return block;
}

void BlockPipeline::toParse(Block *block)
{
    const std::lock_guard lock(m_mutex);
    m_bytes += block->bytes.size();
    ++m_read;
    m_toParse.push_back(block);
    m_changed.notify_all();
}

void BlockPipeline::endReading()
{
    const std::lock_guard lock(m_mutex);
    m_readAll = true;
    m_changed.notify_all();
}

Block *BlockPipeline::takeToParse(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, stop, [this] { return !m_toParse.empty() || m_readAll; });
    if (stop.stop_requested() || m_toParse.empty())
        return nullptr;
    Block *block = m_toParse.front();
    m_toParse.pop_front();
    return block;
}

void BlockPipeline::toPublish(Block *block)
{
    const std::lock_guard lock(m_mutex);
    m_parsed.emplace(block->sequence, block);
    m_changed.notify_all();
}

Block *BlockPipeline::takeToPublish(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, stop,
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
    m_changed.notify_all();
}

} // namespace evident
