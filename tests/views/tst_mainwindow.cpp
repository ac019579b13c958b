#include "mainwindow.h"

#include "catalogpane.h"
#include "catalogstore.h"
#include "detailspane.h"
#include "emptystate.h"
#include "facetpane.h"
#include "icons.h"
#include "logdocument.h"
#include "logmodel.h"
#include "logpane.h"
#include "logtabs.h"
#include "logview.h"
#include "noticebar.h"
#include "packing.h"
#include "pageview.h"
#include "querystate.h"
#include "searchbox.h"
#include "startpage.h"
#include "theme.h"

#include <QAccessible>
#include <QClipboard>
#include <QDropEvent>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStatusBar>
#include <QStringEncoder>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

QByteArray line(int code, const char *time, const char *user, const char *transaction)
{
    return QByteArrayLiteral("{\"eventCode\":\"") + QByteArray::number(code) + "\",\"eventLogDate\":\"2026-01-15T"
        + time + "Z\",\"userId\":\"" + user + "\",\"transactionId\":\"" + transaction + "\",\"application\":\"VPN\"}\n";
}

/// jdoe's push times out twice; another user signs in between.
QByteArray smallLog()
{
    return line(911, "09:00:00.000", "jdoe@example.com", "t-1") + line(901, "09:00:01.000", "asmith@example.com", "t-2")
        + line(702, "09:01:00.000", "jdoe@example.com", "t-1") + line(913, "09:01:00.100", "jdoe@example.com", "t-1")
        + line(911, "09:02:00.000", "jdoe@example.com", "t-3") + line(702, "09:03:00.000", "jdoe@example.com", "t-3")
        + "no record at all\n";
}

QStringList shownCodes(QAbstractItemModel *model, int column)
{
    QStringList codes;
    for (int row = 0; row < model->rowCount(); ++row)
        codes.append(model->index(row, column).data().toString());
    return codes;
}

} // namespace

class tst_MainWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void itStartsOnTheStartPageWithTheBoxReady();
    void aCodeFromATicketIsOneAction(); // T1
    void wordsFindWhatTheVendorWritesOtherwise(); // T2
    void theErrorsOfAUserNewestFirst(); // T3
    void aTransactionIsOneKey(); // T7
    void f8GoesFromErrorToError();
    void aRecordLeadsToItsEntryAndBack();
    void severalFilesAreSeveralTabsAndOneFileIsOne();
    void aDroppedFileOpens();
    void theClipboardOutsideATextFieldBecomesALog();
    void theClipboardInTheBoxIsText();
    void whatIsCopiedIsWhatHasTheFocus();
    void aFacetClickEditsTheQueryOfTheTabInFront();
    void aWrongQueryLeavesTheLastGoodResult();
    void aMissingFileIsSaidInItsTabAndOthersStay();
    void anArchiveIsATabAMember();
    void ofALargeArchiveTheFirstTabsAreOpened();
    void aLogThatMayFillTheDiskIsAskedAboutInItsTab();
    void anotherEncodingIsOfferedForUtf16WithoutAMark();
    void loadingCanBeCancelledWhereItIsShown();
    void anEmptyResultOffersTheWayOut();
    void aLogIsFollowedByOneKeyAndItsTabShowsIt();
    void whatCannotBeFollowedSaysWhy();
    void aFileReadAgainIsSaidAndThePlaceIsKept();
    void aSortedLogThatGrowsKeepsWhatIsSelected();
    void recentFilesAreRememberedAndCanBeForgotten();
    void columnsAreRemembered();
    void linesThatAreNotUnderstoodAreCountedInTheStatusBar();
    void whatTheReaderGuessedIsSaidInTheTab();
    void everyControlHasAName();
    void mnemonicsOfAMenuDoNotClash();

private:
    LogPane *open(const QByteArray &bytes, const QString &name = u"log.ndjson"_s);
    static bool loaded(LogPane *pane);
    void makeWindow();

    std::unique_ptr<QTemporaryDir> m_folder;
    CatalogPointer m_catalog;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Icons> m_icons;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void tst_MainWindow::initTestCase()
{
    m_theme = std::make_unique<Theme>();
    m_icons = std::make_unique<Icons>(*m_theme);
    const QTemporaryDir folder;
    auto resources = shippedCatalogResources();
    QVERIFY(resources.ok());
    const auto store = CatalogStore::open(folder.path(), std::move(resources).value());
    QVERIFY(store.ok());
    m_catalog = store.value()->snapshot();
    QCOMPARE(m_catalog->entries().size(), 112);
}

void tst_MainWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<SettingsStore>(m_folder->path());
    makeWindow();
}

void tst_MainWindow::cleanup()
{
    m_window.reset();
    m_settings.reset();
    m_folder.reset();
}

void tst_MainWindow::makeWindow()
{
    LogOptions options;
    options.inputZone = QTimeZone::utc();
    m_window = std::make_unique<MainWindow>(
        MainWindow::Parts{*m_theme, *m_icons, *m_settings, m_catalog, {}, options, QTimeZone::utc()});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

LogPane *tst_MainWindow::open(const QByteArray &bytes, const QString &name)
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly))
        return nullptr;
    file.write(bytes);
    file.close();
    LogPane *pane = m_window->openFile(file.fileName());
    return loaded(pane) ? pane : nullptr;
}

bool tst_MainWindow::loaded(LogPane *pane)
{
    return QTest::qWaitFor([pane] {
        const LogDocument *document = pane->document();
        const bool ended =
            document->state() != LogDocument::State::Opening && document->state() != LogDocument::State::Loading;
        return ended && !document->isFiltering();
    });
}

void tst_MainWindow::itStartsOnTheStartPageWithTheBoxReady()
{
    QCOMPARE(m_window->tabs()->currentWidget(), m_window->startPage());
    QVERIFY(m_window->searchBox()->isAncestorOf(QApplication::focusWidget())
            || QApplication::focusWidget() == m_window->searchBox());
}

void tst_MainWindow::aCodeFromATicketIsOneAction()
{
    QTest::keyClicks(QApplication::focusWidget(), u"702"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m_window->tabs()->currentWidget(), m_window->catalogPane());
    QTRY_COMPARE(m_window->catalogPane()->currentEntry(), std::optional(EventKey{Kind::User, 702}));
    QTRY_COMPARE(m_window->detailsPane()->entryKey(), std::optional(EventKey{Kind::User, 702}));
}

void tst_MainWindow::wordsFindWhatTheVendorWritesOtherwise()
{
    QTest::keyClicks(QApplication::focusWidget(), u"push timed out"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    auto *table = m_window->catalogPane()->findChild<QTableView *>();
    QVERIFY(table);
    QTRY_COMPARE(shownCodes(table->model(), 0), (QStringList{u"702"_s, u"802"_s, u"832"_s}));
}

void tst_MainWindow::theErrorsOfAUserNewestFirst()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    // One word typed with its Enter …
    m_window->searchBox()->focusBox();
    QTest::keyClicks(QApplication::focusWidget(), u"user:jdoe level:error"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(shownCodes(pane->view()->model(), 2), (QStringList{u"702"_s, u"913"_s, u"702"_s}));
    // … and one click on the header of the time: newest first.
    QHeaderView *header = pane->view()->header();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      QPoint(header->sectionViewportPosition(0) + 20, header->height() / 2));
    QTRY_COMPARE(pane->view()->model()->index(0, 0).data().toString(), u"2026-01-15 09:03:00.000"_s);
    QCOMPARE(pane->view()->model()->index(2, 0).data().toString(), u"2026-01-15 09:01:00.000"_s);
}

void tst_MainWindow::aTransactionIsOneKey()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    pane->view()->setFocus();
    pane->view()->setCurrentRow(2);
    QTest::keyClick(pane->view(), Qt::Key_T, Qt::ControlModifier);
    QTRY_COMPARE(shownCodes(pane->view()->model(), 2), (QStringList{u"911"_s, u"702"_s, u"913"_s}));
    QCOMPARE(pane->queryState()->text(), u"transaction:t-1"_s);
    // Back to where it was.
    QTest::keyClick(pane->view(), Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(pane->view()->model()->rowCount(), 7);
}

void tst_MainWindow::f8GoesFromErrorToError()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    QTest::keyClick(pane->view(), Qt::Key_F8);
    QCOMPARE(pane->view()->currentRow(), 2);
    QTest::keyClick(pane->view(), Qt::Key_F8);
    QCOMPARE(pane->view()->currentRow(), 3);
    QTest::keyClick(pane->view(), Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(pane->view()->currentRow(), 2);
    QTest::keyClick(pane->view(), Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(pane->view()->currentRow(), 2);
    QVERIFY(!m_window->statusBar()->currentMessage().isEmpty());
}

void tst_MainWindow::aRecordLeadsToItsEntryAndBack()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    pane->view()->setFocus();
    pane->view()->setCurrentRow(2);
    QTRY_COMPARE(m_window->detailsPane()->entryKey(), std::optional(EventKey{Kind::User, 702}));
    QTest::keyClick(pane->view(), Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(m_window->tabs()->currentWidget(), m_window->catalogPane());
    QTRY_COMPARE(m_window->detailsPane()->entryKey(), std::optional(EventKey{Kind::User, 702}));
    QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_window->currentLog(), pane);
    QTRY_COMPARE(shownCodes(pane->view()->model(), 2), (QStringList{u"702"_s, u"702"_s}));
}

void tst_MainWindow::severalFilesAreSeveralTabsAndOneFileIsOne()
{
    LogPane *first = open(smallLog(), u"a.ndjson"_s);
    LogPane *second = open(smallLog(), u"b.ndjson"_s);
    QVERIFY(first && second && first != second);
    QCOMPARE(m_window->tabs()->count(), 3);
    QCOMPARE(m_window->openFile(first->document()->path()), first);
    QCOMPARE(m_window->tabs()->count(), 3);
    QCOMPARE(m_window->currentLog(), first);
    // Each has its own query.
    m_window->setQuery(Query::parse(u"level:error").query);
    QVERIFY(second->queryState()->query().isEmpty());
    QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(m_window->tabs()->count(), 2);
}

void tst_MainWindow::aDroppedFileOpens()
{
    QFile file(m_folder->filePath(u"dropped & named.ndjson"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(smallLog());
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file.fileName())});
    QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &drop);
    QVERIFY(m_window->currentLog());
    QVERIFY(loaded(m_window->currentLog()));
    QCOMPARE(m_window->currentLog()->document()->recordCount(), Row(7));
}

void tst_MainWindow::theClipboardOutsideATextFieldBecomesALog()
{
    QApplication::clipboard()->setText(QString::fromUtf8(smallLog()));
    m_window->startPage()->setFocus();
    m_window->tabs()->setFocus();
    QTest::keyClick(m_window->tabs(), Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(m_window->currentLog());
    QVERIFY(loaded(m_window->currentLog()));
    QCOMPARE(m_window->currentLog()->document()->recordCount(), Row(7));
}

void tst_MainWindow::theClipboardInTheBoxIsText()
{
    QApplication::clipboard()->setText(u"702"_s);
    m_window->searchBox()->focusBox();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_V, Qt::ControlModifier);
    QVERIFY(!m_window->currentLog());
    QTRY_COMPARE(m_window->tabs()->currentWidget(), m_window->catalogPane());
}

void tst_MainWindow::whatIsCopiedIsWhatHasTheFocus()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    pane->view()->setFocus();
    pane->view()->setCurrentRow(2);
    QTRY_VERIFY(m_window->detailsPane()->entryKey());
    QTest::keyClick(pane->view(), Qt::Key_C, Qt::ControlModifier);
    const QString row = QApplication::clipboard()->text();
    QVERIFY2(row.contains(u"\t702\tjdoe@example.com\t"_s), qPrintable(row));

    PageView *page = m_window->detailsPane()->page();
    page->setFocus();
    page->selectAll();
    QTest::keyClick(page, Qt::Key_C, Qt::ControlModifier);
    QVERIFY2(QApplication::clipboard()->text().startsWith(u"702"_s), qPrintable(QApplication::clipboard()->text()));

    m_window->showCatalogEntry({Kind::User, 703});
    m_window->catalogPane()->table()->setFocus();
    QTest::keyClick(m_window->catalogPane()->table(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY2(QApplication::clipboard()->text().startsWith(u"703\t"_s), qPrintable(QApplication::clipboard()->text()));
}

void tst_MainWindow::aFacetClickEditsTheQueryOfTheTabInFront()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    emit m_window->facetPane()->queryEdited(pane->queryState()->query().withFacetValue(Field::Level, u"error"_s));
    QCOMPARE(pane->queryState()->text(), u"level:error"_s);
    QTRY_COMPARE(pane->view()->model()->rowCount(), 3);
}

void tst_MainWindow::aWrongQueryLeavesTheLastGoodResult()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    m_window->setQuery(Query::parse(u"level:error").query);
    QTRY_COMPARE(pane->view()->model()->rowCount(), 3);
    m_window->searchBox()->focusBox();
    QTest::keyClicks(QApplication::focusWidget(), u" colour:red"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(pane->queryState()->error().has_value());
    QCOMPARE(pane->view()->model()->rowCount(), 3);
}

void tst_MainWindow::aMissingFileIsSaidInItsTabAndOthersStay()
{
    LogPane *good = open(smallLog());
    QVERIFY(good);
    LogPane *missing = m_window->openFile(m_folder->filePath(u"gone.json"_s));
    QVERIFY(loaded(missing));
    QCOMPARE(missing->document()->state(), LogDocument::State::Failed);
    QVERIFY(missing->document()->errorText().contains(u"gone.json"_s));
    QCOMPARE(good->document()->recordCount(), Row(7));
    QCOMPARE(m_window->tabs()->count(), 3);
}

void tst_MainWindow::anArchiveIsATabAMember()
{
    const QByteArray one = line(702, "09:00:00.000", "jdoe@example.com", "t-1");
    LogPane *first = open(zipOf({{"logs/", {}}, {"logs/a.ndjson", one + one}, {"b.ndjson", one}}), u"logs.zip"_s);
    QVERIFY(first);
    QTRY_COMPARE(m_window->tabs()->logs().size(), 2);
    LogPane *second = m_window->tabs()->logs().at(1);
    QVERIFY(loaded(second));
    QCOMPARE(m_window->currentLog(), first);
    QCOMPARE(first->document()->recordCount(), Row(2));
    QCOMPARE(second->document()->recordCount(), Row(1));
    const LogTabs *tabs = m_window->tabs();
    QCOMPARE(tabs->tabText(tabs->indexOf(first)), u"logs.zip!logs/a.ndjson"_s);
    QCOMPARE(tabs->tabText(tabs->indexOf(second)), u"logs.zip!b.ndjson"_s);

    // Once more it is the tab that there is.
    QCOMPARE(m_window->openFile(first->document()->path()), first);
    QCOMPARE(m_window->tabs()->logs().size(), 2);
}

void tst_MainWindow::ofALargeArchiveTheFirstTabsAreOpened()
{
    QList<ZipMember> members;
    for (int i = 0; i < 25; ++i)
        members.append({"m" + QByteArray::number(i), line(702, "09:00:00.000", "jdoe@example.com", "t-1")});
    LogPane *first = open(zipOf(members), u"many.zip"_s);
    QVERIFY(first);
    QTRY_COMPARE(m_window->tabs()->logs().size(), 20);
    QCOMPARE(m_window->currentLog(), first);
    const auto *notice = first->findChild<NoticeBar *>();
    QVERIFY(notice && notice->isVisible());
    QVERIFY2(notice->text().contains(u"25"_s) && notice->text().contains(u"20"_s), qPrintable(notice->text()));
}

void tst_MainWindow::aLogThatMayFillTheDiskIsAskedAboutInItsTab()
{
    QFile file(m_folder->filePath(u"bomb.gz"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    constexpr int longRecords = 70;
    const QByteArray longRecord = line(702, "09:00:00.000", QByteArray(1 << 20, 'x').constData(), "t-1");
    file.write(packed(Compression::Gzip, smallLog() + longRecord.repeated(longRecords)));
    file.close();
    LogPane *pane = m_window->openFile(file.fileName());
    QVERIFY(loaded(pane));
    QVERIFY(pane->document()->asks());
    const auto *empty = pane->findChild<EmptyState *>();
    QVERIFY(empty && empty->isVisible());
    QVERIFY2(empty->details().contains(u"bomb.gz"_s), qPrintable(empty->details()));
    QPushButton *button = nullptr;
    QTRY_VERIFY((button = empty->findChild<QPushButton *>()) && button->isVisible());
    QCOMPARE(button->text(), u"Read it anyway"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(loaded(pane));
    QVERIFY(!pane->document()->asks());
    QCOMPARE(pane->document()->recordCount(), Row(7 + longRecords));
}

void tst_MainWindow::anotherEncodingIsOfferedForUtf16WithoutAMark()
{
    QStringEncoder encoder(QStringConverter::Utf16LE);
    const QByteArray bytes = encoder(QString::fromUtf8(smallLog()));
    LogPane *pane = open(bytes);
    QVERIFY(pane);
    const auto *notice = pane->findChild<NoticeBar *>();
    QTRY_VERIFY(notice->isVisible());
    auto *button = notice->findChild<QPushButton *>();
    QVERIFY(button && button->text().contains(u"UTF-16LE"_s));
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(loaded(pane));
    QTRY_COMPARE(pane->document()->notUnderstood(), 1);
    QCOMPARE(pane->document()->recordCount(), Row(7));
}

void tst_MainWindow::loadingCanBeCancelledWhereItIsShown()
{
    QByteArray bytes;
    constexpr Row total = 300'000;
    for (Row i = 0; i < total; ++i)
        bytes += line(701, "09:00:00.000", "jdoe@example.com", "t-1");
    LogPane *pane = m_window->openText(bytes);
    auto *cancel = m_window->statusBar()->findChild<QToolButton *>();
    QVERIFY(cancel && cancel->isVisible());
    QTest::mouseClick(cancel, Qt::LeftButton);
    QVERIFY(loaded(pane));
    QVERIFY(!cancel->isVisible());
    const LogDocument *document = pane->document();
    // However fast the machine is: what was read is shown, and whether it is all of it is said rightly.
    QCOMPARE(document->state(),
             document->recordCount() < total ? LogDocument::State::Cancelled : LogDocument::State::Complete);
    QCOMPARE(document->rows().size(), document->recordCount());
}

namespace {

bool appendTo(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::Append) && file.write(bytes) == bytes.size();
}

QByteArray manyLines(int count)
{
    QByteArray bytes;
    for (int i = 0; i < count; ++i)
        bytes += line(901, "09:00:00.000", QByteArray::number(i).constData(), "t");
    return bytes;
}

QAction *followAction(const MainWindow &window)
{
    for (QAction *action : window.findChildren<QAction *>()) {
        if (action->shortcut() == QKeySequence(Qt::Key_F6))
            return action;
    }
    return nullptr;
}

} // namespace

void tst_MainWindow::aLogIsFollowedByOneKeyAndItsTabShowsIt()
{
    LogPane *pane = open(manyLines(500));
    QVERIFY(pane);
    QAction *follow = followAction(*m_window);
    QVERIFY(follow && follow->isEnabled() && !follow->isChecked());
    pane->view()->verticalScrollBar()->setValue(pane->view()->verticalScrollBar()->maximum());
    QTest::keyClick(m_window.get(), Qt::Key_F6);
    QVERIFY(pane->document()->isFollowing());
    QVERIFY(follow->isChecked());
    QTabBar *bar = m_window->tabs()->tabBar();
    const int tab = m_window->tabs()->indexOf(pane);
    QVERIFY2(bar->accessibleTabName(tab).contains(u"followed"_s), qPrintable(bar->accessibleTabName(tab)));
    QVERIFY(bar->accessibleTabName(tab).contains(u"log.ndjson"_s));
    QVERIFY(bar->tabToolTip(tab).contains(pane->document()->path()));

    QVERIFY(appendTo(pane->document()->path(), manyLines(100)));
    QTRY_COMPARE(pane->document()->rows().size(), Row(600));
    QVERIFY(pane->view()->isAtEnd());
    m_window->showCatalog();
    QVERIFY(!follow->isEnabled());
    m_window->tabs()->setCurrentWidget(pane);
    QVERIFY(follow->isEnabled() && follow->isChecked());
    QTest::keyClick(m_window.get(), Qt::Key_F6);
    QVERIFY(!pane->document()->isFollowing());
    QVERIFY(!bar->accessibleTabName(tab).contains(u"followed"_s));
}

void tst_MainWindow::whatCannotBeFollowedSaysWhy()
{
    LogPane *pane = m_window->openText(smallLog());
    QVERIFY(loaded(pane));
    const QAction *follow = followAction(*m_window);
    QVERIFY(!follow->isEnabled());
    QCOMPARE(follow->toolTip(), pane->document()->followObstacle());
    QVERIFY(!follow->toolTip().isEmpty());
}

void tst_MainWindow::aFileReadAgainIsSaidAndThePlaceIsKept()
{
    LogPane *pane = open(manyLines(500));
    QVERIFY(pane);
    pane->document()->setFollowing(true);
    pane->view()->setCurrentRow(250);
    pane->view()->verticalScrollBar()->setValue(240);
    QSignalSpy changed(pane->document(), &LogDocument::rowsChanged);
    const QString path = pane->document()->path();
    QVERIFY(QFile::rename(path, path + u".1"_s));
    QVERIFY(appendTo(path, manyLines(501)));
    QTRY_COMPARE(pane->document()->rows().size(), Row(501));
    auto *notice = pane->findChild<NoticeBar *>();
    QTRY_VERIFY(notice->isVisible());
    QVERIFY2(notice->text().contains(path), qPrintable(notice->text()));
    QCOMPARE(pane->view()->currentRow(), 250);
    QCOMPARE(pane->view()->selectedRows(), QList<int>{250});
    QCOMPARE(pane->view()->firstVisibleRow(), 240);
    // Put away, it does not come again by itself.
    QTest::keyClick(notice, Qt::Key_Escape);
    QVERIFY(!notice->isVisible());
    QVERIFY(appendTo(path, manyLines(1)));
    QTRY_COMPARE(pane->document()->rows().size(), Row(502));
    QVERIFY(!notice->isVisible());
}

void tst_MainWindow::aSortedLogThatGrowsKeepsWhatIsSelected()
{
    LogPane *pane = open(manyLines(500));
    QVERIFY(pane);
    pane->view()->sortByColumn(LogModel::TimeColumn, Qt::DescendingOrder);
    QTRY_VERIFY(!pane->document()->isFiltering());
    pane->document()->setFollowing(true);
    pane->view()->setCurrentRow(250);
    RowSelection selection;
    selection.set(240, 250);
    pane->view()->setSelection(selection);
    pane->view()->verticalScrollBar()->setValue(235);
    const Row record = pane->document()->rows().at(250);
    QVERIFY(appendTo(pane->document()->path(), line(702, "10:00:00.000", "new", "t")));
    QTRY_COMPARE(pane->document()->rows().size(), Row(501));
    QCOMPARE(pane->document()->rows().at(0), Row(500));
    QCOMPARE(pane->document()->rows().at(251), record);
    QCOMPARE(pane->view()->currentRow(), 251);
    QCOMPARE(pane->view()->selection().ranges(), (QList<RowRange>{{241, 251}}));
    QCOMPARE(pane->view()->firstVisibleRow(), 236);
    // Newest first, at the top: what is new is seen.
    pane->view()->verticalScrollBar()->setValue(0);
    QVERIFY(appendTo(pane->document()->path(), line(702, "11:00:00.000", "new", "t")));
    QTRY_COMPARE(pane->document()->rows().size(), Row(502));
    QCOMPARE(pane->view()->firstVisibleRow(), 0);
}

void tst_MainWindow::anEmptyResultOffersTheWayOut()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    m_window->setQuery(Query::parse(u"level:error user:nobody").query);
    QTRY_COMPARE(pane->view()->model()->rowCount(), 0);
    const auto button = [pane](const QString &text) -> QPushButton * {
        for (QPushButton *candidate : pane->findChildren<QPushButton *>()) {
            if (candidate->isVisible() && candidate->text() == text)
                return candidate;
        }
        return nullptr;
    };
    QTRY_VERIFY(button(u"Clear user:nobody"_s));
    QTest::mouseClick(button(u"Clear user:nobody"_s), Qt::LeftButton);
    QTRY_COMPARE(pane->view()->model()->rowCount(), 3);
    QCOMPARE(pane->queryState()->text(), u"level:error"_s);
}

void tst_MainWindow::recentFilesAreRememberedAndCanBeForgotten()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    const QString path = pane->document()->path();
    m_window->close();
    QCOMPARE(m_settings->load().recentFiles, QStringList{path});
    makeWindow();
    emit m_window->startPage()->clearRecentRequested();
    m_window->close();
    QVERIFY(m_settings->load().recentFiles.isEmpty());
}

void tst_MainWindow::columnsAreRemembered()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    pane->view()->header()->setSectionHidden(6, true);
    pane->view()->header()->moveSection(pane->view()->header()->visualIndex(3), 0);
    m_window->close();
    makeWindow();
    pane = open(smallLog());
    QVERIFY(pane);
    QVERIFY(pane->view()->header()->isSectionHidden(6));
    QCOMPARE(pane->view()->header()->visualIndex(3), 0);
}

void tst_MainWindow::linesThatAreNotUnderstoodAreCountedInTheStatusBar()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    QCOMPARE(pane->document()->notUnderstood(), 1);
    QVERIFY2(pane->statusTexts().join(u'|').contains(u"not understood"_s), qPrintable(pane->statusTexts().join(u'|')));
    QVERIFY2(pane->statusTexts().join(u'|').contains(u"UTC"_s), qPrintable(pane->statusTexts().join(u'|')));
}

void tst_MainWindow::whatTheReaderGuessedIsSaidInTheTab()
{
    const QByteArray header = "Timestamp\tUser ID\tEvent Code\tDescription\n";
    LogPane *guessed = open(header + "1/2/2026, 9:14 AM\tjdoe\t702\tx\n", u"a.tsv"_s);
    QVERIFY(guessed);
    QVERIFY(guessed->findChild<NoticeBar *>()->text().contains(u"is a guess"_s));
    QVERIFY(m_window->tabs()->tabToolTip(m_window->tabs()->indexOf(guessed)).contains(u"is a guess"_s));
    LogPane *clear = open(header + "1/15/2026, 9:14 AM\tjdoe\t702\tx\n", u"b.tsv"_s);
    QVERIFY(clear);
    QCOMPARE(clear->findChild<NoticeBar *>()->text(), QString());
    QVERIFY(!m_window->tabs()->tabToolTip(m_window->tabs()->indexOf(clear)).contains(u"is a guess"_s));
}

void tst_MainWindow::everyControlHasAName()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    pane->view()->setCurrentRow(2);
    QTRY_VERIFY(m_window->detailsPane()->entryKey());
    QStringList nameless;
    for (QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy())
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        if (!accessible || accessible->text(QAccessible::Name).isEmpty())
            nameless.append(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName());
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u", "_s)));
}

void tst_MainWindow::mnemonicsOfAMenuDoNotClash()
{
    for (const QAction *top : m_window->menuBar()->actions()) {
        QStringList seen;
        for (const QAction *action : top->menu()->actions()) {
            const QString key = QKeySequence::mnemonic(action->text()).toString();
            QVERIFY2(key.isEmpty() || !seen.contains(key), qPrintable(top->text() + u": "_s + action->text()));
            seen.append(key);
        }
    }
}

QTEST_MAIN(tst_MainWindow)
#include "tst_mainwindow.moc"
