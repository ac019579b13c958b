#pragma once

#include "columns.h"
#include "texthash.h"

#include <vector>

namespace evident {

/// Rows with a hash of each one's text: equal texts have equal hashes, and others too. 8 bytes a row; rows ascend.
class HashedRows
{
public:
    /// The hash in the high half, the row in the low one: sorted, equal hashes stand together in the order of the rows.
    using Entry = quint64;

    /// Of a long text its length, beginning and end are hashed: there stand a record's ids and time.
    static quint32 hashOf(QByteArrayView text) noexcept
    {
        constexpr qsizetype head = 128;
        constexpr qsizetype tail = 64;
        const bool isLong = text.size() > head + tail;
        const quint64 hash = isLong
            ? (textHash(text.first(head)) + quint64(text.size())) ^ (textHash(text.last(tail)) * 3)
            : textHash(text);
        return quint32(hash ^ hash >> 32);
    }
    static Entry entryOf(Row row, quint32 hash) noexcept { return quint64(hash) << 32 | row; }
    static quint32 hashOf(Entry entry) noexcept { return quint32(entry >> 32); }
    static Row rowOf(Entry entry) noexcept { return Row(entry); }

    void add(Row row, quint32 hash)
    {
        if (m_chunks.empty() || m_chunks.back().size() == chunkEntries)
            m_chunks.emplace_back();
        m_chunks.back().push_back(entryOf(row, hash));
    }
    /// Adds what stands behind all that is here.
    void append(HashedRows &&behind)
    {
        m_chunks.insert(m_chunks.end(), std::make_move_iterator(behind.m_chunks.begin()),
                        std::make_move_iterator(behind.m_chunks.end()));
    }
    /// Drops the rows from `first` on.
    void takeBack(Row first)
    {
        while (!m_chunks.empty()) {
            std::vector<Entry> &last = m_chunks.back();
            while (!last.empty() && rowOf(last.back()) >= first)
                last.pop_back();
            if (!last.empty())
                return;
            m_chunks.pop_back();
        }
    }

    size_t size() const
    {
        size_t size = 0;
        for (const std::vector<Entry> &chunk : m_chunks)
            size += chunk.size();
        return size;
    }
    const std::vector<std::vector<Entry>> &chunks() const noexcept { return m_chunks; }

private:
    /// Enough that a chunk's own cost is nothing, few enough that a copy while it grows is nothing either.
    static constexpr size_t chunkEntries = 64 * 1024;

    std::vector<std::vector<Entry>> m_chunks;
};

} // namespace evident
