#include "blockreader.h"

#include "encoding.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cstring>
#include <limits>

namespace evident {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::BlockReader)
};

/// Unlike an assignment, never allocates when there is room.
void assignKeepingCapacity(QByteArray &bytes, QByteArrayView content)
{
    bytes.resize(0);
    bytes.append(content);
}

bool isBlank(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
}

} // namespace

BlockReader::BlockReader(const Source &source, QString name, BlockCutter &cutter, qint64 begin, qint64 end,
                         const BlockLimits &limits, QByteArray before)
    : m_source(source),
      m_name(std::move(name)),
      m_cutter(cutter),
      m_limits(limits),
      m_blockSize(limits.block),
      m_position(begin),
      m_end(end),
      m_atEnd(begin >= end),
      m_last(std::move(before))
{ }

bool BlockReader::next(Block &block, const std::stop_token &stop)
{
    begin(block);
    if (m_done || !(m_isRest ? cutRest(block) : readOn(block, stop)))
        return false;
    block.end = m_position - m_rest.size();
    ++m_blocks;
    return true;
}

/// Reads until the block holds a record's end.
bool BlockReader::readOn(Block &block, const std::stop_token &stop)
{
    qint64 size = std::clamp<qint64>(m_blocks == 0 ? m_limits.firstBlock : m_blockSize, 1, m_limits.largestBlock());
    for (;;) {
        if (stop.stop_requested() || !fill(block.bytes, size))
            return false;
        if (const qint64 used = cut(block, false); used > 0) {
            assignKeepingCapacity(m_rest, QByteArrayView(block.bytes).sliced(used));
            block.bytes.truncate(used);
            remember(block.bytes);
            return true;
        }
        if (m_done) {
            finish();
            return false;
        }
        if (block.bytes.size() >= m_limits.largestBlock())
            return skipLongRecord(block, stop);
        if (m_atEnd)
            return cutRest(block);
        size = std::min(block.bytes.size() * 2, m_limits.largestBlock());
    }
}

/// Makes the block empty but for the bytes that were left over.
void BlockReader::begin(Block &block)
{
    block.pieces.clear();
    block.longRecord.reset();
    block.isRest = false;
    block.lineBreaks = 0;
    block.invalidBytes = 0;
    block.offset = m_position - m_rest.size();
    block.sequence = m_blocks;
    if (block.bytes.capacity() > m_limits.block * 2)
        block.bytes.clear();
    assignKeepingCapacity(block.bytes, m_rest);
    m_rest.resize(0);
}

/// Appends to `bytes` until it has `size` bytes or the source ends.
bool BlockReader::fill(QByteArray &bytes, qint64 size)
{
    const qint64 wanted = std::min(size - bytes.size(), m_end - m_position);
    if (wanted <= 0)
        return true;
    const qsizetype held = bytes.size();
    bytes.resize(held + wanted);
    const Result<qint64> got = m_source.read(m_position, {bytes.data() + held, size_t(wanted)});
    bytes.truncate(held + (got ? got.value() : 0));
    if (!got) {
        m_error = got.error();
        m_done = true;
        return false;
    }
    m_position += got.value();
    if (got.value() < wanted) {
        becameShorter(m_position);
        m_end = m_position;
    }
    m_atEnd = m_position >= m_end;
    return true;
}

/// Lets the cutter cut the block's bytes into pieces; all of them, where they are the rest. Returns how many bytes are
/// in the pieces.
qint64 BlockReader::cut(Block &block, bool isRest)
{
    qint64 used = 0;
    while (used < block.bytes.size()) {
        const BlockCutter::Cut cut = m_cutter.cut(QByteArrayView(block.bytes).sliced(used), isRest);
        if (cut.size > 0) {
            block.pieces.push_back({cut.size, cut.state, cut.guess});
            used += cut.size;
        }
        if (cut.endOfData)
            m_done = true;
        if (cut.size <= 0 || cut.endOfData || cut.guess)
            break;
    }
    return used;
}

void BlockReader::keepPlace(const Block &block)
{
    m_place = {m_cutter.clone(), block.offset, m_last};
}

/// What is left at the end. False when no record can be in it.
bool BlockReader::cutRest(Block &block)
{
    if (!m_isRest)
        keepPlace(block);
    block.isRest = true;
    remember(block.bytes);
    if (block.bytes.isEmpty())
        m_cutter.cut({}, true);
    else if (cut(block, true) == 0 && !m_done && !isBlank(block.bytes))
        keepUncut(block);
    finish();
    return !block.pieces.empty() || block.longRecord;
}

/// The block's bytes begin with a record longer than may be held: finds its end and keeps its place.
bool BlockReader::skipLongRecord(Block &block, const std::stop_token &stop)
{
    keepPlace(block);
    Utf8Check check;
    qint64 length = 0;
    bool blank = true;
    char last = 0; // bytes before the piece's first
    bool isEnd = false; // known to the cutter only when it needs more bytes: what ends before is not the end's doing
    for (;;) {
        const BlockCutter::Skip skip = m_cutter.skip(block.bytes, isEnd);
        const QByteArrayView skipped = QByteArrayView(block.bytes).first(skip.size);
        check.add(skipped);
        remember(skipped);
        block.lineBreaks += countLineBreaks(skipped);
        blank = blank && isBlank(skipped);
        length += skip.size;
        assignKeepingCapacity(m_rest, QByteArrayView(block.bytes).sliced(skip.size));
        if (skip.ended || isEnd) {
            if (skipped.endsWith('\n')) {
                --length;
                const char before = skipped.size() > 1 ? skipped[skipped.size() - 2] : last;
                length -= before == '\r' ? 1 : 0;
            }
            if (skip.isRecord && !blank)
                block.longRecord = placeOnly(block.offset, length);
            break;
        }
        last = skipped.isEmpty() ? last : skipped.back();
        block.bytes.clear();
        block.bytes.append(m_rest);
        isEnd = m_atEnd;
        if (stop.stop_requested() || (!isEnd && !fill(block.bytes, m_rest.size() + m_limits.block)))
            return false;
    }
    block.bytes.clear();
    block.invalidBytes = check.invalidBytes();
    // A record that ends only when the source does may go on when that grows. So it is part of the rest even where
    // something follows it.
    if (isEnd) {
        block.isRest = true;
        m_isRest = true;
        if (isBlank(m_rest))
            finish();
    }
    return true;
}

/// A last stretch that the cutter gives to no record is shown nevertheless.
void BlockReader::keepUncut(Block &block)
{
    Utf8Check check;
    check.add(block.bytes);
    block.lineBreaks = countLineBreaks(block.bytes);
    block.invalidBytes = check.invalidBytes();
    block.longRecord = placeOnly(block.offset, block.bytes.size());
    block.bytes.resize(0);
}

void BlockReader::remember(QByteArrayView bytes)
{
    const QByteArrayView last = bytes.last(std::min(bytes.size(), keptBytes));
    m_last = m_last.last(std::min(m_last.size(), keptBytes - last.size())) + last.toByteArray();
}

void BlockReader::finish()
{
    m_done = true;
    const Result<qint64> size = m_source.size();
    if (!m_error && size && size.value() < m_end)
        becameShorter(size.value());
    if (m_error)
        return;
    if (const QString complaint = m_cutter.complaint(); !complaint.isEmpty())
        m_complaint = Error{Messages::tr("“%1”: %2").arg(m_name, complaint)};
}

void BlockReader::becameShorter(qint64 size)
{
    m_error = Error{Messages::tr("“%1” became shorter while it was read: it ends at byte %2 instead of byte %3.")
                        .arg(m_name, QLocale().toString(size), QLocale().toString(m_end))};
}

ParsedRecord placeOnly(qint64 offset, qint64 length)
{
    ParsedRecord record;
    record.offset = offset;
    record.length = quint32(std::min<qint64>(length, std::numeric_limits<quint32>::max()));
    record.kind = Kind::None;
    record.understood = false;
    return record;
}

quint64 countLineBreaks(QByteArrayView text)
{
    quint64 count = 0;
    const char *end = text.data() + text.size();
    for (const char *at = text.data(); at < end; ++at, ++count) {
        at = static_cast<const char *>(std::memchr(at, '\n', size_t(end - at)));
        if (!at)
            break;
    }
    return count;
}

} // namespace evident
