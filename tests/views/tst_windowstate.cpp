#include "windowstate.h"

#include "bookmarkstore.h"
#include "catalogdesk.h"
#include "contextbar.h"
#include "findingspage.h"
#include "logmodel.h"
#include "logtabs.h"
#include "noticebar.h"
#include "querydesk.h"
#include "querystate.h"
#include "searchbox.h"
#include "statefixture.h"
#include "statusline.h"
#include "windowsession.h"
#include "zonedialog.h"
#include "zonemenu.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>

using namespace evident;
using namespace Qt::StringLiterals;

class tst_WindowState : public StateFixture
{
    Q_OBJECT

private slots:
    void theSessionComesBack();
    void aMissingFileOfTheSessionIsSaidInItsTab();
    void whoNamesFilesLosesNoTabOfBefore();
    void twoWindowsKeepTheTabsOfBoth();
    void aClosedTabComesBack();
    void aClosedPasteComesBack();
    void theZoneIsChosenAndRemembered();
    void theZoneIsSearchedFor();
    void nothingIsRememberedWhenNothingIsToBe();
    void clearingTheHistoryKeepsWhatWasMade();
    void aDamagedStateIsSaidAndSetAside();

private:
    void init() override
    {
        m_zone = QTimeZone::systemTimeZone();
        StateFixture::init();
    }
};

void tst_WindowState::theSessionComesBack()
{
    LogPane *first = open(u"a.ndjson"_s);
    LogPane *second = open(u"b.ndjson"_s);
    QVERIFY(first && second);
    first->queryState()->setQuery(parsed(u"user:jdoe"_s));
    first->queryState()->setQuery(parsed(u"level:error"_s));
    first->view()->sortByColumn(LogModel::TimeColumn, Qt::DescendingOrder);
    first->view()->header()->setSectionHidden(LogModel::MethodColumn, true);
    first->contextBar()->setLines(2);
    second->queryState()->setQuery(parsed(u"code:911"_s));
    second->showPage(second->findChild<FindingsPage *>());
    m_window->catalogQuery()->setQuery(parsed(u"push"_s));
    m_window->tabs()->setCurrentWidget(first);
    const QString pathOfSecond = second->document()->path();

    restart();
    const QList<LogPane *> panes = m_window->tabs()->logs();
    QCOMPARE(panes.size(), 2);
    QCOMPARE(m_window->currentLog(), panes.first());
    QVERIFY(loaded(panes.first()));
    QVERIFY(loaded(panes.last())); // behind the other, without a look at it
    QCOMPARE(panes.last()->document()->path(), pathOfSecond);
    QCOMPARE(panes.last()->queryState()->text(), u"code:911"_s);
    QCOMPARE(panes.last()->document()->rows().size(), Row(2));
    QVERIFY(panes.last()->currentPage() && panes.last()->currentPage() == panes.last()->findChild<FindingsPage *>());
    QCOMPARE(panes.first()->currentPage(), nullptr);
    const LogPane *pane = panes.first();
    QCOMPARE(m_window->searchBox()->findChild<QLineEdit *>()->text(), u"level:error"_s);
    QCOMPARE(pane->document()->rows().size(), Row(3));
    QCOMPARE(pane->document()->contextLines(), 2);
    QCOMPARE(pane->document()->sortKey(), LogDocument::SortKey::Time);
    QCOMPARE(pane->document()->sortOrder(), Qt::DescendingOrder);
    QVERIFY(pane->view()->header()->isSectionHidden(LogModel::MethodColumn));
    QVERIFY(!panes.last()->view()->header()->isSectionHidden(LogModel::MethodColumn));
    QCOMPARE(m_window->catalogQuery()->text(), u"push"_s);
    // The way back goes on, too.
    QTest::keyClick(pane->view(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(pane->queryState()->text(), u"user:jdoe"_s);
}

void tst_WindowState::aMissingFileOfTheSessionIsSaidInItsTab()
{
    LogPane *pane = open(u"a.ndjson"_s);
    QVERIFY(pane && open(u"b.ndjson"_s));
    QVERIFY(QFile::remove(pane->document()->path()));
    restart();
    const QList<LogPane *> panes = m_window->tabs()->logs();
    QCOMPARE(panes.size(), 2);
    QTRY_COMPARE(panes.first()->document()->state(), LogDocument::State::Failed);
    QVERIFY(panes.first()->document()->errorText().contains(u"a.ndjson"_s));
    QVERIFY(loaded(panes.last()));
    QCOMPARE(panes.last()->document()->state(), LogDocument::State::Complete);
}

void tst_WindowState::whoNamesFilesLosesNoTabOfBefore()
{
    QVERIFY(open(u"a.ndjson"_s));
    QVERIFY(m_window->close());
    makeWindow();
    QVERIFY(open(u"b.ndjson"_s)); // as one named on the command line: nothing else is shown
    QCOMPARE(m_window->tabs()->logs().size(), 1);
    restart();
    const QList<LogPane *> panes = m_window->tabs()->logs();
    QCOMPARE(panes.size(), 2);
    QVERIFY(panes.first()->document()->path().endsWith(u"b.ndjson"_s));
    QVERIFY(panes.last()->document()->path().endsWith(u"a.ndjson"_s));
    // Once shown, a tab that is closed stays closed.
    m_window->tabs()->closeTab(m_window->tabs()->indexOf(panes.last()));
    restart();
    QCOMPARE(m_window->tabs()->logs().size(), 1);
}

void tst_WindowState::twoWindowsKeepTheTabsOfBoth()
{
    m_window->restoreSession();
    QVERIFY(open(u"a.ndjson"_s));
    const std::unique_ptr<MainWindow> first = std::move(m_window);
    makeWindow();
    m_window->restoreSession();
    QVERIFY(open(u"b.ndjson"_s));
    QVERIFY(first->close());
    restart();
    QCOMPARE(m_window->tabs()->logs().size(), 2);
}

void tst_WindowState::aClosedTabComesBack()
{
    LogPane *first = open(u"a.ndjson"_s);
    QVERIFY(first && open(u"b.ndjson"_s));
    first->queryState()->setQuery(parsed(u"code:911"_s));
    QVERIFY(!action(u"Reopen the closed tab"_s)->isEnabled());
    m_window->tabs()->setCurrentWidget(first);
    QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(m_window->tabs()->logs().size(), 1);
    QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_window->tabs()->logs().size(), 2);
    LogPane *back = m_window->currentLog();
    QVERIFY(back && loaded(back));
    QCOMPARE(m_window->tabs()->logs().first(), back);
    QCOMPARE(back->document()->rows().size(), Row(2));
    // The same by Undo, and again by Redo.
    m_window->tabs()->closeTab(m_window->tabs()->indexOf(back));
    m_window->state()->undo().undo();
    QCOMPARE(m_window->tabs()->logs().size(), 2);
    QCOMPARE(m_window->currentLog()->queryState()->text(), u"code:911"_s);
    m_window->state()->undo().redo();
    QCOMPARE(m_window->tabs()->logs().size(), 1);
    m_window->state()->undo().undo();
    QCOMPARE(m_window->tabs()->logs().size(), 2);
}

void tst_WindowState::aClosedPasteComesBack()
{
    LogPane *pane = m_window->openText(smallLog());
    QVERIFY(loaded(pane));
    const QString title = pane->document()->title();
    m_window->tabs()->closeTab(m_window->tabs()->indexOf(pane));
    m_window->state()->session().reopenClosedTab();
    pane = m_window->currentLog();
    QVERIFY(pane && loaded(pane));
    QCOMPARE(pane->document()->title(), title);
    QCOMPARE(pane->document()->recordCount(), Row(7));
}

void tst_WindowState::theZoneIsChosenAndRemembered()
{
    LogPane *pane = open();
    QVERIFY(pane);
    const StatusLine *status = m_window->statusLine();
    QVERIFY(status->text().contains(u"times in UTC"_s));
    emit m_window->state()->zones()->zoneChosen("America/New_York");
    QCOMPARE(pane->document()->zone(), QTimeZone("America/New_York"));
    QTRY_COMPARE(pane->view()->model()->index(0, 0).data().toString(), u"2026-01-15 04:00:00.000"_s);
    QVERIFY(status->text().contains(u"times in America/New_York"_s));
    m_window->showCatalog();
    QVERIFY(status->text().contains(u"times in America/New_York"_s));
    restart();
    QCOMPARE(m_window->zone(), QTimeZone("America/New_York"));
    QCOMPARE(m_window->tabs()->logs().first()->document()->zone(), QTimeZone("America/New_York"));
    // The system's again, whichever that is.
    emit m_window->state()->zones()->aboutToShow();
    m_window->state()->zones()->actions().first()->trigger();
    QCOMPARE(m_window->zone(), QTimeZone::systemTimeZone());
    QCOMPARE(m_settings->load().zone, QByteArray("America/New_York")); // until the window is closed
    QVERIFY(m_window->close());
    QCOMPARE(m_settings->load().zone, QByteArray());
}

void tst_WindowState::theZoneIsSearchedFor()
{
    emit m_window->state()->zones()->aboutToShow();
    m_window->state()->zones()->actions().last()->trigger();
    auto *dialog = m_window->findChild<ZoneDialog *>();
    QVERIFY(dialog);
    QVERIFY(unnamedControls(dialog).isEmpty());
    QTest::keyClicks(dialog->box(), u"new york"_s);
    QCOMPARE(dialog->list()->model()->rowCount(), 1);
    QTest::keyClick(dialog->box(), Qt::Key_Return);
    QCOMPARE(m_window->zone(), QTimeZone("America/New_York"));
}

void tst_WindowState::nothingIsRememberedWhenNothingIsToBe()
{
    LogPane *pane = open();
    QVERIFY(pane);
    mark(pane, 2);
    m_window->state()->queryDesk().save(u"a"_s, parsed(u"code:1"_s));
    QVERIFY(m_window->state()->folder().save(u"dismissed"_s, {{u"x"_s, 1}})); // another part's
    QCOMPARE(stateFiles(), (QStringList{u"bookmarks.json"_s, u"dismissed.json"_s, u"queries.json"_s}));
    QAction *remember = action(u"Remember what I do"_s);
    remember->trigger();
    QVERIFY(!remember->isChecked());
    QCOMPARE(stateFiles(), QStringList());
    QVERIFY(m_settings->load().recentFiles.isEmpty());
    QVERIFY(m_settings->load().lastFolder.isEmpty());
    QVERIFY(pane->marks()->isMarked(2)); // of this run
    // A slip is taken back.
    remember->trigger();
    QCOMPARE(stateFiles(), (QStringList{u"bookmarks.json"_s, u"dismissed.json"_s, u"queries.json"_s}));
    QCOMPARE(m_settings->load().recentFiles.size(), 1);
    remember->trigger();
    restart();
    QCOMPARE(stateFiles(), QStringList());
    QVERIFY(m_window->tabs()->logs().isEmpty());
    QVERIFY(m_window->state()->queries().all().isEmpty());
    QVERIFY(m_window->state()->bookmarks().all().isEmpty());
    QVERIFY(m_settings->load().lastFolder.isEmpty());
}

void tst_WindowState::clearingTheHistoryKeepsWhatWasMade()
{
    LogPane *pane = open();
    QVERIFY(pane);
    mark(pane, 2);
    m_window->state()->queryDesk().save(u"a"_s, parsed(u"code:1"_s));
    pane->queryState()->setQuery(parsed(u"user:jdoe"_s));
    pane->queryState()->setQuery(parsed(u"code:911"_s));
    QVERIFY(m_window->state()->session().keep());
    action(u"Clear history"_s)->trigger();
    QCOMPARE(stateFiles(), (QStringList{u"bookmarks.json"_s, u"queries.json"_s}));
    QVERIFY(m_settings->load().recentFiles.isEmpty());
    QVERIFY(!pane->queryState()->canGoBack());
    QCOMPARE(pane->queryState()->text(), u"code:911"_s);
    QVERIFY(!m_window->state()->undo().canUndo());
}

void tst_WindowState::aDamagedStateIsSaidAndSetAside()
{
    m_window.reset();
    QVERIFY(QDir(m_data->path()).mkpath(u"state"_s));
    QFile file(m_data->filePath(u"state/bookmarks.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{ broken") > 0);
    file.close();
    makeWindow();
    QVERIFY(m_window->desk()->notice()->isVisible());
    QVERIFY(m_window->desk()->notice()->text().contains(file.fileName()));
    QCOMPARE(stateFiles(), QStringList{u"bookmarks.json.damaged"_s});
}

QTEST_MAIN(tst_WindowState)
#include "tst_windowstate.moc"
