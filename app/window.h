#pragma once

namespace evident {

struct CommandLine;

/// Opens the window with what the command line names and runs it to its end. The exit code.
int runWindow(int argc, char **argv, const CommandLine &line);

} // namespace evident
