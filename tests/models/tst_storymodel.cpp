#include "storymodel.h"

#include "catalogstore.h"
#include "logdocument.h"
#include "peoplemodel.h"
#include "storyreader.h"
#include "storyroles.h"
#include "storystatemodel.h"
#include "storyticket.h"
#include "storywords.h"
#include "testcatalog.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

/// The test's catalog with the guidance that the program ships.
CatalogPointer guidedCatalog()
{
    Result<CatalogResources> resources = shippedCatalogResources();
    if (!resources)
        return testCatalog();
    return std::make_shared<const CatalogSnapshot>(
        CatalogContent{testCatalog()->entries(), Synonyms(), resources.value().guidance, {}, 0});
}

QByteArray record(int code, const char *time, const char *more = "")
{
    return testRecord(code, time, "jdoe@example.com", more);
}

} // namespace

class tst_StoryModel : public QObject
{
    Q_OBJECT

private slots:
    void signInsAreParentsOfTheirSteps();
    void statesLeadToTheirRecords();
    void whatIsNotToldIsSaid();
    void earlierRecordsThatAreNotShownHaveARow();
    void aSignInWithoutATransactionIsAskedForByItsTime();
    void whatOnlyTheFileHasIsRead();
    void wordsSayHowLongAndWhatIsLeftOut();
    void aTicketIsShort();
    void ofATicketOnlyRecordsWithTextsAreRead();
    void whatAPageLeavesOutIsSaid();
    void peopleAreFoundByAPart();
    void aNewerWishTakesThePlaceOfTheOlder();

private:
    void open(const QByteArray &bytes);
    std::shared_ptr<const ReadStory> read(const QByteArray &bytes, const QString &user = u"jdoe@example.com"_s);

    std::unique_ptr<LogDocument> m_document;
};

void tst_StoryModel::open(const QByteArray &bytes)
{
    LogOptions options;
    options.inputZone = QTimeZone::utc();
    m_document = std::make_unique<LogDocument>(u"pasted"_s, bytes, options, guidedCatalog());
    m_document->setZone(QTimeZone::utc());
    m_document->load();
    QTRY_VERIFY(m_document->state() == LogDocument::State::Complete && !m_document->isFiltering());
}

std::shared_ptr<const ReadStory> tst_StoryModel::read(const QByteArray &bytes, const QString &user)
{
    open(bytes);
    StoryReader reader;
    const QSignalSpy done(&reader, &StoryReader::storyRead);
    reader.read(*m_document, user);
    return QTest::qWaitFor([&] { return !done.isEmpty(); }) ? reader.story() : nullptr;
}

void tst_StoryModel::signInsAreParentsOfTheirSteps()
{
    const auto story = read(record(911, "2026-01-15T09:00:00Z", R"(,"transactionId":"t-1","application":"VPN")")
                            + record(702, "2026-01-15T09:01:00Z", R"(,"transactionId":"t-1")")
                            + record(701, "2026-01-15T10:00:00Z", R"(,"transactionId":"t-2","method":"a\u202eb")"));
    QVERIFY(story);
    StoryModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.setStory(story);
    QCOMPARE(model.rowCount(), 2);
    const auto text = [&model](int row, int column, const QModelIndex &parent = {}) {
        return model.index(row, column, parent).data().toString();
    };
    QCOMPARE(text(0, StoryModel::TimeColumn), u"2026-01-15 10:00:00"_s);
    QCOMPARE(text(0, StoryModel::OutcomeColumn), u"success"_s);
    QCOMPARE(text(0, StoryModel::MethodColumn), u"a\\u{202e}b"_s);
    QCOMPARE(text(0, StoryModel::TookColumn), QString()); // of one record there is nothing to say
    QCOMPARE(text(1, StoryModel::OutcomeColumn), u"failure"_s);
    QCOMPARE(text(1, StoryModel::WhatColumn), u"702  Approve authentication failed - User response timed out."_s);
    QCOMPARE(text(1, StoryModel::ApplicationColumn), u"VPN"_s);
    QCOMPARE(text(1, StoryModel::TookColumn), u"1 min"_s);
    const QModelIndex failed = model.index(1, 0);
    QCOMPARE(model.rowCount(failed), 2);
    QCOMPARE(text(0, StoryModel::TimeColumn, failed), u"09:00:00.000"_s);
    QCOMPARE(text(1, StoryModel::OutcomeColumn, failed), u"error"_s);
    QCOMPARE(text(1, StoryModel::TookColumn, failed), u"+1 min"_s);
    QCOMPARE(model.recordAt(model.index(1, 2, failed)), std::optional<Row>(1));
    QCOMPARE(model.recordAt(failed), std::optional<Row>(1)); // what tells most
    QCOMPARE(model.parent(model.index(1, 2, failed)), failed);
    QCOMPARE(model.index(1, 1).data(OutcomeRole).toInt(), int(Outcome::Failure));
    QVERIFY(model.index(1, 1).data(StoryChipRole).toBool());
    model.setStory(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void tst_StoryModel::statesLeadToTheirRecords()
{
    const auto story = read(record(663, "2026-01-14T09:00:00Z") + record(662, "2026-01-14T09:01:00Z")
                            + record(701, "2026-01-15T09:02:00Z") + record(912, "2026-01-15T09:02:01Z"));
    QVERIFY(story);
    StoryStateModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.setStory(story);
    QCOMPARE(model.rowCount(), 3);
    const QModelIndex fobLock = model.index(2, StoryStateModel::LockColumn);
    QCOMPARE(model.index(2, 0).data().toString(), u"Hardware Authenticator"_s);
    QCOMPARE(fobLock.data().toString(), u"locked, 2026-01-14 09:01"_s);
    QCOMPARE(fobLock.data(Qt::AccessibleTextRole).toString(),
             u"Hardware Authenticator, Lock: locked since 2026-01-14 09:01:00.000 (662)"_s);
    QCOMPARE(fobLock.data(StoryRowRole).toLongLong(), 1);
    QCOMPARE(fobLock.data(SeverityRole).toInt(), int(Severity::Error));
    const QModelIndex pushLock = model.index(1, StoryStateModel::LockColumn);
    QCOMPARE(pushLock.data().toString(), u"not locked, 09:02:00"_s);
    QCOMPARE(pushLock.data(Qt::ToolTipRole).toString(), u"not locked, seen at 2026-01-15 09:02:00.000 (701)"_s);
    const QModelIndex enabled = model.index(0, StoryStateModel::EnabledColumn);
    QCOMPARE(enabled.data().toString(), u"enabled, 09:02:01"_s);
    QCOMPARE(enabled.data(StoryRowRole).toLongLong(), 3);
    QCOMPARE(model.index(2, StoryStateModel::FailureColumn).data(Qt::ToolTipRole).toString(),
             u"2026-01-14 09:01:00.000 (662), 2 since the last success"_s);
}

void tst_StoryModel::whatIsNotToldIsSaid()
{
    const auto story = read(record(702, "2026-01-15T09:00:00Z"));
    QVERIFY(story);
    StoryStateModel model;
    model.setStory(story);
    for (int row = 0; row < 2; ++row) {
        const QModelIndex lock = model.index(row, StoryStateModel::LockColumn);
        QCOMPARE(lock.data().toString(), u"this log does not tell"_s);
        QVERIFY(!lock.data(StoryRowRole).isValid());
        QCOMPARE(lock.data(SeverityRole).toInt(), int(Severity::Unknown));
        QVERIFY(!lock.data(OutcomeRole).isValid());
    }
    QCOMPARE(model.index(1, StoryStateModel::SuccessColumn).data().toString(), u"none"_s);
    QVERIFY(model.index(1, StoryStateModel::SuccessColumn).data(StoryMutedRole).toBool());
    const auto nobody = read(record(702, "2026-01-15T09:00:00Z"), u"nobody"_s);
    QVERIFY(nobody);
    QCOMPARE(storyHeading(*nobody), u"This log has no record of this user."_s);
}

void tst_StoryModel::earlierRecordsThatAreNotShownHaveARow()
{
    QByteArray bytes;
    for (int i = 0; i < 130; ++i)
        bytes += record(911,
                        ("2026-01-15T09:" + QByteArray::number(100 + i / 60).mid(1) + ':'
                         + QByteArray::number(100 + i % 60).mid(1) + "Z")
                            .constData(),
                        R"(,"transactionId":"t-1")");
    const auto story = read(bytes);
    QVERIFY(story);
    StoryModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.setStory(story);
    const QModelIndex signIn = model.index(0, 0);
    QCOMPARE(model.rowCount(signIn), 101);
    QVERIFY(model.isRest(model.index(0, 2, signIn)));
    QVERIFY(!model.isRest(model.index(1, 2, signIn)));
    QCOMPARE(model.index(0, StoryModel::WhatColumn, signIn).data().toString(),
             u"30 earlier record(s) are not shown here: show all of them"_s);
    QCOMPARE(model.recordAt(model.index(1, 0, signIn)), std::optional<Row>(30));
    QCOMPARE(model.recordAt(model.index(100, 0, signIn)), std::optional<Row>(129));
}

void tst_StoryModel::aSignInWithoutATransactionIsAskedForByItsTime()
{
    const auto story = read(record(911, "2026-01-15T09:00:00.5Z") + record(702, "2026-01-15T09:01:00Z")
                            + testRecord(702, "2026-01-15T09:00:30Z", "asmith") + record(701, "2026-01-15T10:00:00Z"));
    QVERIFY(story);
    QCOMPARE(story->story.signIns.size(), 2U);
    const Query query = queryOf(*story, story->story.signIns.at(1));
    QCOMPARE(Query::parse(query.toString()).query, query);
    m_document->setQuery(query);
    QTRY_VERIFY(!m_document->isFiltering());
    QTRY_COMPARE(m_document->rows().size(), Row(2));
    QCOMPARE(m_document->rows().at(1), Row(1));
}

void tst_StoryModel::whatOnlyTheFileHasIsRead()
{
    // A code that the catalog lacks keeps its own words.
    const auto story = read(record(399, "2026-01-15T09:00:00Z", R"(,"eventDescription":"Own words.")"));
    QVERIFY(story);
    QCOMPARE(recordLine(*story, 0), u"399  Own words."_s);
}

void tst_StoryModel::wordsSayHowLongAndWhatIsLeftOut()
{
    QCOMPARE(elapsedText(0, 100), u"0.1 s"_s);
    QCOMPARE(elapsedText(0, 59'940), u"59.9 s"_s);
    QCOMPARE(elapsedText(1000, 66'000), u"1 min 5 s"_s);
    QCOMPARE(elapsedText(noTime, 5), QString());
    const QByteArray one = record(702, "2026-01-15T09:00:00Z");
    const auto story = read(one + one + record(702, "no time"));
    QVERIFY(story);
    const QStringList remarks = storyRemarks(*story);
    QCOMPARE(remarks.size(), 2);
    QVERIFY(remarks.at(0).startsWith(u"1 repeated"));
    QVERIFY(remarks.at(1).startsWith(u"1 record"));
    QVERIFY(storyHeading(*story).startsWith(u"As of the last event in this log, 2026-01-15 09:00:00.000: 2 record"));
}

void tst_StoryModel::aTicketIsShort()
{
    QByteArray bytes = record(662, "2026-01-15T08:00:00Z", R"(,"sourceIPAddress":"192.0.2.14")");
    for (int i = 10; i < 40; ++i)
        bytes += record(702, ("2026-01-15T09:" + QByteArray::number(i) + ":00Z").constData(),
                        (R"(,"transactionId":"t-)" + QByteArray::number(i) + '"').constData());
    const auto story = read(bytes);
    QVERIFY(story);
    const Ticket ticket = ticketOf(*story);
    QCOMPARE(ticket.title, u"jdoe@example.com"_s);
    QCOMPARE(ticket.sentences, (QStringList{storyHeading(*story)}));
    QCOMPARE(ticket.rows.size(), 10);
    QCOMPARE(ticket.rows.first().size(), ticket.columns.size());
    QCOMPARE(ticket.rows.first().first(), u"2026-01-15 09:39:00.000"_s);
    QStringList facts;
    for (const Ticket::Fact &fact : ticket.facts)
        facts.append(fact.name + u" = "_s + fact.value);
    QVERIFY(facts.contains(u"Account, lock = this log does not tell"_s));
    QVERIFY(facts.contains(u"Hardware Authenticator, lock = locked since 2026-01-15 08:00:00.000 (662)"_s));
    QVERIFY(facts.contains(u"Addresses = 192.0.2.14"_s));
    QVERIFY(!facts.contains(u"Approve, lock = this log does not tell"_s));
}

void tst_StoryModel::ofATicketOnlyRecordsWithTextsAreRead()
{
    QByteArray bytes;
    for (int i = 10; i < 40; ++i)
        bytes += record(702, ("2026-01-15T09:" + QByteArray::number(i) + ":00Z").constData(),
                        (R"(,"transactionId":"t-)" + QByteArray::number(i) + '"').constData());
    bytes += record(35, "2026-01-15T08:00:00Z", R"(,"deviceName":"iPhone")")
        + record(35, "2026-01-15T08:00:01Z", R"(,"deviceName":"iPhone")");
    const auto story = read(bytes);
    QVERIFY(story);
    // What names the device, and what decided each of the last sign-ins.
    QCOMPARE(ticketRows(*story), (std::vector<Row>{31, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20}));
}

void tst_StoryModel::whatAPageLeavesOutIsSaid()
{
    QByteArray bytes;
    for (int i = 0; i < 502; ++i)
        bytes +=
            record(702, "2026-01-15T09:00:00Z", (R"(,"transactionId":"t-)" + QByteArray::number(i) + '"').constData());
    bytes += record(702, "2026-01-15T09:00:01Z", R"(,"deviceName":"iPhone")");
    const auto story = read(bytes);
    QVERIFY(story);
    const QList<Ticket::Fact> facts = ticketOf(*story).facts;
    const auto devices = std::ranges::find(facts, u"Devices in the newest 200 record(s)"_s, &Ticket::Fact::name);
    QVERIFY(devices != facts.end() && devices->value.contains(u"iPhone"_s));
    QVERIFY2(moreSignInsText(*story).startsWith(u"The newest 500 of 503 sign-ins"),
             qPrintable(moreSignInsText(*story)));
    QCOMPARE(moreSignInsText(*read(record(702, "2026-01-15T09:00:00Z"))), QString());
}

void tst_StoryModel::peopleAreFoundByAPart()
{
    QByteArray bytes = testRecord(702, "2026-01-15T09:00:00Z", "worst");
    for (int i = 0; i < 300; ++i)
        bytes += testRecord(901, "2026-01-15T09:00:00Z", ("u" + QByteArray::number(i)).constData());
    open(bytes);
    PeopleModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    QSignalSpy matched(&model, &PeopleModel::matched);
    model.read(*m_document);
    QTRY_COMPARE(matched.size(), 1);
    QCOMPARE(model.userCount(), 301);
    QCOMPARE(model.rowCount(), int(PeopleModel::mostUsers));
    QCOMPARE(model.userAt(0), u"worst"_s);
    QCOMPARE(model.index(0, PeopleModel::ErrorsColumn).data().toString(), u"1"_s);
    model.setText(u"29"_s);
    QVERIFY(model.isSearching());
    QTRY_COMPARE(matched.size(), 2);
    QCOMPARE(model.rowCount(), 13); // u29, u129, u229, u290 … u299
    QVERIFY(model.userAt(0).contains(u"29"));
    model.setText(u"zzz"_s);
    QTRY_COMPARE(model.rowCount(), 0);
    QCOMPARE(model.userAt(0), QString());
}

void tst_StoryModel::aNewerWishTakesThePlaceOfTheOlder()
{
    open(record(702, "2026-01-15T09:00:00Z") + testRecord(701, "2026-01-15T09:00:00Z", "asmith"));
    StoryReader reader;
    const QSignalSpy done(&reader, &StoryReader::storyRead);
    reader.read(*m_document, u"jdoe@example.com"_s);
    reader.read(*m_document, u"asmith"_s);
    QTRY_VERIFY(!reader.isReading());
    QCOMPARE(done.size(), 1);
    QCOMPARE(reader.story()->story.user, u"asmith"_s);
    reader.read(*m_document, u"jdoe@example.com"_s);
    reader.forget();
    QVERIFY(!reader.story());
    QTest::qWait(20);
    QCOMPARE(done.size(), 1);
}

QTEST_GUILESS_MAIN(tst_StoryModel)
#include "tst_storymodel.moc"
