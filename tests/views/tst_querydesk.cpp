#include "querydesk.h"

#include "completionpopup.h"
#include "contextbar.h"
#include "logmodel.h"
#include "logtabs.h"
#include "querystate.h"
#include "savedqueriesdialog.h"
#include "searchbox.h"
#include "statefixture.h"
#include "statusline.h"
#include "userpage.h"

#include <QAccessible>
#include <QAction>
#include <QInputDialog>
#include <QListWidget>
#include <QMenu>
#include <QSpinBox>
#include <QStatusBar>
#include <QTimer>

using namespace evident;
using namespace Qt::StringLiterals;

class tst_QueryDesk : public StateFixture
{
    Q_OBJECT

private slots:
    void everyCellsMenuEditsTheQuery();
    void recordsAroundMatchesAreOneKey();
    void aQueryIsSavedAndOfferedInTheBox();
    void savedQueriesAreManagedAndUndone();
    void theQueryThatWasClearedComesBack();

private:
    static QStringList menuOf(LogPane *pane, int row, int column, const QString &choice);
};

/// The texts of a cell's menu, in which `choice` is chosen.
QStringList tst_QueryDesk::menuOf(LogPane *pane, int row, int column, const QString &choice)
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

void tst_QueryDesk::everyCellsMenuEditsTheQuery()
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
        {LogModel::SourceIpColumn, u"Only 192.0.2.14"_s, u"sourceIp:192.0.2.14"_s},
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

void tst_QueryDesk::recordsAroundMatchesAreOneKey()
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
    QVERIFY(m_window->statusLine()->text().startsWith(u"1 of 7 record"_s));
    pane->contextBar()->number()->setValue(1);
    QTRY_COMPARE(pane->view()->model()->rowCount(), 3);
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(pane->view());
    QVERIFY(table->tableInterface()->cellAt(0, 0)->text(QAccessible::Description).contains(u"context"_s));
    QVERIFY(!table->tableInterface()->cellAt(1, 0)->text(QAccessible::Description).contains(u"context"_s));
    QTest::keyClick(pane->view(), Qt::Key_F4);
    QTRY_COMPARE(pane->view()->model()->rowCount(), 1);
    QVERIFY(!pane->contextBar()->number()->isEnabled());
}

void tst_QueryDesk::aQueryIsSavedAndOfferedInTheBox()
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

void tst_QueryDesk::savedQueriesAreManagedAndUndone()
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
    visibleButton(dialog, u"Use"_s)->click();
    QCOMPARE(m_window->currentQuery()->text(), u"code:1"_s);
    visibleButton(dialog, u"Delete"_s)->click();
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
    state->undo().undo();
    QCOMPARE(state->queries().all(), (QList<SavedQuery>{{u"b"_s, u"code:2"_s}}));
    state->undo().redo();
    QCOMPARE(state->queries().all().size(), 2);
    state->queryDesk().importFrom(put(u"bad.json"_s, "{"));
    QVERIFY(m_window->statusBar()->currentMessage().contains(u"bad.json"_s));
}

void tst_QueryDesk::theQueryThatWasClearedComesBack()
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

QTEST_MAIN(tst_QueryDesk)
#include "tst_querydesk.moc"
