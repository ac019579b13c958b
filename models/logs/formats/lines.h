#pragma once

#include "format.h"

namespace evident {

/// The part of `text` from `begin` without the space at its end; `begin` at least.
qsizetype trimmedEnd(QByteArrayView text, qsizetype begin, qsizetype end);

/// Counts the line breaks before the records of one block, which come in order.
class LineCounter
{
public:
    explicit LineCounter(QByteArrayView block)
        : m_block(block)
    { }
    quint32 linesBefore(qsizetype position);

private:
    QByteArrayView m_block;
    qsizetype m_position = 0;
    quint32 m_lines = 0;
};

/// Cuts at the last end of line.
class LineCutter final : public BlockCutter
{
public:
    Cut cut(QByteArrayView block, bool atEnd) override;
    std::unique_ptr<BlockCutter> clone() const override { return std::make_unique<LineCutter>(); }
};

/// The lines of a block, one after another, without their line ends.
class LineWalker
{
public:
    explicit LineWalker(QByteArrayView block)
        : m_block(block)
    { }
    bool next();
    QByteArrayView line() const { return m_block.sliced(m_begin, m_end - m_begin); }
    bool isBlank() const;
    qsizetype position() const { return m_begin; }
    quint32 linesBefore() const { return m_lines; }

private:
    QByteArrayView m_block;
    qsizetype m_begin = 0;
    qsizetype m_end = 0;
    qsizetype m_next = 0;
    quint32 m_lines = 0;
    quint32 m_nextLines = 0;
};

} // namespace evident
