#pragma once

#include "timelinereading.h"

#include <QString>
#include <QTimeZone>

namespace evident {

// What a timeline says in words, for the pointer, the legend and the screen reader.

/// "By level", "By owner" …
QString groupingTitle(TimelineGrouping grouping);
/// A part's word: "error", "help desk", "Approve", "702", "without a method", "others".
QString partLabel(const TimelineReading &reading, int part);
/// "2026-01-15 09:14–09:15", as exact as it has to be; `end` does not belong to it.
QString timeSpanText(qint64 begin, qint64 end, const QTimeZone &zone);
/// "12 errors, 3 notices"; "no records".
QString countsText(const TimelineReading &reading, int bin);
/// How many records of a part there are: "12 errors", "Approve: 12".
QString partText(const TimelineReading &reading, int part, qint64 count);
/// How many records are strays, in one sentence; "" without any.
QString straysText(qint64 before, qint64 after);
/// From when to when, how many records by part, when most of them are, and how many have no time: some sentences.
QString timelineSummary(const TimelineReading &reading, const QTimeZone &zone);

} // namespace evident
