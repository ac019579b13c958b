#include "commandline.h"
#include "display.h"
#include "filehandle.h"
#include "headless.h"
#include "standardstream.h"
#include "translations.h"
#include "window.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

int runWithoutWindow(int argc, char **argv)
{
    const QStringList arguments = argumentsOf(argc, argv);
    QCoreApplication application(argc, argv);
    installTranslations(application);
    StandardStream output(stdout);
    StandardStream errors(stderr);

    // Once more: now the reasons come in the person's language.
    const Result<CommandLine> line = parseCommandLine(arguments);
    if (!line) {
        errors.write(terminalLine(u"evident: "_s + line.error().message));
        errors.write(terminalLine(
            u"evident: "_s + QCoreApplication::translate("evident::Main", "“evident --help” shows how it is called.")));
        return ExitWrongCall;
    }
    if (line.value().action == Action::Window) {
        errors.write(terminalLine(
            u"evident: "_s + QCoreApplication::translate("evident::Main", "No window can be opened.") + u' '
            + probeDisplay().reason + u' '
            + QCoreApplication::translate(
                "evident::Main",
                "“evident --summary FILE” says on the terminal what is in a log; “evident --help” shows more.")));
        return ExitNoDisplay;
    }
    const int exitCode = Headless(line.value(), output, errors).run();
    if (output.flush() || output.isPipeClosed())
        return exitCode;
    errors.write(terminalLine(u"evident: "_s
                              + QCoreApplication::translate("evident::Main", "The output could not be written: %1")
                                    .arg(output.errorString())));
    return ExitNotAll;
}

} // namespace

int main(int argc, char **argv)
{
    StandardStream::ignoreClosedPipes();
    FileHandle::allowManyFiles();
    QCoreApplication::setApplicationName(u"evident"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(EVIDENT_VERSION));

    const Result<CommandLine> line = parseCommandLine(argumentsOf(argc, argv));
    if (line && line.value().action == Action::Window && displayAvailable())
        return runWindow(argc, argv, line.value());
    return runWithoutWindow(argc, argv);
}
