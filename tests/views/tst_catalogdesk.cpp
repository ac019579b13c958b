#include "catalogdesk.h"

#include "catalogdeskfixture.h"
#include "detailspane.h"
#include "diffview.h"
#include "entryhistorydialog.h"
#include "historydialog.h"
#include "logmodel.h"
#include "logview.h"
#include "noteedit.h"
#include "noteseditor.h"
#include "noticebar.h"
#include "pageview.h"
#include "roles.h"

#include <QAction>
#include <QTreeView>

using namespace evident;
using namespace Qt::StringLiterals;

class TestCatalogDesk : public CatalogDeskFixture
{
    Q_OBJECT

private slots:
    void openLogsAreResolvedAgainAndNotReadAgain();
    void anotherProgramsImportIsSeen();
    void theHistoryComparesAndRestores();
    void anEntryTellsItsHistory();
    void aNoteIsWrittenShownAndFound();
    void aNoteIsShownForARecord();
    void aNoteThatCannotBeSavedHoldsTheWindow();
    void notesGoOutAndComeBack();
    void entriesAreExported();
    void packsGoIntoFoldersOfTheirOwn();
    void everyControlHasAName();
};

void TestCatalogDesk::openLogsAreResolvedAgainAndNotReadAgain()
{
    const QString path = put(u"log.ndjson"_s, record(1399) + record(703));
    LogPane *pane = m_window->openFile(path);
    QVERIFY(loaded());
    const auto log = pane->document()->log();
    const auto level = [pane](int row) {
        return pane->view()->model()->index(row, LogModel::LevelColumn).data().toString();
    };
    QCOMPARE(level(1), u"error"_s);
    QVERIFY(level(0).isEmpty());
    m_window->setQuery(parsed(u"is:unknown"_s));
    QVERIFY(loaded());
    QCOMPARE(pane->view()->model()->rowCount(), 1);
    m_window->setQuery({});
    QVERIFY(applyNextEdition());
    QVERIFY(loaded());
    QTRY_COMPARE(level(0), u"notice"_s);
    QCOMPARE(level(1), u"warning"_s);
    QCOMPARE(pane->document()->log(), log);
    m_window->setQuery(parsed(u"is:unknown"_s));
    QTRY_COMPARE(pane->view()->model()->rowCount(), 0);
}

void TestCatalogDesk::anotherProgramsImportIsSeen()
{
    auto resources = shippedCatalogResources();
    auto other = CatalogStore::open(m_catalogFolder->path(), std::move(resources).value());
    QVERIFY(other.ok());
    const CatalogPage page = readCatalogPage(nextEdition(), u"next.txt"_s).value();
    const CatalogDiff diff = pageDiff(other.value()->snapshot()->entries(), page);
    QVERIFY(other.value()->apply({page, u"next.txt"_s, u"0"_s}, diff, other.value()->snapshot()->revision()).ok());
    QCOMPARE(catalogCell(703, CatalogModel::LevelColumn), u"error"_s);
    QEvent activation(QEvent::ActivationChange);
    QApplication::sendEvent(m_window.get(), &activation);
    QCOMPARE(catalogCell(703, CatalogModel::LevelColumn), u"warning"_s);
}

void TestCatalogDesk::theHistoryComparesAndRestores()
{
    QVERIFY(applyNextEdition());
    action(u"History of the catalog…"_s)->trigger();
    HistoryDialog *history = m_window->desk()->history();
    QVERIFY(history && history->isVisible() && !history->isModal());
    QCOMPARE(history->table()->model()->rowCount(), 2);
    QCOMPARE(rows(history->diffView()->tree()->model()),
             (QStringList{u"Changed (2)"_s, u"702"_s, u"703"_s, u"Added (1)"_s, u"1399"_s, u"Removed (1)"_s, u"837"_s,
                          u"Unchanged (109)"_s}));
    QVERIFY(!history->restoreButton()->isEnabled()); // the newest is what there is
    history->table()->selectRow(1);
    QVERIFY(history->diffView()->tree()->model()->rowCount() == 0);
    QVERIFY(!history->exportButton()->isEnabled());
    history->restoreButton()->click();
    QVERIFY(history->notice()->isVisible());
    QCOMPARE(m_catalog->revisions().value().size(), 2); // it asks first
    visibleButton(history->notice(), u"Restore"_s)->click();
    QTRY_COMPARE(history->table()->model()->rowCount(), 3);
    QVERIFY(entry(837) && !entry(1399));
    QCOMPARE(catalogCell(703, CatalogModel::LevelColumn), u"error"_s);
    history->compare(1, 3);
    QCOMPARE(rows(history->diffView()->tree()->model()), (QStringList{u"Unchanged (112)"_s}));
    history->close();
}

void TestCatalogDesk::anEntryTellsItsHistory()
{
    QVERIFY(applyNextEdition());
    m_window->showCatalogEntry({Kind::User, 702});
    QTRY_COMPARE(m_window->detailsPane()->entryKey(), std::optional(EventKey{Kind::User, 702}));
    QTest::mouseClick(m_window->detailsPane()->historyButton(), Qt::LeftButton);
    auto *history = m_window->findChild<EntryHistoryDialog *>();
    QVERIFY(history);
    const QString text = history->page()->toPlainText();
    QVERIFY2(text.contains(u"did not respond in time"_s) && text.contains(u"timed out"_s), qPrintable(text));
    QVERIFY(text.indexOf(u"Changed on"_s) < text.indexOf(u"Added on"_s));
    history->close();
}

void TestCatalogDesk::aNoteIsWrittenShownAndFound()
{
    m_window->showCatalogEntry({Kind::User, 702});
    QTRY_COMPARE(m_window->detailsPane()->entryKey(), std::optional(EventKey{Kind::User, 702}));
    action(u"Note on this code"_s)->trigger();
    NoteEdit *edit = m_window->detailsPane()->notes()->edit();
    QVERIFY(edit->hasFocus());
    QTest::keyClicks(edit, u"Ask the phone team."_s);
    m_window->catalogPane()->table()->setFocus();
    QVERIFY(m_catalog->snapshot()->note({Kind::User, 702}));
    QCOMPARE(m_catalog->snapshot()->note({Kind::User, 702})->text, u"Ask the phone team."_s);
    const QModelIndex current = m_window->catalogPane()->table()->currentIndex();
    QCOMPARE(current.data(NoteRole).toString(), u"Ask the phone team."_s);
    m_window->setQuery(parsed(u"has:note"_s));
    QCOMPARE(m_window->catalogPane()->shownCount(), 1);
    // It outlives an import.
    QVERIFY(applyNextEdition());
    QVERIFY(m_catalog->snapshot()->note({Kind::User, 702}));
}

void TestCatalogDesk::aNoteIsShownForARecord()
{
    QVERIFY(m_window->desk()->saveNote({Kind::User, 703}, u"Seen at night."_s));
    LogPane *pane = m_window->openFile(put(u"log.ndjson"_s, record(702) + record(703) + record(39999)));
    QVERIFY(loaded());
    pane->view()->setCurrentRow(1);
    NotesEditor *notes = m_window->detailsPane()->notes();
    QTRY_COMPARE(notes->edit()->toPlainText(), u"Seen at night."_s);
    // Of a code that the catalog lacks, too.
    pane->view()->setCurrentRow(2);
    QTRY_COMPARE(m_window->detailsPane()->entryKey(), std::optional(EventKey{Kind::User, 39999}));
    notes->setFocus();
    QTest::keyClicks(notes->edit(), u"Unknown so far."_s);
    pane->setFocus();
    m_window->setQuery(parsed(u"has:note"_s));
    QTRY_COMPARE(pane->view()->model()->rowCount(), 2);
}

void TestCatalogDesk::aNoteThatCannotBeSavedHoldsTheWindow()
{
    m_window->showCatalogEntry({Kind::User, 702});
    QTRY_COMPARE(m_window->detailsPane()->entryKey(), std::optional(EventKey{Kind::User, 702}));
    NotesEditor *notes = m_window->detailsPane()->notes();
    notes->setSave([](const EventKey &, const QString &) -> Result<void> { return Error{u"The disk is full."_s}; });
    notes->setFocus();
    QTest::keyClicks(notes->edit(), u"Kept."_s);
    QVERIFY(!m_window->close());
    QVERIFY(m_window->desk()->notice()->text().contains(u"The disk is full."_s));
    QCOMPARE(notes->edit()->toPlainText(), u"Kept."_s);
    visibleButton(m_window->desk()->notice(), u"Close without saving it"_s)->click();
    QTRY_VERIFY(!m_window->isVisible());
}

void TestCatalogDesk::notesGoOutAndComeBack()
{
    QVERIFY(m_window->desk()->saveNote({Kind::User, 702}, u"Ask the phone team."_s));
    const QString path = m_folder->filePath(u"notes.json"_s);
    action(u"Export notes…"_s)->trigger();
    answer(path);
    QVERIFY(QFile::exists(path));
    QVERIFY(m_window->desk()->saveNote({Kind::User, 702}, QString()));
    QVERIFY(!m_catalog->snapshot()->note({Kind::User, 702}));
    action(u"Import notes…"_s)->trigger();
    answer(path);
    QVERIFY(m_catalog->snapshot()->note({Kind::User, 702}));
    QCOMPARE(m_catalog->snapshot()->note({Kind::User, 702})->text, u"Ask the phone team."_s);
    // What is none is said.
    action(u"Import notes…"_s)->trigger();
    answer(put(u"other.json"_s, "{}"));
    QVERIFY(m_window->desk()->notice()->text().contains(u"other.json"_s));
}

void TestCatalogDesk::entriesAreExported()
{
    const QString path = m_folder->filePath(u"catalog.csv"_s);
    action(u"Export catalog…"_s)->trigger();
    answer(path);
    QFile whole(path);
    QVERIFY(whole.open(QIODevice::ReadOnly));
    QCOMPARE(whole.readAll().count('\n'), 113);
    m_window->setQuery(parsed(u"code:702,703"_s));
    action(u"Export the entries shown…"_s)->trigger();
    answer(m_folder->filePath(u"two.md"_s));
    QFile two(m_folder->filePath(u"two.md"_s));
    QVERIFY(two.open(QIODevice::ReadOnly));
    const QByteArray bytes = two.readAll();
    QVERIFY(bytes.contains("| 702 |") && bytes.contains("| 703 |") && !bytes.contains("| 704 |"));
}

void TestCatalogDesk::packsGoIntoFoldersOfTheirOwn()
{
    action(u"Export for the SIEM…"_s)->trigger();
    answer(m_folder->path());
    QVERIFY(QFile::exists(m_folder->filePath(u"evident-siem/manifest.json"_s)));
    // Where one is already, it asks.
    action(u"Export for the SIEM…"_s)->trigger();
    answer(m_folder->path());
    QTRY_VERIFY(visibleButton(m_window->desk()->notice(), u"Replace it"_s));
    visibleButton(m_window->desk()->notice(), u"Replace it"_s)->click();
    QVERIFY(m_window->desk()->notice()->text().contains(u"evident-siem"_s));
    QVERIFY(m_window->desk()->notice()->isVisible());
    QVERIFY(!visibleButton(m_window->desk()->notice(), u"Replace it"_s));

    QVERIFY(applyNextEdition());
    QTRY_VERIFY(visibleButton(m_window->desk()->notice(), u"Export change pack…"_s));
    visibleButton(m_window->desk()->notice(), u"Export change pack…"_s)->click();
    answer(m_folder->path());
    QVERIFY(QFile::exists(m_folder->filePath(u"evident-changes-1-2/manifest.json"_s)));
}

void TestCatalogDesk::everyControlHasAName()
{
    QVERIFY(applyNextEdition());
    ImportDialog *shown = preview(put(u"again.txt"_s, nextEdition() + "| 1400 | error | Authentication | More. |\n"));
    QVERIFY(shown);
    QCOMPARE(unnamedControls(shown), QStringList());
    shown->reject();
    m_window->desk()->showHistory();
    QCOMPARE(unnamedControls(m_window->desk()->history()), QStringList());
    QCOMPARE(unnamedControls(m_window->desk()->notices()), QStringList());
    QCOMPARE(unnamedControls(m_window->detailsPane()), QStringList());
}

QTEST_MAIN(TestCatalogDesk)
#include "tst_catalogdesk.moc"
