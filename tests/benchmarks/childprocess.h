#pragma once

#include "result.h"

#include <QByteArray>
#include <QStringList>

#include <functional>

namespace evident {

/// How a program ran.
struct ChildRun
{
    double seconds = 0; ///< from its start to its end
    int exitCode = 0; ///< -1: a signal ended it
    qint64 peakRss = 0; ///< bytes; what runs it counts as the least, so that should be small
    QByteArray output; ///< what it wrote to standard output
};

/// Runs a program to its end; standard error goes where ours goes, standard input is empty. QProcess would neither tell
/// the memory it took nor wait without an event loop's latency.
Result<ChildRun> runChild(const QStringList &command);
/// The same with its output handed on as it comes, piece by piece.
Result<ChildRun> runChild(const QStringList &command, const std::function<void(QByteArrayView)> &sink);

/// What a program says of itself that was given this as its start: for times that begin before main().
qint64 steadyNanoseconds();

} // namespace evident
