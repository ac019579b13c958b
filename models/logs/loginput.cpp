#include "loginput.h"

#include "encoding.h"
#include "logcontainer.h"
#include "streamunpacker.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 headSize = 1024 * 1024;

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::LogInput)
};

/// Unpacks a compressed file.
Result<void> unpackStream(LogInput &input, Compression compression, const SpoolJob &job)
{
    const Result<qint64> size = input.source->size();
    if (!size)
        return size.error();
    StreamUnpacker unpacker(compression, *input.source, job.name, job.stop);
    Result<Unpacked> text = unpackAll(unpacker, size.value(), job);
    if (!text)
        return text.error();
    input.source = text.value().source;
    input.damage = text.value().damage;
    return {};
}

/// Unpacks a member of an archive.
Result<void> unpackMember(LogInput &input, const LogContainer &container, const LogLocation &location,
                          const SpoolJob &job)
{
    Result<LogArchive::Document> document = container.archive->unpack(location.member, location.memberNumber, job);
    if (!document)
        return document.error();
    input.source = document.value().text.source;
    input.damage = document.value().text.damage;
    input.info.bytes = document.value().text.size;
    if (document.value().member.modified > 0)
        input.context.fileTime = document.value().member.modified;
    return {};
}

/// Only what can be read as text is a log.
Result<void> refuseArchive(const LogInput &input)
{
    const Result<QByteArray> head = readBytes(*input.source, 0, compressionHeadSize);
    if (!head)
        return head.error();
    if (compressionOf(head.value()) == Compression::None && !isTar(head.value()))
        return {};
    return Error{Messages::tr("“%1” holds an archive or is compressed twice, which cannot be read. Unpack it and open "
                              "what is in it.")
                     .arg(input.info.path)};
}

/// The order in which this system writes day and month.
DateOrder localeDateOrder()
{
    const QString form = QLocale().dateFormat(QLocale::ShortFormat);
    return form.indexOf(u'd') < form.indexOf(u'M') ? DateOrder::DayFirst : DateOrder::MonthFirst;
}

/// Decides the encoding, and makes UTF-8 of what is something else.
Result<void> decode(LogInput &input, const LogOptions &options, const SpoolJob &job)
{
    Result<QByteArray> head = readBytes(*input.source, 0, headSize);
    if (!head)
        return head.error();
    const Result<Encoding> encoding = chooseEncoding(head.value(), options.encoding);
    if (!encoding)
        return encoding.error();
    input.info.encoding = encoding.value().name;
    input.begin = encoding.value().markSize;
    if (!encoding.value().isUtf8()) {
        Result<TranscodedText> text = transcoded(*input.source, encoding.value(), job);
        if (!text)
            return text.error();
        input.source = text.value().source;
        input.status.reset();
        input.invalidBytes = text.value().invalidBytes;
        input.begin = 0;
        head = readBytes(*input.source, 0, headSize);
        if (!head)
            return head.error();
    }
    input.head = head.value().mid(input.begin);
    if (encoding.value().isUtf8())
        input.info.suggestedEncoding = suggestedEncoding(input.head);
    return {};
}

Result<void> chooseFormat(LogInput &input, const LogOptions &options)
{
    if (!options.formatName.isEmpty()) {
        input.format = formatByName(options.formatName);
        if (!input.format) {
            return Error{Messages::tr("The format “%1” is not known. Known are: %2.")
                             .arg(options.formatName, formatNames().join(u", "_s))};
        }
        input.info.formatReason = Messages::tr("The format was chosen by hand.");
    } else {
        const bool headIsAll = input.begin + input.head.size() >= input.end;
        for (const Format *format : formats()) {
            const Format::Match match = format->match(input.head, headIsAll);
            if (!match.fits)
                continue;
            input.format = format;
            input.info.formatReason = match.reason;
            break;
        }
        if (!input.format)
            return Error{Messages::tr("No format fits “%1”.").arg(input.info.path)};
    }
    input.info.formatName = input.format->name();
    input.info.guess = input.format->guess(input.head, input.context);
    return {};
}

Result<LogInput> examined(LogInput input, const LogOptions &options, const SpoolJob &job)
{
    if (const Result<void> decoded = decode(input, options, job); !decoded)
        return decoded.error();
    const Result<qint64> end = input.source->size();
    if (!end)
        return end.error();
    // The bytes that were there at the time of the status: those behind are another look's.
    input.end = input.status ? input.status->size : end.value();
    if (const Result<void> chosen = chooseFormat(input, options); !chosen)
        return chosen.error();
    return input;
}

/// An archive without a member named is its only log.
Result<LogLocation> soleLog(const LogLocation &location, const LogOptions &options, const SpoolJob &job)
{
    Result<LogExpansion> expansion = expandLogPath(location.path, options, job.stop, job.progress);
    if (!expansion)
        return expansion.error();
    if (expansion.value().locations.size() > 1)
        return Error{Messages::tr("“%1” is an archive of several files.").arg(location.path)};
    return expansion.value().locations.front();
}

} // namespace

Result<LogInput> openLogInput(const LogLocation &location, const LogOptions &options, const std::stop_token &stop,
                              const OpenProgress &progress)
{
    const SpoolJob job(location.name(), options, stop, progress);
    const Result<std::shared_ptr<const LogContainer>> opened =
        location.container ? Result(location.container) : LogContainer::open(location.path, job);
    if (!opened)
        return opened.error();
    const LogContainer &container = *opened.value();
    if (container.archive && location.member.isEmpty()) {
        const Result<LogLocation> sole = soleLog(location, options, job);
        return sole ? openLogInput(sole.value(), options, stop, progress) : Result<LogInput>(sole.error());
    }
    LogInput input;
    input.source = container.source;
    input.info.path = location.name();
    input.info.compression = compressionName(container.compression);
    input.context = {options.inputZone, container.fileTime, options.textPattern, localeDateOrder()};
    const Result<qint64> bytes = container.source->size();
    if (!bytes)
        return bytes.error();
    input.info.bytes = bytes.value();
    if (container.canBeReopened && container.compression == Compression::None) {
        const Result<FileStatus> status = container.source->status();
        if (!status)
            return status.error();
        input.status = status.value();
    }
    const Result<void> unpacked = container.archive  ? unpackMember(input, container, location, job)
        : container.compression != Compression::None ? unpackStream(input, container.compression, job)
                                                     : Result<void>();
    if (!unpacked)
        return unpacked.error();
    if (const Result<void> refused = refuseArchive(input); !refused)
        return refused.error();
    return examined(std::move(input), options, job);
}

Result<LogInput> logInputOfSource(std::shared_ptr<Source> source, const QString &path, const LogOptions &options)
{
    LogInput input;
    input.source = std::move(source);
    input.info.path = path;
    input.info.compression = compressionName(Compression::None);
    input.context = {options.inputZone, QDateTime::currentMSecsSinceEpoch(), options.textPattern, localeDateOrder()};
    return examined(std::move(input), options, SpoolJob(path, options, {}, {}));
}

Result<LogInput> logInputOfBytes(const QString &name, QByteArray bytes, const LogOptions &options)
{
    LogInput input;
    input.info.path = name;
    input.info.compression = compressionName(Compression::None);
    input.info.bytes = bytes.size();
    input.source = memorySource(std::move(bytes));
    input.context = {options.inputZone, QDateTime::currentMSecsSinceEpoch(), options.textPattern, localeDateOrder()};
    return examined(std::move(input), options, SpoolJob(name, options, {}, {}));
}

} // namespace evident
