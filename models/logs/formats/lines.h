#pragma once

#include "format.h"
#include "textarena.h"

#include <functional>

namespace evident {

/// The part of `text` from `begin` without the space at its end; `begin` at least.
qsizetype trimmedEnd(QByteArrayView text, qsizetype begin, qsizetype end);

/// Where the line ends that goes on at `from`: the position of its line break, or the text's end.
qsizetype lineEnd(QByteArrayView text, qsizetype from);

/// Counts the line breaks before the records of one block, which come in order.
class LineCounter
{
public:
    explicit LineCounter(QByteArrayView block)
        : m_block(block)
    { }
    quint32 linesBefore(qsizetype position);
    /// There is none before `position` but those that were counted.
    void pass(qsizetype position) { m_counted = position; }

private:
    QByteArrayView m_block;
    qsizetype m_counted = 0; ///< up to where
    quint32 m_lines = 0;
};

/// Cuts at the last end of line.
class LineCutter final : public BlockCutter
{
public:
    Cut cut(QByteArrayView block, bool atEnd) override;
    std::unique_ptr<BlockCutter> clone() const override { return std::make_unique<LineCutter>(); }
};

/// Reads a record from each line that is not blank. What a line says is the derived class's.
class LineParser : public BlockParser
{
public:
    void parse(QByteArrayView block, qint64 offset, quint64 state, std::vector<ParsedRecord> &records) final;

protected:
    /// Fills in what the line says, `understood` too. Its texts may lie in the line or the arena.
    virtual void read(QByteArrayView line, ParsedRecord &record) = 0;
    TextArena &arena() { return m_arena; } ///< of the block

private:
    TextArena m_arena;
};

/// What the formats have in common whose records are lines.
class LineFormat : public Format
{
public:
    std::unique_ptr<BlockCutter> cutter(QByteArrayView head, const FormatContext &context) const final;
};

/// Whether most of the first lines are what a format reads. One broken line must not hide what the others are.
bool mostLinesFit(QByteArrayView head, const std::function<bool(QByteArrayView)> &fits);

/// The lines of a block, one after another, without their line ends.
class LineWalker
{
public:
    explicit LineWalker(QByteArrayView block)
        : m_block(block)
    { }
    bool next();
    /// The same where it is known that the next line has no line break in its first `size` bytes: goes to it if it ends
    /// there, but for space.
    bool nextEndsBehind(qsizetype size);
    bool atEnd() const { return m_next >= m_block.size(); }
    QByteArrayView rest() const { return m_block.sliced(m_next); } ///< what comes after the line
    QByteArrayView line() const { return m_block.sliced(m_begin, m_end - m_begin); }
    bool isBlank() const;
    qsizetype position() const { return m_begin; }
    quint32 linesBefore() const { return m_lines; }

private:
    void goTo(qsizetype end);

    QByteArrayView m_block;
    qsizetype m_begin = 0;
    qsizetype m_end = 0;
    qsizetype m_next = 0;
    quint32 m_lines = 0;
    quint32 m_nextLines = 0;
};

} // namespace evident
