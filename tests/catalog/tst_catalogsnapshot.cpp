#include "catalogfixture.h"
#include "catalogsnapshot.h"
#include "wordindex.h"

#include <latch>
#include <thread>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

CatalogEntry entry(Kind kind, qint64 code, const QString &description)
{
    return {{kind, code}, u"notice"_s, u"Authentication"_s, description, QString(), Outcome::None, false};
}

QList<qint64> codesOf(const QList<CatalogEntry> &entries)
{
    QList<qint64> codes;
    for (const CatalogEntry &candidate : entries)
        codes.append(candidate.key.code);
    return codes;
}

QList<qint64> codesFound(const CatalogSnapshot &catalog, const QString &text)
{
    const QueryParse parsed = Query::parse(text);
    if (!parsed.ok()) {
        QTest::qFail(qPrintable(parsed.error->reason), __FILE__, __LINE__);
        return {};
    }
    const QueryMatcher matcher(parsed.query, MatchContext());
    const Breadth breadth = catalog.breadthOf(parsed.query);
    QList<qint64> codes;
    for (const CatalogEntry &candidate : catalog.entries()) {
        if (matcher.matches(EntrySubject(catalog, candidate, breadth)))
            codes.append(candidate.key.code);
    }
    return codes;
}

} // namespace

class TestCatalogSnapshot : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void entriesAreSortedByCodeThenKind();
    void findsByKeyAndByCode();
    void findsByTextWhateverItsForm();
    void queriesFind_data();
    void queriesFind();
    void guidanceIsReadWhenNoEntryHasTheWords();
    void wordsBeforeARewordingStillFind();
    void notesAreAlwaysRead();
    void typosAreOneLetter_data();
    void typosAreOneLetter();
    void readersDoNotDisturbEachOther();
    void emptyCatalogFindsNothing();
    void entryHasWhatTheCatalogKnows();

private:
    std::optional<CatalogSnapshot> m_catalog;
};

void TestCatalogSnapshot::initTestCase()
{
    const CatalogResources resources = shippedResources();
    m_catalog.emplace(CatalogContent{shippedEntries(resources), resources.synonyms, resources.guidance, {}, 1});
    QCOMPARE(m_catalog->entries().size(), 112);
}

void TestCatalogSnapshot::entriesAreSortedByCodeThenKind()
{
    const CatalogSnapshot catalog(
        {entry(Kind::System, 9, u"a"_s), entry(Kind::User, 10, u"b"_s), entry(Kind::User, 9, u"c"_s)}, {});
    QCOMPARE(codesOf(catalog.entries()), (QList<qint64>{9, 9, 10}));
    QCOMPARE(catalog.entries().first().key.kind, Kind::User);
}

void TestCatalogSnapshot::findsByKeyAndByCode()
{
    const CatalogSnapshot catalog(
        {entry(Kind::System, 9, u"a"_s), entry(Kind::User, 10, u"b"_s), entry(Kind::User, 9, u"c"_s)}, {});
    QVERIFY(catalog.find({Kind::System, 9}));
    QCOMPARE(catalog.find({Kind::System, 9})->description, u"a"_s);
    QCOMPARE(catalog.find({Kind::User, 9})->description, u"c"_s);
    QCOMPARE(catalog.find({Kind::System, 10}), nullptr);
    QCOMPARE(catalog.find({Kind::User, 11}), nullptr);
    QCOMPARE(codesOf(catalog.findCode(9)), (QList<qint64>{9, 9}));
    QCOMPARE(codesOf(catalog.findCode(11)), QList<qint64>());
}

void TestCatalogSnapshot::findsByTextWhateverItsForm()
{
    const auto found = [this](Kind kind, const QString &text) { return codesOf(m_catalog->findText(kind, text)); };
    QCOMPARE(found(Kind::User, u"Approve authentication failed - User response timed out."_s), QList<qint64>{702});
    QCOMPARE(found(Kind::User, u"approve  authentication FAILED \u2013 user response timed out"_s), QList<qint64>{702});
    QCOMPARE(
        found(Kind::User, u"Cloud Authentication Service successfully validated Hardware Authenticator credentials."_s),
        (QList<qint64>{652, 660}));
    QCOMPARE(found(Kind::System, u"Approve authentication failed - User response timed out."_s), QList<qint64>());
    QCOMPARE(found(Kind::User, u"Approve authentication failed"_s), QList<qint64>());
}

void TestCatalogSnapshot::queriesFind_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QList<qint64>>("codes");

    const QList<qint64> timedOutPushes{702, 802, 832};
    QTest::newRow("synonym and words") << u"push timed out"_s << timedOutPushes;
    QTest::newRow("synonym, any case") << u"PUSH Timed OUT"_s << timedOutPushes;
    QTest::newRow("synonym misspelt") << u"psuh timed out"_s << timedOutPushes;
    QTest::newRow("phrase") << u"\"response timed\""_s << timedOutPushes;
    QTest::newRow("phrase, words parted by more space") << u"\"response  timed\""_s << timedOutPushes;
    QTest::newRow("code") << u"1409"_s << QList<qint64>{1409};
    QTest::newRow("a part of a code") << u"140"_s << QList<qint64>{1409};
    QTest::newRow("a number is never misspelt") << u"1408"_s << QList<qint64>();
    QTest::newRow("a part of a word") << u"uthoriz prohib polic"_s << QList<qint64>{940, 941};
    QTest::newRow("category") << u"authorization"_s << QList<qint64>{939, 940, 941};
    QTest::newRow("letter missing") << u"pasword unsuccesful"_s << QList<qint64>{935, 936, 937, 938};
    QTest::newRow("letter too many") << u"serrial"_s << QList<qint64>{655};
    QTest::newRow("letter wrong") << u"serizl"_s << QList<qint64>{655};
    QTest::newRow("letters swapped") << u"sreial"_s << QList<qint64>{655};
    QTest::newRow("two letters wrong") << u"sreail"_s << QList<qint64>();
    QTest::newRow("too short for a typo") << u"pni"_s << QList<qint64>();
    QTest::newRow("a phrase has no typos") << u"\"Invalid serail\""_s << QList<qint64>();
    QTest::newRow("regex as written") << u"/^Mobile .*platform\\.$/"_s << QList<qint64>{1409};
    QTest::newRow("regex minds the case") << u"/^mobile/"_s << QList<qint64>();
    QTest::newRow("regex without case") << u"/^mobile/i"_s << QList<qint64>{1409};
    QTest::newRow("not") << u"code:701-703 -denied"_s << QList<qint64>{701, 702};
    QTest::newRow("or") << u"serial or 1409"_s << QList<qint64>{655, 1409};
    QTest::newRow("level and outcome") << u"level:error outcome:success"_s << QList<qint64>{610, 837};
    QTest::newRow("outcome failure of a notice") << u"level:notice outcome:failure"_s << QList<qint64>{600, 811};
    QTest::newRow("method") << u"method:\"cloud idp\""_s << QList<qint64>{500, 501};
    QTest::newRow("no method") << u"method:\"\" code:940-945"_s << QList<qint64>{942, 943, 944, 945};
    QTest::newRow("marked") << u"is:marked"_s << QList<qint64>{600, 610, 811, 837};
    QTest::newRow("kind") << u"kind:system"_s << QList<qint64>();
    QTest::newRow("description, with a wildcard") << u"desc:\"*session removed*\""_s << QList<qint64>{943};
    QTest::newRow("who can fix it") << u"owner:network"_s << QList<qint64>{409, 410, 608, 611};
    QTest::newRow("german") << u"push Zeit\u00fcberschreitung"_s << timedOutPushes;
    QTest::newRow("german, misspelt") << u"Zugrif verwiegert"_s << QList<qint64>{803, 833, 933, 935, 940, 941};
    QTest::newRow("german, a password") << u"Kennwort falsch"_s << QList<qint64>{935, 936, 937, 938};
    QTest::newRow("german, locked") << u"token gesperrt"_s << QList<qint64>{661, 662};
    QTest::newRow("what only a record has") << u"user:jdoe"_s << QList<qint64>();
}

void TestCatalogSnapshot::queriesFind()
{
    QFETCH(QString, query);
    QTEST(codesFound(*m_catalog, query), "codes");
}

void TestCatalogSnapshot::guidanceIsReadWhenNoEntryHasTheWords()
{
    const auto kept = [this](const QString &text) { return codesFound(*m_catalog, text); };
    // Said nowhere but in guidance.
    QVERIFY(kept(u"firewall"_s).contains(608));
    QVERIFY(kept(u"fierwall"_s).contains(608));
    QCOMPARE(m_catalog->breadthOf(Query::parse(u"firewall"_s).query), Breadth::Guidance);
    // "router" stands in one description, "firewall" in none: together they are looked for in guidance.
    QVERIFY(kept(u"router firewall"_s).contains(410));
    QCOMPARE(kept(u"router"_s), QList<qint64>{409});
    // Facets that leave no row do not make the words look further.
    QCOMPARE(kept(u"router level:notice"_s), QList<qint64>());
    // The codes that guidance says to look at beside 702 do not come with it.
    QCOMPARE(kept(u"ignored push"_s), (QList<qint64>{702, 802, 832}));
}

void TestCatalogSnapshot::wordsBeforeARewordingStillFind()
{
    const QString old = m_catalog->find({Kind::User, 409})->description;
    QList<CatalogEntry> entries = m_catalog->entries();
    const auto reworded = std::ranges::find(entries, EventKey{Kind::User, 409}, &CatalogEntry::key);
    QVERIFY(reworded != entries.end());
    QCOMPARE(codesFound(*m_catalog, u'"' + old + u'"'), QList<qint64>{409});
    QCOMPARE(codesFound(*m_catalog, u"quuxing"_s), QList<qint64>());
    reworded->description = u"Quuxing failed."_s;
    const CatalogSnapshot catalog(CatalogContent{entries, m_catalog->synonyms(), m_catalog->guidanceBook(), {}, 2});
    QCOMPARE(codesFound(catalog, u"quuxing"_s), QList<qint64>{409});
    QCOMPARE(codesFound(catalog, u'"' + old + u'"'), QList<qint64>{409});
    // As the vendor's own words do: guidance that merely speaks of them does not come with it.
    QCOMPARE(catalog.breadthOf(Query::parse(u'"' + old + u'"').query), Breadth::Entry);
    QCOMPARE(codesFound(catalog, u"router"_s), QList<qint64>{409});
    // Without guidance nobody knows the old words.
    const CatalogSnapshot bare(CatalogContent{entries, m_catalog->synonyms(), nullptr, {}, 2});
    QCOMPARE(codesFound(bare, u'"' + old + u'"'), QList<qint64>());
}

void TestCatalogSnapshot::notesAreAlwaysRead()
{
    CatalogContent content{m_catalog->entries(), m_catalog->synonyms(), m_catalog->guidanceBook(), {}, 1};
    content.notes.insert({Kind::User, 409}, {u"Frankfurt: agent of the branch office."_s, {}});
    const CatalogSnapshot catalog(content);
    QCOMPARE(codesFound(catalog, u"frankfurt agent"_s), QList<qint64>{409});
    QCOMPARE(codesFound(catalog, u"frankfrut"_s), QList<qint64>{409});
    QVERIFY(codesFound(catalog, u"agent"_s).contains(409));
    QCOMPARE(codesFound(*m_catalog, u"frankfurt"_s), QList<qint64>());
}

void TestCatalogSnapshot::typosAreOneLetter_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<bool>("near");
    QTest::newRow("same") << u"serial"_s << u"serial"_s << false;
    QTest::newRow("first wrong") << u"xerial"_s << u"serial"_s << true;
    QTest::newRow("last wrong") << u"seriax"_s << u"serial"_s << true;
    QTest::newRow("first missing") << u"erial"_s << u"serial"_s << true;
    QTest::newRow("last missing") << u"seria"_s << u"serial"_s << true;
    QTest::newRow("one too many") << u"seriall"_s << u"serial"_s << true;
    QTest::newRow("swapped at the start") << u"esrial"_s << u"serial"_s << true;
    QTest::newRow("swapped at the end") << u"serila"_s << u"serial"_s << true;
    QTest::newRow("swapped over one") << u"sreail"_s << u"serial"_s << false;
    QTest::newRow("two wrong") << u"xerixl"_s << u"serial"_s << false;
    QTest::newRow("two missing") << u"seri"_s << u"serial"_s << false;
    QTest::newRow("against nothing") << u""_s << u"a"_s << true;
    QTest::newRow("nothing") << u""_s << u""_s << false;
}

void TestCatalogSnapshot::typosAreOneLetter()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    QTEST(differByOneLetter(left, right), "near");
    QTEST(differByOneLetter(right, left), "near");
}

void TestCatalogSnapshot::readersDoNotDisturbEachOther()
{
    constexpr int threadCount = 4;
    const CatalogSnapshot catalog(m_catalog->entries(), m_catalog->synonyms());
    std::atomic<int> wrong = 0;
    {
        std::latch start(threadCount);
        std::vector<std::jthread> threads;
        threads.reserve(threadCount);
        for (int i = 0; i < threadCount; ++i) {
            threads.emplace_back([&catalog, &wrong, &start] {
                start.arrive_and_wait();
                // More words than are remembered, so that remembering and forgetting cross.
                for (int word = 0; word < 400; ++word) {
                    const bool found = codesFound(catalog, u"nowhere"_s + QString::number(word)).isEmpty();
                    const bool known = codesFound(catalog, u"serial"_s) == QList<qint64>{655};
                    wrong += found && known ? 0 : 1;
                }
            });
        }
    }
    QCOMPARE(wrong.load(), 0);
}

void TestCatalogSnapshot::emptyCatalogFindsNothing()
{
    const CatalogSnapshot catalog;
    QCOMPARE(catalog.entries().size(), 0);
    QCOMPARE(catalog.find({Kind::User, 702}), nullptr);
    QCOMPARE(catalog.findText(Kind::User, u"Approve"_s).size(), 0);
    const CatalogEntry stranger = entry(Kind::User, 702, u"Approve"_s);
    const TermMatcher matcher(Term{Field::Text, {}, false, {TextValue{u"approve"_s}}}, MatchContext());
    QVERIFY(!catalog.matchesText(stranger, matcher, Breadth::Guidance));
}

void TestCatalogSnapshot::entryHasWhatTheCatalogKnows()
{
    const CatalogEntry *found = m_catalog->find({Kind::User, 610});
    QVERIFY(found);
    const EntrySubject subject(*m_catalog, *found);
    QCOMPARE(subject.value(Field::Code, {}), u"610"_s);
    QCOMPARE(subject.value(Field::Kind, {}), u"user"_s);
    QCOMPARE(subject.value(Field::Level, {}), u"error"_s);
    QCOMPARE(subject.value(Field::Category, {}), u"Authentication"_s);
    QCOMPARE(subject.value(Field::Method, {}), u"SecurID OTP"_s);
    QCOMPARE(subject.value(Field::Outcome, {}), u"success"_s);
    QCOMPARE(subject.value(Field::Description, {}), u"SecurID OTP Credential enrollment succeeded."_s);
    QCOMPARE(subject.value(Field::User, {}), QString());
    QCOMPARE(subject.code(), 610);
    QVERIFY(!subject.time());
    QCOMPARE(subject.flags(), EventFlags(EventFlag::Known) | EventFlag::Marked);
}

QTEST_GUILESS_MAIN(TestCatalogSnapshot)
#include "tst_catalogsnapshot.moc"
