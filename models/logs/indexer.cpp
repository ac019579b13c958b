#include "indexer.h"

#include "blockpipeline.h"
#include "encoding.h"

#include <QCoreApplication>

#include <algorithm>
#include <exception>
#include <limits>
#include <thread>

namespace evident {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::Indexer)
};

void parseBlock(Block &block, BlockParser &parser, qint64 longestRecord, std::vector<ParsedRecord> &records)
{
    block.index.clear();
    block.isMisguessed = false;
    if (block.longRecord) {
        block.index.add(*block.longRecord, 0);
        return;
    }
    qint64 begin = 0;
    for (const Block::Piece &piece : block.pieces) {
        const QByteArrayView text = QByteArrayView(block.bytes).sliced(begin, piece.size);
        records.clear();
        parser.parse(text, block.offset + begin, piece.state, records);
        for (const ParsedRecord &record : records) {
            const bool isLong = record.length > longestRecord;
            block.index.add(isLong ? placeOnly(record.offset, record.length) : record,
                            block.lineBreaks + record.linesBefore);
        }
        block.isMisguessed = block.isMisguessed || (piece.guess && parser.stateBehind() != piece.guess);
        block.lineBreaks += countLineBreaks(text);
        begin += piece.size;
    }
    Utf8Check check;
    check.add(block.bytes);
    block.invalidBytes = check.invalidBytes();
}

/// Where a run begins, and what is known there.
struct RunStart
{
    qint64 position = 0; ///< in the source
    quint64 line = 1; ///< 1-based
    std::optional<quint64> state; ///< a cutter guessed wrong in a run before, from here on: no more guesses
};

/// One run: its threads and what they share.
class IndexRun
{
public:
    IndexRun(const IndexJob &job, const RunStart &start, LogStore &store, const IndexLimits &limits)
        : m_job(job),
          m_start(start),
          m_store(store),
          m_longestRecord(limits.blocks.longestRecord),
          m_workers(limits.workers > 0 ? limits.workers : std::max(1, int(std::thread::hardware_concurrency()))),
          m_pipeline(size_t(m_workers) * 2 + 2, limits.bytesInFlight),
          m_cutter(job.format.cutter(job.head, job.context)),
          m_reader(job.source, job.name, *m_cutter, start.position, job.end, limits.blocks)
    {
        if (start.state)
            m_cutter->resume(*start.state, start.position - job.begin);
    }

    IndexResult run(const std::stop_token &stop, const std::function<void()> &published)
    {
        const std::stop_callback forward(stop, [this] { m_stop.request_stop(); });
        {
            std::vector<std::jthread> threads;
            threads.emplace_back([this] { guarded([this] { read(); }); });
            for (int worker = 0; worker < m_workers; ++worker)
                threads.emplace_back([this] { guarded([this] { parse(); }); });
            guarded([&] { publish(published); });
        }
        // The threads have ended: what they wrote can be read without a lock.
        if (m_failure)
            return {IndexOutcome::Failed, m_failure};
        if (m_stop.stop_requested())
            return {IndexOutcome::Cancelled, {}};
        if (m_reader.error())
            return {IndexOutcome::Failed, m_reader.error()};
        return {};
    }

    /// After run(): where the next one has to begin, if this one found a guess to be wrong.
    const std::optional<RunStart> &goesOn() const { return m_goesOn; }

private:
    void read()
    {
        while (Block *block = m_pipeline.takeFree(m_stop.get_token())) {
            if (!m_reader.next(*block, m_stop.get_token()))
                break;
            m_pipeline.toParse(block);
        }
        m_pipeline.endReading();
    }

    void parse()
    {
        const std::unique_ptr<BlockParser> parser = m_job.format.parser(m_job.head, m_job.context);
        std::vector<ParsedRecord> records;
        while (Block *block = m_pipeline.takeToParse(m_stop.get_token())) {
            parseBlock(*block, *parser, m_longestRecord, records);
            m_pipeline.toPublish(block);
        }
    }

    void publish(const std::function<void()> &published)
    {
        quint64 line = m_start.line;
        while (Block *block = m_pipeline.takeToPublish(m_stop.get_token())) {
            if (block->isMisguessed) {
                m_goesOn = RunStart{block->offset, line, block->pieces.front().state};
                m_stop.request_stop();
                return;
            }
            if (block->index.records.size() > std::numeric_limits<Row>::max() - m_store.columns.size())
                return fail(Messages::tr("“%1” has more records than can be counted.").arg(m_job.name));
            m_store.append(block->index, line);
            line += block->lineBreaks;
            m_store.invalidBytes.fetch_add(block->invalidBytes, std::memory_order_relaxed);
            m_store.bytesRead.store(block->end, std::memory_order_relaxed);
            m_pipeline.giveBack(block);
            if (published)
                published();
        }
    }

    /// A thread that cannot go on, for want of memory above all, ends the run and not the program.
    template <typename Work>
    void guarded(Work &&work)
    {
        try {
            work();
        } catch (const std::exception &exception) {
            fail(Messages::tr("“%1” cannot be read on: %2.").arg(m_job.name, QString::fromUtf8(exception.what())));
        }
    }

    void fail(const QString &message)
    {
        const std::lock_guard lock(m_failureMutex);
        if (!m_failure)
            m_failure = Error{message};
        m_stop.request_stop();
    }

    const IndexJob &m_job;
    const RunStart m_start;
    LogStore &m_store;
    const qint64 m_longestRecord;
    const int m_workers;
    BlockPipeline m_pipeline;
    const std::unique_ptr<BlockCutter> m_cutter;
    BlockReader m_reader;
    std::optional<RunStart> m_goesOn;
    std::stop_source m_stop;
    std::mutex m_failureMutex;
    std::optional<Error> m_failure;
};

} // namespace

IndexResult indexSource(const IndexJob &job, LogStore &store, const IndexLimits &limits, const std::stop_token &stop,
                        const std::function<void()> &published)
{
    std::optional<RunStart> start = RunStart{job.begin, 1, {}};
    IndexResult result;
    while (start) {
        IndexRun run(job, *start, store, limits);
        result = run.run(stop, published);
        start = stop.stop_requested() ? std::nullopt : run.goesOn();
    }
    return result;
}

} // namespace evident
