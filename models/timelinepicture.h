#pragma once

#include "timeline.h"

#include <QByteArray>
#include <QTimeZone>

namespace evident {

/// A timeline by severity as a picture in SVG: stacked bars, critical at the bottom, with their scale and the times at
/// both ends. It refers to nothing outside, and no text of a log is in it. Classes `s0` to `s5` are the severities,
/// `ink` and `rule` the texts and lines, so that a page can give them its own colours.
QByteArray timelinePicture(const Timeline &timeline, const QTimeZone &zone);

/// What a severity is painted with there, "#rrggbb".
QLatin1StringView severityColor(Severity severity);

} // namespace evident
