#pragma once

#include "blockindex.h"
#include "format.h"
#include "source.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace evident {

/// How much of a file is held in memory at a time.
struct BlockLimits
{
    qint64 firstBlock = 64 * 1024; ///< small, so that the first screenful comes at once
    qint64 block = 1024 * 1024;
    qint64 longestRecord = 16 * 1024 * 1024; ///< a longer one is kept by its place alone

    /// Bytes behind a record that may have to be seen to know where it ends.
    static constexpr qint64 lookAhead = 64;
    qint64 largestBlock() const { return longestRecord + lookAhead; }
};

/// A stretch of the source that holds whole records.
struct Block
{
    struct Piece
    {
        qint64 size = 0;
        quint64 state = 0; ///< the cutter's word to the parser
        std::optional<quint64> guess = {}; ///< the state behind it, if it is a guess that the piece ends there
    };

    quint64 sequence = 0; ///< position among the source's blocks
    qint64 offset = 0; ///< in the source
    QByteArray bytes;
    std::vector<Piece> pieces; ///< of `bytes`, from its beginning; what follows them belongs to no record
    std::optional<ParsedRecord> longRecord; ///< a record too long to be held, instead of bytes
    bool isRest = false; ///< the source ends with it and may have cut it off: it may be another when the source grows
    qint64 end = 0; ///< in the source: everything before is in this block or an earlier one

    // Of who parses it.
    BlockIndex index;
    quint64 lineBreaks = 0;
    qint64 invalidBytes = 0;
    bool isMisguessed = false; ///< it does not end where a record does
};

/// Reads a source from its beginning to its end and cuts it into blocks of whole records. What no growth of the source
/// can change comes first; the rest, if there is one, is in the last block, or in two where a record
/// too long to be held is part of it.
class BlockReader
{
public:
    /// So many of the bytes that were read last are kept, to know them again.
    static constexpr qsizetype keptBytes = 4096;

    /// `name` is the file, as messages call it; bytes from `begin` up to `end` are read. `before` are bytes before
    /// `begin`, keptBytes at the most.
    BlockReader(const Source &source, QString name, BlockCutter &cutter, qint64 begin, qint64 end,
                const BlockLimits &limits, QByteArray before = {});

    /// About how many bytes the next blocks have, but for the first.
    void setBlockSize(qint64 size) { m_blockSize = size; }
    /// False at the end, when stopped, and when the source cannot be read on: error() tells.
    bool next(Block &block, const std::stop_token &stop);
    /// What was wrong with the source.
    const std::optional<Error> &error() const noexcept { return m_error; }
    /// At the end: what is wrong with the text as a whole.
    const std::optional<Error> &complaint() const noexcept { return m_complaint; }

    /// Where reading can go on when the source has grown: where the rest begins.
    struct Place
    {
        std::unique_ptr<BlockCutter> cutter; ///< none: it cannot
        qint64 offset = 0;
        QByteArray before; ///< bytes before it
    };
    Place takePlace() { return std::move(m_place); } ///< at the end
    const QByteArray &lastBytes() const noexcept { return m_last; } ///< that were read

private:
    void begin(Block &block);
    bool readOn(Block &block, const std::stop_token &stop);
    bool fill(QByteArray &bytes, qint64 size);
    qint64 cut(Block &block, bool isRest);
    void keepPlace(const Block &block);
    bool cutRest(Block &block);
    bool skipLongRecord(Block &block, const std::stop_token &stop);
    void keepUncut(Block &block);
    void remember(QByteArrayView bytes);
    void finish();
    void becameShorter(qint64 size);

    const Source &m_source;
    const QString m_name;
    BlockCutter &m_cutter;
    const BlockLimits m_limits;
    qint64 m_blockSize;
    qint64 m_position = 0; ///< of the next byte to read
    qint64 m_end = 0;
    QByteArray m_rest; ///< bytes before m_position that no block has yet
    bool m_atEnd = false; ///< nothing is left to read
    bool m_isRest = false; ///< the rest has begun: what is left is part of it
    bool m_done = false;
    quint64 m_blocks = 0;
    std::optional<Error> m_error;
    std::optional<Error> m_complaint;
    Place m_place;
    QByteArray m_last; ///< of the bytes in blocks so far
};

/// A record of which only the place is kept.
ParsedRecord placeOnly(qint64 offset, qint64 length);

/// Line breaks in a text.
quint64 countLineBreaks(QByteArrayView text);

} // namespace evident
