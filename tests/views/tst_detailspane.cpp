#include "detailspane.h"

#include "detailspage.h"
#include "emptystate.h"
#include "pageview.h"
#include "viewfixture.h"

#include <QAbstractTextDocumentLayout>
#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBlock>
#include <QToolButton>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

RecordDetails sampleRecord(const CatalogSnapshot &catalog)
{
    RecordDetails details = entryDetails(catalog, *catalog.find({Kind::User, 702}));
    details.isRecord = true;
    details.line = 1234;
    details.time = QDateTime(QDate(2026, 1, 15), QTime(8, 14, 2, 118), Qt::UTC).toMSecsSinceEpoch();
    details.fields = {{u"userId"_s, u"jdoe@example.com"_s}, {u"sourceIp"_s, u"192.0.2.7"_s}};
    details.raw = u"{\"eventCode\":\"702\",\"userId\":\"jdoe@example.com\"}"_s;
    return details;
}

/// The targets of every link of the page.
QStringList links(const PageView *page)
{
    QStringList targets;
    for (QTextBlock block = page->document()->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (it.fragment().charFormat().isAnchor())
                targets.append(it.fragment().charFormat().anchorHref());
        }
    }
    return targets;
}

} // namespace

class TestDetailsPane : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void emptyItSaysWhatToDo();
    void anEntryReadsLikeAPage();
    void aRecordShowsTimeInTheZoneFieldsAndRaw();
    void remarksAreShown();
    void theRuleAboveTheRecordSpansThePage();
    void dataIsNeverMarkupNorLink_data();
    void dataIsNeverMarkupNorLink();
    void relatedCodesAreLinksForMouseAndKeyboard();
    void onlyOwnLinksAreFollowed();
    void theButtonsSayWhatTheyAreFor();
    void indentingBreaksTheRawRecordIntoLines();
    void aLongRawRecordIsShownInPages();
    void aRecordOfMegabytesIsReadPageByPage();
    void longValuesAreCutWithAMark();
    void aRecordThatCannotBeReadSaysWhy();
    void whileTheFileIsReadTheFactsAreShownAndThenThatItIsRead();
    void copyingGivesPlainText();
    void theCopyActionsCopyRecordAndText();
    void manyFieldsAreCounted();
    void theThemeRewritesThePageInPlace();
    void everythingHasANameForTheScreenReader();

private:
    QString text() const { return m_pane->page()->toPlainText(); }
    void showSample(const QString &zone = u"UTC"_s);

    Theme *m_theme = nullptr;
    std::unique_ptr<Icons> m_icons;
    CatalogPointer m_catalog;
    std::unique_ptr<DetailsPane> m_pane;
};

void TestDetailsPane::initTestCase()
{
    m_theme = new Theme(this);
    m_icons = std::make_unique<Icons>(*m_theme);
    m_catalog = shippedCatalog();
}

void TestDetailsPane::init()
{
    m_pane = std::make_unique<DetailsPane>(*m_theme, *m_icons);
    m_pane->resize(320, 500);
    m_pane->show();
    m_pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
}

void TestDetailsPane::showSample(const QString &zone)
{
    m_pane->showDetails(sampleRecord(*m_catalog), QTimeZone(zone.toLatin1()));
}

void TestDetailsPane::emptyItSaysWhatToDo()
{
    QVERIFY(m_pane->isEmpty());
    QVERIFY(m_pane->findChild<EmptyState *>()->isVisible());
    QVERIFY(!m_pane->page()->isVisible());
    showSample();
    QVERIFY(m_pane->page()->isVisible());
    m_pane->clear();
    QVERIFY(!m_pane->page()->isVisible());
    QCOMPARE(text(), QString());
    QVERIFY(!m_pane->copyTextAction()->isEnabled());
}

void TestDetailsPane::anEntryReadsLikeAPage()
{
    m_pane->showDetails(entryDetails(*m_catalog, *m_catalog->find({Kind::User, 702})), QTimeZone::utc());
    const QStringList lines = text().split(u'\n');
    QCOMPARE(lines.at(0), u"702"_s);
    QCOMPARE(lines.at(1), u"Approve authentication failed - User response timed out."_s);
    QVERIFY2(lines.at(2).contains(u"error"_s) && lines.at(2).contains(u"Authentication"_s)
                 && lines.at(2).contains(u"failure"_s),
             qPrintable(lines.at(2)));
    qsizetype at = 0;
    for (const QString &part :
         {u"What it means"_s, u"nobody answered it in time"_s, u"Usual causes"_s, u"\u2022\tThe phone"_s,
          u"Next steps"_s, u"1.\tAsk whether"_s, u"2.\t"_s, u"Who can fix it"_s, u"user"_s, u"Related codes"_s,
          u"701\tsuccess  \u00b7  Approve authentication succeeded."_s, u"52\tsee also"_s,
          u"This guidance is Evident's, not the vendor's."_s}) {
        at = text().indexOf(part, at);
        QVERIFY2(at >= 0, qPrintable(part));
    }
    QVERIFY(!text().contains(u"Raw record"_s));
    const QTextCharFormat code = m_pane->page()->document()->firstBlock().begin().fragment().charFormat();
    QVERIFY(code.fontPointSize() > m_pane->page()->font().pointSizeF() * 1.4);
}

void TestDetailsPane::aRecordShowsTimeInTheZoneFieldsAndRaw()
{
    showSample(u"Europe/Berlin"_s);
    QVERIFY(text().contains(u"2026-01-15 09:14:02.118 (Europe/Berlin)"_s));
    QVERIFY(text().contains(u"userId"_s) && text().contains(u"192.0.2.7"_s));
    QVERIFY(text().contains(u"{\"eventCode\":\"702\",\"userId\":\"jdoe@example.com\"}"_s));
    QCOMPARE(m_pane->page()->verticalScrollBar()->value(), 0);
}

void TestDetailsPane::remarksAreShown()
{
    RecordDetails details = sampleRecord(*m_catalog);
    details.remarks = {u"The catalog does not know this code."_s};
    m_pane->showDetails(details, QTimeZone::utc());
    QVERIFY(text().contains(details.remarks.first()));
}

void TestDetailsPane::theRuleAboveTheRecordSpansThePage()
{
    RecordDetails details; // of a code that the catalog lacks: right above the rule there is a table
    details.isRecord = true;
    details.method = u"Approve"_s;
    details.raw = u"{}"_s;
    m_pane->showDetails(details, QTimeZone::utc());
    const QTextDocument *document = m_pane->page()->document();
    const QBrush line(m_theme->colors().line);
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().background() != line)
            continue;
        const QRectF rule = document->documentLayout()->blockBoundingRect(block);
        QVERIFY2(rule.left() < document->size().width() / 4, qPrintable(QString::number(rule.left())));
        return;
    }
    QFAIL("There is no rule.");
}

void TestDetailsPane::dataIsNeverMarkupNorLink_data()
{
    QTest::addColumn<QString>("hostile");
    QTest::newRow("markup") << u"<b>bold</b><img src=\"https://example.com/x.png\">"_s;
    QTest::newRow("link") << u"<a href=\"https://example.com/\">click</a>"_s;
    QTest::newRow("address") << u"https://example.com/?a=1&b=2"_s;
    QTest::newRow("entity") << u"&lt;script&gt;&amp;"_s;
    QTest::newRow("own scheme") << u"<a href=\"evident:entry/1/702\">702</a>"_s;
}

void TestDetailsPane::dataIsNeverMarkupNorLink()
{
    QFETCH(QString, hostile);
    RecordDetails details;
    details.description = details.level = details.category = details.method = details.raw = details.readError = hostile;
    details.remarks = {hostile};
    details.isRecord = true;
    details.fields = {{hostile, hostile}};
    m_pane->showDetails(details, QTimeZone::utc());
    // Description, level, category, method, remark, error, name and value of a field, raw.
    QCOMPARE(text().count(hostile), 9);
    QCOMPARE(links(m_pane->page()), QStringList());
}

void TestDetailsPane::relatedCodesAreLinksForMouseAndKeyboard()
{
    const RecordDetails details = entryDetails(*m_catalog, *m_catalog->find({Kind::User, 702}));
    QVERIFY(!details.related.isEmpty());
    m_pane->showDetails(details, QTimeZone::utc());
    // What the catalog does not have is no link.
    qsizetype known = 0;
    for (const RelatedEntry &related : details.related)
        known += related.entry ? 1 : 0;
    QVERIFY(known > 1 && known < details.related.size());
    QCOMPARE(links(m_pane->page()).size(), known);
    QSignalSpy requested(m_pane.get(), &DetailsPane::entryRequested);
    PageView *page = m_pane->page();
    page->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(page->hasFocus());
    QTest::keyClick(page, Qt::Key_Tab);
    QTest::keyClick(page, Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().value<EventKey>(), details.related.first().key);

    const EventKey last = details.related.at(known - 1).key;
    QTextCursor link = page->document()->find(u"Related codes"_s);
    link = page->document()->find(QString::number(last.code), link);
    QVERIFY(!link.isNull());
    QTextCursor middle(page->document());
    middle.setPosition(link.selectionStart() + 1);
    page->setTextCursor(middle);
    QTest::mouseClick(page->viewport(), Qt::LeftButton, {}, page->cursorRect(middle).center());
    QCOMPARE(requested.size(), 2);
    QCOMPARE(requested.last().first().value<EventKey>(), last);
}

void TestDetailsPane::onlyOwnLinksAreFollowed()
{
    QCOMPARE(DetailsPage::entryOfLink(DetailsPage::entryLink({Kind::System, 20303})), (EventKey{Kind::System, 20303}));
    for (const QString &link :
         {u"https://example.com/entry/1/702"_s, u"evident:entry/9/702"_s, u"evident:entry/1/x"_s, u"evident:raw"_s})
        QVERIFY2(!DetailsPage::entryOfLink(QUrl(link)), qPrintable(link));
}

void TestDetailsPane::theButtonsSayWhatTheyAreFor()
{
    QSignalSpy catalog(m_pane.get(), &DetailsPane::catalogRequested);
    QSignalSpy occurrences(m_pane.get(), &DetailsPane::occurrencesRequested);
    showSample();
    QTest::mouseClick(m_pane->catalogButton(), Qt::LeftButton);
    QTest::mouseClick(m_pane->occurrencesButton(), Qt::LeftButton);
    QCOMPARE(catalog.first().first().value<EventKey>(), (EventKey{Kind::User, 702}));
    QCOMPARE(occurrences.first().first().value<EventKey>(), (EventKey{Kind::User, 702}));
    QCOMPARE(m_pane->entryKey(), (EventKey{Kind::User, 702}));

    RecordDetails plain;
    plain.isRecord = true;
    plain.raw = u"a line of text"_s;
    m_pane->showDetails(plain, QTimeZone::utc());
    QVERIFY(!m_pane->entryKey());
    QVERIFY(!m_pane->catalogButton()->isVisible());
    QVERIFY(!m_pane->occurrencesButton()->isVisible());
    QVERIFY(!m_pane->indentButton()->isVisible());
}

void TestDetailsPane::indentingBreaksTheRawRecordIntoLines()
{
    showSample();
    QVERIFY(!text().contains(u"  \"eventCode\": \"702\","_s));
    m_pane->indentButton()->click();
    QVERIFY(text().contains(u"{\n  \"eventCode\": \"702\",\n  \"userId\": \"jdoe@example.com\"\n}"_s));
    // It holds for the records that follow.
    showSample();
    QVERIFY(text().contains(u"  \"eventCode\": \"702\","_s));
}

void TestDetailsPane::aLongRawRecordIsShownInPages()
{
    RecordDetails details = sampleRecord(*m_catalog);
    details.related.clear();
    const QString border = u"\U0001F512"_s; // lies on the border of two pages
    details.raw =
        QString(DetailsPage::rawLimit - 1, u'x') + border + QString(DetailsPage::rawLimit, u'y') + u"THE-END"_s;
    m_pane->showDetails(details, QTimeZone::utc());
    QVERIFY(text().contains(u'x' + border));
    QVERIFY(!text().contains(u"THE-END"_s));
    QVERIFY(text().contains(u"Page 1 of 3"_s));
    const auto link = [](qint64 page) { return DetailsPage::rawPageLink(page).toString(); };
    QCOMPARE(links(m_pane->page()), QStringList({link(1), link(2)}));
    QTest::keyClick(m_pane->page(), Qt::Key_Tab);
    QTest::keyClick(m_pane->page(), Qt::Key_Return);
    QVERIFY(text().contains(u"Page 2 of 3"_s));
    QVERIFY(!text().contains(border));
    QCOMPARE(links(m_pane->page()), QStringList({link(0), link(0), link(2), link(2)}));
    emit m_pane->page()->anchorClicked(DetailsPage::rawPageLink(2));
    QVERIFY(text().contains(u"THE-END"_s));
    QCOMPARE(links(m_pane->page()), QStringList({link(0), link(1)}));
    // Another record begins with its first page.
    m_pane->showDetails(details, QTimeZone::utc());
    QVERIFY(text().contains(u"Page 1 of 3"_s));
}

void TestDetailsPane::aRecordOfMegabytesIsReadPageByPage()
{
    RecordDetails details = sampleRecord(*m_catalog);
    details.rawPages = 98'304;
    details.firstRawPage = u"this is page 0"_s;
    QSignalSpy requested(m_pane.get(), &DetailsPane::rawPageRequested);
    m_pane->showDetails(details, QTimeZone::utc());
    QVERIFY(requested.isEmpty());
    QVERIFY(text().contains(u"this is page 0"_s));
    QVERIFY(text().contains(u"Page 1 of 98,304"_s));
    emit m_pane->page()->anchorClicked(DetailsPage::rawPageLink(98'303));
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().toLongLong(), 98'303);
    // The page before stays until there is another; one that nobody waits for is dropped.
    m_pane->showRawPage(5, u"this is page 5"_s);
    QVERIFY(text().contains(u"this is page 0"_s));
    QVERIFY(text().contains(u"Page 1 of 98,304"_s));
    m_pane->showRawPage(98'303, u"this is page 98303"_s);
    QVERIFY(text().contains(u"this is page 98303"_s));
    QVERIFY(text().contains(u"Page 98,304 of 98,304"_s));
    m_pane->showDetails(details, QTimeZone::utc());
    QVERIFY(text().contains(u"this is page 0"_s));
}

void TestDetailsPane::longValuesAreCutWithAMark()
{
    RecordDetails details = sampleRecord(*m_catalog);
    const QString value = QString(DetailsPage::valueLimit, u'v') + u"BEHIND"_s;
    details.description = value;
    details.level = value;
    details.category = value;
    details.method = value;
    details.fields = {{value, value}};
    m_pane->showDetails(details, QTimeZone::utc());
    QVERIFY(!text().contains(u"BEHIND"_s));
    QCOMPARE(text().count(QString(DetailsPage::valueLimit, u'v') + u'…'), 6);
}

void TestDetailsPane::aRecordThatCannotBeReadSaysWhy()
{
    RecordDetails details = sampleRecord(*m_catalog);
    details.fields.clear();
    details.raw.clear();
    details.readError = u"userlog.json is gone."_s;
    m_pane->showDetails(details, QTimeZone::utc());
    QVERIFY(text().contains(details.readError));
    QVERIFY(!text().contains(u"Raw record"_s));
    QVERIFY(!m_pane->copyRawAction()->isEnabled());
}

void TestDetailsPane::whileTheFileIsReadTheFactsAreShownAndThenThatItIsRead()
{
    const QString said = u"being read from its file"_s;
    const RecordDetails whole = sampleRecord(*m_catalog);
    RecordDetails known = whole;
    known.fields.clear();
    known.raw.clear();
    known.isBeingRead = true;
    m_pane->showDetails(known, QTimeZone::utc());
    QVERIFY(text().contains(u"timed out"_s) && text().contains(u"1,234"_s));
    QVERIFY(!text().contains(said));
    QVERIFY(!m_pane->copyRawAction()->isEnabled());
    QTRY_VERIFY(text().contains(said));
    m_pane->completeDetails(whole);
    QVERIFY(!text().contains(said));
    QVERIFY(text().contains(u"jdoe@example.com"_s));
    QVERIFY(m_pane->copyRawAction()->isEnabled());
    // What was read at once is never said to be read.
    m_pane->showDetails(known, QTimeZone::utc());
    m_pane->completeDetails(whole);
    QVERIFY(!m_pane->findChild<QTimer *>()->isActive());
    QVERIFY(!text().contains(said));
    // An entry is not replaced by a record that comes late.
    m_pane->showDetails(entryDetails(*m_catalog, *m_catalog->find({Kind::User, 703})), QTimeZone::utc());
    m_pane->completeDetails(whole);
    QCOMPARE(m_pane->entryKey(), std::optional(EventKey{Kind::User, 703}));
    m_pane->clear();
    m_pane->completeDetails(whole);
    QVERIFY(m_pane->isEmpty());
}

void TestDetailsPane::copyingGivesPlainText()
{
    showSample();
    m_pane->page()->selectAll();
    m_pane->page()->copy();
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QVERIFY(!data->hasHtml());
    QVERIFY(data->text().contains(u"jdoe@example.com"_s));
    QVERIFY(!data->text().contains(QChar::ObjectReplacementCharacter));
}

void TestDetailsPane::theCopyActionsCopyRecordAndText()
{
    showSample(u"Europe/Berlin"_s);
    m_pane->copyRawAction()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"{\"eventCode\":\"702\",\"userId\":\"jdoe@example.com\"}"_s);
    m_pane->copyTextAction()->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"09:14:02.118"_s));
}

void TestDetailsPane::manyFieldsAreCounted()
{
    RecordDetails details = sampleRecord(*m_catalog);
    for (int i = 0; i < 2 * DetailsPage::fieldLimit; ++i)
        details.fields.append({u"field%1"_s.arg(i), u"value"_s});
    m_pane->showDetails(details, QTimeZone::utc());
    QVERIFY(text().contains(QString::number(details.fields.size() - DetailsPage::fieldLimit) + u" more field"_s));
}

void TestDetailsPane::theThemeRewritesThePageInPlace()
{
    showSample();
    const QString before = text();
    QScrollBar *bar = m_pane->page()->verticalScrollBar();
    QVERIFY(bar->maximum() > 20);
    bar->setValue(20);
    m_theme->setChoice(m_theme->isDark() ? Theme::Choice::Light : Theme::Choice::Dark);
    QCOMPARE(text(), before);
    QCOMPARE(bar->value(), 20);
    QTextBlock block = m_pane->page()->document()->begin().next();
    QCOMPARE(block.begin().fragment().charFormat().foreground().color(), m_theme->colors().text);
    m_theme->setChoice(Theme::Choice::System);
}

void TestDetailsPane::everythingHasANameForTheScreenReader()
{
    showSample();
    QCOMPARE(unnamedControls(m_pane.get()), QStringList());
    QCOMPARE(accessibleName(m_pane->page()), u"Details"_s);
    QCOMPARE(accessibleName(m_pane->occurrencesButton()), u"Where does this occur?"_s);
    QCOMPARE(accessibleName(m_pane->indentButton()), u"Indent raw"_s);
}

QTEST_MAIN(TestDetailsPane)
#include "tst_detailspane.moc"
