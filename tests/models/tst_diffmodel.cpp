#include "diffmodel.h"

#include "diffproxy.h"
#include "roles.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

CatalogEntry entry(qint64 code, const QString &level, const QString &description)
{
    return {{Kind::User, code}, level, u"Authentication"_s, description, {}};
}

/// Two added, two changed, one removed, seven unchanged.
CatalogDiff sampleDiff()
{
    CatalogDiff diff;
    diff.added = {entry(705, u"notice"_s, u"Approve was withdrawn."_s), entry(706, u"error"_s, u"Approve expired."_s)};
    diff.changed = {
        {entry(702, u"error"_s, u"Approve timed out."_s), entry(702, u"error"_s, u"Approve has expired."_s)},
        {entry(911, u"notice"_s, u"Asked."_s), entry(911, u"warning"_s, u"Asked."_s)}};
    diff.removed = {entry(837, u"error"_s, u"Gone \u202e soon."_s)};
    diff.unchanged = 7;
    return diff;
}

QList<PageLine> sampleLines()
{
    return {{12, u"| 70x | ? |"_s}};
}

QStringList shown(const QAbstractItemModel &model)
{
    QStringList rows;
    for (int section = 0; section < model.rowCount(); ++section) {
        const QModelIndex parent = model.index(section, 0);
        rows.append(parent.data().toString());
        for (int row = 0; row < model.rowCount(parent); ++row)
            rows.append(u"  "_s + model.index(row, 0, parent).data().toString());
    }
    return rows;
}

QModelIndex row(const QAbstractItemModel &model, int section, int row, int column = 0)
{
    return model.index(row, column, model.index(section, 0));
}

Qt::CheckState checkState(const QModelIndex &index)
{
    return Qt::CheckState(index.data(Qt::CheckStateRole).toInt());
}

enum SampleSection { Changed, Added, Removed, Lines, Unchanged };

} // namespace

class TestDiffModel : public QObject
{
    Q_OBJECT

private slots:
    void startsEmpty();
    void sectionsHoldTheirRows();
    void sectionsWithoutRowsAreLeftOut();
    void aNewDifferenceIsOneReset();
    void aRowSaysWhatDiffers();
    void rowsTellFacts();
    void withoutAChoiceNothingCanBeChecked();
    void allIsChosenAtFirst();
    void aSectionsBoxIsThatOfItsRows();
    void whatIsNotChosenCountsAsUnchanged();
    void linesAndWhatStaysCannotBeChosen();
    void aFilterKeepsRowsWithAllOfItsWords_data();
    void aFilterKeepsRowsWithAllOfItsWords();
    void underAFilterBoxesAreForWhatIsShown();
    void screenReadersHearWhatHappensToACode();
};

void TestDiffModel::startsEmpty()
{
    DiffModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), int(DiffModel::ColumnCount));
    QVERIFY(model.chosen().isEmpty());
}

void TestDiffModel::sectionsHoldTheirRows()
{
    DiffModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setDiff(sampleDiff(), sampleLines(), DiffModel::Choice::Checks);
    QCOMPARE(shown(model),
             (QStringList{u"Changed (2)"_s, u"  702"_s, u"  911"_s, u"Added (2)"_s, u"  705"_s, u"  706"_s,
                          u"Removed (1)"_s, u"  837"_s, u"Not understood (1)"_s, u"  line 12"_s, u"Unchanged (7)"_s}));
}

void TestDiffModel::sectionsWithoutRowsAreLeftOut()
{
    DiffModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    CatalogDiff diff;
    diff.added = sampleDiff().added;
    model.setDiff(diff);
    QCOMPARE(shown(model), (QStringList{u"Added (2)"_s, u"  705"_s, u"  706"_s}));
}

void TestDiffModel::aNewDifferenceIsOneReset()
{
    DiffModel model;
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy chosen(&model, &DiffModel::chosenChanged);
    model.setDiff(sampleDiff());
    QCOMPARE(resets.size(), 1);
    QCOMPARE(chosen.size(), 1);
}

void TestDiffModel::aRowSaysWhatDiffers()
{
    DiffModel model;
    model.setDiff(sampleDiff(), sampleLines());
    QCOMPARE(row(model, Changed, 0, DiffModel::FactsColumn).data().toString(), u"description"_s);
    QCOMPARE(row(model, Changed, 1, DiffModel::FactsColumn).data().toString(), u"level"_s);
    QCOMPARE(row(model, Changed, 0, DiffModel::DescriptionColumn).data().toString(), u"Approve has expired."_s);
    QCOMPARE(row(model, Added, 0, DiffModel::FactsColumn).data().toString(), QString());
    QCOMPARE(row(model, Removed, 0, DiffModel::DescriptionColumn).data().toString(), u"Gone \\u{202e} soon."_s);
    QCOMPARE(row(model, Lines, 0, DiffModel::DescriptionColumn).data().toString(), u"| 70x | ? |"_s);
    QCOMPARE(model.before(row(model, Changed, 0))->description, u"Approve timed out."_s);
    QCOMPARE(model.after(row(model, Changed, 0))->description, u"Approve has expired."_s);
    QVERIFY(!model.before(row(model, Added, 0)) && model.after(row(model, Added, 0)));
    QVERIFY(model.before(row(model, Removed, 0)) && !model.after(row(model, Removed, 0)));
    QVERIFY(!model.before(row(model, Lines, 0)) && !model.after(row(model, Lines, 0)));
    QVERIFY(!model.before(model.index(Changed, 0)));
}

void TestDiffModel::rowsTellFacts()
{
    DiffModel model;
    model.setDiff(sampleDiff(), sampleLines());
    QCOMPARE(row(model, Changed, 1).data(SeverityRole).toInt(), int(Severity::Warning));
    QCOMPARE(row(model, Changed, 1).data(CodeRole).toLongLong(), 911);
    QCOMPARE(row(model, Changed, 1).data(SectionRole).toInt(), int(DiffModel::Section::Changed));
    QCOMPARE(model.index(Removed, 0).data(SectionRole).toInt(), int(DiffModel::Section::Removed));
    QVERIFY(!row(model, Lines, 0).data(SeverityRole).isValid());
}

void TestDiffModel::withoutAChoiceNothingCanBeChecked()
{
    DiffModel model;
    model.setDiff(sampleDiff());
    QVERIFY(!row(model, 0, 0).data(Qt::CheckStateRole).isValid());
    QVERIFY(!model.setData(row(model, 0, 0), Qt::Unchecked, Qt::CheckStateRole));
}

void TestDiffModel::allIsChosenAtFirst()
{
    DiffModel model;
    model.setDiff(sampleDiff(), sampleLines(), DiffModel::Choice::Checks);
    QCOMPARE(model.changeCount(), 5);
    QCOMPARE(model.chosenCount(), 5);
    QCOMPARE(model.chosen(), sampleDiff());
}

void TestDiffModel::aSectionsBoxIsThatOfItsRows()
{
    DiffModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setDiff(sampleDiff(), sampleLines(), DiffModel::Choice::Checks);
    const QModelIndex section = model.index(Changed, 0);
    QCOMPARE(checkState(section), Qt::Checked);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QVERIFY(model.setData(row(model, Changed, 1), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(changes.size(), 2); // the row and its section
    QCOMPARE(checkState(section), Qt::PartiallyChecked);
    QVERIFY(model.setData(section, Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(checkState(row(model, Changed, 0)), Qt::Unchecked);
    QCOMPARE(checkState(section), Qt::Unchecked);
    QVERIFY(model.setData(section, Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(model.chosenCount(), 5);
}

void TestDiffModel::whatIsNotChosenCountsAsUnchanged()
{
    DiffModel model;
    model.setDiff(sampleDiff(), {}, DiffModel::Choice::Checks);
    const int removed = 2;
    QVERIFY(model.setData(model.index(removed, 0), Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(model.setData(row(model, 0, 0), Qt::Unchecked, Qt::CheckStateRole));
    const CatalogDiff chosen = model.chosen();
    QCOMPARE(model.chosenCount(), 3);
    QCOMPARE(chosen.added.size(), 2);
    QCOMPARE(chosen.changed.size(), 1);
    QCOMPARE(chosen.changed.first().after.key.code, 911);
    QVERIFY(chosen.removed.isEmpty());
}

void TestDiffModel::linesAndWhatStaysCannotBeChosen()
{
    DiffModel model;
    model.setDiff(sampleDiff(), sampleLines(), DiffModel::Choice::Checks);
    for (const QModelIndex &index : {model.index(Lines, 0), row(model, Lines, 0), model.index(Unchanged, 0)}) {
        QVERIFY(!(model.flags(index) & Qt::ItemIsUserCheckable));
        QVERIFY(!index.data(Qt::CheckStateRole).isValid());
        QVERIFY(!model.setData(index, Qt::Unchecked, Qt::CheckStateRole));
    }
}

void TestDiffModel::aFilterKeepsRowsWithAllOfItsWords_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QStringList>("rows");
    QTest::newRow("a code") << u"911"_s << QStringList{u"Changed (2)"_s, u"  911"_s};
    QTest::newRow("words of the old text") << u"approve TIMED"_s << QStringList{u"Changed (2)"_s, u"  702"_s};
    QTest::newRow("a level") << u"warning"_s << QStringList{u"Changed (2)"_s, u"  911"_s};
    QTest::newRow("in several sections") << u"expired"_s
                                         << QStringList{u"Changed (2)"_s, u"  702"_s, u"Added (2)"_s, u"  706"_s};
    QTest::newRow("a line") << u"70x"_s << QStringList{u"Not understood (1)"_s, u"  line 12"_s};
    QTest::newRow("nothing") << u"nowhere"_s << QStringList();
}

void TestDiffModel::aFilterKeepsRowsWithAllOfItsWords()
{
    QFETCH(QString, filter);
    DiffModel model;
    DiffProxy proxy(&model);
    QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setDiff(sampleDiff(), sampleLines(), DiffModel::Choice::Checks);
    proxy.setFilter(filter);
    QTEST(shown(proxy), "rows");
    proxy.setFilter({});
    QCOMPARE(shown(proxy), shown(model));
}

void TestDiffModel::underAFilterBoxesAreForWhatIsShown()
{
    DiffModel model;
    DiffProxy proxy(&model);
    QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setDiff(sampleDiff(), sampleLines(), DiffModel::Choice::Checks);
    proxy.setFilter(u"expired"_s);
    proxy.checkAll(false);
    QCOMPARE(checkState(proxy.index(0, 0)), Qt::Unchecked);
    QCOMPARE(model.chosenCount(), 3); // 911, 705 and 837 are as they were
    QCOMPARE(checkState(model.index(Changed, 0)), Qt::PartiallyChecked);
    QVERIFY(proxy.setData(proxy.index(0, 0), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(model.chosenCount(), 4);
    proxy.setFilter({});
    QCOMPARE(checkState(proxy.index(Added, 0)), Qt::PartiallyChecked);
    proxy.checkAll(true);
    QCOMPARE(model.chosen(), sampleDiff());
}

void TestDiffModel::screenReadersHearWhatHappensToACode()
{
    DiffModel model;
    model.setDiff(sampleDiff(), sampleLines());
    QCOMPARE(row(model, Removed, 0).data(Qt::AccessibleTextRole).toString(), u"837, removed"_s);
    QCOMPARE(row(model, Changed, 1, DiffModel::LevelColumn).data(Qt::AccessibleTextRole).toString(),
             u"Level: warning"_s);
}

QTEST_GUILESS_MAIN(TestDiffModel)
#include "tst_diffmodel.moc"
