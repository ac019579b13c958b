#include "catalogfixture.h"
#include "derivationrules.h"

#include <QMap>

using namespace Qt::StringLiterals;
using namespace evident;

class TestDerivationRules : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyOutcomeIsTheExpected();
    void everyMethodIsTheExpected();
    void contradictionsAreMarked();
    void markFollowsLevelAndWords_data();
    void markFollowsLevelAndWords();
    void methodsOfOtherPages_data();
    void methodsOfOtherPages();
    void whatNoRuleFitsStaysOpen();
    void brokenFiles_data();
    void brokenFiles();

private:
    QList<CatalogEntry> m_entries;
    DerivationRules m_rules;
};

void TestDerivationRules::initTestCase()
{
    const CatalogResources resources = shippedResources();
    m_rules = resources.rules;
    m_entries = shippedEntries(resources);
    QCOMPARE(m_entries.size(), 112);
}

void TestDerivationRules::everyOutcomeIsTheExpected()
{
    QFile file(QFINDTESTDATA("../data/catalog-outcomes.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList expected = QString::fromUtf8(file.readAll()).trimmed().split(u'\n').mid(1);
    QStringList actual;
    for (const CatalogEntry &entry : m_entries)
        actual.append(QString::number(entry.key.code) + u',' + outcomeToken(entry.outcome));
    QCOMPARE(actual, expected);
}

void TestDerivationRules::everyMethodIsTheExpected()
{
    QMap<QString, QList<int>> codes;
    for (const CatalogEntry &entry : m_entries)
        codes[entry.method].append(int(entry.key.code));

    const QMap<QString, QList<int>> expected{
        {u""_s, {400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 413, 901, 902, 903, 904,
                 905, 906, 907, 908, 909, 910, 911, 912, 913, 931, 932, 942, 943, 944, 945}},
        {u"Approve"_s, {701, 702, 703, 704, 707, 709, 713, 716, 720}},
        {u"Biometric"_s, {714, 715, 801, 802, 803, 804, 805, 806, 807, 808, 809, 810, 811, 812}},
        {u"Cloud IDP"_s, {500, 501}},
        {u"DS100"_s, {680, 681, 682}},
        {u"Device Biometrics"_s, {831, 832, 833, 834, 835, 836, 837, 838, 839, 840, 841, 842}},
        {u"Hardware Authenticator"_s,
         {652, 653, 654, 655, 656, 657, 658, 659, 660, 661, 662, 663, 664, 665, 666, 667, 670, 671}},
        {u"Mobile Passkey"_s, {1409}},
        {u"Password"_s, {933, 934, 935, 936, 937, 938, 939, 940, 941}},
        {u"SecurID OTP"_s, {600, 601, 602, 603, 604, 605, 606, 607, 608, 609, 610, 611, 650}},
    };
    QCOMPARE(codes.keys(), expected.keys());
    for (const QString &method : expected.keys())
        QCOMPARE(codes.value(method), expected.value(method));
}

void TestDerivationRules::contradictionsAreMarked()
{
    QList<qint64> marked;
    for (const CatalogEntry &entry : m_entries) {
        if (entry.marked)
            marked.append(entry.key.code);
    }
    QCOMPARE(marked, (QList<qint64>{600, 610, 811, 837}));
}

void TestDerivationRules::markFollowsLevelAndWords_data()
{
    QTest::addColumn<QString>("level");
    QTest::addColumn<QString>("description");
    QTest::addColumn<bool>("marked");

    QTest::newRow("error, succeeded") << u"error"_s << u"It succeeded."_s << true;
    QTest::newRow("critical, succeeded") << u"Critical"_s << u"It succeeded."_s << true;
    QTest::newRow("warning, succeeded") << u"warning"_s << u"It succeeded."_s << false;
    QTest::newRow("notice, succeeded") << u"notice"_s << u"It succeeded."_s << false;
    QTest::newRow("notice, failed") << u"notice"_s << u"It failed."_s << true;
    QTest::newRow("info, failed") << u"info"_s << u"It failed."_s << true;
    QTest::newRow("error, failed") << u"error"_s << u"It failed."_s << false;
    QTest::newRow("error, succeeded but denied") << u"error"_s << u"Step succeeded - Access denied."_s << false;
    QTest::newRow("level unheard of") << u"odd"_s << u"It failed."_s << false;
    QTest::newRow("no level") << QString() << u"It succeeded."_s << false;
}

void TestDerivationRules::markFollowsLevelAndWords()
{
    QFETCH(QString, level);
    QFETCH(QString, description);
    CatalogEntry entry{{Kind::User, 1}, level, u"Authentication"_s, description, {}, {}, false};
    m_rules.apply(entry);
    QTEST(entry.marked, "marked");
}

void TestDerivationRules::methodsOfOtherPages_data()
{
    QTest::addColumn<QString>("description");
    QTest::addColumn<QString>("method");

    QTest::newRow("fido") << u"FIDO authentication failed."_s << u"FIDO"_s;
    QTest::newRow("qr") << u"QR Code authentication succeeded."_s << u"QR Code"_s;
    QTest::newRow("sms") << u"SMS OTP authentication succeeded."_s << u"SMS OTP"_s;
    QTest::newRow("voice") << u"Voice Tokencode authentication failed."_s << u"Voice OTP"_s;
    QTest::newRow("emergency") << u"Emergency Access Code authentication failed."_s << u"Emergency Access Code"_s;
    QTest::newRow("part of a word") << u"Disapproved."_s << QString();
}

void TestDerivationRules::methodsOfOtherPages()
{
    QFETCH(QString, description);
    CatalogEntry entry{{Kind::User, 1}, u"notice"_s, u"Authentication"_s, description, {}, {}, false};
    m_rules.apply(entry);
    QTEST(entry.method, "method");
}

void TestDerivationRules::whatNoRuleFitsStaysOpen()
{
    CatalogEntry entry{{Kind::User, 1}, u"error"_s, u"Other"_s, u"Lights on."_s, u"Approve"_s, Outcome::Success, true};
    m_rules.apply(entry);
    QCOMPARE(entry.method, QString());
    QCOMPARE(entry.outcome, Outcome::Unknown);
    QVERIFY(!entry.marked);
}

void TestDerivationRules::brokenFiles_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("cause");

    QTest::newRow("no JSON") << QByteArray("{") << u"The rule file rules.json cannot be read: "_s;
    QTest::newRow("no object") << QByteArray("[]")
                               << u"The rule file rules.json cannot be read: it is not a JSON object."_s;
    QTest::newRow("a list missing") << QByteArray(R"({"methods": []})")
                                    << u"The rule file rules.json has no list “outcomes”."_s;
    QTest::newRow("pattern missing") << QByteArray(R"({"methods": [{"method": "A"}], "outcomes": []})")
                                     << u"Rule 1 of “methods” in the rule file rules.json has no valid pattern: "_s;
    QTest::newRow("pattern broken") << QByteArray(
        R"({"methods": [], "outcomes": [{"pattern": "(", "outcome": "none"}]})")
                                    << u"Rule 1 of “outcomes” in the rule file rules.json has no valid pattern: "_s;
    QTest::newRow("outcome unheard of")
        << QByteArray(R"({"methods": [], "outcomes": [{"pattern": "a", "outcome": "won"}]})")
        << u"Rule 1 of “outcomes” in the rule file rules.json has no valid “outcome”."_s;
    QTest::newRow("method missing") << QByteArray(R"({"methods": [{"pattern": "a"}], "outcomes": []})")
                                    << u"Rule 1 of “methods” in the rule file rules.json has no valid “method”."_s;
}

void TestDerivationRules::brokenFiles()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, cause);
    const auto rules = DerivationRules::fromJson(json, u"rules.json"_s);
    QVERIFY(!rules.ok());
    QVERIFY2(rules.error().message.startsWith(cause), qPrintable(rules.error().message));
}

QTEST_GUILESS_MAIN(TestDerivationRules)
#include "tst_derivationrules.moc"
