#include "logusers.h"

#include "lowering.h"
#include "rowfilter.h"
#include "storyfixture.h"

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

/// jdoe as three systems write him, and others whose names only look like it.
QByteArray lines()
{
    return linesOf({{662, "09:00:00", "Hardware Authenticator", "", R"(CORP\\jdoe)"},
                    {702, "09:01:00", "", "", "jdoe@example.com"},
                    {901, "09:02:00", "", "", "jdoe"},
                    {702, "09:03:00", "", "", R"(CORP\\JDoe@example.com)"},
                    {702, "09:04:00", "", "", "ajdoe"},
                    {702, "09:05:00", "", "", "@jdoe"},
                    {702, "09:06:00", "", "", "j*e"}});
}

std::vector<Row> kept(const Log &log, const Resolution &resolution, const QString &query)
{
    std::vector<Row> rows;
    filterRows(log, lowerQuery(Query::parse(query).query, {}, log, resolution), 0, log.columns().size(), {}, rows);
    return rows;
}

} // namespace

class TestLogUsers : public QObject
{
    Q_OBJECT

private slots:
    void usersByErrors();
    void namesAreFoundByTheirBeginningFirst();
    void aNameWithoutADomainHasThoseWithOne();
    void recordsAreThoseThatTheQueryKeeps();
    void aStarIsNoWildcard();
    void theStoryTellsWhoseRecordsItHas();
};

void TestLogUsers::usersByErrors()
{
    const QByteArray lines = linesOf({{901, "09:00:00", "", "", "asmith@example.com"},
                                      {702, "09:00:00", "", "", "JDOE@example.com"},
                                      {702, "09:01:00", "", "", "jdoe@example.com"},
                                      {901, "09:02:00", "", "", "jdoe@example.com"},
                                      {702, "09:03:00", "", "", "bwhite@example.com"},
                                      {901, "09:03:00", "", "", ""}});
    const std::shared_ptr<Log> log = readLog(lines);
    const QList<LogUser> users = logUsers(*log, resolutionOf(*log, shippedCatalog()));
    QCOMPARE(users,
             (QList<LogUser>{
                 {u"jdoe@example.com"_s, 3, 2}, {u"bwhite@example.com"_s, 1, 1}, {u"asmith@example.com"_s, 1, 0}}));
}

void TestLogUsers::namesAreFoundByTheirBeginningFirst()
{
    const QList<LogUser> users{{u"ajdoe@example.com"_s, 9, 9},
                               {u"jdoe2@example.com"_s, 5, 5},
                               {u"JDoe@example.com"_s, 1, 0},
                               {u"asmith@example.com"_s, 1, 0},
                               {u"jdoe"_s, 1, 0}};
    const auto names = [&users](const QString &text, qsizetype most) {
        QStringList found;
        for (const LogUser &user : matchingUsers(users, text, most))
            found.append(user.name);
        return found;
    };
    QCOMPARE(names(u"jdoe"_s, 10),
             (QStringList{u"JDoe@example.com"_s, u"jdoe"_s, u"jdoe2@example.com"_s, u"ajdoe@example.com"_s}));
    QCOMPARE(names(u"jdoe"_s, 1), (QStringList{u"JDoe@example.com"_s}));
    QCOMPARE(names(u"zz"_s, 5), QStringList());
    QCOMPARE(names({}, 2), (QStringList{u"ajdoe@example.com"_s, u"jdoe2@example.com"_s}));
}

void TestLogUsers::aNameWithoutADomainHasThoseWithOne()
{
    const std::shared_ptr<Log> log = readLog(lines());
    const QList<LogUser> users = logUsers(*log, resolutionOf(*log, shippedCatalog()));
    const auto user = [&users](const QString &name) { return *std::ranges::find(users, name, &LogUser::name); };
    QCOMPARE(user(u"jdoe"_s).records, 4);
    QCOMPARE(user(u"jdoe@example.com"_s).records, 2);
    QCOMPARE(user(u"ajdoe"_s).records, 1);
    // What is typed in a hurry leads to all of it.
    QCOMPARE(matchingUsers(users, u"jdoe"_s, 1).first().name, u"jdoe"_s);
}

void TestLogUsers::recordsAreThoseThatTheQueryKeeps()
{
    const std::shared_ptr<Log> log = readLog(lines());
    const Resolution resolution = resolutionOf(*log, shippedCatalog());
    const QList<LogUser> users = logUsers(*log, resolution);
    for (const LogUser &user : users) {
        const std::vector<Row> rows = rowsOfUser(*log, user.name);
        QCOMPARE(qint64(rows.size()), user.records);
        if (!user.name.contains(u'*'))
            QCOMPARE(rows, kept(*log, resolution, u"user:"_s + user.name));
    }
}

void TestLogUsers::aStarIsNoWildcard()
{
    const std::shared_ptr<Log> log = readLog(lines());
    QCOMPARE(rowsOfUser(*log, u"j*e"_s), std::vector<Row>{6});
}

void TestLogUsers::theStoryTellsWhoseRecordsItHas()
{
    const ToldStory told(lines(), u"JDOE"_s);
    QCOMPARE(told.story.user, u"jdoe"_s);
    QCOMPARE(told.story.records, 4);
    QCOMPARE(told.story.otherNames,
             (QStringList{uR"(CORP\jdoe)"_s, uR"(CORP\JDoe@example.com)"_s, u"jdoe@example.com"_s}));
    // The lock was written under the name with a domain.
    const auto locked = [](const StoryThing &thing) { return thing.locked.answer == StoryFact::Answer::Yes; };
    QVERIFY(std::ranges::any_of(told.story.things, locked));
    const ToldStory one(lines(), u"ajdoe"_s);
    QCOMPARE(one.story.records, 1);
    QCOMPARE(one.story.otherNames, QStringList());
}

QTEST_GUILESS_MAIN(TestLogUsers)
#include "tst_logusers.moc"
