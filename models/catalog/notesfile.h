#pragma once

#include "entrynote.h"
#include "result.h"

#include <QByteArray>

namespace evident {

inline constexpr qsizetype longestNote = 64 * 1024; ///< characters that a person may write
inline constexpr qsizetype longestNotesFile = 16 * 1024 * 1024; ///< bytes

/// A note's text as it is kept: without space around it and without NULs. Empty: no note.
QString tidyNote(const QString &text);

/// All notes as one file that a team can share: JSON, `{"evidentNotes": 1, "notes": [{"kind", "code", "text",
/// "changed"}, …]}`, by code, then kind.
QByteArray notesFile(const EntryNotes &notes);
/// Reads such a file, whole or not at all; the Error names `name` and the cause.
Result<EntryNotes> readNotesFile(const QByteArray &json, const QString &name);

/// How many notes a file brought.
struct NotesTaken
{
    int added = 0; ///< of codes that had none
    int joined = 0; ///< of codes that had another: both texts stand now
    int unchanged = 0;
    bool operator==(const NotesTaken &) const = default;
};
/// What `incoming` adds to `notes`: the notes that have to be saved. Where both have a text, the newer one comes first
/// and the other one below it, unless one of them holds the other already: nothing is lost, and nothing is doubled.
EntryNotes joinedNotes(const EntryNotes &notes, const EntryNotes &incoming, NotesTaken &taken);

} // namespace evident
