#pragma once

#include "format.h"

#include <QByteArrayView>
#include <QList>

#include <memory>

namespace evident {

/// Reads one event from one JSON object: an item of the user event log or of the admin log. Not shared between threads.
class JsonItemReader
{
public:
    explicit JsonItemReader(const FormatContext &context);
    ~JsonItemReader();

    /// The items read next lie in `block`; what was read before is no longer valid.
    void beginBlock(QByteArrayView block);
    bool blockIsUtf8() const;
    /// Fills in what the plain item that begins `text` (within the block) says, and gives its length. 0, and nothing is
    /// changed, when what stands there is not plain, or no item: read() tells then. `oneLine`: it may have no line
    /// break.
    qsizetype readPlain(QByteArrayView text, bool oneLine, ParsedRecord &record);
    /// Whether the item that readPlain() has read may have line breaks in it.
    bool mayBreakLines() const;
    /// Fills in what the item at `item` (within the block) says. False, and nothing but `understood` is changed, when
    /// it is no JSON object or says neither what happened nor when; ids are taken from any object: of an envelope, they
    /// are those of what is in it.
    bool read(QByteArrayView item, ParsedRecord &record);

private:
    struct Data;
    std::unique_ptr<Data> m_data;
};

/// Every field of a JSON object in its order: strings unescaped, numbers to the letter, null as "", nested values as
/// compact JSON.
QList<RecordField> jsonFields(QByteArrayView item);

} // namespace evident
