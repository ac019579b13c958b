#include "childprocess.h"

#include <QFile>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

extern char **environ;

namespace evident {

namespace {

Error failure(const QStringList &command, int error)
{
    return Error{u"%1: %2"_s.arg(command.first(), QString::fromLocal8Bit(std::strerror(error)))};
}

/// Starts the command with its output in `pipe`. 0 or an errno.
int start(const QStringList &command, const int (&pipe)[2], pid_t &child)
{
    std::vector<QByteArray> texts;
    for (const QString &part : command)
        texts.push_back(QFile::encodeName(part));
    std::vector<char *> arguments;
    for (QByteArray &text : texts)
        arguments.push_back(text.data());
    arguments.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
    const int error = posix_spawnp(&child, arguments.front(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

void readAll(int descriptor, const std::function<void(QByteArrayView)> &sink)
{
    std::vector<char> buffer(1 << 16);
    for (;;) {
        const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
        if (got > 0)
            sink(QByteArrayView(buffer.data(), got));
        else if (got == 0 || errno != EINTR)
            return;
    }
}

} // namespace

qint64 steadyNanoseconds()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

Result<ChildRun> runChild(const QStringList &command, const std::function<void(QByteArrayView)> &sink)
{
    int pipe[2] = {-1, -1};
    if (::pipe2(pipe, O_CLOEXEC) != 0)
        return failure(command, errno);
    const qint64 begin = steadyNanoseconds();
    pid_t child = -1;
    const int error = start(command, pipe, child);
    ::close(pipe[1]);
    if (error == 0)
        readAll(pipe[0], sink);
    ::close(pipe[0]);
    if (error != 0)
        return failure(command, error);

    int status = 0;
    rusage usage = {};
    while (::wait4(child, &status, 0, &usage) < 0) {
        if (errno != EINTR)
            return failure(command, errno);
    }
    ChildRun run;
    run.seconds = double(steadyNanoseconds() - begin) / 1e9;
    run.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    run.peakRss = qint64(usage.ru_maxrss) * 1024;
    return run;
}

Result<ChildRun> runChild(const QStringList &command)
{
    QByteArray output;
    Result<ChildRun> run = runChild(command, [&output](QByteArrayView piece) { output += piece; });
    if (run)
        run.value().output = std::move(output);
    return run;
}

} // namespace evident
