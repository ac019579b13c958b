#pragma once

#include "indexer.h"
#include "loginput.h"

#include <functional>
#include <mutex>

namespace evident {

/// One of the files that a log is made of. Its bytes have positions of their own in the log: those in the file, behind
/// all that the files before it could have.
class LogPart
{
public:
    /// Bytes that a file can have.
    static constexpr qint64 longestFile = qint64(1) << 40;

    LogPart(size_t number, LogInput opened);

    const LogInput input;
    const qint64 base; ///< what a position in the log is more than in the file

    static size_t numberOf(qint64 position) { return size_t(position / longestFile); }

    /// Reads one record again, from its text alone, and hands it to `check`; false where the text is not one. Any
    /// thread, one at a time: the record's views look into the parser's own buffers.
    bool holds(QByteArrayView text, const std::function<bool(const ParsedRecord &)> &check) const;
    /// From now on the records are read in this context. Any thread.
    void setContext(const FormatContext &context);
    FormatContext context() const;

    // Of the thread that indexes.
    IndexPlace place; ///< where indexing ended
    LogPartResult result; ///< of index()

private:
    mutable std::mutex m_mutex;
    FormatContext m_context;
    mutable std::unique_ptr<BlockParser> m_parser; ///< made once, as it has buffers of its own
    mutable QByteArray m_scratch;
};

/// The bytes of several files by their positions in the log.
class JoinedSource final : public Source
{
public:
    /// The parts outlive this.
    explicit JoinedSource(const std::vector<std::unique_ptr<LogPart>> &parts);

    Result<qint64> size() const override; ///< the end of the last
    Result<FileStatus> status() const override; ///< of an only part
    /// Bytes of one file, fewer where that ends.
    Result<qint64> read(qint64 position, std::span<char> buffer) const override;

private:
    const std::vector<std::unique_ptr<LogPart>> &m_parts;
};

} // namespace evident
