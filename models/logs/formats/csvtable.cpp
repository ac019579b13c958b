#include "csvtable.h"

#include "lines.h"

#include <algorithm>
#include <cstring>

namespace evident {

namespace {

/// What a cutter tells a parser of a block: how much of it stands before the header's end, and how long rows are one
/// line each.
quint64 packedState(qsizetype headerEnd, qsizetype linesUntil)
{
    return quint64(headerEnd) << 32 | quint64(linesUntil);
}

/// How much of the text from `begin` is lines without a quote: rows of one line, all of them.
qsizetype linesWithoutQuotes(QByteArrayView text, qsizetype begin)
{
    const QByteArrayView rest = text.sliced(begin);
    const void *found = std::memchr(rest.data(), '"', size_t(rest.size()));
    const qsizetype end = found ? static_cast<const char *>(found) - rest.data() : rest.size();
    return end == 0 ? 0 : rest.first(end).lastIndexOf('\n') + 1;
}

} // namespace

QList<QByteArray> csvNames(QByteArrayView line, char separator)
{
    QList<QByteArray> names;
    CsvSplitter splitter(separator);
    qsizetype end = 0;
    if (splitter.split(line, 0, end) < 0)
        return names;
    for (const CsvField &field : splitter.fields())
        names.append(csvText(field).trimmed());
    return names;
}

bool sameName(QByteArrayView name, QByteArrayView known)
{
    return name.trimmed().compare(known, Qt::CaseInsensitive) == 0;
}

bool isEmptyRow(const std::vector<CsvField> &fields)
{
    return std::all_of(fields.begin(), fields.end(),
                       [](const CsvField &field) { return field.text.trimmed().isEmpty(); });
}

CsvTableCutter::CsvTableCutter(const CsvTable &table)
    : m_rows(table.separator, table.names.size()),
      m_headerEnd(table.headerEnd)
{ }

BlockCutter::Cut CsvTableCutter::cut(QByteArrayView block, bool atEnd)
{
    const quint64 state = packedState(m_headerEnd, m_rows.linesUntil());
    qsizetype position = 0;
    while (position < block.size()) {
        if (const qsizetype lines = linesWithoutQuotes(block, position); lines > 0) {
            position += lines;
            continue;
        }
        const auto row = m_rows.row(block, atEnd, position);
        if (!row)
            break;
        position = row->next;
    }
    rebase(position);
    return {position, state};
}

BlockCutter::Skip CsvTableCutter::skip(QByteArrayView piece, bool atEnd)
{
    const Skip skipped = BlockCutter::skip(piece, atEnd);
    rebase(skipped.size);
    return skipped;
}

void CsvTableCutter::rebase(qsizetype bytes)
{
    m_rows.rebase(bytes);
    m_headerEnd = std::max<qsizetype>(0, m_headerEnd - bytes);
}

void CsvTableParser::parse(QByteArrayView block, qint64 offset, quint64 state, std::vector<ParsedRecord> &records)
{
    m_arena.clear();
    begin();
    const size_t first = records.size();
    const auto headerEnd = qsizetype(state >> 32);
    CsvRows rows(m_table.separator, m_table.names.size(), qsizetype(state & 0xffffffff));
    LineCounter lines(block);
    qsizetype position = 0;
    while (position < block.size()) {
        const auto row = rows.row(block, true, position);
        if (!row)
            break;
        position = row->next;
        if (row->begin < headerEnd || (row->isBroken ? row->end == row->begin : isNoRecord(rows.fields())))
            continue;
        ParsedRecord &record = records.emplace_back();
        record.offset = offset + row->begin;
        record.length = quint32(row->end - row->begin);
        record.linesBefore = lines.linesBefore(row->begin);
        record.understood = false;
        if (!row->isBroken)
            read(rows.fields(), record);
    }
    finish(records, first);
}

bool CsvTableParser::isNoRecord(const std::vector<CsvField> &fields) const
{
    return isEmptyRow(fields)
        || std::equal(fields.begin(), fields.end(), m_table.names.begin(), m_table.names.end(),
                      [](const CsvField &field, const QByteArray &name) { return sameName(field.text, name); });
}

void CsvTableParser::begin()
{ }

void CsvTableParser::finish(std::vector<ParsedRecord> &, size_t)
{ }

} // namespace evident
