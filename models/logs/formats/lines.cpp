#include "lines.h"

#include <algorithm>
#include <cstring>

namespace evident {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Where a line that is longer than a record may be is cut: not within a character.
qsizetype pieceEnd(QByteArrayView block, qsizetype begin)
{
    const qsizetype limit = begin + maxRecordSize;
    for (qsizetype end = limit; end > limit - 4; --end) {
        if ((uchar(block[end]) & 0xc0) != 0x80)
            return end;
    }
    return limit;
}

} // namespace

qsizetype trimmedEnd(QByteArrayView text, qsizetype begin, qsizetype end)
{
    while (end > begin && isSpace(text[end - 1]))
        --end;
    return end;
}

quint32 LineCounter::linesBefore(qsizetype position)
{
    m_lines += quint32(std::count(m_block.begin() + m_position, m_block.begin() + position, '\n'));
    m_position = position;
    return m_lines;
}

BlockCutter::Cut LineCutter::cut(QByteArrayView block, bool atEnd)
{
    if (atEnd)
        return {block.size()};
    if (const qsizetype last = block.lastIndexOf('\n'); last >= 0)
        return {last + 1};
    // One byte more is needed to see whether a character would be cut.
    return {block.size() > maxRecordSize ? pieceEnd(block, 0) : 0};
}

bool LineWalker::next()
{
    if (m_next >= m_block.size())
        return false;
    m_begin = m_next;
    m_lines = m_nextLines;
    const qsizetype rest = m_block.size() - m_begin;
    const void *found = std::memchr(m_block.data() + m_begin, '\n', size_t(rest));
    const qsizetype newline = found ? static_cast<const char *>(found) - m_block.data() : -1;
    if (const qsizetype end = found ? newline : m_block.size(); end - m_begin > maxRecordSize) {
        m_end = m_next = pieceEnd(m_block, m_begin);
        return true;
    }
    if (found)
        ++m_nextLines;
    m_end = found ? newline : m_block.size();
    m_next = found ? newline + 1 : m_block.size();
    if (m_end > m_begin && m_block[m_end - 1] == '\r')
        --m_end;
    return true;
}

bool LineWalker::isBlank() const
{
    return std::all_of(m_block.begin() + m_begin, m_block.begin() + m_end, isSpace);
}

} // namespace evident
