#include "window.h"

#include "commandline.h"
#include "headless.h"
#include "standardstream.h"

#include <QCoreApplication>

namespace evident {

int runWindow(int, char **, const CommandLine &)
{
    StandardStream errors(stderr);
    errors.write(terminalLine(QCoreApplication::translate("evident::Window", "evident: no display can be had.")));
    return ExitNoDisplay;
}

} // namespace evident
