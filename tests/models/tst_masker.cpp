#include "masker.h"

#include "smalllog.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

class TestMasker : public QObject
{
    Q_OBJECT

private slots:
    void literalsAreMasked_data();
    void literalsAreMasked();
    void sameNameHasTheSameMask();
    void aNameIsKnownInItsOtherSpellings_data();
    void aNameIsKnownInItsOtherSpellings();
    void namesAreFoundWhereverTheyOccur_data();
    void namesAreFoundWhereverTheyOccur();
    void fieldsTellWhatIsAName_data();
    void fieldsTellWhatIsAName();
    void rawTextIsMaskedInJsonsOtherSpellings_data();
    void rawTextIsMaskedInJsonsOtherSpellings();
    void recordIsMaskedAsAWhole();
    void rawOfWhatWasNotUnderstoodIsLeftOut();
    void logTellsOfNamesBeforeTheyOccur();
    void linesOfServersAreMasked_data();
    void linesOfServersAreMasked();
};

void TestMasker::literalsAreMasked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("masked");
    QTest::newRow("e-mail") << u"to jdoe@example.com."_s << u"to user-1."_s;
    QTest::newRow("e-mail with plus") << u"<j.doe+x@mail.example.com>"_s << u"<user-1>"_s;
    QTest::newRow("twice") << u"a@example.com A@EXAMPLE.COM b@example.com"_s << u"user-1 user-1 user-2"_s;
    QTest::newRow("IPv4") << u"from 192.0.2.10:443, 192.0.2.10"_s << u"from addr-1:443, addr-1"_s;
    QTest::newRow("end of a sentence") << u"at 192.0.2.10."_s << u"at addr-1."_s;
    QTest::newRow("IPv6") << u"[2001:db8::1]:443 ::1"_s << u"[addr-1]:443 addr-2"_s;
    QTest::newRow("IPv6 with a colon behind") << u"2001:db8::1: refused"_s << u"addr-1: refused"_s;
    QTest::newRow("IPv4 in IPv6") << u"::ffff:192.0.2.1"_s << u"addr-1"_s;
    QTest::newRow("full IPv6") << u"2001:0db8:0:0:0:0:0:1"_s << u"addr-1"_s;
    QTest::newRow("a time is no address") << u"09:14:02.118"_s << u"09:14:02.118"_s;
    QTest::newRow("a date and time") << u"2026-01-15T09:14:02.118Z"_s << u"2026-01-15T09:14:02.118Z"_s;
    QTest::newRow("too large") << u"300.0.2.10"_s << u"300.0.2.10"_s;
    QTest::newRow("three parts") << u"version 1.2.3"_s << u"version 1.2.3"_s;
    QTest::newRow("letters behind") << u"1.2.3.4x"_s << u"1.2.3.4x"_s;
    QTest::newRow("scope operator") << u"std::abc"_s << u"std::abc"_s;
    QTest::newRow("MAC address") << u"00:11:22:33:44:55"_s << u"00:11:22:33:44:55"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TestMasker::literalsAreMasked()
{
    QFETCH(QString, text);
    Masker masker;
    QTEST(masker.masked(text), "masked");
}

void TestMasker::sameNameHasTheSameMask()
{
    Masker masker;
    masker.learn(Masker::Category::User, u"jdoe@example.com"_s);
    masker.learn(Masker::Category::User, u"CORP\\asmith"_s);
    masker.learn(Masker::Category::User, u"JDOE@example.com"_s);
    masker.learn(Masker::Category::Device, u"Jane's phone"_s);
    QCOMPARE(masker.masked(u"jdoe@example.com"_s), u"user-1"_s);
    QCOMPARE(masker.masked(u"JDoe"_s), u"user-1"_s);
    QCOMPARE(masker.masked(u"corp\\asmith"_s), u"user-2"_s);
    QCOMPARE(masker.masked(u"asmith"_s), u"user-2"_s);
    QCOMPARE(masker.masked(u"jane's phone"_s), u"device-1"_s);
}

void TestMasker::aNameIsKnownInItsOtherSpellings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("masked");
    // Where accents are characters of their own, and apostrophes are curly.
    QTest::newRow("accent apart") << u"for jose\u0301 and Jose\u0301@example.com"_s << u"for user-1 and user-1"_s;
    QTest::newRow("accent in its letter") << u"for jos\u00e9"_s << u"for user-1"_s;
    QTest::newRow("of another name without it") << u"for jose"_s << u"for jose"_s;
    QTest::newRow("curly apostrophe") << u"O\u2019Brien, o'brien"_s << u"user-2, user-2"_s;
    QTest::newRow("both") << u"Andre\u0301\u2019s phone"_s << u"device-1"_s;
    QTest::newRow("e-mail of somebody else") << u"a\u0301.o\u2019x@example.net"_s << u"user-3"_s;
}

void TestMasker::aNameIsKnownInItsOtherSpellings()
{
    QFETCH(QString, text);
    Masker masker;
    masker.learn(Masker::Category::User, u"jos\u00e9@example.com"_s);
    masker.learn(Masker::Category::User, u"O'Brien"_s);
    masker.learn(Masker::Category::User, u"o\u2019brien"_s); // the same one
    masker.learn(Masker::Category::Device, u"Andr\u00e9's phone"_s);
    QTEST(masker.masked(text), "masked");
}

void TestMasker::namesAreFoundWhereverTheyOccur_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("masked");
    QTest::newRow("in a sentence") << u"User jdoe was added."_s << u"User user-1 was added."_s;
    QTest::newRow("not within a word") << u"jdoes ajdoe jdoe2"_s << u"jdoes ajdoe jdoe2"_s;
    QTest::newRow("of several words") << u"for Example Co, Ltd"_s << u"for customer-1, Ltd"_s;
    QTest::newRow("the longer name wins") << u"Example Co Europe"_s << u"customer-2"_s;
    QTest::newRow("within an e-mail") << u"jdoe@example.net"_s << u"user-2"_s;
    QTest::newRow("a mask is not masked again") << u"jdoe jdoe"_s << u"user-1 user-1"_s;
}

void TestMasker::namesAreFoundWhereverTheyOccur()
{
    QFETCH(QString, text);
    Masker masker;
    masker.learn(Masker::Category::User, u"jdoe"_s);
    masker.learn(Masker::Category::Customer, u"Example Co"_s);
    masker.learn(Masker::Category::Customer, u"Example Co Europe"_s);
    QTEST(masker.masked(text), "masked");
}

void TestMasker::fieldsTellWhatIsAName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("mask");
    QTest::newRow("user") << u"userId"_s << u"user-1"_s;
    QTest::newRow("user, typed by a tool") << u"userId_s"_s << u"user-1"_s;
    QTest::newRow("user of a table") << u"User ID"_s << u"user-1"_s;
    QTest::newRow("user of a router") << u"USERNAME"_s << u"user-1"_s;
    QTest::newRow("administrator") << u"adminUserName"_s << u"user-1"_s;
    QTest::newRow("device") << u"deviceName"_s << u"device-1"_s;
    QTest::newRow("customer") << u"customerName"_s << u"customer-1"_s;
    QTest::newRow("tenant") << u"tenantId"_s << u"tenant-1"_s;
    QTest::newRow("server") << u"serverURL"_s << u"server-1"_s;
    QTest::newRow("address") << u"sourceIPAddress"_s << u"addr-1"_s;
    QTest::newRow("no name") << u"application"_s << u"Acme"_s;
}

void TestMasker::fieldsTellWhatIsAName()
{
    QFETCH(QString, name);
    Masker masker;
    masker.learn({{name, u"Acme"_s}});
    QTEST(masker.masked(u"Acme"_s), "mask");
}

void TestMasker::rawTextIsMaskedInJsonsOtherSpellings_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("masked");
    QTest::newRow("plain") << uR"({"u":"CORP\jürgen"})"_s << uR"({"u":"user-1"})"_s;
    QTest::newRow("backslash") << uR"({"u":"CORP\\jürgen"})"_s << uR"({"u":"user-1"})"_s;
    QTest::newRow("escape") << uR"({"u":"CORP\\j\u00fcrgen"})"_s << uR"({"u":"user-1"})"_s;
    QTest::newRow("account alone") << uR"({"u":"\u006a\u00FCrgen"})"_s << uR"({"u":"user-1"})"_s;
    QTest::newRow("e-mail") << uR"({"u":"a\u0040example.com"})"_s << uR"({"u":"user-2"})"_s;
    QTest::newRow("what stays keeps its spelling") << uR"({"x":"a\u0026b\/c"})"_s << uR"({"x":"a\u0026b\/c"})"_s;
    QTest::newRow("quote") << uR"({"d":"The \"big\" phone"})"_s << uR"({"d":"device-1"})"_s;
}

void TestMasker::rawTextIsMaskedInJsonsOtherSpellings()
{
    QFETCH(QString, raw);
    Masker masker;
    masker.learn(Masker::Category::User, u"CORP\\jürgen"_s);
    masker.learn(Masker::Category::Device, u"The \"big\" phone"_s);
    QTEST(masker.maskedRaw(raw), "masked");
}

void TestMasker::recordIsMaskedAsAWhole()
{
    NormalisedRecord record;
    record.file = u"/home/jdoe/a.json"_s;
    record.user = u"jdoe"_s;
    record.sourceIp = u"192.0.2.1"_s;
    record.description = u"User jdoe@example.com signed in from 192.0.2.1."_s;
    record.ownDescription = record.description;
    record.code = 702;
    record.raw = R"({"userId":"jdoe","eventCode":"702"})";
    Masker masker;
    masker.learn(Masker::Category::User, record.user);
    const NormalisedRecord masked = masker.masked(record);
    QCOMPARE(masked.file, u"/home/user-1/a.json"_s);
    QCOMPARE(masked.user, u"user-1"_s);
    QCOMPARE(masked.sourceIp, u"addr-1"_s);
    QCOMPARE(masked.description, u"User user-2 signed in from addr-1."_s);
    QCOMPARE(masked.ownDescription, masked.description);
    QCOMPARE(masked.code, 702);
    QCOMPARE(masked.raw, QByteArray(R"({"userId":"user-1","eventCode":"702"})"));
}

void TestMasker::rawOfWhatWasNotUnderstoodIsLeftOut()
{
    NormalisedRecord record;
    record.understood = false;
    record.raw = "something about jdoe";
    QCOMPARE(Masker().masked(record).raw, QByteArray());
}

void TestMasker::logTellsOfNamesBeforeTheyOccur()
{
    const std::shared_ptr<Log> log =
        readLog("{\"eventCode\":\"1\",\"eventDescription\":\"Phone of Jane was named by asmith.\"}\n"
                "{\"eventCode\":\"2\",\"userId\":\"asmith\",\"deviceName\":\"Phone of Jane\"}\n");
    QVERIFY(log);
    Masker masker;
    masker.learn(*log);
    QCOMPARE(masker.masked(u"Phone of Jane was named by asmith."_s), u"device-1 was named by user-1."_s);
}

void TestMasker::linesOfServersAreMasked_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("masked");
    QTest::newRow("Authentication Manager")
        << QByteArray(
               "2026-01-15 09:14:02,118, am1.example.com, audit.admin.com.rsa.X, INFO, e,i,192.0.2.10,192.0.2.20,"
               "UPDATE_PRINCIPAL,10041,SUCCESS,,s,,u,is,sd,asmith,Anna,Smith,PRINCIPAL,o1,is,sd,jdoe,,,,,,")
        << QByteArray("2026-01-15 09:14:02,118, server-1, audit.admin.com.rsa.X, INFO, e,i,addr-1,addr-2,"
                      "UPDATE_PRINCIPAL,10041,SUCCESS,,s,,u,is,sd,user-1,user-2,user-3,PRINCIPAL,user-4,is,sd,user-5,,,"
                      ",,,");
    QTest::newRow("identity router")
        << QByteArray("<134>1 2026-01-15T09:14:02Z idr1.example.com SINGLEPOINT 1 USER_LOGIN [x USERNAME=\"asmith\" "
                      "REMOTE_IP=\"192.0.2.10\" TENANT=\"acme\"]")
        << QByteArray("<134>1 2026-01-15T09:14:02Z server-1 SINGLEPOINT 1 USER_LOGIN [x USERNAME=\"user-1\" "
                      "REMOTE_IP=\"addr-1\" TENANT=\"tenant-1\"]");
    QTest::newRow("syslog with JSON") << QByteArray(
        "<13>Jan 15 09:14:03 relay1 RSA-SecurID-Cloud-User: {\"eventCode\":\"702\",\"userId\":\"asmith\"}")
                                      << QByteArray("<13>Jan 15 09:14:03 server-1 RSA-SecurID-Cloud-User: "
                                                    "{\"eventCode\":\"702\",\"userId\":\"user-1\"}");
}

void TestMasker::linesOfServersAreMasked()
{
    QFETCH(QByteArray, line);
    const std::shared_ptr<Log> log = readLog(line + '\n');
    QVERIFY(log);
    const Result<NormalisedRecord> record = normalisedRecord(*log, 0, resolutionOf(*log));
    QVERIFY(record.ok());
    Masker masker;
    masker.learn(*log);
    QTEST(masker.masked(record.value()).raw, "masked");
}

QTEST_GUILESS_MAIN(TestMasker)
#include "tst_masker.moc"
