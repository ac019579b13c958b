#pragma once

#include "recorddetails.h"

#include <QTimeZone>

namespace evident {

/// A moment as the window writes it, "2026-01-15 09:14:02.118", in a zone.
QString momentText(qint64 utcMs, const QTimeZone &zone);
/// Details as plain text for the clipboard: what the pane says, without the raw record. Safe to paste: control
/// characters are visible.
QString detailsText(const RecordDetails &details, const QTimeZone &zone);
/// "user event", "system event" …; for a line of text that carries no event "".
QString kindWord(Kind kind);

} // namespace evident
