#pragma once

#include "finding.h"

#include <QList>
#include <QString>
#include <QTimeZone>

namespace evident {

class JsonWriter;
class Masker;

/// Writes a list of objects: what goes behind the key `findings`.
void writeFindings(JsonWriter &json, const QList<Finding> &findings);
/// For people: a heading, and two lines for each of the first ones. "" when there are none.
QString findingsText(const QList<Finding> &findings, const QTimeZone &zone);
/// All names in them replaced by masks.
QList<Finding> maskedFindings(QList<Finding> findings, Masker &masker);

} // namespace evident
