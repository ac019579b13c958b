#pragma once

#include "log.h"
#include "result.h"

#include <QMap>
#include <QString>

#include <memory>

namespace evident {

/// A log read to its end, every record resolved, and what that took.
struct OpenedLog
{
    std::shared_ptr<Log> log;
    Resolution resolution;
    double seconds = 0; ///< opening, indexing and resolving
    qint64 dictionaryBytes = 0;
};
Result<OpenedLog> openLog(const QString &path);

/// How often each code occurs; noCode counts records without one.
using CodeCounts = QMap<qint64, qint64>;
CodeCounts codeCounts(const OpenedLog &opened);

/// Opens the log in a process that was started for it, and prints what it found and what that took as JSON. Exit code.
int runOpenProbe(const QString &path);

/// What runOpenProbe() printed, in the process that had it run.
struct OpenFigures
{
    double seconds = 0;
    qint64 records = 0;
    qint64 notUnderstood = 0;
    QString format;
    CodeCounts codes;
    qint64 columnBytes = 0;
    qint64 dictionaryBytes = 0;
    qint64 peakRss = 0;
};
/// Runs the probe as a child.
Result<OpenFigures> probeOpen(const QString &ownProgram, const QString &path);

} // namespace evident
