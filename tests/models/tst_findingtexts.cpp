#include "findingtexts.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

class tst_FindingTexts : public QObject
{
    Q_OBJECT

private slots:
    void theKeyOutlivesGrowth();
    void theKeyTellsFindingsApart();
};

namespace {

Finding bombing()
{
    Finding finding;
    finding.rule = u"push-bombing"_s;
    finding.severity = Severity::Error;
    finding.begin = 1'768'467'600'000;
    finding.end = finding.begin + 60'000;
    finding.user = u"jdoe@example.com"_s;
    return finding;
}

} // namespace

void tst_FindingTexts::theKeyOutlivesGrowth()
{
    Finding later = bombing();
    later.end += 3'600'000;
    later.user = u"JDoe@example.com"_s;
    QCOMPARE(findingKey(later), findingKey(bombing()));
}

void tst_FindingTexts::theKeyTellsFindingsApart()
{
    // An approval followed: whoever dismissed the denials has not seen that.
    Finding worse = bombing();
    worse.severity = Severity::Critical;
    QVERIFY(findingKey(worse) != findingKey(bombing()));
    Finding another = bombing();
    another.begin += 1;
    QVERIFY(findingKey(another) != findingKey(bombing()));
    another = bombing();
    another.user = u"asmith@example.com"_s;
    QVERIFY(findingKey(another) != findingKey(bombing()));
}

QTEST_GUILESS_MAIN(tst_FindingTexts)
#include "tst_findingtexts.moc"
