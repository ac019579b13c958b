#pragma once

#include "measurement.h"

#include <QList>
#include <QString>

namespace evident {

/// The measurements as a table of text: times as median with least and most, beside the reference's.
QString tableText(const QList<Measurement> &measurements);

} // namespace evident
