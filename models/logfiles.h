#pragma once

#include "result.h"

#include <QString>
#include <QStringList>

#include <stop_token>

namespace evident {

/// The files that a person means.
struct LogFiles
{
    QStringList paths;
    /// They were found in a folder or by a pattern: what is no log among them is to be left out.
    bool searched = false;

    bool operator==(const LogFiles &) const = default;
};

/// What paths stand for: a file for itself, whether it exists or not; a folder for all that is in it, hidden files
/// aside, and for what is in its folders only where there is nothing else; a path with * or ?, where no such file
/// exists, for all that fit; a.zip!* for all that is in an archive. Found files are in natural order (2 before 10).
/// Blocking: never on the GUI thread. An error names the path where nothing is found.
Result<LogFiles> findLogFiles(const QStringList &paths, const std::stop_token &stop = {});

/// What stands for all that is in an archive, as one log.
QString wholeArchive(const QString &path);

/// The files beside this one that were written before it under the same name, as rotation leaves them, oldest first:
/// app.log.2.gz, app.log.1 and app-2026-01-14.log of app.log, and app-2026-01-13.log of app-2026-01-14.log. Blocking.
QStringList findOlderFiles(const QString &path);

} // namespace evident
