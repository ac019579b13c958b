#pragma once

#include "loggenerator.h"

#include <QByteArray>

#include <functional>
#include <optional>

namespace evident {

/// The shapes in which exported logs come.
enum class LogShape {
    UserPage, ///< the API's page: an object around the items
    UserArray, ///< a user's audit log: an array, newest first
    AdminPage, ///< the API's page of administrators' events
    Ndjson, ///< an item a line
    SyslogJson, ///< an item a line behind a syslog header, of both RFCs; some of administrators
    ToolCsv, ///< CSV behind a preamble, without codes and levels
    HeaderlessCsv, ///< thirteen columns without a header, values without quotes
    SiemCsv, ///< a SIEM's result: its own columns, some of the event's, and the event's JSON text
    MonitorTable, ///< copied from the browser: tabs, and times as it shows them
    IdrSyslog, ///< an identity router's audit lines
    AmLog, ///< an Authentication Manager's lines behind a syslog header
    Text, ///< lines of a program's own log
};

/// The shape of this name, as `--format` takes it and the program names its formats.
std::optional<LogShape> logShapeNamed(const QString &name);
/// All names, for a message.
QStringList logShapeNames();

/// Takes the bytes of a log, piece by piece.
using LogSink = std::function<void(const QByteArray &)>;

/// Writes a log. Memory does not grow with it, but for UserArray, which is written backwards.
void writeLog(LogShape shape, const LogGeneratorOptions &options, const LogSink &sink);

/// The whole log.
QByteArray generateLog(LogShape shape, const LogGeneratorOptions &options);

} // namespace evident
