#include "recordwriter.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

NormalisedRecord someRecord()
{
    NormalisedRecord record;
    record.file = u"a.json"_s;
    record.line = 3;
    record.time = 1'768'468'442'118;
    record.kind = Kind::User;
    record.level = u"error"_s;
    record.code = 702;
    record.category = u"Authentication"_s;
    record.description = u"Approve failed - Timed out."_s;
    record.user = u"jdoe"_s;
    record.method = u"Approve"_s;
    record.eventId = u"4711"_s;
    record.known = true;
    record.drift = Drift::Form;
    record.ownDescription = u"=Approve, failed"_s;
    record.raw = "{\"eventCode\":\"702\"}";
    return record;
}

QByteArray written(RecordWriter::Format format, const QList<NormalisedRecord> &records,
                   const QTimeZone &zone = QTimeZone::utc())
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto writer = RecordWriter::make(format, &buffer, zone);
    if (!writer->begin())
        return {};
    for (const NormalisedRecord &record : records) {
        if (!writer->write(record))
            return {};
    }
    return writer->finish() ? buffer.data() : QByteArray();
}

/// Takes nothing, as a pipe that nobody reads.
class ClosedDevice : public QIODevice
{
public:
    ClosedDevice() { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64) override { return -1; }
};

} // namespace

class TestRecordWriter : public QObject
{
    Q_OBJECT

private slots:
    void ndjsonHasTheKeysInOrder();
    void ndjsonOfAnEmptyRecordIsNulls();
    void csvHasTheSameColumns();
    void textIsOneLineInTheZoneOfDisplay();
    void textShowsWhatHides();
    void textShowsTheRawTextOfALineWithoutDescription();
    void writingStopsAtADeviceThatTakesNoMore();
    void columnsAreFoundByName();
};

void TestRecordWriter::ndjsonHasTheKeysInOrder()
{
    QCOMPARE(written(RecordWriter::Format::Ndjson, {someRecord()}),
             QByteArray(R"({"file":"a.json","line":3,"time":"2026-01-15T09:14:02.118Z","kind":"user","level":"error",)"
                        R"("code":702,"category":"Authentication","description":"Approve failed - Timed out.",)"
                        R"("user":"jdoe","sourceIp":null,"application":null,"method":"Approve","transactionId":null,)"
                        R"("activityId":null,"eventId":"4711","known":true,"drift":"form","ownLevel":null,)"
                        R"("ownDescription":"=Approve, failed","raw":"{\"eventCode\":\"702\"}"})"
                        "\n"));
}

void TestRecordWriter::ndjsonOfAnEmptyRecordIsNulls()
{
    const QByteArray line = written(RecordWriter::Format::Ndjson, {NormalisedRecord()});
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    QCOMPARE(object.size(), 20);
    for (const QString &key : {u"time"_s, u"kind"_s, u"code"_s, u"user"_s, u"raw"_s})
        QVERIFY2(object.value(key).isNull(), qPrintable(key));
    QCOMPARE(object.value("known"_L1), QJsonValue(false));
    QCOMPARE(object.value("drift"_L1), QJsonValue(u"none"_s));
}

void TestRecordWriter::csvHasTheSameColumns()
{
    const QByteArray csv = written(RecordWriter::Format::Csv, {someRecord()});
    QCOMPARE(csv,
             QByteArray("file,line,time,kind,level,code,category,description,user,sourceIp,application,method,"
                        "transactionId,activityId,eventId,known,drift,ownLevel,ownDescription,raw\r\n"
                        "a.json,3,2026-01-15T09:14:02.118Z,user,error,702,Authentication,"
                        "Approve failed - Timed out.,jdoe,,,Approve,,,4711,true,form,,\"'=Approve, failed\","
                        "\"{\"\"eventCode\"\":\"\"702\"\"}\"\r\n"));
}

void TestRecordWriter::textIsOneLineInTheZoneOfDisplay()
{
    const QByteArray text = written(RecordWriter::Format::Text, {someRecord()}, QTimeZone("Europe/Berlin"));
    QCOMPARE(text.count('\n'), 1);
    QVERIFY(text.startsWith("2026-01-15 10:14:02.118  error"));
    QVERIFY(text.contains("702  jdoe"));
    QVERIFY(text.endsWith("Approve failed - Timed out.  [Approve]\n"));
}

void TestRecordWriter::textShowsWhatHides()
{
    NormalisedRecord record = someRecord();
    record.user = u"a\u001b[31m\nb"_s;
    record.description = u"x\u202ey"_s;
    const QByteArray text = written(RecordWriter::Format::Text, {record});
    QCOMPARE(text.count('\n'), 1);
    QVERIFY(!text.contains('\x1b'));
    QVERIFY(text.contains("\\u{1b}"));
    QVERIFY(text.contains("\\u{202e}"));
}

void TestRecordWriter::textShowsTheRawTextOfALineWithoutDescription()
{
    NormalisedRecord record;
    record.raw = "a line of text";
    const QByteArray text = written(RecordWriter::Format::Text, {record});
    QVERIFY(text.endsWith("  a line of text\n"));
}

void TestRecordWriter::writingStopsAtADeviceThatTakesNoMore()
{
    ClosedDevice device;
    const auto writer = RecordWriter::make(RecordWriter::Format::Ndjson, &device, QTimeZone::utc());
    QVERIFY(writer->begin());
    int taken = 0;
    while (taken < 100'000 && writer->write(someRecord()))
        ++taken;
    QVERIFY(taken < 1000);
    QVERIFY(writer->write(someRecord())); // gathered again …
    QVERIFY(!writer->finish()); // … and refused again
}

void TestRecordWriter::columnsAreFoundByName()
{
    QCOMPARE(recordColumnNames().size(), 20);
    QCOMPARE(recordColumnFromName(u"sourceIp"), std::optional(RecordColumn::SourceIp));
    QCOMPARE(recordColumnFromName(u"SOURCEIP"), std::optional(RecordColumn::SourceIp));
    QCOMPARE(recordColumnFromName(u"address"), std::optional<RecordColumn>());
}

QTEST_GUILESS_MAIN(TestRecordWriter)
#include "tst_recordwriter.moc"
