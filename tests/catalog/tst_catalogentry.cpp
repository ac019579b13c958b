#include "catalogentry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

class TestCatalogEntry : public QObject
{
    Q_OBJECT

private slots:
    void placeholders_data();
    void placeholders();
};

void TestCatalogEntry::placeholders_data()
{
    QTest::addColumn<QString>("description");
    QTest::addColumn<bool>("expected");
    QTest::newRow("none") << u"User added."_s << false;
    QTest::newRow("one") << u"User {0} added."_s << true;
    QTest::newRow("of two digits, at the end") << u"Added {10}"_s << true;
    QTest::newRow("empty braces") << u"Set {} closed."_s << false;
    QTest::newRow("a word in braces") << u"Set {a} closed."_s << false;
    QTest::newRow("a brace left open") << u"Set {0 closed."_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestCatalogEntry::placeholders()
{
    QFETCH(QString, description);
    QTEST(hasPlaceholders(description), "expected");
}

QTEST_APPLESS_MAIN(TestCatalogEntry)
#include "tst_catalogentry.moc"
