#pragma once

#include "storyrecords.h"
#include "userstory.h"

namespace evident {

/// Parts the records into sign-ins, and puts those of the story that belong to them into it: the newest ones, and the
/// counts, successes and failures of all.
void addSignIns(UserStory &story, const StoryRecords &records, const StoryLimits &limits, const std::stop_token &stop);

} // namespace evident
