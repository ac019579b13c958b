#include "contextrows.h"

#include "logdocument.h"
#include "logmodel.h"
#include "roles.h"
#include "smalllog.h"
#include "testcatalog.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

QByteArray lines(int count)
{
    QByteArray bytes;
    for (int i = 0; i < count; ++i)
        bytes += "line " + QByteArray::number(i) + '\n';
    return bytes;
}

/// Errors at 3, 4 and 9 of ten records, a second apart.
QByteArray tenRecords()
{
    QByteArray bytes;
    for (int i = 0; i < 10; ++i) {
        const QByteArray time = "2026-01-15T09:00:0" + QByteArray::number(i) + ".000Z";
        bytes += testRecord(i == 3 || i == 4 || i == 9 ? 702 : 701, time.constData(), "jdoe");
    }
    return bytes;
}

QList<Row> shown(const LogDocument &document)
{
    QList<Row> rows;
    for (Row i = 0; i < document.shownRows().size(); ++i)
        rows.append(document.shownRows().at(i));
    return rows;
}

QList<Row> contexts(const LogDocument &document)
{
    QList<Row> rows;
    for (Row i = 0; i < document.shownRows().size(); ++i) {
        if (document.isContext(i))
            rows.append(document.shownRows().at(i));
    }
    return rows;
}

} // namespace

class tst_ContextRows : public QObject
{
    Q_OBJECT

private slots:
    void rowsAroundAreAddedOnce_data();
    void rowsAroundAreAddedOnce();
    void everyRowNearAMatchIsThereAndNoOther();
    void contextStaysInItsFile();
    void aDocumentShowsItAndCountsTheMatches();
    void inAnotherOrderThereIsNone();
    void byTimeItStandsWithItsMatch();
    void errorsAreGoneToAmongTheMatches();
    void aLogThatGrowsHasItsContextToo();
};

void tst_ContextRows::rowsAroundAreAddedOnce_data()
{
    QTest::addColumn<std::vector<Row>>("rows");
    QTest::addColumn<int>("around");
    QTest::addColumn<std::vector<Row>>("expected");
    QTest::newRow("none") << std::vector<Row>{3, 5} << 0 << std::vector<Row>{3, 5};
    QTest::newRow("no match") << std::vector<Row>{} << 3 << std::vector<Row>{};
    QTest::newRow("the first") << std::vector<Row>{0} << 2 << std::vector<Row>{0, 1, 2};
    QTest::newRow("the last") << std::vector<Row>{9} << 2 << std::vector<Row>{7, 8, 9};
    QTest::newRow("they meet") << std::vector<Row>{2, 5} << 2 << std::vector<Row>{0, 1, 2, 3, 4, 5, 6, 7};
    QTest::newRow("side by side") << std::vector<Row>{4, 5} << 1 << std::vector<Row>{3, 4, 5, 6};
    QTest::newRow("more than there are") << std::vector<Row>{4} << 100
                                         << std::vector<Row>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
}

void tst_ContextRows::rowsAroundAreAddedOnce()
{
    QFETCH(const std::vector<Row>, rows);
    QFETCH(const int, around);
    QFETCH(const std::vector<Row>, expected);
    const auto log = readLog(lines(10));
    QCOMPARE(withContext(*log, rows, around, 10), expected);
}

void tst_ContextRows::everyRowNearAMatchIsThereAndNoOther()
{
    const auto log = readLog(lines(200));
    for (quint32 seed = 1; seed <= 50; ++seed) {
        QRandomGenerator random(seed);
        std::set<Row> matches;
        for (int i = int(random.bounded(20)); i >= 0; --i)
            matches.insert(random.bounded(200u));
        const int around = int(random.bounded(8));
        std::vector<Row> expected;
        for (Row row = 0; row < 200; ++row) {
            for (const Row match : matches) {
                if (std::abs(int(row) - int(match)) <= around) {
                    expected.push_back(row);
                    break;
                }
            }
        }
        const std::vector<Row> rows(matches.begin(), matches.end());
        QCOMPARE(withContext(*log, rows, around, 200), expected);
        const ShownRows shown(RowSet::of(expected), rows, 200);
        for (Row position = 0; position < shown.rows().size(); ++position)
            QCOMPARE(shown.isContext(position), !matches.contains(shown.rows().at(position)));
    }
}

void tst_ContextRows::contextStaysInItsFile()
{
    const QTemporaryDir folder;
    QStringList paths;
    for (const QString &name : {u"a.txt"_s, u"b.txt"_s}) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(lines(5)) > 0);
        paths.append(file.fileName());
    }
    const auto log = Log::openSeveral(paths, {}).value();
    log->index({});
    QCOMPARE(withContext(*log, std::vector<Row>{4}, 2, 10), (std::vector<Row>{2, 3, 4}));
    QCOMPARE(withContext(*log, std::vector<Row>{5}, 2, 10), (std::vector<Row>{5, 6, 7}));
    QCOMPARE(withContext(*log, std::vector<Row>{4, 5}, 1, 10), (std::vector<Row>{3, 4, 5, 6}));
}

void tst_ContextRows::aDocumentShowsItAndCountsTheMatches()
{
    LogDocument document(u"pasted"_s, tenRecords(), {}, testCatalog());
    document.setQuery(Query::parse(u"level:error"_s).query);
    document.setContextLines(1);
    document.load();
    QTRY_COMPARE(document.state(), LogDocument::State::Complete);
    QTRY_COMPARE(shown(document), (QList<Row>{2, 3, 4, 5, 8, 9}));
    QCOMPARE(contexts(document), (QList<Row>{2, 5, 8}));
    QCOMPARE(document.rows().size(), Row(3));
    const LogModel model(&document);
    QCOMPARE(model.rowCount(), 6);
    QVERIFY(model.index(0, 0).data(ContextRole).toBool());
    QVERIFY(!model.index(1, 0).data(ContextRole).toBool());
    document.setContextLines(0);
    QTRY_COMPARE(shown(document), (QList<Row>{3, 4, 9}));
    QVERIFY(contexts(document).isEmpty());
    document.setContextLines(1);
    QTRY_COMPARE(document.shownRows().size(), Row(6));
    document.setQuery({});
    QTRY_COMPARE(document.shownRows().size(), Row(10));
    QVERIFY(contexts(document).isEmpty());
}

void tst_ContextRows::inAnotherOrderThereIsNone()
{
    LogDocument document(u"pasted"_s, tenRecords(), {}, testCatalog());
    document.setQuery(Query::parse(u"level:error"_s).query);
    document.setContextLines(1);
    document.setSort(LogDocument::SortKey::Code, Qt::AscendingOrder);
    document.load();
    QTRY_COMPARE(document.state(), LogDocument::State::Complete);
    QTRY_COMPARE(shown(document), (QList<Row>{3, 4, 9}));
}

void tst_ContextRows::byTimeItStandsWithItsMatch()
{
    LogDocument document(u"pasted"_s, tenRecords(), {}, testCatalog());
    document.setQuery(Query::parse(u"level:error"_s).query);
    document.setContextLines(1);
    document.setSort(LogDocument::SortKey::Time, Qt::DescendingOrder);
    document.load();
    QTRY_COMPARE(document.state(), LogDocument::State::Complete);
    QTRY_COMPARE(shown(document), (QList<Row>{9, 8, 5, 4, 3, 2}));
    QCOMPARE(contexts(document), (QList<Row>{8, 5, 2}));
}

void tst_ContextRows::errorsAreGoneToAmongTheMatches()
{
    LogDocument document(u"pasted"_s, tenRecords(), {}, testCatalog());
    document.setQuery(Query::parse(u"code:701"_s).query);
    document.setContextLines(1);
    document.load();
    const LogModel model(&document);
    QTRY_COMPARE(document.state(), LogDocument::State::Complete);
    QTRY_COMPARE(document.shownRows().size(), Row(10));
    QCOMPARE(model.nextError(-1, false), -1); // all errors stand there as context
    document.setQuery(Query::parse(u"code:701,702"_s).query);
    QTRY_VERIFY(contexts(document).isEmpty());
    QCOMPARE(model.nextError(-1, false), 3);
    QCOMPARE(model.nextError(4, false), 9);
}

void tst_ContextRows::aLogThatGrowsHasItsContextToo()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"a.ndjson"_s));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(tenRecords()) > 0);
    LogDocument document(QStringList{file.fileName()}, {}, testCatalog());
    document.setQuery(Query::parse(u"level:error"_s).query);
    document.setContextLines(1);
    document.setFollowing(true);
    document.load();
    QTRY_COMPARE(document.state(), LogDocument::State::Complete);
    QTRY_COMPARE(shown(document), (QList<Row>{2, 3, 4, 5, 8, 9}));
    QVERIFY(file.write(testRecord(701, "2026-01-15T09:00:10.000Z", "jdoe")) > 0);
    QTRY_COMPARE(shown(document), (QList<Row>{2, 3, 4, 5, 8, 9, 10}));
    QCOMPARE(contexts(document), (QList<Row>{2, 5, 8, 10}));
    QCOMPARE(document.rows().size(), Row(3));
}

QTEST_GUILESS_MAIN(tst_ContextRows)
#include "tst_contextrows.moc"
