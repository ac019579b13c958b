#include "formats/jsonscanner.h"

#include <QStringList>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace evident;

class TestJsonScanner : public QObject
{
    Q_OBJECT

private slots:
    void findsRecords_data();
    void findsRecords();
    void findsTheSameWhereverTheTextIsCut_data();
    void findsTheSameWhereverTheTextIsCut();
    void packsItsPlace();
    void findsTheSamePieceByPiece_data();
    void findsTheSamePieceByPiece();
    void keepsLittleOfWhatItSkips_data();
    void keepsLittleOfWhatItSkips();
    void survivesDeepNesting();

private:
    static void addTexts();
};

void TestJsonScanner::addTexts()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(expected);
    };
    row("nothing", "", "");
    row("space", " \r\n\t", "");
    row("page", R"({"totalPages":1,"userEventLogExportEntries":[{"a":1},{"b":2}]})", R"({"a":1}|{"b":2})");
    row("keys behind", R"({"userEventLogExportEntries":[{"a":1}],"totalPages":1,"links":{"x":[1,{"y":"]}"}]}})",
        R"({"a":1})");
    row("admin page", R"({"elements":[{"a":1}],"totalPages":1})", R"({"a":1})");
    row("empty page", R"({"totalPages":0,"userEventLogExportEntries":[]})", "");
    row("null page", R"({"userEventLogExportEntries":null,"totalPages":0}{"elements":[{"a":1}]})", R"({"a":1})");
    row("two wanted arrays", R"({"userEventLogExportEntries":[{"a":1}],"elements":[{"b":2}]})", R"({"a":1}|{"b":2})");
    row("pretty", "{\n  \"userEventLogExportEntries\" : [\n    {\n      \"a\" : 1\n    } ,\n    { }\n  ]\n}\n",
        "{\n      \"a\" : 1\n    }|{ }");
    row("array", R"([{"a":1}, {"b":2}])", R"({"a":1}|{"b":2})");
    row("empty array", "[]", "");
    row("array of pages", R"([{"n":1,"elements":[{"a":1}]},{"elements":[{"b":2}]},{"c":3}])",
        R"({"a":1}|{"b":2}|{"c":3})");
    row("pages one behind another", R"({"elements":[{"a":1}]}{"elements":[{"b":2}]})", R"({"a":1}|{"b":2})");
    row("pages parted by commas", "{\"elements\":[{\"a\":1}]},\n,{\"elements\":[{\"b\":2}]}", R"({"a":1}|{"b":2})");
    row("joined files with marks", "[{\"a\":1}]\n\xef\xbb\xbf[{\"b\":2}]\x1e[]", R"({"a":1}|{"b":2})");
    row("single objects", "{\"a\":1}\n{\"b\":2}", R"({"a":1}|{"b":2})");
    row("brackets in strings", R"([{"a":"}]{["},{"b":"\"}\\"},{"c":"\\\""}])",
        R"({"a":"}]{["}|{"b":"\"}\\"}|{"c":"\\\""})");
    row("nested values", R"([{"a":[1,{"b":[{}]}],"c":{}},{"d":[]}])", R"({"a":[1,{"b":[{}]}],"c":{}}|{"d":[]})");
    row("name of the array as a value", R"({"x":"elements","y":[1],"elements":[{"a":1}]})", R"({"a":1})");
    row("name of the array within an item", R"({"elements":[{"elements":[1,2]}]})", R"({"elements":[1,2]})");
    row("name of the array deeper", R"({"x":{"elements":[1]}})", R"({"x":{"elements":[1]}})");
    row("unicode", "[{\"a\":\"Größe 日本 \\u00e4\"}]", "{\"a\":\"Größe 日本 \\u00e4\"}");

    row("items that are no objects", R"([1, null,"a,]b",[{"x":[1]}], true ,{"a":1}])",
        R"(1|null|"a,]b"|[{"x":[1]}]|true|{"a":1})");
    row("commas missing or too many", R"([,{"a":1}{"b":2},,{"c":3},])", R"({"a":1}|{"b":2}|{"c":3})");
    row("garbage between documents", "[{\"a\":1}]\nHTTP/1.1 200 OK \n[{\"b\":2}]xyz",
        R"({"a":1}|HTTP/1.1 200 OK|{"b":2}|xyz)");
    row("garbage before a document", "ok: {\"a\":1}", R"(ok:|{"a":1})");
    row("brackets in garbage", "see {this} and [that]\n{\"a\":1}", R"(see {this} and [that]|{"a":1})");
    row("garbage in an array", "[abc def\n,{\"a\":1} xyz]", R"(abc def|{"a":1}|xyz)");
    row("closing bracket too many", R"([{"a":1}},{"b":2}])", R"({"a":1}|}|{"b":2})");
    row("closing bracket too many in a page", R"({"elements":[{"a":1}},{"b":2}]})", R"({"a":1}|{"b":2}|]})");
    row("closing brace missing", R"([{"a":1,{"b":2}])", R"({"a":1|{"b":2})");
    row("closing brace of the last missing", R"({"elements":[{"a":1},{"b":2],"n":1}[{"c":3}])",
        R"({"a":1}|{"b":2|{"c":3})");
    row("bracket of the array missing", R"({"elements":[{"a":1}}[{"b":2}])", R"({"a":1}|{"b":2})");
    row("quote too many", R"([{"a":"x"y"},{"b":"z"},{"c":"}"}])", R"({"a":"x"y"}|{"b":"z"}|{"c":"}"})");
    row("quote too few, pretty", "[\n{\"a\":\"x},\n  {\n \"b\":2},{\"c\":3}]", "{\"a\":\"x}|{\n \"b\":2}|{\"c\":3}");
    row("quote too many before the next document", "{\"elements\":[{\"a\":\"\"\"}]}\n{\"elements\":[{\"b\":2}]}",
        "{\"a\":\"\"\"}]}|{\"b\":2}");
    row("quotes within a text", R"([{"a":"say "hi" x"},{"b":2}])", R"({"a":"say "hi" x"}|{"b":2})");

    row("cut off in an item", R"({"elements":[{"a":1},{"b":"xy)", R"({"a":1}|{"b":"xy)");
    row("cut off behind a comma", "[{\"a\":1},{\"b\":2, \n", R"({"a":1}|{"b":2,)");
    row("cut off in an escape", R"([{"a":1},{"b":"x\)", R"({"a":1}|{"b":"x\)");
    row("cut off between items", R"({"elements":[{"a":1},)", R"({"a":1})");
    row("cut off before the array", R"({"totalPages":1,"elem)", R"({"totalPages":1,"elem)");
    row("cut off behind the array's name", R"({"totalPages":1,"elements")", R"({"totalPages":1,"elements")");
    row("cut off behind the array", R"({"elements":[{"a":1}],"n)", R"({"a":1})");
    row("only a brace", "{", "{");
    row("only a quote", "\"", "\"");
    row("double brace", R"([{{"a":1}}])", R"({|{"a":1}|})");
}

void TestJsonScanner::findsRecords_data()
{
    addTexts();
}

void TestJsonScanner::findsRecords()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    JsonScanner scanner;
    QStringList found;
    qsizetype position = 0;
    while (const auto record = scanner.next(text, true, position))
        found.append(QString::fromUtf8(text.mid(record->begin, record->end - record->begin)));
    QCOMPARE(found.join(u'|'), expected);
    QCOMPARE(position, text.size());
}

void TestJsonScanner::findsTheSameWhereverTheTextIsCut_data()
{
    addTexts();
}

/// One scanner is shown the text byte by byte, as a cutter is; what it has passed is given to others, as to parsers.
void TestJsonScanner::findsTheSameWhereverTheTextIsCut()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    JsonScanner cutter;
    QStringList found;
    qsizetype passed = 0;
    for (qsizetype end = 0; end <= text.size(); ++end) {
        const JsonPlace place = cutter.place();
        const bool atEnd = end == text.size();
        qsizetype position = 0;
        const QByteArray seen = text.mid(passed, end - passed);
        while (cutter.next(seen, atEnd, position)) { }
        const QByteArray block = seen.first(position);
        JsonScanner parser(place);
        position = 0;
        while (const auto record = parser.next(block, true, position))
            found.append(QString::fromUtf8(block.mid(record->begin, record->end - record->begin)));
        passed += block.size();
    }
    QCOMPARE(found.join(u'|'), expected);
    QCOMPARE(passed, text.size());
}

void TestJsonScanner::packsItsPlace()
{
    for (const auto inside :
         {JsonPlace::Inside::Stream, JsonPlace::Inside::Array, JsonPlace::Inside::Page, JsonPlace::Inside::Records}) {
        for (const bool pageInArray : {false, true}) {
            for (const bool wantedKey : {false, true}) {
                const JsonPlace place{inside, pageInArray, wantedKey};
                QVERIFY(JsonPlace::unpacked(place.packed()) == place);
            }
        }
    }
}

void TestJsonScanner::findsTheSamePieceByPiece_data()
{
    addTexts();
}

/// What is skipped for its length ends where it would end if it were read.
void TestJsonScanner::findsTheSamePieceByPiece()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    for (const qsizetype piece : {1, 2, 7, 1000}) {
        JsonScanner scanner;
        QStringList found;
        qsizetype unit = 0;
        qsizetype passed = 0;
        qsizetype shown = 0;
        while (passed < text.size()) {
            shown = std::min(std::max(shown, passed) + piece, text.size());
            const bool atEnd = shown == text.size();
            const auto skipped = scanner.skip(text.mid(passed, shown - passed), atEnd);
            passed += skipped.size;
            if (!skipped.ended)
                continue;
            if (skipped.isRecord)
                found.append(QString::fromUtf8(text.mid(unit, passed - unit)));
            unit = passed;
        }
        QCOMPARE(found.join(u'|'), expected);
    }
}

void TestJsonScanner::keepsLittleOfWhatItSkips_data()
{
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("string") << QByteArray("{\"a\":\"") << QByteArray("x\\\"");
    QTest::newRow("nesting") << QByteArray("{") << QByteArray("\"a\":{");
    QTest::newRow("space") << QByteArray("{\"elements\"") << QByteArray(" \n ");
    QTest::newRow("debris") << QByteArray("x") << QByteArray("yz ");
    QTest::newRow("nothing") << QByteArray() << QByteArray(" , ");
}

void TestJsonScanner::keepsLittleOfWhatItSkips()
{
    QFETCH(QByteArray, begin);
    QFETCH(QByteArray, part);
    const QByteArray piece = part.repeated(1000);
    JsonScanner scanner;
    QByteArray text = begin;
    for (int i = 0; i < 100; ++i) {
        text += piece;
        text.remove(0, scanner.skip(text, false).size);
        QVERIFY(text.size() < 10'000);
    }
}

void TestJsonScanner::survivesDeepNesting()
{
    const QByteArray deep = "{\"a\":" + QByteArray(1000000, '[') + QByteArray(1000000, ']') + "}";
    const QByteArray text = "[" + deep + ",{\"b\":2}]";
    JsonScanner scanner;
    qsizetype position = 0;
    const auto first = scanner.next(text, true, position);
    QVERIFY(first);
    QCOMPARE(first->end - first->begin, deep.size());
    QVERIFY(scanner.next(text, true, position));
    QVERIFY(!scanner.next(text, true, position));
}

QTEST_APPLESS_MAIN(TestJsonScanner)
#include "tst_jsonscanner.moc"
