#include "display.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QStringList>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#endif

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("evident::Display", text);
}

bool hasPlugin(const QString &pattern)
{
    QStringList folders{qEnvironmentVariable("QT_QPA_PLATFORM_PLUGIN_PATH")};
    for (const QString &folder : qEnvironmentVariable("QT_PLUGIN_PATH").split(QDir::listSeparator()))
        folders.append(folder + u"/platforms"_s);
    folders.append(QLibraryInfo::path(QLibraryInfo::PluginsPath) + u"/platforms"_s);
    return std::any_of(folders.begin(), folders.end(), [&pattern](const QString &folder) {
        return folder.startsWith(u'/') && !QDir(folder).entryList({pattern}, QDir::Files).isEmpty();
    });
}

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)

constexpr int patienceMs = 2000;

/// Connects within the time that a person waits; the descriptor is closed at once, only the answer counts.
bool answers(int family, const sockaddr *address, socklen_t size)
{
    const int descriptor = ::socket(family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (descriptor < 0)
        return false;
    bool connected = ::connect(descriptor, address, size) == 0;
    if (!connected && errno == EINPROGRESS) {
        pollfd wait{descriptor, POLLOUT, 0};
        int error = 0;
        socklen_t length = sizeof error;
        connected = ::poll(&wait, 1, patienceMs) == 1
            && ::getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &length) == 0 && error == 0;
    }
    ::close(descriptor);
    return connected;
}

bool localSocketAnswers(const QByteArray &path, bool abstract)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const size_t start = abstract ? 1 : 0;
    if (size_t(path.size()) + start >= sizeof address.sun_path)
        return false;
    std::memcpy(address.sun_path + start, path.constData(), size_t(path.size()));
    const size_t size = offsetof(sockaddr_un, sun_path) + start + size_t(path.size()) + (abstract ? 0 : 1);
    return answers(AF_UNIX, reinterpret_cast<const sockaddr *>(&address), socklen_t(size));
}

bool hostAnswers(const QByteArray &host, int port)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *list = nullptr;
    if (::getaddrinfo(host.constData(), QByteArray::number(port).constData(), &hints, &list) != 0)
        return false;
    bool connected = false;
    for (const addrinfo *address = list; address && !connected; address = address->ai_next)
        connected = answers(address->ai_family, address->ai_addr, address->ai_addrlen);
    ::freeaddrinfo(list);
    return connected;
}

/// `display` is what DISPLAY holds: `[host]:number[.screen]`.
bool xServerAnswers(const QByteArray &display)
{
    const qsizetype colon = display.lastIndexOf(':');
    if (colon < 0)
        return false;
    bool isNumber = false;
    const int number = display.mid(colon + 1).split('.').first().toInt(&isNumber);
    if (!isNumber || number < 0)
        return false;
    QByteArray host = display.left(colon);
    if (const qsizetype slash = host.indexOf('/'); slash > 0)
        host = host.mid(slash + 1); // tcp/host
    if (host.isEmpty() || host == "unix") {
        const QByteArray path = "/tmp/.X11-unix/X" + QByteArray::number(number);
        return localSocketAnswers(path, true) || localSocketAnswers(path, false);
    }
    constexpr int firstPort = 6000;
    return hostAnswers(host, firstPort + number);
}

bool waylandServerAnswers()
{
    QByteArray path = qgetenv("WAYLAND_DISPLAY");
    if (path.isEmpty())
        path = "wayland-0";
    if (!path.startsWith('/'))
        path = qgetenv("XDG_RUNTIME_DIR") + '/' + path;
    return localSocketAnswers(path, false);
}

/// "" when X serves, else why not.
QString whyNoX()
{
    const QByteArray display = qgetenv("DISPLAY");
    if (display.isEmpty())
        return say(QT_TRANSLATE_NOOP("evident::Display", "No display is set (DISPLAY and WAYLAND_DISPLAY are empty)."));
    if (!hasPlugin(u"libqxcb.so"_s))
        return say(QT_TRANSLATE_NOOP("evident::Display", "Qt's plugin for X11 is missing."));
    if (!xServerAnswers(display))
        return say(QT_TRANSLATE_NOOP("evident::Display", "No X server answers at DISPLAY=%1."))
            .arg(QString::fromUtf8(display));
    return {};
}

QString whyNoWayland()
{
    if (!hasPlugin(u"libqwayland-*.so"_s))
        return say(
            QT_TRANSLATE_NOOP("evident::Display", "A Wayland display is set, but Qt's plugin for Wayland is missing."));
    if (!waylandServerAnswers()) {
        return say(QT_TRANSLATE_NOOP("evident::Display", "No Wayland server answers at WAYLAND_DISPLAY=%1."))
            .arg(qEnvironmentVariable("WAYLAND_DISPLAY"));
    }
    return {};
}

/// The platform that QT_QPA_PLATFORM asks for, as `name:options`.
QString whyNot(const QString &platform)
{
    const QString name = platform.section(u':', 0, 0);
    if (name == "xcb"_L1)
        return whyNoX();
    if (name.startsWith("wayland"_L1))
        return whyNoWayland();
    if (!hasPlugin(u"libq%1.so"_s.arg(name))) {
        return say(QT_TRANSLATE_NOOP("evident::Display", "Qt has no plugin for QT_QPA_PLATFORM=%1.")).arg(platform);
    }
    return {};
}

DisplayProbe firstThatFits(const QStringList &reasons)
{
    if (reasons.contains(QString()))
        return {true, {}};
    return {false, reasons.join(u' ')};
}

#endif

} // namespace

DisplayProbe probeDisplay()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    QStringList reasons;
    const QString chosen = qEnvironmentVariable("QT_QPA_PLATFORM");
    for (const QString &platform : chosen.split(u';', Qt::SkipEmptyParts))
        reasons.append(whyNot(platform));
    if (!reasons.isEmpty())
        return firstThatFits(reasons);
    if (qEnvironmentVariableIsSet("WAYLAND_DISPLAY"))
        reasons.append(whyNoWayland());
    if (reasons.isEmpty() || qEnvironmentVariableIsSet("DISPLAY"))
        reasons.append(whyNoX());
    return firstThatFits(reasons);
#else
    return {true, {}};
#endif
}

bool displayAvailable()
{
    return probeDisplay().available;
}

} // namespace evident
