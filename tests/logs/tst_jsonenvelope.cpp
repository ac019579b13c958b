#include "formats/jsonenvelope.h"

#include "recordtext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

class TestJsonEnvelope : public QObject
{
    Q_OBJECT

private slots:
    void findsTheEvent_data();
    void findsTheEvent();
    void readsEnvelopedLines_data();
    void readsEnvelopedLines();
    void readsManyTextsOfOneBlock();
    void showsTheEventsFieldsFirst_data();
    void showsTheEventsFieldsFirst();
};

void TestJsonEnvelope::findsTheEvent_data()
{
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<QString>("expected"); // key: event
    const auto row = [](const char *object, const char *expected) {
        QTest::newRow(object) << QByteArray(object) << QString::fromLatin1(expected);
    };
    row(R"({"event":{"eventCode":1}})", R"(event: {"eventCode":1})");
    row(R"( {"a":1, "event" : {"x":[{}],"activityCode" : 1} , "b":2} )", R"(event: {"x":[{}],"activityCode" : 1})");
    row(R"({"a":{"b":{"eventCode":1}}})", R"(a: {"eventCode":1})");
    row(R"({"a":{"x":{"y":1},"eventCode":1}})", R"(a: {"x":{"y":1},"eventCode":1})");
    row(R"({"a":{"eventCode":1,"x":{"eventCode":2}},"c":{"eventCode":3}})",
        R"(a: {"eventCode":1,"x":{"eventCode":2}})");
    row(R"({"message":"{\"eventCode\":1}"})", R"(message: text {\"eventCode\":1})");
    row(R"({"a":"}{]\"","message":"x {\"activityCode\":1}","z":[{"eventCode":1}]})",
        R"(message: text x {\"activityCode\":1})");

    row(R"({"eventCode":1,"x":{"eventCode":2}})", "none"); // an event itself
    row(R"({"x":{"eventCode":2},"eventLogDate":"x"})", "none");
    row(R"({"x":[{"eventCode":2}]})", "none");
    row(R"({"x":{"y":"eventCode"}})", "none");
    row(R"({"x":"eventCode"})", "none");
    row(R"({"x":{"eventCode":2})", "none");
    row(R"({"x":{"eventCode":2}}})", "none");
    row(R"({"x":{"eventCode":2}} x)", "none");
    row(R"({"x":{"eventCode":2,"y":"z)", "none");
    row(R"({"x":1})", "none");
    row("{}", "none");
    row("", "none");
    row("x", "none");
    row(R"([{"eventCode":1}])", "none");
    QTest::newRow("deep") << QByteArray("{\"a\":").repeated(100) + "{\"eventCode\":1}" + QByteArray("}").repeated(100)
                          << u"none"_s;
}

void TestJsonEnvelope::findsTheEvent()
{
    QFETCH(QByteArray, object);
    const std::optional<JsonEnvelope> found = findEnvelopedEvent(object);
    const QString text = found
        ? QString::fromUtf8(found->key.toByteArray() + (found->isText ? ": text " : ": ") + found->event.toByteArray())
        : u"none"_s;
    QTEST(text, "expected");
}

void TestJsonEnvelope::readsEnvelopedLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *line, const char *expected) {
        QTest::newRow(name) << QByteArray(line) << QString::fromUtf8(expected);
    };
    row("object",
        R"({"event":{"eventCode":"702","userId":"j\u0064oe","eventLogDate":"2026-01-15T09:14:02Z"},"host":"h"})",
        "09:14:02.000 user 702 user=jdoe");
    row("admin", R"({"_source":{"event":{"activityCode":1,"adminUserName":"root"}}})", "admin 1 user=root");
    row("text",
        R"({"@timestamp":"2026-01-15T10:00:00Z","message":"{\"eventCode\":\"702\",\"userId\":\"EXAMPLE\\\\jdoe\"}"})",
        "user 702 user=EXAMPLE\\jdoe");
    row("text behind a header", R"({"message":"<13>Jan 15 09:14:02 r p: {\"eventCode\":\"702\"}"})", "user 702");
    row("envelope with an event's other names", R"({"eventId":"1","eventType":"x","event":{"eventCode":"702"}})",
        "user 702");
    row("an event with an event inside", R"({"eventCode":"605","event":{"eventCode":"702"}})", "user 605");
    row("an event without a code", R"({"eventDescription":"x","message":"y"})", "user text=x");
    row("text that is no object", R"({"message":"{eventCode: 702}"})", "? user");
    row("text that is cut off", R"({"message":"{\"eventCode\":702"})", "? user");
    row("object that is broken", R"({"event":{"eventCode":"7" 02}})", "? user");
    row("no event", R"({"message":"hello"})", "? user");
}

void TestJsonEnvelope::readsEnvelopedLines()
{
    QFETCH(QByteArray, line);
    const Format &ndjson = *formatByName(u"ndjson");
    const ReadLog log = readWhole(ndjson, line);
    QCOMPARE(log.records.size(), 1);
    QCOMPARE(log.records[0].raw, line);
    QTEST(recordText(log.records[0]), "expected");
    QCOMPARE(differenceWhenReadAgain(ndjson, line), QString());
}

void TestJsonEnvelope::readsManyTextsOfOneBlock()
{
    QByteArray data;
    QStringList expected;
    for (int i = 0; i < 2000; ++i) {
        const QByteArray number = QByteArray::number(i);
        data += i % 3 == 0
            ? "{\"eventCode\":" + number + ",\"userId\":\"\\u0075" + number + "\"}\n"
            : R"({"message":"{\"eventCode\":)" + number + R"(,\"userId\":\"\\u0075)" + number + "\\\"}\"}\n";
        expected.append(u"user %1 user=u%1"_s.arg(i));
    }
    const Format &ndjson = *formatByName(u"ndjson");
    QCOMPARE(recordTexts(readWhole(ndjson, data)), expected);
    QCOMPARE(recordTexts(readInBlocks(ndjson, data, 1777)), expected);
}

void TestJsonEnvelope::showsTheEventsFieldsFirst_data()
{
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<QString>("expected");
    QTest::newRow("no envelope") << QByteArray(R"({"eventCode":1,"x":{"eventCode":2}})")
                                 << u"eventCode=1|x={\"eventCode\":2}"_s;
    QTest::newRow("object") << QByteArray(R"({"a":"b","event":{"eventCode":1,"c":null},"d":[1]})")
                            << u"eventCode=1|c=|a=b|d=[1]"_s;
    QTest::newRow("text") << QByteArray(R"({"a":"b","m":"{\"eventCode\":\"1\"}"})") << u"eventCode=1|a=b"_s;
    QTest::newRow("text that is broken") << QByteArray(R"({"m":"{\"eventCode\":"})") << u"m={\"eventCode\":"_s;
    QTest::newRow("broken") << QByteArray(R"({"event":{"eventCode":1})") << QString();
}

void TestJsonEnvelope::showsTheEventsFieldsFirst()
{
    QFETCH(QByteArray, object);
    QTEST(fieldsText(jsonEventFields(object)), "expected");
}

QTEST_APPLESS_MAIN(TestJsonEnvelope)
#include "tst_jsonenvelope.moc"
