#include "log.h"

#include "logdata.h"
#include "openedfiles.h"
#include "spool.h"

namespace evident {

using namespace Qt::StringLiterals;

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

} // namespace evident
