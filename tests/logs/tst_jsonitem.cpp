#include "formats/eventfields.h"
#include "formats/jsonitem.h"
#include "formats/jsontext.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

/// What an item says, as text: only what is there.
QString described(const ParsedRecord &record)
{
    if (!record.understood)
        return u"not understood"_s;
    constexpr const char *kinds[] = {"none", "user", "system", "admin", "am", "idr"};
    QStringList parts{QString::fromLatin1(kinds[size_t(record.kind)])};
    if (record.code != noCode)
        parts.append(u"code "_s + QString::number(record.code));
    if (record.time != noTime)
        parts.append(u"time "_s + QDateTime::fromMSecsSinceEpoch(record.time, Qt::UTC).toString(Qt::ISODateWithMs));
    const std::pair<QString, QByteArrayView> texts[] = {
        {u"level "_s, record.level}, {u"category "_s, record.category}, {u"desc "_s, record.description},
        {u"user "_s, record.user},   {u"method "_s, record.method},     {u"app "_s, record.application},
        {u"ip "_s, record.address},
    };
    for (const auto &[name, text] : texts) {
        if (!text.isEmpty())
            parts.append(name + QString::fromUtf8(text));
    }
    if (record.failed)
        parts.append(u"failed"_s);
    return parts.join(u"; ");
}

QString shown(const QList<RecordField> &fields)
{
    QStringList parts;
    for (const RecordField &field : fields)
        parts.append(field.name + u'=' + field.value);
    return parts.join(u'|');
}

} // namespace

class TestJsonItem : public QObject
{
    Q_OBJECT

private slots:
    void readsItems_data();
    void readsItems();
    void keepsTheTextsOfAWholeBlock();
    void readsInTheInputZone();
    void showsEveryField_data();
    void showsEveryField();
    void unescapes_data();
    void unescapes();
    void readsCodes_data();
    void readsCodes();
};

void TestJsonItem::readsItems_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &item, const char *expected) {
        QTest::newRow(name) << item << QString::fromUtf8(expected);
    };
    row("user item",
        R"({"eventId":"4711","eventLogDate":"2026-01-15T09:14:02.118Z","eventType":"user","eventLevel":"error",
            "eventCategory":"Authentication","userId":"jdoe@example.com","eventCode":"702","eventDescription":"Approve failed.",
            "application":"VPN","method":"Approve","policyName":"Staff","sourceIPAddress":"192.0.2.10","assuranceLevel":"Medium"})",
        "user; code 702; time 2026-01-15T09:14:02.118Z; level error; category Authentication; desc Approve failed.; "
        "user jdoe@example.com; method Approve; app VPN; ip 192.0.2.10");
    row("admin item",
        R"({"eventId":9200000000000000001,"eventLogDate":"2026-01-15T09:14:02.118Z","eventType":"Administration","application":"Console",
            "sourceIPAddress":"192.0.2.9","adminUserName":"admin@example.com","activityKey":"K","activityCode":80001,"result":"FAIL",
            "message":"Policy could not be saved.","targetObject1Name":null})",
        "admin; code 80001; time 2026-01-15T09:14:02.118Z; desc Policy could not be saved.; user admin@example.com; "
        "app Console; ip 192.0.2.9; failed");
    row("admin by its code", R"({"activityCode":"80001","result":"SUCCESS"})", "admin; code 80001");
    row("admin by its type", R"({"eventType":"ADMINISTRATION","eventCode":"5","userId":"u","eventDescription":"d"})",
        "admin; code 5; desc d; user u");
    row("activity code that is null", R"({"activityCode":null,"eventCode":5})", "user; code 5");
    row("system item", R"({"eventType":"system","eventCode":"683"})", "system; code 683");
    row("type in capitals", R"({"eventType":"System","eventCode":"683"})", "system; code 683");
    row("unknown type", R"({"eventType":"other","eventCode":"683"})", "user; code 683");
    row("code as number", R"({"eventCode":605})", "user; code 605");
    row("code with leading zeros", R"({"eventCode":"02"})", "user; code 2");
    row("code that is none", R"({"eventCode":"x7","eventId":"1"})", "user");
    row("code too long", R"({"eventCode":99999999999999999999})", "user");
    row("nulls", R"({"eventCode":null,"userId":null,"method":null,"eventLogDate":null})", "user");
    row("empty texts", R"({"eventCode":"605","userId":"","eventLogDate":""})", "user; code 605");
    row("time that is none", R"({"eventCode":"605","eventLogDate":"yesterday"})", "user; code 605");
    row("no code", R"({"eventDescription":"x"})", "user; desc x");
    row("numbers and truth where texts are usual", R"({"eventCode":605,"userId":4711,"method":true})",
        "user; code 605; user 4711; method true");
    row("nested where texts are usual", R"({"eventCode":605,"userId":{"a":["x"]},"method":["m"],"application":"A"})",
        "user; code 605; app A");
    row("the same key twice", R"({"eventCode":605,"eventCode":606})", "user; code 606");
    row("escapes", R"({"eventCode":"605","userId":"a\"b\\c\/d\u0027\u00e4\ud83d\ude00","method":"\tx"})",
        "user; code 605; user a\"b\\c/d'ä😀; method \tx");
    row("half a surrogate pair", R"({"eventCode":"605","userId":"a\ud83dz"})", "user; code 605; user a\xef\xbf\xbdz");
    row("unicode", "{\"eventCode\":\"605\",\"userId\":\"Größe 日本\"}", "user; code 605; user Größe 日本");
    row("invalid UTF-8", "{\"eventCode\":\"605\",\"userId\":\"M\xfcller\",\"method\":\"x\"}",
        "user; code 605; user M\xef\xbf\xbdller; method x");
    row("line break in a text", "{\"eventCode\":\"605\",\"userId\":\"a\nb\"}", "user; code 605; user a\nb");
    row("control character in a text", "{\"eventCode\":\"605\",\"userId\":\"a\x1f z\",\"method\":\"m\"}",
        "user; code 605; user a\x1f z; method m");
    row("unknown fields", R"({"x":[1,{"y":2}],"eventCode":"605","z":1e5})", "user; code 605");
    row("deep nesting in an unknown field",
        "{\"eventCode\":1,\"x\":" + QByteArray(100000, '[') + QByteArray(100000, ']') + "}", "user; code 1");
    row("result of a user item", R"({"eventCode":"605","result":"fail"})", "user; code 605; failed");

    row("empty object", "{}", "not understood");
    row("nothing of an event", R"({"error":"too many requests","message":"wait","result":"FAIL"})", "not understood");
    row("empty", "", "not understood");
    row("array", "[1]", "not understood");
    row("number", "42", "not understood");
    row("text", "\"x\"", "not understood");
    row("null", "null", "not understood");
    row("cut off", R"({"eventCode":"605","userId":"jd)", "not understood");
    row("cut off behind a value", R"({"eventCode":"605")", "not understood");
    row("comma missing", R"({"eventCode":"605" "userId":"x"})", "not understood");
    row("colon missing", R"({"eventCode" "605"})", "not understood");
    row("key without quotes", R"({eventCode:"605"})", "not understood");
    row("value without quotes", R"({"eventCode":"605","userId":jdoe})", "not understood");
    row("value missing", R"({"eventCode":"605","userId":})", "not understood");
    row("single quotes", "{'eventCode':'605'}", "not understood");
    row("quote too many", R"({"eventCode":"605","userId":"a"b"})", "not understood");
    row("text behind it", R"({"eventCode":"605"} x)", "not understood");
    row("two objects", R"({"eventCode":"605"}{"eventCode":"606"})", "not understood");
    row("deep nesting that never ends", QByteArray(10000, '{'), "not understood");
    row("deep nesting of keys that never ends", QByteArray("{\"a\":").repeated(10000), "not understood");
    row("deep nesting of arrays", QByteArray(10000, '[') + QByteArray(10000, ']'), "not understood");
}

void TestJsonItem::readsItems()
{
    QFETCH(QByteArray, item);
    QFETCH(QString, expected);
    JsonItemReader reader{FormatContext()};
    // At the block's end, where nothing may be read behind it, and with more behind it.
    for (const qsizetype more : {0, 1, 100}) {
        const QByteArray block = item + QByteArray(more, ' ');
        ParsedRecord record;
        reader.beginBlock(block);
        QCOMPARE(reader.read(QByteArrayView(block).first(item.size()), record), record.understood);
        QCOMPARE(described(record), expected);
    }
}

void TestJsonItem::keepsTheTextsOfAWholeBlock()
{
    QByteArray block;
    QList<QPair<qsizetype, qsizetype>> places;
    for (int i = 0; i < 20000; ++i) {
        const QByteArray item =
            "{\"eventCode\":1,\"userId\":\"u\\u0041" + QByteArray::number(i) + "\",\"method\":\"m\"}";
        places.append({block.size(), item.size()});
        block += item + '\n';
    }
    JsonItemReader reader{FormatContext()};
    for (int repetition = 0; repetition < 2; ++repetition) {
        reader.beginBlock(block);
        std::vector<ParsedRecord> records(size_t(places.size()));
        for (qsizetype i = 0; i < places.size(); ++i)
            reader.read(QByteArrayView(block).sliced(places[i].first, places[i].second), records[size_t(i)]);
        for (qsizetype i = 0; i < places.size(); ++i) {
            QCOMPARE(records[size_t(i)].user.toByteArray(), "uA" + QByteArray::number(i));
            QCOMPARE(records[size_t(i)].method.toByteArray(), QByteArray("m"));
        }
    }
}

void TestJsonItem::readsInTheInputZone()
{
    FormatContext context;
    context.inputZone = QTimeZone("Europe/Berlin");
    JsonItemReader reader(context);
    const QByteArray item = R"({"eventCode":1,"eventLogDate":"2026-01-15T09:14:02"})";
    reader.beginBlock(item);
    ParsedRecord record;
    QVERIFY(reader.read(item, record));
    QCOMPARE(described(record), u"user; code 1; time 2026-01-15T08:14:02.000Z"_s);
}

void TestJsonItem::showsEveryField_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &item, const char *expected) {
        QTest::newRow(name) << item << QString::fromUtf8(expected);
    };
    row("in order", R"({"b":"1","a":"2","b":"3"})", "b=1|a=2|b=3");
    row("numbers to the letter", R"({"eventId":9223372036854775807,"x":-1.50e+10,"y":18446744073709551616})",
        "eventId=9223372036854775807|x=-1.50e+10|y=18446744073709551616");
    row("null and truth", R"({"a":null,"b":true,"c":false})", "a=|b=true|c=false");
    row("nested", "{ \"a\" : { \"x y\" : [ 1 , \"] }\" ] } ,\n \"b\" : [ ] , \"c\" : 1 }",
        R"(a={"x y":[1,"] }"]}|b=[]|c=1)");
    row("escapes", R"({"a\"b":"c\nd","\u00e4":"\u0027","e":["\""]})", "a\"b=c\nd|ä='|e=[\"\\\"\"]");
    row("invalid UTF-8", "{\"a\":\"\xff\",\"b\":[\"\xfe\"]}", "a=\xef\xbf\xbd|b=[\"\xef\xbf\xbd\"]");
    row("empty", "{}", "");
    row("no object", "[1]", "");
    row("broken", R"({"a":1,"b")", "");
}

void TestJsonItem::showsEveryField()
{
    QFETCH(QByteArray, item);
    QTEST(shown(jsonFields(item)), "expected");
}

void TestJsonItem::unescapes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("nothing") << QByteArray("") << QByteArray("");
    QTest::newRow("plain") << QByteArray("a b") << QByteArray("a b");
    QTest::newRow("all short ones") << QByteArray(R"(\"\\\/\b\f\n\r\t)") << QByteArray("\"\\/\b\f\n\r\t");
    QTest::newRow("one to three bytes") << QByteArray(R"(\u0041\u00e4\u20AC)") << QByteArray("Aä€");
    QTest::newRow("pair") << QByteArray(R"(\uD83D\uDE00)") << QByteArray("😀");
    QTest::newRow("high half alone") << QByteArray(R"(\ud83d\u0041)")
                                     << QByteArray("\xef\xbf\xbd"
                                                   "A");
    QTest::newRow("low half alone") << QByteArray(R"(\ude00)") << QByteArray("\xef\xbf\xbd");
    QTest::newRow("unknown") << QByteArray(R"(\q\u12G4)") << QByteArray(R"(\q\u12G4)");
    QTest::newRow("cut off") << QByteArray(R"(a\u00)") << QByteArray(R"(a\u00)");
    QTest::newRow("backslash at the end") << QByteArray("a\\") << QByteArray("a\\");
}

void TestJsonItem::unescapes()
{
    QFETCH(QByteArray, text);
    QTEST(unescapedJson(text), "expected");
}

void TestJsonItem::readsCodes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("number") << QByteArray("702") << qint64(702);
    QTest::newRow("leading zeros") << QByteArray("0002") << qint64(2);
    QTest::newRow("zero") << QByteArray("0") << qint64(0);
    QTest::newRow("space") << QByteArray(" 702 ") << qint64(702);
    QTest::newRow("decimal") << QByteArray("702.0") << qint64(702);
    QTest::newRow("largest") << QByteArray("999999999999999999") << qint64(999999999999999999);
    QTest::newRow("too long") << QByteArray("1000000000000000000") << noCode;
    QTest::newRow("empty") << QByteArray() << noCode;
    QTest::newRow("negative") << QByteArray("-1") << noCode;
    QTest::newRow("letters") << QByteArray("70a") << noCode;
    QTest::newRow("fraction") << QByteArray("70.5") << noCode;
    QTest::newRow("only a fraction") << QByteArray(".0") << noCode;
}

void TestJsonItem::readsCodes()
{
    QFETCH(QByteArray, text);
    QTEST(parseCode(text), "expected");
}

QTEST_APPLESS_MAIN(TestJsonItem)
#include "tst_jsonitem.moc"
