#include "log.h"

#include "blockcache.h"
#include "indexer.h"
#include "loginput.h"
#include "logstore.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <mutex>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

/// Whether encoding and format were chosen by all that there was.
bool headIsAll(const LogInput &input)
{
    return input.begin + input.head.size() >= input.end;
}

} // namespace

struct Log::Data
{
    Data(LogInput opened, LogOptions options)
        : input(std::move(opened)),
          options(std::move(options)),
          cache(*input.source),
          end(input.end),
          headDecides(!headIsAll(input)),
          context(input.context)
    {
        store.invalidBytes = input.invalidBytes;
        store.bytesRead = input.begin;
    }

    const LogInput input;
    const LogOptions options;
    LogStore store;
    mutable BlockCache cache;
    std::atomic<qint64> end;
    // Of the thread that indexes.
    IndexPlace place;
    bool headDecides = false; ///< whatever is appended, encoding and format stay
    std::atomic<State> state = State::Opened;
    mutable std::mutex errorMutex;
    std::optional<Error> error;
    // Compares what is read back with the columns; made once, as a parser has buffers of its own.
    mutable std::mutex checkMutex;
    FormatContext context;
    mutable std::unique_ptr<BlockParser> checkParser;
    mutable QByteArray checkScratch;

    void setError(const std::optional<Error> &what)
    {
        const std::lock_guard lock(errorMutex);
        error = what;
    }
};

Result<std::shared_ptr<Log>> Log::open(const QString &path, const LogOptions &options, std::stop_token stop)
{
    Result<LogInput> input = openLogInput(path, options, stop);
    if (!input)
        return input.error();
    return std::shared_ptr<Log>(new Log(std::make_unique<Data>(std::move(input).value(), options)));
}

Result<std::shared_ptr<Log>> Log::fromBytes(const QString &name, QByteArray bytes, const LogOptions &options)
{
    Result<LogInput> input = logInputOfBytes(name, std::move(bytes), options);
    if (!input)
        return input.error();
    return std::shared_ptr<Log>(new Log(std::make_unique<Data>(std::move(input).value(), options)));
}

Log::Log(std::unique_ptr<Data> data)
    : m_data(std::move(data))
{ }

Log::~Log() = default;

void Log::index(std::stop_token stop, const std::function<void()> &published)
{
    State expected = State::Opened;
    if (!m_data->state.compare_exchange_strong(expected, State::Indexing))
        return;
    const LogInput &input = m_data->input;
    const IndexJob job{*input.source,   *input.format, input.head, input.context,
                       input.info.path, input.begin,   input.end};
    finish(indexSource(job, m_data->store, {}, stop, published), input.end);
}

void Log::finish(IndexResult result, qint64 end)
{
    m_data->place = std::move(result.end);
    switch (result.outcome) {
    case IndexOutcome::Complete:
        m_data->store.bytesRead = end;
        m_data->setError({});
        m_data->state = State::Complete;
        break;
    case IndexOutcome::Cancelled:
        m_data->state = State::Cancelled;
        break;
    case IndexOutcome::Failed:
        // The reason first: who sees the state may ask for it.
        m_data->setError(result.error);
        m_data->state = State::Failed;
        break;
    }
}

bool Log::grow(const Growth &growth, std::stop_token stop, const std::function<void()> &published)
{
    const IndexPlace &place = m_data->place;
    if (!place.place.cutter || growth.end < place.end || !m_data->store.columns.canTakeBack(place.rows))
        return false;
    const LogInput &input = m_data->input;
    FormatContext context = m_data->context;
    context.fileTime = growth.fileTime;
    {
        const std::lock_guard lock(m_data->checkMutex);
        m_data->context = context;
        m_data->checkParser.reset();
    }
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
    finish(indexSource(job, m_data->store, limits, stop, published), growth.end);
    return true;
}

bool Log::hasUnindexedRest() const
{
    return m_data->place.hasUnindexedRest();
}

Result<bool> Log::hasSameEnds() const
{
    const LogInput &input = m_data->input;
    const QByteArray first = input.head.first(std::min(input.head.size(), BlockReader::keptBytes));
    const Result<QByteArray> begins = readBytes(*input.source, input.begin, first.size());
    if (!begins)
        return begins.error();
    const QByteArray &last = m_data->place.lastBytes;
    const Result<QByteArray> ends = readBytes(*input.source, m_data->place.end - last.size(), last.size());
    if (!ends)
        return ends.error();
    return begins.value() == first && ends.value() == last;
}

bool Log::isOutgrown() const
{
    const LogInput &input = m_data->input;
    if (m_data->headDecides)
        return false;
    // With a first record, all that stands before records is there.
    if (m_data->place.rows == 0)
        return true;
    const Result<LogInput> now = logInputOfSource(input.source, input.info.path, m_data->options);
    if (!now)
        return true;
    m_data->headDecides = !headIsAll(now.value());
    return now.value().format != input.format || now.value().begin != input.begin
        || now.value().info.encoding != input.info.encoding;
}

const LogInfo &Log::info() const noexcept
{
    return m_data->input.info;
}

Log::State Log::state() const noexcept
{
    return m_data->state;
}

qint64 Log::bytesRead() const noexcept
{
    return m_data->store.bytesRead;
}

qint64 Log::bytesTotal() const noexcept
{
    return m_data->end;
}

const std::optional<FileStatus> &Log::openedStatus() const noexcept
{
    return m_data->input.status;
}

QString Log::growthObstacle() const
{
    const LogInput &input = m_data->input;
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

qint64 Log::notUnderstood() const noexcept
{
    return m_data->store.notUnderstood;
}

qint64 Log::invalidBytes() const noexcept
{
    return m_data->store.invalidBytes;
}

std::optional<Error> Log::error() const
{
    const std::lock_guard lock(m_data->errorMutex);
    return m_data->error;
}

const Columns &Log::columns() const noexcept
{
    return m_data->store.columns;
}

const Dictionary &Log::texts(TextColumn column) const noexcept
{
    switch (column) {
    case TextColumn::User:
        break;
    case TextColumn::Method:
        return m_data->store.methods;
    case TextColumn::Application:
        return m_data->store.applications;
    case TextColumn::Address:
        return m_data->store.addresses;
    }
    return m_data->store.users;
}

const Dictionary &Log::names() const noexcept
{
    return m_data->store.names;
}

ShapeId Log::shapeCount() const noexcept
{
    return m_data->store.shapes.size();
}

EventShape Log::shape(ShapeId id) const noexcept
{
    return m_data->store.shapes.at(id);
}

Result<QByteArray> Log::raw(Row row) const
{
    const RecordColumns record = m_data->store.columns.record(row);
    const qint64 size = std::min<qint64>(record.length, longestText);
    Result<QByteArray> text = m_data->cache.read(record.offset, size);
    if (text && text.value().size() < size) {
        return Error{
            QCoreApplication::translate("evident::Log", "“%1” has become shorter: the record on line %2 is gone.")
                .arg(m_data->input.info.path)
                .arg(record.line)};
    }
    if (text && !isAsIndexed(record, text.value())) {
        return Error{QCoreApplication::translate("evident::Log",
                                                 "“%1” has changed: what is on line %2 is not the record that was "
                                                 "read there. Open the file again.")
                         .arg(m_data->input.info.path)
                         .arg(record.line)};
    }
    return text;
}

/// Whether a record's text still says what the columns say. Of a record too long to be read nothing is known.
bool Log::isAsIndexed(const RecordColumns &record, QByteArrayView text) const
{
    if (record.length > longestText)
        return true;
    const std::lock_guard lock(m_data->checkMutex);
    if (!m_data->checkParser)
        m_data->checkParser = m_data->input.format->parser(m_data->input.head, m_data->context);
    const std::optional<ParsedRecord> parsed = m_data->checkParser->parseRecord(text, m_data->checkScratch);
    if (!parsed)
        return false;
    const EventShape shape = m_data->store.shapes.at(record.shape);
    return parsed->time == record.time && parsed->understood == shape.understood && parsed->code == shape.code
        && parsed->user == m_data->store.users.utf8(record.user);
}

Result<QList<RecordField>> Log::fields(Row row) const
{
    const Result<QByteArray> text = raw(row);
    if (!text)
        return text.error();
    return fieldsOf(row, text.value());
}

QString Log::field(Row row, const QString &name) const
{
    const Result<QList<RecordField>> all = fields(row);
    if (!all)
        return {};
    const auto found = std::ranges::find_if(
        all.value(), [&](const RecordField &field) { return field.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == all.value().end() ? QString() : found->value;
}

const Source &Log::source() const noexcept
{
    return *m_data->input.source;
}

QList<RecordField> Log::fieldsOf(Row row, QByteArrayView text) const
{
    if (!shape(m_data->store.columns.shape(row)).understood)
        return {};
    return m_data->input.format->fields(text, m_data->input.head);
}

} // namespace evident
