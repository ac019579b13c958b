#include "querycompletion.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

CatalogEntry entry(qint64 code, const QString &level, const QString &method, const QString &description)
{
    CatalogEntry result;
    result.key = {Kind::User, code};
    result.level = level;
    result.category = u"Authentication"_s;
    result.method = method;
    result.description = description;
    return result;
}

CatalogPointer smallCatalog()
{
    return std::make_shared<const CatalogSnapshot>(
        QList<CatalogEntry>{
            entry(70, u"notice"_s, u""_s, u"Something else happened."_s),
            entry(702, u"error"_s, u"Approve"_s, u"Approve authentication failed - User response timed out."_s),
            entry(703, u"error"_s, u"Approve"_s, u"Approve authentication failed - Denied."_s),
            entry(802, u"critical"_s, u"Device Biometrics"_s, u"Biometric authentication failed."_s),
        },
        Synonyms());
}

/// "702" for an entry, what is written for a term.
QStringList offered(const QString &text, const CatalogPointer &catalog = smallCatalog())
{
    QStringList list;
    for (const Completion &completion : queryCompletions(text, text.size(), catalog)) {
        list.append(completion.type == Completion::Type::Entry ? QString::number(completion.entry.key.code)
                                                               : completion.insertion);
    }
    return list;
}

/// The text after the first offered term is taken.
QString taken(const QString &text, qsizetype cursor)
{
    for (const Completion &completion : queryCompletions(text, cursor, smallCatalog())) {
        if (completion.type != Completion::Type::Entry)
            return QString(text).replace(completion.position, completion.length, completion.insertion);
    }
    return text;
}

} // namespace

class TestQueryCompletion : public QObject
{
    Q_OBJECT

private slots:
    void offers_data();
    void offers();
    void takingReplacesTheWordAtTheCursor_data();
    void takingReplacesTheWordAtTheCursor();
    void keyedTermsDoNotHideEntries();
    void entriesAreBounded();
    void withoutACatalogTheLanguageIsStillOffered();
    void savedQueriesAreFoundByTheirNames();
};

void TestQueryCompletion::offers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("nothing") << u""_s << QStringList();
    QTest::newRow("spaces") << u"  "_s << QStringList();
    QTest::newRow("a code: its entry first, then its term") << u"702"_s << QStringList({u"702"_s, u"code:702"_s});
    QTest::newRow("a code that starts others") << u"70"_s << QStringList({u"70"_s, u"code:70"_s, u"702"_s, u"703"_s});
    QTest::newRow("a code that is not known") << u"999"_s << QStringList({u"code:999"_s});
    QTest::newRow("levels by weight") << u"level:"_s << QStringList({u"critical"_s, u"error"_s, u"notice"_s});
    QTest::newRow("a level's start") << u"level:e"_s << QStringList({u"error"_s});
    QTest::newRow("a second value") << u"level:error,n"_s << QStringList({u"notice"_s});
    QTest::newRow("negated") << u"-level:not"_s << QStringList({u"notice"_s});
    QTest::newRow("quoted where it must be") << u"method:dev"_s << QStringList({u"\"Device Biometrics\""_s});
    QTest::newRow("within quotes") << u"method:\"dev"_s << QStringList({u"\"Device Biometrics\""_s});
    QTest::newRow("tokens of outcome") << u"outcome:f"_s << QStringList({u"failure"_s});
    QTest::newRow("tokens of is") << u"is:dr"_s << QStringList({u"drift"_s});
    QTest::newRow("tokens of kind") << u"kind:a"_s << QStringList({u"admin"_s, u"am"_s});
    QTest::newRow("whole value: nothing to add") << u"level:error"_s << QStringList();
    QTest::newRow("a key's start") << u"lev"_s << QStringList({u"level:"_s});
    QTest::newRow("words find entries") << u"approve denied"_s << QStringList({u"703"_s});
}

void TestQueryCompletion::offers()
{
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    QCOMPARE(offered(text), expected);
}

void TestQueryCompletion::takingReplacesTheWordAtTheCursor_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("cursor");
    QTest::addColumn<QString>("expected");
    QTest::newRow("key") << u"push leve"_s << 9 << u"push level:"_s;
    QTest::newRow("key, negated") << u"-leve"_s << 5 << u"-level:"_s;
    QTest::newRow("value in the middle") << u"level:e push"_s << 7 << u"level:error push"_s;
    QTest::newRow("second value") << u"level:error,n"_s << 13 << u"level:error,notice"_s;
    QTest::newRow("quoted value") << u"method:\"dev"_s << 11 << u"method:\"Device Biometrics\""_s;
    QTest::newRow("a code") << u" 702 "_s << 5 << u"code:702"_s;
}

void TestQueryCompletion::takingReplacesTheWordAtTheCursor()
{
    QFETCH(QString, text);
    QFETCH(int, cursor);
    QFETCH(QString, expected);
    QCOMPARE(taken(text, cursor), expected);
}

void TestQueryCompletion::keyedTermsDoNotHideEntries()
{
    QVERIFY(offered(u"user:jdoe denied"_s).contains(u"703"_s));
}

void TestQueryCompletion::entriesAreBounded()
{
    QCOMPARE(queryCompletions(u"authentication"_s, 14, smallCatalog(), 2).size(), 2);
}

void TestQueryCompletion::withoutACatalogTheLanguageIsStillOffered()
{
    QCOMPARE(offered(u"outco"_s, nullptr), QStringList({u"outcome:"_s}));
    QCOMPARE(offered(u"outcome:p"_s, nullptr), QStringList({u"pending"_s}));
    QCOMPARE(offered(u"702"_s, nullptr), QStringList());
}

void TestQueryCompletion::savedQueriesAreFoundByTheirNames()
{
    const QList<SavedQuery> queries{{u"Lock-outs"_s, u"code:500-599"_s}, {u"Push trouble"_s, u"method:Approve"_s}};
    QCOMPARE(savedQueryCompletions({}, queries).size(), 2);
    QCOMPARE(savedQueryCompletions({}, queries, 1).size(), 1);
    const QList<Completion> found = savedQueryCompletions(u"troub"_s, queries);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().type, Completion::Type::Saved);
    QCOMPARE(found.first().name, u"Push trouble"_s);
    QCOMPARE(found.first().insertion, u"method:Approve"_s);
    QCOMPARE(found.first().position, 0);
    QCOMPARE(found.first().length, 5);
    QVERIFY(savedQueryCompletions(u"method:Approve"_s, queries).isEmpty());
}

QTEST_GUILESS_MAIN(TestQueryCompletion)
#include "tst_querycompletion.moc"
