#include "lines.h"

#include <algorithm>
#include <cstring>

namespace evident {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

} // namespace

qsizetype trimmedEnd(QByteArrayView text, qsizetype begin, qsizetype end)
{
    while (end > begin && isSpace(text[end - 1]))
        --end;
    return end;
}

qsizetype lineEnd(QByteArrayView text, qsizetype from)
{
    if (from >= text.size())
        return text.size();
    const void *found = std::memchr(text.data() + from, '\n', size_t(text.size() - from));
    return found ? static_cast<const char *>(found) - text.data() : text.size();
}

quint32 LineCounter::linesBefore(qsizetype position)
{
    const QByteArrayView before = m_block.first(position);
    while (m_counted < position) {
        m_counted = lineEnd(before, m_counted);
        if (m_counted == position)
            break;
        ++m_lines;
        ++m_counted;
    }
    return m_lines;
}

BlockCutter::Cut LineCutter::cut(QByteArrayView block, bool atEnd)
{
    if (atEnd)
        return {block.size()};
    return {block.lastIndexOf('\n') + 1};
}

void LineParser::parse(QByteArrayView block, qint64 offset, quint64, std::vector<ParsedRecord> &records)
{
    m_arena.clear();
    LineWalker lines(block);
    while (lines.next()) {
        if (lines.isBlank())
            continue;
        ParsedRecord &record = records.emplace_back();
        record.offset = offset + lines.position();
        record.length = quint32(lines.line().size());
        record.linesBefore = lines.linesBefore();
        read(lines.line(), record);
    }
}

std::unique_ptr<BlockCutter> LineFormat::cutter(QByteArrayView, const FormatContext &) const
{
    return std::make_unique<LineCutter>();
}

bool mostLinesFit(QByteArrayView head, const std::function<bool(QByteArrayView)> &fits)
{
    constexpr int linesToSee = 50;
    if (head.contains('\0'))
        return false;
    int fitting = 0;
    int others = 0;
    LineWalker lines(head);
    while (fitting + others < linesToSee && lines.next()) {
        if (!lines.isBlank())
            ++(fits(lines.line()) ? fitting : others);
    }
    return fitting > 0 && others <= fitting;
}

bool LineWalker::next()
{
    if (atEnd())
        return false;
    goTo(lineEnd(m_block, m_next));
    return true;
}

bool LineWalker::nextEndsBehind(qsizetype size)
{
    qsizetype end = m_next + size;
    while (end < m_block.size() && m_block[end] != '\n' && isSpace(m_block[end]))
        ++end;
    if (end < m_block.size() && m_block[end] != '\n')
        return false;
    goTo(end);
    return true;
}

/// The line from m_next to the line break at `end`, or the block's end.
void LineWalker::goTo(qsizetype end)
{
    m_begin = m_next;
    m_lines = m_nextLines;
    const bool breaks = end < m_block.size();
    m_end = end;
    m_next = breaks ? end + 1 : end;
    m_nextLines += breaks ? 1 : 0;
    if (m_end > m_begin && m_block[m_end - 1] == '\r')
        --m_end;
}

bool LineWalker::isBlank() const
{
    return std::all_of(m_block.begin() + m_begin, m_block.begin() + m_end, isSpace);
}

} // namespace evident
