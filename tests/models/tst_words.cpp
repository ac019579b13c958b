#include "words.h"

#include "format.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

class tst_Words : public QObject
{
    Q_OBJECT

private slots:
    void everyFactHasAWordOfItsOwn();
    void everyFormatHasAWordOfItsOwn();
    void whatIsNotKnownIsSaidOrLeftOut();
    void aMomentIsWrittenInItsZone();
};

void tst_Words::everyFactHasAWordOfItsOwn()
{
    QStringList severities;
    for (int severity = 0; severity <= int(Severity::Unknown); ++severity)
        severities.append(severityWord(Severity(severity)));
    QStringList outcomes;
    for (const Outcome outcome : {Outcome::Success, Outcome::Failure, Outcome::Pending, Outcome::None})
        outcomes.append(outcomeWord(outcome));
    QStringList owners;
    for (int owner = 0; owner <= int(Owner::Nobody); ++owner)
        owners.append(ownerWord(Owner(owner)));
    QStringList kinds;
    for (const Kind kind : {Kind::User, Kind::System, Kind::Admin, Kind::Am, Kind::Idr})
        kinds.append(kindWord(kind));
    for (QStringList words : {severities, outcomes, owners, kinds}) {
        QVERIFY(!words.contains(QString()));
        QCOMPARE(words.removeDuplicates(), 0);
    }
}

void tst_Words::everyFormatHasAWordOfItsOwn()
{
    QStringList words{formatWord({})};
    for (const QString &name : formatNames()) {
        words.append(formatWord(name));
        QVERIFY2(words.last() != name, qPrintable(name));
    }
    QCOMPARE(words.removeDuplicates(), 0);
}

void tst_Words::whatIsNotKnownIsSaidOrLeftOut()
{
    QCOMPARE(outcomeWord(Outcome::Unknown), QString());
    QCOMPARE(kindWord(Kind::None), QString());
    QCOMPARE(severityWord(Severity::Unknown), u"unknown level"_s);
    QCOMPARE(ownerWord(Owner::Unknown), u"unknown"_s);
}

void tst_Words::aMomentIsWrittenInItsZone()
{
    QCOMPARE(momentText(1768467642118, QTimeZone::utc()), u"2026-01-15 09:00:42.118"_s);
    QCOMPARE(momentText(1768467642118, QTimeZone("Europe/Berlin")), u"2026-01-15 10:00:42.118"_s);
}

QTEST_GUILESS_MAIN(tst_Words)
#include "tst_words.moc"
