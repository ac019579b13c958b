#include "findingspage.h"

#include "detailspane.h"
#include "emptystate.h"
#include "findingsmodel.h"
#include "noticebar.h"
#include "querystate.h"
#include "timelineview.h"
#include "windowfixture.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTabBar>
#include <QTableView>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

QByteArray record(int code, int hour, int minute, const QByteArray &user)
{
    const auto two = [](int number) { return QByteArray::number(number).rightJustified(2, '0'); };
    return "{\"eventCode\":\"" + QByteArray::number(code) + "\",\"eventLogDate\":\"2026-01-15T" + two(hour) + ':'
        + two(minute) + ":00Z\",\"userId\":\"" + user + "\",\"application\":\"VPN\"}\n";
}

/// Somebody denies pushes; asmith denies one, two hours later.
QByteArray bombedLog()
{
    QByteArray bytes;
    for (int i = 0; i < 6; ++i)
        bytes += record(911, 9, i, "jdoe@example.com") + record(703, 9, i, "jdoe@example.com");
    return bytes + record(901, 9, 30, "asmith@example.com") + record(703, 11, 0, "asmith@example.com");
}

} // namespace

class tst_FindingsPage : public WindowFixture
{
    Q_OBJECT

private slots:
    void isSomebodyPushBombingJdoe(); // T5
    void theStatusBarAndTheTabCountThem();
    void aFindingLeadsToItsRecords();
    void aFindingIsDismissedWithAReasonAndTakenBack();
    void aReasonIsNeededAndEscapeLeavesIt();
    void nothingFoundIsNoProof();
    void ownRulesAreUsedAndWrongOnesAreSaid();
    void rememberingNothingForgetsWhatWasDismissed();
    void whatWasDismissedIsForgottenOnceNothingIsToBeRemembered();
    void whatWasDismissedInTheFormerPlaceStaysSo();
    void theTicketIsOfTheSelectedFinding();
    void marksCanShowTheirFinding();
    void timesAreThoseOfTheZone();
    void keyboardAndScreenReaderReachAll();

private:
    LogPane *open(const QByteArray &bytes);
    FindingsPage *page() const { return m_window->currentLog()->findChild<FindingsPage *>(); }
    QAbstractButton *button(const QString &text) const { return visibleButton(page(), text); }
    QStringList shown() const;
    void clickTab() const;
};

LogPane *tst_FindingsPage::open(const QByteArray &bytes)
{
    LogPane *pane = WindowFixture::open(bytes, u"user.log"_s);
    const bool known = pane && QTest::qWaitFor([this] { return !page()->statusText().isEmpty(); });
    return known && loaded(pane) ? pane : nullptr;
}

QStringList tst_FindingsPage::shown() const
{
    QStringList titles;
    for (const Finding &finding : page()->shownFindings())
        titles.append(finding.title + u" / "_s + finding.user);
    return titles;
}

void tst_FindingsPage::clickTab() const
{
    for (auto *bar : m_window->currentLog()->findChildren<QTabBar *>()) {
        for (int tab = 0; tab < bar->count(); ++tab) {
            if (bar->tabText(tab).startsWith(u"Findings"_s))
                QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(tab).center());
        }
    }
}

void tst_FindingsPage::isSomebodyPushBombingJdoe()
{
    LogPane *pane = open(bombedLog());
    QVERIFY(pane);
    clickTab(); // the first action: the answer is the first of the list, with its times and its events
    QCOMPARE(pane->currentPage(), page());
    const QModelIndex first = page()->list()->model()->index(0, 0);
    QCOMPARE(first.data().toString(), u"Push bombing"_s);
    QCOMPARE(page()->list()->currentIndex(), first);
    QVERIFY(first.data(FindingsModel::ReasonRole).toString().startsWith(u"jdoe@example.com left 6 push requests"_s));
    QCOMPARE(first.data(FindingsModel::WhenRole).toString(), u"2026-01-15 09:00:00 – 09:05:00 · 6 record(s)"_s);
    const auto *records = page()->findChild<QTableView *>();
    QVERIFY(records->isVisible());
    QCOMPARE(records->model()->rowCount(), 6);
    QCOMPARE(records->model()->index(5, 0).data().toString(), u"2026-01-15 09:05:00.000"_s);
    QCOMPARE(records->model()->index(5, 1).data().toString(), u"703"_s);
    // One of them is told in full beside it.
    QTest::mouseClick(records->viewport(), Qt::LeftButton, {},
                      records->visualRect(records->model()->index(1, 0)).center());
    QCOMPARE(m_window->currentLog()->currentRecord(), page()->shownFindings().at(0).rows.at(1));
    QTRY_VERIFY(!m_window->detailsPane()->isEmpty());
    QVERIFY(m_window->currentLog()->currentPage() == page());
}

void tst_FindingsPage::theStatusBarAndTheTabCountThem()
{
    LogPane *pane = open(bombedLog());
    QVERIFY(pane);
    QCOMPARE(page()->title(), u"Findings (2)"_s);
    QVERIFY(pane->statusTexts().contains(u"2 finding(s)"_s));
    bool inStatusBar = false;
    for (const QLabel *label : m_window->statusBar()->findChildren<QLabel *>())
        inStatusBar = inStatusBar || label->text().contains(u"2 finding(s)"_s);
    QVERIFY(inStatusBar);
}

void tst_FindingsPage::aFindingLeadsToItsRecords()
{
    LogPane *pane = open(bombedLog());
    QVERIFY(pane);
    clickTab();
    QTest::mouseClick(button(u"Show records"_s), Qt::LeftButton);
    QCOMPARE(pane->currentPage(), nullptr);
    QTRY_COMPARE(pane->document()->rows().size(), Row(6));
    QVERIFY(!pane->document()->isFiltering());
    QCOMPARE(pane->queryState()->text(), u"finding:push-bombing/jdoe@example.com/2026-01-15T09:00:00.000Z"_s);
    // The query box goes back.
    pane->queryState()->back();
    QVERIFY(pane->queryState()->query().isEmpty());
}

void tst_FindingsPage::aFindingIsDismissedWithAReasonAndTakenBack()
{
    QVERIFY(open(bombedLog()));
    clickTab();
    QTest::mouseClick(button(u"Dismiss…"_s), Qt::LeftButton);
    QTest::keyClicks(QApplication::focusWidget(), u"A test of ours"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(shown(), QStringList{u"Push request denied / asmith@example.com"_s});
    QCOMPARE(page()->title(), u"Findings (1)"_s);
    QVERIFY(page()->list()->hasFocus());

    // The program is started again.
    makeWindow();
    QVERIFY(open(bombedLog()));
    clickTab();
    QCOMPARE(page()->title(), u"Findings (1)"_s);
    QTest::mouseClick(button(u"Show dismissed (1)"_s), Qt::LeftButton);
    QCOMPARE(shown().size(), 2);
    page()->showFinding(0);
    QTest::mouseClick(button(u"Take back"_s), Qt::LeftButton);
    QCOMPARE(page()->title(), u"Findings (2)"_s);
    QVERIFY(button(u"Dismiss…"_s));

    makeWindow();
    QVERIFY(open(bombedLog()));
    QCOMPARE(page()->title(), u"Findings (2)"_s);
}

void tst_FindingsPage::aReasonIsNeededAndEscapeLeavesIt()
{
    QVERIFY(open(bombedLog()));
    clickTab();
    QTest::mouseClick(button(u"Dismiss…"_s), Qt::LeftButton);
    QVERIFY(!button(u"Dismiss"_s)->isEnabled());
    QTest::keyClicks(QApplication::focusWidget(), u"  "_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(shown().size(), 2);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!button(u"Dismiss"_s));
    QVERIFY(button(u"Dismiss…"_s)->hasFocus());
    QCOMPARE(shown().size(), 2);
}

void tst_FindingsPage::nothingFoundIsNoProof()
{
    QVERIFY(open(record(901, 9, 0, "jdoe") + "no record at all\n"));
    clickTab();
    QCOMPARE(page()->title(), u"Findings (0)"_s);
    QVERIFY(page()->emptyState()->isVisible());
    QCOMPARE(page()->emptyState()->text(), u"No rule found anything."_s);
    QCOMPARE(page()->emptyState()->details(),
             u"20 rule(s) were tried on all records of this log. That is no proof that all is well: a rule finds only "
             "what it is written for. 1 record(s) without a time were left out."_s);
}

void tst_FindingsPage::ownRulesAreUsedAndWrongOnesAreSaid()
{
    QVERIFY(QDir(m_data->path()).mkpath(u"rules"_s));
    const auto write = [this](const QString &name, const QByteArray &bytes) {
        QFile file(m_data->filePath(u"rules/"_s + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    write(u"own.json"_s, R"({ "id": "night", "kind": "count", "key": "user", "codes": [901], "threshold": 1,
        "windowMinutes": 5, "severity": "critical",
        "words": { "en": { "title": "At the portal", "reason": "{user} signed in.", "advice": "Smile." } } })");
    write(u"wrong.json"_s, "{}");
    makeWindow();
    QVERIFY(open(bombedLog()));
    clickTab();
    QCOMPARE(shown().first(), u"At the portal / asmith@example.com"_s);
    QVERIFY(page()->notice()->isVisible());
    QVERIFY(page()->notice()->text().contains(m_data->filePath(u"rules/wrong.json"_s)));
    QVERIFY(page()->notice()->text().contains(u"“id”"_s));
}

void tst_FindingsPage::rememberingNothingForgetsWhatWasDismissed()
{
    Settings settings = m_settings->load();
    settings.remember = false;
    QVERIFY(m_settings->save(settings));
    makeWindow();
    QVERIFY(open(bombedLog()));
    clickTab();
    QTest::mouseClick(button(u"Dismiss…"_s), Qt::LeftButton);
    QTest::keyClicks(QApplication::focusWidget(), u"A test of ours"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(shown().size(), 1);
    QVERIFY(!QFile::exists(m_data->filePath(u"state/dismissals.json"_s)));
}

void tst_FindingsPage::whatWasDismissedIsForgottenOnceNothingIsToBeRemembered()
{
    QVERIFY(open(bombedLog()));
    clickTab();
    QTest::mouseClick(button(u"Dismiss…"_s), Qt::LeftButton);
    QTest::keyClicks(QApplication::focusWidget(), u"A test of ours"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(QFile::exists(m_data->filePath(u"state/dismissals.json"_s)));
    QAction *remember = action(u"Remember what I do"_s);
    QVERIFY(remember);
    remember->trigger();
    QVERIFY(!QFile::exists(m_data->filePath(u"state/dismissals.json"_s)));
    makeWindow();
    QVERIFY(open(bombedLog()));
    QCOMPARE(page()->title(), u"Findings (2)"_s);
}

void tst_FindingsPage::whatWasDismissedInTheFormerPlaceStaysSo()
{
    QVERIFY(open(bombedLog()));
    clickTab();
    QTest::mouseClick(button(u"Dismiss…"_s), Qt::LeftButton);
    QTest::keyClicks(QApplication::focusWidget(), u"A test of ours"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    m_window.reset();
    const QString former = m_data->filePath(u"dismissals.json"_s);
    QVERIFY(QFile::rename(m_data->filePath(u"state/dismissals.json"_s), former));
    makeWindow();
    QVERIFY(open(bombedLog()));
    QCOMPARE(page()->title(), u"Findings (1)"_s);
    QVERIFY(!QFile::exists(former));
}

void tst_FindingsPage::theTicketIsOfTheSelectedFinding()
{
    QVERIFY(open(bombedLog()));
    clickTab();
    page()->showFinding(1);
    QCOMPARE(page()->ticket().value().title, u"Push request denied"_s);
    QCOMPARE(page()->ticketRecords().value().size(), Row(1));
    QCOMPARE(page()->reportSections().size(), 2);
    QSignalSpy requested(page(), &FindingsPage::ticketRequested);
    QTest::mouseClick(button(u"Copy for a ticket"_s), Qt::LeftButton);
    QCOMPARE(requested.size(), 1);
}

void tst_FindingsPage::marksCanShowTheirFinding()
{
    QVERIFY(open(bombedLog()));
    const QList<Finding> findings = page()->shownFindings();
    QCOMPARE(findings.size(), 2);
    page()->showFinding(1);
    QCOMPARE(page()->list()->currentIndex().row(), 1);
    QCOMPARE(findings[1].user, u"asmith@example.com"_s);

    auto *timeline = m_window->currentLog()->findChild<TimelineView *>();
    QCOMPARE(timeline->markers().size(), 2);
    QCOMPARE(timeline->markers().first().text, u"Push bombing"_s);
    emit timeline->markerActivated(0);
    QCOMPARE(m_window->currentLog()->currentPage(), page());
    QCOMPARE(page()->list()->currentIndex().row(), 0);
}

void tst_FindingsPage::timesAreThoseOfTheZone()
{
    QVERIFY(open(bombedLog()));
    clickTab();
    page()->showFinding(1);
    m_window->setZone("America/New_York");
    QCOMPARE(page()->list()->currentIndex().row(), 1);
    QCOMPARE(page()->list()->model()->index(0, 0).data(FindingsModel::WhenRole).toString(),
             u"2026-01-15 04:00:00 – 04:05:00 · 6 record(s)"_s);
    QCOMPARE(page()->findChild<QTableView *>()->model()->index(0, 0).data().toString(), u"2026-01-15 06:00:00.000"_s);
}

void tst_FindingsPage::keyboardAndScreenReaderReachAll()
{
    LogPane *pane = open(bombedLog());
    QVERIFY(pane);
    clickTab();
    QCOMPARE(unnamedControls(page()), QStringList());
    page()->list()->setFocus();
    QTest::keyClick(page()->list(), Qt::Key_Down);
    QCOMPARE(page()->list()->currentIndex().row(), 1);
    QVERIFY(page()->list()->currentIndex().data(Qt::AccessibleTextRole).toString().startsWith(u"info, Push request"_s));
    // Tab goes through the buttons, Enter on a finding shows its records.
    QTest::keyClick(page()->list(), Qt::Key_Tab);
    QVERIFY(button(u"Show records"_s)->hasFocus());
    page()->list()->setFocus();
    QTest::keyClick(page()->list(), Qt::Key_Return);
    QCOMPARE(pane->currentPage(), nullptr);
}

QTEST_MAIN(tst_FindingsPage)
#include "tst_findingspage.moc"
