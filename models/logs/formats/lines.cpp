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
    return {block.lastIndexOf('\n') + 1};
}

bool LineWalker::next()
{
    if (m_next >= m_block.size())
        return false;
    m_begin = m_next;
    m_lines = m_nextLines;
    const qsizetype rest = m_block.size() - m_begin;
    const void *found = std::memchr(m_block.data() + m_begin, '\n', size_t(rest));
    m_end = found ? static_cast<const char *>(found) - m_block.data() : m_block.size();
    m_next = found ? m_end + 1 : m_block.size();
    m_nextLines += found ? 1 : 0;
    if (m_end > m_begin && m_block[m_end - 1] == '\r')
        --m_end;
    return true;
}

bool LineWalker::isBlank() const
{
    return std::all_of(m_block.begin() + m_begin, m_block.begin() + m_end, isSpace);
}

} // namespace evident
