#pragma once

#include "jsonitem.h"

#include <QByteArray>

#include <vector>

namespace evident {

/// Reads events that stand one a line: items as they are, and those that a forwarder put into an envelope. Not shared
/// between threads.
class JsonEventReader
{
public:
    enum class Outcome {
        Read,
        Later, ///< the event is a text: endBlock() reads it
        NotUnderstood,
    };

    explicit JsonEventReader(const FormatContext &context);

    void beginBlock(QByteArrayView block);
    bool blockIsUtf8() const { return m_items.blockIsUtf8(); }
    /// Fills in what the plain item that begins `text` says, and gives its length; it has no line break. 0: read()
    /// tells what stands there.
    qsizetype readPlain(QByteArrayView text, ParsedRecord &record);
    /// Fills in the last of the records from the object at `item`, which lies in the block.
    Outcome read(QByteArrayView item, std::vector<ParsedRecord> &records);
    /// Fills in the records whose events are texts, and gives their numbers.
    const std::vector<size_t> &endBlock(std::vector<ParsedRecord> &records);

private:
    struct Text
    {
        qsizetype begin = 0;
        qsizetype size = 0;
    };
    Outcome readEnveloped(QByteArrayView item, std::vector<ParsedRecord> &records);

    JsonItemReader m_items;
    JsonItemReader m_textItems;
    QByteArray m_texts; ///< of the block, one behind another: to be read as a block of their own
    std::vector<Text> m_pending;
    std::vector<size_t> m_pendingRecords;
};

} // namespace evident
