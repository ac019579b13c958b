#pragma once

#include "roles.h"

namespace evident {

/// What the models of a user's story answer besides the roles of all models. The colour of a chip is SeverityRole's,
/// its shape OutcomeRole's where there is one.
enum StoryRole {
    StoryRowRole = Qt::UserRole + 0x100, ///< qint64, a Row: the record that tells it; invalid where none does
    StoryChipRole, ///< bool: a word with a shape
    StoryMutedRole, ///< bool: less than the others
};

} // namespace evident
