#include "indentedjson.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

class TestIndentedJson : public QObject
{
    Q_OBJECT

private slots:
    void indents_data();
    void indents();
    void whatIsNotJsonIsLeftAlone_data();
    void whatIsNotJsonIsLeftAlone();
    void deepNestingStaysSmall();
};

void TestIndentedJson::indents_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("object") << u"{\"b\":1,\"a\":[true,null]}"_s
                            << u"{\n  \"b\": 1,\n  \"a\": [\n    true,\n    null\n  ]\n}"_s;
    QTest::newRow("order, double keys and numbers stay")
        << u"{ \"z\" : 1.50 , \"z\" : 1e3 }"_s << u"{\n  \"z\": 1.50,\n  \"z\": 1e3\n}"_s;
    QTest::newRow("empty ones stay short") << u"{\"a\":{ },\"b\":[ ]}"_s << u"{\n  \"a\": {},\n  \"b\": []\n}"_s;
    QTest::newRow("strings stay as written")
        << u"[\"a, {b}: \\\"c\\\" \\u0041\"]"_s << u"[\n  \"a, {b}: \\\"c\\\" \\u0041\"\n]"_s;
}

void TestIndentedJson::indents()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const std::optional<QString> indented = indentedJson(text);
    QVERIFY(indented.has_value());
    QCOMPARE(*indented, expected);
}

void TestIndentedJson::whatIsNotJsonIsLeftAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("words") << u"Jan 15 09:14:02 host app: text"_s;
    QTest::newRow("cut") << u"{\"a\":1"_s;
    QTest::newRow("two values") << u"{} {}"_s;
}

void TestIndentedJson::whatIsNotJsonIsLeftAlone()
{
    QFETCH(QString, text);
    QVERIFY(!indentedJson(text).has_value());
}

void TestIndentedJson::deepNestingStaysSmall()
{
    const int depth = 500;
    QString inner = u"0"_s;
    for (int i = 0; i < 2000; ++i)
        inner += u",0"_s;
    const QString text = QString(depth, u'[') + inner + QString(depth, u']');
    const std::optional<QString> indented = indentedJson(text);
    QVERIFY(indented.has_value());
    QVERIFY(indented->size() < text.size() * 40);
}

QTEST_GUILESS_MAIN(TestIndentedJson)
#include "tst_indentedjson.moc"
