#include "queryfolding.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

class tst_QueryFolding : public QObject
{
    Q_OBJECT

private slots:
    void foldingIsATermOfTheQuery_data();
    void foldingIsATermOfTheQuery();
};

void tst_QueryFolding::foldingIsATermOfTheQuery_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("folding");
    QTest::addColumn<QString>("on");
    QTest::addColumn<QString>("off");
    QTest::newRow("nothing") << QString() << false << u"-is:duplicate"_s << QString();
    QTest::newRow("folded") << u"-is:duplicate"_s << true << u"-is:duplicate"_s << QString();
    QTest::newRow("with other terms") << u"user:jdoe -is:duplicate level:error"_s << true
                                      << u"user:jdoe -is:duplicate level:error"_s << u"user:jdoe level:error"_s;
    QTest::newRow("something else is kept")
        << u"is:duplicate"_s << false << u"is:duplicate -is:duplicate"_s << u"is:duplicate"_s;
}

void tst_QueryFolding::foldingIsATermOfTheQuery()
{
    QFETCH(const QString, text);
    QFETCH(const bool, folding);
    QFETCH(const QString, on);
    QFETCH(const QString, off);
    const Query query = Query::parse(text).query;
    QCOMPARE(isFolding(query), folding);
    QCOMPARE(withFolding(query, true).toString(), on);
    QCOMPARE(withFolding(query, false).toString(), off);
}

QTEST_GUILESS_MAIN(tst_QueryFolding)
#include "tst_queryfolding.moc"
