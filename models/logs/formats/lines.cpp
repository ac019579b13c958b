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
    while (m_nextBreak < position) {
        ++m_lines;
        m_nextBreak = lineEnd(m_block, m_nextBreak + 1);
    }
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
