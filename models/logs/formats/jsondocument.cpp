#include "jsondocument.h"

#include "lines.h"

#include <QCoreApplication>

namespace evident {

BlockCutter::Cut JsonDocumentCutter::cut(QByteArrayView block, bool atEnd)
{
    const quint64 state = m_scanner.place().packed();
    qsizetype position = 0;
    while (m_scanner.next(block, atEnd, position)) { }
    if (atEnd) {
        m_atEnd = true;
        if (const auto begin = m_scanner.brokenOff())
            m_brokenOffAt = m_position + *begin;
        position = block.size();
    }
    m_position += position;
    return {position, state};
}

BlockCutter::Skip JsonDocumentCutter::skip(QByteArrayView piece, bool atEnd)
{
    if (m_skippedFrom < 0)
        m_skippedFrom = m_position;
    const JsonScanner::Skipped skipped = m_scanner.skip(piece, atEnd);
    m_position += skipped.size;
    m_atEnd = m_atEnd || (atEnd && skipped.size == piece.size());
    if (skipped.ended) {
        if (m_scanner.isBrokenOff())
            m_brokenOffAt = m_skippedFrom;
        m_skippedFrom = -1;
    }
    return {skipped.size, skipped.ended, skipped.isRecord};
}

QString JsonDocumentCutter::complaint() const
{
    if (!m_atEnd)
        return {};
    if (m_brokenOffAt >= 0) {
        return QCoreApplication::translate(
                   "evident::JsonDocumentCutter",
                   "The data ends at byte %1, in the middle of a record that begins at byte %2; "
                   "what was complete has been read.")
            .arg(m_position)
            .arg(m_brokenOffAt);
    }
    if (m_scanner.place().inside != JsonPlace::Inside::Stream) {
        return QCoreApplication::translate("evident::JsonDocumentCutter",
                                           "The data ends at byte %1, before the JSON document does; "
                                           "what was complete has been read.")
            .arg(m_position);
    }
    return {};
}

void JsonDocumentParser::parse(QByteArrayView block, qint64 offset, quint64 state, std::vector<ParsedRecord> &records)
{
    m_items.beginBlock(block);
    JsonScanner scanner(JsonPlace::unpacked(state));
    LineCounter lines(block);
    qsizetype position = 0;
    while (const auto found = scanner.next(block, true, position)) {
        ParsedRecord &record = records.emplace_back();
        record.offset = offset + found->begin;
        record.length = quint32(found->end - found->begin);
        record.linesBefore = lines.linesBefore(found->begin);
        m_items.read(block.sliced(found->begin, found->end - found->begin), record);
    }
}

/// Whatever it is, it was a record where it stood; alone it might be taken for a page.
std::optional<ParsedRecord> JsonDocumentParser::parseRecord(QByteArrayView text, QByteArray &)
{
    m_items.beginBlock(text);
    ParsedRecord record;
    record.length = quint32(text.size());
    m_items.read(text, record);
    return record;
}

std::unique_ptr<BlockCutter> JsonDocumentFormat::cutter(QByteArrayView, const FormatContext &) const
{
    return std::make_unique<JsonDocumentCutter>();
}

std::unique_ptr<BlockParser> JsonDocumentFormat::parser(QByteArrayView, const FormatContext &context) const
{
    return std::make_unique<JsonDocumentParser>(context);
}

QList<RecordField> JsonDocumentFormat::fields(QByteArrayView record, QByteArrayView) const
{
    return jsonFields(record);
}

} // namespace evident
