#include "log.h"

#include "blockcache.h"
#include "logpart.h"
#include "logstore.h"
#include "openedfiles.h"
#include "spool.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <functional>
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
    Data(std::vector<LogInput> inputs, LogOptions options);

    std::vector<std::unique_ptr<LogPart>> parts; ///< at least one
    LogInfo info; ///< of all of them
    QStringList leftOut;
    const JoinedSource source;
    const LogOptions options;
    LogStore store;
    mutable BlockCache cache;
    std::atomic<qint64> end = 0; ///< bytes of all parts that are to be read
    bool headDecides = false; ///< whatever is appended, encoding and format stay; of the thread that indexes
    std::atomic<State> state = State::Opened;
    mutable std::atomic<bool> isForeign = false;
    mutable std::atomic<quint64> doubts = 0;
    mutable std::mutex errorMutex;
    std::optional<Error> error;

    const LogPart &only() const { return *parts.front(); }
    void setError(const std::optional<Error> &what)
    {
        const std::lock_guard lock(errorMutex);
        error = what;
    }
};

namespace {

std::vector<std::unique_ptr<LogPart>> partsOf(std::vector<LogInput> inputs)
{
    std::vector<std::unique_ptr<LogPart>> parts;
    parts.reserve(inputs.size());
    for (LogInput &input : inputs)
        parts.push_back(std::make_unique<LogPart>(parts.size(), std::move(input)));
    return parts;
}

/// LogInfo::suggestedEncoding, or what bytes further on tell.
QString encodingSuggestedBy(const LogInfo &info, qint64 invalidBytes)
{
    const bool invalid = info.encoding == "UTF-8"_L1 && invalidBytes > 0;
    return info.suggestedEncoding.isEmpty() && invalid ? u"windows-1252"_s : info.suggestedEncoding;
}

/// What is the same in all parts, and the sums.
LogInfo joinedInfo(const std::vector<std::unique_ptr<LogPart>> &parts)
{
    LogInfo info = parts.front()->input.info;
    for (size_t number = 1; number < parts.size(); ++number) {
        const LogInfo &other = parts[number]->input.info;
        info.bytes += other.bytes;
        const auto keepCommon = [](QString &text, const QString &otherText) {
            if (text != otherText)
                text.clear();
        };
        keepCommon(info.path, other.path);
        keepCommon(info.formatName, other.formatName);
        keepCommon(info.formatReason, other.formatReason);
        keepCommon(info.encoding, other.encoding);
        keepCommon(info.compression, other.compression);
        if (info.suggestedEncoding.isEmpty())
            info.suggestedEncoding = other.suggestedEncoding;
    }
    return info;
}

} // namespace

Log::Data::Data(std::vector<LogInput> inputs, LogOptions options)
    : parts(partsOf(std::move(inputs))),
      info(joinedInfo(parts)),
      source(parts),
      options(std::move(options)),
      cache(source),
      headDecides(!headIsAll(only().input))
{
    for (const std::unique_ptr<LogPart> &part : parts) {
        store.invalidBytes += part->input.invalidBytes;
        end += part->input.end;
    }
    store.bytesRead = only().input.begin;
}

Result<std::shared_ptr<Log>> Log::open(const LogLocation &location, const LogOptions &options, std::stop_token stop,
                                       const OpenProgress &progress)
{
    Result<LogInput> input = openLogInput(location, options, stop, progress);
    if (!input)
        return input.error();
    std::vector<LogInput> inputs;
    inputs.push_back(std::move(input).value());
    return std::shared_ptr<Log>(new Log(std::make_unique<Data>(std::move(inputs), options)));
}

Result<std::shared_ptr<Log>> Log::openSeveral(const QStringList &paths, const LogOptions &options, std::stop_token stop,
                                              Take take, const OpenProgress &progress)
{
    std::vector<OpenedFile> files;
    qint64 done = 0;
    for (const QString &path : paths) {
        if (stop.stop_requested())
            return openingStopped(path);
        if (progress)
            progress(done++, paths.size());
        openFile(path, options, stop, {}, files);
    }
    const QStringList leftOut = take == Take::Logs ? takeOutOthers(files) : QStringList();
    Result<std::shared_ptr<Log>> log = ofFiles(std::move(files), options);
    if (log)
        log.value()->m_data->leftOut = leftOut;
    return log;
}

Result<std::shared_ptr<Log>> Log::ofFiles(std::vector<OpenedFile> files, const LogOptions &options)
{
    const std::optional<Error> error = joinedError(files);
    std::vector<LogInput> inputs;
    for (OpenedFile &file : files) {
        if (file.input)
            inputs.push_back(*std::move(file.input));
    }
    if (inputs.empty())
        return error.value_or(Error{});
    auto data = std::make_unique<Data>(std::move(inputs), options);
    data->error = error;
    return std::shared_ptr<Log>(new Log(std::move(data)));
}

Result<std::shared_ptr<Log>> Log::fromBytes(const QString &name, QByteArray bytes, const LogOptions &options)
{
    Result<LogInput> input = logInputOfBytes(name, std::move(bytes), options);
    if (!input)
        return input.error();
    std::vector<LogInput> inputs;
    inputs.push_back(std::move(input).value());
    return std::shared_ptr<Log>(new Log(std::make_unique<Data>(std::move(inputs), options)));
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
    qint64 bytesBefore = 0;
    QStringList reasons = error() ? QStringList{error()->message} : QStringList();
    for (const std::unique_ptr<LogPart> &part : m_data->parts) {
        const LogInput &input = part->input;
        IndexJob job{*input.source, *input.format, input.head, input.context, input.info.path, input.begin, input.end};
        job.base = part->base;
        job.bytesBefore = bytesBefore;
        job.hashesTexts = m_data->store.textHashes && input.format->hasFields();
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

const LogInfo &Log::info() const noexcept
{
    return m_data->info;
}

size_t Log::partCount() const noexcept
{
    return m_data->parts.size();
}

const QStringList &Log::leftOut() const noexcept
{
    return m_data->leftOut;
}

const LogInfo &Log::partInfo(size_t part) const noexcept
{
    return m_data->parts[part]->input.info;
}

qint64 Log::partSize(size_t part) const noexcept
{
    return m_data->parts[part]->input.end;
}

const LogPartResult &Log::partResult(size_t part) const noexcept
{
    return m_data->parts[part]->result;
}

QString Log::suggestedEncoding(size_t part) const
{
    return encodingSuggestedBy(partInfo(part), partResult(part).invalidBytes);
}

size_t Log::partOf(Row row) const noexcept
{
    return m_data->parts.size() == 1 ? 0 : partAt(m_data->store.columns.offset(row));
}

size_t Log::partAt(qint64 offset) noexcept
{
    return LogPart::numberOf(offset);
}

const LogInfo &Log::info(Row row) const noexcept
{
    return partInfo(partOf(row));
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
    return m_data->only().input.status;
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
    return encodingSuggestedBy(m_data->info, invalidBytes());
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
    const quint64 revision = m_data->store.columns.revision();
    return noticed(readBack(row), revision);
}

Result<QByteArray> Log::rawPart(Row row, qint64 from, qint64 size) const
{
    const quint64 revision = m_data->store.columns.revision();
    return noticed(readPart(row, m_data->store.columns.record(row), from, size), revision);
}

/// What was read back when the columns had this revision. A row that changed meanwhile says nothing of the file.
Result<QByteArray> Log::noticed(Result<QByteArray> text, quint64 revision) const
{
    if (!text && m_data->store.columns.revision() == revision)
        m_data->isForeign = true;
    return text;
}

bool Log::isForeign() const noexcept
{
    return m_data->isForeign;
}

quint64 Log::doubts() const noexcept
{
    return m_data->doubts;
}

/// `record` is the row's, which may be another by now.
Result<QByteArray> Log::readPart(Row row, const RecordColumns &record, qint64 from, qint64 size) const
{
    const qint64 wanted = std::clamp<qint64>(record.length - from, 0, size);
    Result<QByteArray> text = m_data->cache.read(record.offset + from, wanted);
    if (text && text.value().size() < wanted) {
        return Error{
            QCoreApplication::translate("evident::Log", "“%1” has become shorter: the record on line %2 is gone.")
                .arg(info(row).path)
                .arg(record.line)};
    }
    return text;
}

Result<QByteArray> Log::readBack(Row row) const
{
    const RecordColumns record = m_data->store.columns.record(row);
    Result<QByteArray> text = readPart(row, record, 0, longestText);
    if (text && !isAsIndexed(record, text.value())) {
        return Error{QCoreApplication::translate("evident::Log",
                                                 "“%1” has changed: what is on line %2 is not the record that was "
                                                 "read there. Open the file again.")
                         .arg(info(row).path)
                         .arg(record.line)};
    }
    return text;
}

/// Whether a record's text still says what the columns say. Of a record too long to be read nothing is known.
bool Log::isAsIndexed(const RecordColumns &record, QByteArrayView text) const
{
    if (record.length > longestText)
        return true;
    const EventShape shape = m_data->store.shapes.at(record.shape);
    return m_data->parts[LogPart::numberOf(record.offset)]->holds(text, [&](const ParsedRecord &parsed) {
        return parsed.time == record.time && parsed.understood == shape.understood && parsed.code == shape.code
            && parsed.user == m_data->store.users.utf8(record.user);
    });
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
    return m_data->source;
}

QList<RecordField> Log::fieldsOf(Row row, QByteArrayView text) const
{
    if (!shape(m_data->store.columns.shape(row)).understood)
        return {};
    const LogInput &input = m_data->parts[partOf(row)]->input;
    return input.format->fields(text, input.head);
}

bool Log::mayHaveFields(Row row) const
{
    return m_data->parts[partOf(row)]->input.format->hasFields() && shape(m_data->store.columns.shape(row)).understood;
}

void Log::keepTextHashes()
{
    m_data->store.textHashes = std::make_unique<HashedRows>();
}

void Log::dropTextHashes()
{
    m_data->store.textHashes.reset();
}

const HashedRows *Log::textHashes() const noexcept
{
    return m_data->store.textHashes.get();
}

} // namespace evident
