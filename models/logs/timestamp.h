#pragma once

#include "columns.h"
#include "displaytime.h"

#include <QByteArrayView>
#include <QTimeZone>

#include <array>

namespace evident {

/// Reads the times that records carry, as ms since 1970 UTC; noTime where there is none. No allocation per time.
/// Not shared between threads: it remembers what the input zone's offset was in the hours last asked for, and the hour
/// of the last time.
class TimeReader
{
public:
    /// `inputZone` is that of times without a zone; `fileTime` (ms UTC, noTime: now) decides the year of those without
    /// a year.
    explicit TimeReader(const QTimeZone &inputZone = QTimeZone::utc(), qint64 fileTime = noTime);

    /// ISO 8601, and nothing else in `text` but space around it: `2026-01-15T09:14:02.118Z`; a space for the T, no
    /// seconds, up to 9 digits of a fraction behind a point or comma, `Z`, `+01:00`, `+0100` or no zone. Second 60 is
    /// the end of second 59.
    qint64 iso(QByteArrayView text) const;
    /// RFC 3164, `Jan 15 09:14:02`: the latest year that does not put it later than a day after the file's time.
    qint64 syslog(QByteArrayView text) const;
    /// Whatever a table may have in a column of times: ISO 8601, a number of epochTime(), or a form of
    /// parseDisplayTime(), for which `order` is. Nothing else in `text` but space around it.
    qint64 any(QByteArrayView text, DateOrder order) const;
    /// The first time of either form within a line of text.
    qint64 find(QByteArrayView line) const;

private:
    struct Offset
    {
        qint64 hour = std::numeric_limits<qint64>::min(); ///< local hours since 1970
        qint64 ms = 0;
    };
    /// `2026-01-15T09:`, as it begins the times of its hour.
    struct Hour
    {
        std::array<char, 14> text{'1', '9', '7', '0', '-', '0', '1', '-', '0', '1', 'T', '0', '0', ':'};
        qint64 begin = 0;
    };
    qint64 inLastHour(QByteArrayView text) const;
    void rememberHour(QByteArrayView text, qint64 time) const;
    qint64 isoAt(QByteArrayView text, qsizetype begin, qsizetype &end) const;
    qint64 syslogAt(QByteArrayView text, qsizetype begin, qsizetype &end) const;
    qint64 displayed(QByteArrayView text, DateOrder order) const;
    qint64 syslogAround(QByteArrayView line, qsizetype colon) const;
    qint64 utcOfLocal(qint64 local) const;
    qint64 lookUpUtc(qint64 local) const;

    QTimeZone m_zone;
    bool m_zoneIsUtc;
    qint64 m_latest; ///< no time without a year is later
    int m_latestYear;
    mutable std::array<Offset, 64> m_offsets;
    mutable Hour m_lastHour;
};

/// Seconds since 1970 with or without a fraction, milliseconds, microseconds or nanoseconds: 10, 13, 16 or 19 digits,
/// as SIEM tools write them. In ms; noTime where the text is something else.
qint64 epochTime(QByteArrayView text);

/// TimeReader::iso() for one time. Where many are read, a TimeReader is faster.
qint64 parseIsoTime(QByteArrayView text, const QTimeZone &inputZone);

} // namespace evident
