#include "resolver.h"

#include "smalllog.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

EventShape shapeOf(Kind kind, qint64 code)
{
    EventShape shape;
    shape.kind = kind;
    shape.code = code;
    return shape;
}

ResolvedEvent resolve(const EventShape &shape, const QString &level = {}, const QString &category = {},
                      const QString &description = {})
{
    return Resolver(smallCatalog()).resolve(shape, level, category, description);
}

} // namespace

class TestResolver : public QObject
{
    Q_OBJECT

private slots:
    void knownCodeIsToldByTheCatalog();
    void unknownCodeIsToldByTheRecord();
    void codesAreResolvedWithinTheirKind_data();
    void codesAreResolvedWithinTheirKind();
    void driftIsToldApart_data();
    void driftIsToldApart();
    void placeholdersMatchAnyText_data();
    void placeholdersMatchAnyText();
    void recordWithoutCodeIsFoundByItsText_data();
    void recordWithoutCodeIsFoundByItsText();
    void oneTextOfTwoCodesIsAmbiguous();
    void ownerIsTheEntrys();
    void adminLevelFollowsTheResult_data();
    void adminLevelFollowsTheResult();
    void markOfTheEntryIsKept();
    void codesWithANoteAreFlaggedKnownOrNot();
    void whatWasNotUnderstoodSaysSo();
    void descriptionBeyondTheCapIsLeftToTheRecord();
    void extendAddsOnlyWhatIsMissing();
    void pageForUnknownCodeIsNamed_data();
    void pageForUnknownCodeIsNamed();
};

void TestResolver::knownCodeIsToldByTheCatalog()
{
    const ResolvedEvent event =
        resolve(shapeOf(Kind::User, 702), u"info"_s, u"Other"_s, u"Approve failed - Timed out."_s);
    QCOMPARE(event.level, u"error"_s);
    QCOMPARE(event.category, u"Authentication"_s);
    QCOMPARE(event.description, u"Approve failed - Timed out."_s);
    QCOMPARE(event.method, u"Approve"_s);
    QCOMPARE(event.outcome, Outcome::Failure);
    QCOMPARE(event.flags, EventFlags(EventFlag::Known));
}

void TestResolver::unknownCodeIsToldByTheRecord()
{
    const ResolvedEvent event = resolve(shapeOf(Kind::User, 777), u"warning"_s, u"New"_s, u"Something new."_s);
    QCOMPARE(event.level, u"warning"_s);
    QCOMPARE(event.category, u"New"_s);
    QCOMPARE(event.description, u"Something new."_s);
    QCOMPARE(event.code, 777);
    QCOMPARE(event.flags, EventFlags(EventFlag::UnknownCode));
}

void TestResolver::codesAreResolvedWithinTheirKind_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<qint64>("code");
    QTest::addColumn<Kind>("resolvedKind");
    QTest::addColumn<EventFlags>("flags");
    QTest::newRow("user") << Kind::User << qint64(702) << Kind::User << EventFlags(EventFlag::Known);
    QTest::newRow("user falls back to system")
        << Kind::User << qint64(683) << Kind::System << EventFlags(EventFlag::Known);
    QTest::newRow("system") << Kind::System << qint64(683) << Kind::System << EventFlags(EventFlag::Known);
    QTest::newRow("system is not user") << Kind::System << qint64(702) << Kind::System
                                        << EventFlags(EventFlag::UnknownCode);
    QTest::newRow("admin") << Kind::Admin << qint64(80001) << Kind::Admin << EventFlags(EventFlag::Known);
    QTest::newRow("admin is not user") << Kind::Admin << qint64(702) << Kind::Admin
                                       << EventFlags(EventFlag::UnknownCode);
    QTest::newRow("am is another numbering") << Kind::Am << qint64(702) << Kind::Am << EventFlags();
    QTest::newRow("idr is another numbering") << Kind::Idr << qint64(702) << Kind::Idr << EventFlags();
}

void TestResolver::codesAreResolvedWithinTheirKind()
{
    QFETCH(Kind, kind);
    QFETCH(qint64, code);
    const ResolvedEvent event = resolve(shapeOf(kind, code));
    QTEST(event.kind, "resolvedKind");
    QTEST(event.flags, "flags");
    QCOMPARE(event.code, code);
}

void TestResolver::driftIsToldApart_data()
{
    QTest::addColumn<QString>("own");
    QTest::addColumn<EventFlags>("drift");
    const EventFlags form = EventFlag::FormDrift;
    const EventFlags words = EventFlag::WordDrift;
    QTest::newRow("to the letter") << u"Approve failed - Timed out."_s << EventFlags();
    QTest::newRow("absent") << QString() << EventFlags();
    QTest::newRow("dash") << u"Approve failed – Timed out."_s << form;
    QTest::newRow("final stop") << u"Approve failed - Timed out"_s << form;
    QTest::newRow("case") << u"approve FAILED - timed out."_s << form;
    QTest::newRow("spaces") << u"Approve  failed -  Timed out."_s << form;
    QTest::newRow("words") << u"Approve failed - The user did not answer."_s << words;
}

void TestResolver::driftIsToldApart()
{
    QFETCH(QString, own);
    const ResolvedEvent event = resolve(shapeOf(Kind::User, 702), {}, {}, own);
    QTEST(event.flags & (EventFlag::FormDrift | EventFlags(EventFlag::WordDrift)), "drift");
    QCOMPARE(event.description, u"Approve failed - Timed out."_s);
}

void TestResolver::placeholdersMatchAnyText_data()
{
    QTest::addColumn<QString>("own");
    QTest::addColumn<EventFlags>("drift");
    QTest::addColumn<QString>("shown");
    const QString message = u"User jdoe was added to Staff."_s;
    QTest::newRow("filled in") << message << EventFlags() << message;
    QTest::newRow("form") << u"user jdoe was added to Staff"_s << EventFlags(EventFlag::FormDrift)
                          << u"user jdoe was added to Staff"_s;
    QTest::newRow("words") << u"User jdoe joined Staff."_s << EventFlags(EventFlag::WordDrift)
                           << u"User jdoe joined Staff."_s;
    QTest::newRow("nothing said") << QString() << EventFlags() << u"User {0} was added to {1}."_s;
}

void TestResolver::placeholdersMatchAnyText()
{
    QFETCH(QString, own);
    const ResolvedEvent event = resolve(shapeOf(Kind::Admin, 80001), {}, {}, own);
    QVERIFY(event.flags.testFlag(EventFlag::Known));
    QTEST(event.flags & (EventFlag::FormDrift | EventFlags(EventFlag::WordDrift)), "drift");
    QTEST(event.description, "shown");
}

void TestResolver::recordWithoutCodeIsFoundByItsText_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("own");
    QTest::addColumn<qint64>("code");
    QTest::addColumn<EventFlags>("flags");
    const EventFlags found = EventFlag::Known | EventFlags(EventFlag::TextMatch);
    QTest::newRow("verbatim") << Kind::User << u"Signed in to portal."_s << qint64(901) << found;
    QTest::newRow("another form") << Kind::User << u"signed in to portal"_s << qint64(901)
                                  << (found | EventFlag::FormDrift);
    QTest::newRow("a system event") << Kind::User << u"Router is offline."_s << qint64(683) << found;
    QTest::newRow("no such text") << Kind::User << u"Signed in."_s << noCode << EventFlags();
    QTest::newRow("am is never looked up") << Kind::Am << u"Signed in to portal."_s << noCode << EventFlags();
    QTest::newRow("no text") << Kind::User << QString() << noCode << EventFlags();
}

void TestResolver::recordWithoutCodeIsFoundByItsText()
{
    QFETCH(Kind, kind);
    QFETCH(QString, own);
    const ResolvedEvent event = resolve(shapeOf(kind, noCode), {}, {}, own);
    QTEST(event.code, "code");
    QTEST(event.flags, "flags");
}

void TestResolver::oneTextOfTwoCodesIsAmbiguous()
{
    const ResolvedEvent event = resolve(shapeOf(Kind::User, noCode), {}, {}, u"Fob accepted."_s);
    QCOMPARE(event.code, noCode);
    QCOMPARE(event.candidates, QList<qint64>({652, 660}));
    QCOMPARE(event.flags, EventFlag::TextMatch | EventFlags(EventFlag::Ambiguous));
    QCOMPARE(event.level, u"notice"_s);
    QCOMPARE(event.outcome, Outcome::Success);
}

void TestResolver::adminLevelFollowsTheResult_data()
{
    QTest::addColumn<qint64>("code");
    QTest::addColumn<bool>("failed");
    QTest::addColumn<QString>("ownLevel");
    QTest::addColumn<QString>("level");
    QTest::newRow("unknown code, failed") << qint64(80999) << true << QString() << u"error"_s;
    QTest::newRow("known code, failed") << qint64(80001) << true << QString() << u"error"_s;
    QTest::newRow("succeeded") << qint64(80001) << false << QString() << QString();
    QTest::newRow("level of its own") << qint64(80001) << true << u"warning"_s << u"warning"_s;
}

void TestResolver::adminLevelFollowsTheResult()
{
    QFETCH(qint64, code);
    QFETCH(bool, failed);
    QFETCH(QString, ownLevel);
    EventShape shape = shapeOf(Kind::Admin, code);
    shape.failed = failed;
    const ResolvedEvent event = resolve(shape, ownLevel);
    QTEST(event.level, "level");
    if (failed)
        QCOMPARE(event.outcome, Outcome::Failure);
}

void TestResolver::markOfTheEntryIsKept()
{
    QVERIFY(resolve(shapeOf(Kind::User, 600)).flags.testFlag(EventFlag::Marked));
    QVERIFY(!resolve(shapeOf(Kind::User, 702)).flags.testFlag(EventFlag::Marked));
}

void TestResolver::codesWithANoteAreFlaggedKnownOrNot()
{
    CatalogContent content;
    content.entries = smallCatalog()->entries();
    for (const qint64 code : {702, 39999})
        content.notes.insert({Kind::User, code}, {u"Ask the phone team."_s, {}});
    const Resolver resolver(std::make_shared<const CatalogSnapshot>(content));
    const auto flags = [&resolver](Kind kind, qint64 code) {
        return resolver.resolve(shapeOf(kind, code), {}, {}, {}).flags;
    };
    QCOMPARE(flags(Kind::User, 702), EventFlag::Known | EventFlag::HasNote);
    QCOMPARE(flags(Kind::User, 39999), EventFlag::UnknownCode | EventFlag::HasNote);
    QCOMPARE(flags(Kind::User, 777), EventFlags(EventFlag::UnknownCode));
    QCOMPARE(flags(Kind::Am, 702), EventFlags());
    QCOMPARE(flags(Kind::User, noCode), EventFlags());
}

void TestResolver::whatWasNotUnderstoodSaysSo()
{
    EventShape shape;
    shape.understood = false;
    const ResolvedEvent event = resolve(shape);
    QCOMPARE(event.flags, EventFlags(EventFlag::NotUnderstood));
    QCOMPARE(event.code, noCode);
}

void TestResolver::descriptionBeyondTheCapIsLeftToTheRecord()
{
    EventShape known = shapeOf(Kind::User, 702);
    known.ownDescriptionKept = false;
    QCOMPARE(resolve(known).description, u"Approve failed - Timed out."_s);
    EventShape unknown = shapeOf(Kind::User, 777);
    unknown.ownDescriptionKept = false;
    QCOMPARE(resolve(unknown).description, QString());
    EventShape filledIn = shapeOf(Kind::Admin, 80001);
    filledIn.ownDescriptionKept = false;
    QCOMPARE(resolve(filledIn).description, QString());
}

void TestResolver::extendAddsOnlyWhatIsMissing()
{
    const std::shared_ptr<Log> log = readLog("{\"eventCode\":\"702\",\"eventId\":\"1\"}\n{\"eventCode\":\"0777\"}\n");
    QVERIFY(log);
    const Resolver resolver(smallCatalog());
    Resolution resolution;
    resolver.extend(resolution, *log);
    QCOMPARE(resolution.size(), qsizetype(log->shapeCount()));
    QCOMPARE(resolution[log->columns().shape(0)].code, 702);
    QCOMPARE(resolution[log->columns().shape(1)].code, 777);
    resolution[0].description = u"kept"_s;
    resolver.extend(resolution, *log);
    QCOMPARE(resolution[0].description, u"kept"_s);
}

void TestResolver::pageForUnknownCodeIsNamed_data()
{
    QTest::addColumn<qint64>("code");
    QTest::addColumn<QString>("names");
    QTest::newRow("below all") << qint64(1) << QString();
    QTest::newRow("first") << qint64(2) << u"02-345"_s;
    QTest::newRow("gap") << qint64(399) << QString();
    QTest::newRow("second") << qint64(411) << u"400-1409"_s;
    QTest::newRow("end of second") << qint64(1409) << u"400-1409"_s;
    QTest::newRow("system 683") << qint64(683) << u"system"_s;
    QTest::newRow("system 684") << qint64(684) << u"system"_s;
    QTest::newRow("system 25xx") << qint64(2512) << u"system"_s;
    QTest::newRow("third") << qint64(1501) << u"1501-20406"_s;
    QTest::newRow("fourth") << qint64(38000) << u"20601-38000"_s;
    QTest::newRow("above all") << qint64(80001) << QString();
}

void TestResolver::pageForUnknownCodeIsNamed()
{
    QFETCH(qint64, code);
    QFETCH(QString, names);
    const QString page = pageForUnknownCode(code);
    QCOMPARE(page.isEmpty(), names.isEmpty());
    QVERIFY2(page.contains(names), qPrintable(page));
}

void TestResolver::ownerIsTheEntrys()
{
    const auto entry = [](Kind kind, qint64 code, const QString &text, Owner owner) {
        return CatalogEntry{{kind, code}, u"error"_s, {}, text, {}, Outcome::Success, false, owner};
    };
    const Resolver resolver(std::make_shared<const CatalogSnapshot>(
        QList<CatalogEntry>{
            entry(Kind::User, 1, u"One."_s, Owner::Network), entry(Kind::User, 2, u"Twice."_s, Owner::User),
            entry(Kind::User, 3, u"Twice."_s, Owner::User), entry(Kind::User, 4, u"Both."_s, Owner::User),
            entry(Kind::User, 5, u"Both."_s, Owner::HelpDesk), entry(Kind::Admin, 6, u"Six."_s, Owner::Nobody)},
        Synonyms()));
    const auto owner = [&resolver](Kind kind, qint64 code, const QString &text, bool failed) {
        EventShape shape;
        shape.kind = kind;
        shape.code = code;
        shape.failed = failed;
        return resolver.resolve(shape, {}, {}, text).owner;
    };
    QCOMPARE(owner(Kind::User, 1, {}, false), Owner::Network);
    QCOMPARE(owner(Kind::User, 7, {}, false), Owner::Unknown);
    QCOMPARE(owner(Kind::User, noCode, u"Twice."_s, false), Owner::User);
    QCOMPARE(owner(Kind::User, noCode, u"Both."_s, false), Owner::Unknown);
    QCOMPARE(owner(Kind::Admin, 6, {}, false), Owner::Nobody);
    QCOMPARE(owner(Kind::Admin, 6, {}, true), Owner::Unknown);
}

QTEST_GUILESS_MAIN(TestResolver)
#include "tst_resolver.moc"
