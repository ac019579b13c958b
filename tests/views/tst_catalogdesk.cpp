#include "catalogdesk.h"

#include "catalogimporter.h"
#include "catalogpages.h"
#include "catalogpane.h"
#include "detailspane.h"
#include "diffview.h"
#include "entryhistorydialog.h"
#include "historydialog.h"
#include "importdialog.h"
#include "logdocument.h"
#include "logmodel.h"
#include "logpane.h"
#include "logtabs.h"
#include "logview.h"
#include "mainwindow.h"
#include "noteedit.h"
#include "noteseditor.h"
#include "noticebar.h"
#include "pageview.h"
#include "roles.h"
#include "viewfixture.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

QByteArray record(int code)
{
    return "{\"eventCode\":\"" + QByteArray::number(code)
        + "\",\"eventLogDate\":\"2026-01-15T09:00:00Z\",\"userId\":\"jdoe@example.com\"}\n";
}

QStringList rows(const QAbstractItemModel *model)
{
    QStringList rows;
    for (int section = 0; section < model->rowCount(); ++section) {
        const QModelIndex parent = model->index(section, 0);
        rows.append(parent.data().toString());
        for (int row = 0; row < model->rowCount(parent); ++row)
            rows.append(model->index(row, 0, parent).data().toString());
    }
    return rows;
}

QPushButton *button(const QWidget *parent, const QString &text)
{
    for (QPushButton *button : parent->findChildren<QPushButton *>()) {
        if (button->isVisibleTo(parent) && QString(button->text()).remove(u'&') == text)
            return button;
    }
    return nullptr;
}

} // namespace

class TestCatalogDesk : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void aChangedPageIsSeenAppliedAndUndone(); // T9
    void whatIsNotChosenStays();
    void wordsThatDifferAreMarkedByMoreThanColour();
    void cancellingChangesNothing();
    void aPageThatChangesNothingSaysSo();
    void aDoubtfulPageAsksToLook();
    void severalPagesComeOneAfterTheOther();
    void whatIsNoPageIsSaidInTheWindow();
    void aDroppedPageIsOfferedAndADroppedLogOpens();
    void aWebPageIsNeverALog();
    void pastedRowsAreOfferedAndOtherTextIsALog();
    void openLogsAreResolvedAgainAndNotReadAgain();
    void anotherProgramsImportIsSeen();
    void anImportBetweenPreviewAndApplyIsSaid();
    void theHistoryComparesAndRestores();
    void anEntryTellsItsHistory();
    void aNoteIsWrittenShownAndFound();
    void aNoteIsShownForARecord();
    void aNoteThatCannotBeSavedHoldsTheWindow();
    void notesGoOutAndComeBack();
    void entriesAreExported();
    void packsGoIntoFoldersOfTheirOwn();
    void everyControlHasAName();

private:
    QString put(const QString &name, const QByteArray &bytes) const;
    QAction *action(const QString &text) const;
    void answer(const QString &path) const;
    ImportDialog *preview(const QString &path) const;
    ImportDialog *dialog() const { return m_window->desk()->importer()->dialog(); }
    void drop(const QStringList &paths) const;
    bool loaded() const;
    bool applyNextEdition() const;
    const CatalogEntry *entry(qint64 code) const { return m_store->snapshot()->find({Kind::User, code}); }
    QString catalogCell(qint64 code, int column) const;

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Icons> m_icons;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<CatalogStore> m_store;
    std::unique_ptr<MainWindow> m_window;
};

void TestCatalogDesk::initTestCase()
{
    m_theme = std::make_unique<Theme>();
    m_icons = std::make_unique<Icons>(*m_theme);
    QVERIFY(nextEdition().contains("1399"));
}

void TestCatalogDesk::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<SettingsStore>(m_folder->path());
    auto resources = shippedCatalogResources();
    QVERIFY(resources.ok());
    auto store = CatalogStore::open(m_folder->filePath(u"data"_s), std::move(resources).value());
    QVERIFY(store.ok());
    m_store = std::move(store).value();
    LogOptions options;
    options.inputZone = QTimeZone::utc();
    m_window = std::make_unique<MainWindow>(
        MainWindow::Parts{*m_theme, *m_icons, *m_settings, *m_store, {}, options, QTimeZone::utc()});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestCatalogDesk::cleanup()
{
    m_window.reset();
    m_store.reset();
    m_settings.reset();
    m_folder.reset();
}

QString TestCatalogDesk::put(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder->filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

QAction *TestCatalogDesk::action(const QString &text) const
{
    const QList<QAction *> actions = m_window->findChildren<QAction *>();
    const auto found = std::ranges::find_if(
        actions, [&](const QAction *action) { return QString(action->text()).remove(u'&') == text; });
    return found == actions.end() ? nullptr : *found;
}

/// Gives the path to the question for files that is shown.
void TestCatalogDesk::answer(const QString &path) const
{
    auto *question = m_window->findChild<QFileDialog *>();
    QVERIFY(question);
    question->selectFile(path);
    static_cast<QDialog *>(question)->accept();
    QTRY_VERIFY(!m_window->findChild<QFileDialog *>());
}

ImportDialog *TestCatalogDesk::preview(const QString &path) const
{
    m_window->desk()->importer()->importFiles({path});
    return QTest::qWaitFor([this] { return dialog() != nullptr; }) ? dialog() : nullptr;
}

bool TestCatalogDesk::applyNextEdition() const
{
    ImportDialog *shown = preview(put(u"next.txt"_s, nextEdition()));
    if (!shown)
        return false;
    shown->applyButton()->click();
    return QTest::qWaitFor([this] { return !dialog(); });
}

void TestCatalogDesk::drop(const QStringList &paths) const
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls.append(QUrl::fromLocalFile(path));
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    QDropEvent event(QPointF(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &event);
}

bool TestCatalogDesk::loaded() const
{
    return QTest::qWaitFor([this] {
        const LogPane *pane = m_window->currentLog();
        return pane && pane->document()->state() != LogDocument::State::Opening
            && pane->document()->state() != LogDocument::State::Loading && !pane->document()->isFiltering();
    });
}

QString TestCatalogDesk::catalogCell(qint64 code, int column) const
{
    const QAbstractItemModel *model = m_window->catalogPane()->table()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, CatalogModel::CodeColumn).data().toString() == QString::number(code))
            return model->index(row, column).data().toString();
    }
    return u"absent"_s;
}

void TestCatalogDesk::aChangedPageIsSeenAppliedAndUndone()
{
    const QString path = put(u"next.txt"_s, nextEdition());
    // One click and one file: the preview.
    auto *bar = m_window->findChild<QToolBar *>();
    auto *importButton = qobject_cast<QToolButton *>(bar->widgetForAction(action(u"Import catalog…"_s)));
    QVERIFY(importButton && importButton->isVisible());
    QTest::mouseClick(importButton, Qt::LeftButton);
    answer(path);
    QTRY_VERIFY(dialog());
    QVERIFY(dialog()->isModal());
    QCOMPARE(rows(dialog()->diffView()->tree()->model()),
             (QStringList{u"Changed (2)"_s, u"702"_s, u"703"_s, u"Added (1)"_s, u"1399"_s, u"Removed (1)"_s, u"837"_s,
                          u"Not understood (1)"_s, u"line 56"_s, u"Unchanged (109)"_s}));
    QCOMPARE(m_store->snapshot()->entries().size(), 112); // nothing is done yet
    QCOMPARE(QString(dialog()->applyButton()->text()).remove(u'&'), u"Apply 4 change(s)"_s);

    // One key: applied.
    QTest::keyClick(dialog(), Qt::Key_Return);
    QTRY_VERIFY(!dialog());
    QCOMPARE(entry(702)->description, u"Approve authentication failed - The user did not respond in time."_s);
    QCOMPARE(entry(703)->level, u"warning"_s);
    QVERIFY(entry(1399));
    QVERIFY(!entry(837));
    QCOMPARE(catalogCell(703, CatalogModel::LevelColumn), u"warning"_s);
    QCOMPARE(catalogCell(837, CatalogModel::CodeColumn), u"absent"_s);
    QVERIFY(m_window->desk()->notice()->isVisible());

    button(m_window->desk()->notice(), u"Undo"_s)->click();
    QCOMPARE(entry(702)->description, u"Approve authentication failed - User response timed out."_s);
    QVERIFY(entry(837) && !entry(1399));
    QCOMPARE(catalogCell(703, CatalogModel::LevelColumn), u"error"_s);
    QCOMPARE(m_store->revisions().value().size(), 3);
}

void TestCatalogDesk::whatIsNotChosenStays()
{
    ImportDialog *shown = preview(put(u"next.txt"_s, nextEdition()));
    QVERIFY(shown);
    shown->diffView()->noneButton()->click();
    QVERIFY(!shown->applyButton()->isEnabled());
    shown->diffView()->filter()->setText(u"703"_s);
    shown->diffView()->allButton()->click();
    shown->diffView()->filter()->clear();
    QCOMPARE(QString(shown->applyButton()->text()).remove(u'&'), u"Apply 1 of 4 change(s)"_s);
    QTest::mouseClick(shown->applyButton(), Qt::LeftButton);
    QTRY_VERIFY(!dialog());
    QCOMPARE(entry(703)->level, u"warning"_s);
    QCOMPARE(entry(702)->description, u"Approve authentication failed - User response timed out."_s);
    QVERIFY(entry(837) && !entry(1399));
}

void TestCatalogDesk::wordsThatDifferAreMarkedByMoreThanColour()
{
    ImportDialog *shown = preview(put(u"next.txt"_s, nextEdition()));
    QVERIFY(shown);
    shown->diffView()->filter()->setText(u"702"_s);
    QCOMPARE(shown->diffView()->tree()->currentIndex().siblingAtColumn(0).data().toString(), u"702"_s);
    QString struck;
    QString underlined;
    const QTextDocument *page = shown->diffView()->page()->document();
    for (QTextBlock block = page->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextCharFormat format = it.fragment().charFormat();
            if (format.fontStrikeOut()) {
                struck += it.fragment().text();
                QCOMPARE(format.foreground().color(), m_theme->colors().removed.ink);
            }
            if (format.fontUnderline()) {
                underlined += it.fragment().text();
                QCOMPARE(format.foreground().color(), m_theme->colors().added.ink);
            }
        }
    }
    QVERIFY2(struck.contains(u"timed"_s) && !struck.contains(u"Approve"_s), qPrintable(struck));
    QVERIFY2(underlined.contains(u"respond"_s) && !underlined.contains(u"Approve"_s), qPrintable(underlined));
    shown->reject();
}

void TestCatalogDesk::cancellingChangesNothing()
{
    const QList<CatalogEntry> before = m_store->snapshot()->entries();
    ImportDialog *shown = preview(put(u"next.txt"_s, nextEdition()));
    QVERIFY(shown);
    QTest::keyClick(shown, Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    QCOMPARE(m_store->snapshot()->entries(), before);
    QCOMPARE(m_store->revisions().value().size(), 1);
    QVERIFY(!m_window->desk()->notice()->isVisible());
}

void TestCatalogDesk::aPageThatChangesNothingSaysSo()
{
    ImportDialog *shown = preview(u":/catalog/user-events-400-1409.txt"_s);
    QVERIFY(shown);
    QVERIFY(!shown->applyButton()->isVisible());
    const auto labels = shown->findChildren<QLabel *>();
    QVERIFY(
        std::ranges::any_of(labels, [](const QLabel *label) { return label->text().contains(u"changes nothing"_s); }));
    shown->reject();
}

void TestCatalogDesk::aDoubtfulPageAsksToLook()
{
    QByteArray page = "User Event Monitor Messages for Cloud Access Service (700 - 709)\n"
                      "| Event Code | Level | Category | Description |\n|---|---|---|---|\n"
                      "| 702 | error | Authentication | Approve authentication failed - Timeout. |\n";
    for (int i = 0; i < 4; ++i)
        page += "| 7x" + QByteArray::number(i) + " | error | Authentication | Something. |\n";
    ImportDialog *shown = preview(put(u"odd.txt"_s, page));
    QVERIFY(shown);
    QVERIFY(shown->lookedBox()->isVisible());
    QVERIFY(!shown->applyButton()->isEnabled());
    const auto notices = shown->findChildren<NoticeBar *>();
    QVERIFY(std::ranges::any_of(notices, [](const NoticeBar *notice) {
        return notice->isVisible() && notice->text().startsWith(u"Less than half"_s);
    }));
    shown->lookedBox()->setChecked(true);
    QVERIFY(shown->applyButton()->isEnabled());
    shown->reject();
}

void TestCatalogDesk::severalPagesComeOneAfterTheOther()
{
    const QString second = put(u"second.txt"_s,
                               "User Event Monitor Messages for Cloud Access Service (1501 - 20406)\n"
                               "| Event Code | Level | Category | Description |\n|---|---|---|---|\n"
                               "| 20300 | error | Authentication | User is at high risk. |\n");
    m_window->desk()->importer()->importFiles({put(u"first.txt"_s, nextEdition()), second});
    QTRY_VERIFY(dialog());
    QVERIFY(button(dialog(), u"Skip this page (1 more follow(s))"_s));
    QTest::mouseClick(dialog()->applyButton(), Qt::LeftButton);
    QTRY_VERIFY(dialog() && dialog()->import().source == u"second.txt"_s);
    QVERIFY(button(dialog(), u"Cancel"_s));
    QTest::mouseClick(dialog()->applyButton(), Qt::LeftButton);
    QTRY_VERIFY(!dialog());
    QVERIFY(entry(20300) && entry(1399));
}

void TestCatalogDesk::whatIsNoPageIsSaidInTheWindow()
{
    const QString path = put(u"letter.html"_s, "<html><body><p>Dear colleague</p></body></html>");
    m_window->desk()->importer()->importFiles({path});
    QTRY_VERIFY(m_window->desk()->notice()->isVisible());
    QVERIFY(m_window->desk()->notice()->text().contains(u"letter.html"_s));
    QVERIFY(!dialog());
}

void TestCatalogDesk::aDroppedPageIsOfferedAndADroppedLogOpens()
{
    drop({put(u"next.txt"_s, nextEdition()), put(u"log.ndjson"_s, record(702))});
    QTRY_VERIFY(dialog());
    QTRY_VERIFY(m_window->currentLog());
    QCOMPARE(m_window->tabs()->logs().size(), 1);
    dialog()->reject();
}

void TestCatalogDesk::aWebPageIsNeverALog()
{
    drop({put(u"letter.html"_s, "<html><body><p>Dear colleague</p></body></html>")});
    QTRY_VERIFY(m_window->desk()->notice()->isVisible());
    QVERIFY(m_window->tabs()->logs().isEmpty());
}

void TestCatalogDesk::pastedRowsAreOfferedAndOtherTextIsALog()
{
    QApplication::clipboard()->setText(QString::fromUtf8(nextEdition()));
    m_window->paste();
    QTRY_VERIFY(dialog());
    QCOMPARE(dialog()->import().source, u"Clipboard"_s);
    dialog()->reject();
    QTRY_VERIFY(!dialog());
    QApplication::clipboard()->setText(QString::fromUtf8(record(702) + record(703)));
    m_window->paste();
    QTRY_VERIFY(m_window->currentLog());
    QVERIFY(!dialog());
}

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
    m_window->setQuery(Query::parse(u"is:unknown"_s).query);
    QVERIFY(loaded());
    QCOMPARE(pane->view()->model()->rowCount(), 1);
    m_window->setQuery({});
    QVERIFY(applyNextEdition());
    QVERIFY(loaded());
    QTRY_COMPARE(level(0), u"notice"_s);
    QCOMPARE(level(1), u"warning"_s);
    QCOMPARE(pane->document()->log(), log);
    m_window->setQuery(Query::parse(u"is:unknown"_s).query);
    QTRY_COMPARE(pane->view()->model()->rowCount(), 0);
}

void TestCatalogDesk::anotherProgramsImportIsSeen()
{
    auto resources = shippedCatalogResources();
    auto other = CatalogStore::open(m_folder->filePath(u"data"_s), std::move(resources).value());
    QVERIFY(other.ok());
    const CatalogPage page = readCatalogPage(nextEdition(), u"next.txt"_s).value();
    const CatalogDiff diff = pageDiff(other.value()->snapshot()->entries(), page);
    QVERIFY(other.value()->apply({page, u"next.txt"_s, u"0"_s}, diff, other.value()->snapshot()->revision()).ok());
    QCOMPARE(catalogCell(703, CatalogModel::LevelColumn), u"error"_s);
    QEvent activation(QEvent::ActivationChange);
    QApplication::sendEvent(m_window.get(), &activation);
    QCOMPARE(catalogCell(703, CatalogModel::LevelColumn), u"warning"_s);
}

void TestCatalogDesk::anImportBetweenPreviewAndApplyIsSaid()
{
    ImportDialog *shown = preview(put(u"next.txt"_s, nextEdition()));
    QVERIFY(shown);
    auto resources = shippedCatalogResources();
    auto other = CatalogStore::open(m_folder->filePath(u"data"_s), std::move(resources).value());
    QVERIFY(other.ok());
    const CatalogPage page = readCatalogPage(nextEdition(), u"next.txt"_s).value();
    const CatalogDiff diff = pageDiff(other.value()->snapshot()->entries(), page).only({{Kind::User, 703}});
    QVERIFY(other.value()->apply({page, u"next.txt"_s, u"0"_s}, diff, other.value()->snapshot()->revision()).ok());
    shown->applyButton()->click();
    QCOMPARE(dialog(), shown);
    QCOMPARE(QString(shown->applyButton()->text()).remove(u'&'), u"Apply 3 change(s)"_s);
    shown->applyButton()->click();
    QTRY_VERIFY(!dialog());
    QVERIFY(entry(1399));
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
    QCOMPARE(m_store->revisions().value().size(), 2); // it asks first
    button(history->notice(), u"Restore"_s)->click();
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
    QVERIFY(m_store->snapshot()->note({Kind::User, 702}));
    QCOMPARE(m_store->snapshot()->note({Kind::User, 702})->text, u"Ask the phone team."_s);
    const QModelIndex current = m_window->catalogPane()->table()->currentIndex();
    QCOMPARE(current.data(NoteRole).toString(), u"Ask the phone team."_s);
    m_window->setQuery(Query::parse(u"has:note"_s).query);
    QCOMPARE(m_window->catalogPane()->shownCount(), 1);
    // It outlives an import.
    QVERIFY(applyNextEdition());
    QVERIFY(m_store->snapshot()->note({Kind::User, 702}));
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
    m_window->setQuery(Query::parse(u"has:note"_s).query);
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
    button(m_window->desk()->notice(), u"Close without saving it"_s)->click();
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
    QVERIFY(!m_store->snapshot()->note({Kind::User, 702}));
    action(u"Import notes…"_s)->trigger();
    answer(path);
    QVERIFY(m_store->snapshot()->note({Kind::User, 702}));
    QCOMPARE(m_store->snapshot()->note({Kind::User, 702})->text, u"Ask the phone team."_s);
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
    m_window->setQuery(Query::parse(u"code:702,703"_s).query);
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
    QTRY_VERIFY(button(m_window->desk()->notice(), u"Replace it"_s));
    button(m_window->desk()->notice(), u"Replace it"_s)->click();
    QVERIFY(m_window->desk()->notice()->text().contains(u"evident-siem"_s));
    QVERIFY(!button(m_window->desk()->notice(), u"Replace it"_s));

    QVERIFY(applyNextEdition());
    QTRY_VERIFY(button(m_window->desk()->notice(), u"Export change pack…"_s));
    button(m_window->desk()->notice(), u"Export change pack…"_s)->click();
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
