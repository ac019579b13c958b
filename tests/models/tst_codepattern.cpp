#include "codepattern.h"
#include "event.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

class tst_CodePattern : public QObject
{
    Q_OBJECT

private slots:
    void whatCannotBeUsedIsSaid_data();
    void whatCannotBeUsedIsSaid();
    void codesAreFoundInLines();
    void whatIsNoNumberIsNoCode();
};

void tst_CodePattern::whatCannotBeUsedIsSaid_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("error");
    QTest::newRow("none") << QString() << QString();
    QTest::newRow("good") << u"event (?<code>[0-9]+)"_s << QString();
    QTest::newRow("broken") << u"event (?<code>[0-9]+"_s << u"at character 21"_s;
    QTest::newRow("without the group") << u"event ([0-9]+)"_s << u"(?<code>[0-9]+)"_s;
    QTest::newRow("another group") << u"event (?<number>[0-9]+)"_s << u"(?<code>[0-9]+)"_s;
}

void tst_CodePattern::whatCannotBeUsedIsSaid()
{
    QFETCH(const QString, pattern);
    QFETCH(const QString, error);
    const QString said = codePatternError(pattern);
    QCOMPARE(said.isEmpty(), error.isEmpty());
    QVERIFY2(said.contains(error), qPrintable(said));
}

void tst_CodePattern::codesAreFoundInLines()
{
    const QList<QByteArray> lines{"event 702 of jdoe", "nothing", "event 1\u202e"};
    QCOMPARE(foundCodes(u"event (?<code>[0-9]+)"_s, lines),
             (QList<FoundCode>{{u"event 702 of jdoe"_s, u"702"_s},
                               {u"nothing"_s, QString()},
                               {visibleText(u"event 1\u202e"_s), u"1"_s}}));
    QCOMPARE(foundCodes(u"event ("_s, lines).first().code, QString());
    QCOMPARE(foundCodes({}, lines).first().line, u"event 702 of jdoe"_s);
}

void tst_CodePattern::whatIsNoNumberIsNoCode()
{
    QCOMPARE(foundCodes(u"event (?<code>\\w+)"_s, {"event abc"}).first().code, QString());
    QCOMPARE(foundCodes(u"event (?<code>\\d+)"_s, {QByteArray("event 1") + QByteArray(40, '0')}).first().code,
             QString());
}

QTEST_GUILESS_MAIN(tst_CodePattern)
#include "tst_codepattern.moc"
