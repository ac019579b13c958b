#pragma once

#include <QString>

namespace evident {

/// A length of time in its two largest units: "3 h 20 min", "500 ms". In the language of the window.
QString durationText(qint64 milliseconds);

} // namespace evident
