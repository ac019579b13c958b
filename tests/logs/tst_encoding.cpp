#include "encoding.h"

#include <QStringEncoder>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

class TestEncoding : public QObject
{
    Q_OBJECT

private slots:
    void choosesByMarkOrByOption_data();
    void choosesByMarkOrByOption();
    void refusesAnUnknownEncoding();
    void transcodes_data();
    void transcodes();
    void transcodesAcrossBlocks();
    void transcodingKeepsToTheLimit();
    void transcodingIsStopped();
    void suggests_data();
    void suggests();
    void countsInvalidBytes_data();
    void countsInvalidBytes();
};

void TestEncoding::choosesByMarkOrByOption_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("markSize");
    QTest::newRow("nothing") << QByteArray() << QString() << u"UTF-8"_s << qint64(0);
    QTest::newRow("plain") << QByteArray("text") << QString() << u"UTF-8"_s << qint64(0);
    QTest::newRow("UTF-8 mark") << QByteArray("\xEF\xBB\xBFtext") << QString() << u"UTF-8"_s << qint64(3);
    QTest::newRow("half a mark") << QByteArray("\xEF\xBB") << QString() << u"UTF-8"_s << qint64(0);
    QTest::newRow("UTF-16LE mark") << QByteArray("\xFF\xFEt\0", 4) << QString() << u"UTF-16LE"_s << qint64(2);
    QTest::newRow("UTF-16BE mark") << QByteArray("\xFE\xFF\0t", 4) << QString() << u"UTF-16BE"_s << qint64(2);
    QTest::newRow("UTF-16 without mark") << QByteArray("t\0e\0", 4) << QString() << u"UTF-8"_s << qint64(0);
    QTest::newRow("chosen") << QByteArray("t\0e\0", 4) << u"utf-16le"_s << u"UTF-16LE"_s << qint64(0);
    QTest::newRow("chosen, by another name") << QByteArray("text") << u"utf8"_s << u"UTF-8"_s << qint64(0);
    QTest::newRow("chosen, of many bytes") << QByteArray("text") << u"Shift_JIS"_s << u"Shift_JIS"_s << qint64(0);
    QTest::newRow("chosen, with mark") << QByteArray("\xFF\xFEt\0", 4) << u"UTF-16LE"_s << u"UTF-16LE"_s << qint64(2);
    QTest::newRow("chosen against the mark")
        << QByteArray("\xFF\xFEt") << u"windows-1252"_s << u"windows-1252"_s << qint64(0);
}

void TestEncoding::choosesByMarkOrByOption()
{
    QFETCH(QByteArray, head);
    QFETCH(QString, wanted);
    QFETCH(QString, name);
    QFETCH(qint64, markSize);
    const Result<Encoding> encoding = chooseEncoding(head, wanted);
    QVERIFY(encoding.ok());
    QCOMPARE(encoding.value().name, name);
    QCOMPARE(encoding.value().markSize, markSize);
}

void TestEncoding::refusesAnUnknownEncoding()
{
    const Result<Encoding> encoding = chooseEncoding("text", u"EBCDIC"_s);
    QVERIFY(!encoding.ok());
    QVERIFY(encoding.error().message.contains(u"EBCDIC"_s));
    QVERIFY(encoding.error().message.contains(u"windows-1252"_s));
}

void TestEncoding::transcodes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("utf8");
    QTest::addColumn<qint64>("invalidBytes");
    QTest::newRow("little") << u"UTF-16LE"_s << QByteArray("a\0\xFC\0\r\0\n\0", 8) << QByteArray("a\xC3\xBC\r\n")
                            << qint64(0);
    QTest::newRow("big") << u"UTF-16BE"_s << QByteArray("\0a\0\xFC", 4) << QByteArray("a\xC3\xBC") << qint64(0);
    QTest::newRow("pair") << u"UTF-16BE"_s << QByteArray("\xD8\x3D\xDE\x00", 4) << QByteArray("\xF0\x9F\x98\x80")
                          << qint64(0);
    QTest::newRow("lone half") << u"UTF-16BE"_s << QByteArray("\xD8\x3D\0a", 4)
                               << QByteArray("\xEF\xBF\xBD"
                                             "a")
                               << qint64(2);
    QTest::newRow("lone half at the end")
        << u"UTF-16BE"_s << QByteArray("\0a\xD8\x3D", 4) << QByteArray("a\xEF\xBF\xBD") << qint64(2);
    QTest::newRow("odd byte") << u"UTF-16LE"_s << QByteArray("a\0b", 3) << QByteArray("a\xEF\xBF\xBD") << qint64(1);
    QTest::newRow("empty") << u"UTF-16LE"_s << QByteArray() << QByteArray() << qint64(0);
    QTest::newRow("Japanese") << u"Shift_JIS"_s << QByteArray("\x83\x8D\x83\x4F") << u"ログ"_s.toUtf8() << qint64(0);
    QTest::newRow("half a character") << u"Shift_JIS"_s << QByteArray("a\x83") << QByteArray("a\xEF\xBF\xBD")
                                      << qint64(1);
    QTest::newRow("UTF-32") << u"UTF-32LE"_s << QByteArray("a\0\0\0", 4) << QByteArray("a") << qint64(0);
    QTest::newRow("western") << u"windows-1252"_s << QByteArray("M\xFCller \x80")
                             << QByteArray("M\xC3\xBCller \xE2\x82\xAC") << qint64(0);
}

void TestEncoding::transcodes()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, utf8);
    QFETCH(qint64, invalidBytes);
    const Result<TranscodedText> text = transcoded(*memorySource(bytes), {name, 0}, SpoolJob(u"x.log"_s, 1000));
    QVERIFY(text.ok());
    QCOMPARE(readBytes(*text.value().source, 0, 1000).value(), utf8);
    QCOMPARE(text.value().invalidBytes, invalidBytes);
}

void TestEncoding::transcodesAcrossBlocks()
{
    // Three units a repetition: pairs fall on every edge of a block.
    const QString text = u"x\U0001F600"_s.repeated(300'000);
    QStringEncoder encoder(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    const QByteArray bytes = encoder(text);
    const Result<TranscodedText> result =
        transcoded(*memorySource(bytes), {u"UTF-16LE"_s, 2}, SpoolJob(u"x.log"_s, 1 << 30));
    QVERIFY(result.ok());
    QVERIFY(readBytes(*result.value().source, 0, 1 << 22).value() == text.toUtf8());
    QCOMPARE(result.value().invalidBytes, 0);
}

void TestEncoding::transcodingKeepsToTheLimit()
{
    const Result<TranscodedText> text =
        transcoded(*memorySource(QByteArray(100, 'x')), {u"windows-1252"_s, 0}, SpoolJob(u"x.log"_s, 99));
    QVERIFY(!text.ok());
    QVERIFY(text.error().message.contains(u"x.log"_s));
}

void TestEncoding::transcodingIsStopped()
{
    std::stop_source stop;
    stop.request_stop();
    SpoolJob job(u"x.log"_s, 1000);
    job.stop = stop.get_token();
    const Result<TranscodedText> text = transcoded(*memorySource(QByteArray(100, 'x')), {u"windows-1252"_s, 0}, job);
    QVERIFY(!text.ok());
    QVERIFY(text.error().message.contains(u"cancelled"_s));
}

void TestEncoding::suggests_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("name");
    const QString text = u"2026-01-15 Größe ログ of a log\n"_s;
    QTest::newRow("UTF-8") << text.toUtf8() << QString();
    QTest::newRow("western") << QByteArray("M\xFCller") << u"windows-1252"_s;
    QTest::newRow("little") << QByteArray(QStringEncoder(QStringConverter::Utf16LE)(text)) << u"UTF-16LE"_s;
    QTest::newRow("big") << QByteArray(QStringEncoder(QStringConverter::Utf16BE)(text)) << u"UTF-16BE"_s;
    QTest::newRow("zeros") << QByteArray(100, '\0') << QString();
    QTest::newRow("a stray zero") << QByteArray("a text with a \0 in it", 21) << QString();
    QTest::newRow("nothing") << QByteArray() << QString();
}

void TestEncoding::suggests()
{
    QFETCH(QByteArray, head);
    QFETCH(QString, name);
    QCOMPARE(suggestedEncoding(head), name);
}

void TestEncoding::countsInvalidBytes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("invalid");
    QTest::newRow("empty") << QByteArray() << qint64(0);
    QTest::newRow("ASCII") << QByteArray("text\0text", 9) << qint64(0);
    QTest::newRow("valid") << u"Grüße €5 \U0001F600"_s.toUtf8() << qint64(0);
    QTest::newRow("lone continuation") << QByteArray("a\x80"
                                                     "b")
                                       << qint64(1);
    QTest::newRow("western") << QByteArray("M\xFCller\xE9") << qint64(2);
    QTest::newRow("overlong") << QByteArray("\xC0\xAF") << qint64(2);
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << qint64(3);
    QTest::newRow("beyond Unicode") << QByteArray("\xF4\x90\x80\x80") << qint64(4);
    QTest::newRow("cut off") << QByteArray("a\xE2\x82") << qint64(2);
    QTest::newRow("cut off by a letter") << QByteArray("\xE2\x82z") << qint64(2);
}

void TestEncoding::countsInvalidBytes()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, invalid);
    for (qsizetype size = 1; size <= text.size() + 1; ++size) {
        Utf8Check check;
        for (qsizetype begin = 0; begin < text.size(); begin += size)
            check.add(QByteArrayView(text).sliced(begin, std::min(size, text.size() - begin)));
        QCOMPARE(check.invalidBytes(), invalid);
    }
}

QTEST_APPLESS_MAIN(TestEncoding)
#include "tst_encoding.moc"
