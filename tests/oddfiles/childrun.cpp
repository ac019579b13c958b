#include "childrun.h"

#include <QFile>
#include <QTemporaryFile>

#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

constexpr qint64 mostOutput = 4 * 1024 * 1024;

void limit(int resource, qint64 value)
{
    rlimit both = {};
    ::getrlimit(resource, &both);
    both.rlim_cur = rlim_t(value);
    ::setrlimit(resource, &both);
}

/// Made ready before the fork.
struct Start
{
    std::vector<char *> arguments;
    std::vector<char *> environment;
    QByteArray input;
    QByteArray folder;
    int output = -1;
    int errors = -1;
};

std::vector<char *> pointersTo(QList<QByteArray> &texts)
{
    std::vector<char *> pointers;
    for (QByteArray &text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// The caller's, but that temporary files go into `folder`.
QList<QByteArray> environmentWith(const QByteArray &folder)
{
    QList<QByteArray> variables{"TMPDIR=" + folder};
    for (char **variable = environ; *variable; ++variable) {
        if (!QByteArrayView(*variable).startsWith("TMPDIR="))
            variables.append(*variable);
    }
    return variables;
}

/// In the child, between fork and exec: system calls and nothing else.
[[noreturn]] void become(const Start &start, const ChildSetting &setting)
{
    ::dup2(::open(start.input.constData(), O_RDONLY), STDIN_FILENO);
    ::dup2(start.output, STDOUT_FILENO);
    ::dup2(start.errors, STDERR_FILENO);
    if (::chdir(start.folder.constData()) != 0)
        ::_exit(126);
    if (setting.largestFile > 0) {
        std::signal(SIGXFSZ, SIG_IGN); // else the signal comes before the error does
        limit(RLIMIT_FSIZE, setting.largestFile);
    }
    if (setting.openFiles > 0)
        limit(RLIMIT_NOFILE, setting.openFiles);
    ::execve(start.arguments.front(), start.arguments.data(), start.environment.data());
    ::_exit(127);
}

} // namespace

ChildRun runChild(const QString &program, const QStringList &arguments, const ChildSetting &setting)
{
    QTemporaryFile output;
    QTemporaryFile errors;
    if (!output.open() || !errors.open())
        return {};
    QList<QByteArray> texts{QFile::encodeName(program)};
    for (const QString &argument : arguments)
        texts.append(QFile::encodeName(argument));
    const QByteArray folder = QFile::encodeName(setting.folder);
    QList<QByteArray> environment = environmentWith(folder);
    const QString input = setting.standardInput.isEmpty() ? QStringLiteral("/dev/null") : setting.standardInput;
    const Start start{pointersTo(texts), pointersTo(environment), QFile::encodeName(input), folder,
                      output.handle(),   errors.handle()};

    const pid_t child = ::fork();
    if (child == 0)
        become(start, setting);
    ChildRun run;
    int status = 0;
    rusage usage = {};
    if (child < 0 || ::wait4(child, &status, 0, &usage) != child)
        return run;
    run.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    run.peakMemory = qint64(usage.ru_maxrss) * 1024;
    run.outputSize = output.size();
    output.seek(0);
    run.output = output.read(mostOutput);
    errors.seek(0);
    run.errors = errors.read(mostOutput);
    return run;
}
