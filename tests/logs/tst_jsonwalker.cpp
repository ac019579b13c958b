#include "formats/jsonwalker.h"

#include "formats/jsonitem.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

constexpr int rounds = 60'000;

/// Bytes behind an object, so that the walker comes to its end.
const QByteArray behind(32, ' ');

QByteArray walked(JsonWalker &walker, const QByteArray &text, bool oneLine = false)
{
    JsonTokens tokens;
    const char *const end = walker.walk(text.constBegin(), text.constEnd(), oneLine, tokens);
    if (!end)
        return "not plain";
    QByteArray said = QByteArray::number(end - text.constBegin());
    for (const JsonKey key : {JsonKey::EventCode, JsonKey::UserId, JsonKey::Method}) {
        said += tokens.hasKey(key) ? " " + tokens.at(key).toByteArray() : " -";
        said += tokens.isEscaped(key) ? "\\" : "";
        said += tokens.hasKey(key) && !tokens.has(key) ? "null" : "";
    }
    return said;
}

bool isSame(const ParsedRecord &one, const ParsedRecord &other)
{
    return one.understood == other.understood && one.time == other.time && one.kind == other.kind
        && one.failed == other.failed && one.code == other.code && one.level == other.level
        && one.category == other.category && one.description == other.description && one.user == other.user
        && one.method == other.method && one.application == other.application && one.address == other.address
        && one.transaction == other.transaction && one.activity == other.activity
        && one.idsAreUnclear == other.idsAreUnclear;
}

/// An object of known and unknown keys in an order of its own, with values of all kinds.
QByteArray anyObject(std::mt19937 &random)
{
    static const QByteArray keys[] = {"eventId",    "eventLogDate", "eventCode",     "userId",         "method",
                                      "message",    "eventType",    "activityCode",  "result",         "x",
                                      "deviceName", "eventLevel",   "transactionId", "userActivityId", "activityId"};
    static const QByteArray values[] = {"null",
                                        "\"\"",
                                        "702",
                                        "\"702\"",
                                        "\"FAIL\"",
                                        "\"2026-01-15T09:14:02.118Z\"",
                                        "\"a \\\"quoted\\\" one, with \\\\ and \\u00fc: {}[]\"",
                                        "[1,{\"y\":[]},\"]\"]",
                                        "{\"eventCode\":1}",
                                        "true",
                                        "-1.5e+3",
                                        "\"a text that is longer than what is looked at in one go, and longer still\"",
                                        "\"Administration\"",
                                        "\"j\xc3\xb6rg\""};
    static const QByteArray spaces[] = {"", "", "", " ", "\n  "};
    const auto any = [&random](const auto &list) -> const QByteArray & { return list[random() % std::size(list)]; };
    QByteArray text = "{";
    for (unsigned field = 0, fields = random() % 9; field < fields; ++field)
        text +=
            (field > 0 ? "," : "") + any(spaces) + '"' + any(keys) + "\":" + any(spaces) + any(values) + any(spaces);
    return text + '}';
}

QByteArray damaged(QByteArray text, std::mt19937 &random)
{
    constexpr char meaningful[] = "\"\"{}[],:\\\n xn1\xff\t";
    const auto position = qsizetype(random() % quint32(text.size()));
    const char c = meaningful[random() % (sizeof meaningful - 1)];
    switch (random() % 4) {
    case 0:
        return text.remove(position, 1);
    case 1:
        return text.insert(position, c);
    case 2:
        text[position] = c;
        return text;
    default:
        return text;
    }
}

} // namespace

class TestJsonWalker : public QObject
{
    Q_OBJECT

private slots:
    void readsPlainObjects_data();
    void readsPlainObjects();
    void readsAnyOrderOfKeys();
    void remembersNoMoreThanItHasRoomFor();
    void leavesObjectsThatBreakTheLineWhereNoneMay();
    void needsRoomBehindTheObject();
    void agreesWithTheFullParser();
};

void TestJsonWalker::readsPlainObjects_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("strings") << QByteArray(R"({"eventCode":"702","userId":"jdoe"})") << QByteArray("35 702 jdoe -");
    QTest::newRow("numbers") << QByteArray(R"({"eventCode":702,"x":-1.5e3})") << QByteArray("28 702 - -");
    QTest::newRow("null") << QByteArray(R"({"eventCode":"702","method":null})") << QByteArray("33 702 - null");
    QTest::newRow("space") << QByteArray("{ \"eventCode\" : 702 ,\n\t\"userId\" : \"jdoe\" } ")
                           << QByteArray("42 702 jdoe -");
    QTest::newRow("escapes") << QByteArray(R"({"userId":"CORP\\jdoe"})") << QByteArray("23 - CORP\\\\jdoe\\ -");
    QTest::newRow("an escaped quote") << QByteArray(R"({"userId":"j\"doe","method":"x"})")
                                      << QByteArray("32 - j\\\"doe\\ x");
    QTest::newRow("nested") << QByteArray(R"({"userId":{"eventCode":[1,"}"]},"eventCode":2})")
                            << QByteArray("46 2 null -");
    QTest::newRow("the last of a key") << QByteArray(R"({"userId":"a","userId":"b"})") << QByteArray("27 - b -");
    QTest::newRow("nothing in it") << QByteArray("{}") << QByteArray("2 - - -");
    QTest::newRow("more behind it") << QByteArray(R"({"userId":"a"},{"userId":"b"})") << QByteArray("14 - a -");
    QTest::newRow("64 levels") << "{\"x\":" + QByteArray(64, '[') + QByteArray(64, ']') + '}'
                               << QByteArray("134 - - -");
    QTest::newRow("65 levels") << "{\"x\":" + QByteArray(65, '[') + QByteArray(65, ']') + '}'
                               << QByteArray("not plain");
    QTest::newRow("brackets that do not match") << QByteArray(R"({"x":[[}]})") << QByteArray("not plain");
    QTest::newRow("a page") << QByteArray(R"({"n":1,"elements":[{"eventCode":1}]})") << QByteArray("not plain");
    for (const char *text :
         {R"({"userId":"a",})", R"({"userId":"a" "eventCode":1})", R"({"userId" "a"})", R"({userId:1})",
          R"({"userId":})", R"({"userId":tru})", R"({"userId":nul})", R"({"userId":nullx})", R"({"userId":"a)",
          R"({"userId":[1)", "{\"userId\":\"a\tb\"}", "{\"userId\":\"a\nb\"}", "[1]", "x", R"({"userId":"a"])"})
        QTest::newRow(text) << QByteArray(text) << QByteArray("not plain");
}

void TestJsonWalker::readsPlainObjects()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    text += behind;
    JsonWalker walker;
    QCOMPARE(walked(walker, text), expected);
    QCOMPARE(walked(walker, text), expected); // as it remembers it
    walked(walker, R"({"x":1,"userId":"b"})" + behind);
    QCOMPARE(walked(walker, text), expected); // among others
}

void TestJsonWalker::readsAnyOrderOfKeys()
{
    JsonWalker walker;
    for (int round = 0; round < 3; ++round) {
        QCOMPARE(walked(walker, R"({"eventCode":"1","userId":"a","method":"b"})" + behind), QByteArray("43 1 a b"));
        QCOMPARE(walked(walker, R"({"method":"b","eventCode":"1","userId":"a"})" + behind), QByteArray("43 1 a b"));
        QCOMPARE(walked(walker, R"({"userId":"a"})" + behind), QByteArray("14 - a -"));
        QCOMPARE(walked(walker, R"({"userId":"a","x":1,"method":"b"})" + behind), QByteArray("33 - a b"));
    }
}

void TestJsonWalker::remembersNoMoreThanItHasRoomFor()
{
    JsonWalker walker;
    for (int key = 0; key < 1000; ++key) {
        const QByteArray text = "{\"key" + QByteArray::number(key) + "\":1,\"userId\":\"a\",\"z" + QByteArray(key, 'z')
            + "\":2,\"method\":\"b\"}";
        QCOMPARE(walked(walker, text + behind), QByteArray::number(text.size()) + " - a b");
    }
}

void TestJsonWalker::leavesObjectsThatBreakTheLineWhereNoneMay()
{
    JsonWalker walker;
    const QByteArray between = "{\"userId\":\"a\",\n\"method\":\"b\"}" + behind;
    const QByteArray nested = "{\"userId\":\"a\",\"method\":[1,\n2]}" + behind;
    QCOMPARE(walked(walker, between), QByteArray("28 - a b"));
    QCOMPARE(walked(walker, between, true), QByteArray("not plain"));
    QCOMPARE(walked(walker, nested), QByteArray("30 - a null"));
    QCOMPARE(walked(walker, nested, true), QByteArray("not plain"));
}

void TestJsonWalker::needsRoomBehindTheObject()
{
    JsonWalker walker;
    const QByteArray text = R"({"userId":"a","eventCode":702})";
    for (qsizetype room = 0; room < behind.size(); ++room) {
        // A buffer of exactly this size lets the sanitizers see a read behind its end.
        const QByteArray cut = text + behind.first(room);
        const QByteArray said = walked(walker, QByteArray(cut.constData(), cut.size()));
        QVERIFY2(said == "30 702 a -" || (room < 16 && said == "not plain"), said.constData());
    }
}

void TestJsonWalker::agreesWithTheFullParser()
{
    std::mt19937 random(20260115);
    JsonItemReader plain(FormatContext{});
    JsonItemReader full(FormatContext{});
    int read = 0;
    for (int round = 0; round < rounds; ++round) {
        const QByteArray object = damaged(anyObject(random), random);
        const QByteArray text = object + behind;
        plain.beginBlock(text);
        ParsedRecord record;
        const qsizetype size = plain.readPlain(text, false, record);
        if (size == 0)
            continue;
        ++read;
        const QByteArray item = text.first(size);
        full.beginBlock(item);
        ParsedRecord expected;
        full.read(item, expected);
        QVERIFY2(isSame(record, expected), item.constData());
    }
    QVERIFY(read > rounds / 4);
}

QTEST_GUILESS_MAIN(TestJsonWalker)
#include "tst_jsonwalker.moc"
