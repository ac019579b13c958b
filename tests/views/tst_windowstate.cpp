#include "windowstate.h"

#include "bookmarkstore.h"
#include "catalogdesk.h"
#include "catalogstore.h"
#include "completionpopup.h"
#include "contextbar.h"
#include "detailspane.h"
#include "findingspage.h"
#include "icons.h"
#include "logdocument.h"
#include "logmodel.h"
#include "logpane.h"
#include "logtabs.h"
#include "logview.h"
#include "mainwindow.h"
#include "noteedit.h"
#include "noticebar.h"
#include "querydesk.h"
#include "querystate.h"
#include "recordmarks.h"
#include "recordnote.h"
#include "recordpainter.h"
#include "savedqueriesdialog.h"
#include "searchbox.h"
#include "startpage.h"
#include "statusline.h"
#include "theme.h"
#include "userpage.h"
#include "viewfixture.h"
#include "windowsession.h"
#include "zonedialog.h"
#include "zonemenu.h"

#include <QCheckBox>
#include <QDir>
#include <QHeaderView>
#include <QInputDialog>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

QByteArray line(int code, const char *time, const char *user)
{
    return QByteArrayLiteral("{\"eventCode\":\"") + QByteArray::number(code) + "\",\"eventLogDate\":\"2026-01-15T"
        + time + "Z\",\"userId\":\"" + user + "\",\"application\":\"VPN\",\"sourceIPAddress\":\"192.0.2.7\"}\n";
}

QByteArray smallLog()
{
    return line(911, "09:00:00.000", "jdoe@example.com") + line(901, "09:00:01.000", "asmith@example.com")
        + line(702, "09:01:00.000", "jdoe@example.com") + line(913, "09:01:00.100", "jdoe@example.com")
        + line(911, "09:02:00.000", "jdoe@example.com") + line(702, "09:03:00.000", "jdoe@example.com");
}

} // namespace

class tst_WindowState : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void theSessionComesBack();
    void aMissingFileOfTheSessionIsSaidInItsTab();
    void whoNamesFilesLosesNoTabOfBefore();
    void twoWindowsKeepTheTabsOfBoth();
    void aClosedTabComesBack();
    void aClosedPasteComesBack();
    void aBookmarkIsOneKeyAndFoundAgain();
    void aClickBesideTheRowBookmarksIt();
    void aNoteIsWrittenBesideTheRecord();
    void bookmarksAreGoneToAndShown();
    void deletedBookmarksComeBack();
    void everyCellsMenuEditsTheQuery();
    void recordsAroundMatchesAreOneKey();
    void aQueryIsSavedAndOfferedInTheBox();
    void savedQueriesAreManagedAndUndone();
    void theQueryThatWasClearedComesBack();
    void theZoneIsChosenAndRemembered();
    void theZoneIsSearchedFor();
    void nothingIsRememberedWhenNothingIsToBe();
    void clearingTheHistoryKeepsWhatWasMade();
    void aDamagedStateIsSaidAndSetAside();
    void whatIsNewHasNames();

private:
    void makeWindow();
    void restart();
    QString put(const QByteArray &bytes, const QString &name) const;
    LogPane *open(const QString &name = u"log.ndjson"_s);
    static bool loaded(LogPane *pane);
    QAction *action(const QString &text) const;
    QStringList stateFiles() const;
    void mark(LogPane *pane, int row);
    static QStringList menuOf(LogPane *pane, int row, int column, const QString &choice);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_catalogFolder;
    std::unique_ptr<CatalogStore> m_catalog;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Icons> m_icons;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void tst_WindowState::initTestCase()
{
    m_theme = std::make_unique<Theme>();
    m_icons = std::make_unique<Icons>(*m_theme);
    m_catalogFolder = std::make_unique<QTemporaryDir>();
    auto resources = shippedCatalogResources();
    QVERIFY(resources.ok());
    auto store = CatalogStore::open(m_catalogFolder->path(), std::move(resources).value());
    QVERIFY(store.ok());
    m_catalog = std::move(store).value();
}

void tst_WindowState::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<SettingsStore>(m_folder->filePath(u"data"_s));
    QVERIFY(QDir().mkpath(m_folder->filePath(u"data"_s)));
    makeWindow();
}

void tst_WindowState::cleanup()
{
    m_window.reset();
    m_settings.reset();
    m_folder.reset();
}

void tst_WindowState::makeWindow()
{
    LogOptions options;
    options.inputZone = QTimeZone::utc();
    m_window = std::make_unique<MainWindow>(
        MainWindow::Parts{*m_theme, *m_icons, *m_settings, *m_catalog, {}, options, QTimeZone::systemTimeZone()});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void tst_WindowState::restart()
{
    QVERIFY(m_window->close());
    m_window.reset();
    makeWindow();
    m_window->restoreSession();
}

QString tst_WindowState::put(const QByteArray &bytes, const QString &name) const
{
    QFile file(m_folder->filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

LogPane *tst_WindowState::open(const QString &name)
{
    LogPane *pane = m_window->openFile(put(smallLog(), name));
    return pane && loaded(pane) ? pane : nullptr;
}

bool tst_WindowState::loaded(LogPane *pane)
{
    return QTest::qWaitFor([pane] { return !pane->document()->isLoading() && !pane->document()->isFiltering(); });
}

QAction *tst_WindowState::action(const QString &text) const
{
    const QList<QAction *> actions = m_window->findChildren<QAction *>() + m_window->state()->findChildren<QAction *>();
    const auto found = std::ranges::find_if(
        actions, [&](const QAction *action) { return QString(action->text()).remove(u'&') == text; });
    return found == actions.end() ? nullptr : *found;
}

QStringList tst_WindowState::stateFiles() const
{
    return QDir(m_folder->filePath(u"data/state"_s)).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

void tst_WindowState::mark(LogPane *pane, int row)
{
    pane->view()->setFocus();
    pane->view()->setCurrentRow(row);
    const Row record = *pane->currentRecord();
    QTest::keyClick(pane->view(), Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY(pane->marks()->isMarked(record));
}

/// The texts of a cell's menu, in which `choice` is chosen.
QStringList tst_WindowState::menuOf(LogPane *pane, int row, int column, const QString &choice)
{
    QStringList texts;
    QTimer::singleShot(0, pane, [&texts, choice] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu)
            return;
        for (QAction *action : menu->actions()) {
            texts.append(action->text());
            if (action->text() == choice)
                action->trigger();
        }
        menu->close();
    });
    emit pane->view()->cellMenuRequested(pane->view()->model()->index(row, column), QPoint(100, 100));
    return texts;
}

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
    m_window.reset();
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
    QCOMPARE(pane->document()->recordCount(), Row(6));
}

void tst_WindowState::aBookmarkIsOneKeyAndFoundAgain()
{
    LogPane *pane = open();
    QVERIFY(pane);
    mark(pane, 2);
    QCOMPARE(pane->marks()->rows(), std::vector<Row>{2});
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(pane->view());
    QVERIFY(table->tableInterface()->cellAt(2, 0)->text(QAccessible::Description).contains(u"bookmarked"_s));
    QVERIFY(!table->tableInterface()->cellAt(1, 0)->text(QAccessible::Description).contains(u"bookmarked"_s));
    restart();
    pane = m_window->currentLog();
    QVERIFY(pane && loaded(pane));
    QTRY_COMPARE(pane->marks()->rows(), std::vector<Row>{2});
    // The same key takes it away, and Undo brings it back.
    pane->view()->setFocus();
    pane->view()->setCurrentRow(2);
    QTest::keyClick(pane->view(), Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY(pane->marks()->rows().empty());
    QTest::keyClick(pane->view(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(pane->marks()->rows(), std::vector<Row>{2});
    QTest::keyClick(pane->view(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(pane->marks()->rows().empty());
}

void tst_WindowState::aClickBesideTheRowBookmarksIt()
{
    LogPane *pane = open();
    QVERIFY(pane);
    const int y = 3 * pane->view()->rowHeight() + 3;
    QTest::mouseClick(pane->view()->viewport(), Qt::LeftButton, {}, QPoint(RecordPainter::gutter - 4, y));
    QTRY_COMPARE(pane->marks()->rows(), std::vector<Row>{3});
    QTest::mouseClick(pane->view()->viewport(), Qt::LeftButton, {}, QPoint(RecordPainter::gutter + 4, y));
    QTest::mouseClick(pane->view()->viewport(), Qt::LeftButton, {}, QPoint(RecordPainter::gutter - 4, y));
    QTRY_VERIFY(pane->marks()->rows().empty());
}

void tst_WindowState::aNoteIsWrittenBesideTheRecord()
{
    LogPane *pane = open();
    QVERIFY(pane);
    RecordNote *note = m_window->detailsPane()->recordNote();
    pane->view()->setFocus();
    pane->view()->setCurrentRow(2);
    QTRY_VERIFY(!m_window->detailsPane()->isEmpty());
    QVERIFY(!note->isVisible());
    QTest::keyClick(pane->view(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(note->isVisible());
    QTRY_COMPARE(QApplication::focusWidget(), note->edit());
    QTest::keyClicks(note->edit(), u"phoned at nine"_s);
    QTest::keyClick(note->edit(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_window->state()->bookmarks().all().value(0).note, u"phoned at nine"_s);
    // Another record has none; back at this one it is there.
    pane->view()->setCurrentRow(1);
    QTRY_VERIFY(!note->isVisible());
    pane->view()->setCurrentRow(2);
    QTRY_VERIFY(note->isVisible());
    QCOMPARE(note->edit()->toPlainText(), u"phoned at nine"_s);
    // A slip is taken back.
    note->edit()->setFocus();
    note->edit()->selectAll();
    QTest::keyClick(note->edit(), Qt::Key_Delete);
    pane->view()->setFocus();
    QTRY_COMPARE(m_window->state()->bookmarks().all().value(0).note, QString());
    m_window->state()->undo().undo();
    QTRY_COMPARE(m_window->state()->bookmarks().all().value(0).note, u"phoned at nine"_s);
    QTRY_COMPARE(note->edit()->toPlainText(), u"phoned at nine"_s);
    // What is typed when the window closes is kept.
    note->edit()->setFocus();
    note->edit()->moveCursor(QTextCursor::End);
    QTest::keyClicks(note->edit(), u"!"_s);
    restart();
    QCOMPARE(m_window->state()->bookmarks().all().value(0).note, u"phoned at nine!"_s);
}

void tst_WindowState::bookmarksAreGoneToAndShown()
{
    LogPane *pane = open();
    QVERIFY(pane);
    mark(pane, 1);
    mark(pane, 4);
    pane->view()->setCurrentRow(0);
    QTest::keyClick(pane->view(), Qt::Key_F2);
    QCOMPARE(pane->view()->currentRow(), 1);
    QTest::keyClick(pane->view(), Qt::Key_F2);
    QCOMPARE(pane->view()->currentRow(), 4);
    QTest::keyClick(pane->view(), Qt::Key_F2);
    QCOMPARE(pane->view()->currentRow(), 4);
    QVERIFY(!m_window->statusBar()->currentMessage().isEmpty());
    QTest::keyClick(pane->view(), Qt::Key_F2, Qt::ShiftModifier);
    QCOMPARE(pane->view()->currentRow(), 1);
    QTest::keyClick(pane->view(), Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(pane->queryState()->text(), u"is:bookmarked"_s);
    QTRY_COMPARE(pane->document()->rows().size(), Row(2));
    QCOMPARE(pane->document()->rows().at(1), Row(4));
}

void tst_WindowState::deletedBookmarksComeBack()
{
    LogPane *pane = open();
    QVERIFY(pane);
    mark(pane, 1);
    mark(pane, 4);
    action(u"Delete the bookmarks of this log"_s)->trigger();
    QTRY_VERIFY(pane->marks()->rows().empty());
    m_window->state()->undo().undo();
    QTRY_COMPARE(pane->marks()->rows(), (std::vector<Row>{1, 4}));
}

void tst_WindowState::everyCellsMenuEditsTheQuery()
{
    LogPane *pane = open();
    QVERIFY(pane);
    struct Choice
    {
        int column;
        QString text;
        QString query;
    };
    const QList<Choice> choices{
        {LogModel::TimeColumn, u"This time and after"_s, u"time:2026-01-15T09:01Z.."_s},
        {LogModel::TimeColumn, u"This time and before"_s, u"time:..2026-01-15T09:01:00.001Z"_s},
        {LogModel::TimeColumn, u"1 minute around"_s, u"time:2026-01-15T09:00Z..2026-01-15T09:02:00.001Z"_s},
        {LogModel::TimeColumn, u"5 minutes around"_s, u"time:2026-01-15T08:56Z..2026-01-15T09:06:00.001Z"_s},
        {LogModel::LevelColumn, u"Only error"_s, u"level:error"_s},
        {LogModel::CodeColumn, u"Not 702"_s, u"-code:702"_s},
        {LogModel::UserColumn, u"Only jdoe@example.com"_s, u"user:jdoe@example.com"_s},
        {LogModel::MethodColumn, u"Not Approve"_s, u"-method:Approve"_s},
        {LogModel::ApplicationColumn, u"Only VPN"_s, u"application:VPN"_s},
        {LogModel::CategoryColumn, u"Not Authentication"_s, u"-category:Authentication"_s},
        {LogModel::SourceIpColumn, u"Only 192.0.2.7"_s, u"sourceIp:192.0.2.7"_s},
        {LogModel::FileColumn, u"Only log.ndjson"_s, u"file:log.ndjson"_s},
        {LogModel::LineColumn, u"Hide all of code 702"_s, u"-code:702"_s},
        {LogModel::DescriptionColumn, u"Hide all of code 702"_s, u"-code:702"_s},
    };
    for (const Choice &choice : choices) {
        pane->queryState()->setQuery({});
        QTRY_VERIFY(!pane->document()->isFiltering());
        const QStringList texts = menuOf(pane, 2, choice.column, choice.text);
        QVERIFY2(texts.contains(choice.text), qPrintable(choice.text + u": "_s + texts.join(u", "_s)));
        QCOMPARE(pane->queryState()->text(), choice.query);
    }
    pane->view()->setCurrentRow(0);
    menuOf(pane, 0, LogModel::UserColumn, u"People: what the log tells of this user"_s);
    const auto *people = qobject_cast<UserPage *>(pane->currentPage());
    QVERIFY(people);
    QCOMPARE(people->user(), u"jdoe@example.com"_s);
}

void tst_WindowState::recordsAroundMatchesAreOneKey()
{
    LogPane *pane = open();
    QVERIFY(pane);
    QVERIFY(!pane->contextBar()->isVisible());
    pane->queryState()->setQuery(parsed(u"code:901"_s));
    QVERIFY(pane->contextBar()->isVisible());
    QTRY_COMPARE(pane->view()->model()->rowCount(), 1);
    pane->view()->setFocus();
    QTest::keyClick(pane->view(), Qt::Key_F4);
    QTRY_COMPARE(pane->view()->model()->rowCount(), 5);
    QCOMPARE(pane->document()->rows().size(), Row(1));
    QVERIFY(m_window->statusLine()->text().startsWith(u"1 of 6 record"_s));
    pane->contextBar()->number()->setValue(1);
    QTRY_COMPARE(pane->view()->model()->rowCount(), 3);
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(pane->view());
    QVERIFY(table->tableInterface()->cellAt(0, 0)->text(QAccessible::Description).contains(u"context"_s));
    QVERIFY(!table->tableInterface()->cellAt(1, 0)->text(QAccessible::Description).contains(u"context"_s));
    QTest::keyClick(pane->view(), Qt::Key_F4);
    QTRY_COMPARE(pane->view()->model()->rowCount(), 1);
    QVERIFY(!pane->contextBar()->number()->isEnabled());
}

void tst_WindowState::aQueryIsSavedAndOfferedInTheBox()
{
    LogPane *pane = open();
    QVERIFY(pane);
    pane->view()->setFocus();
    pane->queryState()->setQuery(parsed(u"level:error time:2026-01-15T09:00.."_s));
    QTest::keyClick(pane->view(), Qt::Key_S, Qt::ControlModifier);
    auto *dialog = m_window->findChild<QInputDialog *>();
    QVERIFY(dialog);
    dialog->setTextValue(u"Morning trouble"_s);
    dialog->accept();
    QCOMPARE(m_window->state()->queries().all(),
             (QList<SavedQuery>{{u"Morning trouble"_s, u"level:error time:2026-01-15T09:00Z.."_s}}));
    // Found by its name in the box, and used by two keys.
    pane->queryState()->setQuery({});
    m_window->searchBox()->focusBox();
    QTest::keyClicks(QApplication::focusWidget(), u"troub"_s);
    CompletionPopup *popup = m_window->searchBox()->popup();
    QTRY_VERIFY(popup->isVisible());
    QCOMPARE(popup->completions().first().type, Completion::Type::Saved);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(pane->queryState()->text(), u"level:error time:2026-01-15T09:00Z.."_s);
    // Of the menu, too, in another run.
    restart();
    m_window->currentQuery()->setQuery({});
    action(u"Morning trouble"_s)->trigger();
    QCOMPARE(m_window->currentQuery()->text(), u"level:error time:2026-01-15T09:00Z.."_s);
}

void tst_WindowState::savedQueriesAreManagedAndUndone()
{
    WindowState *state = m_window->state();
    state->queryDesk().save(u"a"_s, parsed(u"code:1"_s));
    state->queryDesk().save(u"b"_s, parsed(u"code:2"_s));
    state->queryDesk().manage();
    auto *dialog = m_window->findChild<SavedQueriesDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->list()->count(), 2);
    QVERIFY(unnamedControls(dialog).isEmpty());
    dialog->list()->setCurrentRow(0);
    const QList<QPushButton *> buttons = dialog->findChildren<QPushButton *>();
    const auto button = [&](const QString &text) {
        return *std::ranges::find_if(
            buttons, [&](const QPushButton *each) { return QString(each->text()).remove(u'&') == text; });
    };
    button(u"Use"_s)->click();
    QCOMPARE(m_window->currentQuery()->text(), u"code:1"_s);
    button(u"Delete"_s)->click();
    QCOMPARE(state->queries().all().size(), 1);
    QCOMPARE(dialog->list()->count(), 1);
    state->undo().undo();
    QCOMPARE(state->queries().all().size(), 2);
    // Renamed in the list; onto another name it takes its place, until that is undone.
    dialog->list()->item(0)->setText(u"b"_s);
    QTRY_COMPARE(state->queries().all(), (QList<SavedQuery>{{u"b"_s, u"code:1"_s}}));
    state->undo().undo();
    QCOMPARE(state->queries().all(), (QList<SavedQuery>{{u"a"_s, u"code:1"_s}, {u"b"_s, u"code:2"_s}}));
    // Shared, and a bad file is said.
    state->queryDesk().exportTo(m_folder->filePath(u"q.json"_s));
    state->queryDesk().remove(u"a"_s);
    state->queryDesk().importFrom(m_folder->filePath(u"q.json"_s));
    QCOMPARE(state->queries().all().size(), 2);
    state->queryDesk().importFrom(put("{", u"bad.json"_s));
    QVERIFY(m_window->statusBar()->currentMessage().contains(u"bad.json"_s));
}

void tst_WindowState::theQueryThatWasClearedComesBack()
{
    LogPane *pane = open();
    QVERIFY(pane);
    pane->queryState()->setQuery(parsed(u"code:702"_s));
    action(u"Clear the query"_s)->trigger();
    QCOMPARE(pane->queryState()->text(), QString());
    pane->view()->setFocus();
    QTest::keyClick(pane->view(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(pane->queryState()->text(), u"code:702"_s);
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
    QVERIFY(QDir().mkpath(m_folder->filePath(u"data/state"_s)));
    const QString path = put("{ broken", u"data/state/bookmarks.json"_s);
    makeWindow();
    QVERIFY(m_window->desk()->notice()->isVisible());
    QVERIFY(m_window->desk()->notice()->text().contains(path));
    QCOMPARE(stateFiles(), QStringList{u"bookmarks.json.damaged"_s});
}

void tst_WindowState::whatIsNewHasNames()
{
    LogPane *pane = open();
    QVERIFY(pane);
    mark(pane, 2);
    pane->queryState()->setQuery(parsed(u"code:702"_s));
    QTRY_VERIFY(m_window->detailsPane()->recordNote()->isVisible());
    QVERIFY(pane->contextBar()->isVisible());
    QVERIFY(unnamedControls(m_window->detailsPane()->recordNote()).isEmpty());
    QVERIFY(unnamedControls(pane->contextBar()).isEmpty());
    QVERIFY(!accessibleName(pane->contextBar()->number()).isEmpty());
}

QTEST_MAIN(tst_WindowState)
#include "tst_windowstate.moc"
