#include "jsonwriter.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

class TestJsonWriter : public QObject
{
    Q_OBJECT

private slots:
    void keysKeepTheirOrder();
    void indentedIsTheSameDocument();
    void textsAreEscaped_data();
    void textsAreEscaped();
    void takeHandsOutPieceByPiece();
};

void TestJsonWriter::keysKeepTheirOrder()
{
    JsonWriter json;
    json.beginObject();
    json.key("z"_L1);
    json.number(9'223'372'036'854'775'807);
    json.key("a"_L1);
    json.beginArray();
    json.boolean(true);
    json.null();
    json.textOrNull(u"");
    json.textOrNull(u"x");
    json.beginObject();
    json.endObject();
    json.endArray();
    json.endObject();
    QCOMPARE(json.json(), QByteArray(R"({"z":9223372036854775807,"a":[true,null,null,"x",{}]})"));
}

void TestJsonWriter::indentedIsTheSameDocument()
{
    JsonWriter json(JsonWriter::Layout::Indented);
    json.beginArray();
    json.beginObject();
    json.key("k"_L1);
    json.text(u"v");
    json.endObject();
    json.endArray();
    QCOMPARE(json.json(), QByteArray("[\n  {\n    \"k\": \"v\"\n  }\n]"));
}

void TestJsonWriter::textsAreEscaped_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("quote and backslash") << u"a\"b\\c"_s << QByteArray(R"("a\"b\\c")");
    QTest::newRow("line breaks and tab") << u"a\r\n\tb"_s << QByteArray(R"("a\r\n\tb")");
    QTest::newRow("control") << u"a\u0001\u001fb"_s << QByteArray(R"("a\u0001\u001fb")");
    QTest::newRow("controls that JSON allows") << u"a\u007f\u0080\u009f\u00a0b"_s
                                               << QByteArray("\"a\\u007f\\u0080\\u009f\xc2\xa0"
                                                             "b\"");
    QTest::newRow("direction of text") << u"a\u202eb\u2066\u200fc\ufeff"_s
                                       << QByteArray(R"("a\u202eb\u2066\u200fc\ufeff")");
    QTest::newRow("tag beyond the first plane") << QString::fromUcs4(U"\U000e0041") << QByteArray(R"("\udb40\udc41")");
    QTest::newRow("beyond ASCII") << u"Größe 🔒"_s << QByteArray("\"Größe 🔒\"");
    QTest::newRow("NUL") << QString(QChar(u'\0')) << QByteArray(R"("\u0000")");
    QTest::newRow("lone high surrogate") << (QString(QChar(0xd800)) + u'x') << QByteArray("\"\xef\xbf\xbdx\"");
    QTest::newRow("lone low surrogate") << (QString(QChar(0xdc00)) + u"😀"_s) << QByteArray("\"\xef\xbf\xbd😀\"");
}

void TestJsonWriter::textsAreEscaped()
{
    QFETCH(QString, text);
    JsonWriter json;
    json.text(text);
    QTEST(json.json(), "json");
    QVERIFY(!QJsonDocument::fromJson('[' + json.json() + ']').isNull());
}

void TestJsonWriter::takeHandsOutPieceByPiece()
{
    JsonWriter json;
    json.beginArray();
    json.number(1);
    QCOMPARE(json.take(), QByteArray("[1"));
    json.number(2);
    json.endArray();
    QCOMPARE(json.take(), QByteArray(",2]"));
}

QTEST_GUILESS_MAIN(TestJsonWriter)
#include "tst_jsonwriter.moc"
