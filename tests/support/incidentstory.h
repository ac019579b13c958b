#pragma once

#include "signinstory.h"

#include <QStringList>

namespace evident {

/// Who the planted incidents happen to: behind all others.
inline constexpr int firstIncidentPerson = 5000;

/// All rules of the triage that an incident can be planted for.
QStringList incidentRules();

/// Sign-ins in which the rule of this id, and no other but that of a code's first time, finds something: once, as long
/// as the company's own people are fewer than firstIncidentPerson. None for an unknown rule.
QList<PlantedStory> incidentStory(const QString &rule);

} // namespace evident
