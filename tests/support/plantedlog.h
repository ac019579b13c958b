#pragma once

#include "loggenerator.h"

namespace evident {

/// How many records a log has that something is to be found in: as few as a test can afford, the full size where
/// EVIDENT_FULL_SIZE is set.
qint64 plantedLogRecords();

/// Some weeks of a company, however many records tell of them, in which no rule of the triage finds anything.
LogGeneratorOptions ordinaryDays(qint64 records);

/// An incident for every rule, hours from each other.
QList<PlantedIncident> everyIncident(const LogGeneratorOptions &days);

/// Writes the log as lines of JSON; false when it cannot be written.
bool writePlantedLog(const QString &path, const LogGeneratorOptions &options);

} // namespace evident
