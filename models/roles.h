#pragma once

#include <Qt>

namespace evident {

/// What item models answer besides Qt's own roles: facts with a type; how they look is the views' business. A
/// DisplayRole that is no valid variant is a text that is not known yet.
enum Role {
    SortRole = Qt::UserRole, ///< the raw typed value of DisplayRole
    SeverityRole, ///< int, of Severity; of the whole row
    OutcomeRole, ///< int, of Outcome; of the whole row
    FlagsRole, ///< int, of EventFlags; of the whole row
    KindRole, ///< int, of Kind; of the whole row
    CodeRole, ///< qint64; of the whole row
    SectionRole, ///< int, of DiffModel::Section; of the whole row
    NoteRole, ///< QString: the desk's note on the row's code; empty where there is none
    BookmarkRole, ///< bool: the record is bookmarked; of the whole row
    ContextRole, ///< bool: the record is shown because it stands beside others, and is dimmed; of the whole row
    MutedRole, ///< int: how many leading characters of DisplayRole repeat the row above and are painted muted
    FixedFontRole, ///< bool: raw text, in the fixed font
    InitialSortRole, ///< Qt::SortOrder of a header section: the order of its first click
    WidthHintRole, ///< QString of a header section: a typical widest text; empty for the section that takes what is
                   ///< left
    HiddenRole, ///< bool of a header section: hidden until the person asks for it
    SeverityIconRole, ///< bool of a header section: its cells show the shape and the ink of the row's severity (the
                      ///< level)
    UnknownIconRole, ///< bool of a header section: its cells show a code that the catalog lacks as unknown (the code)
    DriftIconRole, ///< bool of a header section: its cells mark words that are not the catalog's (the description)
};

} // namespace evident
