#pragma once

#include "logsummary.h"
#include "summary.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace evident {

class FilteredLog;
class Masker;

/// Everything that `--summary` says.
struct SummaryReport
{
    struct File
    {
        QString path;
        QString format; ///< "" when the file could not be opened; encoding and compression too
        QString encoding;
        QString suggestedEncoding;
        QString compression;
        qint64 bytes = 0;
        qint64 records = 0;
        qint64 notUnderstood = 0;
        QString error;
        QString guess; ///< what the reader had to guess
    };
    QList<File> files;
    Summary summary;
    std::optional<LogSummary> highlights; ///< of the matched records; none when no file could be opened
    qint64 folded = 0; ///< kept records that were dropped because they repeat an earlier one
    QTimeZone zone;
    QTimeZone inputZone;
};

/// The report of what a filtered log holds.
SummaryReport summaryReport(const FilteredLog &filtered, const QTimeZone &zone, const QTimeZone &inputZone);
/// All names in it replaced by masks.
SummaryReport maskedReport(const SummaryReport &report, Masker &masker);

/// cli.md's object. UTF-8.
QByteArray summaryJson(const SummaryReport &report);
/// For people: what the files are, how much is in them, then the most frequent of everything. UTF-8, translated.
QByteArray summaryText(const SummaryReport &report);

} // namespace evident
