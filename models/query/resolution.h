#pragma once

#include "event.h"

#include <QFlags>
#include <QHash>
#include <QList>
#include <QString>

namespace evident {

/// Position of an EventShape in a log's dictionary of shapes.
using ShapeId = quint32;

/// A code that a record does not have.
inline constexpr qint64 noCode = -1;

/// What a record says of its own event. A log interns each distinct combination once, so that everything the catalog
/// says of a record is a table lookup by its ShapeId. Texts are ids into the log's dictionary of names; 0 is "absent".
struct EventShape
{
    Kind kind = Kind::None;
    bool understood = true;
    bool failed = false; ///< an admin record whose result is FAIL: counts as error
    bool ownDescriptionKept = true; ///< false: the cap on descriptions was reached, the text is read from the record
    qint64 code = noCode;
    quint32 level = 0;
    quint32 category = 0;
    quint32 description = 0;

    bool operator==(const EventShape &) const = default;
};

/// What `is:` and `has:` ask for, of an event.
enum class EventFlag : quint16 {
    Known = 1 << 0, ///< the catalog has an entry for it
    UnknownCode = 1 << 1, ///< a user, system or admin record with a code that the catalog lacks
    WordDrift = 1 << 2, ///< the record's words differ from the catalog's
    FormDrift = 1 << 3, ///< only dashes, spaces, case, quotes or the final stop differ
    TextMatch = 1 << 4, ///< resolved by its description, having no code
    Ambiguous = 1 << 5, ///< its description stands for several codes
    Marked = 1 << 6, ///< level and wording of the catalog entry disagree
    NotUnderstood = 1 << 7,
    HasNote = 1 << 8,
};
Q_DECLARE_FLAGS(EventFlags, EventFlag)
Q_DECLARE_OPERATORS_FOR_FLAGS(EventFlags)

/// What is known of one shape: the catalog's word for a known code, else the record's own.
struct ResolvedEvent
{
    Kind kind = Kind::None;
    qint64 code = noCode;
    QString level;
    QString category;
    QString description; ///< what is shown; empty when it has to be read from the record
    QString method; ///< the catalog's; a record's own method goes before it
    Outcome outcome = Outcome::Unknown;
    Owner owner = Owner::Unknown;
    EventFlags flags;
    QList<qint64> candidates; ///< the codes that share the description, when Ambiguous

    bool operator==(const ResolvedEvent &) const = default;
};

/// The table of all shapes of one log, by ShapeId: built by triage, read by everybody. Immutable once shared.
using Resolution = QList<ResolvedEvent>;

} // namespace evident
