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
    const Result<Synonyms> synonyms = Synonyms::fromJson(resource(u":/query/synonyms.json"_s), u"synonyms.json"_s);
    return synonyms ? synonyms.value() : Synonyms();
}

} // namespace

class SynonymsTest : public QObject
{
    Q_OBJECT

private slots:
    void pushStandsForItsMethods();
    void commonHelpDeskWordsAreKnown_data();
    void commonHelpDeskWordsAreKnown();
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

void SynonymsTest::everyExpansionStandsInTheCatalog()
{
    QString catalog = QString::fromUtf8(resource(u":/catalog/user-events-400-1409.txt"_s));
    catalog.truncate(catalog.indexOf(u"\nSee:"_s));
    QVERIFY(!catalog.isEmpty());
    const Synonyms synonyms = shipped();
    QVERIFY(synonyms.words().size() > 30);
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
