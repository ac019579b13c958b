#include "catalogmodel.h"
#include "catalogproxy.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

CatalogPointer smallCatalog()
{
    const auto entry = [](qint64 code, const QString &level, const QString &description, Outcome outcome) {
        return CatalogEntry{{Kind::User, code}, level, u"Authentication"_s, description, QString(), outcome, false};
    };
    return std::make_shared<const CatalogSnapshot>(
        QList<CatalogEntry>{entry(9, u"notice"_s, u"beta succeeded."_s, Outcome::Success),
                            entry(10, u"critical"_s, u"Alpha failed."_s, Outcome::Failure),
                            entry(702, u"error"_s, u"Gamma failed."_s, Outcome::Failure),
                            entry(1409, u"odd"_s, u"delta failed."_s, Outcome::Failure)},
        Synonyms());
}

Query query(const QString &text)
{
    const QueryParse parsed = Query::parse(text);
    if (!parsed.ok())
        QTest::qFail(qPrintable(parsed.error->reason), __FILE__, __LINE__);
    return parsed.query;
}

QStringList codes(const CatalogProxy &proxy)
{
    QStringList shown;
    for (int row = 0; row < proxy.rowCount(); ++row)
        shown.append(proxy.index(row, CatalogModel::CodeColumn).data().toString());
    return shown;
}

} // namespace

class TestCatalogProxy : public QObject
{
    Q_OBJECT

private slots:
    void keepsWhatTheQueryKeeps_data();
    void keepsWhatTheQueryKeeps();
    void queryLeavesRowsInPlace();
    void sameQueryChangesNothing();
    void newCatalogIsFilteredToo();
    void sortsByValue_data();
    void sortsByValue();
};

void TestCatalogProxy::keepsWhatTheQueryKeeps_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("everything") << u""_s << QStringList{u"9"_s, u"10"_s, u"702"_s, u"1409"_s};
    QTest::newRow("a word") << u"FAILED"_s << QStringList{u"10"_s, u"702"_s, u"1409"_s};
    QTest::newRow("a word and a key") << u"failed level:error,critical"_s << QStringList{u"10"_s, u"702"_s};
    QTest::newRow("a range") << u"code:10-800"_s << QStringList{u"10"_s, u"702"_s};
    QTest::newRow("nothing") << u"level:info"_s << QStringList();
}

void TestCatalogProxy::keepsWhatTheQueryKeeps()
{
    QFETCH(QString, text);
    CatalogModel model;
    model.setCatalog(smallCatalog());
    CatalogProxy proxy(&model);
    QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::Fatal);
    proxy.setQuery(query(text));
    QCOMPARE(proxy.query(), query(text));
    QTEST(codes(proxy), "expected");
}

void TestCatalogProxy::queryLeavesRowsInPlace()
{
    CatalogModel model;
    model.setCatalog(smallCatalog());
    CatalogProxy proxy(&model);
    QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(proxy.rowCount(), 4);
    QSignalSpy resets(&proxy, &QAbstractItemModel::modelReset);
    QSignalSpy removed(&proxy, &QAbstractItemModel::rowsRemoved);
    QSignalSpy inserted(&proxy, &QAbstractItemModel::rowsInserted);
    proxy.setQuery(query(u"outcome:failure"_s));
    QCOMPARE(removed.size(), 1);
    QCOMPARE(inserted.size(), 0);
    proxy.setQuery({});
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(proxy.rowCount(), 4);
}

void TestCatalogProxy::sameQueryChangesNothing()
{
    CatalogModel model;
    model.setCatalog(smallCatalog());
    CatalogProxy proxy(&model);
    proxy.setQuery(query(u"failed"_s));
    QCOMPARE(proxy.rowCount(), 3);
    QSignalSpy removed(&proxy, &QAbstractItemModel::rowsRemoved);
    QSignalSpy inserted(&proxy, &QAbstractItemModel::rowsInserted);
    QSignalSpy layout(&proxy, &QAbstractItemModel::layoutChanged);
    proxy.setQuery(query(u"failed"_s));
    QCOMPARE(removed.size() + inserted.size() + layout.size(), 0);
}

void TestCatalogProxy::newCatalogIsFilteredToo()
{
    CatalogModel model;
    CatalogProxy proxy(&model);
    QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::Fatal);
    proxy.setQuery(query(u"outcome:failure"_s));
    QCOMPARE(proxy.rowCount(), 0);
    model.setCatalog(smallCatalog());
    QCOMPARE(codes(proxy), (QStringList{u"10"_s, u"702"_s, u"1409"_s}));
}

void TestCatalogProxy::sortsByValue_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, int column, Qt::SortOrder order, const QStringList &expected) {
        QTest::newRow(name) << column << order << expected;
    };
    row("codes as numbers", CatalogModel::CodeColumn, Qt::AscendingOrder, {u"9"_s, u"10"_s, u"702"_s, u"1409"_s});
    row("codes backwards", CatalogModel::CodeColumn, Qt::DescendingOrder, {u"1409"_s, u"702"_s, u"10"_s, u"9"_s});
    row("levels by weight", CatalogModel::LevelColumn, Qt::AscendingOrder, {u"10"_s, u"702"_s, u"9"_s, u"1409"_s});
    row("texts without case", CatalogModel::DescriptionColumn, Qt::AscendingOrder,
        {u"10"_s, u"9"_s, u"1409"_s, u"702"_s});
    row("ties by code", CatalogModel::CategoryColumn, Qt::AscendingOrder, {u"9"_s, u"10"_s, u"702"_s, u"1409"_s});
    row("unsorted", -1, Qt::AscendingOrder, {u"9"_s, u"10"_s, u"702"_s, u"1409"_s});
}

void TestCatalogProxy::sortsByValue()
{
    QFETCH(int, column);
    QFETCH(Qt::SortOrder, order);
    CatalogModel model;
    model.setCatalog(smallCatalog());
    CatalogProxy proxy(&model);
    QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::Fatal);
    proxy.sort(column, order);
    QTEST(codes(proxy), "expected");
}

QTEST_GUILESS_MAIN(TestCatalogProxy)
#include "tst_catalogproxy.moc"
