#include "mainwindow.h"

#include "catalogpane.h"
#include "catalogstore.h"
#include "codepatterndialog.h"
#include "detailspane.h"
#include "emptystate.h"
#include "facetpane.h"
#include "icons.h"
#include "linkbutton.h"
#include "logdocument.h"
#include "logmodel.h"
#include "lognotices.h"
#include "logpane.h"
#include "logtabs.h"
#include "logview.h"
#include "noticebar.h"
#include "packing.h"
#include "pageview.h"
#include "querystate.h"
#include "readasmenu.h"
#include "searchbox.h"
#include "startpage.h"
#include "summarypage.h"
#include "summarytab.h"
#include "textlistdialog.h"
#include "theme.h"
#include "viewfixture.h"

#include <QAccessible>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QDropEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStatusBar>
#include <QStringEncoder>
#include <QTabBar>
#include <QTableView>
#include <QTableWidget>
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

/// The button of this text in the pane's notice; null when there is none.
QPushButton *offer(const LogPane *pane, const QString &text)
{
    for (QPushButton *button : pane->findChild<NoticeBar *>()->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == text)
            return button;
    }
    return nullptr;
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
    void anArchiveCanBecomeOneLog();
    void ofALargeArchiveTheFirstTabsAreOpened();
    void aLogThatMayFillTheDiskIsAskedAboutInItsTab();
    void anotherEncodingIsOfferedForUtf16WithoutAMark();
    void loadingCanBeCancelledWhereItIsShown();
    void anEmptyResultOffersTheWayOut();
    void aLargeFileBeginsWithItsSummary(); // T6
    void aLogIsFollowedByOneKeyAndItsTabShowsIt();
    void whatCannotBeFollowedSaysWhy();
    void aFileReadAgainIsSaidAndThePlaceIsKept();
    void aSortedLogThatGrowsKeepsWhatIsSelected();
    void recentFilesAreRememberedAndCanBeForgotten();
    void columnsAreRemembered();
    void linesThatAreNotUnderstoodAreCountedInTheStatusBar();
    void whatTheReaderGuessedIsSaidInTheTab();
    void severalFilesOpenedAtOnceCanBecomeOneLog();
    void soManyFilesThatNobodyWantsTheTabsAreOneLog();
    void aDroppedFolderIsOneLog();
    void aPatternIsOneLog();
    void aRotatedLogIsShownWithItsOlderFiles();
    void aSetOfFilesIsOneRecentEntry();
    void whatIsPutAwayStaysAwayUntilThereIsNews();
    void theProblemsOfManyFilesAreToldOnDemand();
    void theFormatIsSeenAndCanBeChosen();
    void anEncodingAndAZoneCanBeChosen();
    void anOwnPatternFindsCodesFromThenOn();
    void repeatedRecordsAreFoldedByTheQuery();
    void everyControlHasAName();
    void mnemonicsOfAMenuDoNotClash();

private:
    QString put(const QByteArray &bytes, const QString &name) const;
    LogPane *open(const QByteArray &bytes, const QString &name = u"log.ndjson"_s);
    void drop(const QStringList &paths) const;
    QAction *action(const QString &text) const;
    QMenu *readAs() const;
    static void choose(QMenu *menu, const QString &text);
    static bool loaded(LogPane *pane);
    void makeWindow();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_catalogFolder;
    std::unique_ptr<CatalogStore> m_catalog;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Icons> m_icons;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void tst_MainWindow::initTestCase()
{
    m_theme = std::make_unique<Theme>();
    m_icons = std::make_unique<Icons>(*m_theme);
    m_catalogFolder = std::make_unique<QTemporaryDir>();
    auto resources = shippedCatalogResources();
    QVERIFY(resources.ok());
    auto store = CatalogStore::open(m_catalogFolder->path(), std::move(resources).value());
    QVERIFY(store.ok());
    m_catalog = std::move(store).value();
    QCOMPARE(m_catalog->snapshot()->entries().size(), 112);
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
        MainWindow::Parts{*m_theme, *m_icons, *m_settings, *m_catalog, {}, options, QTimeZone::utc()});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

QString tst_MainWindow::put(const QByteArray &bytes, const QString &name) const
{
    QFile file(m_folder->filePath(name));
    if (!QDir(m_folder->path()).mkpath(QFileInfo(name).path()) || !file.open(QIODevice::WriteOnly)
        || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

LogPane *tst_MainWindow::open(const QByteArray &bytes, const QString &name)
{
    const QString path = put(bytes, name);
    LogPane *pane = path.isEmpty() ? nullptr : m_window->openFile(path);
    return pane && loaded(pane) ? pane : nullptr;
}

void tst_MainWindow::drop(const QStringList &paths) const
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

QAction *tst_MainWindow::action(const QString &text) const
{
    const QList<QAction *> actions = m_window->findChildren<QAction *>();
    const auto found = std::ranges::find_if(
        actions, [&](const QAction *action) { return QString(action->text()).remove(u'&') == text; });
    return found == actions.end() ? nullptr : *found;
}

/// The menu, filled as if it were open.
QMenu *tst_MainWindow::readAs() const
{
    auto *menu = m_window->findChild<ReadAsMenu *>();
    emit menu->aboutToShow();
    return menu;
}

void tst_MainWindow::choose(QMenu *menu, const QString &text)
{
    QList<QMenu *> menus{menu};
    menus += menu->findChildren<QMenu *>();
    for (const QMenu *inner : menus) {
        for (QAction *action : inner->actions()) {
            if (QString(action->text()).remove(u'&') == text) {
                action->trigger();
                return;
            }
        }
    }
    QFAIL(qPrintable(u"No such choice: "_s + text));
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
    QTRY_VERIFY(m_window->currentLog());
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
    QTRY_VERIFY2(QApplication::clipboard()->text().contains(u"\t702\tjdoe@example.com\t"_s),
                 qPrintable(QApplication::clipboard()->text()));

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

void tst_MainWindow::anArchiveCanBecomeOneLog()
{
    const QByteArray early = line(901, "08:00:00.000", "a@example.com", "t-1");
    LogPane *first = open(zipOf({{"a.ndjson", smallLog()}, {"b.ndjson", early}, {"README", "words"}}), u"logs.zip"_s);
    QVERIFY(first);
    QTRY_COMPARE(m_window->tabs()->logs().size(), 3);
    QTRY_VERIFY(offer(first, u"Show them as one log"_s));
    QTest::mouseClick(offer(first, u"Show them as one log"_s), Qt::LeftButton);
    QTRY_COMPARE(m_window->tabs()->logs().size(), 1);
    LogPane *pane = m_window->currentLog();
    QVERIFY(loaded(pane));
    QCOMPARE(pane->document()->recordCount(), Row(8));
    QCOMPARE(pane->document()->title(), u"logs.zip!a.ndjson + 1 more"_s);
    QCOMPARE(pane->view()->model()->index(0, LogModel::FileColumn).data().toString(), u"logs.zip!b.ndjson"_s);
    QCOMPARE(pane->document()->leftOut().size(), 1);
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

/// "Is it us or the user?": who can end the errors stands there, and a click leads to them.
void tst_MainWindow::aLargeFileBeginsWithItsSummary()
{
    const QByteArray failure = line(702, "09:01:00.000", "jdoe@example.com", "t-1");
    const LogPane *pane =
        open(failure + line(901, "09:02:00.000", "asmith@example.com", "t-2").repeated(int(SummaryTab::largeRecords)));
    QVERIFY(pane);
    const SummaryPage *page = SummaryTab::of(pane)->page();
    QTRY_VERIFY(page->summary() && page->summary()->complete);
    QVERIFY(pane->currentPage() == page);
    const auto links = page->findChildren<LinkButton *>();
    const auto link =
        std::ranges::find_if(links, [](const LinkButton *each) { return each->accessibleName() == u"user: 1"_s; });
    QVERIFY(link != links.end());
    QTest::mouseClick(*link, Qt::LeftButton);
    QVERIFY2(!pane->currentPage(), "its records are in front");
    QTRY_COMPARE(pane->document()->rows().size(), Row(1));
    QCOMPARE(pane->queryState()->text(), u"level:error owner:user"_s);
    LogPane *small = open(smallLog(), u"small.json"_s);
    QVERIFY(small);
    QVERIFY2(!small->currentPage(), "a small log begins with its records");
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

void tst_MainWindow::severalFilesOpenedAtOnceCanBecomeOneLog()
{
    const QString a = put(line(901, "09:00:00.000", "a@example.com", "t-1"), u"a.ndjson"_s);
    const QString b = put(line(901, "08:00:00.000", "b@example.com", "t-2"), u"b.ndjson"_s);
    drop({a, b});
    QTRY_COMPARE(m_window->tabs()->logs().size(), 2);
    for (LogPane *pane : m_window->tabs()->logs())
        QVERIFY(loaded(pane));
    m_window->setQuery(Query::parse(u"code:901").query);
    QPushButton *button = offer(m_window->currentLog(), u"Show them as one log"_s);
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(m_window->tabs()->logs().size(), 1);
    LogPane *pane = m_window->currentLog();
    QVERIFY(loaded(pane));
    QCOMPARE(pane->document()->files(), (QStringList{a, b}));
    QCOMPARE(pane->queryState()->text(), u"code:901"_s);
    const int tab = m_window->tabs()->indexOf(pane);
    QCOMPARE(m_window->tabs()->tabText(tab), u"a.ndjson + 1 more"_s);
    QCOMPARE(m_window->tabs()->tabToolTip(tab), a + u'\n' + b);
    QVERIFY(pane->view()->accessibleDescription().contains(b));
    QVERIFY(!pane->view()->header()->isSectionHidden(LogModel::FileColumn));
    QCOMPARE(shownCodes(pane->view()->model(), LogModel::FileColumn), (QStringList{u"b.ndjson"_s, u"a.ndjson"_s}));
    QVERIFY(pane->view()->header()->isSectionHidden(LogModel::ApplicationColumn));
    m_window->tabs()->closeTab(tab);
    // The column is theirs alone.
    LogPane *single = open(smallLog());
    QVERIFY(single->view()->header()->isSectionHidden(LogModel::FileColumn));
    QVERIFY(!single->view()->header()->isSectionHidden(LogModel::ApplicationColumn));
}

void tst_MainWindow::soManyFilesThatNobodyWantsTheTabsAreOneLog()
{
    QStringList paths;
    for (int i = 0; i < 31; ++i)
        paths.append(put(smallLog(), QString::number(i) + u".ndjson"_s));
    const QList<LogPane *> panes = m_window->openFiles(paths);
    QCOMPARE(panes.size(), 1);
    QVERIFY(loaded(panes.first()));
    QCOMPARE(panes.first()->document()->files().size(), 31);
    QCOMPARE(panes.first()->document()->title(), u"0.ndjson + 30 more"_s);
    QCOMPARE(m_window->tabs()->tabToolTip(1).count(u'\n'), 30);
    QCOMPARE(panes.first()->view()->accessibleDescription().count(u'\n'), 30);
}

void tst_MainWindow::aDroppedFolderIsOneLog()
{
    put(smallLog(), u"logs/a.ndjson"_s);
    put(smallLog(), u"logs/b.ndjson"_s);
    put("Nothing but words.\n", u"logs/README"_s);
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

void tst_MainWindow::aPatternIsOneLog()
{
    put(smallLog(), u"a.ndjson"_s);
    put(smallLog(), u"b.ndjson"_s);
    LogPane *pane = m_window->openFile(m_folder->filePath(u"?.ndjson"_s));
    QVERIFY(loaded(pane));
    QCOMPARE(pane->document()->recordCount(), Row(14));
    LogPane *nothing = m_window->openFile(m_folder->filePath(u"*.csv"_s));
    QTRY_COMPARE(nothing->document()->state(), LogDocument::State::Failed);
    QVERIFY(nothing->document()->errorText().contains(u"*.csv"_s));
}

void tst_MainWindow::aRotatedLogIsShownWithItsOlderFiles()
{
    const QString older = put(line(901, "08:00:00.000", "a@example.com", "t-0"), u"app.log.1"_s);
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

void tst_MainWindow::aSetOfFilesIsOneRecentEntry()
{
    const QStringList paths{put(smallLog(), u"a.ndjson"_s), put(smallLog(), u"b.ndjson"_s)};
    LogPane *pane = m_window->openTogether(paths);
    QVERIFY(loaded(pane));
    QCOMPARE(m_window->openTogether(paths), pane);
    m_window->close();
    QCOMPARE(m_settings->load().recentFiles, QStringList{Settings::recentEntry(paths)});
    m_window.reset();
    makeWindow();
    QAction *again = action(u"a.ndjson + 1 more"_s);
    QVERIFY(again);
    again->trigger();
    QVERIFY(loaded(m_window->currentLog()));
    QCOMPARE(m_window->currentLog()->document()->paths(), paths);
}

void tst_MainWindow::whatIsPutAwayStaysAwayUntilThereIsNews()
{
    const QStringList paths{put(smallLog(), u"a.ndjson"_s), put(smallLog(), u"b.ndjson"_s)};
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

void tst_MainWindow::theProblemsOfManyFilesAreToldOnDemand()
{
    const QStringList paths{m_folder->filePath(u"x.log"_s), put(smallLog(), u"a.ndjson"_s),
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

void tst_MainWindow::theFormatIsSeenAndCanBeChosen()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    m_window->setQuery(Query::parse(u"code:702").query);
    pane->view()->header()->setSectionHidden(LogModel::CategoryColumn, false);
    const auto *menu = m_window->findChild<ReadAsMenu *>();
    const auto *button = qobject_cast<QToolButton *>(menu->parent());
    QVERIFY(button && button->isVisible());
    QCOMPARE(button->text(), u"JSON lines"_s);
    QVERIFY(button->toolTip().contains(pane->document()->log()->info().formatReason));
    QVERIFY(button->accessibleName().contains(u"JSON lines"_s));
    choose(readAs(), u"plain text · text"_s);
    QVERIFY(loaded(pane));
    QCOMPARE(pane->document()->log()->info().formatName, u"text"_s);
    QCOMPARE(button->text(), u"plain text"_s);
    QCOMPARE(pane->queryState()->text(), u"code:702"_s);
    QVERIFY(!pane->view()->header()->isSectionHidden(LogModel::CategoryColumn));
    QVERIFY(button->toolTip().contains(u"as you chose"_s));
    choose(readAs(), u"Detect by what is in it"_s);
    QVERIFY(loaded(pane));
    QCOMPARE(pane->document()->log()->info().formatName, u"ndjson"_s);
    m_window->showCatalog();
    QVERIFY(!button->isVisible());
}

void tst_MainWindow::anEncodingAndAZoneCanBeChosen()
{
    LogPane *pane = open("2026-01-15 09:00:00 caf\xe9\n", u"a.txt"_s);
    QVERIFY(pane);
    QVERIFY(offer(pane, u"Read as windows-1252"_s));
    choose(readAs(), u"Windows-1252 (Western)"_s);
    QVERIFY(loaded(pane));
    QTRY_VERIFY(pane->view()->model()->index(0, LogModel::DescriptionColumn).data().toString().contains(u"café"_s));
    const qint64 utc = pane->document()->log()->columns().time(0);
    QMenu *menu = readAs();
    for (QMenu *region : menu->findChildren<QMenu *>())
        emit region->aboutToShow();
    choose(menu, u"Asia/Tokyo"_s);
    QVERIFY(loaded(pane));
    QCOMPARE(pane->document()->log()->columns().time(0), utc - 9 * 3'600'000);
    QCOMPARE(pane->document()->options().encoding, u"windows-1252"_s);
}

void tst_MainWindow::anOwnPatternFindsCodesFromThenOn()
{
    LogPane *pane = open("2026-01-15 09:00:00 <702> jdoe\n2026-01-15 09:00:01 other\n", u"a.txt"_s);
    QVERIFY(pane);
    choose(readAs(), u"Own pattern for event codes…"_s);
    auto *dialog = m_window->findChild<CodePatternDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(unnamedControls(dialog), QStringList());
    const auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    auto *edit = dialog->findChild<QLineEdit *>();
    edit->setText(u"<(?<code>[0-9]+"_s);
    QVERIFY(!ok->isEnabled());
    edit->setText(u"<(?<code>[0-9]+)>"_s);
    QVERIFY(ok->isEnabled());
    const auto *preview = dialog->findChild<QTableWidget *>();
    QTRY_VERIFY(preview->item(0, 0) && preview->item(0, 0)->text() == u"702"_s);
    QCOMPARE(preview->rowCount(), 2);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(pane->document()->options().textPattern, u"<(?<code>[0-9]+)>"_s);
    QVERIFY(loaded(pane));
    QCOMPARE(shownCodes(pane->view()->model(), LogModel::CodeColumn), (QStringList{u"702"_s, QString()}));
    QCOMPARE(m_settings->load().textPattern, u"<(?<code>[0-9]+)>"_s);

    m_window.reset();
    makeWindow();
    LogPane *again = m_window->openFile(m_folder->filePath(u"a.txt"_s));
    QVERIFY(loaded(again));
    QCOMPARE(shownCodes(again->view()->model(), LogModel::CodeColumn), (QStringList{u"702"_s, QString()}));
    choose(readAs(), u"Own pattern for event codes…"_s);
    for (QPushButton *button : m_window->findChild<CodePatternDialog *>()->findChildren<QPushButton *>()) {
        if (QString(button->text()).remove(u'&') == u"Remove the pattern"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_COMPARE(m_settings->load().textPattern, QString());
    QVERIFY(loaded(again));
    QTRY_COMPARE(shownCodes(again->view()->model(), LogModel::CodeColumn), (QStringList{QString(), QString()}));
}

void tst_MainWindow::repeatedRecordsAreFoldedByTheQuery()
{
    const QByteArray event = R"({"eventId":"e-1","eventCode":"702","eventLogDate":"2026-01-15T09:00:00Z"})"
                             "\n";
    LogPane *pane = open(event.repeated(3) + smallLog());
    QVERIFY(pane);
    QAction *fold = action(u"Fold repeated records"_s);
    QVERIFY(fold && fold->isEnabled() && !fold->isChecked());
    fold->trigger();
    QCOMPARE(pane->queryState()->text(), u"-is:duplicate"_s);
    QVERIFY(loaded(pane));
    QCOMPARE(pane->document()->rows().size(), Row(8));
    QTRY_VERIFY(pane->statusTexts().contains(u"2 repeated record(s) folded"_s));
    // The box is heard too.
    m_window->setQuery(Query::parse(u"level:error").query);
    QVERIFY(!fold->isChecked());
    m_window->setQuery(Query::parse(u"level:error -is:duplicate").query);
    QVERIFY(fold->isChecked());
    QVERIFY(pane->statusTexts().contains(u"repeated records are folded"_s));
    fold->trigger();
    QCOMPARE(pane->queryState()->text(), u"level:error"_s);
    m_window->showCatalog();
    QVERIFY(!fold->isEnabled());
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
