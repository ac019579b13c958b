#include "ipaddress.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

class IpAddressTest : public QObject
{
    Q_OBJECT

private slots:
    void addressesAreRead_data();
    void addressesAreRead();
    void malformedAddressesAreRefused_data();
    void malformedAddressesAreRefused();
    void prefixesContain_data();
    void prefixesContain();
};

void IpAddressTest::addressesAreRead_data()
{
    QTest::addColumn<QString>("spelling");
    QTest::addColumn<QString>("same");
    QTest::newRow("v4") << u"192.0.2.1"_s << u"192.0.2.1"_s;
    QTest::newRow("v6 case") << u"2001:DB8::1"_s << u"2001:db8::1"_s;
    QTest::newRow("v6 whole") << u"2001:db8:0:0:0:0:0:1"_s << u"2001:db8::1"_s;
    QTest::newRow("v6 zeros") << u"2001:0db8::0001"_s << u"2001:db8::1"_s;
    QTest::newRow("gap at the end") << u"2001:db8::"_s << u"2001:db8:0:0:0:0:0:0"_s;
    QTest::newRow("gap alone") << u"::"_s << u"0:0:0:0:0:0:0:0"_s;
    QTest::newRow("gap at the start") << u"::1"_s << u"0:0:0:0:0:0:0:1"_s;
    QTest::newRow("gap for one group") << u"1:2:3::5:6:7:8"_s << u"1:2:3:0:5:6:7:8"_s;
    QTest::newRow("mapped") << u"::ffff:192.0.2.1"_s << u"192.0.2.1"_s;
    QTest::newRow("v4 in v6") << u"2001:db8::192.0.2.1"_s << u"2001:db8::c000:201"_s;
}

void IpAddressTest::addressesAreRead()
{
    QFETCH(QString, spelling);
    QFETCH(QString, same);
    QVERIFY(IpAddress::parse(spelling));
    QVERIFY(IpAddress::parse(spelling) == IpAddress::parse(same));
}

void IpAddressTest::malformedAddressesAreRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             "1",
                             "192.0.2",
                             "192.0.2.",
                             "192.0.2.1.1",
                             "192.0.2.256",
                             "192.0.2.01",
                             "192.0.2.-1",
                             "192.0.2.1 ",
                             ":",
                             ":1",
                             "1:",
                             ":::",
                             "1::2::3",
                             "1:2:3:4:5:6:7",
                             "1:2:3:4:5:6:7:8:9",
                             "1:2:3:4::5:6:7:8",
                             "12345::",
                             "g::",
                             "1:2:3:4:5:6:7:192.0.2.1",
                             "::192.0.2",
                             "1:2:3:4:5:6:7:8:",
                             "fe80::1%eth0",
                             "[::1]"})
        QTest::newRow(*text ? text : "empty") << QString::fromLatin1(text);
}

void IpAddressTest::malformedAddressesAreRefused()
{
    QFETCH(QString, text);
    QVERIFY(!IpAddress::parse(text));
}

void IpAddressTest::prefixesContain_data()
{
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("contained");
    QTest::newRow("inside") << u"192.0.2.0/24"_s << u"192.0.2.255"_s << true;
    QTest::newRow("outside") << u"192.0.2.0/24"_s << u"192.0.3.0"_s << false;
    QTest::newRow("host bits do not count") << u"10.1.2.3/8"_s << u"10.9.9.9"_s << true;
    QTest::newRow("odd length inside") << u"192.0.2.128/25"_s << u"192.0.2.200"_s << true;
    QTest::newRow("odd length outside") << u"192.0.2.128/25"_s << u"192.0.2.100"_s << false;
    QTest::newRow("all of v4") << u"0.0.0.0/0"_s << u"198.51.100.1"_s << true;
    QTest::newRow("v4 is not v6") << u"0.0.0.0/0"_s << u"2001:db8::1"_s << false;
    QTest::newRow("all of v6") << u"::/0"_s << u"2001:db8::1"_s << true;
    QTest::newRow("v6 is not v4") << u"::/0"_s << u"192.0.2.1"_s << false;
    QTest::newRow("v6 inside") << u"2001:db8::/33"_s << u"2001:db8:7fff::1"_s << true;
    QTest::newRow("v6 outside") << u"2001:db8::/33"_s << u"2001:db8:8000::1"_s << false;
    QTest::newRow("mapped prefix") << u"::ffff:192.0.2.0/120"_s << u"192.0.2.7"_s << true;
    QTest::newRow("address alone") << u"2001:db8::1"_s << u"2001:db8:0::1"_s << true;
    QTest::newRow("full length") << u"192.0.2.1/32"_s << u"192.0.2.2"_s << false;
}

void IpAddressTest::prefixesContain()
{
    QFETCH(QString, prefix);
    QFETCH(QString, address);
    const std::optional<IpPrefix> parsed = IpPrefix::parse(prefix);
    QVERIFY(parsed);
    QTEST(parsed->contains(IpAddress::parse(address).value()), "contained");
    QVERIFY(!IpPrefix::parse(u"192.0.2.0/33"));
    QVERIFY(!IpPrefix::parse(u"::/129"));
    QVERIFY(!IpPrefix::parse(u"::/"));
}

QTEST_APPLESS_MAIN(IpAddressTest)
#include "tst_ipaddress.moc"
