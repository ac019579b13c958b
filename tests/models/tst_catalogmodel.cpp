#include "catalogmodel.h"
#include "roles.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

CatalogPointer catalogOf(const QList<CatalogEntry> &entries)
{
    return std::make_shared<const CatalogSnapshot>(entries, Synonyms());
}

CatalogPointer smallCatalog()
{
    return catalogOf({
        {{Kind::User, 1409},
         u"error"_s,
         u"Authentication"_s,
         u"Mobile Passkey failed."_s,
         u"Mobile Passkey"_s,
         Outcome::Failure,
         false},
        {{Kind::System, 610},
         u"Error"_s,
         u"Authentication"_s,
         u"Enrolment \u202esucceeded."_s,
         u"SecurID OTP"_s,
         Outcome::Success,
         true},
        {{Kind::User, 908}, u"odd"_s, u"Other"_s, u"Attempt made."_s, QString(), Outcome::Pending, false},
    });
}

} // namespace

class TestCatalogModel : public QObject
{
    Q_OBJECT

private slots:
    void startsEmpty();
    void newCatalogIsOneReset();
    void theSameCodesAreAChangeOfTheirRows();
    void notesAreToldByTheirRows();
    void showsEntries_data();
    void showsEntries();
    void sortValuesHaveATypeOfTheirOwn();
    void rowsTellFacts();
    void screenReadersHearTheColumn();
    void headersExplainThemselves();
    void everyColumnHasItsField();
    void rowsAreFoundByKey();
    void wrongIndexesHaveNoData();
};

void TestCatalogModel::startsEmpty()
{
    CatalogModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), int(CatalogModel::ColumnCount));
    QVERIFY(model.catalog());
}

void TestCatalogModel::newCatalogIsOneReset()
{
    CatalogModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    const CatalogPointer catalog = smallCatalog();
    model.setCatalog(catalog);
    QCOMPARE(resets.size(), 1);
    QCOMPARE(changes.size(), 0);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.rowCount(model.index(0, 0)), 0);
    QCOMPARE(model.columnCount(model.index(0, 0)), 0);
    QCOMPARE(model.catalog(), catalog);

    model.setCatalog(catalogOf({}));
    QCOMPARE(resets.size(), 2);
    QCOMPARE(model.rowCount(), 0);
}

void TestCatalogModel::theSameCodesAreAChangeOfTheirRows()
{
    CatalogModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setCatalog(smallCatalog());
    QList<CatalogEntry> entries = smallCatalog()->entries();
    entries[1].description = u"Attempt made again."_s;
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setCatalog(catalogOf(entries));
    QCOMPARE(resets.size(), 0);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(model.index(1, CatalogModel::DescriptionColumn).data().toString(), u"Attempt made again."_s);
}

void TestCatalogModel::notesAreToldByTheirRows()
{
    CatalogContent content;
    content.entries = smallCatalog()->entries();
    content.notes.insert({Kind::User, 908}, {u"Ask first."_s, {}});
    CatalogModel model;
    model.setCatalog(std::make_shared<const CatalogSnapshot>(content));
    QCOMPARE(model.index(1, CatalogModel::CodeColumn).data(NoteRole).toString(), u"Ask first."_s);
    QCOMPARE(model.index(0, CatalogModel::CodeColumn).data(NoteRole).toString(), QString());
    QCOMPARE(model.index(1, CatalogModel::DescriptionColumn).data(Qt::AccessibleTextRole).toString(),
             u"Description: Attempt made. It has a note."_s);
    QVERIFY(EventFlags::fromInt(model.index(1, 0).data(FlagsRole).toInt()).testFlag(EventFlag::HasNote));
}

void TestCatalogModel::showsEntries_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("control characters are seen")
        << 0 << QStringList{u"610"_s,         u"Error"_s,   u"Authentication"_s,
                            u"SecurID OTP"_s, u"success"_s, u"Enrolment \\u{202e}succeeded."_s};
    QTest::newRow("no method") << 1
                               << QStringList{u"908"_s, u"odd"_s, u"Other"_s, u""_s, u"pending"_s, u"Attempt made."_s};
    QTest::newRow("codes without separators")
        << 2 << QStringList{u"1409"_s,           u"error"_s,   u"Authentication"_s,
                            u"Mobile Passkey"_s, u"failure"_s, u"Mobile Passkey failed."_s};
}

void TestCatalogModel::showsEntries()
{
    QFETCH(int, row);
    CatalogModel model;
    model.setCatalog(smallCatalog());
    QStringList texts;
    for (int column = 0; column < CatalogModel::ColumnCount; ++column)
        texts.append(model.index(row, column).data().toString());
    QTEST(texts, "texts");
}

void TestCatalogModel::sortValuesHaveATypeOfTheirOwn()
{
    CatalogModel model;
    model.setCatalog(smallCatalog());
    QCOMPARE(model.index(2, CatalogModel::CodeColumn).data(SortRole), QVariant(qint64(1409)));
    QCOMPARE(model.index(0, CatalogModel::LevelColumn).data(SortRole), QVariant(int(Severity::Error)));
    QCOMPARE(model.index(1, CatalogModel::LevelColumn).data(SortRole), QVariant(int(Severity::Unknown)));
    QCOMPARE(model.index(1, CatalogModel::DescriptionColumn).data(SortRole), QVariant(u"Attempt made."_s));
}

void TestCatalogModel::rowsTellFacts()
{
    CatalogModel model;
    model.setCatalog(smallCatalog());
    for (int column = 0; column < CatalogModel::ColumnCount; ++column) {
        const QModelIndex marked = model.index(0, column);
        QCOMPARE(marked.data(SeverityRole).toInt(), int(Severity::Error));
        QCOMPARE(marked.data(OutcomeRole).toInt(), int(Outcome::Success));
        QCOMPARE(marked.data(KindRole).toInt(), int(Kind::System));
        QCOMPARE(marked.data(CodeRole).toLongLong(), 610);
        QCOMPARE(marked.data(FlagsRole).toInt(), (EventFlags(EventFlag::Known) | EventFlag::Marked).toInt());
    }
    QCOMPARE(model.index(1, 0).data(FlagsRole).toInt(), int(EventFlag::Known));
}

void TestCatalogModel::screenReadersHearTheColumn()
{
    CatalogModel model;
    model.setCatalog(smallCatalog());
    QCOMPARE(model.index(2, CatalogModel::CodeColumn).data(Qt::AccessibleTextRole).toString(), u"Code: 1409"_s);
    QCOMPARE(model.index(2, CatalogModel::OutcomeColumn).data(Qt::AccessibleTextRole).toString(),
             u"Outcome: failure"_s);
}

void TestCatalogModel::headersExplainThemselves()
{
    CatalogModel model;
    QStringList titles;
    for (int section = 0; section < CatalogModel::ColumnCount; ++section) {
        titles.append(model.headerData(section, Qt::Horizontal).toString());
        QVERIFY(!model.headerData(section, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
        QCOMPARE(model.headerData(section, Qt::Horizontal, InitialSortRole).value<Qt::SortOrder>(), Qt::AscendingOrder);
        QCOMPARE(model.headerData(section, Qt::Horizontal, WidthHintRole).toString().isEmpty(),
                 section == CatalogModel::DescriptionColumn);
    }
    QCOMPARE(titles, (QStringList{u"Code"_s, u"Level"_s, u"Category"_s, u"Method"_s, u"Outcome"_s, u"Description"_s}));
    QVERIFY(!model.headerData(CatalogModel::ColumnCount, Qt::Horizontal).isValid());
    QVERIFY(!model.headerData(0, Qt::Vertical).isValid());
}

void TestCatalogModel::everyColumnHasItsField()
{
    QCOMPARE(CatalogModel::fieldOf(CatalogModel::CodeColumn), Field::Code);
    QCOMPARE(CatalogModel::fieldOf(CatalogModel::LevelColumn), Field::Level);
    QCOMPARE(CatalogModel::fieldOf(CatalogModel::CategoryColumn), Field::Category);
    QCOMPARE(CatalogModel::fieldOf(CatalogModel::MethodColumn), Field::Method);
    QCOMPARE(CatalogModel::fieldOf(CatalogModel::OutcomeColumn), Field::Outcome);
    QCOMPARE(CatalogModel::fieldOf(CatalogModel::DescriptionColumn), Field::Description);
    QCOMPARE(CatalogModel::fieldOf(CatalogModel::ColumnCount), Field::Text);
}

void TestCatalogModel::rowsAreFoundByKey()
{
    CatalogModel model;
    model.setCatalog(smallCatalog());
    QCOMPARE(model.rowOf({Kind::User, 1409}), 2);
    QCOMPARE(model.rowOf({Kind::System, 610}), 0);
    QCOMPARE(model.rowOf({Kind::User, 610}), -1);
    QCOMPARE(model.entryAt(1).key.code, 908);
}

void TestCatalogModel::wrongIndexesHaveNoData()
{
    CatalogModel model;
    model.setCatalog(smallCatalog());
    QVERIFY(!model.data(QModelIndex()).isValid());
    QVERIFY(!model.data(model.index(0, 0), HiddenRole).isValid());
}

QTEST_GUILESS_MAIN(TestCatalogModel)
#include "tst_catalogmodel.moc"
