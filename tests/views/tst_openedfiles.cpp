#include "emptystate.h"
#include "linkbutton.h"
#include "logmodel.h"
#include "logtabs.h"
#include "logview.h"
#include "noticebar.h"
#include "packing.h"
#include "querystate.h"
#include "startpage.h"
#include "summarypage.h"
#include "summarytab.h"
#include "windowfixture.h"

#include <QClipboard>
#include <QPushButton>
#include <QStatusBar>
#include <QToolButton>

using namespace evident;
using namespace Qt::StringLiterals;

class tst_OpenedFiles : public WindowFixture
{
    Q_OBJECT

private slots:
    void severalFilesAreSeveralTabsAndOneFileIsOne();
    void aDroppedFileOpens();
    void theClipboardOutsideATextFieldBecomesALog();
    void aMissingFileIsSaidInItsTabAndOthersStay();
    void anArchiveIsATabAMember();
    void anArchiveCanBecomeOneLog();
    void ofALargeArchiveTheFirstTabsAreOpened();
    void aLogThatMayFillTheDiskIsAskedAboutInItsTab();
    void loadingCanBeCancelledWhereItIsShown();
    void aLargeFileBeginsWithItsSummary(); // T6
    void recentFilesAreRememberedAndCanBeForgotten();
};

void tst_OpenedFiles::severalFilesAreSeveralTabsAndOneFileIsOne()
{
    LogPane *first = open(smallLog(), u"a.ndjson"_s);
    LogPane *second = open(smallLog(), u"b.ndjson"_s);
    QVERIFY(first && second && first != second);
    QCOMPARE(m_window->tabs()->count(), 3);
    QCOMPARE(m_window->openFile(first->document()->path()), first);
    QCOMPARE(m_window->tabs()->count(), 3);
    QCOMPARE(m_window->currentLog(), first);
    // Each has its own query.
    m_window->setQuery(parsed(u"level:error"_s));
    QVERIFY(second->queryState()->query().isEmpty());
    QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(m_window->tabs()->count(), 2);
}

void tst_OpenedFiles::aDroppedFileOpens()
{
    drop({put(u"dropped & named.ndjson"_s, smallLog())});
    QTRY_VERIFY(m_window->currentLog());
    QVERIFY(loaded(m_window->currentLog()));
    QCOMPARE(m_window->currentLog()->document()->recordCount(), Row(7));
}

void tst_OpenedFiles::theClipboardOutsideATextFieldBecomesALog()
{
    QApplication::clipboard()->setText(QString::fromUtf8(smallLog()));
    m_window->startPage()->setFocus();
    m_window->tabs()->setFocus();
    QTest::keyClick(m_window->tabs(), Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(m_window->currentLog());
    QVERIFY(loaded(m_window->currentLog()));
    QCOMPARE(m_window->currentLog()->document()->recordCount(), Row(7));
}

void tst_OpenedFiles::aMissingFileIsSaidInItsTabAndOthersStay()
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

void tst_OpenedFiles::anArchiveIsATabAMember()
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

void tst_OpenedFiles::anArchiveCanBecomeOneLog()
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

void tst_OpenedFiles::ofALargeArchiveTheFirstTabsAreOpened()
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

void tst_OpenedFiles::aLogThatMayFillTheDiskIsAskedAboutInItsTab()
{
    constexpr int longRecords = 70;
    const QByteArray longRecord = line(702, "09:00:00.000", QByteArray(1 << 20, 'x').constData(), "t-1");
    LogPane *pane =
        m_window->openFile(put(u"bomb.gz"_s, packed(Compression::Gzip, smallLog() + longRecord.repeated(longRecords))));
    QVERIFY(loaded(pane));
    QVERIFY(pane->document()->asks());
    const QList<EmptyState *> states = pane->findChildren<EmptyState *>();
    const auto found = std::ranges::find_if(states, &EmptyState::isVisible);
    QVERIFY(found != states.end());
    const EmptyState *empty = *found;
    QVERIFY2(empty->details().contains(u"bomb.gz"_s), qPrintable(empty->details()));
    QPushButton *button = nullptr;
    QTRY_VERIFY((button = empty->findChild<QPushButton *>()) && button->isVisible());
    QCOMPARE(button->text(), u"Read it anyway"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(loaded(pane));
    QVERIFY(!pane->document()->asks());
    QCOMPARE(pane->document()->recordCount(), Row(7 + longRecords));
}

void tst_OpenedFiles::loadingCanBeCancelledWhereItIsShown()
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

/// "Is it us or the user?": who can end the errors stands there, and a click leads to them.
void tst_OpenedFiles::aLargeFileBeginsWithItsSummary()
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

void tst_OpenedFiles::recentFilesAreRememberedAndCanBeForgotten()
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

QTEST_MAIN(tst_OpenedFiles)
#include "tst_openedfiles.moc"
