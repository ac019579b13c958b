#include "regexscope.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

class TestRegexScope : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatLooksAround_data();
    void tellsWhatLooksAround();
};

void TestRegexScope::tellsWhatLooksAround_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("anywhere");

    const auto row = [](const QString &pattern, bool anywhere) {
        QTest::addRow("%s", qPrintable(pattern)) << pattern << anywhere;
    };
    row(u""_s, true);
    row(u"abc"_s, true);
    row(u"(ERROR|FATAL).*user(?:12|34)[0-9]_"_s, true);
    row(u"\\d+\\s[^x]\\.\\/\\-\\x41\\p{L}"_s, true);
    row(u"(?i)abc(?<name>d)(?s:.)(?i:e)"_s, true);
    row(u"[\\b^$(?=]+"_s, true);
    row(u"[]^]a*?b+?c{2,3}?"_s, true);
    row(u"[^]^]"_s, true);
    row(u"[[:alpha:]]]"_s, true);
    row(u"müller"_s, true);
    row(u"^a"_s, false);
    row(u"a$"_s, false);
    row(u"\\bword"_s, false);
    row(u"wor\\B"_s, false);
    row(u"\\Aa"_s, false);
    row(u"a\\z"_s, false);
    row(u"a\\Z"_s, false);
    row(u"\\Ga"_s, false);
    row(u"a\\Kb"_s, false);
    row(u"\\Qa^\\E"_s, false);
    row(u"a(?=b)"_s, false);
    row(u"a(?!b)"_s, false);
    row(u"(?<=a)b"_s, false);
    row(u"(?<!a)b"_s, false);
    row(u"(a)\\1"_s, false);
    row(u"a++b"_s, false);
    row(u"a{2}+b"_s, false);
    row(u"(?>a+)b"_s, false);
    row(u"(?(1)a|b)"_s, false);
    row(u"(?R)"_s, false);
    row(u"(?m)a"_s, false);
    row(u"(?x) a b"_s, false);
    row(u"(*UCP)a"_s, false);
    row(u"a(*SKIP)b"_s, false);
    row(u"(*napla:a)b"_s, false);
    row(u"\\X"_s, false);
    row(u"\\R"_s, false);
    row(u"a\\"_s, false);
    row(u"[[:alpha"_s, false);
}

void TestRegexScope::tellsWhatLooksAround()
{
    QFETCH(QString, pattern);
    QTEST(matchesAnywhere(pattern), "anywhere");
}

QTEST_APPLESS_MAIN(TestRegexScope)
#include "tst_regexscope.moc"
