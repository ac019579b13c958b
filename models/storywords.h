#pragma once

#include "readstory.h"

#include <QString>
#include <QStringList>

namespace evident {

// The words of a user's story, for the page, the screen reader and the ticket. Plain text, translated.

/// "Account", or the method's name.
QString thingWord(const StoryThing &thing);
/// "locked", "not locked", "contradictory", "this log does not tell".
QString lockWord(const StoryFact &locked);
/// "enabled" … of the account, "set up" … of a method.
QString enabledWord(const StoryThing &thing);
/// The record that tells it best; none where nothing is told.
std::optional<StoryMoment> evidenceOf(const StoryFact &fact, bool isGood);
/// "locked since 2026-01-14 09:31:12.000 (662)": the word, since when and by which code.
QString lockText(const ReadStory &read, const StoryThing &thing);
QString enabledText(const ReadStory &read, const StoryThing &thing);
/// "2026-01-14 09:31:12.000 (702)"; "none in this log".
QString momentWord(const ReadStory &read, const std::optional<StoryMoment> &moment);
/// A time as short as a cell wants it: without the day where that is the log's last one.
QString shortTime(const ReadStory &read, qint64 time);
/// "1 min 5 s", "0.1 s"; "" without a time.
QString elapsedText(qint64 begin, qint64 end);
/// What the story is of: "As of the last event in this log, 2026-…: 42 records …".
QString storyHeading(const ReadStory &read);
/// What is left out or does not fit: repeated records, records without a time, methods beyond those that are shown.
QStringList storyRemarks(const ReadStory &read);
/// That a page shows not all sign-ins; "" when it does.
QString moreSignInsText(const ReadStory &read);

} // namespace evident
