#include "summarypage.h"

#include "blockingsource.h"
#include "linkbutton.h"
#include "logdocument.h"
#include "logpane.h"
#include "logview.h"
#include "logwriter.h"
#include "oddrecords.h"
#include "querystate.h"
#include "summarysectionview.h"
#include "summarytab.h"
#include "viewfixture.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace evident;
using namespace Qt::StringLiterals;

class TestSummaryPage : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void everyLinkShowsAsManyRecordsAsItSays_data();
    void everyLinkShowsAsManyRecordsAsItSays();
    void isUsedByKeyboard();
    void theTabKeyGoesDownThePage();
    void everythingHasAName();
    void logTextIsNoMarkup();
    void saysThatNoRecordMatches();
    void aNarrowPageIsOneColumn();
    void isATicket();
    void saysThatRepeatedRecordsAreBeingCounted();
    void aLargeLogBeginsWithIt();
    void aSmallLogBeginsWithItsRecords();
    void whoIsAtWorkIsLeftAlone();

private:
    void open(const QByteArray &bytes);
    void open(std::unique_ptr<LogDocument> document);
    void show();
    bool isSettled() const
    {
        const LogDocument *document = m_pane->document();
        return document->state() == LogDocument::State::Complete && !document->isFiltering();
    }
    bool isUpToDate() const
    {
        const auto &summary = page()->summary();
        return isSettled() && summary && summary->complete && !summary->countsDuplicates
            && summary->query == m_pane->document()->query();
    }
    SummaryPage *page() const { return SummaryTab::of(m_pane.get())->page(); }
    QList<LinkButton *> links() const
    {
        QList<LinkButton *> visible = page()->findChildren<LinkButton *>();
        visible.removeIf([](const LinkButton *link) { return link->isHidden() || link->parentWidget()->isHidden(); });
        return visible;
    }

    Theme m_theme;
    Icons m_icons{m_theme};
    CatalogPointer m_catalog = shippedCatalog();
    std::unique_ptr<LogPane> m_pane;
};

void TestSummaryPage::cleanup()
{
    m_pane.reset();
}

void TestSummaryPage::open(const QByteArray &bytes)
{
    LogOptions options;
    options.inputZone = QTimeZone::utc();
    open(std::make_unique<LogDocument>(u"a.json"_s, bytes, options, m_catalog));
}

void TestSummaryPage::open(std::unique_ptr<LogDocument> document)
{
    m_pane = std::make_unique<LogPane>(m_theme, m_icons, std::move(document));
    m_pane->document()->setZone(QTimeZone("Europe/Berlin"));
    new SummaryTab(m_theme, m_icons, m_pane.get());
    m_pane->document()->load();
    m_pane->resize(900, 700);
    m_pane->show();
}

void TestSummaryPage::show()
{
    m_pane->showPage(page());
    QTRY_VERIFY(isUpToDate());
}

void TestSummaryPage::everyLinkShowsAsManyRecordsAsItSays_data()
{
    QTest::addColumn<QByteArray>("bytes");
    LogGeneratorOptions options;
    options.records = 4000;
    options.storyTime = QDateTime(QDate(2026, 1, 15), QTime(8, 0), Qt::UTC);
    QTest::newRow("sign-ins of a company") << generateLog(LogShape::UserPage, options);
    QTest::newRow("odd records") << oddRecords(6, 2000).join('\n');
    options.records = 300;
    const QByteArray lines = generateLog(LogShape::Ndjson, options);
    QTest::newRow("records that are there twice") << lines + lines.first(lines.indexOf('\n', lines.size() / 2) + 1);
}

void TestSummaryPage::everyLinkShowsAsManyRecordsAsItSays()
{
    QFETCH(QByteArray, bytes);
    open(bytes);
    show();
    const qsizetype count = links().size();
    QVERIFY(count > 30);
    for (qsizetype i = 0; i < count; ++i) {
        LinkButton *link = links().at(i);
        const QString name = link->accessibleName();
        const QString said = link->accessibleDescription();
        link->click();
        QVERIFY2(!m_pane->currentPage(), "the records are in front");
        QTRY_VERIFY(isSettled());
        const QString shown = u"Shows %1 record(s)."_s.arg(QLocale().toString(m_pane->document()->rows().size()));
        QVERIFY2(said == shown, qPrintable(name + u": "_s + said + u' ' + shown + m_pane->queryState()->text()));
        m_pane->queryState()->setQuery({});
        show();
        QCOMPARE(links().size(), count);
    }
}

void TestSummaryPage::isUsedByKeyboard()
{
    LogGeneratorOptions options;
    open(generateLog(LogShape::Ndjson, options));
    show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    page()->setFocus();
    QList<QWidget *> reached;
    for (int i = 0; i < 200 && !reached.contains(QApplication::focusWidget()); ++i) {
        QWidget *focus = QApplication::focusWidget();
        reached.append(focus);
        QVERIFY2(!page()->widget()->isAncestorOf(focus)
                     || page()->viewport()->rect().contains(focus->mapTo(page()->viewport(), focus->rect().center())),
                 "what has the focus is seen");
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    for (LinkButton *link : links())
        QVERIFY2(reached.contains(link), qPrintable(link->accessibleName()));
    LinkButton *last = links().last();
    last->setFocus();
    QTest::keyClick(last, Qt::Key_Return);
    QVERIFY(!m_pane->currentPage());
    QVERIFY(!m_pane->queryState()->query().isEmpty());
    QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget *>(m_pane->view()));
}

void TestSummaryPage::theTabKeyGoesDownThePage()
{
    open(generateLog(LogShape::Ndjson, {}));
    show();
    QTRY_VERIFY(page()->summary() && page()->summary()->complete && !page()->summary()->countsDuplicates);
    QList<int> heights;
    const QWidget *first = page();
    for (const QWidget *at = first->nextInFocusChain(); at != first; at = at->nextInFocusChain()) {
        const bool isButton = qobject_cast<const QAbstractButton *>(at) && at->isVisibleTo(page()->widget());
        if (isButton && page()->widget()->isAncestorOf(at) && (at->focusPolicy() & Qt::TabFocus) != 0)
            heights.append(at->mapTo(page()->widget(), QPoint()).y());
    }
    QVERIFY(heights.size() > 10);
    constexpr int head = 5; // three facts and two buttons; below, sections stand beside each other
    QVERIFY(std::is_sorted(heights.cbegin(), heights.cbegin() + head));
    QVERIFY(heights.at(head - 1) < *std::min_element(heights.cbegin() + head, heights.cend()));
}

void TestSummaryPage::everythingHasAName()
{
    LogGeneratorOptions options;
    open(generateLog(LogShape::Ndjson, options));
    show();
    QCOMPARE(unnamedControls(page()), QStringList());
    for (const LinkButton *link : links())
        QVERIFY2(link->accessibleName().contains(link->text()) && link->accessibleName().size() > link->text().size(),
                 qPrintable(link->accessibleName()));
}

void TestSummaryPage::logTextIsNoMarkup()
{
    open(R"({"eventCode":"702","eventLogDate":"2026-01-15T08:00:00Z","userId":"<b>&evil\u202e</b>"})");
    show();
    for (const QLabel *label : page()->findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    QStringList texts;
    for (const SummaryWords *words : page()->findChildren<SummaryWords *>())
        texts.append(words->text());
    QVERIFY2(texts.contains(u"<b>&evil\\u{202e}</b>"_s), qPrintable(texts.join(u'\n')));
    for (const SummaryWords *words : page()->findChildren<SummaryWords *>())
        QVERIFY2(!words->toolTip().contains(u"<b>"_s), qPrintable(words->toolTip()));
}

void TestSummaryPage::saysThatNoRecordMatches()
{
    LogGeneratorOptions options;
    open(generateLog(LogShape::Ndjson, options));
    m_pane->queryState()->setText(u"user:nobody"_s);
    show();
    QStringList texts;
    for (const QLabel *label : page()->findChildren<QLabel *>())
        texts.append(label->isHidden() ? QString() : label->text());
    QVERIFY(texts.join(u'\n').contains(u"No record matches."_s));
    QVERIFY(texts.join(u'\n').contains(u"user:nobody"_s));
    for (QPushButton *button : page()->findChildren<QPushButton *>()) {
        if (button->text() == u"Summary of all records"_s)
            button->click();
    }
    QTRY_VERIFY(isUpToDate());
    QVERIFY(m_pane->queryState()->query().isEmpty());
    QVERIFY2(m_pane->currentPage() == page(), "the summary stays");
    QVERIFY(links().size() > 20);
}

void TestSummaryPage::aNarrowPageIsOneColumn()
{
    LogGeneratorOptions options;
    open(generateLog(LogShape::Ndjson, options));
    show();
    const auto sections = page()->findChildren<SummarySectionView *>();
    const auto leftEdges = [&sections] {
        QList<int> edges;
        for (const SummarySectionView *section : sections) {
            if (!section->isHidden() && !edges.contains(section->x()))
                edges.append(section->x());
        }
        return edges.size();
    };
    QTRY_COMPARE(leftEdges(), 2);
    m_pane->resize(500, 700);
    QTRY_COMPARE(leftEdges(), 1);
    QTRY_VERIFY2(page()->widget()->width() <= page()->viewport()->width(), "nothing is cut off");
}

void TestSummaryPage::isATicket()
{
    LogGeneratorOptions options;
    open(generateLog(LogShape::Ndjson, options));
    QVERIFY(!page()->ticket());
    show();
    QVERIFY(page()->ticket());
    QCOMPARE(page()->ticket()->title, u"Summary of a.json"_s);
}

void TestSummaryPage::saysThatRepeatedRecordsAreBeingCounted()
{
    LogGeneratorOptions options;
    options.records = 10;
    const QByteArray lines = generateLog(LogShape::Ndjson, options);
    const auto source = std::make_shared<BlockingSource>(lines + lines);
    open(std::make_unique<LogDocument>(locationOf(source, u"share.json"_s), LogOptions(), m_catalog));
    QTRY_VERIFY(isSettled());
    source->block();
    m_pane->showPage(page());
    QTRY_VERIFY(page()->summary());
    const auto says = [this](const QString &text) {
        const auto labels = page()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
    };
    const auto link = [this] {
        const QList<LinkButton *> all = links();
        const auto found = std::find_if(all.begin(), all.end(), [](const LinkButton *button) {
            return button->accessibleName() == u"Repeated: 10"_s;
        });
        return found == all.end() ? nullptr : *found;
    };
    QVERIFY(says(u"Repeated"_s));
    QVERIFY(says(u"These are being counted."_s));
    QVERIFY(!link());
    const std::optional<Ticket> ticket = page()->ticket();
    QVERIFY(ticket && std::ranges::none_of(ticket->facts, [](const auto &fact) { return fact.name == u"Repeated"_s; }));
    source->release();
    QTRY_VERIFY(link());
    QVERIFY(!says(u"These are being counted."_s));
    link()->click();
    QCOMPARE(m_pane->queryState()->text(), u"is:duplicate"_s);
    QTRY_VERIFY(isSettled());
    QCOMPARE(m_pane->document()->rows().size(), Row(10));
}

void TestSummaryPage::aLargeLogBeginsWithIt()
{
    open(plainLines(int(SummaryTab::largeRecords) + 1, 16));
    SummaryTab::of(m_pane.get())->showFirstIfLarge();
    QTRY_VERIFY(m_pane->currentPage() == page());
    QTRY_VERIFY(isUpToDate());
    QCOMPARE(page()->summary()->records, SummaryTab::largeRecords + 1);
}

void TestSummaryPage::aSmallLogBeginsWithItsRecords()
{
    open(plainLines(int(SummaryTab::largeRecords), 16));
    SummaryTab::of(m_pane.get())->showFirstIfLarge();
    QTRY_VERIFY(isSettled());
    QVERIFY(!m_pane->currentPage());
}

void TestSummaryPage::whoIsAtWorkIsLeftAlone()
{
    open(plainLines(int(SummaryTab::largeRecords) + 1, 16));
    m_pane->queryState()->setText(u"line"_s);
    SummaryTab::of(m_pane.get())->showFirstIfLarge();
    QTRY_VERIFY(isSettled());
    QVERIFY(!m_pane->currentPage());
    m_pane->queryState()->setQuery({});
    QTRY_VERIFY(isSettled());
    QVERIFY2(!m_pane->currentPage(), "nor later on");
}

QTEST_MAIN(TestSummaryPage)
#include "tst_summarypage.moc"
