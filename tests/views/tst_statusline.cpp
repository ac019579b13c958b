#include "statusline.h"

#include "findingspage.h"
#include "linkbutton.h"
#include "logtabs.h"
#include "logview.h"
#include "querystate.h"
#include "summarypage.h"
#include "summarytab.h"
#include "userpage.h"
#include "windowfixture.h"
#include "windowstate.h"
#include "zonemenu.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

/// jdoe's pushes are denied; two lines are something else.
QByteArray bombedLog()
{
    QByteArray bytes = "no JSON\n";
    for (int i = 0; i < 6; ++i)
        bytes += "{\"eventCode\":\"703\",\"eventLogDate\":\"2026-01-15T09:0" + QByteArray::number(i)
            + ":00Z\",\"userId\":\"jdoe\"}\n";
    return bytes + "no JSON either\n";
}

} // namespace

/// What the status bar says leads to what it tells of; and which page of a log is in front is kept by its name.
class tst_StatusLine : public WindowFixture
{
    Q_OBJECT

private slots:
    void aPartIsATextOrALink();
    void theFocusedLinkStaysSo();
    void findingsAreOneLink();
    void linesThatAreNotUnderstoodAreOneLink();
    void theZoneOpensItsMenu();
    void everyPageHasANameOfItsOwn();
    void thePageInFrontComesBack_data();
    void thePageInFrontComesBack();

private:
    LogPane *open();
    LinkButton *link(const QString &part) const;
};

/// Its findings are known.
LogPane *tst_StatusLine::open()
{
    LogPane *pane = WindowFixture::open(bombedLog());
    const auto *page = pane ? pane->findChild<FindingsPage *>() : nullptr;
    return page && QTest::qWaitFor([page] { return !page->statusText().isEmpty(); }) ? pane : nullptr;
}

/// That says so; null when there is none.
LinkButton *tst_StatusLine::link(const QString &part) const
{
    for (LinkButton *link : m_window->statusLine()->links()) {
        if (link->text().contains(part))
            return link;
    }
    return nullptr;
}

void tst_StatusLine::aPartIsATextOrALink()
{
    StatusLine line;
    int followed = 0;
    line.setParts({{u"<b>7</b> & 8"_s, {}, {}},
                   {u"3 findings"_s, u"Shows them."_s, [&followed](const QWidget &) { ++followed; }}});
    line.show();
    QCOMPARE(line.links().size(), 1);
    LinkButton *link = line.links().first();
    QCOMPARE(link->text(), u"3 findings"_s);
    QCOMPARE(accessibleName(link), u"3 findings"_s);
    QCOMPARE(link->accessibleDescription(), u"Shows them."_s);
    QTest::keyClick(link, Qt::Key_Return);
    QTest::keyClick(link, Qt::Key_Space);
    QTest::mouseClick(link, Qt::LeftButton);
    QCOMPARE(followed, 3);
    for (const QLabel *label : line.findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    QCOMPARE(line.text(), u"<b>7</b> & 8  ·  3 findings"_s);
    line.setParts({});
    QCOMPARE(line.text(), QString());
    QVERIFY(line.links().isEmpty());
}

void tst_StatusLine::theFocusedLinkStaysSo()
{
    StatusLine line;
    const auto nowhere = [](const QWidget &) {};
    const StatusPart zone{u"times in UTC"_s, u"Chooses the time zone."_s, nowhere};
    line.setParts({{u"5 records"_s, {}, {}}, {u"12 % read"_s, {}, {}}, zone});
    line.show();
    line.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&line));
    line.links().first()->setFocus();
    QVERIFY(line.links().first()->hasFocus());
    line.setParts({{u"5 records"_s, {}, {}}, zone});
    QCOMPARE(line.links().size(), 1);
    QVERIFY(line.links().first()->hasFocus());
    line.setParts({{u"5 records"_s, {}, {}}, {u"1 finding"_s, u"Shows it."_s, nowhere}, {u"1 line"_s, {}, {}}, zone});
    QCOMPARE(line.links().size(), 2);
    QVERIFY(line.links().last()->hasFocus());
    QCOMPARE(line.links().last()->text(), u"times in UTC"_s);
}

void tst_StatusLine::findingsAreOneLink()
{
    LogPane *pane = open();
    QVERIFY(pane);
    QTRY_VERIFY(link(u"1 finding(s)"_s));
    QVERIFY(unnamedControls(m_window->statusLine()).isEmpty());
    // The keyboard comes to it, and into what it shows.
    LinkButton *findings = link(u"1 finding(s)"_s);
    QVERIFY(findings->focusPolicy() & Qt::TabFocus);
    findings->setFocus();
    QTest::keyClick(findings, Qt::Key_Return);
    auto *page = pane->findChild<FindingsPage *>();
    QCOMPARE(pane->currentPage(), page);
    QVERIFY(page->isAncestorOf(QApplication::focusWidget()));
    // It is of the log in front.
    m_window->showCatalog();
    QVERIFY(!link(u"finding(s)"_s));
}

void tst_StatusLine::linesThatAreNotUnderstoodAreOneLink()
{
    LogPane *pane = open();
    QVERIFY(pane);
    pane->showPage(pane->findChild<FindingsPage *>());
    LinkButton *lines = link(u"2 line(s) not understood"_s);
    QVERIFY(lines);
    QTest::mouseClick(lines, Qt::LeftButton);
    QCOMPARE(pane->currentPage(), nullptr);
    QCOMPARE(pane->queryState()->text(), u"is:notunderstood"_s);
    QTRY_COMPARE(pane->document()->rows().size(), Row(2));
    QVERIFY(pane->view()->hasFocus());
}

void tst_StatusLine::theZoneOpensItsMenu()
{
    QVERIFY(open());
    for (const bool catalog : {false, true}) {
        if (catalog)
            m_window->showCatalog();
        LinkButton *zone = link(u"times in UTC"_s);
        QVERIFY(zone);
        QTest::mouseClick(zone, Qt::LeftButton);
        ZoneMenu *menu = m_window->state()->zones();
        QTRY_VERIFY(menu->isVisible());
        menu->close();
    }
    emit m_window->state()->zones()->zoneChosen("America/New_York");
    QVERIFY(link(u"times in America/New_York"_s));
}

void tst_StatusLine::everyPageHasANameOfItsOwn()
{
    LogPane *pane = open();
    QVERIFY(pane);
    QCOMPARE(pane->pageName(), u"records"_s);
    const QHash<QString, QWidget *> pages{{u"summary"_s, SummaryTab::of(pane)->page()},
                                          {u"findings"_s, pane->findChild<FindingsPage *>()},
                                          {u"users"_s, pane->findChild<UserPage *>()}};
    for (auto page = pages.cbegin(); page != pages.cend(); ++page) {
        pane->showPageNamed(page.key());
        QCOMPARE(pane->currentPage(), page.value());
        QCOMPARE(pane->pageName(), page.key());
    }
    pane->showPageNamed(u"gone"_s);
    QVERIFY(pane->currentPage());
    pane->showPageNamed(u"records"_s);
    QVERIFY(!pane->currentPage());
}

void tst_StatusLine::thePageInFrontComesBack_data()
{
    QTest::addColumn<QJsonValue>("written");
    QTest::newRow("as it is written") << QJsonValue();
    QTest::newRow("as it was written") << QJsonValue(2);
}

void tst_StatusLine::thePageInFrontComesBack()
{
    QFETCH(QJsonValue, written);
    LogPane *pane = open();
    QVERIFY(pane);
    pane->showPage(pane->findChild<FindingsPage *>());
    QVERIFY(m_window->close());
    m_window.reset();
    StateFolder folder(m_data->filePath(u"state"_s));
    QVERIFY(folder.change(u"session"_s, [&](QJsonObject &session) {
        QJsonArray tabs = session.value(u"tabs"_s).toArray();
        QCOMPARE(tabs.size(), 1);
        QJsonObject tab = tabs.first().toObject();
        QCOMPARE(tab.value(u"page"_s).toString(), u"findings"_s);
        if (!written.isNull())
            tab.insert(u"page"_s, written);
        tabs[0] = tab;
        session.insert(u"tabs"_s, tabs);
    }));
    makeWindow();
    m_window->restoreSession();
    QVERIFY(m_window->currentLog());
    QCOMPARE(m_window->currentLog()->currentPage(), m_window->currentLog()->findChild<FindingsPage *>());
}

QTEST_MAIN(tst_StatusLine)
#include "tst_statusline.moc"
