#pragma once

#include "loghighlights.h"
#include "logoddities.h"
#include "query.h"

#include <QString>
#include <QTimeZone>

#include <optional>

namespace evident {

/// What a log, or those of its records that a query keeps, comes to.
struct LogSummary
{
    QString title; ///< the file's name
    QString formatName; ///< "" for several
    qint64 bytes = 0;
    qint64 records = 0; ///< of the log
    bool complete = true; ///< false: it is still being read
    Query query; ///< that keeps what the highlights are of
    QTimeZone zone; ///< of display
    LogHighlights highlights;
    /// Of the matched records those that is:duplicate keeps: finding them reads the file, and may come later.
    std::optional<qint64> duplicates;
    bool countsDuplicates = false; ///< they are still to come
    LogOddities oddities; ///< of the whole log
};

} // namespace evident
