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

struct Log::Data
{
    explicit Data(LogInput opened)
        : input(std::move(opened)),
          cache(*input.source)
    {
        store.invalidBytes = input.invalidBytes;
        store.bytesRead = input.begin;
    }

    const LogInput input;
    LogStore store;
    mutable BlockCache cache;
    std::atomic<State> state = State::Opened;
    mutable std::mutex errorMutex;
    std::optional<Error> error;
    // Compares what is read back with the columns; made once, as a parser has buffers of its own.
    mutable std::mutex checkMutex;
    mutable std::unique_ptr<BlockParser> checkParser;
    mutable QByteArray checkScratch;

    void setError(const std::optional<Error> &what)
    {
        const std::lock_guard lock(errorMutex);
        error = what;
    }
};

Result<std::shared_ptr<Log>> Log::open(const LogLocation &location, const LogOptions &options, std::stop_token stop,
                                       const OpenProgress &progress)
{
    Result<LogInput> input = openLogInput(location, options, stop, progress);
    if (!input)
        return input.error();
    return std::shared_ptr<Log>(new Log(std::make_unique<Data>(std::move(input).value())));
}

Result<std::shared_ptr<Log>> Log::fromBytes(const QString &name, QByteArray bytes, const LogOptions &options)
{
    Result<LogInput> input = logInputOfBytes(name, std::move(bytes), options);
    if (!input)
        return input.error();
    return std::shared_ptr<Log>(new Log(std::make_unique<Data>(std::move(input).value())));
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
    const IndexResult result = indexSource(job, m_data->store, {}, stop, published);
    switch (result.outcome) {
    case IndexOutcome::Complete:
        m_data->store.bytesRead = input.end;
        m_data->setError(input.damage);
        m_data->state = input.damage ? State::Failed : State::Complete;
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
    return m_data->input.end;
}

qint64 Log::notUnderstood() const noexcept
{
    return m_data->store.notUnderstood;
}

qint64 Log::invalidBytes() const noexcept
{
    return m_data->store.invalidBytes;
}

QString Log::suggestedEncoding() const
{
    const LogInfo &info = m_data->input.info;
    const bool invalid = info.encoding == "UTF-8"_L1 && invalidBytes() > 0;
    return info.suggestedEncoding.isEmpty() && invalid ? u"windows-1252"_s : info.suggestedEncoding;
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
        m_data->checkParser = m_data->input.format->parser(m_data->input.head, m_data->input.context);
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
