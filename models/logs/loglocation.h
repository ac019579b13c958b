#pragma once

#include "logoptions.h"
#include "result.h"

#include <QString>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace evident {

struct LogContainer;

/// Where a log is: in a file, or in a member of an archive.
struct LogLocation
{
    LogLocation() = default;
    LogLocation(QString file) // what has no member is named by its path alone
        : path(std::move(file))
    { }

    QString path; ///< of the file; "-" is standard input
    QString member; ///< of an archive, its path there; "" for a file that is none
    qint64 memberNumber = -1; ///< where several members have one name; -1: the first
    std::shared_ptr<const LogContainer> container; ///< the file when it is open already

    QString name() const; ///< "a.zip!member"
    /// The same place, whose file is opened anew where that can be done.
    LogLocation reopened() const;
};

/// The logs that a path stands for.
struct LogExpansion
{
    std::vector<LogLocation> locations; ///< at least one
    std::optional<Error> damage; ///< why there may be more in a damaged archive
};

/// Opens a file and finds the logs in it: itself, or the members of an archive in their order, folders and empty ones
/// left out. What it opened goes with the locations, so that a pipe is read once. Blocking. An error names the file and
/// the cause, an archive without any log in it too.
Result<LogExpansion> expandLogPath(const QString &path, const LogOptions &options, const std::stop_token &stop = {},
                                   const OpenProgress &progress = {});

} // namespace evident
