#include "appearanceportal.h"

#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>
#include <QMap>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr int answerTimeoutMs = 1000;
const auto portalService = u"org.freedesktop.portal.Desktop"_s;
const auto portalPath = u"/org/freedesktop/portal/desktop"_s;
const auto settingsInterface = u"org.freedesktop.portal.Settings"_s;
const auto appearanceSpace = u"org.freedesktop.appearance"_s;

} // namespace

AppearancePortal::AppearancePortal(const QDBusConnection &connection, QObject *parent)
    : QObject(parent),
      m_connection(connection)
{
    if (!m_connection.isConnected())
        return;
    // Without a bus in between (one program straight to the other) nobody has a name.
    const QString sender = m_connection.interface() ? portalService : QString();
    m_connection.connect(sender, portalPath, settingsInterface, u"SettingChanged"_s, this,
                         SLOT(receive(QString, QString, QDBusVariant)));
    ask();
}

QDBusConnection AppearancePortal::sessionBus()
{
    const bool known = !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")
        || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s);
    return known ? QDBusConnection::sessionBus() : QDBusConnection(u"evident-no-bus"_s);
}

void AppearancePortal::ask()
{
    auto message = QDBusMessage::createMethodCall(portalService, portalPath, settingsInterface, u"ReadAll"_s);
    message << QStringList{appearanceSpace};
    auto *watcher = new QDBusPendingCallWatcher(m_connection.asyncCall(message, answerTimeoutMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusMessage reply = watcher->reply();
        if (reply.type() != QDBusMessage::ReplyMessage || reply.signature() != u"a{sa{sv}}"_s)
            return;
        const auto spaces = qdbus_cast<QMap<QString, QVariantMap>>(reply.arguments().constFirst());
        const QVariantMap values = spaces.value(appearanceSpace);
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            set(it.key(), it.value());
    });
}

void AppearancePortal::receive(const QString &space, const QString &key, const QDBusVariant &value)
{
    if (space == appearanceSpace)
        set(key, value.variant());
}

void AppearancePortal::set(const QString &key, const QVariant &value)
{
    const uint number = value.toUInt();
    if (key == u"color-scheme"_s) {
        const auto scheme = number == 1 ? Scheme::Dark : number == 2 ? Scheme::Light : Scheme::NoPreference;
        if (std::exchange(m_scheme, scheme) != scheme)
            emit changed();
    } else if (key == u"contrast"_s) {
        if (std::exchange(m_highContrast, number == 1) != (number == 1))
            emit changed();
    }
}

} // namespace evident
