#pragma once

#include "storyrecords.h"
#include "timespan.h"
#include "userstory.h"

#include <optional>

namespace evident {

/// Parts the records into sign-ins, and puts those of the story that belong to them into it: the newest ones, and the
/// counts, successes and failures of all.
void addSignIns(UserStory &story, const StoryRecords &records, const StoryLimits &limits, const std::stop_token &stop);

/// From when to when the sign-in was that the user's record is of; none where the record has no time.
std::optional<TimeSpan> signInSpan(const StoryRecords &records, Row row);

} // namespace evident
