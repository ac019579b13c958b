#include "indexer.h"

#include "blockpipeline.h"
#include "encoding.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <exception>
#include <limits>
#include <mutex>
#include <thread>
#include <utility>

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

/// Those before the text's last record are counted.
quint64 lineBreaksOf(QByteArrayView text, qint64 offset, const std::vector<ParsedRecord> &records)
{
    if (records.empty())
        return countLineBreaks(text);
    return records.back().linesBefore + countLineBreaks(text.sliced(records.back().offset - offset));
}

void parseBlock(Block &block, BlockParser &parser, qint64 longestRecord, std::vector<ParsedRecord> &records)
{
    block.index.clear();
    clearWithinReason(block.index.records);
    block.isMisguessed = false;
    if (block.longRecord) {
        block.index.add(*block.longRecord, 0);
        return;
    }
    bool isUtf8 = true;
    qint64 begin = 0;
    for (const Block::Piece &piece : block.pieces) {
        const QByteArrayView text = QByteArrayView(block.bytes).sliced(begin, piece.size);
        clearWithinReason(records);
        parser.parse(text, block.offset + begin, piece.state, records);
        for (ParsedRecord &record : records) {
            // What says nothing is of no kind, be it too long to be read or not.
            if (!record.understood)
                record.kind = Kind::None;
            const bool isLong = record.length > longestRecord;
            block.index.add(isLong ? placeOnly(record.offset, record.length) : record,
                            block.lineBreaks + record.linesBefore);
        }
        block.isMisguessed = block.isMisguessed || (piece.guess && parser.stateBehind() != piece.guess);
        block.lineBreaks += lineBreaksOf(text, block.offset + begin, records);
        isUtf8 = isUtf8 && parser.foundUtf8();
        begin += piece.size;
    }
    if (isUtf8 && begin == block.bytes.size())
        return;
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
          m_cutter(job.from ? job.from->place.cutter->clone() : job.format.cutter(job.head, job.context)),
          m_reader(job.source, job.name, *m_cutter, job.from ? job.from->place.offset : job.begin, job.end,
                   limits.blocks, job.from ? job.from->place.before : QByteArray())
    {
        if (job.from) {
            m_end.line = job.from->line;
            m_end.rows = job.from->rows;
            m_end.notUnderstood = job.from->notUnderstood;
            m_end.invalidBytes = job.from->invalidBytes;
            m_end.restEnd = job.from->restEnd;
        } else {
            m_end.rows = store.columns.size();
            m_end.notUnderstood = store.notUnderstood;
            m_end.invalidBytes = store.invalidBytes;
        }
    }

    IndexResult run(const std::stop_token &stop, const std::function<void()> &published)
    {
        const std::stop_callback forward(stop, [this] { m_stop.request_stop(); });
        {
            std::vector<std::jthread> threads;
            threads.reserve(static_cast<size_t>(m_workers));
            for (int worker = 0; worker < m_workers; ++worker)
                threads.emplace_back([this] { guarded([this] { work(); }); });
            guarded([&] { publish(published); });
        }
        // The threads have ended: what they wrote can be read without a lock.
        if (m_failure)
            return {IndexOutcome::Failed, m_failure, {}};
        if (m_stop.stop_requested())
            return {IndexOutcome::Cancelled, {}, {}};
        if (m_reader.error())
            return {IndexOutcome::Failed, m_reader.error(), {}};
        m_end.place = m_reader.takePlace();
        m_end.lastBytes = m_reader.lastBytes();
        m_end.end = m_job.end;
        m_end.complains = m_reader.complaint().has_value();
        if (m_job.withRest && m_end.complains)
            return {IndexOutcome::Failed, m_reader.complaint(), std::move(m_end)};
        return {IndexOutcome::Complete, {}, std::move(m_end)};
    }

    /// After run(): where the next one has to begin, if this one found a guess to be wrong.
    std::optional<IndexPlace> takeWrongGuess() { return std::move(m_wrongGuess); }

private:
    /// The next block; none at the end. Who parses it reads it, so that its bytes are in that processor's cache.
    Block *read()
    {
        const std::lock_guard lock(m_reading);
        Block *block = m_pipeline.takeFree(m_stop.get_token());
        if (!block)
            return nullptr;
        m_reader.setBlockSize(m_blockSize);
        if (!m_reader.next(*block, m_stop.get_token())) {
            m_pipeline.endReading();
            return nullptr;
        }
        m_pipeline.wasRead(block);
        return block;
    }

    void work()
    {
        const std::unique_ptr<BlockParser> parser = m_job.format.parser(m_job.head, m_job.context);
        std::vector<ParsedRecord> records;
        while (Block *block = read()) {
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
        bool takenBack = !m_job.from;
        const auto takeBack = [&] {
            if (!std::exchange(takenBack, true))
                m_store.takeBack(m_job.from->rows, m_job.from->notUnderstood, m_job.from->invalidBytes);
        };
        while (Block *block = m_pipeline.takeToPublish(m_stop.get_token())) {
            if (block->isMisguessed) {
                return guessedWrong(*block);
            }
            if (block->index.records.size() > std::numeric_limits<Row>::max() - m_store.columns.size())
                return fail(Messages::tr("“%1” has more records than can be counted.").arg(m_job.name));
            if (block->isRest && !m_job.withRest) {
                m_pipeline.giveBack(block);
                continue;
            }
            takeBack();
            // Before they are published: whoever sees the rows is to know.
            if (!block->isRest)
                m_store.settledRows.store(m_end.rows + Row(block->index.records.size()), std::memory_order_release);
            m_store.append(block->index, m_end.line, m_job.base);
            m_store.invalidBytes.fetch_add(block->invalidBytes, std::memory_order_relaxed);
            m_store.bytesRead.store(m_job.bytesBefore + block->end, std::memory_order_relaxed);
            if (!block->isRest)
                reached(*block);
            m_pipeline.giveBack(block);
            if (published)
                published();
        }
        publishRest(takeBack, published);
    }

    /// Ends the run. Another one has to go on from the block's beginning, without guessing.
    void guessedWrong(const Block &block)
    {
        IndexPlace &place = m_wrongGuess.emplace();
        place.place.cutter = m_job.format.cutter(m_job.head, m_job.context);
        place.place.cutter->resume(block.pieces.front().state, block.offset - m_job.begin);
        place.place.offset = block.offset;
        place.line = m_end.line;
        place.rows = m_end.rows;
        place.notUnderstood = m_end.notUnderstood;
        place.invalidBytes = m_end.invalidBytes;
        place.restEnd = m_end.restEnd;
        m_stop.request_stop();
    }

    /// Nothing up to the block's end can change any more.
    void reached(const Block &block)
    {
        m_end.line += block.lineBreaks;
        m_end.rows = m_store.columns.size();
        m_end.notUnderstood = m_store.notUnderstood;
        m_end.invalidBytes = m_store.invalidBytes;
    }

    /// The rest that was rows may be none any more.
    void publishRest(const std::function<void()> &takeBack, const std::function<void()> &published)
    {
        if (!m_job.withRest || m_stop.stop_requested())
            return;
        takeBack();
        m_end.restEnd = m_job.end;
        const Row before = m_store.columns.size();
        m_store.columns.publish();
        if (published && m_store.columns.size() < before)
            published();
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
    std::mutex m_reading; ///< guards m_reader, the cutter with it
    BlockReader m_reader;
    IndexPlace m_end; ///< reached so far
    std::optional<IndexPlace> m_wrongGuess; ///< where the block with it begins
    std::stop_source m_stop;
    std::mutex m_failureMutex;
    std::optional<Error> m_failure;
};

} // namespace

IndexResult indexSource(const IndexJob &job, LogStore &store, const IndexLimits &limits, const std::stop_token &stop,
                        const std::function<void()> &published)
{
    IndexJob rest = job;
    for (std::optional<IndexPlace> from;;) {
        IndexRun run(rest, store, limits);
        IndexResult result = run.run(stop, published);
        from = run.takeWrongGuess();
        if (!from || stop.stop_requested())
            return result;
        rest.from = &*from;
    }
}

} // namespace evident
