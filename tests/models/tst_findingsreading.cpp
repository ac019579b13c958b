#include "findingsreading.h"

#include "blockingsource.h"
#include "findingrecordsmodel.h"
#include "findingsmodel.h"
#include "findingtexts.h"
#include "htmltext.h"
#include "logdocument.h"
#include "roles.h"
#include "statefolder.h"
#include "testcatalog.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

/// jdoe's pushes are denied, `minute` after nine.
QByteArray bombing(int minute, const char *user = "jdoe")
{
    QByteArray bytes;
    for (int i = 0; i < 5; ++i) {
        const QByteArray time = "2026-01-15T09:" + QByteArray::number(minute + i).rightJustified(2, '0') + ":00Z";
        bytes += testRecord(703, time.constData(), user);
    }
    return bytes;
}

RuleSetPointer shippedRules()
{
    const Result<RuleSet> rules = RuleSet::shipped();
    return rules ? std::make_shared<const RuleSet>(rules.value()) : nullptr;
}

QStringList titles(const FindingsReading &reading)
{
    QStringList titles;
    if (reading.findings()) {
        for (const Finding &finding : reading.findings()->list)
            titles.append(finding.rule + u' ' + finding.user);
    }
    return titles;
}

} // namespace

class tst_FindingsReading : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void theWholeLogIsJudgedWhateverTheQuery();
    void aLogThatGrowsIsJudgedAgain();
    void anotherCatalogIsAnotherAnswer();
    void noFileHoldsUpTheWindow();
    void whatIsDismissedStaysSoForThisLogAlone();
    void whatWasDismissedHoldsWhenTheLogHasGrown();
    void whatIsPastedLeavesNoTrace();
    void theModelListsWhatIsNotDismissed();
    void recordsAreToldByTheColumns();
    void aToolTipIsNoMarkup();
    void aQueryKeepsTheRecords_data();
    void aQueryKeepsTheRecords();
    void aTicketTellsTheFinding();

private:
    QString write(const QByteArray &bytes, const QString &name = u"user.log"_s);
    void open(const QString &path);
    const Finding &finding(int index) const { return m_reading->findings()->list.at(index); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StateFolder> m_state;
    std::unique_ptr<DismissalStore> m_store;
    std::unique_ptr<LogDocument> m_document;
    std::unique_ptr<FindingsReading> m_reading;
};

void tst_FindingsReading::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_state = std::make_unique<StateFolder>(m_folder->filePath(u"state"_s));
    m_store = std::make_unique<DismissalStore>(*m_state);
}

void tst_FindingsReading::cleanup()
{
    m_reading.reset();
    m_document.reset();
}

QString tst_FindingsReading::write(const QByteArray &bytes, const QString &name)
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        QTest::qFail("cannot write", __FILE__, __LINE__);
    return file.fileName();
}

void tst_FindingsReading::open(const QString &path)
{
    cleanup();
    LogOptions options;
    options.inputZone = QTimeZone::utc();
    m_document = std::make_unique<LogDocument>(LogLocation(path), options, testCatalog());
    m_document->setZone(QTimeZone::utc());
    m_reading = std::make_unique<FindingsReading>(m_document.get(), shippedRules(), *m_store);
    QVERIFY(!m_reading->findings());
    m_document->load();
    QTRY_VERIFY(m_reading->findings() && !m_reading->isReading());
}

void tst_FindingsReading::theWholeLogIsJudgedWhateverTheQuery()
{
    open(write(bombing(0)));
    QCOMPARE(titles(*m_reading), QStringList{u"push-bombing jdoe"_s});
    QCOMPARE(finding(0).rows.size(), Row(5));
    for (Row position = 0; position < 5; ++position)
        QCOMPARE(finding(0).rows.at(position), position);
    QSignalSpy changed(m_reading.get(), &FindingsReading::changed);
    m_document->setQuery(Query::parse(u"user:nobody"_s).query);
    QTRY_VERIFY(!m_document->isFiltering());
    QTest::qWait(0);
    QVERIFY(!m_reading->isReading());
    QCOMPARE(changed.size(), 0);
    QCOMPARE(m_reading->openCount(), 1);
}

void tst_FindingsReading::aLogThatGrowsIsJudgedAgain()
{
    const QString path = write(testRecord(901, "2026-01-15T08:00:00Z", "jdoe"));
    open(path);
    QCOMPARE(titles(*m_reading), QStringList());
    m_document->setFollowing(true);
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    file.write(bombing(0));
    file.close();
    m_document->look();
    QTRY_COMPARE(titles(*m_reading), QStringList{u"push-bombing jdoe"_s});
    QTRY_VERIFY(!m_reading->isReading());
}

void tst_FindingsReading::anotherCatalogIsAnotherAnswer()
{
    open(write(testRecord(701, "2026-01-15T08:00:00Z", "jdoe")));
    QCOMPARE(titles(*m_reading), QStringList());
    m_document->setCatalog(std::make_shared<const CatalogSnapshot>());
    QTRY_COMPARE(titles(*m_reading), QStringList{u"unknown-code "_s});
}

void tst_FindingsReading::noFileHoldsUpTheWindow()
{
    const auto source = std::make_shared<BlockingSource>(bombing(0));
    LogOptions options;
    options.inputZone = QTimeZone::utc();
    m_document = std::make_unique<LogDocument>(locationOf(source, u"share.log"_s), options, testCatalog());
    m_document->load();
    QTRY_VERIFY(m_document->state() == LogDocument::State::Complete && !m_document->isFiltering());
    source->block();
    m_reading = std::make_unique<FindingsReading>(m_document.get(), shippedRules(), *m_store);
    source->waitForReader(); // for the fingerprint; on another thread
    QVERIFY(m_reading->isReading());
    source->release();
    QTRY_VERIFY(m_reading->findings());
    QVERIFY(!source->wasReadHere());
}

void tst_FindingsReading::whatIsDismissedStaysSoForThisLogAlone()
{
    const QString path = write(bombing(0) + bombing(30, "asmith"));
    open(path);
    QCOMPARE(m_reading->openCount(), 2);
    QSignalSpy changed(m_reading.get(), &FindingsReading::dismissalsChanged);
    QVERIFY(m_reading->dismiss(finding(1), u"A test."_s));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_reading->openCount(), 1);
    QVERIFY(!m_reading->dismissalOf(finding(0)));

    m_state = std::make_unique<StateFolder>(m_folder->filePath(u"state"_s));
    m_store = std::make_unique<DismissalStore>(*m_state);
    open(path);
    QCOMPARE(m_reading->dismissalOf(finding(1)), std::optional(u"A test."_s));
    QCOMPARE(m_reading->openCount(), 1);
    // Another file of the same events.
    open(write(bombing(0) + bombing(30, "asmith"), u"copy.log"_s));
    QCOMPARE(m_reading->openCount(), 2);
    // Another log in the same place.
    open(write(testRecord(901, "2026-01-15T08:00:00Z", "jdoe") + bombing(0) + bombing(30, "asmith")));
    QCOMPARE(m_reading->openCount(), 2);
    open(write(bombing(0) + bombing(30, "asmith")));
    QCOMPARE(m_reading->openCount(), 1);
    QVERIFY(m_reading->restore(finding(1)));
    QCOMPARE(m_reading->openCount(), 2);
    open(path);
    QCOMPARE(m_reading->openCount(), 2);
}

void tst_FindingsReading::whatWasDismissedHoldsWhenTheLogHasGrown()
{
    open(write(bombing(0)));
    QVERIFY(m_reading->dismiss(finding(0), u"A test."_s));
    open(write(bombing(0) + testRecord(901, "2026-01-15T10:00:00Z", "jdoe")));
    QCOMPARE(m_reading->openCount(), 0);
    QVERIFY(m_reading->restore(finding(0)));
    open(write(bombing(0)));
    QCOMPARE(m_reading->openCount(), 1);
}

void tst_FindingsReading::whatIsPastedLeavesNoTrace()
{
    m_document = std::make_unique<LogDocument>(u"Pasted 1"_s, bombing(0), LogOptions(), testCatalog());
    m_reading = std::make_unique<FindingsReading>(m_document.get(), shippedRules(), *m_store);
    m_document->load();
    QTRY_VERIFY(m_reading->findings());
    QVERIFY(m_reading->dismiss(finding(0), u"A test."_s));
    QCOMPARE(m_reading->openCount(), 0);
    QVERIFY(!QFile::exists(m_folder->filePath(u"state/dismissals.json"_s)));
}

void tst_FindingsReading::theModelListsWhatIsNotDismissed()
{
    open(write(bombing(0) + bombing(30, "a\\u202eb")));
    FindingsModel model(m_reading.get());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setZone(QTimeZone::utc());
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex index = model.index(1);
    QCOMPARE(index.data().toString(), u"Push bombing"_s);
    QCOMPARE(index.data(SeverityRole).toInt(), int(Severity::Error));
    QCOMPARE(index.data(FindingsModel::ReasonRole).toString(),
             u"a\\u{202e}b left 5 push requests unanswered or denied them, 5 or more within 10 minutes."_s);
    QCOMPARE(index.data(FindingsModel::WhenRole).toString(), u"2026-01-15 09:30:00 – 09:34:00 · 5 record(s)"_s);
    QVERIFY(!index.data(FindingsModel::DismissalRole).isValid());
    QVERIFY(index.data(Qt::AccessibleTextRole).toString().startsWith(u"error, Push bombing, a\\u{202e}b left"_s));

    const QString key = findingKey(model.findingAt(1));
    QCOMPARE(model.rowOf(key), 1);
    QVERIFY(m_reading->dismiss(model.findingAt(1), u"Ours\u202e."_s));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.rowOf(key), -1);
    model.setDismissedShown(true);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(1).data(FindingsModel::DismissalRole).toString(), u"Ours\\u{202e}."_s);
}

void tst_FindingsReading::recordsAreToldByTheColumns()
{
    open(write(bombing(0) + "no record at all\n"));
    FindingRecordsModel model(m_document.get());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(model.rowCount(), 0);
    model.setRows(RowSet::of({1, 5}));
    QStringList texts;
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < 4; ++column)
            texts.append(model.index(row, column).data().toString());
    }
    QCOMPARE(texts,
             QStringList({u"2026-01-15 09:01:00.000"_s, u"703"_s, u"jdoe"_s,
                          u"Approve authentication failed - User denied approval."_s, QString(), QString(), QString(),
                          QString()}));
    QCOMPARE(model.recordAt(1), Row(5));
    QCOMPARE(model.headerData(3, Qt::Horizontal).toString(), u"Description"_s);
}

void tst_FindingsReading::aToolTipIsNoMarkup()
{
    open(write("{\"eventCode\":\"703\",\"eventLogDate\":\"2026-01-15T09:00:00Z\",\"userId\":\"<b>jdoe</b>\"}\n"));
    FindingRecordsModel model(m_document.get());
    model.setRows(RowSet::of({0}));
    const QModelIndex user = model.index(0, FindingRecordsModel::UserColumn);
    QCOMPARE(user.data().toString(), u"<b>jdoe</b>"_s);
    QCOMPARE(user.data(Qt::ToolTipRole).toString(), plainToolTip(u"<b>jdoe</b>"_s));
}

void tst_FindingsReading::aQueryKeepsTheRecords_data()
{
    QTest::addColumn<QTimeZone>("zone");
    QTest::newRow("UTC") << QTimeZone::utc();
    QTest::newRow("Berlin") << QTimeZone("Europe/Berlin");
}

void tst_FindingsReading::aQueryKeepsTheRecords()
{
    QFETCH(QTimeZone, zone);
    open(write(bombing(0) + bombing(0, "asmith") + testRecord(703, "2026-01-15T08:59:59.999Z", "jdoe")
               + testRecord(901, "2026-01-15T09:01:00Z", "jdoe")));
    m_document->setZone(zone);
    const auto found = std::ranges::find(m_reading->findings()->list, u"jdoe"_s, &Finding::user);
    QVERIFY(found != m_reading->findings()->list.end());
    QCOMPARE(found->rows.size(), Row(6));
    m_document->setQuery(findingQuery(*found));
    QTRY_VERIFY(!m_document->isFiltering());
    QList<Row> rows;
    for (Row position = 0; position < m_document->rows().size(); ++position)
        rows.append(m_document->rows().at(position));
    QCOMPARE(rows, QList<Row>({0, 1, 2, 3, 4, 10}));
    QVERIFY(Query::parse(m_document->query().toString()).ok());
}

void tst_FindingsReading::aTicketTellsTheFinding()
{
    open(write(bombing(0)));
    const Ticket ticket = ticketOf(finding(0), *m_document->log(), *m_document->resolution(), QTimeZone::utc());
    QCOMPARE(ticket.title, u"Push bombing"_s);
    QStringList facts;
    for (const Ticket::Fact &fact : ticket.facts)
        facts.append(fact.name + u'=' + fact.value);
    QCOMPARE(facts,
             QStringList({u"Severity=error"_s, u"Time=2026-01-15 09:00:00 – 09:04:00 (UTC)"_s, u"Records=5"_s,
                          u"User=jdoe"_s}));
    QCOMPARE(ticket.sentences, QStringList({finding(0).reason, finding(0).advice}));
    QCOMPARE(ticket.columns.size(), 4);
    QCOMPARE(ticket.rows.size(), 5);
    QCOMPARE(ticket.rows.first(),
             QStringList({u"2026-01-15 09:00:00.000"_s, u"703"_s, u"jdoe"_s,
                          u"Approve authentication failed - User denied approval."_s}));
}

QTEST_GUILESS_MAIN(tst_FindingsReading)
#include "tst_findingsreading.moc"
