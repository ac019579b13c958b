#pragma once

#include "compression.h"
#include "logarchive.h"
#include "spool.h"

namespace evident {

/// A file as it lies there, opened: one log, plain or compressed, or an archive of several.
struct LogContainer
{
    std::shared_ptr<Source> source;
    Compression compression = Compression::None;
    std::shared_ptr<const LogArchive> archive; ///< of a zip archive
    qint64 fileTime = 0; ///< of the last change, ms since 1970 UTC; of a pipe: now
    bool canBeReopened = true; ///< by its path: it is no pipe

    /// Opens a file, or standard input ("-"), which is spooled, as is a pipe.
    static Result<std::shared_ptr<const LogContainer>> open(const QString &path, const SpoolJob &job);
};

} // namespace evident
