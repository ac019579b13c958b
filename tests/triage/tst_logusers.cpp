#include "logusers.h"

#include "storyfixture.h"

using namespace evident;
using namespace Qt::StringLiterals;

class TestLogUsers : public QObject
{
    Q_OBJECT

private slots:
    void usersByErrors();
    void namesAreFoundByTheirBeginningFirst();
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

QTEST_GUILESS_MAIN(TestLogUsers)
#include "tst_logusers.moc"
