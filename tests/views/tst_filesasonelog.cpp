#include "logmodel.h"
#include "lognotices.h"
#include "logtabs.h"
#include "logview.h"
#include "noticebar.h"
#include "querystate.h"
#include "textlistdialog.h"
#include "windowfixture.h"

#include <QHeaderView>
#include <QPlainTextEdit>

using namespace evident;
using namespace Qt::StringLiterals;

class tst_FilesAsOneLog : public WindowFixture
{
    Q_OBJECT

private slots:
    void severalFilesOpenedAtOnceCanBecomeOneLog();
    void soManyFilesThatNobodyWantsTheTabsAreOneLog();
    void aDroppedFolderIsOneLog();
    void aPatternIsOneLog();
    void aRotatedLogIsShownWithItsOlderFiles();
    void aSetOfFilesIsOneRecentEntry();
    void whatIsPutAwayStaysAwayUntilThereIsNews();
    void theProblemsOfManyFilesAreToldOnDemand();
};

void tst_FilesAsOneLog::severalFilesOpenedAtOnceCanBecomeOneLog()
{
    const QString a = put(u"a.ndjson"_s, line(901, "09:00:00.000", "a@example.com", "t-1"));
    const QString b = put(u"b.ndjson"_s, line(901, "08:00:00.000", "b@example.com", "t-2"));
    drop({a, b});
    QTRY_COMPARE(m_window->tabs()->logs().size(), 2);
    for (LogPane *pane : m_window->tabs()->logs())
        QVERIFY(loaded(pane));
    m_window->setQuery(parsed(u"code:901"_s));
    auto *button = offer(m_window->currentLog(), u"Show them as one log"_s);
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(m_window->tabs()->logs().size(), 1);
    LogPane *pane = m_window->currentLog();
    QVERIFY(loaded(pane));
    QCOMPARE(pane->document()->files(), (QStringList{a, b}));
    QCOMPARE(pane->queryState()->text(), u"code:901"_s);
    const int tab = m_window->tabs()->indexOf(pane);
    QCOMPARE(m_window->tabs()->tabText(tab), u"a.ndjson + 1 more"_s);
    QVERIFY(m_window->tabs()->tabToolTip(tab).contains(a + u'\n' + b));
    QVERIFY(pane->view()->accessibleDescription().contains(b));
    QVERIFY(!pane->view()->header()->isSectionHidden(LogModel::FileColumn));
    QCOMPARE(columnTexts(pane->view()->model(), LogModel::FileColumn), (QStringList{u"b.ndjson"_s, u"a.ndjson"_s}));
    QVERIFY(pane->view()->header()->isSectionHidden(LogModel::ApplicationColumn));
    m_window->tabs()->closeTab(tab);
    // The column is theirs alone.
    LogPane *single = open(smallLog());
    QVERIFY(single->view()->header()->isSectionHidden(LogModel::FileColumn));
    QVERIFY(!single->view()->header()->isSectionHidden(LogModel::ApplicationColumn));
}

void tst_FilesAsOneLog::soManyFilesThatNobodyWantsTheTabsAreOneLog()
{
    QStringList paths;
    for (int i = 0; i < 31; ++i)
        paths.append(put(QString::number(i) + u".ndjson"_s, smallLog()));
    const QList<LogPane *> panes = m_window->openFiles(paths);
    QCOMPARE(panes.size(), 1);
    QVERIFY(loaded(panes.first()));
    QCOMPARE(panes.first()->document()->files().size(), 31);
    QCOMPARE(panes.first()->document()->title(), u"0.ndjson + 30 more"_s);
    QCOMPARE(m_window->tabs()->tabToolTip(1).count(u'\n'), 30);
    QCOMPARE(panes.first()->view()->accessibleDescription().count(u'\n'), 30);
}

void tst_FilesAsOneLog::aDroppedFolderIsOneLog()
{
    put(u"logs/a.ndjson"_s, smallLog());
    put(u"logs/b.ndjson"_s, smallLog());
    put(u"logs/README"_s, "Nothing but words.\n");
    drop({m_folder->filePath(u"logs"_s)});
    QTRY_VERIFY(m_window->currentLog());
    LogPane *pane = m_window->currentLog();
    QVERIFY(loaded(pane));
    QCOMPARE(pane->document()->recordCount(), Row(14));
    QCOMPARE(m_window->tabs()->tabText(1), u"a.ndjson + 1 more"_s);
    QTRY_VERIFY(pane->findChild<NoticeBar *>()->text().contains(u"README"_s));
    drop({m_folder->filePath(u"logs/"_s)});
    QCOMPARE(m_window->tabs()->logs().size(), 1);
}

void tst_FilesAsOneLog::aPatternIsOneLog()
{
    put(u"a.ndjson"_s, smallLog());
    put(u"b.ndjson"_s, smallLog());
    LogPane *pane = m_window->openFile(m_folder->filePath(u"?.ndjson"_s));
    QVERIFY(loaded(pane));
    QCOMPARE(pane->document()->recordCount(), Row(14));
    LogPane *nothing = m_window->openFile(m_folder->filePath(u"*.csv"_s));
    QTRY_COMPARE(nothing->document()->state(), LogDocument::State::Failed);
    QVERIFY(nothing->document()->errorText().contains(u"*.csv"_s));
}

void tst_FilesAsOneLog::aRotatedLogIsShownWithItsOlderFiles()
{
    const QString older = put(u"app.log.1"_s, line(901, "08:00:00.000", "a@example.com", "t-0"));
    LogPane *single = open(smallLog(), u"app.log"_s);
    QVERIFY(single);
    QTRY_VERIFY(offer(single, u"Show with its 1 older file(s)"_s));
    const QString path = single->document()->path();
    QTest::mouseClick(offer(single, u"Show with its 1 older file(s)"_s), Qt::LeftButton);
    QTRY_COMPARE(m_window->currentLog()->document()->paths(), (QStringList{older, path}));
    QTRY_COMPARE(m_window->tabs()->logs().size(), 1);
    LogPane *pane = m_window->currentLog();
    QVERIFY(loaded(pane));
    QCOMPARE(pane->document()->recordCount(), Row(8));
    QCOMPARE(pane->view()->model()->index(0, LogModel::UserColumn).data().toString(), u"a@example.com"_s);
}

void tst_FilesAsOneLog::aSetOfFilesIsOneRecentEntry()
{
    const QStringList paths{put(u"a.ndjson"_s, smallLog()), put(u"b.ndjson"_s, smallLog())};
    LogPane *pane = m_window->openTogether(paths);
    QVERIFY(loaded(pane));
    QCOMPARE(m_window->openTogether(paths), pane);
    m_window->close();
    QCOMPARE(m_settings->load().recentFiles, QStringList{Settings::recentEntry(paths)});
    makeWindow();
    QAction *again = action(u"a.ndjson + 1 more"_s);
    QVERIFY(again);
    again->trigger();
    QVERIFY(loaded(m_window->currentLog()));
    QCOMPARE(m_window->currentLog()->document()->paths(), paths);
}

void tst_FilesAsOneLog::whatIsPutAwayStaysAwayUntilThereIsNews()
{
    const QStringList paths{put(u"a.ndjson"_s, smallLog()), put(u"b.ndjson"_s, smallLog())};
    const QList<LogPane *> panes = m_window->openFiles(paths);
    QVERIFY(loaded(panes.last()));
    auto *bar = panes.last()->findChild<NoticeBar *>();
    QVERIFY(bar->isVisible());
    QTest::keyClick(bar, Qt::Key_Escape);
    emit panes.last()->document()->stateChanged();
    QVERIFY(!bar->isVisible());
    panes.last()->notices()->offerTogether(paths);
    QVERIFY(bar->isVisible());
}

void tst_FilesAsOneLog::theProblemsOfManyFilesAreToldOnDemand()
{
    const QStringList paths{m_folder->filePath(u"x.log"_s), put(u"a.ndjson"_s, smallLog()),
                            m_folder->filePath(u"y.log"_s)};
    LogPane *pane = m_window->openTogether(paths);
    QVERIFY(loaded(pane));
    QTRY_VERIFY(offer(pane, u"Show all problems"_s));
    const QString said = pane->findChild<NoticeBar *>()->text();
    QVERIFY2(said.contains(u"x.log"_s) && !said.contains(u"y.log"_s) && said.contains(u"1 more problem"_s),
             qPrintable(said));
    QTest::mouseClick(offer(pane, u"Show all problems"_s), Qt::LeftButton);
    const auto *dialog = m_window->findChild<TextListDialog *>();
    QVERIFY(dialog && dialog->isVisible() && !dialog->isModal());
    QVERIFY(dialog->findChild<QPlainTextEdit *>()->toPlainText().contains(u"y.log"_s));
}

QTEST_MAIN(tst_FilesAsOneLog)
#include "tst_filesasonelog.moc"
