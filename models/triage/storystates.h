#pragma once

#include "storyrecords.h"
#include "userstory.h"

namespace evident {

/// The account and the methods that the records name, with what the records say of their states. The account's
/// successes and failures are whole sign-ins, which these records alone do not tell.
QList<StoryThing> storyStates(const StoryRecords &records, const std::stop_token &stop);

/// Keeps so many methods: what is locked or contradictory before others. How many are left out.
qint64 keepMethods(QList<StoryThing> &things, qsizetype most);

} // namespace evident
