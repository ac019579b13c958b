#include "event.h"
#include "synonyms.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

QByteArray resource(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Synonyms shipped()
{
    Synonyms all;
    for (const QString &path : {u":/query/synonyms.json"_s, u":/query/synonyms-de.json"_s}) {
        const Result<Synonyms> synonyms = Synonyms::fromJson(resource(path), path);
        if (!synonyms)
            return {};
        all.add(synonyms.value());
    }
    return all;
}

} // namespace

class SynonymsTest : public QObject
{
    Q_OBJECT

private slots:
    void pushStandsForItsMethods();
    void commonHelpDeskWordsAreKnown_data();
    void commonHelpDeskWordsAreKnown();
    void germanWordsAreKnown_data();
    void germanWordsAreKnown();
    void twoFilesAreJoined();
    void everyExpansionStandsInTheCatalog();
    void noWordStandsForItself();
    void wordsAreFolded();
    void malformedFilesAreRefused_data();
    void malformedFilesAreRefused();
};

void SynonymsTest::pushStandsForItsMethods()
{
    QCOMPARE(shipped().expansions(u"push"), QStringList({u"Approve"_s, u"Biometric"_s, u"Device Biometrics"_s}));
}

void SynonymsTest::commonHelpDeskWordsAreKnown_data()
{
    QTest::addColumn<QString>("word");
    for (const char *word :
         {"token",   "passcode", "otp",       "fingerprint", "face",     "locked",   "unlock", "fob",     "sms",
          "passkey", "timeout",  "timed out", "denied",      "declined", "password", "login",  "sign in", "signin",
          "logout",  "expired",  "disabled",  "am",          "hardware", "agent",    "sync",   "ldap",    "directory"})
        QTest::newRow(word) << QString::fromLatin1(word);
}

void SynonymsTest::commonHelpDeskWordsAreKnown()
{
    QFETCH(QString, word);
    QVERIFY(!shipped().expansions(word).isEmpty());
}

void SynonymsTest::germanWordsAreKnown_data()
{
    QTest::addColumn<QString>("word");
    for (const QString &word :
         {u"gesperrt"_s, u"Kennwort"_s, u"falsch"_s, u"abgelaufen"_s, u"Handy"_s, u"abgelehnt"_s,
          u"Zeit\u00fcberschreitung"_s, u"ZEIT\u00dcBERSCHREITUNG"_s, u"Zeitueberschreitung"_s, u"Anmeldung"_s})
        QTest::newRow(qPrintable(word)) << word;
}

void SynonymsTest::germanWordsAreKnown()
{
    QFETCH(QString, word);
    QVERIFY(!shipped().expansions(word).isEmpty());
}

void SynonymsTest::twoFilesAreJoined()
{
    Synonyms one = Synonyms::fromJson(R"({"a": ["x", "y"], "b": ["z"]})", u"one.json"_s).value();
    one.add(Synonyms::fromJson(R"({"A": ["y", "w"], "c": ["v"]})", u"two.json"_s).value());
    QCOMPARE(one.words(), QStringList({u"a"_s, u"b"_s, u"c"_s}));
    QCOMPARE(one.expansions(u"a"), QStringList({u"x"_s, u"y"_s, u"w"_s}));
}

void SynonymsTest::everyExpansionStandsInTheCatalog()
{
    QString catalog = QString::fromUtf8(resource(u":/catalog/user-events-400-1409.txt"_s));
    catalog.truncate(catalog.indexOf(u"\nSee:"_s));
    QVERIFY(!catalog.isEmpty());
    const Synonyms synonyms = shipped();
    QVERIFY(synonyms.words().size() > 150);
    for (const QString &word : synonyms.words()) {
        for (const QString &expansion : synonyms.expansions(word))
            QVERIFY2(catalog.contains(expansion, Qt::CaseInsensitive), qPrintable(word + u": "_s + expansion));
    }
}

void SynonymsTest::noWordStandsForItself()
{
    const Synonyms synonyms = shipped();
    for (const QString &word : synonyms.words()) {
        for (const QString &expansion : synonyms.expansions(word))
            QVERIFY2(foldedText(expansion) != word, qPrintable(word));
    }
}

void SynonymsTest::wordsAreFolded()
{
    const Result<Synonyms> synonyms = Synonyms::fromJson(R"({"Sign  In": ["sign-in"]})", u"x.json"_s);
    QVERIFY(synonyms.ok());
    QCOMPARE(synonyms.value().expansions(u" SIGN in."), QStringList{u"sign-in"_s});
    QVERIFY(synonyms.value().expansions(u"sign").isEmpty());
    QCOMPARE(synonyms.value().words(), QStringList{u"sign in"_s});
}

void SynonymsTest::malformedFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("not JSON") << QByteArray("push = Approve");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("an array") << QByteArray("[]");
    QTest::newRow("no list") << QByteArray(R"({"push": "Approve"})");
    QTest::newRow("empty list") << QByteArray(R"({"push": []})");
    QTest::newRow("a number in the list") << QByteArray(R"({"push": ["Approve", 1]})");
}

void SynonymsTest::malformedFilesAreRefused()
{
    QFETCH(QByteArray, json);
    const Result<Synonyms> synonyms = Synonyms::fromJson(json, u"own-synonyms.json"_s);
    QVERIFY(!synonyms.ok());
    QVERIFY(synonyms.error().message.contains(u"own-synonyms.json"_s));
}

QTEST_APPLESS_MAIN(SynonymsTest)
#include "tst_synonyms.moc"
