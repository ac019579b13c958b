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

/// Where indexing can go on when the source has grown: behind the last record that no growth can change. What the store
/// held there.
struct IndexPlace
{
    BlockReader::Place place;
    quint64 line = 1;
    Row rows = 0;
    qint64 notUnderstood = 0;
    qint64 invalidBytes = 0;
    QByteArray lastBytes; ///< before the end, those of the rest among them
    qint64 end = 0; ///< up to which was read
    qint64 restEnd = 0; ///< up to which what is behind the place became rows, the last ones

    bool complains = false; ///< the text ends where it should not

    /// Whether a run with the rest would find more at the end than the last one told.
    bool hasUnindexedRest() const { return restEnd != end && (place.offset < end || complains); }
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
    qint64 base = 0; ///< what a record's position in the columns is more than in the source
    qint64 bytesBefore = 0; ///< of other sources, that count as read
    /// Where an earlier run ended, in place of `begin`; the rows behind it are taken back when there are others.
    const IndexPlace *from = nullptr;
    /// Whether what the end cuts off becomes rows. What it does not hold yet is no reason to complain then, either.
    bool withRest = true;
};

enum class IndexOutcome { Complete, Cancelled, Failed };
struct IndexResult
{
    IndexOutcome outcome = IndexOutcome::Complete;
    std::optional<Error> error; ///< of Failed
    IndexPlace end; ///< without a cutter when indexing cannot go on
};

/// Reads, parses on workers of its own, and appends to `store` in the file's order, whatever the number of workers; ids
/// do not depend on it either. `published` is called in the calling thread after each batch. Blocking.
IndexResult indexSource(const IndexJob &job, LogStore &store, const IndexLimits &limits, const std::stop_token &stop,
                        const std::function<void()> &published = {});

} // namespace evident
