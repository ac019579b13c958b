#include "csvwriter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

class TestCsvWriter : public QObject
{
    Q_OBJECT

private slots:
    void rowsAreWritten_data();
    void rowsAreWritten();
    void rowsForMachinesAreToTheLetter();
};

void TestCsvWriter::rowsAreWritten_data()
{
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<QByteArray>("row");
    QTest::newRow("plain") << QStringList{u"a"_s, u""_s, u"b c"_s} << QByteArray("a,,b c\r\n");
    QTest::newRow("comma") << QStringList{u"a,b"_s} << QByteArray("\"a,b\"\r\n");
    QTest::newRow("quote") << QStringList{u"a\"b"_s} << QByteArray("\"a\"\"b\"\r\n");
    QTest::newRow("line breaks") << QStringList{u"a\nb"_s, u"a\r\nb"_s} << QByteArray("\"a\nb\",\"a\r\nb\"\r\n");
    QTest::newRow("formula") << QStringList{u"=1+1"_s, u"+1"_s, u"-1"_s, u"@x"_s}
                             << QByteArray("'=1+1,'+1,'-1,'@x\r\n");
    QTest::newRow("formula to be quoted")
        << QStringList{u"=HYPERLINK(\"x\",\"y\")"_s} << QByteArray("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\r\n");
    QTest::newRow("leading tab and CR") << QStringList{u"\tx"_s, u"\rx"_s} << QByteArray("'\tx,\"'\rx\"\r\n");
    QTest::newRow("beyond ASCII") << QStringList{u"Größe"_s} << QByteArray("Größe\r\n");
}

void TestCsvWriter::rowsAreWritten()
{
    QFETCH(QStringList, cells);
    QTEST(csvRow(cells), "row");
}

void TestCsvWriter::rowsForMachinesAreToTheLetter()
{
    QCOMPARE(csvRow({u"=1,1"_s, u"-"_s, u"@\"x"_s}, CsvReader::Machine), QByteArray("\"=1,1\",-,\"@\"\"x\"\r\n"));
}

QTEST_GUILESS_MAIN(TestCsvWriter)
#include "tst_csvwriter.moc"
