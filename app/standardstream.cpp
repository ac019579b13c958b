#include "standardstream.h"

#include <QString>

#include <cerrno>
#include <csignal>
#include <system_error>
#include <utility>

namespace evident {

StandardStream::StandardStream(std::FILE *stream)
    : m_stream(stream)
{
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

void StandardStream::ignoreClosedPipes()
{
#ifdef SIGPIPE
    std::signal(SIGPIPE, SIG_IGN);
#endif
}

void StandardStream::noteError()
{
    if (std::exchange(m_failed, true))
        return; // the first reason is the one to tell
    m_pipeClosed = errno == EPIPE;
    setErrorString(QString::fromStdString(std::generic_category().message(errno)));
}

bool StandardStream::flush()
{
    if (std::fflush(m_stream) != 0)
        noteError();
    return !m_failed;
}

qint64 StandardStream::readData(char *, qint64)
{
    return -1;
}

qint64 StandardStream::writeData(const char *data, qint64 size)
{
    const std::size_t written = std::fwrite(data, 1, std::size_t(size), m_stream);
    if (qint64(written) == size)
        return size;
    noteError();
    return -1;
}

} // namespace evident
