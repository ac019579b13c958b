#pragma once

#include "recorddetails.h"

#include <QTimeZone>

namespace evident {

/// Details as plain text for the clipboard: what the pane says, without the raw record. Safe to paste: control
/// characters are visible.
QString detailsText(const RecordDetails &details, const QTimeZone &zone);

} // namespace evident
