#pragma once

#include "loginput.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace evident {

/// What became of a file that is to be read, or of a member of an archive.
struct OpenedFile
{
    QString path; ///< of an archive's member: "a.zip!member"
    std::optional<LogInput> input; ///< none: it could not be opened
    std::optional<Error> error; ///< why not; of an archive itself, why there may be more in it
};

/// As OpenProgress, with what it is that is being opened.
using FilesProgress = std::function<void(const QString &path, qint64 done, qint64 total)>;

/// Opens a file, or all that is in an archive, and appends what became of it. Blocking.
void openFile(const QString &path, const LogOptions &options, const std::stop_token &stop,
              const FilesProgress &progress, std::vector<OpenedFile> &files);

/// Takes out what is no log among what a folder holds: binary files, and text that no event format fits, unless all is
/// such text. Tells which files that were.
QStringList takeOutOthers(std::vector<OpenedFile> &files);

/// What went wrong with the files, one sentence a line. An only one stays what it is, which may be a question; none
/// when all is well.
std::optional<Error> joinedError(const std::vector<OpenedFile> &files);

} // namespace evident
