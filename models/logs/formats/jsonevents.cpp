#include "jsonevents.h"

#include "jsonenvelope.h"
#include "jsontext.h"
#include "lines.h"

namespace evident {

namespace {

/// Reads `item` over what the record says so far, if it is an event.
bool readOver(JsonItemReader &items, QByteArrayView item, ParsedRecord &record)
{
    ParsedRecord filled = record;
    if (!items.read(item, filled))
        return false;
    record = filled;
    return true;
}

} // namespace

JsonEventReader::JsonEventReader(const FormatContext &context)
    : m_items(context),
      m_textItems(context)
{ }

void JsonEventReader::beginBlock(QByteArrayView block)
{
    m_items.beginBlock(block);
    m_pending.clear();
    m_pendingRecords.clear();
    m_texts.resize(0);
}

qsizetype JsonEventReader::readPlain(QByteArrayView text, ParsedRecord &record)
{
    const qsizetype size = m_items.readPlain(text, true, record);
    return record.code != noCode || record.time != noTime ? size : 0;
}

JsonEventReader::Outcome JsonEventReader::read(QByteArrayView item, std::vector<ParsedRecord> &records)
{
    ParsedRecord &record = records.back();
    ParsedRecord plain = record;
    // What JSON knows as space, and no more: else a record would depend on how near to its block's end it stands.
    if (const qsizetype size = readPlain(item, plain); size > 0 && trimmedEnd(item, size, item.size()) == size) {
        record = plain;
        return Outcome::Read;
    }
    m_items.read(item, record);
    if (record.code != noCode || record.time != noTime)
        return Outcome::Read;
    return readEnveloped(item, records);
}

/// What says neither which event nor when may have an event inside.
JsonEventReader::Outcome JsonEventReader::readEnveloped(QByteArrayView item, std::vector<ParsedRecord> &records)
{
    ParsedRecord &record = records.back();
    const Outcome outcome = record.understood ? Outcome::Read : Outcome::NotUnderstood;
    const std::optional<JsonEnvelope> envelope = findEnvelopedEvent(item);
    if (!envelope)
        return outcome;
    if (!envelope->isText)
        return readOver(m_items, envelope->event, record) ? Outcome::Read : outcome;
    const QByteArray text = unescapedJson(envelope->event);
    const QByteArrayView object = objectInText(text);
    m_pending.push_back({m_texts.size(), object.size()});
    m_pendingRecords.push_back(records.size() - 1);
    m_texts.append(object);
    return Outcome::Later;
}

const std::vector<size_t> &JsonEventReader::endBlock(std::vector<ParsedRecord> &records)
{
    if (m_pending.empty())
        return m_pendingRecords;
    const QByteArrayView texts = m_texts;
    m_textItems.beginBlock(texts);
    for (size_t i = 0; i < m_pending.size(); ++i)
        readOver(m_textItems, texts.sliced(m_pending[i].begin, m_pending[i].size), records[m_pendingRecords[i]]);
    return m_pendingRecords;
}

} // namespace evident
