#include "event.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

class EventTest : public QObject
{
    Q_OBJECT

private slots:
    void tokensRoundTrip();
    void tokensIgnoreCase();
    void unknownTokensAreRefused();
    void severityKnowsTheCommonSpellings_data();
    void severityKnowsTheCommonSpellings();
    void severitiesAreOrderedByWeight();
    void foldingKeepsWordsOnly_data();
    void foldingKeepsWordsOnly();
    void foldingTwiceChangesNothing();
    void invisibleCharactersAreShown_data();
    void invisibleCharactersAreShown();
    void breaksAreKeptOnRequest();
};

void EventTest::tokensRoundTrip()
{
    for (int i = 0; i <= static_cast<int>(Kind::Idr); ++i)
        QCOMPARE(kindFromToken(kindToken(static_cast<Kind>(i))), static_cast<Kind>(i));
    for (int i = 0; i <= static_cast<int>(Outcome::None); ++i)
        QCOMPARE(outcomeFromToken(outcomeToken(static_cast<Outcome>(i))), static_cast<Outcome>(i));
    for (int i = 0; i <= static_cast<int>(Owner::Nobody); ++i)
        QCOMPARE(ownerFromToken(ownerToken(static_cast<Owner>(i))), static_cast<Owner>(i));
    QCOMPARE(kindToken(Kind::None), QString());
    QCOMPARE(outcomeToken(Outcome::Unknown), QString());
    QCOMPARE(ownerToken(Owner::Nobody), u"none"_s);
    QCOMPARE(ownerToken(Owner::HelpDesk), u"helpdesk"_s);
}

void EventTest::tokensIgnoreCase()
{
    QCOMPARE(kindFromToken(u"User"), Kind::User);
    QCOMPARE(outcomeFromToken(u"FAILURE"), Outcome::Failure);
    QCOMPARE(ownerFromToken(u"HelpDesk"), Owner::HelpDesk);
}

void EventTest::unknownTokensAreRefused()
{
    QVERIFY(!kindFromToken(u"users"));
    QVERIFY(!outcomeFromToken(u"fail"));
    QVERIFY(!ownerFromToken(u""));
}

void EventTest::severityKnowsTheCommonSpellings_data()
{
    QTest::addColumn<QString>("level");
    QTest::addColumn<int>("severity");
    const auto row = [](const char *level, Severity severity) {
        QTest::newRow(*level ? level : "empty") << QString::fromUtf8(level) << static_cast<int>(severity);
    };
    row("Error", Severity::Error);
    row("warn", Severity::Warning);
    row("WARNING", Severity::Warning);
    row("CRITICAL", Severity::Critical);
    row(" notice ", Severity::Notice);
    row("info", Severity::Info);
    row("debug", Severity::Unknown);
    row("", Severity::Unknown);
}

void EventTest::severityKnowsTheCommonSpellings()
{
    QFETCH(QString, level);
    QTEST(static_cast<int>(severityOf(level)), "severity");
}

void EventTest::severitiesAreOrderedByWeight()
{
    QVERIFY(Severity::Critical < Severity::Error);
    QVERIFY(Severity::Error < Severity::Warning);
    QVERIFY(Severity::Warning < Severity::Notice);
    QVERIFY(Severity::Notice < Severity::Info);
    QVERIFY(Severity::Info < Severity::Unknown);
}

void EventTest::foldingKeepsWordsOnly_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("folded");
    QTest::newRow("case and stop") << u"Invalid OTP."_s << u"invalid otp"_s;
    QTest::newRow("runs of space") << u"  Invalid \t\n OTP\u00a0. "_s << u"invalid otp"_s;
    QTest::newRow("en dash") << u"a – b"_s << u"a - b"_s;
    QTest::newRow("em dash") << u"a—b"_s << u"a-b"_s;
    QTest::newRow("curly quotes") << u"‘a’ “b”"_s << u"'a' \"b\""_s;
    QTest::newRow("inner stop stays") << u"A. B."_s << u"a. b"_s;
    QTest::newRow("words differ") << u"Canceled"_s << u"canceled"_s;
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("stop alone") << u"."_s << QString();
}

void EventTest::foldingKeepsWordsOnly()
{
    QFETCH(QString, text);
    QTEST(foldedText(text), "folded");
}

void EventTest::foldingTwiceChangesNothing()
{
    for (const QString &text : {u"A . ."_s, u"STRASSE – ß.."_s, u" . a . "_s})
        QCOMPARE(foldedText(foldedText(text)), foldedText(text));
}

void EventTest::invisibleCharactersAreShown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("visible");
    QTest::newRow("plain") << u"Müller 🙂 \\u{202e}"_s << u"Müller 🙂 \\u{202e}"_s;
    QTest::newRow("override") << u"a\u202eb"_s << u"a\\u{202e}b"_s;
    QTest::newRow("isolate") << u"\u2066x\u2069"_s << u"\\u{2066}x\\u{2069}"_s;
    QTest::newRow("marks") << u"\u200e\u200f\u061c"_s << u"\\u{200e}\\u{200f}\\u{61c}"_s;
    QTest::newRow("zero width") << u"\u200b\ufeff\u2060"_s << u"\\u{200b}\\u{feff}\\u{2060}"_s;
    QTest::newRow("escape") << u"\u001b[31m"_s << u"\\u{1b}[31m"_s;
    QTest::newRow("nul") << QString(QChar(0)) << u"\\u{0}"_s;
    QTest::newRow("delete and C1") << u"\u007f\u0085\u009b"_s << u"\\u{7f}\\u{85}\\u{9b}"_s;
    QTest::newRow("breaks") << u"a\tb\r\nc"_s << u"a\\u{9}b\\u{d}\\u{a}c"_s;
    QTest::newRow("line separator") << u"\u2028"_s << u"\\u{2028}"_s;
    QTest::newRow("high surrogate alone") << QString(QChar(0xd83d)) + u'x' << u"\\u{d83d}x"_s;
    QTest::newRow("low surrogate alone") << QString(QChar(0xde42)) << u"\\u{de42}"_s;
    QTest::newRow("tag") << u"\U000e0041"_s << u"\\u{e0041}"_s;
    QTest::newRow("empty") << QString() << QString();
}

void EventTest::invisibleCharactersAreShown()
{
    QFETCH(QString, text);
    QTEST(visibleText(text), "visible");
}

void EventTest::breaksAreKeptOnRequest()
{
    QCOMPARE(visibleText(u"a\tb\nc\r\nd\re\u001b", true), u"a\tb\nc\r\nd\\u{d}e\\u{1b}"_s);
}

QTEST_APPLESS_MAIN(EventTest)
#include "tst_event.moc"
