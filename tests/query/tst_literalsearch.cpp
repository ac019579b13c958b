#include "jsonspelling.h"
#include "literalsearch.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

class LiteralSearchTest : public QObject
{
    Q_OBJECT

private slots:
    void findsWithoutRegardToCaseAndSpelling_data();
    void findsWithoutRegardToCaseAndSpelling();
    void agreesWithThePlainSearch();
    void jsonEscapesAreUndone_data();
    void jsonEscapesAreUndone();
};

void LiteralSearchTest::findsWithoutRegardToCaseAndSpelling_data()
{
    QTest::addColumn<QString>("literal");
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<bool>("found");
    QTest::newRow("same case") << u"timed out"_s << QByteArray("User response timed out.") << true;
    QTest::newRow("other case") << u"TIMED Out"_s << QByteArray("User response timed OUT.") << true;
    QTest::newRow("inside a word") << u"pons"_s << QByteArray("response") << true;
    QTest::newRow("whole text") << u"abc"_s << QByteArray("ABC") << true;
    QTest::newRow("at the end") << u"bc"_s << QByteArray("abC") << true;
    QTest::newRow("longer than text") << u"abcd"_s << QByteArray("abc") << false;
    QTest::newRow("not there") << u"push"_s << QByteArray("pus h") << false;
    QTest::newRow("overlapping start") << u"aab"_s << QByteArray("aaab") << true;
    QTest::newRow("no letters") << u"-702-"_s << QByteArray("a-702-702-b") << true;
    QTest::newRow("empty text") << u"a"_s << QByteArray() << false;
    QTest::newRow("brackets are no letters") << u"["_s << QByteArray("{") << false;
    QTest::newRow("at sign is no letter") << u"@"_s << QByteArray("`") << false;
    QTest::newRow("umlaut upper") << u"müller"_s << QByteArray("MÜLLER") << true;
    QTest::newRow("umlaut lower") << u"MÜLLER"_s << QByteArray("xmüllerx") << true;
    QTest::newRow("umlaut in plain text") << u"müller"_s << QByteArray("muller") << false;
    QTest::newRow("greek final sigma") << u"ΟΔΟΣ"_s << QByteArray("οδος") << true;
    QTest::newRow("beyond the first plane") << u"𐐀"_s << QByteArray("𐐨") << true;
    QTest::newRow("kelvin sign as literal") << u"\u212a1"_s << QByteArray("k1") << true;
    QTest::newRow("invalid byte is the replacement") << u"a\ufffdb"_s
                                                     << QByteArray("a\xff"
                                                                   "b")
                                                     << true;
    QTest::newRow("ascii beside invalid bytes") << u"jdoe"_s << QByteArray("\xc3\xff\xe2jdoe\xff") << true;
    QTest::newRow("nul inside") << u"b"_s << QByteArray("a\0B", 3) << true;
    QTest::newRow("backslash as it stands") << u"CORP\\jdoe"_s << QByteArray("CORP\\jdoe") << true;
    QTest::newRow("backslash doubled") << u"CORP\\jdoe"_s << QByteArray(R"({"userId":"corp\\jdoe"})") << true;
    QTest::newRow("two backslashes as they stand") << u"CORP\\\\jdoe"_s << QByteArray(R"(CORP\\jdoe)") << true;
    QTest::newRow("escaped quote") << u"say \"hi\""_s << QByteArray(R"({"m":"say \"hi\""})") << true;
    QTest::newRow("escaped slash") << u"https://example.com"_s << QByteArray(R"(https:\/\/example.com)") << true;
    QTest::newRow("slash and other escapes") << u"a/b\\c"_s << QByteArray(R"(A\/B\\C)") << true;
    QTest::newRow("unicode escape") << u"müller"_s << QByteArray(R"(M\u00DCLLER)") << true;
    QTest::newRow("unicode escape of ascii") << u"o'neill"_s << QByteArray(R"(O\u0027Neill)") << true;
    QTest::newRow("surrogate pair") << u"🙂"_s << QByteArray(R"(\ud83d\uDE42)") << true;
    QTest::newRow("escaped newline") << u"a\nb"_s << QByteArray(R"(a\nb)") << true;
    QTest::newRow("escaped tab") << u"a\tb"_s << QByteArray(R"(a\tb)") << true;
    QTest::newRow("path that looks escaped") << u"C:\\new"_s << QByteArray(R"(C:\new)") << true;
    QTest::newRow("word in a path") << u"new"_s << QByteArray(R"(C:\new)") << true;
    QTest::newRow("escaped backslash is no escape") << u"ü"_s << QByteArray(R"(\\u00fc)") << false;
}

void LiteralSearchTest::findsWithoutRegardToCaseAndSpelling()
{
    QFETCH(QString, literal);
    QFETCH(QByteArray, raw);
    QTEST(LiteralSearch(literal).isIn(raw), "found");
}

void LiteralSearchTest::agreesWithThePlainSearch()
{
    QRandomGenerator random(20260115);
    const QByteArray alphabet = "aAbB[{-";
    const auto text = [&](int length) {
        QByteArray made;
        for (int i = 0; i < length; ++i)
            made.append(alphabet[random.bounded(alphabet.size())]);
        return made;
    };
    int found = 0;
    for (int round = 0; round < 3000; ++round) {
        const QString literal = QString::fromLatin1(text(1 + random.bounded(4)));
        const QByteArray raw = text(random.bounded(40));
        const bool expected = QString::fromLatin1(raw).contains(literal, Qt::CaseInsensitive);
        found += expected ? 1 : 0;
        QVERIFY2(LiteralSearch(literal).isIn(raw) == expected,
                 qPrintable(literal + u" in "_s + QString::fromLatin1(raw)));
    }
    QVERIFY(found > 300 && found < 2700);
}

void LiteralSearchTest::jsonEscapesAreUndone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("decoded");
    QTest::newRow("none") << QByteArray("abc") << QByteArray("abc");
    QTest::newRow("short ones") << QByteArray(R"(\\\"\/\n\t\r\b\f)") << QByteArray("\\\"/\n\t\r\b\f");
    QTest::newRow("one to four bytes") << QByteArray(R"(\u0041\u00fc\u20ac\ud83d\ude42)") << QByteArray("Aü€🙂");
    QTest::newRow("lone high") << QByteArray(R"(\ud83dx)") << QByteArray("\ufffdx");
    QTest::newRow("lone low") << QByteArray(R"(\ude42)") << QByteArray("\ufffd");
    QTest::newRow("two high") << QByteArray(R"(\ud83d\ud83d\ude42)") << QByteArray("\ufffd🙂");
    QTest::newRow("not hexadecimal") << QByteArray(R"(\u00g0)") << QByteArray(R"(\u00g0)");
    QTest::newRow("cut off") << QByteArray(R"(\u00f)") << QByteArray(R"(\u00f)");
    QTest::newRow("unknown letter") << QByteArray(R"(\d\\d)") << QByteArray(R"(\d\d)");
    QTest::newRow("at the end") << QByteArray("a\\") << QByteArray("a\\");
    QTest::newRow("empty") << QByteArray() << QByteArray();
}

void LiteralSearchTest::jsonEscapesAreUndone()
{
    QFETCH(QByteArray, text);
    QTEST(withoutJsonEscapes(text), "decoded");
}

QTEST_APPLESS_MAIN(LiteralSearchTest)
#include "tst_literalsearch.moc"
