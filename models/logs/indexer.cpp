#include "indexer.h"

#include "blockpipeline.h"
#include "encoding.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <exception>
#include <limits>
#include <thread>

namespace evident {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::Indexer)
};

/// Records that a block should have at most: they take more memory than their bytes when they are short. (As lines of
/// 64 bytes, they are a block of the usual size.)
constexpr qint64 recordsABlock = 16 * 1024;

/// Empties the vector, and gives memory back that was needed once for very many.
template <typename Record>
void clearWithinReason(std::vector<Record> &records)
{
    if (records.capacity() > 4 * recordsABlock)
        records = {};
    records.clear();
}

void parseBlock(Block &block, BlockParser &parser, qint64 longestRecord, std::vector<ParsedRecord> &records)
{
    block.index.clear();
    clearWithinReason(block.index.records);
    if (block.longRecord) {
        block.index.add(*block.longRecord, 0);
        return;
    }
    qint64 begin = 0;
    for (const Block::Piece &piece : block.pieces) {
        const QByteArrayView text = QByteArrayView(block.bytes).sliced(begin, piece.size);
        clearWithinReason(records);
        parser.parse(text, block.offset + begin, piece.state, records);
        for (const ParsedRecord &record : records) {
            const bool isLong = record.length > longestRecord;
            block.index.add(isLong ? placeOnly(record.offset, record.length) : record,
                            block.lineBreaks + record.linesBefore);
        }
        block.lineBreaks += countLineBreaks(text);
        begin += piece.size;
    }
    Utf8Check check;
    check.add(block.bytes);
    block.invalidBytes = check.invalidBytes();
}

/// One run: its threads and what they share.
class IndexRun
{
public:
    IndexRun(const IndexJob &job, LogStore &store, const IndexLimits &limits)
        : m_job(job),
          m_store(store),
          m_limits(limits.blocks),
          m_blockSize(std::min(m_limits.firstBlock, m_limits.block)),
          m_workers(limits.workers > 0 ? limits.workers : std::max(1, int(std::thread::hardware_concurrency()))),
          m_pipeline(size_t(m_workers) * 2 + 2, limits.bytesInFlight),
          m_cutter(job.format.cutter(job.head, job.context)),
          m_reader(job.source, job.name, *m_cutter, job.begin, job.end, limits.blocks)
    { }

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

private:
    void read()
    {
        while (Block *block = m_pipeline.takeFree(m_stop.get_token())) {
            m_reader.setBlockSize(m_blockSize);
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
            parseBlock(*block, *parser, m_limits.longestRecord, records);
            chooseBlockSize(*block);
            m_pipeline.toPublish(block);
        }
    }

    /// Small until the first block shows how long records are.
    void chooseBlockSize(const Block &block)
    {
        if (block.index.records.empty() || block.bytes.isEmpty())
            return;
        const qint64 size = block.bytes.size() * recordsABlock / qint64(block.index.records.size());
        m_blockSize = std::clamp(size, std::min(m_limits.firstBlock, m_limits.block), m_limits.block);
    }

    void publish(const std::function<void()> &published)
    {
        quint64 line = 1;
        while (Block *block = m_pipeline.takeToPublish(m_stop.get_token())) {
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
    LogStore &m_store;
    const BlockLimits m_limits;
    std::atomic<qint64> m_blockSize; ///< wanted of the next blocks
    const int m_workers;
    BlockPipeline m_pipeline;
    const std::unique_ptr<BlockCutter> m_cutter;
    BlockReader m_reader;
    std::stop_source m_stop;
    std::mutex m_failureMutex;
    std::optional<Error> m_failure;
};

} // namespace

IndexResult indexSource(const IndexJob &job, LogStore &store, const IndexLimits &limits, const std::stop_token &stop,
                        const std::function<void()> &published)
{
    return IndexRun(job, store, limits).run(stop, published);
}

} // namespace evident
