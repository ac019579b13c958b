// The tasks T3 to T8 of a help desk, in the real window, on a log in which what is looked for stands among ordinary
// records. Each takes three actions at most from the open log; what it answers leads to its records by one more.

#include "actions.h"
#include "detailspane.h"
#include "emptystate.h"
#include "findingsmodel.h"
#include "findingspage.h"
#include "incidentstory.h"
#include "linkbutton.h"
#include "logmodel.h"
#include "logview.h"
#include "plantedlog.h"
#include "querystate.h"
#include "storystatemodel.h"
#include "storyview.h"
#include "summarypage.h"
#include "summarytab.h"
#include "timelinemodel.h"
#include "timelineview.h"
#include "userpage.h"
#include "windowfixture.h"
#include "words.h"

#include <QClipboard>
#include <QListView>
#include <QSet>
#include <QTableView>
#include <QTreeView>

#include <algorithm>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

constexpr int mostActions = 3;
/// A log of a million records takes its time where all cores are busy.
constexpr int patienceMs = 120'000;
const QString jdoe = u"jdoe@example.com"_s;

QSet<Row> rowsOf(const Finding &finding)
{
    const std::span<const Row> rows = finding.rows.rows();
    return {rows.begin(), rows.end()};
}

} // namespace

class TestTriageTasks : public WindowFixture
{
    Q_OBJECT

private slots:
    void jdoeCannotSignIn(); // T3
    void isJdoeLockedOut(); // T4
    void isSomebodyPushBombingJdoe(); // T5
    void isItUsOrTheUser(); // T6
    void whatHappenedInThisSignIn(); // T7
    void putRecordsInTheTicket(); // T8
    void putTheUserInTheTicket();
    void putAFindingInTheTicket();
    void putTheSummaryInTheTicket();
    void everyIncidentIsFoundAndLeadsToItsRecords();
    void ordinaryDaysHaveNoFindings();

private:
    void initTestCase() override;
    bool open(const QString &name);
    bool isSettled() const
    {
        const LogDocument *document = m_pane->document();
        return document->state() == LogDocument::State::Complete && !document->isFiltering();
    }
    FindingsPage *findings() const { return m_pane->findChild<FindingsPage *>(); }
    UserPage *people() const { return m_pane->findChild<UserPage *>(); }
    TimelineView *timeline() const { return m_pane->findChild<TimelineView *>(); }
    QModelIndex signIn(int row) const { return people()->story()->signIns()->model()->index(row, 0); }
    QModelIndex lockedState() const;
    QPoint cell(int row) const { return m_pane->view()->visualRect(row, LogModel::CodeColumn).center(); }
    QSet<Row> shownRows() const;
    QStringList shownCodes() const { return WindowFixture::shownCodes(m_pane); }
    QString userOf(Row row) const;
    QDateTime timeOf(const QString &rule) const;
    QSet<Row> evidenceOf(const QString &rule) const;
    QHash<Owner, qint64> errorsByOwner() const;
    int highestBin() const;
    QString copied(Actions &actions) const;

    QTemporaryDir m_logs;
    QList<PlantedIncident> m_incidents;
    LogPane *m_pane = nullptr;
};

void TestTriageTasks::initTestCase()
{
    WindowFixture::initTestCase();
    LogGeneratorOptions options = ordinaryDays(plantedLogRecords());
    QVERIFY(writePlantedLog(m_logs.filePath(u"calm.ndjson"_s), options));
    options.incidents = m_incidents = everyIncident(options);
    // Behind all other incidents.
    options.storyTime = m_incidents.constLast().time.addSecs(8 * 3600);
    QVERIFY(writePlantedLog(m_logs.filePath(u"incidents.ndjson"_s), options));
}

bool TestTriageTasks::open(const QString &name)
{
    m_pane = m_window->openFile(m_logs.filePath(name));
    return QTest::qWaitFor([this] { return isSettled() && !findings()->statusText().isEmpty(); }, patienceMs)
        && m_pane->document()->recordCount() == Row(plantedLogRecords());
}

/// The thing that is said to be locked; invalid where none or several are.
QModelIndex TestTriageTasks::lockedState() const
{
    const QAbstractItemModel *model = people()->story()->states()->model();
    QModelIndex locked;
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex state = model->index(row, StoryStateModel::LockColumn);
        if (!state.data().toString().startsWith(u"locked"))
            continue;
        if (locked.isValid())
            return {};
        locked = state;
    }
    return locked;
}

QSet<Row> TestTriageTasks::shownRows() const
{
    const RowSet &rows = m_pane->document()->rows();
    QSet<Row> set;
    for (Row position = 0; position < rows.size(); ++position)
        set.insert(rows.at(position));
    return set;
}

QString TestTriageTasks::userOf(Row row) const
{
    const Log &log = *m_pane->document()->log();
    return log.texts(TextColumn::User).text(log.columns().user(row));
}

QDateTime TestTriageTasks::timeOf(const QString &rule) const
{
    return std::ranges::find(m_incidents, rule, &PlantedIncident::rule)->time;
}

/// The records of the rule's first finding.
QSet<Row> TestTriageTasks::evidenceOf(const QString &rule) const
{
    const QList<Finding> shown = findings()->shownFindings();
    const auto found = std::ranges::find(shown, rule, &Finding::rule);
    return found == shown.end() ? QSet<Row>() : rowsOf(*found);
}

/// Counted without the summary.
QHash<Owner, qint64> TestTriageTasks::errorsByOwner() const
{
    QHash<Owner, qint64> errors;
    for (Row row = 0; row < m_pane->document()->recordCount(); ++row) {
        const ResolvedEvent &event = m_pane->document()->eventOf(row);
        if (severityOf(event.level) <= Severity::Error)
            ++errors[event.owner];
    }
    return errors;
}

/// Of the timeline.
int TestTriageTasks::highestBin() const
{
    const TimelineReading &reading = timeline()->reading();
    int highest = 0;
    for (int bin = 0; bin < reading.bins().count(); ++bin) {
        if (reading.total(bin) > reading.total(highest))
            highest = bin;
    }
    return highest;
}

/// What the ticket's key puts on the clipboard.
QString TestTriageTasks::copied(Actions &actions) const
{
    actions.press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    if (!QTest::qWaitFor([] { return !QGuiApplication::clipboard()->text().isEmpty(); }, patienceMs))
        QTest::qFail("Nothing was copied.", __FILE__, __LINE__);
    return QGuiApplication::clipboard()->text();
}

void TestTriageTasks::jdoeCannotSignIn()
{
    QVERIFY(open(u"incidents.ndjson"_s));
    Actions actions(m_window.get());
    actions.clickTab(u"People"_s);
    actions.type(u"jdoe"_s);
    QTRY_VERIFY_WITH_TIMEOUT(signIn(0).isValid(), patienceMs);
    // The answer: newest first, each with its outcome; all twelve of that morning failed.
    QCOMPARE(people()->user(), jdoe);
    for (int row = 0; row < 12; ++row)
        QCOMPARE(signIn(row).siblingAtColumn(1).data().toString(), u"failure"_s);
    QVERIFY(signIn(0).data().toString() > signIn(1).data().toString());
    QVERIFY(actions.count() < mostActions);
    // The session around one of them: the one that locked him.
    actions.click(people()->story()->signIns(), signIn(2).siblingAtColumn(2));
    QTRY_COMPARE_WITH_TIMEOUT(shownCodes(), (QStringList{u"934"_s, u"911"_s, u"662"_s, u"913"_s, u"910"_s}),
                              patienceMs);
    QCOMPARE(m_pane->currentPage(), nullptr);
    QVERIFY(actions.count() <= mostActions);
}

void TestTriageTasks::isJdoeLockedOut()
{
    QVERIFY(open(u"incidents.ndjson"_s));
    Actions actions(m_window.get());
    actions.clickTab(u"People"_s);
    actions.type(u"jdoe"_s);
    QTRY_VERIFY_WITH_TIMEOUT(signIn(0).isValid(), patienceMs);
    const QModelIndex locked = lockedState();
    QVERIFY(locked.isValid());
    const QString said = locked.data(Qt::AccessibleTextRole).toString();
    QVERIFY2(said.startsWith(u"Hardware Authenticator, Lock: locked since "_s) && said.endsWith(u"(662)"_s),
             qPrintable(said));
    QVERIFY(locked.siblingAtRow(0).data().toString().contains(u"does not tell"_s)); // the account
    actions.click(people()->story()->states(), locked);
    QCOMPARE(m_pane->currentPage(), nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->detailsPane()->entryKey(), std::optional(EventKey{Kind::User, 662}),
                              patienceMs);
    QVERIFY(m_pane->currentRecord());
    QCOMPARE(userOf(*m_pane->currentRecord()), jdoe);
    QVERIFY(actions.count() <= mostActions);
}

void TestTriageTasks::isSomebodyPushBombingJdoe()
{
    QVERIFY(open(u"incidents.ndjson"_s));
    Actions actions(m_window.get());
    actions.clickTab(u"Findings"_s);
    QCOMPARE(m_pane->currentPage(), findings());
    // The list names it, with its times and how many records there are.
    const QList<Finding> shown = findings()->shownFindings();
    const auto found = std::ranges::find_if(
        shown, [](const Finding &finding) { return finding.rule == u"push-bombing" && finding.user == jdoe; });
    QVERIFY(found != shown.end());
    const QModelIndex line = findings()->list()->model()->index(int(found - shown.begin()), 0);
    QCOMPARE(line.data().toString(), u"Push bombing"_s);
    QVERIFY(line.data(FindingsModel::ReasonRole).toString().startsWith(u"jdoe@example.com left 6 push requests"_s));
    QVERIFY(line.data(FindingsModel::WhenRole).toString().endsWith(u" · 6 record(s)"_s));
    actions.click(findings()->list(), line);
    actions.click(visibleButton(findings(), u"Show records"_s));
    QCOMPARE(m_pane->currentPage(), nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(shownRows(), rowsOf(*found), patienceMs);
    QVERIFY(isSettled());
    QVERIFY(actions.count() <= mostActions);
}

void TestTriageTasks::isItUsOrTheUser()
{
    QVERIFY(open(u"incidents.ndjson"_s));
    const LogDocument *document = m_pane->document();
    const QHash<Owner, qint64> errors = errorsByOwner();
    Actions actions(m_window.get());
    actions.clickTab(u"Summary"_s);
    const SummaryPage *page = SummaryTab::of(m_pane)->page();
    QTRY_VERIFY_WITH_TIMEOUT(page->summary() && page->summary()->complete, patienceMs);
    QVERIFY(errors.size() >= 4);
    LinkButton *link = nullptr;
    for (auto error = errors.cbegin(); error != errors.cend(); ++error) {
        const QString name = u"%1: %2"_s.arg(ownerWord(error.key()), QLocale().toString(error.value()));
        const QList<LinkButton *> links = page->findChildren<LinkButton *>();
        const auto found = std::ranges::find(links, name, &LinkButton::accessibleName);
        QVERIFY2(found != links.end(), qPrintable(name));
        if (error.key() == Owner::Network)
            link = *found;
    }
    // Those that the network or the service has to end, and when they were.
    actions.click(link);
    QCOMPARE(m_pane->currentPage(), nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(qint64(document->rows().size()), errors.value(Owner::Network), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(
        timeline()->reading().isComplete && timeline()->reading().rows == errors.value(Owner::Network), patienceMs);
    const int bin = highestBin();
    const qint64 fault = timeOf(u"service-fault"_s).toMSecsSinceEpoch();
    const TimelineBins bins = timeline()->reading().bins();
    QVERIFY2(bins.begin(bin) <= fault && fault < bins.end(bin), qPrintable(timeline()->binText(bin)));
    QVERIFY2(timeline()->binText(bin).contains(u"Service fault"_s), qPrintable(timeline()->binText(bin)));
    // And who they were.
    const QPoint spike = timeline()->binRect(bin).center();
    const QPoint aside(QApplication::startDragDistance(), 0);
    actions.drag(timeline(), spike - aside, spike + aside);
    QVERIFY(m_pane->queryState()->text().contains(u"time:2026-01-2"_s));
    QTRY_VERIFY_WITH_TIMEOUT(isSettled(), patienceMs);
    QVERIFY(shownRows().contains(evidenceOf(u"service-fault"_s)));
    QVERIFY(document->rows().size() < 20);
    QVERIFY(actions.count() <= mostActions);
}

void TestTriageTasks::whatHappenedInThisSignIn()
{
    QVERIFY(open(u"incidents.ndjson"_s));
    Actions actions(m_window.get());
    actions.clickTab(u"Records"_s);
    actions.click(m_pane->view()->viewport(), cell(5));
    QVERIFY(m_pane->currentRecord());
    const Columns &columns = m_pane->document()->log()->columns();
    const quint64 transaction = columns.transaction(*m_pane->currentRecord());
    QSet<Row> ofTransaction;
    for (Row row = 0; row < m_pane->document()->recordCount(); ++row) {
        if (columns.transaction(row) == transaction)
            ofTransaction.insert(row);
    }
    QVERIFY(ofTransaction.size() > 1 && ofTransaction.size() < 20);
    actions.press(QKeySequence(Qt::CTRL | Qt::Key_T));
    QTRY_COMPARE_WITH_TIMEOUT(shownRows(), ofTransaction, patienceMs);
    const RowSet &rows = m_pane->document()->rows();
    for (Row position = 1; position < rows.size(); ++position)
        QVERIFY(columns.time(rows.at(position - 1)) <= columns.time(rows.at(position)));
    QVERIFY(actions.count() <= mostActions);
}

void TestTriageTasks::putRecordsInTheTicket()
{
    QVERIFY(open(u"incidents.ndjson"_s));
    Actions actions(m_window.get());
    actions.clickTab(u"Records"_s);
    actions.click(m_pane->view()->viewport(), cell(5));
    const QString text = copied(actions);
    QVERIFY2(text.startsWith(u"1 record(s) of incidents.ndjson\n"_s), qPrintable(text));
    QVERIFY2(text.contains(userOf(5)), qPrintable(text));
    QVERIFY(actions.count() <= mostActions);
}

void TestTriageTasks::putTheUserInTheTicket()
{
    Settings settings = m_settings->load();
    settings.maskNames = true; // was wished once
    QVERIFY(m_settings->save(settings));
    makeWindow();
    QVERIFY(open(u"incidents.ndjson"_s));
    Actions actions(m_window.get());
    actions.clickTab(u"People"_s);
    actions.type(u"jdoe"_s);
    QTRY_VERIFY_WITH_TIMEOUT(signIn(0).isValid(), patienceMs);
    const QString text = copied(actions);
    QVERIFY2(!text.contains(u"jdoe"_s) && !text.contains(u"192.0.2.14"_s), qPrintable(text));
    QVERIFY2(text.contains(u"user-1"_s) && text.contains(u"662"_s), qPrintable(text));
    QVERIFY(actions.count() <= mostActions);
}

void TestTriageTasks::putAFindingInTheTicket()
{
    QVERIFY(open(u"incidents.ndjson"_s));
    Actions actions(m_window.get());
    actions.clickTab(u"Findings"_s);
    actions.click(findings()->list(), findings()->list()->model()->index(1, 0));
    const Finding finding = findings()->shownFindings().at(1);
    const QString text = copied(actions);
    QVERIFY2(text.startsWith(finding.title) && text.contains(finding.reason), qPrintable(text));
    QVERIFY(actions.count() <= mostActions);
}

void TestTriageTasks::putTheSummaryInTheTicket()
{
    QVERIFY(open(u"incidents.ndjson"_s));
    Actions actions(m_window.get());
    actions.clickTab(u"Summary"_s);
    const SummaryPage *page = SummaryTab::of(m_pane)->page();
    QTRY_VERIFY_WITH_TIMEOUT(page->summary() && page->summary()->complete, patienceMs);
    const QString text = copied(actions);
    QVERIFY2(text.startsWith(u"Summary of incidents.ndjson"_s), qPrintable(text));
    QVERIFY2(text.contains(QLocale().toString(plantedLogRecords())), qPrintable(text));
    QVERIFY(actions.count() <= mostActions);
}

void TestTriageTasks::everyIncidentIsFoundAndLeadsToItsRecords()
{
    QVERIFY(open(u"incidents.ndjson"_s));
    const QList<Finding> shown = findings()->shownFindings();
    for (const PlantedIncident &incident : std::as_const(m_incidents)) {
        const qint64 begin = incident.time.toMSecsSinceEpoch();
        const qint64 end = incident.time.addSecs(2 * 3600).toMSecsSinceEpoch();
        QVERIFY2(std::ranges::any_of(shown,
                                     [&](const Finding &finding) {
                                         return finding.rule == incident.rule && finding.begin >= begin
                                             && finding.end < end;
                                     }),
                 qPrintable(incident.rule));
    }
    QCOMPARE(timeline()->markers().size(), shown.size());
    for (int row = 0; row < shown.size(); ++row) {
        Actions actions(m_window.get());
        actions.clickTab(u"Findings"_s);
        actions.click(findings()->list(), findings()->list()->model()->index(row, 0));
        QVERIFY(actions.count() < mostActions);
        actions.click(visibleButton(findings(), u"Show records"_s));
        QCOMPARE(m_pane->currentPage(), nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(isSettled(), patienceMs);
        QVERIFY2(shownRows() == rowsOf(shown.at(row)), qPrintable(shown.at(row).reason));
    }
}

void TestTriageTasks::ordinaryDaysHaveNoFindings()
{
    QVERIFY(open(u"calm.ndjson"_s));
    Actions actions(m_window.get());
    actions.clickTab(u"Findings (0)"_s);
    QCOMPARE(findings()->shownFindings().size(), 0);
    QVERIFY(findings()->emptyState()->isVisible());
    QCOMPARE(findings()->emptyState()->text(), u"No rule found anything."_s);
    QVERIFY(timeline()->markers().isEmpty());
}

QTEST_MAIN(TestTriageTasks)
#include "tst_triagetasks.moc"
