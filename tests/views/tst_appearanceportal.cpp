#include "appearanceportal.h"
#include "theme.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusServer>
#include <QDBusVirtualObject>
#include <QSignalSpy>
#include <QTest>

using namespace evident;

namespace {

const auto path = QStringLiteral("/org/freedesktop/portal/desktop");
const auto interface = QStringLiteral("org.freedesktop.portal.Settings");
const auto space = QStringLiteral("org.freedesktop.appearance");

/// A desktop's portal: answers ReadAll with what it was given, or with an error when that is nothing.
class Portal : public QDBusVirtualObject
{
public:
    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        if (message.interface() != interface || message.member() != QLatin1String("ReadAll"))
            return false;
        ++asked;
        if (values.isEmpty())
            return connection.send(message.createErrorReply(QDBusError::ServiceUnknown, QStringLiteral("no portal")));
        QDBusArgument spaces;
        spaces.beginMap(QMetaType::fromType<QString>(), QMetaType::fromType<QVariantMap>());
        spaces.beginMapEntry();
        spaces << space << values;
        spaces.endMapEntry();
        spaces.endMap();
        return connection.send(message.createReply(QVariant::fromValue(spaces)));
    }

    QVariantMap values;
    int asked = 0;
};

} // namespace

class TestAppearancePortal : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void readsSchemeAndContrast_data();
    void readsSchemeAndContrast();
    void anErrorLeavesNoPreference();
    void followsAChange();
    void otherSettingsAreIgnored();
    void withoutABusItStaysSilent();
    void themeFollowsThePortal();

private:
    void tell(const QString &ofSpace, const QString &key, const QVariant &value);

    std::unique_ptr<QDBusServer> m_server;
    std::unique_ptr<QDBusConnection> m_desktop;
    std::unique_ptr<QDBusConnection> m_program;
    Portal m_portal;
};

void TestAppearancePortal::initTestCase()
{
    m_server = std::make_unique<QDBusServer>(QStringLiteral("unix:tmpdir=/tmp"));
    m_server->setAnonymousAuthenticationAllowed(true);
    QVERIFY(m_server->isConnected());
    connect(m_server.get(), &QDBusServer::newConnection, this, [this](const QDBusConnection &connection) {
        m_desktop = std::make_unique<QDBusConnection>(connection);
        m_desktop->registerVirtualObject(path, &m_portal);
    });
    m_program = std::make_unique<QDBusConnection>(
        QDBusConnection::connectToPeer(m_server->address(), QStringLiteral("program")));
    QVERIFY(m_program->isConnected());
    QTRY_VERIFY(m_desktop);
}

void TestAppearancePortal::init()
{
    m_portal.values.clear();
    m_portal.asked = 0;
}

void TestAppearancePortal::tell(const QString &ofSpace, const QString &key, const QVariant &value)
{
    auto signal = QDBusMessage::createSignal(path, interface, QStringLiteral("SettingChanged"));
    signal << ofSpace << key << QVariant::fromValue(QDBusVariant(value));
    QVERIFY(m_desktop->send(signal));
}

void TestAppearancePortal::readsSchemeAndContrast_data()
{
    QTest::addColumn<uint>("scheme");
    QTest::addColumn<uint>("contrast");
    QTest::addColumn<AppearancePortal::Scheme>("expectedScheme");
    QTest::addColumn<bool>("expectedContrast");
    QTest::newRow("no preference") << 0u << 0u << AppearancePortal::Scheme::NoPreference << false;
    QTest::newRow("dark") << 1u << 0u << AppearancePortal::Scheme::Dark << false;
    QTest::newRow("light") << 2u << 0u << AppearancePortal::Scheme::Light << false;
    QTest::newRow("dark, high contrast") << 1u << 1u << AppearancePortal::Scheme::Dark << true;
    QTest::newRow("unknown numbers") << 17u << 17u << AppearancePortal::Scheme::NoPreference << false;
}

void TestAppearancePortal::readsSchemeAndContrast()
{
    QFETCH(uint, scheme);
    QFETCH(uint, contrast);
    m_portal.values = {{QStringLiteral("color-scheme"), scheme}, {QStringLiteral("contrast"), contrast}};
    const AppearancePortal portal(*m_program);
    QTRY_COMPARE(m_portal.asked, 1);
    QFETCH(AppearancePortal::Scheme, expectedScheme);
    QFETCH(bool, expectedContrast);
    QTRY_COMPARE(portal.scheme(), expectedScheme);
    QTRY_COMPARE(portal.prefersHighContrast(), expectedContrast);
}

void TestAppearancePortal::anErrorLeavesNoPreference()
{
    const AppearancePortal portal(*m_program);
    QSignalSpy changes(&portal, &AppearancePortal::changed);
    QTRY_COMPARE(m_portal.asked, 1);
    tell(space, QStringLiteral("color-scheme"), 1u);
    // The error came before this signal, and said nothing.
    QTRY_COMPARE(changes.count(), 1);
    QCOMPARE(portal.scheme(), AppearancePortal::Scheme::Dark);
}

void TestAppearancePortal::followsAChange()
{
    m_portal.values = {{QStringLiteral("color-scheme"), 1u}};
    const AppearancePortal portal(*m_program);
    QTRY_COMPARE(portal.scheme(), AppearancePortal::Scheme::Dark);
    QSignalSpy changes(&portal, &AppearancePortal::changed);
    tell(space, QStringLiteral("color-scheme"), 2u);
    QTRY_COMPARE(portal.scheme(), AppearancePortal::Scheme::Light);
    tell(space, QStringLiteral("contrast"), 1u);
    QTRY_VERIFY(portal.prefersHighContrast());
    QCOMPARE(changes.count(), 2);
}

void TestAppearancePortal::otherSettingsAreIgnored()
{
    const AppearancePortal portal(*m_program);
    QSignalSpy changes(&portal, &AppearancePortal::changed);
    tell(QStringLiteral("org.example.other"), QStringLiteral("color-scheme"), 1u);
    tell(space, QStringLiteral("accent-color"), 1u);
    tell(space, QStringLiteral("contrast"), 1u);
    QTRY_COMPARE(changes.count(), 1);
    QCOMPARE(portal.scheme(), AppearancePortal::Scheme::NoPreference);
}

void TestAppearancePortal::withoutABusItStaysSilent()
{
    const AppearancePortal portal(QDBusConnection(QStringLiteral("nowhere")));
    QCOMPARE(portal.scheme(), AppearancePortal::Scheme::NoPreference);
    QVERIFY(!portal.prefersHighContrast());
}

void TestAppearancePortal::themeFollowsThePortal()
{
    m_portal.values = {{QStringLiteral("color-scheme"), 1u}};
    Theme theme(std::make_unique<AppearancePortal>(*m_program));
    QVERIFY2(!theme.isDark(), "the window does not wait for the answer");
    QTRY_VERIFY(theme.isDark());
    tell(space, QStringLiteral("contrast"), 1u);
    QTRY_VERIFY(theme.isHighContrast());
    theme.setChoice(Theme::Choice::Light);
    QVERIFY(!theme.isDark());
}

QTEST_MAIN(TestAppearancePortal)
#include "tst_appearanceportal.moc"
