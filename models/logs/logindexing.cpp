// What a log's indexing thread does: reading the files to their end, and on as they grow.

#include "logdata.h"

#include <QCoreApplication>

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

void Log::index(std::stop_token stop, const std::function<void()> &published)
{
    State expected = State::Opened;
    if (!m_data->state.compare_exchange_strong(expected, State::Indexing))
        return;
    qint64 bytesBefore = 0;
    QStringList reasons = error() ? QStringList{error()->message} : QStringList();
    for (const std::unique_ptr<LogPart> &part : m_data->parts) {
        const LogInput &input = part->input;
        IndexJob job{*input.source, *input.format, input.head, input.context, input.info.path, input.begin, input.end};
        job.base = part->base;
        job.bytesBefore = bytesBefore;
        LogPartResult &read = part->result;
        read = {m_data->store.columns.size(), 0, m_data->store.notUnderstood, m_data->store.invalidBytes, {}};
        IndexResult result = indexSource(job, m_data->store, {}, stop, published);
        part->place = std::move(result.end);
        if (result.outcome == IndexOutcome::Cancelled) {
            m_data->state = State::Cancelled;
            return;
        }
        read.rowsEnd = m_data->store.columns.size();
        read.notUnderstood = m_data->store.notUnderstood - read.notUnderstood;
        read.invalidBytes = m_data->store.invalidBytes - read.invalidBytes;
        read.error = result.outcome == IndexOutcome::Failed ? result.error : input.damage;
        if (read.error)
            reasons.append(read.error->message);
        bytesBefore += input.end;
        m_data->store.bytesRead = bytesBefore;
    }
    finish(reasons);
}

void Log::finish(const QStringList &reasons)
{
    // The reason first: who sees the state may ask for it.
    m_data->setError(reasons.isEmpty() ? std::nullopt : std::optional(Error{reasons.join(u'\n')}));
    m_data->state = reasons.isEmpty() ? State::Complete : State::Failed;
}

bool Log::grow(const Growth &growth, std::stop_token stop, const std::function<void()> &published)
{
    LogPart &part = *m_data->parts.front();
    const IndexPlace &place = part.place;
    if (m_data->parts.size() > 1 || !place.place.cutter || growth.end < place.end
        || !m_data->store.columns.canTakeBack(place.rows))
        return false;
    const LogInput &input = part.input;
    FormatContext context = part.context();
    context.fileTime = growth.fileTime;
    part.setContext(context);
    IndexJob job{*input.source, *input.format, input.head, context, input.info.path};
    job.end = growth.end;
    job.from = &place;
    job.withRest = growth.withRest;
    IndexLimits limits;
    // A cutter sees at least the bytes that it could not cut before.
    limits.blocks.firstBlock += place.end - place.place.offset;
    if (growth.end - place.place.offset <= limits.blocks.block)
        limits.workers = 1;
    m_data->end = growth.end;
    IndexResult result = indexSource(job, m_data->store, limits, stop, published);
    part.place = std::move(result.end);
    if (result.outcome == IndexOutcome::Cancelled) {
        m_data->state = State::Cancelled;
        return true;
    }
    m_data->store.bytesRead = growth.end;
    finish(result.error ? QStringList{result.error->message} : QStringList());
    return true;
}

bool Log::hasUnindexedRest() const
{
    return m_data->only().place.hasUnindexedRest();
}

Result<bool> Log::hasSameEnds() const
{
    m_data->cache.forget();
    ++m_data->doubts; // only now: what was read before this number is doubtful, what is read after it is not
    const LogInput &input = m_data->only().input;
    const QByteArray first = input.head.first(std::min(input.head.size(), BlockReader::keptBytes));
    const Result<QByteArray> begins = readBytes(*input.source, input.begin, first.size());
    if (!begins)
        return begins.error();
    const QByteArray &last = m_data->only().place.lastBytes;
    const Result<QByteArray> ends = readBytes(*input.source, m_data->only().place.end - last.size(), last.size());
    if (!ends)
        return ends.error();
    return begins.value() == first && ends.value() == last;
}

bool Log::isOutgrown() const
{
    const LogInput &input = m_data->only().input;
    if (m_data->headDecides)
        return false;
    // With a first record, all that stands before records is there.
    if (m_data->only().place.rows == 0)
        return true;
    const Result<LogInput> now = logInputOfSource(input.source, input.info.path, m_data->options);
    if (!now)
        return true;
    m_data->headDecides = !headIsAll(now.value());
    return now.value().format != input.format || now.value().begin != input.begin
        || now.value().info.encoding != input.info.encoding;
}

QString Log::growthObstacle() const
{
    const LogInput &input = m_data->only().input;
    if (m_data->parts.size() > 1)
        return QCoreApplication::translate("evident::Log", "Several files that are shown as one cannot be followed.");
    if (input.status)
        return {};
    if (input.info.compression != "none"_L1)
        return QCoreApplication::translate("evident::Log", "A compressed file cannot be followed.");
    if (input.info.encoding != "UTF-8"_L1) {
        return QCoreApplication::translate("evident::Log", "A file in the encoding %1 cannot be followed.")
            .arg(input.info.encoding);
    }
    return QCoreApplication::translate("evident::Log", "Only a file on disk can be followed.");
}

Row Log::settledRows() const noexcept
{
    return m_data->store.settledRows.load(std::memory_order_acquire);
}

} // namespace evident
