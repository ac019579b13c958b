// What a report says of findings where there are none to list.

#include "findingspage.h"
#include "findingsreading.h"
#include "windowfixture.h"

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

QByteArray denied(const char *time)
{
    return QByteArray(R"({"eventCode":"703","eventLogDate":"2026-01-15T)") + time + R"(Z","userId":"jdoe"})" + '\n';
}

} // namespace

class tst_FindingsReport : public WindowFixture
{
    Q_OBJECT

private slots:
    void whatWasNotLookedForIsSaid();
    void nothingFoundIsSaidAndNoProof();
    void whatWasDismissedIsCounted();

private:
    FindingsPage *openPage(const QByteArray &bytes);
    bool isRead() const;
    static QStringList sentences(const FindingsPage *page);

    FindingsReading *m_reading = nullptr;
};

/// While the log is still being read.
FindingsPage *tst_FindingsReport::openPage(const QByteArray &bytes)
{
    LogPane *pane = m_window->openFile(put(u"a.ndjson"_s, bytes));
    m_reading = pane->findChild<FindingsReading *>();
    return pane->findChild<FindingsPage *>();
}

bool tst_FindingsReport::isRead() const
{
    return m_reading->findings() && !m_reading->isReading();
}

QStringList tst_FindingsReport::sentences(const FindingsPage *page)
{
    const QList<Ticket> sections = page->reportSections();
    return sections.isEmpty() ? QStringList() : sections.last().sentences;
}

void tst_FindingsReport::whatWasNotLookedForIsSaid()
{
    const FindingsPage *page = openPage(denied("09:00:00"));
    QTRY_VERIFY(page->reportSections().size() == 1); // as soon as there is a log, whatever is known
    const bool isKnown = m_reading->findings() != nullptr;
    QCOMPARE(sentences(page).contains(u"Findings were still being looked for when this was made."_s), !isKnown);
    QTRY_VERIFY(isRead());
    QCOMPARE(page->reportSections().size(), 1);
    QVERIFY(!page->reportSections().first().title.isEmpty());
}

void tst_FindingsReport::nothingFoundIsSaidAndNoProof()
{
    const FindingsPage *page = openPage(R"({"eventCode":"901","eventLogDate":"2026-01-15T09:00:00Z","userId":"jdoe"})"
                                        "\n");
    QTRY_VERIFY(isRead());
    const QStringList told = sentences(page);
    QCOMPARE(told.size(), 2);
    QCOMPARE(told.first(), u"No rule found anything."_s);
    QVERIFY2(told.last().contains(u"no proof"_s), qPrintable(told.last()));
}

void tst_FindingsReport::whatWasDismissedIsCounted()
{
    const FindingsPage *page = openPage(denied("09:00:00") + denied("09:00:01"));
    QTRY_VERIFY(isRead());
    const QList<Finding> list = m_reading->findings()->list;
    QCOMPARE(list.size(), 1);
    QCOMPARE(sentences(page).size(), 2); // of the finding itself: reason and advice
    QVERIFY(m_reading->dismiss(list.first(), u"A test."_s).ok());
    QCOMPARE(page->reportSections().size(), 1);
    QCOMPARE(sentences(page), QStringList{u"1 finding(s) were dismissed and are left out."_s});
}

QTEST_MAIN(tst_FindingsReport)
#include "tst_findingsreport.moc"
