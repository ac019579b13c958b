#pragma once

#include "log.h"

#include <QStringList>

#include <optional>
#include <stop_token>

namespace evident {

/// What is odd about a log as a file: told of all its records, whatever a query keeps, in the file's own order.
struct LogOddities
{
    /// Where the clock of the file goes back, or forward in a file whose newest record is first.
    struct Jump
    {
        qint64 time = 0; ///< of the record behind it, ms UTC
        qint64 back = 0; ///< how far, ms
        qint64 records = 0; ///< that have this time
        bool operator==(const Jump &) const = default;
    };
    /// A file or an archive's member.
    struct Part
    {
        QString path;
        QString format;
        qint64 records = 0;
        bool operator==(const Part &) const = default;
    };

    qint64 notUnderstood = 0;
    qint64 invalidBytes = 0;
    qint64 withoutTime = 0;
    bool newestFirst = false;
    qint64 outOfOrder = 0; ///< records whose time is before that of the one before them; by newestFirst, after it
    qint64 jumps = 0; ///< of these, by five minutes and more
    std::optional<Jump> largestJump;
    QList<Part> parts;
    QString trouble; ///< what went wrong while it was read; "" when nothing did

    bool operator==(const LogOddities &) const = default;
};

/// Of a log that is complete or grows. When stopped, of no use. Any thread.
LogOddities logOddities(const Log &log, const std::stop_token &stop = {});

} // namespace evident
