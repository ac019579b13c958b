#include "revisionmodel.h"

#include "roles.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

QList<CatalogRevision> sampleRevisions()
{
    CatalogRevision shipped;
    shipped.id = 1;
    shipped.created = QDateTime(QDate(2026, 1, 15), QTime(8, 14), Qt::UTC);
    shipped.source = u"page.txt"_s;
    shipped.title = u"User events"_s;
    shipped.entryCount = 1112;
    CatalogRevision imported = shipped;
    imported.id = 2;
    imported.origin = CatalogRevision::Origin::Import;
    imported.title = u"User\u202e events"_s;
    imported.addedCount = 3;
    imported.changedCount = 2;
    imported.removedCount = 1;
    CatalogRevision restored = shipped;
    restored.id = 3;
    restored.origin = CatalogRevision::Origin::Restore;
    restored.restored = 1;
    return {restored, imported, shipped};
}

QStringList texts(const RevisionModel &model, int row)
{
    QStringList texts;
    for (int column = 0; column < RevisionModel::ColumnCount; ++column)
        texts.append(model.index(row, column).data().toString());
    return texts;
}

} // namespace

class TestRevisionModel : public QObject
{
    Q_OBJECT

private slots:
    void showsRevisionsInTheZoneOfDisplay();
    void newRevisionsAreOneReset();
    void countsSortAsNumbers();
    void everyColumnHasAHeader();
    void wrongIndexesHaveNoData();
};

void TestRevisionModel::showsRevisionsInTheZoneOfDisplay()
{
    RevisionModel model(QTimeZone("Europe/Berlin"));
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRevisions(sampleRevisions());
    QCOMPARE(texts(model, 0),
             (QStringList{u"3 · 2026-01-15 09:14"_s, u"restored from 1"_s, u"0"_s, u"0"_s, u"0"_s,
                          QLocale().toString(1112), u"User events"_s, u"page.txt"_s}));
    QCOMPARE(texts(model, 1),
             (QStringList{u"2 · 2026-01-15 09:14"_s, u"import"_s, u"3"_s, u"2"_s, u"1"_s, QLocale().toString(1112),
                          u"User\\u{202e} events"_s, u"page.txt"_s}));
    QCOMPARE(texts(model, 2).at(RevisionModel::OriginColumn), u"came with Evident"_s);
    QCOMPARE(model.revisionAt(1).id, 2);
}

void TestRevisionModel::newRevisionsAreOneReset()
{
    RevisionModel model(QTimeZone::utc());
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setRevisions(sampleRevisions());
    QCOMPARE(resets.size(), 1);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.rowCount(model.index(0, 0)), 0);
    QCOMPARE(model.columnCount(model.index(0, 0)), 0);
}

void TestRevisionModel::countsSortAsNumbers()
{
    RevisionModel model(QTimeZone::utc());
    model.setRevisions(sampleRevisions());
    QCOMPARE(model.index(1, RevisionModel::AddedColumn).data(SortRole), QVariant(qint64(3)));
    QCOMPARE(model.index(1, RevisionModel::CreatedColumn).data(SortRole), QVariant(qint64(2)));
    QCOMPARE(model.index(1, RevisionModel::AddedColumn).data(Qt::AccessibleTextRole).toString(), u"Added: 3"_s);
}

void TestRevisionModel::everyColumnHasAHeader()
{
    const RevisionModel model(QTimeZone::utc());
    QStringList titles;
    for (int section = 0; section < RevisionModel::ColumnCount; ++section)
        titles.append(model.headerData(section, Qt::Horizontal).toString());
    QCOMPARE(titles,
             (QStringList{u"Revision"_s, u"Came by"_s, u"Added"_s, u"Changed"_s, u"Removed"_s, u"Entries"_s,
                          u"Title of the page"_s, u"File"_s}));
    QVERIFY(!model.headerData(RevisionModel::ColumnCount, Qt::Horizontal).isValid());
}

void TestRevisionModel::wrongIndexesHaveNoData()
{
    const RevisionModel model(QTimeZone::utc());
    QVERIFY(!model.data(QModelIndex()).isValid());
}

QTEST_GUILESS_MAIN(TestRevisionModel)
#include "tst_revisionmodel.moc"
