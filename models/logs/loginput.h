#pragma once

#include "format.h"
#include "loglocation.h"
#include "logoptions.h"
#include "source.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <stop_token>

namespace evident {

/// A log file opened: UTF-8 that can be read at any position, and what it turned out to be.
struct LogInput
{
    std::shared_ptr<Source> source;
    LogInfo info;
    const Format *format = nullptr;
    FormatContext context;
    QByteArray head; ///< the text's beginning, at most 1 MiB
    qint64 begin = 0; ///< of the text in the source: behind a byte-order mark
    qint64 end = 0;
    qint64 invalidBytes = 0; ///< that were replaced while transcoding
    /// Of the file, where its bytes are read in place: when `end` was its end.
    std::optional<FileStatus> status;
    std::optional<Error> damage; ///< why there is no more text: the file is cut off or damaged
};

/// Opens a log, which is spooled where it cannot be read in place: from a pipe, compressed, in another encoding.
/// Decides compression, encoding and format by what the file holds. Of an archive a member must be named, unless it has
/// but one.
Result<LogInput> openLogInput(const LogLocation &location, const LogOptions &options, const std::stop_token &stop,
                              const OpenProgress &progress = {});
/// The same of a file that is open already, plain and read in place.
Result<LogInput> logInputOfSource(std::shared_ptr<Source> source, const QString &path, const LogOptions &options);
/// The same for a text that is no file.
Result<LogInput> logInputOfBytes(const QString &name, QByteArray bytes, const LogOptions &options);

} // namespace evident
