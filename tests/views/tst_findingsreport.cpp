// What a report says of findings where there are none to list.

#include "catalogstore.h"
#include "findingspage.h"
#include "findingsreading.h"
#include "logdocument.h"
#include "logpane.h"
#include "mainwindow.h"
#include "settings.h"
#include "viewfixture.h"

#include <QTemporaryDir>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

QByteArray denied(const char *time)
{
    return QByteArray(R"({"eventCode":"703","eventLogDate":"2026-01-15T)") + time + R"(Z","userId":"jdoe"})" + '\n';
}

} // namespace

class tst_FindingsReport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void whatWasNotLookedForIsSaid();
    void nothingFoundIsSaidAndNoProof();
    void whatWasDismissedIsCounted();

private:
    FindingsPage *open(const QString &name, const QByteArray &bytes);
    bool isRead() const;
    static QStringList sentences(const FindingsPage *page);

    QTemporaryDir m_folder;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<CatalogStore> m_catalog;
    Theme m_theme;
    Icons m_icons{m_theme};
    std::unique_ptr<MainWindow> m_window;
    FindingsReading *m_reading = nullptr;
};

void tst_FindingsReport::initTestCase()
{
    auto resources = shippedCatalogResources();
    QVERIFY(resources.ok());
    auto store = CatalogStore::open(m_folder.path(), std::move(resources).value());
    QVERIFY(store.ok());
    m_catalog = std::move(store).value();
    m_settings = std::make_unique<SettingsStore>(m_folder.path());
    m_window = std::make_unique<MainWindow>(
        MainWindow::Parts{m_theme, m_icons, *m_settings, *m_catalog, {}, {}, QTimeZone::utc()});
    m_window->show();
}

FindingsPage *tst_FindingsReport::open(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return nullptr;
    file.close();
    LogPane *pane = m_window->openFile(file.fileName());
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
    const FindingsPage *page = open(u"a.ndjson"_s, denied("09:00:00"));
    QTRY_VERIFY(page->reportSections().size() == 1); // as soon as there is a log, whatever is known
    const bool isKnown = m_reading->findings() != nullptr;
    QCOMPARE(sentences(page).contains(u"Findings were still being looked for when this was made."_s), !isKnown);
    QTRY_VERIFY(isRead());
    QCOMPARE(page->reportSections().size(), 1);
    QVERIFY(!page->reportSections().first().title.isEmpty());
}

void tst_FindingsReport::nothingFoundIsSaidAndNoProof()
{
    const FindingsPage *page = open(u"b.ndjson"_s,
                                    R"({"eventCode":"901","eventLogDate":"2026-01-15T09:00:00Z","userId":"jdoe"})"
                                    "\n");
    QTRY_VERIFY(isRead());
    const QStringList told = sentences(page);
    QCOMPARE(told.size(), 2);
    QCOMPARE(told.first(), u"No rule found anything."_s);
    QVERIFY2(told.last().contains(u"no proof"_s), qPrintable(told.last()));
}

void tst_FindingsReport::whatWasDismissedIsCounted()
{
    const FindingsPage *page = open(u"c.ndjson"_s, denied("09:00:00") + denied("09:00:01"));
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
