#include "logmodel.h"

#include "blockingsource.h"
#include "celltexts.h"
#include "roles.h"
#include "rowcells.h"
#include "testcatalog.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

QByteArray log()
{
    return testRecord(701, "2026-01-15T09:00:00.118Z", "jdoe@example.com",
                      R"x(,"method":"Approve (own)","application":"VPN")x")
        + testRecord(702, "2026-01-15T09:00:01Z", "CORP\\\\jdoe", R"(,"sourceIPAddress":"192.0.2.7")")
        + testRecord(4242, "2026-01-16T11:00:00Z", "a\\u202eb",
                     R"(,"eventLevel":"error","eventCategory":"Own","eventDescription":"Own words")")
        + "this is no JSON\n" + testRecord(901, "", "late@example.com");
}

} // namespace

class tst_LogModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void cellsShowTheRecordAndWhatTheCatalogSaysOfIt();
    void theDateIsMutedWhereItRepeatsTheRowAbove();
    void severityIsAFactOfTheRow();
    void aLineThatIsNotUnderstoodIsShownAsItStands();
    void sortValuesAreTyped();
    void aQueryResetsTheModelOnceAndKeepsItConsistent();
    void errorsAreFoundForwardsAndBackwards();
    void positionsAndRecordsAgree();
    void headersTellTitleWidthAndOrder();
    void rowsGrowInRangesWhileLoading();
    void theFileIsAColumnWhereThereAreSeveral();
    void textsAreReadElsewhereAndAnnouncedForTheirRowsAlone();
    void theRowsAroundAScreenAreReadAhead();
    void aFileThatDoesNotAnswerHoldsNobodyUp();
    void descriptionsBeyondThoseThatAreKeptAreReadToo();

private:
    QString cell(int row, int column) const { return shownBy(*m_model, row, column); }
    /// When it is known.
    static QString shownBy(const LogModel &model, int row, int column)
    {
        const QModelIndex index = model.index(row, column);
        return QTest::qWaitFor([&] { return index.data().isValid(); }) ? index.data().toString() : u"unknown"_s;
    }
    void openShare(int lines);

    std::unique_ptr<LogDocument> m_document;
    std::unique_ptr<LogModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::shared_ptr<BlockingSource> m_source;
};

void tst_LogModel::init()
{
    LogOptions options;
    options.inputZone = QTimeZone::utc();
    m_document = std::make_unique<LogDocument>(u"pasted"_s, log(), options, testCatalog());
    m_document->setZone(QTimeZone::utc());
    m_model = std::make_unique<LogModel>(m_document.get());
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    m_document->load();
    QTRY_VERIFY(m_document->state() == LogDocument::State::Complete && !m_document->isFiltering());
}

void tst_LogModel::cleanup()
{
    if (m_source)
        m_source->release();
    m_tester.reset();
    m_model.reset();
    m_document.reset();
}

void tst_LogModel::cellsShowTheRecordAndWhatTheCatalogSaysOfIt()
{
    QCOMPARE(m_model->rowCount(), 5);
    QCOMPARE(cell(0, LogModel::TimeColumn), u"2026-01-15 09:00:00.118"_s);
    QCOMPARE(cell(0, LogModel::LevelColumn), u"notice"_s);
    QCOMPARE(cell(0, LogModel::CodeColumn), u"701"_s);
    QCOMPARE(cell(0, LogModel::UserColumn), u"jdoe@example.com"_s);
    QCOMPARE(cell(0, LogModel::DescriptionColumn), u"Approve authentication succeeded."_s);
    QCOMPARE(cell(0, LogModel::MethodColumn), u"Approve (own)"_s);
    QCOMPARE(cell(0, LogModel::ApplicationColumn), u"VPN"_s);
    QCOMPARE(cell(0, LogModel::LineColumn), u"1"_s);
    QCOMPARE(cell(1, LogModel::UserColumn), u"CORP\\jdoe"_s);
    QCOMPARE(cell(1, LogModel::MethodColumn), u"Approve"_s);
    QCOMPARE(cell(1, LogModel::SourceIpColumn), u"192.0.2.7"_s);
    QCOMPARE(cell(2, LogModel::DescriptionColumn), u"Own words"_s);
    QCOMPARE(cell(2, LogModel::CategoryColumn), u"Own"_s);
    QCOMPARE(cell(2, LogModel::UserColumn), u"a\\u{202e}b"_s);
    QCOMPARE(cell(4, LogModel::TimeColumn), QString());
}

void tst_LogModel::theDateIsMutedWhereItRepeatsTheRowAbove()
{
    const auto muted = [this](int row) { return m_model->index(row, LogModel::TimeColumn).data(MutedRole).toInt(); };
    QCOMPARE(muted(0), 0);
    QCOMPARE(muted(1), 11);
    QCOMPARE(muted(2), 0);
    QCOMPARE(muted(4), 0);
}

void tst_LogModel::severityIsAFactOfTheRow()
{
    const auto severity = [this](int row) {
        return Severity(m_model->index(row, LogModel::UserColumn).data(SeverityRole).toInt());
    };
    QCOMPARE(severity(0), Severity::Notice);
    QCOMPARE(severity(1), Severity::Error);
    QCOMPARE(severity(2), Severity::Error);
    QCOMPARE(severity(3), Severity::Unknown);
    const EventFlags unknown = EventFlags::fromInt(m_model->index(2, 0).data(FlagsRole).toInt());
    QVERIFY(unknown.testFlag(EventFlag::UnknownCode));
}

void tst_LogModel::aLineThatIsNotUnderstoodIsShownAsItStands()
{
    QCOMPARE(cell(3, LogModel::DescriptionColumn), u"this is no JSON"_s);
    QCOMPARE(cell(3, LogModel::CodeColumn), QString());
    QVERIFY(m_model->index(3, LogModel::DescriptionColumn).data(FixedFontRole).toBool());
    QCOMPARE(m_document->notUnderstood(), 1);
}

void tst_LogModel::sortValuesAreTyped()
{
    QCOMPARE(m_model->index(1, LogModel::CodeColumn).data(SortRole).typeId(), int(QMetaType::LongLong));
    QCOMPARE(m_model->index(1, LogModel::CodeColumn).data(SortRole).toLongLong(), 702);
    QCOMPARE(m_model->index(0, LogModel::TimeColumn).data(SortRole).toLongLong(), 1768467600118);
    QVERIFY(!m_model->index(4, LogModel::TimeColumn).data(SortRole).isValid());
}

void tst_LogModel::aQueryResetsTheModelOnceAndKeepsItConsistent()
{
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    m_document->setQuery(Query::parse(u"level:error").query);
    QTRY_COMPARE(m_model->rowCount(), 2);
    QTRY_VERIFY(!m_document->isFiltering());
    QCOMPARE(resets.size(), 1);
    QCOMPARE(cell(1, LogModel::CodeColumn), u"4242"_s);
    m_model->sort(LogModel::CodeColumn, Qt::DescendingOrder);
    QTRY_COMPARE(cell(0, LogModel::CodeColumn), u"4242"_s);
    m_model->sort(-1, Qt::AscendingOrder);
    QTRY_COMPARE(cell(0, LogModel::CodeColumn), u"702"_s);
}

void tst_LogModel::errorsAreFoundForwardsAndBackwards()
{
    QCOMPARE(m_model->nextError(-1, false), 1);
    QCOMPARE(m_model->nextError(1, false), 2);
    QCOMPARE(m_model->nextError(2, false), -1);
    QCOMPARE(m_model->nextError(-1, true), 2);
    QCOMPARE(m_model->nextError(2, true), 1);
    QCOMPARE(m_model->nextError(1, true), -1);
}

void tst_LogModel::positionsAndRecordsAgree()
{
    QCOMPARE(m_model->positionOf(3), 3);
    QCOMPARE(m_model->positionOf(99), -1);
    m_document->setQuery(Query::parse(u"level:error").query);
    QTRY_COMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->recordAt(1), Row(2));
    QCOMPARE(m_model->positionOf(2), 1);
    QCOMPARE(m_model->positionOf(0), -1);
}

void tst_LogModel::headersTellTitleWidthAndOrder()
{
    for (int column = 0; column < LogModel::ColumnCount; ++column) {
        QVERIFY(!m_model->headerData(column, Qt::Horizontal).toString().isEmpty());
        QVERIFY(!m_model->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
    }
    QVERIFY(m_model->headerData(LogModel::DescriptionColumn, Qt::Horizontal, WidthHintRole).toString().isEmpty());
    QCOMPARE(m_model->headerData(LogModel::TimeColumn, Qt::Horizontal, InitialSortRole).value<Qt::SortOrder>(),
             Qt::DescendingOrder);
    QCOMPARE(LogModel::fieldOf(LogModel::UserColumn), Field::User);
}

void tst_LogModel::rowsGrowInRangesWhileLoading()
{
    QByteArray bytes;
    for (int i = 0; i < 200'000; ++i)
        bytes += testRecord(701 + i % 3, "2026-01-15T09:00:00Z", "jdoe");
    LogDocument document(u"large"_s, bytes, {}, testCatalog());
    LogModel model(&document);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    document.load();
    QTRY_VERIFY(document.state() == LogDocument::State::Complete && !document.isFiltering());
    QCOMPARE(model.rowCount(), 200'000);
    QCOMPARE(resets.size(), 1);
    // A batch is a range that begins where the last one ended, and there are few of them.
    int expected = resets.isEmpty() ? 0 : -1;
    for (const QList<QVariant> &insert : inserts) {
        if (expected >= 0)
            QCOMPARE(insert.at(1).toInt(), expected);
        expected = insert.at(2).toInt() + 1;
    }
    QVERIFY(inserts.size() <= 200);
}

void tst_LogModel::theFileIsAColumnWhereThereAreSeveral()
{
    QVERIFY(!m_model->hasSeveralFiles());
    QVERIFY(m_model->headerData(LogModel::FileColumn, Qt::Horizontal, HiddenRole).toBool());
    QCOMPARE(LogModel::fieldOf(LogModel::FileColumn), Field::File);

    const QTemporaryDir folder;
    QStringList paths;
    for (const char *name : {"b.log", "a.log"}) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(testRecord(702, "2026-01-15T09:00:00Z", name));
        paths.append(file.fileName());
    }
    LogDocument document(paths, LogOptions(), testCatalog());
    LogModel model(&document);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    document.load();
    QTRY_VERIFY(document.state() == LogDocument::State::Complete && !document.isFiltering());
    QVERIFY(model.hasSeveralFiles());
    QVERIFY(!model.headerData(LogModel::FileColumn, Qt::Horizontal, HiddenRole).toBool());
    QCOMPARE(model.index(0, LogModel::FileColumn).data().toString(), u"b.log"_s);
    QCOMPARE(model.index(1, LogModel::FileColumn).data().toString(), u"a.log"_s);
    model.sort(LogModel::FileColumn, Qt::DescendingOrder);
    QTRY_COMPARE(model.index(0, LogModel::FileColumn).data().toString(), u"a.log"_s);
}

/// Plain text in place of what init() opened.
void tst_LogModel::openShare(int lines)
{
    m_tester.reset();
    m_model.reset();
    m_source = std::make_shared<BlockingSource>(plainLines(lines));
    m_document = std::make_unique<LogDocument>(locationOf(m_source, u"share.log"_s), LogOptions(), testCatalog());
    m_model = std::make_unique<LogModel>(m_document.get());
    m_document->load();
    QTRY_VERIFY(m_document->state() == LogDocument::State::Complete && !m_document->isFiltering());
}

void tst_LogModel::textsAreReadElsewhereAndAnnouncedForTheirRowsAlone()
{
    openShare(20'000);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_source->block();
    for (int row = 12'000; row < 12'040; ++row)
        QVERIFY(!m_model->index(row, LogModel::DescriptionColumn).data().isValid());
    QVERIFY(!m_model->index(12'000, LogModel::DescriptionColumn).data(SortRole).isValid());
    // The other columns know.
    QCOMPARE(cell(12'000, LogModel::LineColumn), QLocale().toString(12'001));
    QVERIFY(changed.isEmpty());
    m_source->release();
    const auto announced = [&] {
        QSet<int> rows;
        for (const QList<QVariant> &change : changed) {
            const auto from = change.at(0).toModelIndex();
            const auto to = change.at(1).toModelIndex();
            for (int row = from.row(); row <= to.row(); ++row)
                rows.insert(row);
        }
        return rows;
    };
    // Those that were asked for, and those around them that were read ahead.
    QTRY_COMPARE(announced().size(), 3 * 40);
    for (int row = 12'000 - 40; row < 12'080; ++row)
        QVERIFY(announced().contains(row));
    for (int row = 12'000; row < 12'040; ++row)
        QCOMPARE(m_model->index(row, LogModel::DescriptionColumn).data().toString(), plainLine(row));
    for (const QList<QVariant> &change : changed) {
        QCOMPARE(change.at(0).toModelIndex().column(), int(LogModel::DescriptionColumn));
        QCOMPARE(change.at(1).toModelIndex().column(), int(LogModel::DescriptionColumn));
    }
    QVERIFY(!m_source->wasReadHere());
}

void tst_LogModel::theRowsAroundAScreenAreReadAhead()
{
    openShare(20'000);
    const auto known = [this](int row) { return m_model->index(row, LogModel::DescriptionColumn).data().isValid(); };
    for (int row = 10'000; row < 10'050; ++row)
        QTRY_VERIFY(known(row));
    QSignalSpy arrived(m_model->findChild<CellTexts *>(), &CellTexts::arrived);
    QTRY_VERIFY(known(10'049) && !arrived.isEmpty());
    m_source->block();
    // A page down, or up, needs no reading; what lies far off does.
    for (int row = 9'950; row < 10'100; ++row)
        QVERIFY2(known(row), qPrintable(QString::number(row)));
    QVERIFY(!known(19'000));
}

void tst_LogModel::aFileThatDoesNotAnswerHoldsNobodyUp()
{
    openShare(20'000);
    m_source->block();
    // A thousand screens: were each of them waited for, this would take minutes.
    for (int screen = 0; screen < 1000; ++screen) {
        for (int row = screen * 20; row < screen * 20 + 20; ++row)
            QVERIFY(!m_model->index(row, LogModel::DescriptionColumn).data().isValid());
        QCoreApplication::processEvents();
    }
    QCOMPARE(m_source->hanging(), 1);
    m_source->release();
    // What was asked for last is there, whatever was dropped before it.
    QTRY_COMPARE(m_model->index(19'999, LogModel::DescriptionColumn).data().toString(), plainLine(19'999));
    // A log that is read again is not kept for its texts.
    const std::weak_ptr<Log> before = m_document->log();
    m_document->reload({});
    QTRY_VERIFY(before.expired());
    QTRY_VERIFY(m_document->state() == LogDocument::State::Complete && !m_document->isFiltering());
    // And it may go while one hangs.
    m_source->block();
    QVERIFY(!m_model->index(3000, LogModel::DescriptionColumn).data().isValid());
    m_source->waitForReader();
    m_model.reset();
    m_document.reset();
    QCOMPARE(m_source->hanging(), 1);
}

void tst_LogModel::descriptionsBeyondThoseThatAreKeptAreReadToo()
{
    constexpr int records = 80'000; // more than are kept
    QByteArray bytes;
    for (int i = 0; i < records; ++i)
        bytes += testRecord(4242, "2026-01-16T11:00:00Z", "u",
                            (R"(,"eventDescription":"Own words )" + QByteArray::number(i) + '"').constData());
    m_tester.reset();
    m_model.reset();
    m_document = std::make_unique<LogDocument>(u"pasted"_s, bytes, LogOptions(), testCatalog());
    m_model = std::make_unique<LogModel>(m_document.get());
    m_document->load();
    QTRY_VERIFY_WITH_TIMEOUT(m_document->state() == LogDocument::State::Complete && !m_document->isFiltering(), 20'000);
    const RowCells cells(*m_document->log(), *m_document->resolution(), QTimeZone::utc());
    QVERIFY(!cells.isOwnText(0));
    QVERIFY(cells.isOwnText(records - 1));
    for (const int row : {0, records / 2, records - 1})
        QCOMPARE(cell(row, LogModel::DescriptionColumn), u"Own words %1"_s.arg(row));
}

QTEST_GUILESS_MAIN(tst_LogModel)
#include "tst_logmodel.moc"
