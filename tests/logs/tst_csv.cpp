#include "formats/csv.h"
#include "formats/csvrows.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

class TestCsv : public QObject
{
    Q_OBJECT

private slots:
    void splitsRows_data();
    void splitsRows();
    void guessesTheSeparator_data();
    void guessesTheSeparator();
    void walksRows_data();
    void walksRows();
    void takesLinesBehindAQuoteThatNothingCloses();
};

void TestCsv::splitsRows_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected"); // fields in brackets
    QTest::addColumn<int>("next");
    QTest::newRow("plain") << QByteArray("a,b,c\nd") << u"[a][b][c]"_s << 6;
    QTest::newRow("CRLF") << QByteArray("a,b\r\nd") << u"[a][b]"_s << 5;
    QTest::newRow("CR alone is text") << QByteArray("a\rb,c\n") << u"[a\rb][c]"_s << 6;
    QTest::newRow("no line end") << QByteArray("a,b") << u"[a][b]"_s << 3;
    QTest::newRow("empty fields") << QByteArray(",,\n") << u"[][][]"_s << 3;
    QTest::newRow("empty line") << QByteArray("\nx") << u"[]"_s << 1;
    QTest::newRow("comma in quotes") << QByteArray("\"a,b\",c\n") << u"[a,b][c]"_s << 8;
    QTest::newRow("line break in quotes") << QByteArray("\"a\r\nb\",c\r\n") << u"[a\r\nb][c]"_s << 10;
    QTest::newRow("doubled quotes") << QByteArray("\"say \"\"hi\"\"\",c\n") << u"[say \"hi\"][c]"_s << 15;
    QTest::newRow("only quotes") << QByteArray("\"\",\"\"\"\"\n") << u"[][\"]"_s << 8;
    QTest::newRow("quotes at the end") << QByteArray("a,\"b\"") << u"[a][b]"_s << 5;
    QTest::newRow("quote within a plain field") << QByteArray("5\" disk,b\n") << u"[5\" disk][b]"_s << 10;
    QTest::newRow("single quotes within quotes") << QByteArray("\"a \"b\" c\",d\n") << u"[a \"b\" c][d]"_s << 12;
    QTest::newRow("not closed") << QByteArray("a,\"b\nc\n") << u""_s << -1;
}

void TestCsv::splitsRows()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QFETCH(int, next);
    CsvSplitter splitter;
    qsizetype end = 0;
    QCOMPARE(splitter.split(text, 0, end), qsizetype(next));
    if (next < 0)
        return;
    QString fields;
    for (const CsvField &field : splitter.fields())
        fields += u'[' + QString::fromUtf8(csvText(field)) + u']';
    QCOMPARE(fields, expected);
    QVERIFY(end <= next && !text.first(end).endsWith('\n') && !text.first(end).endsWith('\r'));
}

void TestCsv::guessesTheSeparator_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<char>("separator");
    QTest::newRow("comma") << QByteArray("a,b,c") << ',';
    QTest::newRow("semicolon") << QByteArray("a;b;c,d") << ';';
    QTest::newRow("tab") << QByteArray("a\tb\tc") << '\t';
    QTest::newRow("none") << QByteArray("a") << ',';
}

void TestCsv::guessesTheSeparator()
{
    QFETCH(QByteArray, header);
    QTEST(CsvSplitter::separatorOf(header), "separator");
}

void TestCsv::walksRows_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected"); // rows, a broken one with a question mark
    QTest::newRow("rows") << QByteArray("a,b\nc,d\n") << u"a,b|c,d"_s;
    QTest::newRow("break in quotes") << QByteArray("a,\"x\ny\"\nc,d") << u"a,\"x\ny\"|c,d"_s;
    QTest::newRow("quote never closed") << QByteArray("a,\"b\r\nc,d\r\ne,f\r\n") << u"?a,\"b|c,d|e,f"_s;
    QTest::newRow("quote closed by a later row's")
        << QByteArray("a,\"b\nc,d\n\"e\",f\ng,h\n") << u"?a,\"b|c,d|\"e\",f|g,h"_s;
    QTest::newRow("ragged row of one line") << QByteArray("a,b,c\nd\n") << u"a,b,c|d"_s;
}

void TestCsv::walksRows()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    CsvRows rows(',', 2);
    QStringList found;
    for (qsizetype position = 0; position < text.size();) {
        const auto row = rows.row(text, true, position);
        QVERIFY(row);
        found.append((row->isBroken ? u"?"_s : QString())
                     + QString::fromUtf8(text.mid(row->begin, row->end - row->begin)));
        position = row->next;
    }
    QCOMPARE(found.join(u'|'), expected);
}

void TestCsv::takesLinesBehindAQuoteThatNothingCloses()
{
    QByteArray text = "a,\"b\n";
    while (text.size() < 2 * CsvRows::maxCsvRow)
        text += "x\"y,\"z\n";
    CsvRows rows(',');
    int count = 0;
    for (qsizetype position = 0; position < text.size(); ++count) {
        const auto row = rows.row(text, true, position);
        QVERIFY(row);
        QVERIFY(row->isBroken);
        position = row->next;
    }
    QCOMPARE(count, text.count('\n'));
}

QTEST_APPLESS_MAIN(TestCsv)
#include "tst_csv.moc"
