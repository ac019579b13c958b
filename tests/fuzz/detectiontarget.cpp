#include "detectiontarget.h"

#include "format.h"
#include "fuzztarget.h"
#include "log.h"
#include "readertarget.h"

#include <QTemporaryFile>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

constexpr qint64 maxSpool = 4 * 1024 * 1024;

/// By the block size, so that ordinary sizes leave it to the file.
QString encodingFor(const FuzzSetting &setting)
{
    switch (setting.blockSize) {
    case 254:
        return u"UTF-16LE"_s;
    case 255:
        return u"UTF-16BE"_s;
    case 256:
        return u"windows-1252"_s;
    default:
        return {};
    }
}

LogOptions optionsFor(const FuzzSetting &setting)
{
    LogOptions options;
    options.encoding = encodingFor(setting);
    options.inputZone = setting.context.inputZone;
    options.textPattern = setting.context.textPattern;
    options.maxSpool = maxSpool;
    return options;
}

void checkLog(Log &log)
{
    mustHold(formatByName(log.info().formatName) != nullptr, "the format that was found is one of all");
    mustHold(!log.info().formatReason.isEmpty(), "there is a reason for the format");
    log.index({});
    const bool isRead = log.state() == Log::State::Complete || log.error().has_value();
    mustHold(isRead, "the log is read to its end, or there is an error");
    for (Row row = 0; row < log.columns().size(); ++row) {
        const Result<QByteArray> text = log.raw(row);
        mustHold(text.ok(), "a record can be read back");
        const bool isWhole = text.value().size() == qsizetype(log.columns().record(row).length);
        mustHold(isWhole, "a record that is read back has its length");
        log.fieldsOf(row, text.value());
    }
}

} // namespace

void checkDetection(QByteArrayView input)
{
    const FuzzSetting setting(input);
    for (const Format *format : formats()) {
        format->match(setting.log, false);
        const Format::Match match = format->match(setting.log, true);
        mustHold(!match.fits || !match.reason.isEmpty(), "a format that fits says why");
    }
    mustHold(formats().back()->match(setting.log, true).fits, "the last format fits anything");
    const Result<std::shared_ptr<Log>> log =
        Log::fromBytes(u"pasted"_s, setting.log.toByteArray(), optionsFor(setting));
    if (log)
        checkLog(*log.value());
    else
        mustHold(!log.error().message.isEmpty(), "an error has a message");
}

void checkFile(QByteArrayView input)
{
    const FuzzSetting setting(input);
    QTemporaryFile file;
    mustHold(file.open(), "a temporary file can be made");
    file.write(setting.log.data(), setting.log.size());
    file.close();
    const Result<std::shared_ptr<Log>> log = Log::open(file.fileName(), optionsFor(setting));
    if (log)
        checkLog(*log.value());
    else
        mustHold(log.error().message.contains(file.fileName()), "an error names the file");
}
