#pragma once

#include <QString>

namespace evident {

/// Whether a window can be shown, found out before QApplication would abort the program.
struct DisplayProbe
{
    bool available = false;
    QString reason; ///< a whole sentence, translated, when it is not
};

/// Looks for a platform plugin and for a server that answers. Needs no application object.
DisplayProbe probeDisplay();
bool displayAvailable();

} // namespace evident
