#pragma once

#include "blockreader.h"
#include "format.h"
#include "logstore.h"
#include "source.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace evident {

struct IndexLimits
{
    BlockLimits blocks;
    int workers = 0; ///< 0: one a processor
    qint64 bytesInFlight = 32 * 1024 * 1024; ///< in blocks that are read and not yet published
};

/// What is to be indexed. What it refers to outlives the run.
struct IndexJob
{
    const Source &source;
    const Format &format;
    QByteArrayView head;
    FormatContext context;
    QString name; ///< of the file, for messages
    qint64 begin = 0;
    qint64 end = 0;
};

enum class IndexOutcome { Complete, Cancelled, Failed };
struct IndexResult
{
    IndexOutcome outcome = IndexOutcome::Complete;
    std::optional<Error> error; ///< of Failed
};

/// Reads, parses on workers of its own, and appends to `store` in the file's order, whatever the number of workers; ids
/// do not depend on it either. `published` is called in the calling thread after each batch. Blocking.
IndexResult indexSource(const IndexJob &job, LogStore &store, const IndexLimits &limits, const std::stop_token &stop,
                        const std::function<void()> &published = {});

} // namespace evident
