#include "log.h"

#include <QRandomGenerator>
#include <QStringEncoder>
#include <QTest>

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

QTEST_APPLESS_MAIN(TestLogFormats)
#include "tst_logformats.moc"
