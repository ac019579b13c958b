#pragma once

#include "guidance.h"

#include <QString>
#include <QTimeZone>

namespace evident {

// The words of the window for facts that have a type: one place, so that table, facets, details and screen reader say
// the same. Translated; the tokens of the query language are others and stay as they are.

/// "critical", "error" …; "unknown level".
QString severityWord(Severity severity);
/// "success" …, "neither" for an event that neither succeeds nor fails; "" when it is not known.
QString outcomeWord(Outcome outcome);
/// "help desk" …; "unknown".
QString ownerWord(Owner owner);
/// How another code is related to an entry's: "when it succeeds" …
QString relationWord(Relation relation);
/// "user event", "system event" …; "" for a line of text that carries no event.
QString kindWord(Kind kind);
/// A format of logs by its name: "JSON lines" for "ndjson"; "several formats" for "".
QString formatWord(const QString &formatName);
/// A moment, "2026-01-15 09:14:02.118", in a zone.
QString momentText(qint64 utcMs, const QTimeZone &zone);

} // namespace evident
