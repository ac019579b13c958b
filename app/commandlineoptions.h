#pragma once

#include "commandline.h"

#include <QList>
#include <QString>

class QCommandLineParser;

namespace evident {

/// One option of the command line, for the parser, the help, and the check that it fits the action.
struct CommandLineOption
{
    QString name;
    QString valueName; ///< "" for one that takes no value
    QString description; ///< translated
    QList<Action> actions; ///< that it belongs to; empty: all
};

/// All options, in the order of the help.
QList<CommandLineOption> commandLineOptions();
void addCommandLineOptions(QCommandLineParser &parser);

} // namespace evident
