#include "blockreader.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

const Format &headerlessCsv()
{
    return *formatByName(u"headerless-csv");
}

/// code: user; description; application; method
QString readable(const QByteArray &line)
{
    const ReadLog log = readWhole(headerlessCsv(), line);
    QStringList texts;
    for (const ReadRecord &record : log.records) {
        texts.append(record.understood
                         ? u"%1: %2; %3; %4; %5"_s.arg(record.code)
                               .arg(QString::fromUtf8(record.user), QString::fromUtf8(record.description),
                                    QString::fromUtf8(record.application), QString::fromUtf8(record.method))
                         : u'?' + QString::fromUtf8(record.raw));
    }
    return texts.join(u'|');
}

const QByteArray front = "2026-01-15T09:14:02.118Z,Example Co,user,Authentication,jdoe,605,";

} // namespace

class TestHeaderlessCsv : public QObject
{
    Q_OBJECT

private slots:
    void readsARow();
    void readsFiles_data();
    void readsFiles();
    void findsTheValuesThatHoldCommas_data();
    void findsTheValuesThatHoldCommas();
    void keepsWhatIsNoRow_data();
    void keepsWhatIsNoRow();
    void readsTheSameInBlocksOfAnySize();
    void showsTheFieldsOfARow_data();
    void showsTheFieldsOfARow();
    void noCommaEverCostsARow();
};

void TestHeaderlessCsv::readsARow()
{
    const ReadLog log =
        readWhole(headerlessCsv(), front + "Unable to authenticate - Invalid OTP.,VPN,SecurID,7,Staff,null,Medium\r\n");
    QCOMPARE(log.records.size(), 1);
    const ReadRecord &record = log.records.first();
    QVERIFY(record.understood);
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(record.time, Qt::UTC).toString(Qt::ISODateWithMs),
             u"2026-01-15T09:14:02.118Z"_s);
    QVERIFY(record.kind == Kind::User);
    QCOMPARE(record.code, 605);
    QCOMPARE(record.category, QByteArray("Authentication"));
    QCOMPARE(record.description, QByteArray("Unable to authenticate - Invalid OTP."));
    QCOMPARE(record.user, QByteArray("jdoe"));
    QCOMPARE(record.application, QByteArray("VPN"));
    QCOMPARE(record.method, QByteArray("SecurID"));
    QCOMPARE(record.level, QByteArray());
    QCOMPARE(record.address, QByteArray());
}

void TestHeaderlessCsv::readsFiles_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("expected");
    const QByteArray row = front + "Failed.,VPN,SecurID,7,Staff,null,Medium";
    const QString read = u"605: jdoe; Failed.; VPN; SecurID"_s;
    QTest::newRow("rows") << row + "\n" + row + "\n" << read + u'|' + read;
    QTest::newRow("no end of line") << row << read;
    QTest::newRow("CRLF and blank lines") << "\r\n" + row + "\r\n \r\n" + row + "\r\n" << read + u'|' + read;
    QTest::newRow("all absent") << QByteArray(
        "2026-01-15T09:14:02Z,null,null,null,null,null,null,null,null,null,null,null,null")
                                << u"-1: ; ; ; "_s;
    QTest::newRow("all empty") << QByteArray("2026-01-15T09:14:02Z,,,,,,,,,,,,") << u"-1: ; ; ; "_s;
    QTest::newRow("quotes are text") << front + "Say \"hi\".,VPN,SecurID,7,Staff,null,Medium"
                                     << u"605: jdoe; Say \"hi\".; VPN; SecurID"_s;
    QTest::newRow("quoted by a spreadsheet")
        << front + "\"Failed,or \"\"not\"\".\",\"VPN,inside\",SecurID,7,Staff,null,Medium"
        << u"605: jdoe; Failed,or \"not\".; VPN,inside; SecurID"_s;
    QTest::newRow("code 00605") << QByteArray(row).replace(",605,", ",00605,") << read;
    QTest::newRow("unknown type") << QByteArray(row).replace(",user,", ",device,") << read;
}

void TestHeaderlessCsv::readsFiles()
{
    QFETCH(QByteArray, data);
    QTEST(readable(data), "expected");
}

void TestHeaderlessCsv::findsTheValuesThatHoldCommas_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("expected");
    const QByteArray start = "2026-01-15T09:14:02Z,";
    const QString plain = u"605: jdoe; Failed.; VPN; SecurID"_s;
    const auto row = [](const char *name, const QByteArray &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("customer", start + "Example, Inc.,user,Authentication,jdoe,605,Failed.,VPN,SecurID,7,null,null,Medium", plain);
    row("customer, no blank", start + "Example,Inc,user,Authentication,jdoe,605,Failed.,VPN,SecurID,7,null,null,Low",
        plain);
    row("customer, three pieces", start + "A,B,C,user,Authentication,jdoe,605,Failed.,VPN,SecurID,7,null,null,Low",
        plain);
    row("user", start + "Example Co,user,Authentication,CN=jdoe,OU=x,605,Failed.,VPN,SecurID,7,null,null,Low",
        u"605: CN=jdoe,OU=x; Failed.; VPN; SecurID"_s);
    row("customer and description",
        start + "Example,Inc,user,Authentication,jdoe,605,Failed, once,more.,VPN,SecurID,7,null,null,Low",
        u"605: jdoe; Failed, once,more.; VPN; SecurID"_s);
    row("user that is a number", start + "A,B,user,Authentication,4711,605,Failed.,VPN,SecurID,7,null,null,Low",
        u"605: 4711; Failed.; VPN; SecurID"_s);
    row("description", front + "Failed, again.,VPN,SecurID,7,null,null,Medium",
        u"605: jdoe; Failed, again.; VPN; SecurID"_s);
    row("description, no blank", front + "Failed,again.,VPN,SecurID,7,null,null,Medium",
        u"605: jdoe; Failed,again.; VPN; SecurID"_s);
    row("description without a stop", front + "Failed,again,VPN,SecurID,7,null,null,Medium",
        u"605: jdoe; Failed,again; VPN; SecurID"_s);
    row("description, numbers within", front + "Failed 1,2,3 times.,VPN,SecurID,7,null,null,Medium",
        u"605: jdoe; Failed 1,2,3 times.; VPN; SecurID"_s);
    row("description, all else absent", front + "Failed,again,null,null,null,null,null,null",
        u"605: jdoe; Failed,again; ; "_s);
    row("application", front + "Failed.,VPN,inside,SecurID,7,null,null,Medium",
        u"605: jdoe; Failed.; VPN,inside; SecurID"_s);
    row("application, blank", front + "Failed.,VPN, inside,SecurID,7,null,null,Medium",
        u"605: jdoe; Failed.; VPN, inside; SecurID"_s);
    row("description and application", front + "Failed,again.,VPN,inside,SecurID,7,null,null,Medium",
        u"605: jdoe; Failed,again.; VPN,inside; SecurID"_s);
    row("policy", front + "Failed.,VPN,SecurID,7,Staff,guests,null,Medium", plain);
    row("policy, blank", front + "Failed.,VPN,SecurID,7,Staff, guests,null,Medium", plain);
    row("policy without id", front + "Failed.,VPN,SecurID,null,Staff,guests,null,Medium", plain);
    row("policy's id no number", front + "Failed.,VPN,SecurID,3f2a9c1e-77aa,Staff,guests,null,Medium", plain);
    row("details", front + "Failed.,VPN,SecurID,7,null,OTP,PIN,Medium", plain);
    row("policy and details", front + "Failed.,VPN,SecurID,7,Staff,guests,OTP,PIN,Medium", plain);
    row("description and policy", front + "Failed,again.,VPN,SecurID,7,Staff,guests,null,Medium",
        u"605: jdoe; Failed,again.; VPN; SecurID"_s);
    row("unknown method", front + "Failed,again.,VPN,Smoke Signal,7,null,null,Medium",
        u"605: jdoe; Failed,again.; VPN; Smoke Signal"_s);
    row("no method", front + "Failed,again.,VPN,null,7,Staff,null,Medium", u"605: jdoe; Failed,again.; VPN; "_s);
    row("no code", QByteArray(front).replace(",605,", ",null,") + "Failed,again.,VPN,SecurID,7,null,null,Medium",
        u"-1: jdoe; Failed,again.; VPN; SecurID"_s);
    // Two places for the policy are as good: what is certain stays.
    row("two readings", front + "Failed,again,VPN,SecurID,7,SecurID,7,guests,null,Medium", u"605: jdoe; ; ; "_s);
    row("no reading", front + "a,b,c,d,e,f,g,h,i", u"605: jdoe; ; ; "_s);
    row("commas only", front + ",,,,,,,,,,", u"605: jdoe; ; ; "_s);
}

void TestHeaderlessCsv::findsTheValuesThatHoldCommas()
{
    QFETCH(QByteArray, row);
    QTEST(readable(row), "expected");
}

void TestHeaderlessCsv::keepsWhatIsNoRow_data()
{
    QTest::addColumn<QByteArray>("line");
    const QByteArray row = front + "Failed.,VPN,SecurID,7,Staff,null,Medium";
    QTest::newRow("words") << QByteArray("hello");
    QTest::newRow("cut off") << row.chopped(7);
    QTest::newRow("no time") << "yesterday" + row.mid(24);
    QTest::newRow("wrong time") << QByteArray(row).replace("01-15", "13-15");
    QTest::newRow("no code") << QByteArray(row).replace(",605,", ",x,");
    QTest::newRow("no code, and a comma") << QByteArray(row).replace(",605,", ",x,y,");
    QTest::newRow("commas") << QByteArray(20, ',');
    QTest::newRow("header") << QByteArray("eventLogDate,customerName,eventType,eventCategory,userId,eventCode,"
                                          "eventDescription,application,method,policyId,policyName,"
                                          "authenticationDetails,assuranceLevel");
}

void TestHeaderlessCsv::keepsWhatIsNoRow()
{
    QFETCH(QByteArray, line);
    QCOMPARE(readable(line), u'?' + QString::fromUtf8(line));
    QVERIFY(headerlessCsv().fields("hello", {}).isEmpty());
}

void TestHeaderlessCsv::readsTheSameInBlocksOfAnySize()
{
    const QByteArray data = front + "Failed, again.,VPN,SecurID,7,null,null,Medium\r\n\nhello\n" + front
        + "\"a,b\",VPN,SecurID,7,null,null,Medium\n" + front + "Failed.,VPN,SecurID,7,null,null,Medium";
    QCOMPARE(readWhole(headerlessCsv(), data).records.size(), 4);
    QCOMPARE(firstDifferingBlockSize(headerlessCsv(), data), qsizetype(0));
}

void TestHeaderlessCsv::showsTheFieldsOfARow_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("expected"); // the fields behind the code
    QTest::newRow("plain") << front + "Failed.,VPN,SecurID,7,Staff,null,Medium"
                           << u"eventDescription=Failed.|application=VPN|method=SecurID|policyId=7|policyName=Staff|"
                              "authenticationDetails=|assuranceLevel=Medium"_s;
    QTest::newRow("comma") << front + "Failed, again.,VPN,SecurID,7,Staff,guests,null,Medium"
                           << u"eventDescription=Failed, again.|application=VPN|method=SecurID|policyId=7|"
                              "policyName=Staff,guests|authenticationDetails=|assuranceLevel=Medium"_s;
    QTest::newRow("policy and details")
        << front + "Failed.,VPN,SecurID,7,Staff,guests,OTP,PIN,Medium"
        << u"eventDescription=Failed.|application=VPN|method=SecurID|policyId=7|"
           "policyName,authenticationDetails=Staff,guests,OTP,PIN|assuranceLevel=Medium"_s;
    QTest::newRow("no reading") << front + "a,b,c,d,e,f,g,h,i"
                                << u"eventDescription,application,method,policyId,policyName,authenticationDetails="
                                   "a,b,c,d,e,f,g,h|assuranceLevel=i"_s;
    QTest::newRow("quotes") << front + "\"a,\"\"b\"\"\",VPN,SecurID,7,Staff,null,Medium"
                            << u"eventDescription=a,\"b\"|application=VPN|method=SecurID|policyId=7|policyName=Staff|"
                               "authenticationDetails=|assuranceLevel=Medium"_s;
}

void TestHeaderlessCsv::showsTheFieldsOfARow()
{
    QFETCH(QByteArray, row);
    const QList<RecordField> fields = headerlessCsv().fields(row, {});
    QCOMPARE(fields[0], (RecordField{u"eventLogDate"_s, u"2026-01-15T09:14:02.118Z"_s}));
    QCOMPARE(fields[4], (RecordField{u"userId"_s, u"jdoe"_s}));
    QCOMPARE(fields[5], (RecordField{u"eventCode"_s, u"605"_s}));
    QStringList texts;
    for (const RecordField &field : fields.mid(6))
        texts.append(field.name + u'=' + field.value);
    QTEST(texts.join(u'|'), "expected");
}

/// Wherever commas are put into the values, the time, the code and the user stay what they are.
void TestHeaderlessCsv::noCommaEverCostsARow()
{
    const QByteArrayList values{"Failed to check.", "VPN", "SecurID", "7", "Staff", "null", "Medium"};
    for (qsizetype first = 0; first < values.size() - 1; ++first) {
        for (qsizetype second = first; second < values.size() - 1; ++second) {
            QByteArrayList shifted = values;
            shifted[first].insert(1, ',');
            shifted[second].append(", x");
            const ReadLog log = readWhole(headerlessCsv(), front + shifted.join(','));
            QCOMPARE(log.records.size(), 1);
            QVERIFY(log.records[0].understood);
            QCOMPARE(log.records[0].code, 605);
            QCOMPARE(log.records[0].user, QByteArray("jdoe"));
            QByteArray all;
            const QList<RecordField> fields = headerlessCsv().fields(front + shifted.join(','), {});
            for (const RecordField &field : fields.mid(6))
                all += (field.value.isEmpty() ? QByteArray("null") : field.value.toUtf8()) + ',';
            QCOMPARE(all.chopped(1), shifted.join(','));
        }
    }
}

QTEST_APPLESS_MAIN(TestHeaderlessCsv)
#include "tst_headerlesscsv.moc"
