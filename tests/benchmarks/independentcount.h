#pragma once

#include "openprobe.h"

namespace evident {

/// What a log of a shape holds, by a program that knows nothing of ours: ripgrep.
struct IndependentCount
{
    qint64 records = 0;
    CodeCounts codes; ///< empty where the shape has none, or none that a pattern finds
};
Result<IndependentCount> independentCount(const QString &shape, const QString &path);

/// Lines that a pattern finds, as `rg -c` or with more options counts them.
Result<qint64> matchingLines(const QStringList &options, const QString &pattern, const QString &path);

/// How the counts differ, "" when they do not.
QString difference(const IndependentCount &expected, qint64 records, const CodeCounts &codes);

} // namespace evident
