#include "importdialog.h"

#include "catalogdeskfixture.h"
#include "diffview.h"
#include "logtabs.h"
#include "noticebar.h"
#include "pageview.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QTextBlock>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>

using namespace evident;
using namespace Qt::StringLiterals;

class TestImportedPages : public CatalogDeskFixture
{
    Q_OBJECT

private slots:
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
    void anImportBetweenPreviewAndApplyIsSaid();
};

void TestImportedPages::aChangedPageIsSeenAppliedAndUndone()
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
    QCOMPARE(m_catalog->snapshot()->entries().size(), 112); // nothing is done yet
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

    visibleButton(m_window->desk()->notice(), u"Undo"_s)->click();
    QCOMPARE(entry(702)->description, u"Approve authentication failed - User response timed out."_s);
    QVERIFY(entry(837) && !entry(1399));
    QCOMPARE(catalogCell(703, CatalogModel::LevelColumn), u"error"_s);
    QCOMPARE(m_catalog->revisions().value().size(), 3);
}

void TestImportedPages::whatIsNotChosenStays()
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

void TestImportedPages::wordsThatDifferAreMarkedByMoreThanColour()
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

void TestImportedPages::cancellingChangesNothing()
{
    const QList<CatalogEntry> before = m_catalog->snapshot()->entries();
    ImportDialog *shown = preview(put(u"next.txt"_s, nextEdition()));
    QVERIFY(shown);
    QTest::keyClick(shown, Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    QCOMPARE(m_catalog->snapshot()->entries(), before);
    QCOMPARE(m_catalog->revisions().value().size(), 1);
    QVERIFY(!m_window->desk()->notice()->isVisible());
}

void TestImportedPages::aPageThatChangesNothingSaysSo()
{
    ImportDialog *shown = preview(u":/catalog/user-events-400-1409.txt"_s);
    QVERIFY(shown);
    QVERIFY(!shown->applyButton()->isVisible());
    const auto labels = shown->findChildren<QLabel *>();
    QVERIFY(
        std::ranges::any_of(labels, [](const QLabel *label) { return label->text().contains(u"changes nothing"_s); }));
    shown->reject();
}

void TestImportedPages::aDoubtfulPageAsksToLook()
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

void TestImportedPages::severalPagesComeOneAfterTheOther()
{
    const QString second = put(u"second.txt"_s,
                               "User Event Monitor Messages for Cloud Access Service (1501 - 20406)\n"
                               "| Event Code | Level | Category | Description |\n|---|---|---|---|\n"
                               "| 20300 | error | Authentication | User is at high risk. |\n");
    m_window->desk()->importer()->importFiles({put(u"first.txt"_s, nextEdition()), second});
    QTRY_VERIFY(dialog());
    QVERIFY(visibleButton(dialog(), u"Skip this page (1 more follow(s))"_s));
    QTest::mouseClick(dialog()->applyButton(), Qt::LeftButton);
    QTRY_VERIFY(dialog() && dialog()->import().source == u"second.txt"_s);
    QVERIFY(visibleButton(dialog(), u"Cancel"_s));
    QTest::mouseClick(dialog()->applyButton(), Qt::LeftButton);
    QTRY_VERIFY(!dialog());
    QVERIFY(entry(20300) && entry(1399));
}

void TestImportedPages::whatIsNoPageIsSaidInTheWindow()
{
    const QString path = put(u"letter.html"_s, "<html><body><p>Dear colleague</p></body></html>");
    m_window->desk()->importer()->importFiles({path});
    QTRY_VERIFY(m_window->desk()->notice()->isVisible());
    QVERIFY(m_window->desk()->notice()->text().contains(u"letter.html"_s));
    QVERIFY(!dialog());
}

void TestImportedPages::aDroppedPageIsOfferedAndADroppedLogOpens()
{
    drop({put(u"next.txt"_s, nextEdition()), put(u"log.ndjson"_s, record(702))});
    QTRY_VERIFY(dialog());
    QTRY_VERIFY(m_window->currentLog());
    QCOMPARE(m_window->tabs()->logs().size(), 1);
    dialog()->reject();
}

void TestImportedPages::aWebPageIsNeverALog()
{
    drop({put(u"letter.html"_s, "<html><body><p>Dear colleague</p></body></html>")});
    QTRY_VERIFY(m_window->desk()->notice()->isVisible());
    QVERIFY(m_window->tabs()->logs().isEmpty());
}

void TestImportedPages::pastedRowsAreOfferedAndOtherTextIsALog()
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

void TestImportedPages::anImportBetweenPreviewAndApplyIsSaid()
{
    ImportDialog *shown = preview(put(u"next.txt"_s, nextEdition()));
    QVERIFY(shown);
    auto resources = shippedCatalogResources();
    auto other = CatalogStore::open(m_catalogFolder->path(), std::move(resources).value());
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

QTEST_MAIN(TestImportedPages)
#include "tst_importedpages.moc"
