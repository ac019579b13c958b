#pragma once

#include "log.h"

#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace evident {

/// The texts of rows that stand in a log's file alone, read back on a thread of their own into a bounded memory. Not on
/// the thread that indexes and looks at the file, nor on the one that filters: both work for seconds, and a row that is
/// seen waits for neither. Nobody waits for the thread's end: it may hang in the read of a file whose network share
/// does not answer, and outlives this then.
///
/// Threads and primitives of the standard library alone, so that the thread sanitizer sees all of them.
class TextReader
{
public:
    /// Bytes of the texts that are kept, and rows that wait to be read.
    static constexpr qsizetype mostBytes = 4 * 1024 * 1024;
    static constexpr size_t mostWaiting = 2048;

    struct Text
    {
        QString text; ///< as much as a cell shows, or why it cannot be read
        bool failed = false;
        bool operator==(const Text &) const = default;
    };

    /// `news` is called, on the reading thread, when takeNews() has something again.
    TextReader(std::shared_ptr<const Log> log, std::function<void()> news);
    ~TextReader();
    TextReader(const TextReader &) = delete;
    TextReader &operator=(const TextReader &) = delete;

    // Of one thread, which is never kept waiting for a read.
    std::optional<Text> find(Row row) const; ///< what is there
    /// These rows, in this order, before all others that wait. What is there and beyond doubt is not read again.
    void want(const std::vector<Row> &rows);
    /// Waits for a row that is wanted, no longer than this.
    std::optional<Text> waitFor(Row row, std::chrono::nanoseconds longest) const;
    /// Rows that have another text since the last call, and those that waited too long and were dropped: who still
    /// shows one wants it again.
    std::vector<Row> takeNews();
    qsizetype keptBytes() const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace evident
