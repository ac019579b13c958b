#pragma once

#include "log.h"
#include "timestamp.h"

#include <QByteArrayView>
#include <QList>

#include <optional>

namespace evident {

/// What stands before the message of a syslog line, as views into the line; empty where the line does not have it.
struct SyslogHeader
{
    QByteArrayView priority; ///< the number
    QByteArrayView time; ///< ISO 8601 or RFC 3164's
    QByteArrayView host;
    QByteArrayView program;
    QByteArrayView processId;
    QByteArrayView messageId;
    QByteArrayView structuredData; ///< with its brackets
    qsizetype end = 0; ///< where the message begins
};

/// Reads the header of RFC 5424 or RFC 3164, as relays write it too: behind an octet count, without priority, without
/// version, with an ISO time, without a host. None where the line has neither a priority nor begins with a time.
std::optional<SyslogHeader> parseSyslogHeader(QByteArrayView line);

/// The header's time; noTime where it has none.
qint64 syslogTime(const SyslogHeader &header, const TimeReader &times);

/// What the header has, by name.
QList<RecordField> syslogFields(const SyslogHeader &header);

} // namespace evident
