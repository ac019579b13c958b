#include "regexliterals.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

class TestRegexLiterals : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatEveryMatchHas_data();
    void findsWhatEveryMatchHas();
};

void TestRegexLiterals::findsWhatEveryMatchHas_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QStringList>("literals");

    const auto row = [](const QString &pattern, const QStringList &literals) {
        QTest::addRow("%s", qPrintable(pattern)) << pattern << literals;
    };
    row(u""_s, {});
    row(u"user"_s, {u"user"_s});
    row(u"ab"_s, {});
    row(u"^user.*timed out$"_s, {u"user"_s, u"timed out"_s});
    row(u"user(12|34)[0-9]@example\\.com"_s, {u"user"_s, u"@example.com"_s});
    row(u"\"code\":\"(46|47)\".*denied"_s, {u"\"code\":\""_s, u"denied"_s});
    row(u"abcd*efgh"_s, {u"abc"_s, u"efgh"_s});
    row(u"abcd+efgh"_s, {u"abcd"_s, u"efgh"_s});
    row(u"abcd?efgh{0,2}ijk{2}"_s, {u"abc"_s, u"efg"_s});
    row(u"abcd*?efg++hij"_s, {u"abc"_s, u"efg"_s, u"hij"_s});
    row(u"{\"a\":1}x{y}"_s, {u"{\"a\":1}x{y}"_s});
    row(u"abc|def"_s, {});
    row(u"abc(?:x|y)def"_s, {u"abc"_s, u"def"_s});
    row(u"(abc)?def"_s, {u"def"_s});
    row(u"abc(?=def)ghi(?!jkl)(?<=mno)(?<!pqr)(?>stu)(?<name>vwx)"_s, {u"abc"_s, u"ghi"_s});
    row(u"abc\\d+\\sdef\\bghi"_s, {u"abc"_s, u"def"_s, u"ghi"_s});
    row(u"abc[]d]efg[^]]hij[\\]]klm"_s, {u"abc"_s, u"efg"_s, u"hij"_s, u"klm"_s});
    row(u"abc[[:alpha:]]"_s, {});
    row(u"abc\\1"_s, {});
    row(u"abc\\x41"_s, {});
    row(u"abc\\Qd|e\\E"_s, {});
    row(u"(?i)abc"_s, {});
    row(u"(?x)a b c"_s, {});
    row(u"(*UCP)abc"_s, {});
    row(u"abc)def"_s, {});
    row(u"abc(def"_s, {});
    row(u"abc[def"_s, {});
    row(u"abc\\"_s, {});
    row(u"über\U0001F600*xyz"_s, {u"über"_s, u"xyz"_s});
}

void TestRegexLiterals::findsWhatEveryMatchHas()
{
    QFETCH(QString, pattern);
    QTEST(requiredLiterals(pattern), "literals");
}

QTEST_APPLESS_MAIN(TestRegexLiterals)
#include "tst_regexliterals.moc"
