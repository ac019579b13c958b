#include "facetmodel.h"

#include "facetrows.h"
#include "roles.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

Query parsed(const QString &text)
{
    return Query::parse(text).query;
}

QStringList values(const QAbstractItemModel &model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row)
        list.append(model.index(row, 0).data(FacetModel::ValueRole).toString());
    return list;
}

QStringList counts(const QAbstractItemModel &model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row)
        list.append(QString::number(model.index(row, 0).data(FacetModel::CountRole).toLongLong()));
    return list;
}

FacetModel::Choice choiceOf(const FacetModel &model, const QString &value)
{
    const qsizetype row = values(model).indexOf(value);
    return FacetModel::Choice(model.index(int(row)).data(FacetModel::StateRole).toInt());
}

const FacetCounts users = {{u"ann"_s, 9}, {u"ben"_s, 5}, {u"cleo"_s, 2}};

} // namespace

class TestFacetModel : public QObject
{
    Q_OBJECT

private slots:
    void valuesKeepTheirRowsWhileCountsChange();
    void onlyChangedRowsAreAnnounced();
    void sameCountsAnnounceNothing();
    void newValuesGoToTheEnd();
    void newLevelsGoToTheirWeight();
    void aResetForgetsWhatIsGone();
    void theQueryMarksIncludedAndExcludedValues();
    void aValueThatOnlyTheQueryNamesHasARowMeanwhile();
    void togglingEditsTheQuery_data();
    void togglingEditsTheQuery();
    void sharesAreOfTheLargestCount();
    void accessibleTextSaysCountAndChoice();
    void labelsAreForPeople_data();
    void labelsAreForPeople();
    void rowsShowTheMostFrequentAndTheChosen();
    void rowsKeepTheirOrderWhenTheQueryNarrows();
    void rowsCanBeFilteredWhenAllAreShown();
};

void TestFacetModel::valuesKeepTheirRowsWhileCountsChange()
{
    FacetModel model(Field::User);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setCounts(users);
    model.setCounts({{u"cleo"_s, 7}, {u"ann"_s, 1}});
    QCOMPARE(values(model), QStringList({u"ann"_s, u"ben"_s, u"cleo"_s}));
    QCOMPARE(counts(model), QStringList({u"1"_s, u"0"_s, u"7"_s}));
}

void TestFacetModel::onlyChangedRowsAreAnnounced()
{
    FacetModel model(Field::User);
    model.setCounts(users);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setCounts({{u"ann"_s, 9}, {u"ben"_s, 4}, {u"cleo"_s, 2}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
    QCOMPARE(changed.first().at(1).toModelIndex().row(), 1);
    QCOMPARE(inserted.size() + reset.size(), 0);
}

void TestFacetModel::sameCountsAnnounceNothing()
{
    FacetModel model(Field::User);
    model.setCounts(users);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setCounts(users);
    model.setQuery(Query());
    QCOMPARE(changed.size(), 0);
}

void TestFacetModel::newValuesGoToTheEnd()
{
    FacetModel model(Field::User);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setCounts(users);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.setCounts({{u"zoe"_s, 99}, {u"yan"_s, 98}, {u"ann"_s, 9}, {u"ben"_s, 5}, {u"cleo"_s, 2}});
    QCOMPARE(values(model), QStringList({u"ann"_s, u"ben"_s, u"cleo"_s, u"zoe"_s, u"yan"_s}));
    QCOMPARE(inserted.size(), 1);
}

void TestFacetModel::newLevelsGoToTheirWeight()
{
    FacetModel model(Field::Level);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setCounts({{u"error"_s, 3}, {u"notice"_s, 3}});
    model.setCounts({{u"critical"_s, 1}, {u"error"_s, 3}, {u"warning"_s, 1}, {u"notice"_s, 3}, {u"odd"_s, 1}});
    QCOMPARE(values(model), QStringList({u"critical"_s, u"error"_s, u"warning"_s, u"notice"_s, u"odd"_s}));
    QCOMPARE(model.index(0).data(SeverityRole).toInt(), int(Severity::Critical));
}

void TestFacetModel::aResetForgetsWhatIsGone()
{
    FacetModel model(Field::User);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setCounts(users);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.reset({{u"ben"_s, 4}}, parsed(u"user:ben"_s));
    QCOMPARE(reset.size(), 1);
    QCOMPARE(values(model), QStringList({u"ben"_s}));
    QCOMPARE(choiceOf(model, u"ben"_s), FacetModel::Choice::Included);
}

void TestFacetModel::theQueryMarksIncludedAndExcludedValues()
{
    FacetModel model(Field::User);
    model.setCounts(users);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setQuery(parsed(u"user:ANN -user:cleo"_s));
    QCOMPARE(choiceOf(model, u"ann"_s), FacetModel::Choice::Included);
    QCOMPARE(choiceOf(model, u"ben"_s), FacetModel::Choice::Neither);
    QCOMPARE(choiceOf(model, u"cleo"_s), FacetModel::Choice::Excluded);
    QCOMPARE(changed.size(), 2);
}

void TestFacetModel::aValueThatOnlyTheQueryNamesHasARowMeanwhile()
{
    FacetModel model(Field::User);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setCounts(users);
    model.setQuery(parsed(u"user:nobody"_s));
    QCOMPARE(values(model), QStringList({u"ann"_s, u"ben"_s, u"cleo"_s, u"nobody"_s}));
    QCOMPARE(choiceOf(model, u"nobody"_s), FacetModel::Choice::Included);
    model.setQuery(Query());
    QCOMPARE(values(model), QStringList({u"ann"_s, u"ben"_s, u"cleo"_s}));
}

void TestFacetModel::togglingEditsTheQuery_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("value");
    QTest::addColumn<FacetModel::Choice>("choice");
    QTest::addColumn<QString>("after");
    using Choice = FacetModel::Choice;
    QTest::newRow("include") << u""_s << u"error"_s << Choice::Included << u"level:error"_s;
    QTest::newRow("include a second one")
        << u"level:error"_s << u"notice"_s << Choice::Included << u"level:error,notice"_s;
    QTest::newRow("take back") << u"level:error,notice push"_s << u"error"_s << Choice::Included
                               << u"level:notice push"_s;
    QTest::newRow("take back, other case") << u"level:ERROR push"_s << u"error"_s << Choice::Included << u"push"_s;
    QTest::newRow("exclude") << u"push"_s << u"error"_s << Choice::Excluded << u"push -level:error"_s;
    QTest::newRow("exclude what was included")
        << u"level:error"_s << u"error"_s << Choice::Excluded << u"-level:error"_s;
    QTest::newRow("include what was excluded")
        << u"-level:error"_s << u"error"_s << Choice::Included << u"level:error"_s;
    QTest::newRow("take back exclusion") << u"-level:error"_s << u"error"_s << Choice::Excluded << u""_s;
    QTest::newRow("absent") << u""_s << u""_s << Choice::Included << u"level:\"\""_s;
}

void TestFacetModel::togglingEditsTheQuery()
{
    QFETCH(QString, before);
    QFETCH(QString, value);
    QFETCH(FacetModel::Choice, choice);
    QFETCH(QString, after);
    const FacetModel model(Field::Level);
    QCOMPARE(model.toggled(parsed(before), value, choice).toString(), after);
}

void TestFacetModel::sharesAreOfTheLargestCount()
{
    FacetModel model(Field::User);
    model.setCounts({{u"ann"_s, 8}, {u"ben"_s, 2}, {u"cleo"_s, 0}});
    QCOMPARE(model.index(0).data(FacetModel::ShareRole).toDouble(), 1.0);
    QCOMPARE(model.index(1).data(FacetModel::ShareRole).toDouble(), 0.25);
    QCOMPARE(model.index(2).data(FacetModel::ShareRole).toDouble(), 0.0);
}

void TestFacetModel::accessibleTextSaysCountAndChoice()
{
    FacetModel model(Field::Level);
    model.setCounts({{u"error"_s, 72}});
    model.setQuery(parsed(u"level:error"_s));
    const QString text = model.index(0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(text.startsWith(u"error, 72 record"_s) && text.endsWith(u", included"_s), qPrintable(text));
    model.setUnit(FacetModel::Unit::Entries);
    model.setQuery(parsed(u"-level:error"_s));
    const QString other = model.index(0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(other.startsWith(u"error, 72 entr"_s) && other.endsWith(u", excluded"_s), qPrintable(other));
}

void TestFacetModel::labelsAreForPeople_data()
{
    QTest::addColumn<Field>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("label");
    QTest::newRow("absent") << Field::User << u""_s << u"(none)"_s;
    QTest::newRow("as it is") << Field::User << u"CORP\\jdoe"_s << u"CORP\\jdoe"_s;
    QTest::newRow("outcome") << Field::Outcome << u"none"_s << u"neither"_s;
    QTest::newRow("owner") << Field::Owner << u"helpdesk"_s << u"help desk"_s;
    QTest::newRow("control characters are visible") << Field::User << u"a\u202Eb"_s << visibleText(u"a\u202Eb");
}

void TestFacetModel::labelsAreForPeople()
{
    QFETCH(Field, field);
    QFETCH(QString, value);
    QFETCH(QString, label);
    QCOMPARE(FacetModel(field).label(value), label);
}

void TestFacetModel::rowsShowTheMostFrequentAndTheChosen()
{
    FacetModel model(Field::User);
    FacetRows rows;
    const QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::Fatal);
    rows.setSourceModel(&model);
    FacetCounts many;
    for (int i = 0; i < 20; ++i)
        many.append({u"user%1"_s.arg(i, 2, 10, QChar(u'0')), 100 - i});
    model.setCounts(many);
    QCOMPARE(rows.rowCount(), FacetRows::limit);
    QVERIFY(rows.isShortened());
    model.setQuery(parsed(u"user:user15"_s));
    QCOMPARE(values(rows).last(), u"user15"_s);
    QCOMPARE(rows.rowCount(), FacetRows::limit + 1);
    rows.setShowAll(true);
    QCOMPARE(rows.rowCount(), 20);
    QVERIFY(!rows.isShortened());
}

void TestFacetModel::rowsKeepTheirOrderWhenTheQueryNarrows()
{
    FacetModel model(Field::User);
    FacetRows rows;
    const QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::Fatal);
    rows.setSourceModel(&model);
    model.setCounts(users);
    QSignalSpy reset(&rows, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&rows, &QAbstractItemModel::dataChanged);
    model.setCounts({{u"cleo"_s, 2}});
    QCOMPARE(values(rows), QStringList({u"ann"_s, u"ben"_s, u"cleo"_s}));
    QCOMPARE(reset.size(), 0);
    QCOMPARE(changed.size(), 1);
    // Larger counts than ever are a log that grows.
    model.setCounts({{u"cleo"_s, 50}, {u"ann"_s, 20}, {u"ben"_s, 10}});
    QCOMPARE(values(rows), QStringList({u"cleo"_s, u"ann"_s, u"ben"_s}));
}

void TestFacetModel::rowsCanBeFilteredWhenAllAreShown()
{
    FacetModel model(Field::User);
    FacetRows rows;
    const QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::Fatal);
    rows.setSourceModel(&model);
    model.setCounts(users);
    rows.setShowAll(true);
    rows.setFilterText(u"E"_s);
    QCOMPARE(values(rows), QStringList({u"ben"_s, u"cleo"_s}));
    rows.setShowAll(false);
    QCOMPARE(rows.rowCount(), 3);
}

QTEST_GUILESS_MAIN(TestFacetModel)
#include "tst_facetmodel.moc"
