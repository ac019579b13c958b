#pragma once

#include "columns.h"
#include "format.h"
#include "idtable.h"

#include <QByteArrayView>

#include <array>
#include <vector>

namespace evident {

/// Texts of one block by number, in the order in which the block has them first; 0 is "". Reused from block to block.
class BlockTexts
{
public:
    BlockTexts() { clear(); }

    quint32 intern(QByteArrayView utf8);
    quint32 size() const { return quint32(m_entries.size()); }
    QByteArrayView at(quint32 id) const
    {
        return QByteArrayView(m_bytes.data() + m_entries[id].begin, m_entries[id].length);
    }
    quint64 hashAt(quint32 id) const { return m_entries[id].hash; }
    void clear();

private:
    struct Entry
    {
        qsizetype begin = 0;
        qsizetype length = 0;
        quint64 hash = 0; ///< textHash()
    };

    IdTable m_ids;
    std::vector<Entry> m_entries;
    std::vector<char> m_bytes;
    quint32 m_last = 0; ///< that was asked for
};

/// The records of one block as columns whose ids belong to the block, and whose lines count from the block's beginning.
/// Made by a worker without regard to other blocks; who publishes gives the ids that the log has, in the file's order.
class BlockIndex
{
public:
    /// The block's first record starts at line 0 or later.
    void add(const ParsedRecord &record, quint64 line);
    void clear();

    std::vector<RecordColumns> records;
    std::vector<EventShape> shapes; ///< texts are ids of `names`
    BlockTexts names;
    BlockTexts users;
    BlockTexts methods;
    BlockTexts applications;
    BlockTexts addresses;

private:
    ShapeId shapeOf(const ParsedRecord &record);
    bool isShape(const ParsedRecord &record, const EventShape &shape) const;
    ShapeId internShape(const ParsedRecord &record);

    IdTable m_shapeIds;
    std::array<ShapeId, 256> m_lastOfCode{}; ///< what a code (its last digits) stood for last; may be out of date
};

} // namespace evident
