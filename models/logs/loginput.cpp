#include "loginput.h"

#include "encoding.h"
#include "filehandle.h"
#include "spool.h"

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

bool isStandardInput(const QString &path)
{
    return path == "-"_L1 || path == "/dev/stdin"_L1;
}

/// The order in which this system writes day and month.
DateOrder localeDateOrder()
{
    const QString form = QLocale().dateFormat(QLocale::ShortFormat);
    return form.indexOf(u'd') < form.indexOf(u'M') ? DateOrder::DayFirst : DateOrder::MonthFirst;
}

/// Decides the encoding, and makes UTF-8 of what is something else.
Result<void> decode(LogInput &input, const LogOptions &options, const std::stop_token &stop)
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
        Result<TranscodedText> text =
            transcoded(*input.source, encoding.value(), input.info.path, options.maxSpool, stop);
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
    Utf8Check check;
    check.add(input.head);
    if (check.invalidBytesSoFar() > 0)
        input.info.suggestedEncoding = u"windows-1252"_s;
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

Result<LogInput> examined(LogInput input, const LogOptions &options, qint64 fileTime, const std::stop_token &stop)
{
    const Result<qint64> bytes = input.source->size();
    if (!bytes)
        return bytes.error();
    input.info.bytes = bytes.value();
    input.info.compression = u"none"_s;
    input.context = {options.inputZone, fileTime, options.textPattern, localeDateOrder()};
    if (const Result<void> decoded = decode(input, options, stop); !decoded)
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

} // namespace

Result<LogInput> openLogInput(const QString &path, const LogOptions &options, const std::stop_token &stop)
{
    Result<FileHandle> file = isStandardInput(path) ? FileHandle::standardInput() : FileHandle::openForReading(path);
    if (!file)
        return file.error();
    const FileHandle::Kind kind = file.value().kind();
    const bool inPlace = kind == FileHandle::Kind::Regular && !isStandardInput(path);
    const bool spooled = isStandardInput(path) || kind == FileHandle::Kind::Pipe || kind == FileHandle::Kind::Terminal;
    const qint64 fileTime =
        kind == FileHandle::Kind::Regular ? file.value().modified() : QDateTime::currentMSecsSinceEpoch();
    // What can neither be read in place nor spooled gets the message of a file source.
    Result<std::shared_ptr<Source>> source = inPlace ? Result(fileSource(std::move(file).value()))
        : spooled                                    ? spooledInput(file.value(), options.maxSpool, stop)
                                                     : openFileSource(path);
    if (!source)
        return source.error();
    LogInput input;
    input.source = source.value();
    input.info.path = path;
    if (inPlace) {
        const Result<FileStatus> status = input.source->status();
        if (!status)
            return status.error();
        input.status = status.value();
    }
    return examined(std::move(input), options, fileTime, stop);
}

Result<LogInput> logInputOfSource(std::shared_ptr<Source> source, const QString &path, const LogOptions &options)
{
    LogInput input;
    input.source = std::move(source);
    input.info.path = path;
    return examined(std::move(input), options, QDateTime::currentMSecsSinceEpoch(), {});
}

Result<LogInput> logInputOfBytes(const QString &name, QByteArray bytes, const LogOptions &options)
{
    LogInput input;
    input.source = memorySource(std::move(bytes));
    input.info.path = name;
    return examined(std::move(input), options, QDateTime::currentMSecsSinceEpoch(), {});
}

} // namespace evident
