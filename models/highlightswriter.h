#pragma once

#include "logsummary.h"

#include <QString>

namespace evident {

class JsonWriter;
class Masker;

/// Writes the keys of `--summary` that stand behind those of Summary: what is new or rising, gaps, errors by owner and
/// application, drift, and the files' oddities. Inside an object.
void writeHighlights(JsonWriter &json, const LogSummary &summary);
/// The same for people: lists, each with its title. "" when there is nothing to tell.
QString highlightsText(const LogSummary &summary);
/// All names in it replaced by masks.
LogSummary maskedSummary(const LogSummary &summary, Masker &masker);

} // namespace evident
