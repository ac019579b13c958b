#pragma once

#include "catalogentry.h"

#include <QDateTime>
#include <QHash>
#include <QString>

namespace evident {

/// What the desk itself knows about a code: plain text, kept through every import, restore and repair.
struct EntryNote
{
    QString text; ///< never empty: an empty note is no note
    QDateTime changed; ///< UTC
    bool operator==(const EntryNote &) const = default;
};

using EntryNotes = QHash<EventKey, EntryNote>;

} // namespace evident
