#include "log.h"

#include "longrecord.h"

#include <QFile>
#include <QRandomGenerator>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace evident;
using namespace Qt::StringLiterals;

/// The engine together with the real formats: what a log of each is, record by record.
class TestLogFormats : public QObject
{
    Q_OBJECT

private slots:
    void readsJsonLines_data();
    void readsJsonLines();
    void readsAPageAsItsItemsAreLines();
    void keepsTheItemsOfAPageCutOff();
    void costsAtMostThirtyTwoBytesARecord();
    void costsAtMostFiveBytesATextLine();
    void keepsALongRecordByItsPlace_data();
    void keepsALongRecordByItsPlace();
    void readsBackWhatIsAsItWas_data();
    void readsBackWhatIsAsItWas();
    void tellsThatAFileWasWrittenOver_data();
    void tellsThatAFileWasWrittenOver();
};

namespace {

QByteArray item(QRandomGenerator &random, int number)
{
    const QByteArrayList methods{"Approve", "SecurID", "Biometric", ""};
    const QByteArrayList applications{"VPN", "Portal", "Mail"};
    const QDateTime time =
        QDateTime::fromMSecsSinceEpoch(1'768'468'442'118 + qint64(number) * 700 + random.bounded(5000), Qt::UTC);
    return "{\"eventId\":\"" + QByteArray::number(number) + "\",\"eventLogDate\":\""
        + time.toString(Qt::ISODateWithMs).toLatin1()
        + "\",\"eventType\":\"user\",\"eventLevel\":\"error\",\"eventCategory\":\"Authentication\",\"userId\":\"user"
        + QByteArray::number(random.bounded(20'000)) + "@example.com\",\"sourceIPAddress\":\"192.0.2."
        + QByteArray::number(random.bounded(256)) + "\",\"eventCode\":\"" + QByteArray::number(600 + random.bounded(80))
        + "\",\"application\":\"" + applications.at(random.bounded(3)) + "\",\"method\":\""
        + methods.at(random.bounded(4)) + "\"}";
}

QByteArrayList items(int count)
{
    QRandomGenerator random(21);
    QByteArrayList all;
    for (int number = 0; number < count; ++number)
        all += item(random, number);
    return all;
}

QByteArray page(const QByteArrayList &all)
{
    return "{\"totalPages\":1,\"userEventLogExportEntries\":[" + all.join(",\n ") + "]}";
}

std::shared_ptr<Log> indexed(const QByteArray &text)
{
    std::shared_ptr<Log> log = Log::fromBytes(u"pasted"_s, text, {}).value();
    log->index({});
    return log;
}

qint64 memory(const Log &log)
{
    return log.columns().memory();
}

} // namespace

void TestLogFormats::readsJsonLines_data()
{
    QTest::addColumn<bool>("utf16");
    QTest::newRow("UTF-8") << false;
    QTest::newRow("UTF-16") << true;
}

void TestLogFormats::readsJsonLines()
{
    QFETCH(bool, utf16);
    const QByteArrayList all = items(5000);
    QByteArray text = all.join("\r\n") + "\r\n";
    if (utf16) {
        QStringEncoder encoder(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
        text = encoder(QString::fromUtf8(text));
    }
    const std::shared_ptr<Log> log = indexed(text);
    QCOMPARE(log->state(), Log::State::Complete);
    QCOMPARE(log->info().formatName, u"ndjson"_s);
    QCOMPARE(log->columns().size(), Row(all.size()));
    QCOMPARE(log->notUnderstood(), 0);
    for (Row row = 0; row < log->columns().size(); ++row) {
        QCOMPARE(log->raw(row).value(), all.at(row));
        QCOMPARE(log->columns().record(row).line, row + 1);
    }
    QCOMPARE(log->field(4711, u"eventid"_s), u"4711"_s);
}

void TestLogFormats::readsAPageAsItsItemsAreLines()
{
    // As one document or as lines, the items say the same.
    const QByteArrayList all = items(5000);
    const std::shared_ptr<Log> lines = indexed(all.join('\n'));
    const std::shared_ptr<Log> document = indexed(page(all));
    QCOMPARE(document->state(), Log::State::Complete);
    QCOMPARE(document->info().formatName, u"cas-user-json"_s);
    QCOMPARE(document->columns().size(), lines->columns().size());
    for (Row row = 0; row < document->columns().size(); ++row) {
        QCOMPARE(document->raw(row).value(), all.at(row));
        RecordColumns record = document->columns().record(row);
        record.offset = lines->columns().record(row).offset;
        QVERIFY(record == lines->columns().record(row));
    }
}

void TestLogFormats::keepsTheItemsOfAPageCutOff()
{
    const QByteArrayList all = items(3000);
    const QByteArray whole = page(all);
    const std::shared_ptr<Log> log = indexed(whole.chopped(all.last().size() / 2));
    QCOMPARE(log->state(), Log::State::Failed);
    QVERIFY(log->error().has_value());
    QVERIFY2(log->error()->message.contains(u"pasted"_s), qPrintable(log->error()->message));
    QVERIFY(log->columns().size() >= Row(all.size()) - 1);
    for (Row row = 0; row + 1 < Row(all.size()); ++row)
        QCOMPARE(log->raw(row).value(), all.at(row));
}

void TestLogFormats::costsAtMostThirtyTwoBytesARecord()
{
    const std::shared_ptr<Log> log = indexed(items(60'000).join('\n'));
    const qint64 rows = log->columns().size();
    QCOMPARE(rows, 60'000);
    QVERIFY2(memory(*log) <= rows * 32, qPrintable(QString::number(double(memory(*log)) / double(rows))));
}

void TestLogFormats::costsAtMostFiveBytesATextLine()
{
    QRandomGenerator random(22);
    QByteArray text;
    for (int line = 0; line < 300'000; ++line)
        text += QByteArray(random.bounded(1, 120), char('a' + random.bounded(26))) + '\n';
    const std::shared_ptr<Log> log = indexed(text);
    const qint64 rows = log->columns().size();
    QCOMPARE(rows, 300'000);
    QVERIFY2(memory(*log) <= rows * 5, qPrintable(QString::number(double(memory(*log)) / double(rows))));
}

void TestLogFormats::keepsALongRecordByItsPlace_data()
{
    QTest::addColumn<QString>("format");
    for (const ThreeRecords &file : threeRecordsOfEachFormat(1))
        QTest::newRow(qPrintable(file.format)) << file.format;
}

void TestLogFormats::keepsALongRecordByItsPlace()
{
    QFETCH(QString, format);
    const std::vector<ThreeRecords> files = threeRecordsOfEachFormat(Log::longestText + 1'000'000);
    const ThreeRecords &file = *std::ranges::find(files, format, &ThreeRecords::format);
    LogOptions options;
    options.formatName = format;
    const std::shared_ptr<Log> log = Log::fromBytes(u"pasted"_s, file.text(), options).value();
    log->index({});
    QCOMPARE(log->state(), Log::State::Complete);
    QCOMPARE(log->columns().size(), Row(3));
    QCOMPARE(log->notUnderstood(), 1);
    const RecordColumns record = log->columns().record(1);
    QCOMPARE(record.offset, file.first.size() + file.between.size());
    QCOMPARE(record.length, quint32(file.second.size()));
    QVERIFY(log->raw(1).value() == file.second.first(Log::longestText));
    QVERIFY(log->fields(1).value().isEmpty());
    QVERIFY(log->shape(log->columns().shape(2)).understood);
    QVERIFY(log->raw(2).ok());
}

void TestLogFormats::readsBackWhatIsAsItWas_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("text");
    const QByteArray broken =
        "{\"eventCode\":\"1\"},[{\"eventCode\":\"2\"}],]x,\"y\",{\"elements\":[{\"a\":1}]},{\"a\":";
    QTest::newRow("page") << u"cas-user-json"_s << "{\"userEventLogExportEntries\":[" + broken;
    QTest::newRow("array") << u"cas-user-array"_s << "[" + broken;
    QTest::newRow("lines") << u"ndjson"_s << QByteArray(broken).replace(',', "\n") + "\r\r\n\r\r\n{}\r";
    QTest::newRow("syslog with JSON") << u"syslog-json"_s
                                      << "Jan 15 09:14:02 r p: {\"m\":\"{\\\"eventCode\\\":3}\"}\r\r\n"
            + QByteArray(broken).replace(',', "\n<13>1 - r p - - - ");
    QTest::newRow("identity router")
        << u"idr-syslog"_s
        << QByteArray("i SINGLEPOINT USER_LOGIN USERNAME=\"a\\\"\"\r\r\n \nSINGLEPOINT X=\"\nSINGLEPOINT CODE=\"7\"\r");
    QTest::newRow("Authentication Manager")
        << u"am-log"_s
        << QByteArray(
               "1,2,3,4,A_B,13002,FAIL,\"C\r\r\n\nx\n2026-01-15 09:14:02,118, a, audit.runtime.com.rsa.X, INFO\r");
    const QByteArray rows =
        "eventLogDate,activityDetail\n2026-01-15T09:14:02Z,\"a\nb\"\r\n1,\"a\n2,\"b\"\n3,c\r\r\n4\n5,\"d\"\r\r\n";
    QTest::newRow("CSV") << u"tool-csv"_s << rows;
    QTest::newRow("rows without header")
        << u"headerless-csv"_s
        << QByteArray("2026-01-15T09:14:02Z,E,user,A,jdoe,605,\"d,\"\"e\",VPN,SecurID,7,null,null,Low\r\r\n"
                      "2026-01-15T09:14:02Z,E,user,A,j,d,606,d, e,VPN,SecurID,7,null,null,Low\n,\n\r\r\n");
    QTest::newRow("table") << u"siem-csv"_s
                           << QByteArray("eventCode,_raw,userId\n702,,\"a\"\"b\"\r\r\n1,\"{\"\"eventCode\"\":3,\n"
                                         "\"\"userId\"\":\"\"x\\u0041\"\"}\",b\n4,c, d,\n5,\"e\n6,\"f\",g\n7\r\r\n");
    QTest::newRow("monitor") << u"monitor-table"_s
                             << QByteArray("Timestamp\tUser\tEvent Code\tDescription\n1/2/2026 9:14 AM\ta\t1\t\"b\nc\""
                                           "\r\n1/2/2026 9:14 AM\t\"a\"\"\"\t2\r\r\n\t\t\tx\n-\t\"a\t3\td\n");
    QTest::newRow("text") << u"text"_s << "Jan 15 09:14:02 a eventCode=702\r\r\n" + rows + QByteArray("\xff\n\0\n", 4);
}

/// However odd a record is, what is read back is not taken for something else.
void TestLogFormats::readsBackWhatIsAsItWas()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, text);
    LogOptions options;
    options.formatName = format;
    const std::shared_ptr<Log> log = Log::fromBytes(u"pasted"_s, text, options).value();
    log->index({});
    QVERIFY(log->columns().size() > 1);
    for (Row row = 0; row < log->columns().size(); ++row) {
        const Result<QByteArray> raw = log->raw(row);
        QVERIFY2(raw.ok(), qPrintable(u"row %1"_s.arg(row)));
        const RecordColumns record = log->columns().record(row);
        QCOMPARE(raw.value(), text.mid(record.offset, record.length));
    }
}

void TestLogFormats::tellsThatAFileWasWrittenOver_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto line = [](const QByteArray &time, const QByteArray &code, const QByteArray &user) {
        return "{\"eventLogDate\":\"2026-01-15T09:14:" + time + "Z\",\"eventCode\":\"" + code + "\",\"userId\":\""
            + user + "\"}\n";
    };
    const QByteArray before = line("02", "702", "jdoe");
    QTest::newRow("another time") << before << line("03", "702", "jdoe");
    QTest::newRow("another code") << before << line("02", "703", "jdoe");
    QTest::newRow("another user") << before << line("02", "702", "jroe");
    QTest::newRow("other places") << before << line("02", "702", "a") + line("02", "702", "b");
    QTest::newRow("no record") << before << QByteArray(200, 'x');
    QTest::newRow("nothing but zeros") << before << QByteArray(200, '\0');
    QTest::newRow("a record now") << QByteArray(before).replace('}', ' ') + line("02", "702", "a")
                                  << before + line("02", "702", "a");
    QTest::newRow("text") << QByteArray("2026-01-15 09:14:02 eventCode=702\n")
                          << QByteArray("2026-01-15 09:14:02 eventCode=703\n");
    QTest::newRow("two lines of text") << QByteArray("2026-01-15 09:14:02 eventCode=702\n")
                                       << QByteArray("2026-01-15 09:14:02\neventCode=702\n");
}

void TestLogFormats::tellsThatAFileWasWrittenOver()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QVERIFY(after.size() >= before.size());
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"events.log"_s));
    QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    QCOMPARE(file.write(before), before.size());
    const std::shared_ptr<Log> log = Log::open(file.fileName(), {}).value();
    log->index({});

    QVERIFY(file.seek(0));
    QCOMPARE(file.write(after), after.size());
    const Result<QByteArray> raw = log->raw(0);
    QVERIFY(!raw.ok());
    QVERIFY2(raw.error().message.contains(file.fileName()), qPrintable(raw.error().message));
    QVERIFY2(raw.error().message.contains(u"has changed"_s), qPrintable(raw.error().message));
    QVERIFY(!log->fields(0).ok());
    QCOMPARE(log->field(0, u"eventCode"_s), QString());
}

QTEST_APPLESS_MAIN(TestLogFormats)
#include "tst_logformats.moc"
