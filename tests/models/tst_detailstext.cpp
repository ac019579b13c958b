#include "detailstext.h"

#include <QDateTime>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

class TestDetailsText : public QObject
{
    Q_OBJECT

private slots:
    void anEntryIsTwoLines();
    void aRecordHasItsTimeInTheZoneAndItsFields();
    void controlCharactersAreVisible();
};

void TestDetailsText::anEntryIsTwoLines()
{
    RecordDetails details;
    details.key = {Kind::User, 702};
    details.hasCode = true;
    details.level = u"error"_s;
    details.category = u"Authentication"_s;
    details.outcome = Outcome::Failure;
    details.method = u"Approve"_s;
    details.description = u"Approve authentication failed - User response timed out."_s;
    QCOMPARE(
        detailsText(details, QTimeZone::utc()),
        u"702 Approve authentication failed - User response timed out.\nerror · Authentication · failure · Approve\n"_s);
}

void TestDetailsText::aRecordHasItsTimeInTheZoneAndItsFields()
{
    RecordDetails details;
    details.description = u"Signed in."_s;
    details.isRecord = true;
    details.line = 7;
    details.time = QDateTime(QDate(2026, 1, 15), QTime(8, 14, 2, 118), Qt::UTC).toMSecsSinceEpoch();
    details.fields = {{u"userId"_s, u"jdoe@example.com"_s}};
    QCOMPARE(detailsText(details, QTimeZone("Europe/Berlin")),
             u"Signed in.\n\nTime: 2026-01-15 09:14:02.118 (Europe/Berlin)\nLine: 7\nuserId: jdoe@example.com\n"_s);
}

void TestDetailsText::controlCharactersAreVisible()
{
    RecordDetails details;
    details.description = u"a\u202Eb"_s;
    details.isRecord = true;
    details.fields = {{u"x\ny"_s, u"1\n2"_s}};
    const QString text = detailsText(details, QTimeZone::utc());
    QVERIFY(!text.contains(u'\u202E'));
    QCOMPARE(text.count(u'\n'), 4);
}

QTEST_GUILESS_MAIN(TestDetailsText)
#include "tst_detailstext.moc"
