#include "blockingsource.h"
#include "detailspane.h"
#include "logmodel.h"
#include "logtabs.h"
#include "logview.h"
#include "pageview.h"
#include "querystate.h"
#include "searchbox.h"
#include "windowfixture.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QStatusBar>

using namespace evident;
using namespace Qt::StringLiterals;

// The window while a read of its file hangs, as on a network share that does not answer. Were the window to wait for
// one, these tests would hang too: only they let the share answer again.

namespace {

constexpr int lineCount = 20'000; ///< much more than is read for a screen

} // namespace

class tst_HangingFile : public WindowFixture
{
    Q_OBJECT

private slots:
    void rowsAreScrolledPaintedAndFiltered();
    void theSearchBoxIsTypedInto();
    void aRecordShowsWhatIsKnownOfItAndThenTheRest();
    void theNewestSelectionIsTheOneThatIsShown();
    void aTransactionFollowsWhenItsRecordWasRead();
    void aCopyIsDoneWhenItCanBe();
    void whoCopiesSomethingElseMeanwhileKeepsThat();
    void theTabIsClosed();
    void theWindowIsClosed();

private:
    void init() override;
    void cleanup() override;
    void open(const QByteArray &bytes);
    QString description(int row) const;
    QString page() const { return m_window->detailsPane()->page()->toPlainText(); }

    std::shared_ptr<BlockingSource> m_source;
    LogPane *m_pane = nullptr;
    LogView *m_view = nullptr;
};

void tst_HangingFile::init()
{
    WindowFixture::init();
    open(plainLines(lineCount));
}

void tst_HangingFile::cleanup()
{
    // Nobody here has read from the file, whatever was done.
    QVERIFY(!m_source->wasReadHere());
    m_window.reset();
    m_source->release();
    QTRY_COMPARE(m_source->hanging(), 0);
    WindowFixture::cleanup();
}

void tst_HangingFile::open(const QByteArray &bytes)
{
    m_source = std::make_shared<BlockingSource>(bytes);
    m_pane = m_window->addLog(
        std::make_unique<LogDocument>(locationOf(m_source, u"share.log"_s), LogOptions(), m_window->catalog()));
    m_view = m_pane->view();
    QTRY_VERIFY(m_pane->document()->state() == LogDocument::State::Complete && !m_pane->document()->isFiltering());
    QTRY_COMPARE(description(0), QString::fromUtf8(bytes.left(bytes.indexOf('\n'))));
}

QString tst_HangingFile::description(int row) const
{
    return m_view->model()->index(row, LogModel::DescriptionColumn).data().toString();
}

void tst_HangingFile::rowsAreScrolledPaintedAndFiltered()
{
    m_source->block();
    QTest::keyClick(m_view, Qt::Key_End, Qt::ControlModifier);
    QVERIFY(m_view->isAtEnd());
    QVERIFY(!m_window->grab().isNull());
    QCOMPARE(description(lineCount - 1), QString());
    for (const double place : {0.2, 0.9, 0.5}) {
        m_view->verticalScrollBar()->setValue(int(place * m_view->verticalScrollBar()->maximum()));
        QVERIFY(!m_window->grab().isNull());
        QCoreApplication::processEvents();
    }
    const int top = m_view->firstVisibleRow();
    m_source->waitForReader();
    m_window->setQuery(parsed(u"level:error"_s));
    QTRY_COMPARE(m_view->model()->rowCount(), 0);
    m_window->setQuery({});
    QTRY_COMPARE(m_view->model()->rowCount(), lineCount);
    m_view->verticalScrollBar()->setValue(top);
    m_source->release();
    for (int row = top; row < top + m_view->visibleRowCount(); ++row)
        QTRY_COMPARE(description(row), plainLine(row));
}

void tst_HangingFile::theSearchBoxIsTypedInto()
{
    m_source->block();
    m_window->searchBox()->focusBox();
    // The words are searched for in the file: that hangs, the window does not.
    QTest::keyClicks(QApplication::focusWidget(), u"timed out"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    m_source->waitForReader();
    QVERIFY(!m_window->grab().isNull());
    QTest::keyClicks(QApplication::focusWidget(), u" more"_s);
    QCOMPARE(m_pane->queryState()->text().left(9), u"timed out"_s);
    m_source->release();
    QTRY_COMPARE(m_view->model()->rowCount(), 0);
}

void tst_HangingFile::aRecordShowsWhatIsKnownOfItAndThenTheRest()
{
    m_source->block();
    m_view->setCurrentRow(15'000);
    QTRY_VERIFY(page().contains(u"15,001"_s)); // its line
    QVERIFY(!page().contains(plainLine(15'000)));
    QTRY_VERIFY(page().contains(u"being read from its file"_s));
    m_source->release();
    QTRY_VERIFY(page().contains(plainLine(15'000)));
    QVERIFY(!page().contains(u"being read from its file"_s));
}

void tst_HangingFile::theNewestSelectionIsTheOneThatIsShown()
{
    m_source->block();
    for (const int row : {5'000, 8'000, 19'000, 12'000}) {
        m_view->setCurrentRow(row);
        QTRY_VERIFY(page().contains(QLocale().toString(row + 1)));
    }
    m_source->release();
    QTRY_VERIFY(page().contains(plainLine(12'000)));
    for (const int row : {5'000, 8'000, 19'000})
        QVERIFY(!page().contains(plainLine(row)));
}

void tst_HangingFile::aTransactionFollowsWhenItsRecordWasRead()
{
    QByteArray bytes;
    for (int i = 0; i < 2 * lineCount; ++i)
        bytes += R"({"eventCode":"702","transactionId":"t-)" + QByteArray::number(i / 2) + "\"}\n";
    m_source->release();
    m_source = std::make_shared<BlockingSource>(bytes);
    m_pane = m_window->addLog(
        std::make_unique<LogDocument>(locationOf(m_source, u"share.json"_s), LogOptions(), m_window->catalog()));
    m_view = m_pane->view();
    QTRY_VERIFY(m_pane->document()->state() == LogDocument::State::Complete && !m_pane->document()->isFiltering());
    m_source->block();
    m_view->setCurrentRow(lineCount);
    QTest::keyClick(m_view, Qt::Key_T, Qt::ControlModifier);
    QTRY_VERIFY(m_window->statusBar()->currentMessage().contains(u"being read"_s));
    QVERIFY(m_pane->queryState()->query().isEmpty());
    m_source->release();
    QTRY_COMPARE(m_pane->queryState()->text(), u"transaction:t-%1"_s.arg(lineCount / 2));
    QTRY_COMPARE(m_view->model()->rowCount(), 2);
}

void tst_HangingFile::aCopyIsDoneWhenItCanBe()
{
    QGuiApplication::clipboard()->setText(u"before"_s);
    m_source->block();
    m_view->setFocus();
    RowSelection rows;
    rows.set(7'000, 7'999);
    m_view->setSelection(rows);
    QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier);
    QTRY_VERIFY(m_window->statusBar()->currentMessage().contains(u"being read and copied"_s));
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    m_source->release();
    QTRY_VERIFY(QGuiApplication::clipboard()->text() != u"before"_s);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 1000);
    for (int i = 0; i < 1000; ++i)
        QVERIFY2(lines[i].contains(plainLine(7'000 + i)), qPrintable(lines[i]));
    QTRY_VERIFY(m_window->statusBar()->currentMessage().contains(u"copied"_s));
}

void tst_HangingFile::whoCopiesSomethingElseMeanwhileKeepsThat()
{
    m_source->block();
    m_view->setFocus();
    m_view->setCurrentRow(7'000);
    QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier);
    QTRY_VERIFY(m_window->statusBar()->currentMessage().contains(u"being read and copied"_s));
    QGuiApplication::clipboard()->setText(u"something else"_s);
    m_source->release();
    QTRY_VERIFY(page().contains(plainLine(7'000)));
    QTRY_COMPARE(m_source->hanging(), 0);
    QCoreApplication::processEvents();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"something else"_s);
}

void tst_HangingFile::theTabIsClosed()
{
    m_source->block();
    m_view->setCurrentRow(15'000);
    QVERIFY(!m_window->grab().isNull());
    m_source->waitForReader();
    m_window->tabs()->closeTab(m_window->tabs()->indexOf(m_pane));
    QVERIFY(m_window->tabs()->logs().isEmpty());
    QVERIFY(!m_window->grab().isNull());
    QVERIFY(m_source->hanging() > 0);
}

void tst_HangingFile::theWindowIsClosed()
{
    m_source->block();
    m_view->setCurrentRow(15'000);
    QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(!m_window->grab().isNull());
    m_source->waitForReader();
    QVERIFY(m_window->close());
    m_window.reset();
    QVERIFY(m_source->hanging() > 0);
}

QTEST_MAIN(tst_HangingFile)
#include "tst_hangingfile.moc"
