#pragma once

#include "format.h"
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
};

/// Opens a file, or standard input ("-"), which is spooled, as is a pipe. Decides encoding and format by what the file
/// holds.
Result<LogInput> openLogInput(const QString &path, const LogOptions &options, const std::stop_token &stop);
/// The same of a file that is open already.
Result<LogInput> logInputOfSource(std::shared_ptr<Source> source, const QString &path, const LogOptions &options);
/// The same for a text that is no file.
Result<LogInput> logInputOfBytes(const QString &name, QByteArray bytes, const LogOptions &options);

} // namespace evident
