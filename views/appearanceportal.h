#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

namespace evident {

/// What the desktop says of light, dark and contrast, asked of the portal (`org.freedesktop.appearance`). It never
/// blocks: without a bus, a portal or an answer within a second it stays silent, and both values stay NoPreference.
class AppearancePortal : public QObject
{
    Q_OBJECT

public:
    enum class Scheme { NoPreference, Dark, Light };

    /// Asks at once, and listens.
    explicit AppearancePortal(const QDBusConnection &connection, QObject *parent = nullptr);

    Scheme scheme() const noexcept { return m_scheme; }
    bool prefersHighContrast() const noexcept { return m_highContrast; }

    /// The session's bus where one stands already. An absent bus is not started for this question's sake.
    static QDBusConnection sessionBus();

signals:
    void changed();

private slots:
    // Named as a slot by its signature, for QtDBus.
    void receive(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void ask();
    void set(const QString &key, const QVariant &value);

    QDBusConnection m_connection;
    Scheme m_scheme = Scheme::NoPreference;
    bool m_highContrast = false;
};

} // namespace evident
