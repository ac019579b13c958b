#include "catalogfixture.h"
#include "guidance.h"

#include <QDir>
#include <QRegularExpression>

#include <map>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

struct Expected
{
    const char *group;
    Outcome outcome;
    Owner owner;
    std::vector<qint64> codes;
};

/// Every code of the shipped page: the group of its guidance, how the event ends, who can fix it.
const std::vector<Expected> &expectedFacts()
{
    static const std::vector<Expected> facts{
        {"sync", Outcome::None, Owner::Nobody, {400}},
        {"sync", Outcome::None, Owner::Identity, {401, 402}},
        {"sync", Outcome::Failure, Owner::Identity, {403, 404, 405, 406, 408, 413}},
        {"sync", Outcome::Failure, Owner::Unknown, {407}},
        {"sync", Outcome::Failure, Owner::Network, {409, 410}},
        {"idp", Outcome::Success, Owner::Nobody, {500}},
        {"idp", Outcome::Failure, Owner::Identity, {501}},
        {"am-otp", Outcome::Failure, Owner::Identity, {600}},
        {"am-otp", Outcome::Success, Owner::Nobody, {601, 602, 610}},
        {"am-otp", Outcome::Pending, Owner::User, {603, 604}},
        {"am-otp", Outcome::Failure, Owner::User, {605, 606, 607}},
        {"am-otp", Outcome::Failure, Owner::Network, {608, 611}},
        {"am-otp", Outcome::Failure, Owner::Unknown, {609}},
        {"am-otp", Outcome::Pending, Owner::Nobody, {650}},
        {"hw-test", Outcome::Success, Owner::Nobody, {652}},
        {"hw-test", Outcome::Failure, Owner::User, {653, 655, 656}},
        {"hw-test", Outcome::Failure, Owner::HelpDesk, {654, 657, 658, 659}},
        {"hw", Outcome::Success, Owner::Nobody, {660}},
        {"hw", Outcome::Pending, Owner::HelpDesk, {661}},
        {"hw", Outcome::Failure, Owner::HelpDesk, {662, 666, 667}},
        {"hw", Outcome::Failure, Owner::User, {663, 664, 665, 670}},
        {"hw", Outcome::Failure, Owner::Unknown, {671}},
        {"ds100", Outcome::Success, Owner::Nobody, {680}},
        {"ds100", Outcome::Failure, Owner::User, {681}},
        {"ds100", Outcome::Failure, Owner::HelpDesk, {682}},
        {"approve", Outcome::Success, Owner::Nobody, {701, 707}},
        {"approve", Outcome::Failure, Owner::User, {702, 703, 709}},
        {"approve", Outcome::Failure, Owner::HelpDesk, {704}},
        {"approve", Outcome::Failure, Owner::Identity, {720}},
        {"match", Outcome::None, Owner::Identity, {713, 714}},
        {"match", Outcome::None, Owner::User, {715, 716}},
        {"bio", Outcome::Success, Owner::Nobody, {801, 806, 807}},
        {"bio", Outcome::Failure, Owner::User, {802, 803, 804, 808}},
        {"bio", Outcome::Failure, Owner::Unknown, {805}},
        {"bio", Outcome::Failure, Owner::HelpDesk, {809, 811}},
        {"bio", Outcome::None, Owner::User, {810}},
        {"bio", Outcome::Failure, Owner::Identity, {812}},
        {"bio-agent", Outcome::Success, Owner::Nobody, {831, 836, 837}},
        {"bio-agent", Outcome::Failure, Owner::User, {832, 833, 834, 838}},
        {"bio-agent", Outcome::Failure, Owner::Unknown, {835}},
        {"bio-agent", Outcome::Failure, Owner::HelpDesk, {839, 841}},
        {"bio-agent", Outcome::None, Owner::User, {840}},
        {"bio-agent", Outcome::Failure, Owner::Identity, {842}},
        {"portal", Outcome::Success, Owner::Nobody, {901}},
        {"portal", Outcome::Failure, Owner::User, {902, 905, 906}},
        {"portal", Outcome::Failure, Owner::Identity, {903}},
        {"portal", Outcome::Failure, Owner::Vendor, {904}},
        {"portal", Outcome::None, Owner::Nobody, {907}},
        {"app", Outcome::Pending, Owner::Nobody, {908}},
        {"app", Outcome::Success, Owner::Nobody, {909, 945}},
        {"app", Outcome::Failure, Owner::Unknown, {910}},
        {"stepup", Outcome::Pending, Owner::Nobody, {911}},
        {"stepup", Outcome::Success, Owner::Nobody, {912, 931}},
        {"stepup", Outcome::Failure, Owner::User, {913}},
        {"stepup", Outcome::Failure, Owner::HelpDesk, {932}},
        {"stepup", Outcome::Failure, Owner::Identity, {933}},
        {"password", Outcome::Success, Owner::Nobody, {934}},
        {"password", Outcome::Failure, Owner::User, {935, 938}},
        {"password", Outcome::Failure, Owner::Identity, {936}},
        {"password", Outcome::Failure, Owner::Vendor, {937}},
        {"policy", Outcome::Success, Owner::Nobody, {939}},
        {"policy", Outcome::Failure, Owner::Identity, {940, 941}},
        {"session", Outcome::None, Owner::Nobody, {942, 944}},
        {"session", Outcome::None, Owner::User, {943}},
        {"passkey-agent", Outcome::Failure, Owner::Identity, {1409}},
    };
    return facts;
}

QStringList textsOf(const Guidance &guidance)
{
    return QStringList{guidance.meaning} + guidance.causes + guidance.steps;
}

/// Whether one of the vendor's sibling pages of user events has the code.
bool isOfSiblingPage(qint64 code)
{
    return (code >= 2 && code <= 345) || (code >= 1501 && code <= 20406) || (code >= 20601 && code <= 38000);
}

QByteArray fileOf(const QByteArray &entries)
{
    return R"({"about": "a", "group": "approve", "entries": [)" + entries + "]}";
}

/// A sound entry with one member replaced; a null replacement leaves it out.
QByteArray entryWith(const QByteArray &key, const QByteArray &value)
{
    std::map<QByteArray, QByteArray> members{{"code", "702"},       {"describes", "\"d\""},  {"meaning", "\"m\""},
                                             {"causes", "[\"c\"]"}, {"steps", "[\"s\"]"},    {"owner", "\"user\""},
                                             {"method", "\"\""},    {"outcome", "\"none\""}, {"related", "{}"}};
    members[key] = value;
    QByteArrayList written;
    for (const auto &[name, text] : members) {
        if (!text.isNull())
            written.append('"' + name + "\": " + text);
    }
    return fileOf('{' + written.join(", ") + '}');
}

} // namespace

class TestGuidance : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyCodeOfThePageHasItsFacts();
    void guidanceAndRulesAgree();
    void levelsAndOutcomesDisagreeFourTimes();
    void filesAreNamedAfterTheirGroup();
    void textsArePlainAndShort();
    void sentencesAreWrittenForTheirCode();
    void relatedCodesMakeSense();
    void whatLocksAndUnlocksIsTold();
    void aFileIsReadWhole();
    void faultyFilesAreRefused_data();
    void faultyFilesAreRefused();
    void nothingOfAFaultyFileIsTaken();

private:
    CatalogResources m_resources;
    QList<CatalogEntry> m_entries;
};

void TestGuidance::initTestCase()
{
    m_resources = shippedResources();
    m_entries = shippedEntries(m_resources);
    QCOMPARE(m_entries.size(), 112);
    QCOMPARE(m_resources.guidance->keys().size(), 120); // those, and eight of the vendor's other pages
}

void TestGuidance::everyCodeOfThePageHasItsFacts()
{
    qsizetype count = 0;
    for (const Expected &expected : expectedFacts()) {
        for (const qint64 code : expected.codes) {
            ++count;
            const Guidance *guidance = m_resources.guidance->find({Kind::User, code});
            QVERIFY2(guidance, qPrintable(QString::number(code)));
            QVERIFY2(guidance->group == QLatin1StringView(expected.group), qPrintable(QString::number(code)));
            QVERIFY2(guidance->outcome == expected.outcome, qPrintable(QString::number(code)));
            QVERIFY2(guidance->owner == expected.owner, qPrintable(QString::number(code)));
            const auto sameCode = [code](const CatalogEntry &entry) { return entry.key == EventKey{Kind::User, code}; };
            const auto entry = std::find_if(m_entries.cbegin(), m_entries.cend(), sameCode);
            QVERIFY2(entry != m_entries.cend(), qPrintable(QString::number(code)));
            QCOMPARE(guidance->describes, entry->description);
            QCOMPARE(entry->outcome, expected.outcome);
            QCOMPARE(entry->owner, expected.owner);
        }
    }
    QCOMPARE(count, m_entries.size());
}

/// The rules are for codes that nobody has written about yet: where both speak they say the same.
void TestGuidance::guidanceAndRulesAgree()
{
    for (const CatalogEntry &entry : m_entries) {
        CatalogEntry derived = entry;
        m_resources.rules.apply(derived);
        QVERIFY2(derived.method == entry.method, qPrintable(QString::number(entry.key.code)));
        QVERIFY2(derived.outcome == entry.outcome, qPrintable(QString::number(entry.key.code)));
        QCOMPARE(derived.owner, Owner::Unknown);
    }
}

void TestGuidance::levelsAndOutcomesDisagreeFourTimes()
{
    QList<qint64> marked;
    for (const CatalogEntry &entry : m_entries) {
        if (entry.marked)
            marked.append(entry.key.code);
    }
    QCOMPARE(marked, (QList<qint64>{600, 610, 811, 837}));
    for (const qint64 code : marked)
        QVERIFY2(m_resources.guidance->find({Kind::User, code})->meaning.contains(u"vendor's level says"_s),
                 qPrintable(QString::number(code)));
}

void TestGuidance::filesAreNamedAfterTheirGroup()
{
    const QDir folder(u":/guidance"_s);
    for (const QString &name : folder.entryList()) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        GuidanceBook book;
        const Result<void> read = book.read(file.readAll(), name);
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
        QVERIFY(!book.isEmpty());
        for (const EventKey &key : book.keys())
            QCOMPARE(book.find(key)->group + u".json"_s, name);
    }
}

void TestGuidance::textsArePlainAndShort()
{
    // “ > ” leads from one place of a console to the next.
    static const QRegularExpression markup(u"<|(?<! )>|>(?! )|[*_`\\\\{}]|://|www\\.|\\.com\\b|&[a-z]+;"_s);
    for (const EventKey &key : m_resources.guidance->keys()) {
        const Guidance &guidance = *m_resources.guidance->find(key);
        QVERIFY2(guidance.meaning.size() <= 320, qPrintable(QString::number(key.code)));
        QVERIFY2(guidance.causes.size() <= 5 && guidance.steps.size() <= 5, qPrintable(QString::number(key.code)));
        QVERIFY2(guidance.outcome != Outcome::Failure || (!guidance.causes.isEmpty() && !guidance.steps.isEmpty()),
                 qPrintable(QString::number(key.code)));
        for (const QString &text : textsOf(guidance)) {
            QVERIFY2(text.size() <= 320, qPrintable(text));
            QVERIFY2(text.endsWith(u'.') || text.endsWith(u'?'), qPrintable(text));
            QVERIFY2(!markup.match(text).hasMatch(), qPrintable(text));
        }
    }
}

void TestGuidance::sentencesAreWrittenForTheirCode()
{
    static const QRegularExpression ends(u"(?<=[.?]) "_s);
    QHash<QString, int> uses; ///< of a sentence, in one group
    for (const EventKey &key : m_resources.guidance->keys()) {
        const Guidance &guidance = *m_resources.guidance->find(key);
        for (const QString &text : textsOf(guidance)) {
            for (const QString &sentence : text.split(ends)) {
                if (sentence.size() > 60)
                    ++uses[guidance.group + u": "_s + sentence];
            }
        }
    }
    QVERIFY(uses.size() > 300);
    for (auto use = uses.cbegin(); use != uses.cend(); ++use)
        QVERIFY2(use.value() == 1, qPrintable(use.key()));
}

void TestGuidance::relatedCodesMakeSense()
{
    const CatalogSnapshot catalog(m_entries, {});
    for (const EventKey &key : m_resources.guidance->keys()) {
        for (const RelatedCode &related : m_resources.guidance->find(key)->related) {
            const QByteArray place = QByteArray::number(key.code) + " -> " + QByteArray::number(related.key.code);
            const CatalogEntry *entry = catalog.find(related.key);
            QVERIFY2(entry || isOfSiblingPage(related.key.code), place.constData());
            if (entry && related.relation == Relation::Success)
                QVERIFY2(entry->outcome == Outcome::Success, place.constData());
            if (entry && related.relation == Relation::Failure)
                QVERIFY2(entry->outcome == Outcome::Failure, place.constData());
        }
    }
}

void TestGuidance::whatLocksAndUnlocksIsTold()
{
    QHash<StateNews, QList<qint64>> codes;
    for (const EventKey &key : m_resources.guidance->keys()) {
        for (const ToldState &told : m_resources.guidance->find(key)->states) {
            codes[told.news].append(key.code);
            const bool ofLock = told.news <= StateNews::Unlocked;
            // No event of the cloud's log locks an account: its locks are those of methods.
            QVERIFY2(!ofLock || told.of == StateOf::Method, qPrintable(QString::number(key.code)));
        }
    }
    QCOMPARE(codes.value(StateNews::Locks), (QList<qint64>{2, 662}));
    QCOMPARE(codes.value(StateNews::Locked), (QList<qint64>{35, 661}));
    QCOMPARE(codes.value(StateNews::Unlocks), (QList<qint64>{3, 4}));
    QCOMPARE(codes.value(StateNews::Unlocked), (QList<qint64>{660, 701, 801, 831, 934}));
    QCOMPARE(codes.value(StateNews::Disables), (QList<qint64>{401, 402, 807, 837}));
    QCOMPARE(codes.value(StateNews::Disabled), (QList<qint64>{32, 405, 658, 667, 932}));
    QCOMPARE(codes.value(StateNews::Enables), (QList<qint64>{400, 610, 680, 707, 806, 836}));
    QCOMPARE(codes.value(StateNews::Enabled), (QList<qint64>{660, 701, 801, 831, 901, 909, 912, 945}));
    for (auto news = codes.cbegin(); news != codes.cend(); ++news)
        QVERIFY(!stateToken(news.key()).isEmpty());
}

void TestGuidance::aFileIsReadWhole()
{
    GuidanceBook book;
    const Result<void> read = book.read(
        fileOf(
            R"({"code": 702, "describes": "d", "meaning": "m", "causes": ["c", "d"], "steps": ["s"], "owner": "helpdesk",
                   "method": "Approve", "outcome": "failure", "related": {"see": [52], "success": [701]},
                   "state": {"unlocks": "method", "disabled": "account"}},
                  {"code": 9, "kind": "system", "describes": "e", "meaning": "n", "causes": [], "steps": [], "owner": "none",
                   "method": "", "outcome": "success", "related": {}})"),
        u"approve.json"_s);
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
    const Guidance expected{{Kind::User, 702},
                            u"approve"_s,
                            u"d"_s,
                            u"m"_s,
                            {u"c"_s, u"d"_s},
                            {u"s"_s},
                            Owner::HelpDesk,
                            u"Approve"_s,
                            Outcome::Failure,
                            {{{Kind::User, 701}, Relation::Success}, {{Kind::User, 52}, Relation::See}},
                            {{StateNews::Unlocks, StateOf::Method}, {StateNews::Disabled, StateOf::Account}}};
    QVERIFY(*book.find({Kind::User, 702}) == expected);
    QCOMPARE(book.keys(), (QList<EventKey>{{Kind::System, 9}, {Kind::User, 702}}));
    QCOMPARE(book.find({Kind::User, 9}), nullptr);
}

void TestGuidance::faultyFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("told"); // besides the file's name
    const auto row = [](const char *name, const QByteArray &json, const QStringList &told) {
        QTest::newRow(name) << json << told;
    };
    row("not JSON", "meaning = m", {u"cannot be read"_s});
    row("a list", "[]", {u"it is not an object of"_s});
    row("no entries", R"({"about": "a", "group": "g"})", {u"it is not an object of"_s});
    row("a key too many", R"({"about": "a", "group": "g", "entries": [], "more": 1})", {u"it is not an object of"_s});
    row("no group", R"({"about": "a", "group": "", "entries": []})", {u"has no text"_s});
    row("entries no list", R"({"about": "a", "group": "g", "entries": {}})", {u"is not a list"_s});
    row("no code", entryWith("code", {}), {u"a code is not a whole number"_s});
    row("code a word", entryWith("code", "\"702\""), {u"702"_s, u"a code is not a whole number"_s});
    row("code of a half", entryWith("code", "702.5"), {u"702"_s, u"a code is not a whole number"_s});
    row("kind unheard of", entryWith("kind", "\"robot\""), {u"702"_s, u"no kind “robot”"_s});
    row("key unknown", entryWith("cause", "[]"), {u"702"_s, u"the key “cause” is not known"_s});
    row("no description", entryWith("describes", {}), {u"702"_s, u"“describes” has no text"_s});
    row("no meaning", entryWith("meaning", {}), {u"702"_s, u"“meaning” has no text"_s});
    row("meaning empty", entryWith("meaning", "\"\""), {u"702"_s, u"“meaning” has no text"_s});
    row("meaning with a control character", entryWith("meaning", R"("a\u202eb")"), {u"702"_s, u"cannot be seen"_s});
    row("cause with a blank", entryWith("causes", R"(["c", "d "])"), {u"702"_s, u"“causes” has a text with blanks"_s});
    row("causes a text", entryWith("causes", "\"c\""), {u"702"_s, u"“causes” is not a list"_s});
    row("a step is a number", entryWith("steps", "[\"s\", 1]"), {u"702"_s, u"“steps” has no text"_s});
    row("no steps", entryWith("steps", {}), {u"702"_s, u"“steps” is not a list"_s});
    row("owner unheard of", entryWith("owner", "\"boss\""), {u"702"_s, u"no owner “boss”"_s});
    row("outcome unheard of", entryWith("outcome", "\"won\""), {u"702"_s, u"no outcome “won”"_s});
    row("no method", entryWith("method", {}), {u"702"_s, u"“method” is not a text"_s});
    row("related a list", entryWith("related", "[701]"), {u"702"_s, u"“related” is not an object of lists"_s});
    row("relation unheard of", entryWith("related", R"({"cousin": [701]})"), {u"702"_s, u"“cousin” is not known"_s});
    row("relation no list", entryWith("related", R"({"see": 701})"), {u"702"_s, u"“see” is not a list"_s});
    row("related a word", entryWith("related", R"({"see": ["x"]})"), {u"702"_s, u"a code is not a whole number"_s});
    row("related twice", entryWith("related", R"({"see": [701], "success": [701]})"),
        {u"702"_s, u"the related code 701"_s});
    row("related to itself", entryWith("related", R"({"see": [702]})"), {u"702"_s, u"the related code 702"_s});
    row("state a text", entryWith("state", "\"locks\""), {u"702"_s, u"“state” says nothing"_s});
    row("state empty", entryWith("state", "{}"), {u"702"_s, u"“state” says nothing"_s});
    row("state unheard of", entryWith("state", R"({"opens": "account"})"), {u"702"_s, u"“opens” is not known"_s});
    row("state of a door", entryWith("state", R"({"locks": "door"})"), {u"702"_s, u"no thing “door”"_s});
    const QByteArray sound = entryWith("code", "702");
    const QByteArray entry = sound.mid(sound.indexOf('[') + 1).chopped(2);
    row("the same code twice", fileOf(entry + ", " + entry), {u"702"_s, u"has guidance already"_s});
}

void TestGuidance::faultyFilesAreRefused()
{
    QFETCH(QByteArray, json);
    QFETCH(QStringList, told);
    GuidanceBook book;
    const Result<void> read = book.read(json, u":/guidance/faulty.json"_s);
    QVERIFY(!read.ok());
    for (const QString &part : told + QStringList{u":/guidance/faulty.json"_s})
        QVERIFY2(read.error().message.contains(part), qPrintable(read.error().message));
    QVERIFY(book.isEmpty());
}

void TestGuidance::nothingOfAFaultyFileIsTaken()
{
    GuidanceBook book;
    QVERIFY(book.read(entryWith("code", "701"), u"one.json"_s).ok());
    const QByteArray good = entryWith("code", "703");
    const QByteArray both = good.chopped(2) + ", {\"code\": 704}]}";
    QVERIFY(!book.read(both, u"two.json"_s).ok());
    QCOMPARE(book.keys(), (QList<EventKey>{{Kind::User, 701}}));
}

QTEST_GUILESS_MAIN(TestGuidance)
#include "tst_guidance.moc"
