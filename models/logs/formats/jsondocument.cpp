#include "jsondocument.h"

#include "lines.h"

#include <QCoreApplication>

#include <algorithm>

namespace evident {

namespace {

/// How far from a block's end is looked for a record's.
constexpr qsizetype guessDistance = 256 * 1024;
/// A record begins like this, and with its first key.
constexpr qsizetype longestSeam = 256;

bool holdsRecords(const JsonPlace &place)
{
    return place.inside == JsonPlace::Inside::Records || place.inside == JsonPlace::Inside::Array;
}

} // namespace

BlockCutter::Cut JsonDocumentCutter::cut(QByteArrayView block, bool atEnd)
{
    if (!atEnd && !m_seam.isEmpty() && holdsRecords(m_scanner.place())) {
        if (const Cut guess = guessedCut(block); guess.size > 0)
            return guess;
    }
    const quint64 state = m_scanner.place().packed();
    qsizetype position = 0;
    std::optional<JsonScanner::Record> before;
    while (const auto record = m_scanner.next(block, atEnd, position)) {
        if (before && m_seam.isEmpty() && m_guesses)
            learn(block, *before, *record);
        before = record;
    }
    if (atEnd) {
        m_atEnd = true;
        if (const auto begin = m_scanner.brokenOff())
            m_brokenOffAt = m_position + *begin;
        position = block.size();
    }
    m_position += position;
    return {position, state};
}

BlockCutter::Cut JsonDocumentCutter::guessedCut(QByteArrayView block)
{
    const qsizetype from = std::max<qsizetype>(0, block.size() - guessDistance);
    const qsizetype seam = block.sliced(from).lastIndexOf(m_seam);
    if (seam < 0)
        return {};
    const qsizetype size = from + seam + 1;
    const quint64 state = m_scanner.place().packed();
    m_position += size;
    return {size, state, false, state};
}

/// Remembers what stands between two records that follow one another.
void JsonDocumentCutter::learn(QByteArrayView block, JsonScanner::Record first, JsonScanner::Record second)
{
    const QByteArrayView record = block.sliced(second.begin, second.end - second.begin);
    if (!holdsRecords(m_scanner.place()) || block[first.end - 1] != '}' || !record.startsWith('{'))
        return;
    const qsizetype quote = record.indexOf('"');
    const qsizetype keyEnd = quote < 0 ? -1 : record.indexOf('"', quote + 1);
    const QByteArrayView between = block.sliced(first.end, second.begin - first.end).trimmed();
    if (keyEnd < 0 || keyEnd > longestSeam || between != ",")
        return;
    m_seam = block.sliced(first.end - 1, second.begin + keyEnd + 1 - (first.end - 1)).toByteArray();
}

void JsonDocumentCutter::resume(quint64 state, qint64 position)
{
    m_scanner = JsonScanner(JsonPlace::unpacked(state));
    m_position = position;
    m_guesses = false;
    m_seam.clear();
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
    const auto put = [&](ParsedRecord &record, qsizetype begin, qsizetype size) {
        record.offset = offset + begin;
        record.length = quint32(size);
        record.linesBefore = lines.linesBefore(begin);
    };
    for (qsizetype position = 0;;) {
        ParsedRecord &record = records.emplace_back();
        // A plain item tells by itself where it ends. All else goes unit by unit.
        const qsizetype begin = scanner.recordBegin(block, position);
        const qsizetype size = begin < 0 ? 0 : m_items.readPlain(block.sliced(begin), false, record);
        if (size > 0) {
            put(record, begin, size);
            position = begin + size;
            if (!m_items.mayBreakLines())
                lines.pass(position);
        } else if (const auto found = scanner.next(block, true, position)) {
            put(record, found->begin, found->end - found->begin);
            m_items.read(block.sliced(found->begin, found->end - found->begin), record);
        } else {
            records.pop_back();
            break;
        }
    }
    m_stateBehind = scanner.brokenOff() ? std::nullopt : std::optional(scanner.place().packed());
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
